"""Owns the joining of entries into a Library: formulas to figures, units to dimensions, proxies to themes."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.library import shapes
from sv_cli.library.documents import Entries, Placed
from sv_cli.library.formula import FormulaError, parse_formula
from sv_cli.library.formula_units import formula_faults
from sv_cli.library.link_methods import linked_methods, year_number
from sv_cli.library.nearest import nearest_text
from sv_cli.model.adjustments import Adjustment, Basis
from sv_cli.model.dimensions import UnknownUnitError, dimensions_of
from sv_cli.model.figures import Figure, Library, LibraryLayer, Proxy
from sv_cli.model.formulas import Formula
from sv_cli.model.vocabulary import Place as Region
from sv_cli.model.vocabulary import Unit, Vocabulary

WHOLE = "all"


def link(entries: Entries, layers: tuple[LibraryLayer, ...]) -> tuple[Library, list[Finding]]:
    """Join ``entries``; the findings say what does not fit, and the library is to be used only without any."""
    findings: list[Finding] = []
    units = {key: _unit(placed.entry) for key, placed in entries.placed["units"].items()}
    figures = _figures(entries.placed["figures"], units, findings)
    proxies = _proxies(entries.placed["proxies"], figures, units, findings)
    headings = list(entries.placed["proxies"].values())
    themes = {each.theme.id: each.theme.title for each in headings if each.theme}
    outcomes = {each.outcome.id: each.outcome.title for each in headings if each.outcome}
    methods, faults = linked_methods(entries.placed["methods"], figures, units, themes.keys() | outcomes.keys())
    findings += faults
    library = Library(
        layers=layers,
        default_method=entries.default_method,
        default_price_year=entries.default_price_year,
        figures=MappingProxyType(figures),
        proxies=MappingProxyType(proxies),
        methods=MappingProxyType(methods),
        themes=themes,
        outcomes=outcomes,
        vocabulary=_vocabulary(entries, units),
        replaced=frozenset(entries.replaced),
    )
    return library, findings


def _vocabulary(entries: Entries, units: Mapping[str, Unit]) -> Vocabulary:
    return Vocabulary(
        units=units,
        places={key: _region(placed.entry) for key, placed in entries.placed["places"].items()},
        columns=entries.columns,
        facts=entries.facts,
        totals=entries.totals,
        not_yet=entries.not_yet,
        examples=entries.examples,
        instructions=entries.instructions,
        guidance_sheets=entries.guidance_sheets,
    )


def _unit(entry: shapes.UnitEntry) -> Unit:
    return Unit(entry.id, entry.one, entry.many, entry.dimension, Decimal(entry.factor), entry.names, entry.why)


def _region(entry: shapes.PlaceEntry) -> Region:
    return Region(entry.code, entry.name, entry.names, entry.within)


def _figures(
    placed: Mapping[str, Placed], units: Mapping[str, Unit], findings: list[Finding]
) -> dict[str, Figure]:
    figures = {}
    for key, each in placed.items():
        problem = _figure_problem(each, units)
        if problem:
            findings.append(finding("bad-entry", _place(each), problem=f"{key}: {problem}"))
        else:
            figures[key] = _figure(each)
    return figures


def _figure_problem(placed: Placed, units: Mapping[str, Unit]) -> str | None:
    entry: shapes.FigureEntry = placed.entry
    if placed.source is None:
        return "its file has no source; every figure needs one"
    if (entry.amount is None) == (not entry.values):
        return "it needs either an amount, or a series with values, and not both"
    if bool(entry.values) != (entry.series is not None):
        return "values and series go together"
    return _unit_problem(entry, units)


def _unit_problem(entry: shapes.FigureEntry, units: Mapping[str, Unit]) -> str | None:
    try:
        money = ("money", 1) in dimensions_of(entry.unit, units).exponents
    except UnknownUnitError as error:
        return f"{error.name!r} is not a unit of units.yaml{nearest_text(error.name, units)}"
    if money and entry.price_year is None and entry.unit != "GBP/GBP":
        return "money needs a price_year"
    if entry.price_year == "own" and entry.series != "year":
        return "price_year: own is for a series by year"
    return None


def _figure(placed: Placed) -> Figure:
    entry: shapes.FigureEntry = placed.entry
    assert placed.source is not None  # noqa: S101 - _figure_problem has seen to it
    return Figure(
        id=entry.id,
        title=entry.title,
        unit=entry.unit,
        locator=entry.locator,
        source=placed.source,
        amount=_decimal(entry.amount),
        low=_decimal(entry.low),
        high=_decimal(entry.high),
        price_year=entry.price_year,
        series=entry.series,
        values={key: Decimal(value) for key, value in entry.values.items()},
        geography=entry.geography,
        note=entry.note,
        derived=entry.derived,
        superseded_by=entry.superseded_by,
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _proxies(
    placed: Mapping[str, Placed],
    figures: Mapping[str, Figure],
    units: Mapping[str, Unit],
    findings: list[Finding],
) -> dict[str, Proxy]:
    proxies = {}
    for key, each in placed.items():
        proxy = _proxy(each, findings)
        if proxy is None:
            continue
        proxies[key] = proxy
        findings += _dangling(each, "unit", [proxy.unit], units)
        findings += _dangling(each, "proxy", proxy.excludes, placed)
        for formula in proxy.parts.values():
            missing = _dangling(each, "figure", formula.figures, figures)
            findings += missing
            if not missing and proxy.unit in units:
                findings += formula_faults(proxy, formula, figures, units, _place(each))
    return proxies


def _proxy(placed: Placed, findings: list[Finding]) -> Proxy | None:
    entry: shapes.ProxyEntry = placed.entry
    problem = _proxy_problem(placed)
    if problem:
        findings.append(finding("bad-entry", _place(placed), problem=f"{entry.id}: {problem}"))
        return None
    parts = _parts(placed, findings)
    if parts is None or placed.theme is None or placed.outcome is None:
        return None
    shared = isinstance(entry.value, str)
    return Proxy(
        id=entry.id,
        title=entry.title,
        theme=placed.theme.id,
        outcome=placed.outcome.id,
        unit=entry.unit,
        parts=parts,
        counts=entry.counts,
        evidence=entry.evidence,
        confidence=entry.confidence,
        review_by=entry.review_by,
        shares=_shares(entry) if shared else {},
        share_basis=entry.value_kind_why,
        adjustments={name: _adjustment(each) for name, each in entry.adjustments.items()},
        duration_years=Decimal(entry.duration_years),
        duration_why=entry.duration_why,
        starts_after_years=int(entry.starts_after_years),
        drop_off_from=None if entry.drop_off_from is None else year_number(entry.drop_off_from),
        discounting=entry.discounting,
        geography=entry.geography,
        agency={name: Decimal(share) for name, share in entry.agency.items()},
        excludes=entry.excludes,
        overlaps=entry.overlaps,
        maps_to=entry.maps_to,
        synonyms=entry.synonyms,
        note=entry.note,
        origin=placed.file,
        line=placed.line,
    )


def _proxy_problem(placed: Placed) -> str | None:
    entry: shapes.ProxyEntry = placed.entry
    if placed.theme is None or placed.outcome is None:
        return "its file has no theme and outcome; both stand at the top of the file"
    if isinstance(entry.value, str) == (entry.value_kind is None):
        return "a single formula needs a value_kind, and formulas by kind have none"
    if isinstance(entry.value_kind, dict) and sum(map(Decimal, entry.value_kind.values())) != 1:
        return "the shares of value_kind do not add up to 1"
    if isinstance(entry.value_kind, dict) and entry.value_kind_why is None:
        return "a split between value kinds needs a value_kind_why"
    if Decimal(entry.duration_years) <= 0:
        return "duration_years has to be above 0"
    return None


def _parts(placed: Placed, findings: list[Finding]) -> dict[str, Formula] | None:
    entry: shapes.ProxyEntry = placed.entry
    texts = {WHOLE: entry.value} if isinstance(entry.value, str) else entry.value
    parts = {}
    for kind, text in texts.items():
        try:
            parts[kind] = parse_formula(text)
        except FormulaError as error:
            findings.append(
                finding("bad-formula", _place(placed), formula=text[:80], owner=entry.id, problem=str(error))
            )
    return parts if len(parts) == len(texts) else None


def _shares(entry: shapes.ProxyEntry) -> dict[str, Decimal]:
    if isinstance(entry.value_kind, dict):
        return {kind: Decimal(share) for kind, share in entry.value_kind.items()}
    return {entry.value_kind or "": Decimal(1)}


def _adjustment(entry: shapes.AdjustmentEntry) -> Adjustment:
    return Adjustment(value=Decimal(entry.value), basis=Basis(entry.basis), why=entry.why)


def _dangling(placed: Placed, what: str, ids: Iterable[str], known: Mapping[str, object]) -> list[Finding]:
    owner = getattr(placed.entry, "id", "")
    return [
        finding(
            "dangling-reference", _place(placed), owner=owner, what=what, id=each, nearest=nearest_text(each, known)
        )
        for each in ids
        if each not in known
    ]


def _place(placed: Placed) -> Place:
    return Place(file=placed.file, row=placed.line)

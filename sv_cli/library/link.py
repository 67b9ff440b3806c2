"""Owns the linking of entries into a Library: formulas to figures, units to dimensions, proxies to themes."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from sv_cli.library import shapes
from sv_cli.library.documents import Placed
from sv_cli.library.faults import Faults
from sv_cli.library.formula import FormulaError, parse_formula
from sv_cli.library.formula_units import formula_faults
from sv_cli.library.link_methods import linked_methods, year_number
from sv_cli.library.link_vocabulary import linked_codes, linked_places, linked_units
from sv_cli.library.nearest import nearest_text
from sv_cli.library.overlay import PROXIES, Entries
from sv_cli.model.dimensions import UnknownUnitError, dimensions_of
from sv_cli.model.figures import Figure, Library, LibraryLayer, Proxy
from sv_cli.model.formulas import Formula
from sv_cli.model.vocabulary import Unit, Vocabulary

WHOLE = "all"
_YEAR_AND_NEXT = 7


def link(entries: Entries, layers: tuple[LibraryLayer, ...], faults: Faults) -> Library:
    """Link ``entries`` into a library. What does not fit joins ``faults``: if there are any, do not use the library."""
    units = linked_units(entries.placed["units"], faults)
    figures = _figures(entries.placed["figures"], units, faults)
    proxies = _proxies(entries, figures, units, faults)
    placed = entries.placed[PROXIES].values()
    withdrawn = {key for kind, key in entries.withdrawn if kind == PROXIES}
    themes = {each.theme.id: each.theme.title for each in placed if each.theme}
    outcomes = {each.outcome.id: each.outcome.title for each in placed if each.outcome}
    headings = themes.keys() | outcomes.keys() | entries.headings
    methods = linked_methods(entries.placed["methods"], figures, units, headings, faults)
    return Library(
        layers=layers,
        default_method=entries.default_method,
        default_price_year=entries.default_price_year,
        figures=figures,
        proxies=proxies,
        methods=methods,
        themes=themes,
        outcomes=outcomes,
        vocabulary=_vocabulary(entries, units, faults),
        unvalued_codes=linked_codes(
            entries.placed["unvalued_codes"], entries.placed[PROXIES].keys(), withdrawn, faults
        ),
        replaced=frozenset(key for _, key in entries.replaced),
    )


def _vocabulary(entries: Entries, units: Mapping[str, Unit], faults: Faults) -> Vocabulary:
    return Vocabulary(
        units=units,
        places=linked_places(entries.placed["places"], faults),
        columns=entries.columns,
        facts=entries.facts,
        totals=entries.totals,
        not_yet=entries.not_yet,
        examples=entries.examples,
        instructions=entries.instructions,
        guidance_sheets=entries.guidance_sheets,
    )


def _figures(placed: Mapping[str, Placed], units: Mapping[str, Unit], faults: Faults) -> dict[str, Figure]:
    figures = {}
    for key, each in placed.items():
        problem = _figure_problem(each, units)
        if problem:
            faults.add("bad-entry", each.place, problem=f"{key}: {problem}")
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
    years = [*(entry.values if entry.series == "year" else ()), *filter(None, [entry.price_year])]
    wrong = next((year for year in years if not _is_year(year)), None)
    if wrong is not None:
        return f"{wrong!r} is not a year; write 2019, or 2019/20 for the year from April 2019 to March 2020"
    return _unit_problem(entry, units)


def _is_year(text: str) -> bool:
    """Whether ``text`` is ``2019``, ``2019/20`` with the year that comes next, or ``own``."""
    if text == "own" or (len(text) == 4 and text.isascii() and text.isdecimal()):  # noqa: PLR2004
        return True
    first, _, second = text.partition("/")
    both = len(text) == _YEAR_AND_NEXT and first.isascii() and first.isdecimal()
    return both and second == f"{(int(first) + 1) % 100:02d}"


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
    return shapes.record_of(entry, Figure, source=placed.source)


def _proxies(
    entries: Entries, figures: Mapping[str, Figure], units: Mapping[str, Unit], faults: Faults
) -> dict[str, Proxy]:
    placed = entries.placed[PROXIES]
    proxies = {}
    for key, each in placed.items():
        proxy = _proxy(each, entries, faults)
        if proxy is None:
            continue
        proxies[key] = proxy
        faults.require(units, "unit", [proxy.unit], key, each.place)
        faults.require(placed, "proxy", proxy.excludes, key, each.place)
        for formula in proxy.parts.values():
            known = faults.require(figures, "figure", formula.figures, key, each.place)
            if known and proxy.unit in units:
                faults.extend(formula_faults(proxy, formula, figures, units, each.place))
    return _both_ways(proxies)


def _both_ways(proxies: Mapping[str, Proxy]) -> dict[str, Proxy]:
    """The proxies with every exclusion on both sides: what excludes another is excluded by it."""
    excluded_by: dict[str, list[str]] = {}
    for proxy in proxies.values():
        for other in proxy.excludes:
            excluded_by.setdefault(other, []).append(proxy.id)
    return {
        key: replace(proxy, excludes=tuple(dict.fromkeys((*proxy.excludes, *excluded_by[key]))))
        if key in excluded_by
        else proxy
        for key, proxy in proxies.items()
    }


def _proxy(placed: Placed, entries: Entries, faults: Faults) -> Proxy | None:
    entry: shapes.ProxyEntry = placed.entry
    problem = next(_proxy_problems(placed), None)
    if problem:
        faults.add("bad-entry", placed.place, problem=f"{entry.id}: {problem}")
        return None
    parts = _parts(placed, faults)
    if parts is None or placed.theme is None or placed.outcome is None:
        return None
    return shapes.record_of(
        entry,
        Proxy,
        theme=placed.theme.id,
        outcome=placed.outcome.id,
        parts=parts,
        shares=_shares(entry) if isinstance(entry.value, str) else {},
        share_basis=entry.value_kind_why,
        starts_after_years=int(entry.starts_after_years),
        drop_off_from=None if entry.drop_off_from is None else year_number(entry.drop_off_from),
        excludes=tuple(each for each in entry.excludes if (PROXIES, each) not in entries.withdrawn),
        origin=placed.file,
        line=placed.line,
        replaced_by=_replaced_by(entry, parts.values(), entries),
    )


def _replaced_by(entry: shapes.ProxyEntry, parts: Iterable[Formula], entries: Entries) -> str | None:
    """The last layer that replaced the proxy, one of its figures or its unit."""
    used = [("figures", figure) for formula in parts for figure in formula.figures]
    layers = [entries.replaced.get(each) for each in [(PROXIES, entry.id), *used, ("units", entry.unit)]]
    return max((layer for layer in layers if layer is not None), key=entries.layers.index, default=None)


def _proxy_problems(placed: Placed) -> Iterator[str]:
    entry: shapes.ProxyEntry = placed.entry
    split = entry.value_kind if isinstance(entry.value_kind, dict) else None
    if placed.theme is None or placed.outcome is None:
        yield "it has no theme and outcome; both go at the top of its file"
    if isinstance(entry.value, str) == (entry.value_kind is None):
        yield "a single formula needs a value_kind, and formulas by kind must not have one"
    if not entry.value:
        yield "it has no formula"
    if split is not None and sum(map(Decimal, split.values())) != 1:
        yield "the shares of value_kind do not add up to 1"
    if split is not None and entry.value_kind_why is None:
        yield "a split between value kinds needs a value_kind_why"
    if Decimal(entry.duration_years) <= 0:
        yield "duration_years must be above 0"
    if entry.id in entry.excludes:
        yield "it excludes itself"
    if not _is_day(entry.review_by):
        yield f"review_by: {entry.review_by!r} is not a date in the calendar"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _parts(placed: Placed, faults: Faults) -> dict[str, Formula] | None:
    entry: shapes.ProxyEntry = placed.entry
    texts = {WHOLE: entry.value} if isinstance(entry.value, str) else entry.value
    parts = {}
    for kind, text in texts.items():
        try:
            parts[kind] = parse_formula(text)
        except FormulaError as error:
            faults.add("bad-formula", placed.place, formula=text[:80], owner=entry.id, problem=str(error))
    return parts if parts and len(parts) == len(texts) else None


def _shares(entry: shapes.ProxyEntry) -> dict[str, Decimal]:
    if isinstance(entry.value_kind, dict):
        return {kind: Decimal(share) for kind, share in entry.value_kind.items()}
    return {entry.value_kind or "": Decimal(1)}

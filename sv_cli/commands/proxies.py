"""Owns `sv proxies list`, `show` and `search`: proxies of the library, each with the value of one unit."""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.commands.outcome import ExitCode, Outcome, refusable, unusable
from sv_cli.commands.parts import Request, library_for, valuer_for
from sv_cli.commands.written import Destination, delivered
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.library.nearest import nearest_text
from sv_cli.model.figures import Proxy
from sv_cli.model.valuations import UnitValue
from sv_cli.model.vocabulary import Unit
from sv_cli.reports.findings_text import as_lines
from sv_cli.reports.formats import FOUND, LISTED, SHOWN, renderer
from sv_cli.reports.libraries.listing import Listing, kinds_of
from sv_cli.reports.screen import Screen
from sv_cli.valuation.problem import Problem
from sv_cli.valuation.resolve import references_of, unvalued_code, why_not
from sv_cli.valuation.timing import When
from sv_cli.valuation.unit_value import Context
from sv_cli.valuation.value import Valuer


class Filters(Struct, frozen=True):
    """Which proxies are wanted; None wants all. ``code`` is one of another framework, such as NT17 or SDG 8."""

    theme: str | None = None
    outcome: str | None = None
    kind: str | None = None
    unit: str | None = None
    confidence: str | None = None
    code: str | None = None


class ProxiesRequest(Struct, frozen=True):
    """The library and how it is valued, and which of its proxies: by ``filters``, the id ``proxy``, or ``words``."""

    asked: Request
    screen: Screen
    destination: Destination
    filters: Filters = Filters()
    proxy: str = ""
    words: str = ""
    limit: int = 10


@refusable
def list_proxies(request: ProxiesRequest) -> Outcome:
    """The proxies that pass every filter, each with the value of one unit."""
    using = valuer_for(request.asked, library_for(request.asked))
    library, filters = using.library, request.filters
    if filters.theme is not None and filters.theme not in library.themes:
        return _none("no-such-theme", filters.theme, library.themes)
    if filters.unit is not None:
        unit = _unit(filters.unit, library.vocabulary.units)
        if unit is None:
            return _none("no-such-unit", filters.unit, library.vocabulary.units)
        filters = replace(filters, unit=unit)
    chosen = tuple(each for each in library.proxies.values() if _passes(each, filters))
    return _delivered(chosen, using, request, LISTED)


@refusable
def search_proxies(request: ProxiesRequest) -> Outcome:
    """The proxies that fit some words, best first, each with the reason."""
    from sv_cli.library.search import search  # noqa: PLC0415 - rapidfuzz is imported only for a search

    using = valuer_for(request.asked, library_for(request.asked))
    hits = search(using.library, request.words, request.limit)
    reasons = {hit.proxy.id: hit.reason for hit in hits}
    unvalued = None if hits else unvalued_code(request.words, references_of(using.library))
    found = tuple(hit.proxy for hit in hits)
    if unvalued is None:
        return _delivered(found, using, request, FOUND, reasons)
    nothing = finding("code-not-valued", Place(), reference=request.words[:80], **why_not(unvalued))
    return _delivered(found, using, request, FOUND, reasons, nothing)


@refusable
def show_proxy(request: ProxiesRequest) -> Outcome:
    """One proxy: value, formula, sources, what counts, what evidence."""
    using = valuer_for(request.asked, library_for(request.asked))
    proxy = using.library.proxies.get(request.proxy)
    if proxy is None:
        return _none("no-such-proxy", request.proxy, using.library.proxies)
    return _delivered((proxy,), using, request, SHOWN)


def listing_of(proxies: tuple[Proxy, ...], using: Valuer, reasons: Mapping[str, str] | None) -> Listing:
    """The proxies with the value of one unit of each."""
    values: dict[str, UnitValue | Problem] = {proxy.id: unit_value_now(proxy, using) for proxy in proxies}
    return Listing(using.library, proxies, values, using.unit_values.price_year, using.method.id, reasons or {})


def unit_value_now(proxy: Proxy, using: Valuer) -> UnitValue | Problem:
    """The value of one unit, for an activity in the price year and the whole country; a Problem when it has none."""
    year = int(using.unit_values.price_year[:4])
    try:
        return using.unit_values.of(Context(proxy=proxy.id, when=When(0, year, year)))
    except Problem as problem:
        return problem


def _passes(proxy: Proxy, filters: Filters) -> bool:
    wanted = (
        (filters.theme, [proxy.theme]),
        (filters.outcome, [proxy.outcome]),
        (filters.kind, kinds_of(proxy)),
        (filters.unit, [proxy.unit]),
        (filters.confidence, [proxy.confidence.level]),
    )
    return all(each in (None, *had) for each, had in wanted) and (filters.code is None or _coded(proxy, filters.code))


def _coded(proxy: Proxy, code: str) -> bool:
    from sv_cli.library.search import has_code  # noqa: PLC0415 - rapidfuzz is imported only for a search

    return has_code(proxy, code) is not None


def _delivered(
    proxies: tuple[Proxy, ...],
    using: Valuer,
    request: ProxiesRequest,
    formats: Mapping[str, str],
    reasons: Mapping[str, str] | None = None,
    nothing: Finding | None = None,
) -> Outcome:
    """The report; if there are no ``proxies``, with the finding ``nothing``, or the usual one that nothing matches."""
    text = renderer(request.destination.format_name, formats)(listing_of(proxies, using, reasons), request.screen)
    if proxies:
        return delivered(text, request.destination, ExitCode.CLEAN)
    nothing = nothing or finding("nothing-matches", Place(), asked=_asked(request))
    return delivered(text, request.destination, ExitCode.FINDINGS, as_lines([nothing]))


def _asked(request: ProxiesRequest) -> str:
    filters = request.filters
    stated = {"the words": request.words[:80]} | {name: getattr(filters, name) for name in filters.__struct_fields__}
    return ", ".join(f"{name} {value!r}" for name, value in stated.items() if value)


def _unit(text: str, units: Mapping[str, Unit]) -> str | None:
    """The id of the unit called ``text``: by its id, or by its singular or plural name; None if there is none."""
    wanted = text.strip().casefold()
    named = (unit.id for unit in units.values() if wanted in (unit.one.casefold(), unit.many.casefold()))
    return text if text in units else next(named, None)


def _none(name: str, wanted: str, known: Iterable[str]) -> Outcome:
    return unusable([finding(name, Place(), id=wanted[:80], nearest=nearest_text(wanted, known))])

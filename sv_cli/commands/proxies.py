"""Owns `sv proxies list` and `sv proxies show`: a look into the library."""

from collections.abc import Mapping

from msgspec import Struct

from sv_cli.commands.outcome import ExitCode, Outcome, unusable
from sv_cli.commands.parts import Refused, Request, library_for, valuer_for
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Place
from sv_cli.library.nearest import nearest_text
from sv_cli.model.figures import Proxy
from sv_cli.model.valuations import UnitValue
from sv_cli.reports.formats import PROXIES, renderer
from sv_cli.reports.screen import Screen
from sv_cli.valuation.problem import Problem
from sv_cli.valuation.timing import When
from sv_cli.valuation.unit_value import Context
from sv_cli.valuation.value import Valuer


class ProxiesRequest(Struct, frozen=True):
    """Which library, valued how, and which of its proxies."""

    asked: Request
    screen: Screen
    theme: str | None = None
    proxy: str | None = None


def list_proxies(request: ProxiesRequest) -> Outcome:
    """All proxies, or those of a theme, each with the value of one unit."""
    try:
        library = library_for(request.asked)
        using = valuer_for(request.asked, library)
    except Refused as refused:
        return unusable(refused.findings)
    chosen = [each for each in library.proxies.values() if request.theme in (None, each.theme)]
    if not chosen:
        return _none("no-such-theme", request.theme or "", library.themes)
    values = {proxy.id: unit_value_now(proxy, using) for proxy in chosen}
    return Outcome(ExitCode.CLEAN, renderer("list", PROXIES)(library, chosen, values, using, request.screen))


def show_proxy(request: ProxiesRequest) -> Outcome:
    """One proxy: value, formula, sources, what counts, what evidence."""
    try:
        library = library_for(request.asked)
        using = valuer_for(request.asked, library)
    except Refused as refused:
        return unusable(refused.findings)
    proxy = library.proxies.get(request.proxy or "")
    if proxy is None:
        return _none("no-such-proxy", request.proxy or "", library.proxies)
    value = unit_value_now(proxy, using)
    return Outcome(ExitCode.CLEAN, renderer("show", PROXIES)(library, proxy, value, using, request.screen))


def unit_value_now(proxy: Proxy, using: Valuer) -> UnitValue | Problem:
    """The value of one unit in the price year itself and for the whole country; a Problem when it has none."""
    year = int(using.unit_values.price_year[:4])
    try:
        return using.unit_values.of(Context(proxy=proxy.id, when=When(0, year, year)))
    except Problem as problem:
        return problem


def _none(name: str, wanted: str, known: Mapping[str, object]) -> Outcome:
    place = Place(file="")
    return unusable([finding(name, place, id=wanted[:80], nearest=nearest_text(wanted, known))])


"""Owns `sv template`: a blank bid workbook with the proxies of the themes or the framework asked for."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.commands.frameworks import ready_framework
from sv_cli.commands.outcome import ExitCode, Outcome, Refused, refusable, unusable
from sv_cli.commands.parts import Request, library_for, valuer_for
from sv_cli.commands.written import require_free, write
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Place
from sv_cli.library.nearest import nearest_text
from sv_cli.model.figures import Library, Proxy
from sv_cli.model.frameworks import Framework
from sv_cli.reports.words import counted, shown
from sv_cli.template.content import Asks
from sv_cli.template.values import content_of
from sv_cli.template.workbook import workbook


class TemplateRequest(Struct, frozen=True):
    """The library and how it is valued, the themes or framework, how many rows, and the file to write."""

    asked: Request
    output: Path
    force: bool
    rows: int
    themes: tuple[str, ...] = ()
    framework: str | None = None


@refusable
def template(request: TemplateRequest) -> Outcome:
    """Write the workbook."""
    require_free(request.output, force=request.force)
    library = library_for(request.asked)
    using = valuer_for(request.asked, library)
    themed = _of_themes(library, request.themes)
    chosen, asks = _of_framework(themed, library, request)
    narrowed = _narrowed(request, by_framework=len(chosen) < len(themed))
    if not chosen:
        because = f" for {narrowed}" if narrowed else ""
        return unusable([finding("nothing-to-offer", Place(), because=because)])
    content = replace(
        content_of(using, chosen, request.rows),
        narrowed=f", narrowed to {narrowed}" if narrowed else "",
        options=_options(request.asked),
        asks=asks,
    )
    write(request.output, workbook(content), force=request.force)
    room, offered = counted(request.rows, "commitment"), counted(len(chosen), "proxy", "proxies")
    said = f"with room for {room} and {offered} to choose from{content.narrowed}"
    return Outcome(ExitCode.CLEAN, notes=f"written: {shown(str(request.output))}, {said}\n")


def _options(asked: Request) -> str:
    """The options that `sv score` needs to value as the workbook does."""
    named = (("--method", asked.method), ("--price-year", asked.price_year))
    options = [f" {option} {value}" for option, value in named if value]
    return "".join([*options, *(f" --library {path}" for path in asked.libraries)])


def _of_themes(library: Library, themes: Sequence[str]) -> list[Proxy]:
    """The proxies of the ``themes``, by id or title, or all if there are none; raises Refused for an unknown theme."""
    wanted = {_theme(name, library) for name in themes}
    return [proxy for proxy in library.proxies.values() if not wanted or proxy.theme in wanted]


def _theme(name: str, library: Library) -> str:
    folded = name.strip().casefold()
    for key, title in library.themes.items():
        if folded in (key.casefold(), title.casefold()):
            return key
    nearest = nearest_text(name, library.themes)
    raise Refused((finding("no-such-theme", Place(file="--theme"), id=name[:80], nearest=nearest),))


def _of_framework(proxies: list[Proxy], library: Library, request: TemplateRequest) -> tuple[list[Proxy], Asks | None]:
    """Those of ``proxies`` with a code of the scheme that the request names; else those that the framework allows.

    With a framework, also what it asks. Raises Refused when there is neither a scheme nor a framework of that name.
    """
    if request.framework is None:
        return proxies, None
    scheme = request.framework.casefold().replace("-", "")
    if any(proxy.maps_to.get(scheme) for proxy in library.proxies.values()):
        return [proxy for proxy in proxies if proxy.maps_to.get(scheme)], None
    ready = ready_framework(request.framework, request.asked, library)
    allowed = frozenset(library.proxies)
    for each in ready.rules:
        if each.rule.check == "allowed":
            allowed &= ready.selecting.proxies(each.settings.of)
    return [proxy for proxy in proxies if proxy.id in allowed], _asks(ready.framework)


def _asks(framework: Framework) -> Asks:
    reasons = (" ".join(rule.reason.split()) for rule in framework.rules if rule.reason)
    return Asks(framework.title, tuple(dict.fromkeys(reasons)), framework.not_checked)


def _narrowed(request: TemplateRequest, *, by_framework: bool) -> str:
    """What the workbook was narrowed to, in words."""
    parts = [f"the theme {' and '.join(request.themes)}"] if request.themes else []
    return " and ".join([*parts, *([request.framework] if by_framework and request.framework else [])])

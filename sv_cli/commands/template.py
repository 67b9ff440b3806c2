"""Owns `sv template`: a blank bid workbook with the proxies that were asked for."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from sv_cli.checks.binding import bound
from sv_cli.commands.outcome import ExitCode, Outcome, unusable
from sv_cli.commands.parts import Refused, Request, library_for, valuer_for
from sv_cli.commands.written import written
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Place
from sv_cli.library.frameworks import named_framework
from sv_cli.library.nearest import nearest_text
from sv_cli.model.figures import Library, Proxy
from sv_cli.template.values import content_of
from sv_cli.template.workbook import workbook


class TemplateRequest(Struct, frozen=True):
    """Which library, valued how, for which themes or framework, with how many rows; and the file to write."""

    asked: Request
    output: Path
    force: bool
    rows: int
    themes: tuple[str, ...] = ()
    framework: str | None = None


def template(request: TemplateRequest) -> Outcome:
    """Write the workbook."""
    try:
        library = library_for(request.asked)
        using = valuer_for(request.asked, library)
        chosen = _of_framework(_of_themes(library, request.themes), library, request)
    except Refused as refused:
        return unusable(refused.findings)
    if not chosen:
        because = f" for {_narrowed(request)}" if _narrowed(request) else ""
        return unusable([finding("nothing-to-offer", Place(), because=because)])
    narrowed = f", narrowed to {_narrowed(request)}" if _narrowed(request) else ""
    data = workbook(content_of(using, chosen, request.rows, narrowed))
    problem = written(request.output, data, force=request.force)
    if problem is not None:
        return problem
    said = f"{request.output}: room for {request.rows} commitments, {len(chosen)} proxies to choose from{narrowed}\n"
    return Outcome(ExitCode.CLEAN, notes=said)


def _of_themes(library: Library, themes: Sequence[str]) -> list[Proxy]:
    """The proxies of the ``themes``, named by id or title, or all; raises Refused for a theme that there is not."""
    wanted = {_theme(name, library) for name in themes}
    return [proxy for proxy in library.proxies.values() if not wanted or proxy.theme in wanted]


def _theme(name: str, library: Library) -> str:
    folded = name.strip().casefold()
    for key, title in library.themes.items():
        if folded in (key.casefold(), title.casefold()):
            return key
    nearest = nearest_text(name, library.themes)
    raise Refused((finding("no-such-theme", Place(file="--theme"), id=name[:80], nearest=nearest),))


def _of_framework(proxies: Iterable[Proxy], library: Library, request: TemplateRequest) -> list[Proxy]:
    """Those with a code of the scheme of that name, else those that the framework's rules allow; raises Refused."""
    chosen = list(proxies)
    name = request.framework
    if name is None:
        return chosen
    scheme = name.casefold()
    if any(proxy.maps_to.get(scheme) for proxy in library.proxies.values()):
        return [proxy for proxy in chosen if proxy.maps_to.get(scheme)]
    allowed = _allowed(name, library, request)
    return [proxy for proxy in chosen if proxy.id in allowed]


def _allowed(name: str, library: Library, request: TemplateRequest) -> frozenset[str]:
    loading = named_framework(name, request.asked.libraries)
    if loading.framework is None:
        raise Refused(loading.findings)
    ready, findings = bound(loading.framework, library)
    if ready is None:
        raise Refused(tuple(findings))
    allowed = frozenset(library.proxies)
    for each in ready.rules:
        if each.rule.check == "allowed":
            allowed &= ready.selecting.proxies(each.settings.of)
    return allowed


def _narrowed(request: TemplateRequest) -> str:
    """What the workbook was narrowed to, in words."""
    themes = " and ".join(request.themes)
    return " and ".join(part for part in (f"the theme {themes}" if themes else "", request.framework or "") if part)

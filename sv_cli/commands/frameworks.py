"""Owns `sv frameworks list`, `show` and `new`: the policies that bids can be checked against."""

from pathlib import Path

from msgspec import Struct

from sv_cli.checks.binding import Ready, bound
from sv_cli.commands.outcome import ExitCode, Outcome, Refused, refusable, unusable
from sv_cli.commands.parts import Request, library_for
from sv_cli.commands.written import Destination, delivered
from sv_cli.findings.finding import Finding
from sv_cli.library.frameworks import framework_files, load_framework, named_framework
from sv_cli.model.figures import Library
from sv_cli.reports.formats import FRAMEWORKS, renderer
from sv_cli.reports.screen import Screen

STARTER = Path(__file__).resolve().parent.parent / "checks" / "starter.yaml"


class FrameworksRequest(Struct, frozen=True):
    """Which library, and which of its frameworks; None lists them."""

    asked: Request
    screen: Screen
    framework: str | None = None


@refusable
def frameworks(request: FrameworksRequest) -> Outcome:
    """The list of frameworks, or one of them in full; one that does not fit the library is refused."""
    if request.framework is None:
        return _list(request)
    ready = ready_framework(request.framework, request.asked, library_for(request.asked))
    return Outcome(ExitCode.CLEAN, renderer("show", FRAMEWORKS)(ready.framework, request.screen))


def ready_framework(name: str, asked: Request, library: Library) -> Ready:
    """The framework called ``name``, or in the file ``name``, bound to ``library``; raises Refused."""
    loading = named_framework(name, asked.libraries)
    if loading.framework is None:
        raise Refused(loading.findings)
    ready, findings = bound(loading.framework, library)
    if ready is None:
        raise Refused(tuple(findings))
    return ready


def _list(request: FrameworksRequest) -> Outcome:
    found, findings = [], list[Finding]()
    for path in framework_files(request.asked.libraries).values():
        loading = load_framework(path)
        findings += loading.findings
        if loading.framework is not None:
            found.append(loading.framework)
    if findings:
        return unusable(findings)
    return Outcome(ExitCode.CLEAN, renderer("list", FRAMEWORKS)(found, request.screen))


def new_framework(destination: Destination) -> Outcome:
    """A framework to start from, with an example and a comment for every check."""
    return delivered(STARTER.read_text(encoding="utf-8"), destination, ExitCode.CLEAN)

"""Owns `sv methods list` and `sv methods show`: the conventions of valuing that a library has."""

from msgspec import Struct

from sv_cli.commands.outcome import ExitCode, Outcome, refusable
from sv_cli.commands.parts import Request, library_for, method_called
from sv_cli.findings.finding import Place
from sv_cli.reports.formats import METHODS, renderer
from sv_cli.reports.screen import Screen


class MethodsRequest(Struct, frozen=True):
    """Which library, and which of its methods; None lists them."""

    asked: Request
    screen: Screen
    method: str | None = None


@refusable
def methods(request: MethodsRequest) -> Outcome:
    """The list of methods, or all that one of them decides."""
    library = library_for(request.asked)
    if request.method is None:
        text = renderer("list", METHODS)(library, request.screen)
    else:
        method = method_called(request.method, library, Place())
        text = renderer("show", METHODS)(method, library, request.screen)
    return Outcome(ExitCode.CLEAN, text)

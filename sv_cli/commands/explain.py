"""Owns `sv explain`: the steps of a line's value, or the catalogue's entry for a finding."""

import re
from pathlib import Path

from msgspec import Struct

from sv_cli.commands.bids import valuation_of
from sv_cli.commands.outcome import ExitCode, Outcome, Refused, refusable, unusable
from sv_cli.commands.parts import Request, library_for, valuer_for
from sv_cli.commands.written import Destination, delivered
from sv_cli.findings.catalogue import BY_CODE, BY_NAME, KINDS, finding
from sv_cli.findings.finding import Kind, Place
from sv_cli.library.nearest import nearest_text
from sv_cli.model.valuations import Line, Valuation
from sv_cli.paths import is_there
from sv_cli.reports.formats import EXPLAIN, EXPLAIN_EVERYTHING, EXPLAIN_KIND, renderer
from sv_cli.reports.screen import Screen

EVERYTHING = "all"
_CODE = re.compile(r"SV\d{3}", re.IGNORECASE)


class ExplainRequest(Struct, frozen=True):
    """A bid and the row or reference to explain (None explains every line), or a finding's code or name, or `all`."""

    what: str
    line: str | None
    asked: Request
    screen: Screen
    destination: Destination = Destination("text")


@refusable
def explain(request: ExplainRequest) -> Outcome:
    """The steps of the lines asked for, or the catalogue's entry."""
    if request.what == EVERYTHING and not is_there(EVERYTHING):
        text = renderer(request.destination.format_name, EXPLAIN_EVERYTHING)(KINDS, request.screen)
        return delivered(text, request.destination, ExitCode.CLEAN)
    kind = _kind(request.what)
    if kind is not None:
        text = renderer(request.destination.format_name, EXPLAIN_KIND)(kind, request.screen)
        return delivered(text, request.destination, ExitCode.CLEAN)
    if _is_word(request.what):
        nearest = nearest_text(request.what, BY_NAME)
        return unusable([finding("no-such-finding", Place(), what=request.what[:60], nearest=nearest)])
    library = library_for(request.asked)
    valuation = valuation_of(Path(request.what), request.asked, valuer_for(request.asked, library))
    lines = _lines(valuation, request.line)
    text = renderer(request.destination.format_name, EXPLAIN)(valuation, lines, library, request.screen)
    exit_code = ExitCode.CLEAN if all(line.valued for line in lines) else ExitCode.FINDINGS
    return delivered(text, request.destination, exit_code, inputs=(Path(request.what),))


def _kind(what: str) -> Kind | None:
    """The catalogue's entry with the code or name ``what``; a file of that name goes before the entry's name."""
    if _CODE.fullmatch(what):
        return BY_CODE.get(what.upper())
    return BY_NAME.get(what) if not is_there(what) else None


def _is_word(what: str) -> bool:
    """Whether ``what`` can only be meant as a code or a name: it is no file, and has neither ending nor folder."""
    path = Path(what)
    return not path.suffix and path.name == what and not is_there(what)


def _lines(valuation: Valuation, wanted: str | None) -> tuple[Line, ...]:
    """The lines of the row or reference ``wanted``; raises Refused when there is none."""
    if wanted is None:
        return valuation.lines
    found = tuple(line for line in valuation.lines if _is_called(line, wanted))
    if not found:
        rows = ", ".join(str(line.commitment.at) for line in valuation.lines[:12]) or "none"
        raise Refused((finding("no-such-line", Place(file=valuation.bid.file), wanted=wanted[:60], rows=rows),))
    return found


def _is_called(line: Line, wanted: str) -> bool:
    commitment = line.commitment
    names = {str(commitment.row), str(commitment.at), commitment.reference or "", line.proxy.id if line.proxy else ""}
    return wanted.casefold() in {name.casefold() for name in names if name}

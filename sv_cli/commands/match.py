"""Owns `sv match`: proposals for promises without a reference, and a copy of the bid with the good ones filled in."""

from pathlib import Path

from msgspec import Struct

from sv_cli.bids.chosen import REFERENCE
from sv_cli.bids.read import read_data
from sv_cli.bids.sheets.files import read_bytes
from sv_cli.bids.sheets.grid import UnreadableError
from sv_cli.commands.outcome import ExitCode, Outcome, Refused, refusable
from sv_cli.commands.parts import Request, library_for
from sv_cli.commands.written import require_free, write
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Place, Severity
from sv_cli.matching.columns import UnwritableError, gains
from sv_cli.matching.copy_csv import copy_csv
from sv_cli.matching.copy_xlsx import copy_xlsx, is_xlsx
from sv_cli.matching.match import matched
from sv_cli.model.figures import Library
from sv_cli.model.matches import Matching, State
from sv_cli.reports.formats import MATCH, renderer
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import counted, shown

_WORKBOOKS = (".xlsx", ".xlsm")
_TEXTS = (".csv", ".tsv", ".txt")
_OTHERS = (b"\xd0\xcf", b"\x09\x08")  # how .xls workbooks begin


class MatchRequest(Struct, frozen=True):
    """A bid, the least confidence to fill a reference in, the report's format, and the copy to write, if any."""

    bid: Path
    asked: Request
    threshold: int
    format_name: str
    copy: Path | None
    force: bool
    screen: Screen


@refusable
def match(request: MatchRequest) -> Outcome:
    """Propose, report, and write the copy if one is asked for. Exit 1 when a reference is left for people to choose."""
    require_free(request.copy, force=request.force, inputs=(request.bid,))
    library = library_for(request.asked)
    data = _bytes_of(request)
    matching = _matching_of(data, library, request)
    copy = None if request.copy is None else _copy_of(data, matching, request, request.copy)
    text = renderer(request.format_name, MATCH)(matching, request.screen)
    if request.copy is None or copy is None:
        return Outcome(_exit_code(matching), text)
    write(request.copy, copy, force=request.force, inputs=(request.bid,))
    return Outcome(_exit_code(matching), text, _note(matching, request.copy))


def _note(matching: Matching, copy: Path) -> str:
    """The note on a copy that was written: how many references are filled in, and how many are left to choose."""
    filled = counted(len(matching.of(State.PROPOSED)), "reference")
    left = len(matching.of(State.UNSURE, State.UNMATCHED))
    chosen = f"{filled} filled in and {left} left to choose in the column {REFERENCE!r}"
    return f"written: {shown(str(copy))}, with {chosen}; check it, then score it\n"


def _matching_of(data: bytes, library: Library, request: MatchRequest) -> Matching:
    reading = read_data(data, str(request.bid), library.vocabulary, request.asked.reading)
    if reading.bid is None:
        raise Refused(reading.findings)
    return matched(reading.bid, library, request.threshold, reading.findings)


def _bytes_of(request: MatchRequest) -> bytes:
    try:
        return read_bytes(request.bid, request.asked.reading.max_bytes)
    except UnreadableError as error:
        raise Refused((finding(error.name, Place(file=str(request.bid)), **error.fields),)) from None


def _exit_code(matching: Matching) -> ExitCode:
    left = matching.of(State.UNSURE, State.UNMATCHED)
    faults = any(each.severity is Severity.ERROR for each in matching.findings)
    return ExitCode.FINDINGS if left or faults else ExitCode.CLEAN


def _copy_of(data: bytes, matching: Matching, request: MatchRequest, path: Path) -> bytes:
    """The copy's bytes, in the bid's own format; raises Refused when that cannot be written."""
    place = Place(file=str(request.bid))
    formats = "xlsx, xlsm, csv and tsv"
    workbook = data.startswith(b"PK")
    if data.startswith(_OTHERS) or (workbook and not is_xlsx(data, request.asked.reading)):
        raise Refused((finding("copy-not-possible", place, formats=formats, what="in another format"),))
    wanted = _WORKBOOKS if workbook else _TEXTS
    if path.suffix.lower() not in wanted:
        what = "a workbook" if workbook else "a text file of values"
        fields = {"what": what, "ending": path.suffix, "wanted": " or ".join(wanted)}
        raise Refused((finding("copy-format-differs", Place(file=str(path)), **fields),))
    try:
        if workbook:
            return copy_xlsx(data, gains(matching), request.asked.reading)
        return copy_csv(data, tuple(gains(matching)))
    except UnreadableError as error:
        raise Refused((finding(error.name, place, **error.fields),)) from None
    except UnwritableError as error:
        raise Refused((finding("copy-not-possible", place, formats=formats, what=f"unusual: {error}"),)) from None

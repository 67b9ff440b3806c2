"""Owns `sv score` with several methods: one bid, valued by each, with the conventions that make the difference."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.bids.read import read_bid
from sv_cli.commands.bids import require_place, valued
from sv_cli.commands.outcome import Outcome, exit_code_of, refusable
from sv_cli.commands.parts import Request, library_for, valuer_for
from sv_cli.commands.written import Destination, delivered, require_free
from sv_cli.reports.findings_text import as_lines
from sv_cli.reports.formats import SIDE_BY_SIDE, renderer
from sv_cli.reports.screen import Screen
from sv_cli.valuation.side_by_side import SideBySide, side_by_side


class SideBySideRequest(Struct, frozen=True):
    """A bid, the methods that value it, what else decides its figures, and where the report goes."""

    bid: Path
    asked: Request
    methods: tuple[str, ...]
    destination: Destination
    screen: Screen


@refusable
def score_side_by_side(request: SideBySideRequest) -> Outcome:
    """Value the bid by every method and render them side by side."""
    require_free(request.destination.path, force=request.destination.force, inputs=(request.bid,))
    compared = _compared(request)
    name = request.destination.format_name
    text = renderer(name, SIDE_BY_SIDE)(compared, request.screen)
    findings = [finding for finding, _ in compared.findings]
    beside = as_lines(findings) if name == "csv" else ""
    return delivered(text, request.destination, exit_code_of(findings), beside, inputs=(request.bid,))


def _compared(request: SideBySideRequest) -> SideBySide:
    """The bid is read once; raises Refused when there is no figure by one of the methods."""
    library = library_for(request.asked)
    valuers = [valuer_for(replace(request.asked, method=name), library) for name in request.methods]
    require_place(request.asked.contract.place, valuers[0])
    reading = read_bid(request.bid, library.vocabulary, request.asked.reading)
    return side_by_side([valued(reading, request.asked, using) for using in valuers], library)

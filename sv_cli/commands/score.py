"""Owns `sv score`: one bid, valued and reported."""

from pathlib import Path

from msgspec import Struct

from sv_cli.commands.bids import valuation_of
from sv_cli.commands.outcome import Outcome, exit_code_of, refusable
from sv_cli.commands.parts import Request, library_for, valuer_for
from sv_cli.commands.written import Destination, delivered, not_written, require_free
from sv_cli.reports.findings_text import as_lines
from sv_cli.reports.formats import renderer
from sv_cli.reports.screen import Screen


class ScoreRequest(Struct, frozen=True):
    """A bid, what decides its figure, and where the report goes."""

    bid: Path
    asked: Request
    destination: Destination
    screen: Screen


@refusable
def score(request: ScoreRequest) -> Outcome:
    """Value the bid and render the report."""
    require_free(request.destination.path, force=request.destination.force, inputs=(request.bid,))
    library = library_for(request.asked)
    valuation = valuation_of(request.bid, request.asked, valuer_for(request.asked, library))
    name = request.destination.format_name
    try:
        text = renderer(name)(valuation, request.screen)
    except OSError as error:  # a workbook is put together of parts on the disk
        raise not_written(request.destination.path, error) from None
    beside = as_lines(valuation.findings) if name == "csv" else ""
    return delivered(text, request.destination, exit_code_of(valuation.findings), beside, inputs=(request.bid,))

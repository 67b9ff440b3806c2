"""Owns `sv score`: one bid, valued and reported; by several methods, side by side."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.bids.read import read_bid
from sv_cli.commands.bids import require_place, valued
from sv_cli.commands.outcome import Outcome, exit_code_of, refusable
from sv_cli.commands.parts import Request, library_for, valuer_for
from sv_cli.commands.written import Destination, delivered, not_written, require_free
from sv_cli.findings.finding import Finding
from sv_cli.model.figures import Library
from sv_cli.model.valuations import Valuation
from sv_cli.reports.findings_text import as_lines
from sv_cli.reports.formats import SIDE_BY_SIDE, renderer
from sv_cli.reports.screen import Screen


class ScoreRequest(Struct, frozen=True):
    """A bid, what decides its figures, the methods to value it by (none: the default), where the report goes."""

    bid: Path
    asked: Request
    methods: tuple[str, ...]
    destination: Destination
    screen: Screen


@refusable
def score(request: ScoreRequest) -> Outcome:
    """Read the bid once, value it by every method and render the report."""
    require_free(request.destination.path, force=request.destination.force, inputs=(request.bid,))
    library = library_for(request.asked)
    valuers = [valuer_for(replace(request.asked, method=name), library) for name in request.methods or (None,)]
    require_place(request.asked.contract.place, valuers[0])
    reading = read_bid(request.bid, library.vocabulary, request.asked.reading)
    text, findings = _rendered([valued(reading, request.asked, using) for using in valuers], library, request)
    beside = as_lines(findings) if request.destination.format_name == "csv" else ""
    return delivered(text, request.destination, exit_code_of(findings), beside, inputs=(request.bid,))


def _rendered(
    valuations: Sequence[Valuation], library: Library, request: ScoreRequest
) -> tuple[Any, Sequence[Finding]]:
    """The report on one valuation, or on several side by side, and the findings. Raises Refused if the disk is full."""
    name = request.destination.format_name
    if len(valuations) > 1:
        from sv_cli.valuation.side_by_side import side_by_side  # noqa: PLC0415 - only where there are several

        compared = side_by_side(valuations, library)
        return renderer(name, SIDE_BY_SIDE)(compared, request.screen), [each for each, _ in compared.findings]
    (valuation,) = valuations
    try:
        return renderer(name)(valuation, request.screen), valuation.findings
    except OSError as error:  # a workbook is made from temporary files
        raise not_written(request.destination.path, error) from None

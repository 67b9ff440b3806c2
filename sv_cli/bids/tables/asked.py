"""Owns the texts around the heading of an amount, which may say what is to be filled in there: ``Enter per annum``."""

from collections.abc import Iterator
from itertools import takewhile

from sv_cli.bids.sheets.grid import Grid, Raw, cell_at
from sv_cli.bids.tables.finding.find import Span

_FEW_ROWS = 3  # below a heading, in which it may be said


def asked_of(grid: Grid, span: Span, index: int) -> Iterator[str]:
    """What stands right above a heading and behind no label, is pinned to it, or stands below before any amount."""
    heads = grid.rows[span.head : span.body]
    upper = grid.rows[span.head - 1] if span.head else None
    over = upper is not None and upper.number + 1 == heads[0].number and not cell_at(upper, index - 1)
    below = (cell_at(row, index) for row in grid.rows[span.body : span.body + _FEW_ROWS])
    pinned = (grid.comments.get((row.number, index + 1)) for row in heads if grid.comments)
    for text in (cell_at(upper, index) if upper and over else None, *pinned, *takewhile(_is_no_amount, below)):
        if isinstance(text, str) and text:
            yield text


def _is_no_amount(cell: Raw) -> bool:
    return cell is None or (isinstance(cell, str) and not any(map(str.isdigit, cell)))

"""Owns forms whose headings stand below each other, with what they head to their right: they are no tables."""

from sv_cli.bids.sheets.grid import Grid, Row
from sv_cli.bids.tables.below import KEYS
from sv_cli.bids.tables.heading import COUNTS
from sv_cli.bids.tables.headings import Headings

_AMOUNTS = frozenset(("quantity", "unit", "total"))
_MOST = 200


def stands_sideways(rows: list[Row], at: int, headings: Headings) -> bool:
    """Whether the row is one of a form whose headings stand below each other, with what they head to their right."""
    around = rows[max(at - 2, 0) : at + 3]
    fields = [_first_field(row, headings) for row in around]
    for start in range(len(fields) - 2):
        run = set(fields[start : start + 3])
        apart = any(row.after_gap for row in around[start + 1 : start + 3])
        if len(run) == 3 and not apart and "" not in run and run & KEYS and run & _AMOUNTS:  # noqa: PLR2004
            return True
    return False


def _first_field(row: Row, headings: Headings) -> str:
    """The field that a row's first cell names, where more stands beside it."""
    filled = [cell for cell in row.cells if cell not in (None, "")]
    heading = headings.recognise(filled[0]) if len(filled) > 1 and isinstance(filled[0], str) else None
    return heading.field if heading and heading.rank < COUNTS else ""


def form_row(grid: Grid, headings: Headings) -> int | None:
    """The number of the row that begins a form whose headings stand below each other, one of them of a quantity."""
    fields = [_first_field(row, headings) for row in grid.rows[:_MOST]]
    for at in range(len(fields) - 2):
        run = set(fields[at : at + 3])
        if len(run) == 3 and "" not in run and run & KEYS and "quantity" in run:  # noqa: PLR2004
            return grid.rows[at].number
    return None

"""Owns forms whose headings stand below each other, with what they head to their right: they are no tables."""

from collections.abc import Iterator

from sv_cli.bids.sheets.grid import Grid, Row
from sv_cli.bids.tables.below import KEYS
from sv_cli.bids.tables.heading import COUNTS
from sv_cli.bids.tables.headings import Headings

_AMOUNTS = frozenset(("quantity", "unit", "total"))
_QUANTITY = frozenset(("quantity",))
_FEWEST = 3
_MOST = 200


def stands_sideways(rows: list[Row], at: int, headings: Headings) -> bool:
    """Whether the row is one of a form whose headings stand below each other, with what they head to their right."""
    around = rows[max(at - 2, 0) : at + 3]
    forms = _forms([_first_field(row, headings) for row in around], _AMOUNTS)
    return any(not any(row.after_gap for row in around[start + 1 : start + _FEWEST]) for start in forms)


def _first_field(row: Row, headings: Headings) -> str:
    """The field that a row's first cell names, where more stands beside it."""
    filled = [cell for cell in row.cells if cell not in (None, "")]
    heading = headings.recognise(filled[0]) if len(filled) > 1 and isinstance(filled[0], str) else None
    return heading.field if heading and heading.rank < COUNTS else ""


def form_row(grid: Grid, headings: Headings) -> int | None:
    """The number of the row that begins a form whose headings stand below each other, one of them of a quantity."""
    forms = _forms([_first_field(row, headings) for row in grid.rows[:_MOST]], _QUANTITY)
    return next((grid.rows[at].number for at in forms), None)


def _forms(fields: list[str], amounts: frozenset[str]) -> Iterator[int]:
    """Where three rows in turn begin with three fields, one that says what is promised and one of ``amounts``."""
    for at in range(len(fields) - _FEWEST + 1):
        run = set(fields[at : at + _FEWEST])
        if len(run) == _FEWEST and "" not in run and run & KEYS and run & amounts:
            yield at

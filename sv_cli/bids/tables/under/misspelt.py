"""Owns columns whose names are misspelt, where what they hold bears out what they must mean."""

from sv_cli.bids.cells.text import folded
from sv_cli.bids.sheets.grid import Row, cell_at
from sv_cli.bids.tables.headings.heading import COUNTS, KEYS, WIDEST
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.tables.under.held import Column, holds_amounts, in_order
from sv_cli.bids.terms.codes import is_coded

_TELLING = frozenset((*KEYS, "quantity", "unit"))
# Whether the columns of these fields hold amounts
_HELD = {"quantity": True, "total": True, "count": True, "unit": False, "description": False, "place": False}


def with_slips(row: Row, columns: tuple[Column, ...], below: list[Row], headings: Headings) -> tuple[Column, ...]:
    """The columns of a heading with those whose names are misspelt, of fields that no other column answers to."""
    fields = {column.heading.field for column in columns}
    if all(column.heading.field not in _TELLING or column.heading.rank >= COUNTS for column in columns):
        return columns  # no heading, as most rows are not
    known = {column.index for column in columns}
    found = []
    for index, cell in enumerate(row.cells[:WIDEST]):
        if not isinstance(cell, str) or not cell or index in known:
            continue
        heading = headings.nearest(cell)
        if heading and heading.field not in fields and _bears_out(heading.field, index, below):
            found.append(Column(index, folded(cell), heading))
    return in_order(*columns, *found) if found else columns


def _bears_out(field: str, index: int, below: list[Row]) -> bool:
    """Whether a column holds what a column of ``field`` would."""
    amounts = holds_amounts(index, below)
    if field == "reference":
        filled = [cell for row in below if (cell := cell_at(row, index))]
        return amounts or sum(isinstance(cell, str) and is_coded(folded(cell)) for cell in filled) * 2 > len(filled)
    return amounts is _HELD.get(field, amounts)

"""Owns columns headed by different units, of which a line fills in one: a matrix of what is promised."""

from sv_cli.bids.sheets.grid import Row, cell_at
from sv_cli.bids.tables.heading import COUNTS, POUNDS
from sv_cli.bids.tables.held import Column
from sv_cli.bids.tables.times import is_nought

_UNITS = 900  # the rank of headings that do nothing but name a unit


def place_matrix(by_field: dict[str, list[Column]], rows: list[Row]) -> tuple[Column, ...]:
    """Columns headed by different units, of which most rows fill in no more than one: ``FTE | Weeks | Hours | £``."""
    counted = [column for column in by_field.get("quantity", []) if _names_its_unit(column)]
    pounds = by_field.pop(POUNDS, [])
    if len(counted) < len(by_field.get("quantity", [])) or "total" in by_field:
        return ()
    for columns in ((*counted, *pounds), tuple(counted)):
        if len(columns) <= 1 or len({column.heading.unit for column in columns}) < len(columns):
            continue
        told = [sum(not is_nought(cell_at(row, column.index)) for column in columns) for row in rows]
        several = len(told) - told.count(0) - told.count(1)
        # pounds may as well be what the quantity beside them is worth
        apart = not several or (told.count(1) > 2 * several and columns == tuple(counted))
        if apart:
            by_field.pop("quantity", None)
            return columns
    return ()


def _names_its_unit(column: Column) -> bool:
    """Whether a heading says no more than in what unit it counts: ``Hours``, ``No. of hours``."""
    return column.heading.rank >= (_UNITS if column.heading.unit is None else COUNTS)

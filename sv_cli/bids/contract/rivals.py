"""Owns what stands beside the value of a fact and is of its kind: amounts of other lots or terms, other days."""

from collections.abc import Iterator
from datetime import date

from sv_cli.bids.cells.looks import is_amount
from sv_cli.bids.sheets.grid import Raw, Row, cell_at

RIVALLED = frozenset(("value", "years", "start", "end"))
_REACH = 12

Found = tuple[Raw, int, int]  # a cell with its row number and its 0-based column


def rivals(by_number: dict[int, Row], label: int, value: Found) -> Iterator[Found]:
    """The cells that go on from a value, to the right of a label or below it, and are of the value's kind."""
    raw, number, column = value
    beside = number == label
    for step in range(1, _REACH):
        at = (number, column + step) if beside else (number + step, column)
        row = by_number.get(at[0])
        cell = None if row is None else cell_at(row, at[1])
        if cell in (None, "") and beside:
            continue
        if not _is_alike(raw, cell):
            return
        yield cell, *at


def _is_alike(one: Raw, other: Raw) -> bool:
    if isinstance(one, date) or isinstance(other, date):
        return isinstance(one, date) and isinstance(other, date)
    return is_amount(one) and is_amount(other)

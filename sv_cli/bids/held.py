"""Owns what the columns of a table hold: which are filled in, which hold amounts."""

from collections.abc import Callable, Iterable

from sv_cli.bids.cells.looks import is_amount
from sv_cli.bids.sheets.grid import Raw, Row
from sv_cli.bids.tables import Column

_SAMPLE = 2_000


def cells(column: Column, rows: list[Row]) -> Iterable[Raw]:
    """What stands in a column, from its first rows."""
    for row in rows[:_SAMPLE]:
        yield row.cells[column.index] if column.index < len(row.cells) else None


def are_amounts(column: Column, rows: list[Row]) -> bool:
    """Whether most of what a column holds is numbers."""
    held = [cell for cell in cells(column, rows) if cell not in (None, "")]
    return sum(map(is_amount, held)) * 2 > len(held)


def filled(columns: tuple[Column, ...], rows: list[Row]) -> tuple[Column, ...]:
    """The columns that hold anything; all of them when none does."""
    return without(columns, rows, lambda held: not any(cell not in (None, "") for cell in held))


def holding(columns: list[Column], rows: list[Row], *, alone: bool) -> tuple[Column, ...]:
    """The columns that hold anything; all of them where they stand ``alone`` for the quantity."""
    return tuple(column for column in columns if alone or any(filled_at(row, column.index) for row in rows))


def filled_at(row: Row, index: int) -> bool:
    """Whether a row has anything in a 0-based column."""
    return index < len(row.cells) and row.cells[index] not in (None, "")


def without(columns: tuple[Column, ...], rows: list[Row], unwanted: Callable[[list[Raw]], bool]) -> tuple[Column, ...]:
    """The columns without those whose cells are unwanted; all of them when all are."""
    left = tuple(column for column in columns if not unwanted(list(cells(column, rows))))
    return left or columns

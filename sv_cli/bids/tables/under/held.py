"""Owns what the columns of a table hold: which are filled in, which hold amounts."""

import re
from collections.abc import Callable, Container, Iterable
from decimal import Decimal

from msgspec import Struct

from sv_cli.bids.cells.figures import plain_number
from sv_cli.bids.cells.looks import CROSSES, TICKS, is_amount, says_not_offered
from sv_cli.bids.cells.text import folded, shown_text
from sv_cli.bids.cells.unit_texts import unit_said, worked
from sv_cli.bids.cells.units import MEASURES, Units
from sv_cli.bids.sheets.grid import Raw, Row, cell_at, column_at, not_empty
from sv_cli.bids.tables.headings.heading import Heading
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.late import late

_SAMPLE = 2_000
_TO_COME = late(r"\s*(?:t\.?b\.?[acd]\.?|to be (?:confirmed|agreed|advised|determined|decided)|n/?a)\s*", re.IGNORECASE)
_TOTAL = late(r"\b(?:sub-?)?totals?\b", re.IGNORECASE)
# What is promised in wholes, halves or quarters
_IN_WHOLES = late(r"\b(?:h(?:ou)?rs?|days?|weeks?|people|persons?|fte|posts?|jobs?|sessions?|events?)\b", re.IGNORECASE)
_TICKED = TICKS | {"yes", "y", "x", "true"}
_TICKS = _TICKED | CROSSES | {"no", "n", "false"}


class Column(Struct, frozen=True):
    """One recognised column: its 0-based place, its heading as written, and what the heading says."""

    index: int
    text: str
    heading: Heading


def holds_amounts(index: int, rows: list[Row]) -> bool:
    """Whether most of what a 0-based column holds is amounts, but for those that are yet to be stated.

    Where amounts are a third of it, what says that nothing is offered counts as little.
    """
    held = not_empty(column_at(rows, index))
    amounts = sum(map(is_amount, held))
    if amounts * 2 > len(held) or (amounts > 0 and amounts * 2 > len(held) - sum(map(_is_to_come, held))):
        return True
    if amounts * 3 <= len(held):
        return False
    return amounts * 2 > len(held) - sum(isinstance(cell, str) and says_not_offered(cell) for cell in held)


def promising(columns: list[Column], rows: list[Row]) -> list[Row]:
    """The first rows that say how much in one of the columns, or that it is to come; totals are left out."""
    rows = rows[:_SAMPLE]
    texts = [cell for row in rows for cell in row.cells if isinstance(cell, str)]
    if "total" in "\n".join(texts).casefold():  # which most tables say nowhere
        rows = [row for row in rows if not any(isinstance(cell, str) and _TOTAL.search(cell) for cell in row.cells)]
    places = [each.index for each in columns]
    return [row for row in rows if any(at < len(row.cells) and _may_state(row.cells[at]) for at in places)]


def _may_state(cell: Raw) -> bool:
    return is_amount(cell) or _is_to_come(cell)


def _is_to_come(cell: Raw) -> bool:
    return isinstance(cell, str) and _TO_COME.fullmatch(cell) is not None


def cells(column: Column, rows: list[Row]) -> list[Raw]:
    """What stands in a column, from its first rows."""
    return column_at(rows[:_SAMPLE], column.index)


def are_amounts(column: Column, rows: list[Row]) -> bool:
    """Whether most of what a column holds is numbers."""
    return holds_amounts(column.index, rows[:_SAMPLE])


def are_numbers(column: Column, rows: list[Row]) -> bool:
    """Whether all that a column holds is plain numbers, and no dates, which begin like amounts."""
    held = [row for row in rows[:_SAMPLE] if filled_at(row, column.index)]
    return bool(held) and all(number_at(row, column.index) is not None for row in held)


def are_prices(column: Column, columns: Iterable[Column], rows: list[Row]) -> bool:
    """Whether most amounts beside units such as people and hours have pence, as prices do: 16.93."""
    unit = next(each.index for each in columns if each.heading.field == "unit")
    beside = [row for row in rows[:_SAMPLE] if _IN_WHOLES.search(shown_text(cell_at(row, unit)))]
    numbers = [number for row in beside if (number := number_at(row, column.index)) is not None]
    odd = sum(number * 4 % 1 != 0 for number in numbers)
    return odd > 1 and odd * 2 > len(numbers)


def filled(columns: tuple[Column, ...], rows: list[Row]) -> tuple[Column, ...]:
    """The columns that hold anything; all of them when none does."""
    return holding(columns, rows) or columns


def holding(columns: Iterable[Column], rows: list[Row]) -> tuple[Column, ...]:
    """The columns that hold anything."""
    return tuple(column for column in columns if any(filled_at(row, column.index) for row in rows))


def filled_at(row: Row, index: int) -> bool:
    """Whether a row has anything in a 0-based column."""
    return index < len(row.cells) and row.cells[index] not in (None, "")


def next_to(index: int, headed: Container[int], rows: list[Row]) -> set[int]:
    """The 0-based columns on either side of one; behind a single empty one where that parts them for looks."""
    found = set()
    for step in (-1, 1):
        at = index + step
        is_gap = at >= 0 and at not in headed and not any(filled_at(row, at) for row in rows[:_SAMPLE])
        found.add(at + step if is_gap else at)
    return {at for at in found if at >= 0}


def distinct_at(index: int, rows: list[Row]) -> set[Raw]:
    """What stands in a 0-based column of all the rows, each once."""
    return set(column_at(rows, index)) - {None, ""}


def texts_at(index: int, rows: list[Row]) -> set[str]:
    """The texts in a 0-based column of all the rows, each once."""
    return {cell for cell in column_at(rows, index) if isinstance(cell, str) and cell}


def number_at(row: Row, index: int) -> Decimal | None:
    """The plain number in a 0-based column; None for anything else."""
    return plain_number(cell_at(row, index))


def without(columns: tuple[Column, ...], rows: list[Row], unwanted: Callable[[list[Raw]], bool]) -> tuple[Column, ...]:
    """The columns whose cells are not unwanted; all columns where none is left."""
    left = tuple(column for column in columns if not unwanted(list(cells(column, rows))))
    return left or columns


def count_of(column: Column, rows: list[Row], is_wanted: Callable[[str], object]) -> int:
    """How many cells of a column are as wanted; 0 unless most are, since totals and notes may be among them."""
    held = not_empty(cells(column, rows))
    unwanted = 0
    for cell in held:
        unwanted += not is_wanted(folded(cell) if isinstance(cell, str) else "")
        if 2 * unwanted >= len(held):
            return 0
    return len(held) - unwanted


def is_ticked(held: list[Raw]) -> bool:
    """Whether a column holds nothing but ticks, crosses and yes or no."""
    said = not_empty(held)
    return bool(said) and all(
        isinstance(cell, bool) or (isinstance(cell, str) and cell.strip().casefold() in _TICKS) for cell in said
    )


def is_tick(cell: Raw) -> bool:
    """Whether a cell in a column of ticks is ticked; ``x`` ticks a box as well."""
    return cell is True or (isinstance(cell, str) and cell.strip().casefold() in _TICKED)


def are_texts(column: Column, rows: list[Row]) -> bool:
    """Whether a column holds sentences, all different and without digits: such a column describes."""
    held = not_empty(column_at(rows, column.index))
    texts = [folded(cell).casefold() for cell in held if isinstance(cell, str)]
    worded = sum(" " in text for text in texts) * 2 >= len(held)
    return bool(held) and worded and len(set(texts)) == len(held) and not any(map(str.isdigit, "".join(texts)))


def are_measures(column: Column, rows: list[Row], units: Units) -> bool:
    """Whether a column holds nothing but units, spelt out, and at least one that measures: ``hours``, not ``h``."""
    texts = {folded(cell) for cell in cells(column, rows) if isinstance(cell, str) and cell}
    spelt = all(len(text) > 1 or text == "£" for text in texts)
    measured = any(_unit_of(text, units) in MEASURES | {"fte"} for text in texts)
    return spelt and measured and are_units(column, rows, units)


def are_units(column: Column, rows: list[Row], units: Units) -> bool:
    """Whether a column holds units and nothing else."""
    held = not_empty(cells(column, rows))
    return bool(held) and all(isinstance(cell, str) and _unit_of(folded(cell), units) for cell in held)


def _unit_of(text: str, units: Units) -> str | None:
    return units.find(text) or unit_said(text, units) or worked(text, units)


def in_order(*columns: Column) -> tuple[Column, ...]:
    """The columns as they stand beside each other."""
    return tuple(sorted(columns, key=lambda column: column.index))


def is_share(row: Row, index: int) -> bool:
    """Whether a cell says that it is a share, or is empty."""
    return index >= len(row.cells) or row.cells[index] in (None, "") or "%" in str(row.cells[index])


def is_beside_units(index: int, below: list[Row], headings: Headings) -> bool:
    """Whether the column right of a 0-based one holds units and nothing else, spelt out, or else the one behind it."""
    held = distinct_at(index + 1, below) or distinct_at(index + 2, below)
    spelt = all(isinstance(cell, str) and (len(cell) > 1 or cell == "£") for cell in held)
    return bool(held) and spelt and all(map(headings.unit_alone, map(str, held)))

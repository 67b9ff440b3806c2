"""Owns what the columns of a table hold: which are filled in, which hold amounts."""

import re
from collections.abc import Callable, Container, Iterable
from decimal import Decimal

from msgspec import Struct

from sv_cli.bids.cells.looks import is_amount, says_not_offered
from sv_cli.bids.cells.numbers import exact
from sv_cli.bids.cells.text import folded, shown_text
from sv_cli.bids.cells.unit_texts import unit_said, worked
from sv_cli.bids.cells.units import Units
from sv_cli.bids.sheets.grid import Raw, Row, Shown, cell_at, column_at, not_empty
from sv_cli.bids.tables.headings.heading import Heading
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.late import late

_SAMPLE = 2_000
_MOST_TIMES, _MOST_YEARS = 366, 10
_PAIR = 2  # which may be 1 and 2 by chance
_ROUGHLY = Decimal("0.01")
_RECORD = 10_000  # so much is not promised of everything alike
_PLAIN = late(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9}(?:\.[0-9]{1,6})?")
MEASURING = frozenset(
    (
        *("GBP", "GBPk", "hour", "day", "week", "month", "kg", "tonne", "tCO2e", "kgCO2e", "km", "mile", "litre"),
        *("kWh", "MWh", "fte"),
    )
)
_TO_COME = late(r"\s*(?:t\.?b\.?[acd]\.?|to be (?:confirmed|agreed|advised|determined|decided)|n/?a)\s*", re.IGNORECASE)
_TOTAL = late(r"\b(?:sub-?)?totals?\b", re.IGNORECASE)
# What is promised in wholes, halves or quarters
_IN_WHOLES = late(r"\b(?:h(?:ou)?rs?|days?|weeks?|people|persons?|fte|posts?|jobs?|sessions?|events?)\b", re.IGNORECASE)
_TICKS = frozenset(
    ("yes", "no", "y", "n", "x", "true", "false", *"\u2610\u2611\u2612\u2713\u2714\u2717\u2718\u2705\u274c")
)


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
    """The first rows that say how much in one of the columns, or that it is to come, and are no totals."""
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


def cells(column: Column, rows: list[Row]) -> Iterable[Raw]:
    """What stands in a column, from its first rows."""
    for row in rows[:_SAMPLE]:
        yield row.cells[column.index] if column.index < len(row.cells) else None


def are_amounts(column: Column, rows: list[Row]) -> bool:
    """Whether most of what a column holds is numbers."""
    return holds_amounts(column.index, rows[:_SAMPLE])


def are_numbers(column: Column, rows: list[Row]) -> bool:
    """Whether all that a column holds is plain numbers, and no dates, which begin like amounts."""
    held = [row for row in rows[:_SAMPLE] if filled_at(row, column.index)]
    return bool(held) and all(number_at(row, column.index) is not None for row in held)


def are_prices(column: Column, columns: Iterable[Column], rows: list[Row]) -> bool:
    """Whether most of what stands beside units of heads and hours has pence, as values of one unit have: 16.93."""
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


def number_at(row: Row, index: int) -> Decimal | None:
    """The plain number in a 0-based column; None for anything else."""
    cell = cell_at(row, index)
    if isinstance(cell, str):
        text = folded(cell)
        return Decimal(text) if text.isascii() and text.replace(".", "", 1).isdigit() else None
    return exact(cell) if isinstance(cell, int | float) and not isinstance(cell, bool) else None


def without(columns: tuple[Column, ...], rows: list[Row], unwanted: Callable[[list[Raw]], bool]) -> tuple[Column, ...]:
    """The columns without those whose cells are unwanted; all of them when all are."""
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


def is_line_number(cells: list[Raw], *, surely: bool = False) -> bool:
    """Whether a column only counts its own rows (1, 2, 3 …), and ``surely`` so: several of them, and every one.

    What stands below a table, such as a signature, is not counted.
    """
    if surely:
        while cells and cells[-1] in (None, ""):
            cells = cells[:-1]
        return len(cells) > _PAIR and [*map(_whole, cells)] == [*range(1, len(cells) + 1)]
    held = not_empty(cells)
    numbers = [number for cell in held if (number := _whole(cell)) is not None]
    return bool(held) and len(numbers) == len(held) and numbers == sorted(set(numbers))


def is_running(cells: list[Raw]) -> bool:
    """Whether a column only counts its own rows, behind the same letters perhaps: ``C-001``, ``C-002``."""
    end, numbers = _behind_letters(cells)
    if not numbers:
        return is_line_number(cells)
    if end[-1:].isalpha() and not numbers[0].startswith("0"):
        return False  # NT1, NT2, NT3 are those of measures
    return is_counted(cells)


def is_counted(cells: list[Raw]) -> bool:
    """Whether a column numbers its rows from 1 behind the same letters: ``C1``, ``C2``, ``C3``."""
    _, numbers = _behind_letters(cells)
    return bool(numbers) and [*map(int, numbers)] == [*range(1, len(numbers) + 1)]


def _behind_letters(cells: list[Raw]) -> tuple[str, list[str]]:
    """The letters that all cells begin with and the numbers behind them; no numbers where they do not."""
    texts = [cell.strip() if isinstance(cell, str) else "" for cell in cells if cell not in (None, "")]
    ends = {text.rstrip("0123456789") for text in texts}
    if len(texts) <= _PAIR or len(ends) > 1 or "" in texts or not ends.isdisjoint(texts):
        return "", []
    end = ends.pop()
    return end, [text[len(end) :] for text in texts]


def is_one_record(cells: list[Raw]) -> bool:
    """Whether a column holds one long number in all its rows, as that of a contract or of a proposal is."""
    held = not_empty(cells)
    number = held[0] if held else None
    whole = Decimal(number) if isinstance(number, str) and number.isascii() and number.isdigit() else number
    return len(held) > 1 == len(set(held)) and isinstance(whole, int | float | Decimal) and whole >= _RECORD


def is_numbers(cells: list[Raw]) -> bool:
    """Whether a column holds whole numbers only, as those of records and lines do."""
    return all(_whole(cell) is not None for cell in cells if cell not in (None, ""))


def _whole(cell: Raw) -> int | None:
    if isinstance(cell, str):
        bare = cell.strip().rstrip(".")
        return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 7 else None  # noqa: PLR2004
    if isinstance(cell, float | int) and not isinstance(cell, bool) and cell == int(cell):
        return int(cell)
    return None


def all_equal(columns: tuple[Column, ...], rows: list[Row]) -> bool:
    """Whether all columns hold the same, row by row."""
    held = ([cell_at(row, each.index) for each in columns] for row in rows)
    return all(each.count(each[0]) == len(each) for each in held)


def come_to(parts: tuple[Column, ...], total: Column, rows: list[Row]) -> bool:
    """Whether columns add up to another in every row that fills that one in."""
    stated = [(whole, row) for row in rows if (whole := number_at(row, total.index)) is not None]
    return bool(parts and stated) and all(
        whole == sum(number_at(row, part.index) or 0 for part in parts) for whole, row in stated
    )


def is_product(product: int, quantity: int, factor: int, rows: list[Row]) -> bool:
    """Whether a 0-based column is another times a third of small whole numbers, and not always times one.

    It has to be in every row that fills in all three. Prices are seldom whole, and so are no such factors.
    """
    told = _filled_in((product, quantity, factor), rows) if factor not in (product, quantity) else []
    multiplied = any(whole != one for whole, one, _ in told)
    return multiplied and all(whole == one * by and _is_whole(by, _MOST_TIMES) for whole, one, by in told)


def is_multiple(product: int, quantity: int, rows: list[Row]) -> bool:
    """Whether a 0-based column is so many times another in every row, as it is where it counts all years."""
    told = _filled_in((product, quantity), rows)
    times = {whole / one for whole, one in told}
    return len(told) > 1 and len(times) == 1 and _is_whole(min(times), _MOST_YEARS) and min(times) > 1


def is_another(total: int, quantity: int, factors: Iterable[int], rows: list[Row]) -> bool:
    """Whether a 0-based column is the other a few whole times, not always once, and no price beside them says why."""
    told = _filled_in((total, quantity), rows)
    if all(whole == one for whole, one in told) or not all(_is_whole(whole / one, _MOST_YEARS) for whole, one in told):
        return False
    priced = (_filled_in((total, quantity, at), rows) for at in factors)
    return not any(held and all(_is_near(whole, one * by) for whole, one, by in held) for held in priced)


def is_worth(total: int, prices: Iterable[int], counts: Iterable[int], rows: list[Row]) -> bool:
    """Whether a 0-based column is what so many come to at some price in every row that fills in all three."""
    told = (_filled_in((total, count, price), rows) for count in counts for price in prices)
    return any(held and all(_is_near(whole, one * by) for whole, one, by in held) for held in told)


def is_worth_times(total: int, price: int, count: int, rows: list[Row]) -> bool:
    """Whether a 0-based column is the same few whole times what so many come to at a price, as that of years is."""
    told = _filled_in((total, count, price), rows, _in_pounds)
    times = {(whole / (one * by)).quantize(_ROUGHLY) for whole, one, by in told}
    return len(told) > 1 and len(times) == 1 and 1 < min(times) <= _MOST_YEARS and _is_whole(min(times), _MOST_YEARS)


def _is_near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= one * _ROUGHLY


def _is_whole(number: Decimal, most: int) -> bool:
    return number <= most and number == number.to_integral_value()


def _filled_in(
    columns: tuple[int, ...], rows: list[Row], read: Callable[[Raw], Decimal | None] | None = None
) -> list[tuple[Decimal, ...]]:
    """The numbers in some columns of the rows that have one above nought in each."""
    read = read or _plain
    told = (tuple(read(row.cells[at]) if at < len(row.cells) else None for at in columns) for row in rows[:_SAMPLE])
    return [tuple(number for number in numbers if number) for numbers in told if all(numbers)]


def _plain(cell: Raw) -> Decimal | None:
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return exact(cell)
    text = cell.strip().rstrip(".") if isinstance(cell, str) else ""
    return Decimal(text.replace(",", "")) if _PLAIN.fullmatch(text) else None


def _in_pounds(cell: Raw) -> Decimal | None:
    """A plain number, or one of pounds."""
    if isinstance(cell, Shown):
        return None if cell.suffix else exact(cell.value)
    return _plain(cell.strip().removeprefix("\u00a3").strip() if isinstance(cell, str) else cell)


def are_texts(column: Column, rows: list[Row]) -> bool:
    """Whether a column holds sentences, each another and none with a number: they describe, and say no amount."""
    held = not_empty(column_at(rows, column.index))
    texts = [folded(cell).casefold() for cell in held if isinstance(cell, str)]
    worded = sum(" " in text for text in texts) * 2 >= len(held)
    return bool(held) and worded and len(set(texts)) == len(held) and not any(map(str.isdigit, "".join(texts)))


def are_measures(column: Column, rows: list[Row], units: Units) -> bool:
    """Whether a column of any name holds units and nothing else, spelt out, and one that measures."""
    texts = {folded(cell) for cell in cells(column, rows) if isinstance(cell, str) and cell}
    spelt = all(len(text) > 1 or text == "£" for text in texts)
    return spelt and are_units(column, rows, units) and any(_unit_of(text, units) in MEASURING for text in texts)


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

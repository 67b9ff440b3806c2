"""Owns columns that are worked out of others, row by row: what adds up, what is multiplied, what so many are worth."""

from collections.abc import Iterable
from decimal import Decimal

from sv_cli.bids.sheets.grid import Row, cell_at
from sv_cli.bids.tables.under.held import Column, number_at

_SAMPLE = 2_000
_MOST_TIMES, _MOST_YEARS = 366, 10
_ROUGHLY = Decimal("0.01")


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
    """Whether one column is another times a third in every row: ``Total = Each × Sites``. Columns are 0-based.

    The third holds small whole numbers, not all of them 1; prices are seldom whole.
    """
    told = _filled_in((product, quantity, factor), rows) if factor not in (product, quantity) else []
    multiplied = any(whole != one for whole, one, _ in told)
    return multiplied and all(whole == one * by and _is_whole(by, _MOST_TIMES) for whole, one, by in told)


def is_multiple(product: int, quantity: int, rows: list[Row]) -> bool:
    """Whether one column is the same whole number of times another in every row: that of 3 years, of one year's."""
    told = _filled_in((product, quantity), rows)
    times = {whole / one for whole, one in told}
    return len(told) > 1 and len(times) == 1 and _is_whole(min(times), _MOST_YEARS) and min(times) > 1


def is_another(total: int, quantity: int, factors: Iterable[int], rows: list[Row]) -> bool:
    """Whether one column is a few whole times another, not always once, and no price beside them explains it."""
    told = _filled_in((total, quantity), rows)
    if all(whole == one for whole, one in told) or not all(_is_whole(whole / one, _MOST_YEARS) for whole, one in told):
        return False
    priced = (_filled_in((total, quantity, at), rows) for at in factors)
    return not any(held and all(_is_near(whole, one * by) for whole, one, by in held) for held in priced)


def is_worth(total: int, prices: Iterable[int], counts: Iterable[int], rows: list[Row]) -> bool:
    """Whether one column is a count times a price in every row that fills in all three."""
    told = (_filled_in((total, count, price), rows) for count in counts for price in prices)
    return any(held and all(_is_near(whole, one * by) for whole, one, by in held) for held in told)


def is_worth_times(total: int, price: int, count: int, rows: list[Row]) -> bool:
    """Whether one column is a count times a price times the same few years in every row."""
    told = _filled_in((total, count, price), rows)
    times = {(whole / (one * by)).quantize(_ROUGHLY) for whole, one, by in told}
    return len(told) > 1 and len(times) == 1 and 1 < min(times) <= _MOST_YEARS and _is_whole(min(times), _MOST_YEARS)


def _is_near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= one * _ROUGHLY


def _is_whole(number: Decimal, most: int) -> bool:
    return number <= most and number == number.to_integral_value()


def _filled_in(columns: tuple[int, ...], rows: list[Row]) -> list[tuple[Decimal, ...]]:
    """The numbers in these columns, of the rows that have a number above nought in each."""
    told = (tuple(number_at(row, at) for at in columns) for row in rows[:_SAMPLE])
    return [tuple(number for number in numbers if number) for numbers in told if all(numbers)]

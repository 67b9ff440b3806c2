"""Owns what the tables' formats share: the conversion of cells, column by column."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from sv_cli.batch.columns import Cells, Shape, Sort, Value

T = TypeVar("T")
Write = Callable[[Sequence[Cells]], object]


def by_column(texts: Sequence[Callable[[Value], T]], rows: Sequence[Cells]) -> Iterator[tuple[T, ...]]:
    """``rows`` with each cell converted by its column's function, which is called once for each distinct cell."""
    columns = zip(*rows, strict=True)
    return zip(*(_each_once(text, column) for text, column in zip(texts, columns, strict=False)), strict=True)


def _each_once(text: Callable[[Value], T], column: Sequence[Value]) -> Iterator[T]:
    known = dict.fromkeys(column)
    if len(known) == len(column):
        return map(text, column)
    converted = {cell: text(cell) for cell in known}
    return map(converted.__getitem__, column)


def money(pence: Value) -> str:
    """Whole pence as pounds: ``1234.50`` for 123450; ``""`` for None."""
    if pence is None:
        return ""
    digits = str(pence)
    if len(digits) < 3 or digits[0] == "-":  # noqa: PLR2004 - a digit of pounds and two of pence
        digits = f"{abs(int(pence)):03d}"
        return f"{'-' if int(pence) < 0 else ''}{digits[:-2]}.{digits[-2:]}"
    return f"{digits[:-2]}.{digits[-2:]}"


def as_numbers(shape: Shape, said: Callable[[Value], Value]) -> list[Callable[[Value], Value | float]]:
    """A conversion for each column of ``shape``, for formats with numbers: money to pounds and numbers, as floats.

    ``said`` converts texts that come from bids.
    """
    conversions: dict[Sort, Callable[[Value], Value | float]] = {
        Sort.SAID: said,
        Sort.MONEY: _pounds,
        Sort.NUMBER: _number,
    }
    return [conversions.get(column.sort, _as_is) for column in shape.columns]


def _as_is(value: Value) -> Value:
    return value


def _pounds(value: Value) -> Value | float:
    return None if value is None else int(value) / 100


def _number(value: Value) -> Value | float:
    return None if value is None else float(value)

"""Owns the tables as CSV: exact to the penny, safe to open in a spreadsheet program."""

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sv_cli.batch.columns import Cells, Shape, Sort, Value
from sv_cli.reports.csv import as_cell

T = TypeVar("T")
Write = Callable[[Sequence[Cells]], object]


@contextmanager
def table(path: Path, shape: Shape) -> Iterator[Write]:
    """Write rows of ``shape`` to the CSV file at ``path``, under a header row."""
    texts = [_TEXTS[column.sort] for column in shape.columns]
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(column.name for column in shape.columns)
        rows = writer.writerows
        yield lambda cells: rows(by_column(texts, cells))


def by_column(texts: Sequence[Callable[[Value], T]], rows: Sequence[Cells]) -> Iterator[tuple[T, ...]]:
    """``rows`` with each column's cells given to its function, each distinct cell of a column once."""
    columns = zip(*rows, strict=True)
    return zip(*(_each_once(text, column) for text, column in zip(texts, columns, strict=False)), strict=True)


def _each_once(text: Callable[[Value], T], column: Sequence[Value]) -> Iterator[T]:
    known = dict.fromkeys(column)
    if len(known) == len(column):
        return map(text, column)
    said = {cell: text(cell) for cell in known}
    return map(said.__getitem__, column)


def money(pence: Value) -> str:
    """Whole pence as pounds: ``1234.50``; nothing for None."""
    if pence is None:
        return ""
    digits = str(pence)
    if len(digits) < 3 or digits[0] == "-":  # noqa: PLR2004 - a digit of pounds and two of pence
        digits = f"{abs(int(pence)):03d}"
        return f"{'-' if int(pence) < 0 else ''}{digits[:-2]}.{digits[-2:]}"
    return f"{digits[:-2]}.{digits[-2:]}"


def _plain(value: Value) -> str:
    return "" if value is None else str(value)


def _said(value: Value) -> str:
    return "" if value is None else as_cell(str(value))


def _flag(value: Value) -> str:
    return "true" if value else "false"


_TEXTS: dict[Sort, Callable[[Value], str]] = {
    Sort.TEXT: _plain,
    Sort.SAID: _said,
    Sort.COUNT: _plain,
    Sort.MONEY: money,
    Sort.NUMBER: _plain,
    Sort.FLAG: _flag,
}

"""Owns the tables as CSV: exact to the penny, safe to open in a spreadsheet program."""

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sv_cli.batch.columns import Shape, Sort, Value
from sv_cli.batch.tables.cells import Write, by_column, money
from sv_cli.reports.csv import as_cell


@contextmanager
def table(path: Path, shape: Shape) -> Iterator[Write]:
    """Write rows of ``shape`` to the CSV file at ``path``, under a header row."""
    texts = [_TEXTS[column.sort] for column in shape.columns]
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(column.name for column in shape.columns)
        rows = writer.writerows
        yield lambda cells: rows(by_column(texts, cells))


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

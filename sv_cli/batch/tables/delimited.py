"""Owns the tables as CSV: exact to the penny, safe to open in a spreadsheet program."""

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sv_cli.batch.columns import Cells, Shape, Sort, Value
from sv_cli.reports.csv import as_cell

Write = Callable[[Cells], None]


@contextmanager
def table(path: Path, shape: Shape) -> Iterator[Write]:
    """Write rows of ``shape`` to the CSV file at ``path``, under a header row."""
    texts = [_TEXTS[column.sort] for column in shape.columns]
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(column.name for column in shape.columns)
        row = writer.writerow
        yield lambda cells: row([text(cell) for text, cell in zip(texts, cells, strict=True)])


def money(pence: Value) -> str:
    """Whole pence as pounds: ``1234.50``; nothing for None."""
    if pence is None:
        return ""
    pounds, rest = divmod(abs(int(pence)), 100)
    return f"{'-' if int(pence) < 0 else ''}{pounds}.{rest:02d}"


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

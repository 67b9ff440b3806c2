"""Owns the tables as one xlsx workbook: a sheet a table, numbers as numbers, and the same bytes for the same rows."""

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sv_cli.batch.columns import Cells, Shape, Sort, Value
from sv_cli.batch.tables.delimited import Write, by_column
from sv_cli.reports.csv import as_cell

LAST_ROW = 1_048_576
_LONGEST_CELL = 32_767
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_PROPERTIES = "docProps/core.xml"
_DAY = re.compile(rb"(?<=>)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]+Z(?=</dcterms:)")


class TooLongError(Exception):
    """A table has more rows than a worksheet holds; carries the table's name."""


@contextmanager
def workbook(path: Path, shapes: Sequence[Shape]) -> Iterator[dict[str, Write]]:
    """Write rows to the sheets of a new workbook at ``path``: a way in for each shape; raises TooLongError."""
    from openpyxl import Workbook  # noqa: PLC0415 - only where this format is asked for
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415 - as above

    book = Workbook(write_only=True)
    loose = path.with_suffix(".loose")
    try:
        yield {shape.name: _sheet(book, shape) for shape in shapes}
        with zipfile.ZipFile(loose, "w", zipfile.ZIP_DEFLATED) as container:  # `save` leaves it open on a full disk
            ExcelWriter(book, container).save()
        _without_times(loose, path)
    finally:
        _closed(book)
        loose.unlink(missing_ok=True)


def _closed(book: Any) -> None:
    """Close the sheets that a run which failed has left open; else each complains when it is swept up."""
    for sheet in book.worksheets:
        if not sheet.closed:
            with suppress(Exception):  # what is wrong is told already
                sheet.close()


def _sheet(book: Any, shape: Shape) -> Write:
    sheet = book.create_sheet(shape.name)
    sheet.freeze_panes = "A2"
    sheet.append([column.name for column in shape.columns])
    values = [_VALUES.get(column.sort, _as_is) for column in shape.columns]
    count = 1

    def write(rows: Sequence[Cells]) -> None:
        nonlocal count
        count += len(rows)
        if count > LAST_ROW:
            raise TooLongError(shape.name)
        for cells in by_column(values, rows):
            sheet.append(cells)

    return write


def _without_times(loose: Path, path: Path) -> None:
    """Copy the container part by part, each dated alike, and take the time of writing out of its properties."""
    with zipfile.ZipFile(loose) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new:
        for part in old.infolist():
            dated = zipfile.ZipInfo(part.filename, _LONG_AGO)
            dated.compress_type = zipfile.ZIP_DEFLATED
            if part.filename == _PROPERTIES:
                new.writestr(dated, _DAY.sub(b"1980-01-01T00:00:00Z", old.read(part)))
                continue
            with old.open(part) as source, new.open(dated, "w", force_zip64=True) as target:
                while piece := source.read(1 << 20):
                    target.write(piece)


def _as_is(value: Value) -> Value | float:
    return value


def _said(value: Value) -> Value | float:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415 - as above

    if not isinstance(value, str):
        return value
    text = as_cell(value).encode("utf-8", "backslashreplace").decode()
    return str(ILLEGAL_CHARACTERS_RE.sub("", text))[:_LONGEST_CELL]


def _pounds(value: Value) -> Value | float:
    return None if value is None else int(value) / 100


def _number(value: Value) -> Value | float:
    return None if value is None else float(value)


_VALUES: dict[Sort, Callable[[Value], Value | float]] = {
    Sort.SAID: _said,
    Sort.MONEY: _pounds,
    Sort.NUMBER: _number,
}

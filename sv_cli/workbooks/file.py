"""Owns the bytes of a workbook: the same for the same content, whenever it is made."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

from sv_cli.workbooks.rows import Row, with_rows

_EPOCH = datetime(2026, 1, 1)  # noqa: DTZ001 - a workbook's dates have no zone; fixed, so that the same library gives the same file
_NONE: Mapping[str, Iterable[Row]] = {}
_MOMENT = re.compile(rb">\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<")


def new_book(title: str) -> Workbook:
    """A workbook with one empty sheet."""
    book = Workbook()
    book.properties.title, book.properties.creator = title, "sv"
    book.properties.language = "en-GB"
    book.properties.created = book.properties.modified = _EPOCH
    return book


def saved(book: Workbook, long: Mapping[str, Iterable[Row]] = _NONE) -> bytes:
    """The workbook as an xlsx file, without the moment of its making; ``long`` has all rows of a sheet by its name."""
    file = BytesIO()
    book.save(file)
    return _undated(file, {book[name].path: rows for name, rows in long.items()})


def _undated(file: BytesIO, long: Mapping[str, Iterable[Row]]) -> bytes:
    undated = BytesIO()
    with ZipFile(file) as made, ZipFile(undated, "w", ZIP_DEFLATED) as kept:
        for name in made.namelist():
            part = made.read(name)
            if name == "docProps/core.xml":
                part = _MOMENT.sub(f">{_EPOCH:%Y-%m-%dT%H:%M:%SZ}<".encode(), part)
            entry = ZipInfo(name, _EPOCH.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            rows = long.get(f"/{name}")
            with kept.open(entry, "w") as out:
                out.writelines((part,) if rows is None else with_rows(part, rows))
    return undated.getvalue()

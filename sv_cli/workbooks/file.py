"""Owns the bytes of a workbook: the same for the same content, whenever it is made."""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

_EPOCH = datetime(2026, 1, 1)  # noqa: DTZ001 - a workbook's dates have no zone; fixed, so that the same library gives the same file
_MOMENT = re.compile(rb">\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<")


def new_book(title: str) -> Workbook:
    """A workbook with one empty sheet."""
    book = Workbook()
    book.properties.title, book.properties.creator = title, "sv"
    book.properties.language = "en-GB"
    book.properties.created = book.properties.modified = _EPOCH
    return book


def saved(book: Workbook) -> bytes:
    """The workbook as an xlsx file, without the moment of its making."""
    file = BytesIO()
    book.save(file)
    return _undated(file.getvalue())


def _undated(data: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(BytesIO(data)) as made, ZipFile(file, "w", ZIP_DEFLATED) as kept:
        for name in made.namelist():
            part = made.read(name)
            if name == "docProps/core.xml":
                part = _MOMENT.sub(f">{_EPOCH:%Y-%m-%dT%H:%M:%SZ}<".encode(), part)
            entry = ZipInfo(name, _EPOCH.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            kept.writestr(entry, part)
    return file.getvalue()

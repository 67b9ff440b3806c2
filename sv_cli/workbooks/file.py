"""Owns the bytes of a workbook: the same for the same content, whenever it is made."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

from sv_cli.workbooks.style import AUTHOR, EPOCH

_MOMENT = re.compile(rb">\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<")


def new_book(title: str) -> Workbook:
    """A workbook with one empty sheet."""
    book = Workbook()
    book.properties.title, book.properties.creator = title, AUTHOR
    book.properties.language = "en-GB"
    book.properties.created = book.properties.modified = EPOCH
    return book


def saved(book: Workbook) -> bytes:
    """The workbook as an xlsx file, without the moment of its making."""
    file = BytesIO()
    book.save(file)
    return _undated(file)


def _undated(file: BytesIO) -> bytes:
    undated = BytesIO()
    with ZipFile(file) as made, ZipFile(undated, "w", ZIP_DEFLATED) as kept:
        for name in made.namelist():
            part = made.read(name)
            if name == "docProps/core.xml":
                part = _MOMENT.sub(f">{EPOCH:%Y-%m-%dT%H:%M:%SZ}<".encode(), part)
            entry = ZipInfo(name, EPOCH.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            kept.writestr(entry, part)
    return undated.getvalue()

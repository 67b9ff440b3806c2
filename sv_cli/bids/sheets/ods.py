"""Owns ods."""

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.archive import Archive
from sv_cli.bids.sheets.grid import Book, UnreadableError


def read_ods(archive: Archive, options: ReadOptions) -> Book:
    """All sheets."""
    raise UnreadableError("not-a-spreadsheet", reason="it is an ods file; save it as .xlsx")

"""Owns xls and xlsb: binary forms, parsed in a process of its own."""

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.grid import Book, UnreadableError


def read_legacy(data: bytes, form: str, options: ReadOptions) -> Book:
    """All sheets of the workbook."""
    raise UnreadableError("not-a-spreadsheet", reason=f"it is an {form} file; save it as .xlsx")

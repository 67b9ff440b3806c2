"""Owns the copy of a text file of values with its proposals: the same records, more fields, nothing that runs."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from sv_cli.bids.sheets.delimited import as_shown, is_spaced, text_of
from sv_cli.matching.columns import Gain, UnwritableError

_RUNS = re.compile(r"[\s\0]*[=@\t\r]|[\s\0]*[+-](?![0-9.,]*$)")


def copy_csv(data: bytes, gained: Iterable[Gain]) -> bytes:
    """The file's records with what they gained, in UTF-8 with a mark, which every spreadsheet program understands.

    Raises UnwritableError when a record has more values than its table has headings: beside them nothing can be added.
    """
    text, delimiter, declared = text_of(data)
    records = list(_numbered(text, delimiter))
    tables = tuple(gained)
    out = io.StringIO()
    if declared:
        out.write(text.splitlines()[0] + "\n")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    widths = {line: len(record) for line, record in records}
    for line, record in records[1 if declared else 0 :]:
        table = next((each for each in tables if each.header_row <= line <= each.last_row), None)
        cells = record if table is None else _with_gains(line, record, table, widths[table.header_row])
        writer.writerow([_safe(as_shown(cell)) for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def _numbered(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Every record with the line that it starts on."""
    spaced = is_spaced(text, delimiter)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=spaced)
    line = 1
    for record in reader:
        yield line, record
        line = reader.line_num + 1


def _with_gains(line: int, record: list[str], table: Gain, width: int) -> list[str]:
    """The record with what it gains, the additions from the first column after the heading's ``width`` on."""
    if any(record[width:]):
        raise UnwritableError(f"its line {line} has more values than the table has headings")
    cells = record[:width] + [""] * (width - len(record))
    for filling in (each for each in table.fillings if each.row == line):
        cells[filling.column - 1] = filling.text
    for addition in (each for each in table.additions if each.row == line):
        cells += addition.texts
    return cells


def _safe(cell: str) -> str:
    """The cell's text, with an apostrophe before what a spreadsheet program would run; numbers stay numbers."""
    return f"'{cell}" if _RUNS.match(cell) else cell

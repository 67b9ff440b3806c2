"""Owns the copy of a CSV or TSV bid with its proposals: the same records with more fields, and no formula in them."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from sv_cli.bids.chosen import RUNS
from sv_cli.bids.sheets.delimited import as_shown, is_spaced, text_of
from sv_cli.matching.columns import Gain, UnwritableError, placed


def copy_csv(data: bytes, gained: Sequence[Gain]) -> bytes:
    """The file's records with the gained cells, in UTF-8 with a byte order mark, which spreadsheet programs understand.

    Raises UnwritableError when a record has more values than its table has headings, so that the new columns would be
    among them, or when cells have to be added on a line within a value.
    """
    text, delimiter, declared = text_of(data)
    records = dict(_numbered(text, delimiter))
    added = _added(records, gained)
    records |= {line: [] for line in range(max(records, default=0) + 1, max(added, default=0) + 1)}
    if not added.keys() <= records.keys():
        raise UnwritableError("one of its values runs over several lines, and a line is needed next to it")
    out = io.StringIO()
    if declared:
        out.write(text.splitlines()[0] + "\n")
        del records[1]
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    for line, record in records.items():
        writer.writerow([_safe(as_shown(cell)) for cell in _with_gains(record, added.get(line, {}))])
    return out.getvalue().encode("utf-8-sig")


def _added(records: Mapping[int, list[str]], gained: Sequence[Gain]) -> dict[int, dict[int, str]]:
    """The new cells by line and 0-based column."""
    first = min((gain.header_row for gain in gained), default=0)
    last = max((_width(record) for line, record in records.items() if line >= first), default=0)
    added: dict[int, dict[int, str]] = {}
    for start, gain in placed(gained, last):
        if not gain.card:
            _refuse_outgrown(records, gain)
        for addition in gain.additions:
            added.setdefault(addition.row, {}).update(enumerate(addition.texts, start=start - 1))
    return added


def _width(record: list[str]) -> int:
    """The number of cells of a record up to the last that is not blank."""
    return max((at for at, cell in enumerate(record, 1) if cell.strip()), default=0)


def _refuse_outgrown(records: Mapping[int, list[str]], gain: Gain) -> None:
    width = len(records[gain.header_row])
    for line, record in records.items():
        if gain.header_row <= line <= gain.last_row and any(record[width:]):
            raise UnwritableError(f"its line {line} has more values than the table has headings")


def _numbered(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Every record with the line that it starts on."""
    spaced = is_spaced(text, delimiter)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=spaced)
    line = 1
    for record in reader:
        yield line, record
        line = reader.line_num + 1


def _with_gains(record: list[str], added: Mapping[int, str]) -> list[str]:
    """The record with its new cells, each in its column."""
    cells = record + [""] * (max(added, default=-1) + 1 - len(record))
    for column, text in added.items():
        cells[column] = text
    return cells


def _safe(cell: str) -> str:
    """The cell's text, with an apostrophe before what a spreadsheet program would run; numbers stay numbers."""
    return f"'{cell}" if RUNS.match(cell) else cell

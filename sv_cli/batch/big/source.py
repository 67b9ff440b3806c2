"""Owns the opening of a big table: CSV or Parquet, all cells as text, rows by their number in the file."""

import csv
import hashlib
import io
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from os import SEEK_END
from pathlib import Path
from sys import maxsize
from tempfile import TemporaryDirectory
from typing import Any

from msgspec import Struct

from sv_cli.batch.tables.engine import reason_of
from sv_cli.bids.cells.text import normal
from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.delimited import quotes_singly, read_delimited
from sv_cli.bids.sheets.files import open_regular
from sv_cli.bids.sheets.grid import UnreadableError
from sv_cli.paths import is_folder

_DELIMITERS = (",", ";", "\t", "|", "^")
_HEAD = 1 << 20
_PIECE = 1 << 22
_PLACES, _STRETCH = 32, 1 << 16  # places in a file that a sample is taken from, and bytes from each
_BUFFER = 1 << 24  # bytes that the engine reads at once; with smaller ones, keeping the order of rows costs time
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_PACKED = (b"\x1f\x8b", b"BZh", b"\x28\xb5\x2f\xfd", b"\xfd7zXZ\0")  # gzip, bzip2, Zstandard, xz
# White space to Python only, and NUL
_RARE = (b"\x0b", b"\x0c", b"\x1c", b"\x1d", b"\x1e", b"\x1f", b"\0")


class BigTable(Struct, frozen=True):
    """A table: its headings in order, and the SQL that gives its rows as text in columns ``c0``, ``c1`` and so on.

    Where ``rows`` is empty the engine cannot read the table: it is text in another encoding than UTF-8,
    or has single quotation marks.
    ``first`` is the line number of the first row below the heading. ``options`` are those of the engine's CSV reader;
    empty for a Parquet file.
    """

    path: Path
    headings: tuple[str, ...]
    rows: str
    first: int
    delimiter: str
    options: str = ""

    @property
    def is_text(self) -> bool:
        """Whether the table is text, and no Parquet file."""
        return bool(self.options or not self.rows)

    def column(self, heading: str) -> int:
        """The column (from 0) of a heading, in whatever case; raises UnreadableError when it is not there, or twice."""
        found = [at for at, text in enumerate(self.headings) if text.strip() == heading.strip()]
        found = found or [at for at, text in enumerate(self.headings) if normal(text) == normal(heading)]
        if len(found) != 1:
            listed = ", ".join(repr(text) for text in self.headings[:20] if text.strip()) or "nothing"
            raise UnreadableError("no-bid-column", heading=heading, headings=listed)
        return found[0]

    @contextmanager
    def sample(self) -> Iterator[str]:
        """The SQL for a sample of rows from all over a text file, some perhaps cut; for all rows of a Parquet file."""
        if not self.is_text:
            yield self.rows
            return
        with passing_file(_lines_all_over(self.path)) as name:
            yield f"SELECT * FROM read_csv({quoted(name)}, header = false, ignore_errors = true, {self.options})"


@contextmanager
def passing_file(lines: Iterable[bytes]) -> Iterator[str]:
    """The name of a temporary file of ``lines`` for the engine; closed, since not all systems share open ones."""
    with TemporaryDirectory(prefix="sv-") as folder:
        path = Path(folder) / "rows.csv"
        with path.open("wb") as file:
            file.writelines(lines)
        yield str(path)


def _lines_all_over(path: Path) -> Iterator[bytes]:
    """Whole lines from evenly spaced places of a file, without its heading; all lines of a small file."""
    with path.open("rb") as file:
        size = file.seek(0, SEEK_END)
        places, most = (1, -1) if size <= _PLACES * _STRETCH else (_PLACES, _STRETCH)
        for place in range(places):
            file.seek(size * place // places)
            _, _, lines = file.read(most).partition(b"\n")
            yield lines[: lines.rfind(b"\n") + 1]


def open_table(path: Path, engine: Any) -> BigTable:
    """The table in the CSV or Parquet file at ``path``; raises UnreadableError for anything else."""
    if is_folder(path):
        raise UnreadableError("not-a-big-table", what="a folder")
    with open_regular(path) as file:
        head = file.read(_HEAD)
    if not head:
        raise UnreadableError("file-empty")
    if head.startswith(b"PAR1"):
        return _parquet(path, engine)
    if head.startswith(_WORKBOOKS):
        raise UnreadableError("not-a-big-table", what="a workbook")
    if head.startswith(_PACKED):
        raise UnreadableError("not-a-big-table", what="a compressed file, to be unpacked first")
    return _delimited(path, head)


def _parquet(path: Path, engine: Any) -> BigTable:
    import duckdb  # noqa: PLC0415 - only where one big table is worked on

    source = f"read_parquet({quoted(str(path))}, file_row_number = true)"
    try:
        described = engine.execute(f"DESCRIBE SELECT * FROM read_parquet({quoted(str(path))})").fetchall()
    except duckdb.Error as error:
        raise UnreadableError("file-damaged", reason=reason_of(error)) from None
    headings = tuple(str(row[0]) for row in described)
    columns = ", ".join(f"coalesce({_text_of(row[0], row[1])}, '') AS c{at}" for at, row in enumerate(described))
    return BigTable(path, headings, f"SELECT file_row_number + 1 AS n, {columns} FROM {source}", 1, ",")


def _text_of(heading: str, kind: str) -> str:
    """The SQL for a column's cells as text; times are in UTC, not in this machine's time zone."""
    name = '"' + heading.replace('"', '""') + '"'
    if kind == "TIMESTAMP WITH TIME ZONE":
        return f"CAST(make_timestamp(epoch_us({name})) AS VARCHAR) || '+00'"
    return f"CAST({name} AS VARCHAR)"


def _delimited(path: Path, head: bytes) -> BigTable:
    try:
        text = getincrementaldecoder("utf-8-sig")().decode(head)  # its last character may be cut in two
    except UnicodeDecodeError:
        text = ""
    if not text or "\0" in text or quotes_singly(text):
        return _otherwise_encoded(path)
    delimiter = max(_DELIMITERS, key=next(io.StringIO(text, newline="")).count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        headings = tuple(next(reader))
    except csv.Error as error:
        raise UnreadableError("file-damaged", reason=f"its records cannot be separated ({error})") from None
    names = [quoted(f"c{at}") for at in range(len(headings))]
    columns = ", ".join(f"{name}: 'VARCHAR'" for name in names)
    options = f"columns = {{{columns}}}, auto_detect = false, delim = '{delimiter}', quote = '\"', escape = '\"'"
    options += f", force_not_null = [{', '.join(names)}]"  # an empty cell is an empty text
    read = f"read_csv({quoted(str(path))}, header = true, buffer_size = {_BUFFER}, {options})"
    rows = f"SELECT row_number() OVER () + 1 AS n, * FROM {read}"
    return BigTable(path, headings, rows, reader.line_num + 1, delimiter, options)


def _otherwise_encoded(path: Path) -> BigTable:
    book = read_delimited(path.read_bytes(), ReadOptions(max_rows=maxsize, max_cells=maxsize, max_letters=maxsize))
    heading = book.grids[0].rows[0]
    headings = tuple(str(cell or "") for cell in heading.cells)
    return BigTable(path, headings, "", heading.number + 1, ";" if book.semicolons else ",")


class Look(Struct, frozen=True):
    """A file's hash, its number of lines, and whether it has one of the characters _RARE.

    More lines than records means that a cell spans lines.
    """

    sha256: str
    lines: int
    rare: bool


def looked_over(path: Path) -> Look:
    """Read every byte of the file once."""
    sha, breaks, last, rare = hashlib.sha256(), 0, b"", False
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            sha.update(piece)
            breaks += piece.count(b"\n")
            rare = rare or any(space in piece for space in _RARE)
            last = piece[-1:]
    return Look(sha.hexdigest(), breaks + (last != b"\n"), rare)


def quoted(text: str) -> str:
    """``text`` as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def named(cells: Sequence[str]) -> str:
    """``cells`` as SQL literals with commas between."""
    return ", ".join(quoted(each) for each in cells)

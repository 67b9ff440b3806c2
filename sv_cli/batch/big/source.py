"""Owns the opening of a big table: CSV or Parquet, all cells as text, rows by their number in the file."""

import csv
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

_DELIMITERS = (",", ";", "\t", "|")
_HEAD = 1 << 20
_PIECE = 1 << 22
_BUFFER = 1 << 24  # of which the engine makes pieces that need no putting together when their order is kept
_RARE = (b"\x0b", b"\x0c", b"\x1c", b"\x1d", b"\x1e", b"\x1f")  # white space to Python, and to nobody else


class TableError(Exception):
    """The table cannot be worked on; carries the name of a finding and the fields of its message."""

    def __init__(self, name: str, **fields: object) -> None:
        super().__init__(name)
        self.name = name
        self.fields = fields


class BigTable(Struct, frozen=True):
    """A table: its headings in order, and the SQL that gives its rows as text in columns ``c0``, ``c1`` and so on.

    ``first`` is the number of the first row below the heading, as a person would name it.
    """

    path: Path
    headings: tuple[str, ...]
    rows: str
    first: int
    delimiter: str

    def column(self, heading: str) -> int:
        """The place of a heading; raises TableError when it is not there, or twice."""
        found = [at for at, text in enumerate(self.headings) if text.strip() == heading.strip()]
        if len(found) != 1:
            listed = ", ".join(repr(text) for text in self.headings[:20])
            raise TableError("no-bid-column", heading=heading, headings=listed)
        return found[0]


def open_table(path: Path, engine: Any) -> BigTable:
    """The table in the file at ``path``; raises TableError."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except FileNotFoundError:
        raise TableError("file-not-found") from None
    except OSError as error:
        raise TableError("file-unreadable", reason=(error.strerror or str(error)).lower()) from None
    if not head:
        raise TableError("file-empty")
    if head.startswith(b"PAR1"):
        return _parquet(path, engine)
    return _delimited(path, head)


def _parquet(path: Path, engine: Any) -> BigTable:
    source = f"read_parquet({quoted(str(path))}, file_row_number = true)"
    described = engine.execute(f"DESCRIBE SELECT * FROM read_parquet({quoted(str(path))})").fetchall()
    headings = tuple(str(row[0]) for row in described)
    columns = ", ".join(
        f"coalesce(CAST(\"{name.replace(chr(34), chr(34) * 2)}\" AS VARCHAR), '') AS c{at}"
        for at, name in enumerate(headings)
    )
    return BigTable(path, headings, f"SELECT file_row_number + 1 AS n, {columns} FROM {source}", 1, ",")


def _delimited(path: Path, head: bytes) -> BigTable:
    text = head.decode("utf-8-sig", "replace")
    line = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=line.count)
    headings = tuple(next(csv.reader([line], delimiter=delimiter), []))
    if len(headings) < 2 or "\0" in line:  # noqa: PLR2004 - a bid and its commitment at least
        raise TableError("no-bid-column", heading="", headings=repr(line[:80]))
    names = [quoted(f"c{at}") for at in range(len(headings))]
    columns = ", ".join(f"{name}: 'VARCHAR'" for name in names)
    options = f"header = true, auto_detect = false, delim = '{delimiter}', quote = '\"', escape = '\"'"
    options += f", force_not_null = [{', '.join(names)}]"  # an empty cell is an empty text
    options += f", buffer_size = {_BUFFER}"
    read = f"read_csv({quoted(str(path))}, columns = {{{columns}}}, {options})"
    rows = f"SELECT row_number() OVER () + 1 AS n, * FROM {read}"
    return BigTable(path, headings, rows, 2, delimiter)


class Look(Struct, frozen=True):
    """What a look at the bytes shows: their hash, how many lines they are, and whether they hold rare white space.

    More lines than records means that a cell spans lines.
    """

    sha256: str
    lines: int
    rare: bool


def looked_over(path: Path) -> Look:
    """Look at every byte of the file once."""
    sha, breaks, last, rare = hashlib.sha256(), 0, b"", False
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            sha.update(piece)
            breaks += piece.count(b"\n")
            rare = rare or any(space in piece for space in _RARE)
            last = piece[-1:]
    return Look(sha.hexdigest(), breaks + (last != b"\n"), rare)


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def named(cells: Sequence[str]) -> str:
    """Names as an SQL list."""
    return ", ".join(quoted(each) for each in cells)

"""Owns the reading of a big table whose bids all have to be read line by line: its rows, grouped by bid."""

import sys
from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.batch.big.source import BigTable
from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.delimited import read_delimited
from sv_cli.bids.sheets.grid import Remark, Row, trimmed

_NOT_OF_A_BID = "delimiter-detected"


class Whole(Struct, frozen=True):
    """The rows of each bid of a table, in the order of the bids' first rows; ``remarks`` are on the file's text."""

    bids: dict[str, list[Row]]
    remarks: tuple[Remark, ...] = ()


def read_whole(table: BigTable, bid: int, engine: Any, options: ReadOptions) -> Whole:
    """All rows of ``table``, grouped by its column ``bid``; raises UnreadableError when its records are broken."""
    if not table.is_text:
        return Whole(_by_bid(_of_parquet(table, engine), bid))
    free = replace(options, max_rows=sys.maxsize, max_cells=sys.maxsize, max_letters=sys.maxsize)
    book = read_delimited(table.path.read_bytes(), free)
    remarks = tuple(each for each in book.remarks if each.name != _NOT_OF_A_BID)
    return Whole(_by_bid(iter(book.grids[0].rows[1:]), bid), remarks)


def _of_parquet(table: BigTable, engine: Any) -> Iterator[Row]:
    columns = ", ".join(f"c{at}" for at in range(len(table.headings)))
    cursor = engine.execute(f"SELECT n, {columns} FROM ({table.rows}) ORDER BY n")
    for number, *cells in iter(cursor.fetchone, None):
        yield Row(number, [trimmed(cell) or "" for cell in cells])


def _by_bid(rows: Iterator[Row], bid: int) -> dict[str, list[Row]]:
    """The rows of each bid, with its name taken out of their cells."""
    bids: dict[str, list[Row]] = {}
    for row in rows:
        name = str(row.cells[bid] or "") if bid < len(row.cells) else ""
        cells = ["" if at == bid else cell for at, cell in enumerate(row.cells)]
        bids.setdefault(name, []).append(Row(row.number, cells))
    return bids

"""Owns one table while it is read: what its rows need to know of the sheet, the bid and the words."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from sv_cli.bids.cells.dates import Dates
from sv_cli.bids.cells.numbers import Numbers
from sv_cli.bids.cells.shares import Shares
from sv_cli.bids.columns import Layout
from sv_cli.bids.memory import Memory
from sv_cli.bids.sheets.grid import Grid, Merge, Raw, Row, UnreadableError
from sv_cli.bids.tell import Teller
from sv_cli.bids.units import Units
from sv_cli.bids.words import Words
from sv_cli.model.vocabulary import Vocabulary

_MOST_COVERED = 1_000_000


class Tools(Struct, frozen=True):
    """What reads the cells of one bid; ``stated`` names the facts of the contract that the caller knows.

    ``memory`` is what was read of bids before; see Memory.
    """

    vocabulary: Vocabulary
    words: Words
    units: Units
    numbers: Numbers
    dates: Dates
    places: Mapping[str, str]
    labels: Mapping[str, str]
    memory: Memory
    stated: frozenset[str] = frozenset()


class Sheeted(Struct):
    """One table of one sheet, with everything its rows are read with. ``years`` is the contract's length.

    ``width`` is how many cells the heading has in a text file, else 0.
    """

    grid: Grid
    layout: Layout
    tools: Tools
    tell: Teller
    years: Decimal | None
    shares: Mapping[str, Shares]
    covers: Mapping[tuple[int, int], Raw]
    merged_amounts: Mapping[tuple[int, int], Merge]
    width: int = 0

    def raw(self, row: Row, field: str) -> Raw:
        """The cell of a field in a row; a text merged over several rows counts for each of them."""
        column = self.layout.columns.get(field)
        return None if column is None else self.at(row, column.index)

    def at(self, row: Row, index: int) -> Raw:
        """The cell in a 0-based column."""
        cell = row.cells[index] if index < len(row.cells) else None
        if cell is None and self.covers:
            return self.covers.get((row.number, index + 1))
        return cell


def covered(
    grid: Grid, rows: list[Row], layout: Layout
) -> tuple[dict[tuple[int, int], Raw], dict[tuple[int, int], Merge]]:
    """Texts that are merged over several rows, by each cell under them; and the merged ranges of quantities."""
    amounts = {column.index + 1 for column, _ in layout.years}
    amounts |= {layout.columns[field].index + 1 for field in ("quantity", "total", "cost") if field in layout.columns}
    wanted = {column.index + 1 for column in layout.columns.values()} | amounts
    tall = [merge for merge in grid.merges if merge.bottom > merge.top and merge.left in wanted]
    covers: dict[tuple[int, int], Raw] = {}
    shared: dict[tuple[int, int], Merge] = {}
    if not tall:
        return covers, shared
    by_number = {row.number: row for row in rows}
    numbers = list(by_number)
    for merge in tall:
        if len(covers) + len(shared) > _MOST_COVERED:
            raise UnreadableError("too-many-cells", limit=f"{_MOST_COVERED:,} merged")
        within = numbers[bisect_left(numbers, merge.top) : bisect_right(numbers, merge.bottom)]
        if merge.left in amounts:
            shared.update({(number, merge.left): merge for number in within})
            continue
        top = by_number.get(merge.top)
        value = top.cells[merge.left - 1] if top and len(top.cells) >= merge.left else None
        covers.update({(number, merge.left): value for number in within if number != merge.top})
    return covers, shared

"""Owns what merged cells say of the rows under them: texts count for each, a quantity for none, or for one record."""

from bisect import bisect_left, bisect_right

from sv_cli.bids.sheets.grid import Grid, Merge, Raw, Row, UnreadableError
from sv_cli.bids.tables.layout import Layout
from sv_cli.bids.tables.under.held import filled_at

_MOST_COVERED = 1_000_000


def continued(grid: Grid, rows: list[Row], layout: Layout) -> frozenset[int]:
    """The rows that only go on with a record whose reference and quantity are merged over the same rows, by number."""
    key = layout.columns.get("reference") or layout.columns.get("description")
    if key is None or not grid.merges:
        return frozenset()
    amounts = _amount_columns(layout)
    records = {(merge.top, merge.bottom) for merge in grid.merges if merge.left == key.index + 1}
    whole = {(merge.top, merge.bottom) for merge in grid.merges if merge.left in amounts} & records
    below = _below(whole, [row.number for row in rows])
    filled = {row.number for row in rows if any(filled_at(row, column - 1) for column in amounts)}
    return frozenset(below - filled)


def under_merges(grid: Grid) -> set[int]:
    """The rows that share a cell with another, by number."""
    tall = {(merge.top - 1, merge.bottom) for merge in grid.merges if merge.bottom > merge.top}
    return _below(tall, [row.number for row in grid.rows]) if tall else set()


def _below(ranges: set[tuple[int, int]], numbers: list[int]) -> set[int]:
    """The numbers of rows below the first of a range; where ranges lie over each other, each row is met once."""
    below: set[int] = set()
    last = 0
    for top, bottom in sorted(ranges):
        below.update(numbers[bisect_right(numbers, max(top, last)) : bisect_right(numbers, bottom)])
        last = max(last, bottom)
    return below


def _amount_columns(layout: Layout) -> set[int]:
    """The 1-based columns of amounts."""
    spread = {column.index + 1 for column in (*(column for column, _ in layout.years), *layout.matrix)}
    named = ("quantity", "total", "cost")
    return spread | {layout.columns[field].index + 1 for field in named if field in layout.columns}


def covered(
    grid: Grid, rows: list[Row], layout: Layout
) -> tuple[dict[tuple[int, int], Raw], dict[tuple[int, int], Merge]]:
    """Texts that are merged over several of ``rows``, by each cell under them; and the merged ranges of quantities."""
    amounts = _amount_columns(layout)
    wanted = amounts | {column.index + 1 for column in (*layout.columns.values(), *layout.details, *layout.spoken)}
    tall = [merge for merge in grid.merges if merge.bottom > merge.top and merge.left in wanted]
    covers: dict[tuple[int, int], Raw] = {}
    shared: dict[tuple[int, int], Merge] = {}
    if not tall:
        return covers, shared
    by_number = {row.number: row for row in rows}
    numbers = list(by_number)
    met = 0  # and not what is kept: ranges that lie over each other keep their cells once
    for merge in tall:
        within = numbers[bisect_left(numbers, merge.top) : bisect_right(numbers, merge.bottom)]
        met += len(within)
        if met > _MOST_COVERED:
            raise UnreadableError("too-many-cells", limit=f"{_MOST_COVERED:,} merged")
        if merge.left in amounts and within == [merge.top]:
            continue  # one record, all of whose rows are merged
        if merge.left in amounts:
            shared.update({(number, merge.left): merge for number in within})
            continue
        top = by_number.get(merge.top)
        value = top.cells[merge.left - 1] if top and len(top.cells) >= merge.left else None
        covers.update({(number, merge.left): value for number in within if number != merge.top})
    return covers, shared

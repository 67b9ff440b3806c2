"""Owns lists and sums that stand beside a table, in its rows and no part of it."""

from sv_cli.bids.cells.text import normal
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.finding.best_heading import heads_table
from sv_cli.bids.tables.headings.heading import KEYS
from sv_cli.bids.tables.under.held import Column, filled_at
from sv_cli.bids.tables.under.offered import with_promised

# What a list of choices or a sum by theme is of, and what changes no line’s quantity
_LISTED = frozenset(("theme", "outcome", "total", "unit", "own_total", "own_unit_value", "cost"))
# What heads sums of anything
_SUMS = frozenset(
    ("amount", "amounts", "number", "numbers", "no", "total", "totals", "sum", "count", "figure", "figures")
)
_SAMPLE = 2_000


def without_lists(
    columns: tuple[Column, ...], runs: list[list[int]], groups: list[tuple[Column, ...]], below: list[Row]
) -> tuple[Column, ...]:
    """The columns without lists beside the one table: of its own references or texts, of units, of sums by theme.

    ``groups`` are the columns among the ``runs`` of headings with an empty column between; ``below`` are the rows.
    """
    tables = [at for at, group in enumerate(groups) if _may_head(group)]
    if len(tables) != 1:
        return columns
    table, run = groups[tables[0]], runs[tables[0]]
    lists = [
        group
        for beside, group in zip(runs, groups, strict=True)
        if group != table and (_fields(group) & _fields(table) & KEYS or _is_aside(beside, group, run, table, below))
    ]
    left = tuple(column for column in columns if not any(column in group for group in lists))
    return left if not lists or heads_table(left) else with_promised(left, below)


def _may_head(group: tuple[Column, ...]) -> bool:
    """Whether a group heads a table by itself; “Value” beside a unit may hold its quantity."""
    # “Proxy” alone may be a column of prices, and leaves the references to another part
    columns = tuple(column for column in group if normal(column.text) != "proxy")
    return heads_table(columns) or (_fields(columns) >= {"own_total", "unit"} and not KEYS.isdisjoint(_fields(columns)))


def _fields(group: tuple[Column, ...]) -> set[str]:
    return {column.heading.field for column in group}


def _is_aside(
    beside: list[int], group: tuple[Column, ...], run: list[int], table: tuple[Column, ...], below: list[Row]
) -> bool:
    """Whether a run says what the table says itself, or sums something up, and stands apart from the table's lines."""
    named = _fields(group)
    gap = max(beside[0] - run[-1], run[0] - beside[-1]) - 1
    if len(beside) > len(group) and all(normal(column.text) in _SUMS for column in group):
        return gap > 1 or not heads_table(table)  # sums of something that a text of their own run names
    further = named - _fields(table)
    if not named or not named <= _LISTED or (further and (len(beside) == 1 or "unit" in further)):
        return False
    return gap > 1 or _filled(beside, below) != _filled(run, below)


def _filled(run: list[int], below: list[Row]) -> int:
    """In how many rows something stands in one of the columns."""
    return sum(any(filled_at(row, at) for at in run) for row in below[:_SAMPLE])

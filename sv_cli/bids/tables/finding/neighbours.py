"""Owns a table's neighbours: what stands beyond an empty column under headings of its own, and says nothing of it."""

from msgspec.structs import replace

from sv_cli.bids.sheets.grid import Grid, Raw, Row, widest
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.under.held import filled_at

_NOTHING: frozenset[Raw] = frozenset((None, ""))
_FEWEST = 2  # a lone heading beside a table may be one of its own
# What a list of themes or a sum of values beside a table is headed with as well
_TELLING_NOTHING = frozenset(("theme", "outcome", "owner", "cost", "own_total", "own_unit_value"))


def parted(span: Span, grid: Grid) -> tuple[Span, list[Row]]:
    """The table and its rows without the cells of others beside it."""
    rows = grid.rows[span.body + span.asking : span.stop]
    heads = grid.rows[span.head : span.body]
    kept = [column.index for column in span.columns if column.heading.field not in _TELLING_NOTHING]
    first, last = (min(kept), max(kept)) if kept else (span.left, span.right)
    while first > 0 and _is_headed(heads, first - 1):
        first -= 1
    while _is_headed(heads, last + 1):
        last += 1
    width = widest(heads)
    inside = range(first, last + 1)
    if _are_neighbours(heads, rows, first - 1, range(first - 1), inside):
        rows = [Row(row.number, [*[None] * first, *row.cells[first:]], row.after_gap) for row in rows]
        span = replace(span, left=first, columns=tuple(each for each in span.columns if each.index >= first))
    if _are_neighbours(heads, rows, last + 1, range(last + 2, width), inside):
        # A record that is longer than the headings is told of
        rows = [
            Row(row.number, row.cells[: last + 1], row.after_gap) if len(row.cells) <= width else row for row in rows
        ]
        span = replace(span, right=last, columns=tuple(each for each in span.columns if each.index <= last))
    return span, rows


def _is_headed(heads: list[Row], index: int) -> bool:
    return any(filled_at(row, index) for row in heads)


def _are_neighbours(heads: list[Row], rows: list[Row], gap: int, beyond: range, inside: range) -> bool:
    """Whether columns beyond an empty one end before the table's rows do, or go on below them."""
    headed = sum(_is_headed(heads, index) for index in beyond)
    if headed < _FEWEST:
        return False
    first, stop = min(gap, beyond.start), max(gap + 1, beyond.stop)
    told = [at for at, row in enumerate(rows) if not _NOTHING.issuperset(row.cells[first:stop])]
    if any(filled_at(rows[at], gap) for at in told):
        return False
    shorter = len(told) < len(rows) and told == list(range(len(told)))
    return shorter or any(_NOTHING.issuperset(rows[at].cells[inside.start : inside.stop]) for at in told)

"""Owns which heading begins at a row: of one row to three, by what they name and by what stands below them."""

from itertools import takewhile, zip_longest

from sv_cli.bids.cells.looks import count_filled, heading_text, is_number
from sv_cli.bids.cells.text import folded
from sv_cli.bids.sheets.grid import Grid, Row, cell_at, filled_cells, filled_places
from sv_cli.bids.tables.finding.heading_rows import (
    Over,
    as_named,
    below,
    counts_years,
    may_go_on,
    named_by,
    named_by_two,
    parents_of,
    runs_of,
)
from sv_cli.bids.tables.headings.heading import AMOUNTS, KEYS, ODD_YEAR, PART, PERIOD, RUNNING, TIMES, WIDEST
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.tables.headings.stages import EXTENDING
from sv_cli.bids.tables.under.coded import with_codes, with_own_codes
from sv_cli.bids.tables.under.held import Column, holds_amounts, in_order
from sv_cli.bids.tables.under.in_pounds import with_pounds
from sv_cli.bids.tables.under.offered import is_open, with_bounds, with_offer, with_promised
from sv_cli.bids.terms.codes import is_coded

_NAMED_AMOUNTS = frozenset(("quantity", "total"))
_FEWEST_PARTS = 2
_FEWEST_NAMED = 3  # columns of a heading
_SHARING = (PART, RUNNING)  # of which one alone is no amount
_SHARED = frozenset((*AMOUNTS, *TIMES, "count"))
_SAMPLE = 50
_TELLING = frozenset((*KEYS, "quantity", "unit"))
# Whether the columns of these fields hold amounts
_HELD = {"quantity": True, "total": True, "count": True, "unit": False, "description": False, "place": False}


def best_heading(grid: Grid, over: Over, at: int, headings: Headings) -> tuple[int, tuple[Column, ...]]:
    """The heading that starts at row ``at``: one row, two or three, whichever names more fields."""
    height, columns = _of_two(grid, over, at, headings)
    three = _of_three(grid, over, at, headings)
    if three is None or (heads_table(three) and _score(three) <= _score(columns)):
        return height, columns
    if not heads_table(three):
        return 1, ()
    lower = _of_two(grid, over, at + 1, headings)
    return (1, ()) if lower == (2, three) else (3, three)  # what stands over two rows and adds nothing is no heading


def _of_three(grid: Grid, over: Over, at: int, headings: Headings) -> tuple[Column, ...] | None:
    """What three rows name together, of which the last shares out times or amounts; None of any other three."""
    rows = grid.rows[at : at + 3]
    if len(rows) < 3 or any(row.after_gap for row in rows[1:]) or not may_go_on(rows[1], rows[2]):  # noqa: PLR2004
        return None
    last = named_by(rows[2], headings)
    if sum(column.heading.field in _SHARED for column in last) < _FEWEST_PARTS:
        return None
    groups = filled_cells(rows[1])
    alone = len(groups) == 1 and isinstance(groups[0], str)  # over all that the last row shares out
    if not (alone or may_go_on(rows[0], rows[1])) or sum(map(bool, rows[0].cells)) < _FEWEST_PARTS:
        return None
    told = bool(grid.merges)
    shared = Row(rows[1].number, [group or part for group, part in zip_longest(rows[1].cells, rows[2].cells)])
    upper = below(parents_of(over, rows[0], shared, headings, told=told), rows[0], rows[1], headings)
    found = named_by_two(parents_of(over, upper, rows[2], headings, told=told), rows[2], headings)
    if any(
        _is_promise([each, row], named_by(each, headings), headings)
        for each, row in ((rows[0], rows[1]), (upper, rows[2]))
    ):
        return None
    timed = all(column.heading.field in TIMES for column in last) and len(last) == count_filled(rows[2].cells)
    return found if heads_table(found) or timed else None


def _of_two(grid: Grid, over: Over, at: int, headings: Headings) -> tuple[int, tuple[Column, ...]]:
    """The heading of one row or two, whichever names more fields."""
    rows = grid.rows
    columns = named_by(rows[at], headings)
    if at + 1 < len(rows) and not rows[at + 1].after_gap and may_go_on(rows[at], rows[at + 1]):
        lower = named_by(rows[at + 1], headings)
        if not columns and not lower:
            return 1, ()  # two rows of which neither names anything do not together
        parents = parents_of(over, rows[at], rows[at + 1], headings, told=bool(grid.merges))
        both = named_by_two(parents, rows[at + 1], headings)
        least = max(_score(columns), _score(lower))
        better = _score(both) > least or (_score(both) == least and bool(lower) and _are_of_years(both))
        if better and _are_of_years(both) and not heads_table(both):
            both = with_codes(rows[at + 1], both, rows[at + 2 : at + 2 + _SAMPLE])
        dated = _are_of_years(both) and not _are_of_years(lower)  # “Year 1” over one, “Year 2” over the other
        if not heads_table(columns) and _are_side_by_side(rows[at + 1], lower) and not dated:
            return 1, ()  # what stands over them names each: “Lot A”, “Lot B”
        better = better or _shares_out(rows[at + 1], columns, both)
        if heads_table(both) and better and not _is_promise(rows[at : at + 2], columns, headings):
            return 2, both
        if _only_groups(rows[at], columns, rows[at + 1], lower):
            return 1, ()
    return 1, _by_what_is_under(rows[at], columns, rows[at + 1 : at + 1 + _SAMPLE], headings)


def _only_groups(upper: Row, columns: tuple[Column, ...], lower: Row, below: tuple[Column, ...]) -> bool:
    """Whether a row groups the columns that the heading below it names: ``For information | | Bidder's offer``."""
    named = len(columns) < _FEWEST_NAMED and heads_table(below) and len(below) > len(columns)
    return named and {*filled_places(upper)} < {*filled_places(lower)}


def _shares_out(lower: Row, upper: tuple[Column, ...], both: tuple[Column, ...]) -> bool:
    """Whether a row names nothing but parts of the one quantity above it: ``Partner A | Us``."""
    if sum(column.heading.field == "quantity" for column in upper) != 1:
        return False
    below = {*filled_places(lower)}
    return len(below) > 1 and below <= {column.index for column in both if column.heading.field == "quantity"}


def _by_what_is_under(
    row: Row, columns: tuple[Column, ...], under: list[Row], headings: Headings
) -> tuple[Column, ...]:
    """The columns of a row that heads a table or may do so, with what is under it; none of any other row."""
    block = [*takewhile(lambda row: not row.after_gap, under)]
    row = as_named(row) if columns else row
    found = _by_cells(row, columns, block, headings) if 0 < len(block) < len(under) else ()
    if not heads_table(found):  # below an empty row other tables may stand
        found = _by_cells(row, columns, under, headings)
    if heads_table(found) or is_open(row, found, under) or (block and is_open(row, found, block)):
        return found
    return ()


def _by_cells(row: Row, columns: tuple[Column, ...], under: list[Row], headings: Headings) -> tuple[Column, ...]:
    """The columns of a heading with those that are known by what is under it."""
    fields = {column.heading.field for column in columns}
    named = any(not column.heading.merely_counts and column.heading.field in _NAMED_AMOUNTS for column in columns)
    if named and not fields & KEYS:
        columns = with_codes(row, columns, under)
    if not heads_table(columns) or _only_extends(columns):
        columns = with_promised(columns, under)
    columns = with_slips(row, columns, under, headings)
    if heads_table(columns) and not _only_extends(columns):
        return columns
    columns = with_own_codes(row, columns, under)
    columns = columns if heads_table(columns) else with_promised(columns, under)
    columns = with_pounds(row, with_offer(row, columns, under, headings), under)
    return columns if heads_table(columns) else with_bounds(row, columns, under)


def _only_extends(columns: tuple[Column, ...]) -> bool:
    """Whether the only amounts that a heading names are those of an extension, which adds to others."""
    hows = [column.heading.how for column in columns if column.heading.field in (*AMOUNTS, "count")]
    return bool(hows) and all(how == EXTENDING for how in hows)


def _is_promise(rows: list[Row], upper: tuple[Column, ...], headings: Headings) -> bool:
    """Whether the second of two rows holds an amount, a reference or a text of its own, and so is no heading's."""
    row = rows[1]
    counted = counts_years(*rows)
    for column in upper:
        cell = cell_at(row, column.index)
        if column.heading.field in AMOUNTS and is_number(cell) and not counted:
            return True
        if column.heading.field in KEYS and cell not in (None, "") and headings.recognise(heading_text(cell)) is None:
            return True
    return False


def _score(columns: tuple[Column, ...]) -> tuple[int, int]:
    """How much a heading tells apart: the fields, rates and times it names, and how many it names again."""
    fields = {(column.heading.field, column.heading.per) for column in columns}
    times = {(column.heading.period, column.heading.part) for column in columns if column.heading.field in TIMES}
    timed = sum(column.heading.field in TIMES for column in columns)
    odd = sum(column.heading.field == ODD_YEAR and not column.heading.part for column in columns)
    return len(fields) + len(times) + odd, len(times) - timed


def heads_table(columns: tuple[Column, ...]) -> bool:
    """Whether columns make a table of promises: what is promised, and how much."""
    fields = [column.heading.field for column in columns]
    if KEYS.isdisjoint(fields):
        return False
    amounts = AMOUNTS.intersection(fields)
    if any(name not in _SHARING or fields.count(name) >= _FEWEST_PARTS for name in amounts):
        return True
    first = min(column.index for column in columns if column.heading.field in KEYS)
    return any(column.heading.field == "count" and column.index > first for column in columns)


def _are_side_by_side(row: Row, columns: tuple[Column, ...]) -> bool:
    """Whether a row alone heads tables with an empty column between."""
    return len(columns) > _FEWEST_PARTS and sum(map(heads_table, runs_of(row, columns)[1])) > 1


def _are_of_years(columns: tuple[Column, ...]) -> bool:
    return len({column.heading.period for column in columns if column.heading.field == PERIOD}) > 1


def with_slips(row: Row, columns: tuple[Column, ...], below: list[Row], headings: Headings) -> tuple[Column, ...]:
    """The columns of a heading with those whose names are misspelt, of fields that no other column answers to."""
    fields = {column.heading.field for column in columns}
    if all(column.heading.field not in _TELLING or column.heading.merely_counts for column in columns):
        return columns  # no heading, as most rows are not
    known = {column.index for column in columns}
    found = []
    for index, cell in enumerate(row.cells[:WIDEST]):
        if not isinstance(cell, str) or not cell or index in known:
            continue
        heading = headings.nearest(cell)
        if heading and heading.field not in fields and _bears_out(heading.field, index, below):
            found.append(Column(index, folded(cell), heading))
    return in_order(*columns, *found) if found else columns


def _bears_out(field: str, index: int, below: list[Row]) -> bool:
    """Whether a column holds what a column of ``field`` would."""
    amounts = holds_amounts(index, below)
    if field == "reference":
        filled = [cell for row in below if (cell := cell_at(row, index))]
        return amounts or sum(isinstance(cell, str) and is_coded(folded(cell)) for cell in filled) * 2 > len(filled)
    return amounts is _HELD.get(field, amounts)

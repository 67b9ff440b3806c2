"""Owns finding the tables of a sheet: their heading rows, the fields of their columns, and where they end."""

from collections.abc import Iterator, Mapping
from itertools import islice, takewhile, zip_longest

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.bids.cells.looks import are_placeholders, first_number, is_number, may_head
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.sheets.grid import Grid, Merge, Raw, Row, UnreadableError, not_empty
from sv_cli.bids.tables.finding.asked import MOST_ASKING, asking
from sv_cli.bids.tables.finding.best_heading import best_heading, heads_table
from sv_cli.bids.tables.finding.heading_rows import (
    Over,
    as_named,
    counts_years,
    named_by,
    names_over,
    runs_of,
    unknown_between,
)
from sv_cli.bids.tables.finding.lists import without_lists
from sv_cli.bids.tables.finding.others import begins_other, is_line_of
from sv_cli.bids.tables.finding.patience import Patience
from sv_cli.bids.tables.finding.sideways import stands_sideways
from sv_cli.bids.tables.headings.heading import COUNTED, KEYS, RATE, TIMES, WIDEST, Heading
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.tables.under.in_pounds import with_value
from sv_cli.bids.terms.codes import is_measure_code
from sv_cli.bids.terms.rates import basis_of, is_rate

_TALLEST_HEADING = 50
_MOST_TABLES = 2_000


class Span(Struct, frozen=True):
    """One table as it was found: positions in the grid's list of rows, and its columns in order.

    ``left`` and ``right`` are the first and last 0-based column of the heading's run of cells. An ``open`` one has
    no column that is known to hold the quantity. ``unknown`` are the headings among them that name nothing known, and
    ``headed`` are all columns of the sheet with a heading in its row. One of something else than promises has no
    ``columns`` at all. So many of its first rows are ``asking``, and hold nothing.
    """

    head: int
    body: int
    stop: int
    columns: tuple[Column, ...]
    left: int
    right: int
    open: bool = False
    unknown: tuple[tuple[int, str], ...] = ()
    headed: Mapping[int, str] = {}
    asking: int = 0

    def names(self) -> dict[int, str]:
        """The headings of its columns, of known names and of unknown ones, by their 0-based places."""
        return {column.index: column.text for column in self.columns} | dict(self.unknown)


def find_tables(grid: Grid, headings: Headings, patience: Patience) -> tuple[Span, ...]:
    """The tables of a sheet from top to bottom; each ends where the next begins."""
    over: dict[int, list[Merge]] = {}
    for merge in grid.merges:
        if merge.right > merge.left and merge.bottom - merge.top < _TALLEST_HEADING:
            for number in range(merge.top, merge.bottom + 1):
                over.setdefault(number, []).append(merge)
    heads = list(islice(_heads(grid, over, headings, patience), _MOST_TABLES + 1))
    if len(heads) > _MOST_TABLES:
        reason = f"sheet {grid.name!r} has more than {_MOST_TABLES:,} heading rows"
        raise UnreadableError("file-hostile", reason=reason)
    spans = []
    for at, (head, height, columns) in enumerate(heads):
        stop = heads[at + 1][0] if at + 1 < len(heads) else len(grid.rows)
        if at + 1 < len(heads) and stop == head + height:
            continue  # a line of groups above the heading itself
        if not columns:
            spans.append(Span(head, head + height, stop, (), 0, -1, open=True))
            continue
        names = names_over(grid.rows[head + height - 1].cells)
        over_each = enumerate(zip_longest(*(row.cells for row in grid.rows[head : head + height])))
        headed = {at: names.get(at, "") for at, cells in over_each if any(cells)}
        named, units = _with_units(columns, grid.rows[head + height : stop], headings)
        body = head + height + units
        asked = asking(grid.rows[body : min(stop, body + MOST_ASKING)], named, headings)
        spans += [
            Span(
                *(head, body, stop, part, left, right),
                open=not heads_table(part),
                unknown=unknown_between(grid.rows[head + height - 1].cells, part, left, right),
                headed=headed,
                asking=asked,
            )
            for part, left, right in _parts(grid.rows[head], named, grid.rows[head + height : stop])
        ]
    return tuple(spans)


def of_value(span: Span, grid: Grid, headings: Headings) -> Span:
    """The table with its one value in pounds for the quantity, where no column is known to hold that."""
    below = grid.rows[span.body : span.stop]
    columns = with_value(as_named(grid.rows[span.body - 1]), span.columns, below, headings) if span.open else ()
    return replace(span, columns=columns, open=False) if heads_table(columns) else span


def _with_units(columns: tuple[Column, ...], below: list[Row], headings: Headings) -> tuple[tuple[Column, ...], int]:
    """The columns with what a row of units and rates alone says below their headings, and how many such rows there are.

    There is one or none.
    """
    cells = below[0].cells if below and not below[0].after_gap else []
    texts = {at: cell for at, cell in enumerate(cells[:WIDEST]) if cell not in (None, "")}
    keys = {column.index for column in columns if column.heading.field in KEYS}
    if not texts or not keys.isdisjoint(texts) or not all(isinstance(cell, str) for cell in texts.values()):
        return columns, 0
    amounts = [column for column in columns if column.heading.field in COUNTED and column.index in texts]
    under = {each: _with_unit(each.heading, str(texts[each.index]), headings) for each in amounts}
    if not under or None in under.values():
        return columns, 0
    return tuple(replace(column, heading=under.get(column) or column.heading) for column in columns), 1


def _with_unit(heading: Heading, text: str, headings: Headings) -> Heading | None:
    """A heading with the unit or the rate that stands below it: ``hours``, ``per month``; None for anything else."""
    unit, text = headings.unit_alone(text), text.strip(" ()[]")
    if heading.field == "count" and unit is None:
        return None  # what is said of it is heard of all amounts
    if basis_of(text) == "year":
        return heading if heading.field in TIMES else replace(heading, per="year")
    joined = (headings.recognise(each) for each in (f"Quantity {text}", text))
    if is_rate(normal(text)) or any(each is not None and each.field == RATE for each in joined):
        return replace(heading, field=RATE)
    return replace(heading, unit=unit) if unit and heading.unit in (None, unit) else None


class NearMiss(Struct, frozen=True):
    """A row that looks like a heading without being one: its number, the fields it names, and its other headings."""

    row: int
    fields: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def best_near_miss(grid: Grid, headings: Headings, patience: Patience) -> NearMiss | None:
    """The row that looks most like a heading without being one."""
    found: NearMiss | None = None
    patience.begin()
    for row in takewhile(lambda _: not patience.is_over, grid.rows[:500]):
        patience.look(len(row.cells))
        named = {column.index: column.heading.field for column in named_by(row, headings)}
        fields = tuple(dict.fromkeys(named.values()))
        if len(fields) > len(found.fields if found else ()):
            others = (text for at, text in names_over(row.cells).items() if at not in named)
            found = NearMiss(row.number, fields, tuple(others))
    return found


def _heads(
    grid: Grid, over: Over, headings: Headings, patience: Patience
) -> Iterator[tuple[int, int, tuple[Column, ...]]]:
    rows, at, last = grid.rows, 0, 0
    patience.begin()
    table: tuple[Column, ...] = ()
    repeated: list[Raw] = []
    numbers: set[Raw] = set()  # in a long table the column that told the row above tells this one
    while at < len(rows):
        cells = rows[at].cells
        if last < len(cells) and (cells[last] in numbers or is_number(cells[last])):
            before = cells[:last]
            if None not in before and "" not in before:
                numbers.add(cells[last])
                at += 1
                continue
        number = first_number(cells)
        if not may_head(cells) and (number >= 0 or not _groups_years(rows, at)):
            last = max(number, 0)
            at += 1
            continue
        aside = bool(table) and (are_placeholders(cells) or (_is_coded(cells, table) and not headings.has_name(cells)))
        if aside or (patience.is_over and not any(headings.has_name(row.cells) for row in rows[at : at + 2])):
            at += 1
            continue
        height, columns = best_heading(grid, over, at, headings)
        if not columns and repeated and cells == repeated:
            columns = table  # a heading that is printed again on the last page
        if columns and _heads_nothing(rows, at, height, table, headings):
            columns = ()
        patience.look(len(cells))
        if columns:
            patience.begin()
            yield at, height, columns
            table, repeated = columns, cells if height == 1 else []
            at += asking(rows[at + height : at + height + MOST_ASKING], columns, headings)
        elif table and begins_other(rows, at, table, named_by(rows[at], headings), headings):
            yield at, 1, ()
            table, repeated = (), []  # what follows is below that, until the next heading
        at += height if columns else 1


def _groups_years(rows: list[Row], at: int) -> bool:
    """Whether a row says of the one below it alone that its numbers are those of years."""
    return at + 1 < len(rows) and not rows[at + 1].after_gap and counts_years(rows[at], rows[at + 1])


def _is_coded(cells: list[Raw], table: tuple[Column, ...]) -> bool:
    """Whether a row below a heading has a code where it names its measure, and so is a line."""
    keys = (column.index for column in table if column.heading.field in KEYS and column.index < len(cells))
    return any(isinstance(cell := cells[at], str) and is_measure_code(folded(cell)) for at in keys)


def _heads_nothing(rows: list[Row], at: int, height: int, table: tuple[Column, ...], headings: Headings) -> bool:
    """Whether rows that read like a heading are a table on its side, a fact, or a line of the table above them."""
    sideways = any(stands_sideways(rows, each, headings) for each in range(at, at + height))
    return sideways or _states_fact(rows[at].cells) or (bool(table) and is_line_of(rows[at], table, headings))


def _states_fact(cells: list[Raw]) -> bool:
    """Whether a row is a label and what it asks for, and nothing else: ``Contract term: | 36 months``."""
    filled = not_empty(cells)
    return [isinstance(cell, str) and cell.endswith(":") for cell in filled[:3]] == [True, False]


def _parts(row: Row, columns: tuple[Column, ...], below: list[Row]) -> Iterator[tuple[tuple[Column, ...], int, int]]:
    """Tables side by side: runs of headings with an empty column between or said again, each a table of its own."""
    runs, groups = runs_of(row, columns)
    if len(runs) == 1:
        runs, groups = _said_again(row, runs, groups)
    if len(runs) > 1 and sum(map(heads_table, groups)) > 1:
        for run, group in zip(runs, groups, strict=True):
            if heads_table(group):
                yield group, run[0], run[-1]
        return
    columns = without_lists(columns, runs, groups, below)
    yield columns, min(column.index for column in columns), max(column.index for column in columns)


def _said_again(
    row: Row, runs: list[list[int]], groups: list[tuple[Column, ...]]
) -> tuple[list[list[int]], list[tuple[Column, ...]]]:
    """The one run of headings, parted where all of them are said again, each time as a table of its own."""
    (run,) = runs
    texts = [row.cells[at] if at < len(row.cells) else None for at in run]
    width = texts.index(texts[0], 1) if texts[0] in texts[1:] else 0
    if not width or len(run) % width or texts != texts[:width] * (len(run) // width):
        return runs, groups
    again = [run[at : at + width] for at in range(0, len(run), width)]
    parts = [tuple(column for column in groups[0] if column.index in part) for part in again]
    return (again, parts) if all(map(heads_table, parts)) else (runs, groups)

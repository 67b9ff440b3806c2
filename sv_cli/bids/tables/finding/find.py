"""Owns finding the tables of a sheet: their heading rows, the fields of their columns, and where they end."""

from collections.abc import Iterator, Mapping
from itertools import islice, takewhile, zip_longest

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.bids.cells.looks import are_placeholders, first_number, heading_text, is_number, may_head, speaks_of_money
from sv_cli.bids.cells.parts import SLICE
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.sheets.grid import Grid, Merge, Raw, Row, UnreadableError, cell_at
from sv_cli.bids.tables.finding.others import begins_other, is_line_of, states_fact
from sv_cli.bids.tables.finding.patience import Patience
from sv_cli.bids.tables.finding.runs import runs_of, unknown_between
from sv_cli.bids.tables.finding.sideways import stands_sideways
from sv_cli.bids.tables.headings.heading import COUNTS, ODD_YEAR, PART, PERIOD, RATE, RUNNING, Heading
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.tables.headings.stages import EXTENDING
from sv_cli.bids.tables.under.below import (
    KEYS,
    WIDEST,
    counts_years,
    is_open,
    with_bounds,
    with_codes,
    with_offer,
    with_own_codes,
    with_pounds,
    with_promised,
    with_slips,
    with_value,
)
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.terms.codes import is_measure_code
from sv_cli.bids.terms.forms import BY_NAME

_AMOUNTS = frozenset(("quantity", "total", PERIOD, PART, RUNNING, ODD_YEAR, RATE))
_NAMED_AMOUNTS = frozenset(("quantity", "total"))
_TIMES = frozenset((PERIOD, PART, RUNNING))
_FEWEST_PARTS = 2
_SAMPLE = 50
_TALLEST_HEADING = 50
_MOST_TABLES = 2_000
_GROUPS = frozenset(("quantity", "count", "total", "unit", "description"))

Over = dict[int, list[Merge]]  # the merged ranges over each row, for those wider than a column


class Span(Struct, frozen=True):
    """One table as it was found: positions in the grid's list of rows, and its columns in order.

    ``left`` and ``right`` are the first and last 0-based column of the heading's run of cells. An ``open`` one has
    no column that is known to hold the quantity. ``unknown`` are the headings among them that name nothing known, and
    ``headed`` are all columns of the sheet with a heading in its row. One of something else than promises has no
    ``columns`` at all.
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
        headings_of = enumerate(zip_longest(*(row.cells for row in grid.rows[head : head + height])))
        headed = {at: folded(heading_text(cells[-1])) for at, cells in headings_of if any(cells)}
        named, units = _with_units(columns, grid.rows[head + height : stop], headings)
        spans += [
            Span(
                *(head, head + height + units, stop, part, left, right),
                open=not _heads_table(part),
                unknown=unknown_between(grid.rows[head + height - 1].cells, part, left, right),
                headed=headed,
            )
            for part, left, right in _parts(grid.rows[head], named)
        ]
    return tuple(spans)


def of_value(span: Span, grid: Grid, headings: Headings) -> Span:
    """The table with its one value in pounds for the quantity, where no column is known to hold that."""
    below = grid.rows[span.body : span.stop]
    columns = with_value(grid.rows[span.body - 1], span.columns, below, headings) if span.open else ()
    return replace(span, columns=columns, open=False) if _heads_table(columns) else span


def _with_units(columns: tuple[Column, ...], below: list[Row], headings: Headings) -> tuple[tuple[Column, ...], int]:
    """The columns with the units of a row of units alone below their headings, and how many such rows there are."""
    cells = below[0].cells if below and not below[0].after_gap else []
    texts = {at: cell for at, cell in enumerate(cells[:WIDEST]) if cell not in (None, "")}
    keys = {column.index for column in columns if column.heading.field in KEYS}
    if not texts or not keys.isdisjoint(texts) or not all(isinstance(cell, str) for cell in texts.values()):
        return columns, 0
    amounts = [column for column in columns if column.heading.field in _AMOUNTS and column.index in texts]
    units = {column.index: headings.unit_alone(str(texts[column.index]).strip(" ()[]")) for column in amounts}
    odd = any(column.heading.unit not in (None, units[column.index]) for column in amounts)
    if not units or odd or None in units.values():
        return columns, 0
    found = (
        replace(column, heading=replace(column.heading, unit=column.heading.unit or units.get(column.index)))
        for column in columns
    )
    return tuple(found), 1


def best_near_miss(grid: Grid, headings: Headings, patience: Patience) -> tuple[int, tuple[str, ...]] | None:
    """The row that looks most like a heading without being one: its number and the fields it names."""
    found: tuple[int, tuple[str, ...]] | None = None
    patience.begin()
    for row in takewhile(lambda _: not patience.is_over, grid.rows[:500]):
        patience.look(len(row.cells))
        fields = tuple(dict.fromkeys(column.heading.field for column in _single(row, headings)))
        if len(fields) > len(found[1] if found else ()):
            found = row.number, fields
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
        if not may_head(cells):
            last = max(first_number(cells), 0)
            at += 1
            continue
        aside = bool(table) and (are_placeholders(cells) or (_is_coded(cells, table) and not headings.has_name(cells)))
        if aside or (patience.is_over and not any(headings.has_name(row.cells) for row in rows[at : at + 2])):
            at += 1
            continue
        height, columns = _best(grid, over, at, headings)
        if not columns and repeated and cells == repeated:
            columns = table  # a heading that is printed again on the last page
        if columns and _heads_nothing(rows, at, height, table, headings):
            columns = ()
        patience.look(len(cells))
        if columns:
            patience.begin()
            yield at, height, columns
            table, repeated = columns, cells if height == 1 else []
        elif table and begins_other(rows, at, table, _single(rows[at], headings), headings):
            yield at, 1, ()
            table, repeated = (), []  # what follows is below that, until the next heading
        at += height if columns else 1


def _is_coded(cells: list[Raw], table: tuple[Column, ...]) -> bool:
    """Whether a row below a heading has a code where it names its measure, and so is a line."""
    keys = (column.index for column in table if column.heading.field in KEYS and column.index < len(cells))
    return any(isinstance(cell := cells[at], str) and is_measure_code(folded(cell)) for at in keys)


def _heads_nothing(rows: list[Row], at: int, height: int, table: tuple[Column, ...], headings: Headings) -> bool:
    """Whether rows that read like a heading are a table on its side, or a line of the table above them."""
    sideways = any(stands_sideways(rows, each, headings) for each in range(at, at + height))
    return sideways or (bool(table) and is_line_of(rows[at], table, headings))


def _best(grid: Grid, over: Over, at: int, headings: Headings) -> tuple[int, tuple[Column, ...]]:
    """The heading that starts at row ``at``: one row or two, whichever names more fields."""
    rows = grid.rows
    single = _single(rows[at], headings)
    if at + 1 < len(rows) and not rows[at + 1].after_gap and _may_go_on(rows[at], rows[at + 1]):
        below = _single(rows[at + 1], headings)
        if not single and not below:
            return 1, ()  # two rows of which neither names anything do not together
        parents = _parents(over, rows[at], rows[at + 1], headings, told=bool(grid.merges))
        pair = _pair(parents, rows[at + 1], headings)
        better = _score(pair) > max(_score(single), _score(below))
        if not _heads_table(single) and _are_side_by_side(rows[at + 1], below) and not _are_of_years(pair):
            return 1, ()  # what stands over them names each: “Lot A”, “Lot B”
        if _heads_table(pair) and better and not _is_promise(rows[at + 1], single, headings):
            return 2, pair
    under = rows[at + 1 : at + 1 + _SAMPLE]
    block = [*takewhile(lambda row: not row.after_gap, under)]
    found = _by_cells(rows[at], single, block, headings) if 0 < len(block) < len(under) else ()
    if not _heads_table(found):  # below an empty row other tables may stand
        found = _by_cells(rows[at], single, under, headings)
    if _heads_table(found) or is_open(rows[at], found, under) or (block and is_open(rows[at], found, block)):
        return 1, found
    return 1, ()


def _may_go_on(upper: Row, lower: Row) -> bool:
    return (may_head(lower.cells) or counts_years(upper, lower)) and not states_fact(upper, lower)


def _by_cells(row: Row, columns: tuple[Column, ...], under: list[Row], headings: Headings) -> tuple[Column, ...]:
    """The columns of a heading with those that are known by what is under it."""
    fields = {column.heading.field for column in columns}
    named = any(column.heading.rank < COUNTS and column.heading.field in _NAMED_AMOUNTS for column in columns)
    if named and not fields & KEYS:
        columns = with_codes(row, columns, under)
    if not _heads_table(columns) or _only_extends(columns):
        columns = with_promised(columns, under)
    columns = with_slips(row, columns, under, headings)
    if _heads_table(columns) and not _only_extends(columns):
        return columns
    columns = with_own_codes(row, columns, under)
    columns = columns if _heads_table(columns) else with_promised(columns, under)
    columns = with_pounds(row, with_offer(row, columns, under, headings), under)
    return columns if _heads_table(columns) else with_bounds(row, columns, under)


def _only_extends(columns: tuple[Column, ...]) -> bool:
    """Whether the only amounts that a heading names are those of an extension, which adds to others."""
    hows = [column.heading.how for column in columns if column.heading.field in (*_AMOUNTS, "count")]
    return bool(hows) and all(how == EXTENDING for how in hows)


def _is_promise(row: Row, upper: tuple[Column, ...], headings: Headings) -> bool:
    """Whether the row below a heading holds a reference or a text of its own, and so is no second heading row."""
    for column in upper:
        cell = cell_at(row, column.index)
        if column.heading.field in KEYS and cell not in (None, "") and headings.recognise(heading_text(cell)) is None:
            return True
    return False


def _single(row: Row, headings: Headings) -> tuple[Column, ...]:
    found = []
    for index, cell in enumerate(row.cells[:WIDEST]):
        text = heading_text(cell)
        heading = headings.recognise(text) if text else None
        if heading:
            found.append(Column(index, folded(text), heading))
    return _without_lone(found)


def _without_lone(columns: list[Column]) -> tuple[Column, ...]:
    """The columns without a single one of a lot or a deliverer, which names it and shares nothing out."""
    slices = [column for column in columns if column.heading.part and column.heading.part.kind == SLICE]
    lone = [column for column in slices if len(slices) == 1 and column.heading.field == PART]
    return tuple(column for column in columns if column not in lone)


def _pair(parents: dict[int, str], lower: Row, headings: Headings) -> tuple[Column, ...]:
    """The columns that two heading rows name together: a group above, its parts below."""
    found = []
    for index in range(min(max(max(parents, default=0) + 1, len(lower.cells)), WIDEST)):
        parent = parents.get(index, "")
        child = heading_text(lower.cells[index]) if index < len(lower.cells) else ""
        heading, text = _joined(parent, child, headings)
        if heading:
            found.append(Column(index, text, heading))
    return _without_lone(found)


def _joined(parent: str, child: str, headings: Headings) -> tuple[Heading | None, str]:
    if not parent or not child:
        text = folded(parent or child)
        return (headings.recognise(text) if text else None), text
    text = f"{folded(parent)} {folded(child)}"
    group, part = headings.recognise(parent), headings.recognise(child)
    if part is None:
        joined = headings.recognise(text)
        return (joined or (group if group and not _is_of_another(group, child) else None)), text
    if group is not None and group.field in _TIMES and part.field in _TIMES and group.field != part.field:
        return headings.recognise(text), text
    counts = group is not None and group.field in _AMOUNTS and part.field == "count"  # “No.” below “Year 1”
    if group is not None and (counts or (group.field not in _GROUPS and part.field in _AMOUNTS)):
        return group, text  # years or totals of something that is no quantity: costs, the sheet's own values
    joined = headings.recognise(text) if group is None else None
    if joined and (joined.how == BY_NAME or part.field in _AMOUNTS):
        part = joined  # “Unit of” over “measure”
    of_money = group is None and joined is None and part.field in _AMOUNTS and speaks_of_money(parent)
    return (None if of_money else part), text


def _is_of_another(group: Heading, child: str) -> bool:
    """Whether a column under a year or a quarter holds something that is no quantity, such as what was delivered."""
    return group.field in _TIMES and speaks_of_money(child)


def _parents(over: Over, upper: Row, lower: Row, headings: Headings, *, told: bool) -> dict[int, str]:
    """The upper heading over each column: written there, merged over it, or standing to its left.

    ``told`` says whether the file tells of merging at all.
    """
    parents = {at: text for at, cell in enumerate(upper.cells) if (text := heading_text(cell)).strip()}
    for merge in over.get(upper.number, ()):
        group = parents.get(merge.left - 1)
        if group:
            parents.update(dict.fromkeys(range(merge.left - 1, min(merge.right, WIDEST)), group))
    if not told:
        _spread(parents, upper, lower, headings)
    return parents


def _spread(parents: dict[int, str], upper: Row, lower: Row, headings: Headings) -> None:
    """Where nothing tells of merging (CSV), a group reaches to the right over parts until the next group.

    A year reaches no further than to what may be a part of it.
    """
    last, timed = "", False
    for index in range(min(max(len(upper.cells), len(lower.cells)), WIDEST)):
        child = heading_text(lower.cells[index]) if index < len(lower.cells) else ""
        if index in parents:
            last = parents[index] if child else ""
            group = headings.recognise(last) if last else None
            timed = group is not None and group.field in _TIMES
        elif child and last and not (timed and headings.recognise(child) is None):
            parents[index] = last
        else:
            last = ""


def _score(columns: tuple[Column, ...]) -> tuple[int, int]:
    """How much a heading tells apart: the fields and times it names, and how many it names again."""
    fields = {column.heading.field for column in columns}
    times = {(column.heading.period, column.heading.part) for column in columns if column.heading.field in _TIMES}
    timed = sum(column.heading.field in _TIMES for column in columns)
    odd = sum(column.heading.field == ODD_YEAR and not column.heading.part for column in columns)
    return len(fields) + len(times) + odd, len(times) - timed


def _heads_table(columns: tuple[Column, ...]) -> bool:
    fields = {column.heading.field for column in columns}
    if not fields & KEYS:
        return False
    for name in (PART, RUNNING):
        if sum(column.heading.field == name for column in columns) < _FEWEST_PARTS:
            fields.discard(name)
    first = min(column.index for column in columns if column.heading.field in KEYS)
    return bool(fields & _AMOUNTS) or any(
        column.heading.field == "count" and column.index > first for column in columns
    )


def _without_lists(columns: tuple[Column, ...], groups: list[tuple[Column, ...]]) -> tuple[Column, ...]:
    """The columns without lists beside the one table, which name references or texts of their own."""
    # “Proxy” alone may be a column of prices, and leaves the references to another part
    tables = [each for each in groups if _heads_table(tuple(one for one in each if normal(one.text) != "proxy"))]
    if len(tables) != 1:
        return columns
    keys = {column.heading.field for column in tables[0]} & KEYS
    lists = [group for group in groups if group != tables[0] and keys & {column.heading.field for column in group}]
    return tuple(column for column in columns if not any(column in group for group in lists))


def _are_side_by_side(row: Row, columns: tuple[Column, ...]) -> bool:
    """Whether a row alone heads tables with an empty column between."""
    return len(columns) > _FEWEST_PARTS and sum(map(_heads_table, runs_of(row, columns)[1])) > 1


def _are_of_years(columns: tuple[Column, ...]) -> bool:
    return len({column.heading.period for column in columns if column.heading.field == PERIOD}) > 1


def _parts(row: Row, columns: tuple[Column, ...]) -> Iterator[tuple[tuple[Column, ...], int, int]]:
    """Tables side by side: runs of headings with an empty column between, each a table of its own."""
    runs, groups = runs_of(row, columns)
    if len(runs) > 1 and sum(map(_heads_table, groups)) > 1:
        for run, group in zip(runs, groups, strict=True):
            if _heads_table(group):
                yield group, run[0], run[-1]
        return
    columns = _without_lists(columns, groups)
    yield columns, min(column.index for column in columns), max(column.index for column in columns)

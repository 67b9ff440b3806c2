"""Owns heading rows in which numbers stand: the number of the row itself, and years counted ``1 | 2 | 3``.

These are years beside a quantity, which they have to come to, or right of ``Commitment``; else they may be scores or
lots. They are looked for only in a bid in which no row was found that heads a table.
"""

from msgspec.structs import replace

from sv_cli.bids.cells.looks import count_up
from sv_cli.bids.cells.text import shown_text
from sv_cli.bids.sheets.grid import Grid, Row, cell_at
from sv_cli.bids.tables.finding.find import Span, find_tables
from sv_cli.bids.tables.finding.heading_rows import named_by
from sv_cli.bids.tables.finding.patience import Patience
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.late import late

_REACH, _FEWEST = 60, 2
_NUMBER = late(r"[1-9][0-9]{0,4}")


def find_numbered(grid: Grid, headings: Headings) -> tuple[Grid, tuple[Span, ...]] | None:
    """The sheet and its tables with such a row in words alone; None where none heads a table."""
    for at, row in enumerate(grid.rows[:_REACH]):
        named = _in_words(row, grid.rows[at + 1 : at + 1 + _FEWEST], headings)
        if named is None:
            continue
        worded = replace(grid, rows=[*grid.rows[:at], named, *grid.rows[at + 1 :]])
        spans = find_tables(worded, headings, Patience())
        if any(span.head <= at < span.body and not span.open for span in spans):
            return worded, spans
    return None


def _in_words(row: Row, below: list[Row], headings: Headings) -> Row | None:
    """The row with its numbers as the texts that they stand for; None where there are none, or others."""
    numbers = [at for at, cell in enumerate(row.cells) if _NUMBER.fullmatch(shown_text(cell))]
    texts = sum(isinstance(cell, str) for cell in row.cells) - sum(isinstance(row.cells[at], str) for at in numbers)
    cells = list(row.cells)
    if numbers and _is_counted(row, below, numbers[0]):
        cells[numbers.pop(0)] = None
    years = [shown_text(cells[at]) for at in numbers]
    if texts < _FEWEST or len(years) == 1 or not count_up(years):
        return None
    if years and not _may_be_of_years(row, numbers[0], headings):
        return None
    for at, year in zip(numbers, years, strict=True):
        cells[at] = f"Year {year}"
    return None if cells == row.cells else Row(row.number, cells, row.after_gap)


def _may_be_of_years(row: Row, first: int, headings: Headings) -> bool:
    """Whether a row heads a quantity too, or what is promised just left of its numbers."""
    fields = {column.index: column.heading.field for column in named_by(row, headings)}
    return "quantity" in fields.values() or fields.get(first - 1) == "description"


def _is_counted(row: Row, below: list[Row], at: int) -> bool:
    """Whether a row begins with its number, and those below it with the next ones."""
    first = [shown_text(cell_at(each, at)) for each in (row, *below)]
    begins = all(cell in (None, "") for cell in row.cells[:at])
    following = [str(int(first[0]) + number) for number in range(len(first))]
    return begins and len(first) > 1 and first == following

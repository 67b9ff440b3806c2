"""Owns Grid: what every spreadsheet engine hands over, cell by cell, before anything is understood."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from operator import attrgetter, itemgetter

from msgspec import Struct, field

from sv_cli.bids.sheets.unseen import without_unseen
from sv_cli.model.bids import Cell

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
LONGEST_NAME = 255
"""The most letters that a sheet's name has: Excel takes 31, others some more."""
_CELLS = attrgetter("cells")
NO_DAY = "date"
"""The suffix of a number whose format shows a day, and which is none: below zero, or beyond the calendar."""


class Shown(Struct, frozen=True):
    """A number whose format says more than the number: a per cent sign, a pound sign, a unit's name.

    ``suffix`` is what the format prints after it (``%``, `` hrs``), or `NO_DAY`; ``prefix`` what it prints before.
    ``veil`` is what it shows in the number's place.
    """

    value: float
    prefix: str = ""
    suffix: str = ""
    veil: str = ""


class Fault(Struct, frozen=True):
    """An error cell, such as ``#REF!`` or ``#N/A``."""

    text: str


class Uncached(Struct, frozen=True):
    """A formula whose result is not in the file; ``formula`` is as written, without its equals sign."""

    formula: str


class Moment(Struct, frozen=True):
    """A time of day or a length of time, as a spreadsheet program shows it."""

    text: str


Raw = str | float | int | bool | date | Shown | Fault | Uncached | Moment | None


class Row(Struct, gc=False):
    """One row that holds something: its number as a spreadsheet program shows it, and its cells from column A on.

    ``after_gap`` says that at least one empty row comes before it.
    """

    number: int
    cells: list[Raw]
    after_gap: bool = False


def iso_day(text: str) -> date | Fault:
    """The day of a moment in ISO form, ``2026-04-01T09:30:00``."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return Fault(text)


def trimmed(cell: Raw) -> Raw:
    """The cell without white space at its ends and what cannot be seen, which say nothing; None for nothing else."""
    if not isinstance(cell, str):
        return cell
    text = cell.strip()
    return (text if text.isprintable() else without_unseen(text)) or None


def mark_gaps(rows: list[Row]) -> None:
    """Say of each row whether an empty one comes before it."""
    previous = 0
    for row in rows:
        row.after_gap = row.number > previous + 1
        previous = row.number


def cell_at(row: Row, index: int) -> Raw:
    """The cell in a 0-based column, or nothing; a negative one is no column."""
    return row.cells[index] if 0 <= index < len(row.cells) else None


def not_empty(cells: Iterable[Raw]) -> list[Raw]:
    """The cells that hold something."""
    return [cell for cell in cells if cell not in (None, "")]


def filled_cells(row: Row) -> list[Raw]:
    """What a row holds, without its empty cells."""
    return not_empty(row.cells)


def filled_places(row: Row) -> list[int]:
    """Where a row holds something, 0-based."""
    return [at for at, cell in enumerate(row.cells) if cell not in (None, "")]


def column_at(rows: list[Row], index: int) -> list[Raw]:
    """What `cell_at` gives for each row, several times as quick where none ends before the column."""
    if index < 0:
        return [None] * len(rows)
    try:
        return list(map(itemgetter(index), map(_CELLS, rows)))
    except IndexError:
        return [cells[index] if index < len(cells) else None for cells in map(_CELLS, rows)]


def widest(rows: list[Row]) -> int:
    """How many cells the longest row has."""
    return max(map(len, map(_CELLS, rows)), default=0)


class Merge(Struct, frozen=True):
    """A merged range, 1-based and inclusive."""

    top: int
    left: int
    bottom: int
    right: int


class Grid(Struct, frozen=True):
    """One sheet: its rows in order, and what the engine knows beside the values.

    ``formulas`` maps (row, column), both 1-based, to a formula's text; ``struck`` are cells whose text is
    struck through. ``merges`` are in the file's order. ``delimited`` marks a text file, whose cells an unquoted
    comma can push to the right. ``places`` tells where the cells stand in the file, by row and column, where they were
    put in other places here; column 0 is where the record of a row begins. ``comments`` are those of
    cells.
    """

    name: str
    rows: list[Row]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merges: tuple[Merge, ...] = ()
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)
    struck: frozenset[tuple[int, int]] = frozenset()
    delimited: bool = False
    places: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def place(self, row: int, column: int) -> tuple[int, int]:
        """Where in the file a cell stands."""
        return self.places.get((row, column), (row, column))

    def line(self, row: int) -> str:
        """What to call a row in messages: its number, or the cell at which its record begins."""
        begins = self.places.get((row, 0))
        return str(row) if begins is None else Cell("", *begins).address


class Remark(Struct, frozen=True):
    """Something to tell about the file as a whole: the name of a finding, and the fields of its message."""

    name: str
    fields: Mapping[str, object] = field(default_factory=dict)


class Book(Struct, frozen=True):
    """All sheets of one file. ``semicolons`` part its values; with ``serials_1904`` days are counted from 1904."""

    grids: tuple[Grid, ...]
    remarks: tuple[Remark, ...] = ()
    semicolons: bool = False
    serials_1904: bool = False

    def __post_init__(self) -> None:
        """Raise UnreadableError where a sheet has a name that no program lets a person give it."""
        longest = max((len(grid.name) for grid in self.grids), default=0)
        if longest > LONGEST_NAME:
            raise UnreadableError("file-hostile", reason=f"the name of a sheet has {longest:,} letters")


class UnreadableError(Exception):
    """The file cannot be read; carries the name of a finding and the fields of its message."""

    def __init__(self, name: str, /, **fields: object) -> None:
        super().__init__(name)
        self.name = name
        self.fields = fields

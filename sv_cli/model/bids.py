"""Owns what a bid says: its commitments, the facts of its contract, and the cell that each was read from."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct, field

from sv_cli.model.addresses import column_letters

CHOICE = "choice"  # the field with the references that somebody chose in a copy of the bid made by `sv match`


class Cell(Struct, frozen=True):
    """Where something was read: the sheet's name (empty for a CSV), and 1-based row and column."""

    sheet: str
    row: int
    column: int

    @property
    def address(self) -> str:
        """The cell as a spreadsheet program names it: ``D14``."""
        return f"{column_letters(self.column)}{self.row}"


class Period(Struct, frozen=True, gc=False):
    """The year a quantity falls in: year ``number`` of the contract, or the year that starts in ``calendar``.

    Exactly one of the two is set. ``label`` is what the file says ("Year 2", "2026/27");
    ``financial`` marks a calendar year that runs from April ("2026/27") and not from January ("2026").
    """

    label: str
    number: int | None = None
    calendar: int | None = None
    financial: bool = False


class Tranche(Struct, frozen=True, gc=False):
    """A part of a commitment's quantity; ``period`` is None when the bid does not say when it falls."""

    quantity: Decimal
    period: Period | None = None


class Commitment(Struct, frozen=True, omit_defaults=True, gc=False):
    """One promise, as it was read.

    ``quantity`` is None when the cell could not be read with certainty (a finding says why); otherwise it is the sum of
    the tranches. ``unit`` is a unit's id, or None when the bid states none that is known; ``unit_text`` is what it
    states. ``counted`` is a word such as ``No.`` or ``each``, which says that things are counted where no unit is
    stated. ``reference_words`` are those that follow a reference of the library's own in its cell. ``adjustments`` are
    fractions 0..1 by name; ``cost`` is in pounds.
    ``drop_off_from`` (year 1 or 2 of the effect) and ``starts_after_years`` (0, or 1 for an outcome that
    starts in the period after the activity) are set where the row differs from the proxy and the method.
    ``unsure`` names the fields that the bid states and that could not be read with certainty (a
    finding says why): a commitment with any is not valued.
    ``columns`` gives the 1-based column of every field by the field's name; rows of a table share it. Where the fields
    are in several rows of the sheet, ``cells`` gives the row and column of each, and at ``""`` those of the
    commitment's first cell; ``columns`` are then those of the table that it was read as. ``chosen`` says that the
    reference comes from the field `CHOICE`.
    """

    sheet: str
    row: int
    reference: str | None
    description: str
    quantity: Decimal | None
    tranches: tuple[Tranche, ...] = ()
    unit: str | None = None
    unit_text: str | None = None
    start: date | None = None
    end: date | None = None
    place: str | None = None
    adjustments: Mapping[str, Decimal] = field(default_factory=dict)
    duration_years: Decimal | None = None
    drop_off_from: int | None = None
    starts_after_years: int | None = None
    evidence: str | None = None
    owner: str | None = None
    cost: Decimal | None = None
    columns: Mapping[str, int] = field(default_factory=dict)
    unsure: tuple[str, ...] = ()
    counted: str | None = None
    reference_words: str | None = None
    cells: Mapping[str, tuple[int, int]] | None = None
    chosen: bool = False

    @property
    def at(self) -> int | str:
        """Identifies the commitment within its sheet: its row, or its first cell's address where it has `cells`."""
        return Cell(self.sheet, *self.cells[""]).address if self.cells else self.row

    @property
    def line(self) -> tuple[str, int | str | None]:
        """Identifies the commitment within the bid: its sheet, and `at`."""
        return self.sheet, self.at

    def cell(self, name: str) -> Cell | None:
        """The cell of a field; None where the table has no column for it."""
        if self.cells:
            return Cell(self.sheet, *self.cells[name]) if name in self.cells else None
        column = self.columns.get(name)
        return None if column is None else Cell(self.sheet, self.row, column)


class Table(Struct, frozen=True, omit_defaults=True):
    """What was taken for a table of commitments: the header's row, the first and last row below it, its columns.

    ``columns`` maps each field to its heading; ``how`` maps it to the way in which the heading was recognised.
    ``form`` is the range of cells of a form, whose headings are one below the other; empty for any other table.
    """

    sheet: str
    header_row: int
    first_row: int
    last_row: int
    columns: Mapping[str, str]
    how: Mapping[str, str] = field(default_factory=dict)
    form: str = ""


class Cost(Struct, frozen=True, omit_defaults=True):
    """Money that is put in, in pounds of the report's price year; without a ``period`` in the contract's first year."""

    amount: Decimal
    period: Period | None = None


class Contract(Struct, frozen=True, omit_defaults=True):
    """The facts of the contract, from the file or from options; None where not stated. Money in pounds.

    ``years`` is its length. ``costs`` is what is invested to bring the value about; it is not the contract's value.
    ``cells`` gives the cell of each fact that was read from the file.
    """

    supplier: str | None = None
    title: str | None = None
    value: Decimal | None = None
    start: date | None = None
    years: Decimal | None = None
    place: str | None = None
    cells: Mapping[str, Cell] = field(default_factory=dict)
    costs: tuple[Cost, ...] = ()


class Bid(Struct, frozen=True):
    """The commitments of one file, in the file's order, the contract's facts, and the tables that were found.

    ``sha256`` is of the file's bytes.
    """

    file: str
    sha256: str
    contract: Contract
    commitments: tuple[Commitment, ...]
    tables: tuple[Table, ...]

"""Owns one table while it is read: what its rows need to know of the sheet, the bid and the words."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain

from msgspec import Struct

from sv_cli.bids.cells.looks import is_blank
from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.shares import Shares
from sv_cli.bids.cells.text import shown_text
from sv_cli.bids.desk import Tools
from sv_cli.bids.sheets.grid import Grid, Merge, Raw, Row, column_at
from sv_cli.bids.tables.layout import Layout
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.tables.unit_keys import NO_KEYS, Keys
from sv_cli.bids.tell import Teller
from sv_cli.bids.terms.footnotes import footnotes_of

_OWN_TIMES = frozenset(("start", "end", "year", "timing"))


class Sheeted(Struct):
    """One table of one sheet, with everything its rows are read with.

    ``years`` is the contract's length and ``start`` its first day.
    ``width`` is how many cells the heading has in a text file, else 0. ``odd`` are the rows of which the sheet says
    more than their cells and formulas do. ``footnotes`` are those of the sheet by their marks, once one is asked for.
    ``keys`` are what codes in the column of units stand for. ``beside`` says that another table has amounts,
    ``followed`` that one's heading is right below the rows of this. ``pages`` are the rows of other sheets on which a
    table of the same headings stands, and ``texts`` what sheets without a table say, a row a text.
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
    odd: frozenset[int] = frozenset()
    start: date | None = None
    footnotes: dict[str, str] | None = None
    keys: Keys = NO_KEYS
    beside: bool = False
    followed: bool = False
    pages: tuple[list[Row], ...] = ()
    texts: Sequence[str] = ()

    def raw(self, row: Row, field: str) -> Raw:
        """The cell of a field in a row; a text merged over several rows counts for each of them."""
        column = self.layout.columns.get(field)
        return None if column is None else self.at(row, column.index)

    def at(self, row: Row, index: int) -> Raw:
        """The cell in a 0-based column."""
        cell = row.cells[index] if index < len(row.cells) else None  # of every field of every row: no call
        if cell is None and self.covers:
            return self.covers.get((row.number, index + 1))
        return cell

    def down(self, rows: list[Row], index: int) -> list[Raw]:
        """The cells of a 0-based column in many rows."""
        return [self.at(row, index) for row in rows] if self.covers else column_at(rows, index)

    def words(self, row: Row, field: str) -> str:
        """What the cell of a field says, its spaces folded; ``""`` where it is empty."""
        return shown_text(self.raw(row, field))

    def amount(self, row: Row) -> Decimal | None:
        """The number in the column of the quantity, or of its total; None where there is none."""
        column = self.layout.counted()
        return None if column is None else self.tools.numbers.read(self.at(row, column.index)).value

    def has_amount(self, row: Row) -> bool:
        """Whether anything stands where quantities do."""
        return any(not is_blank(row.cells[index]) for index in self.layout.amount_columns() if index < len(row.cells))

    def has_number(self, row: Row) -> bool:
        """Whether a number stands where quantities do, and no name or date of whoever signs."""
        read = (self.tools.numbers.read(self.at(row, index)) for index in self.layout.amount_columns())
        return any(amount.value is not None for amount in read)

    def years_of_all(self) -> Decimal | None:
        """The contract's length, which is that of every line where none says from when or until when it is given."""
        return self.years if _OWN_TIMES.isdisjoint(self.layout.columns) else None

    def deciding(self) -> tuple[object, ...]:
        """All that decides how a row is read, beside its cells."""
        layout = self.layout
        return (
            *layout.columns.items(),
            *layout.years,
            *layout.costs,
            *((name, shares.scale) for name, shares in self.shares.items()),
            layout.unticked,
            *self.keys.items(),
            self.tools.numbers.settings,
            self.tools.dates,
            self.years,
            self.start if "year" in layout.columns else None,  # by which a cell may say how long the contract is
            self.width,
        )

    def looks_count(self) -> bool:
        """Whether more than what the cells of a row hold decides what it is, in any row."""
        layout = self.layout
        summed = layout.cumulative or layout.by_unit
        parts = layout.matrix or summed or any(column.heading.part for column, _ in layout.years)
        checked = layout.checked or (
            layout.years and "quantity" in layout.columns
        )  # which has to say what they come to
        told = (
            parts or layout.cumulative or layout.by_unit or checked or layout.offered or layout.clashes or layout.coded
        )
        return bool(told) or "reference" not in layout.columns

    def footnote(self, mark: str) -> str:
        """What the sheet's footnote of a mark says; ``""`` where there is none."""
        if self.footnotes is None:
            self.footnotes = footnotes_of(chain(self.grid.rows, *self.pages))
        return self.footnotes.get(mark, "")

    def say_of_line(self, problem: Problem, row: Row, field: str) -> None:
        """Tell a problem of a row, at the cell of a field where there is one."""
        column = self._column_of(field)
        if column is None:
            self.tell.say(problem.name, row.number, **problem.fields)
        else:
            self.tell.problem(problem, row.number, column.index + 1, column.text)

    def _column_of(self, field: str) -> Column | None:
        """The column of a field; of a quantity that is spread or told as a total, where it begins."""
        layout = self.layout
        if field == "quantity" and field not in layout.columns:
            return layout.years[0][0] if layout.years else layout.columns.get("total")
        return layout.columns.get(field)

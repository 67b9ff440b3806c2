"""Owns rows that head the lines below them: a lone text, or a title with its number."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise

from sv_cli.bids.cells.looks import count_filled, is_blank
from sv_cli.bids.cells.text import normal, shown_text
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.sheets.grid import Row, filled_places
from sv_cli.bids.tables.statements import year_named
from sv_cli.bids.terms.codes import heads_a_part, is_measure_code, is_reference
from sv_cli.bids.terms.titles import is_optional
from sv_cli.late import late

_PAIR = 2  # a number and a title
_SHORT = 4  # words of a title
_ORDINAL = late(r"[0-9]{1,2}(?:\.0)?[.)]?|[A-Z][.)]?|[IVX]{1,4}[.)]?")


class SectionHeads:
    """Tells the rows of one table that head others."""

    def __init__(self, table: Sheeted, rows: list[Row]) -> None:
        self._table = table
        self._rows = rows
        self._words = table.tools.desk.words
        self._numbered: dict[int, bool] = {}
        self._below: dict[int, Row] = {}
        self._externals: tuple[str, ...] | None = None
        self._titles: AbstractSet[int] | None = None

    def heading(self, row: Row, reference: str, texts: list[str], *, amount: bool) -> str:
        """What a row that is in the column of references, or of numbers, heads the lines below it with; or nothing."""
        if self.is_heading(row, reference, amount) or self._is_numbered(row, reference, amount):
            return texts[-1] if texts else reference
        return reference if self._is_of_lines_below(row, reference, amount) else ""

    def is_heading(self, row: Row, reference: str, amount: bool) -> bool:
        """A text in the reference column that is no code heads a section, alone or behind the number of it."""
        filled = filled_places(row)
        if len(filled) == _PAIR and self._is_number(row, filled[0]):
            filled = filled[1:]
        total = self._table.layout.columns.get("own_total")
        beside = [at for at in filled if total is None or at != total.index]  # some heads carry the value of their rows
        if not reference or amount or len(beside) != 1 or (is_reference(reference) and not self.is_year(row)):
            return False
        return len(filled) == 1 or not (self._words.is_total(reference) or self._words.begins_total(reference))

    def is_year(self, row: Row) -> bool:
        """``Yr 2``, which has the form of a code, heads the lines of a year where nothing else stands in the row."""
        return count_filled(row.cells) == 1 and year_named(self._table.words(row, "reference")) is not None

    def is_alone(self, row: Row) -> bool:
        """``Theme 1: Jobs`` in the table's first column, which holds the amounts: nothing else stands in the row."""
        layout = self._table.layout
        filled = [at for at, cell in enumerate(row.cells) if not is_blank(cell)]
        first = len(filled) == 1 and filled[0] <= layout.left and filled[0] in layout.amount_columns()
        text = row.cells[filled[0]] if first else None
        if not isinstance(text, str) or self._table.tools.numbers.read(text).problem is None:
            return False
        return heads_a_part(text) or not any(letter.isdigit() for letter in text)

    def _is_of_lines_below(self, row: Row, reference: str, amount: bool) -> bool:
        """``NT17 | Volunteering`` heads the lines right below, which have no reference and say how much."""
        described = bool(self._table.words(row, "description")) and count_filled(row.cells) == _PAIR
        if amount or not described or not is_measure_code(reference):
            return False
        self._below = self._below or {above.number: each for above, each in pairwise(self._rows)}
        below = self._below.get(row.number)
        joined = below is not None and not below.after_gap and not self._table.words(below, "reference")
        return below is not None and joined and self._table.has_number(below)

    def _is_numbered(self, row: Row, reference: str, amount: bool) -> bool:
        """``2 | ENVIRONMENT`` heads a section where the references of promises are no bare numbers."""
        if amount or count_filled(row.cells) != _PAIR:
            return False
        return bool(self._table.words(row, "description")) and self.may_number(reference)

    def is_numbered_title(self, row: Row) -> bool:
        """``1 | Jobs`` above lines that are numbered ``1.1`` and ``1.2`` there, and not ``2`` and ``3``."""
        filled = [at for at, cell in enumerate(row.cells) if not is_blank(cell)]
        if len(filled) != _PAIR or not isinstance(row.cells[filled[1]], str):
            return False
        return self._heads(shown_text(row.cells[filled[0]]), filled[0])

    def may_number(self, reference: str) -> bool:
        """Whether a reference is a bare number, where none of those of promises is."""
        column = self._table.layout.columns.get("reference")
        return column is not None and self._heads(reference, column.index)

    def _is_number(self, row: Row, index: int) -> bool:
        """Whether a cell left of the reference numbers a section: ``1 | Employment`` above ``1.1 | NT3``."""
        column = self._table.layout.columns.get("reference")
        return column is not None and index < column.index and self._heads(shown_text(row.cells[index]), index)

    def _heads(self, number: str, index: int) -> bool:
        """Whether a text is a bare number, and none stands in its column beside what promises how much."""
        if _ORDINAL.fullmatch(number) is None:
            return False
        if index not in self._numbered:
            promised = (shown_text(self._table.at(each, index)) for each in self._rows if self._promises(each))
            self._numbered[index] = any(map(_ORDINAL.fullmatch, promised))
        return not self._numbered[index]

    def _promises(self, row: Row) -> bool:
        text = next((cell for cell in row.cells if isinstance(cell, str) and cell.strip()), "")
        return self._table.has_amount(row) and not self._words.is_total(text)

    def externals(self) -> Iterator[str]:
        """The cells that say ``External``, beside which ``Internal`` heads a part of the offer: looked for once."""
        if self._externals is None:
            texts = (cell for row in self._rows for cell in row.cells if isinstance(cell, str))
            self._externals = tuple(text for text in texts if normal(text) == "external")
        yield from self._externals

    def heads_lines(self, row: Row, text: str) -> bool:
        """Whether the only text of a row stands in the table's first column, left of it, or says what is below it."""
        filled = [at for at, cell in enumerate(row.cells) if not is_blank(cell)]
        alone = len(filled) == 1 and filled[0] <= self._table.layout.left
        if alone or not self._table.words(row, "description") or is_optional(text):
            return True
        return row.number in self._described()

    def _described(self) -> AbstractSet[int]:
        """The short texts alone in the column of descriptions that begin a table and its later parts: ``Jobs``.

        Each stands right above a line; one alone may be a promise of which no more is said.
        """
        if self._titles is None:
            alone = [(row, below) for row, below in pairwise(self._rows) if self._is_described(row)]
            begins = len(alone) >= _PAIR and alone[0][0] is self._rows[0]
            heads = begins and all(not below.after_gap and self._is_line(below) for _, below in alone)
            self._titles = frozenset(row.number for row, _ in alone) if heads else frozenset()
        return self._titles

    def _is_described(self, row: Row) -> bool:
        """Whether a row holds nothing but a description, a title by its length."""
        text = self._table.words(row, "description")
        short = 0 < len(text.split()) <= _SHORT and not text.endswith(".") and not any(map(str.isdigit, text))
        return short and count_filled(row.cells) == 1

    def _is_line(self, row: Row) -> bool:
        return bool(self._table.words(row, "reference")) and self._table.has_number(row)

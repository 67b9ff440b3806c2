"""Owns rows that say what the lines above them come to: totals by their words, by a formula or by their amounts."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.text import normal
from sv_cli.bids.cells.units import COUNT
from sv_cli.bids.lines.fields.stated import stated_unit
from sv_cli.bids.lines.section_heads import SectionHeads
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.lines.sums import IN_ALL, Sums, may_refer, may_sum
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.terms.codes import code_before_title, code_of, has_form_of_code, looked_up
from sv_cli.late import late
from sv_cli.model.bids import Commitment

_SUM = late(r"\b(?:SUM|SUBTOTAL|AGGREGATE|SUMIFS?)\s*\(", re.IGNORECASE)
_RANGE = late(r"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})(?![0-9])", re.IGNORECASE)
_CELL = r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?![0-9])"
_CELLS = late(rf"=?\s*\+?\s*{_CELL}(?:\s*\+\s*{_CELL})+\s*", re.IGNORECASE)
_ONE = late(_CELL, re.IGNORECASE)
_FEWEST_SUMMED = 3
_TOTAL_OF = ("total ", "sub total ", "subtotal ", "grand total ")  # “Total volunteering”
_SUBTOTAL = ("sub total", "subtotal")  # which nobody calls a promise, wherever its lines stand
_OF_ALL = frozenset(("total", "totals", "grand total", "overall total"))


class Totals:
    """Tells the rows of one table that add up others; ``labels`` are the columns whose texts may say so of a line.

    ``sums`` are what the lines above come to.
    """

    def __init__(
        self,
        table: Sheeted,
        commitments: list[Commitment],
        labels: tuple[int, ...],
        heads: SectionHeads,
        rows: Sequence[Row],
    ) -> None:
        self._table = table
        self._rows = rows
        self._words = table.tools.desk.words
        self._commitments = commitments
        self._labels = labels
        self._heads = heads
        self.sums = Sums(commitments)

    def says_sum(self, row: Row, reference: str, texts: list[str]) -> bool:
        """Whether a row is no line, but says what those above come to, in all or on average."""
        return self._is_total(row, reference, texts) or self._is_statistic(row, texts)

    def _is_total(self, row: Row, reference: str, texts: list[str]) -> bool:
        """A label that says total, or a nameless sum of the lines above; never a row with a reference of its own."""
        words = self._words
        if self._is_told_in_words(row, reference, texts) or self._is_odd_sum(row, reference, texts):
            return True
        if reference and reference.casefold() not in words.not_yet:
            return words.is_total(reference) or (words.begins_total(reference) and not has_form_of_code(reference))
        coded = code_before_title(self._table.words(row, "description")) if self._table.layout.coded else None
        if coded and not words.begins_total(coded[1]):
            return False  # “NT17 - hours in total” names its measure
        if any(map(words.is_total, texts)):
            return not may_refer(self._table, texts)
        added = self.sums_column(row)
        if any(map(words.begins_total, texts)):
            named = any(normal(text).startswith(_SUBTOTAL) for text in texts) and not may_refer(self._table, texts)
            summed = named or added or self._equals_sum(row) or self._equals_sum_of_unit(row, texts)
            return summed or not self._table.words(row, "description")
        dated = self._table.words(row, "year")  # the next year may promise as much as the first
        described = self._table.words(row, "description")
        nameless = not described or IN_ALL.search(described) is not None
        return nameless and (added or (not dated and self._equals_sum(row)))

    def _is_told_in_words(self, row: Row, reference: str, texts: list[str]) -> bool:
        """Whether a text says total, or count, beside what may number the row, or names the sum's own reference."""
        described = self._table.words(row, "description")
        named = self._words.is_total(described) or normal(described).startswith(_TOTAL_OF)
        if reference and (named or self.says_total(row)) and self._is_sum_of_its_own(row, reference):
            return True
        counts = bool(texts) and (self._words.is_total(texts[0]) or texts[0].casefold().endswith(" count"))
        return counts and self._heads.may_number(reference)

    def _is_odd_sum(self, row: Row, reference: str, texts: list[str]) -> bool:
        """Whether a row without a code adds up or counts several above it, all of which have one."""
        if len(self._commitments) < _FEWEST_SUMMED or has_form_of_code(reference):
            return False
        counts = (
            bool(texts) and self._words.begins_total(texts[0]) and self._table.amount(row) == len(self._commitments)
        )
        summed = counts or (bool(reference) and self._equals_sum(row))
        return summed and self.sums.up_to_date().coded and may_sum(self._table, row, self.sums)

    def _is_statistic(self, row: Row, texts: list[str]) -> bool:
        """Whether a row below promises says of itself that it is their average, or a check on them."""
        label = self._table.words(row, "reference") or self._table.words(row, "description") or "".join(texts[:1])
        return bool(self._commitments) and self._words.is_statistic(label)

    def sums_column(self, row: Row) -> bool:
        """Whether the quantity is a formula that adds up rows above it in its own column."""
        formulas = (self._table.grid.formulas.get((row.number, at + 1)) for at in self._table.layout.amount_columns())
        return any(formula is not None and adds_above(formula, row.number) for formula in formulas)

    def _comes_to(self, row: Row) -> Decimal | None:
        """What a row states in all; where columns of years have no total, what they come to."""
        spread = self._table.layout.years
        if not spread or self._table.layout.counted() is not None:
            return self._table.amount(row)
        read = [self._table.tools.numbers.read(self._table.at(row, column.index)) for column, _ in spread]
        told = [amount.value for amount in read if amount.value is not None]
        return sum(told, Decimal(0)) if told else None

    def _equals_sum(self, row: Row) -> bool:
        value = self._comes_to(row)
        return value is not None and self.sums.is_sum(value)

    def _equals_sum_of_unit(self, row: Row, texts: list[str]) -> bool:
        """Whether a row is what all above come to that are in its unit: ``Total hours`` beside lines in pounds."""
        value = self._table.amount(row)
        said = stated_unit(self._table, row).unit or self._unit_among(texts)
        return None not in (value, said) and value == self.sums.up_to_date().units.get(said)

    def _unit_among(self, texts: list[str]) -> str | None:
        """The unit that a text names behind the word for a total: ``Total hours``, ``Total hours pledged``."""
        find = self._table.tools.desk.units.find
        for text in filter(self._words.begins_total, texts):
            words = text.partition(" ")[2]
            named = {find(words)} - {None} or {find(word) for word in words.split()} - {None, COUNT}
            if len(named) == 1:
                return named.pop()
        return None

    def tell_other_sum(self, row: Row, texts: list[str]) -> None:
        """Tell of the first total of a table that is not what its lines come to, all of them read.

        One that says of what it is, such as ``Total volunteering`` or ``Total (days)``, may be of some of them; so may
        one that is what all come to that are in one unit.
        """
        stated = self._comes_to(row) if not _OF_ALL.isdisjoint(map(normal, texts)) else None
        added = self.sums.first_sum() if stated is not None else None
        if stated is None or added is None or abs(stated - added) < 1 or stated == len(self._commitments):
            return
        unit, units = stated_unit(self._table, row).unit, self.sums.units
        if (unit is not None and not units.keys() <= {unit}) or stated in units.values():
            return
        problem = Problem("total-row-disagrees", {"total": f"{stated:,f}", "sum": f"{added:,f}"})
        self._table.say_of_line(problem, row, "quantity")

    def says_total(self, row: Row) -> bool:
        """Whether a label beside a promise says total, where others say a year, a lot or a partner."""
        is_total, cells = self._words.is_total, row.cells
        return any(
            index < len(cells) and isinstance(cell := cells[index], str) and is_total(cell) for index in self._labels
        )

    def _is_sum_of_its_own(self, row: Row, reference: str) -> bool:
        """Whether a row states what those above of its own reference come to, or all where it refers to no measure."""
        value = self._comes_to(row)
        own = value is not None and value == self.sums.up_to_date().of_one.get(looked_up(self._own(row)))
        return own or (not has_form_of_code(reference) and self._equals_sum(row))

    def _own(self, row: Row) -> str:
        """The row's own reference, as it would be promised under and is looked up."""
        reference = self._table.words(row, "reference")
        return looked_up(code_of(reference) or reference) or ""

    def adds_its_own(self, row: Row) -> bool:
        """Whether a row says that it is the total of lines that have its own reference, whatever they come to.

        ``Total volunteering`` below a line of volunteering is one, ``Total eclipse walks`` is not.
        """
        text, own = self._table.words(row, "description"), self._own(row)
        told = self._is_told_total(row)
        promised = self.sums.up_to_date().references if told or self.says_total(row) else ()
        if looked_up(own) not in promised and not (told and own in self._named):
            return False
        described = normal(text)
        if not described.startswith(_TOTAL_OF) or self._unit_among([text]) is not None:
            return True
        words = {word for each in (own, *self._named[own]) for word in normal(each).split() if len(word) > len("and")}
        return not words.isdisjoint(described.split())

    def _is_told_total(self, row: Row) -> bool:
        """Whether a row's description says total, which holds of lines below it too, unlike a label above lots."""
        text = self._table.words(row, "description")
        return normal(text).startswith(_TOTAL_OF) or self._words.is_total(text)

    @cached_property
    def _named(self) -> Mapping[str, set[str]]:
        """What the lines that are no totals are called, by their references."""
        named: dict[str, set[str]] = defaultdict(set)
        for row in self._rows:
            if not self._is_told_total(row):
                named[self._own(row)].add(self._table.words(row, "description"))
        named.pop("", None)
        return named


def adds_above(formula: str, row: int) -> bool:
    """Whether a formula adds up cells of one column above a row: ``SUM(C2:C9)``, or each of them, ``C2+C3``."""
    if _SUM.search(formula):
        for left, top, right, bottom in _RANGE.findall(formula):
            if left.upper() == right.upper() and int(top) < int(bottom) <= row:
                return True
    if not _CELLS.fullmatch(formula):
        return False
    cells = _ONE.findall(formula)
    return len({column.upper() for column, _ in cells}) == 1 and all(int(number) < row for _, number in cells)

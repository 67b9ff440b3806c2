"""Owns what each row of a table is: a commitment, a total, a heading, an example, a note."""

import itertools
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sv_cli.bids.cells.looks import are_asides, is_amount, is_blank, is_more_than_nought, numbers_columns
from sv_cli.bids.cells.text import folded, shown_text
from sv_cli.bids.late import late
from sv_cli.bids.lines.apart import REPLACED, Apart, rows_apart
from sv_cli.bids.lines.commitments import Maker
from sv_cli.bids.lines.duplicates import tell_totals
from sv_cli.bids.lines.groups import groups_of, may_refer, may_sum
from sv_cli.bids.lines.repeats import Repeats
from sv_cli.bids.lines.sums import Sums
from sv_cli.bids.lines.unfilled import called, unfilled_rows
from sv_cli.bids.records import Sheeted
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.below import BY_AMOUNTS
from sv_cli.bids.tables.statements import Section, section_of
from sv_cli.bids.terms.closing import begins_note, heads_notes, is_drawn, is_signature, is_signed
from sv_cli.bids.terms.codes import code_before_title, code_of, heads_a_part, is_coded, is_measure_code
from sv_cli.bids.terms.labels import named_fact
from sv_cli.bids.terms.marks import is_example_behind, is_marked_behind
from sv_cli.bids.terms.offers import is_promised_in_words
from sv_cli.bids.terms.titles import is_optional, is_unpromised
from sv_cli.model.bids import Commitment

_CODE = late(r"[A-Za-z&]{0,8}[ .\-]?[0-9]+(?:[.\-][0-9]+)*[A-Za-z]?|[a-z][a-z0-9\-]*(?:\.[a-z0-9\-]+)+", re.IGNORECASE)
_SUM = late(r"\b(?:SUM|SUBTOTAL|AGGREGATE|SUMIFS?)\s*\(", re.IGNORECASE)
_RANGE = late(r"\$?([A-Z]{1,3})\$?([0-9]+):\$?([A-Z]{1,3})\$?([0-9]+)", re.IGNORECASE)
_ORDINAL = late(r"[0-9]{1,2}(?:\.0)?[.)]?|[A-Z][.)]?|[IVX]{1,4}[.)]?")
_SHORT, _BLOCK = 80, 1024
_FEWEST_SUMMED = 3


class TableReader:
    """Reads the rows of one table, from top to bottom."""

    def __init__(self, table: Sheeted, rows: list[Row], title: str = "", aside: str = "") -> None:
        self._rows = rows
        self._table = table
        self._words = table.tools.desk.words
        self._maker = Maker(table)
        self._in_example, self._below_gap, self._notes = False, False, ""
        self._optional = self._aside = title if is_optional(title) else aside
        self._head: Section | None = None
        self._numbered: bool | None = None
        self.commitments: list[Commitment] = []
        self._sums = Sums(self.commitments)
        self._pending: list[Row] = []
        self._groups: frozenset[int] = frozenset()
        self._apart: Apart = {}
        self._repeats = Repeats(table, self._maker.columns, max([len(row.cells) for row in rows], default=0))

    def read(self) -> None:
        """Sort every row and read the commitments among them."""
        self._groups = groups_of(self._table, self._rows, self._words)
        self._apart = rows_apart(self._table, self._rows)
        unfilled = self._left_empty()
        rows = [row for row in self._rows if row.number not in unfilled] if unfilled else self._rows
        for row in rows[:1]:
            self._first(row)
        for start in range(1, len(rows), _BLOCK):
            block = rows[start : start + _BLOCK]
            self._read_block(block, self._repeats.all_like(block))
        for row in self._pending:  # nothing but notes stands below the last commitment, unless it adjoins it
            adjoins = not row.after_gap and self.commitments and row.number == self.commitments[-1].row + 1
            if adjoins or is_promised_in_words(self._text(row, "description")):
                self._tell_text(row)
        if self._sums.labelled:
            tell_totals(self.commitments, self._sums.labelled, self._table.tell)

    def _first(self, row: Row) -> None:
        """Where it stands says what the first row is, unless it begins with a code."""
        coded = not row.after_gap and not self._optional and is_measure_code(self._text(row, "reference"))
        coded = coded and row.number not in self._apart
        again = self._repeats.like(row) if coded else None
        if again is None:
            self._one(row)
        else:
            self.commitments.append(again)

    def _read_block(self, block: list[Row], repeated: Sequence[Commitment | None]) -> None:
        """Read rows, of which some are known to repeat earlier ones unless where they stand counts."""
        like, add = self._repeats.like, self.commitments.append
        for row, again in zip(block, repeated, strict=True):
            # Above the first commitment, below a gap and among examples it counts where a row stands
            told = self._in_example or self._optional or self._head or self._pending
            far = row.after_gap or told or not self.commitments
            alone = not far and row.number not in self._apart
            commitment = (again or like(row)) if alone else None
            if commitment is None:
                self._one(row)
            else:
                add(commitment)

    def _left_empty(self) -> frozenset[int]:
        """The lines of a printed list that nobody filled in, told at once."""
        reference = self._table.layout.columns.get("reference")
        numbers = unfilled_rows(self._table, self._rows)
        maybe = [(row.number, self._text(row, "reference")) for row in self._rows if row.number in numbers]
        empty = [number for number, text in maybe if _is_code(text) or is_coded(text)]
        if empty and reference is not None:
            fields = {"count": f"{len(empty):,}", "rows": called(empty, self._table.grid)}
            self._table.tell.say("lines-left-empty", empty[0], reference.index + 1, reference.text, **fields)
        return frozenset(empty)

    def _one(self, row: Row) -> None:
        texts = [folded(cell) for cell in row.cells if isinstance(cell, str) and cell.strip()]
        if row.after_gap:
            self._in_example, self._below_gap = False, True
        reference = self._text(row, "reference")
        amount = self._has_amount(row)
        if self._is_of_a_form(row, texts) or (amount and not reference and self._comes_to_nothing(row)):
            return
        if not reference and not amount:
            self._without_either(row, texts)
        elif self._is_below(row, reference, amount) or self._is_answer_in_words(row, reference):
            self._pending.append(row)
        elif self._is_heading(row, reference, amount) or self._is_numbered_heading(row, reference, amount):
            self._section(texts[-1] if texts else reference, row)
        elif self._is_example(row, texts):
            self._skip("example-row-skipped", row, texts)
        elif row.number in self._groups or self._is_total(row, reference, texts) or self._is_drawn_below(row, texts):
            self._skip("total-row-skipped", row, texts)
            self._sums.close()
        elif self._is_instruction(row, reference, texts):
            self._skip("instruction-row-skipped", row, texts)
        elif row.number in self._apart and self._apart[row.number].name == REPLACED:
            self._table.say_of_line(self._apart[row.number], row, "version")
        else:
            self._commit(row)

    def _is_of_a_form(self, row: Row, texts: list[str]) -> bool:
        """Whether a row is a line of dashes, a signature below promises, or formulas that nobody filled in."""
        signed = self.commitments and is_signed(texts, len(row.cells) - sum(map(is_blank, row.cells)))
        if is_drawn(texts) or (signed and not self._text(row, "reference")):
            return True
        return bool(self._table.grid.formulas) and self._only_formulas(row) and not self._is_drawn(row)

    def _commit(self, row: Row) -> None:
        self._below_gap, self._notes = False, ""
        for pending in self._pending:
            self._tell_text(pending)
        self._pending.clear()
        told = self._table.tell.told
        labelled = self._says_total(row)
        summed = self._sums_column(row) or (labelled and self._is_promised(row))
        apart = self._apart.get(row.number)
        commitment = self._maker.make(row, sums_above=summed, section=self._optional, apart=apart, head=self._head)
        self.commitments.append(commitment)
        if labelled:
            self._sums.labelled.add(row.number)
        elif self._table.tell.told == told and self._head is None:
            self._repeats.keep(row, commitment)

    def _is_promised(self, row: Row) -> bool:
        """Whether a line above that is no total has the row's own reference."""
        own, labelled = self._own(row), self._sums.labelled
        return any(each.reference == own and each.row not in labelled for each in self.commitments)

    def _without_either(self, row: Row, texts: list[str]) -> None:
        """A row with neither reference nor quantity: nothing, a heading, a total, a note or a forgotten promise."""
        if not texts:
            return
        if len(texts) == 1 and self._words.is_example(texts[0]) and not self._in_example:
            self._section(texts[0], row)
        elif self._is_example(row, texts):
            self._skip("example-row-skipped", row, texts)
        elif any(map(self._words.is_total, texts)) or self._words.begins_total(texts[0]):
            self._skip("total-row-skipped", row, texts)
            self._sums.close()
        elif len(texts) == 1 and self._heads_lines(row, texts[0]):
            self._section(texts[0], row)
        elif self._text(row, "description") and not self._maker.is_continued(row):
            self._pending.append(row)

    def _section(self, text: str, row: Row) -> None:
        if is_promised_in_words(text):
            at = next((at for at, cell in enumerate(row.cells, 1) if not is_blank(cell)), None)
            self._table.tell.say("text-row", row.number, at, text=text[:_SHORT])
        noted = self.commitments and heads_notes(text)
        self._notes = text[:_SHORT] if noted else "" if row.after_gap else self._notes
        self._in_example = self._words.opens_examples(text)
        others = (cell for each in self._rows for cell in each.cells if isinstance(cell, str))
        unsure = is_unpromised(text, others) or is_marked_behind(text)
        self._optional = text if unsure else self._aside
        starts = self._table.start is not None
        self._head = section_of(text, self._table.layout, self._table.years, starts=starts)
        self._sums.close()

    def _is_example(self, row: Row, texts: list[str]) -> bool:
        if self._in_example:
            return True
        said = [text for text in (self._text(row, "reference"), self._text(row, "description")) if text]
        if any(map(self._words.is_example, said)) or any(map(is_example_behind, said)):
            return True
        return any(self._words.says_example(text) for text in texts)

    def _is_below(self, row: Row, reference: str, amount: bool) -> bool:
        """A label with its value after an empty row, such as a signature, is no promise."""
        heads = row.after_gap and self._is_heading(row, reference, amount)
        if self._notes and not heads and not is_measure_code(reference):
            if amount:
                self._table.tell.say("example-table-left-out", row.number, text=self._notes)
            return True
        alone = sum(not is_blank(cell) for cell in row.cells) == 2  # noqa: PLR2004 - a label and its value
        signed = alone and not amount and reference.endswith(":") and not is_coded(reference.rstrip(": "))
        dated = isinstance(self._table.raw(row, "reference"), date)  # beside the label of a signature
        if not (self._below_gap or signed) or not self.commitments or (_is_code(reference) and not dated):
            return False
        noted = begins_note(reference) and len(row.cells) - sum(map(is_blank, row.cells)) > 1
        if noted or is_signature(reference):
            return True
        if not amount:
            return alone
        labelled = reference.endswith(":") or named_fact(reference, self._table.tools.desk.labels)
        if not labelled or is_coded(reference.rstrip(": ")):
            return False
        # a signature with its date or a fact of the bidder, which stands where amounts do
        dated = any(isinstance(cell, date) for cell in row.cells)
        return alone or (dated and all(isinstance(cell, str | date | None) for cell in row.cells))

    def _is_answer_in_words(self, row: Row, reference: str) -> bool:
        """``Tell us how`` beside questions that are answered by amounts: words where no measure is named."""
        column = self._table.layout.columns.get("quantity")
        if reference or column is None or column.heading.how != BY_AMOUNTS:
            return False
        answer = self._table.at(row, column.index)
        asked = self._table.tools.numbers.read(answer)
        in_words = isinstance(answer, str) and not is_amount(answer) and asked.problem is not None
        return in_words and not is_coded(self._text(row, "description"))

    def _is_heading(self, row: Row, reference: str, amount: bool) -> bool:
        """A lone text in the reference column that is no code heads a section."""
        filled = [at for at, cell in enumerate(row.cells) if cell not in (None, "")]
        total = self._table.layout.columns.get("own_total")
        beside = [at for at in filled if total is None or at != total.index]  # some heads carry the value of their rows
        if not reference or amount or len(beside) != 1 or _is_code(reference):
            return False
        return len(filled) == 1 or not (self._words.is_total(reference) or self._words.begins_total(reference))

    def _is_numbered_heading(self, row: Row, reference: str, amount: bool) -> bool:
        """``2 | ENVIRONMENT`` heads a section where the references of promises are no bare numbers."""
        if amount or not _ORDINAL.fullmatch(reference) or len(row.cells) - sum(map(is_blank, row.cells)) != 2:  # noqa: PLR2004 - a number and a title
            return False
        return bool(self._text(row, "description")) and not self._are_numbered()

    def _are_numbered(self) -> bool:
        """Whether the references of promises may be bare numbers."""
        if self._numbered is None:
            promised = (self._text(each, "reference") for each in self._rows if self._promises(each))
            self._numbered = any(map(_ORDINAL.fullmatch, promised))
        return self._numbered

    def _promises(self, row: Row) -> bool:
        text = next((cell for cell in row.cells if isinstance(cell, str) and cell.strip()), "")
        return self._has_amount(row) and not self._words.is_total(text)

    def _is_total(self, row: Row, reference: str, texts: list[str]) -> bool:
        """A label that says total, or a nameless sum of the lines above; never a row with a reference of its own."""
        words = self._words
        named = words.is_total(self._text(row, "description"))
        of_its_own = (named or self._says_total(row)) and self._is_sum_of_its_own(row, reference)
        counts = bool(texts) and (words.is_total(texts[0]) or texts[0].casefold().endswith(" count"))
        counting = counts and _ORDINAL.fullmatch(reference) and not self._are_numbered()
        if (reference and of_its_own) or counting or self._is_odd_sum(row, reference, texts):
            return True
        if reference and reference.casefold() not in words.not_yet:
            return words.is_total(reference) or (words.begins_total(reference) and not _CODE.fullmatch(reference))
        coded = code_before_title(self._text(row, "description")) if self._table.layout.coded else None
        if coded and not words.begins_total(coded[1]):
            return False  # “NT17 - hours in total” names its measure
        if any(map(words.is_total, texts)):
            return not may_refer(self._table, texts)
        added = self._sums_column(row)
        if any(map(words.begins_total, texts)):
            return added or self._equals_sum(row) or not self._text(row, "description")
        dated = self._text(row, "year")  # the next year may promise as much as the first
        return (added or (not dated and self._equals_sum(row))) and not self._text(row, "description")

    def _is_odd_sum(self, row: Row, reference: str, texts: list[str]) -> bool:
        """Whether a row without a code adds up or counts several above it, all of which have one."""
        if len(self.commitments) < _FEWEST_SUMMED or _CODE.fullmatch(reference):
            return False
        counts = bool(texts) and self._words.begins_total(texts[0]) and self._amount(row) == len(self.commitments)
        summed = (counts or (bool(reference) and self._equals_sum(row))) and may_sum(self._table, row, self.commitments)
        return summed and all(_is_code(each.reference or "") for each in self.commitments)

    def _is_drawn_below(self, row: Row, texts: list[str]) -> bool:
        """Whether a row below promises says of itself that it is their average, or a check on them."""
        label = self._text(row, "reference") or self._text(row, "description") or "".join(texts[:1])
        return bool(self.commitments) and self._words.is_statistic(label)

    def _is_instruction(self, row: Row, reference: str, texts: list[str]) -> bool:
        """Words under the heading that say how to fill the table in."""
        placeholders = bool(texts) and all(map(self._words.is_instruction, texts))
        if placeholders and not self._has_amount(row) and not _CODE.fullmatch(reference):
            return True
        if self.commitments:
            return False
        if numbers_columns(texts or [shown_text(cell) for cell in row.cells]):
            return True
        if _CODE.fullmatch(reference) or any(not isinstance(cell, str | None) for cell in row.cells):
            return False
        instructions = len(texts) if are_asides(texts) else sum(map(self._words.is_instruction, texts))
        units_alone = not reference and not self._text(row, "description") and not any(map(str.isdigit, "".join(texts)))
        return instructions >= len(texts) / 2 or (bool(instructions) and not reference) or units_alone

    def _sums_column(self, row: Row) -> bool:
        """Whether the quantity is a formula that adds up rows above it in its own column."""
        for index in self._amount_columns():
            formula = self._table.grid.formulas.get((row.number, index + 1))
            if formula and _SUM.search(formula):
                for left, top, right, bottom in _RANGE.findall(formula):
                    if left.upper() == right.upper() and int(top) < int(bottom) <= row.number:
                        return True
        return False

    def _equals_sum(self, row: Row) -> bool:
        value = self._amount(row)
        return value is not None and self._sums.is_sum(value)

    def _amount(self, row: Row) -> Decimal | None:
        column = self._table.layout.columns.get("quantity") or self._table.layout.columns.get("total")
        return None if column is None else self._table.tools.numbers.read(self._table.at(row, column.index)).value

    def _says_total(self, row: Row) -> bool:
        """Whether a label beside a promise says total, where others say a year, a lot or a partner."""
        is_total, cells = self._words.is_total, row.cells
        return any(
            index < len(cells) and isinstance(cell := cells[index], str) and is_total(cell)
            for index in self._repeats.labels
        )

    def _is_sum_of_its_own(self, row: Row, reference: str) -> bool:
        """Whether a row states what those above of its own reference come to, or all where it refers to no measure."""
        value = self._amount(row)
        own = value is not None and value == self._sums.of_reference(self._own(row))
        return own or (not _CODE.fullmatch(reference) and self._equals_sum(row))

    def _own(self, row: Row) -> str:
        """The row's own reference, as it would be promised under."""
        reference = self._text(row, "reference")
        return code_of(reference) or reference

    def _amount_columns(self) -> list[int]:
        layout = self._table.layout
        named = [layout.columns[name].index for name in ("quantity", "total") if name in layout.columns]
        spread = (*(column for column, _ in layout.years), *layout.matrix, *itertools.chain(*layout.wholes))
        return [*named, *(column.index for column in spread)]

    def _has_amount(self, row: Row) -> bool:
        return any(not is_blank(row.cells[index]) for index in self._amount_columns() if index < len(row.cells))

    def _only_formulas(self, row: Row) -> bool:
        formulas = self._table.grid.formulas
        return all(is_blank(cell) or (row.number, at) in formulas for at, cell in enumerate(row.cells, 1))

    def _comes_to_nothing(self, row: Row) -> bool:
        """Whether a row says nothing but noughts, as an export leaves of formulas, and perhaps in what unit."""
        unit = self._table.layout.columns.get("unit")
        held = [cell for at, cell in enumerate(row.cells) if not is_blank(cell) and (unit is None or at != unit.index)]
        return all(self._table.tools.numbers.read(cell).value == 0 for cell in held)

    def _is_drawn(self, row: Row) -> bool:
        """Whether formulas add up rows above, or draw a whole promise from elsewhere: words, and more than nought."""
        texts = (self._table.raw(row, name) for name in ("reference", "description"))
        amounts = (row.cells[index] for index in self._amount_columns() if index < len(row.cells))
        promised = any(isinstance(text, str) and text for text in texts) and any(map(is_more_than_nought, amounts))
        return promised or self._sums_column(row)

    def _heads_lines(self, row: Row, text: str) -> bool:
        """Whether the only text of a row stands in the table's first column, left of it, or says what is below it."""
        filled = [at for at, cell in enumerate(row.cells) if not is_blank(cell)]
        alone = len(filled) == 1 and filled[0] <= self._table.layout.left
        return alone or not self._text(row, "description") or is_optional(text)

    def _text(self, row: Row, name: str) -> str:
        raw = self._table.raw(row, name)
        if isinstance(raw, str):
            return folded(raw)
        return "" if raw is None else str(raw)

    def _skip(self, name: str, row: Row, texts: list[str]) -> None:
        text = " | ".join(texts) or " | ".join(shown_text(cell) for cell in row.cells if cell is not None)
        self._table.tell.say(name, row.number, text=text if len(text) <= _SHORT else text[: _SHORT - 1] + "…")

    def _tell_text(self, row: Row) -> None:
        column, text = self._table.layout.columns.get("description"), self._text(row, "description")
        if column is not None:
            self._table.tell.say("text-row", row.number, column.index + 1, column.text, text=text[:_SHORT])


def _is_code(text: str) -> bool:
    """Whether a lone text is a reference, such as NT17 or jobs.apprentice, and no heading such as Theme 2."""
    return bool(_CODE.fullmatch(text)) and not heads_a_part(text)

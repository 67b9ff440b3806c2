"""Owns what each row of a table is: a commitment, a total, a heading, an example, a note."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import dropwhile, takewhile

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.bids.cells.described_units import unit_headed
from sv_cli.bids.cells.looks import count_filled, is_blank
from sv_cli.bids.cells.text import folded
from sv_cli.bids.lines import form_rows
from sv_cli.bids.lines.anew import tell_anew
from sv_cli.bids.lines.apart import REPLACED, Apart, rows_apart
from sv_cli.bids.lines.commitments import Around, Maker
from sv_cli.bids.lines.duplicates import tell_totals
from sv_cli.bids.lines.footnoted import footnote_of, numbers_of, telling_footnotes
from sv_cli.bids.lines.repeats import Repeats
from sv_cli.bids.lines.section_heads import SectionHeads
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.lines.sums import groups_of
from sv_cli.bids.lines.totals import Totals
from sv_cli.bids.lines.unfilled import called, unfilled_rows
from sv_cli.bids.lines.unsettled import tell_unsettled
from sv_cli.bids.sheets.grid import Row, widest
from sv_cli.bids.tables.statements import Section, of_one_year, of_pages, says_of_all, section_of
from sv_cli.bids.terms import closing
from sv_cli.bids.terms.codes import code_before_title, is_coded, is_measure_code, is_reference
from sv_cli.bids.terms.footnotes import FOOTNOTES
from sv_cli.bids.terms.labels import named_fact
from sv_cli.bids.terms.marks import is_example_behind, is_marked_behind
from sv_cli.bids.terms.of_all import not_promised
from sv_cli.bids.terms.offers import is_promised_in_words
from sv_cli.bids.terms.titles import is_unpromised
from sv_cli.model.bids import Commitment

_SHORT, _BLOCK = 80, 1024


class Heard(Struct, frozen=True):
    """What is said around a table of all its rows.

    ``aside`` is what says that none of them is promised, and ``year`` what says of which year they are. ``pages`` is
    what a sheet on which it may go on says of all amounts, ``unit`` what theirs is.
    """

    aside: str = ""
    year: str = ""
    pages: str = ""
    unit: Section | None = None


class TableReader:
    """Reads the rows of one table, from top to bottom.

    ``whole`` is what is said around it of all their amounts, and ``heeded`` are the texts by which any were read.
    """

    def __init__(self, table: Sheeted, rows: list[Row], heard: Heard) -> None:
        self._rows = rows
        self._table = table
        self._words = table.tools.desk.words
        self._unsettled = tell_unsettled(table, rows)
        self._maker = Maker(table, self._unsettled)
        self._in_example, self._below_gap, self._notes = False, False, ""
        self._optional = self._aside = heard.aside
        self._unit = heard.unit.unit if heard.unit is not None else None
        self.whole = self._head = _said_of_all(table, heard)
        self._code = ""  # of the section, for its lines without any
        self.commitments: list[Commitment] = []
        self._pending: list[Row] = []
        self._alone: list[tuple[Row, str]] = []  # texts that would head what is below them
        self._groups: frozenset[int] = frozenset()
        self._apart: Apart = {}
        self._footnotes = telling_footnotes(table)
        self._numbers = numbers_of(table, rows) if self._footnotes else {}
        self.heeded: set[str] = set()
        self._repeats = Repeats(table, self._maker.columns, widest(rows))
        self._heads = SectionHeads(table, rows)
        self._totals = Totals(table, self.commitments, self._repeats.labels, self._heads, rows)

    def read(self) -> None:
        """Sort every row and read the commitments among them."""
        self._groups = groups_of(self._table, self._rows, self._words)
        self._apart = rows_apart(self._table, self._rows)
        unfilled = self._left_empty()
        rows = [row for row in self._rows if row.number not in unfilled] if unfilled else self._rows
        for start in range(0, len(rows), _BLOCK):
            block = rows[start : start + _BLOCK]
            repeated = self._repeats.all_like(block)
            first = 0 if start else 1
            if first:
                self._first(block[0], repeated[0])
            self._read_block(block[first:], repeated[first:])
        adjoining = self._below_last() if self._pending or self._alone else frozenset()
        for row in self._pending:  # nothing but notes stands below the last commitment, unless it adjoins it
            if row.number in adjoining or is_promised_in_words(self._table.words(row, "description")):
                self._tell_text(row)
        for row, text in self._alone:
            titled = self._table.followed and row is self._rows[-1]  # above the next table
            if row.number in adjoining and closing.is_sentence(text) and not titled and not says_of_all(text):
                self._tell_alone(row, text)
        tell_anew(self._table, rows, self.commitments)
        if self._totals.sums.labelled:
            tell_totals(self.commitments, self._totals.sums.labelled, self._table.tell)

    def _below_last(self) -> AbstractSet[int]:
        """The texts that adjoin the last commitment's row, as rows of one bid do wherever they are in a table of many.

        They end where notes begin.
        """
        last = self.commitments[-1].row if self.commitments else None
        below = dropwhile(lambda row: row.number != last, self._rows)
        next(below, None)
        texts = {row.number for row in (*self._pending, *(row for row, _ in self._alone))}
        return {row.number for row in takewhile(lambda row: row.number in texts and not _is_noted(row), below)}

    def _first(self, row: Row, repeated: Commitment | None) -> None:
        """Where it stands says what the first row is, unless it begins with a code."""
        alone = not (row.after_gap or self._optional or self._head)
        coded = alone and is_measure_code(self._table.words(row, "reference"))
        coded = coded and row.number not in self._apart and not self._footnotes
        again = (repeated or self._repeats.like(row)) if coded else None
        if again is None:
            self._one(row)
        else:
            self.commitments.append(again)

    def _read_block(self, block: list[Row], repeated: Sequence[Commitment | None]) -> None:
        """Read rows, of which some are known to repeat earlier ones unless where they stand counts."""
        like, add = self._repeats.like, self.commitments.append
        for row, again in zip(block, repeated, strict=True):
            # Above the first commitment, below a gap or notes and among examples it counts where a row stands
            told = self._in_example or self._optional or self._head or self._code or self._pending
            below = row.after_gap or self._below_gap or self._notes
            far = below or told or not self.commitments
            alone = not far and row.number not in self._apart and not self._footnotes
            commitment = (again or like(row)) if alone else None
            if commitment is None:
                self._one(row)
            else:
                add(commitment)

    def _left_empty(self) -> frozenset[int]:
        """The lines of a printed list that nobody filled in, told at once."""
        reference = self._table.layout.columns.get("reference")
        numbers = unfilled_rows(self._table, self._rows)
        left = (row for row in self._rows if row.number in numbers and not self._heads.is_year(row))
        maybe = [(row.number, self._table.words(row, "reference")) for row in left]
        empty = [number for number, text in maybe if is_reference(text) or is_coded(text)]
        if empty and reference is not None:
            fields = {"count": f"{len(empty):,}", "rows": called(empty, self._table.grid)}
            self._table.tell.say("lines-left-empty", empty[0], reference.index + 1, reference.text, **fields)
        return frozenset(empty)

    def _one(self, row: Row) -> None:
        texts = [folded(cell) for cell in row.cells if isinstance(cell, str) and cell.strip()]
        if row.after_gap:
            self._in_example, self._below_gap = False, True
        reference = self._table.words(row, "reference")
        amount = self._table.has_amount(row) and not self._heads.is_alone(row)
        nothing = amount and not reference and form_rows.comes_to_nothing(self._table, row)
        if nothing or self._is_of_a_form(row, texts):
            return
        if not reference and not amount:
            self._without_either(row, texts)
        elif self._is_below(row, reference, amount) or self._is_answered(row, reference):
            self._pending.append(row)
        elif heading := self._heads.heading(row, reference, texts, amount=amount):
            self._section(heading, row)
        elif self._is_example(row, texts):
            self._skip("example-row-skipped", row, texts)
        elif row.number in self._groups or self._totals.says_sum(row, reference, texts):
            self._skip("total-row-skipped", row, texts)
            self._totals.tell_other_sum(row, texts)
            self._totals.sums.close()
        elif form_rows.is_instruction(self._table, row, texts, first=not self.commitments):
            self._skip("instruction-row-skipped", row, texts)
        elif row.number in self._apart and self._apart[row.number].name == REPLACED:
            self._table.say_of_line(self._apart[row.number], row, "version")
        else:
            self._commit(row)

    def _is_of_a_form(self, row: Row, texts: list[str]) -> bool:
        """Whether a row is a line of dashes, a signature below promises, or formulas that nobody filled in."""
        declared = any(map(closing.is_declared, texts[1:2])) and self._table.amount(row) is None  # beside its label
        parting = len(texts) == count_filled(row.cells) == 1 and closing.signs_off(texts[0])
        signed = self.commitments and (declared or parting or closing.is_signed(texts, count_filled(row.cells)))
        if (
            closing.is_drawn(texts)
            or closing.counts_words(texts)
            or self._numbers_page(row, texts)
            or (signed and not is_coded(self._table.words(row, "reference")))
        ):
            return True
        if self.commitments and self._heads_scores(row, texts):
            self._notes = texts[0]
            return True
        return form_rows.is_unfilled(self._table, row, self._totals)

    def _heads_scores(self, row: Row, texts: list[str]) -> bool:
        """Whether a row heads what is filled in by whoever scores the bid, and states no number itself."""
        return bool(texts) and closing.heads_scores(texts[0]) and not self._table.has_number(row)

    def _numbers_page(self, row: Row, texts: list[str]) -> bool:
        """Whether a row is the head or foot of a printed page, which has no number of its own."""
        return closing.numbers_page(texts) and count_filled(row.cells) == len(texts)

    def _commit(self, row: Row) -> None:
        self._below_gap, self._notes = False, ""
        for pending in self._pending:
            self._tell_text(pending)
        self._pending.clear()
        told = self._table.tell.told
        labelled = self._totals.says_total(row)
        summed = self._totals.sums_column(row) or self._totals.adds_its_own(row)
        apart = self._apart.get(row.number)
        place = self._numbers.get(row.number, len(self.commitments) + 1)
        noted = footnote_of(self._table, row, place, self._footnotes)
        around = Around(summed, self._optional or noted.aside, apart, self._head or noted.head, self._code)
        self.heeded.update((around.aside, around.head.text if around.head is not None else ""))
        commitment = self._maker.make(row, around)
        self.commitments.append(commitment)
        self._code = self._code if commitment.reference == self._code else ""
        if labelled:
            self._totals.sums.labelled.add(row.number)
        elif self._table.tell.told == told and not (self._head or self._code or self._unsettled or self._footnotes):
            self._repeats.keep(row, commitment)

    def _without_either(self, row: Row, texts: list[str]) -> None:
        """A row with neither reference nor quantity: nothing, a heading, a total, a note or a forgotten promise."""
        if not texts:
            return
        if len(texts) == 1 and self._words.opens_examples(texts[0]) and not self._in_example:
            self._section(texts[0], row)
        elif self._is_example(row, texts):
            self._skip("example-row-skipped", row, texts)
        elif any(map(self._words.is_total, texts)) or self._words.begins_total(texts[0]):
            self._skip("total-row-skipped", row, texts)
            self._totals.sums.close()
        elif len(texts) == 1 and self._table.layout.coded and code_before_title(texts[0]):
            self._commit(row)  # a line as the others are, whose quantity was left empty
        elif len(texts) == 1 and self._heads.heads_lines(row, texts[0]):
            self._section(texts[0], row)
        elif self._heads.is_numbered_title(row):
            self._section(texts[-1], row)
        elif self._table.words(row, "description") and not self._maker.is_continued(row):
            below = self.commitments and not row.after_gap and len(texts) == 1
            self._pending += [] if below and closing.is_evidence(texts[0]) else [row]

    def _section(self, text: str, row: Row) -> None:
        if is_promised_in_words(text):
            self._tell_alone(row, text)
        else:
            self._alone.append((row, text))
        noted = self.commitments and closing.heads_notes(text)
        self._notes = text[:_SHORT] if noted else "" if row.after_gap else self._notes
        self._in_example = self._words.opens_examples(text)
        unsure = is_unpromised(text, self._heads.externals()) or is_marked_behind(text) or not_promised(text)
        self._optional = text if unsure else self._aside
        coded = folded(text)
        self._code = coded if is_measure_code(coded) else (code_before_title(coded) or ("",))[0]
        starts = self._table.start is not None
        self._head = section_of(text, self._table.layout, self._table.years, starts=starts) or self.whole
        unit = unit_headed(text, self._table.tools.desk.units) or self._unit
        self._head = replace(self._head or Section(text), unit=unit) if unit else self._head
        self._totals.sums.close()

    def _is_example(self, row: Row, texts: list[str]) -> bool:
        if self._in_example:
            return True
        said = [text for text in (self._table.words(row, "reference"), self._table.words(row, "description")) if text]
        if any(map(self._words.is_example, said)) or any(map(is_example_behind, said)):
            return True
        return any(self._words.says_example(text) for text in texts)

    def _is_below(self, row: Row, reference: str, amount: bool) -> bool:
        """A label with its value after an empty row, such as a signature, is no promise."""
        heads = row.after_gap and self._heads.is_heading(row, reference, amount)
        if self._notes and not heads and not is_measure_code(reference):
            if amount and self._table.has_number(row):
                self._table.tell.say("example-table-left-out", row.number, text=self._notes)
            return True
        if not amount and self._below_gap and self._is_result(row):
            return True
        alone = count_filled(row.cells) == 2  # noqa: PLR2004 - a label and its value
        signed = alone and not amount and reference.endswith(":") and not is_coded(reference.rstrip(": "))
        coded = is_reference(reference) and not isinstance(self._table.raw(row, "reference"), date)
        if not (self._below_gap or signed) or not self.commitments or coded:
            return False
        if self._is_signed_or_noted(row, reference):
            return True
        return self._states_beside(row, reference, alone=alone) if amount else alone

    def _is_answered(self, row: Row, reference: str) -> bool:
        """Whether a row is a question of the form to which no amount is the answer."""
        question = (self._table, row, reference)
        return form_rows.is_answer_in_words(*question) or form_rows.asks_no_amount(*question)

    def _is_result(self, row: Row) -> bool:
        """Whether a number stands where all lines have references that are none: ``Net present value | £ | 96340``."""
        raw = self._table.raw(row, "reference")
        numbered = (each.reference is None or each.reference[:1].isdigit() for each in self.commitments)
        return isinstance(raw, int | float) and bool(self.commitments) and not any(numbered)

    def _is_signed_or_noted(self, row: Row, reference: str) -> bool:
        noted = closing.begins_note(reference) and count_filled(row.cells) > 1
        signed = closing.is_signed_by(reference) or closing.is_declared(reference)
        return noted or closing.is_signature(reference) or (signed and self._table.amount(row) is None)

    def _states_beside(self, row: Row, label: str, *, alone: bool) -> bool:
        """Whether a label has a signature's date or a fact of the bidder beside it, which stands where amounts do."""
        labelled = label.endswith(":") or named_fact(label, self._table.tools.desk.labels)
        if not labelled or is_coded(label.rstrip(": ")):
            return False
        dated = any(isinstance(cell, date) for cell in row.cells)
        return alone or (dated and all(isinstance(cell, str | date | None) for cell in row.cells))

    def _skip(self, name: str, row: Row, texts: list[str]) -> None:
        self._table.tell.say(name, row.number, text=form_rows.said_in(row, texts))

    def _tell_alone(self, row: Row, text: str) -> None:
        at = next((at for at, cell in enumerate(row.cells, 1) if not is_blank(cell)), None)
        self._table.tell.say("text-row", row.number, at, text=text[:_SHORT])

    def _tell_text(self, row: Row) -> None:
        column, text = self._table.layout.columns.get("description"), self._table.words(row, "description")
        if column is not None:
            self._table.tell.say("text-row", row.number, column.index + 1, column.text, text=text[:_SHORT])


def _said_of_all(table: Sheeted, heard: Heard) -> Section | None:
    """What is heard of all amounts of a table."""
    starts = table.start is not None
    year = of_one_year(heard.year, table.layout, table.years, starts=starts) if heard.year else None
    whole = year or (of_pages(heard.pages, table.layout, table.years) if heard.pages else None)
    return heard.unit if whole is None else replace(whole, unit=heard.unit.unit if heard.unit is not None else None)


def _is_noted(row: Row) -> bool:
    """Whether a row stands apart from those above it: below a gap, or as a note or the heading of notes."""
    texts = (folded(cell) for cell in row.cells if isinstance(cell, str) and cell.strip())
    return row.after_gap or any(
        closing.heads_notes(text) or closing.begins_note(text) or text.startswith(FOOTNOTES) for text in texts
    )

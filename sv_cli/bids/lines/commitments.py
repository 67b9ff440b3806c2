"""Owns one commitment: its fields from the cells of one row, each read with certainty or told about."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct, field

from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.periods import find_period
from sv_cli.bids.cells.text import folded, hidden_character, normal, shown_text, visible, without_edges
from sv_cli.bids.late import late
from sv_cli.bids.lines.apart import UNPROVED
from sv_cli.bids.lines.quantities import Quantity, quantity_of
from sv_cli.bids.records import Sheeted
from sv_cli.bids.sheets.grid import Fault, Raw, Row, Uncached
from sv_cli.bids.tables.columns import SHARES
from sv_cli.bids.tables.heading import ODD_YEAR, RATE
from sv_cli.bids.tables.held import Column
from sv_cli.bids.tables.multipliers import MULTIPLIER
from sv_cli.bids.tables.statements import Section
from sv_cli.bids.terms.codes import code_before_title, code_of, is_measure_code
from sv_cli.bids.terms.footnotes import FOOTNOTES, footnote, without_footnote
from sv_cli.bids.terms.paces import said_pace
from sv_cli.bids.terms.rates import basis_of
from sv_cli.bids.terms.standing import is_conditional, standings_of
from sv_cli.bids.terms.titles import is_unpromised
from sv_cli.model.bids import Commitment, Period, Tranche

_ONE = Decimal(1)
_NO_FIELDS = frozenset(("reference", "quantity", "cost", ODD_YEAR, RATE, MULTIPLIER))
_LAST_YEAR_NUMBER = 50
_MONTHS = Decimal(12)
LONGEST_TEXT = 4_000
# What people put for a date when they mean the contract's own first or last day
_UNDATED = frozenset(
    (
        *(
            "ongoing",
            "throughout",
            "throughout contract",
            "throughout the contract",
            "immediate",
            "immediately",
            "asap",
            "day 1",
        ),
        *("contract start", "start of contract", "from start", "from contract start", "commencement", "contract award"),
        *("contract end", "end of contract", "end of the contract", "contract commencement", "continuous", "all year"),
    )
)
_TIMED = late(r"year|yr|month|mth", re.IGNORECASE)
_TIME = r"(?:year|yr|month|mth|quarter|qtr|week|wk|phase|term)s?"
_TIME_OF_CONTRACT = late(
    rf"\b{_TIME} ?[0-9]{{1,2}}\b|\b[0-9]{{1,2}}(?:st|nd|rd|th)? {_TIME}\b|\bq[1-4]\b", re.IGNORECASE
)
_DATED = late(r"[0-9]{4}|[0-9] ?[-/.] ?[0-9]")
_LONGEST_TIME = 60


class _Gaps(Struct):
    """The fields that could not be read with certainty."""

    unsure: list[str] = field(default_factory=list)


class Maker:
    """Makes commitments from the rows of one table; ``columns`` is the 1-based column of each field."""

    def __init__(self, table: Sheeted) -> None:
        self._table = table
        layout = table.layout
        self.columns: dict[str, int] = {name: column.index + 1 for name, column in layout.columns.items()}
        self._standings = standings_of({name: column.text for name, column in layout.columns.items()})
        spread = [column for column, _ in layout.years] or list(layout.matrix)
        if "quantity" not in self.columns and spread:
            self.columns["quantity"] = spread[0].index + 1
        self._titled = self.columns.get("reference") == self.columns.get("description")
        self._clashing = tuple(dict.fromkeys(clash.field for clash in layout.clashes))

    def make(self, row: Row, *, sums_above: bool, section: str = "", apart: Problem | None = None,
             head: Section | None = None) -> Commitment:  # fmt: skip
        """The commitment of a row; what cannot be read is told, and named in ``unsure``.

        ``section`` is the heading of its section where that says that nothing below it is promised for sure, and
        ``apart`` is why the line does not stand for itself. ``head`` is what its section says of its amounts.
        """
        gaps = _Gaps([name for name in self._clashing if name not in _NO_FIELDS])
        reference = self._reference(row, gaps)
        quantity = quantity_of(self._table, row, head)
        if sums_above and quantity.value is not None:
            self.say_of_line(Problem("total-with-reference", {"quantity": f"{quantity.value:f}"}), row, "quantity")
            quantity = Quantity(unit=quantity.unit, unit_text=quantity.unit_text)
        self._look(row, gaps, quantity.value)
        self._tell_pace(row, quantity)
        if section:
            self.say_of_line(Problem("line-withdrawn", {"text": visible(section)[:80]}), row, "quantity")
            gaps.unsure.append("status")
        if apart is not None:
            name = "quantity" if apart.name == UNPROVED else "description"
            self.say_of_line(apart, row, name)
            gaps.unsure.append(name)
        return Commitment(
            sheet=self._table.grid.name,
            row=row.number,
            reference=reference,
            description=self._text(row, "description") or "",
            quantity=quantity.value,
            tranches=self._dated(row, quantity, gaps, head),
            unit=quantity.unit,
            unit_text=quantity.unit_text,
            start=self._day(row, "start", gaps),
            end=self._day(row, "end", gaps),
            place=self._place(row),
            adjustments=self._adjustments(row, gaps),
            duration_years=self._duration(row, gaps),
            evidence=self._text(row, "evidence"),
            owner=self._text(row, "owner"),
            cost=self._cost(row),
            columns=self.columns,
            unsure=tuple(gaps.unsure),
            counted=quantity.counted,
            reference_words=self._words_behind(row, reference) if reference and "." in reference else None,
        )

    def _words_behind(self, row: Row, reference: str) -> str | None:
        """What stands behind one of the library's references in its cell: ``volunteering.hour at median pay``."""
        text = self._text(row, "reference") or self._text(row, "description") or ""
        words = text.removeprefix(reference).strip() if text.startswith(reference) else ""
        return words or None

    def _tell_pace(self, row: Row, quantity: Quantity) -> None:
        """Tell of a description that says the quantity is a rate, where nothing says what it comes to in all."""
        text = self._table.raw(row, "description")
        if quantity.value is None or not isinstance(text, str) or self._table.layout.years:
            return
        pace = said_pace(text, quantity.value, quantity.unit, self._table.tools.desk.units, self._table.years)
        if pace and basis_of(self._table.raw(row, "basis")) != "once":
            fields = {"text": visible(pace)[:80], "quantity": f"{quantity.value:f}"}
            self.say_of_line(Problem("rate-in-description", fields), row, "quantity")

    def is_continued(self, row: Row) -> bool:
        """Whether a row only goes on with the cells merged from above it."""
        column = self._table.layout.columns.get("description")
        return column is not None and (column.index >= len(row.cells) or row.cells[column.index] is None)

    def say_of_line(self, problem: Problem, row: Row, name: str) -> None:
        """Tell a problem of a row, at the cell of a field where there is one."""
        column = self._column(name)
        if column is None:
            self._table.tell.say(problem.name, row.number, **problem.fields)
        else:
            self._table.tell.problem(problem, row.number, column.index + 1, column.text)

    def _column(self, name: str) -> Column | None:
        found = self._table.layout.columns.get(name)
        if found is None and name == "quantity":
            found = self._table.layout.columns.get("total")
            if self._table.layout.years:
                found = self._table.layout.years[0][0]
        return found

    def _look(self, row: Row, gaps: _Gaps, promised: Decimal | None) -> None:
        """What the sheet's look says: a hidden row is read and told, a struck-out one is not valued."""
        grid = self._table.grid
        if row.number in grid.hidden_rows:
            self._table.tell.say("hidden-row-read", row.number)
        name = self._taken_back(row) or ("status" if promised is not None and self._is_open_box(row) else "")
        if name and promised != 0:
            standing = shown_text(self._table.raw(row, name)) or "an empty box"
            self.say_of_line(Problem("line-withdrawn", {"text": visible(standing)[:80]}), row, name)
            gaps.unsure.append(name)
        if grid.struck:
            for name, index in self.columns.items():
                if name in ("reference", "description", "quantity") and (row.number, index) in grid.struck:
                    self.say_of_line(Problem("struck-out"), row, name)
                    gaps.unsure.append(name)
                    return

    def _taken_back(self, row: Row) -> str:
        """The field that says that the line is not promised; ``""`` when none does."""
        says = {name: shown_text(self._table.raw(row, name)) for name in self._standings}
        return next((name for name, text in says.items() if text and self._standings[name](text)), "")

    def _is_open_box(self, row: Row) -> bool:
        unticked = self._table.layout.unticked
        return bool(unticked) and shown_text(self._table.raw(row, "status")).casefold() in unticked

    def _text(self, row: Row, name: str) -> str | None:
        raw = self._table.raw(row, name)
        if raw is None:
            return None
        return _as_text(raw)

    def _reference(self, row: Row, gaps: _Gaps) -> str | None:
        raw = self._table.raw(row, "reference")
        if raw in (None, "") and self._table.layout.coded:
            coded = code_before_title(self._text(row, "description") or "")
            return coded[0] if coded else None
        if raw is None:
            return None
        if isinstance(raw, Fault | Uncached):
            self.say_of_line(_unreadable(raw), row, "reference")
            gaps.unsure.append("reference")
            return None
        text = folded(raw) if isinstance(raw, str) else shown_text(raw)
        if text[-1:] in FOOTNOTES or text[:1] in FOOTNOTES:
            text = self._without_mark(text, row, gaps)
        if text.isascii() and text.isprintable():
            return self._unless_not_yet(text)
        bare = folded(without_edges(text))
        if bare != text:
            self.say_of_line(Problem("hidden-edges", {"reference": visible(bare)}), row, "reference")
        hidden = hidden_character(bare)
        if hidden:
            self.say_of_line(
                Problem("hidden-character", {"reference": visible(bare), "character": hidden}), row, "reference"
            )
            gaps.unsure.append("reference")
        return self._unless_not_yet(bare)

    def _without_mark(self, text: str, row: Row, gaps: _Gaps) -> str:
        """The code of ``NT17*``, with what its footnote says, where that says that the line is not meant for sure."""
        code, mark = without_footnote(text)
        if not mark:
            return text
        said = footnote(self._table.grid.rows, mark)
        if said and (is_unpromised(said) or is_conditional(said)):
            self.say_of_line(Problem("line-withdrawn", {"text": visible(f"{mark} {said}")[:80]}), row, "reference")
            gaps.unsure.append("reference")
        else:
            fields = {"text": visible(text), "reference": visible(code)}
            self.say_of_line(Problem("footnote-mark-left-out", fields), row, "reference")
        return code

    def _unless_not_yet(self, text: str) -> str | None:
        coded = code_of(text)
        if self._titled and not coded and not is_measure_code(text):
            return None  # a title among those that codes stand before
        text = coded or text
        return None if not text or text.casefold().strip(" .!") in self._table.tools.desk.words.not_yet else text

    def _dated(self, row: Row, quantity: Quantity, gaps: _Gaps, head: Section | None) -> tuple[Tranche, ...]:
        """The quantity's parts; a column or a section that names the row's year dates a quantity that is not spread."""
        if quantity.value is None:
            return ()
        if head is not None and head.period is not None and [each.period for each in quantity.tranches] == [None]:
            return (Tranche(quantity.value, head.period),)
        raw = self._table.raw(row, "year")
        if raw in (None, "") or len(quantity.tranches) != 1 or quantity.tranches[0].period is not None:
            return quantity.tranches
        period = self._period(raw)
        if period is None and basis_of(raw) == "once":
            return quantity.tranches
        if period is None:
            self.say_of_line(Problem("not-a-year", {"text": visible(shown_text(raw))[:80]}), row, "year")
            gaps.unsure.append("year")
            return quantity.tranches
        return (Tranche(quantity.value, period),)

    def _period(self, raw: Raw) -> Period | None:
        text = shown_text(raw)
        if text.isdigit() and 1 <= int(text[:4]) <= _LAST_YEAR_NUMBER:
            return Period(f"Year {int(text)}", number=int(text))
        found = find_period(text)
        return found[0] if found and not found[1] else None

    def _day(self, row: Row, name: str, gaps: _Gaps) -> date | None:
        raw = self._table.raw(row, name)
        if raw is None:
            return None
        day = self._table.tools.dates.read(raw)
        text = shown_text(raw)
        vague = name == "end" and (not any(map(str.isdigit, text)) or _of_contract(text))  # ``By when: Christmas``
        if day.problem is not None and (vague or normal(text) in _UNDATED):
            self.say_of_line(Problem("not-yet-stated", {"text": repr(visible(text)[:80])}), row, name)
            return None
        if day.problem is not None:
            self.say_of_line(day.problem, row, name)
            if day.problem.name != "not-yet-stated":
                gaps.unsure.append(name)
        return day.value

    def _place(self, row: Row) -> str | None:
        text = self._text(row, "place")
        if text is None or text.casefold() in self._table.tools.desk.words.not_yet:
            return None
        return self._table.tools.desk.places.get(normal(text), text)

    def _adjustments(self, row: Row, gaps: _Gaps) -> Mapping[str, Decimal]:
        found: dict[str, Decimal] = {}
        for name, shares in self._table.shares.items():
            raw = self._table.raw(row, name)
            if raw in (None, ""):
                continue
            if name == "attribution_unclear":
                gaps.unsure.append("attribution")
                continue
            share = shares.read(raw)
            if share.problem is not None:
                self.say_of_line(share.problem, row, name)
                if share.problem.name != "not-yet-stated":
                    gaps.unsure.append(name)
            elif share.value is not None:
                _adjust(name, share.value, found)
        return found

    def _duration(self, row: Row, gaps: _Gaps) -> Decimal | None:
        column = self._table.layout.columns.get("duration")
        raw = self._table.raw(row, "duration")
        if column is None or raw is None:
            return None
        amount = self._table.tools.numbers.read(raw)
        problem = amount.problem
        if problem is not None and problem.name == "not-a-number":
            problem = Problem("not-a-duration", problem.fields)
        elif problem is None and amount.value is None:
            problem = None if amount.state == "empty" else Problem("not-yet-stated", {"text": amount.state})
        elif problem is None and amount.value is not None:
            unit = amount.unit or ("month" if column.heading.months else "year")
            if not amount.unit and amount.value >= _MONTHS and not _TIMED.search(column.text):
                unit = ""  # “Duration” of 24: months are as likely
            if unit in ("month", "year") and 0 < amount.value <= 1200 and not amount.per:  # noqa: PLR2004 - a century
                return amount.value / _MONTHS if unit == "month" else amount.value
            problem = Problem("not-a-duration", {"text": f"{amount.value:f} {amount.unit or ''}".strip()})
        if problem is not None:
            self.say_of_line(problem, row, "duration")
            if problem.name != "not-yet-stated":
                gaps.unsure.append("duration")
        return None

    def _cost(self, row: Row) -> Decimal | None:
        """The cost, or the sum of its years; None when nothing is stated, or any of it cannot be read."""
        layout = self._table.layout
        columns = layout.costs or tuple(column for name, column in layout.columns.items() if name == "cost")
        costs = []
        for column in columns:
            raw = self._table.at(row, column.index)
            amount = self._table.tools.numbers.read(raw)
            if amount.problem is not None:
                text = visible(shown_text(raw))[:80]
                self._table.tell.say("cost-unread", row.number, column.index + 1, column.text, text=text)
                return None
            if amount.value is not None:
                costs.append(amount.value)
        return sum(costs, Decimal(0)) if costs else None


def _of_contract(text: str) -> bool:
    """Whether a text says when, in times of the contract or the year that are no date: ``End of year 2``."""
    return len(text) <= _LONGEST_TIME and _TIME_OF_CONTRACT.search(text) is not None and not _DATED.search(text)


def text_at(cells: list[Raw], index: int) -> str | None:
    """The text of the cell in a 0-based column; a negative one is no column."""
    raw = cells[index] if 0 <= index < len(cells) else None
    if isinstance(raw, str):
        # Most texts are as they should be, and seeing that is quicker than folding them
        if "  " not in raw and raw.isprintable() and raw == raw.strip() and len(raw) <= LONGEST_TEXT:
            return raw or None
        return " ".join(raw.split())[:LONGEST_TEXT] or None
    return None if raw is None else _as_text(raw)


def _as_text(raw: Raw) -> str | None:
    text = " ".join(raw.split()) if isinstance(raw, str) else shown_text(raw)
    return text[:LONGEST_TEXT] or None


def _adjust(name: str, value: Decimal, found: dict[str, Decimal]) -> None:
    """Put a share where it belongs; the bidder's own share is turned into that of others."""
    if name == "attribution_own":
        found.setdefault("attribution", _ONE - value)
    elif name in SHARES:
        found[name] = value


def _unreadable(raw: Fault | Uncached) -> Problem:
    if isinstance(raw, Fault):
        return Problem("error-cell", {"text": visible(raw.text[:40])})
    return Problem("formula-without-result", {"formula": visible(raw.formula[:80])})

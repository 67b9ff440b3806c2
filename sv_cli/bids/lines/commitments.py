"""Owns one commitment: its fields from the cells of one row, each read with certainty or told about."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.text import folded, normal, shown_text, visible
from sv_cli.bids.cells.units import MEASURES
from sv_cli.bids.lines.apart import UNPROVED
from sv_cli.bids.lines.detailed import RATE as RATE_SAID
from sv_cli.bids.lines.fields.quantities import Quantity, quantity_of
from sv_cli.bids.lines.fields.references import reference_of, words_behind
from sv_cli.bids.lines.fields.refused import withdrawn
from sv_cli.bids.lines.fields.texts import text_of
from sv_cli.bids.lines.fields.times import dated, day_of, duration_of
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.sheets.grid import Raw, Row
from sv_cli.bids.tables.headings.heading import ODD_YEAR, RATE
from sv_cli.bids.tables.several.multipliers import DEDUCTION, MULTIPLIER
from sv_cli.bids.tables.statements import Section
from sv_cli.bids.terms.areas import is_whole_area, name_alone
from sv_cli.bids.terms.corrections import agrees
from sv_cli.bids.terms.forms import says_in_all
from sv_cli.bids.terms.noted import noted_pace
from sv_cli.bids.terms.notes import is_all_under, points_elsewhere, points_to
from sv_cli.bids.terms.paces import is_yearly, may_close_with_rate, may_say_yearly, names_quantity, said_pace
from sv_cli.bids.terms.pinned import LONGEST, disputes, is_content
from sv_cli.bids.terms.rates import basis_of
from sv_cli.bids.terms.said_amounts import noted_amount, said_otherwise
from sv_cli.bids.terms.standing import is_note, standings_of
from sv_cli.bids.terms.workings import noted_otherwise
from sv_cli.late import late
from sv_cli.model.bids import Commitment

_ONE = Decimal(1)
_ABOVE = "its heading, its sheet or a note on it says"
# What people put for a cost that the price of the contract covers, and say of no sum
_NO_COST = late(
    r"(?:(?:all |already )?(?:within|included|covered|absorbed|inclusive)|no (?:additional |extra )?costs?"
    r"|own (?:resources|funds)|(?:our )?staff time|in kind|free(?: of charge)?|existing (?:budget|resources|staff))"
    r"(?: [a-z]+){0,6}"
)
_NO_FIELDS = frozenset(("reference", "quantity", "cost", ODD_YEAR, RATE, MULTIPLIER, DEDUCTION))


class Around(NamedTuple):
    """What is said of a row outside it, or of it as a row among others.

    ``aside`` is what keeps it from being promised for sure, as the heading of its section may, and ``apart`` is
    why the line does not stand for itself. ``head`` is what its section says of its amounts, and ``code`` the one that
    the section is headed by, which a line without any of its own is of.
    """

    sums_above: bool
    aside: str
    apart: Problem | None
    head: Section | None
    code: str


class Maker:
    """Makes commitments from the rows of one table; ``columns`` is the 1-based column of each field.

    ``told`` is the field of which it is told at once that it takes all lines back.
    """

    def __init__(self, table: Sheeted, told: str = "") -> None:
        self._table = table
        self._told = told
        layout = table.layout
        self.columns: dict[str, int] = {name: column.index + 1 for name, column in layout.columns.items()}
        self._standings = standings_of({name: column.text for name, column in layout.columns.items()})
        self._noted = tuple(filter(is_note, layout.columns))
        spread = [column for column, _ in layout.years] or list(layout.matrix)
        if "quantity" not in self.columns and spread:
            self.columns["quantity"] = spread[0].index + 1
        self._clashing = tuple(dict.fromkeys(clash.field for clash in layout.clashes))

    def make(self, row: Row, around: Around) -> Commitment:
        """The commitment of a row; what cannot be read is told, and named in ``unsure``."""
        unsure = [name for name in self._clashing if name not in _NO_FIELDS]
        reference = reference_of(self._table, row, unsure)
        if around.code and reference is None and not self._table.raw(row, "reference"):
            reference = around.code
        quantity = quantity_of(self._table, row, around.head)
        if around.sums_above and quantity.value is not None:
            problem = Problem("total-with-reference", {"quantity": f"{quantity.value:,f}"})
            self._table.say_of_line(problem, row, "quantity")
            quantity = Quantity(unit=quantity.unit, unit_text=quantity.unit_text)
        self._look(row, unsure, quantity.value)
        self._tell_pace(row, quantity)
        self._tell_other_amount(row, quantity, unsure)
        self._tell_noted(row, quantity, unsure)
        self._tell_around(row, around, unsure)
        tranches = dated(self._table, row, quantity, unsure, around.head)
        return Commitment(
            sheet=self._table.grid.name,
            row=row.number,
            reference=reference,
            description=text_of(self._table, row, "description") or "",
            quantity=quantity.value,
            tranches=tranches,
            unit=quantity.unit,
            unit_text=quantity.unit_text,
            start=day_of(self._table, row, "start", unsure, tranches),
            end=day_of(self._table, row, "end", unsure, tranches),
            place=self._place(row),
            adjustments=self._adjustments(row, unsure),
            duration_years=duration_of(self._table, row, unsure),
            evidence=text_of(self._table, row, "evidence"),
            owner=text_of(self._table, row, "owner"),
            cost=self._cost(row),
            columns=self.columns,
            unsure=tuple(unsure),
            counted=quantity.counted,
            reference_words=words_behind(self._table, row, reference) if reference and "." in reference else None,
        )

    def _tell_around(self, row: Row, around: Around, unsure: list[str]) -> None:
        """Tell of what the section says against the row, and of why it does not stand for itself."""
        apart = around.apart
        if around.aside:
            self._table.say_of_line(withdrawn(around.aside, _ABOVE), row, "quantity")
            unsure.append("status")
        if apart is not None and not (apart.name == "line-withdrawn" and "description" in unsure):
            name = "quantity" if apart.name in (UNPROVED, RATE_SAID) else "description"
            self._table.say_of_line(apart, row, name)
            unsure += [name] if apart.name != RATE_SAID else []

    def _tell_pace(self, row: Row, quantity: Quantity) -> None:
        """Tell of a description that says the quantity is a rate, where nothing says what it comes to in all.

        One of each year is held against what is promised in a year.
        """
        text = self._table.words(row, "description")
        if quantity.value is None or not text or self._table.layout.years:
            return
        told = quantity.of_each()
        pace = said_pace(text, told, quantity.unit, self._table.tools.desk.units, self._table.years)
        column = self._table.layout.columns.get("quantity")
        in_all = column is not None and _is_in_all(column.text) and not names_quantity(text, told)
        if in_all and (may_close_with_rate(text) or may_say_yearly(text)):
            return  # it is done every year, and told for all of them
        if is_yearly(pace) and any(each.period for each in quantity.tranches):
            return  # and so it was read
        if pace and basis_of(self._table.raw(row, "basis")) != "once":
            fields = {"text": visible(pace)[:80], "quantity": f"{told:,f}"}
            self._table.say_of_line(Problem("rate-in-description", fields), row, "quantity")

    def _tell_other_amount(self, row: Row, quantity: Quantity, unsure: list[str]) -> None:
        """Tell of a description that says another amount than the quantity: which is meant is to be asked."""
        text = self._table.words(row, "description")
        if quantity.value is None or not text:
            return
        said = said_otherwise(
            text, quantity.value, quantity.unit, self._table.tools.desk.units, self._table.years_of_all()
        )
        if said:
            fields = {"text": visible(said)[:80], "quantity": f"{quantity.value:,f}"}
            self._table.say_of_line(Problem("amount-in-description", fields), row, "quantity")
            unsure.append("quantity")

    def _tell_noted(self, row: Row, quantity: Quantity, unsure: list[str]) -> None:
        """Tell of a note that shows how the quantity comes about, and comes to another, or that calls it a rate."""
        for name in self._noted if quantity.value is not None else ():
            text = self._table.words(row, name)
            if text and name not in unsure:
                self._tell_note(row, name, text, quantity, unsure)

    def _tell_note(self, row: Row, name: str, text: str, quantity: Quantity, unsure: list[str]) -> None:
        units, amount = self._table.tools.desk.units, quantity.value or Decimal(0)
        worked = quantity.unit in MEASURES and noted_otherwise(text, amount, quantity.unit, units)
        worked = worked or noted_amount(text, amount, quantity.unit, units, self._table.years_of_all())
        if worked:  # which is meant, is asked
            self._table.say_of_line(withdrawn(worked), row, name)
            unsure.append(name)
        elif not self._table.layout.years and basis_of(self._table.raw(row, "basis")) != "once":
            told = quantity.of_each()
            pace = noted_pace(text, told, quantity.unit, units, self._table.years)
            fields = {"text": visible(pace)[:80], "quantity": f"{told:,f}"}
            if pace and not (is_yearly(pace) and any(each.period for each in quantity.tranches)):
                self._table.say_of_line(Problem("rate-in-description", fields), row, name)

    def is_continued(self, row: Row) -> bool:
        """Whether a row only goes on with the cells merged from above it."""
        column = self._table.layout.columns.get("description")
        return column is not None and (column.index >= len(row.cells) or row.cells[column.index] is None)

    def _look(self, row: Row, unsure: list[str], promised: Decimal | None) -> None:
        """What the sheet's look says: a hidden row is read and told, a struck-out one is not valued."""
        grid = self._table.grid
        if row.number in grid.hidden_rows:
            self._table.tell.say("hidden-row-read", row.number)
        name = self._taken_back(row, promised) or ("status" if promised is not None and self._is_open_box(row) else "")
        if name and promised != 0:
            standing = shown_text(self._table.raw(row, name)) or "an empty box"
            if name != self._told:
                self._table.say_of_line(withdrawn(standing), row, name)
            unsure.append(name)
        if grid.comments:
            self._heed_comments(row, unsure, promised)
        if grid.struck:
            layout = self._table.layout
            named = {name: layout.columns.get(name) for name in ("reference", "description", "quantity", "total")}
            for column in (*filter(None, named.values()), *layout.spread()):
                if (row.number, column.index + 1) in grid.struck:
                    self._table.tell.problem(Problem("struck-out"), row.number, column.index + 1, column.text)
                    unsure.append(next((name for name, each in named.items() if each is column), "quantity"))
                    return

    def _heed_comments(self, row: Row, unsure: list[str], promised: Decimal | None) -> None:
        """Tell of what is pinned to cells of the line; where it says something against it, the line is not valued."""
        for column in range(1, len(row.cells) + 1):
            text = self._table.grid.comments.get((row.number, column))
            if text is None or is_content(text):
                continue
            disputed = promised is not None and disputes(text, promised)
            name = "comment-disputes-line" if disputed else "comment-on-line"
            self._table.tell.say(name, row.number, column, text=visible(text)[:LONGEST])
            if disputed:
                unsure.append("quantity")

    def _taken_back(self, row: Row, promised: Decimal | None) -> str:
        """The field that says that the line is not promised; ``""`` when none does."""
        says = {name: _ways_to_read(self._table.raw(row, name)) for name in self._standings}
        said = (
            name for name, (text, *lines) in says.items() if text and any(map(self._standings[name], (text, *lines)))
        )
        own = shown_text(self._table.raw(row, "reference"))
        heeded = (each for each in said if not _leaves(says[each][0], own, promised))
        return next(heeded, "")

    def _is_open_box(self, row: Row) -> bool:
        unticked = self._table.layout.unticked
        return bool(unticked) and shown_text(self._table.raw(row, "status")).casefold() in unticked

    def _place(self, row: Row) -> str | None:
        text = text_of(self._table, row, "place")
        if text is None or text.casefold() in self._table.tools.desk.words.not_yet or is_whole_area(text):
            return None
        known = self._table.tools.desk.places
        return known.get(normal(text)) or known.get(name_alone(text), text)

    def _adjustments(self, row: Row, unsure: list[str]) -> Mapping[str, Decimal]:
        found: dict[str, Decimal] = {}
        for name, shares in self._table.shares.items():
            raw = self._table.raw(row, name)
            if raw in (None, ""):
                continue
            if name == "attribution_unclear":
                unsure.append("attribution")
                continue
            share = shares.read(raw)
            if share.problem is not None:
                self._table.say_of_line(share.problem, row, name)
                if share.problem.name != "not-yet-stated":
                    unsure.append(name)
            elif share.value is not None:
                _adjust(name, share.value, found)
        return found

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
                if _NO_COST.fullmatch(normal(text)):
                    return None
                self._table.tell.say("cost-unread", row.number, column.index + 1, column.text, text=text)
                return None
            if amount.value is not None:
                costs.append(amount.value)
        return sum(costs, Decimal(0)) if costs else None


def _is_in_all(heading: str) -> bool:
    return says_in_all(heading) or normal(heading).startswith("total ")


def _ways_to_read(raw: Raw) -> tuple[str, ...]:
    """A cell as text, and one of several lines with them apart as well, since each may be a sentence."""
    if isinstance(raw, str) and "\n" in raw:
        return folded(raw), "\n".join(filter(None, map(folded, raw.split("\n"))))
    return (shown_text(raw),)


def _leaves(text: str, reference: str, promised: Decimal | None) -> bool:
    """Whether a note says the quantity again, or points to nothing but the measure that its line is of."""
    own = points_to(text, reference) and (points_elsewhere(text) or is_all_under(text, promised))
    return own or agrees(text, promised)


def _adjust(name: str, value: Decimal, found: dict[str, Decimal]) -> None:
    """Put a share where it belongs; the bidder's own share is turned into that of others."""
    if name == "attribution_own":
        found.setdefault("attribution", _ONE - value)
    else:
        found[name] = value

"""Owns the quantity of one row: the amounts that make it up, their one unit, and the times that they fall in."""

import re
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.bids.cells.described_units import unit_described, unit_headed
from sv_cli.bids.cells.figures import tidy
from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.text import folded, normal, visible
from sv_cli.bids.cells.units import COUNT, SCALED
from sv_cli.bids.lines.fields import agreement
from sv_cli.bids.lines.fields.amounts import Told, amount_in, in_one_year, in_several_years, over_time
from sv_cli.bids.lines.fields.refused import Refused, withdrawn
from sv_cli.bids.lines.fields.stated import Stated, counted_as, stated_unit
from sv_cli.bids.lines.fields.tranches import tranches_of
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.sheets.grid import Row, not_empty
from sv_cli.bids.tables.headings.heading import ODD_YEAR, RATE, RISEN
from sv_cli.bids.tables.several.multipliers import DEDUCTION, MULTIPLIER, multiplies, takes_off
from sv_cli.bids.tables.several.spread import Dated
from sv_cli.bids.tables.several.times import Clash, is_nought, states_some
from sv_cli.bids.tables.statements import Section
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.terms.codes import code_before_title, code_of
from sv_cli.bids.terms.titles import is_unfirm
from sv_cli.late import late
from sv_cli.model.bids import Tranche
from sv_cli.model.vocabulary import Unit

_HOURS_A_DAY = late(r"\b([0-9]+(?:\.[0-9]+)?)[ -]?(?:h|hrs?|hours?)\b", re.IGNORECASE)
_WORKING_DAY = Decimal("7.5")
_MEASURED = frozenset(("money", "hour", "week", "month", "mass", "distance", "volume", "energy", "CO2e"))


class Quantity(Struct, frozen=True):
    """What a row promises: ``value`` is the sum of ``tranches``, or None when it cannot be told.

    ``counted`` is what says that things are counted, where no unit is known.
    """

    value: Decimal | None = None
    tranches: tuple[Tranche, ...] = ()
    unit: str | None = None
    unit_text: str | None = None
    counted: str | None = None

    def of_each(self) -> Decimal:
        """What is promised in each year where every year has the same, and else all of it."""
        years = {tranche.quantity for tranche in self.tranches if tranche.period is not None}
        return years.pop() if len(years) == 1 and len(self.tranches) > 1 else self.value or Decimal(0)


def quantity_of(table: Sheeted, row: Row, head: Section | None = None) -> Quantity:
    """The quantity of a row below a section's heading; what keeps it from being read is told."""
    stated = stated_unit(table, row)
    text = stated.text if stated.unit != COUNT or stated.per else None  # a bare “No.” names no unit
    try:
        amounts = _amounts(table, row)
        unit = _unit(table, row, stated, amounts) or _unit_around(table, row, stated, amounts, head)
        agreement.against_words(table, row, amounts[0][2], unit)
        tranches = tranches_of(table, row, amounts, stated, head)
    except Refused as refused:
        _tell(table, row, refused)
        known = None if stated.unit == COUNT else stated.unit
        return Quantity(unit=known, unit_text=text or None)
    value = tidy(sum((tranche.quantity for tranche in tranches), Decimal(0)))
    if value == 0:
        table.tell.say("zero-quantity", row.number, amounts[0][0].index + 1, amounts[0][0].text)
    counted = None if unit or text else counted_as(table, row, stated, amounts[0][0], amounts[0][2])
    return Quantity(value, tranches, unit, text or None, counted)


def _tell(table: Sheeted, row: Row, refused: Refused) -> None:
    column = refused.column
    if column is None:
        table.tell.say(refused.problem.name, row.number, **refused.problem.fields)
    else:
        table.tell.problem(refused.problem, row.number, column.index + 1, column.text)


def _amounts(table: Sheeted, row: Row) -> list[Told]:
    """The amounts that make up the quantity: one, or one for each year; never empty."""
    layout = table.layout
    _refuse_undecided(table, row)
    if layout.matrix:
        return [_in_matrix(table, row)]
    if not layout.years:
        column = layout.columns.get("quantity") or layout.columns["total"]
        if not layout.checked and (several := in_several_years(table, row, column)):
            return several
        told = in_one_year(table, row, column)
        for parts in layout.checked if told[2].value is not None else ():
            agreement.against_parts(table, row, told[2].value or Decimal(0), parts)
        return [told]
    years = over_time(table, row, _of_one_unit(table, row) if layout.by_unit else layout.years)
    if layout.cumulative:
        years = _increases(table, years)
    if layout.wholes:
        years = agreement.against_wholes(table, row, years)
    agreement.against_quantity(table, row, years)
    return agreement.against_total(table, row, years)


def _refuse_undecided(table: Sheeted, row: Row) -> None:
    """Refuse a row with cells beyond its table, and one whose quantity several columns may hold."""
    beyond = not_empty(row.cells[table.width :]) if table.width else []
    if beyond:
        fields = {"width": str(table.width), "text": visible(folded(str(beyond[0])))[:40]}
        raise Refused(Problem("extra-cells", fields), None)
    undecided = next((clash for clash in table.layout.clashes if _is_open(clash, table, row)), None)
    if undecided is not None:
        raise Refused(Problem("quantity-undecided"), next(iter(undecided.columns), None))


def _in_matrix(table: Sheeted, row: Row) -> Told:
    """The one amount of a row whose columns are of different units: ``Hours | £``. Refuses two, or an unsure one."""
    matrix = table.layout.matrix
    filled = [column for column in matrix if states_some(table.at(row, column.index))]
    if len(filled) > 1:
        raise Refused(Problem("quantity-undecided"), filled[0])
    stated = filled or [each for each in matrix if table.at(row, each.index) not in (None, "")]
    column = stated[0] if stated else matrix[0]
    if is_unfirm(column.text):
        raise Refused(withdrawn(column.text, "its heading says"), column)
    return column, None, amount_in(table, row, column)


def _of_one_unit(table: Sheeted, row: Row) -> tuple[Dated, ...]:
    """The columns of times in the one unit that a row fills in, where those of one time are of several; refuses two."""
    years = table.layout.years
    told = [column for column, _ in years if states_some(table.at(row, column.index))] or [years[0][0]]
    if len({column.heading.unit for column in told}) > 1:
        raise Refused(Problem("quantity-undecided"), told[0])
    return tuple(each for each in years if each[0].heading.unit == told[0].heading.unit)


def _is_open(clash: Clash, table: Sheeted, row: Row) -> bool:
    """Whether a clash leaves the row's quantity open; an odd year that adds nothing to it does not."""
    if clash.field == ODD_YEAR and (table.layout.years or not {"quantity", "total"}.isdisjoint(table.layout.columns)):
        return not all(is_nought(table.at(row, column.index)) for column in clash.columns)
    if clash.field == MULTIPLIER:
        return any(multiplies(row, table.layout.columns, column) for column in clash.columns)
    if clash.field == DEDUCTION:
        return any(takes_off(row, column) for column in clash.columns)
    return clash.field in ("quantity", ODD_YEAR, RATE, RISEN)


def _increases(table: Sheeted, sums: list[Told]) -> list[Told]:
    """What each time adds to running totals: 10, 15 and 5 for ``10 | 25 | 30``. Refuses totals that fall."""
    last, _ = table.layout.years[-1]
    told = [Decimal(0), *(amount.value or Decimal(0) for _, _, amount in sums)]
    if sums and (sums[-1][0] != last or sorted(told) != told):
        raise Refused(Problem("quantity-undecided"), last)
    return [
        (column, period, replace(amount, value=value - before))
        for (column, period, amount), before, value in zip(sums, told[:-1], told[1:], strict=True)
    ]


def _unit(table: Sheeted, row: Row, stated: Stated, amounts: list[Told]) -> str | None:
    """The one unit that the unit column, the heading and the cell agree on; None when none is known.

    What stands in brackets behind the row's code or its description may not name another.
    """
    layout = table.layout
    heading_column = layout.columns.get("quantity") or (amounts if layout.by_unit else layout.years or amounts)[0][0]
    unless = any(each.unit for _, _, each in amounts) and "unless" in heading_column.text
    heading = None if unless else heading_column.heading.unit
    _check_day(heading_column)
    named = (stated.unit, heading, *(each.unit for _, _, each in amounts))
    said = {unit for unit in named if unit and unit != COUNT}
    said |= _bracketed(table, row) - ({"GBP"} if stated.unit in SCALED else set()) if said else set()
    if said == {"tonne", "tCO2e"}:
        said.remove("tonne")  # the other says of what
    units = table.tools.desk.vocabulary.units
    if len(said) > 1 and stated.unit in said:
        said = {unit for unit in said if not _is_short_for(units[unit], units[stated.unit], stated.text)}
    if len(said) > 1:
        names = " and ".join(sorted(repr(units[unit].many) for unit in said))
        raise Refused(Problem("unit-conflict", {"units": names}), heading_column)
    _check_marks(table, said, {amount.mark for _, _, amount in amounts} - {""}, heading_column)
    if stated.text and stated.unit is None:
        return None
    return next(iter(said), None)


def _is_short_for(unit: Unit, stated: Unit, text: str) -> bool:
    """Whether a unit is but the last word of the one in the unit's own column: ``6 weeks`` of ``Working weeks``."""
    return unit.dimension != stated.dimension and normal(text).endswith(f" {normal(unit.many)}")


def _unit_around(table: Sheeted, row: Row, stated: Stated, amounts: list[Told], head: Section | None) -> str | None:
    """The unit that the row's description, its reference or its section names, where nothing beside the amount does."""
    units = table.tools.desk.units
    headed = head.unit if head is not None and not stated.text else None
    described = coded = None
    if not stated.text or stated.unit == COUNT:
        coded, described = unit_headed(_behind_code(table, row), units), unit_described(_title(table, row), units)
    said = {headed, described, coded} - {None}
    if len(said) > 1:
        vocabulary = table.tools.desk.vocabulary.units
        names = " and ".join(sorted(repr(vocabulary[unit].many) for unit in said if unit))
        raise Refused(Problem("unit-conflict", {"units": names}), amounts[0][0])
    return next(iter(said), None)


def _behind_code(table: Sheeted, row: Row) -> str:
    """What stands behind the code in the cell of a row's reference: ``(days)`` of ``NT17 (days)``."""
    text = table.words(row, "reference")
    return text.removeprefix(code_of(text) or text) if "(" in text or " " in text else ""


def _bracketed(table: Sheeted, row: Row) -> set[str]:
    """The units in brackets behind a row's code and its description."""
    texts = (text for text in (_behind_code(table, row), _title(table, row)) if text.endswith((")", "]")))
    return set(filter(None, (unit_headed(text, table.tools.desk.units) for text in texts)))


def _title(table: Sheeted, row: Row) -> str:
    """The description of a row, without the code that it begins with where codes stand there."""
    text = table.words(row, "description")
    coded = code_before_title(text) if table.layout.coded else None
    return coded[1] if coded else text


def _check_marks(table: Sheeted, said: set[str], marks: set[str], column: Column) -> None:
    """Refuse ``1.5k`` below “£k”, which may be multiplied already, and ``10 each`` of hours, which may be a rate."""
    units = [table.tools.desk.vocabulary.units[unit] for unit in said] if marks else []
    each = {mark for mark in marks if mark.casefold().startswith("ea")}
    if (marks - each and not said.isdisjoint(SCALED)) or (each and any(unit.dimension in _MEASURED for unit in units)):
        names = " and ".join(map(repr, (*(unit.many for unit in units), *sorted(marks))))
        raise Refused(Problem("unit-conflict", {"units": names}), column)


def _check_day(column: Column) -> None:
    """A heading such as ``Days (8 hours each)`` counts other days than the list of units does."""
    hours = _HOURS_A_DAY.search(column.text) if column.heading.unit == "day" else None
    if hours and Decimal(hours[1]) != _WORKING_DAY:
        raise Refused(Problem("unit-conflict", {"units": f"'days' of 7.5 hours and {column.text!r}"}), column)

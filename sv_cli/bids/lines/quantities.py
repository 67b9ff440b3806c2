"""Owns the quantity of one row: its number or its years, its unit, and whether it is a rate."""

import re
from collections.abc import Iterable
from decimal import ROUND_FLOOR, Decimal

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.bids.cells.numbers import LIMIT, Amount, Problem, tidy
from sv_cli.bids.cells.text import folded, normal, shown_text, visible
from sv_cli.bids.cells.units import COUNT
from sv_cli.bids.late import late
from sv_cli.bids.lines.halves import column_of_words, halves
from sv_cli.bids.lines.stated import Stated, counted_as, stated_unit
from sv_cli.bids.records import Sheeted
from sv_cli.bids.sheets.grid import Raw, Row
from sv_cli.bids.tables.heading import ODD_YEAR, RATE
from sv_cli.bids.tables.held import Column
from sv_cli.bids.tables.multipliers import MULTIPLIER, multiplies
from sv_cli.bids.tables.refusals import SOMETIMES, says_how_often
from sv_cli.bids.tables.spread import Dated, added
from sv_cli.bids.tables.statements import Section
from sv_cli.bids.tables.times import Clash, is_nought, is_slice
from sv_cli.bids.terms.offers import offers_otherwise
from sv_cli.bids.terms.rates import basis_of
from sv_cli.bids.terms.words import RATES, is_rate
from sv_cli.model.bids import Period, Tranche

_HOURS_A_DAY = late(r"\b([0-9]+(?:\.[0-9]+)?)[ -]?(?:h|hrs?|hours?)\b", re.IGNORECASE)
_WORKING_DAY = Decimal("7.5")
_SCALED = frozenset(("GBPk", "GBPm"))
_MEASURED = frozenset(("money", "hour", "week", "month", "mass", "distance", "volume", "energy", "CO2e"))
_TOLERANCE = Decimal("1e-9")
_NONE = frozenset(("-", "--", "\u2013", "\u2014", "n/a", "na", "none", "not applicable"))


class Quantity(Struct, frozen=True):
    """What a row promises: ``value`` is the sum of ``tranches``, or None when it cannot be told.

    ``counted`` is what says that things are counted, where no unit is known.
    """

    value: Decimal | None = None
    tranches: tuple[Tranche, ...] = ()
    unit: str | None = None
    unit_text: str | None = None
    counted: str | None = None


class _Refused(Exception):  # noqa: N818 - no error: the row's quantity stays open, and why is told
    """The quantity cannot be told; carries where and why."""

    def __init__(self, problem: Problem, column: Column | None) -> None:
        super().__init__(problem.name)
        self.problem = problem
        self.column = column


def quantity_of(table: Sheeted, row: Row, head: Section | None = None) -> Quantity:
    """The quantity of a row below a section's heading; what keeps it from being read is told."""
    stated = stated_unit(table, row)
    text = stated.text if stated.unit != COUNT or stated.per else None  # a bare “No.” names no unit
    try:
        amounts = _amounts(table, row)
        unit = _unit(table, stated, amounts)
        _against_words(table, row, amounts[0][2], unit)
        tranches = _tranches(table, row, amounts, stated, head)
    except _Refused as refused:
        _tell(table, row, refused)
        known = None if stated.unit == COUNT else stated.unit
        return Quantity(unit=known, unit_text=text or None)
    value = tidy(sum((tranche.quantity for tranche in tranches), Decimal(0)))
    if value == 0:
        table.tell.say("zero-quantity", row.number, amounts[0][0].index + 1, amounts[0][0].text)
    counted = None if unit or text else counted_as(table, row, stated, amounts[0][0], amounts[0][2])
    return Quantity(value, tranches, unit, text or None, counted)


def _tell(table: Sheeted, row: Row, refused: _Refused) -> None:
    column = refused.column
    if column is None:
        table.tell.say(refused.problem.name, row.number, **refused.problem.fields)
    else:
        table.tell.problem(refused.problem, row.number, column.index + 1, column.text)


def _amounts(table: Sheeted, row: Row) -> list[tuple[Column, Period | None, Amount]]:
    """The amounts that make up the quantity: one, or one for each year; never empty."""
    layout = table.layout
    if table.width and any(cell not in (None, "") for cell in row.cells[table.width :]):
        beyond = next(cell for cell in row.cells[table.width :] if cell not in (None, ""))
        fields = {"width": str(table.width), "text": visible(folded(str(beyond)))[:40]}
        raise _Refused(Problem("extra-cells", fields), None)
    undecided = next((clash for clash in layout.clashes if _is_open(clash, table, row)), None)
    if undecided is not None:
        raise _Refused(Problem("quantity-undecided"), next(iter(undecided.columns), None))
    if layout.matrix:
        filled = [column for column in layout.matrix if not is_nought(table.at(row, column.index))]
        if len(filled) > 1:
            raise _Refused(Problem("quantity-undecided"), filled[0])
        stated = filled or [each for each in layout.matrix if table.at(row, each.index) not in (None, "")]
        column = stated[0] if stated else layout.matrix[0]
        return [(column, None, _amount(table, row, column))]
    if not layout.years:
        column = layout.columns.get("quantity") or layout.columns["total"]
        amount = _amount(table, row, column)
        for parts in layout.checked if amount.value is not None else ():
            _against_parts(table, row, amount.value or Decimal(0), parts)
        return [(column, None, amount)]
    years = _over_time(table, row, layout.years)
    if layout.cumulative:
        years = _increases(table, years)
    if layout.wholes:
        years = _against_wholes(table, row, years)
    _against_quantity(table, row, years)
    return _against_total(table, row, years)


def _is_open(clash: Clash, table: Sheeted, row: Row) -> bool:
    """Whether a clash leaves the row's quantity open; an odd year that adds nothing to it does not."""
    if clash.field == ODD_YEAR and (table.layout.years or not {"quantity", "total"}.isdisjoint(table.layout.columns)):
        return not all(is_nought(table.at(row, column.index)) for column in clash.columns)
    if clash.field == MULTIPLIER:
        return any(multiplies(row, table.layout.columns["quantity"], column) for column in clash.columns)
    return clash.field in ("quantity", ODD_YEAR, RATE)


def _increases(
    table: Sheeted, sums: list[tuple[Column, Period | None, Amount]]
) -> list[tuple[Column, Period | None, Amount]]:
    """What each time adds to a sum that is told up to the last of them; refuses one that falls or is not told."""
    last, _ = table.layout.years[-1]
    told = [Decimal(0), *(amount.value or Decimal(0) for _, _, amount in sums)]
    if sums and (sums[-1][0] != last or sorted(told) != told):
        raise _Refused(Problem("quantity-undecided"), last)
    return [
        (column, period, replace(amount, value=value - before))
        for (column, period, amount), before, value in zip(sums, told[:-1], told[1:], strict=True)
    ]


def _over_time(table: Sheeted, row: Row, columns: Iterable[Dated]) -> list[tuple[Column, Period | None, Amount]]:
    """What is filled in of the columns of years or their parts."""
    years: list[tuple[Column, Period | None, Amount]] = []
    none: list[Column] = []
    for column, period in columns:
        if _is_none(table.at(row, column.index)):
            none.append(column)
            continue
        amount = _amount(table, row, column, blank=True)
        if amount.value is not None:
            years.append((column, period, amount))
    if none and not years:
        raise _Refused(Problem("no-quantity", {"state": repr(folded(str(table.at(row, none[0].index))))}), none[0])
    for column in none:
        text = folded(str(table.at(row, column.index)))
        table.tell.say("none-that-year", row.number, column.index + 1, column.text, text=text, heading=column.text)
    return years


def _against_wholes(
    table: Sheeted, row: Row, years: list[tuple[Column, Period | None, Amount]]
) -> list[tuple[Column, Period | None, Amount]]:
    """The months, once the quarters beside them come to the same; the quarters where no month is filled in."""
    parts = [amount.value or Decimal(0) for column, _, amount in years if column.heading.part]
    for columns in table.layout.wholes:
        whole = _over_time(table, row, [(column, column.heading.period) for column in columns])
        if whole and not parts:
            years = [*whole, *years]
            parts = [amount.value or Decimal(0) for _, _, amount in whole]
        elif whole:
            said = sum((amount.value or Decimal(0) for _, _, amount in whole), Decimal(0))
            _agrees(said, sum(parts, Decimal(0)), whole[-1][0])
    return years


def _agrees(said: Decimal, added: Decimal, column: Column) -> None:
    """Refuse a stated total that is not what its parts come to."""
    if abs(said - added) > _TOLERANCE * max(abs(added), Decimal(1)):
        raise _Refused(Problem("total-mismatch", {"total": f"{said:f}", "sum": f"{added:f}"}), column)


def _against_parts(table: Sheeted, row: Row, quantity: Decimal, columns: tuple[Column, ...]) -> None:
    """Months or quarters beside a quantity have to come to it, where all that stands in them are plain amounts.

    Where some are empty they may tell how far it is reached, and must not come to more.
    """
    amounts = [table.tools.numbers.read(table.at(row, column.index)) for column in columns]
    told = [amount.value for amount in amounts if amount.value is not None]
    added = sum(told, Decimal(0))
    if any(amount.problem or amount.unit == "percent" for amount in amounts):
        return
    if len(told) == len(amounts) or added > quantity:
        _agrees(quantity, added, columns[0])


def _against_words(table: Sheeted, row: Row, amount: Amount, unit: str | None) -> None:
    """Refuse a target beside a sentence that offers something else."""
    for column in table.layout.offered if amount.value is not None else ():
        text = table.at(row, column.index)
        said = isinstance(text, str) and amount.value is not None
        if said and offers_otherwise(str(text), amount.value or Decimal(0), unit, table.tools.desk.units):
            raise _Refused(Problem("quantity-undecided"), column)


def _is_none(raw: Raw) -> bool:
    """Whether a year's cell says that there is none in it, as `-` does beside years that are filled."""
    return isinstance(raw, str) and folded(raw).casefold().strip(".") in _NONE


def _against_quantity(table: Sheeted, row: Row, years: list[tuple[Column, Period | None, Amount]]) -> None:
    """A column of quantities beside years and their total has to say what the years come to."""
    column = table.layout.columns.get("quantity")
    if column is None or not years:
        return
    stated = table.tools.numbers.read(table.at(row, column.index)).value
    added = sum((amount.value or Decimal(0) for _, _, amount in years), Decimal(0))
    if stated is not None:
        _agrees(stated, added, column)


def _against_total(
    table: Sheeted, row: Row, years: list[tuple[Column, Period | None, Amount]]
) -> list[tuple[Column, Period | None, Amount]]:
    """The years, once the column of totals beside them agrees; the total alone where no year is filled in."""
    column = table.layout.columns.get("total")
    _is_whole(table, row, years, column)
    if column is None:
        if not years:
            raise _Refused(Problem("no-quantity", {"state": "empty"}), table.layout.years[0][0])
        return years
    if not years:
        return [(column, None, _amount(table, row, column))]
    total = table.tools.numbers.read(table.at(row, column.index))
    if total.value is None and total.state != "empty":
        table.tell.say("total-unchecked", row.number, column.index + 1, column.text)
    added = sum((amount.value or Decimal(0) for _, _, amount in years), Decimal(0))
    if total.value is not None:
        _agrees(total.value, added, column)
    return years


def _is_whole(
    table: Sheeted, row: Row, years: list[tuple[Column, Period | None, Amount]], total: Column | None
) -> None:
    """Refuse to add up lots, deliverers or stages where no total says that they make one promise."""
    promised = [column for column, _, amount in years if amount.value]
    told = total is not None and table.tools.numbers.read(table.at(row, total.index)).value is not None
    if len(promised) > 1 and not told and any(map(is_slice, promised)):
        raise _Refused(Problem("quantity-undecided"), promised[0])


def _amount(table: Sheeted, row: Row, column: Column, *, blank: bool = False) -> Amount:
    """One cell as an amount; refuses what has no certain value, and an empty cell unless ``blank`` ones may be."""
    if (row.number, column.index + 1) in table.merged_amounts:
        merge = table.merged_amounts[row.number, column.index + 1]
        raise _Refused(Problem("merged-quantity", {"first": str(merge.top), "last": str(merge.bottom)}), column)
    if column.heading.scaled and _is_of_scale(table, row, column, column.heading.scaled):
        raise _Refused(Problem("scaled-heading", {"scale": column.heading.scaled}), column)
    if table.width and column_of_words(table.layout, column.index) > 0:
        whole = halves(row.cells, column.index)
        if whole is not None:
            raise _Refused(Problem("cut-number", {"text": visible(whole)}), column)
    amount = table.tools.numbers.read(table.at(row, column.index))
    if amount.problem is not None:
        raise _Refused(amount.problem, column)
    if amount.value is None:
        if blank and amount.state == "empty":
            return amount
        raise _Refused(Problem("no-quantity", {"state": amount.state}), column)
    if amount.value < 0:
        raise _Refused(Problem("negative-quantity", {"quantity": f"{amount.value:f}"}), column)
    if amount.value > LIMIT:
        raise _Refused(Problem("absurd-quantity", {"quantity": f"{amount.value:,f}", "limit": f"{LIMIT:,f}"}), column)
    return amount


def _is_of_scale(table: Sheeted, row: Row, column: Column, scale: str) -> bool:
    """Whether what is said to be in thousands is meant of the row: of pounds it may be said of other units beside."""
    unit = stated_unit(table, row).unit or column.heading.unit
    return not scale.startswith("\u00a3") or unit in (None, COUNT, "GBP")


def _unit(table: Sheeted, stated: Stated, amounts: list[tuple[Column, Period | None, Amount]]) -> str | None:
    """The one unit that the unit column, the heading and the cell agree on; None when none is known."""
    layout = table.layout
    heading_column = layout.columns.get("quantity") or (layout.years or amounts)[0][0]
    heading = heading_column.heading.unit
    _check_day(heading_column)
    said = {unit for unit in (stated.unit, heading, *(each.unit for _, _, each in amounts)) if unit and unit != COUNT}
    if len(said) > 1:
        names = " and ".join(sorted(repr(table.tools.desk.vocabulary.units[unit].many) for unit in said))
        raise _Refused(Problem("unit-conflict", {"units": names}), heading_column)
    _check_marks(table, said, {amount.mark for _, _, amount in amounts} - {""}, heading_column)
    if stated.text and stated.unit is None:
        return None
    return next(iter(said), None)


def _check_marks(table: Sheeted, said: set[str], marks: set[str], column: Column) -> None:
    """Refuse ``1.5k`` below “£k”, which may be multiplied already, and ``10 each`` of hours, which may be a rate."""
    units = [table.tools.desk.vocabulary.units[unit] for unit in said] if marks else []
    each = {mark for mark in marks if mark.casefold().startswith("ea")}
    if (marks - each and not said.isdisjoint(_SCALED)) or (each and any(unit.dimension in _MEASURED for unit in units)):
        names = " and ".join(map(repr, (*(unit.many for unit in units), *sorted(marks))))
        raise _Refused(Problem("unit-conflict", {"units": names}), column)


def _check_day(column: Column) -> None:
    """A heading such as ``Days (8 hours each)`` counts other days than the list of units does."""
    hours = _HOURS_A_DAY.search(column.text) if column.heading.unit == "day" else None
    if hours and Decimal(hours[1]) != _WORKING_DAY:
        raise _Refused(Problem("unit-conflict", {"units": f"'days' of 7.5 hours and {column.text!r}"}), column)


def _tranches(
    table: Sheeted, row: Row, amounts: list[tuple[Column, Period | None, Amount]], stated: Stated, head: Section | None
) -> tuple[Tranche, ...]:
    column, period, amount = amounts[0]
    if head is not None and head.scale and _is_of_scale(table, row, column, head.scale):
        raise _Refused(Problem("scaled-heading", {"scale": head.scale}), column)
    rate = _rate(table, row, amounts, stated, head)
    if rate == "pound":
        raise _Refused(Problem("rate-not-count"), column)
    if column.heading.part:
        undated = [each for each, when, _ in amounts if when is None]
        if rate == "year" and undated:
            raise _Refused(Problem("rate-conflict"), undated[0])
        return added(((each, when, said.value or Decimal(0)) for each, when, said in amounts), table.start)
    if rate == "year" and period is None and amount.value is not None:
        return _spread(table, row, column, amount.value)
    return tuple(Tranche(amount.value or Decimal(0), period) for _, period, amount in amounts)


def _rate(
    table: Sheeted, row: Row, amounts: list[tuple[Column, Period | None, Amount]], stated: Stated, head: Section | None
) -> str:
    """``year`` or ``pound`` where the row says that its quantity is a rate; refuses two that disagree."""
    basis_column = table.layout.columns.get("basis")
    basis = ""
    if basis_column is not None:
        raw = table.raw(row, "basis")
        among_others = basis_column.heading is SOMETIMES and not says_how_often(normal(shown_text(raw)))
        basis = "" if among_others else basis_of(raw)
        if basis == "?":
            text = str(table.raw(row, "basis"))[:80]
            raise _Refused(Problem("unclear-basis", {"text": visible(text)}), basis_column)
    column = amounts[0][0]
    basis = basis or _timing(table, row)
    said = {rate for rate in (basis, stated.per, column.heading.per, *(amount.per for _, _, amount in amounts)) if rate}
    if len(said) > 1:
        raise _Refused(Problem("rate-conflict"), basis_column or column)
    if head is not None and head.basis and not said:
        if head.basis == "?":
            raise _Refused(Problem("unclear-basis", {"text": visible(head.text)[:80]}), column)
        return head.basis
    return next(iter(said - {"once"}), "")


def _timing(table: Sheeted, row: Row) -> str:
    """What a column of times says of a rate: ``every year`` does, ``Spring 2027`` does not."""
    timing = table.layout.columns.get("timing")
    text = "" if timing is None else shown_text(table.raw(row, "timing"))
    basis = basis_of(text)
    words = normal(text)
    if timing is not None and basis == "?" and (is_rate(words) or words.split(" ")[0] in RATES):
        raise _Refused(Problem("unclear-basis", {"text": visible(text)[:80]}), timing)
    return basis if basis == "year" else ""


def _spread(table: Sheeted, row: Row, column: Column, value: Decimal) -> tuple[Tranche, ...]:
    """A quantity a year over the contract's years; the last one in part when the length is no whole number."""
    years = table.years
    if years is None or years <= 0:
        raise _Refused(Problem("rate-without-length", {"quantity": f"{value:f}"}), column)
    whole = int(years.to_integral_value(ROUND_FLOOR))
    parts = [Decimal(1)] * whole + ([years - whole] if years > whole else [])
    tranches = tuple(Tranche(tidy(value * part), Period(f"Year {at}", number=at)) for at, part in enumerate(parts, 1))
    total = tidy(sum((tranche.quantity for tranche in tranches), Decimal(0)))
    table.tell.say(
        "per-year-spread", row.number, column.index + 1, column.text,
        quantity=f"{value:f}", years=f"{years:f}", total=f"{total:f}",
    )  # fmt: skip
    return tranches

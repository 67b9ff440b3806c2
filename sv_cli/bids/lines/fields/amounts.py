"""Owns the amounts in the cells of one row: one cell, or what is filled in of the columns of times."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from sv_cli.bids.cells.figures import LIMIT
from sv_cli.bids.cells.looks import says_none
from sv_cli.bids.cells.numbers import Amount, Problem, is_parted, may_say_again
from sv_cli.bids.cells.periods import find_period
from sv_cli.bids.cells.text import folded, visible
from sv_cli.bids.cells.units import COUNT, TIMES_A_YEAR, as_yearly
from sv_cli.bids.lines.fields.refused import Refused
from sv_cli.bids.lines.fields.stated import stated_unit
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.sheets.grid import Moment, Raw, Row
from sv_cli.bids.tables.layout import Layout
from sv_cli.bids.tables.several.spread import Dated
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.terms.footnotes import FOOTNOTES, leaves_amount, says_nothing_of_amounts, without_amount_mark
from sv_cli.bids.terms.rates import basis_of
from sv_cli.findings.finding import quoted
from sv_cli.late import late
from sv_cli.model.bids import Period

Told = tuple[Column, Period | None, Amount]  # what a row says in a column, of the time that it heads
_IN_YEAR = late(
    r"(?P<amount>[^()\[\]]{1,60}?)(?:,? (?:in|during|for|within) (?:the )?|,? ?[(\[](?:in |during |for )?|, )"
    r"(?P<year>(?:contract )?(?:year|yr) ?[0-9]{1,2}|(?:fy ?)?20[0-9]{2} ?[/-] ?(?:20)?[0-9]{2})[)\]]?",
    re.IGNORECASE,
)
# “Year 1: 10, Year 2: 20”, and “10 in year 1, 20 in year 2”
_YEAR_FIRST = late(
    r"(?:in |during )?(?P<year>(?:contract )?(?:year|yr|y) ?[0-9]{1,2}|(?:fy ?)?20[0-9]{2} ?[/-] ?(?:20)?[0-9]{2})"
    r" ?[:=\u2013-] ?(?P<amount>[^()\[\]]{1,60})",
    re.IGNORECASE,
)
_NEXT_YEAR = late(r"\s*[;\n+]\s*|,(?![0-9]{3}\b)\s*(?:and |then )?|\s(?:and|then)\s", re.IGNORECASE)
_MOST_YEARS, _LONGEST = 12, 300
_CLOCK = late(r"\s*([0-9]{1,4}):([0-5][0-9])\s*")
_DAY, _HOURS = 24, 10_000
_MILLIONS = late(r"\s*[0-9][0-9.,]* ?mn?\s*", re.IGNORECASE)
_FRONT = late(r"\s*[-\u2212]?£?\s?[1-9][0-9]{0,2}")
BACK = r"[0-9]{3}(?:\.[0-9]{1,2})?\s*"
_BACK = late(BACK)
_WORDS = ("unit", "evidence", "owner", "description", "place", "basis", "status")


def in_one_year(table: Sheeted, row: Row, column: Column) -> Told:
    """The amount of one cell, with the year that it says it is of: ``40 hours in Year 1``."""
    raw = table.at(row, column.index)
    told = _IN_YEAR.fullmatch(folded(raw)) if isinstance(raw, str) and "year" not in table.layout.columns else None
    period = find_period(told["year"]) if told and table.tools.numbers.read(raw).problem is not None else None
    if told is None or period is None or table.tools.numbers.read(told["amount"]).value is None:
        return column, None, amount_in(table, row, column)
    return column, period[0], amount_in(table, row, column, raw=told["amount"])


def in_several_years(table: Sheeted, row: Row, column: Column) -> list[Told]:
    """The amounts of one cell that names a year for each of them: ``10 in year 1, 20 in year 2``; else none."""
    raw = table.at(row, column.index)
    numbers = table.tools.numbers
    short = isinstance(raw, str) and len(raw) <= _LONGEST
    if not isinstance(raw, str) or not short or "year" in table.layout.columns or numbers.read(raw).problem is None:
        return []
    parts = [folded(part) for part in _NEXT_YEAR.split(raw.strip(" ;,.\n"), _MOST_YEARS)]
    told: list[Told] = []
    for said in (_YEAR_FIRST.fullmatch(part) or _IN_YEAR.fullmatch(part) for part in parts if len(parts) > 1):
        period = find_period(said["year"]) if said else None
        if said is None or period is None or numbers.read(said["amount"]).value is None:
            return []
        told.append((column, period[0], amount_in(table, row, column, raw=said["amount"])))
    named = {(period.number, period.calendar) for _, period, _ in told if period is not None}
    return told if len(named) == len(told) else []


def over_time(table: Sheeted, row: Row, columns: Iterable[Dated]) -> list[Told]:
    """What is filled in of the columns of years or their parts."""
    years: list[Told] = []
    none: list[Column] = []
    for column, period in columns:
        if _is_none(table.at(row, column.index)):
            none.append(column)
            continue
        amount = amount_in(table, row, column, blank=True)
        if amount.value is not None:
            years.append((column, period, amount))
    if none and not years:
        raise Refused(Problem("no-quantity", {"state": quoted(folded(str(table.at(row, none[0].index))))}), none[0])
    for column in none:
        text = folded(str(table.at(row, column.index)))
        table.tell.say("none-that-year", row.number, column.index + 1, column.text, text=text, heading=column.text)
    return years


def _is_none(raw: Raw) -> bool:
    """Whether a year's cell says that there is none in it, as `-` does beside years that are filled."""
    return isinstance(raw, str) and says_none(raw)


def amount_in(table: Sheeted, row: Row, column: Column, *, blank: bool = False, raw: Raw = None) -> Amount:
    """One cell as an amount; refuses what has no certain value, and an empty cell unless ``blank`` ones may be.

    ``raw`` is what is to be read of the cell where that is not all of it.
    """
    if (row.number, column.index + 1) in table.merged_amounts:
        merge = table.merged_amounts[row.number, column.index + 1]
        raise Refused(Problem("merged-quantity", {"first": str(merge.top), "last": str(merge.bottom)}), column)
    if column.heading.scaled and is_of_scale(table, row, column, column.heading.scaled):
        raise Refused(Problem("scaled-heading", {"scale": column.heading.scaled}), column)
    if table.width and column_of_words(table.layout, column.index) > 0:
        whole = halves(row.cells, column.index)
        if whole is not None:
            raise Refused(Problem("cut-number", {"text": visible(whole)}), column)
    amount = _as_typed(table, row, column, raw)
    if amount.problem is not None:
        raise Refused(amount.problem, column)
    if amount.value is None:
        if blank and amount.state == "empty":
            return amount
        raise Refused(Problem("no-quantity", {"state": amount.state}), column)
    if amount.value < 0:
        raise Refused(Problem("negative-quantity", {"quantity": f"{amount.value:,f}"}), column)
    if amount.value > LIMIT:
        raise Refused(Problem("absurd-quantity", {"quantity": f"{amount.value:,f}", "limit": f"{LIMIT:,f}"}), column)
    return amount


def _as_typed(table: Sheeted, row: Row, column: Column, raw: Raw) -> Amount:
    """A cell as an amount, which in pounds may be so many millions: ``1.25m`` is 1.25 metres of nothing.

    In pounds ``2.500`` is no more certain than with their sign before it.
    """
    raw = table.at(row, column.index) if raw is None else raw
    amount = table.tools.numbers.read(raw)
    if isinstance(raw, Moment):  # what is longer than a day is shown as what is left of it
        return _in_hours(table, row, column, raw.text, amount, most=_DAY)
    if amount.problem is not None and isinstance(raw, str):
        if raw.rstrip().endswith(FOOTNOTES):
            return _without_mark(table, row, column, raw) or amount
        if _CLOCK.fullmatch(raw):
            return _in_hours(table, row, column, raw, amount)
        yearly, part = as_yearly(folded(raw))
        if part and (said := table.tools.numbers.read(yearly)).per == "year":
            return _by_parts(said, part, again=may_say_again(yearly)) or amount
    if not isinstance(raw, str) or not (is_parted(raw) if amount.problem is None else _MILLIONS.fullmatch(raw)):
        return amount
    unit = stated_unit(table, row).unit or column.heading.unit
    return table.tools.numbers.read(f"\u00a3{raw.strip()}") if unit == "GBP" else amount


def _by_parts(said: Amount, part: str, *, again: bool) -> Amount | None:
    """What is read as so much a year, as so much a ``part`` of one; None where the whole said beside it is no years'.

    ``40 (10 a quarter)``, which says it ``again``, are those of one year, and ``10 a quarter for 4 years`` are 160.
    """
    if said.years is None or not again:
        return replace(said, per=part)
    years = said.years / TIMES_A_YEAR[part]
    return replace(said, per=part, years=years) if years * 2 % 1 == 0 else None


def _in_hours(table: Sheeted, row: Row, column: Column, text: str, asked: Amount, *, most: int = _HOURS) -> Amount:
    """``7:30`` as seven hours and a half, where the unit is hours; else what was to be ``asked``."""
    clock = _CLOCK.fullmatch(text)
    if clock is None or "hour" not in (stated_unit(table, row).unit, column.heading.unit):
        return asked
    read = table.tools.numbers.read(f"{clock[1]} hrs {clock[2]} mins")
    return read if read.value is not None and read.value < most else asked


def _without_mark(table: Sheeted, row: Row, column: Column, raw: str) -> Amount | None:
    """The amount before the mark of a footnote that stands below; None where that may say another than the cell."""
    text, mark = without_amount_mark(folded(raw))
    said = table.footnote(mark) if mark and column == table.layout.columns.get("quantity") else ""
    amount = _as_typed(table, row, column, text) if said else Amount()
    if amount.value is None:
        return amount if said else None
    fields = {"text": visible(folded(raw)), "reference": visible(text)}
    if not (basis_of(said) in ("year", "once") or says_nothing_of_amounts(said)):
        if not leaves_amount(said, amount.value):
            return None
        told = {"text": visible(f"{mark} {said}"), "why": "is the footnote of an amount"}
        table.say_of_line(Problem("sentence-not-understood", told), row, "quantity")
    table.say_of_line(Problem("footnote-mark-left-out", fields), row, "quantity")
    return amount


def is_of_scale(table: Sheeted, row: Row, column: Column, scale: str) -> bool:
    """Whether ``£000`` or ``in thousands`` around a table holds for this row: ``£000`` does not for hours."""
    unit = stated_unit(table, row).unit or column.heading.unit
    return not scale.startswith("\u00a3") or unit in (None, COUNT, "GBP")


def column_of_words(layout: Layout, index: int) -> int:
    """The 0-based column right of an amount's when it holds words, so that bare figures are out of place; else -1."""
    return (
        index + 1 if any(layout.columns[name].index == index + 1 for name in _WORDS if name in layout.columns) else -1
    )


def is_back(cell: Raw) -> bool:
    """Whether a cell looks like the second half of a number that was cut."""
    return isinstance(cell, str) and _BACK.fullmatch(cell) is not None


def halves(cells: list[Raw], index: int) -> str | None:
    """The amount in a 0-based column with what stands right of it, when these look like the halves of one number."""
    front, back = cells[index] if index < len(cells) else None, cells[index + 1] if index + 1 < len(cells) else None
    if isinstance(front, str) and is_back(back) and _FRONT.fullmatch(front):
        return f"{front},{back}"
    return None

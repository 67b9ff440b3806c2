"""Owns when the promise of one row falls: its days, its year, and for how long its effect lasts."""

import re
from datetime import date
from decimal import Decimal

from sv_cli.bids.cells.numbers import Amount, Problem
from sv_cli.bids.cells.periods import find_period, find_span
from sv_cli.bids.cells.text import normal, shown_text, visible
from sv_cli.bids.cells.year_lists import is_all, years_named
from sv_cli.bids.lines.fields.own_years import year_stated
from sv_cli.bids.lines.fields.quantities import Quantity
from sv_cli.bids.lines.fields.tranches import yearly
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.sheets.grid import Raw, Row
from sv_cli.bids.tables.statements import Section
from sv_cli.bids.tables.under.choices import WHOLE
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.terms.paces import may_say_yearly
from sv_cli.bids.terms.rates import basis_of
from sv_cli.findings.finding import quoted
from sv_cli.late import late
from sv_cli.model.bids import Period, Tranche

_LAST_YEAR_NUMBER, _DIGITS = 50, 9
_MONTHS = Decimal(12)
_LONGEST_EFFECT = 1200  # months of a century
# What people put for a date when they mean the contract's own first or last day, or all its days
_DAYS_OF_CONTRACT = late(
    r"(?:(?:from|at|on|upon|by|until|to|the|of|date|contract|service|project|site|works) )*"
    r"(?:start|commencement|award|mobili[sz]ation|go live|day (?:1|one)|end|expiry|contract|award of contract)"
    r"(?: date)?(?: (?:of|in|on) (?:the )?(?:contract|service|project|site|works))?"
    r"|on ?going|throughout(?: (?:the )?(?:contract|term|project|service))?|continuous|all year|immediate(?:ly)?|asap"
    r"|(?:whole|full|entire|life of(?: the)?) (?:contract|term)"
)
# Times that the first year of the contract has, in which falls what is put in no year
_OF_FIRST_YEAR = late(
    r"(?:(?:from|in|at|by|within|during|the|start|beginning|end|of|first|contract) )*"
    r"(?:(?:year|yr|y) ?(?:1|one)|(?:month|mth|m) ?(?:[1-9]|1[0-2])|(?:[1-9]|1[0-2]) months|first year|quarter [1-4]"
    r"|q[1-4]|week [1-9])"
)
_TIMED = late(r"year|yr|month|mth", re.IGNORECASE)
_TIME = r"(?:year|yr|month|mth|quarter|qtr|week|wk|phase|term)s?"
_TIME_OF_CONTRACT = late(
    rf"\b{_TIME} ?[0-9]{{1,2}}\b|\b[0-9]{{1,2}}(?:st|nd|rd|th)? {_TIME}\b|\bq[1-4]\b", re.IGNORECASE
)
_DATED = late(r"[0-9]{4}|[0-9] ?[-/.] ?[0-9]")
_LONGEST_TIME = 60
_SHORT = frozenset(("minute", "hour", "half-day", "day", "week", "working-week"))  # so long a session takes, no effect


def day_of(table: Sheeted, row: Row, name: str, unsure: list[str], tranches: tuple[Tranche, ...] = ()) -> date | None:
    """The first or the last day of a promise; None where it is left open, as the contract's own are.

    A year in place of a day is told by the ``tranches``, if one of them falls in it.
    """
    raw = table.raw(row, name)
    if raw is None:
        return None
    named = year_stated(table, row, name)
    numbers = {each.period.number for each in tranches if each.period is not None}
    if named is not None and (named.number is None or named.number in numbers or not tranches):
        return None
    day = table.tools.dates.read(raw)
    text = shown_text(raw)
    words = normal(text)
    if day.problem is not None and (_DAYS_OF_CONTRACT.fullmatch(words) or _OF_FIRST_YEAR.fullmatch(words)):
        return None  # what is in no year falls in the first
    unnamed = not any(map(str.isdigit, text)) or _of_contract(text)  # ``By when: Christmas``
    vague = name == "end" and (unnamed or (named is not None and text.isdigit())) and not may_say_yearly(text)
    if day.problem is not None and vague:
        table.say_of_line(Problem("not-yet-stated", {"text": quoted(visible(text)[:80])}), row, name)
        return None
    if day.problem is not None:
        table.say_of_line(day.problem, row, name)
        if day.problem.name != "not-yet-stated":
            unsure.append(name)
    return day.value


def dated(table: Sheeted, row: Row, quantity: Quantity, unsure: list[str], head: Section | None) -> tuple[Tranche, ...]:
    """The quantity's parts; a column or a section that names the row's year dates a quantity that is not spread."""
    if quantity.value is None:
        return ()
    if head is not None and head.period is not None and [each.period for each in quantity.tranches] == [None]:
        return (Tranche(quantity.tranches[0].quantity, head.period),)
    if len(quantity.tranches) != 1 or quantity.tranches[0].period is not None:
        return quantity.tranches
    period = _year_of(table, row, unsure)
    return (Tranche(quantity.tranches[0].quantity, period),) if period is not None else quantity.tranches


def _year_of(table: Sheeted, row: Row, unsure: list[str]) -> Period | None:
    """The year that a row names: of several the first, if all falls in them; None where it names none, or all."""
    raw = table.raw(row, "year")
    if raw in (None, ""):
        return year_stated(table, row, "start")
    period = _period(raw)
    if period is not None or basis_of(raw) == "once" or yearly(raw):
        return period
    text = shown_text(raw)
    several, every = years_named(text), is_all(text)
    if (several or every) and _counts_all(table):
        return None if every else several[0]
    problem = "unclear-basis" if several or every else "not-a-year"
    table.say_of_line(Problem(problem, {"text": visible(text)[:80]}), row, "year")
    unsure.append("year")
    return None


def _counts_all(table: Sheeted) -> bool:
    """Whether the quantity is headed as that of the whole contract, in whichever years it falls."""
    column = table.layout.counted()
    return column is not None and (column.heading.field == "total" or WHOLE.search(column.text) is not None)


def _period(raw: Raw) -> Period | None:
    text = shown_text(raw)
    number = int(text[:_DIGITS]) if text.isascii() and text.isdigit() else 0
    if 1 <= number <= _LAST_YEAR_NUMBER:
        return Period(f"Year {number}", number=number)
    found = find_period(text)
    return found[0] if found and not found[1] else find_span(text)


def duration_of(table: Sheeted, row: Row, unsure: list[str]) -> Decimal | None:
    """For how many years the effect of a promise lasts."""
    column = table.layout.columns.get("duration")
    raw = table.raw(row, "duration")
    if column is None or raw is None or column.heading.unit in _SHORT:
        return None
    amount = table.tools.numbers.read(raw)
    years = _years_in(amount, column)
    problem = _no_duration(amount, raw) if years is None else None
    if problem is not None:
        table.say_of_line(problem, row, "duration")
        if problem.name != "not-yet-stated":
            unsure.append("duration")
    return years


def _years_in(amount: Amount, column: Column) -> Decimal | None:
    """The years that an amount of years or months comes to; None for any other."""
    if amount.problem is not None or amount.value is None or amount.rate or not 0 < amount.value <= _LONGEST_EFFECT:
        return None
    if not amount.unit and amount.value >= _MONTHS and not _TIMED.search(column.text):
        return None  # “Duration” of 24: months are as likely
    unit = amount.unit or ("month" if column.heading.months else "year")
    return {"year": amount.value, "month": amount.value / _MONTHS}.get(unit)


def _no_duration(amount: Amount, raw: Raw) -> Problem | None:
    """What is to be told of a cell that says no duration; nothing of an empty one."""
    if amount.problem is not None and amount.problem.name == "not-a-number":
        whole = _DAYS_OF_CONTRACT.fullmatch(normal(shown_text(raw))) is not None  # of the work, it seems
        said = {"text": quoted(visible(shown_text(raw))[:80])}
        return Problem("not-yet-stated", said) if whole else Problem("not-a-duration", amount.problem.fields)
    if amount.problem is not None:
        return amount.problem
    if amount.value is None:
        return None if amount.state == "empty" else Problem("not-yet-stated", {"text": amount.state})
    return Problem("not-a-duration", {"text": f"{amount.value:f} {amount.unit or ''}".strip()})


def _of_contract(text: str) -> bool:
    """Whether a text says when, in times of the contract or the year that are no date: ``End of year 2``."""
    return len(text) <= _LONGEST_TIME and _TIME_OF_CONTRACT.search(text) is not None and not _DATED.search(text)

"""Owns the years of the contract that a row leaves its quantity, where that is one of a year."""

import re
from datetime import date, timedelta

from sv_cli.bids.cells.dates import names_no_day
from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.periods import find_period
from sv_cli.bids.cells.text import normal, shown_text, visible
from sv_cli.bids.cells.year_names import APRIL
from sv_cli.bids.lines.fields.refused import Refused
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.sheets.grid import Row
from sv_cli.late import late
from sv_cli.model.bids import Period

_DEADLINES = frozenset(("deadline", "due", "when", "completion"))  # by which a thing is done, and not how long it lasts
_OF_YEARS = late(r"\b(?:years?|yrs?)\b", re.IGNORECASE)
_DAY = timedelta(days=1)
_MONTH = 31 * _DAY
_LAST_NUMBER, _DIGITS = 50, 2


def own_years(table: Sheeted, row: Row) -> tuple[int, int | None]:
    """The first and the last year in which a row's quantity falls, by its own days; None for the contract's last.

    Days within the contract's first and last year change nothing. Any other day within a year is refused, since
    nothing says how much falls in the rest of that year.
    """
    if {"start", "end"}.isdisjoint(table.layout.columns):
        return 1, None
    first, last = _first(table, row), _last(table, row)
    if first > (last or table.years or first):
        raise _unclear(table, row)
    return first, last


def year_stated(table: Sheeted, row: Row, name: str) -> Period | None:
    """The year that a row names where others name a day: ``Year 2``, ``2027/28``, or 2 below ``Start year``."""
    column = table.layout.columns.get(name)
    raw = None if column is None else table.raw(row, name)
    if column is None or raw is None or isinstance(raw, date) or not _DEADLINES.isdisjoint(normal(column.text).split()):
        return None
    text = shown_text(raw).strip()
    below = _OF_YEARS.search(column.text) is not None
    if below and text.isascii() and text.isdigit() and len(text) <= _DIGITS and 1 <= int(text) <= _LAST_NUMBER:
        return Period(f"Year {int(text)}", number=int(text))
    period, rest = find_period(text) or (None, "")
    sure = period is not None and (below or period.financial or period.number is not None)
    return period if sure and not rest else None


def _first(table: Sheeted, row: Row) -> int:
    named = year_stated(table, row, "start")
    if named is not None and named.number is not None:
        return max(named.number, 1)
    day = _day_of(table, row, "start", named)
    if table.start is None or day is None:
        return 1
    first = max(_years(table.start, day), 0) + 1
    if first > 1 and not _is_anniversary(table.start, day):
        raise _unclear(table, row)
    return first


def _last(table: Sheeted, row: Row) -> int | None:
    named, start = year_stated(table, row, "end"), table.start
    if named is not None and named.number is not None:
        last, whole = named.number, True
    else:
        day = _day_of(table, row, "end", named)
        if start is None or day is None or day <= start:
            return None
        last = _years(start, day - _DAY) + 1  # people count the last day in, and often name the day after it
        whole = _is_anniversary(start, day) or _is_anniversary(start, day + _DAY)
    if table.years is not None and last >= table.years:
        return None
    if not whole:
        raise _unclear(table, row)
    return last


def _unclear(table: Sheeted, row: Row) -> Refused:
    columns = table.layout.columns
    said = " to ".join(filter(None, (shown_text(table.raw(row, name)) for name in ("start", "end"))))
    return Refused(Problem("not-a-duration", {"text": visible(said)[:80]}), columns.get("end") or columns["start"])


def _day_of(table: Sheeted, row: Row, name: str, year: Period | None) -> date | None:
    """A day of the row, or that of a year it names; the last of a month that is named without one, where it ends."""
    column = table.layout.columns.get(name)
    if column is None or not _DEADLINES.isdisjoint(normal(column.text).split(" ")):
        return None
    if year is not None and year.calendar is not None:
        if table.start is None:
            raise _unclear(table, row)
        first = date(year.calendar + (name == "end"), APRIL if year.financial else 1, 1)
        return first - _DAY if name == "end" else first
    raw = table.raw(row, name)
    day = None if raw is None else table.tools.dates.read(raw).value
    if day is None or day.year == date.max.year or name == "start":
        return None if day is None or day.year == date.max.year else day
    is_month = isinstance(raw, str) and names_no_day(raw)
    return (day.replace(day=1) + _MONTH).replace(day=1) - _DAY if is_month else day


def _years(start: date, day: date) -> int:
    """How many whole years have passed since the contract's start."""
    return day.year - start.year - ((day.month, day.day) < (start.month, start.day))


def _is_anniversary(start: date, day: date) -> bool:
    return (day.month, day.day) == (start.month, start.day)

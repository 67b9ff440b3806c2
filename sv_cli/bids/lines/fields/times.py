"""Owns when the promise of one row falls: its days, its year, and for how long its effect lasts."""

import re
from datetime import date
from decimal import Decimal

from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.periods import find_period, find_span
from sv_cli.bids.cells.text import normal, shown_text, visible
from sv_cli.bids.lines.fields.quantities import Quantity
from sv_cli.bids.lines.fields.tranches import yearly
from sv_cli.bids.records import Sheeted
from sv_cli.bids.sheets.grid import Raw, Row
from sv_cli.bids.tables.statements import Section
from sv_cli.bids.terms.rates import basis_of
from sv_cli.findings.finding import quoted
from sv_cli.late import late
from sv_cli.model.bids import Period, Tranche

_LAST_YEAR_NUMBER, _DIGITS = 50, 9
_MONTHS = Decimal(12)
# What people put for a date when they mean the contract's own first or last day, or all its days
_DAYS_OF_CONTRACT = late(
    r"(?:(?:from|at|on|upon|by|until|to|the|of|date|contract|service|project) )*"
    r"(?:start|commencement|award|mobili[sz]ation|go live|day (?:1|one)|end|expiry|contract|award of contract)"
    r"(?: date)?(?: (?:of|in|on) (?:the )?(?:contract|service|project))?"
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


def day_of(table: Sheeted, row: Row, name: str, unsure: list[str]) -> date | None:
    """The first or the last day of a promise; None where it is left open, as the contract's own are."""
    raw = table.raw(row, name)
    if raw is None:
        return None
    day = table.tools.dates.read(raw)
    text = shown_text(raw)
    words = normal(text)
    if day.problem is not None and (_DAYS_OF_CONTRACT.fullmatch(words) or _OF_FIRST_YEAR.fullmatch(words)):
        return None  # what is in no year falls in the first
    vague = name == "end" and (not any(map(str.isdigit, text)) or _of_contract(text))  # ``By when: Christmas``
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
        return (Tranche(quantity.value, head.period),)
    raw = table.raw(row, "year")
    if raw in (None, "") or len(quantity.tranches) != 1 or quantity.tranches[0].period is not None:
        return quantity.tranches
    period = _period(raw)
    if period is None and (basis_of(raw) == "once" or yearly(raw)):
        return quantity.tranches
    if period is None:
        table.say_of_line(Problem("not-a-year", {"text": visible(shown_text(raw))[:80]}), row, "year")
        unsure.append("year")
        return quantity.tranches
    return (Tranche(quantity.value, period),)


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
    problem = amount.problem
    if problem is not None and problem.name == "not-a-number":
        whole = _DAYS_OF_CONTRACT.fullmatch(normal(shown_text(raw))) is not None  # of the work, it seems
        said = {"text": quoted(visible(shown_text(raw))[:80])}
        problem = Problem("not-yet-stated", said) if whole else Problem("not-a-duration", problem.fields)
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
        table.say_of_line(problem, row, "duration")
        if problem.name != "not-yet-stated":
            unsure.append("duration")
    return None


def _of_contract(text: str) -> bool:
    """Whether a text says when, in times of the contract or the year that are no date: ``End of year 2``."""
    return len(text) <= _LONGEST_TIME and _TIME_OF_CONTRACT.search(text) is not None and not _DATED.search(text)

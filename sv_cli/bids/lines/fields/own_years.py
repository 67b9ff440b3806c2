"""Owns the years of the contract that a row's own days leave it, where its quantity is that of a year."""

from datetime import date, timedelta

from sv_cli.bids.cells.dates import names_no_day
from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.text import normal, shown_text, visible
from sv_cli.bids.lines.fields.refused import Refused
from sv_cli.bids.records import Sheeted
from sv_cli.bids.sheets.grid import Row

_DEADLINES = frozenset(("deadline", "due", "when", "completion"))  # by which a thing is done, and not how long it lasts
_DAY = timedelta(days=1)
_MONTH = 31 * _DAY


def own_years(table: Sheeted, row: Row) -> tuple[int, int | None]:
    """The first year of the contract that the row's days leave it, and the last; None where that is the contract's own.

    A start within the first year and an end within the last are the contract's. Refuses days that part another year,
    of which nothing says how much falls in it.
    """
    start, columns = table.start, table.layout.columns
    if start is None or {"start", "end"}.isdisjoint(columns):
        return 1, None
    begun, ended = _day_of(table, row, "start"), _day_of(table, row, "end")
    first = 1 if begun is None else max(_years(start, begun), 0) + 1
    # People count the last day in, and often name the day after it
    last = None if ended is None or ended <= start else _years(start, ended - _DAY) + 1
    if last is not None and table.years is not None and last >= table.years:
        last = None
    parted = first > 1 and begun is not None and not _is_anniversary(start, begun)
    if last is not None and ended is not None:
        whole = _is_anniversary(start, ended) or _is_anniversary(start, ended + _DAY)
        parted = parted or not whole or last < first
    if parted:
        said = " to ".join(filter(None, (shown_text(table.raw(row, name)) for name in ("start", "end"))))
        raise Refused(Problem("not-a-duration", {"text": visible(said)[:80]}), columns.get("end") or columns["start"])
    return first, last


def _day_of(table: Sheeted, row: Row, name: str) -> date | None:
    """A day of the row; the last of a month that is named without one, where something ends."""
    column = table.layout.columns.get(name)
    if column is None or not _DEADLINES.isdisjoint(normal(column.text).split(" ")):
        return None
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

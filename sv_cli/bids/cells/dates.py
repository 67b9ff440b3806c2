"""Owns dates as people type them; an order of day and month that nothing settles is a problem."""

import re
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.parts import MONTH, MONTHS
from sv_cli.bids.cells.text import folded, shown_text, visible
from sv_cli.bids.sheets.grid import Fault, Moment, Raw, Uncached
from sv_cli.bids.sheets.shown import from_serial
from sv_cli.late import late

_MONTH = rf"(?P<name>{MONTH})\.?"
_WEEKDAY = late(
    r"^(?:(?:w ?/ ?[ce]|week (?:commencing|beginning|ending)):? (?=[0-9])|the (?=[0-9])"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? (?:the (?=[0-9]))?)",
    re.IGNORECASE,
)
# “1 Ebrill 2026”, “1. März 2026”
_FOREIGN = {
    **dict(zip(("ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf", "awst", "medi", "hydref",
                "tachwedd", "rhagfyr"), MONTHS, strict=True)),
    "januar": "jan", "februar": "feb", "m\u00e4rz": "mar", "juni": "jun", "juli": "jul", "oktober": "oct",
       "dezember": "dec",
}  # fmt: skip
_FOREIGN_NAME = late(rf"\b(?:{'|'.join(_FOREIGN)})\b", re.IGNORECASE)
_UTC = r" ?(?:Z|UTC|[+-]00(?::?00)?)"
_CLOCK = late(rf"[ T]\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?:{_UTC}| ?\+01(?::?00)?)?$")
# As programs write the midnight with which a British summer's day begins
_SUMMER_MIDNIGHT = late(rf"[ T]23:00(?::00(?:\.0+)?)?{_UTC}$")
# When on a day something begins or ends, which says nothing of the day
_TIME_OF_DAY = late(r"\d{1,2}(?::\d{2}(?::\d{2})?| ?(?=[ap]m))(?: ?[ap]\.?m\.?)?", re.IGNORECASE)
_FORMS = (
    late(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"),
    late(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"),
    late(
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ \-/.]*{_MONTH}[ \-/.,]*(?P<year>\d{{4}}|'?\d{{2}})",
        re.IGNORECASE,
    ),
    late(rf"{_MONTH}[ .]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})", re.IGNORECASE),
    late(
        rf"{_MONTH}[ \-/.,]*(?P<year>\d{{4}}|'\d{{2}}|(?<=[a-z]-)[23]\d)", re.IGNORECASE
    ),  # Apr-26, as programs show it
)
_ORDERLESS = late(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_FIRST_SERIAL, _LAST_SERIAL = 25_569, 73_415  # 1970 to 2100: a bare number outside is no date of a contract
_MOST_MONTHS = 12
_LONGEST = 60


class Day(Struct, frozen=True):
    """What a cell says as a date: a day, nothing (``value`` and ``problem`` None), or a problem."""

    value: date | None = None
    problem: Problem | None = None


class Dates(Struct, frozen=True):
    """Reads cells as dates. ``order`` is ``dmy`` or ``mdy`` where an option or the file settles it."""

    not_yet: frozenset[str]
    order: str | None = None
    serials_1904: bool = False

    def read(self, raw: Raw) -> Day:  # noqa: PLR0911 - a return for each form a cell takes
        """What the cell says; never raises."""
        if raw is None or isinstance(raw, Moment):
            return Day()
        if isinstance(raw, date):
            return Day(raw)
        if isinstance(raw, str):
            return self._read_text(folded(raw))
        if isinstance(raw, Fault):
            return Day(problem=Problem("error-cell", {"text": visible(raw.text[:40])}))
        if isinstance(raw, Uncached):
            return Day(problem=Problem("formula-without-result", {"formula": visible(raw.formula[:80])}))
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            return self._read_number(raw)
        return Day(problem=Problem("not-a-date", {"text": visible(shown_text(raw))}))

    def _read_number(self, raw: float) -> Day:
        found = from_serial(raw, dates_1904=self.serials_1904) if _FIRST_SERIAL <= raw <= _LAST_SERIAL else None
        # Exports write a day as the number 20260401
        return Day(found) if found else self._read_text(f"{raw:.15g}")

    @lru_cache(maxsize=4096)  # noqa: B019 - whoever reads with the same settings shares it, and few settings there are
    def _read_text(self, text: str) -> Day:  # noqa: PLR0911 - a return for each form a cell takes
        if not text:
            return Day()
        if len(text) > _LONGEST:
            return _not_a_date(text)
        if text.casefold().strip(" .!") in self.not_yet or text.casefold() in self.not_yet:
            return Day(problem=Problem("not-yet-stated", {"text": text}))
        bare = _CLOCK.sub("", _WEEKDAY.sub("", text))
        for form in _FORMS:
            match = form.fullmatch(bare)
            if match:
                return _in_britain(_day(match.groupdict(), text), text)
        if bare.isascii() and bare.isdigit() and _FIRST_SERIAL <= int(bare[:9]) <= _LAST_SERIAL:
            return Day(from_serial(int(bare), dates_1904=self.serials_1904))
        match = _ORDERLESS.fullmatch(bare)
        if match:
            return self._orderless(match, text)
        known = _FOREIGN_NAME.sub(lambda name: _FOREIGN[name[0].casefold()], bare)
        if known != bare:
            return self._read_text(known)
        return Day() if _TIME_OF_DAY.fullmatch(text) else _not_a_date(text)

    def _orderless(self, match: re.Match[str], text: str) -> Day:
        first, second, year = int(match[1]), int(match[2]), match[3]
        # Who writes points writes the day first
        order = self.order or order_of(text) or ("dmy" if "." in match[0] else None)
        if order is None and first != second:
            return Day(problem=Problem("ambiguous-date", {"text": visible(text)}))
        day, month = (second, first) if order == "mdy" else (first, second)
        return _day({"year": year, "month": str(month), "day": str(day)}, text)


def names_no_day(text: str) -> bool:
    """Whether a date is a month and a year alone: ``March 2029``."""
    return _FORMS[-1].fullmatch(_CLOCK.sub("", _WEEKDAY.sub("", folded(text)))) is not None


def order_of(text: str, known: date | None = None) -> str | None:
    """The order that a date written in figures proves by itself: one of its first two numbers is above twelve.

    Or the order in which it is the day ``known``, where that is given and the other order makes another day of it.
    """
    match = _ORDERLESS.fullmatch(_CLOCK.sub("", folded(text)))
    if match is None:
        return None
    first, second = int(match[1]), int(match[2])
    if known is not None and first != second and int(match[3]) in (known.year, known.year % 100):
        return {(known.day, known.month): "dmy", (known.month, known.day): "mdy"}.get((first, second))
    if first > _MOST_MONTHS >= second:
        return "dmy"
    return "mdy" if second > _MOST_MONTHS >= first else None


def _day(parts: dict[str, str | None], text: str) -> Day:
    year = int((parts["year"] or "0").lstrip("'"))
    if year < 100:  # noqa: PLR2004 - two figures
        year += 2000 if year < 80 else 1900  # noqa: PLR2004 - nobody plans contracts of the 1970s
    name = parts.get("name")
    month = MONTHS.index(name[:3].casefold()) + 1 if name else int(parts.get("month") or 0)
    try:
        return Day(date(year, month, int(parts.get("day") or 1)))
    except ValueError:
        return _not_a_date(text)


def _in_britain(day: Day, text: str) -> Day:
    """The day of a time in UTC, where that is the midnight before the next day in summer."""
    if day.value is None or not _SUMMER_MIDNIGHT.search(text):
        return day
    year = day.value.year
    is_summer = _last_sunday(year, 3) <= day.value < _last_sunday(year, 10)
    return Day(day.value + timedelta(days=1)) if is_summer else day


def _last_sunday(year: int, month: int) -> date:
    """The last Sunday of a month of 31 days, on which the clocks are changed."""
    last = date(year, month, 31)
    return last - timedelta(days=last.isoweekday() % 7)


def _not_a_date(text: str) -> Day:
    return Day(problem=Problem("not-a-date", {"text": visible(text[:80])}))

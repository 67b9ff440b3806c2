"""Owns the years that quantities fall in, as headings and cells name them."""

import re
from functools import lru_cache

from sv_cli.bids.cells.parts import MONTHS
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.cells.year_names import plainly
from sv_cli.late import late, rare
from sv_cli.model.bids import Period

_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_LIKELY = late("[0-9yY]")  # what each year has in its name: a digit, or the letter of “year”
_NO = r"(?:(?:no\b|number\b|#)[ .]*)?"
_NUMBERED = rare(
    r"\b(?:(?:contract|delivery|in|during|for) )*(?:year|yr|y)[ .:\-]*"
    rf"{_NO}(?P<number>[0-9]{{1,2}}|{'|'.join(_WORDS)})\b"
    rf"|\b(?P<ordinal>[1-9](?=st|nd|rd|th)|{'|'.join(_ORDINALS)})(?:st|nd|rd|th)? (?:contract )?(?:year|yr)\b",
    ("y",),
    re.IGNORECASE,
)
_SPLIT = late(
    r"\b(?:(?P<school>ay|(?:academic|school) year)|fy|financial year|year)? ?(?P<first>20[0-9]{2}|[0-9]{2})"
    r" ?[/\-\u2010-\u2015] ?['\u2019]?(?P<second>20[0-9]{2}|[0-9]{1,2})\b",
    re.IGNORECASE,
)
_SINGLE = rare(r"\b(?:(?:calendar )?year|cy)? ?(?P<first>20[0-9]{2})(?: calendar year)?\b", ("20",), re.IGNORECASE)
_NAMED = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)? )?({'|'.join(MONTHS)})[a-z]*\.?"
_SPAN = late(rf"(?:from )?{_NAMED}(?:,? (20[0-9]{{2}}))? ?(?:[\-\u2010-\u2015]|to|until) ?{_NAMED},? (20[0-9]{{2}})")
_DAY = late(r"\b(?P<day>[0-9]{1,2})[/.](?P<month>0?[1-9]|1[0-2])[/.](?=20[0-9]{2}\b)")
_MOST_MONTHS = 12
# The others may be of two financial years
_SEASON = late(r"(?:summer|autumn) (20[0-9]{2})")
_FIRST_MONTH = 4
_CENTURY = 2000
_LAST_YEAR = 50


def find_period(text: str) -> tuple[Period, str] | None:
    """The year that ``text`` names, and the normalised words that are left of it; None when it names none.

    ``Year 1 (2026/27)`` is year 1 of the contract: a stated number beats the calendar. ``Year 0`` is what
    some call the first, before others.
    """
    label = folded(text)
    return _period_in(label) if len(label) <= 80 else None  # noqa: PLR2004 - a label, no sentence


@lru_cache(maxsize=1024)
def _period_in(label: str) -> tuple[Period, str] | None:
    if not _LIKELY.search(label):
        return None
    line = plainly(label)  # from April to March is a financial year
    calendar, rest, financial = _calendar(line)
    match = _NUMBERED.search(rest)
    if match:
        said = (match["number"] or match["ordinal"]).casefold()
        number = int(said) if said.isdigit() else {**_WORDS, **_ORDINALS}.get(said, -1)  # “fıve” matches, and is none
        if not 0 <= number <= _LAST_YEAR:
            return None
        return Period(label, number=number), normal(rest[: match.start()] + " " + rest[match.end() :])
    if calendar is None:
        return None
    return Period(label, calendar=calendar, financial=financial), normal(rest)


def find_span(text: str) -> Period | None:
    """The financial year in which months from one to another lie: ``May to September 2026``, ``Summer 2026``.

    Days in figures tell their months only where one of them is no month: 01/04/2026 to 31/03/2027.
    """
    label = folded(text)
    days = [int(day["day"]) for day in _DAY.finditer(label)]
    if days and max(days) <= _MOST_MONTHS:
        return None
    line = _DAY.sub(lambda day: f"{MONTHS[int(day['month']) - 1]} ", label.casefold())
    season, span = _SEASON.fullmatch(line), _SPAN.fullmatch(line)
    if season:
        return Period(label, calendar=int(season[1]), financial=True)
    if span is None:
        return None
    first, began, last, ended = span.groups()
    dates = [(int(year), MONTHS.index(month) + 1) for month, year in ((first, began or ended), (last, ended))]
    starts = {year - (month < _FIRST_MONTH) for year, month in dates}
    return Period(label, calendar=starts.pop(), financial=True) if dates == sorted(dates) and len(starts) == 1 else None


def _calendar(line: str) -> tuple[int | None, str, bool]:
    """The calendar year in which the named year starts, the text left of it, and whether it is a financial year."""
    for match in _SPLIT.finditer(line):
        first, second = int(match["first"]), int(match["second"])
        short = len(match["second"]) == 1  # 2026/7, whose next year is no month of it
        if second == (first + 1) % 10 if short and first >= _CENTURY else second % 100 == (first + 1) % 100:
            rest = line[: match.start()] + " " + line[match.end() :]
            return first % 100 + _CENTURY, rest, match["school"] is None
    match_single = _SINGLE.search(line)
    if match_single and not _SPLIT.search(line):
        return int(match_single["first"]), line[: match_single.start()] + " " + line[match_single.end() :], False
    return None, line, False

"""Owns the longer names of years: from one month to another, by their end or their months, and in other tongues."""

import re

from sv_cli.bids.cells.parts import MONTHS
from sv_cli.late import late, rare

_NAME = rf"({'|'.join(MONTHS)})[a-z]*\.?"
_DAY = r"(?:[0-9]{1,2}(?:st|nd|rd|th)? )?"
_YEAR = r"[ \-.]*['\u2019]?(20[0-9]{2}|[0-9]{2})"
_TO = r" ?(?:[\-\u2010-\u2015]|to|until) ?"
_FROM_MONTH = rare(rf"\b{_DAY}{_NAME}{_YEAR}{_TO}{_DAY}{_NAME}{_YEAR}\b", MONTHS, re.IGNORECASE)
_FIGURES = r"(?:[0-9]{1,2}[/.])?(0?[1-9]|1[0-2])[/.](20[0-9]{2}|[0-9]{2})"
_FROM_FIGURES = late(rf"(?<![0-9/.]){_FIGURES}{_TO}{_FIGURES}(?![0-9/.])")
_ENDING = rare(
    r"\b(?:(?:financial |contract )?(?:year|yr|12 months|twelve months)(?:[ /]?end(?:ing|ed)?| to)|y ?/ ?e|fye)\b"
    rf"[ :]*(?:{_DAY}{_NAME}{_YEAR}|{_FIGURES})\b",
    ("end", " to", "/e", "/ e", "fye"),
    re.IGNORECASE,
)
_BY_MONTHS = rare(
    r"\b(?:months?|mths?|m) ?(1|13|25|37|49) ?(?:[\-\u2010-\u2015]|to) ?(?:m(?:onths?)? ?)?(12|24|36|48|60)\b",
    ("month", "mth", *(f"m{space}{digit}" for space in ("", " ") for digit in "1234")),
    re.IGNORECASE,
)
_NUMBERED = rare(
    r"\b(?:(?:blwyddyn|jahr|ann[e\u00e9]e|cy)[ .]*([1-9])|(?:year|yr) (i{1,3}|iv|v))\b",
    ("blwyddyn", "jahr", "anne", "ann\u00e9", "cy", "year i", "yr i", "year v", "yr v"),
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
APRIL = 4
"""The month in which financial years begin."""
_TWELVE = 12
_CENTURY = 2000


def plainly(line: str) -> str:
    """A text of one line in which each year has a short name: ``2026/27``, ``2026`` or ``Year 2``.

    A year from another month than April is called by the year in which it begins.
    """
    if not any(map(str.isdigit, line)):
        return _NUMBERED.sub(_as_number, line)
    line = _FROM_FIGURES.sub(_as_span, _FROM_MONTH.sub(_as_span, line)) if "-" in line or _holds(line) else line
    return _NUMBERED.sub(_as_number, _BY_MONTHS.sub(_as_months, _ENDING.sub(_as_ending, line)))


def _holds(line: str) -> bool:
    """Whether a text holds another dash, or a word that stands for one."""
    return not line.isascii() or " to " in line or "until" in line


def _as_span(match: re.Match[str]) -> str:
    """The year of twelve months; any other span as it is."""
    first, began, last, ended = match.groups()
    start, end = _month(first), _month(last)
    year = _full(began)
    whole = end % _TWELVE + 1 == start and _full(ended) == year + (start > 1)
    return _named(year, start) if whole else match[0]


def _as_ending(match: re.Match[str]) -> str:
    name, of_name, figure, of_figure = match.groups()
    end, year = _month(name or figure), _full(of_name or of_figure)
    return _named(year if end == _TWELVE else year - 1, end % _TWELVE + 1)


def _as_months(match: re.Match[str]) -> str:
    first, last = int(match[1]), int(match[2])
    whole = last == first + _TWELVE - 1
    return f"Year {last // _TWELVE}" if whole else match[0]


def _as_number(match: re.Match[str]) -> str:
    return f"Year {match[1] or _ROMAN[match[2].casefold()]}"


def _named(year: int, month: int) -> str:
    return f"{year}/{(year + 1) % 100:02}" if month == APRIL else str(year)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else MONTHS.index(text.casefold()) + 1


def _full(year: str) -> int:
    return int(year) % _CENTURY + _CENTURY

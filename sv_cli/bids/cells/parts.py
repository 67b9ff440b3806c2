"""Owns the parts of a year that quantities are spread over, as headings name them: months, terms, half-years."""

import re

from msgspec import Struct

from sv_cli.bids.cells.text import folded
from sv_cli.late import late, rare

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The first letters of the months, in order."""
MONTH_STEM = f"(?:{'|'.join(MONTHS)})"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""The name of a month, whole or cut short."""
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_YEAR = r"(?:['\u2019]?(?:20)?[0-9]{2}(?![0-9/]))"
_RANGE = rare(
    rf"(?<![a-z])(?P<first>{MONTH})\.?[ \-]?{_YEAR}?\s*(?:[-\u2010-\u2015/]|to)\s*(?P<last>{MONTH})\.?"
    rf"(?:[ \-]?(?P<year>{_YEAR}))?(?![a-z0-9])",
    MONTHS,
    re.IGNORECASE,
)
_MONTH = rare(
    rf"(?<![a-z0-9])(?:[0-9]{{2}}-)?(?P<name>{MONTH})\.?(?:[ \-/.]?(?P<year>{_YEAR}))?(?![a-z0-9])",
    MONTHS,
    re.IGNORECASE,
)
# By its first day, as a spreadsheet puts it into a text file; months of which the day comes second begin otherwise
_FIRST_DAY = late(
    r"(?:0?1[/.](?P<month>0?[1-9]|1[0-2])[/.]|(?P<alone>0?[1-9]|1[0-2])/(?=20))(?P<year>(?:20)?[0-9]{2})"
    r"|(?P<iso_year>20[0-9]{2})-(?P<iso_month>0[1-9]|1[0-2])-01(?: 00:00(?::00)?)?"
)
_COUNTED_MONTH = late(r"(?<![a-z])(?:month|mth|m)[ .\-]?(?P<number>[0-9]{1,2})(?![0-9])", re.IGNORECASE)
_QUARTER = late(
    r"(?<![a-z])(?:q|qtr|quarter)[ .\-]?(?P<number>[0-9]{1,2}|one|two|three|four)(?![a-z0-9])"
    r"|(?<![a-z0-9])(?P<nth>[1-4](?=st|nd|rd|th)|first|second|third|fourth|last)(?:st|nd|rd|th)? (?:quarter|qtr)\b",
    re.IGNORECASE,
)
_HALF = rare(
    r"(?<![a-z])(?:h|sem(?:ester)?)[ ]?(?P<number>[12])(?![0-9])"
    r"|(?<![a-z0-9])(?P<nth>[12](?=st|nd)|first|second)(?:st|nd)? half(?:[ \-]year)?\b",
    ("half", "sem", "h1", "h2", "h 1", "h 2"),
    re.IGNORECASE,
)
# In which month each term of a school begins, and each season
_TERMS = {"winter": 1, "spring": 1, "summer": 4, "autumn": 9}
_TERM = rare(
    rf"(?<![a-z])(?P<name>{'|'.join(_TERMS)})(?: terms?)?(?:[ \-/.]?(?P<year>{_YEAR}))?(?![a-z0-9])",
    tuple(_TERMS),
    re.IGNORECASE,
)
_LOT = rare(
    r"(?<![a-z])lot(?!s\b)[ .\-]?(?:no\.? ?)?(?:[0-9]{1,2}|[a-z]|one|two|three|four|five|six)(?![a-z0-9])",
    ("lot",),
    re.IGNORECASE,
)
_DELIVERER = rare(
    r"(?:(?:main|prime|lead|principal) (?:contractor|bidder|supplier|provider|tenderer|partner)"
    r"|bidder|tenderer|contractor|supplier|provider|prime(?=$)"
    r"|(?:our )?(?:sub[ \-]?(?:contractor|consultant)|(?:consortium |delivery |jv )?(?:partner|member))(?:s|\(s\))?"
    r"(?: (?:[0-9]{1,2}|[a-d]))?|(?:our )?supply chain(?: partners)?)(?![a-z])",
    ("contractor", "bidder", "supplier", "provider", "tenderer", "partner", "consultant", "member", "supply", "prime"),
    re.IGNORECASE,
)
_CENTURY = 2000
_SHORT_YEAR = late(r"\s*['\u2019]?([0-9]{2})\s*")
_LONGEST = 60
_LENGTHS = {3: "quarter", 6: "half"}
_LENGTH_OF_YEAR = 12


class Part(Struct, frozen=True):
    """A part of a year: a ``kind`` of `FINEST`, its number, and the calendar year where the heading names one.

    A quarter or a half that is ``named`` by its months, and a term, has the number of the first of them. A `SLICE`
    is no part of a year but of the contract, a lot or what one of several deliverers does, and its ``label`` says
    which.
    """

    kind: str
    number: int
    year: int | None = None
    named: bool = False
    label: str = ""


SLICE = "slice"
FISCAL = "fiscal"  # the label of one of a year by whose name it cannot be told in which April it begins
TERM = "term"
FINEST = ("month", "quarter", TERM, "half", SLICE)


def find_part(text: str) -> tuple[Part, str] | None:
    """The part of a year that ``text`` names, and what is left of it; None when it names none."""
    line = folded(text)
    if len(line) > _LONGEST:
        return None
    if line[-1:].isdigit() and (day := _FIRST_DAY.fullmatch(line)):
        number = day["month"] or day["alone"] or day["iso_month"]
        return Part("month", int(number), _year(day["year"] or day["iso_year"]), named=True), ""
    ranged = _ranged(line)
    rest = _RANGE.sub(" ", line)
    for kind, pattern in (("month", _COUNTED_MONTH), ("quarter", _QUARTER), ("half", _HALF)):
        match = pattern.search(rest)
        if match and kind != "month":  # Q1 (Apr-Jun), or the heading of a quarter over one of its months
            month = _month(pattern.sub(" ", rest, count=1))
            if month:
                return month
        if match:
            year = ranged[0].year if ranged else None
            left = rest[: match.start()] + " " + rest[match.end() :]
            short = _SHORT_YEAR.fullmatch(left)
            part = _counted(kind, match, _year(short[1]) if short else year)
            return (part, "" if short else left) if part else None
    return ranged or _month(line) or _term(line)


def find_slice(text: str) -> tuple[Part, str] | None:
    """The lot or the deliverer that ``text`` names, and what is left of it; None when it names none."""
    match = _LOT.search(text) or _DELIVERER.match(text)
    if match is None:
        return None
    rest = text[: match.start()] + " " + text[match.end() :]
    return Part(SLICE, 0, label=folded(match[0]).casefold()), rest.strip(" -:\u2013\u2014")


def month_name(number: int) -> str:
    """``Apr`` for 4, whatever the locale."""
    return MONTHS[number - 1].capitalize()


def without_a_year_of_months(text: str) -> str:
    """The text without a range of twelve months, which says again which year it is: ``Year 1 (Apr 26 - Mar 27)``."""
    match = _RANGE.search(text)
    if match and _length(match) == _LENGTH_OF_YEAR:
        return text[: match.start()] + " " + text[match.end() :]
    return text


def _counted(kind: str, match: re.Match[str], year: int | None) -> Part | None:
    """The part with this number; None where letters match that are not those of its word: ``fırst``."""
    said = next(group for group in match.groups() if group)
    number = int(said) if said.isdigit() else _NUMBERS.get(said.casefold())
    return None if number is None else Part(kind, number, year)


def _ranged(line: str) -> tuple[Part, str] | None:
    match = _RANGE.search(line)
    kind = _LENGTHS.get(_length(match)) if match else None
    if match is None or kind is None:
        return None
    part = Part(kind, _number_of(match["first"]), _year(match["year"]), named=True)
    return part, line[: match.start()] + " " + line[match.end() :]


def _month(line: str) -> tuple[Part, str] | None:
    match = _MONTH.search(line)
    if match is None or _RANGE.search(line):
        return None
    part = Part("month", _number_of(match["name"]), _year(match["year"]), named=True)
    return part, line[: match.start()] + " " + line[match.end() :]


def _term(line: str) -> tuple[Part, str] | None:
    match = _TERM.search(line)
    if match is None:
        return None
    name = match["name"].casefold()
    part = Part(TERM, _TERMS[name], _year(match["year"]), named=True, label=name)
    return part, line[: match.start()] + " " + line[match.end() :]


def _length(match: re.Match[str]) -> int:
    return (_number_of(match["last"]) - _number_of(match["first"])) % 12 + 1


def _number_of(name: str) -> int:
    return MONTHS.index(name[:3].casefold()) + 1


def _year(text: str | None) -> int | None:
    return int(text.strip("'\u2019")) % 100 + _CENTURY if text else None

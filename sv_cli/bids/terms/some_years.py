"""Owns what a text says of the years in which alone something is done: ``in years 2 and 3``, ``from year 2``."""

import re
from datetime import date

from sv_cli.bids.cells.spelt import SPELT, number_of
from sv_cli.bids.cells.text import folded
from sv_cli.late import late, rare

_MOST_SPELT = 10  # years; no contract is as long as those of more words
_N = rf"(?:[0-9]{{1,2}}|{'|'.join(word for word, number in SPELT.items() if 0 < number <= _MOST_SPELT)})"
_YEAR = r"(?:contract |service )?(?:years?|yrs?|y) ?"
_AT = r"(?:(?:the )?(?:start|beginning|end|close) of )?(?:the )?"
_BEGINS = r"from|(?:start|begin)(?:s|ning|ing)?(?: in| on| from)?"
_FROM = rf"(?:after|{_BEGINS}) {_AT}{_YEAR}(?P<first>{_N})"
_UNTIL = rf"(?:until|till?|up to|through to|to|end(?:s|ing)? in) {_AT}{_YEAR}(?P<last>{_N})"
_NAMED = late(
    rf"\b(?:in |during |for )?{_YEAR}(?P<list>{_N}(?: ?(?:-|\u2013|to|and|&|,|/) ?(?:{_YEAR})?{_N})+)\b"
    rf"|\b{_FROM}\b|\b{_UNTIL}\b"
    rf"|\b(?:in|during|for|throughout|within|before|except|excluding|not|apart from|other than) {_YEAR}(?P<one>{_N})\b"
    rf"|\b{_YEAR}(?P<onward>{_N}) (?:on|onwards?|and beyond)\b"
    rf"|\b{_YEAR}(?P<alone>{_N}) (?:only|alone)\b|[(\[]{_YEAR}(?P<held>{_N})[)\]]"
)
_OPEN = late(rf"{_FROM}(?: on| onwards?)?|{_YEAR}(?P<onward>{_N}) ?(?:on|onwards?|\+)|{_UNTIL}")
_COUNTED = late(_N)
_WHICH = r"(?:first|last|final|second|third|fourth|fifth)"
# “For the first two years”, “final year only”, “after the first year”
_ORDERED = late(
    rf"\b(?<!their )(?<!his )(?<!her )(?<!each )(?<!every )(?<!our ){_WHICH} (?:{_N} )?(?:contract )?years?"
    r"(?= only| on$| onwards?\b| of (?:the |this |our )?(?:contract|term|service|project|agreement)|[.,;)]|$)"
    rf"|\b(?:from|after|until|before|except|excluding|apart from) (?:in )?the {_WHICH} (?:{_N} )?(?:contract )?years?\b"
)
_DATED = r"20[0-9]{2}(?:[/\-\u2013](?:20)?[0-9]{2})?"
_CALENDAR = late(
    rf"\b(?:(?P<from>{_BEGINS})|after|until|till?|before|up to) (?:the )?(?:end of )?"
    r"(?:[0-9]{1,2}(?:st|nd|rd|th)? )?(?:[a-z]+ )?(?P<year>20[0-9]{2})\b"
    rf"|\b(?:in|during|within|throughout) (?:fy ?)?(?P<within>{_DATED})\b|\b(?P<only>{_DATED}) only\b"
    rf"|^(?P<alone>{_DATED})$"
)
_OF_PEOPLE = late(
    r" ?(?:and )?(?:pupils?|students?|child|children|class|classes|groups?|learners?|boys|girls|leavers?"
    r"|cohorts?|teachers?|undergraduates?|apprentices?|olds?|of age|at (?:school|college|university))\b"
)


MONTHS = (
    rf"\b(?:[0-9]+|{'|'.join(SPELT)}) (?:months|quarters)\b|\b(?:months?|quarters?) [0-9]|\bq[1-4]\b"
    r"|\b(?:first|last|final|initial|next) (?:month|quarter)|\bterm[- ]?time\b|\bholidays?\b|\bexcept|\bexcluding\b"
    r"|\b(?:spring|summer|autumn|winter)\b"
)
"""What a text has that speaks of some of a year's months."""
_MONTHS = rare(
    MONTHS, ("month", "quarter", "q", "term", "holiday", "exc", "spring", "summer", "autumn", "winter"), re.IGNORECASE
)


def some_months(text: str) -> str:
    """What a text says of some months or quarters of the contract: ``for 6 months``, ``in term time``; else ``""``."""
    found = _MONTHS.search(text)
    return found[0] if found else ""


def open_years(text: str) -> tuple[int, int | None] | None:
    """The first and last year of a text that says nothing but ``from year 2`` or ``until year 3``."""
    found = _OPEN.fullmatch(folded(text).casefold().strip(" ."))
    if found is None:
        return None
    if found["last"]:
        return 1, number_of(found["last"])
    return number_of(found["first"] or found["onward"]) + (found[0].startswith(("after", "from the end"))), None


def some_years(text: str, years: int, start: date | None) -> str:
    """What a text says of some years of a contract of so many, and not of all; ``""`` where it says none.

    ``Years 10 and 11`` of a contract of three are those of a school.
    """
    line = folded(text).casefold()
    said = _numbered(line, years) or _ordered(line) if "y" in line else ""
    return said or (_dated(line, years, start) if start is not None and "20" in line else "")


def _numbered(line: str, years: int) -> str:
    for match in _NAMED.finditer(line):
        numbers = [number_of(each) for each in _COUNTED.findall(match[match.lastgroup or 0])]
        meant = {numbers[0], numbers[-1]}
        first = min(meant) if match["list"] or not match["last"] else 1
        last = max(meant) if match["list"] or not (match["first"] or match["onward"]) else years
        if max(meant) <= years and (first, last) != (1, years) and not _OF_PEOPLE.match(line, match.end()):
            return match[0]
    return ""


def _dated(line: str, years: int, start: date) -> str:
    for match in _CALENDAR.finditer(line):
        named = match[match.lastgroup or 0]
        first, last = int(named[:4]), int(f"20{named[-2:]}")
        after = 1 if match["from"] else 0
        in_all = last - first >= years - (start.month == 1)
        if start.year + after <= first < start.year + years + after and years > 1 and not in_all:
            return match[0]
    return ""


def _ordered(line: str) -> str:
    found = _ORDERED.search(line)
    return found[0] if found and not _OF_PEOPLE.match(line, found.end()) else ""

"""Owns cells that name several years of the contract: ``2, 3``, ``Years 1-3``, ``Year 1 and Year 3``, ``All``."""

import re

from sv_cli.bids.cells.periods import find_period
from sv_cli.bids.cells.text import folded, normal
from sv_cli.late import late
from sv_cli.model.bids import Period

_LONGEST, _LAST_YEAR, _MOST = 60, 50, 20
_ALL = frozenset(
    (
        *("all", "all years", "every year", "each year", "throughout", "ongoing", "on going", "continuous"),
        *("throughout contract", "throughout the contract", "throughout the term", "all contract years"),
    )
)
_YEAR = r"(?:contract )?(?:years?|yrs?|y) ?"
_RANGE = late(rf"(?:{_YEAR})?([0-9]{{1,2}}) ?(?:-|\u2013|to|until) ?(?:{_YEAR})?([0-9]{{1,2}})", re.IGNORECASE)
_NUMBER = late(rf"(?:{_YEAR})?([0-9]{{1,2}})", re.IGNORECASE)
_SO_MANY = late(r"1?[0-9](?:\.0+)?")
_HOW_MANY = late(
    r"(?:total )?(?:no|nos|nr|number|how many) (?:of )?(?:contract )?(?:years|yrs)(?: delivered| offered| active)?"
)
_APART = late(r" ?[,;&+] ?(?:and )?| and ", re.IGNORECASE)
_ONLY = late(r"^(?:in|during|for) (?=[a-z])|(?: only| alone)$", re.IGNORECASE)


def is_all(text: str) -> bool:
    """Whether a cell that names years says that each of them is meant."""
    return normal(text) in _ALL


def has_several(heading: str) -> bool:
    """Whether a number below a heading may be how many years there are: ``Years applicable``, not ``Which years``."""
    words = normal(heading).split(" ")
    return "years" in words and "which" not in words


def asks_how_many_years(heading: str) -> bool:
    """Whether a number below a heading is how many years there are: ``No. of years``."""
    return _HOW_MANY.fullmatch(normal(heading)) is not None


def first_years(number: str) -> tuple[Period, ...]:
    """So many years of the contract from the first; none where that is no such number."""
    return tuple(_numbered(at) for at in range(1, int(float(number)) + 1)) if _SO_MANY.fullmatch(number) else ()


def years_named(text: str) -> tuple[Period, ...]:
    """The years that a cell names, and nothing else, in their order; none where it says anything more or else."""
    said = _ONLY.sub("", folded(text).strip(" .()"))
    if not said or len(said) > _LONGEST:
        return ()
    found: list[Period] = []
    for part in _APART.split(said):
        years = _years_of(part)
        if not years or len(found) + len(years) > _MOST:
            return ()
        found += years
    names = [(each.number, each.calendar) for each in found]
    return tuple(found) if len(set(names)) == len(names) and len({each.number is None for each in found}) == 1 else ()


def _years_of(part: str) -> list[Period]:
    """The years of one part of a list: one, or a range of them by their numbers."""
    span = _RANGE.fullmatch(part)
    if span:
        first, last = int(span[1]), int(span[2])
        return [_numbered(at) for at in range(first, last + 1)] if 1 <= first < last <= _LAST_YEAR else []
    one = _NUMBER.fullmatch(part)
    if one:
        return [_numbered(int(one[1]))] if 1 <= int(one[1]) <= _LAST_YEAR else []
    named = find_period(part)
    return [named[0]] if named and not named[1] else []


def _numbered(at: int) -> Period:
    return Period(f"Year {at}", number=at)

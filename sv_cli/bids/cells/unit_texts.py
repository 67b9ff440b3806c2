"""Owns units said in more words than their names: ``people (FTE)``, ``hours of mentoring``, ``£ spend``."""

import re

from sv_cli.bids.cells.text import folded
from sv_cli.bids.cells.units import COUNT, Units
from sv_cli.late import late

_MONEY = late(
    r"(?:(?:uk|gbp|cash|money|monetary|amount|value|spend|total)[ (]*)?£\)?(?:s| ?\(?(?:spend|amount|total|gbp)\)?)?",
    re.IGNORECASE,
)
_MARKS = "*:; \u2020\u2021\u00b9"  # of a footnote
_COUNTED = late(r"\s*\((?:no\.?|nos\.?|number|total|count)\)$", re.IGNORECASE)
_IN_ALL = late(r"\s*(?:\b(?:per|over)(?: the)?|/) ?contract(?: term| period)?$", re.IGNORECASE)
_BRACKETS = late(r"(?P<what>[^()0-9]+?)\s*\((?P<unit>[^()]+)\)")
_OF = late(r"(?P<unit>[A-Za-z]+) of (?P<what>[A-Za-z][A-Za-z '\-]{2,40})")
_POSTS = late(r"(?:(?:no\.?|number) of )?fte (?:jobs|posts|people|employees|positions|roles|staff)", re.IGNORECASE)
# What makes a unit another one
_OTHER = late(
    r"\b(?:per|each|every|a|an|x|half|thousands?|millions?|hundreds?|k|m|carbon|co2e?|emissions?|greenhouse|ghg)\b|[/%£]",
    re.IGNORECASE,
)
# What says more than what the time is spent on
_MORE = late(
    r"\b(?:and|or|plus|to|if|when|where|for|subject|depend\w*|tb[acd]|min\w*|max\w*|approx\w*|about|up|optional|stretch"
    r"|target|day|week|month|quarter|term|year|annum|annual\w*|weekly|monthly|quarterly|daily|yearly|not|no|less|more)\b",
    re.IGNORECASE,
)
_MEASURES = frozenset(("hour", "day", "week", "tonne", "kg", "litre", "mile", "km"))


def unit_said(text: str, units: Units) -> str | None:
    """The unit that a text of a unit column says in more words, or None."""
    whole = folded(text)
    line = whole.rstrip(_MARKS)
    if _MONEY.fullmatch(line):
        return units.find("£")
    if _POSTS.fullmatch(line):
        return units.find("FTE")
    bare = _IN_ALL.sub("", _COUNTED.sub("", line))
    found = units.find(bare) if bare and bare != whole else None
    return found or _in_brackets(line, units) or _of_what(line, units)


def worked(text: str, units: Units) -> str | None:
    """The unit of ``hours of volunteering`` behind a number, where that is all it says."""
    return None if " of " not in text or _MORE.search(text) else _of_what(text, units)


def _in_brackets(line: str, units: Units) -> str | None:
    """``Staff time (hours)``, ``people (FTE)`` and ``miles (car)``, but not ``pupils (sessions)``, either of them."""
    match = _BRACKETS.fullmatch(line)
    if match is None or _OTHER.search(match["what"]):
        return None
    unit, what = units.find(match["unit"]), units.find(match["what"])
    if unit is None and what in _MEASURES and not (_OTHER.search(match["unit"]) or _MORE.search(match["unit"])):
        return what if match["unit"].replace(" ", "").isalpha() else None
    fits = what is None or (what == "person" and unit == units.find("FTE"))
    return unit if unit != COUNT and fits else None


def _of_what(line: str, units: Units) -> str | None:
    match = _OF.fullmatch(line)
    if match is None or _OTHER.search(match["what"]):
        return None
    unit = units.find(match["unit"])
    return unit if unit in _MEASURES and match["unit"].casefold().endswith("s") else None

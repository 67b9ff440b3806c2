"""Owns units that the text of a line names where nothing else does: ``Volunteering (days)``, ``Placement weeks``."""

import re
from collections.abc import Collection

from sv_cli.bids.cells.spelt import SPELT
from sv_cli.bids.cells.text import folded
from sv_cli.bids.cells.units import MEASURES, Units
from sv_cli.late import late

_LIKELY = ("day", "week", "wk", "hour", "hr", "month", "\u00a3", "pound", "gbp", "fte", "tonne", "co2", "mile", "km",
           "kg", "kwh", "litre", "people", "person", "pupil", "student", "resident", "learner")  # fmt: skip
LONGEST = 80
_BRACKETS = r".*[(\[]\s*(?:(?:(?:measured|counted) )?in )?(?P<unit>[^()\[\]]{1,30}(?:\([^()]{1,5}\))?)\s*[)\]]\s*[.:]?"
_BEHIND = "(?:.*(?: [-\u2013\u2014]|[,:]) )?"  # a code or a title
_COUNTED = _BEHIND + r"(?:total )?(?:no\.?|nr\.?|number|nos\.?) of (?:[a-z\-]+ ){0,4}?(?P<unit>[a-z]+)"
_ASKED_OF = _BEHIND + r"how many (?P<unit>[a-z]+ [a-z]+)\b.*"
_ASKED = _BEHIND + r"how many (?P<unit>[a-z]+|£)(?:\W.*)?"
_BEGINS = r"(?:(?:total )?(?:no\.?|nr\.?|number|nos\.?) of )?(?P<unit>[a-z]+s) of [a-z].*"
# What time is spent on, so that what is promised is the time; “open days” are events
_ENDS = (
    r"(?:.*\b(?:volunteer(?:ing|s)?|staff|work experience|work|placement|apprentice(?:ship)?s?|training|person|people"
    r"|man|employee|support|mentoring|advice|time|leave|bono|vols?|labour|coaching|tutoring|internship"
    r"|secondment|consultancy|donat\w+|spend|saved|avoided)"
    ") (?P<unit>[a-z]+)"
)
_APART = (
    r"(?:.*(?: [-–—]|[,:])(?: in)?|.* in) (?:(?:no\.?|nr\.?|number|nos\.?)(?: of)? )?"
    r"(?P<unit>[a-z£0-9][a-z£0-9 ]{0,24}(?:\([a-z0-9]{1,5}\))?)"
)
_PLACES = (_BRACKETS, _APART, _COUNTED, _ASKED_OF, _ASKED, _BEGINS, _ENDS)
_FORMS = tuple(late(place, re.IGNORECASE) for place in _PLACES)
# For an engine that looks at every text: a word that it has, and then all of it
GLANCE = "|".join(_LIKELY)
FORM = "|".join(f"(?:{place.replace('?P<unit>', '?:')})" for place in _PLACES)
# What says how much of it there is already, or that it is a rate
_FIGURES = late(rf"[0-9]|\b(?:{'|'.join(SPELT)}|half|an?|each|every|per|several)\b", re.IGNORECASE)
_PEOPLE = frozenset(("person", "fte"))


def unit_headed(text: str, units: Units) -> str | None:
    """The unit of measure that heads a section: ``Days``, ``Talks (days)``, ``Unit: days``; None of a theme."""
    line = folded(text).strip(" :.")
    if len(line) > LONGEST or not _is_likely(line):
        return None
    parted = [match for form in _FORMS[:2] if (match := form.fullmatch(line))]
    if any(_FIGURES.search(line[: match.start("unit")]) for match in parted):
        return None
    named = [unit for match in parted if (unit := units.find(match["unit"]))] if parted else [units.find(line)]
    return next((unit for unit in named if unit in MEASURES), None)


def unit_described(text: str, units: Units) -> str | None:
    """The unit of measure that a text names in one of the places where people put it; None where it names none."""
    if len(text) > LONGEST or not _is_likely(text):
        return None
    line = folded(text)
    for form in _FORMS:
        match = form.fullmatch(line)
        unit = units.find(match["unit"]) if match else None
        if match and unit in MEASURES | _PEOPLE and not _FIGURES.search(line[: match.start("unit")]):
            return unit
    return None


def any_may_name_unit(texts: Collection[str]) -> bool:
    """Whether any of many texts may name a unit."""
    return _is_likely("\n".join(texts)) and any(map(may_name_unit, texts))


def may_name_unit(text: str) -> bool:
    """Whether a text on one line may name a unit in one of the places where people put it."""
    if len(text) > LONGEST or not _is_likely(text):
        return False
    return any(_is_likely(match["unit"]) for form in _FORMS if (match := form.fullmatch(text)))


def _is_likely(text: str) -> bool:
    return any(map(text.casefold().__contains__, _LIKELY))

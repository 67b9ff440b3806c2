"""Owns rates that a description says in words: ``20 hours a month``, ``2 days for each apprentice``."""

import re
from decimal import Decimal

from sv_cli.bids.cells.text import folded
from sv_cli.bids.cells.units import Units
from sv_cli.bids.late import late

_TIME = r"(?:day|week|wk|fortnight|month|mth|quarter|qtr|term|year|yr|annum)"
_ONE = (
    r"(?:apprentice|trainee|learner|pupil|student|participant|person|head|employee|volunteer|school|site|location"
    r"|event|visit|session|home|property|household|team|lot|depot|region|placement|college)"
)
_OFTEN = r"(?:daily|weekly|fortnightly|monthly|quarterly|termly|annually|yearly)"
_WHOM = rf"(?: per (?:contract )?(?:{_TIME}|{_ONE})\b| (?:each|every) (?:contract )?(?:{_TIME}|{_ONE})\b)"
_REST = (
    rf"(?: {_OFTEN}(?:[.,;)]|$| (?:for|over|in|at|across|to|throughout|with)\b)| ?/ ?(?:{_TIME}|{_ONE})\b| p\.?a\b"
    rf"| each(?:[.,;)]|$)| x [0-9]+ ?(?:{_TIME}|{_ONE})s\b)"
)
_NUMBER = r"([0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
# For an engine without look-around: no other number stands between the two
PACE = rf"{_NUMBER}[^0-9.;:]{{0,60}}?(?:{_WHOM}| an? {_TIME}\b|{_REST})"
# “for a year” says how long, “once a week” how often, and of which words, “who work every day”
_NO_TIMES = r"(?<!\bonce)(?<!\btwice)(?<!\btimes)"
_NO_LENGTH = r"(?<!\bfor)(?<!\bover)(?<!\bin)(?<!\bwithin)(?<!\bduring)(?<!\bof)"
_WORD = r"(?!(?:on|who|that|which|working|attending|and|or)\b)[a-z'\u2019\-]++"
_BETWEEN = rf"(?P<of>(?: ?{_WORD}(?: {_WORD}){{0,4}}?)?)"
_PACE = late(
    rf"(?<![0-9.,/])(?P<money>£ ?)?(?P<number>{_NUMBER}){_BETWEEN}{_NO_TIMES}"
    rf"(?P<rate>{_WHOM}|{_NO_LENGTH} an? {_TIME}\b|{_REST})(?! group)",
    re.IGNORECASE,
)
_YEARLY = late(r"year|yr|annum|annually|p\.?a\b", re.IGNORECASE)
_IN_ALL = late(r"\b(?:total\w*|in all|altogether|overall|over the (?:\w+ )?(?:contract|term))\b", re.IGNORECASE)
_THOUSAND = 1000
_MEASURING = frozenset(("hour", "day", "week", "month", "year", "GBP", "mile", "km", "kg", "tonne"))


def digits_of(quantity: Decimal) -> str:
    """The digits that are in every text that names a quantity: none where commas may part them."""
    return str(quantity) if quantity < _THOUSAND else ""


def names_quantity(text: str, quantity: Decimal) -> bool:
    """Whether the digits of a quantity stand in a text, and are no part of another number's."""
    return _stands(str(quantity), text) or (quantity >= _THOUSAND and _stands(f"{quantity:,f}", text))


def _stands(digits: str, text: str) -> bool:
    at = text.find(digits)
    while at >= 0:
        end = at + len(digits)
        if not text[at - 1 : at].isdigit() and not text[end : end + 1].isdigit():
            return True
        at = text.find(digits, at + 1)
    return False


def said_pace(text: str, quantity: Decimal, unit: str | None, units: Units, years: Decimal | None) -> str:
    """The rate that a text says of the very number that is promised; ``""`` where it says none, or what is in all.

    One of another unit is no such rate (a post of five days a week), nor is one a year in a contract of one year.
    """
    if not names_quantity(text, quantity) or _IN_ALL.search(text):
        return ""
    for match in _PACE.finditer(folded(text)):
        of_year = years == 1 and _YEARLY.search(match["rate"])
        if Decimal(match["number"].replace(",", "")) == quantity and not of_year and _is_of(match, unit, units):
            return match[0].rstrip(".,;) ")
    return ""


def _is_of(match: re.Match[str], unit: str | None, units: Units) -> bool:
    """Whether the number may be of a unit: of one that measures it says so, and of another it does not measure."""
    said = {units.find(word) for word in match["of"].split()} | ({"GBP"} if match["money"] else set())
    if unit in _MEASURING and (match["of"] or match["money"]):
        return unit in said
    return unit is None or said.isdisjoint(_MEASURING)

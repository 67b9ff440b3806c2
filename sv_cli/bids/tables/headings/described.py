"""Owns what a heading says of the numbers below it, beside the field that it names: unit, rate, share, scale."""

import re

from sv_cli.bids.cells.text import folded
from sv_cli.bids.cells.units import COUNT, PER_POUND, Units
from sv_cli.bids.tables.headings.heading import Heading
from sv_cli.bids.terms.forms import BRACKETS, PER_YEAR, bare_unit
from sv_cli.late import late

_IN = late(r"^(?:stated |expressed |given |measured )?in (?=\S)", re.IGNORECASE)  # “Quantity (in hours)”
# “Quantity - days”, “Offer: days”
_BEHIND = late(r"(?: [-\u2013\u2014]|:) (?P<said>[A-Za-z][A-Za-z ]{1,30})$")
# “(days unless stated)”, “(days offered)”, “(staff days of 7.5 hours)”
_MORE = late(
    r" (?:unless|offered|committed|promised|pledged|proposed|only|please)\b.*| of [0-9].*| ?(?: [-\u2013\u2014]|;) .*",
    re.IGNORECASE,
)
_NOT_PER_YEAR = late(rf"\bnot {PER_YEAR.pattern}", re.IGNORECASE)
# “Number or £”, whichever the unit is
_NUMBER_OR_POUNDS = late(
    r"(?:£ ?(?:/|or) ?)?(?:no|nr|number|qty|quantity|amount|units)\.?(?: ?(?:/|or) ?£)?", re.IGNORECASE
)
_UNIT = r"(?:hours|hrs|days|weeks|fte|wte|people|no|nr|number|qty|£)"
_ANY_OF = late(
    rf"(?:(?:how (?:many|much)|total|amount|quantity|offered|no\.? of) )*{_UNIT}\.?(?: ?(?:/|,|or) ?{_UNIT}\.?)+\??",
    re.IGNORECASE,
)
_SHARE = late(r"^%|%$|\(\s*%(?: of [^()]*)?\s*\)")
_EITHER = late(r"/|\bor\b", re.IGNORECASE)
_COUNT_FIRST = late(
    r"(?:total )?(?:(?:no|nos|nr|number|numbers|how many)\b|#)(?!.*\b(?:units?|amount|value|much|quantity)\b)(?!.*£)",
    re.IGNORECASE,
)
_COUNT_ALONE = late(r"(?:no|nos|nr|number|ea|each|units?)\.?|#", re.IGNORECASE)
_COUNTING = frozenset(("quantity", "count", "total"))
_SCALED = late(r"^\s*(?:in )?(?:'?0{2,3}'?s?|thousands?|hundreds?|millions?|dozens?|k)\s*$", re.IGNORECASE)
_MULTIPLIED = late(r"(?<![\d,.])'?000'?s?\b|\bthousands?\b|\bx ?1,?000\b|\bin (?:hundreds|millions)\b", re.IGNORECASE)


def described(name: str, rank: int, text: str, how: str, units: Units, hint: str = "") -> Heading:
    """A heading of a field, with the unit, the rate and the scale that its words say; ``hint`` may name the unit."""
    line = folded(text)
    inside = [_IN.sub("", part.strip()) for part in BRACKETS.findall(line)]
    inside += [behind["said"]] if (behind := _BEHIND.search(line)) else []
    parts = (part for part in (hint, *inside) if part and part.casefold() != "pa")  # which is how often
    named = (units.find(bare_unit(part)) or units.find(bare_unit(_MORE.sub("", part))) for part in parts)
    said = [unit for unit in named if unit and unit != COUNT]
    if name == "quantity" and not said and _SHARE.search(line) and not _EITHER.search(line):
        said = [unit for unit in (units.find("%"),) if unit]
    either = "£" in line and any(pattern.fullmatch(line) for pattern in (_NUMBER_OR_POUNDS, _ANY_OF))
    return Heading(
        field="own_unit_value" if name == "reference" and "£" in line else name,  # “Proxy (£)” names no proxy
        how=how,
        rank=rank,
        unit=said[0] if said else None if either else _sign(line, units),
        per=_per(line, either=either),
        percent="%" in line or "percent" in line.casefold() or "per cent" in line.casefold(),
        months="month" in line.casefold(),
        scaled=_scale(line, inside, said),
        counts=name in _COUNTING and not said and _says_count(line, inside),
    )


def _sign(line: str, units: Units) -> str | None:
    """The unit of a sign that a heading begins or ends with: ``Total £``."""
    return units.find("£") if line.startswith("£ ") or line.endswith(" £") else None


def _per(line: str, *, either: bool) -> str:
    """The rate of a heading that is not ``either`` of number and pounds, as its unit says."""
    if PER_POUND.search(line) and not either:
        return "pound"
    return "year" if PER_YEAR.search(_NOT_PER_YEAR.sub(" ", line)) else ""


def _says_count(line: str, inside: list[str]) -> bool:
    """Whether a heading counts things: ``No. of donations``, ``How many``; ``No. of units`` may be any measure's."""
    return any(map(_COUNT_ALONE.fullmatch, inside)) or _COUNT_FIRST.match(line) is not None


def _scale(line: str, inside: list[str], units: list[str]) -> str:
    """What a heading says of numbers below it that are not written in full; `£000` is a unit of its own."""
    said = next((part for part in inside if _SCALED.match(part)), "")
    found = None if said or units else _MULTIPLIED.search(line)
    return found[0] if found else said

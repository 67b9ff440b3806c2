"""Owns the recognition of units in a unit column, a heading or a cell; converting is the valuation's."""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal

from sv_cli.late import late, rare
from sv_cli.model.vocabulary import Unit

_DROPPED = late(r"[\s.\-\u2010-\u2015]+")
_PLURALS = rare(r"\(e?s\)|/s\b|(?<=co2)\(e\)", ("(", "/s"))
_COUNTED = late(r"^(?:total\s+)?(?:(?:number|num|no|nr|nos)(?:\.|\b)|#)\s*(?:of\b)?\s*", re.IGNORECASE)
_IN_ALL = rare(r"^total\s+(?=\w)|(?<=\w)[\s,-]*(?:\(\s*total\s*\)|\b(?:in )?total)$", ("total",), re.IGNORECASE)
_TWICE = late(r"\s*[/|]\s*|\s+")
ENDS_PER_YEAR = late(
    r"(?:\b(?:per|a|each|every)\s+|(?<!n)/\s?|\bp/)(?:(?:contract )?(?:year|ann?um|yr|y)|a)\b\.?$"
    r"|\bp\.? ?a\.?$|\bannually$|\byearly$"
    r"|\b(?:y flwyddyn|bob blwyddyn|pro jahr|je jahr|j\u00e4hrlich)$",
    re.IGNORECASE,
)
"""How an amount or a unit ends that is one of each year: ``hours per year``, ``hours p/a``, and no ``n/a``."""
_PER_PART = late(
    r"(?:\b(?:per|an?|each|every) |/ ?)(?:calendar )?(?P<time>month|quarter)\b|\b(?P<often>month|quarter)ly\b",
    re.IGNORECASE,
)
TIMES_A_YEAR = {"month": 12, "quarter": 4}
PER_POUND = late(r"\bper\s+£|/\s?£(?!\s?/)|\bfor every £", re.IGNORECASE)
"""What says that an amount is one for each pound: ``jobs per £m``, and not the unit ``hours/£/people``."""
COUNT = "count"
SCALED = frozenset(("GBPk", "GBPm"))  # pounds that are written without their last noughts
CALENDAR = frozenset(("day", "half-day", "week", "month"))
"""Units that also say when, or how often: ``Wk`` may head dates as well as amounts."""
MEASURES = CALENDAR | {
    *("minute", "hour", "GBP", *SCALED, "kg", "tonne", "kgCO2e", "tCO2e", "km", "mile", "m2", "m3", "hectare", "litre"),
    *("kWh", "MWh", "GWh"),
}
"""Units that measure something, where others merely count what there is of it, as people or visits."""
_LONGEST = 120
_LONGEST_COUNTED = 40  # what may stand before and behind a unit: “total number of”, “(in total)”
_MOST_KNOWN = 10_000  # bounds the memory, not the meaning
_COUNTS = frozenset(
    (
        *("no", "nos", "nr", "number", "numbers", "numeric", "count", "qty", "quantity", "#", "noof", "numberof"),
        *("each", "ea", "unit", "units", "total", "totalno", "totalnumber"),
    )
)


def _key(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)  # CO₂e and m³ are CO2e and m3
    return _DROPPED.sub("", _PLURALS.sub("", text.casefold().replace("\u2019", "'")))


_last: list[tuple[Mapping[str, Unit], dict[str, str | None]]] = []


def _names_of(units: Mapping[str, Unit]) -> dict[str, str | None]:
    """The unit of every name; those of the last list are kept, since a run reads all of its bids with one."""
    for known, names in _last:
        if known is units:
            return names
    by_name: dict[str, str | None] = {}
    for unit in units.values():
        for name in {_key(name) for name in (unit.id, unit.one, unit.many, *unit.names)}:
            taken = by_name.get(name, unit.id)
            by_name[name] = unit.id if taken == unit.id else None
    _last[:] = [(units, by_name)]
    return by_name


def as_yearly(text: str) -> tuple[str, str]:
    """A text with ``a year`` where it says ``per month``, and that part of a year; else itself and ``""``."""
    part = _PER_PART.search(text)
    if part is None:
        return text, ""
    return f"{text[: part.start()]} a year{text[part.end() :]}".strip(), (part["time"] or part["often"]).lower()


class Units:
    """The closed list of units by every name they go by; a name that two units share is nobody's."""

    def __init__(self, units: Mapping[str, Unit]) -> None:
        self._units = units
        self._by_name = _names_of(units)
        self._longest = max(map(len, self._by_name), default=0) + _LONGEST_COUNTED
        self._found: dict[str, str | None] = {}

    def find(self, text: str) -> str | None:
        """The id of the unit, ``COUNT`` for a word that only says that something is counted, else None."""
        if len(text) > _LONGEST:
            return None
        if text not in self._found:
            if len(self._found) > _MOST_KNOWN:
                self._found.clear()
            self._found[text] = self._find(text)
        return self._found[text]

    def are_alike(self, one: str | None, other: str | None) -> bool:
        """Whether two units, by their ids, are different ones that convert into each other: hours and days."""
        first, second = self._units.get(one or ""), self._units.get(other or "")
        return one != other and None not in (first, second) and first.dimension == second.dimension  # type: ignore[union-attr]

    def are_one(self, amount: tuple[Decimal, str], other: tuple[Decimal, str]) -> bool:
        """Whether two amounts, each with the id of its unit, are the same: 5 days and 37.5 hours."""
        one, again = self._units.get(amount[1]), self._units.get(other[1])
        if one is None or again is None or one.dimension != again.dimension:
            return False
        return amount[0] * one.factor == other[0] * again.factor

    def _find(self, text: str) -> str | None:
        key = _key(text)
        if not key:
            return None
        if key[0] == "'" and key[1:] in self._by_name:  # the mark of a text
            return self._by_name[key[1:]]
        if key in _COUNTS:  # before the names: “each” and “units” say no more of a promise than “No.” does
            return COUNT
        if len(key) > self._longest:
            return None
        bare = _key(_IN_ALL.sub("", _COUNTED.sub("", text)))
        if bare in _COUNTS:
            return COUNT
        forms = (key, f"no{key}", f"noof{key}", bare, f"no{bare}")
        return next(filter(None, map(self._by_name.get, forms)), None) or self._said_twice(text)

    def _said_twice(self, text: str) -> str | None:
        """The unit that a text names twice, as in two languages: ``pobl / people``, ``oriau hours``."""
        parts = [part for part in _TWICE.split(text.strip()) if part]
        named = [self._by_name.get(_key(part)) for part in parts] if len(parts) == 2 else [None]  # noqa: PLR2004 - said twice
        return named[0] if named[0] == named[-1] else None

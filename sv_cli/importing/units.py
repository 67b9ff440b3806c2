"""Owns the reading of units such as "Per person per year": one of the closed list, or one that the overlay declares."""

import re
from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from sv_cli.bids.cells.units import COUNT
from sv_cli.bids.cells.units import Units as Known
from sv_cli.model.vocabulary import Unit

_PER = re.compile(r"^(?:£ ?)?(?:per|for each|for every|a|an)\s+", re.IGNORECASE)
_YEARLY = re.compile(r"\s+(?:per|a|each|/)\s*(?:year|annum)$|\s+p\.?a\.?$", re.IGNORECASE)
_SINGLE = frozenset({"each", "item", "one", "unit", ""})
_LONGEST = 60
_ONE = Decimal(1)


class Per(Struct, frozen=True):
    """What a value is per: a unit's id, and whether it is a value for each year of the effect."""

    unit: str
    yearly: bool = False


class ImportUnits:
    """Recognises units; those that the closed list does not have are added to ``declared``, each once."""

    def __init__(self, units: Mapping[str, Unit], name: str) -> None:
        self._known = Known(units)
        self._taken = set(units)
        self._name = name
        self.declared: dict[str, Unit] = {}

    def per(self, text: str) -> Per | None:
        """The unit that ``text`` names, declared if need be; None when no unit can be made of the text."""
        phrase = _PER.sub("", text.strip()).casefold()
        phrase = "item" if phrase in _SINGLE else phrase
        found = self._find(phrase)
        if found is not None:
            return Per(found)
        base = _YEARLY.sub("", phrase)
        if base != phrase:
            once = self._find(base) or self._declare(base)
            return None if once is None else Per(once, yearly=True)
        declared = self._declare(phrase)
        return None if declared is None else Per(declared)

    def _find(self, phrase: str) -> str | None:
        found = self._known.find(phrase) or self._known.find(re.sub(r"\bper\b|/", " ", phrase).strip())
        return None if found == COUNT else found

    def _declare(self, phrase: str) -> str | None:
        key = re.sub(r"[^a-z0-9]+", "-", phrase).strip("-")[:40].strip("-")
        if not key or len(phrase) > _LONGEST or not key[0].isalpha():
            return None
        if key in self._taken and key not in self.declared:
            key = f"{key[:30]}-{self._name}"[:40].strip("-")
        if key not in self.declared:
            plain = not re.search(r"s$|\b(?:per|over|of|in)\b", phrase) and self._known.find(f"{phrase}s") is None
            many = f"{phrase}s" if plain else phrase
            self.declared[key] = Unit(key, phrase, many, f"{self._name}-{key}", factor=_ONE)
        return key

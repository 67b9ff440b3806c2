"""Owns the joining of units and places: factors above zero, and places that lie within places that are there."""

from collections.abc import Mapping
from decimal import Decimal

from sv_cli.library import shapes
from sv_cli.library.documents import Placed
from sv_cli.library.faults import Faults
from sv_cli.library.nearest import nearest_text
from sv_cli.model.vocabulary import Place, Unit


def linked_units(placed: Mapping[str, Placed], faults: Faults) -> dict[str, Unit]:
    """The units by id; one without a factor above zero is a fault, and left out."""
    units = {}
    for key, each in placed.items():
        entry: shapes.UnitEntry = each.entry
        factor = Decimal(entry.factor)
        if factor > 0:
            units[key] = Unit(entry.id, entry.one, entry.many, entry.dimension, factor, entry.names, entry.why)
        else:
            faults.add("bad-entry", each.place, problem=f"{key}: its factor has to be above 0")
    return units


def linked_places(placed: Mapping[str, Placed], faults: Faults) -> dict[str, Place]:
    """The places by code; what they lie within has to be there, and not to lie within them."""
    for key, each in placed.items():
        within = each.entry.within
        if within is not None and within not in placed:
            nearest = nearest_text(within, placed.keys() - {key})
            faults.add("dangling-reference", each.place, owner=key, what="place", id=within[:80], nearest=nearest)
    circle = _circle({key: each.entry.within for key, each in placed.items()})
    if circle is not None:
        faults.add("bad-entry", placed[circle].place, problem=f"{circle}: it lies within itself")
    return {key: _place(each.entry) for key, each in placed.items()}


def _circle(within: Mapping[str, str | None]) -> str | None:
    """A place that is reached again on the way outwards from it."""
    settled: set[str] = set()
    for start in within:
        seen: dict[str, None] = {}
        place: str | None = start
        while place is not None and place not in settled:
            if place in seen:
                return place
            seen[place] = None
            place = within.get(place)
        settled.update(seen)
    return None


def _place(entry: shapes.PlaceEntry) -> Place:
    return Place(entry.code, entry.name, entry.names, entry.within)

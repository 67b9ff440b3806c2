"""Owns the linking of units, places and codes without a value: what they refer to has to be there."""

from collections.abc import Collection, Mapping
from decimal import Decimal

from sv_cli.library import shapes
from sv_cli.library.documents import Placed
from sv_cli.library.faults import Faults
from sv_cli.model.figures import UnvaluedCode
from sv_cli.model.vocabulary import Place, Unit


def linked_units(placed: Mapping[str, Placed], faults: Faults) -> dict[str, Unit]:
    """The units by id; one whose factor is not above zero is a fault, and left out."""
    units = {}
    for key, each in placed.items():
        entry: shapes.UnitEntry = each.entry
        if Decimal(entry.factor) > 0:
            units[key] = shapes.record_of(entry, Unit)
        else:
            faults.add("bad-entry", each.place, problem=f"{key}: its factor must be above 0")
    return units


def linked_places(placed: Mapping[str, Placed], faults: Faults) -> dict[str, Place]:
    """The places by code; it is a fault if the place that one lies within is unknown, or lies within it in turn."""
    for key, each in placed.items():
        within = each.entry.within
        if within is not None and within not in placed:
            faults.require(placed.keys() - {key}, "place", [within], key, each.place)
    circle = _circle({key: each.entry.within for key, each in placed.items()})
    if circle is not None:
        faults.add("bad-entry", placed[circle].place, problem=f"{circle}: it is inside itself")
    return {key: shapes.record_of(each.entry, Place) for key, each in placed.items()}


def linked_codes(
    placed: Mapping[str, Placed], proxies: Collection[str], withdrawn: Collection[str], faults: Faults
) -> dict[str, UnvaluedCode]:
    """The codes without a value, by code; it is a fault if a proxy to name instead is not among the ``proxies``.

    One that an overlay has ``withdrawn`` is only left out.
    """
    for key, each in placed.items():
        faults.require(
            proxies, "proxy", (other for other in each.entry.instead if other not in withdrawn), key, each.place
        )
    return {key: _code(each.entry, proxies) for key, each in placed.items()}


def _code(entry: shapes.CodeEntry, proxies: Collection[str]) -> UnvaluedCode:
    instead = tuple(each for each in entry.instead if each in proxies)
    return shapes.record_of(entry, UnvaluedCode, instead=instead)


def _circle(within: Mapping[str, str | None]) -> str | None:
    """A place that lies, over one or several steps, within itself; None if there is none."""
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

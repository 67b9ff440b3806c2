"""Owns the check `area`: commitments have to be delivered in the area that the framework is for."""

from collections.abc import Iterator

from sv_cli.checks.case import Case, Ground, Told
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import listed
from sv_cli.library.framework_shapes import Selection
from sv_cli.valuation.places import place_code
from sv_cli.valuation.problem import Problem

KINDS = ("outside-area", "area-unknown")


class Settings(Base, frozen=True):
    """``places``: regions and countries, by name or ONS code; the contract's own place where none is given.

    ``names``: places within the area that are smaller than a region (a city, its districts), as bids write them.
    """

    of: Selection = Selection()
    places: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def judge(settings: Settings, case: Case) -> Iterator[Told]:
    """One finding for each commitment whose place is outside, or cannot be told; one without a place is left alone."""
    lines = case.valuation.lines if settings.of.everything else case.named(settings.of)
    within = _names(settings)
    for line in lines:
        place = line.commitment.place
        if place is None or _folded(place) in within:
            continue
        name = _finding(place, settings, case)
        if name is not None:
            known = case.library.vocabulary.places.get(place)
            fields = {
                "found": known.name if known else place[:60],
                "wanted": listed([*settings.names, *_places(settings, case)], "or"),
            }
            yield Told(name, fields, line.commitment, "place")


def _places(settings: Settings, case: Case) -> tuple[str, ...]:
    if settings.places or settings.names:
        return settings.places
    return (case.contract_place(),)


def _finding(place: str, settings: Settings, case: Case) -> str | None:
    """What there is to tell of ``place``: nothing when it lies within a place that counts."""
    places = case.library.vocabulary.places
    try:
        code: str | None = place_code(place, places)
        wanted = {place_code(each, places) for each in _places(settings, case)}
    except Problem:
        return "area-unknown"
    while code is not None:
        if code in wanted:
            return None
        code = places[code].within
    return "outside-area"


def _names(settings: Settings) -> frozenset[str]:
    return frozenset(_folded(each) for each in settings.names)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def faults(settings: Settings, case: Ground) -> Iterator[tuple[str, str]]:
    """A place that is not known would let everything through, or nothing."""
    for each in settings.places:
        try:
            place_code(each, case.library.vocabulary.places)
        except Problem as problem:
            yield "places", f"{each!r} is no region or country that is known{problem.fields.get('nearest', '')}"

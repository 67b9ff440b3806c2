"""Owns the check `area`: commitments have to be delivered in the area that the framework is for."""

from collections.abc import Iterator

from sv_cli.checks.case import Case, Ground, Violation
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import listed
from sv_cli.library.framework_shapes import Selection
from sv_cli.library.nearest import nearest_text
from sv_cli.valuation.places import folded

KINDS = ("outside-area", "area-unknown")


class Settings(Base, frozen=True):
    """``places``: regions and countries, by name or ONS code; the contract's own place where none is given.

    ``names``: places within the area that are smaller than a region (a city, its districts), as bids write them.
    """

    of: Selection = Selection()
    places: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One violation for each commitment whose place is outside the area, or unknown; none for one without a place."""
    placed = [line for line in case.lines(settings.of) if line.commitment.place is not None]
    if not placed:
        return
    names, places = {folded(each) for each in settings.names}, _places(settings, case)
    wanted = {code for code in map(case.selecting.place, places) if code}
    area = listed([*settings.names, *(_name(each, case) for each in places)], "or")
    for line in placed:
        text = line.commitment.place or ""
        if folded(text) in names:
            continue
        code = case.selecting.place(text)
        kind = "area-unknown" if code is None or not (wanted or names) else _outside(code, wanted, case)
        if kind is not None:
            yield Violation(kind, {"found": _name(text, case)[:60], "wanted": area}, line.commitment, "place")


def _places(settings: Settings, case: Case) -> tuple[str, ...]:
    if settings.places or settings.names:
        return settings.places
    return (case.contract_place(),)


def _name(text: str, case: Case) -> str:
    """The library's name of a place that a bid names, perhaps by its code; the bid's where it is unknown."""
    code = case.selecting.place(text)
    return text if code is None else case.library.vocabulary.places[code].name


def _outside(code: str | None, wanted: set[str], case: Case) -> str | None:
    """The name of the finding for a place that is not within any of ``wanted``; None when it is."""
    places = case.library.vocabulary.places
    while code is not None:
        if code in wanted:
            return None
        code = places[code].within
    return "outside-area"


def faults(settings: Settings, case: Ground) -> Iterator[tuple[str, str]]:
    """Each place that is unknown."""
    for each in settings.places:
        if case.selecting.place(each) is None:
            names = [place.name for place in case.library.vocabulary.places.values()]
            yield "places", f"{each!r} is not a known region or country{nearest_text(each, names)}"

"""Owns the closed vocabularies: units and their conversions, places, the names that people give columns."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field


class Unit(Struct, frozen=True, omit_defaults=True):
    """One unit of the closed list.

    ``factor`` times a quantity in this unit is the quantity in the base unit of ``dimension``;
    two units convert into each other when they share a dimension. ``why`` says what a conversion
    rests on when it is more than arithmetic (how many hours a working day has).
    """

    id: str
    one: str
    many: str
    dimension: str
    factor: Decimal
    names: tuple[str, ...] = ()
    why: str | None = None


class Place(Struct, frozen=True, omit_defaults=True):
    """A region or country: its ONS code, its name, other names, and what it lies within."""

    code: str
    name: str
    names: tuple[str, ...] = ()
    within: str | None = None


class Vocabulary(Struct, frozen=True):
    """All that a reader of bids needs to know of the library: units and places by id, and lists of words.

    ``columns`` are the names that people give each field's column, ``facts`` the labels of each fact of the contract.
    The rest are words for a total, for what is not known yet, for an example, an instruction, a sheet of guidance.
    """

    units: Mapping[str, Unit]
    places: Mapping[str, Place]
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    totals: tuple[str, ...] = ()
    not_yet: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    instructions: tuple[str, ...] = ()
    guidance_sheets: tuple[str, ...] = ()

"""Owns the conventions of valuing, as data: which adjustments apply, when benefits fall, how they are discounted."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from sv_cli.model.sources import Source


class RateStep(Struct, frozen=True, forbid_unknown_fields=True):
    """A discount rate (a fraction a year, real) and the last year, counted from the base year, that it holds for."""

    rate: Decimal
    to_year: int | None = None


class Discounting(Struct, frozen=True, forbid_unknown_fields=True):
    """When discounting starts, and at which rates.

    ``first_year`` is the exponent of the first year's benefits: 0 leaves them undiscounted, 1
    discounts them by a full year, 0.5 puts them in the middle of it.
    """

    first_year: Decimal
    schedules: Mapping[str, tuple[RateStep, ...]]


class Method(Struct, frozen=True, omit_defaults=True):
    """A named set of conventions; see ``proxies/methods/`` for what each option means."""

    id: str
    title: str
    edition: str
    summary: str
    timing: str
    sources: tuple[Source, ...]
    price_index: str | None
    adjustments: tuple[str, ...]
    drop_off_from: int
    part_years: str
    undated: str
    rounding: str
    discounting: Discounting | None = None
    price_year: str | None = None

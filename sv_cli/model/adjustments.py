"""Owns adjustments: a share taken off a gross value, where it comes from, and why it is what it is."""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class Basis(StrEnum):
    """Where an adjustment's value comes from."""

    CITED = "cited"
    DEFAULT = "default"
    JUDGEMENT = "judgement"
    BID = "bid"


class Adjustment(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A share (0..1) that is taken off a gross value, and why it is what it is."""

    value: Decimal
    basis: Basis
    why: str

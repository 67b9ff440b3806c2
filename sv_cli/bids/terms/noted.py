"""Owns what notes may say of the quantity beside them: how it comes about, or that it is a rate."""

import re
from collections.abc import Collection
from decimal import Decimal

from sv_cli.bids.cells.units import Units
from sv_cli.bids.terms.paces import PACE, pace_of
from sv_cli.bids.terms.workings import LONGEST, WORKED
from sv_cli.late import late

NOTED = f"{WORKED}|{PACE}"
"""What every such note has, for a glance and for an engine without look-around."""
_NOTED = late(NOTED, re.IGNORECASE)


def may_be_noted(text: str) -> bool:
    """Whether a note may speak of its quantity."""
    return _NOTED.search(text) is not None


def any_may_be_noted(texts: Collection[str]) -> bool:
    """Whether any of many notes may."""
    return _NOTED.search("\n".join(texts)) is not None


def noted_pace(text: str, quantity: Decimal, unit: str | None, units: Units, years: Decimal | None) -> str:
    """The rate that a note says of the very quantity: ``40 hours per workshop``; ``""`` for workings and others."""
    if len(text) > LONGEST or not may_be_noted(text):
        return ""
    pace = pace_of(text, quantity, unit, units, years)
    return "" if " x " in pace else pace

"""Owns what notes may say of the quantity beside them: how it comes about, or that it is a rate."""

import re
from collections.abc import Collection
from decimal import Decimal

from sv_cli.bids.cells.spelt import SEVERAL
from sv_cli.bids.cells.units import Units
from sv_cli.bids.terms.names import TIME
from sv_cli.bids.terms.paces import ANY_PACE, PACE, pace_of, product_of
from sv_cli.bids.terms.said_amounts import ALONE, may_be_amount
from sv_cli.bids.terms.workings import LONGEST, WORKED, any_may_be_worked, may_be_worked
from sv_cli.late import rare

_SO_OFTEN = rf"\b(?:{SEVERAL}|twice)\b[^0-9.;:]{{0,30}}? (?:an?|per|each|every) {TIME}\b"
NOTED = f"{WORKED}|{PACE}|{ALONE}|{_SO_OFTEN}"
"""What every such note has, for a glance and for an engine without look-around."""
_PACE = rare(
    ANY_PACE,
    ("per ", "each", "apiece", "every ", " a ", " an ", "ly", "/", "p.a", "pa", "pp", "p.p", " x "),
    re.IGNORECASE,
)


_IN_WORDS = rare(_SO_OFTEN, (*SEVERAL.split("|"), "twice"), re.IGNORECASE)


def may_be_noted(text: str) -> bool:
    """Whether a note may speak of its quantity."""
    return may_be_worked(text) or _may_be_rate(text) or may_be_amount(text) or _may_be_so_often(text)


def _may_be_rate(text: str) -> bool:
    told = _PACE.may_match(text) and any(map(str.isdigit, text))  # few notes have both
    return told and _PACE.search(text) is not None


def any_may_be_noted(texts: Collection[str]) -> bool:
    """Whether any of many notes may; the number of one is not that of the next one's rate."""
    together = ";\n".join(texts)
    may_be_rate = _may_be_rate(together) or _may_be_so_often(together)
    return any_may_be_worked(texts) or may_be_rate or may_be_amount("\n".join(texts))


def noted_pace(text: str, quantity: Decimal, unit: str | None, units: Units, years: Decimal | None) -> str:
    """The rate that a note says of the very quantity: ``40 hours per workshop``; ``""`` for workings and others."""
    if len(text) > LONGEST or not _may_be_rate(text):
        return product_of(text, quantity, years) if len(text) <= LONGEST and _may_be_so_often(text) else ""
    pace = pace_of(text, quantity, unit, units, years)
    return "" if " x " in pace else pace or product_of(text, quantity, years)


def _may_be_so_often(text: str) -> bool:
    return _IN_WORDS.search(text) is not None

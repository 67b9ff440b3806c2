"""Owns workings in a description that do not come to the quantity: ``12 staff x 8 hours``, ``40 hours + 30 hours``."""

import re
from decimal import Decimal

from sv_cli.bids.cells.units import Units
from sv_cli.late import late

_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,6}(?:\.[0-9]{1,4})?"
# What every one of them has, for a glance and for an engine without look-around
WORKED = "[0-9][^0-9]{0,40}[+x\u00d7*] ?[0-9]|[0-9] (?:[a-z]+s|staff|people)(?: [a-z]+)? (?:of|for) [0-9]"
_WORKED = late(WORKED, re.IGNORECASE)
_PRODUCT = late(
    rf"(?<![0-9.,])(?P<one>{_NUMBER})(?: [a-z'\u2019-]+){{1,3}}(?: ?[x\u00d7*] ?| (?:of|for) )(?P<other>{_NUMBER})"
    r" ?(?P<unit>[a-z]+)\b(?! (?:an?|per|every) )",
    re.IGNORECASE,
)
_PART = rf"(?:{_NUMBER})(?: ?[a-z]+s)?(?: (?:in|at|for|with|from) [a-z][a-z'\u2019 -]{{1,30}}?)?"
_SUM = late(rf"(?:^|[(\[:\u2013\u2014-] ?)(?P<sum>{_PART}(?: ?\+ ?{_PART})+) ?[)\]]?\.?$", re.IGNORECASE)
_WORDS = late(r"[a-z]", re.IGNORECASE)
_ANY = late(_NUMBER)
_MOST_TIMES = 12  # the years, terms or sites over which a product may fall again


def may_be_worked(text: str) -> bool:
    """Whether a text may show how its quantity comes about."""
    return _WORKED.search(text) is not None


def worked_otherwise(line: str, quantity: Decimal, unit: str | None, units: Units) -> str:
    """The product or the sum in a text of no other numbers that is not the quantity, nor so many times less."""
    if not may_be_worked(line) or quantity <= 0:
        return ""
    numbers = [Decimal(each.replace(",", "")) for each in _ANY.findall(line)]
    product = _PRODUCT.search(line)
    if product is not None and len(numbers) == 2 and units.find(product["unit"]) == unit:  # noqa: PLR2004 - two factors
        return "" if _may_come_to(numbers[0] * numbers[1], quantity) else product[0]
    added = _SUM.search(line)
    if added is None or len(_ANY.findall(added["sum"])) != len(numbers) or not _WORDS.search(added["sum"]):
        return ""
    named = {units.find(word) for word in re.findall(r"[a-z]+s\b", added["sum"].casefold())} - {None}
    return "" if named - {unit} or _may_come_to(sum(numbers, Decimal(0)), quantity) else added["sum"]


def _may_come_to(worked: Decimal, quantity: Decimal) -> bool:
    return worked == 0 or (quantity % worked == 0 and quantity / worked <= _MOST_TIMES)

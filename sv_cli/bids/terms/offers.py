"""Owns sentences about what is offered: amounts outside their column, ``We will provide 12 weeks``, and questions."""

import re
from decimal import Decimal

from sv_cli.bids.cells.figures import NUMBER, value_of
from sv_cli.bids.cells.spelt import SPELT
from sv_cli.bids.cells.text import folded
from sv_cli.bids.cells.units import MEASURES, Units
from sv_cli.bids.terms.paces import may_say_often, names_quantity
from sv_cli.late import late

_OFFER = late(
    r"(?:(?:we|i|our|us|the|bidder|supplier|tenderer|contractor|company|team|yes)\b(?P<verb>[^0-9.;:\u00a3]{0,60}?) )?"
    r"(?:(?:at least|at most|up to|more than|over|around|about|approximately|(?:a )?(?:total|minimum|maximum) of) )?"
    rf"(?P<money>\u00a3 ?)?(?P<number>{NUMBER})(?![%0-9/]|[.,][0-9])(?P<what>(?: [a-z'\u2019\-]+){{0,3}})",
    re.IGNORECASE,
)
_EACH = late(r"\b(?:per|each|every|apiece)\b", re.IGNORECASE)
# What says that the number behind it is no amount that is offered, or one of each of several
_PART = late(
    r"(?:(?<!total )(?<!minimum )(?<!maximum )of|lasting|for|in|within|over|than|each|every|year|phase|lot|level|grade"
    r"|stage|from|by|at|age|aged|until|since|nt|no|number)$",
    re.IGNORECASE,
)
_FIGURES = late(r"[0-9]+")
_AMOUNT = rf"(?!20[0-9]{{2}}\b)(?:[0-9]|(?:{'|'.join(sorted(SPELT.keys() - {'nil', 'zero', 'nought', 'one'}))})\b)"
# What a sentence says that promises an amount; “we will confirm this within 30 days” promises none
_PROMISED = late(
    r"\b(?:we|bidder|supplier|company|contractor|team)\b.{0,40}\b(?:commit|donat|plant|pledg|giv|offer|provid|deliver"
    rf"|recruit|employ|creat|volunteer|sponsor|contribut|fund|hire|host|train|support)[a-z]*\b.{{0,60}}?\b{_AMOUNT}"
    rf"|^(?:plus|also|and|in addition|additionally|as well as)\b[^0-9]{{0,60}}?\b{_AMOUNT}",
    re.IGNORECASE,
)
# What asks of a bidder how much, and that it will give it; of who it is nothing is given
_HOW_MUCH = late(r"\b(?:how (?:many|much)|what (?:number|amount|quantity)|(?:number|amount) of)\b", re.IGNORECASE)
_WILL_GIVE = late(
    r"\b(?:will|would|can|do) (?:you|your (?:firm|organisation|company)|the (?:supplier|bidder|tenderer|contractor)|we)"
    r" (?:(?:be|to|commit to|pledge to|make) )*"
    r"(?:giv|offer|commit|pledg|promis|donat|volunteer|creat|contribut|provid|deliver)",
    re.IGNORECASE,
)


def offers_otherwise(text: str, quantity: Decimal, unit: str | None, units: Units) -> bool:
    """Whether a sentence offers one amount in the unit of a quantity, and it is another."""
    line = folded(text)
    match = _OFFER.match(line)
    if match is None or names_quantity(line, quantity) or may_say_often(line) or _EACH.search(line):
        return False
    number = match["number"]
    several = len(_FIGURES.findall(line.replace(",", ""))) > 1 + number.count(".")
    if several or _PART.search(match["verb"] or ""):
        return False  # four workshops of three hours each may come to it
    said = {units.find(word) for word in match["what"].split()} | ({"GBP"} if match["money"] else set())
    fits = unit in said if unit in MEASURES else unit is None or said.isdisjoint(MEASURES)
    return fits and value_of(number) != quantity


def is_promised_in_words(text: str) -> bool:
    """Whether a sentence outside the columns promises an amount: ``We also commit to 50 hours of mentoring``."""
    return _PROMISED.search(text.replace("£", "")) is not None


def asks_for_promise(text: str) -> bool:
    """Whether a question asks how much will be given: ``How many hours of volunteering will you give?``."""
    asked = _HOW_MUCH.search(text)
    return asked is not None and _WILL_GIVE.search(text, asked.end()) is not None

"""Owns the conversion of a bid's quantity into the unit that its proxy counts in."""

import re
from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from sv_cli.late import late
from sv_cli.model.bids import Commitment
from sv_cli.model.figures import Proxy
from sv_cli.model.methods import Method
from sv_cli.model.vocabulary import Unit
from sv_cli.valuation.money import ONE
from sv_cli.valuation.problem import Problem

MONEY = "money"
_THINGS = late(
    r"(?<![\w\u00a3.,])(?P<number>[0-9][0-9,]*)(?P<things>(?: [a-z][a-z\-]+){0,2} [a-z]{3,}s)\b", re.IGNORECASE
)
_DAYS = late(r"\bdays\b", re.IGNORECASE)
EVENTS = "(?:[a-z'\u2019&-]+ ){1,4}days?(?: ?[:\u2013\u2014-] ?[0-9]{1,3})?"  # “Open days”, “Open days: 3”
_EVENTS = late(EVENTS, re.IGNORECASE)
OF_CO2 = "co[2\u2082]|carbon (?:dioxide|emissions)|ghg|greenhouse gas"  # wider than _OF_CO2
_OF_CO2 = late(
    r"\bt?co[2\u2082](?:-?eq?)?\b|\bcarbon dioxide\b|\bghgs?\b|\bgreenhouse gas(?:es)?\b|\bcarbon emissions\b",
    re.IGNORECASE,
)
# Other things that are counted in tonnes
_OF_ELSE = late(
    r"\b(?:wast\w*|landfill|recycl\w*|compost\w*|food|paper|timber|wood|metals?|steel|concrete|cement|aggregates?"
    r"|materials?|plastics?|clothing|textiles?|freight|goods|fuel|oil|coal|gas|soil|rubble|furniture|surplus|reus\w*)\b",
    re.IGNORECASE,
)
_POUNDS = late(r"pounds", re.IGNORECASE)


class Conversion(Struct, frozen=True):
    """A bid's quantity × ``over`` / ``under`` is in the proxy's unit.

    ``kind`` says how the two units go together: ``same``; ``taken`` (no unit is stated, the proxy's is assumed);
    ``converted`` (one dimension); ``yearly`` (posts, counted in every year); ``described`` (tonnes, of CO2 as the
    description says). ``stated`` is the bid's unit, None where ``kind`` is ``taken``.
    """

    kind: str
    over: Decimal
    under: Decimal
    stated: Unit | None = None

    def apply(self, quantity: Decimal) -> Decimal:
        """The quantity in the proxy's unit."""
        return quantity if self.over == self.under else quantity * self.over / self.under


def conversion(commitment: Commitment, proxy: Proxy, method: Method, units: Mapping[str, Unit]) -> Conversion:
    """How the commitment's quantity becomes one in the proxy's unit; raises Problem when it cannot.

    The method's yearly counts turn a unit such as a post into years of a post, one in every year of the contract.
    """
    wanted = units[proxy.unit]
    stated = units.get(commitment.unit or "")
    if stated is None:
        unknown = commitment.unit_text or commitment.unit
        if unknown:
            raise Problem("unknown-unit", "unit", unit=unknown[:60], proxy=proxy.id, wanted=wanted.many)
        things = (commitment.counted or _things_of(commitment)) if wanted.dimension == MONEY else None
        if things is None and wanted.id == "hour":
            things = _days_of(commitment)
        if things:  # 20 laptops are not £20, and 3 open days are not 3 hours
            raise Problem("unit-mismatch", "unit", unit=things[:60], proxy=proxy.id, wanted=wanted.many)
        return Conversion("taken", ONE, ONE)
    if stated.id == wanted.id:
        return Conversion("same", ONE, ONE, stated)
    if stated.dimension == wanted.dimension:
        return Conversion("converted", stated.factor, wanted.factor, stated)
    if (stated.dimension, wanted.dimension) == ("mass", "CO2e") and speaks_of_co2(commitment.description):
        return Conversion("described", stated.factor, wanted.factor, stated)
    for counted, made in ((units[counted], units[made]) for counted, made in method.yearly_counts.items()):
        if stated.dimension == counted.dimension and wanted.id == made.id:
            return Conversion("yearly", stated.factor, counted.factor, stated)
    raise Problem("unit-mismatch", "unit", unit=stated.many, proxy=proxy.id, wanted=wanted.many)


def says_pounds(text: str) -> bool:
    """Whether a text speaks of pounds."""
    return "\u00a3" in text or _POUNDS.search(text) is not None


def speaks_of_co2(text: str) -> bool:
    """Whether a text names CO2 or greenhouse gas, and nothing else that its tonnes could be of."""
    return _OF_CO2.search(text) is not None and _OF_ELSE.search(_OF_CO2.sub(" ", text)) is None


def _days_of(commitment: Commitment) -> str | None:
    """What the quantity counts, where that is days: as of events, nobody says how many hours they take."""
    counted, text = commitment.counted, " ".join(commitment.description.split())
    if counted is not None:
        return counted if _DAYS.search(counted) else None
    return text if _EVENTS.fullmatch(text) else None


def _things_of(commitment: Commitment) -> str | None:
    """The things that a description says the quantity counts, where it names the very number: ``20 laptops``."""
    for match in _THINGS.finditer(commitment.description):
        number, things = Decimal(match["number"].replace(",", "")), match["things"]
        if number == commitment.quantity and not _POUNDS.search(things):
            return things.strip()
    return None

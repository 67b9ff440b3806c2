"""Owns the conversion of a bid's quantity into the unit that its proxy counts in."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from sv_cli.model.bids import Commitment
from sv_cli.model.figures import Proxy
from sv_cli.model.vocabulary import Unit
from sv_cli.valuation.money import ONE
from sv_cli.valuation.problem import Problem


class Conversion(Struct, frozen=True):
    """A bid's quantity × ``over`` / ``under`` is in the proxy's unit; ``kind`` is same, taken or converted."""

    kind: str
    over: Decimal
    under: Decimal
    stated: Unit | None = None

    def apply(self, quantity: Decimal) -> Decimal:
        """The quantity in the proxy's unit."""
        return quantity if self.over == self.under else quantity * self.over / self.under


def conversion(commitment: Commitment, proxy: Proxy, units: Mapping[str, Unit]) -> Conversion:
    """How the commitment's quantity becomes one in the proxy's unit; raises Problem when it cannot."""
    wanted = units[proxy.unit]
    if commitment.unit is None:
        if commitment.unit_text:
            raise Problem("unknown-unit", "unit", unit=commitment.unit_text[:60], proxy=proxy.id, wanted=wanted.many)
        return Conversion("taken", ONE, ONE)
    stated = units[commitment.unit]
    if stated.id == wanted.id:
        return Conversion("same", ONE, ONE, stated)
    if stated.dimension != wanted.dimension:
        raise Problem("unit-mismatch", "unit", unit=stated.many, proxy=proxy.id, wanted=wanted.many)
    return Conversion("converted", stated.factor, wanted.factor, stated)

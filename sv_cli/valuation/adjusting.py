"""Owns deductions: which share each takes off (the bid's own, the method's table, or the library's), year by year."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from sv_cli.model.adjustments import Adjustment, Basis
from sv_cli.model.figures import Proxy
from sv_cli.model.methods import Method
from sv_cli.valuation.money import ONE
from sv_cli.valuation.problem import Problem
from sv_cli.valuation.steps import Steps
from sv_cli.valuation.words import percent, plain

DEDUCTIONS = ("deadweight", "displacement", "attribution")
NAMES = {
    "deadweight": "deadweight",
    "displacement": "displacement",
    "attribution": "attribution to others",
    "drop_off": "drop-off",
}
OPTIMISM = "optimism_bias"


def require_share(name: str, stated: Decimal) -> None:
    """Raise Problem unless ``stated`` is a share from 0 to 1."""
    if not (stated.is_finite() and 0 <= stated <= 1):
        raise Problem("adjustment-out-of-range", name, adjustment=NAMES.get(name, name), value=f"{stated:.12g}")


def adjustment(name: str, proxy: Proxy, method: Method, own: Mapping[str, Decimal]) -> Adjustment | None:
    """The adjustment in force: the bid's ``own``, else the method's by outcome or theme, else the library's."""
    if name not in method.adjustments:
        return None
    if name in own and method.own_adjustments:
        return Adjustment(value=own[name], basis=Basis.BID, why="stated in the bid")
    table = method.tables.get(name, {})
    return table.get(proxy.outcome) or table.get(proxy.theme) or proxy.adjustments.get(name)


class Kept(Struct, frozen=True):
    """The shares (0..1) taken off one unit's value, by name, in the method's order, and what they leave.

    Those named in ``growing`` grow each year of the effect.
    """

    shares: Mapping[str, Decimal]
    growing: frozenset[str] = frozenset()

    def in_year(self, t: int) -> Decimal:
        """The share that is kept in year ``t`` (1 is the first) of the effect: the product of 1 − each share.

        A growing share is added again each year, up to 1: 15 %, 30 %, 45 % …
        """
        kept = ONE
        for name, share in self.shares.items():
            kept *= ONE - (min(share * t, ONE) if name in self.growing else share)
        return kept


def kept_of(proxy: Proxy, method: Method, own: Mapping[str, Decimal], gross: Decimal, steps: Steps) -> Kept:
    """What the method takes off one unit's ``gross`` value (£), with a step for each deduction.

    Raises Problem where the method corrects for optimism bias and has no share for the proxy's confidence.
    """
    shares: dict[str, Decimal] = {}
    left = gross
    for name in method.adjustments:
        if name not in DEDUCTIONS:
            continue
        found = adjustment(name, proxy, method, own)
        if found is None:
            steps.write(name, f"{NAMES[name]}: not stated by the library, so nothing is deducted", left)
            continue
        shares[name] = found.value
        left *= ONE - found.value
        text = f"{NAMES[name]} of {percent(found.value)} deducted: × {plain(ONE - found.value)}"
        why = found.why
        default = adjustment(name, proxy, method, {}) if found.basis is Basis.BID else None
        if default is not None:
            text += f" (the library's default is {percent(default.value)})"
            why += f"; the library's {percent(default.value)} ({default.basis.value}): {default.why}"
        steps.write(name, text, left, basis=found.basis, why=why)
    if method.optimism_bias:
        shares[OPTIMISM] = _optimism(proxy, method, left, steps)
    grows = method.deadweight_growth == "cumulative" and "deadweight" in shares
    return Kept(shares, frozenset({"deadweight"}) if grows else frozenset())


def _optimism(proxy: Proxy, method: Method, left: Decimal, steps: Steps) -> Decimal:
    level = proxy.confidence.level
    share = method.optimism_bias.get(level)
    if share is None:
        raise Problem("no-optimism-grade", "reference", level=level, method=method.id, proxy=proxy.id)
    text = f"optimism bias of {percent(share)} deducted for {level} confidence: × {plain(ONE - share)}"
    steps.write("optimism-bias", text, left * (ONE - share), basis=Basis.DEFAULT, why=proxy.confidence.why)
    return share

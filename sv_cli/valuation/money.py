"""Owns exactness: the arithmetic context, the rounding of pounds to pence, and sharing pence out without losing one."""

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext
from typing import ContextManager

_PRECISION = 60
_GUARD = Decimal("1e-30")
PENNY = Decimal("0.01")
ZERO = Decimal(0)
ONE = Decimal(1)


def exact() -> ContextManager[Context]:
    """The arithmetic that everything is worked out in: 60 significant digits, and no traps taken lightly."""
    return localcontext(Context(prec=_PRECISION, rounding=ROUND_HALF_EVEN))


def pounds(amount: Decimal) -> Decimal:
    """``amount`` rounded half-up to pence.

    A quotient such as 1/3 × 0.015 is carried as 0.00499…9 with sixty digits; rounding at the
    thirtieth place first gives back the half penny that the exact fraction has.
    """
    return amount.quantize(_GUARD).quantize(PENNY, rounding=ROUND_HALF_UP)


def shared_out(total: Decimal, weights: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """``total`` (in whole pence) in the proportions of ``weights``, each in whole pence, adding up to ``total``.

    Largest remainders get the spare pennies, earlier keys first where remainders tie.
    """
    whole = sum(weights.values(), ZERO)
    if not whole:
        return dict.fromkeys(weights, ZERO.quantize(PENNY))
    exact_shares = {key: total * weight / whole for key, weight in weights.items()}
    shares = {key: share.quantize(PENNY, rounding="ROUND_FLOOR") for key, share in exact_shares.items()}
    spare = int((total - sum(shares.values(), ZERO)) / PENNY)
    by_remainder = sorted(exact_shares, key=lambda key: shares[key] - exact_shares[key])
    for key in by_remainder[:spare]:
        shares[key] += PENNY
    return shares

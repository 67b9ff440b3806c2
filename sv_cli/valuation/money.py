"""Owns exactness: the arithmetic context, the rounding of pounds to pence, and sharing pence out without losing one."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext
from typing import TypeVar

from sv_cli.valuation.problem import Problem

_PRECISION = 60
_GUARD = Decimal("1e-30")
PENNY = Decimal("0.01")
ZERO = Decimal(0)
ONE = Decimal(1)
LIMIT = Decimal("1e15")  # of pounds or of units: beyond what any contract holds
_LEAST = -LIMIT
K = TypeVar("K")


def exact() -> AbstractContextManager[Context]:
    """The decimal context for all arithmetic: 60 significant digits; what goes beyond them is rounded half-even."""
    return localcontext(Context(prec=_PRECISION, rounding=ROUND_HALF_EVEN))


def pounds(amount: Decimal, to: Decimal = PENNY) -> Decimal:
    """``amount`` rounded half-up to pence, or to whole pounds.

    A quotient such as 1/3 × 0.015 is carried as 0.00499…9 with sixty digits; rounding at the
    thirtieth place first gives back the half penny that the exact fraction has.
    """
    rounded = _settled(amount).quantize(to, ROUND_HALF_UP)
    return rounded if to == PENNY else rounded.quantize(PENNY)


def within_limit(amount: Decimal, about: str) -> Decimal:
    """``amount`` itself; raises Problem when it is beyond ±10^15, or no number. ``about`` is the field to blame."""
    if not _LEAST <= amount <= LIMIT:  # NaN is not between them either
        raise Problem("value-beyond-belief", about)
    return amount


def shared_out(total: Decimal, amounts: Mapping[K, Decimal], to: Decimal = PENNY) -> dict[K, Decimal]:
    """``amounts`` in whole pence (or pounds) that add up to ``total``, which is their sum in whole pence (or pounds).

    Each is rounded down, and the largest remainders get the spare pennies, earlier keys first where
    remainders tie; so every share is within a penny of its exact amount, also where some are below zero.
    """
    if len(amounts) == 1:
        return dict.fromkeys(amounts, total)
    settled = {key: _settled(amount) for key, amount in amounts.items()}
    shares = {key: amount.quantize(to, rounding=ROUND_FLOOR).quantize(PENNY) for key, amount in settled.items()}
    spare = int((total - sum(shares.values(), ZERO)) / to)
    by_remainder = sorted(settled, key=lambda key: shares[key] - settled[key])
    for key in by_remainder[:spare]:
        shares[key] += to
    return shares


def _settled(amount: Decimal) -> Decimal:
    """``amount`` at the thirtieth place, where the noise of sixty-digit division has gone."""
    return amount.quantize(_GUARD)

"""Owns discount factors: chained year by year through a schedule of rates, at full precision, never rounded.

D(0) = 1 and D(n) = D(n − 1) / (1 + r(n)), with r(n) the rate in force in year n (HM Treasury, The Green
Book, Annex A6). For a part of a year, D(n + f) = D(n) × (1 + r(n + 1))^−f.
"""

from collections.abc import Sequence
from decimal import Decimal

from sv_cli.model.methods import RateStep
from sv_cli.valuation.money import ONE


def rate_in(year: int, schedule: Sequence[RateStep]) -> Decimal:
    """The rate in force in ``year`` (1 is the first that is discounted)."""
    for step in schedule:
        if step.to_year is None or year <= step.to_year:
            return step.rate
    return schedule[-1].rate


def discount_factor(years: Decimal, schedule: Sequence[RateStep]) -> Decimal:
    """The present value of £1 that falls ``years`` (0 or more, parts allowed) after the base year."""
    whole = int(years)
    growth = ONE
    for year in range(1, whole + 1):
        growth *= ONE + rate_in(year, schedule)
    part = years - whole
    if part:
        growth *= (ONE + rate_in(whole + 1, schedule)) ** part
    return ONE / growth

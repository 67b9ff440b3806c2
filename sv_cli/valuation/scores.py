"""Owns the scores of tenders: a bid against the best of all bids, and the weighted mean of several scores.

A relative score makes each bid's points depend on the other bids; rules that use one should print it.
"""

from collections.abc import Sequence
from decimal import Decimal

from sv_cli.valuation.money import ZERO, exact


def relative_to_highest(values: Sequence[Decimal], weight: Decimal) -> list[Decimal]:
    """Points for what is better when it is more: weight × value ÷ highest; nought for all when none is above nought."""
    highest = max(values, default=ZERO)
    with exact():
        return [weight * value / highest if highest > 0 else ZERO for value in values]


def relative_to_lowest(prices: Sequence[Decimal], weight: Decimal) -> list[Decimal]:
    """Points for what is better when it is less: weight × lowest ÷ price; a price of nought has all the points."""
    lowest = min(prices, default=ZERO)
    with exact():
        return [weight * lowest / price if price > 0 else weight for price in prices]


def weighted_mean(scored: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """The mean of (score, weight) pairs; nought when the weights come to nothing."""
    with exact():
        whole = sum((weight for _, weight in scored), ZERO)
        return sum((score * weight for score, weight in scored), ZERO) / whole if whole else ZERO

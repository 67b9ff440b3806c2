"""Owns the scores of tenders: a bid against the best of all bids, and the weighted mean of several scores.

A relative score makes each bid's points depend on the other bids; rules that use one should print it.
"""

from collections.abc import Sequence
from decimal import Decimal

from sv_cli.valuation.money import ZERO, exact


def relative_to_highest(values: Sequence[Decimal], weight: Decimal) -> list[Decimal]:
    """Points where more is better: weight × value ÷ highest value; 0 for all when no value is above 0."""
    highest = max(values, default=ZERO)
    with exact():
        return [weight * value / highest if highest > 0 else ZERO for value in values]


def relative_to_lowest(prices: Sequence[Decimal], weight: Decimal) -> list[Decimal]:
    """Points where less is better: weight × lowest price ÷ price; a price of 0 or less gets the whole weight."""
    lowest = min(prices, default=ZERO)
    with exact():
        return [weight * lowest / price if price > 0 else weight for price in prices]


def weighted_mean(scored: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """The mean of (score, weight) pairs; 0 when the weights sum to 0."""
    with exact():
        whole = sum((weight for _, weight in scored), ZERO)
        return sum((score * weight for score, weight in scored), ZERO) / whole if whole else ZERO

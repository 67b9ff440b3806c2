"""Owns the price base: money of one year in the prices of another, by an index.

Value in B = value in A × index of B / index of A (HM Treasury, GDP deflators at market prices: user's guide).
"""

from decimal import Decimal

from sv_cli.model.figures import Figure
from sv_cli.valuation.problem import Problem


def rebased(amount: Decimal, from_year: str, to_year: str, index: Figure) -> Decimal:
    """``amount`` of ``from_year`` prices in ``to_year`` prices; KeyError when the index has no such year.

    Multiplied before it is divided, so that a ratio with a finite quotient stays exact.
    """
    if from_year == to_year:
        return amount
    return amount * index.values[to_year] / index.values[from_year]


def require_years(figure: Figure, from_year: str, to_year: str, index: Figure) -> None:
    """Raise Problem when ``index`` has no value for the prices that ``figure`` is in, or is to be brought to."""
    for missing in (from_year, to_year):
        if missing not in index.values:
            raise Problem(
                "no-index-year",
                "reference",
                figure=figure.id,
                price_year=from_year,
                index=index.id,
                missing=missing,
                span=span(index),
            )


def span(figure: Figure) -> str:
    """The first and last key of a series, for a sentence."""
    keys = sorted(figure.values)
    return f"{keys[0]} to {keys[-1]}" if keys else "nothing"

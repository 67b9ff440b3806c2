"""Owns the bridge from one method to another: one convention is changed at a time, and the bid valued after each.

The steps are taken in the order in which a value comes about (prices, deductions, the years of an effect,
discounting, costs, rounding), and each shows what its change did given the changes before it; so they add up
exactly to the difference between the two methods. In another order a step's share may differ, never the sum.
"""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from sv_cli.model.bids import Bid
from sv_cli.model.figures import Library
from sv_cli.model.methods import Method
from sv_cli.model.valuations import Valuation
from sv_cli.valuation.conventions import CONVENTIONS, Convention
from sv_cli.valuation.money import ZERO, exact, pounds
from sv_cli.valuation.value import value, valuer


class BridgeStep(Struct, frozen=True):
    """One convention changed: its words ``before`` and ``after``, and the present value: ``total`` after, ``change``.

    Money in pounds. ``lines`` has the change of each commitment in the bid's order, in whole pence; a line that is
    not valued counts as nought. ``valued`` is the number of lines that are valued after the step, ``ratio`` the present
    value ÷ present inputs after it (None without inputs): a change of how costs are counted shows only there.
    """

    convention: str
    title: str
    before: str
    after: str
    total: Decimal
    change: Decimal
    lines: tuple[Decimal, ...]
    valued: int
    ratio: Decimal | None = None


class Bridge(Struct, frozen=True):
    """The way from the bid's value by one method to its value by another: start + Σ changes = end, exactly."""

    start: Valuation
    end: Valuation
    steps: tuple[BridgeStep, ...]

    @property
    def difference(self) -> Decimal:
        """The end's present value less the start's."""
        return self.end.totals.present - self.start.totals.present


def bridge(bid: Bid, library: Library, start: Method, end: Method, price_years: tuple[str, str]) -> Bridge:
    """The bridge from ``start`` to ``end``, valued in ``price_years`` respectively; raises nothing, as `value`."""
    method, price_year = start, price_years[0]
    first = before = value(bid, valuer(library, method, price_year))
    steps: list[BridgeStep] = []
    for convention in CONVENTIONS:
        changed = convention.changed(method, end)
        year = price_years[1] if convention.name == "prices" else price_year
        if changed == method and year == price_year:
            continue
        after = value(bid, valuer(library, changed, year))
        steps.append(_step(convention, before, after))
        method, price_year, before = changed, year, after
    last = value(bid, valuer(library, end, price_years[1]))
    return Bridge(start=first, end=last, steps=tuple(steps))


def _step(convention: Convention, before: Valuation, after: Valuation) -> BridgeStep:
    return BridgeStep(
        convention=convention.name,
        title=convention.title,
        before=convention.said(before.method, before.price_year),
        after=convention.said(after.method, after.price_year),
        total=after.totals.present,
        change=after.totals.present - before.totals.present,
        lines=tuple(b - a for a, b in zip(_present(before), _present(after), strict=True)),
        valued=after.totals.valued,
        ratio=after.totals.sroi_ratio,
    )


def _present(valuation: Valuation) -> Sequence[Decimal]:
    with exact():
        return [ZERO if line.present is None else pounds(line.present) for line in valuation.lines]

"""Owns the first year of a contract whose start is stated nowhere: the one that its columns of years begin with."""

from collections.abc import Iterable
from decimal import Decimal

from msgspec.structs import replace

from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import PERIOD
from sv_cli.bids.tables.layout import Layout
from sv_cli.bids.tables.several.spread import Dated
from sv_cli.bids.tables.under.held import Column
from sv_cli.model.bids import Period

_FEWEST = 2


def first_year(spans: Iterable[Span], years: Decimal | None) -> int | None:
    """The calendar year in which the contract begins by the columns of all tables, None where they do not agree.

    Of one year alone nothing says that it is the first. ``years`` are those of the contract.
    """
    told = [sorted(named) for span in spans if (named := _named(span))]
    firsts = {named[0] for named in told}
    if len(firsts) != 1 or not all(_are_in_turn(named) for named in told):
        return None
    most = max(map(len, told))
    return firsts.pop() if years is None or most <= years else None


def _named(span: Span) -> set[int]:
    """The calendar years that columns are headed with."""
    periods = (column.heading.period for column in span.columns if column.heading.field == PERIOD)
    return {period.calendar for period in periods if period is not None and period.calendar is not None}


def _are_in_turn(named: list[int]) -> bool:
    return len(named) >= _FEWEST and named == [*range(named[0], named[0] + len(named))]


def counted_from(layout: Layout, first: int) -> Layout:
    """The layout with its columns of calendar years as years of the contract, of which ``first`` is year 1."""
    if any(column.heading.field != PERIOD for column, _ in layout.years):
        return layout  # months and quarters need not begin with the contract's years
    return replace(layout, years=tuple(_numbered(*dated, first) for dated in layout.years))


def _numbered(column: Column, period: Period | None, first: int) -> Dated:
    if period is None or period.calendar is None:
        return column, period
    number = period.calendar - first + 1
    period = Period(period.label, number=number)
    how = f"as year {number} of the contract, for nothing says when that starts"
    return replace(column, heading=replace(column.heading, period=period, how=how, guessed=True)), period

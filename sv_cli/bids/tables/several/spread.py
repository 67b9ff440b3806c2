"""Owns quantities that are spread over columns of months, quarters or half-years, beside years or without them."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from msgspec import Struct

from sv_cli.bids.cells.figures import tidy
from sv_cli.bids.cells.parts import FINEST, TERM, Part
from sv_cli.bids.cells.year_names import APRIL
from sv_cli.bids.tables.under.held import Column
from sv_cli.model.bids import Period, Tranche

_MONTHS = 12
LENGTHS = {"month": 1, "quarter": 3, TERM: 4, "half": 6}
"""The months of each part of a year."""

Dated = tuple[Column, Period | None]


class Spread(Struct, frozen=True):
    """The columns that make a quantity up, and those that say again what some of them come to.

    ``columns`` are of the finest kind and of the years beside them; each of ``wholes`` has to come to what ``columns``
    have in their parts of years.
    """

    columns: tuple[Dated, ...]
    wholes: tuple[tuple[Column, ...], ...] = ()


def spread_over(parts: list[Column], years: tuple[Dated, ...]) -> Spread:
    """How a quantity is spread over ``parts`` of years, with ``years`` beside them."""
    by_kind = {kind: [column for column in parts if _part(column).kind == kind] for kind in FINEST}
    kinds = [columns for columns in by_kind.values() if columns]
    finest = [(column, column.heading.period) for column in kinds[0]]
    within = {time_of(period) for _, period in finest}
    first = _first(years) if within == {None} else None
    if first is not None:  # parts that name no year are those of the first
        within = {time_of(first)}
        finest = [(column, first) for column, _ in finest]
    told = [column for column, period in years if time_of(period) in within]
    beside = [(column, period) for column, period in years if time_of(period) not in within]
    wholes = [tuple(columns) for columns in (*kinds[1:], told) if columns]
    return Spread((*_dated(finest), *beside), tuple(wholes))


def _first(years: tuple[Dated, ...]) -> Period | None:
    """The first of the years beside parts that name none: year 1, though it has no column, where year 2 follows."""
    periods = [period for _, period in years if period is not None]
    numbers = sorted(period.number for period in periods if period.number is not None)
    if numbers and numbers == list(range(2, len(periods) + 2)):
        return Period("Year 1", number=1)
    return min(periods, key=lambda period: (period.number or 0, period.calendar or 0), default=None)


def _dated(finest: list[Dated]) -> list[Dated]:
    """Parts that name their own calendar years, given these where they reach over more than twelve months."""
    parts = [_part(column) for column, _ in finest]
    months = [part.year * _MONTHS + _month(part) for part in parts if part.year is not None]
    if len(months) < len(parts) or max(months) - min(months) < _MONTHS:
        return finest
    financial = parts[0].named and min(months) % _MONTHS == APRIL
    dated: list[Dated] = []
    for (column, _), month in zip(finest, months, strict=True):
        year = (month - (APRIL if financial else 1)) // _MONTHS
        dated.append((column, Period(column.text, calendar=year, financial=financial)))
    return dated


def added(amounts: Iterable[tuple[Column, Period | None, Decimal]], start: date | None) -> tuple[Tranche, ...]:
    """The parts of years added up, for each year that they name; ``start`` is the contract's first day."""
    periods: dict[tuple[int | None, int | None] | None, tuple[Decimal, Period | None]] = {}
    for column, said, amount in amounts:
        period = _of_contract(column.heading.part, start) or said
        before, first = periods.get(time_of(period), (Decimal(0), period))
        periods[time_of(period)] = before + amount, first
    return tuple(Tranche(tidy(value), period) for value, period in periods.values())


def _of_contract(part: Part | None, start: date | None) -> Period | None:
    """The year of the contract that a month falls in; None where the month or the contract's start is not known."""
    if part is None or start is None or part.year is None or not part.named:
        return None
    number = (part.year * _MONTHS + part.number - start.year * _MONTHS - start.month) // _MONTHS + 1
    return Period(f"Year {number}", number=number) if number > 0 else None


def _month(part: Part) -> int:
    """The month, from 1, that a part begins in."""
    return part.number if part.named else (part.number - 1) * LENGTHS[part.kind] + 1


def time_of(period: Period | None) -> tuple[int | None, int | None] | None:
    """What tells a period from others, whatever it is called; None where there is none."""
    return None if period is None else (period.number, period.calendar)


def _part(column: Column) -> Part:
    part = column.heading.part
    if part is None:
        raise ValueError(column.text)
    return part

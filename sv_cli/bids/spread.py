"""Owns quantities that are spread over columns of months, quarters or half-years, beside years or without them."""

from msgspec import Struct

from sv_cli.bids.cells.parts import FINEST, Part
from sv_cli.bids.tables import Column
from sv_cli.model.bids import Period

_APRIL = 4
_MONTHS = 12

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
    within = {period and (period.number, period.calendar) for _, period in finest}
    told = [column for column, period in years if _key(period) in within or within == {None}]
    beside: list[Dated] = [(column, period) for column, period in years if column not in told]
    if within == {None} and _are_later(years):  # the first year by its parts, and the later ones whole
        told, beside = [], list(years)
        finest = [(column, Period("Year 1", number=1)) for column, _ in finest]
    wholes = [tuple(columns) for columns in (*kinds[1:], told) if columns]
    return Spread((*_dated(finest), *beside), tuple(wholes))


def _are_later(years: tuple[Dated, ...]) -> bool:
    numbers = sorted(period.number for _, period in years if period is not None and period.number is not None)
    return len(numbers) == len(years) and numbers == list(range(2, len(years) + 2)) and bool(numbers)


def _dated(finest: list[Dated]) -> list[Dated]:
    """Parts that name their own calendar years, given these where they reach over more than twelve months."""
    parts = [_part(column) for column, _ in finest]
    months = [part.year * _MONTHS + part.number for part in parts if part.named and part.year is not None]
    if len(months) < len(parts) or max(months) - min(months) < _MONTHS:
        return finest
    financial = min(months) % _MONTHS == _APRIL
    dated: list[Dated] = []
    for (column, _), month in zip(finest, months, strict=True):
        year = (month - (_APRIL if financial else 1)) // _MONTHS
        dated.append((column, Period(column.text, calendar=year, financial=financial)))
    return dated


def _key(period: Period | None) -> tuple[int | None, int | None] | None:
    return None if period is None else (period.number, period.calendar)


def _part(column: Column) -> Part:
    part = column.heading.part
    if part is None:
        raise ValueError(column.text)
    return part

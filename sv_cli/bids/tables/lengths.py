"""Owns what a table says of the contract's years: in which they begin, and for how many of them its amounts are."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec.structs import replace

from sv_cli.bids.cells.parts import TERM
from sv_cli.bids.cells.spelt import SEVERAL, number_of
from sv_cli.bids.cells.text import folded
from sv_cli.bids.sheets.grid import Grid
from sv_cli.bids.tables.around import lone_rows
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import PERIOD
from sv_cli.bids.tables.layout import Layout
from sv_cli.bids.tables.several.spread import LENGTHS, Dated
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.terms.names import WHAT
from sv_cli.late import late
from sv_cli.model.bids import Period

_LONGEST = 120
_MONTHS = 12
_SETTLING = frozenset(("quantity", "total", "year", "basis", "timing", "start", "end"))
_MANY = rf"([0-9]{{1,2}}|{SEVERAL})"
_LENGTH = late(
    rf"\b(?:over|for|across|during|throughout|x) (?:(?:the|an?|our|this|whole|full|entire|all) )*{_MANY}[ -]?"
    rf"(years?|yrs?|months?)\b(?![ -]olds?\b)"
    rf"|\b{_MANY}[ -]?(years?|yrs?|months?)[ -](?:contract|term|totals?|period|figures?)\b"
    rf"|[(\[]{_MANY} ?(years|yrs|months)[)\]]",
    re.IGNORECASE,
)
_OF_AMOUNTS = late(rf"\b(?:{WHAT}|offer(?:ed)?|commitments?|pledges?|promises?|totals?)\b", re.IGNORECASE)
# What is done before or after, or is asked of whoever fills in the form
_OF_ELSE = late(
    r"\b(?:must|kept|keep|retain\w*|record\w*|report\w*|after|beyond|experience|since|last|past|previous|extension"
    r"|option\w*|sustain\w*|olds?|ago|per|review\w*)\b|\+",
    re.IGNORECASE,
)
_FEWEST_YEARS = 2


def other_lengths(grid: Grid, span: Span, layout: Layout, years: Decimal | None) -> Iterator[tuple[int, int, str]]:
    """The row, the column from 1 and the text of each heading and note that says another length than the contract's."""
    if years is None:
        return
    head = grid.rows[span.body - 1].number
    for column in filter(None, map(layout.columns.get, ("quantity", "total"))):
        if len(column.text) <= _LONGEST and _is_other(column.text, years):
            yield head, column.index + 1, column.text
    for row, text in lone_rows(grid, span):
        said = folded(text)
        if len(said) <= _LONGEST and _OF_AMOUNTS.search(said) and not _OF_ELSE.search(said) and _is_other(said, years):
            yield row.number, next(at for at, cell in enumerate(row.cells, 1) if cell == text), text


def one_year_of_several(layout: Layout, years: Decimal | None) -> tuple[int, str] | None:
    """The column from 1 and the headings of parts that make up one year, where the contract has more: ``Q1 – Q4``.

    What they come to may be a year's or the contract's, unless a total beside them or a column of years says which.
    """
    columns = [column for column, period in layout.years if period is None]
    parts = [column.heading.part for column in columns]
    settled = len(columns) < len(layout.years) or not _SETTLING.isdisjoint(layout.columns)
    if settled or years is None or years <= 1 or not parts:
        return None
    told = [part for part in parts if part is not None and part.year is None]
    months = sum(LENGTHS.get(part.kind, 0) for part in told)
    if None in parts or (months != _MONTHS and any(part.kind != TERM for part in told)):  # of seasons there are four
        return None
    return columns[0].index + 1, f"{columns[0].text} \u2013 {columns[-1].text}"


def _is_other(text: str, years: Decimal) -> bool:
    """Whether a text names one length alone, and that is not the contract's."""
    said = {_in_years(*filter(None, found)) for found in _LENGTH.findall(text)}
    return len(said) == 1 and years not in said


def _in_years(many: str, time: str) -> Decimal:
    number = Decimal(number_of(many))
    return number / _MONTHS if time[0] in "mM" else number


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
    return len(named) >= _FEWEST_YEARS and named == [*range(named[0], named[0] + len(named))]


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
    how = f"as year {number} of the contract, because the contract's start is not stated"
    return replace(column, heading=replace(column.heading, period=period, how=how, guessed=True)), period

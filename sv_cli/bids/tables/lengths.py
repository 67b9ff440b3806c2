"""Owns for how long amounts of a table are said to be, where the contract is not as long: ``Total over 5 years``."""

import re
from collections.abc import Iterator
from decimal import Decimal

from sv_cli.bids.cells.spelt import SEVERAL, number_of
from sv_cli.bids.cells.text import folded
from sv_cli.bids.sheets.grid import Grid
from sv_cli.bids.tables.around import lone_rows
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.layout import Layout
from sv_cli.bids.tables.several.spread import LENGTHS
from sv_cli.bids.terms.names import WHAT
from sv_cli.late import late

_LONGEST = 120
_MONTHS = 12
_SETTLING = frozenset(("quantity", "total", "year", "basis", "timing", "start", "end"))
_MANY = rf"([0-9]{{1,2}}|{SEVERAL})"
_LENGTH = late(
    rf"\b(?:over|for|across|during|throughout|x) (?:(?:the|an?|our|this|whole|full|entire|all) )*{_MANY}[ -]?"
    rf"(years?|yrs?|months?)\b|\b{_MANY}[ -]?(years?|yrs?|months?)[ -](?:contract|term|totals?|period|figures?)\b"
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
    months = sum(LENGTHS.get(part.kind, 0) for part in parts if part is not None and part.year is None)
    if None in parts or months != _MONTHS:
        return None
    return columns[0].index + 1, f"{columns[0].text} \u2013 {columns[-1].text}"


def _is_other(text: str, years: Decimal) -> bool:
    """Whether a text names one length alone, and that is not the contract's."""
    said = {_in_years(*filter(None, found)) for found in _LENGTH.findall(text)}
    return len(said) == 1 and years not in said


def _in_years(many: str, time: str) -> Decimal:
    number = Decimal(number_of(many))
    return number / _MONTHS if time[0] in "mM" else number

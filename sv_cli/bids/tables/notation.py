"""Owns what a file as a whole settles: the order of day and month, and whether a comma marks decimals."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, zip_longest

from sv_cli.bids.cells.dates import order_of
from sv_cli.bids.cells.numbers import is_parted, may_be_two
from sv_cli.bids.cells.year_names import APRIL
from sv_cli.bids.sheets.grid import Grid, Raw, Row
from sv_cli.bids.tables.finding.find import Span
from sv_cli.late import late

_DATE = late(r"\s*\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{4}|\d{2})\b")
COMMA = r"^[-£\s]*(?:\d{1,3}(?:[. ]\d{3})+,\d+|\d+,(?:\d{1,2}|\d{4,}))$"
_COMMA = late(COMMA)
_MUDDLED = late(r"^[-£\s]*\d+,\d+,[\d,.]*\d$")
_SURE = frozenset(("points", "several"))
_PARTED_BY_POINTS = late(r"^[-£\s]*\d{1,3}(?:\.\d{3})+,\d+$")
_POINT = late(r"^[-£\s]*(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.(?:\d{1,2}|\d{4,}))$")
_THOUSANDS = late(r"^[-£\s]*\d{1,3},\d{3}$")
_WHOLE = late(r"\d{1,3}")
# What can be nothing but one number whose thousands a space parts
_SPACED = late(r"£? ?[1-9](?:\d?(?: \d{3})+|\d{2}(?: 000|(?: \d{3}){2,}))(?:\.\d+)?(?: [a-z]+)?", re.IGNORECASE)
_NUMERALS = "123456789£"
PROBE = 5_000
_NOT_PARTING = r"(?:0|\d{4,})\.\d"  # no point parts thousands there
_DECIMAL = late(_NOT_PARTING)
# A number of a quantity that shows by itself that a point stands before decimals
SHOWN_POINT = rf"^(?:{_NOT_PARTING}|\d+\.\d{{1,2}}$)"
_AMOUNTS = ("quantity", "total")


def date_order(chosen: Sequence[tuple[Grid, tuple[Span, ...]]]) -> str | None:
    """``dmy`` or ``mdy`` when dates in the file prove one of them and none proves the other.

    Where no date does by itself, one that may be the first day of the first year or month that is promised for is it.
    """
    dates = {
        cell
        for grid, _ in chosen
        for cell in _numeric(grid.rows[:PROBE])
        # A date begins with a digit or a space, and both come before the colon
        if cell < ":" and len(cell) < 30 and _DATE.match(cell)  # noqa: PLR2004 - a date, no text
    }
    proofs = set(map(order_of, dates)) - {None}
    first = _first_day(chosen) if dates and not proofs else None
    if first is not None:
        proofs = {order_of(cell, first) for cell in dates} - {None}
    return proofs.pop() if len(proofs) == 1 else None


def _first_day(chosen: Sequence[tuple[Grid, tuple[Span, ...]]]) -> date | None:
    """The first day of the first financial year, or else of the first month, that a heading names, if any does."""
    headings = [column.heading for _, spans in chosen for span in spans for column in span.columns]
    periods = [each.period for each in headings if each.period is not None]
    years = [each.calendar for each in periods if each.calendar and each.financial]
    if years:
        return date(min(years), APRIL, 1)
    parts = [each.part for each in headings if each.part is not None and each.part.kind == "month"]
    return min((date(each.year, each.number, 1) for each in parts if each.year and each.named), default=None)


def shows_comma_decimals(text: str) -> bool:
    """Whether a number can only be read with a comma before its decimals: ``1,5``."""
    return _COMMA.match(text) is not None


def comma_decimals(marks: Collection[str], *, semicolons: bool) -> bool:
    """Whether the file settles that a comma marks decimals; ``marks`` are those of `marks_of`.

    It does when it is cut by semicolons (as spreadsheet programs do where a comma marks decimals), or several of its
    numbers have comma decimals and one has points that part thousands as well, and its numbers hold one comma decimal
    and no point decimal.
    """
    return (semicolons or _SURE.issubset(marks)) and _SURE.union({","}).issuperset(marks) and "," in marks


def doubtful_marks(chosen: Iterable[tuple[Grid, tuple[Span, ...]]], marks: Collection[str], *, semicolons: bool) -> str:
    """The marks that may part thousands or decimals, so that 1.200 or 1,200 has no one meaning.

    A point is one where a comma marks decimals elsewhere, or where semicolons cut the file; a comma where semicolons
    do, unless it is shown to part thousands, and where points are shown to part them. All is settled where a number
    of the file shows a decimal point. A space is one where ``100 150`` may be two numbers, and no other number shows
    that spaces part thousands.
    """
    return _doubtful(chosen, marks, semicolons=semicolons) + (" " if "two" in marks and " " not in marks else "")


def _doubtful(chosen: Iterable[tuple[Grid, tuple[Span, ...]]], marks: Collection[str], *, semicolons: bool) -> str:
    if "." in marks or not (semicolons or "," in marks):
        return ""
    unsure = "," in marks or ("thousands" in marks and not _part_thousands(chosen))
    return ".," if "points" in marks or (semicolons and unsure) else "."


def _part_thousands(chosen: Iterable[tuple[Grid, tuple[Span, ...]]]) -> bool:
    """Whether commas are shown to part thousands: in pounds, or in a column with a number that has no decimals.

    A format of three decimals prints them all, and pounds have two.
    """
    for grid, spans in chosen:
        for span in spans:
            rows = grid.rows[span.body : min(span.stop, span.body + PROBE)]
            for column in zip_longest(*(row.cells for row in rows)):
                texts = [cell.strip() for cell in column if isinstance(cell, str)]
                parted = [text for text in texts if _THOUSANDS.match(text)]
                if parted and ("£" in "".join(parted) or any(map(_WHOLE.fullmatch, texts))):
                    return True
    return False


def parted_amount(chosen: Iterable[tuple[Grid, tuple[Span, ...]]], marks: Collection[str]) -> str:
    """A quantity such as ``1.200`` in a file that shows nowhere whether a point parts thousands; else ``""``."""
    if not {".", ",", "thousands"}.isdisjoint(marks):
        return ""
    texts = [cell.strip() for cell in _amounts(chosen) if isinstance(cell, str)]
    parted = [text for text in texts if is_parted(text.partition(" ")[0])]
    return "" if not parted or any(map(_DECIMAL.match, texts)) else parted[0]


def _amounts(chosen: Iterable[tuple[Grid, tuple[Span, ...]]]) -> Iterator[Raw]:
    for grid, spans in chosen:
        for span in spans:
            of = [column.index for column in span.columns if column.heading.field in _AMOUNTS]
            for row in grid.rows[span.body : min(span.stop, span.body + PROBE)] if of else ():
                yield from (row.cells[at] for at in of if at < len(row.cells))


def marks_of(chosen: Iterable[tuple[Grid, tuple[Span, ...]]]) -> set[str]:
    """The marks of decimals that numbers of the file prove; ``thousands`` where a comma seems to part them.

    ``points`` where points do, as in 1.200,50, and ``several`` where more than one number has decimals behind a comma.
    A space where one parts thousands, ``two`` where it may not; ``muddled`` of 1,200,50.
    """
    marks: set[str] = set()
    for grid, spans in chosen:
        for span in spans:
            rows = grid.rows[span.body : min(span.stop, span.body + PROBE)]
            for cell in _numeric(rows):
                if " " in cell and cell[0] in _NUMERALS:
                    marks.update(("two",) if may_be_two(cell) else (" ",) if _SPACED.fullmatch(cell) else ())
                if "," not in cell and "." not in cell:
                    continue
                if len(cell) < 30 and cell[-1:].isdigit():  # noqa: PLR2004 - a number, no text
                    _mark(cell, marks)
    return marks


def _numeric(rows: list[Row]) -> list[str]:
    """The texts of rows that do not begin with a letter, among which all numbers and dates are."""
    cells = set(chain.from_iterable(row.cells for row in rows))
    return [cell for cell in cells if type(cell) is str and not "A" <= cell < "{"]


def _mark(number: str, marks: set[str]) -> None:
    """Add to the marks what a number proves."""
    if shows_comma_decimals(number):
        marks.add("several" if "," in marks else ",")
        marks.update(("points",) if _PARTED_BY_POINTS.match(number) else ())
    if _POINT.match(number):
        marks.add("thousands" if _THOUSANDS.match(number) else ".")
    elif _MUDDLED.match(number):
        marks.add("muddled")

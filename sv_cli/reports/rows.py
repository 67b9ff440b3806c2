"""Owns the names of commitments by their rows, with their sheets where a bid has several."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from sv_cli.model.bids import Commitment
from sv_cli.model.matches import Match
from sv_cli.model.valuations import Line
from sv_cli.reports.words import shown

_Each = TypeVar("_Each", Line, Match)


def several_sheets(lines: Iterable[Line | Match]) -> bool:
    """Whether the lines are on several sheets, so that a row number alone is ambiguous."""
    return len({each.commitment.sheet for each in lines}) > 1


def under_sheets(some: Iterable[_Each], every: Iterable[_Each]) -> Iterator[tuple[str, _Each]]:
    """Each of ``some`` with the name of its sheet where a new one begins, else with ``""``.

    ``every`` are all lines of the bid, which decide whether it has several sheets.
    """
    several, last = several_sheets(every), ""
    for each in some:
        sheet = each.commitment.sheet
        yield f"Sheet {shown(sheet, 60)}" if several and sheet != last else "", each
        last = sheet


def row_names(every: Iterable[Line]) -> Callable[[Commitment], str]:
    """A function that names a commitment by its row, and its sheet if there are several: ``Row 7 of sheet Lot 2``."""
    if several_sheets(every):
        return lambda one: f"Row {one.at} of sheet {shown(one.sheet, 60)}"
    return lambda one: f"Row {one.at}"

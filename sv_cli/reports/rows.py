"""Owns how commitments are told apart by their rows: with their sheets, where a bid has several."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from sv_cli.model.bids import Commitment
from sv_cli.model.matches import Match
from sv_cli.model.valuations import Line
from sv_cli.reports.words import shown

_Each = TypeVar("_Each", Line, Match)


def several_sheets(lines: Iterable[Line | Match]) -> bool:
    """Whether the lines stand on several sheets, so that a row alone does not say which of them is meant."""
    return len({each.commitment.sheet for each in lines}) > 1


def under_sheets(some: Iterable[_Each], every: Iterable[_Each]) -> Iterator[tuple[str, _Each]]:
    """Each of ``some`` with what to say above it: its sheet, where ``every`` one is on several and another begins."""
    several, last = several_sheets(every), ""
    for each in some:
        sheet = each.commitment.sheet
        yield f"Sheet {shown(sheet, 60)}" if several and sheet != last else "", each
        last = sheet


def row_names(every: Iterable[Line]) -> Callable[[Commitment], str]:
    """Gives a commitment's row, and its sheet where there are several: ``Row 7``, ``Row 7 of sheet Lot 2``."""
    if several_sheets(every):
        return lambda one: f"Row {one.at} of sheet {shown(one.sheet, 60)}"
    return lambda one: f"Row {one.at}"

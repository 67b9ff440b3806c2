"""Owns how commitments are told apart by their rows: with their sheets, where a bid has several."""

from collections.abc import Callable, Iterable, Iterator

from sv_cli.model.bids import Commitment
from sv_cli.reports.words import shown


def several_sheets(commitments: Iterable[Commitment]) -> bool:
    """Whether the commitments stand on several sheets, so that a row alone does not say which of them is meant."""
    return len({each.sheet for each in commitments}) > 1


def sheets_above(some: Iterable[Commitment], every: Iterable[Commitment]) -> Iterator[str]:
    """What to say above each of ``some``: its sheet, where ``every`` one is on several and another begins."""
    several, last = several_sheets(every), ""
    for each in some:
        yield f"Sheet {shown(each.sheet, 60)}" if several and each.sheet != last else ""
        last = each.sheet


def row_names(every: Iterable[Commitment]) -> Callable[[Commitment], str]:
    """Gives a commitment's row, and its sheet where there are several: ``Row 7``, ``Row 7 of sheet Lot 2``."""
    if several_sheets(every):
        return lambda one: f"Row {one.at} of sheet {shown(one.sheet, 60)}"
    return lambda one: f"Row {one.at}"

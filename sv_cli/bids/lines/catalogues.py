"""Owns the warning that the lines of a table list what could be promised: one of each measure, and so many of all."""

from collections.abc import Iterable, Mapping

from sv_cli.bids.tell import Teller
from sv_cli.model.bids import Commitment

FEWEST = 20
"""Lines of fewer measures may well promise the same number each."""
_ALONE = 40  # of so many even where no units tell them apart
_KINDS = 4  # of units that no bidder promises so many of alike: hours, posts, pounds, tonnes


def tell_catalogues(commitments: list[Commitment], tell: Teller) -> None:
    """Warn of each table whose lines are all of different measures, in different units, and of one quantity."""
    if len(commitments) < FEWEST:
        return
    for lines in _by_table(commitments).values():
        first = lines[0]
        if len(lines) >= FEWEST and _are_listed(lines):
            there = Teller(tell.file, first.sheet, tell.found, tell.counts, places=tell.places)
            there.say("list-of-measures", first.row, count=f"{len(lines):,}", quantity=f"{first.quantity:,f}")


def _by_table(commitments: Iterable[Commitment]) -> Mapping[tuple[str, int], list[Commitment]]:
    """The lines that have a quantity, by the sheet and the columns that those of one table share."""
    found: dict[tuple[str, int], list[Commitment]] = {}
    for each in commitments:
        if each.quantity:
            found.setdefault((each.sheet, id(each.columns)), []).append(each)
    return found


def _are_listed(lines: list[Commitment]) -> bool:
    quantity = lines[0].quantity
    if any(each.quantity != quantity for each in lines):
        return False
    references = {each.reference.casefold() for each in lines if each.reference}
    units = {each.unit or each.unit_text for each in lines}
    return len(references) == len(lines) and (len(units) >= _KINDS or len(lines) >= _ALONE)

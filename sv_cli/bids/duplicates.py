"""Owns the warning that one promise seems to be made twice."""

from sv_cli.bids.tell import Teller
from sv_cli.model.bids import Commitment


def tell_duplicates(commitments: list[Commitment], tell: Teller) -> None:
    """Warn of each commitment that says exactly what an earlier one says, in the same sheet or another."""
    if len({commitment.description for commitment in commitments}) == len(commitments):
        return
    by_text: dict[str, Commitment] = {}
    seen: dict[tuple[object, ...], Commitment] = {}
    for commitment in commitments:
        if commitment.reference is None or commitment.quantity is None:
            continue
        alike = by_text.setdefault(commitment.description, commitment)
        if alike is commitment:
            continue  # most texts are said once, and need no closer look
        seen.setdefault(_key(alike), alike)
        first = seen.setdefault(_key(commitment), commitment)
        if first is not commitment and _rest(first) == _rest(commitment):
            where = (
                f"row {first.row}" if first.sheet == commitment.sheet else f"row {first.row} of sheet {first.sheet!r}"
            )
            there = Teller(tell.file, commitment.sheet, tell.found, tell.counts)
            there.say("said-twice", commitment.row, reference=commitment.reference, where=where)


def _key(commitment: Commitment) -> tuple[object, ...]:
    return commitment.reference, commitment.description, commitment.quantity


def _rest(commitment: Commitment) -> tuple[object, ...]:
    """What else tells two promises apart."""
    return (
        commitment.unit,
        commitment.unit_text,
        commitment.tranches,
        commitment.place,
        commitment.start,
        commitment.end,
    )

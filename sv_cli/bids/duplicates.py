"""Owns the warning that one promise seems to be made twice."""

from sv_cli.bids.tell import Teller
from sv_cli.model.bids import Commitment


def tell_duplicates(commitments: list[Commitment], tell: Teller) -> None:
    """Warn of each commitment that says exactly what an earlier one says, in the same sheet or another."""
    seen: dict[tuple[object, ...], Commitment] = {}
    for commitment in commitments:
        if commitment.reference is None or commitment.quantity is None:
            continue
        said = (commitment.reference.casefold(), commitment.description.casefold(), commitment.quantity, commitment.unit,
                commitment.tranches, commitment.place, commitment.start, commitment.end)  # fmt: skip
        first = seen.setdefault(said, commitment)
        if first is not commitment:
            where = f"row {first.row}" if first.sheet == commitment.sheet else f"row {first.row} of sheet {first.sheet!r}"
            there = Teller(tell.file, commitment.sheet, tell.found)
            there.say("said-twice", commitment.row, reference=commitment.reference, where=where)

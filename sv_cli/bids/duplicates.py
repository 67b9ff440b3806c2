"""Owns the warnings that one promise seems to be made twice: in the same words, or whole and in its parts."""

from collections.abc import Iterator
from decimal import Decimal

from sv_cli.bids.tell import Teller
from sv_cli.model.bids import Commitment

_FEWEST_PARTS = 2
_LISTED = 3


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
            there = Teller(tell.file, commitment.sheet, tell.found, tell.counts)
            where = _where(first, commitment)
            there.say("said-twice", commitment.row, reference=commitment.reference, where=where)


def tell_parts(commitments: list[Commitment], tell: Teller) -> None:
    """Warn of each quantity that is what several lines of its reference in other tables come to."""
    of_one: dict[tuple[str, str | None], list[Commitment]] = {}
    for each in commitments:
        if each.reference is not None and each.quantity:
            of_one.setdefault((each.reference, each.unit), []).append(each)
    for (reference, _), lines in of_one.items():
        for whole, parts in _wholes(lines):
            listed = " and ".join(_where(part, whole) for part in parts[:_LISTED])
            rest = f" and {len(parts) - _LISTED} more" if len(parts) > _LISTED else ""
            there = Teller(tell.file, whole.sheet, tell.found, tell.counts)
            there.say("said-in-parts", whole.row, reference=reference, quantity=f"{whole.quantity:f}",
                      where=listed + rest)  # fmt: skip


def _wholes(lines: list[Commitment]) -> Iterator[tuple[Commitment, list[Commitment]]]:
    """The lines alone in their table that are what those of the other tables come to, with these."""
    by_table: dict[tuple[str, int], list[Commitment]] = {}
    for each in lines:
        by_table.setdefault((each.sheet, id(each.columns)), []).append(each)
    everything = sum((each.quantity or Decimal(0) for each in lines), Decimal(0))
    for alone in by_table.values() if len(by_table) > 1 and len(lines) > _FEWEST_PARTS else ():
        if len(alone) == 1 and alone[0].quantity is not None and alone[0].quantity * 2 == everything:
            yield alone[0], [each for each in lines if each is not alone[0]]


def _where(line: Commitment, other: Commitment) -> str:
    return f"row {line.row}" if line.sheet == other.sheet else f"row {line.row} of sheet {line.sheet!r}"


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

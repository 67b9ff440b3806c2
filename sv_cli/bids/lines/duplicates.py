"""Owns the warnings that one promise seems to be made twice: in the same words, or whole and in its parts."""

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from operator import eq

from msgspec.structs import replace

from sv_cli.bids.cells.parts import find_slice
from sv_cli.bids.tell import Teller
from sv_cli.bids.terms.codes import looked_up
from sv_cli.late import late
from sv_cli.model.bids import Cell, Commitment

_LISTED = 3
_MOST = 30  # tables, each of which is held against every other
OF_ONE = range(3, 100)  # a line and its parts; nobody writes out the parts of more

# “Volunteering, all sites” below those of each
_OF_ALL = late(r"\b(?:all|both|overall|altogether|combined|together|in total|across)\b", re.IGNORECASE)

_Place = tuple[str, int]  # a table, by its sheet and the columns that its lines share


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
        seen.setdefault(_said(alike), alike)
        first = seen.setdefault(_said(commitment), commitment)
        if first is not commitment and _is_said_twice(first, commitment):
            there = Teller(tell.file, commitment.sheet, tell.found, tell.counts)
            where = _where(first, commitment, tell)
            there.say("said-twice", commitment.row, reference=commitment.reference, where=where)


def tell_totals(commitments: list[Commitment], labelled: Collection[int], tell: Teller) -> None:
    """Warn of each line labelled as a total that is what the lines of its reference below it come to."""
    of_one: dict[str | None, list[Commitment]] = {}
    for each in commitments:
        if each.row not in labelled:
            of_one.setdefault(looked_up(each.reference), []).append(each)
    sums = {reference: _sum(lines) for reference, lines in of_one.items()}
    for whole in commitments:
        if whole.row in labelled and whole.quantity and sums.get(looked_up(whole.reference)) == whole.quantity:
            _say_parts(whole, of_one[looked_up(whole.reference)], tell)


def tell_parents(commitments: list[Commitment], tell: Teller) -> None:
    """Warn of a line that is what those of its reference below it come to, or above in the same text or as all."""
    keys = {reference: looked_up(reference) for reference in {each.reference for each in commitments}}
    references = [keys[each.reference] for each in commitments]
    if not any(map(eq, references, references[1:])):
        return  # as in most bids: no two lines of one reference stand together
    for reference, same in groupby(commitments, lambda each: keys[each.reference]):
        lines = list(same)
        if reference is None or len(lines) not in OF_ONE or lines[0].sheet != lines[-1].sheet:
            continue
        if len({each.unit for each in lines}) > 1 or not all(each.quantity for each in lines):
            continue
        first, *others = lines
        if _sum(others) == first.quantity:
            _say_parts(first, others, tell)
        *parts, last = lines
        alike = len({each.description for each in lines}) == 1
        if _sum(parts) == last.quantity and (alike or _OF_ALL.search(last.description)):
            _say_parts(last, parts, tell)


def tell_parts(commitments: list[Commitment], tell: Teller) -> None:
    """Warn of each quantity that is what lines of its reference in other tables come to."""
    of_one: dict[str, dict[_Place, list[Commitment]]] = {}
    sums: dict[_Place, dict[str, Decimal]] = {}
    for each in commitments:
        reference, place = looked_up(each.reference), (each.sheet, id(each.columns))
        if reference is not None and each.quantity:
            of_one.setdefault(reference, {}).setdefault(place, []).append(each)
            summed = sums.setdefault(place, {})
            summed[reference] = summed.get(reference, Decimal(0)) + each.quantity
    again = _saying_again(sums)
    for tables in of_one.values():
        for whole, parts in _wholes(tables, again):
            _say_parts(whole, parts, tell)


def _say_parts(whole: Commitment, parts: list[Commitment], tell: Teller) -> None:
    listed = " and ".join(_where(part, whole, tell) for part in parts[:_LISTED])
    rest = f" and {len(parts) - _LISTED} more" if len(parts) > _LISTED else ""
    there = Teller(tell.file, whole.sheet, tell.found, tell.counts, places=tell.places)
    there.say("said-in-parts", whole.row, reference=whole.reference, quantity=f"{whole.quantity:,f}",
              where=listed + rest)  # fmt: skip


def _wholes(
    tables: dict[_Place, list[Commitment]], again: frozenset[_Place]
) -> Iterator[tuple[Commitment, list[Commitment]]]:
    """The lines of a reference that are alone in their table and come to what all others do, with these."""
    lines = [each for one in tables.values() for each in one]
    everything = _sum(lines)
    for place, alone in tables.items() if len(tables) > 1 else ():
        if len(alone) > 1 or _sum(alone) * 2 != everything:
            continue
        others = [each for each in lines if each is not alone[0]]
        if _are_slices(alone[0], others):
            continue
        if len(others) > 1 or (place in again and _is_untold(alone[0], others[0])):
            yield alone[0], others


def _is_untold(one: Commitment, other: Commitment) -> bool:
    """Whether two lines of one quantity may be one, and no duplicate is told of: in other words, or one says less."""
    if one.description != other.description:
        return True
    times = [{tranche.period for tranche in each.tranches} - {None} for each in (one, other)]
    apart = (one.place, one.start, one.end) != (other.place, other.start, other.end)
    apart = apart or (one.unit != other.unit and None not in (one.unit, other.unit))
    return not (apart or (all(times) and times[0] != times[1])) and not _is_said_twice(one, other)


def _are_slices(whole: Commitment, parts: list[Commitment]) -> bool:
    """Whether lines are on sheets of a lot or a partner each: what one promises may well be what two others do."""
    sheets = {whole.sheet, *(part.sheet for part in parts)}
    return len(sheets) == len(parts) + 1 and all(map(find_slice, sheets))


def _saying_again(sums: Mapping[_Place, Mapping[str, Decimal]]) -> frozenset[_Place]:
    """The tables that say mostly what one before says; ``sums`` are what the lines of each reference come to."""
    places = [*sums][:_MOST]
    return frozenset(
        place for at, place in enumerate(places) if any(_says_mostly(sums[place], sums[one]) for one in places[:at])
    )


def _says_mostly(one: Mapping[str, Decimal], other: Mapping[str, Decimal]) -> bool:
    """Whether one of two tables has all references of the other, several, and most come to the same in both."""
    shared = one.keys() & other.keys()
    if len(shared) < min(len(one), len(other)) or len(shared) == 1:
        return False
    return sum(one[each] == other[each] for each in shared) * 2 > len(shared)


def _sum(lines: list[Commitment]) -> Decimal:
    return sum((each.quantity or Decimal(0) for each in lines), Decimal(0))


def _where(line: Commitment, other: Commitment, tell: Teller) -> str:
    begins = tell.places.get((line.row, 0))  # of a line that is not yet put where it stands in a form
    at = line.at if begins is None else Cell("", *begins).address
    return f"row {at}" if line.sheet == other.sheet else f"row {at} of sheet {line.sheet!r}"


def _said(commitment: Commitment) -> tuple[object, ...]:
    return looked_up(commitment.reference), commitment.description, commitment.quantity


def _is_said_twice(one: Commitment, other: Commitment) -> bool:
    """Whether nothing tells two lines of the same words apart; on another sheet it may name no unit."""
    if one.sheet != other.sheet and None in (one.unit_text, other.unit_text):
        one, other = (replace(each, unit=None, unit_text=None) for each in (one, other))
    return _rest(one) == _rest(other)


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

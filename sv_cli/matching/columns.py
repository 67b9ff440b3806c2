"""Owns the cells that a copy of the bid gains: for each table and row the proposals, and the columns they go into."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sv_cli.bids.chosen import BESIDE, REFERENCE, first_row
from sv_cli.model.bids import CHOICE, Table
from sv_cli.model.matches import Match, Matching, Proposal, State

_HEADS = (REFERENCE, *BESIDE)


class UnwritableError(Exception):
    """The bid cannot be copied with more cells; the text says why."""


class Addition(Struct, frozen=True):
    """Cells to be added to a row: the proposed reference, then status, confidence, reasons, and other proposals.

    ``open`` says that a person has to fill in or check the reference, and ``options`` are the ids to choose from.
    """

    row: int
    texts: tuple[str, ...]
    open: bool = False
    options: tuple[str, ...] = ()


class Gain(Struct, frozen=True):
    """The cells that one table, or one card of a form, gains, and the rows of that table."""

    sheet: str
    header_row: int
    last_row: int
    additions: tuple[Addition, ...]
    card: bool = False


def gains(matching: Matching) -> Iterator[Gain]:
    """What each table of the bid gains; raises UnwritableError where the bid has such columns already.

    The bid's own column of references stays as it is, so that no word or formula in it is overwritten.
    """
    tables = matching.bid.tables
    if any(CHOICE in table.columns for table in tables):
        raise UnwritableError("it is a copy that already has these columns; choose in it, or delete the columns first")
    for table in tables:
        mine = [match for match in matching.matches if _within(match, table)]
        if table.form:
            yield from _beside_cards(table, mine)
        else:
            additions = (
                Addition(table.header_row, _HEADS),
                *(_addition(match, match.commitment.row) for match in mine),
            )
            yield Gain(table.sheet, table.header_row, table.last_row, additions)


def _beside_cards(table: Table, matches: list[Match]) -> Iterator[Gain]:
    """What a form gains: headings beside each card's first row, and below them a row for each of its commitments."""
    cards: dict[int, list[Match]] = {}
    for match in matches:
        cards.setdefault(first_row(match.commitment), []).append(match)
    for first, mine in cards.items():
        several = len(mine) > 1
        added = (_addition(match, row, named=several) for row, match in enumerate(mine, start=first + 1))
        yield Gain(table.sheet, first, first + len(mine), (Addition(first, _HEADS), *added), card=True)


def placed(gained: Sequence[Gain], last: int) -> Iterator[tuple[int, Gain]]:
    """Each gain with its first column (from 1), after the sheet's ``last``; tables side by side get columns apart."""
    for at, gain in enumerate(gained):
        beside = [each for each in gained[:at] if each.header_row <= gain.last_row and gain.header_row <= each.last_row]
        yield last + 1 + len(beside) * len(_HEADS), gain


def _within(match: Match, table: Table) -> bool:
    commitment = match.commitment
    return commitment.sheet == table.sheet and table.first_row <= commitment.row <= table.last_row


def _addition(match: Match, row: int, *, named: bool = False) -> Addition:
    """What the row ``row`` gains for a match; ``named`` adds the commitment's address, where the row does not."""
    options = tuple(each.proxy.id for each in match.proposals)
    proposed = options[0] if match.state is State.PROPOSED else ""
    state, *reasons = _review(match)
    status = f"{match.commitment.at}: {state}" if named else state
    return Addition(row, (proposed, status, *reasons), match.state is not State.NAMED, options)


def _review(match: Match) -> tuple[str, str, str, str]:
    if match.state is State.NAMED:
        return ("reference unchanged", "", "", "")
    if not match.proposals:
        return ("nothing found", "", "", "")
    best, *others = match.proposals
    if match.state is State.PROPOSED:
        return ("filled in: please check", f"{best.confidence} %", "; ".join(best.reasons), _listed(others))
    return ("please choose", f"{best.confidence} %", "; ".join(best.reasons), _listed(match.proposals))


def _listed(proposals: list[Proposal] | tuple[Proposal, ...]) -> str:
    return "; ".join(f"{each.proxy.id} ({each.confidence} %)" for each in proposals)

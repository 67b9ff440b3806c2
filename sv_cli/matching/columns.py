"""Owns what a copy of the bid gains: per table and row, the cells of the proposals and the column they stand in."""

from collections.abc import Iterator

from msgspec import Struct

from sv_cli.model.bids import Table
from sv_cli.model.matches import Match, Matching, Proposal, State

REFERENCE = "Reference"
ADDED = ("Match", "Match confidence", "Match reasons", "Match alternatives")


class UnwritableError(Exception):
    """The bid is of a kind that no cells are put into; the text says why."""


class Filling(Struct, frozen=True):
    """A cell of the reference column to be filled in, where it is empty."""

    row: int
    column: int
    text: str


class Addition(Struct, frozen=True):
    """Cells to be added at the right end of a row, from the first free column of its table."""

    row: int
    texts: tuple[str, ...]


class Gain(Struct, frozen=True):
    """What one table gains: where it stands, the cells that are filled, the cells that are added."""

    sheet: str
    header_row: int
    last_row: int
    fillings: tuple[Filling, ...]
    additions: tuple[Addition, ...]


def gains(matching: Matching) -> Iterator[Gain]:
    """What each table of the bid gains; raises UnwritableError where it is a form, which has no columns to add."""
    if any(table.form for table in matching.bid.tables):
        raise UnwritableError("its commitments stand in a form, which has no rows to add cells to")
    for table in matching.bid.tables:
        mine = [match for match in matching.matches if _within(match, table)]
        own_column = "reference" in table.columns
        heads = ADDED if own_column else (REFERENCE, *ADDED)
        additions = [Addition(table.header_row, heads)]
        additions += [Addition(match.commitment.row, _texts(match, own_column=own_column)) for match in mine]
        fillings = [filling for match in mine if own_column and (filling := _filling(match))]
        yield Gain(table.sheet, table.header_row, table.last_row, tuple(fillings), tuple(additions))


def _within(match: Match, table: Table) -> bool:
    commitment = match.commitment
    return commitment.sheet == table.sheet and table.first_row <= commitment.row <= table.last_row


def _filling(match: Match) -> Filling | None:
    cell = match.commitment.cell("reference")
    if match.state is not State.PROPOSED or cell is None:
        return None
    return Filling(match.commitment.row, cell.column, match.proposals[0].proxy.id)


def _texts(match: Match, *, own_column: bool) -> tuple[str, ...]:
    proposed = match.state is State.PROPOSED
    filled = () if own_column else (match.proposals[0].proxy.id if proposed else "",)
    return (*filled, *_review(match))


def _review(match: Match) -> tuple[str, str, str, str]:
    if match.state is State.NAMED:
        return ("reference as it was", "", "", "")
    if not match.proposals:
        return ("nothing found", "", "", "")
    best, *others = match.proposals
    if match.state is State.PROPOSED:
        return ("filled in: please check", f"{best.confidence} %", "; ".join(best.reasons), _listed(others))
    return ("please choose", f"{best.confidence} %", "; ".join(best.reasons), _listed(match.proposals))


def _listed(proposals: list[Proposal] | tuple[Proposal, ...]) -> str:
    return "; ".join(f"{each.proxy.id} ({each.confidence} %)" for each in proposals)

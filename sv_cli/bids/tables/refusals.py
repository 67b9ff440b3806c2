"""Owns columns of texts that say of some lines that they are not offered, whatever they are headed."""

from collections.abc import Iterator

from sv_cli.bids.cells.text import normal
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.find import Span
from sv_cli.bids.tables.heading import Heading
from sv_cli.bids.tables.held import Column
from sv_cli.bids.terms.standing import is_open, takes_back
from sv_cli.bids.terms.words import is_of_the_line

_ANSWERING = frozenset(("offer", "bid", "commitment", "response", "answer", "proposal", "submission", "pledge"))
_REFUSING = Heading("status", "its cells say what is not offered")


def place_refusals(by_field: dict[str, list[Column]], span: Span, rows: list[Row]) -> None:
    """A further column of texts, such as ``Our response``, in which a line is ``Not offered``, says how lines stand."""
    for column in _candidates(by_field, span):
        free = next((name for name in ("status", "agreed") if name not in by_field), None)
        if free and _takes_back(column, rows):
            by_field[free] = [column]


def _candidates(by_field: dict[str, list[Column]], span: Span) -> Iterator[Column]:
    """The columns of unknown names, and those that describe a line or its outcome beside another that does."""
    yield from (Column(at, text, _REFUSING) for at, text in span.unknown)
    described = by_field.get("description", [])
    further = [*(described if len(described) > 1 else ()), *by_field.get("outcome", [])]
    yield from (Column(column.index, column.text, _REFUSING) for column in further)


def _takes_back(column: Column, rows: list[Row]) -> bool:
    texts = {cell for row in rows if column.index < len(row.cells) and isinstance(cell := row.cells[column.index], str)}
    if any(map(takes_back, texts)):
        return is_of_the_line(column.text)
    return not _ANSWERING.isdisjoint(normal(column.text).split(" ")) and any(map(is_open, texts))

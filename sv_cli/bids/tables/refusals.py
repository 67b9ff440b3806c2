"""Owns columns of texts that say of some lines that they are not offered, whatever they are headed."""

import re
from collections.abc import Iterator

from sv_cli.bids.cells.text import normal
from sv_cli.bids.late import late
from sv_cli.bids.sheets.grid import Row, cell_at
from sv_cli.bids.tables.find import Span
from sv_cli.bids.tables.heading import Heading
from sv_cli.bids.tables.held import Column, are_amounts
from sv_cli.bids.terms.standing import is_open, takes_back
from sv_cli.bids.terms.words import is_of_the_line, is_rate

_ANSWERING = frozenset(("offer", "bid", "commitment", "response", "answer", "proposal", "submission", "pledge"))
_WAITING = late(
    r"(?:conditional|contingent|dependent) (?:up)?on|subject to"
    r"|(?:duplicate|part|subset|component) of(?: (?:line|row|item|ref|measure))?"
    r"|(?:already|double) (?:included|counted|covered)\b.*"
    r"|(?:included|counted|covered) (?:elsewhere|(?:in|under|by) (?:another|other|which|line|row|ref)\b.*)"
)
_OF_PACE = late(r"\b(?:basis|rate|per|unit|units|qty|quantity|pace)\b")
_OF_ELSE = late(r"report|monitor|review|evidence|pay|invoice|meeting|audit|check|updat", re.IGNORECASE)
_PACE = Heading("timing", "its cells say how often")
_TRUTHS = frozenset((None, "", 0, 1, "0", "1"))
_REFUSING = Heading("status", "its cells say what is not offered")


def is_waiting(text: str) -> bool:
    """Whether a heading asks what a line waits for, or which other line counts it."""
    return _WAITING.fullmatch(normal(text)) is not None


def place_refusals(by_field: dict[str, list[Column]], span: Span, rows: list[Row]) -> None:
    """A further column of texts, such as ``Our response``, in which a line is ``Not offered``, says how lines stand."""
    _place_agreed(by_field, rows)
    for column in _candidates(by_field, span):
        free = next((name for name in ("status", "agreed") if name not in by_field), None)
        if free and _takes_back(column, rows):
            by_field[free] = [column]
    waiting = [Column(at, text, _REFUSING) for at, text in span.unknown if is_waiting(text)]
    if waiting:
        by_field["waiting"] = waiting[:1]
    _place_paces(by_field, span, rows)


def _place_agreed(by_field: dict[str, list[Column]], rows: list[Row]) -> None:
    """``Agreed`` over amounts, and not over yes and no, may be the quantity as well as what stands beside it."""
    agreed = [column for column in by_field.get("agreed", []) if are_amounts(column, rows)]
    for column in agreed if "quantity" in by_field else ():
        if not {cell_at(row, column.index) for row in rows} <= _TRUTHS:
            by_field["quantity"] = [*by_field["quantity"], column]
            by_field.pop("agreed", None)


def _place_paces(by_field: dict[str, list[Column]], span: Span, rows: list[Row]) -> None:
    """``Unit basis`` or ``Rate`` over ``per month`` tells of the quantity, as a column of no known name may."""
    texts = [*span.unknown, *((each.index, each.text) for each in by_field.get("own_unit_value", []))]
    named = [(at, text) for at, text in texts if _OF_PACE.search(normal(text)) and not _OF_ELSE.search(text)]
    for at, text in named if not {"timing", "basis"} & by_field.keys() else ():
        said = {normal(cell) for row in rows if at < len(row.cells) and isinstance(cell := row.cells[at], str)} - {""}
        if said and all(map(is_rate, said)):
            by_field["timing"] = [Column(at, text, _PACE)]
            return


def _candidates(by_field: dict[str, list[Column]], span: Span) -> Iterator[Column]:
    """The columns of unknown names, and those that describe a line or its outcome beside another that does."""
    yield from (Column(at, text, _REFUSING) for at, text in span.unknown)
    described = by_field.get("description", [])
    further = [*(described if len(described) > 1 else ()), *by_field.get("outcome", []), *by_field.get("theme", [])]
    yield from (Column(column.index, column.text, _REFUSING) for column in further)


def _takes_back(column: Column, rows: list[Row]) -> bool:
    texts = {cell for row in rows if column.index < len(row.cells) and isinstance(cell := row.cells[column.index], str)}
    if any(map(takes_back, texts)):
        return is_of_the_line(column.text)
    return not _ANSWERING.isdisjoint(normal(column.text).split(" ")) and any(map(is_open, texts))

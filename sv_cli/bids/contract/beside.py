"""Owns what stands beside facts: more values of their kind, lists whose headings label none, a table above them."""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec.structs import replace

from sv_cli.bids.cells.looks import is_amount
from sv_cli.bids.cells.text import folded
from sv_cli.bids.sheets.grid import Raw, Row, cell_at, filled_cells, filled_places
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.terms.closing import is_signed
from sv_cli.bids.terms.labels import named_fact

_FEWEST = 3  # headings; two cells are a label and its value
_LINES = 2  # below them; one line says the facts of one contract
_LABELLED = 2  # a label and its value
RIVALLED = frozenset(("value", "years", "start", "end"))
_REACH = 12

Found = tuple[Raw, int, int]  # a cell with its row number and its 0-based column


def heads_list(by_number: Mapping[int, Row], number: int, labels: Mapping[str, str]) -> bool:
    """Whether a row is headings over lines of which a column holds numbers or dates.

    Where each number stands right of a text, these may be labels too: ``Region | North West`` over ``Staff | 20``.
    """
    head, lines = by_number[number], [by_number.get(number + 1 + step) for step in range(_LINES)]
    texts = filled_cells(head)
    headings = all(isinstance(cell, str) and ":" not in cell and not _has_digit(cell) for cell in texts)
    if len(texts) < _FEWEST or not headings:
        return False
    named = [named_fact(folded(str(cell)), labels) is not None for cell in texts]
    paired = not any(map(min, named, named[1:]))  # of labels next to each other none has its value to its right
    kinds = [_is_line(row, head, labels, paired=paired) for row in lines if row is not None]
    return len(kinds) == _LINES and None not in kinds and (paired or kinds[0] == kinds[1])


def _is_line(row: Row, head: Row, labels: Mapping[str, str], *, paired: bool) -> list[bool] | None:
    """Which cells are texts, where a row below headings holds amounts and no label; else None.

    Where the headings may be ``paired`` with values, the amounts may not each stand right of a text.
    """
    filled = filled_places(row)
    if len(filled) < _FEWEST or not all(at < len(head.cells) and head.cells[at] not in (None, "") for at in filled):
        return None
    kinds = [_is_words(row.cells[at]) for at in filled]
    if paired and (all(kinds) or kinds == [at % 2 == 0 for at in range(len(kinds))]):
        return None
    texts = [cell for cell in row.cells if isinstance(cell, str)]
    if all(kinds) and not any(map(_has_digit, texts)):
        return None  # these may be headings themselves
    return None if any(named_fact(folded(cell).partition(":")[0], labels) for cell in texts) else kinds


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _is_words(cell: Raw) -> bool:
    """Whether a cell is a text that does not begin as an amount or a date does."""
    return isinstance(cell, str) and not cell.lstrip(" \u00a3")[:1].isdigit()


def rivals(by_number: dict[int, Row], label: int, value: Found) -> Iterator[Found]:
    """The cells beside a fact's value, or below it, that are of the same kind: two dates behind ``Start``."""
    raw, number, column = value
    beside = number == label
    for step in range(1, _REACH):
        at = (number, column + step) if beside else (number + step, column)
        row = by_number.get(at[0])
        cell = None if row is None else cell_at(row, at[1])
        if cell in (None, "") and beside:
            continue
        if not _is_alike(raw, cell):
            return
        yield cell, *at


def _is_alike(one: Raw, other: Raw) -> bool:
    if isinstance(one, date) or isinstance(other, date):
        return isinstance(one, date) and isinstance(other, date)
    return is_amount(one) and is_amount(other)


def without_facts(span: Span, rows: list[Row], labels: Mapping[str, str]) -> Span:
    """The table without the labels of facts and their values that stand in its last rows, below all its lines."""
    stop = span.stop
    for at in range(span.stop - 1, span.body, -1):
        held = filled_cells(rows[at])
        label = folded(held[0]).partition(":")[0] if len(held) == _LABELLED and isinstance(held[0], str) else ""
        if label and named_fact(label, labels):
            stop = at
        elif held and not is_signed([label] if label else [], len(held)):
            break
    return span if stop == span.stop else replace(span, stop=stop)

"""Owns printed lists: tables whose lines somebody else wrote, and of which a bidder fills in a few."""

import re
from collections.abc import Iterable

from sv_cli.bids.cells.looks import CROSSES, says_none, says_not_offered
from sv_cli.bids.cells.text import normal, shown_text
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.sheets.grid import Grid, Raw, Row, Uncached, cell_at, column_at, filled_cells
from sv_cli.bids.tables.less.refusals import is_declining
from sv_cli.bids.tables.less.ticks import is_of_boxes
from sv_cli.bids.terms.codes import is_coded
from sv_cli.bids.terms.standing import STANDINGS
from sv_cli.bids.terms.standing_words import NOT_PROMISED
from sv_cli.late import late
from sv_cli.model.bids import Cell

# What a bidder fills in; the rest of a printed list is there before
_OWN = ("quantity", "total", "cost", "owner", "start", "end", "place", "year", "duration", "evidence")
_ASKED = ("required", "to be provided", "verification")  # evidence that the buyer asks for is no entry
_DECLINING = frozenset(("false", "no", "n", "not offered", "declined", *CROSSES))
_OFFERING = frozenset(("offer", "offered", "bid"))
FEWEST = 5
_FEWEST_BLANK = 2
_SHARE = 3
_LISTED = 20
_NOUGHT = late(r"[^1-9]*0[^1-9]*$|\s*(?:nil|zero|nought)\b", re.IGNORECASE)
_LONGEST_NOUGHT = 30


def unfilled_rows(table: Sheeted, rows: list[Row]) -> frozenset[int]:
    """The numbers of the rows with a reference that nothing was entered in, when the table is a list to choose from.

    It is when a third of its rows and at least five are empty, and some are not; a quantity of 0, as a form's own sum
    over the years comes to, is as good as none there. Otherwise a row without a quantity is a promise that lacks one,
    unless the sheet itself works out that the row is worth nothing, or the row's own answer is no. So is a table in
    which nobody filled in anything, where another one has amounts.
    """
    layout = table.layout
    reference = layout.columns.get("reference")
    if reference is None or table.merged_amounts or layout.clashes:
        return frozenset()
    own = _own_columns(table)
    amounts = [own[name] for name in ("quantity", "total") if name in own]
    amounts += [column.index for column in (*(column for column, _ in layout.years), *layout.matrix)]
    idle = [row for row in _without_amounts(table, rows, amounts) if not _holds_nothing(row, reference.index)]
    notes = sum(_is_note(row) for row in idle)  # below a table, or between its lines
    idle = [row for row in idle if not _is_note(row)] if notes else idle
    if not idle:
        return frozenset()
    named = sum(not _is_nothing(cell) for cell in column_at(rows, reference.index)) - notes
    unoffered = _without_amounts(table, idle, [index for index in own.values() if index not in amounts])
    if _are_left_of_list(unoffered, named):
        return _numbers(unoffered)
    open_rows = [row for row in idle if all(_holds_nothing(row, index) for index in amounts)]
    empty = [row for row in open_rows if all(_holds_nothing(row, index) for index in own.values())]
    if _are_left_of_list(empty, named):
        return _numbers(empty)
    # Why it is not offered may stand beside the answer
    certain = _numbers(row for row in empty if _comes_to_nothing(table, row))
    certain |= _numbers(row for row in open_rows if _is_declined(table, row))
    enough = named >= _FEWEST_BLANK if table.beside else len(certain) >= max(FEWEST, named / 2)
    if len(empty) == named and enough:
        return _numbers(empty)  # a form that the sheet itself says nobody filled in, or that of a lot not bid for
    return certain if len(certain) < named else frozenset()


def _is_note(row: Row) -> bool:
    """Whether a row holds one text alone that is no code, and so lists nothing."""
    text, *others = filled_cells(row)
    return not others and isinstance(text, str) and not is_coded(text)


def _are_left_of_list(left: list[Row], named: int) -> bool:
    """Whether so many rows are empty, of those that name something, that the table is a list to choose from."""
    return FEWEST <= len(left) < named and len(left) * _SHARE >= named


def _numbers(rows: Iterable[Row]) -> frozenset[int]:
    return frozenset(row.number for row in rows)


def may_be_idle(quantity: str) -> bool:
    """Whether a text that stands for a quantity may say that nothing is offered, in words or as an amount of 0."""
    return says_none(quantity) or _may_be_nought(quantity)


def _may_be_nought(text: str) -> bool:
    return len(text) <= _LONGEST_NOUGHT and _NOUGHT.match(text) is not None


def _without_amounts(table: Sheeted, rows: list[Row], columns: list[int]) -> list[Row]:
    """The rows whose cells of some columns are all empty or 0."""
    for index in columns:
        held = column_at(rows, index)
        plain = not set(map(type, held)) - {float} and 0 not in held
        nothing = set() if plain else {cell for cell in set(held) if _is_nothing(cell) or _is_nought(table, cell)}
        rows = [row for row, cell in zip(rows, held, strict=True) if cell in nothing] if nothing else []
    return rows


def _is_nought(table: Sheeted, cell: Raw) -> bool:
    """Whether a cell says 0: ``0``, ``£0.00``, ``0 hours``, ``nil``."""
    if not isinstance(cell, str):
        return getattr(cell, "value", cell) == 0
    return _may_be_nought(cell) and table.tools.numbers.read(cell).value == 0


def _comes_to_nothing(table: Sheeted, row: Row) -> bool:
    """Whether the sheet's own value of the row is nought, as it is when it multiplies by the empty quantity."""
    worth = table.raw(row, "own_total")
    quantity = table.layout.columns.get("quantity")
    if isinstance(worth, Uncached) and quantity is not None:
        factors = worth.formula.replace("$", "").split("*")
        return len(factors) > 1 and Cell("", row.number, quantity.index + 1).address in factors
    return table.tools.numbers.read(worth).value == 0


def _is_declined(table: Sheeted, row: Row) -> bool:
    """Whether a tick box or a word in the row or beside it says that it is not offered; a box may be left open."""
    standings = [shown_text(table.raw(row, name)).casefold() for name in ("status", "agreed")]
    boxes = table.layout.columns.get("status")
    unticked = boxes is not None and not standings[0] and is_of_boxes(boxes.text)
    amounts = (table.raw(row, name) for name in ("quantity", "total"))
    said = any(isinstance(amount, str) and says_not_offered(amount) for amount in amounts)
    said = said or _refuses(normal(shown_text(table.raw(row, "evidence"))))
    waiting = table.layout.columns.get("waiting")
    mark = shown_text(table.raw(row, "waiting"))
    marked = waiting is not None and is_declining(waiting.text) and STANDINGS["waiting"](mark)
    return unticked or said or marked or any(standing in _DECLINING for standing in standings)


def _refuses(note: str) -> bool:
    """Whether a note beside an empty amount says why: ``Not offered``, ``No bid``."""
    return note in NOT_PROMISED and not _OFFERING.isdisjoint(note.split(" "))


def called(numbers: list[int], grid: Grid) -> str:
    """Rows in words: their numbers, or the cells at which the records of a form begin."""
    return ", ".join(map(grid.line, numbers[:_LISTED])) if grid.places else _in_runs(numbers)


def _in_runs(numbers: list[int]) -> str:
    """Row numbers in words: ``2–3, 5, 7–9``; after the runs that are listed an ellipsis."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    said = [str(first) if first == last else f"{first}\u2013{last}" for first, last in runs[:_LISTED]]
    return ", ".join([*said, "\u2026"] if len(runs) > _LISTED else said)


def _own_columns(table: Sheeted) -> dict[str, int]:
    columns = table.layout.columns
    return {
        name: columns[name].index
        for name in _OWN
        if name in columns and not any(word in columns[name].text.casefold() for word in _ASKED)
    }


def _holds_nothing(row: Row, index: int) -> bool:
    return _is_nothing(cell_at(row, index))


def _is_nothing(cell: Raw) -> bool:
    if isinstance(cell, str):
        return not cell.strip() or says_none(cell)
    return cell is None

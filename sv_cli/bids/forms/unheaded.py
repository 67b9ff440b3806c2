"""Owns lists that no row heads, and whose cells say what they are: ``NT17 | Talks in schools | 40 hours``.

They are read strictly, or not at all, and only where the bid has no table of promises.
"""

from itertools import takewhile

from msgspec.structs import replace

from sv_cli.bids.cells.looks import count_up, is_amount, is_blank
from sv_cli.bids.cells.text import folded, normal, shown_text
from sv_cli.bids.desk import Desk
from sv_cli.bids.forms.form import Draft, Form
from sv_cli.bids.sheets.grid import Grid, Raw, Row, cell_at
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.terms.codes import is_surely_code
from sv_cli.bids.terms.rates import is_rate

_MOST_ROWS, _WIDEST, _REACH, _FEWEST = 3_000, 12, 30, 2
_HEADS = {"reference": "Ref", "description": "Description", "quantity": "Quantity", "unit": "Unit", "number": "No."}


def find_unheaded(grid: Grid, desk: Desk) -> Form | None:
    """Such a list as a table below a heading; None where there is none, or its columns cannot be told for sure."""
    if grid.places or grid.hidden or grid.hidden_rows or grid.hidden_columns or grid.struck or grid.comments:
        return None
    for at, row in enumerate(grid.rows[:_REACH]):
        code = next((each for each, cell in enumerate(row.cells[:_WIDEST]) if _is_code(cell)), None)
        if code is not None:
            block = _block(grid.rows[at : at + _MOST_ROWS], code)
            fields = _fields_of([each for each in block if not _is_total(each, code, desk)], code, desk)
            goes_on = any(_is_code(cell_at(each, code)) for each in grid.rows[at + len(block) :])
            return _form(grid, at, fields, block, desk) if fields and not goes_on else None
        if sum(not is_blank(cell) for cell in row.cells) > _FEWEST:
            return None  # it may head what is below it, in words that are not known
    return None


def _is_code(cell: Raw) -> bool:
    return isinstance(cell, str) and is_surely_code(folded(cell))


def _block(rows: list[Row], code: int) -> list[Row]:
    """The rows from the first of a list to the gap after which none has a code."""
    return [*rows[:1], *takewhile(lambda row: not row.after_gap or _is_code(cell_at(row, code)), rows[1:])]


def _is_total(row: Row, code: int, desk: Desk) -> bool:
    texts = (cell for cell in row.cells[:_WIDEST] if isinstance(cell, str))
    return not _is_code(cell_at(row, code)) and any(map(desk.words.is_total, texts))


def _fields_of(lines: list[Row], code: int, desk: Desk) -> dict[int, str] | None:
    """What each 0-based column holds: one of the fields, or notes.

    None unless each row has a code and one amount, a text, and perhaps a unit and notes, in the same columns.
    """
    if len(lines) < _FEWEST or not all(_is_code(cell_at(row, code)) for row in lines):
        return None
    width = max(len(row.cells) for row in lines)
    held = {at: [cell for row in lines if not is_blank(cell := cell_at(row, at))] for at in range(width)}
    counted = {0: "number"} if held[0] and _counts(held[0]) else {}
    held = {at: cells for at, cells in held.items() if cells and at != code and at not in counted}
    amounts = [at for at, cells in held.items() if all(map(is_amount, cells))]
    texts = [at for at in held if at not in amounts and all(isinstance(cell, str) for cell in held[at])]
    if width > _WIDEST or len(amounts) != 1 or len(texts) + 1 != len(held) or any(_prices(held[at]) for at in texts):
        return None
    units = [at for at in texts if all(desk.headings.unit_alone(shown_text(cell)) for cell in held[at])]
    texts = [at for at in texts if at not in units]
    if len(units) > 1 or len(held[amounts[0]]) != len(lines) or not texts or len(held[texts[0]]) != len(lines):
        return None
    fields = {code: "reference", texts[0]: "description", amounts[0]: "quantity", **dict.fromkeys(units, "unit")}
    return counted | fields | dict.fromkeys(texts[1:], "notes")


def _prices(texts: list[Raw]) -> bool:
    """Whether texts say that the amounts beside them are what one of a thing costs: ``per hour``, not ``per year``."""
    words = [normal(shown_text(text)) for text in texts]
    return all(each.startswith(("per ", "each ")) and not is_rate(each) for each in words)


def _counts(cells: list[Raw]) -> bool:
    """Whether cells do nothing but number their rows."""
    return count_up([shown_text(cell).rstrip(".)") for cell in cells])


def _form(grid: Grid, at: int, fields: dict[int, str], block: list[Row], desk: Desk) -> Form | None:
    """The list as a table, below the lines above it and above those below it, which speak of all of it."""
    draft, first = Draft(), grid.rows[at].number
    draft.add_lone(grid.rows[:at])
    columns = sorted(fields)
    places = [(first, column + 1) for column in columns]
    top = len(draft.rows)
    draft.add([_HEADS.get(fields[column], f"Notes {column}") for column in columns], places[0], places)
    for row in block:
        places = [(row.number, column + 1) for column in columns]
        draft.add([cell_at(row, column) for column in columns], places[0], places)
    draft.add_lone(grid.rows[at + len(block) :], after_gap=True)
    form = draft.as_form(grid, top, block, desk.headings)
    if form is None:
        return None
    (span,) = form.spans
    return replace(form, spans=(replace(span, columns=tuple(map(_guessed, span.columns))),))


def _guessed(column: Column) -> Column:
    how = "because the list has no heading row and its cells look like that"
    return replace(column, heading=replace(column.heading, how=how, guessed=column.heading.field == "quantity"))

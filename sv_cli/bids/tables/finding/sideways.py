"""Owns where headings stand below each other, with what they head to their right: in forms, which are no tables."""

from collections.abc import Iterator
from itertools import takewhile, zip_longest

from sv_cli.bids.cells.looks import is_amount, is_blank
from sv_cli.bids.cells.text import folded
from sv_cli.bids.cells.units import MEASURES
from sv_cli.bids.sheets.grid import Grid, Raw, Row, cell_at
from sv_cli.bids.tables.finding.patience import Patience
from sv_cli.bids.tables.headings.heading import KEYS, PART, PERIOD
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.terms.codes import is_coded

_AMOUNTS = frozenset(("quantity", "unit", "total"))
_SPREAD = frozenset(("quantity", PERIOD, PART))
_TELLING = KEYS | _SPREAD | {"unit"}
_QUANTITY = frozenset(("quantity",))
_FEWEST = 3
_MOST = 200
_MOST_ROWS = 3_000
_WIDEST = 60
_LONGEST = 300
_NEAR = 3


def stands_sideways(rows: list[Row], at: int, headings: Headings) -> bool:
    """Whether the row is one of a form whose headings stand below each other, with what they head to their right."""
    if _names_across(rows[at], headings):
        return False
    around = rows[max(at - 2, 0) : at + 3]
    first = _first_filled(rows[at])  # a part below a group, ``Quantity`` below ``Our offer``, stands elsewhere
    fields = [_first_field(row, headings) if _first_filled(row) == first else "" for row in around]
    forms = _forms(fields, _AMOUNTS)
    if any(not any(row.after_gap for row in around[start + 1 : start + _FEWEST]) for start in forms):
        return True
    return _stands_in_card(rows, at, headings)


def _names_across(row: Row, headings: Headings) -> bool:
    """Whether names stand side by side in a row, one of what is promised: labels of facts may be above it."""
    filled = [cell for cell in row.cells if not is_blank(cell)]
    named = [name_of(cell, headings) for cell in filled]
    beside = len(named) >= _FEWEST and bool(named[0] and named[1])
    return beside and not (KEYS.isdisjoint(named) or any(map(is_amount, filled)))


def _stands_in_card(rows: list[Row], at: int, headings: Headings) -> bool:
    """Whether a row is ``Activity | Talks`` beside ``Ref | NT17``, above ``Hours | 40``: “Talks” is no unit there."""
    head = rows[at]
    first = _first_filled(head)
    if name_of(cell_at(head, first), headings) not in KEYS or name_of(cell_at(head, first + 1), headings):
        return False
    below = [*takewhile(lambda row: not row.after_gap, rows[at + 1 : at + _FEWEST])]
    above = [] if head.after_gap else rows[max(at - 1, 0) : at]
    measured = headings.unit_alone(label_text(cell_at(head, first + 1))) in MEASURES
    if measured or not any(_names_code(row, first, headings) for row in (*above, *below[:1])):
        return False
    amounts = [row for row in below if is_amount(cell_at(row, first + 1)) and not _names_code(row, first, headings)]
    return bool(amounts) and all(_says_amount(row, first, headings) for row in amounts)


def _first_filled(row: Row) -> int:
    return next((index for index, cell in enumerate(row.cells) if not is_blank(cell)), 0)


def _names_code(row: Row, index: int, headings: Headings) -> bool:
    code = cell_at(row, index + 1)
    coded = isinstance(code, str) and is_coded(folded(code))
    return coded and name_of(cell_at(row, index), headings) == "reference"


def _says_amount(row: Row, index: int, headings: Headings) -> bool:
    text = label_text(cell_at(row, index))
    heading = headings.recognise(text) if text else None
    return heading is not None and heading.field in _SPREAD


def _first_field(row: Row, headings: Headings) -> str:
    """The field that a row's first cell names, where more stands beside it."""
    filled = [cell for cell in row.cells if not is_blank(cell)]
    return name_of(filled[0], headings) if len(filled) > 1 else ""


def form_row(grid: Grid, headings: Headings) -> int | None:
    """The number of the row that begins a form whose headings stand below each other, one of them of a quantity."""
    forms = _forms([_first_field(row, headings) for row in grid.rows[:_MOST]], _QUANTITY)
    return next((grid.rows[at].number for at in forms), None)


def form_beside(rows: list[Row], at: int, headings: Headings) -> int | None:
    """The number of the row that begins a form with an amount above the table at position ``at``, or below a gap in it.

    Only the first rows of a sheet and the last ones are looked at.
    """
    gap = next((n for n in range(max(at + 1, len(rows) - _MOST), len(rows)) if rows[n].after_gap), len(rows))
    for part in (rows[: min(at, _MOST)], rows[gap:]):
        for start in _forms([_first_field(row, headings) for row in part], _QUANTITY):
            if any(_has_amount(row, headings) for row in part[start : start + _FEWEST]):
                return part[start].number
    return None


def _has_amount(row: Row, headings: Headings) -> bool:
    filled = [cell for cell in row.cells if not is_blank(cell)]
    return _first_field(row, headings) in _QUANTITY and is_amount(filled[1])


def _forms(fields: list[str], amounts: frozenset[str]) -> Iterator[int]:
    """Where three rows in turn begin with three fields, one that says what is promised and one of ``amounts``."""
    for at in range(len(fields) - _FEWEST + 1):
        run = set(fields[at : at + _FEWEST])
        if len(run) == _FEWEST and "" not in run and run & KEYS and run & amounts:
            yield at


def label_columns(grid: Grid, heads: list[range], headings: Headings, patience: Patience) -> list[int]:
    """The 0-based columns in which labels stand below each other, of what is promised and of how much.

    There are none in a sheet of tables, whose heading rows are at the positions ``heads``, unless one of each is one of
    several labels itself.
    """
    if len(grid.rows) > _MOST_ROWS or not all(any(_is_label(grid.rows, at, headings) for at in head) for head in heads):
        return []
    fields: dict[int, set[str]] = {}
    for row in grid.rows:
        if patience.has_no_form:
            return []
        filled = [(index, cell) for index, cell in enumerate(row.cells[:_WIDEST]) if not is_blank(cell)]
        for (index, cell), (_, beside) in zip_longest(filled, filled[1:], fillvalue=(0, None)):
            text = label_text(cell)
            patience.labels.add(text)
            heading = headings.recognise(text) if text else None
            # A label beside another groups it, and what only counts something or names a unit may be a value
            groups = name_of(beside, headings) in _TELLING
            if heading and not groups and (beside is not None or not heading.merely_counts):
                fields.setdefault(index, set()).add(heading.field)
    return sorted(index for index, named in fields.items() if named & KEYS and named & _SPREAD)


def label_text(cell: Raw) -> str:
    """A cell as a label, without its colon; nothing where it can be none."""
    if not isinstance(cell, str) or len(cell) > _LONGEST:
        return ""
    return folded(cell).rstrip(": ")


def name_of(cell: Raw, headings: Headings) -> str:
    """The field that a cell names, by a name and not as what it counts; nothing where it names none."""
    text = label_text(cell)
    heading = headings.recognise(text) if text else None
    return heading.field if heading and not heading.merely_counts else ""


def _is_label(rows: list[Row], at: int, headings: Headings) -> bool:
    """Whether a row that seems to head a table is one of several labels, with more of them below it.

    They name what is promised and how much, and no empty row parts them.
    """
    cells = rows[at].cells[:_WIDEST]
    index = next((index for index, cell in enumerate(cells) if name_of(cell, headings)), None)
    if index is None:
        return False
    under = [*takewhile(lambda row: not row.after_gap, rows[at + 1 : at + 1 + _NEAR])]
    below = {name_of(cell_at(row, index), headings) for row in under if len(row.cells) > index + 1}
    around = {name_of(cell_at(row, index), headings) for row in (*rows[max(at - _NEAR, 0) : at + 1], *under)}
    telling = around & _TELLING
    return not _TELLING.isdisjoint(below) and len(telling) >= _FEWEST and bool(telling & KEYS and telling & _SPREAD)

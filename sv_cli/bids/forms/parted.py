"""Owns forms whose labels stand in one cell with what they head: ``Ref: NT17``, ``Quantity: 40 / Unit: hours``."""

import re
from collections.abc import Iterator
from itertools import chain

from msgspec.structs import replace

from sv_cli.bids.cells.looks import is_blank
from sv_cli.bids.desk import Desk
from sv_cli.bids.forms.find import find_form
from sv_cli.bids.forms.form import Form, extent
from sv_cli.bids.sheets.grid import Grid, Row
from sv_cli.bids.tables.finding.patience import Patience
from sv_cli.bids.tables.finding.sideways import label_columns, name_of
from sv_cli.bids.tables.headings.heading import KEYS
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.late import late

_MOST_ROWS = 3_000
_FEWEST = 3  # labels that make a form
_LONGEST = 60
_PARTS = late(r"(?<!\s)\s+/\s+|[|;\n]")
_LABELLED = late(rf"([^:]{{1,{_LONGEST}}}?)\s*:\s*(\S.*)", re.DOTALL)

Pair = tuple[str, str]


def find_parted(grid: Grid, desk: Desk) -> Form | None:
    """The form of such a sheet; None where it has none, or it cannot be told for sure."""
    parted = _with_parted(grid, desk.headings)
    if parted is None:
        return None
    sheet, column = parted
    columns = label_columns(sheet, [], desk.headings, Patience())
    form = find_form(sheet, columns, desk) if columns == [column] else None
    return None if form is None else _put_back(form, column)


def _with_parted(grid: Grid, headings: Headings) -> tuple[Grid, int] | None:
    """The sheet with the labels of one of its columns parted from what they head, and which column that is.

    None where labels of what is promised, how much and in what unit or place do not stand below each other in one.
    """
    if len(grid.rows) > _MOST_ROWS or grid.places:
        return None
    told = [*map(_pairs, grid.rows)]
    columns = {column for column, pairs in told if pairs}
    names = [name_of(label, headings) for _, pairs in told for label, _ in pairs]
    known = set(names) - {""}
    if len(columns) != 1 or len(known) < _FEWEST or known.isdisjoint(KEYS) or "quantity" not in known:
        return None
    (column,) = columns
    rows = (_rows(row, column, pairs) for row, (_, pairs) in zip(grid.rows, told, strict=True))
    return replace(grid, rows=[*chain.from_iterable(rows)]), column


def _put_back(form: Form, column: int) -> Form:
    """The form with what stood in one cell with its label where it stands in the sheet."""
    places = {at: (row, min(where, column + 1)) for at, (row, where) in form.table.places.items()}
    table = replace(form.table, places=places)
    return replace(form, table=table, cells=extent(table, form.spans[0].head))


def _pairs(row: Row) -> tuple[int, list[Pair]]:
    """The column of a row's only text, and the labels in it with what they head; none where one part has no label."""
    filled = [(at, cell) for at, cell in enumerate(row.cells) if not is_blank(cell)]
    if len(filled) != 1 or not isinstance(filled[0][1], str):
        return -1, []
    matches = [_LABELLED.fullmatch(part.strip()) for part in _PARTS.split(filled[0][1].strip())]
    pairs = [(match[1], match[2]) for match in matches if match is not None]
    return filled[0][0], pairs if len(pairs) == len(matches) else []


def _rows(row: Row, column: int, pairs: list[Pair]) -> Iterator[Row]:
    if not pairs:
        yield row
    for at, pair in enumerate(pairs):
        yield Row(row.number, [*[None] * column, *pair], row.after_gap and not at)

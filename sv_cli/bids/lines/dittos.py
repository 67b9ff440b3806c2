"""Owns marks of repetition: a reference or a unit that is said to be the one above."""

from sv_cli.bids.cells.text import folded
from sv_cli.bids.sheets.grid import Raw, Row, cell_at
from sv_cli.bids.tables.layout import Layout
from sv_cli.bids.tables.under.held import distinct_at
from sv_cli.bids.terms.codes import is_coded

_MARKS = frozenset(
    (
        *('"', '""', "''", ",,", "\u201c", "\u201d", "\u2033", "\u3003"),
        *("ditto", "do", "-do-", "do.", "as above", "same as above"),
    )
)
_MOST = 2_000  # nobody types so many, and a mark in a longer table is told of


def with_repeated(rows: list[Row], layout: Layout) -> list[Row]:
    """The rows with what marks of repetition stand for, in the columns of references and units."""
    for name in ("reference", "unit") if len(rows) <= _MOST else ():
        column = layout.columns.get(name)
        if column is not None and any(map(_is_mark, distinct_at(column.index, rows))):
            rows = _repeated(rows, column.index, coded=name == "reference")
    return rows


def _repeated(rows: list[Row], index: int, *, coded: bool) -> list[Row]:
    found: list[Row] = []
    above: Raw = None
    for row in rows:
        cell = cell_at(row, index)
        if not _is_mark(cell):
            above = cell if isinstance(cell, str) and (is_coded(folded(cell)) or not coded) else None
            found.append(row)
        elif row.after_gap or above is None:
            above = None
            found.append(row)
        else:
            found.append(Row(row.number, [*row.cells[:index], above, *row.cells[index + 1 :]]))
    return found


def _is_mark(cell: Raw) -> bool:
    return isinstance(cell, str) and len(cell) < 20 and cell.strip().casefold() in _MARKS  # noqa: PLR2004 - a mark, no text

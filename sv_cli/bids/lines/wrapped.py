"""Owns rows that are read with the row above: a description that goes on there, a mark of repetition (``ditto``)."""

from collections.abc import Collection
from itertools import zip_longest

from sv_cli.bids.cells.text import folded
from sv_cli.bids.sheets.grid import Raw, Row, cell_at, column_at
from sv_cli.bids.tables.layout import Layout
from sv_cli.bids.tables.under.held import distinct_at
from sv_cli.bids.terms.codes import is_coded
from sv_cli.late import late

# A word or a mark that nobody ends a description with
_HANGING = frozenset(
    (
        *("by", "of", "the", "and", "in", "to", "for", "with", "from", "our", "a", "an", "at", "on", "their", "its"),
        *("your", "including", "between", "into", "across", "who", "which", "that", "are", "will", "be", "each"),
    )
)
# A word that goes on with the text above where no number follows: “for more than a year”
_JOINING = late(
    r"\s*(?:for|with|by|of|to|in|at|from|who|which|that|on|into|through|across|during)\b"
    r"(?:[^0-9]|(?<=level )[0-9])*$"
)
_NOTHING: tuple[Raw, ...] = (None, "")
_SIGNS = frozenset(",&/\u2013\u2014-")
_GOING_ON = late(r"\s*(?!of which\b|of these\b|or\b|e\.?g\b|i\.?e\b)[a-z(]")
_LONGEST = max(map(len, _HANGING)) + 1
_MOST = 2_000  # rows; nobody wraps or repeats so many by hand
_MARKS = frozenset(
    (
        *('"', '""', "''", ",,", "\u201c", "\u201d", "\u2033", "\u3003"),
        *("ditto", "do", "-do-", "do.", "as above", "same as above"),
    )
)


def with_wrapped(rows: list[Row], layout: Layout, odd: Collection[int]) -> list[Row]:
    """The rows with the descriptions put together that go on below, but for ``odd`` rows."""
    column = layout.columns.get("description")
    reference = layout.columns.get("reference")
    if column is None or reference is None or len(rows) > _MOST:
        return rows
    named = column_at(rows, reference.index)
    if not (None in named or "" in named) or not any(_goes_on(row, reference.index, column.index) for row in rows):
        return rows
    found: list[Row] = []
    last = 0
    for row in rows:
        adjoins = bool(found) and row.number == last + 1 and not row.after_gap and {row.number, last}.isdisjoint(odd)
        cells = _together(found[-1], row, column.index) if adjoins else None
        if cells is None:
            found.append(row)
        else:
            found[-1] = Row(found[-1].number, cells, found[-1].after_gap)
        last = row.number
    return found


def _goes_on(row: Row, reference: int, description: int) -> bool:
    """Whether a row without a reference begins within a sentence, as few do."""
    if cell_at(row, reference) not in (None, ""):
        return False
    cell = cell_at(row, description)
    return isinstance(cell, str) and _GOING_ON.match(cell) is not None


def _together(first: Row, second: Row, at: int) -> list[Raw] | None:
    """The cells of two rows as one, where the second's text goes on with the first's and no cell is filled in twice."""
    above, below = cell_at(first, at), cell_at(second, at)
    if not (isinstance(above, str) and isinstance(below, str) and _GOING_ON.match(below)):
        return None
    if not _hangs(above) and not _JOINING.match(below):
        return None
    pairs = [*zip_longest(first.cells, second.cells)]
    if any(one not in _NOTHING and other not in _NOTHING for n, (one, other) in enumerate(pairs) if n != at):
        return None
    cells = [other if one in _NOTHING else one for one, other in pairs]
    cells[at] = f"{above.rstrip()} {below.lstrip()}"
    return cells


def _hangs(text: str) -> bool:
    """Whether a text breaks off: it ends with a comma, or a word such as ``of`` that something has to follow."""
    bare = text[-2 * _LONGEST :].rstrip()
    return bare[-1:] in _SIGNS or bare[-_LONGEST:].rpartition(" ")[2] in _HANGING


def with_repeated(rows: list[Row], layout: Layout) -> list[Row]:
    """The rows with ditto marks in the columns of references and units replaced by what they repeat."""
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

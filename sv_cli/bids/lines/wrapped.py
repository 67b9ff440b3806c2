"""Owns descriptions that go on in the row below, as people wrap long texts by hand."""

from collections.abc import Collection

from sv_cli.bids.sheets.grid import Raw, Row, cell_at, column_at
from sv_cli.bids.tables.layout import Layout
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
_SIGNS = frozenset(",&/\u2013\u2014-")
_GOING_ON = late(r"\s*(?!of which\b|of these\b|or\b|e\.?g\b|i\.?e\b)[a-z(]")
_LONGEST = max(map(len, _HANGING)) + 1
_MOST = 2_000  # nobody wraps so many by hand


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
        cells = _together(found[-1].cells, row.cells, column.index) if adjoins else None
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


def _together(first: list[Raw], second: list[Raw], at: int) -> list[Raw] | None:
    """The cells of two rows as one, where the second's text goes on with the first's and no cell is filled in twice."""
    above = first[at] if at < len(first) else None
    below = second[at] if at < len(second) else None
    if not (isinstance(above, str) and isinstance(below, str) and _GOING_ON.match(below)):
        return None
    if not _hangs(above) and not _JOINING.match(below):
        return None
    width = max(len(first), len(second))
    pairs = [(_filled(first, n), _filled(second, n)) for n in range(width)]
    if any(one is not None and other is not None for n, (one, other) in enumerate(pairs) if n != at):
        return None
    cells: list[Raw] = [one if one is not None else other for one, other in pairs]
    cells[at] = f"{above.rstrip()} {below.lstrip()}"
    return cells


def _filled(cells: list[Raw], n: int) -> Raw:
    return cells[n] if n < len(cells) and cells[n] != "" else None


def _hangs(text: str) -> bool:
    """Whether a text ends with a sign or a word that something has to follow."""
    bare = text[-2 * _LONGEST :].rstrip()
    return bare[-1:] in _SIGNS or bare[-_LONGEST:].rpartition(" ")[2] in _HANGING

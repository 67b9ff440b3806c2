"""Owns runs of headings that adjoin each other: with an empty column between, each may head a table of its own."""

from sv_cli.bids.sheets.grid import Raw, Row, filled_places
from sv_cli.bids.tables.finding.heading_rows import names_over
from sv_cli.bids.tables.under.held import Column


def runs_of(row: Row, columns: tuple[Column, ...]) -> tuple[list[list[int]], list[tuple[Column, ...]]]:
    """The 0-based places of headings that adjoin each other, and the columns among them."""
    runs: list[list[int]] = []
    filled = filled_places(row) or [column.index for column in columns]
    for at in sorted({*filled, *(column.index for column in columns)}):
        if runs and at == runs[-1][-1] + 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs, [tuple(column for column in columns if run[0] <= column.index <= run[-1]) for run in runs]


def unknown_between(
    cells: list[Raw], columns: tuple[Column, ...], left: int, right: int
) -> tuple[tuple[int, str], ...]:
    """The headings between two 0-based columns that are none of ``columns``; those that adjoin them too.

    What stands behind one empty column adjoins as well where each column has an empty one beside it, or it is alone.
    """
    known = {column.index for column in columns}
    filled = {at for at, cell in enumerate(cells) if cell not in (None, "")}
    apart = 1 + (left < right and all(at % 2 == left % 2 for at in filled if left <= at <= right))
    while filled & {*range(left - apart, left)}:
        left -= 1
    while filled & {*range(right + 1, right + 1 + apart)}:
        right += 1
    left -= 2 * (left - 2 in filled and left - 3 not in filled)
    right += 2 * (right + 2 in filled and right + 3 not in filled)
    names = names_over(cells).items()
    return tuple((index, text) for index, text in names if text and left <= index <= right and index not in known)

"""Owns runs of headings that adjoin each other: with an empty column between, each may head a table of its own."""

from sv_cli.bids.cells.looks import heading_text
from sv_cli.bids.cells.text import folded
from sv_cli.bids.sheets.grid import Raw, Row
from sv_cli.bids.tables.under.held import Column


def runs_of(row: Row, columns: tuple[Column, ...]) -> tuple[list[list[int]], list[tuple[Column, ...]]]:
    """The 0-based places of headings that adjoin each other, and the columns among them."""
    runs: list[list[int]] = []
    filled = [at for at, cell in enumerate(row.cells) if cell not in (None, "")] or [column.index for column in columns]
    for at in sorted({*filled, *(column.index for column in columns)}):
        if runs and at == runs[-1][-1] + 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs, [tuple(column for column in columns if run[0] <= column.index <= run[-1]) for run in runs]


def unknown_between(
    cells: list[Raw], columns: tuple[Column, ...], left: int, right: int
) -> tuple[tuple[int, str], ...]:
    """The headings between two 0-based columns that are none of ``columns``; those that adjoin them too."""
    known = {column.index for column in columns}
    while left > 0 and cells[left - 1 : left] not in ([], [None], [""]):
        left -= 1
    while right + 1 < len(cells) and cells[right + 1] not in (None, ""):
        right += 1
    texts = ((index, folded(heading_text(cells[index]))) for index in range(left, min(right + 1, len(cells))))
    return tuple((index, text) for index, text in texts if text and index not in known)

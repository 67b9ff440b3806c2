"""Owns runs of headings that adjoin each other: with an empty column between, each may head a table of its own."""

from sv_cli.bids.sheets.grid import Row
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

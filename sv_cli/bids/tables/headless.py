"""Owns lines without a heading: those of a sheet that goes on with the table of another."""

from collections import Counter

from sv_cli.bids.cells.looks import is_amount
from sv_cli.bids.cells.text import folded
from sv_cli.bids.sheets.grid import Grid, Row
from sv_cli.bids.terms.codes import heads_a_part, is_measure_code

_MOST = 200
_FEWEST = 2
_LONGEST = 40


def headless_lines(grid: Grid) -> list[Row]:
    """The rows of a sheet without headings that hold the code of a measure and an amount, each in one column."""
    found: Counter[tuple[int, int]] = Counter()
    rows: dict[tuple[int, int], list[Row]] = {}
    for row in grid.rows[:_MOST]:
        at = next((at for at, cell in enumerate(row.cells) if isinstance(cell, str) and _is_code(cell)), len(row.cells))
        for amount in (n for n, cell in enumerate(row.cells) if n > at and is_amount(cell)):
            found[at, amount] += 1
            rows.setdefault((at, amount), []).append(row)
    columns, count = found.most_common(1)[0] if found else ((0, 0), 0)
    return rows[columns] if count >= _FEWEST else []


def _is_code(cell: str) -> bool:
    text = folded(cell) if len(cell) < _LONGEST else ""
    return is_measure_code(text) and not heads_a_part(text)

"""Owns what a sheet without a table says of all lines on the others: that they are a year's, or not promised."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from sv_cli.bids.sheets.grid import Grid, filled_cells
from sv_cli.bids.tables.statements import says_basis
from sv_cli.bids.terms.of_all import not_promised
from sv_cli.late import late

_MOST = 200  # rows of such a sheet
_NUMBER = 4  # letters of that of a text in a list
_OF_A_LIST = 4  # cells: a number and its text, or a question with its answer and whose it is
# What makes words a statement wherever they stand; “Hours per week” may label anything
_SENTENCE = late(r"\b(?:all|these|are|is|be|shown|stated|given|expressed|quoted)\b", re.IGNORECASE)


def stated_beside(texts: Iterable[str]) -> str:
    """What is said there of all amounts; ``""`` for nothing."""
    return next((text for text in texts if says_basis(text) and _SENTENCE.search(text)), "")


def unpromised_beside(texts: Iterable[str]) -> str:
    """What is said there of all lines that keeps them from being promised; ``""`` for nothing."""
    return next(filter(None, map(not_promised, texts)), "")


def texts_of(grids: Iterable[Grid]) -> Iterator[str]:
    """The texts that stand alone in their rows, or behind the number of a list."""
    for grid in grids:
        for row in islice(grid.rows, _MOST):
            filled = filled_cells(row)
            listed = 1 < len(filled) <= _OF_A_LIST and len(str(filled[0])) <= _NUMBER
            told = filled[1:] if listed else filled[:1] if len(filled) == 1 else ()
            yield from (text for text in told if isinstance(text, str))

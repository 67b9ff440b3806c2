"""Owns the knowing of what `sv` itself wrote: its lines name a proxy and a quantity, and are nobody's promises."""

from sv_cli.bids.cells.text import normal
from sv_cli.bids.sheets.grid import Book

# The headings that its lines have in a report and in the tables of many bids alike
_OF_RESULTS = frozenset(("proxy", "unit value", "gross", "net", "present value", "valued", "findings"))


def is_of_results(book: Book) -> bool:
    """Whether a sheet begins with the headings of valued lines."""
    heads = (grid.rows[0].cells for grid in book.grids if grid.rows)
    return any(
        len(head) >= len(_OF_RESULTS) and {normal(cell) for cell in head if isinstance(cell, str)} >= _OF_RESULTS
        for head in heads
    )

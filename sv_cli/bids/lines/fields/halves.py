"""Owns numbers that a comma without quotation marks has cut in two, in text files: ``1`` and, beside it, ``200``."""

from sv_cli.bids.sheets.grid import Raw
from sv_cli.bids.tables.layout import Layout
from sv_cli.late import late

_FRONT = late(r"\s*[-\u2212]?£?\s?[1-9][0-9]{0,2}")
BACK = r"[0-9]{3}(?:\.[0-9]{1,2})?\s*"
_BACK = late(BACK)
_WORDS = ("unit", "evidence", "owner", "description", "place", "basis", "status")


def column_of_words(layout: Layout, index: int) -> int:
    """The 0-based column right of an amount's when it holds words, so that bare figures are out of place; else -1."""
    return (
        index + 1 if any(layout.columns[name].index == index + 1 for name in _WORDS if name in layout.columns) else -1
    )


def is_back(cell: Raw) -> bool:
    """Whether a cell looks like the second half of a number that was cut."""
    return isinstance(cell, str) and _BACK.fullmatch(cell) is not None


def halves(cells: list[Raw], index: int) -> str | None:
    """The amount in a 0-based column with what stands right of it, when these look like the halves of one number."""
    front, back = cells[index] if index < len(cells) else None, cells[index + 1] if index + 1 < len(cells) else None
    if isinstance(front, str) and is_back(back) and _FRONT.fullmatch(front):
        return f"{front},{back}"
    return None

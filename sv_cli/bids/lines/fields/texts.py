"""Owns the texts of lines as they are kept: on one line, and no longer than anybody reads."""

from sv_cli.bids.cells.text import shown_text
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.sheets.grid import Raw, Row

LONGEST_TEXT = 4_000


def text_at(cells: list[Raw], index: int) -> str | None:
    """The text of the cell in a 0-based column; a negative one is no column."""
    raw = cells[index] if 0 <= index < len(cells) else None
    if isinstance(raw, str):
        # Most texts are as they should be, and seeing that is quicker than folding them
        if "  " not in raw and raw.isprintable() and raw == raw.strip() and len(raw) <= LONGEST_TEXT:
            return raw or None
        return " ".join(raw.split())[:LONGEST_TEXT] or None
    return None if raw is None else as_text(raw)


def as_text(raw: Raw) -> str | None:
    """A cell as a text that is kept; None where it holds none."""
    text = " ".join(raw.split()) if isinstance(raw, str) else shown_text(raw)
    return text[:LONGEST_TEXT] or None


def text_of(table: Sheeted, row: Row, name: str) -> str | None:
    """The text of a field in a row, or None."""
    raw = table.raw(row, name)
    if raw is None:
        return None
    return as_text(raw)

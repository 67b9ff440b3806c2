"""Owns texts whose letters were read in the wrong encoding once and saved so: ``Â£`` for ``£``, ``â€“`` for a dash."""

import re

from msgspec.structs import replace

from sv_cli.bids.sheets.grid import Book, Remark
from sv_cli.late import late

_SIGNS = ("\u00c2", "\u00e2\u20ac", "\u00c3", "\u00ac\u00a3")
_TIMES = 2  # some were read so twice
# The letter that Windows-1252 has for each byte; for five it has none, and programs keep the byte's own number
_LETTERS = {bytes([at]).decode("cp1252", "ignore") or chr(at): at for at in range(0x80, 0x100)}
_REST = "[" + "".join(letter for letter, at in _LETTERS.items() if at < 0xC0) + "]"  # noqa: PLR2004 - what goes on a letter
# Pound signs, accents, quotation marks and dashes; other letters may stand before a quotation mark for themselves
_DAMAGED = late(rf"[\u00c2\u00c3]{_REST}|\u00e2[\u20ac\u201a\u201e]{_REST}|\u00ac\u00a3")
MENDED = Remark("encoding-mended")


def may_be_damaged(text: str) -> bool:
    """Whether a text has any of the letters that such damage leaves, which few do."""
    return not text.isascii() and any(sign in text for sign in _SIGNS)


def mended(text: str) -> str:
    """The text as it was before; the same where nothing is damaged."""
    for _ in range(_TIMES):
        text = _DAMAGED.sub(_letter, text)
    return text


def with_texts_mended(book: Book) -> Book:
    """The book with the texts of its cells as they were before, and a word of it where any was damaged."""
    found = False
    for row in (row for grid in book.grids for row in grid.rows):
        for at, cell in enumerate(row.cells):
            if isinstance(cell, str) and may_be_damaged(cell) and (whole := mended(cell)) != cell:
                row.cells[at] = whole
                found = True
    return replace(book, remarks=(*book.remarks, MENDED)) if found else book


def _letter(found: re.Match[str]) -> str:
    if found[0] == "\u00ac\u00a3":
        return "\u00a3"  # as a Mac reads it
    letter = bytes(map(_LETTERS.__getitem__, found[0])).decode("utf-8", "ignore")
    return letter if letter.isprintable() or letter == "\u00a0" else found[0]

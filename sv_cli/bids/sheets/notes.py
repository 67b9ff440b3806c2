"""Owns the comments of an xls file's sheets, which stand in records of their own (MS-XLS, section 2.4)."""

import struct

from sv_cli.bids.sheets.comments import LONGEST, require_few, without_author

_NOTE, _OBJECT, _TEXT, _CONTINUE = 0x001C, 0x005D, 0x01B6, 0x003C
_ABOUT, _OF_A_NOTE = 0x15, 0x19  # how the record of an object begins, and its kind
_GOES_ON = 0xFFFF  # the row of a record that goes on with the comment before it
RECORDS = frozenset((_NOTE, _OBJECT, _TEXT, _CONTINUE))
"""The kinds of records that tell of comments."""


class Notes:
    """The comments of one sheet, record by record.

    Excel 97 keeps the text of a comment with the object that shows it, and Excel 95 (``encoding``) beside the cell.
    """

    def __init__(self, encoding: str | None) -> None:
        self._encoding = encoding
        self._objects: dict[tuple[int, int], int] = {}
        self._texts: dict[int, str] = {}
        self._older: dict[tuple[int, int], bytes] = {}
        self._object: int | None = None
        self._cell: tuple[int, int] | None = None
        self._left = 0  # letters of the text that are still to come

    def take(self, kind: int, body: bytes) -> None:
        """The next record; raises struct.error where it is not whole, and UnreadableError where there are too many."""
        if kind == _NOTE:
            if self._encoding is None:
                row, column, _, number = struct.unpack_from("<4H", body)
                self._objects[row + 1, column + 1] = number
            else:
                self._take_older(body)
        elif kind == _OBJECT:
            begins, _, sort, number = struct.unpack_from("<4H", body)
            self._object = number if (begins, sort) == (_ABOUT, _OF_A_NOTE) else None
        elif kind == _TEXT:
            self._left = struct.unpack_from("<H", body, 10)[0]
        elif self._left:
            self._go_on(body)
        require_few(max(len(self._objects), len(self._older), len(self._texts)))

    def _go_on(self, body: bytes) -> None:
        """A piece of a text: whether its letters are wide, and the letters."""
        wide = body[:1] == b"\x01"
        piece = body[1 : 1 + self._left * (1 + wide)].decode("utf-16-le" if wide else "latin-1", "replace")
        self._left = max(self._left - len(body[1:]) // (1 + wide), 0) if len(body) > 1 else 0
        if self._object is not None:
            self._texts[self._object] = (self._texts.get(self._object, "") + piece)[:LONGEST]

    def _take_older(self, body: bytes) -> None:
        row, column, _ = struct.unpack_from("<3H", body)
        if row != _GOES_ON:
            self._cell = row + 1, column + 1
            self._older.pop(self._cell, None)
        if self._cell is not None:
            self._older[self._cell] = (self._older.get(self._cell, b"") + body[6:])[:LONGEST]

    def said(self) -> dict[tuple[int, int], str]:
        """What the comments say, by row and column, both 1-based, without the names of their authors."""
        texts = {number: without_author(text) for number, text in self._texts.items()}
        found = {cell: texts.get(number, "") for cell, number in self._objects.items()}
        if self._encoding is not None:
            found = {cell: without_author(text.decode(self._encoding, "replace")) for cell, text in self._older.items()}
        return {cell: text for cell, text in found.items() if text}

"""Owns the comments of old workbooks and of binary ones, record by record, by the name of their cell."""

import re
import struct
from collections.abc import Mapping


def place(cell: str) -> tuple[int, int]:
    """Row and column of a cell, both 0-based, of the first 26 columns."""
    letter, number = re.fullmatch(r"([A-Z])([0-9]+)", cell).groups()
    return int(number) - 1, ord(letter) - ord("A")


def record(kind: int, body: bytes = b"") -> bytes:
    """A record of an xls."""
    return struct.pack("<HH", kind, len(body)) + body


def excel_97_notes(comments: Mapping[str, str]) -> bytes:
    """An object with a text for each comment, and behind them all which cell each belongs to."""
    shown, pinned = [], []
    for number, (cell, text) in enumerate(comments.items(), start=1):
        about = struct.pack("<5H12x", 0x15, 18, 0x19, number, 0x4011)
        shown += [record(0x5D, about + struct.pack("<HHHH", 0x0D, 0, 0, 0))]
        shown += [record(0x1B6, struct.pack("<HH6xHH4x", 0x212, 0, len(text), 16))]
        # A long text goes on in further records, each of which says anew how wide its letters are
        half = len(text) // 2
        shown += [record(0x3C, b"\x01" + text[:half].encode("utf-16-le"))]
        shown += [record(0x3C, b"\x01" + text[half:].encode("utf-16-le")), record(0x3C, bytes(16))]
        author = struct.pack("<HB", 2, 0) + b"Jo\0"
        pinned += [record(0x1C, struct.pack("<4H", *place(cell), 0, number) + author)]
    return b"".join((*shown, *pinned))


def excel_95_notes(comments: Mapping[str, str]) -> bytes:
    """A comment's text beside its cell; what is longer goes on in records of no row."""
    parts = []
    for cell, text in comments.items():
        body, longest = text.encode("latin-1"), 20
        parts.append(record(0x1C, struct.pack("<HHH", *place(cell), len(body)) + body[:longest]))
        for at in range(longest, len(body), longest):
            piece = body[at : at + longest]
            parts.append(record(0x1C, struct.pack("<HHH", 0xFFFF, 0, len(piece)) + piece))
    return b"".join(parts)

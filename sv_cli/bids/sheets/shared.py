"""Owns the shared texts of an xls file that are set in several ways: raised digits, words that are struck out."""

import struct
from collections.abc import Sequence

from sv_cli.bids.sheets.runs import as_set

_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08


class _Chunks:
    """The bytes of a record and those that continue it; a text that is cut says again how wide its letters are."""

    def __init__(self, chunks: Sequence[bytes]) -> None:
        self._chunks = chunks
        self._chunk = 0
        self._at = 0

    def take(self, size: int) -> bytes:
        """The next bytes."""
        found: list[bytes] = []
        while size > 0:
            if self._at >= len(self._chunks[self._chunk]):
                self._next()
            part = self._chunks[self._chunk][self._at : self._at + size]
            self._at += len(part)
            size -= len(part)
            found.append(part)
        return b"".join(found)

    def text(self, length: int, *, wide: bool) -> str:
        """The next so many letters."""
        found = ""
        while len(found) < length:
            if self._at >= len(self._chunks[self._chunk]):
                self._next()
                wide = bool(self.take(1)[0] & _WIDE)
            left = (len(self._chunks[self._chunk]) - self._at) // (1 + wide)
            raw = self.take(min(left, length - len(found)) * (1 + wide))
            found += raw.decode("utf-16-le" if wide else "latin-1", "surrogatepass")
            if not raw:
                raise IndexError
        return found

    def _next(self) -> None:
        self._chunk += 1  # beyond the last there is no chunk, which raises an IndexError
        self._at = 0
        if not self._chunks[self._chunk]:
            raise IndexError


def texts_as_set(
    chunks: Sequence[bytes], raised: Sequence[bool], struck: Sequence[bool], *, every: bool
) -> dict[int, str]:
    """The texts with runs that are raised or struck out, by number, or ``every`` text; both are told of each font."""
    if not chunks:
        return {}
    bytes_of = _Chunks(chunks)
    _, count = struct.unpack("<2I", bytes_of.take(8))
    found: dict[int, str] = {}
    for number in range(count):
        length, flags = struct.unpack("<HB", bytes_of.take(3))
        runs = struct.unpack("<H", bytes_of.take(2))[0] if flags & _RICH else 0
        more = struct.unpack("<I", bytes_of.take(4))[0] if flags & _EXTENDED else 0
        text = bytes_of.text(length, wide=bool(flags & _WIDE))
        starts = [struct.unpack("<2H", bytes_of.take(4)) for _ in range(runs)]
        bytes_of.take(more)
        shown = _shown(text, starts, raised, struck)
        if every or shown != text:
            found[number] = shown
    return found


def _shown(text: str, starts: list[tuple[int, ...]], raised: Sequence[bool], struck: Sequence[bool]) -> str:
    """The text run by run; what stands before the first run is set as its cell is."""
    parts = [text[: starts[0][0]]] if starts else [text]
    for at, (start, font) in enumerate(starts):
        end = starts[at + 1][0] if at + 1 < len(starts) else len(text)
        parts.append(as_set(text[start:end], raised=_is(font, raised), struck=_is(font, struck)))
    return "".join(parts)


def _is(font: int, fonts: Sequence[bool]) -> bool:
    return font < len(fonts) and fonts[font]

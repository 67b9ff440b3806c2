"""Owns looking into an OLE compound file, the container of xls, within bounds of the file's own size."""

import struct
from collections.abc import Iterator

_END = 0xFFFF_FFFA  # sector numbers from here on mark ends, not sectors
_ENTRY = 128


def stream(data: bytes, names: tuple[str, ...]) -> bytes | None:
    """The bytes of the stream that has the first of ``names``, in lower case, or else the next; None when not sound."""
    try:
        compound = _Compound(data)
        return next((found for name in names if (found := compound.stream(name)) is not None), None)
    except (struct.error, IndexError, ValueError, OverflowError):
        return None


def top_names(data: bytes) -> frozenset[str]:
    """The names at the container's top, in lower case; what is embedded lies deeper. None where it is damaged."""
    try:
        return frozenset(_Compound(data).top_names())
    except (struct.error, IndexError, ValueError, OverflowError):
        return frozenset()


class _Compound:
    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:  # noqa: PLR2004 - the two sizes that exist
            raise ValueError("sector size")
        self._size = 1 << shift
        first_directory, self._cutoff = struct.unpack_from("<I", data, 48)[0], struct.unpack_from("<I", data, 56)[0]
        self._first_mini = struct.unpack_from("<I", data, 60)[0]
        self._table = self._sector_table()
        self._directory = self._chain(first_directory)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if number >= _END or start >= len(self._data):
            raise ValueError("sector out of the file")
        return self._data[start : start + self._size].ljust(self._size, b"\0")

    def _sector_table(self) -> list[int]:
        numbers = [n for n in struct.unpack_from("<109I", self._data, 76) if n < _END]
        following, count = struct.unpack_from("<II", self._data, 68)
        seen = 0
        while following < _END and seen <= min(count, len(self._data) // self._size):
            more = self._numbers(self._sector(following))
            numbers += [n for n in more[:-1] if n < _END]
            following = more[-1]
            seen += 1
        return [
            n for number in numbers[: len(self._data) // self._size + 1] for n in self._numbers(self._sector(number))
        ]

    def _numbers(self, sector: bytes) -> list[int]:
        return list(struct.unpack(f"<{len(sector) // 4}I", sector))

    def _chain(self, number: int) -> bytes:
        parts: list[bytes] = []
        while number < _END:
            if len(parts) * self._size > len(self._data):
                raise ValueError("looping chain")
            parts.append(self._sector(number))
            number = self._table[number]
        return b"".join(parts)

    def stream(self, name: str) -> bytes | None:
        root = None
        for at in range(0, len(self._directory), _ENTRY):
            entry = self._directory[at : at + _ENTRY]
            start, size = struct.unpack_from("<II", entry, 116)
            if entry[66] == 5:  # noqa: PLR2004 - the root, whose stream holds the small ones
                root = start
            elif entry[66] == 2 and _name(entry) == name:  # noqa: PLR2004 - a stream
                return self._small(root, start, size) if size < self._cutoff else self._chain(start)[:size]
        return None

    def top_names(self) -> Iterator[str]:
        """The names beside and below the root's first child: each entry points to two beside it."""
        waiting, seen = [struct.unpack_from("<I", self._directory, 76)[0]], set()
        while waiting:
            number = waiting.pop()
            if number in seen or number * _ENTRY >= len(self._directory):
                continue
            seen.add(number)
            entry = self._directory[number * _ENTRY : number * _ENTRY + _ENTRY]
            yield _name(entry)
            waiting += struct.unpack_from("<II", entry, 68)

    def _small(self, root: int | None, number: int, size: int) -> bytes:
        holder = self._chain(root if root is not None else _END)
        table = self._numbers(self._chain(self._first_mini))
        parts: list[bytes] = []
        while number < _END and len(parts) * 64 <= size:
            parts.append(holder[number * 64 : number * 64 + 64])
            number = table[number]
        return b"".join(parts)[:size]


def _name(entry: bytes) -> str:
    """The name of an entry, of which the case of the letters says nothing."""
    length = struct.unpack_from("<H", entry, 64)[0]
    return entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace").casefold()

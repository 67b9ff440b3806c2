"""Owns the safe opening of a zip container: parts by name, streamed, within a budget of unpacked bytes and of tags."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Self

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.files import megabytes
from sv_cli.bids.sheets.grid import UnreadableError

_CHUNK = 1 << 18
_SMALL, _SHORT = 1 << 18, 1 << 14
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_MOST_PARTS = 20_000
_TAGS_OF_A_CELL = 8  # the most that a program writes for one, which are half of them in its shared text
_RECORDS_OF_A_CELL = 4  # of a binary workbook, with those of its row, its text and what is beside them
_ENCRYPTED = 0x1
_READ = (".xml", ".rels", ".bin")  # the endings of parts that say something, unlike pictures


class Archive:
    """A zip file in memory. What is read of it counts against the limits, whatever its directory says."""

    def __init__(self, zipped: zipfile.ZipFile, data: bytes, options: ReadOptions) -> None:
        self._zip = zipped
        self._data = data
        self._budget = self._left = options.max_unpacked
        self._tags = self._tags_left = _TAGS_OF_A_CELL * options.max_cells
        self._records_left = _RECORDS_OF_A_CELL * options.max_cells
        self._spent: dict[str, int] = {}
        self._parts: dict[str, zipfile.ZipInfo] = {}
        for info in zipped.infolist():
            name = _plain(info.filename)
            other = self._parts.setdefault(name, info)
            if (other.CRC, other.file_size) != (info.CRC, info.file_size) and name.endswith(_READ):
                raise UnreadableError("file-damaged", reason=f"it has two different parts called {name}")

    @classmethod
    def of(cls, data: bytes, options: ReadOptions) -> Self:
        """Open ``data``; raises UnreadableError when it is no whole zip file."""
        try:
            zipped = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError) as error:
            raise UnreadableError("file-damaged", reason=f"its container cannot be opened ({error})") from None
        if len(zipped.filelist) > _MOST_PARTS:
            raise UnreadableError("file-hostile", reason=f"its container has more than {_MOST_PARTS:,} parts")
        return cls(zipped, data, options)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in lower case, with forward slashes."""
        return tuple(self._parts)

    @property
    def unpacked(self) -> int:
        """How many bytes were unpacked so far."""
        return self._budget - self._left

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._parts

    def size(self, name: str) -> int:
        """How many bytes a part says that it has, unpacked; 0 for one that is not there."""
        info = self._parts.get(_plain(name))
        return 0 if info is None else info.file_size

    def refund(self, name: str) -> None:
        """Put back what reading a part took of the budget, before it is read a second time."""
        self._left = min(self._left + self._spent.pop(name, 0), self._budget)

    def read(self, name: str) -> bytes:
        """The whole part; raises UnreadableError as `chunks` does."""
        return b"".join(self.chunks(name))

    def prove(self) -> None:
        """Unpack what says something once, for a reader that looks at no sums; raises UnreadableError as `chunks`."""
        for name in self._parts:
            if name.endswith(_READ):
                for _ in self.chunks(name):
                    pass
                self.refund(name)

    def _inflated(self, info: zipfile.ZipInfo) -> bytes | None:
        """A small part at one go, which is half the work of a stream; None where anything is unusual about it."""
        if info.compress_type != zipfile.ZIP_DEFLATED or info.file_size > _SMALL:
            return None
        header = self._data[info.header_offset : info.header_offset + _LOCAL_HEADER.size]
        if len(header) < _LOCAL_HEADER.size:
            return None
        signature, name, extra = _LOCAL_HEADER.unpack(header)
        if signature != b"PK\x03\x04":
            return None
        start = info.header_offset + _LOCAL_HEADER.size + name + extra
        inflate = _known if info.file_size <= _SHORT else _whole
        return inflate(self._data[start : start + info.compress_size], info.file_size, info.CRC)

    def _info(self, name: str) -> zipfile.ZipInfo:
        info = self._parts.get(_plain(name))
        if info is None:
            raise UnreadableError("file-damaged", reason=f"its part {name} is missing")
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableError("password-protected")
        return info

    def chunks(self, name: str) -> Iterator[bytes]:
        """The part, piece by piece; raises UnreadableError when it is missing, broken, locked or over the budget."""
        info = self._info(name)
        if info.file_size > self._left:  # what says so of itself need not be unpacked to be refused
            raise self._too_large()
        whole = self._inflated(info)
        if whole is not None:
            self._spend(name, len(whole))
            yield whole
            return
        try:
            with self._zip.open(info) as part:
                while chunk := part.read(_CHUNK):
                    self._spend(name, len(chunk))
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError) as error:
            raise UnreadableError("file-damaged", reason=f"its part {name} cannot be unpacked ({error})") from None

    def markup(self, name: str) -> Iterator[bytes]:
        """The part as `chunks` gives it, for a parser."""
        return self.counted(self.chunks(name))

    def counted(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """What a parser is given, whose time is that of its tags; raises UnreadableError when the file has too many."""
        for chunk in chunks:
            self._tags_left -= chunk.count(b"<") + chunk.count(b"/>")
            if self._tags_left < 0:
                raise UnreadableError("too-many-cells", limit=f"{self._tags:,} tags around its")
            yield chunk

    def count_record(self) -> None:
        """Count a record of a binary workbook; raises IndexError when the file has more than what is read can have."""
        self._records_left -= 1
        if self._records_left < 0:
            raise IndexError

    def _spend(self, name: str, size: int) -> None:
        self._spent[name] = self._spent.get(name, 0) + size
        self._left -= size
        if self._left < 0:
            raise self._too_large()

    def _too_large(self) -> UnreadableError:
        return UnreadableError("file-too-large", size="more when unpacked", limit=megabytes(self._budget))


def _whole(packed: bytes, size: int, crc: int) -> bytes | None:
    """What is packed, if that is of this size and sum."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        whole = stream.decompress(packed, size + 1)
    except zlib.error:
        return None
    return whole if stream.eof and len(whole) == size and zlib.crc32(whole) == crc else None


_known = lru_cache(maxsize=64)(_whole)  # files of one maker share their short parts to the byte


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()

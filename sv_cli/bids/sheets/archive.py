"""Owns the safe opening of a zip container: parts by name, streamed, within a budget of unpacked bytes."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Self

from sv_cli.bids.files import megabytes
from sv_cli.bids.sheets.grid import UnreadableError

_CHUNK = 1 << 16
_MOST_PARTS = 20_000
_ENCRYPTED = 0x1


class Archive:
    """A zip file in memory. What is read of it counts against ``budget`` bytes, whatever its directory says."""

    def __init__(self, zipped: zipfile.ZipFile, budget: int) -> None:
        self._zip = zipped
        self._budget = budget
        self._left = budget
        self._parts = {_plain(info.filename): info for info in zipped.infolist()}

    @classmethod
    def of(cls, data: bytes, budget: int) -> Self:
        """Open ``data``; raises UnreadableError when it is no whole zip file."""
        try:
            zipped = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError) as error:
            raise UnreadableError("file-damaged", reason=f"its container cannot be opened ({error})") from None
        if len(zipped.filelist) > _MOST_PARTS:
            raise UnreadableError("file-hostile", reason=f"its container holds more than {_MOST_PARTS:,} parts")
        return cls(zipped, budget)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in lower case, with forward slashes."""
        return tuple(self._parts)

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._parts

    def read(self, name: str) -> bytes:
        """The whole part."""
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """The part, piece by piece; raises UnreadableError when it is missing, broken, locked or over the budget."""
        info = self._parts.get(_plain(name))
        if info is None:
            raise UnreadableError("file-damaged", reason=f"its part {name} is missing")
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableError("password-protected")
        try:
            with self._zip.open(info) as part:
                while chunk := part.read(_CHUNK):
                    self._spend(len(chunk))
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError) as error:
            raise UnreadableError("file-damaged", reason=f"its part {name} cannot be unpacked ({error})") from None

    def _spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise UnreadableError("file-too-large", size="more when unpacked", limit=megabytes(self._budget))


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()

"""Owns the bytes of a library: each layer's files, read once and within limits, and the hash of them all."""

import os
import stat
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from sv_cli.findings.finding import Place
from sv_cli.library.faults import Faults
from sv_cli.library.find import library_files
from sv_cli.paths import system_says

MAX_BYTES = 4_000_000
_CHUNK = 65_536


class RawFile(Struct, frozen=True):
    """One file: its path, as findings name it, and its bytes."""

    path: str
    data: bytes


class RawLayer(Struct, frozen=True):
    """One library as it lies on disk. ``sha256`` is over the names within the library, sizes and bytes."""

    path: str
    files: tuple[RawFile, ...]
    sha256: str


def read_layer(path: Path, faults: Faults, *, links: bool = False) -> RawLayer:
    """Read the library at ``path``; what cannot be read, or is too large, is among ``faults``.

    ``links`` says whether links to files and folders are followed.
    """
    found = library_files(path, links=links)
    faults.extend(found.findings)
    digest = sha256()
    files: list[RawFile] = []
    left = MAX_BYTES
    for name, file in found.files:
        data = _bytes_of(file, left, faults)
        if data is None:
            continue
        left -= len(data)
        if left < 0:
            limit = f"{MAX_BYTES / 1_000_000:g} MB"
            faults.add("library-too-large", Place(file=str(path)), size="too many bytes", limit=limit)
            break
        digest.update(f"{name}\0{len(data)}\0".encode(errors="surrogateescape"))
        digest.update(data)
        files.append(RawFile(str(file), data))
    return RawLayer(str(path), tuple(files), digest.hexdigest())


def _bytes_of(file: Path, limit: int, faults: Faults) -> bytes | None:
    """The file's bytes, or just more than ``limit`` of them; None when it cannot be read, or is no plain file."""
    try:
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(handle, "rb", buffering=0) as opened:  # noqa: PTH123 - a descriptor, not a path
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                faults.add("library-file-refused", Place(file=str(file)), what="not a plain file")
                return None
            return b"".join(_chunks(opened.read, limit))
    except OSError as error:
        faults.add("file-unreadable", Place(file=str(file)), reason=system_says(error))
        return None


def _chunks(read: Callable[[int], bytes | None], limit: int) -> Iterator[bytes]:
    """What the file holds, up to the first chunk that reaches over ``limit``."""
    while limit >= 0 and (chunk := read(_CHUNK)):
        limit -= len(chunk)
        yield chunk

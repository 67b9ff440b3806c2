"""Owns the one opening of the file: refuses what is no regular file, reads its bytes once, within a limit."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from sv_cli.bids.options import MEGABYTE
from sv_cli.bids.sheets.grid import UnreadableError

_SORTS = (
    (stat.S_ISFIFO, "pipe"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
    (stat.S_ISSOCK, "socket"),
)


def read_bytes(path: Path, limit: int) -> bytes:
    """All bytes of the file at ``path``, read once, so that what is hashed is what is parsed.

    Raises UnreadableError when there is no regular file, it cannot be opened, is empty or is over ``limit`` bytes.
    """
    with open_regular(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > limit:
            raise UnreadableError("file-too-large", size=megabytes(size), limit=megabytes(limit))
        try:
            # Not up to the limit, which as much memory would be set aside for; of what has nothing to give yet, nothing
            data = file.read(size + 1) or b""
            if len(data) > size:  # it has grown since
                data += file.read(limit + 1 - len(data)) or b""
        except OSError as error:
            raise UnreadableError("file-unreadable", reason=_reason(error)) from None
    if len(data) > limit:
        raise UnreadableError("file-too-large", size="more", limit=megabytes(limit))
    if not data:
        raise UnreadableError("file-empty")
    return data


def open_regular(path: Path) -> BinaryIO:
    """The file at ``path``, open to be read; raises UnreadableError when it is no regular file, or cannot be opened."""
    try:
        _refuse_special(path.stat())
        if path.name.startswith("~$"):
            raise UnreadableError("lock-file", name=path.name[2:])
        # O_NONBLOCK: should a pipe have taken the file's place since the look above, opening it cannot wait
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise UnreadableError("file-not-found") from None
    except OSError as error:
        raise UnreadableError("file-unreadable", reason=_reason(error)) from None
    except ValueError:  # a NUL in the path
        raise UnreadableError("file-not-found") from None
    file = open(handle, "rb")  # noqa: PTH123, SIM115 - a descriptor, not a path, which the caller closes
    try:
        _refuse_special(os.fstat(handle))
    except UnreadableError:
        file.close()
        raise
    return file


def _refuse_special(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError("folder-given")
    for is_sort, what in _SORTS:
        if is_sort(status.st_mode):
            raise UnreadableError("not-a-regular-file", what=what)


def megabytes(size: int) -> str:
    """A size in bytes for people: ``1.5 MB``, or ``900 bytes`` where it is a small part of one."""
    return f"{size:,} bytes" if size < MEGABYTE // 10 else f"{size / MEGABYTE:,.1f} MB".replace(".0 MB", " MB")


def _reason(error: OSError) -> str:
    return (error.strerror or "the system gives no reason").lower()

"""Owns the one opening of the file: refuses what is no regular file, reads its bytes once, within a limit."""

import os
import stat
from pathlib import Path

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
    try:
        _refuse_special(path.stat())
        if path.name.startswith("~$"):
            raise UnreadableError("lock-file", name=path.name[2:])
        data = _read_regular(path, limit)
    except FileNotFoundError:
        raise UnreadableError("file-not-found") from None
    except OSError as error:
        raise UnreadableError("file-unreadable", reason=_reason(error)) from None
    except ValueError:  # a NUL in the path
        raise UnreadableError("file-not-found") from None
    if not data:
        raise UnreadableError("file-empty")
    return data


def _refuse_special(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError("folder-given")
    for is_sort, what in _SORTS:
        if is_sort(status.st_mode):
            raise UnreadableError("not-a-regular-file", what=what)


def _read_regular(path: Path, limit: int) -> bytes:
    # O_NONBLOCK: should a pipe have taken the file's place since the look above, opening it cannot wait
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(handle, "rb") as file:  # noqa: PTH123 - a descriptor, not a path
        status = os.fstat(handle)
        _refuse_special(status)
        if status.st_size > limit:
            raise UnreadableError("file-too-large", size=megabytes(status.st_size), limit=megabytes(limit))
        data = file.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError("file-too-large", size="more", limit=megabytes(limit))
    return data


def megabytes(size: int) -> str:
    """A size in bytes for people: ``1.5 MB``."""
    return f"{size / (1024 * 1024):,.1f} MB".replace(".0 MB", " MB")


def _reason(error: OSError) -> str:
    return (error.strerror or "the system gives no reason").lower()

"""Owns the questions of what is at a path, which never raise, and the wording of the system's errors.

`pathlib` raises where a name is too long, or where a folder above may not be looked into.
"""

import os
import stat
from pathlib import Path


def is_there(path: str | Path) -> bool:
    """Whether anything is at ``path``, even a link to nothing."""
    return os.path.lexists(path)


def is_folder(path: str | Path) -> bool:
    """Whether a folder is at ``path``, or a link to one."""
    return os.path.isdir(path)  # noqa: PTH112 - as said above


def is_stream(path: str | Path) -> bool:
    """Whether a pipe or a character device is at ``path``, or a link to one."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - as said above
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)


def system_says(error: OSError) -> str:
    """The system's words for an error, in small letters, as the end of a sentence."""
    return (error.strerror or str(error) or "no reason given").lower()

"""Owns looking whether something stands at a path, which never fails, and what the system says where more does.

`pathlib` raises where a name is too long, or where a folder above lets nobody look into it.
"""

import os
import stat
from pathlib import Path


def is_there(path: str | Path) -> bool:
    """Whether anything is seen at ``path``, be it a link to nothing."""
    return os.path.lexists(path)


def is_folder(path: str | Path) -> bool:
    """Whether a folder is seen at ``path``, or a link to one."""
    return os.path.isdir(path)  # noqa: PTH112 - as said above


def is_stream(path: str | Path) -> bool:
    """Whether a pipe or a device that takes text as it comes is seen at ``path``, or a link to one."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - as said above
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)


def system_says(error: OSError) -> str:
    """What the system says of an error, as the end of a sentence."""
    return (error.strerror or str(error) or "no reason given").lower()

"""Owns looking whether something stands at a path, which never fails: what may not be looked at is not seen.

`pathlib` raises where a name is too long, or where a folder above lets nobody look into it.
"""

import os
from pathlib import Path


def is_there(path: str | Path) -> bool:
    """Whether anything is seen at ``path``, be it a link to nothing."""
    return os.path.lexists(path)


def is_folder(path: str | Path) -> bool:
    """Whether a folder is seen at ``path``, or a link to one."""
    return os.path.isdir(path)  # noqa: PTH112 - as said above

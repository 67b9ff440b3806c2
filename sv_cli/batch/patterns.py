"""Owns what a pattern such as ``bids/**/*.xlsx`` matches.

Python's ``**`` follows links to folders, without end where they lead back up. Here links are not followed, just as
below a folder that is named itself.
"""

import glob
import os
from collections.abc import Callable, Iterator

from sv_cli.paths import system_says

MAGIC = frozenset("*?[")
_ANY_DEPTH = "**"
_SEP = os.sep


def matches(pattern: str, left: Callable[[str], None], unreadable: Callable[[str, str], None]) -> Iterator[str]:
    """Every path that ``pattern`` matches; one may come twice.

    ``left`` is called with each link to a folder that is left out, ``unreadable`` with each unreadable folder and why.
    """
    parts = (pattern.replace(os.altsep, _SEP) if os.altsep else pattern).split(_SEP)
    if _ANY_DEPTH not in parts:
        yield from glob.iglob(pattern)  # noqa: PTH207 - undecodable names stay what they are
        return
    at = parts.index(_ANY_DEPTH)
    head, rest = _SEP.join(parts[:at]), _SEP.join(parts[at + 1 :])
    if at and not head:
        head = _SEP
    for top in glob.iglob(head) if MAGIC & set(head) else [head]:  # noqa: PTH207 - as above
        if not rest:
            yield top or os.curdir
            continue
        for folder in _folders(top, left, unreadable):
            below = os.path.join(glob.escape(folder), rest)  # noqa: PTH118 - as above
            yield from matches(below, left, unreadable)


def _folders(top: str, left: Callable[[str], None], unreadable: Callable[[str, str], None]) -> Iterator[str]:
    """``top`` and all folders below it but hidden ones; ``""`` is the current folder."""
    under_way = [top]
    while under_way:
        folder = under_way.pop()
        yield folder
        try:
            entries = list(os.scandir(folder or os.curdir))
        except NotADirectoryError:
            continue
        except OSError as error:
            unreadable(folder or os.curdir, system_says(error))
            continue
        for entry in entries:
            path = os.path.join(folder, entry.name)  # noqa: PTH118 - as above
            if entry.name.startswith(".") or not os.path.isdir(path):  # noqa: PTH112 - as above
                continue
            if entry.is_symlink():
                left(path)
            else:
                under_way.append(path)

"""Owns the hash of the program's own files: a changed copy may have the same version number."""

import os
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_ELSEWHERE = frozenset(("proxies", "__pycache__"))


@lru_cache(maxsize=1)
def program_state() -> str:
    """A hash of the program's own files, the same wherever the same files are installed.

    The library that ships within the package has a hash of its own. Reading takes a hundredth of a second; sizes and
    times would take as long, and change with every installation.
    """
    return state_of(_PACKAGE)


def state_of(package: Path) -> str:
    """A hash of the names and bytes of the files of ``package``."""
    digest = sha256()
    for folder, folders, files in os.walk(package):
        folders[:] = sorted(set(folders) - _ELSEWHERE)
        for name in sorted(files):
            path = Path(folder, name)
            data = path.read_bytes()
            digest.update(f"{path.relative_to(package).as_posix()}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()

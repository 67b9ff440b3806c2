"""Owns the store of linked libraries, so that a library whose bytes have not changed is not parsed again.

A stored library is data, decoded into the records of `sv_cli.model` and nothing else. Its name is a hash of
every byte that it was made from: the layers' files and paths, and the code that made it. It is used only when
the folder and the file belong to the user and nobody else may write to them, and when its bytes have the hash
that stands at their head; otherwise the library is built anew. Files appear under their name whole or not at
all, so any number of programs may read and write at once.
"""

import os
import stat
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from sv_cli import __version__
from sv_cli.library.layers import RawLayer
from sv_cli.model.figures import Library

FORMAT = b"sv-library/1\n"
KEPT = 12
_LARGEST = 64_000_000  # bytes
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_NEVER_WAITS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_MADE_BY = ("library", "model")
# The library decoded last, by the head of its file: a program that asks again gets the same object
_decoded: dict[bytes, Library] = {}


class Cache(Struct, frozen=True):
    """A folder of stored libraries; without a folder nothing is kept."""

    folder: Path | None

    @classmethod
    def of_user(cls) -> "Cache":
        """The user's own: ``sv`` in $XDG_CACHE_HOME, else in ~/.cache; none when SV_NO_CACHE is set."""
        if os.environ.get("SV_NO_CACHE"):
            return cls(None)
        named = Path(os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or "")
        if named.is_absolute():
            return cls(named / "sv")
        try:
            return cls(Path.home() / ".cache" / "sv")
        except RuntimeError:  # the user's home folder is not known
            return cls(None)

    def get(self, layers: Sequence[RawLayer]) -> Library | None:
        """The library made of ``layers``, if it was stored and can be trusted; else None."""
        if self.folder is None:
            return None
        try:
            _require_private(os.lstat(self.folder), stat.S_ISDIR)
            data = _read(self.folder / _name(layers))
        except (OSError, ValueError):
            return None
        head, payload = data[: len(FORMAT) + 32], data[len(FORMAT) + 32 :]
        if head != FORMAT + sha256(payload).digest():
            return None
        if head not in _decoded:
            try:
                library = msgspec.msgpack.decode(payload, type=Library)
            except (msgspec.DecodeError, ValueError, RecursionError):
                return None
            _decoded.clear()
            _decoded[head] = library
        return _decoded[head]

    def put(self, layers: Sequence[RawLayer], library: Library) -> None:
        """Store ``library``; where that fails it is left out without an error."""
        if self.folder is None:
            return
        with suppress(OSError, ValueError):  # and a path may be no text, being in an old encoding
            payload = msgspec.msgpack.encode(library)
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _require_private(os.lstat(self.folder), stat.S_ISDIR)
            _write(self.folder, _name(layers), FORMAT + sha256(payload).digest() + payload)
            _prune(self.folder)


def _name(layers: Sequence[RawLayer]) -> str:
    """A hash of all that the library is made from. Paths count: findings and reports name them."""
    digest = sha256(FORMAT + __version__.encode() + b"\0" + _code())
    for layer in layers:
        paths = "\0".join((layer.path, *(file.path for file in layer.files)))
        digest.update(f"{layer.sha256}\0{len(paths)}\0{paths}".encode(errors="surrogateescape"))
    return f"{digest.hexdigest()}.library"


def _code() -> bytes:
    """A hash of the modules that make a library, so that a change of them makes another cache."""
    package = Path(__file__).resolve().parent.parent
    digest = sha256()
    for folder in _MADE_BY:
        for module in sorted((package / folder).glob("*.py")):
            digest.update(module.read_bytes())
    return digest.digest()


def _require_private(status: os.stat_result, is_sort: Callable[[int], bool]) -> None:
    """Raise ValueError for what ``is_sort`` denies, what belongs to another user, and what others may write to."""
    if not is_sort(status.st_mode):
        raise ValueError("not what it should be")
    if hasattr(os, "geteuid") and (status.st_uid != os.geteuid() or status.st_mode & _OTHERS_WRITE):
        raise ValueError("not the user's alone")


def _read(path: Path) -> bytes:
    handle = os.open(path, os.O_RDONLY | _NEVER_WAITS)
    with open(handle, "rb") as file:  # noqa: PTH123 - a descriptor, not a path
        status = os.fstat(handle)
        _require_private(status, stat.S_ISREG)
        if status.st_size > _LARGEST:
            raise ValueError("too large")
        return file.read(_LARGEST)


def _write(folder: Path, name: str, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=folder)
    part = Path(temporary)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        part.replace(folder / name)
    except OSError:
        part.unlink()
        raise


def _prune(folder: Path) -> None:
    """Remove all but the KEPT newest files, unfinished ones of programs that were killed among them."""
    files = [entry for entry in os.scandir(folder) if entry.name.endswith((".library", ".part"))]
    for entry in sorted(files, key=lambda each: -each.stat(follow_symlinks=False).st_mtime)[KEPT:]:
        with suppress(FileNotFoundError):
            Path(entry.path).unlink()

"""Owns the folder of results, on this machine or at an address: a file gets its name only when it is complete."""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from sv_cli.batch.sources import is_remote

_STAGING = ".sv-batch.part"
_LOCAL = ("file://", "local://")


class Folder(Protocol):
    """Where results go. ``journal`` is the folder of the journal, always on this machine."""

    journal: Path

    def has(self, name: str) -> bool:
        """Whether a file called ``name`` is there, and is not empty."""

    def below(self, name: str) -> Iterable[str]:
        """The names of the files in the folder ``name`` and in those within it; none where there is no such folder."""

    def write(self, name: str, data: bytes) -> None:
        """Write a whole file; raises OSError."""

    def remove(self, name: str) -> None:
        """Delete a file, if it is there; raises OSError."""

    def staging(self) -> AbstractContextManager[Path]:
        """A context with an empty temporary folder of this machine, for files that `place` then moves."""

    def place(self, staged: Path, names: Sequence[str]) -> None:
        """Move the files ``names`` from the folder ``staged`` into this one; raises OSError."""


def folder_at(path: str) -> Folder:
    """The folder of results at ``path``, made if need be; raises OSError."""
    return RemoteFolder(path) if is_remote(path) else LocalFolder(Path(path))


class LocalFolder:
    """A folder of this machine."""

    def __init__(self, path: Path) -> None:
        path.mkdir(parents=True, exist_ok=True)
        self.journal = path
        self._path = path

    def has(self, name: str) -> bool:
        """Whether a file called ``name`` is there, and holds something."""
        try:
            return (self._path / name).stat().st_size > 0
        except OSError:
            return False

    def below(self, name: str) -> Iterable[str]:
        """The names of the files in the folder ``name`` and in those within it."""
        return (file for _, _, files in os.walk(self._path / name) for file in files)

    def write(self, name: str, data: bytes) -> None:
        """Write a whole file; raises OSError."""
        path = self._path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.part")
        try:
            part.write_bytes(data)
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise

    def remove(self, name: str) -> None:
        """Take a file away, if it is there; raises OSError."""
        (self._path / name).unlink(missing_ok=True)

    def staging(self) -> AbstractContextManager[Path]:
        """An empty folder within this one."""
        return _emptied(self.journal / _STAGING)

    def place(self, staged: Path, names: Sequence[str]) -> None:
        """Move the files here, once all have reached the disk and none to be replaced is locked; raises OSError."""
        for name in names:
            with (staged / name).open("rb+") as file:
                os.fsync(file.fileno())
            if (self._path / name).exists():
                (self._path / name).open("rb+").close()  # fails for a locked one, before any is replaced
        for name in names:
            (staged / name).replace(self._path / name)


class RemoteFolder:
    """An address that fsspec knows. A store writes a file whole or not at all; the journal stays on this machine."""

    def __init__(self, address: str) -> None:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra, and only where an address is written

        local = {"auto_mkdir": True} if address.startswith(_LOCAL) else {}  # elsewhere it might create a bucket
        self._system, self._path = url_to_fs(address, **local)
        state = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
        self.journal = Path(state) / "sv-cli" / hashlib.sha256(address.encode()).hexdigest()[:16]
        self.journal.mkdir(parents=True, exist_ok=True)

    def has(self, name: str) -> bool:
        """Whether a file called ``name`` is there."""
        with _as_os_error():
            return bool(self._system.exists(f"{self._path}/{name}"))

    def below(self, name: str) -> Iterable[str]:
        """The names of the files in the folder ``name`` and in those within it; raises OSError."""
        with _as_os_error():
            return list(map(str, self._system.find(f"{self._path}/{name}")))

    def write(self, name: str, data: bytes) -> None:
        """Write a whole file; raises OSError."""
        with _as_os_error():
            self._system.pipe_file(f"{self._path}/{name}", data)

    def remove(self, name: str) -> None:
        """Take a file away, if it is there; raises OSError."""
        if self.has(name):
            with _as_os_error():
                self._system.rm_file(f"{self._path}/{name}")

    def staging(self) -> AbstractContextManager[Path]:
        """An empty folder of this machine, beside the journal."""
        return _emptied(self.journal / _STAGING)

    def place(self, staged: Path, names: Sequence[str]) -> None:
        """Send staged files to their names; raises OSError."""
        with _as_os_error():
            for name in names:
                self._system.put_file(str(staged / name), f"{self._path}/{name}")


@contextmanager
def _emptied(path: Path) -> Iterator[Path]:
    """An empty folder at ``path``, deleted afterwards; what a killed run has left there is deleted before."""
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir()
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


@contextmanager
def _as_os_error() -> Iterator[None]:
    try:
        yield
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - every store has errors of its own
        raise OSError(str(error)[:300] or type(error).__name__) from None

"""Owns the journal: the results so far, which survive a crash, so that the same command can go on from there.

One SQLite file, locked while a run is under way: a second run is refused, and a lock cannot outlive its process. After
a crash it holds every result that was kept before, and no half of one. Each result has a checksum of its bytes, so that
what a bad disk has changed is an error and never taken for a figure.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self
from zlib import crc32

import msgspec
from msgspec import Struct

from sv_cli.batch.columns import Packed, Result, unpacked

_FORMAT = 2
_APPLICATION = 0x73766A31  # "svj1": tells our file from another's
_BUSY = ("database is locked", "database is busy")
_DAMAGED = "it is damaged"
_SUM = 4  # bytes of a checksum


class Record(Struct, frozen=True):
    """One result to be kept, the path of its bid, and the fingerprint of the setup that it was made under."""

    path: str
    setup: str
    result: Packed


class JournalError(Exception):
    """The journal at ``path`` cannot be used; ``name`` is that of the finding, ``reason`` goes into its message."""

    def __init__(self, name: str, path: Path, reason: str) -> None:
        super().__init__(reason)
        self.name = name
        self.path = path
        self.reason = reason


class Journal:
    """The results of earlier runs and of this one, by path; a context that holds the lock. It raises JournalError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with _told(self.path):
            self._base = sqlite3.connect(path, timeout=0.5, isolation_level=None)
        try:
            with _told(self.path):
                self._prepare()
        except BaseException:
            self._base.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def known(self, path: str, setup: str) -> str | None:
        """The hash of the bytes of the last lasting result of ``path`` under ``setup``; None if there is none."""
        with _told(self.path):
            row = self._base.execute(
                "SELECT sha256 FROM result WHERE path = ? AND setup = ?", (os.fsencode(path), setup)
            ).fetchone()
        return None if row is None or not row[0] else str(row[0])

    def reported(self, path: str) -> bool:
        """Whether the last result of ``path`` came with a report."""
        with _told(self.path):
            row = self._base.execute("SELECT reported FROM result WHERE path = ?", (os.fsencode(path),)).fetchone()
        return row is not None and bool(row[0])

    def keep(self, records: Iterable[Record]) -> None:
        """Keep ``records``, all or none of them."""
        rows = [_row(each) for each in records]
        with _told(self.path):
            self._base.execute("BEGIN")
            try:
                self._base.executemany("INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?, ?)", rows)
                self._base.execute("COMMIT")
            except sqlite3.Error:
                if self._base.in_transaction:
                    self._base.execute("ROLLBACK")
                raise

    def results(self, paths: Iterable[str]) -> Iterator[Result]:
        """The results of ``paths``, in their order, one at a time; every path has to have one."""
        for path in paths:
            with _told(self.path):
                row = self._base.execute("SELECT result FROM result WHERE path = ?", (os.fsencode(path),)).fetchone()
                result = unpacked(self._unchanged(row[0]))
            yield result

    def _unchanged(self, kept: bytes) -> bytes:
        """The bytes of a result without their checksum; raises JournalError when this is wrong."""
        if _summed(kept[_SUM:]) != kept:
            raise JournalError("journal-unusable", self.path, _DAMAGED)
        return kept[_SUM:]

    def _prepare(self) -> None:
        """Take the lock, then check that the file is a journal; results of an older format are dropped."""
        execute = self._base.execute
        execute("PRAGMA locking_mode = EXCLUSIVE")
        execute("PRAGMA journal_mode = WAL")
        execute("PRAGMA synchronous = NORMAL")
        execute("BEGIN EXCLUSIVE")
        (application,) = execute("PRAGMA application_id").fetchone()
        (version,) = execute("PRAGMA user_version").fetchone()
        (tables,) = execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables and application != _APPLICATION:
            raise JournalError("journal-unusable", self.path, "it is a database for something else")
        if tables and version != _FORMAT:
            execute("DROP TABLE IF EXISTS result")
        execute(f"PRAGMA application_id = {_APPLICATION}")
        execute(f"PRAGMA user_version = {_FORMAT}")
        execute(
            "CREATE TABLE IF NOT EXISTS result (path BLOB PRIMARY KEY, setup TEXT NOT NULL, sha256 TEXT NOT NULL,"
            " reported INTEGER NOT NULL, result BLOB NOT NULL)"
        )
        execute("COMMIT")


def _row(record: Record) -> tuple[bytes, str, str, bool, bytes]:
    result = record.result
    sha256 = result.sha256 if result.lasting else ""
    return os.fsencode(record.path), record.setup, sha256, result.report is not None, _summed(result.rows)


def _summed(rows: bytes) -> bytes:
    """``rows``, preceded by their checksum."""
    return crc32(rows).to_bytes(_SUM) + rows


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn errors of the database into JournalError with the finding that fits."""
    try:
        yield
    except sqlite3.Error as error:
        reason = str(error)
        if any(said in reason for said in _BUSY):
            raise JournalError("folder-in-use", path, reason) from None
        if isinstance(error, sqlite3.OperationalError) and not _is_of_content(error):
            raise JournalError("batch-not-written", path, reason) from None
        reason = _DAMAGED if isinstance(error, sqlite3.OperationalError) else reason
        raise JournalError("journal-unusable", path, reason) from None
    except (msgspec.MsgspecError, UnicodeDecodeError, TypeError):  # broken text, or a path without a result
        raise JournalError("journal-unusable", path, _DAMAGED) from None


def _is_of_content(error: sqlite3.OperationalError) -> bool:
    """Whether the error is about the file's contents, such as a missing column, and not about reading the file."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) == sqlite3.SQLITE_ERROR

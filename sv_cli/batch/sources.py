"""Owns where a bid's bytes come from: a file of this machine, or any address that fsspec knows (``s3://…``)."""

import hashlib
from collections import Counter
from pathlib import Path

from sv_cli.bids.sheets.files import megabytes, read_bytes
from sv_cli.bids.sheets.grid import UnreadableError

_GONE = (404, 410)  # HTTP statuses of a file that is not there
_PATIENCE = 3  # bids in a row for which a store may fail, after fsspec's own repeated tries


class StoreError(Exception):
    """A store does not answer: its arguments are the address and the reason."""


_in_vain: Counter[str] = Counter()  # failures in a row by store


def is_remote(path: str) -> bool:
    """Whether ``path`` is an address and no file name: it has a scheme of two letters or more before ``://``."""
    scheme, mark, _ = path.partition("://")
    return bool(mark) and len(scheme) > 1 and scheme.replace("+", "").isalnum()


def read_source(path: str, limit: int) -> bytes:
    """All bytes at ``path``; raises UnreadableError when they cannot be read or are more than ``limit``.

    Raises StoreError when _PATIENCE in a row of one store could not be read: waiting for all others would take hours.
    """
    return _remote_bytes(path, limit) if is_remote(path) else read_bytes(Path(path), limit)


def sha256_of(path: str, limit: int) -> str | None:
    """The hash of the bytes at ``path``; None if they cannot be read or are more than ``limit``. Raises StoreError."""
    try:
        return hashlib.sha256(read_source(path, limit)).hexdigest()
    except UnreadableError:
        return None


def _remote_bytes(path: str, limit: int) -> bytes:
    from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra, and only where an address is read

    try:
        system, inside = url_to_fs(path)
        size = system.size(inside) or 0
        data: bytes = b"" if size > limit else system.cat_file(inside)
        size = max(size, len(data))  # some stores give no size beforehand
    except FileNotFoundError as error:
        raise _absent(path, error.__cause__) from None
    except PermissionError as error:
        _answered(path)
        raise UnreadableError("file-unreadable", reason=_reason(error)) from None
    except Exception as error:  # noqa: BLE001 - every store has errors of its own
        raise _unanswered(path, error) from None
    _answered(path)
    if size > limit:
        raise UnreadableError("file-too-large", size=megabytes(size), limit=megabytes(limit))
    if not data:
        raise UnreadableError("file-empty")
    return data


def _absent(path: str, cause: BaseException | None) -> UnreadableError | StoreError:
    """The error for a file that fsspec calls missing; by ``cause`` the store may in truth not have been reached."""
    if isinstance(cause, OSError) or getattr(cause, "status", _GONE[0]) not in _GONE:
        return _unanswered(path, cause)
    _answered(path)
    return UnreadableError("file-not-found")


def _unanswered(path: str, cause: BaseException | None) -> UnreadableError | StoreError:
    _in_vain[_store(path)] += 1
    if _in_vain[_store(path)] < _PATIENCE:
        return UnreadableError("file-unreadable", reason=_reason(cause))
    _answered(path)  # the next run asks anew
    return StoreError(path, _reason(cause))


def _answered(path: str) -> None:
    _in_vain.pop(_store(path), None)


def _store(path: str) -> str:
    """What an address begins with: ``s3://bucket`` or ``https://host``."""
    return "/".join(path.split("/", 3)[:3])


def _reason(cause: BaseException | None) -> str:
    return str(cause)[:200] or type(cause).__name__

"""Owns the way from a file to a bid: open it, find its tables, read its rows, and tell what there is to tell."""

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sv_cli.bids.assemble import assemble
from sv_cli.bids.containers import open_book
from sv_cli.bids.options import Reading, ReadOptions
from sv_cli.bids.sheets.files import read_bytes
from sv_cli.bids.sheets.grid import UnreadableError
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Place
from sv_cli.model.vocabulary import Vocabulary

_DEFAULTS = ReadOptions()


def read_bid(path: Path, vocabulary: Vocabulary, options: ReadOptions = _DEFAULTS) -> Reading:
    """Read the bid in the file at ``path``; what cannot be read is told in the findings, and never raised.

    The file is read once: the bytes that are hashed are the bytes that are parsed.
    """
    held: list[bytes] = []  # given away too, to be gone once they are read
    try:
        held.append(read_bytes(path, options.max_bytes))
    except UnreadableError as error:
        return _unreadable(error, str(path))
    return read_data(held.pop(), str(path), vocabulary, options)


def read_data(data: bytes, file: str, vocabulary: Vocabulary, options: ReadOptions = _DEFAULTS) -> Reading:
    """Read the bid in ``data``, which came from ``file``; as `read_bid` does, wherever the bytes are from."""
    with without_collecting():
        try:
            sha256 = hashlib.sha256(data).hexdigest()
            books = [open_book(data, options)]  # given away, to be gone before anything looks for garbage in it
            del data
            return assemble(books.pop(), file, sha256, vocabulary, options)
        except UnreadableError as error:
            return _unreadable(error, file)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Records are made by the hundred thousand and none is dropped: looking for garbage among them halves the speed."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _unreadable(error: UnreadableError, file: str) -> Reading:
    return Reading(None, (finding(error.name, Place(file=file), **error.fields),))

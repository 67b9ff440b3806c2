"""Owns the way from a file to a bid: open it, find its tables, read its rows, and tell what there is to tell."""

import hashlib
from pathlib import Path

from sv_cli.bids.assemble import assemble
from sv_cli.bids.containers import open_book
from sv_cli.bids.files import read_bytes
from sv_cli.bids.options import Reading, ReadOptions
from sv_cli.bids.sheets.grid import UnreadableError
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Place
from sv_cli.model.vocabulary import Vocabulary

_DEFAULTS = ReadOptions()


def read_bid(path: Path, vocabulary: Vocabulary, options: ReadOptions = _DEFAULTS) -> Reading:
    """Read the bid in the file at ``path``; what cannot be read is told in the findings, and never raised.

    The file is read once: the bytes that are hashed are the bytes that are parsed.
    """
    try:
        data = read_bytes(path, options.max_bytes)
    except UnreadableError as error:
        return _unreadable(error, str(path))
    return read_data(data, str(path), vocabulary, options)


def read_data(data: bytes, file: str, vocabulary: Vocabulary, options: ReadOptions = _DEFAULTS) -> Reading:
    """Read the bid in ``data``, which came from ``file``; as `read_bid` does, wherever the bytes are from."""
    try:
        book = open_book(data, options)
    except UnreadableError as error:
        return _unreadable(error, file)
    return assemble(book, file, hashlib.sha256(data).hexdigest(), vocabulary, options)


def _unreadable(error: UnreadableError, file: str) -> Reading:
    return Reading(None, (finding(error.name, Place(file=file), **error.fields),))

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
        book = open_book(data, options)
    except UnreadableError as error:
        return Reading(None, (finding(error.name, Place(file=str(path)), **error.fields),))
    return assemble(book, str(path), hashlib.sha256(data).hexdigest(), vocabulary, options)

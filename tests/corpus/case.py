"""Owns Case: a spreadsheet as somebody made it, and what a careful clerk would read in it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sv_cli.bids.options import ReadOptions

Read = tuple[int, str | None, str | None, str | None]
"""Row, reference, quantity (None: the clerk would ask), unit."""


class Case(NamedTuple):
    """One file of the corpus.

    ``name`` is the file's name; ``data`` makes its bytes. ``reads`` are all of the commitments that are to be
    read, as (row, reference, quantity, unit), in the file's order; whatever is not among them must not be read.
    ``findings`` must all appear, by name (``a|b`` is satisfied by either); ``quiet`` says that nothing graver
    than a note may. ``fatal`` is the finding that must end the reading (``a|b`` likewise). ``facts`` are facts of
    the contract, as text. ``why`` is said when the case fails.
    """

    name: str
    data: Callable[[], bytes]
    reads: tuple[Read, ...] = ()
    findings: tuple[str, ...] = ()
    fatal: str = ""
    facts: Mapping[str, str] = {}
    quiet: bool = False
    options: ReadOptions = ReadOptions()
    why: str = ""

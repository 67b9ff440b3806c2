"""Owns the cells that Python has no literal for: formulas with what they came to, formatted numbers, errors."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple


class Formula(NamedTuple):
    """A formula and the result that the program kept; None when the file was written by a script."""

    text: str
    kept: Any = None


class Formatted(NamedTuple):
    """A number shown through a number format."""

    value: Any
    number_format: str


class Wrong(NamedTuple):
    """An error cell such as #N/A."""

    code: str


class Sheet(NamedTuple):
    """A sheet: rows from the first, merged ranges, what is hidden (1-based rows, column letters), comments by cell."""

    rows: list[list[Any]]
    name: str = "Commitments"
    merged: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    state: str = "visible"
    comments: Mapping[str, str] = {}


def sheets_of(pages: Iterable[Sheet | list[list[Any]]]) -> tuple[Sheet, ...]:
    """The sheets of a workbook, of which those that are nothing but rows are given as their rows."""
    return tuple(page if isinstance(page, Sheet) else Sheet(page) for page in pages)

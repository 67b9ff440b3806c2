"""Owns ByField: the columns of a table by the fields they may answer to, while it is being settled which does."""

from collections.abc import Collection
from typing import Any

from msgspec.structs import replace

from sv_cli.bids.tables.headings.heading import KEYS
from sv_cli.bids.tables.under.held import Column

ByField = dict[str, list[Column]]


def columns_of(by_field: ByField, *fields: str) -> list[Column]:
    """The columns of several fields."""
    return [column for field in fields for column in by_field.get(field, [])]


def keys_of(by_field: ByField) -> list[int]:
    """The 0-based places of the columns that say what is promised."""
    return [column.index for column in columns_of(by_field, *KEYS)]


def take_from(by_field: ByField, field: str, unwanted: Collection[Column]) -> None:
    """Let columns answer to a field no longer; one that none is left of is gone, and any other is the last."""
    left = [column for column in by_field.pop(field, []) if column not in unwanted]
    if left:
        by_field[field] = left


def as_field(column: Column, field: str, **changes: Any) -> Column:
    """The column with a heading that answers to ``field``, and is changed in what else is given."""
    return replace(column, heading=replace(column.heading, field=field, **changes))

"""Owns the keys of the file of `--reading`, which says how bids are read: columns, sheets, order of dates, limits."""

from typing import Annotated

from msgspec import Meta, Struct, field

WHOLE = r"^[1-9][0-9]{0,11}$(?!\n)"
Whole = Annotated[str, Meta(pattern=WHOLE)]


class LimitsEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """The limits that the reader keeps to, each of which can be raised or lowered."""

    bytes: Whole | None = None
    unpacked: Whole | None = None
    rows: Whole | None = None
    cells: Whole | None = None
    letters: Whole | None = None
    sheets: Whole | None = None
    seconds: Whole | None = None
    memory: Whole | None = None


class ReadingDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file; every key may be left out."""

    columns: dict[str, str] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    date_order: Annotated[str, Meta(pattern=r"^(dmy|mdy)$(?!\n)")] | None = None
    limits: LimitsEntry = field(default_factory=LimitsEntry)

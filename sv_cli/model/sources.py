"""Owns the source record: what it takes to open the page that a number was read on."""

from msgspec import Struct


class Source(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One publication, as a reader would need it to open the page that a figure was read on."""

    publisher: str
    title: str
    published: str
    url: str
    licence: str
    redistributable: bool
    read: str
    accessed: str
    edition: str | None = None
    read_via: str | None = None
    superseded_by: str | None = None
    note: str | None = None

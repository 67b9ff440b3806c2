"""Owns the source record of a publication that numbers were read in."""

from msgspec import Struct


class Source(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One publication, with what a reader needs to find it again.

    ``read`` is ``primary`` or ``secondary``: then it was read in another publication, ``read_via``.
    """

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

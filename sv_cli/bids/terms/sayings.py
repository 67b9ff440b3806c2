"""Owns Sayings: what notes say of one kind, and how few texts it is looked for in."""

from typing import NamedTuple


class Sayings(NamedTuple):
    """A pattern of words without signs, and without look-around, which not every engine has.

    Each match has one of the ``stems``, which few other texts have; a ``|`` stands between them.
    """

    pattern: str
    stems: str

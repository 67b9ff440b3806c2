"""Owns Finding: one thing to tell the user, where it is, and what to do about it."""

from enum import StrEnum

from msgspec import Struct

At = tuple[str, int | str | None]
"""Identifies a line of a bid: its sheet, and its row or the address of its first cell."""


class Severity(StrEnum):
    """How much a finding matters: an error leaves something unvalued or a rule broken."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    def reaches(self, least: "Severity") -> bool:
        """Whether it is at least as severe as ``least``."""
        order = list(Severity)
        return order.index(self) >= order.index(least)


class Kind(Struct, frozen=True):
    """One kind of finding, an entry of the catalogue.

    ``message`` and ``help`` are templates over named fields. ``fatal`` means that there is no figure to trust once it
    has occurred. ``title`` and ``why`` are for readers of the catalogue.
    """

    code: str
    name: str
    severity: Severity
    title: str
    message: str
    help: str
    why: str
    fatal: bool = False


class Place(Struct, frozen=True, omit_defaults=True):
    """A place in a file: a sheet, a row (or a line of text), a column's heading, and a cell's address.

    ``record`` is the address of the first cell of a commitment whose fields are in several rows.
    """

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str | None = None
    cell: str | None = None
    record: str | None = None

    @property
    def line(self) -> At:
        """Identifies the line of the bid that the place is in, as `Commitment.line` does."""
        return self.sheet, self.record or self.row

    def __str__(self) -> str:
        inside = self.cell or ("" if self.row is None else str(self.row))
        if self.sheet:
            inside = f"{self.sheet}!{inside}" if inside else self.sheet
        return ":".join(part for part in (self.file, inside) if part)


class Finding(Struct, frozen=True):
    """One thing to tell the user."""

    code: str
    name: str
    severity: Severity
    place: Place
    message: str
    help: str
    fatal: bool = False


class _Said(str):
    """A text whose repr, with which messages quote it, does not double backslashes as Python's does."""

    __slots__ = ()

    def __repr__(self) -> str:
        quote = '"' if "'" in self and '"' not in self else "'"
        return f"{quote}{''.join(map(_shown, self))}{quote}"


def _shown(letter: str) -> str:
    return letter if letter.isprintable() else repr(letter)[1:-1]


def quoted(text: str) -> str:
    """The text between quotation marks, with unseen characters written as escapes."""
    return repr(_Said(text))


def as_finding(kind: Kind, place: Place, /, **fields: object) -> Finding:
    """Fill the templates of ``kind``; raises KeyError when the templates name a field that is not given."""
    fields = {name: _quotable(value) for name, value in fields.items()}
    return Finding(
        code=kind.code,
        name=kind.name,
        severity=kind.severity,
        place=place,
        message=kind.message.format(**fields),
        help=kind.help.format(**fields),
        fatal=kind.fatal,
    )


def _quotable(value: object) -> object:
    """``value``, as a _Said if it is a text that Python's repr would change; most are not."""
    plain = not isinstance(value, str) or ("\\" not in value and value.isprintable())
    return value if plain else _Said(value)

"""Owns what an author may write in a framework, a file of waivers and a file of targets: keys, types, patterns."""

from datetime import date
from typing import Annotated, Any

from msgspec import Meta, field

from sv_cli.library.reading_shapes import Whole
from sv_cli.library.shapes import Entry, Id, Number, Text, UnitId
from sv_cli.model.sources import Source


class ScopeEntry(Entry, frozen=True):
    """The contracts that something is for; see `sv_cli.model.frameworks.Scope`."""

    from_value: Number | None = None
    above_value: Number | None = None
    below_value: Number | None = None
    from_start: date | None = None
    before_start: date | None = None


class FrameworkEntry(Entry, frozen=True):
    """What a framework says of itself."""

    id: Id
    title: Text
    authority: Text
    version: Text
    published: Text
    summary: Text
    contact: Text | None = None
    superseded_by: Id | None = None


class RuleEntry(Entry, frozen=True):
    """The keys that every rule has, whatever its family; the family's own keys stand beside them."""

    id: Id
    check: Id
    severity: Annotated[str, Meta(pattern=r"^(error|warning|note)$(?!\n)")] = "error"
    message: Text | None = None
    reason: Text | None = None
    clause: Text | None = None
    contact: Text | None = None
    applies: ScopeEntry = field(default_factory=ScopeEntry)


class FrameworkDocument(Entry, frozen=True):
    """The top level of a framework's file. Rules stay unread here, so that each reports its own faults."""

    framework: FrameworkEntry
    rules: Annotated[list[Any], Meta(min_length=1, max_length=1000)]
    scope: ScopeEntry = field(default_factory=ScopeEntry)
    sources: tuple[Source, ...] = ()
    not_checked: tuple[Text, ...] = ()


class Selection(Entry, frozen=True):
    """Measures: those that any of ``proxies``, ``themes``, ``outcomes`` or ``codes`` names, or all where none does.

    ``proxies`` and ``codes`` may end in ``*``; a code is a scheme and a code of it, ``toms:NT24``. ``units``
    and ``confidence`` narrow what the others name.
    """

    proxies: tuple[Text, ...] = ()
    themes: tuple[Id, ...] = ()
    outcomes: tuple[Id, ...] = ()
    codes: tuple[Text, ...] = ()
    units: tuple[UnitId, ...] = ()
    confidence: tuple[Annotated[str, Meta(pattern=r"^(high|medium|low)$(?!\n)")], ...] = ()

    @property
    def everything(self) -> bool:
        """Whether it leaves nothing out."""
        return not (self.proxies or self.themes or self.outcomes or self.codes or self.units or self.confidence)


class WaiverEntry(Entry, frozen=True):
    """What is left standing: which rule or code, in which bid (a file's name, ``*`` allowed), until when, by whom."""

    rule: Text
    until: date
    by: Text
    reason: Text
    bid: Text = "*"
    row: Whole | None = None


class WaiverDocument(Entry, frozen=True):
    """The top level of a file of waivers."""

    waivers: Annotated[list[Any], Meta(max_length=5000)]


class TargetEntry(Entry, frozen=True):
    """An outcome that the buyer wants: which measures count, how much of them, and what a missing unit is worth."""

    id: Id
    title: Text
    of: Selection
    quantity: Number | None = None
    unit: UnitId | None = None
    value: Number | None = None
    valued_as: Id | None = None


class TargetDocument(Entry, frozen=True):
    """The top level of a file of targets."""

    title: Text
    targets: Annotated[list[Any], Meta(min_length=1, max_length=1000)]

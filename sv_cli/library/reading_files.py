"""Owns the small YAML file that keeps how bids are to be read: columns, sheets, the order of dates, limits."""

from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.library.complaints import converted
from sv_cli.library.frameworks import read_marked

Whole = Annotated[str, Meta(pattern=r"^[1-9][0-9]{0,11}$(?!\n)")]


class LimitsEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """The limits that the reader keeps to, each of which can be raised or lowered."""

    bytes: Whole | None = None
    unpacked: Whole | None = None
    rows: Whole | None = None
    cells: Whole | None = None
    sheets: Whole | None = None
    seconds: Whole | None = None
    memory: Whole | None = None


class ReadingDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file; every key may be left out."""

    columns: dict[str, str] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    date_order: Literal["dmy", "mdy"] | None = None
    limits: LimitsEntry = field(default_factory=LimitsEntry)


def load_reading(path: Path) -> tuple[ReadingDocument | None, list[Finding]]:
    """What the file says, or None and the findings that say why it cannot be used."""
    findings: list[Finding] = []
    if not path.exists():
        return None, [finding("file-not-found", Place(file=str(path)))]
    marked = read_marked(path, findings)
    document = None if marked is None else converted(marked.plain, ReadingDocument, "$", marked, str(path), findings)
    return document, findings

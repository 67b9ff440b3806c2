"""Owns files of waivers; a wrong entry gives a finding at its line."""

from datetime import date
from pathlib import Path

from msgspec import Struct

from sv_cli.findings.finding import Finding
from sv_cli.library.beside import read_beside
from sv_cli.library.complaints import each_converted
from sv_cli.library.framework_shapes import WaiverDocument, WaiverEntry
from sv_cli.library.shapes import record_of


class Waiver(Struct, frozen=True):
    """Findings that somebody accepts: those of a ``rule`` (its id, or a finding's name or code) until a day.

    Only in the bids whose file name matches ``bid``, and only in the row ``row`` if there is one.
    """

    rule: str
    until: date
    by: str
    reason: str
    bid: str = "*"
    row: int | None = None
    file: str = ""
    line: int = 0


def load_waivers(path: Path) -> tuple[tuple[Waiver, ...], list[Finding]]:
    """The waivers of one file, and findings on what is wrong with it."""
    findings: list[Finding] = []
    read = read_beside(path, WaiverDocument, findings)
    if read is None:
        return (), findings
    document, marked = read
    entries = each_converted("waivers", document.waivers, WaiverEntry, marked, findings)
    return tuple(_waiver(entry, str(path), line) for entry, line in entries), findings


def _waiver(entry: WaiverEntry, file: str, line: int) -> Waiver:
    by, reason = (" ".join(text.split()) for text in (entry.by, entry.reason))
    return record_of(entry, Waiver, by=by, reason=reason, file=file, line=line)

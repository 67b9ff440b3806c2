"""Owns files of targets, a buyer's wanted outcomes and quantities; a wrong entry gives a finding at its line."""

from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from sv_cli.findings.finding import Finding
from sv_cli.library.beside import read_beside
from sv_cli.library.complaints import bad, each_converted
from sv_cli.library.framework_shapes import Selection, TargetDocument, TargetEntry
from sv_cli.library.shapes import record_of


class Target(Struct, frozen=True):
    """A wanted outcome: a ``quantity`` of the measures ``of``, in ``unit``, or a present ``value`` in pounds, or both.

    ``valued_as`` is the proxy that a missing unit is valued by, where none of the measures is promised.
    """

    id: str
    title: str
    of: Selection
    quantity: Decimal | None
    unit: str | None
    value: Decimal | None
    valued_as: str | None
    file: str
    line: int


def load_targets(path: Path) -> tuple[tuple[Target, ...], list[Finding]]:
    """The wanted outcomes of one file, and findings on what is wrong with it."""
    findings: list[Finding] = []
    read = read_beside(path, TargetDocument, findings)
    if read is None:
        return (), findings
    document, marked = read
    entries = each_converted("targets", document.targets, TargetEntry, marked, findings)
    return tuple(_target(entry, str(path), line, findings) for entry, line in entries), findings


def _target(entry: TargetEntry, file: str, line: int, findings: list[Finding]) -> Target:
    quantity, value = (None if text is None else Decimal(text) for text in (entry.quantity, entry.value))
    if quantity is None and value is None:
        findings.append(bad(entry.id, "it needs a quantity or a value", file, line))
    if any(each is not None and each <= 0 for each in (quantity, value)):
        findings.append(bad(entry.id, "the target must be above 0", file, line))
    return record_of(entry, Target, file=file, line=line)

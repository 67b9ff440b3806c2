"""Owns findings as plain lines: `bid.xlsx:Commitments!D14: SV307 unit-mismatch: …` and, below it, `help: …`."""

from collections.abc import Iterable

from sv_cli.findings.finding import Finding
from sv_cli.reports.words import shown


def as_lines(findings: Iterable[Finding]) -> str:
    """Two lines a finding, in their order; an empty text for none."""
    return "".join(f"{said_of(each)}\n  help: {shown(each.help)}\n" for each in findings)


def said_of(finding: Finding) -> str:
    """One line: the finding's place, code, name and message."""
    return f"{address_of(finding)}: {shown(finding.message)}"


def address_of(finding: Finding) -> str:
    """The finding's place, code and name."""
    place = shown(str(finding.place), 400)
    return f"{place}: {finding.code} {finding.name}" if place else f"{finding.code} {finding.name}"

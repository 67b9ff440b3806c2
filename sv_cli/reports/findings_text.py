"""Owns findings as plain lines for standard error: `bid.xlsx:Commitments!D14: SV307 unit-mismatch: …` and `help: …`."""

from collections.abc import Iterable

from sv_cli.findings.finding import Finding
from sv_cli.reports.words import shown


def as_lines(findings: Iterable[Finding]) -> str:
    """Two lines a finding, in the order that they were found; nothing for none."""
    return "".join(_lines(each) for each in findings)


def _lines(finding: Finding) -> str:
    place = shown(str(finding.place), 400)
    where = f"{place}: " if place else ""
    return f"{where}{finding.code} {finding.name}: {shown(finding.message)}\n  help: {shown(finding.help)}\n"

"""Owns what a report may assume of where it is shown: how wide, in colour or not, in which characters."""

from msgspec import Struct

from sv_cli.findings.finding import Finding, Severity


class Screen(Struct, frozen=True):
    """``width`` in columns; ``colour`` and ``unicode`` say what the terminal (or the pipe) takes."""

    width: int = 100
    colour: bool = False
    unicode: bool = True
    verbose: bool = False

    def shows(self, finding: Finding) -> bool:
        """Whether a report for people tells of it: notes are for those who ask."""
        return self.verbose or finding.severity is not Severity.NOTE

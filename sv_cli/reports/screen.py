"""Owns what a report knows of the terminal or pipe that it is shown on: width, colour, characters, verbosity."""

from msgspec import Struct

from sv_cli.findings.finding import Finding, Severity


class Screen(Struct, frozen=True):
    """``width`` in columns; ``colour`` and ``unicode`` say what can be shown; ``verbose`` what the user asked for."""

    width: int = 100
    colour: bool = False
    unicode: bool = True
    verbose: bool = False

    def shows(self, finding: Finding) -> bool:
        """Whether a report for people shows ``finding``: notes only when ``verbose``."""
        return self.verbose or finding.severity is not Severity.NOTE

"""Owns what a command hands back: text for standard output, notes for standard error, and the exit code."""

from collections.abc import Iterable
from enum import IntEnum

from msgspec import Struct

from sv_cli.findings.finding import Finding, Severity
from sv_cli.reports.findings_text import as_lines


class ExitCode(IntEnum):
    """What the program's exit says; scripts depend on it."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNUSABLE = 3
    INTERNAL = 70
    INTERRUPTED = 130


class Outcome(Struct, frozen=True):
    """``text`` is the result, a long one in pieces; ``notes`` is everything else that there is to say."""

    exit_code: ExitCode
    text: str = ""
    notes: str = ""
    pieces: Iterable[str] = ()


def exit_code_of(findings: Iterable[Finding]) -> ExitCode:
    """3 when there is no figure to trust, 1 when there is something to act on, 0 otherwise."""
    worst = ExitCode.CLEAN
    for each in findings:
        if each.fatal:
            return ExitCode.UNUSABLE
        if each.severity is Severity.ERROR:
            worst = ExitCode.FINDINGS
    return worst


def unusable(findings: Iterable[Finding]) -> Outcome:
    """The outcome of a bid or a library that cannot be used: nothing on standard output, the reasons on the other."""
    return Outcome(exit_code=ExitCode.UNUSABLE, notes=as_lines(findings))

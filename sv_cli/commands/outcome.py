"""Owns what a command returns: text for standard output, notes for standard error, the exit code; or a refusal."""

from collections.abc import Callable, Iterable
from enum import IntEnum
from functools import wraps
from typing import ParamSpec

from msgspec import Struct

from sv_cli.findings.finding import Finding, Severity
from sv_cli.reports.findings_text import as_lines

P = ParamSpec("P")


class ExitCode(IntEnum):
    """The exit codes of the program; scripts depend on them."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNUSABLE = 3
    INTERNAL = 70
    INTERRUPTED = 130


class Outcome(Struct, frozen=True):
    """What a command prints: ``text``, or the ``pieces`` of a long one, to standard output, ``notes`` to the other."""

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


class Refused(Exception):  # noqa: N818 - it carries findings, it is no error of the program
    """The command stops without a result; the findings say why, and ``exit_code`` is the program's."""

    def __init__(self, findings: Iterable[Finding], exit_code: ExitCode = ExitCode.UNUSABLE) -> None:
        super().__init__()
        self.findings = tuple(findings)
        self.exit_code = exit_code

    @property
    def outcome(self) -> Outcome:
        """The outcome in place of a result: the findings as notes, without those of severity note on single rows."""
        shown = (each for each in self.findings if each.severity is not Severity.NOTE or each.place.row is None)
        return Outcome(exit_code=self.exit_code, notes=as_lines(shown))


def refusable(command: Callable[P, Outcome]) -> Callable[P, Outcome]:
    """A decorator: where the command raises Refused, its result is the refusal's outcome."""

    @wraps(command)
    def outcome(*args: P.args, **kwargs: P.kwargs) -> Outcome:
        try:
            return command(*args, **kwargs)
        except Refused as refused:
            return refused.outcome

    return outcome

"""Owns what a command hands back: text for standard output, notes for standard error, the exit code; or a refusal."""

from collections.abc import Callable, Iterable
from enum import IntEnum
from functools import wraps
from typing import ParamSpec

from msgspec import Struct

from sv_cli.findings.finding import Finding, Severity
from sv_cli.reports.findings_text import as_lines

P = ParamSpec("P")


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


class Refused(Exception):  # noqa: N818 - it carries findings, it is no error of the program
    """What is asked for is not done, or comes to no figure to trust; the findings say why."""

    def __init__(self, findings: Iterable[Finding], exit_code: ExitCode = ExitCode.UNUSABLE) -> None:
        super().__init__()
        self.findings = tuple(findings)
        self.exit_code = exit_code

    @property
    def outcome(self) -> Outcome:
        """What a command hands back in place of a result, without the notes on how the promise of a row was read."""
        told = (each for each in self.findings if each.severity is not Severity.NOTE or each.place.row is None)
        return Outcome(exit_code=self.exit_code, notes=as_lines(told))


def refusable(command: Callable[P, Outcome]) -> Callable[P, Outcome]:
    """The command, which hands back the reasons where it raises Refused."""

    @wraps(command)
    def outcome(*args: P.args, **kwargs: P.kwargs) -> Outcome:
        try:
            return command(*args, **kwargs)
        except Refused as refused:
            return refused.outcome

    return outcome

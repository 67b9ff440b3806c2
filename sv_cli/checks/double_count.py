"""Owns the check `double-count`: two commitments that may count one outcome twice, as the valuation has found."""

from collections.abc import Iterator

from sv_cli.checks.case import Case, Violation
from sv_cli.checks.settings import Settings as Base
from sv_cli.findings.finding import Finding

KINDS = ("counted-twice",)
_WARNING = "same-outcome-twice"


class Settings(Base, frozen=True):
    """It has no keys of its own; the library says which of its proxies overlap."""


def judge(_settings: Settings, case: Case) -> Iterator[Violation]:
    """One violation for each of the valuation's warnings, so that it gets the rule's severity."""
    for finding in case.valuation.findings:
        if finding.name == _WARNING:
            yield Violation("counted-twice", {"found": finding.message}, place=finding.place)


def takes_over(_settings: Settings, finding: Finding, _case: Case) -> bool:
    """The valuation's warning is repeated by this rule."""
    return finding.name == _WARNING

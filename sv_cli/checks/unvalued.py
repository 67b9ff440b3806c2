"""Owns the check `unvalued`: how many commitments of a bid may stand without a value."""

from collections.abc import Iterator
from decimal import Decimal

from sv_cli.checks.case import Case, Violation
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import counted, percent, rows_of
from sv_cli.findings.finding import Finding, Severity

KINDS = ("too-many-unvalued",)
LIMITS = ("most", "most_percent")


class Settings(Base, frozen=True):
    """At most ``most`` commitments, and ``most_percent`` of all; where both are given the lower limit counts."""

    most: int | None = None
    most_percent: Decimal | None = None


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One violation for the bid, with the rows."""
    lines = case.valuation.lines
    without = [line for line in lines if not line.valued]
    limits = [(Decimal(settings.most), str(settings.most))] if settings.most is not None else []
    if settings.most_percent is not None:
        limits.append((settings.most_percent * len(lines) / 100, f"{percent(settings.most_percent)} of {len(lines)}"))
    most, wanted = min(limits)
    if len(without) > most:
        found = f"{len(without)} of {counted(len(lines), 'commitment')} ({rows_of(without)})"
        verb = "is" if len(without) == 1 else "are"
        yield Violation("too-many-unvalued", {"found": f"{found} {verb}", "wanted": wanted})


def takes_over(_settings: Settings, finding: Finding, case: Case) -> bool:
    """An error that only keeps a line from being valued: the rule allows so many of these."""
    if finding.severity is not Severity.ERROR or finding.fatal:
        return False
    return case.is_unvalued(finding.place)

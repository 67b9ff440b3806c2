"""Owns the check `period`: commitments have to fall within the contract."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from sv_cli.checks.case import Case, Violation
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import number
from sv_cli.findings.finding import Finding
from sv_cli.library.framework_shapes import Selection
from sv_cli.model.bids import Commitment, Period

KINDS = ("outside-period",)
_LAST_YEAR = 9999


class Settings(Base, frozen=True):
    """``of``: which measures; ``grace_days``: how many days after the contract's end still count."""

    of: Selection = Selection()
    grace_days: int = 0


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One violation for each date or year of a commitment that is outside the contract."""
    span = _Span(case, settings.grace_days)
    for line in case.lines(settings.of):
        for what, found, about in _outside(line.commitment, span):
            fields = {"what": what, "found": found, "wanted": span.words}
            yield Violation("outside-period", fields, line.commitment, about)


def takes_over(settings: Settings, finding: Finding, case: Case) -> bool:
    """The valuation's warning is about the same, for the lines that the rule is for, and less exact."""
    return finding.name == "outside-contract" and case.is_of(finding.place, settings.of)


class _Span:
    """The contract's first and last day, worked out when they are first needed; its properties raise FactNeeded."""

    def __init__(self, case: Case, grace_days: int) -> None:
        self.case = case
        self.grace_days = grace_days

    @cached_property
    def start(self) -> date:
        return self.case.contract_start()

    @cached_property
    def end(self) -> date:
        """The last day: the day before the contract's years are complete."""
        after = added(self.start, self.case.contract_years())
        return after - timedelta(days=1) if after > self.start else self.start

    @cached_property
    def words(self) -> str:
        if self.case.contract.start is None:
            return f"year 1 to year {number(self.case.contract_years())}"
        return f"{self.start.isoformat()} to {self.end.isoformat()}"

    def holds(self, day: date) -> bool:
        """Whether ``day`` is within the contract or the days of grace after it."""
        return self.start <= day and (day - self.end).days <= self.grace_days

    def reaches(self, period: Period) -> bool:
        """Whether any day of the year ``period`` is within the contract."""
        if period.number is not None:
            return 1 <= period.number < self.case.contract_years() + 1
        year = min(max(period.calendar or 1, 1), _LAST_YEAR - 1)
        first = date(year, 4 if period.financial else 1, 1)
        last = date(year + 1, 3, 31) if period.financial else date(year, 12, 31)
        return first <= self.end and last >= self.start


def _outside(commitment: Commitment, span: _Span) -> Iterator[tuple[str, str, str]]:
    for about, day in (("start", commitment.start), ("end", commitment.end)):
        if day is not None and not span.holds(day):
            yield f"the {about}", day.isoformat(), about
    for tranche in commitment.tranches:
        if tranche.period is not None and not span.reaches(tranche.period):
            yield "the year", tranche.period.label, "quantity"


def added(start: date, years: Decimal) -> date:
    """``start`` plus ``years``, rounded to whole months."""
    months = start.year * 12 + start.month - 1 + int((years * 12).to_integral_value())
    year, month = min(months // 12, _LAST_YEAR), months % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))

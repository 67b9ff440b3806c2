"""Owns the check `period`: commitments have to fall within the contract."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sv_cli.checks.case import Case, Told
from sv_cli.checks.settings import Settings as Base
from sv_cli.findings.finding import Finding
from sv_cli.library.framework_shapes import Selection
from sv_cli.model.bids import Commitment, Period

KINDS = ("outside-period",)
_LAST_YEAR = 9999


class Settings(Base, frozen=True):
    """``of``: which measures; ``grace_days``: how many days after the contract's end still count."""

    of: Selection = Selection()
    grace_days: int = 0


def judge(settings: Settings, case: Case) -> Iterator[Told]:
    """One finding for each date or year of a commitment that the contract does not reach."""
    lines = case.valuation.lines if settings.of.everything else case.named(settings.of)
    for line in lines:
        for what, found, about in _outside(line.commitment, settings, case):
            fields = {"what": what, "found": found, "wanted": _wanted(case)}
            yield Told("outside-period", fields, line.commitment, about)


def takes_over(settings: Settings, finding: Finding, case: Case) -> bool:  # noqa: ARG001 - all checks are asked alike
    """It says more exactly what the valuation only warns of."""
    return finding.name == "outside-contract"


def _outside(commitment: Commitment, settings: Settings, case: Case) -> Iterator[tuple[str, str, str]]:
    for about in ("start", "end"):
        day: date | None = getattr(commitment, about)
        if day is not None and not case.contract_start() <= day <= _end(case) + timedelta(days=settings.grace_days):
            yield f"the {about}", day.isoformat(), about
    for tranche in commitment.tranches:
        if tranche.period is not None and not _reached(tranche.period, case):
            yield "the year", tranche.period.label, "quantity"


def _reached(period: Period, case: Case) -> bool:
    if period.number is not None:
        return 1 <= period.number < case.contract_years() + 1
    year = period.calendar or 0
    first = date(year, 4 if period.financial else 1, 1)
    last = date(year + 1, 3, 31) if period.financial else date(year, 12, 31)
    return first <= _end(case) and last >= case.contract_start()


def _end(case: Case) -> date:
    """The contract's last day: the day before the one on which its years are full."""
    return added(case.contract_start(), case.contract_years()) - timedelta(days=1)


def added(start: date, years: Decimal) -> date:
    """``start`` and so many years, counted in whole months."""
    months = start.year * 12 + start.month - 1 + int((years * 12).to_integral_value())
    year, month = min(months // 12, _LAST_YEAR), months % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def _wanted(case: Case) -> str:
    start: Any = case.contract.start
    if start is None:
        return f"year 1 to year {case.contract_years().normalize():f}"
    return f"{start.isoformat()} to {_end(case).isoformat()}"

"""Owns the check `volunteer-hours`: whether the workforce can give the hours that are promised.

Workforce = contract's value ÷ contract's years ÷ yearly pay, unless it is stated.
Limit = workforce × hours that each can give in a year × contract's years.
"""

from collections.abc import Iterator
from decimal import Decimal

from sv_cli.checks.case import Case, Ground, Violation
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import number
from sv_cli.library.framework_shapes import Selection

KINDS = ("hours-above-workforce",)


class Settings(Base, frozen=True):
    """``of``: measures counted in time; ``hours_each``: the hours that one person can give in a year.

    ``workforce``: how many people there are; where it is not given, as many as the contract's value pays for at
    ``pay`` pounds a year.
    """

    of: Selection
    hours_each: Decimal
    workforce: Decimal | None = None
    pay: Decimal | None = None


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One violation for the bid."""
    lines = case.valued(settings.of)
    if not lines:
        return
    given = (case.converted(line.quantity or Decimal(0), line.proxy.unit, "hour") for line in lines if line.proxy)
    hours = sum(given, Decimal(0))
    workforce = _workforce(settings, case)
    limit = workforce * settings.hours_each * case.contract_years()
    if hours > limit:
        people = f"{number(workforce, 1)} {'person' if workforce == 1 else 'people'}"
        source = "" if settings.workforce is not None else ", which is what the contract's value pays for,"
        fields = {
            "found": case.said(hours, "hour"),
            "workforce": people + source,
            "each": case.said(settings.hours_each, "hour"),
            "wanted": f"{case.said(limit, 'hour')} over the contract",
        }
        yield Violation("hours-above-workforce", fields, lines[0].commitment, "quantity")


def _workforce(settings: Settings, case: Case) -> Decimal:
    if settings.workforce is not None:
        return settings.workforce
    return case.contract_value() / case.contract_years() / (settings.pay or Decimal(1))


def faults(settings: Settings, case: Ground) -> Iterator[tuple[str, str]]:
    """No way to know the workforce, or the first selected measure that is not counted in time."""
    if settings.workforce is None and not settings.pay:
        yield "check", "it needs workforce, or pay above 0"
    for each in sorted(case.selecting.proxies(settings.of)):
        unit = case.library.proxies[each].unit
        if not case.alike(unit, "hour"):
            yield "of", f"{each} counts in {case.library.vocabulary.units[unit].many}, which is not volunteer time"
            return

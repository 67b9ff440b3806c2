"""Owns the check `work-capacity`: whether the contract can pay for the work that is promised.

Cost = full-time-equivalent years × yearly pay. Limit = a share of the contract's value.
"""

from collections.abc import Iterator
from decimal import Decimal

from sv_cli.checks.case import Case, Ground, Violation
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import number, percent, pounds
from sv_cli.library.framework_shapes import Selection
from sv_cli.model.valuations import Line

KINDS = ("work-above-contract",)
YEAR = "fte-year"


class Settings(Base, frozen=True):
    """``pay``: pounds a year for a full-time equivalent; ``most_percent`` of the contract's value that can go into pay.

    ``of``: the measures that promise work on the contract, counted in time, or in posts (which are held for the
    contract's length unless the bid says when); others need ``years_each``, the full-time-equivalent years of one unit.
    """

    of: Selection
    pay: Decimal
    most_percent: Decimal = Decimal(100)
    years_each: Decimal | None = None


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One violation for the bid."""
    lines = case.valued(settings.of)
    if not lines:
        return
    years = sum((_years(line, settings, case) for line in lines), Decimal(0))
    limit = case.contract_value() * settings.most_percent / 100
    if years * settings.pay > limit:
        share = f"{percent(settings.most_percent)} of the contract value of {pounds(case.contract_value())}"
        wanted = f"{pounds(limit)} ({share})"
        found = f"{number(years)} full-time equivalent years"
        cost = pounds((years * settings.pay).quantize(Decimal(1)))
        fields = {"found": found, "cost": cost, "pay": pounds(settings.pay), "wanted": wanted}
        yield Violation("work-above-contract", fields, lines[0].commitment, "quantity")


def _years(line: Line, settings: Settings, case: Case) -> Decimal:
    """The full-time-equivalent years that one line promises.

    A quantity in years already is for as long as the bid says; undated posts are for the whole contract. Raises
    FactNeeded for these where its length is not stated.
    """
    quantity, unit = line.quantity or Decimal(0), line.proxy.unit if line.proxy else YEAR
    if settings.years_each is not None:
        return quantity * settings.years_each
    if case.alike(unit, YEAR):
        return case.converted(quantity, unit, YEAR)
    tranches = line.commitment.tranches
    dated = tranches and all(each.period is not None for each in tranches)
    return case.converted(quantity, unit, "fte") * (Decimal(1) if dated else case.contract_years())


def faults(settings: Settings, case: Ground) -> Iterator[tuple[str, str]]:
    """The first selected measure that is counted neither in time nor in posts, where ``years_each`` is not given."""
    if settings.years_each is not None:
        return
    for each in sorted(case.selecting.proxies(settings.of)):
        unit = case.library.proxies[each].unit
        if not (case.alike(unit, YEAR) or case.alike(unit, "fte")):
            yield "of", f"{each} counts in {case.library.vocabulary.units[unit].many}; add years_each for it"
            return

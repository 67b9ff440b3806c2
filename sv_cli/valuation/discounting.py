"""Owns discount factors: chained year by year through a schedule of rates, at full precision.

D(0) = 1 and D(n) = D(n - 1) / (1 + r(n)), with r(n) the rate in force in year n (HM Treasury, The Green
Book, Annex A6). For a part of a year, D(n + f) = D(n) × (1 + r(n + 1))^-f; before the base, D(-n) = (1 + r(1))^n.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from sv_cli.model.methods import Discounting, RateStep
from sv_cli.valuation.money import ONE, exact
from sv_cli.valuation.problem import Problem
from sv_cli.valuation.timing import When

STANDARD = "standard"


def rate_in(year: int, schedule: Sequence[RateStep]) -> Decimal:
    """The rate in force in ``year`` (1 is the first that is discounted), as a fraction a year."""
    for step in schedule:
        if step.to_year is None or year <= step.to_year:
            return step.rate
    return schedule[-1].rate


def discount_factor(years: Decimal, schedule: Sequence[RateStep]) -> Decimal:
    """The present value of £1 that falls ``years`` (with a fraction) after the base year, or before it if negative."""
    return _factor(years, tuple(schedule))


@lru_cache(maxsize=4096)
def _factor(years: Decimal, schedule: tuple[RateStep, ...]) -> Decimal:
    with exact():
        if years < 0:
            return (ONE + rate_in(1, schedule)) ** -years
        whole = int(years)
        growth = ONE
        for year in range(1, whole + 1):
            growth *= ONE + rate_in(year, schedule)
        part = years - whole
        if part:
            growth *= (ONE + rate_in(whole + 1, schedule)) ** part
        return ONE / growth


def schedule_for(name: str, discounting: Discounting) -> str:
    """The name of the schedule that a proxy asking for ``name`` is discounted by: its own, or the standard one."""
    return name if name in discounting.schedules else STANDARD


def factor_in(when: When, name: str, discounting: Discounting, first_year: Decimal | None = None) -> Decimal:
    """The discount factor of the contract's year ``when``, by the schedule ``name`` or else the standard one.

    ``first_year`` is the exponent of the first year where it is not that of ``discounting``. Raises Problem when the
    base is a calendar year and nothing says when the contract starts.
    """
    schedule = discounting.schedules[schedule_for(name, discounting)]
    exponent = discounting.first_year if first_year is None else first_year
    from_base = _since(when, discounting.base_year) + exponent
    if discounting.schedule_from is None:
        factor = discount_factor(from_base, schedule)
    else:
        start = None if discounting.schedule_from == "contract" else discounting.schedule_from
        from_schedule = _since(when, start) + exponent
        factor = discount_factor(from_schedule, schedule)
        factor /= (ONE + rate_in(1, schedule)) ** (from_base - from_schedule)
    if discounting.factor_places is not None:
        factor = round_half_up(factor, discounting.factor_places)
    return factor


def round_half_up(value: Decimal, places: int) -> Decimal:
    """``value`` rounded half-up to ``places`` decimal places."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _since(when: When, base: str | None) -> int:
    """Whole years from the year ``base`` (the contract's first when None) to ``when``."""
    if base is None:
        return when.offset
    year = when.financial if "/" in base else when.calendar
    if year is None:
        raise Problem("base-year-unplaced", "start", base=base)
    return year - int(base[:4])

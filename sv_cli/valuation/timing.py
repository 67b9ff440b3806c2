"""Owns when quantities and costs fall: the contract's calendar, and the year of the contract that each belongs to."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from sv_cli.model.bids import Commitment, Contract, Cost, Period
from sv_cli.model.methods import Method
from sv_cli.valuation.problem import Problem

_APRIL = 4
_MONTHS = 12
HORIZON = 100  # years: what falls later is a slip of the pen


class When(Struct, frozen=True):
    """A year of the contract: its ``offset`` from the first (0), and the calendar and financial year it starts in.

    The latter two are None when nothing says when the contract starts.
    """

    offset: int
    calendar: int | None
    financial: int | None

    def later(self, years: int) -> "When":
        """The same, ``years`` on."""
        return When(
            self.offset + years,
            None if self.calendar is None else self.calendar + years,
            None if self.financial is None else self.financial + years,
        )


class Placed(Struct, frozen=True):
    """A part of a commitment's quantity in its year; ``label`` is what the bid calls that year, if it names one."""

    quantity: Decimal
    when: When
    label: str | None = None


def financial_year(day: date) -> int:
    """The calendar year in which the financial year (from 1 April) of ``day`` starts."""
    return day.year if day.month >= _APRIL else day.year - 1


def gone_by(period: Period | None, start: date | None) -> Decimal:
    """The share of a named year that is over when the contract starts; 0 for a year counted from the start ("Year 2").

    A contract of three years from September 2026 ends in 2029, the fourth year by name.
    """
    if period is None or period.calendar is None or start is None:
        return Decimal(0)
    return Decimal((start.month - (_APRIL if period.financial else 1)) % _MONTHS) / _MONTHS


def year_of(offset: int, start: date | None) -> When:
    """The contract's year ``offset`` (0 is the first), with its calendar when ``start`` is known."""
    if start is None:
        return When(offset, None, None)
    return When(offset, start.year + offset, financial_year(start) + offset)


def placed(commitment: Commitment, contract: Contract, method: Method, *, yearly: bool = False) -> list[Placed]:
    """The commitment's quantity by year; raises Problem for what cannot be placed, or falls before the contract.

    A ``yearly`` quantity (such as posts) counts once in every year that it holds for, unless the bid dates it.
    """
    parts: list[Placed] = []
    if not commitment.tranches:
        return _undated(commitment.quantity or Decimal(0), commitment, contract, method, yearly)
    for tranche in commitment.tranches:
        if tranche.period is None:
            parts += _undated(tranche.quantity, commitment, contract, method, yearly)
        else:
            offset = _offset(tranche.period, contract)
            parts.append(Placed(tranche.quantity, year_of(offset, contract.start), tranche.period.label))
    return parts


def placed_cost(cost: Cost, contract: Contract) -> Placed:
    """A cost in its year, in the contract's first unless it says which; raises Problem when it cannot be placed."""
    offset = 0 if cost.period is None else _offset(cost.period, contract)
    return Placed(cost.amount, year_of(offset, contract.start))


def _undated(
    quantity: Decimal, commitment: Commitment, contract: Contract, method: Method, yearly: bool
) -> list[Placed]:
    first = 0 if commitment.start is None else _whole_years(commitment.start, "start", contract)
    if yearly:
        return [Placed(quantity * part, year_of(n, contract.start)) for n, part in _held(first, commitment, contract)]
    if method.undated == "first-year" or (commitment.start is not None and commitment.end is None):
        return [Placed(quantity, year_of(first, contract.start))]
    return _spread(quantity, list(_years_of(first, commitment, contract)), contract)


def _spread(quantity: Decimal, years: list[tuple[int, Decimal]], contract: Contract) -> list[Placed]:
    """``quantity`` spread over ``years`` (offset, part of the year); the last part is the rest, so that all add up."""
    whole = sum(part for _, part in years)
    parts = [quantity * part / whole for _, part in years[:-1]]
    parts.append(quantity - sum(parts, Decimal(0)))
    return [Placed(part, year_of(n, contract.start)) for (n, _), part in zip(years, parts, strict=True)]


def _held(first: int, commitment: Commitment, contract: Contract) -> Iterator[tuple[int, Decimal]]:
    if contract.years is None and commitment.end is None:
        raise Problem("contract-length-needed", "quantity")
    return _years_of(first, commitment, contract)


def _years_of(first: int, commitment: Commitment, contract: Contract) -> Iterator[tuple[int, Decimal]]:
    """The years (offset, part of the year) from ``first`` to the commitment's end, or else to the contract's."""
    if commitment.end is not None:
        last = max(first, _whole_years(commitment.end, "end", contract))
        yield from ((n, Decimal(1)) for n in range(first, last + 1))
        return
    left = min(contract.years or Decimal(1), Decimal(HORIZON)) - first
    yield first, (min(left, Decimal(1)) if left > 0 else Decimal(1))
    n = first
    while (left := left - 1) > 0:
        n += 1
        yield n, min(left, Decimal(1))


def _offset(period: Period, contract: Contract) -> int:
    if period.number is not None:
        return _in_reach(period.number - 1, period.label, "quantity", contract)
    if contract.start is None or period.calendar is None:
        raise Problem("year-unplaced", "quantity", label=period.label)
    first = financial_year(contract.start) if period.financial else contract.start.year
    return _in_reach(period.calendar - first, period.label, "quantity", contract)


def _whole_years(day: date, about: str, contract: Contract) -> int:
    if contract.start is None:
        raise Problem("year-unplaced", about, label=day.isoformat())
    anniversary_to_come = (day.month, day.day) < (contract.start.month, contract.start.day)
    years = day.year - contract.start.year - anniversary_to_come
    return _in_reach(years, day.isoformat(), about, contract)


def _in_reach(offset: int, label: str, about: str, contract: Contract) -> int:
    if offset < 0:
        start = "" if contract.start is None else f", which starts on {contract.start.isoformat()}"
        raise Problem("before-contract", about, label=label, start=start)
    if offset > HORIZON:
        raise Problem("beyond-horizon", about, label=label, limit=HORIZON)
    return offset

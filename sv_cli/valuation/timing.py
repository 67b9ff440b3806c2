"""Owns when things fall: the contract's calendar, and the year of the contract that a quantity belongs to."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from sv_cli.model.bids import Commitment, Contract, Period, Tranche
from sv_cli.model.methods import Method
from sv_cli.valuation.problem import Problem

_APRIL = 4


class When(Struct, frozen=True):
    """``offset`` counts years from the contract's first year (0). The calendar and financial year in which
    that year of the contract starts are None when nothing says when the contract starts.
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


def financial_year(day: date) -> int:
    """The calendar year in which the financial year (from 1 April) of ``day`` starts."""
    return day.year if day.month >= _APRIL else day.year - 1


def year_of(offset: int, start: date | None) -> When:
    """The contract's year ``offset``, with its calendar when ``start`` is known."""
    if start is None:
        return When(offset, None, None)
    return When(offset, start.year + offset, financial_year(start) + offset)


def placed_tranches(commitment: Commitment, contract: Contract, method: Method) -> list[tuple[Tranche, When]]:
    """Each tranche with its year; raises Problem for one that cannot be placed, or falls before the contract."""
    tranches = commitment.tranches or (Tranche(quantity=commitment.quantity or Decimal(0)),)
    placed: list[tuple[Tranche, When]] = []
    for tranche in tranches:
        if tranche.period is not None:
            placed.append((tranche, year_of(_offset(tranche.period, contract), contract.start)))
        elif commitment.start is not None:
            placed.append((tranche, year_of(_whole_years(commitment.start, contract), contract.start)))
        else:
            placed += [(each, year_of(n, contract.start)) for n, each in enumerate(_spread(tranche, contract, method))]
    return placed


def _spread(tranche: Tranche, contract: Contract, method: Method) -> list[Tranche]:
    """An undated quantity as the method wants it: in the first year, or in equal parts over the contract."""
    years = int(contract.years or 1)
    if method.undated == "first-year" or years <= 1:
        return [tranche]
    return [Tranche(quantity=tranche.quantity / years)] * years


def _offset(period: Period, contract: Contract) -> int:
    if period.number is not None:
        return period.number - 1
    if contract.start is None or period.calendar is None:
        raise Problem("year-unplaced", "quantity", label=period.label)
    first = financial_year(contract.start) if period.financial else contract.start.year
    if period.calendar < first:
        raise Problem("before-contract", "quantity", label=period.label, start=contract.start.isoformat())
    return period.calendar - first


def _whole_years(start: date, contract: Contract) -> int:
    if contract.start is None:
        raise Problem("year-unplaced", "start", label=start.isoformat())
    if start < contract.start:
        raise Problem("before-contract", "start", label=start.isoformat(), start=contract.start.isoformat())
    anniversary_to_come = (start.month, start.day) < (contract.start.month, contract.start.day)
    return start.year - contract.start.year - anniversary_to_come

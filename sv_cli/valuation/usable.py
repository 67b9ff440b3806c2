"""Owns the checks before valuing: facts, costs and quantities must be plausible numbers, years are counted from one.

The reader has checked a bid that comes from a file; one that a program made may hold anything.
"""

from decimal import Decimal
from typing import TypeVar

import msgspec

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.model.bids import Bid, Commitment, Cost, Period, Tranche
from sv_cli.valuation.money import LIMIT, ONE, PENNY, ZERO, within_limit
from sv_cli.valuation.noting import note
from sv_cli.valuation.timing import HORIZON

_LONGEST = Decimal(HORIZON)
_SHORTEST = ONE / 366  # a day
_Dated = TypeVar("_Dated", Tranche, Cost)


def usable_bid(bid: Bid) -> tuple[Bid, list[Finding]]:
    """The bid without the facts and costs that are no plausible numbers, and a finding for each of these."""
    contract, findings = bid.contract, list[Finding]()
    bounds = {"value": (contract.value, LIMIT, PENNY), "years": (contract.years, _LONGEST, _SHORTEST)}
    words = {"years": "length in years"}
    unusable: dict[str, None] = {name: None for name, bound in bounds.items() if not _usable(*bound)}
    findings += [_fault(bid, words.get(name, name), f"{bounds[name][0]:.12g}") for name in unusable]
    costs = contract.costs
    if not all(_usable(cost.amount, LIMIT) for cost in costs):
        findings.append(_fault(bid, "investment", ", ".join(f"{cost.amount:.12g}" for cost in costs)))
        costs = ()
    commitments = bid.commitments
    if any(each.cost is not None for each in commitments):
        commitments = tuple(_without_cost(each, bid, findings) for each in commitments)
    if not findings:
        return bid, findings
    contract = msgspec.structs.replace(contract, costs=costs, **unusable)
    return msgspec.structs.replace(bid, contract=contract, commitments=commitments), findings


def counted_from_one(bid: Bid) -> tuple[Bid, list[Finding]]:
    """The bid with its first year numbered 1, and a finding, where it has a year 0; else the bid as it is."""
    periods = [tranche.period for commitment in bid.commitments for tranche in commitment.tranches]
    periods += [cost.period for cost in bid.contract.costs]
    if not any(period is not None and period.number == 0 for period in periods):
        return bid, []
    rows = tuple(
        msgspec.structs.replace(row, tranches=tuple(_a_year_on(each) for each in row.tranches))
        for row in bid.commitments
    )
    contract = msgspec.structs.replace(bid.contract, costs=tuple(_a_year_on(cost) for cost in bid.contract.costs))
    changed = msgspec.structs.replace(bid, commitments=rows, contract=contract)
    return changed, [finding("year-nought", Place(file=bid.file))]


def _a_year_on(part: _Dated) -> _Dated:
    period = part.period
    if period is None or period.number is None:
        return part
    later: Period = msgspec.structs.replace(period, number=period.number + 1)
    return msgspec.structs.replace(part, period=later)


def require_usable(commitment: Commitment) -> None:
    """Raise Problem when a quantity of the commitment is no number, or beyond 10^15."""
    for amount in (commitment.quantity, *[tranche.quantity for tranche in commitment.tranches]):
        if amount is not None:
            within_limit(amount, "quantity")


def _usable(amount: Decimal | None, limit: Decimal, least: Decimal = ZERO) -> bool:
    """Whether ``amount`` is None, 0, or from ``least`` to ``limit``; a divisor needs a ``least`` above 0."""
    return amount is None or (amount.is_finite() and (amount == 0 or least <= amount <= limit))


def _fault(bid: Bid, fact: str, stated: str) -> Finding:
    return finding("fact-unusable", Place(file=bid.file), fact=f"the contract's {fact}", stated=stated)


def _without_cost(commitment: Commitment, bid: Bid, findings: list[Finding]) -> Commitment:
    if _usable(commitment.cost, LIMIT):
        return commitment
    findings.append(note("fact-unusable", commitment, bid, "cost", fact="the cost", stated=f"{commitment.cost:.12g}"))
    return msgspec.structs.replace(commitment, cost=None)

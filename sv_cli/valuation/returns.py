"""Owns the returns on a bid's costs: present inputs, ratios, net present value, payback.

SROI ratio = present value ÷ inputs, net SROI ratio = (present value − inputs) ÷ inputs (the Guide to Social
Return on Investment); the same quotient is the Green Book's benefit–cost ratio. The method says whether inputs
are discounted.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.model.bids import Bid
from sv_cli.model.methods import Method
from sv_cli.model.valuations import Line, Returns, Totals
from sv_cli.valuation.discounting import STANDARD, factor_in
from sv_cli.valuation.money import ONE, ZERO, pounds
from sv_cli.valuation.timing import Placed, placed, placed_cost, year_of

FISCAL = "fiscal"


def returns_of(
    bid: Bid, lines: Sequence[Line], totals: Totals, by_kind: Mapping[str, Decimal], method: Method
) -> Returns | None:
    """The returns on the bid's costs; None when these are not stated or come to less than a penny (no ratio then).

    ``by_kind`` is the present value in pounds by value kind. Raises Problem for a cost whose year cannot be placed.
    """
    costs = _by_year(costs_of(bid, lines, method))
    inputs = sum(costs.values(), ZERO)
    present_costs = {offset: amount * _factor(offset, bid, method) for offset, amount in costs.items()}
    present_inputs = sum(present_costs.values(), ZERO)
    if not pounds(present_inputs):
        return None
    ratio = totals.present / present_inputs
    return Returns(
        inputs=pounds(inputs),
        present_inputs=pounds(present_inputs),
        net_present_value=totals.present - pounds(present_inputs),
        sroi_ratio=ratio,
        net_sroi_ratio=ratio - ONE,
        fiscal_ratio=by_kind.get(FISCAL, ZERO) / present_inputs,
        payback_years=payback(inputs, _benefits(lines, "undiscounted")),
        discounted_payback_years=payback(present_inputs, _benefits(lines, "by_year")),
    )


def costs_of(bid: Bid, lines: Sequence[Line], method: Method) -> list[Placed]:
    """The contract's costs (£) in their years; where it states none, its commitments' costs, each by `_own_costs`."""
    if bid.contract.costs:
        return [placed_cost(cost, bid.contract) for cost in bid.contract.costs]
    return [part for line in lines if line.commitment.cost for part in _own_costs(line, bid, method)]


def cost_findings(bid: Bid, lines: Sequence[Line]) -> list[Finding]:
    """A warning when the ratios rest on the costs of some of the valued commitments only."""
    valued = [line.commitment for line in lines if line.valued]
    stated = sum(commitment.cost is not None for commitment in valued)
    if bid.contract.costs or stated in (0, len(valued)):
        return []
    return [finding("costs-incomplete", Place(file=bid.file), stated=stated, valued=len(valued))]


def payback(inputs: Decimal, benefits: Mapping[int, Decimal]) -> Decimal | None:
    """Years, with a fraction, until the sum of ``benefits`` reaches ``inputs`` (both £); None when it never does.

    ``benefits`` are by year from 0; a year's benefit is taken to come evenly over that year.
    """
    left = inputs
    for offset, amount in sorted(benefits.items()):
        if 0 < left <= amount:
            return offset + left / amount
        left -= amount
    return None


def _own_costs(line: Line, bid: Bid, method: Method) -> list[Placed]:
    """The commitment's cost, shared over the years as its quantity is; all in the first year where it is not valued."""
    cost, first = line.commitment.cost, year_of(0, bid.contract.start)
    if not cost:
        return []
    parts = placed(line.commitment, bid.contract, method) if line.valued else []
    whole = sum((part.quantity for part in parts), ZERO)
    if not whole:
        return [Placed(cost, first)]
    return [Placed(cost * part.quantity / whole, part.when) for part in parts]


def _by_year(parts: Sequence[Placed]) -> dict[int, Decimal]:
    years: dict[int, Decimal] = {}
    for part in parts:
        years[part.when.offset] = years.get(part.when.offset, ZERO) + part.quantity
    return years


def _factor(offset: int, bid: Bid, method: Method) -> Decimal:
    """The factor for a cost in year ``offset`` (0 is the first): 1 + optimism bias, × the discount factor if any."""
    costs, discounting = method.costs, method.discounting
    raised = ONE if costs.optimism_bias is None else ONE + costs.optimism_bias.left
    if discounting is None or not costs.discounted:
        return raised
    return raised * factor_in(year_of(offset, bid.contract.start), STANDARD, discounting, costs.first_year)


def _benefits(lines: Sequence[Line], name: str) -> dict[int, Decimal]:
    """The lines' unrounded benefits (£) by year; ``name`` is the field of a unit value: undiscounted, or by_year."""
    years: dict[int, Decimal] = {}
    for portion in (portion for line in lines for portion in line.portions):
        for offset, amount in getattr(portion.unit_value, name).items():
            years[offset] = years.get(offset, ZERO) + portion.quantity * amount
    return years

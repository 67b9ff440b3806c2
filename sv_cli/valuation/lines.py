"""Owns a valued line: portions multiplied and summed, rounded once, and split by value kind and by year."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from sv_cli.model.bids import Commitment, Contract
from sv_cli.model.figures import Proxy
from sv_cli.model.methods import Method
from sv_cli.model.valuations import Line, Portion
from sv_cli.valuation.money import ZERO, pounds, shared_out, within_limit
from sv_cli.valuation.timing import year_of

K = TypeVar("K")


def valued_line(
    commitment: Commitment, proxy: Proxy, portions: tuple[Portion, ...], contract: Contract, method: Method
) -> Line:
    """The line of ``commitment``: the sums of its ``portions``, in pounds of their unit values' price year.

    The method's rounding decides: by `lines` each sum is rounded here, and split so that its parts add up to it; by
    `total` nothing is rounded here. Raises Problem for a sum beyond £10^15.
    """
    if len(portions) == 1:
        quantity, unit = portions[0].quantity, portions[0].unit_value
        gross = quantity * unit.gross
        net = gross if unit.net is unit.gross else quantity * unit.net
        present = net if unit.present is unit.net else quantity * unit.present
        by_kind, by_offset = _parts(quantity, unit.by_kind, method), _parts(quantity, unit.by_year, method)
        unit_value = unit.gross
    else:
        gross = sum((portion.quantity * portion.unit_value.gross for portion in portions), ZERO)
        net = sum((portion.quantity * portion.unit_value.net for portion in portions), ZERO)
        present = sum((portion.quantity * portion.unit_value.present for portion in portions), ZERO)
        quantity = sum((portion.quantity for portion in portions), ZERO)
        by_kind = _summed((portion.quantity, portion.unit_value.by_kind) for portion in portions)
        by_offset = _summed((portion.quantity, portion.unit_value.by_year) for portion in portions)
        unit_value = _unit_value(portions, quantity)
    by_year = {_label(offset, contract.start): amount for offset, amount in sorted(by_offset.items())}
    for amount in (gross, net, present):
        within_limit(amount, "quantity")
    if method.rounding == "lines":
        to = method.round_to
        gross, net, present = _rounded(gross, net, present, to)
        by_kind, by_year = shared_out(present, by_kind, to), shared_out(present, by_year, to)
    return Line(commitment, proxy, portions, quantity, unit_value, gross, net, present, by_kind, by_year)


def _parts(quantity: Decimal, amounts: Mapping[K, Decimal], method: Method) -> Mapping[K, Decimal]:
    """``quantity`` × each of ``amounts``. A single part that `shared_out` will overwrite is not worked out."""
    if len(amounts) == 1 and method.rounding == "lines":
        return amounts
    return {key: quantity * amount for key, amount in amounts.items()}


def _rounded(gross: Decimal, net: Decimal, present: Decimal, to: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """Each rounded to ``to`` (a penny or a pound); amounts that are the same object are rounded once."""
    rounded_gross = pounds(gross, to)
    rounded_net = rounded_gross if net is gross else pounds(net, to)
    return rounded_gross, rounded_net, rounded_net if present is net else pounds(present, to)


@lru_cache(maxsize=1024)
def _label(offset: int, start: date | None) -> str:
    """The calendar year in which the contract's year ``offset`` starts, or its number when that is not known."""
    calendar = year_of(offset, start).calendar
    return str(offset + 1 if calendar is None else calendar)


def _unit_value(portions: tuple[Portion, ...], quantity: Decimal) -> Decimal:
    """One unit's gross value; the average over the portions when it differs from year to year."""
    values = {portion.unit_value.gross for portion in portions}
    if len(values) == 1 or not quantity:
        return portions[0].unit_value.gross
    return sum((portion.quantity * portion.unit_value.gross for portion in portions), ZERO) / quantity


def _summed(parts: Iterable[tuple[Decimal, Mapping[K, Decimal]]]) -> dict[K, Decimal]:
    total: dict[K, Decimal] = {}
    for quantity, amounts in parts:
        for key, amount in amounts.items():
            total[key] = total.get(key, ZERO) + quantity * amount
    return total

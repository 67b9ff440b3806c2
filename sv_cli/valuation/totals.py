"""Owns the sums: of all valued lines, by theme, by value kind, by year. What is printed adds up to them."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from sv_cli.model.bids import Contract
from sv_cli.model.methods import Method
from sv_cli.model.valuations import Line, Totals
from sv_cli.valuation.money import ZERO, pounds


def totals_of(lines: Sequence[Line], contract: Contract, method: Method) -> Totals:
    """The sums of the valued lines, without returns; rounding `total` rounds here, and here only."""
    valued = [line for line in lines if line.valued]
    gross = sum((line.gross for line in valued if line.gross is not None), ZERO)
    net = sum((line.net for line in valued if line.net is not None), ZERO)
    present = sum((line.present for line in valued if line.present is not None), ZERO)
    if method.rounding == "total":
        gross, net, present = (pounds(amount, method.round_to) for amount in (gross, net, present))
    return Totals(
        gross=gross,
        net=net,
        present=present,
        percent_of_contract=present * 100 / contract.value if contract.value else None,
        commitments=len(lines),
        valued=len(valued),
    )


def summed_by(parts: Iterable[Mapping[str, Decimal]], method: Method) -> dict[str, Decimal]:
    """Present value summed by key, from the ``parts`` of every line.

    By `lines` rounding these are sums of pence, and add up to the total; by `total` each is rounded on its own.
    """
    sums: dict[str, Decimal] = {}
    for part in parts:
        for key, amount in part.items():
            sums[key] = sums[key] + amount if key in sums else amount
    if method.rounding == "total":
        sums = {key: pounds(amount, method.round_to) for key, amount in sums.items()}
    return dict(sorted(sums.items(), key=lambda item: _in_order(item[0])))


def _in_order(key: str) -> tuple[int, str]:
    """Years as numbers (2 before 10), other keys as words."""
    return (int(key), "") if key.isdecimal() else (0, key)

"""Owns the reading and valuing of one bid, with the facts that the user stated in place of the bid's own."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

from sv_cli.bids.read import read_bid
from sv_cli.commands.parts import Refused, Request
from sv_cli.model.bids import Contract
from sv_cli.model.valuations import Valuation
from sv_cli.valuation.value import Valuer, value


def valuation_of(path: Path, request: Request, using: Valuer) -> Valuation:
    """Read and value one bid; raises Refused."""
    reading = read_bid(path, using.library.vocabulary, request.reading)
    if reading.bid is None:
        raise Refused(reading.findings)
    contract = merged(reading.bid.contract, request.contract)
    return value(replace(reading.bid, contract=contract), using, reading.findings)


def merged(read: Contract, stated: Contract) -> Contract:
    """The bid's facts, with those stated as options in their place."""
    facts: dict[str, str | Decimal | date | None] = {
        "supplier": stated.supplier,
        "value": stated.value,
        "start": stated.start,
        "years": stated.years,
        "place": stated.place,
    }
    return replace(read, **{name: fact for name, fact in facts.items() if fact is not None})

"""What the published cases share: their libraries, their bids, and methods that differ in a rate."""

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path

import msgspec

from sv_cli.bids.read import read_bid
from sv_cli.library.load import load_library
from sv_cli.model.bids import Bid, Commitment, Contract, Cost, Period, Tranche
from sv_cli.model.methods import RateStep
from sv_cli.valuation.value import value, valuer

HERE = Path(__file__).parent


@cache
def library():
    """The library that ships with every case's own laid over it."""
    loading = load_library(sorted(HERE.glob("*/library.yaml")))
    assert loading.library is not None, [f"{each.place} {each.message}" for each in loading.findings]
    return loading.library


@cache
def bid_in(folder) -> Bid:
    """The bid of a case, read as any bid is."""
    reading = read_bid(HERE / folder / "bid.csv", library().vocabulary)
    assert reading.bid is not None, [f"{each.place} {each.message}" for each in reading.findings]
    return reading.bid


def table_in(path):
    """A CSV file's rows as dictionaries."""
    with (HERE / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def convention(name, rate=None, first_year=None, factor_places=None):
    """One of the conventions, at another flat rate, first exponent or rounding of factors."""
    method = library().methods[name]
    if rate is None:
        return method
    discounting = msgspec.structs.replace(
        method.discounting,
        schedules={"standard": (RateStep(Decimal(rate)),)},
        first_year=method.discounting.first_year if first_year is None else Decimal(first_year),
        factor_places=factor_places,
    )
    return msgspec.structs.replace(method, discounting=discounting)


def valued(bid, method, price_year="2025"):
    """The bid valued; every line of a case has to be."""
    valuation = value(bid, valuer(library(), method, price_year))
    assert valuation.totals.valued == valuation.totals.commitments, valuation.findings
    return valuation


def with_costs(bid, *amounts) -> Bid:
    """The bid with costs in its first year."""
    costs = tuple(Cost(Decimal(str(each))) for each in amounts)
    return msgspec.structs.replace(bid, contract=msgspec.structs.replace(bid.contract, costs=costs))


def with_rows(bid, changed) -> Bid:
    """The bid with every commitment as ``changed`` makes it; those that it makes None are left out."""
    rows = tuple(made for each in bid.commitments if (made := changed(each)) is not None)
    return msgspec.structs.replace(bid, commitments=rows)


def row(reference, quantity=1, **fields) -> Commitment:
    """A commitment in the proxy's own unit."""
    return Commitment(sheet="", row=1, reference=reference, description="", quantity=Decimal(str(quantity)), **fields)


def bid_of(*rows, **contract) -> Bid:
    """A bid made in place."""
    return Bid(file="case", sha256="", contract=Contract(**contract), commitments=rows, tables=())


def by_years(amounts, reference="case.pound", **fields) -> Commitment:
    """A pound for every pound of ``amounts``, one amount a year from the first."""
    parts = tuple(Tranche(Decimal(str(amount)), Period(f"Year {n}", number=n)) for n, amount in enumerate(amounts, 1))
    return row(reference, sum(each.quantity for each in parts), tranches=parts, **fields)


def one(reference, method, price_year="2025", **fields):
    """The gross value of one unit."""
    return valued(bid_of(row(reference, **fields)), method, price_year).lines[0].gross


def unrounded(valuation):
    """Present value before rounding to pence."""
    return sum(line.present for line in valuation.lines)

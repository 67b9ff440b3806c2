"""Owns the reading and valuing of one bid; facts that the user stated replace the bid's own."""

from pathlib import Path

from msgspec.structs import asdict, replace

from sv_cli.bids.options import Reading
from sv_cli.bids.read import read_bid, without_collecting
from sv_cli.commands.outcome import Refused
from sv_cli.commands.parts import Request
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.findings.many import folded
from sv_cli.model.bids import Contract
from sv_cli.model.valuations import Valuation
from sv_cli.valuation.places import place_code
from sv_cli.valuation.problem import Problem
from sv_cli.valuation.value import Valuer, value


def valuation_of(path: Path, request: Request, using: Valuer) -> Valuation:
    """Read and value one bid; raises Refused when it cannot be read, or the place stated as an option is unknown."""
    require_place(request.contract.place, using)
    return valued(read_bid(path, using.library.vocabulary, request.reading), request, using)


def valued(reading: Reading, request: Request, using: Valuer) -> Valuation:
    """Value the bid that was read; raises Refused when there is none. The findings are in order, long series folded."""
    if reading.bid is None:
        raise Refused(reading.findings)
    contract = merged(reading.bid.contract, request.contract)
    with without_collecting():
        valuation = value(replace(reading.bid, contract=contract), using, reading.findings)
    return replace(valuation, findings=folded(in_order(valuation), valuation.bid.file))


def require_place(stated: str | None, using: Valuer) -> None:
    """Raise Refused for an unknown place that is stated as an option, even when no proxy's value depends on it."""
    try:
        if stated is not None:
            place_code(stated, using.library.vocabulary.places)
    except Problem as problem:
        raise Refused((finding(problem.name, Place(file="--place"), **problem.fields),)) from None


def in_order(valuation: Valuation) -> tuple[Finding, ...]:
    """The findings in the order of the file: those on the whole file first, then by sheet and row."""
    sheets = {name: n for n, name in enumerate(dict.fromkeys(table.sheet for table in valuation.bid.tables))}
    return tuple(sorted(valuation.findings, key=lambda each: (sheets.get(each.place.sheet, -1), each.place.row or 0)))


def merged(read: Contract, stated: Contract) -> Contract:
    """The bid's facts; those ``stated`` as options replace the ones that were ``read``."""
    return replace(read, **{name: fact for name, fact in asdict(stated).items() if fact not in (None, (), {})})

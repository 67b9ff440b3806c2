"""Owns the findings on a line that was valued: on its proxy, its unit, its own adjustments, its years."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.model.bids import Bid
from sv_cli.model.figures import Library, Proxy
from sv_cli.model.methods import Method
from sv_cli.model.valuations import Line
from sv_cli.valuation.adjusting import NAMES, adjustment
from sv_cli.valuation.convert import MONEY, Conversion, says_pounds
from sv_cli.valuation.noting import note
from sv_cli.valuation.timing import gone_by, placed
from sv_cli.valuation.words import in_years, percent, plain


def remarks(
    line: Line, proxy: Proxy, into: Conversion, bid: Bid, method: Method, library: Library
) -> Iterator[Finding]:
    """The findings on a valued ``line``: on its proxy, unit, adjustments, duration, and years after the contract."""
    yield from _replaced(line, proxy, bid)
    yield from _unit(line, proxy, into, bid, library)
    yield from _own_adjustments(line, proxy, bid, method)
    yield from _duration(line, proxy, bid, method)
    yield from _after_contract(line, into, bid, method)


def _replaced(line: Line, proxy: Proxy, bid: Bid) -> Iterator[Finding]:
    if proxy.replaced_by is not None:
        yield note("proxy-replaced", line.commitment, bid, "reference", proxy=proxy.id, library=proxy.replaced_by)


def price_remarks(lines: Sequence[Line], bid: Bid, method: Method, library: Library, price_year: str) -> list[Finding]:
    """A note where the valued lines' figures are in other years' prices, because the method has no price index."""
    if method.price_index is not None:
        return []
    proxies = {line.proxy.id: line.proxy for line in lines if line.valued and line.proxy}.values()
    named = {name for proxy in proxies for name in proxy.figures}
    years = {library.figures[name].price_year for name in named} - {None, price_year}
    if not years:
        return []
    return [finding("prices-as-published", Place(file=bid.file), method=method.id, price_year=price_year)]


def _unit(line: Line, proxy: Proxy, into: Conversion, bid: Bid, library: Library) -> Iterator[Finding]:
    wanted, commitment = library.vocabulary.units[proxy.unit], line.commitment
    if into.kind == "taken" and wanted.dimension == MONEY and not says_pounds(commitment.description):
        yield note("pounds-taken", commitment, bid, "quantity", wanted=wanted.many, proxy=proxy.id)
    elif into.kind == "taken":
        yield note("unit-taken", commitment, bid, "quantity", wanted=wanted.many)
    elif into.kind != "same" and into.stated is not None and line.quantity is not None:
        yield note(
            "unit-converted",
            commitment,
            bid,
            "quantity",
            quantity=plain(commitment.quantity or Decimal(0)),
            unit=into.stated.many,
            converted=plain(line.quantity, 6),
            wanted=wanted.many,
            why=_why(into, wanted.why),
        )


def _why(into: Conversion, wanted: str | None) -> str:
    """What the conversion rests on, in brackets, unless it is mere arithmetic; ``wanted`` is the proxy's unit's why."""
    if into.kind == "yearly":
        return " (once for every year that it lasts)"
    if into.kind == "described":
        return " (the description says that it is CO2)"
    why = (into.stated.why if into.stated is not None else None) or wanted
    return f" ({why})" if why else ""


def _own_adjustments(line: Line, proxy: Proxy, bid: Bid, method: Method) -> Iterator[Finding]:
    for name, stated in line.commitment.adjustments.items():
        if not method.own_adjustments or name not in method.adjustments:
            said = {"adjustment": NAMES[name], "value": percent(stated), "method": method.id}
            yield note("adjustment-not-applied", line.commitment, bid, name, **said)
            continue
        default = adjustment(name, proxy, method, {})
        if default is not None and stated < default.value:
            said = {"adjustment": NAMES[name], "value": percent(stated), "default": percent(default.value)}
            yield note("more-favourable", line.commitment, bid, name, **said)


def _duration(line: Line, proxy: Proxy, bid: Bid, method: Method) -> Iterator[Finding]:
    stated = line.commitment.duration_years
    if stated is None:
        return
    if not method.own_adjustments or (method.effect_years == "first" and stated > 1):
        said = {"adjustment": "duration", "value": in_years(stated), "method": method.id}
        yield note("adjustment-not-applied", line.commitment, bid, "duration", **said)
    elif stated > proxy.duration_years:
        said = {"years": in_years(stated), "default": plain(proxy.duration_years)}
        yield note("longer-than-default", line.commitment, bid, "duration", **said)


def _after_contract(line: Line, into: Conversion, bid: Bid, method: Method) -> Iterator[Finding]:
    """One warning for the first part of the quantity that falls after the contract's last year."""
    years = bid.contract.years
    if years is None:
        return
    named = {each.period.label: each.period for each in line.commitment.tranches if each.period is not None}
    for part in placed(line.commitment, bid.contract, method, yearly=into.kind == "yearly"):
        if part.when.offset >= max(years + gone_by(named.get(part.label or ""), bid.contract.start), Decimal(1)):
            label = part.label or f"year {part.when.offset + 1}"
            yield note("outside-contract", line.commitment, bid, "quantity", label=label, years=in_years(years))
            return

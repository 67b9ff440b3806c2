"""Owns the valuation of a bid by a library and a method: a line for every commitment, the totals, the findings."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import msgspec
from msgspec import Struct, field

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.model.bids import Bid, Commitment, Contract
from sv_cli.model.figures import Library, Proxy
from sv_cli.model.methods import Method
from sv_cli.model.valuations import Line, Portion, Totals, UnitValue, Valuation
from sv_cli.valuation.adjusting import require_share
from sv_cli.valuation.convert import Conversion, conversion
from sv_cli.valuation.lines import valued_line
from sv_cli.valuation.money import exact
from sv_cli.valuation.noting import note
from sv_cli.valuation.overlaps import overlap_findings
from sv_cli.valuation.places import place_of
from sv_cli.valuation.problem import Problem
from sv_cli.valuation.remarks import price_remarks, remarks
from sv_cli.valuation.resolve import References, references_of, resolved, with_other_words
from sv_cli.valuation.returns import cost_findings, returns_of
from sv_cli.valuation.timing import Placed, placed
from sv_cli.valuation.totals import summed_by, totals_of
from sv_cli.valuation.unit_value import Context, UnitValues
from sv_cli.valuation.usable import counted_from_one, require_usable, usable_bid

_MOST_KNOWN = 50_000  # entries of a Memory; fewer would only be slower


class _Alike(Struct, frozen=True):
    """What commitments that differ in their quantity alone have in common; only of those without a finding.

    ``lines`` has the line of each quantity that was valued before.
    """

    proxy: Proxy
    into: Conversion
    unit_value: UnitValue
    label: str | None
    lines: dict[Decimal, Line] = field(default_factory=dict)


class Memory(Struct):
    """Commitments valued without a finding, to save doing so again: by the contract's facts, then `_all_but_quantity`.

    ``count`` is the number of entries; at _MOST_KNOWN all are dropped.
    """

    contracts: dict[object, dict[object, _Alike]] = field(default_factory=dict)
    count: int = 0

    def alike(self, contract: Contract) -> dict[object, _Alike]:
        """The entries for contracts with the same start, length and place."""
        if self.count >= _MOST_KNOWN:
            self.contracts.clear()
            self.count = 0
        return self.contracts.setdefault((contract.start, contract.years, contract.place), {})

    def has_room(self) -> bool:
        """Count one more entry; whether it may be kept."""
        self.count += 1
        return self.count <= _MOST_KNOWN


class Valuer(Struct, frozen=True):
    """What all commitments valued by one library, method and price year share; ``memory`` grows as they are valued."""

    library: Library
    method: Method
    references: References
    unit_values: UnitValues
    memory: Memory = field(default_factory=Memory)


def valuer(library: Library, method: Method, price_year: str) -> Valuer:
    """A valuer to be used for any number of bids; unit values are worked out once for all of them."""
    return Valuer(library, method, references_of(library), UnitValues(library, method, price_year))


def value(bid: Bid, using: Valuer, found: Sequence[Finding] = ()) -> Valuation:
    """Value every commitment of ``bid``; raises nothing: what cannot be valued is a finding.

    ``found`` are the findings of reading the bid, which come first in the valuation's.
    """
    using.references.offers.clear()
    with exact():
        bid, faults = usable_bid(bid)
        bid, renumbered = counted_from_one(bid)
        findings = [*found, *faults, *renumbered]
        known = using.memory.alike(bid.contract)
        lines = tuple(_line(commitment, bid, using, findings, known) for commitment in bid.commitments)
        price_year = using.unit_values.price_year
        findings += [*overlap_findings(lines, bid), *cost_findings(bid, lines)]
        findings += price_remarks(lines, bid, using.method, using.library, price_year)
        by_kind = summed_by((line.by_kind for line in lines), using.method)
        return Valuation(
            bid=bid,
            layers=using.library.layers,
            method=using.method,
            price_year=price_year,
            lines=lines,
            totals=_totals(bid, lines, by_kind, using.method, findings),
            by_theme=summed_by(map(_by_theme, lines), using.method),
            by_kind=by_kind,
            by_year=summed_by((line.by_year for line in lines), using.method),
            themes=using.library.themes,
            findings=tuple(findings),
            units=using.library.vocabulary.units,
            places=using.library.vocabulary.places,
        )


def _by_theme(line: Line) -> Mapping[str, Decimal]:
    return {} if line.proxy is None or line.present is None else {line.proxy.theme: line.present}


def _totals(
    bid: Bid, lines: Sequence[Line], by_kind: Mapping[str, Decimal], method: Method, findings: list[Finding]
) -> Totals:
    """The totals, with the returns on the bid's costs; a finding joins ``findings`` if these cannot be worked out."""
    totals = totals_of(lines, bid.contract, method)
    try:
        returns = returns_of(bid, lines, totals, by_kind, method)
    except Problem as problem:
        findings.append(finding(problem.name, Place(file=bid.file), **problem.fields))
        return totals
    except ArithmeticError:
        findings.append(finding("value-beyond-belief", Place(file=bid.file)))
        return totals
    return msgspec.structs.replace(totals, returns=returns)


def _line(
    commitment: Commitment, bid: Bid, using: Valuer, findings: list[Finding], known: dict[object, _Alike]
) -> Line:
    """The line of ``commitment``; the reason why it is not valued, and remarks where it is, join ``findings``."""
    proxy: Proxy | None = None
    if not commitment.reference and "description" in commitment.unsure:
        return Line(commitment=commitment)  # the reader has a finding already: the text is no promise by itself
    key = _all_but_quantity(commitment)
    findings_before = len(findings)
    try:
        alike = known.get(key) if key is not None else None
        if alike is not None:
            proxy = alike.proxy
            return _like(alike, commitment, bid, using)
        proxy, by_code = resolved(commitment, using.references)
        text = commitment.reference if by_code else with_other_words(commitment, proxy, using.references)
        if text:
            said = {"reference": text, "proxy": proxy.id}
            findings.append(note("code-resolved", commitment, bid, "reference", **said))
        if commitment.quantity is None or commitment.unsure:
            return Line(commitment=commitment, proxy=proxy)
        into = conversion(commitment, proxy, using.method, using.library.vocabulary.units)
        portions = _portions(commitment, proxy, into, bid, using)
        line = valued_line(commitment, proxy, portions, bid.contract, using.method)
    except Problem as problem:
        findings.append(note(problem.name, commitment, bid, problem.about, **problem.fields))
        return Line(commitment=commitment, proxy=proxy)
    except ArithmeticError:
        findings.append(note("value-beyond-belief", commitment, bid, "quantity"))
        return Line(commitment=commitment, proxy=proxy)
    findings += remarks(line, proxy, into, bid, using.method, using.library)
    if key is not None and findings_before == len(findings) and using.memory.has_room():
        whole = into.apply(commitment.tranches[0].quantity)
        if [each.quantity for each in portions] == [whole]:  # some methods spread a quantity over years
            known[key] = _Alike(proxy, into, portions[0].unit_value, portions[0].label)
    return line


def _like(alike: _Alike, commitment: Commitment, bid: Bid, using: Valuer) -> Line:
    """The line of a commitment that differs from an earlier one in its quantity at most."""
    quantity = commitment.tranches[0].quantity
    known = alike.lines.get(quantity)
    if known is not None and known.commitment.tranches[0].quantity.same_quantum(quantity):  # 1.5 is printed as 1.5
        return Line(commitment, known.proxy, known.portions, known.quantity, known.unit_value, known.gross, known.net,
                    known.present, known.by_kind, known.by_year)  # fmt: skip
    require_usable(commitment)
    portion = Portion(alike.into.apply(quantity), alike.unit_value, alike.label)
    line = valued_line(commitment, alike.proxy, (portion,), bid.contract, using.method)
    if using.memory.has_room():
        alike.lines[quantity] = line
    return line


def _all_but_quantity(commitment: Commitment) -> object:
    """All that decides a commitment's unit value and remarks, its quantity apart; None where it is not simple.

    Simple is a commitment with one tranche above or below 0, without adjustments, all read with certainty.
    """
    if (
        len(commitment.tranches) != 1
        or not commitment.tranches[0].quantity
        or commitment.unsure
        or commitment.adjustments
    ):
        return None
    return (
        commitment.reference,
        commitment.unit,
        commitment.unit_text,
        commitment.counted,
        commitment.reference_words,
        commitment.tranches[0].period,
        commitment.place,
        commitment.start,
        commitment.end,
        commitment.duration_years,
        commitment.drop_off_from,
        commitment.starts_after_years,
    )


def _portions(commitment: Commitment, proxy: Proxy, into: Conversion, bid: Bid, using: Valuer) -> tuple[Portion, ...]:
    """The commitment's quantities in the proxy's unit, each with the unit value of its year."""
    require_usable(commitment)
    for name, stated in commitment.adjustments.items():
        require_share(name, stated)
    library = using.library
    place = place_of(commitment, bid.contract, proxy, library.figures, library.vocabulary.places)
    parts = placed(commitment, bid.contract, using.method, yearly=into.kind == "yearly")
    return tuple(_portion(part, place, commitment, proxy, into, using) for part in parts)


def _portion(
    part: Placed, place: str | None, commitment: Commitment, proxy: Proxy, into: Conversion, using: Valuer
) -> Portion:
    context = Context(
        proxy=proxy.id,
        when=part.when,
        place=place,
        adjustments=tuple(sorted(commitment.adjustments.items())),
        duration_years=commitment.duration_years,
        drop_off_from=commitment.drop_off_from,
        starts_after_years=commitment.starts_after_years,
    )
    return Portion(into.apply(part.quantity), using.unit_values.of(context), part.label)

"""Owns the joining of a bid, a library and a method into a valuation: a line for every commitment, and the totals."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.model.bids import Bid, Commitment, Tranche
from sv_cli.model.figures import Library, Proxy
from sv_cli.model.methods import Method
from sv_cli.model.valuations import Line, Portion, Valuation
from sv_cli.valuation.convert import Conversion, conversion
from sv_cli.valuation.lines import valued_line
from sv_cli.valuation.money import exact
from sv_cli.valuation.overlaps import overlap_findings
from sv_cli.valuation.places_of import place_of
from sv_cli.valuation.problem import Problem
from sv_cli.valuation.resolve import References, references_of, resolved
from sv_cli.valuation.timing import When, placed_tranches
from sv_cli.valuation.totals import totals_of, summed_by
from sv_cli.valuation.unit_value import NAMES, Context, UnitValues
from sv_cli.valuation.words import percent, plain


class Valuer(Struct, frozen=True):
    """What is shared by all the commitments that one library, method and price year value."""

    library: Library
    method: Method
    references: References
    unit_values: UnitValues


def valuer(library: Library, method: Method, price_year: str) -> Valuer:
    """A valuer to be used for any number of bids; unit values are worked out once for all of them."""
    return Valuer(library, method, references_of(library), UnitValues(library, method, price_year))


def value(bid: Bid, using: Valuer, found: Sequence[Finding] = ()) -> Valuation:
    """Value every commitment of ``bid``; ``found`` is what there was to tell of the bid before."""
    findings = list(found)
    with exact():
        lines = tuple(_line(commitment, bid, using, findings) for commitment in bid.commitments)
        findings += overlap_findings(lines, bid.file)
        return Valuation(
            bid=bid,
            layers=using.library.layers,
            method=using.method,
            price_year=using.unit_values.price_year,
            lines=lines,
            totals=totals_of(lines, bid.contract, using.method),
            by_theme=summed_by(lines, lambda line: {line.proxy.theme: line.present} if line.proxy else {}, using.method),
            by_kind=summed_by(lines, lambda line: line.by_kind, using.method),
            by_year=summed_by(lines, lambda line: line.by_year, using.method),
            themes=using.library.themes,
            findings=tuple(findings),
        )


def _line(commitment: Commitment, bid: Bid, using: Valuer, findings: list[Finding]) -> Line:
    proxy: Proxy | None = None
    try:
        proxy, by_code = resolved(commitment, using.references)
        if by_code:
            findings.append(_note("code-resolved", commitment, bid, "reference", reference=commitment.reference, proxy=proxy.id))
        if commitment.quantity is None:
            return Line(commitment=commitment, proxy=proxy)
        into = conversion(commitment, proxy, using.library.vocabulary.units)
        findings += _conversion_notes(commitment, proxy, into, bid, using.library)
        portions = _portions(commitment, proxy, into, bid, using)
        findings += _adjustment_warnings(commitment, proxy, bid)
        return valued_line(commitment, proxy, portions, bid.contract, using.method)
    except Problem as problem:
        findings.append(_note(problem.name, commitment, bid, problem.about, **problem.fields))
        return Line(commitment=commitment, proxy=proxy)


def _portions(
    commitment: Commitment, proxy: Proxy, into: Conversion, bid: Bid, using: Valuer
) -> tuple[Portion, ...]:
    """The commitment's quantities in the proxy's unit, each with the unit value of its year."""
    placed = placed_tranches(commitment, bid.contract, using.method)
    return tuple(_portion(tranche, when, commitment, proxy, into, bid, using) for tranche, when in placed)


def _portion(
    tranche: Tranche, when: When, commitment: Commitment, proxy: Proxy, into: Conversion, bid: Bid, using: Valuer
) -> Portion:
    context = Context(
        proxy=proxy.id,
        when=when,
        place=place_of(commitment, bid.contract, proxy, using.library),
        adjustments=tuple(sorted(commitment.adjustments.items())),
        duration_years=commitment.duration_years,
    )
    label = tranche.period.label if tranche.period else None
    return Portion(into.apply(tranche.quantity), using.unit_values.of(context), label)


def _conversion_notes(
    commitment: Commitment, proxy: Proxy, into: Conversion, bid: Bid, library: Library
) -> Iterable[Finding]:
    wanted = library.vocabulary.units[proxy.unit]
    if into.kind == "taken":
        yield _note("unit-taken", commitment, bid, "quantity", wanted=wanted.many)
    elif into.kind == "converted" and into.stated is not None and commitment.quantity is not None:
        why = next((f" ({unit.why})" for unit in (into.stated, wanted) if unit.why), "")
        yield _note(
            "unit-converted",
            commitment,
            bid,
            "quantity",
            quantity=plain(commitment.quantity),
            unit=into.stated.many,
            converted=plain(into.apply(commitment.quantity), 6),
            wanted=wanted.many,
            why=why,
        )


def _adjustment_warnings(commitment: Commitment, proxy: Proxy, bid: Bid) -> Iterable[Finding]:
    for name, stated in commitment.adjustments.items():
        default = proxy.adjustments.get(name)
        if default is not None and stated < default.value:
            yield _note(
                "more-favourable",
                commitment,
                bid,
                name,
                adjustment=NAMES[name],
                value=percent(stated),
                default=percent(default.value),
            )


def _note(name: str, commitment: Commitment, bid: Bid, about: str, **fields: object) -> Finding:
    """The finding ``name`` at the commitment's field ``about``, or at its row when that field has no cell."""
    cell = commitment.cells.get(about)
    place = Place(
        file=bid.file,
        sheet=commitment.sheet,
        row=commitment.row,
        column=about,
        cell=None if cell is None else cell.address,
    )
    return finding(name, place, **fields)

"""Owns the check that a formula comes out in pounds per unit of its proxy, and pins only values that exist."""

from collections.abc import Mapping

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.model.dimensions import NOTHING, Dimensions, dimensions_of
from sv_cli.model.figures import Figure, Proxy
from sv_cli.model.formulas import Formula, Token
from sv_cli.model.vocabulary import Unit


def formula_faults(
    proxy: Proxy, formula: Formula, figures: Mapping[str, Figure], units: Mapping[str, Unit], place: Place
) -> list[Finding]:
    """Findings on the units or the pinned values of one formula.

    It has to come out in £ per unit of the proxy and year of the effect; £ per unit will do if the effect lasts a year.
    """
    got = _unpinned(formula, figures) or _dimensions(formula, figures, units)
    if isinstance(got, str):
        return [finding("bad-formula", place, formula=formula.text, owner=proxy.id, problem=got)]
    once = dimensions_of(f"GBP/{proxy.unit}", units)
    yearly = dimensions_of(f"GBP/{proxy.unit}/year", units) if "year" in units else once
    if got.exponents == yearly.exponents != once.exponents and units["year"].factor != 1:
        problem = "the year is not the base unit of its dimension, and values a year rest on that"
        return [finding("bad-formula", place, formula=formula.text, owner=proxy.id, problem=problem)]
    if got.exponents == yearly.exponents or (got.exponents == once.exponents and proxy.duration_years == 1):
        return []
    wanted = str(yearly) if got.exponents == once.exponents else str(once)
    return [finding("formula-unit", place, formula=formula.text, owner=proxy.id, got=str(got), wanted=wanted)]


def _unpinned(formula: Formula, figures: Mapping[str, Figure]) -> str | None:
    for token in formula.tokens:
        if token.key is not None and token.key not in figures[token.text].values:
            return f"{token.text!r} has no value for {token.key!r}"
    return None


def _dimensions(formula: Formula, figures: Mapping[str, Figure], units: Mapping[str, Unit]) -> Dimensions | str:
    """The dimensions of the formula's result; where it adds what cannot be added, the problem in words."""
    stack: list[Dimensions] = []
    for token in formula.tokens:
        taken = _taken(stack, token)
        if token.text in ("+", "-", "min", "max") and len({each.exponents for each in taken}) > 1:
            return f"{token.text!r} joins {' and '.join(str(each) for each in taken)}"
        stack.append(_result(token, taken, figures, units))
    return stack[0]


def _taken(stack: list[Dimensions], token: Token) -> list[Dimensions]:
    if not token.arity:
        return []
    taken = stack[-token.arity :]
    del stack[-token.arity :]
    return taken


def _result(
    token: Token, taken: list[Dimensions], figures: Mapping[str, Figure], units: Mapping[str, Unit]
) -> Dimensions:
    if token.kind == "number":
        return NOTHING
    if token.kind == "figure":
        return dimensions_of(figures[token.text].unit, units)
    if token.text == "*":
        return taken[0].times(taken[1])
    if token.text == "/":
        return taken[0].divided_by(taken[1])
    return taken[0]

"""Owns the gross value of one unit: the proxy's formula over its figures, each in the report's prices."""

from decimal import Decimal

from msgspec import Struct

from sv_cli.model.figures import Library, Proxy
from sv_cli.model.formulas import Token
from sv_cli.model.methods import Method
from sv_cli.valuation.figures import Chosen, chosen, evaluated, in_base_units
from sv_cli.valuation.price_base import rebased, require_years
from sv_cli.valuation.steps import Steps
from sv_cli.valuation.timing import When


class Prices(Struct, frozen=True):
    """What a gross value is worked out with: the library, the method's price index and the report's price year."""

    library: Library
    method: Method
    price_year: str


def gross_by_kind(
    proxy: Proxy, when: When, place: str | None, prices: Prices, steps: Steps | None
) -> dict[str, Decimal]:
    """£ per unit of ``proxy`` by value kind in the year ``when``, in the report's prices, before any deduction.

    Each figure and formula becomes a step of ``steps``, unless that is None. Raises Problem when a figure has no value
    for the year or place, or the price index none for its price year.
    """
    units = prices.library.vocabulary.units
    results = {}
    for kind, formula in proxy.parts.items():
        values = {
            token: _value(token, when, place, prices, steps) for token in formula.tokens if token.kind == "figure"
        }
        results[kind] = evaluated(formula, values.__getitem__, proxy.unit, units)
        if steps is not None and len(formula.tokens) > 1:
            steps.write("formula", formula.text, results[kind])
    if not proxy.shares:
        return results
    (whole,) = results.values()
    return {kind: whole * share for kind, share in proxy.shares.items()}


def _value(token: Token, when: When, place: str | None, prices: Prices, steps: Steps | None) -> Decimal:
    """A figure's value in the report's prices, in base units."""
    library = prices.library
    found = chosen(library.figures[token.text], token.key, when, place, library.vocabulary.places)
    if steps is not None:
        _write(found, library, steps)
    amount = found.amount
    if found.price_year is not None and prices.method.price_index is not None:
        amount = _rebased(found, found.price_year, prices, steps)
    return in_base_units(amount, found.figure.unit, library.vocabulary.units)


def _rebased(found: Chosen, price_year: str, prices: Prices, steps: Steps | None) -> Decimal:
    index = prices.library.figures[prices.method.price_index or ""]
    require_years(found.figure, price_year, prices.price_year, index)
    amount = rebased(found.amount, price_year, prices.price_year, index)
    if steps is not None and price_year != prices.price_year:
        over, under = index.values[prices.price_year], index.values[price_year]
        text = f"{found.figure.id} from {price_year} to {prices.price_year} prices: × {over} / {under} ({index.id})"
        steps.write("price-base", text, amount, unit=found.figure.unit, figure=index)
    return amount


def _write(found: Chosen, library: Library, steps: Steps) -> None:
    figure = found.figure
    place = library.vocabulary.places.get(found.key or "")
    of = "" if found.key is None else f", for {place.name if place else found.key}"
    prices = "" if found.price_year is None else f", {found.price_year} prices"
    steps.write("figure", f"{figure.id}: {figure.title}{of}{prices}", found.amount, unit=figure.unit, figure=figure)

"""Owns the choice of a figure's value for a year and a place, and the evaluation of formulas over such values."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from msgspec import Struct

from sv_cli.model.dimensions import dimensions_of
from sv_cli.model.figures import Figure
from sv_cli.model.formulas import Formula, Token
from sv_cli.model.vocabulary import Place, Unit
from sv_cli.valuation.price_base import span
from sv_cli.valuation.problem import Problem
from sv_cli.valuation.timing import When

_WHOLE_COUNTRY = "K02000001"  # the ONS code of the United Kingdom, for a bid that states no place


class Chosen(Struct, frozen=True):
    """A figure's value, the key that it was chosen by (None when the figure has one value), and its price year."""

    figure: Figure
    amount: Decimal
    key: str | None
    price_year: str | None


def chosen(figure: Figure, pinned: str | None, when: When, place: str | None, places: Mapping[str, Place]) -> Chosen:
    """The value of ``figure``: its only one, else that of the key ``pinned``, else that of ``when`` or of ``place``.

    A series has values by year or by place, never by both. Raises Problem when it has none for exactly that year or
    place code; no nearest one is taken.
    """
    if figure.amount is not None:
        return Chosen(figure, figure.amount, None, figure.price_year)
    key = pinned or (_year_key(figure, when) if figure.series == "year" else _place_key(figure, place, places))
    price_year = key if figure.price_year == "own" else figure.price_year
    return Chosen(figure, figure.values[key], key, price_year)


def varies_by(series: str, formulas: Mapping[str, Formula], figures: Mapping[str, Figure]) -> bool:
    """Whether the formulas use a figure with a value for each ``series`` ("year" or "place"), with no key pinned."""
    return any(
        token.kind == "figure" and token.key is None and figures[token.text].series == series
        for formula in formulas.values()
        for token in formula.tokens
    )


def _year_key(figure: Figure, when: When) -> str:
    if when.calendar is None or when.financial is None:
        raise Problem("year-needed", "reference", figure=figure.id)
    financial = f"{when.financial}/{(when.financial + 1) % 100:02d}"
    key = financial if any("/" in each for each in figure.values) else str(when.calendar)
    if key not in figure.values:
        raise Problem("no-year-value", "reference", figure=figure.id, year=key, span=span(figure))
    return key


def _place_key(figure: Figure, place: str | None, places: Mapping[str, Place]) -> str:
    """The key for exactly ``place``, or for the whole country when none is stated; never a wider or a nearby place."""
    code = _WHOLE_COUNTRY if place is None else place
    if code in figure.values:
        return code
    names = ", ".join(places[each].name if each in places else each for each in figure.values)
    if place is None:
        raise Problem("place-needed", "place", figure=figure.id, places=names)
    stated = places[code].name if code in places else code
    raise Problem("no-place-value", "place", figure=figure.id, place=stated, places=names)


def evaluated(formula: Formula, value_of: Callable[[Token], Decimal], unit: str, units: Mapping[str, Unit]) -> Decimal:
    """The formula's value in pounds per ``unit``; ``value_of`` gives each figure's value in base units.

    Raises Problem for a division by zero.
    """
    stack: list[Decimal] = []
    for token in formula.tokens:
        if token.kind == "operation":
            values = stack[-token.arity :]
            del stack[-token.arity :]
            stack.append(_operate(token.text, values))
        else:
            stack.append(token.number if token.number is not None else value_of(token))
    wanted = dimensions_of(f"GBP/{unit}", units)
    return stack[0] if wanted.over == wanted.under else stack[0] * wanted.under / wanted.over


def in_base_units(amount: Decimal, unit: str, units: Mapping[str, Unit]) -> Decimal:
    """``amount`` of the unit expression ``unit`` in base units."""
    dimensions = dimensions_of(unit, units)
    return amount if dimensions.over == dimensions.under else amount * dimensions.over / dimensions.under


def _operate(operator: str, values: list[Decimal]) -> Decimal:
    if operator == "+":
        return values[0] + values[1]
    if operator == "-":
        return values[0] - values[1]
    if operator == "*":
        return values[0] * values[1]
    if operator == "min":
        return min(values)
    if operator == "max":
        return max(values)
    if not values[1]:
        raise Problem("divided-by-zero", "reference")
    return values[0] / values[1]

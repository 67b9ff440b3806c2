"""Owns unit expressions such as `GBP/person/year`: their dimensions, and the factor to base units."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from sv_cli.model.vocabulary import Unit

_DIMENSIONLESS = frozenset({"1", "share", "index"})


class UnknownUnitError(ValueError):
    """A unit expression names a unit that is not in the closed list."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Dimensions(Struct, frozen=True):
    """A unit expression reduced to exponents of base dimensions, and a factor held as a fraction.

    A quantity in the expression × ``over`` / ``under`` is the quantity in base units; the factor is
    kept as two numbers because a week of 37 hours has no finite reciprocal.
    """

    exponents: tuple[tuple[str, int], ...]
    over: Decimal
    under: Decimal

    def times(self, other: "Dimensions") -> "Dimensions":
        """The dimensions of a product."""
        return _made(_added(self.exponents, other.exponents, 1), self.over * other.over, self.under * other.under)

    def divided_by(self, other: "Dimensions") -> "Dimensions":
        """The dimensions of a quotient."""
        return _made(_added(self.exponents, other.exponents, -1), self.over * other.under, self.under * other.over)

    def __str__(self) -> str:
        above = "*".join(_power(name, n) for name, n in self.exponents if n > 0) or "1"
        below = "".join(f"/{_power(name, -n)}" for name, n in self.exponents if n < 0)
        return above + below


NOTHING = Dimensions(exponents=(), over=Decimal(1), under=Decimal(1))


def dimensions_of(expression: str, units: Mapping[str, Unit]) -> Dimensions:
    """Reduce an expression such as ``GBP/person/year``; raises UnknownUnitError for a unit not in ``units``.

    Between slashes units may be multiplied, as in ``person*year``; ``1``, ``share`` and ``index`` have no dimension.
    """
    first, *below = expression.split("/")
    result = _product(first, units)
    for part in below:
        result = result.divided_by(_product(part, units))
    return result


def _product(text: str, units: Mapping[str, Unit]) -> Dimensions:
    result = NOTHING
    for name in text.split("*"):
        result = result.times(_one(name.strip(), units))
    return result


def _one(name: str, units: Mapping[str, Unit]) -> Dimensions:
    if name in _DIMENSIONLESS:
        return NOTHING
    unit = units.get(name)
    if unit is None:
        raise UnknownUnitError(name)
    exponents: dict[str, int] = {}
    for base in unit.dimension.split("*"):
        exponents[base] = exponents.get(base, 0) + 1
    return _made(exponents, unit.factor, Decimal(1))


def _added(mine: tuple[tuple[str, int], ...], theirs: tuple[tuple[str, int], ...], sign: int) -> dict[str, int]:
    exponents = dict(mine)
    for name, n in theirs:
        exponents[name] = exponents.get(name, 0) + sign * n
    return exponents


def _made(exponents: Mapping[str, int], over: Decimal, under: Decimal) -> Dimensions:
    kept = tuple(sorted((name, n) for name, n in exponents.items() if n))
    return Dimensions(exponents=kept, over=over, under=under)


def _power(name: str, n: int) -> str:
    return name if n == 1 else f"{name}^{n}"

"""Owns plain numbers as people type them, ``1200``, ``1,200.50`` or ``£1,200``: how they look, and what they come to.

`numbers` reads whatever a cell may say; this is for numbers within a text, and for columns that are compared.
"""

from decimal import Decimal

from sv_cli.bids.sheets.grid import Raw, Shown
from sv_cli.late import late

LIMIT = Decimal(10) ** 10
NUMBER = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,20})?|[0-9]{1,15}(?:\.[0-9]{1,20})?"
"""A plain number, for a pattern. It has an end, or a search in a text of digits alone would take quadratic time."""
_NUMBER = late(NUMBER)
_PLAIN = late(rf"\s*(?:£\s*)?({NUMBER})\.?\s*")


def plain_number(cell: Raw) -> Decimal | None:
    """The number of a cell that says how many, perhaps of pounds, and nothing else; None for any other cell."""
    if isinstance(cell, str):
        plain = _PLAIN.fullmatch(cell)
        return value_of(plain[1]) if plain else None
    if isinstance(cell, Shown):
        return None if cell.suffix or cell.veil else exact(cell.value)
    return exact(cell) if isinstance(cell, int | float) and not isinstance(cell, bool) else None


def value_of(number: str) -> Decimal:
    """What a plain number comes to: 1200.5 for ``1,200.50``."""
    return Decimal(number.replace(",", ""))


def values_in(text: str) -> list[Decimal]:
    """What the plain numbers in a text come to."""
    return [value_of(number) for number in _NUMBER.findall(text)]


def exact(value: float) -> Decimal:
    """The number that a spreadsheet program shows for ``value``: fifteen significant digits."""
    if isinstance(value, int):
        return Decimal(value)
    return tidy(Decimal(f"{value:.15g}"))


def tidy(value: Decimal) -> Decimal:
    """The number without an empty fraction or an exponent: 1500.0 is 1500."""
    return value.quantize(Decimal(1)) if abs(value) < LIMIT * 100 and value == value.to_integral_value() else value

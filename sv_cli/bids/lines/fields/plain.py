"""Owns plain amounts: cells that hold a number, and nothing but a unit in words behind it."""

from contextlib import suppress
from decimal import Decimal

from sv_cli.bids.cells.figures import LIMIT, NUMBER, tidy, value_of
from sv_cli.bids.cells.numbers import Numbers, is_parted
from sv_cli.bids.cells.units import COUNT
from sv_cli.bids.memory import MOST_KNOWN, Plain
from sv_cli.bids.sheets.grid import Raw
from sv_cli.bids.terms.paces import digits_of
from sv_cli.late import late

IN_PARTS = "."
"""For the unit behind a number such as 2.500, which means what its row's unit makes of it."""
_IN_UNIT = late(rf"(?P<number>{NUMBER})(?P<unit> ?[A-Za-z]+(?: [A-Za-z]+)*)")


class PlainAmounts:
    """Reads cells as plain amounts; each distinct one once, and kept in ``known``."""

    def __init__(self, numbers: Numbers, known: dict[str | float, Plain | None]) -> None:
        self.known = known
        self._read = numbers.read

    def of(self, raw: Raw) -> Plain | None:
        """The amount in a cell, which is no rate, not below zero nor beyond belief; None for any other cell."""
        if not isinstance(raw, str | float | int) or isinstance(raw, bool):
            return None
        with suppress(KeyError):
            return self.known[raw]
        found = self._found(raw)
        if len(self.known) < MOST_KNOWN:
            self.known[raw] = found
        return found

    def _found(self, raw: str | float) -> Plain | None:
        amount = self._read(raw)
        value = amount.value
        if value is None or amount.per or amount.problem or amount.mark or not 0 <= value <= LIMIT:
            return None
        alone = IN_PARTS if isinstance(raw, str) and is_parted(raw) else ""
        unit = alone if amount.unit is None else _unit_behind(raw, value)
        if unit is None or amount.unit == COUNT:
            return None
        exact = tidy(0 + value)
        return value, exact, digits_of(exact), unit


def _unit_behind(raw: str | float, value: Decimal) -> str | None:
    """The unit as it is typed behind a number that is what its digits say; None where anything else is in the cell."""
    match = _IN_UNIT.fullmatch(raw) if isinstance(raw, str) else None
    return match["unit"] if match and value_of(match["number"]) == value else None

"""Owns shares (deadweight and its like): 25 %, 25% or 0.25, told apart by the column as a whole."""

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from sv_cli.bids.cells.figures import tidy
from sv_cli.bids.cells.numbers import Amount, Numbers, Problem
from sv_cli.bids.sheets.grid import Raw

_HUNDRED = Decimal(100)
_NO_PER_CENT = Decimal("0.05")  # a column of shares none of which reaches 1, but one this, shows fractions of the whole


class Share(Struct, frozen=True):
    """What a cell says as a fraction 0..1; nothing stated gives neither value nor problem."""

    value: Decimal | None = None
    problem: Problem | None = None


class Shares(Struct, frozen=True):
    """Reads one column of shares. ``scale`` is 100, 1, or None where the column does not tell."""

    numbers: Numbers
    per_cent: str | None
    scale: int | None

    def read(self, raw: Raw) -> Share:
        """What the cell says; never raises."""
        amount = self.numbers.read(raw)
        if amount.problem is not None:
            text = amount.problem.fields.get("text")
            worded = amount.problem.name == "not-a-number"
            return Share(problem=Problem("not-a-share", {"text": f"{text!r}"}) if worded else amount.problem)
        if amount.value is None:
            return (
                Share() if amount.state == "empty" else Share(problem=Problem("not-yet-stated", {"text": amount.state}))
            )
        return self._checked(amount)

    def _checked(self, amount: Amount) -> Share:
        value = amount.value or Decimal(0)
        if amount.unit is not None and amount.unit == self.per_cent:
            value = value / _HUNDRED
        elif amount.unit is not None or amount.rate:
            return Share(problem=Problem("not-a-share", {"text": f"{value:f} {amount.unit or 'a year'}"}))
        elif value and self.scale is None:
            return Share(problem=Problem("ambiguous-share", {"text": f"{value:f}"}))
        elif value:
            if self.scale == _HUNDRED and 0 < value < 1:
                return Share(problem=Problem("ambiguous-share", {"text": f"{value:f}"}))
            value = value / (self.scale or 1)
        if not 0 <= value <= 1:
            return Share(problem=Problem("not-a-share", {"text": f"{tidy(value * 100):f} %"}))
        return Share(value)


def shares_of(cells: Iterable[Raw], numbers: Numbers, per_cent: str | None, *, said_percent: bool) -> Shares:
    """The reading of a column of shares: a bare number above 1 shows per cent, one below 1 shows fractions."""
    bare = [amount.value for cell in cells if (amount := numbers.read(cell)).value and amount.unit is None]
    values = [value for value in bare if value is not None]
    if any(value > 1 for value in values):
        return Shares(numbers, per_cent, 100)
    fractions = [value for value in values if 0 < value < 1]
    if fractions and (not said_percent or max(fractions) >= _NO_PER_CENT):
        return Shares(numbers, per_cent, 1)
    return Shares(numbers, per_cent, None)

"""Owns the wording of amounts, numbers and lists in the sentences of checks."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from sv_cli.model.valuations import Line

_LISTED = 4


def pounds(amount: Decimal) -> str:
    """``£100,000`` for whole pounds, ``£12,345.60`` otherwise."""
    pence = amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    text = f"£{abs(pence):,.2f}".removesuffix(".00")
    return f"−{text}" if pence < 0 else text


def number(value: Decimal | int, places: int = 2) -> str:
    """``1,200`` or ``12.5``: at most ``places`` decimals."""
    text = f"{Decimal(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(share: Decimal) -> str:
    """``12.5 %`` for 12.5: ``share`` is in per cent already."""
    return f"{number(share)} %"


def counted(n: int, one: str, many: str | None = None) -> str:
    """``no measure``, ``1 measure``, ``1,200 measures``."""
    if n == 0:
        return f"no {one}"
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listed(items: Sequence[str], joint: str = "and") -> str:
    """``a``, ``a and b``, ``a, b, c, d and 3 more``; ``items`` may not be empty."""
    if len(items) > _LISTED + 1:
        items = [*items[:_LISTED], f"{len(items) - _LISTED} more"]
        joint = "and"
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {joint} {items[-1]}"


def rows_of(lines: Sequence[Line]) -> str:
    """``row 7``, ``rows 7, 9 and 12``."""
    rows = [f"{at:,}" if isinstance(at := line.commitment.at, int) else at for line in lines]
    return f"row {rows[0]}" if len(rows) == 1 else f"rows {listed(rows)}"


def called(line: Line) -> str:
    """The name of a line: its proxy's id, else the reference or description in the bid."""
    commitment = line.commitment
    return line.proxy.id if line.proxy else (commitment.reference or commitment.description or "no reference")[:80]

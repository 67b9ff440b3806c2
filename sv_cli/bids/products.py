"""Owns columns that multiply: people, hours and what they come to, where every row proves it."""

from math import prod

from msgspec.structs import replace

from sv_cli.bids.headings import COUNTS
from sv_cli.bids.held import Column, filled_at, number_at
from sv_cli.bids.sheets.grid import Row

_FEWEST = 2
_TIMES = frozenset(("minute", "hour", "half-day", "day"))


def place_products(by_field: dict[str, list[Column]], rows: list[Row]) -> None:
    """Where the total is counts times hours in every row, it is the quantity, and in hours."""
    factors, totals = by_field.get("quantity", []), by_field.get("total", [])
    times = [column.heading.unit for column in factors if column.heading.unit in _TIMES]
    counted = len(factors) >= _FEWEST and all(column.heading.rank >= COUNTS for column in factors)
    if not counted or len(totals) != 1 or len(times) != 1 or "unit" in by_field:
        return
    filled = [row for row in rows if all(filled_at(row, column.index) for column in factors)]
    if filled and all(_multiplies(row, factors, totals[0]) for row in filled):
        heading = replace(totals[0].heading, field="quantity", unit=times[0])
        by_field["quantity"] = [replace(by_field.pop("total")[0], heading=heading)]


def _multiplies(row: Row, factors: list[Column], total: Column) -> bool:
    amounts = [number_at(row, column.index) for column in (*factors, total)]
    told = [amount for amount in amounts if amount is not None]
    return len(told) == len(amounts) and prod(told[:-1]) == told[-1]

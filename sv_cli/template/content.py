"""Owns what a blank workbook holds: the proxies on offer, the value of a unit of each, the lists to choose from."""

from decimal import Decimal

from msgspec import Struct

from sv_cli.model.figures import Proxy
from sv_cli.model.vocabulary import Unit

YEARS = 10  # years of a contract that can be chosen


class Offer(Struct, frozen=True):
    """One proxy on offer; ``by_place`` and ``by_start`` say whether its value depends on these."""

    proxy: Proxy
    unit: Unit
    theme: str
    by_place: bool
    by_start: bool


class ValueRow(Struct, frozen=True):
    """The present value in pounds of one unit in each of the contract's first years, None where there is none.

    ``key`` is the reference, the place's name and the start (see ``start_key``), joined by ``|``.
    """

    key: str
    values: tuple[Decimal | None, ...]


class Asks(Struct, frozen=True):
    """What a framework asks of a bid, in words; ``unchecked`` is what no program can check."""

    title: str
    rules: tuple[str, ...]
    unchecked: tuple[str, ...]


class Content(Struct, frozen=True):
    """All that the workbook is drawn from.

    ``rounds_lines`` says whether each line is rounded to pence; ``needs_year`` whether the method cannot place a
    quantity without a year. ``rows`` is how many commitments there is room for. ``options`` are those that
    `sv score` needs to arrive at the same values.
    """

    offers: tuple[Offer, ...]
    values: tuple[ValueRow, ...]
    units: tuple[Unit, ...]
    places: tuple[str, ...]
    rows: int
    rounds_lines: bool
    needs_year: bool
    price_year: str
    method: str
    timing: str
    library: str
    narrowed: str = ""
    options: str = ""
    asks: Asks | None = None


def start_key(year: int, month: int) -> str:
    """The key of a contract's start: its year, with a mark if it is before April, in the last year's financial year."""
    return str(year) if month >= 4 else f"{year} before April"  # noqa: PLR2004 - April

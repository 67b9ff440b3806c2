"""Owns Fact: one label of the contract with its value, and what people call what it tells."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from sv_cli.model.bids import Cell


class Fact(Struct, frozen=True):
    """One label with its value, as read; ``whole_month`` says that a day was told as a month and no day of it.

    What a text says ``in_passing`` holds only where nothing else tells of the fact.
    """

    name: str
    value: str | Decimal | date
    cell: Cell
    label: str
    whole_month: bool = False
    in_passing: bool = False


CALLED = {"supplier": "supplier", "title": "contract's title", "value": "contract value", "start": "contract's start",
          "end": "contract's end", "years": "contract's length", "place": "contract's place"}  # fmt: skip

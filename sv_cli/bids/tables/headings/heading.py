"""Owns what one heading says, as far as it was understood."""

from msgspec import Struct

from sv_cli.bids.cells.parts import Part
from sv_cli.model.bids import Period

PERIOD = "period"
PART = "part of a year"
ODD_YEAR = "odd_year"
RUNNING = "running"
RATE = "odd_rate"
RISEN = "risen"
POUNDS = "pounds"
ASKED_FOR = "as asked for"  # how a column is known that was chosen for this bid
BY_AMOUNTS = "what it holds are amounts"
COUNTS = 500  # the rank of headings that count or name a unit, instead of naming the quantity
TIMES = frozenset((PERIOD, PART, RUNNING))
AMOUNTS = frozenset(("quantity", "total", PERIOD, PART, RUNNING, ODD_YEAR, RATE))  # the fields that say how much
COUNTED = AMOUNTS | {"count"}  # and ``No.``, which may as well number the rows
KEYS = frozenset(("reference", "description"))  # the fields that say what is promised
WIDEST = 400  # so many columns of a sheet are looked through for headings


class Heading(Struct, frozen=True):
    """What one heading says. ``how`` tells a person why it is taken for ``field``.

    ``unit`` is a unit's id when the heading names one; ``per`` is ``year`` or ``pound`` when it speaks of a rate;
    ``percent`` is True when the numbers below it are said to be per cent; ``scaled`` is the text that multiplies
    them (``000s``). ``guessed`` is True where the name is not known, only what it must mean, and ``counts`` where it
    says that things are counted.
    """

    field: str
    how: str
    rank: int = 0
    unit: str | None = None
    per: str = ""
    percent: bool = False
    months: bool = False
    scaled: str = ""
    guessed: bool = False
    period: Period | None = None
    part: Part | None = None
    counts: bool = False

    @property
    def merely_counts(self) -> bool:
        """Whether it counts something or names a unit, and names no quantity: ``No. of staff``, ``Hours``."""
        return self.rank >= COUNTS

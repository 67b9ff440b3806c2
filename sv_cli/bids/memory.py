"""Owns Memory: what reading one bid leaves behind for the next, so that what says the same is read once."""

from decimal import Decimal

from msgspec import Struct, field

from sv_cli.bids.sheets.grid import Raw
from sv_cli.model.bids import Commitment, Period, Tranche

MOST_KNOWN = 100_000  # bounds the memory, not the meaning
MOST_PLAIN, LONGEST_PLAIN = 10_000, 200  # likewise

# An amount as it is read, tidied, the digits that a text has that names it, and the unit as it is typed behind it
Plain = tuple[Decimal, Decimal, str, str]
Tranches = dict[Raw, tuple[Tranche, ...]]  # of one time, by the plain amounts that they are of
Known = tuple[Commitment, Period | None, Tranches]  # a row, and the time that its amount falls in
Rows = dict[object, Known]  # by all that they say beside their amounts


class Memory(Struct):
    """What was read the long way without a remark, kept over all the bids that are read on one desk.

    ``tables`` holds rows by all that decides how the rows of a table are read; ``plain`` the plain amounts, and
    ``tranches`` what these are in each time. ``shapes`` are those of descriptions that say nothing beside what they
    promise, ``often`` and ``stating`` those that may say how often or how much, ``marked`` those that are not to be
    taken as they are, and ``alone`` those that depend on no other line; ``harmless`` what stands in other columns and
    takes no line out of the count, what may do so, and what may speak of its quantity, by what such a column is asked.
    """

    tables: dict[object, Rows] = field(default_factory=dict)
    plain: dict[object, dict[str | float, Plain | None]] = field(default_factory=dict)
    tranches: dict[object, Tranches] = field(default_factory=dict)
    shapes: set[bytes] = field(default_factory=set)
    often: set[bytes] = field(default_factory=set)
    stating: set[bytes] = field(default_factory=set)
    marked: set[bytes] = field(default_factory=set)
    alone: set[bytes] = field(default_factory=set)
    harmless: dict[object, tuple[set[object], set[object], set[object]]] = field(default_factory=dict)
    count: int = 0

    def rows(self, deciding: object) -> Rows:
        """The rows of tables that are read alike."""
        if self.count >= MOST_KNOWN:
            self.tables.clear()
            self.count = 0
        return self.tables.setdefault(deciding, {})

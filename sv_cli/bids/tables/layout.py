"""Owns Layout: what each column of a table turned out to be."""

from itertools import chain

from msgspec import Struct

from sv_cli.bids.tables.headings.heading import PERIOD
from sv_cli.bids.tables.several.proofs import Proof
from sv_cli.bids.tables.several.spread import Dated
from sv_cli.bids.tables.several.times import Clash
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.terms.standing import kind_of

TEXTS = frozenset(("description", "evidence", "owner", "theme", "outcome", "own_unit_value", "own_total"))
_MARGINS = ("margin", "remark")  # which have no heading to name, where they stand beside the table


class Layout(Struct, frozen=True):
    """What each column of a table is.

    * ``columns``: the one of each field; ``clashes``: the fields for which several may be the one
    * ``years``: those that spread the quantity over years or their parts; ``wholes``: those that say it again, as
      quarters do beside their months; ``cumulative``: each of ``years`` holds what has come together until then
    * ``by_unit``: some of ``years`` are of one time, and a row fills in those of one unit
    * ``checked``: parts of years, each kind of which has to come to the quantity beside them
    * ``costs``: those that spread the cost; ``matrix``: those for different units (``Hours | Weeks | £``), of which a
      row fills in one
    * ``coded``: descriptions begin with references, which count where no column of references is filled in
    * ``unticked``: what a cell says that leaves the box of what is offered open
    * ``unused``: shares that nothing is made of; ``beside``: amounts that change no quantity, as of an extension
    * ``offered``: texts beside a target that may offer something else; ``details``: texts that say more of what is
      promised; ``spoken``: all others, in which a line may be taken back
    * ``proof``: what the quantity comes to by other columns, where some lines contradict it
    """

    columns: dict[str, Column]
    years: tuple[Dated, ...]
    clashes: tuple[Clash, ...]
    left: int
    right: int
    costs: tuple[Column, ...] = ()
    coded: bool = False
    wholes: tuple[tuple[Column, ...], ...] = ()
    matrix: tuple[Column, ...] = ()
    cumulative: bool = False
    by_unit: bool = False
    unticked: frozenset[str] = frozenset()
    checked: tuple[tuple[Column, ...], ...] = ()
    unused: tuple[Column, ...] = ()
    beside: tuple[Column, ...] = ()
    offered: tuple[Column, ...] = ()
    details: tuple[Column, ...] = ()
    spoken: tuple[Column, ...] = ()
    proof: Proof | None = None

    def counted(self) -> Column | None:
        """The column of the quantity, or of the totals beside years or parts; None where there is neither."""
        return self.columns.get("quantity") or self.columns.get("total")

    def counting(self) -> tuple[Column, ...]:
        """The column that is counted, or those over which it is spread."""
        counted = self.counted()
        return self.spread() if counted is None else (counted,)

    def amount_columns(self) -> list[int]:
        """The 0-based columns in which a quantity, or a part or a total of it, may stand."""
        named = [self.columns[name].index for name in ("quantity", "total") if name in self.columns]
        return [*named, *(column.index for column in self.spread())]

    def spread(self) -> tuple[Column, ...]:
        """The columns over which an amount is spread."""
        return (*(column for column, _ in self.years), *self.matrix, *chain(*self.wholes))

    def named(self) -> dict[str, str]:
        """The heading of every field, in the sheet's order."""
        columns = [(column.index, field, column.text) for field, column in self.columns.items()]
        columns += [
            (column.index, f"{PERIOD} {period.label if period else column.text}", column.text)
            for column, period in self.years
        ]
        return {field: text for _, field, text in sorted(columns) if text or kind_of(field) not in _MARGINS}

"""Owns what the quantities above a row come to: in its section, in all, and by reference."""

from decimal import Decimal

from msgspec import Struct, field

from sv_cli.bids.terms.codes import is_reference, looked_up
from sv_cli.model.bids import Commitment


class Sums(Struct):
    """What the quantities above come to, since the last heading or total and in all; None before the first.

    ``added`` of the commitments are in it; the rest are added when a sum is asked for, which is seldom. ``of_one``
    is what those of one reference come to, without the rows ``labelled`` as totals, and ``references`` are those of
    any other row. ``units`` are what those in each unit come to, and ``coded`` says that all have a reference that is a
    code.
    """

    commitments: list[Commitment]
    added: int = 0
    section: Decimal | None = None
    before: Decimal | None = None
    of_one: dict[str | None, Decimal] = field(default_factory=dict)
    labelled: set[int] = field(default_factory=set)
    references: set[str | None] = field(default_factory=set)
    units: dict[str | None, Decimal] = field(default_factory=dict)
    coded: bool = True

    def close(self) -> None:
        """A heading or a total ends the section."""
        self._catch_up()
        if self.section is not None:
            self.before = self.section + (self.before or 0)
            self.section = None

    def is_sum(self, quantity: Decimal) -> bool:
        """Whether a quantity is what the section comes to, or all of them."""
        self._catch_up()
        everything = self.before if self.section is None else self.section + (self.before or 0)
        return quantity in (self.section, everything)

    def first_sum(self) -> Decimal | None:
        """What all lines above come to, in the only section; None where anything of it is unsure."""
        self._catch_up()
        alone = self.before is None and None not in self.units and not self.labelled
        return self.section if alone and len(self.commitments) > 1 and all(map(_is_sure, self.commitments)) else None

    def of_reference(self, reference: str) -> Decimal | None:
        """What the commitments of a reference come to; None before the first."""
        self._catch_up()
        return self.of_one.get(looked_up(reference))

    def is_named(self, reference: str) -> bool:
        """Whether a commitment that is not labelled as a total has a reference."""
        self._catch_up()
        return looked_up(reference) in self.references

    def are_coded(self) -> bool:
        """Whether every commitment has a reference that is a code."""
        self._catch_up()
        return self.coded

    def are_of(self, unit: str) -> bool:
        """Whether every commitment is in a unit."""
        self._catch_up()
        return self.units.keys() <= {unit}

    def of_unit(self, unit: str | None) -> Decimal | None:
        """What the commitments in a unit come to; None before the first, and for none."""
        self._catch_up()
        return None if unit is None else self.units.get(unit)

    def _catch_up(self) -> None:
        for commitment in self.commitments[self.added :]:
            self.coded = self.coded and is_reference(commitment.reference or "")
            self.units[commitment.unit] = self.units.get(commitment.unit, Decimal(0)) + (commitment.quantity or 0)
            reference = looked_up(commitment.reference)
            if commitment.row not in self.labelled:
                self.references.add(reference)
            if commitment.quantity is not None:
                self.section = commitment.quantity + (self.section or 0)
                if commitment.row not in self.labelled:
                    self.of_one[reference] = commitment.quantity + self.of_one.get(reference, Decimal(0))
        self.added = len(self.commitments)


def _is_sure(commitment: Commitment) -> bool:
    return commitment.quantity is not None and not commitment.unsure

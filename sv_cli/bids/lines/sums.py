"""Owns what the quantities above a row come to, and the rows that say what others come to: heads of groups, totals."""

import re
from decimal import Decimal

from msgspec import Struct, field

from sv_cli.bids.cells.text import folded
from sv_cli.bids.cells.units import COUNT
from sv_cli.bids.lines.fields.stated import stated_unit
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.terms.codes import is_coded, is_measure_code, is_reference, looked_up
from sv_cli.bids.terms.words import Words
from sv_cli.late import late
from sv_cli.model.bids import Commitment

IN_ALL = late(r"\b(?:total\w*|in all|overall|altogether|combined|sum)\b|^all\b", re.IGNORECASE)
"""What a sum is called: ``All volunteering``, ``Volunteering combined``."""
_FEWEST = 2  # a group of one may be a promise that happens to be of the same size


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
        self.up_to_date()
        if self.section is not None:
            self.before = self.section + (self.before or 0)
            self.section = None

    def is_sum(self, quantity: Decimal) -> bool:
        """Whether a quantity is what the section comes to, or all of them."""
        self.up_to_date()
        everything = self.before if self.section is None else self.section + (self.before or 0)
        return quantity in (self.section, everything)

    def first_sum(self) -> Decimal | None:
        """What all lines above come to, in the only section; None where anything of it is unsure."""
        self.up_to_date()
        alone = self.before is None and None not in self.units and not self.labelled and len(self.commitments) > 1
        sure = alone and all(each.quantity is not None and not each.unsure for each in self.commitments)
        return self.section if sure else None

    def up_to_date(self) -> "Sums":
        """These sums, with the commitments that were read since they were last asked for."""
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
        return self


def groups_of(table: Sheeted, rows: list[Row], words: Words) -> frozenset[int]:
    """The numbers of the rows without a reference that are each the sum of the rows with one below them.

    The first row has to be one, every such row has to be a sum, and one of them of several rows, or each has to say
    total. Above them may stand
    what says that it is the total of all.
    """
    if rows and not _is_named(table, rows[0]) and _is_sum_below(table, rows, words):
        return frozenset((rows[0].number,)) | groups_of(table, rows[1:], words)
    heads: list[Row] = []
    sums: list[list[Decimal]] = []
    for row in rows if rows and not _is_named(table, rows[0]) else ():
        if any(isinstance(cell, str) and words.is_total(cell) for cell in row.cells):
            break
        if not _is_named(table, row):
            heads.append(row)
            sums.append([])
        elif (amount := table.amount(row)) is not None:
            sums[-1].append(amount)
        if len(heads) > 1 and not _is_sum(table, heads[-2], sums[-2]):
            return frozenset()
    told = any(len(parts) >= _FEWEST for parts in sums) or all(_begins_total(row, words) for row in heads)
    proved = told and bool(heads) and _is_sum(table, heads[-1], sums[-1])
    return frozenset(row.number for row in heads) if proved else frozenset()


def may_refer(table: Sheeted, texts: list[str]) -> bool:
    """Whether a row holds a code where the table leaves open which column refers, and so may be no total."""
    open_ = any(clash.field == "reference" for clash in table.layout.clashes)
    return open_ and any(map(is_measure_code, texts))


def may_sum(table: Sheeted, row: Row, lines: Sums) -> bool:
    """Whether a row may add up lines: by the words that describe it, or else in no unit but theirs."""
    described, columns = table.raw(row, "description"), table.layout.columns
    if described and table.raw(row, "reference") and columns.get("reference") != columns.get("description"):
        return isinstance(described, str) and IN_ALL.search(described) is not None
    unit = stated_unit(table, row).unit
    return unit is None or unit == COUNT or lines.up_to_date().units.keys() <= {unit}


def _is_named(table: Sheeted, row: Row) -> bool:
    """Whether a row has a reference: a code where the same column holds the descriptions, or words beside a text."""
    raw = table.raw(row, "reference")
    columns = table.layout.columns
    if "reference" in columns and columns["reference"] == columns.get("description"):
        return isinstance(raw, str) and is_coded(folded(raw))
    if isinstance(raw, str) and raw and not is_coded(folded(raw)):  # a theme heads those of its lines
        describing = "description" if "description" in columns else "unit"
        return table.raw(row, describing) not in (None, "")
    return raw not in (None, "")


def _is_sum_below(table: Sheeted, rows: list[Row], words: Words) -> bool:
    """Whether the first of the rows says total, and is what all of them with a reference come to."""
    if not _begins_total(rows[0], words):
        return False
    parts = [amount for row in rows if _is_named(table, row) and (amount := table.amount(row)) is not None]
    return _is_sum(table, rows[0], parts)


def _begins_total(row: Row, words: Words) -> bool:
    return any(isinstance(cell, str) and words.begins_total(cell) for cell in row.cells)


def _is_sum(table: Sheeted, head: Row, parts: list[Decimal]) -> bool:
    return bool(parts) and table.amount(head) == sum(parts)

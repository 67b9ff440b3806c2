"""Owns the quantity of a heading that names no other than the gross, what is taken off it, and the net."""

from decimal import Decimal

from sv_cli.bids.cells.text import folded
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.headings.heading import Heading
from sv_cli.bids.tables.under.held import Column, in_order, number_at
from sv_cli.bids.terms.deductions import is_deduction, is_gross, is_net

LEFT = Heading("quantity", "since it is what is left of the quantity", guessed=True)


def with_net(row: Row, columns: tuple[Column, ...], below: list[Row]) -> tuple[Column, ...]:
    """The columns, and the net of ``Gross | Deduct | Net``, where it is what is left in every row below."""
    known = {column.index for column in columns}
    texts = [(at, folded(cell)) for at, cell in enumerate(row.cells) if isinstance(cell, str) and at not in known]
    gross, off, net = ([each for each in texts if names(each[1])] for names in (is_gross, is_deduction, is_net))
    if not len(gross) == len(off) == len(net) == 1:
        return columns
    stated = [[number_at(each, at) for (at, _) in (*gross, *off, *net)] for each in below]
    lines = [amounts for amounts in stated if any(amount is not None for amount in amounts)]
    if not lines or not all(is_left(*amounts) for amounts in lines):
        return columns
    found = Column(net[0][0], net[0][1], LEFT)
    return in_order(*columns, found)


def is_left(gross: Decimal | None, off: Decimal | None, net: Decimal | None) -> bool:
    """Whether so much is left, where both are stated; what is taken off may be written below zero."""
    return gross is not None and net is not None and gross - abs(off or Decimal(0)) == net

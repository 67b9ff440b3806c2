"""Owns columns of what may have to be taken off a quantity: ``Less existing``."""

from sv_cli.bids.sheets.grid import Row, cell_at
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.several.times import Clash, is_nought
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.terms.deductions import is_deduction, is_net

DEDUCTION = "deduction"


def deductions(counted: Column | None, span: Span, rows: list[Row]) -> list[Clash]:
    """A clash of a column that may have to be taken off the quantity, which does not say that it was."""
    if counted is None or is_net(counted.text):
        return []
    found = tuple(Column(at, text, counted.heading) for at, text in span.unknown if is_deduction(text))
    found = tuple(each for each in found if any(takes_off(row, each) for row in rows))
    return [Clash(DEDUCTION, found)] if found else []


def takes_off(row: Row, column: Column) -> bool:
    """Whether a row states anything to take off."""
    return not is_nought(cell_at(row, column.index))

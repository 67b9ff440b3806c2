"""Owns columns of what is taken off a quantity, and of what is left of it: ``Less existing``, ``Net``."""

from sv_cli.bids.sheets.grid import Row, cell_at
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.several.times import Clash, is_nought
from sv_cli.bids.tables.under.by_field import ByField, as_field
from sv_cli.bids.tables.under.held import Column, are_numbers, number_at
from sv_cli.bids.tables.under.left_over import LEFT, is_left
from sv_cli.bids.terms.deductions import is_deduction, is_net

DEDUCTION = "deduction"


def place_nets(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """``Quantity | Less existing | Net``: the net is what is promised, where it is what is left in every row."""
    quantities = by_field.get("quantity", [])
    unknown = [Column(at, text, LEFT) for at, text in span.unknown]
    nets = [column for column in (*quantities, *unknown) if is_net(column.text)]
    whole = [column for column in quantities if column not in nets]
    taken_off = [column for column in unknown if is_deduction(column.text)]
    if len(nets) != 1 or len(whole) != 1 or len(taken_off) != 1 or not are_numbers(nets[0], rows):
        return
    if all(_is_left(row, whole[0], taken_off[0], nets[0]) for row in rows):
        by_field["quantity"] = [as_field(nets[0], "quantity", unit=nets[0].heading.unit or whole[0].heading.unit)]


def _is_left(row: Row, whole: Column, off: Column, net: Column) -> bool:
    """Whether a row's net is its quantity less what is taken off, or it states neither."""
    counted, taken, left = (number_at(row, each.index) for each in (whole, off, net))
    return is_left(counted, taken, left) or counted is left is None


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

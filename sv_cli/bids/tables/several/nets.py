"""Owns columns of what is taken off a quantity, and of what is left of it: ``Less existing``, ``Net``."""

from msgspec.structs import replace

from sv_cli.bids.sheets.grid import Row, cell_at
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.several.times import Clash, is_nought
from sv_cli.bids.tables.under.by_field import ByField
from sv_cli.bids.tables.under.held import Column, are_numbers, number_at
from sv_cli.bids.tables.under.left_over import LEFT
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
        unit = nets[0].heading.unit or whole[0].heading.unit
        by_field["quantity"] = [replace(nets[0], heading=replace(nets[0].heading, unit=unit))]


def _is_left(row: Row, whole: Column, off: Column, net: Column) -> bool:
    """Whether a row's net is its quantity less what is taken off, where it states both."""
    counted, left = number_at(row, whole.index), number_at(row, net.index)
    if counted is None or left is None:
        return counted is left
    return counted - (number_at(row, off.index) or 0) == left


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

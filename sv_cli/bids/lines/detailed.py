"""Owns what texts beside the description say of a line: that its quantity is a rate, or that it is not promised."""

import re
from collections.abc import Iterator

from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.text import are_on_one_line, folded, visible
from sv_cli.bids.lines.fields.stated import stated_unit
from sv_cli.bids.lines.shapes import shape_of, shapes_of, text_of
from sv_cli.bids.records import Sheeted
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.terms.depending import why_waiting
from sv_cli.bids.terms.marks import is_marked_behind
from sv_cli.bids.terms.paces import EACH_PACE, PACE, may_close_with_rate, names_quantity, rate_of
from sv_cli.bids.terms.rates import basis_of
from sv_cli.bids.terms.said_amounts import may_say_amount, said_otherwise
from sv_cli.bids.terms.standing import is_marked
from sv_cli.late import late

RATE = "rate-in-description"
_PACE = late(f"{PACE}|{EACH_PACE}", re.IGNORECASE)


def rows_detailed(table: Sheeted, rows: list[Row]) -> dict[int, Problem]:
    """What is to be said of rows by their details, by the numbers of the rows; of most tables nothing is."""
    return {number: problem for column in table.layout.details for number, problem in _told(table, rows, column)}


def rows_spoken(table: Sheeted, rows: list[Row]) -> dict[int, Problem]:
    """The rows that any of their other texts takes back, by their numbers; of most tables none."""
    return {number: problem for column in table.layout.spoken for number, problem in _taken_back(table, rows, column)}


def _taken_back(table: Sheeted, rows: list[Row], column: Column) -> Iterator[tuple[int, Problem]]:
    held = table.down(rows, column.index)
    texts = {cell for cell in held if isinstance(cell, str)}
    on_lines = texts if are_on_one_line(texts) else {*map(folded, texts)}
    shapes = shapes_of(on_lines) or set(map(shape_of, on_lines))
    said = {shape for shape in shapes if is_marked(text := text_of(shape)) or why_waiting(text)}
    for row, cell in zip(rows, held, strict=True) if said else ():
        if isinstance(cell, str) and shape_of(line := folded(cell)) in said:
            yield row.number, Problem("line-withdrawn", {"text": visible(why_waiting(line) or line)[:80]})


def _told(table: Sheeted, rows: list[Row], column: Column) -> Iterator[tuple[int, Problem]]:
    held = [folded(cell) if isinstance(cell, str) else cell for cell in table.down(rows, column.index)]
    shapes = {shape_of(cell) for cell in {cell for cell in held if isinstance(cell, str)}}
    telling = {shape for shape in shapes if _may_tell(text_of(shape))}
    for row, cell in zip(rows, held, strict=True) if telling else ():
        if isinstance(cell, str) and shape_of(cell) in telling and (problem := _problem(table, row, cell)):
            yield row.number, problem


def _may_tell(text: str) -> bool:
    rated = may_close_with_rate(text) or _PACE.search(text) is not None
    return rated or is_marked_behind(text) or may_say_amount(text)


def _problem(table: Sheeted, row: Row, text: str) -> Problem | None:
    if is_marked_behind(text):
        return Problem("line-withdrawn", {"text": visible(text)[:80]})
    amount, column = table.amount(row), table.layout.counted()
    if amount is None or column is None or table.layout.years or basis_of(table.raw(row, "basis")) == "once":
        return None
    unit = stated_unit(table, row).unit or column.heading.unit
    units, name = table.tools.desk.units, RATE
    said = rate_of(text, amount, unit, units, table.years)
    if not said and names_quantity(text, amount):  # which may be the most, or in another unit
        name, said = "amount-in-description", said_otherwise(text, amount, unit, units)
    return Problem(name, {"text": visible(said)[:80], "quantity": f"{amount:f}"}) if said else None

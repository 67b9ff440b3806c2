"""Owns what texts beside the description say of a line: that its quantity is a rate, or that it is not promised."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.text import are_on_one_line, folded, visible
from sv_cli.bids.cells.units import Units
from sv_cli.bids.lines.fields.refused import withdrawn
from sv_cli.bids.lines.fields.stated import stated_unit
from sv_cli.bids.lines.shapes import shape_of, shapes_of, text_of
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.terms.depending import why_waiting
from sv_cli.bids.terms.marks import is_marked_behind
from sv_cli.bids.terms.paces import EACH_PACE, PACE, may_close_with_rate, names_quantity, pace_of, rate_of
from sv_cli.bids.terms.rates import basis_of
from sv_cli.bids.terms.said_amounts import may_say_amount, said_otherwise
from sv_cli.bids.terms.standing import is_marked
from sv_cli.late import late

RATE, OTHER = "rate-in-description", "amount-in-description"
_Says = Callable[[str, Decimal, str | None, Units, Decimal | None], str]
# “Register, if needed”: what shows it may be asked for, or how it is done
_IF_ASKED = late(r"if (?:required|needed|requested|necessary)\W*$", re.IGNORECASE)
_GIVING = late(
    r"\b(?:we|i) (?:will |shall |can )?(?:give|commit|pledge|promise|offer|donate)\b|\bin total\b", re.IGNORECASE
)
_PACE = late(f"{PACE}|{EACH_PACE}", re.IGNORECASE)


def rows_detailed(table: Sheeted, rows: list[Row]) -> dict[int, Problem]:
    """What is to be said of rows by their details, by the numbers of the rows; of most tables nothing is."""
    return {number: problem for column in table.layout.details for number, problem in _told(table, rows, column)}


def rows_spoken(table: Sheeted, rows: list[Row]) -> dict[int, Problem]:
    """The rows that any of their other texts takes back or calls a rate, by their numbers; of most tables none."""
    known = {column.index for column in table.layout.columns.values()}  # as notes, of which rates are told there
    told = [
        each for column in table.layout.spoken for each in _spoken(table, rows, column, rated=column.index not in known)
    ]
    rates = {number: problem for number, problem in told if problem.name == RATE}
    return {**rates, **{number: problem for number, problem in told if problem.name != RATE}}


def _spoken(table: Sheeted, rows: list[Row], column: Column, *, rated: bool) -> Iterator[tuple[int, Problem]]:
    held = table.down(rows, column.index)
    texts = {cell for cell in held if isinstance(cell, str)}
    on_lines = texts if are_on_one_line(texts) else {*map(folded, texts)}
    shapes = shapes_of(on_lines) or set(map(shape_of, on_lines))
    heeded = [shape for shape in shapes if not _IF_ASKED.search(text_of(shape))]
    said = {shape for shape in heeded if is_marked(text := text_of(shape)) or why_waiting(text)}
    paces = {shape for shape in shapes if _PACE.search(text_of(shape))} if rated else set()
    for row, cell in zip(rows, held, strict=True) if said or paces else ():
        if not isinstance(cell, str):
            continue
        shape = shape_of(line := folded(cell))
        if shape in said:
            yield row.number, withdrawn(why_waiting(line) or line)
        elif shape in paces and (problem := _said_of_amount(table, row, line, pace_of, RATE)):
            yield row.number, problem


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
        return withdrawn(text)
    return _said_of_amount(table, row, text, rate_of, RATE) or _said_of_amount(table, row, text, _otherwise, OTHER)


def _otherwise(text: str, amount: Decimal, unit: str | None, units: Units, _: Decimal | None) -> str:
    """What says of the very quantity that it is the most, or in another unit, or of another amount that it is given."""
    told = names_quantity(text, amount) or _GIVING.search(text)
    return said_otherwise(text, amount, unit, units) if told else ""


def _said_of_amount(table: Sheeted, row: Row, text: str, says: _Says, name: str) -> Problem | None:
    """What ``says`` finds in a text about the quantity of its row, unless that is spread, or told as all there is."""
    amount, column = table.amount(row), table.layout.counted()
    if amount is None or column is None or table.layout.years or basis_of(table.raw(row, "basis")) == "once":
        return None
    unit = stated_unit(table, row).unit or column.heading.unit
    said = says(text, amount, unit, table.tools.desk.units, table.years)
    return Problem(name, {"text": visible(said)[:80], "quantity": f"{amount:,f}"}) if said else None

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
from sv_cli.bids.terms.paces import ANY_PACE, EACH_PACE, may_close_with_rate, names_quantity, pace_of, rate_of
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
_PACE = late(f"{ANY_PACE}|{EACH_PACE}", re.IGNORECASE)


def rows_detailed(table: Sheeted, rows: list[Row]) -> dict[int, Problem]:
    """What is to be said of rows by their details, by the numbers of the rows; of most tables nothing is."""
    saying = (each for column in table.layout.details for each in _saying(table, rows, column, _may_tell))
    return {row.number: problem for row, line in saying if (problem := _problem(table, row, line))}


def rows_spoken(table: Sheeted, rows: list[Row]) -> dict[int, Problem]:
    """The rows that any of their other texts takes back or calls a rate, by their numbers; of most tables none."""
    known = {column.index for column in table.layout.columns.values()}  # as notes, of which rates are told there
    rates: dict[int, Problem] = {}
    back: dict[int, Problem] = {}
    for column in table.layout.spoken:
        says = _takes_back if column.index in known else _takes_back_or_rates
        for row, line in _saying(table, rows, column, says):
            if _takes_back(line):
                back[row.number] = withdrawn(why_waiting(line) or line)
            elif problem := _said_of_amount(table, row, line, pace_of, RATE):
                rates[row.number] = problem
    return {**rates, **back}


def _saying(table: Sheeted, rows: list[Row], column: Column, says: Callable[[str], bool]) -> Iterator[tuple[Row, str]]:
    """The rows whose text in a column says such a thing, with it on one line; texts that differ in digits are one."""
    held = table.down(rows, column.index)
    texts = {cell for cell in held if isinstance(cell, str)}
    on_lines = texts if are_on_one_line(texts) else {*map(folded, texts)}
    shapes = shapes_of(on_lines) or set(map(shape_of, on_lines))
    saying = {shape for shape in shapes if says(text_of(shape))}
    for row, cell in zip(rows, held, strict=True) if saying else ():
        if isinstance(cell, str) and shape_of(line := folded(cell)) in saying:
            yield row, line


def _takes_back(text: str) -> bool:
    return not _IF_ASKED.search(text) and (is_marked(text) or bool(why_waiting(text)))


def _takes_back_or_rates(text: str) -> bool:
    return _takes_back(text) or _PACE.search(text) is not None


def _may_tell(text: str) -> bool:
    rated = may_close_with_rate(text) or _PACE.search(text) is not None
    return rated or is_marked_behind(text) or may_say_amount(text)


def _problem(table: Sheeted, row: Row, text: str) -> Problem | None:
    if is_marked_behind(text):
        return withdrawn(text)
    return _said_of_amount(table, row, text, rate_of, RATE) or _said_of_amount(table, row, text, _otherwise, OTHER)


def _otherwise(text: str, amount: Decimal, unit: str | None, units: Units, years: Decimal | None) -> str:
    """What a text says against the quantity: that it is the most, has another unit, or that another amount is given."""
    told = names_quantity(text, amount) or _GIVING.search(text)
    return said_otherwise(text, amount, unit, units, years) if told else ""


def _said_of_amount(table: Sheeted, row: Row, text: str, says: _Says, name: str) -> Problem | None:
    """What ``says`` finds in a text about the quantity of its row, unless that is spread, or told as all there is."""
    amount, column = table.amount(row), table.layout.counted()
    if amount is None or column is None or table.layout.years or basis_of(table.raw(row, "basis")) == "once":
        return None
    unit = stated_unit(table, row).unit or column.heading.unit
    said = says(text, amount, unit, table.tools.desk.units, table.years)
    return Problem(name, {"text": visible(said)[:80], "quantity": f"{amount:,f}"}) if said else None

"""Owns which column holds the units, where its cells have to say so."""

from collections.abc import Iterator

from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.cells.units import CALENDAR, MEASURES, Units
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import COUNTED, Heading
from sv_cli.bids.tables.under.by_field import ByField, columns_of, take_from
from sv_cli.bids.tables.under.held import Column, are_amounts, are_measures, are_units, cells, next_to
from sv_cli.late import late

_LISTED = late(r"\s*(?:/|,|\bor\b)\s*")
_COUNTED_IN = late(r"(?:counted|measured|expressed|quoted|stated) (?:in|as)")
_UNIT_NAMES = Heading("unit", "because its cells are units")


def place_units(by_field: ByField, span: Span, rows: list[Row], units: Units) -> None:
    """``How many | What`` over ``40 | hours``: a column of units and nothing else is no description, and no amount."""
    if "unit" in by_field:
        return
    for field, columns in _may_hold_units(by_field, span, rows, units):
        if len(columns) == 1 and (not field or are_units(columns[0], rows, units)):
            by_field["unit"] = columns
            take_from(by_field, field, columns)
            return
    unheaded = _unheaded(span, rows, units)
    by_field.update({"unit": unheaded} if len(unheaded) == 1 else {})


def _may_hold_units(by_field: ByField, span: Span, rows: list[Row], units: Units) -> Iterator[tuple[str, list[Column]]]:
    """The columns that may hold units, by the field they answered to, and those of names that say nothing known."""
    described = by_field.get("description", [])
    several = sum(not are_amounts(each, rows) for each in described) > 1  # numbers only number what there is
    what = [each for each in described if normal(each.text) == "what" or (several and are_measures(each, rows, units))]
    yield "description", what
    counted = columns_of(by_field, "quantity", "count")
    steps = [(column.index, step) for column in counted for step in (-1, 1)]
    apart = {at + 2 * step for at, step in steps if at + step not in span.headed}  # an empty column stands between
    beside = {at + step for at, step in steps} | apart
    known = {column.index for column in span.columns}
    further = ((at, span.headed[at]) for at in sorted(apart & span.headed.keys() - known))
    others = [Column(at, text, _UNIT_NAMES) for at, text in dict.fromkeys((*span.unknown, *further))]
    mostly = [each for each in others if each.index in beside and _are_mostly_measures(each, rows, units)]
    unknown = [each for each in others if each.index in beside and are_measures(each, rows, units)] or mostly
    told = [each for each in others if each not in unknown and speaks_of_units(each.text, units)]
    yield "", [*unknown, *(each for each in told if are_units(each, rows, units))]
    yield "basis", [column for column in by_field.get("basis", []) if _says_of_what(column, rows, units)]
    for field in ("quantity", "count") if len(counted) > 1 else ():
        yield field, [column for column in by_field.get(field, []) if are_units(column, rows, units)]


def _unheaded(span: Span, rows: list[Row], units: Units) -> list[Column]:
    """The columns without a heading beside one of amounts that hold units, and little else."""
    amounts = [column.index for column in span.columns if column.heading.field in COUNTED]
    beside = {at for each in amounts for at in next_to(each, span.headed, rows)} - span.headed.keys()
    columns = (Column(at, "", _UNIT_NAMES) for at in sorted(beside))
    return [column for column in columns if _are_mostly_measures(column, rows, units)]


def _are_mostly_measures(column: Column, rows: list[Row], units: Units) -> bool:
    """Whether at least half of what a column holds is units, one of which measures; the other lines are asked about."""
    held = [units.find(folded(cell)) for cell in cells(column, rows) if isinstance(cell, str) and cell]
    known = [unit for unit in held if unit is not None]
    return not (MEASURES | {"fte"}).isdisjoint(known) and 2 * len(known) >= len(held)


def saying_the_same(columns: tuple[Column, ...], rows: list[Row], units: Units) -> tuple[Column, ...]:
    """One of several columns with the same unit in each row, as in two languages: the fullest; else all columns."""
    told = dict.fromkeys(columns, 0)
    for row in rows:
        named = {column: _unit_at(row, column, units) for column in columns}
        if len({unit for text, unit in named.values() if text}) > 1:
            return columns
        for column, (_, unit) in named.items():
            told[column] += unit is not None
    return (max(columns, key=lambda column: told[column]),) if any(told.values()) else columns


def _unit_at(row: Row, column: Column, units: Units) -> tuple[str, str | None]:
    cell = row.cells[column.index] if column.index < len(row.cells) else None
    text = folded(cell) if isinstance(cell, str) else ""
    return text, units.find(text)


def _says_of_what(column: Column, rows: list[Row], units: Units) -> bool:
    """Whether ``Basis`` or ``Per`` holds units, of which one is no time that a quantity may be a rate over."""
    texts = {folded(cell) for cell in cells(column, rows) if isinstance(cell, str) and cell}
    return any(units.find(text) in MEASURES - CALENDAR for text in texts) and are_units(column, rows, units)


def speaks_of_units(text: str, units: Units) -> bool:
    """Whether a heading says unit or ``Counted in``, or lists units: ``FTE / Hours / £``."""
    if _COUNTED_IN.fullmatch(normal(text)):
        return True
    listed = [units.find(part) for part in _LISTED.split(text)]
    return "unit" in normal(text).replace("units", "unit").split(" ") or (len(listed) > 1 and None not in listed)

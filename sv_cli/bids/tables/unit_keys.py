"""Owns keys to units: what a bid says that the short codes in its column of units stand for."""

import re
from collections.abc import Iterable, Iterator, Mapping

from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.cells.unit_texts import unit_said
from sv_cli.bids.cells.units import COUNT, Units
from sv_cli.bids.sheets.grid import Grid, Raw, filled_cells
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.layout import Layout
from sv_cli.bids.tables.under.held import texts_at
from sv_cli.late import late

Keys = Mapping[str, str | None]
"""The unit of each code in small letters; None where what it stands for is no unit that is known, or two."""

NO_KEYS: Keys = {}
_LONGEST_CODE = 4
_LONGEST = 300
_FARTHEST = 40  # rows above a table, or of it, beside which a key may stand
_A_PAIR = range(2, 4)  # cells of a row of a key: the code, what it stands for, and perhaps more words
_LAST = 12  # rows of a sheet below its lines
_CODE = r"[A-Za-z][A-Za-z0-9]{0,3}"
# “Key: H = hours, W = weeks”
_EQUAL = late(
    rf"(?<![\w'])(?P<code>{_CODE}) ?(?:=|\bmeans\b|\bstands for\b|\bis short for\b) ?"
    rf"(?P<what>[^,;=|\n/]+?)(?= ?(?:[,;|\n/]|\.? *$|\.? (?:and )?{_CODE} ?=))"
)
_BEHIND = late(rf"(?P<code>{_CODE}) ?[:\u2013\u2014-] ?(?P<what>[A-Za-z\u00a3][^:=]*)")
_SHEETS = late(r"(?:(?:unit|measure|our|the|list of|and) ?)*(?:key|legend|abbreviations?|units?|codes?|glossary)")


def is_of_keys(sheet: str) -> bool:
    """Whether a sheet by its name may say what codes stand for: ``Key``, ``Unit codes``, ``Abbreviations``."""
    return _SHEETS.fullmatch(normal(sheet)) is not None


def keys_of(layout: Layout, grid: Grid, span: Span, sheets: Iterable[Grid], units: Units) -> Keys:
    """What the codes below the heading of the unit stand for, where the sheet or one of keys says it."""
    column = layout.columns.get("unit")
    if column is None:
        return NO_KEYS
    texts = (folded(text).casefold() for text in texts_at(column.index, grid.rows[span.body : span.stop]))
    wanted = {text for text in texts if len(text) <= _LONGEST_CODE}
    if not wanted:
        return NO_KEYS
    found: dict[str, str | None] = {}
    for code, what in _said(grid, span, sheets):
        if code not in wanted:
            continue
        unit = units.find(what) or unit_said(what, units)
        if unit == COUNT or (len(code) > 1 and units.find(code)):
            continue  # “FTE: all part-time posts together” and “kg | tonnes” are of a unit that is known
        found[code] = unit if found.get(code, unit) == unit else None
    return found


def _said(grid: Grid, span: Span, sheets: Iterable[Grid]) -> Iterator[tuple[str, str]]:
    rows = grid.rows
    first = max(span.head - _FARTHEST, 0)
    outside = [*rows[first : span.head], *rows[span.stop : span.stop + _FARTHEST]]
    last = rows[max(span.body, span.stop - _LAST) : span.stop]
    outside += [row for row in last if len(filled_cells(row)) <= 2]  # noqa: PLR2004 - a code and its unit
    for row in (*outside, *(row for sheet in sheets for row in sheet.rows[:_FARTHEST])):
        filled = filled_cells(row)
        yield from _in_pairs(filled)
        yield from (pair for cell in filled for pair in _in_text(cell, _EQUAL, _BEHIND))
    for row in rows[span.body : span.body + _FARTHEST]:
        yield from (
            pair for cell in row.cells if isinstance(cell, str) and "=" in cell for pair in _in_text(cell, _EQUAL)
        )


def _in_pairs(filled: list[Raw]) -> Iterator[tuple[str, str]]:
    """``H | hours``, with nothing else in the row but what explains it, and no number to convert by."""
    if len(filled) in _A_PAIR and all(isinstance(cell, str) for cell in filled):
        yield folded(str(filled[0])).rstrip(":= ").casefold(), folded(str(filled[1])).lstrip("=: ")


def _in_text(cell: Raw, equal: re.Pattern[str], whole: re.Pattern[str] | None = None) -> Iterator[tuple[str, str]]:
    if not isinstance(cell, str) or len(cell) > _LONGEST:
        return
    text = folded(cell)
    matches = [*equal.finditer(text)]
    match = whole.fullmatch(text) if whole is not None and not matches else None
    for each in (*matches, match) if match else matches:
        yield each["code"].casefold(), folded(each["what"])

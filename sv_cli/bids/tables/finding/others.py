"""Owns where another table begins below that of the promises: of contacts, of risks, of what measures are worth."""

import itertools
import re

from sv_cli.bids.cells.figures import NUMBER
from sv_cli.bids.cells.looks import says_none
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.sheets.grid import Row, cell_at, filled_cells, filled_places
from sv_cli.bids.tables.headings.heading import KEYS
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.tables.under.held import Column, holds_amounts
from sv_cli.bids.terms.codes import is_coded, is_measure_code, is_numbered
from sv_cli.bids.terms.forms import BY_NAME
from sv_cli.late import late

_FEWEST = 3
_LONGEST = 30
_MOST_WORDS = 4
_LOOKED_AT = 200
_PAIR = 2
_OF_TIME = late(r"\b(?:years?|fy|period|months?|quarters?)\b", re.IGNORECASE)
# What a list of two columns is headed with, of whoever answers for the promises: “Role | Name”
_OF_PEOPLE = frozenset(
    (
        *("role", "name", "post", "position", "title", "job title", "contact", "contact details", "email", "phone"),
        *("telephone", "responsibility", "responsible", "person", "organisation", "team member"),
    )
)
# What a guide to scores is headed with
_OF_SCORES = frozenset(
    (
        *("score", "scores", "mark", "marks", "grade", "rating", "level", "points", "description", "definition"),
        *("meaning", "explanation", "interpretation", "classification", "criteria", "performance"),
    )
)
# An amount and no more, which heads no column, as a year does
_AMOUNT = late(rf"(?!20\d\d$)£? ?(?:{NUMBER})")
_WORTH = frozenset(("proxy", "proxies", "social", "sv", "tom", "toms"))
_OFFERING = ("commit", "offer", "pledg", "promis", "what")


def states_fact(row: Row, below: Row) -> bool:
    """Whether a row is a label with its value, ``Start date:`` beside a date, which heads nothing below it.

    So is ``Price base | 2025`` where the row ``below`` has headings of its own there; a year may be that of them all.
    """
    said = filled_cells(row)
    labels = [isinstance(cell, str) and cell.rstrip().endswith(":") for cell in said]
    return labels == [True, False] or _is_labelled(row, below)


def _is_labelled(row: Row, below: Row) -> bool:
    filled = filled_places(row)
    if len(filled) != _PAIR or filled[1] != filled[0] + 1 or not all(cell_at(below, at) for at in filled):
        return False
    label, value = (row.cells[at] for at in filled)
    named = isinstance(label, str) and not any(map(str.isdigit, label)) and _OF_TIME.search(label) is None
    return named and (not isinstance(value, str) or value.lstrip("\u00a3 ")[:1].isdigit())


def begins_other(
    rows: list[Row], at: int, table: tuple[Column, ...], named: tuple[Column, ...], headings: Headings
) -> bool:
    """Whether a row that is no heading of promises heads something else, below a ``table`` that it is no row of.

    It stands below an empty row or a title, and is known by its names (``Ref | Measure | Proxy (£)``), or as nothing
    but short words over rows without codes (``Risk | Mitigation | Score``).
    """
    above = rows[at - 1] if at else None
    if not rows[at].after_gap and (above is None or len(filled_cells(above)) != 1):
        return False
    below = rows[at + 1 : at + 1 + _LOOKED_AT]
    under = [*itertools.takewhile(lambda row: not row.after_gap, below)]
    if not any(len(filled_cells(row)) > 1 for row in under):
        return False
    places = {column.heading.field: column.index for column in table}
    if any(cell_at(rows[at], each) in (None, "") and _promises_at(each, under, places) for each in _amounts(places)):
        return False  # part of the heading is printed again, over promises of the table
    if any(_promises(row, places) for row in below[len(under) :]):
        return False
    return _is_named(rows[at], named) or _is_worded(rows[at], under, places, headings)


def lists_else(row: Row) -> bool:
    """Whether a row heads a list of people or a guide to scores, and nothing that could be promised."""
    texts = {normal(cell) if isinstance(cell, str) else "" for cell in filled_cells(row)}
    return texts <= _OF_PEOPLE or texts <= _OF_SCORES


def is_line_of(row: Row, table: tuple[Column, ...], headings: Headings) -> bool:
    """Whether a row that may head a table is a line of the one above: by its code, its amount, or a text and a unit.

    ``NT8 | Talks | | hours | CD``, whose number is left out or a text, reads like headings: hours, and a code. So does
    ``X9 | Time given | 12.5 | hours``, whose text is what amounts are headed with, and ``X9 | Promise | 2026 | hours``.
    """
    amounts = (_text_at(row, each).strip() for each in table if each.heading.field == "quantity")
    if any(_AMOUNT.fullmatch(amount) or (amount and says_none(amount)) for amount in amounts):
        return True
    keys = [folded(cell) for each in table if each.heading.field in KEYS and (cell := _text_at(row, each))]
    named = [headings.recognise(key) for key in keys]
    if any(heading is None and is_coded(key) for key, heading in zip(keys, named, strict=True)):
        return True
    if not keys or any(heading is not None and not heading.merely_counts for heading in named):
        return False  # “Talks” may be what a line is of
    units = (cell for each in table if each.heading.field == "unit" and (cell := _text_at(row, each)))
    return any(map(headings.unit_alone, units))


def _text_at(row: Row, column: Column) -> str:
    cell = cell_at(row, column.index)
    return cell if isinstance(cell, str) else ""


def is_bill(columns: tuple[Column, ...], rows: list[Row]) -> bool:
    """Whether a table prices its lines, speaks of no offer and refers to no measure; ``P1`` refers to none."""
    fields = {column.heading.field for column in columns}
    if "own_unit_value" not in fields or any(map(_is_of_promises, columns)):
        return False
    others = {column.index for column in columns if column.heading.field not in KEYS}  # a unit, m3, looks like a code
    own = [column.index for column in columns]
    places = [at for at in range(min(own), max(own) + 1) if at not in others]  # another table may stand beside it
    cells = (cell_at(row, at) for row in rows[:_LOOKED_AT] for at in places)
    texts = (folded(cell) for cell in cells if isinstance(cell, str))
    return not any(is_coded(text) and not is_numbered(text) for text in texts)


def _is_of_promises(column: Column) -> bool:
    """Whether a heading speaks of what is offered, or of what a measure is worth."""
    words = normal(column.text).split(" ")
    if column.heading.field == "own_unit_value":
        return not _WORTH.isdisjoint(words)
    return column.heading.field == "description" and any(word.startswith(_OFFERING) for word in words)


def _is_named(row: Row, named: tuple[Column, ...]) -> bool:
    """Whether every cell is a text, and names say what two columns hold, one of them what a line is of."""
    fields = {
        column.heading.field
        for column in named
        if not column.heading.merely_counts and (column.heading.how == BY_NAME or column.heading.field not in KEYS)
    }
    texts = [cell for cell in filled_cells(row) if isinstance(cell, str)]
    return len(texts) == len(filled_cells(row)) and "reference" in fields and len(fields) > 1


def _is_worded(row: Row, under: list[Row], places: dict[str, int], headings: Headings) -> bool:
    """Whether a row is short words, none of which is a unit, a code or word of a promise, and no code stands below."""
    texts = [folded(cell) if isinstance(cell, str) else "" for cell in filled_cells(row)]
    if (len(texts) < _FEWEST and not lists_else(row)) or len(set(texts)) < len(texts) or not all(map(_is_words, texts)):
        return False
    if any(is_coded(text) or normal(text) in headings.not_yet for text in texts):
        return False
    at = places.get("unit", -1)
    unit = cell_at(row, at)
    if isinstance(unit, str) and unit and headings.unit_alone(unit) and not holds_amounts(at, under):
        return False
    if any(is_measure_code(folded(cell)) for line in under for cell in line.cells if isinstance(cell, str)):
        return False
    amounts = places.get("quantity", places.get("total", -1))
    return bool(cell_at(row, amounts)) or not any(cell_at(line, amounts) for line in under)


def _is_words(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS and not any(map(str.isdigit, text))


def _promises(row: Row, places: dict[str, int]) -> bool:
    """Whether a row is one of the table above: a code, and an amount where its amounts stand."""
    text = cell_at(row, places.get("reference", places.get("description", -1)))
    return isinstance(text, str) and is_coded(folded(text)) and any(holds_amounts(at, [row]) for at in _amounts(places))


def _promises_at(index: int, rows: list[Row], places: dict[str, int]) -> bool:
    return any(holds_amounts(index, [row]) and _promises(row, places) for row in rows)


def _amounts(places: dict[str, int]) -> list[int]:
    return [at for name, at in places.items() if name not in KEYS]

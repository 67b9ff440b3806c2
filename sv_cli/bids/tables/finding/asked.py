"""Owns rows right below a heading that say what belongs into its columns, and hold nothing themselves."""

import re
from itertools import takewhile

from sv_cli.bids.cells.looks import is_number, numbers_columns
from sv_cli.bids.cells.text import folded, shown_text
from sv_cli.bids.sheets.grid import Row, filled_places
from sv_cli.bids.tables.headings.heading import COUNTED, KEYS
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.terms.codes import is_coded
from sv_cli.late import late

_LONGEST_NUMBER = 8  # of a column, as “(26).” is
MOST_ASKING = 4  # of units, of instructions, and of letters or numbers of the columns
_OF_EXAMPLES = late(r"\W*(?:e\.?g\b|example)", re.IGNORECASE)
_ASKED_FOR = frozenset(("quantity", "count", "total", "unit"))


def asking(below: list[Row], columns: tuple[Column, ...], headings: Headings) -> int:
    """How many rows below a heading say no more than what to write: ``Select | Free text | Number``, ``A | B | C``."""
    return sum(1 for _ in takewhile(lambda row: _asks(row, columns, headings), below[:MOST_ASKING]))


def _asks(row: Row, columns: tuple[Column, ...], headings: Headings) -> bool:
    held = {at: row.cells[at] for at in filled_places(row)}
    worded = any(isinstance(cell, str) and len(cell) > _LONGEST_NUMBER for cell in held.values())
    if not worded and numbers_columns([shown_text(cell) for cell in held.values()]):
        return True
    texts = {at: folded(cell) for at, cell in held.items() if isinstance(cell, str)}
    if len(texts) < len(held):
        return False
    fields = {column.index: column.heading.field for column in columns}
    heads = [*texts] == [min(fields)]  # a text alone in the first column heads what is below it
    if heads or not all(texts.values()) or any(map(is_number, texts.values())):
        return False
    told = {
        at for at, text in texts.items() if headings.instructs(text) or _names(text, headings) == fields.get(at, "-")
    }
    keys = [text for at, text in texts.items() if fields.get(at) in KEYS and at not in told]
    amounts = [text for at, text in texts.items() if fields.get(at) in COUNTED]
    if any(map(is_coded, keys)) or not all(_asks_amount(text, headings) for text in amounts):
        return False
    if not amounts:
        example = len(texts) == 1 and any(map(_OF_EXAMPLES.match, texts.values()))  # it may be the line's own
        return len(told) == len(texts) and not example
    return not (keys and any(map(headings.unit_alone, texts.values())))


def _asks_amount(text: str, headings: Headings) -> bool:
    """Whether a text says what to write: an instruction, a word for amounts, or the unit that they are in."""
    if headings.instructs(text):
        return True
    in_unit = not text[:1].isdigit() and headings.unit_alone(text) is not None  # “5 hours” is an answer
    return in_unit or _names(text, headings) in _ASKED_FOR


def _names(text: str, headings: Headings) -> str:
    """The field that a text without a number names."""
    heading = None if any(map(str.isdigit, text)) else headings.recognise(text)
    return "" if heading is None else heading.field

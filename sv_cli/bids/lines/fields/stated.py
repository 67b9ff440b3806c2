"""Owns what a row says of the unit of its quantity, beside the number: in a column of units or of currencies."""

import re
from html import unescape

from msgspec import Struct

from sv_cli.bids.cells.numbers import Amount
from sv_cli.bids.cells.text import folded, normal, shown_text, visible
from sv_cli.bids.cells.unit_texts import unit_said
from sv_cli.bids.cells.units import COUNT, ENDS_PER_YEAR, PER_POUND, as_yearly
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.terms.forms import DONE
from sv_cli.bids.terms.names import IN_YEAR, PART_OF_YEAR
from sv_cli.late import late

_PER_TIME = late(rf"(?:(?:.+ )?(?:per|a|each|every) |.*/ ?){PART_OF_YEAR}|{IN_YEAR}|p\.?m\.?", re.IGNORECASE)
_BY_WHOM = late(r"\s*\((?:staff|employees?|volunteers?|volunteering|experts?|in[ -]kind)\)$", re.IGNORECASE)
_MONEY = frozenset(("GBP", "GBPk", "GBPm"))
_OF_MONEY = frozenset(("own_unit_value", "own_total", "cost"))
_LONGEST = 60
# Words for a quantity, which may be one of pounds
_SAYING_NOTHING = frozenset(("qty", "quantity", "total", "numeric"))


class Stated(Struct, frozen=True):
    """A unit column's text: the unit's id, ``COUNT``, or None when unknown; and what rate it speaks of.

    ``per`` is ``month`` or ``quarter`` where it is one of those, and ``?`` where it is one of weeks, of which nobody
    says how many there are.
    """

    text: str = ""
    unit: str | None = None
    per: str = ""


def stated_unit(table: Sheeted, row: Row) -> Stated:
    """What a row's cells of unit and currency say."""
    text = shown_text(table.raw(row, "unit"))
    stated = Stated()
    if text and text.casefold() not in table.tools.desk.words.not_yet:
        stated = unit_text(text, table)
    return _in_currency(table, row, stated)


def _in_currency(table: Sheeted, row: Row, stated: Stated) -> Stated:
    """A currency beside the amount is the unit of whatever is not counted in something else.

    The pound is, where nothing else in the row is in money.
    """
    text = shown_text(table.raw(row, "currency"))
    money = _MONEY | {None, COUNT}
    if not text or text.casefold() in table.tools.desk.words.not_yet or stated.unit not in money:
        return stated
    unit = table.tools.desk.units.find(text)
    if unit not in _MONEY:
        return Stated(visible(text), None)
    others = not _OF_MONEY.isdisjoint(table.layout.columns)
    return stated if stated.text or others else Stated(visible(text), unit)


def unit_text(text: str, table: Sheeted) -> Stated:
    """What the text of a unit column says: ``hours``, ``hours per year``, ``per person``, ``£ per annum``.

    A key of the bid goes before the names: an H may stand for half days.
    """
    text = unescape(text) if "&" in text else text
    if table.keys and text.casefold() in table.keys:
        return Stated(visible(text), table.keys[text.casefold()])
    stated = _in_words(text, table)
    yearly, part = as_yearly(text) if stated.unit is None else (text, "")
    told = _in_words(yearly, table) if part else stated
    return Stated(visible(text), told.unit, part) if part and told.per == "year" and told.unit else stated


def _in_words(text: str, table: Sheeted) -> Stated:
    units = table.tools.desk.units
    known = (
        units.find(text)
        or units.find(DONE.sub("", _BY_WHOM.sub("", text)))
        or table.tools.numbers.explained(folded(text))
        or unit_said(text, units)
    )
    if known is not None and known != "year":
        return Stated(visible(text), known)
    if PER_POUND.search(text):
        return Stated(visible(text), None, "pound")
    bare = folded(text.replace("(", " ").replace(")", " ")) if ENDS_PER_YEAR.search(text.rstrip(") ")) else text
    shorter = ENDS_PER_YEAR.sub("", bare).strip()
    if shorter != text:
        return Stated(visible(text), units.find(shorter) if shorter else COUNT, "year")
    if _PER_TIME.fullmatch(text):
        return Stated(visible(text), None, "?")
    if text.casefold().startswith("per "):
        return Stated(visible(text), units.find(text[4:]))
    return Stated(visible(text), known)


def counted_as(table: Sheeted, row: Row, stated: Stated, column: Column, amount: Amount) -> str | None:
    """The text that says that things are counted: of the cell, the unit's column or the heading."""
    if amount.unit == COUNT:
        return visible(shown_text(table.at(row, column.index)))[:_LONGEST]
    if stated.unit == COUNT and normal(stated.text) not in _SAYING_NOTHING:
        return stated.text
    return column.text if column.heading.counts else None

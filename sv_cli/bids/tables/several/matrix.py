"""Owns columns headed by different units, of which a line fills in one: a matrix of what is promised."""

from collections.abc import Sequence

from sv_cli.bids.cells.text import normal
from sv_cli.bids.sheets.grid import Row, cell_at
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import COUNTS, POUNDS, Heading
from sv_cli.bids.tables.several.times import states_some
from sv_cli.bids.tables.under.by_field import ByField, keys_of
from sv_cli.bids.tables.under.held import Column, are_amounts, promising

_UNITS = 900  # the rank of headings that do nothing but name a unit
_CASH = Heading("quantity", "because it refers to pounds, and is alone where it is filled in", unit="GBP")
_OF_CASH = frozenset(
    (
        *("goods", "cash", "money", "pounds", "gbp", "value", "amount", "sum", "donation", "donations"),
        *("donated", "gift"),
        *("gifts", "grant", "grants", "funding", "fund", "financial", "contribution", "contributions", "offered"),
        *("committed", "pledged", "in", "kind", "of", "or", "total"),
    )
)


def place_matrix(by_field: ByField, span: Span, rows: list[Row]) -> tuple[Column, ...]:
    """Columns headed by different units, of which most rows fill in no more than one: ``FTE | Weeks | Hours | £``."""
    offers, pounds = tuple(by_field.get("quantity", [])), by_field.pop(POUNDS, [])
    if not offers or "total" in by_field:
        return ()
    counted = all(map(_names_its_unit, offers))
    cash = pounds or _cash(by_field, span, rows)
    tried = [columns for columns in ((*offers, *cash), offers) if _are_of_units((*offers, *cash[:1]), named=counted)]
    keys = keys_of(by_field)
    promised = promising([*offers, *cash], rows) if tried else []
    lines = [row for row in promised if any(cell_at(row, at) for at in keys)]
    for columns in tried:
        told = [sum(states_some(cell_at(row, column.index)) for column in columns) for row in lines]
        several = len(told) - told.count(0) - told.count(1)
        # pounds may as well be what the quantity beside them is worth
        if not several or (counted and told.count(1) > 2 * several and columns == offers):
            by_field.pop("quantity", None)
            return columns
    return ()


def _are_of_units(columns: Sequence[Column], *, named: bool) -> bool:
    """Whether several columns count in as many units; each is stated, unless all are ``named`` by theirs alone."""
    units = {column.heading.unit for column in columns}
    return len(columns) == len(units) > 1 and (named or None not in units)


def _cash(by_field: ByField, span: Span, rows: list[Row]) -> list[Column]:
    """The one column that speaks of pounds and may as well say what a line is worth: ``Cash (£)``, ``£ value``."""
    texts = [*span.unknown, *((column.index, column.text) for column in by_field.get("own_total", []))]
    words = {at: normal(text.replace("\u00a3", " ")).split() for at, text in texts if "\u00a3" in text}
    named = (Column(at, text, _CASH) for at, text in texts if at in words and _OF_CASH.issuperset(words[at]))
    found = [column for column in named if are_amounts(column, rows)]
    return found if len(found) == 1 or all(map(_is_of_gifts, found)) else []


def _is_of_gifts(column: Column) -> bool:
    """``Cash (£)`` and ``In kind (£)``, of which each line has one."""
    words = normal(column.text.replace("\u00a3", " "))
    return words in ("cash", "money", "in kind", "donation", "donations", "gift", "gifts", "gifts in kind", "goods")


def _names_its_unit(column: Column) -> bool:
    """Whether a heading says no more than in what unit it counts: ``Hours``, ``No. of hours``."""
    return column.heading.rank >= (_UNITS if column.heading.unit is None else COUNTS)

"""Owns the one column of pounds that holds what is promised, of a heading that names no quantity."""

import re

from msgspec.structs import replace

from sv_cli.bids.cells.figures import NUMBER
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.sheets.grid import Row, column_at
from sv_cli.bids.tables.headings.heading import BY_AMOUNTS, KEYS, POUNDS, WIDEST, Heading
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.tables.under.held import Column, holds_amounts, is_beside_units, is_share
from sv_cli.bids.tables.under.numbering import is_line_number
from sv_cli.bids.terms.forms import unbracketed
from sv_cli.bids.terms.offer_headings import names_value, speaks_of_offer, words_of
from sv_cli.late import late

_FEWEST_HEADINGS = 3
_SPEND = late(
    r"(?:£ ?)?(?:(?:total|our|planned|proposed|committed|local|sme|msme|vcse|supply chain) )*"
    r"(?:spend|spending|expenditure)\b"
    r"(?: (?:locally|with (?:local )?(?:smes|msmes|vcses|businesses|suppliers)|in the (?:area|borough|county))\b)?"
    r"|(?:(?:total|monetary|cash|£) )*(?:(?:value|amount) (?:of (?:the |our )?)?)?(?:donat(?:ed|ions?)|gifts?)"
    r"(?: (?:value|amount))?\b",
    re.IGNORECASE,
)
_MEASURED = late(rf"(?:{NUMBER}) ?(?P<unit>[A-Za-z][A-Za-z0-9 ]*)")
# What the pounds beside it may be worked out from
_VALUED = frozenset(("unit", "own_unit_value", "own_total"))


def with_pounds(row: Row, columns: tuple[Column, ...], below: list[Row]) -> tuple[Column, ...]:
    """The columns of a heading without an amount, where one headed “£” is the only one that holds any but shares."""
    pounds = [column for column in columns if column.heading.field == POUNDS]
    return _with_money(row, columns, below, pounds, BY_AMOUNTS)


def with_value(row: Row, columns: tuple[Column, ...], below: list[Row], headings: Headings) -> tuple[Column, ...]:
    """The columns of a heading without an amount, where “Value (£k)” or “Local spend” is the only one that holds any.

    That it is what is promised, and not what the sheet makes of it, is a guess; in single pounds a value may be a
    price, unless a heading speaks of what is offered.
    """
    offered = any(speaks_of_offer(words_of(column.text)) for column in columns if column.heading.field == "description")
    values = [
        each
        for each in columns
        if _is_value(each)
        and (offered or each.heading.unit not in ("GBP", None) or _is_measured(each.index, below, headings))
    ]
    known = {column.index for column in columns}
    texts = ((at, cell) for at, cell in enumerate(row.cells[:WIDEST]) if isinstance(cell, str) and at not in known)
    spent = [Column(at, folded(cell), Heading("own_total", "", unit=unit)) for at, cell in texts
             if (unit := _unit_of_spend(folded(cell), headings))]  # fmt: skip
    found = _with_money(row, (*columns, *spent), below, values + spent, "because only it has amounts")
    return tuple(_unless_measured(column, below, headings) for column in found)


def _unless_measured(column: Column, below: list[Row], headings: Headings) -> Column:
    """The column, which is in no pounds where the one beside it or a cell says in what unit: ``Value | Measure``."""
    pounds = column.heading.guessed and column.heading.field == "quantity" and "£" not in column.text
    if not pounds or not _is_measured(column.index, below, headings):
        return column
    return replace(column, heading=replace(column.heading, unit=None))


def _is_measured(index: int, below: list[Row], headings: Headings) -> bool:
    """Whether amounts are told in units other than pounds: in the column beside them, or in their own cells."""
    texts = (cell for cell in column_at(below, index) if isinstance(cell, str))
    units = (headings.unit_alone(match["unit"]) for text in texts if (match := _MEASURED.fullmatch(folded(text))))
    return is_beside_units(index, below, headings) or any(unit and not unit.startswith("GBP") for unit in units)


def _is_value(column: Column) -> bool:
    money = column.heading.field == "own_total" and (column.heading.unit or "GBP").startswith("GBP")
    return money and names_value(normal(unbracketed(column.text)).rstrip(" £"))


def _unit_of_spend(text: str, headings: Headings) -> str | None:
    """In what a heading of spend counts: in pounds where it says nothing else; None for any other heading."""
    spent = _SPEND.match(text)
    rest = text[spent.end() :].strip(" ()[]") if spent else ""
    unit = headings.unit_alone(rest) if rest else "GBP"
    return unit if spent and (unit or "").startswith("GBP") else None


def _with_money(
    row: Row, columns: tuple[Column, ...], below: list[Row], pounds: list[Column], how: str
) -> tuple[Column, ...]:
    """The columns with the one of ``pounds`` for the quantity, where no other column holds amounts."""
    fields = {column.heading.field for column in columns if not column.heading.merely_counts and column not in pounds}
    texts = sum(isinstance(cell, str) and bool(cell) for cell in row.cells)
    if len(pounds) != 1 or "reference" not in fields or texts < _FEWEST_HEADINGS or fields & _VALUED:
        return columns
    if _places_of_amounts(row, columns, below) != {pounds[0].index}:
        return columns
    heading = pounds[0].heading
    heading = replace(heading, field="quantity", unit=heading.unit or "GBP", how=how, guessed=how != BY_AMOUNTS)
    return tuple(replace(each, heading=heading) if each is pounds[0] else each for each in columns)


def _places_of_amounts(row: Row, columns: tuple[Column, ...], below: list[Row]) -> set[int]:
    """The places of the columns that hold amounts, but for keys, times, shares and what numbers the lines."""
    first = min((column.index for column in columns if column.heading.field in KEYS), default=0)
    aside = {column.index for column in columns if column.heading.field in (*KEYS, "year", "start", "end")}
    headed = (at for at, cell in enumerate(row.cells[:WIDEST]) if "%" not in str(cell) and at not in aside)
    held = (at for at in headed if holds_amounts(at, below) and not all(is_share(line, at) for line in below))
    return {at for at in held if at > first or not is_line_number(column_at(below, at))}

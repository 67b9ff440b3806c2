"""Owns amounts of times that may never come, of further offers and of totals, which stand beside a quantity unadded."""

import re

from sv_cli.bids.cells.looks import is_amount, shows_pounds
from sv_cli.bids.sheets.grid import Row, cell_at, not_empty
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import ODD_YEAR, Heading
from sv_cli.bids.tables.headings.stages import EXTENDING
from sv_cli.bids.tables.several.proofs import is_added_up
from sv_cli.bids.tables.several.times import is_money, is_nought, named_below
from sv_cli.bids.tables.under.held import Column, are_numbers, filled_at, next_to, number_at
from sv_cli.bids.tables.under.numbering import is_line_number
from sv_cli.bids.tables.under.worked_out import come_to, is_worth, is_worth_times
from sv_cli.bids.terms.names import EXTENDED
from sv_cli.late import late

_OFFER = (
    r"(?:offers?|commitments?|quantit(?:y|ies)|qty|targets?|amounts?|units?|numbers?|bids?|pledges?|promises?|volumes?)"
)
_BESIDES = r"additional|bonus|top[ -]up|(?:(?:jv|delivery) )?partners?|sub-?contractors?|supply chain"
_IF_EXTENDED = late(
    r"optional\b(?! (?:\w+ )*(?:notes?|comments?|info|information|evidence|details|ref(?:erence)?s?|remarks?|codes?"
    r"|contacts?|dates?|links?|costs?)\b)"
    rf"|.*\b(?:if|when|where) (?:the contract is )?{EXTENDED}\b"
    rf"|(?:.*\b(?:in|for|during|on|of) (?:the |any |an )?(?:contract )?|.*{_OFFER} )"
    r"exten(?:sion|ded)(?: (?:period|term|years?))?(?: \(.*\))?$"
    r"|extension of (?:the )?(?:contract|term)\b|extended (?:contract|term|period|years?)$"
    rf"|(?:(?:our|any) )?(?:additional|extra|enhanced|further|bonus|added|supplementary) {_OFFER}(?: offered)?$"
    rf"|(?:this|next|coming) (?:(?:financial|contract) )?year(?:['\u2019]?s)?(?: {_OFFER})?$"
    rf"|(?:extras?|{_BESIDES})$"
    rf"|{_OFFER} total$",
    re.IGNORECASE,
)
_MORE = late(rf"(?:{_BESIDES})", re.IGNORECASE)
# What an extension has besides amounts of what is promised
_OF_ELSE = late(r"\b(?:costs?|prices?|fees?|budget|dates?|length|months|reasons?|clause)\b", re.IGNORECASE)
_OPTIONAL = late(r"\b(?:optional|option|extension|ext)\b", re.IGNORECASE)
_EXTENSION = Heading(ODD_YEAR, EXTENDING)
_MOST_PARTS = 6
_SAMPLE = 500  # rows


def is_extension(text: str) -> bool:
    """Whether a heading that no field answers to says that its amounts are promised only if something happens."""
    return _IF_EXTENDED.match(text) is not None and _OF_ELSE.search(text) is None


def is_optional(column: Column) -> bool:
    """Whether a column is headed by years that may not come: ``Year 4 (optional)``."""
    return column.heading.how == EXTENDING or _OPTIONAL.search(column.text) is not None


def not_added(span: Span, quantity: Column | None, rows: list[Row], *, optional: bool) -> tuple[Column, ...]:
    """The columns with such amounts beside the one quantity, unless they share it out between them.

    ``optional`` asks for those alone that say that they may not come.
    """
    if quantity is None:
        return ()
    others = [column for column in span.columns if column.index != quantity.index]
    odd = [each for each in others if each.heading.field == ODD_YEAR or _is_other_total(each, quantity, span, rows)]
    named = (Column(at, text, _EXTENSION) for at, text in span.unknown if at != quantity.index and is_extension(text))
    more = [column for column in named if any(_adds(row, column) for row in rows)]
    if any(_MORE.fullmatch(column.text) for column in more) and is_added_up(quantity, span, rows):
        more = [column for column in more if not _MORE.fullmatch(column.text)]  # “Direct | Supply chain | Overall”
    more = [column for column in more if not (_MORE.fullmatch(column.text) and _is_counted(column, quantity, rows))]
    odd += more
    odd += _unheaded(span, quantity, rows)
    odd = [column for column in odd if is_optional(column) or not optional]
    adding = tuple(column for column in odd if any(_adds(row, column) for row in rows))
    if not optional and adding and (come_to(adding, quantity, rows) or _are_among(adding, quantity, span, rows)):
        return ()
    return adding


def _unheaded(span: Span, quantity: Column, rows: list[Row]) -> list[Column]:
    """The columns of amounts without a heading of their own: beside the quantity, and right of the last heading."""
    within = {quantity.index - 1, quantity.index + 1} & set(range(span.left + 1, span.right))
    last = max(span.headed, default=span.right)
    behind = max(next_to(last, span.headed, rows))
    places = dict.fromkeys((*sorted(within - span.headed.keys()), behind))
    under = named_below((quantity,), rows)
    beside = (Column(at, under.get(at, ""), _EXTENSION) for at in places)
    rows = rows[bool(under) :]
    numbers = (each for each in beside if are_numbers(each, rows) and not _is_again(each.index, quantity.index, rows))
    return [each for each in numbers if each.index in within or _is_of_lines(each.index, last, quantity, span, rows)]


def _is_again(at: int, quantity: int, rows: list[Row]) -> bool:
    return all(number_at(row, at) in (None, number_at(row, quantity)) for row in rows)


def _is_of_lines(at: int, last: int, quantity: Column, span: Span, rows: list[Row]) -> bool:
    """Whether a column adjoins the last one or is half filled beside lines, and holds no number or worth of them."""
    lines = [row for row in rows[:_SAMPLE] if filled_at(row, quantity.index)]
    held = [cell_at(row, at) for row in lines]
    near = at == last + 1 or 2 * len(not_empty(held)) >= len(lines)
    worth = is_worth(at, span.headed.keys() - {quantity.index}, (quantity.index,), lines)
    return near and not worth and not is_line_number(held, surely=True)


def _are_among(adding: tuple[Column, ...], quantity: Column, span: Span, rows: list[Row]) -> bool:
    """Whether the quantity adds up all that stands to its left, these columns too and none of an extension."""
    firm = all(column.heading.how != EXTENDING and column.index < quantity.index for column in adding)
    return firm and is_added_up(quantity, span, rows)


def _is_counted(column: Column, quantity: Column, rows: list[Row]) -> bool:
    """Whether the quantity adds up the columns right before it from some on, this one too: ``Own | Supply chain``."""
    firsts = range(max(quantity.index - _MOST_PARTS, 0), min(column.index + 1, quantity.index - 1))
    parts = (tuple(Column(at, "", _EXTENSION) for at in range(first, quantity.index)) for first in firsts)
    return any(come_to(each, quantity, rows) for each in parts)


def _is_other_total(column: Column, quantity: Column, span: Span, rows: list[Row]) -> bool:
    """``Total offer``, or a bare ``Total``, where no sign and no price says that it is worth so many pounds."""
    if column.heading.field not in ("total", "own_total"):
        return False
    prices = [each.index for each in span.columns if each.heading.field == "own_unit_value"]
    if any(is_worth_times(column.index, price, quantity.index, rows) for price in prices):
        return True  # of as many years, it seems
    if column.heading.field != "total" or is_money(column):
        return False
    if prices or any(shows_pounds(cell_at(row, column.index)) for row in rows):
        return False
    factors = span.headed.keys() - {column.index, quantity.index}
    return not is_worth(column.index, factors, (quantity.index,), rows)


def _adds(row: Row, column: Column) -> bool:
    cell = cell_at(row, column.index)
    return is_amount(cell) and not is_nought(cell)

"""Owns the column that holds what is offered, of a heading that names no quantity: what else it may be called."""

import re

from msgspec.structs import replace

from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.cells.units import CALENDAR, MEASURES
from sv_cli.bids.sheets.grid import Row, cell_at, filled_places
from sv_cli.bids.tables.headings.heading import BY_AMOUNTS, COUNTS, KEYS, POUNDS, WIDEST, Heading
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.tables.under.choices import last_word
from sv_cli.bids.tables.under.coded import ask_of_measures
from sv_cli.bids.tables.under.held import (
    Column,
    are_prices,
    holds_amounts,
    in_order,
    is_beside_units,
    is_share,
    next_to,
    number_at,
)
from sv_cli.bids.tables.under.worked_out import come_to
from sv_cli.bids.terms.deductions import is_deduction, is_gross, is_net
from sv_cli.bids.terms.forms import BRACKETS, BY_NAME, unbracketed
from sv_cli.bids.terms.offer_headings import (
    may_count,
    names_staff,
    names_value,
    speaks_of_offer,
    speaks_otherwise,
    words_of,
)
from sv_cli.late import late

_FEWEST_HEADINGS = 3
_SEVERAL = 2
_ANSWER = late(r"\b(?:answer|response)s?$", re.IGNORECASE)
_AGREED = frozenset(("agreed", "accepted"))
_LOWER = ("minimum", "min", "lower", "low", "base", "core")
_UPPER = ("maximum", "max", "upper", "high", "stretch", "aspirational", "ambitious")
_BOUND = Heading("quantity", "because it is one of two limits")
_CASES = frozenset(("low", "high", "best", "worst", "best case", "worst case"))  # one of which comes to pass
_SUMMED = Heading("quantity", "because it is the total of the columns before it", guessed=True)
_LAST = Heading("quantity", "because it is the latest version of what was offered", guessed=True)
LEFT = Heading("quantity", "because it is what is left of the quantity", guessed=True)


def with_offer(row: Row, columns: tuple[Column, ...], below: list[Row], headings: Headings) -> tuple[Column, ...]:
    """The columns of a heading, and the one that names a unit (``£000``, ``kg``) or speaks of what is offered.

    It has to be the only one that holds amounts.
    """
    net = _with_net(row, columns, below)
    if net is not columns or not _refers(columns, below):
        return net
    unknown = _unknown_amounts(row, columns, below)
    last = last_word(unknown) if len(unknown) > 1 else []
    if last:
        return in_order(*columns, Column(last[0][0], folded(last[0][1]), _LAST))
    if _is_summed(unknown, columns, below):
        return in_order(*columns, Column(unknown[-1][0], folded(unknown[-1][1]), _SUMMED))
    unknown = _offering(unknown, below) or _unheaded(row, columns, below)
    heading = _heading_of(unknown[0][0], row, columns, below, headings) if len(unknown) == 1 else None
    if heading is None:
        return columns
    index, cell = unknown[0]
    others = [column for column in columns if column.index != index]
    return in_order(*others, Column(index, folded(cell), heading))


def _with_net(row: Row, columns: tuple[Column, ...], below: list[Row]) -> tuple[Column, ...]:
    """The columns, and the net of ``Gross | Deduct | Net``, where it is what is left in every row below."""
    known = {column.index for column in columns}
    texts = [(at, folded(cell)) for at, cell in enumerate(row.cells) if isinstance(cell, str) and at not in known]
    gross, off, net = ([each for each in texts if names(each[1])] for names in (is_gross, is_deduction, is_net))
    if not len(gross) == len(off) == len(net) == 1:
        return columns
    whole, taken, left = (Column(*each, LEFT) for (each,) in (gross, off, net))
    proved = come_to((taken, left), whole, below) or come_to((whole, taken), left, below)  # “Deduct: -20”
    return in_order(*columns, left) if proved else columns


def _is_summed(unknown: list[tuple[int, str]], columns: tuple[Column, ...], below: list[Row]) -> bool:
    """Whether the last of several unknown columns, of whatever a unit says, is what all others come to in every row.

    So are ``Heaton Park | Boggart Hole | All parks``, of which most lines are in more than one.
    """
    otherwise = any(speaks_otherwise(words_of(text)) or normal(text) in _CASES for _, text in unknown)
    if len(unknown) <= _SEVERAL or otherwise or all(column.heading.field != "unit" for column in columns):
        return False
    *parts, total = (Column(at, text, _SUMMED) for at, text in unknown)
    several = sum(sum(bool(number_at(row, part.index)) for part in parts) > 1 for row in below)
    stated = sum(number_at(row, total.index) is not None for row in below)
    return 2 * several >= stated and come_to(tuple(parts), total, below)


def _refers(columns: tuple[Column, ...], below: list[Row]) -> bool:
    """Whether a heading names references, and texts or units beside them; else the rows have to ask for measures."""
    fields = {column.heading.field for column in columns if not column.heading.merely_counts}
    bare = fields.isdisjoint(("description", "unit"))
    return "reference" in fields and (not bare or ask_of_measures(below))


def _unknown_amounts(row: Row, columns: tuple[Column, ...], below: list[Row]) -> list[tuple[int, str]]:
    """The columns of names that say nothing known, or just “£”, which hold amounts: their places and their names."""
    known = {column.index for column in columns if column.heading.field != POUNDS}
    return [
        (at, cell)
        for at, cell in enumerate(row.cells[:WIDEST])
        if isinstance(cell, str) and cell and at not in known and holds_amounts(at, below)
    ]


def _offering(unknown: list[tuple[int, str]], below: list[Row]) -> list[tuple[int, str]]:
    """Those of several columns that speak of what is offered, without the shares, scores and the like beside them."""
    if len(unknown) < _SEVERAL:
        return unknown
    unknown = [(at, cell) for at, cell in unknown if normal(cell) not in ("input", "inputs")]
    shares = [at for at, _ in unknown if all(is_share(line, at) for line in below)]
    offered = [(at, cell) for at, cell in unknown if at not in shares and not speaks_otherwise(words_of(cell))]
    return [(at, cell) for at, cell in offered if speaks_of_offer(words_of(cell)) or len(offered) == 1]


def _heading_of(
    index: int, row: Row, columns: tuple[Column, ...], below: list[Row], headings: Headings
) -> Heading | None:
    """What the name of the one column of amounts makes of it; None where it may be anything."""
    cell = str(cell_at(row, index) or "")
    unit = headings.unit_alone(cell)
    if unit in MEASURES - CALENDAR:
        return Heading("quantity", "because it names a unit and has amounts", COUNTS, unit=unit)
    beside = _is_beside_unit(index, row, columns, below) or is_beside_units(index, below, headings)
    words = words_of(cell)
    held = {headings.unit_alone(said) for said in BRACKETS.findall(cell)} & (MEASURES - CALENDAR)
    if len(held) == 1 and may_count(words):  # “Effort (hrs)”
        return Heading("quantity", "because it names a unit and has amounts", COUNTS, unit=held.pop(), guessed=True)
    if beside and ((may_count(words) and not names_staff(words)) or headings.names_units(cell)):
        return Heading("quantity", "because it has amounts, next to their unit", guessed=True)
    if speaks_of_offer(words_of(cell)):
        return Heading("quantity", "because it refers to what is offered and has amounts", guessed=True)
    return None


def _unheaded(row: Row, columns: tuple[Column, ...], below: list[Row]) -> list[tuple[int, str]]:
    """The column of amounts within a heading that was left empty, beside that of their units."""
    bare = (at for at in range(columns[0].index + 1, columns[-1].index + 3) if cell_at(row, at) in (None, ""))
    held = (at for at in bare if holds_amounts(at, below))
    return [(at, "") for at in held if _is_beside_unit(at, row, columns, below)]


def _is_beside_unit(index: int, row: Row, columns: tuple[Column, ...], below: list[Row]) -> bool:
    """Whether the column next to a 0-based one is that of the units, by its name."""
    units = {column.index for column in columns if column.heading.field == "unit" and column.heading.how == BY_NAME}
    headed = {at for at, cell in enumerate(row.cells[:WIDEST]) if cell not in (None, "")}
    return bool(units) and not units.isdisjoint(next_to(index, headed, below))


def is_open(row: Row, columns: tuple[Column, ...], below: list[Row]) -> bool:
    """Whether a row heads a table with amounts, of which no column is known to hold the quantity."""
    fields = {column.heading.field for column in columns if not column.heading.merely_counts}
    if "reference" not in fields or (fields.isdisjoint(("description", "unit")) and not _begins_with_it(row, columns)):
        return False
    known = {column.index for column in columns if column.heading.field != "own_total"}
    unknown = (at for at, cell in enumerate(row.cells[:WIDEST]) if isinstance(cell, str) and cell and at not in known)
    return any(holds_amounts(at, below) for at in unknown)


def _begins_with_it(row: Row, columns: tuple[Column, ...]) -> bool:
    """Whether a row of headings begins with that of the references: ``Ref | Risk | Score``."""
    texts = filled_places(row)
    first = columns[0]
    named = first.heading.field == "reference" and first.heading.how == BY_NAME
    return named and texts[0] == first.index and len(texts) >= _FEWEST_HEADINGS


def with_promised(columns: tuple[Column, ...], below: list[Row]) -> tuple[Column, ...]:
    """The columns of a heading without an amount, where one headed “Our commitment” holds amounts, not texts.

    Answers to questions without references, units and codes of measures are those of a questionnaire about the bidder.
    """
    promised = _promised(columns, below)
    fields = {column.heading.field for column in columns}
    of_bidder = fields.isdisjoint(("reference", "unit")) and any(_ANSWER.search(column.text) for column in promised)
    alike = len({column.heading.per for column in promised}) < len(promised)  # “Commitment (per year)”, and “(total)”
    if not promised or alike or (of_bidder and not ask_of_measures(below)):
        return columns
    found = (replace(column.heading, field="quantity", how=BY_AMOUNTS) for column in promised)
    headed = {column.index: heading for column, heading in zip(promised, found, strict=True)}
    return tuple(replace(each, heading=headed.get(each.index, each.heading)) for each in columns)


def _promised(columns: tuple[Column, ...], below: list[Row]) -> list[Column]:
    """The columns of amounts that may be what is promised, behind a reference or a text that says of what.

    The first of these sorts that there are: those headed as texts; “Value”, where a column says in what unit; “Units”.
    """
    keys = [column for column in columns if column.heading.field in KEYS]
    if not keys:
        return []
    texts = [column for column in keys[1:] if column.heading.field == "description"]
    counted = (column for column in columns if _counts_units(column, columns))
    for candidates in (texts, _valued(columns, below), counted):
        found = [column for column in candidates if holds_amounts(column.index, below)]
        if found:
            return found
    return []


def _valued(columns: tuple[Column, ...], below: list[Row]) -> list[Column]:
    if all(column.heading.field != "unit" for column in columns):
        return []
    named = (column for column in columns if names_value(column.text) or normal(column.text) in _AGREED)
    return [column for column in named if not are_prices(column, columns, below)]


def _counts_units(column: Column, columns: tuple[Column, ...]) -> bool:
    """Whether ``Units`` stands alone, or beside the ``Unit`` that they are counted in."""
    others = [each for each in columns if each.heading.field == "unit" and each is not column]
    return normal(unbracketed(column.text)) == "units" and all(normal(each.text) != "units" for each in others)


def with_bounds(row: Row, columns: tuple[Column, ...], below: list[Row]) -> tuple[Column, ...]:
    """The columns of a heading without an amount, and ``Minimum`` and ``Maximum``, either of which may be promised."""
    if not {"reference", "unit"} <= {column.heading.field for column in columns}:
        return columns  # such as a register of risks
    texts = [(at, cell) for at, cell in enumerate(row.cells[:WIDEST]) if isinstance(cell, str) and cell]
    held = [(at, cell, normal(cell).split(" ")[0]) for at, cell in texts if holds_amounts(at, below)]
    found = [Column(at, folded(cell), _BOUND) for at, cell, word in held if word in (*_LOWER, *_UPPER)]
    words = {word for _, _, word in held}
    if len(found) != 2 or words.isdisjoint(_LOWER) or words.isdisjoint(_UPPER):  # noqa: PLR2004 - one of each
        return columns
    kept = [column for column in columns if column.index not in {each.index for each in found}]
    return in_order(*kept, *found)

"""Owns changes of one thing in a table, each with what must be true of the reading afterwards.

Whatever line it is that they are made on, nothing is lost or changed in silence: all is read as it was but for what was
changed, or something is asked that was not asked before.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from openpyxl.utils import get_column_letter

from tests.corpus.plain import Heard, Line, Rows, Table
from tests.corpus.rewritings import is_number
from tests.corpus.write.values import Sheet

Change = Callable[[Table, int], Sequence[Rows | Sheet] | None]
"""What a sheet's rows become if the line at a place in them is changed; None where there is nothing to change."""
Holds = Callable[[Heard, Heard, int], bool]
"""Whether what is heard of a bid before and after is right, if the line in a row of the sheet is what was changed."""
NewRow = Callable[[Table, int], list[Any] | None]
"""A further row, made after a line; None where that cannot be."""


class Mutation(NamedTuple):
    """A change of a table, and what must hold then."""

    change: Change
    holds: Holds


# What must hold


def asked(before: Heard, after: Heard, _: int = 0) -> bool:
    """Something is asked that was not asked before."""
    return bool(after.asked - before.asked)


def same(before: Heard, after: Heard, _: int = 0) -> bool:
    return Counter(before.lines) == Counter(after.lines)


def never_silent(before: Heard, after: Heard, _: int = 0) -> bool:
    """All lines come to what they came to, or something is asked; what they are called does not matter."""
    return _figures(before) == _figures(after) or asked(before, after)


def _figures(heard: Heard) -> Counter[tuple[Any, ...]]:
    return Counter((line.proxy, line.quantity, line.net, line.present) for line in heard.lines)


def without_it(before: Heard, after: Heard, row: int) -> bool:
    """All other lines are read as they were, and no more."""
    return Counter(before.but(row)) == Counter(after.lines)


def with_amount(number: float) -> Holds:
    """All other lines are as they were, and this one has another quantity and comes to as much more, or is asked of."""

    def holds(before: Heard, after: Heard, row: int) -> bool:
        others = Counter(before.but(row))
        new = list((Counter(after.lines) - others).elements())
        if others - Counter(after.lines) or len(new) > 1:
            return False
        return asked(before, after) or (bool(new) and _is_now(before.line(row), new[0], number))

    return holds


def _is_now(was: Line, line: Line, number: float) -> bool:
    """Whether a line is as it was but for its quantity, and what that comes to."""
    alone = was._replace(quantity=number, net=None, present=None) == line._replace(net=None, present=None)
    if not alone or was.net is None or not was.quantity:
        return alone
    expected = was.net / was.quantity * number
    return line.net is not None and abs(line.net - expected) <= 0.01 + abs(expected) * 0.005  # rounded to pence


# What is changed in the cells


def amount(number: float) -> Mutation:
    """The line's quantity is another number, where it is the only one there."""
    return Mutation(lambda table, at: _with_amount(table, at, number), with_amount(number))


def _with_amount(table: Table, at: int, number: float) -> list[Rows] | None:
    return None if _amount(table, at) in (None, number) else [_put(table.rows, at, table.columns["quantity"], number)]


def _amount(table: Table, at: int) -> float | None:
    """The quantity of a line, if it is the only number there."""
    numbers = [value for value in table.rows[at] if is_number(value)]
    return numbers[0] if numbers == [table.rows[at][table.columns["quantity"]]] else None


def _put(rows: Rows, at: int, column: int, value: Any) -> Rows:
    return [[*row[:column], value, *row[column + 1 :]] if r == at else row for r, row in enumerate(rows)]


def no_cell(field: str) -> Mutation:
    """The line's cell of a field is empty."""

    def change(table: Table, at: int) -> list[Rows] | None:
        column = table.columns.get(field)
        found = None if column is None or (field == "quantity" and _amount(table, at) is None) else column
        return None if found is None else [_put(table.rows, at, found, None)]

    return Mutation(change, never_silent)


def no_heading(field: str) -> Mutation:
    """Nothing stands above the cells of a field."""

    def change(table: Table, _: int) -> list[Rows] | None:
        return [_put(table.rows, table.head, table.columns[field], None)] if field in table.columns else None

    return Mutation(change, never_silent)


def swapped(one: str, other: str) -> Change:
    """What the line says of two fields stands in the other's column."""

    def change(table: Table, at: int) -> list[Rows] | None:
        if not {one, other} <= table.columns.keys():
            return None
        places = table.columns[one], table.columns[other]
        first, second = (table.rows[at][place] for place in places)
        return [_put(_put(table.rows, at, places[0], second), at, places[1], first)]

    return change


# What is changed in the rows


def row_gone(table: Table, at: int) -> list[Rows]:
    return [[*table.rows[:at], *table.rows[at + 1 :]]]


def alone(table: Table, at: int) -> list[Rows]:
    """The line is the only one."""
    return [[row for r, row in enumerate(table.rows) if r == at or r not in table.lines]]


def is_as_before(before: Heard, after: Heard, row: int) -> bool:
    return after.lines == (before.line(row),)


def row_before(write: NewRow) -> Change:
    """One more row, above the line."""
    return lambda table, at: _inserted(table, at, write(table, at))


def row_at_end(write: NewRow) -> Change:
    """One more row, below the last line."""
    return lambda table, at: _inserted(table, table.lines[-1] + 1, write(table, at))


def _inserted(table: Table, place: int, row: list[Any] | None) -> list[Rows] | None:
    return None if row is None else [[*table.rows[:place], row, *table.rows[place:]]]


def section(table: Table, at: int) -> list[Any]:
    return ["Theme 2: our community"]


def headings(table: Table, at: int) -> list[Any]:
    return table.rows[table.head]


def total(word: str, more: int = 0) -> NewRow:
    """What the lines come to, and ``more``."""

    def row(table: Table, _: int) -> list[Any] | None:
        amounts = [_amount(table, at) for at in table.lines]
        if None in amounts or len(amounts) < 2 or "description" not in table.columns:
            return None
        cells = {table.columns["description"]: word, table.columns["quantity"]: sum(filter(None, amounts)) + more}
        return [cells.get(at) for at in range(table.width)]

    return row


def once_more(table: Table, at: int) -> list[Any]:
    return table.rows[at]


# What is changed about the sheet


def empty_column(table: Table, at: int) -> list[Rows]:
    """An empty column stands somewhere within the table, with another line elsewhere."""
    place = at % max(table.width - 1, 1) + 1
    return [[[*row[:place], None, *row[place:]] for row in table.rows]]


def hidden_row(table: Table, at: int) -> list[Sheet]:
    return [Sheet(table.rows, hidden_rows=(at + 1,))]


def hidden_amounts(table: Table, _: int) -> list[Sheet]:
    return [Sheet(table.rows, hidden_columns=(get_column_letter(table.columns["quantity"] + 1),))]


def named(name: str) -> Change:
    """The sheet has this name, and the line one amount, which no heading says more of."""
    return lambda table, at: None if _amount(table, at) is None else [Sheet(table.rows, name)]


def copied(more: int) -> Change:
    """The sheet stands there twice, the second time with ``more`` in the line."""

    def change(table: Table, at: int) -> list[Rows] | None:
        value = _amount(table, at)
        return value and [table.rows, _put(table.rows, at, table.columns["quantity"], value + more)]

    return change


AMOUNTS = (0.5, 1, 2, 4.25, 12, 2026, 45000, 1_200_000)
FIELDS = ("reference", "quantity", "unit", "description")

MUTATIONS: Mapping[str, Mutation] = {
    **{f"amount-of-{number}": amount(number) for number in AMOUNTS},
    **{f"no-{field}": no_cell(field) for field in FIELDS},
    **{f"no-heading-of-{field}": no_heading(field) for field in FIELDS},
    "unit-and-description-swapped": Mutation(swapped("unit", "description"), never_silent),
    "unit-and-amount-swapped": Mutation(swapped("unit", "quantity"), never_silent),
    "row-gone": Mutation(row_gone, without_it),
    "alone": Mutation(alone, is_as_before),
    "below-an-empty-row": Mutation(row_before(lambda *_: []), same),
    "below-a-section": Mutation(row_before(section), same),
    "below-the-headings-again": Mutation(row_before(headings), same),
    "above-a-total": Mutation(row_at_end(total("Total")), same),
    "above-a-sub-total": Mutation(row_at_end(total("Sub-total")), same),
    "above-a-total-of-more": Mutation(row_at_end(total("Total", 7)), asked),
    "said-again": Mutation(row_at_end(once_more), asked),
    "beside-an-empty-column": Mutation(empty_column, same),
    "in-a-hidden-row": Mutation(hidden_row, asked),
    "in-a-hidden-column": Mutation(hidden_amounts, asked),
    "on-a-sheet-without-a-name": Mutation(named("Sheet1"), same),
    "on-a-sheet-of-what-is-rejected": Mutation(named("Rejected"), asked),
    "on-a-sheet-of-each-month": Mutation(named("Monthly commitments"), asked),
    "on-another-sheet-too": Mutation(copied(0), asked),
    "on-another-sheet-with-more": Mutation(copied(7), asked),
}

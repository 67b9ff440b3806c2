"""Owns rewritings of a table that do not change its meaning: both forms have to be read alike."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any

from openpyxl.utils import get_column_letter

from tests.corpus.plain import Rows, Table
from tests.corpus.write.values import Formula, Sheet

Change = Callable[[Table], Sequence[Rows | Sheet] | None]
"""What a sheet's rows become, as one sheet or several; None where it would change something or there is nothing to."""


def as_it_is(table: Table) -> list[Rows]:
    return [table.rows]


# Where the table stands


def below_titles(table: Table) -> list[Rows]:
    return [[["Social value response"], ["Bidder: Northgate Services Ltd"], [], *table.rows]]


def below_a_key(table: Table) -> list[Rows]:
    return [[["Key", "Mandatory", "Optional"], [], *table.rows]]


def to_the_right(table: Table) -> list[Rows]:
    return [[[None, None, *row] for row in table.rows]]


def columns_apart(table: Table) -> list[Rows]:
    return [[[each for value in row for each in (value, None)] for row in table.rows]]


def columns_turned(table: Table) -> list[Rows]:
    return [[[None] * (table.width - len(row)) + row[::-1] for row in table.rows]]


# How its lines stand


def lines_apart(table: Table) -> list[Rows]:
    return [[each for at, row in enumerate(table.rows) for each in ([row, []] if at in table.lines else [row])]]


def gap_below_headings(table: Table) -> list[Rows]:
    return [[*table.rows[: table.head + 1], [], *table.rows[table.head + 1 :]]]


def headings_again(table: Table) -> list[Rows] | None:
    if len(table.lines) < 4:
        return None
    middle = table.lines[len(table.lines) // 2]
    return [[*table.rows[:middle], table.rows[table.head], *table.rows[middle:]]]


def on_two_sheets(table: Table) -> list[Rows] | None:
    first, last = table.lines[0], table.lines[-1]
    if table.before or table.after or last - first != len(table.lines) - 1 or len(table.lines) < 4:
        return None
    middle = table.lines[len(table.lines) // 2]
    return [table.rows[:middle], [table.rows[table.head], *table.rows[middle:]]]


# How its headings are written


def headings(write: Callable[[str], str]) -> Change:
    """Every heading written by ``write``."""

    def change(table: Table) -> list[Rows]:
        written = [write(text) if isinstance(text, str) else text for text in table.rows[table.head]]
        return [[written if at == table.head else row for at, row in enumerate(table.rows)]]

    return change


# How its cells are written


def cells(write: Callable[[Any], Any]) -> Change:
    """Every cell written by ``write``."""
    return lambda table: [[[write(value) for value in row] for row in table.rows]]


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def doubly_spaced(value: Any) -> Any:
    return value.replace(" ", " \u00a0") if isinstance(value, str) else value


def padded(value: Any) -> Any:
    return f"  {value}\u00a0" if isinstance(value, str) else value


def with_what_nobody_sees(value: Any) -> Any:
    return f"{value}\u200b" if isinstance(value, str) and " " in value else value


def typed(value: Any) -> Any:
    return repr(value) if is_number(value) else value


def with_a_point(value: Any) -> Any:
    return float(value) if is_number(value) else value


def looked_up(value: Any) -> Any:
    return Formula("Data!B7", value) if isinstance(value, str) or (is_number(value) and value) else value


def worked_out(value: Any) -> Any:
    return Formula(f"{value}*1", value) if is_number(value) else value


def merged_down(table: Table) -> list[Sheet] | None:
    """Texts that lines below each other share, each in one cell over all of these lines."""
    rows, merged = [[*row, *[None] * (table.width - len(row))] for row in table.rows], []
    for at in {*range(table.width)} - {table.columns.get("quantity")}:
        letter = get_column_letter(at + 1)
        for text, same in groupby(table.lines, [row[at] for row in rows].__getitem__):
            lines = list(same)
            if isinstance(text, str) and len(lines) > 1 and lines[-1] - lines[0] == len(lines) - 1:
                merged.append(f"{letter}{lines[0] + 1}:{letter}{lines[-1] + 1}")
                for row in lines[1:]:
                    rows[row][at] = None
    return [Sheet(rows, merged=tuple(merged))] if merged else None


def with_spaces_for_nothing(value: Any) -> Any:
    return " " if value is None else value


def column(field: str, write: Callable[[Any, str | None], Any]) -> Change:
    """Every cell of a field written by ``write``, which is also told the line's unit."""

    def change(table: Table) -> list[Rows] | None:
        at = table.columns.get(field)
        rows = [
            [write(value, table.units[r]) if c == at and value is not None else value for c, value in enumerate(row)]
            if r in table.lines
            else row
            for r, row in enumerate(table.rows)
        ]
        return None if rows == table.rows else [rows]

    return change


MANY = {"hour": "hours", "week": "weeks", "day": "days", "tonne": "tonnes", "person": "people", "session": "sessions"}


def with_its_unit(value: Any, unit: str | None) -> Any:
    return f"{value} {MANY[unit]}" if isinstance(value, int) and unit in MANY else value


def with_commas(value: Any, _: str | None) -> Any:
    return f"{value:,}" if isinstance(value, int) else value


def in_pounds(value: Any, unit: str | None) -> Any:
    return f"£{value:,.2f}" if isinstance(value, int) and unit == "GBP" else value


def with_a_gap(value: Any, _: str | None) -> Any:
    return (
        f"{value[:2]} {value[2:]}" if isinstance(value, str) and value.startswith("NT") and value.isalnum() else value
    )


def in_capitals(value: Any, _: str | None) -> Any:
    return value.upper() if isinstance(value, str) else value


def in_small_letters(value: Any, _: str | None) -> Any:
    return value.lower() if isinstance(value, str) and value.isalnum() else value


# What stands around it


def with_column(heading: str, write: Callable[[int], Any], *, first: bool = False) -> Change:
    """A further column, written by ``write`` line by line."""

    def change(table: Table) -> list[Rows]:
        news = {row: write(number) for number, row in enumerate(table.lines)} | {table.head: heading}
        return [
            [
                [news.get(at), *row] if first else [*row, *[None] * (table.width - len(row)), news.get(at)]
                for at, row in enumerate(table.rows)
            ]
        ]

    return change


def below(*rows: list[Any]) -> Change:
    """Rows below the sheet's last."""
    return lambda table: [[*table.rows, [], *rows]]


REWRITINGS: Mapping[str, Change] = {
    "as-it-is": as_it_is,
    "below-titles": below_titles,
    "below-a-key": below_a_key,
    "to-the-right": to_the_right,
    "columns-apart": columns_apart,
    "columns-turned": columns_turned,
    "lines-apart": lines_apart,
    "gap-below-headings": gap_below_headings,
    "headings-again": headings_again,
    "on-two-sheets": on_two_sheets,
    "headings-in-capitals": headings(str.upper),
    "headings-in-small-letters": headings(str.lower),
    "headings-with-stars": headings("{} *".format),
    "headings-with-colons": headings(lambda text: f"{text}:" if text[-1:].isalnum() else text),
    "headings-wrapped": headings(lambda text: text.replace(" ", "\n", 1)),
    "headings-joined": headings(lambda text: text.replace(" ", "_")),
    "headings-required": headings("{} (required)".format),
    "cells-padded": cells(padded),
    "cells-with-what-nobody-sees": cells(with_what_nobody_sees),
    "cells-doubly-spaced": cells(doubly_spaced),
    "cells-typed": cells(typed),
    "cells-with-points": cells(with_a_point),
    "cells-looked-up": cells(looked_up),
    "cells-worked-out": cells(worked_out),
    "cells-merged-down": merged_down,
    "cells-of-spaces": cells(with_spaces_for_nothing),
    "amounts-with-commas": column("quantity", with_commas),
    "amounts-with-units": column("quantity", with_its_unit),
    "amounts-in-pounds": column("quantity", in_pounds),
    "references-with-gaps": column("reference", with_a_gap),
    "references-in-small-letters": column("reference", in_small_letters),
    "units-in-capitals": column("unit", in_capitals),
    "with-line-numbers": with_column("No.", lambda number: number + 1, first=True),
    "with-owners": with_column("Lead officer", lambda number: ("Jo Smith", "A. Patel", "HR Manager")[number % 3]),
    "with-notes": with_column("Notes", lambda number: None if number % 2 else "Agreed with the team"),
    "above-a-signature": below(["Signed on behalf of the bidder"], ["Name: Jo Smith"], ["Date: 4 March 2026"]),
    "above-a-note": below(["Notes: all commitments will be reported quarterly to the contract manager."]),
    "above-a-page-number": below(["Page 1 of 1"]),
}

"""Owns finding the form of a sheet: strictly, or not at all, for what cannot be told for sure is to be asked about."""

from collections.abc import Iterator

from sv_cli.bids.desk import Desk
from sv_cli.bids.forms.cards import Card, column_of
from sv_cli.bids.forms.form import Form, extent, spans_of
from sv_cli.bids.forms.items import items_of
from sv_cli.bids.forms.records import filled
from sv_cli.bids.forms.view import Found, table_of
from sv_cli.bids.sheets.grid import Grid, Row, widest
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import KEYS, PART, PERIOD
from sv_cli.model.bids import Cell


def find_form(grid: Grid, columns: list[int], desk: Desk) -> Form | None:
    """The form whose labels stand in the 0-based ``columns`` of a sheet; None where any of it cannot be told."""
    found: Found = []
    width = widest(grid.rows)
    for index, stop in zip(columns, [*columns[1:], width], strict=True):
        column = column_of(grid, index, items_of(grid, index, stop, desk.headings), desk, alone=index == columns[0])
        told = None if column is None else filled(column.cards, desk)
        if column is None or told is None:
            return None
        found.append((column, told))
    cards = [each.card for _, told in found for each in told if each.columns]
    if not any(map(_heads_table, cards)):
        return None
    table = table_of(grid, found, desk.words)
    head = next(at for at, row in enumerate(table.rows) if len(row.cells) > 1)
    spans = spans_of(table, head, desk.headings)
    if not spans:
        return None
    empty = sum(not each.columns for _, told in found for each in told)
    return Form(
        table, spans, _rest(grid, found), extent(table, head), tuple(_aside(grid, found, table, spans[0])), empty
    )


def _heads_table(card: Card) -> bool:
    """Whether the labels of a card are those of a table: what is promised, and how much in what unit."""
    headings = [item.heading for item in card.items if item.heading]
    fields = {heading.field for heading in headings}
    named = any(heading.field == "quantity" and not heading.merely_counts for heading in headings)
    counted = "reference" in fields and "quantity" in fields
    spread = bool(fields & {PERIOD, PART}) and ("unit" in fields or any(heading.unit for heading in headings))
    return bool(fields & KEYS) and (named or counted or spread)


def _used(found: Found) -> Iterator[tuple[int, int]]:
    """The cells of a form, by the position of their row and their 0-based column."""
    for column, told in found:
        for card in (each.card for each in told):
            titles = (card.titles,) if card.titles else ()
            for item in (*card.items, *card.above, *card.within, *titles):
                yield item.at, item.column
                yield from ((item.at, at) for at in item.cells)
        yield from ((item.at, column.index) for item in column.below)


def _rest(grid: Grid, found: Found) -> Grid:
    used: dict[int, set[int]] = {}
    for at, index in _used(found):
        used.setdefault(at, set()).add(index)
    rows = list(grid.rows)
    for at, columns in used.items():
        left = [None if index in columns else cell for index, cell in enumerate(rows[at].cells)]
        rows[at] = Row(rows[at].number, left, rows[at].after_gap)
    return Grid(name=grid.name, rows=rows, hidden=grid.hidden, delimited=grid.delimited)


def _aside(grid: Grid, found: Found, table: Grid, span: Span) -> Iterator[str]:
    """The labels that name nothing known, and the cells beside known ones that are not read."""
    read = {column.index for column in span.columns}
    told = set(table.places.values())
    below = table.rows[span.body :]
    for index, text in enumerate(table.rows[span.head].cells):
        if text and index not in read and any(index < len(row.cells) and row.cells[index] for row in below):
            yield f"{text!r}"
    for column, cards in found:
        yield from (
            f"{item.text!r}" for item in column.unread if (grid.rows[item.at].number, item.column + 1) not in told
        )
        for each in cards:
            for at in each.others:
                rows = [grid.rows[item.at].number for item in each.card.items if at in item.cells]
                first, last = Cell("", rows[0], at + 1).address, Cell("", rows[-1], at + 1).address
                yield first if first == last else f"{first}:{last}"

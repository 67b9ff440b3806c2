"""Owns the telling of what was not read: tables aside, forms, stray rows, headings that are nowhere."""

from collections.abc import Sequence
from itertools import count

from msgspec.structs import replace

from sv_cli.bids.books.aside import promised_aside
from sv_cli.bids.books.choosing import GUIDANCE, rows_of, why_left_out
from sv_cli.bids.books.work import Sheet, Work
from sv_cli.bids.cells.text import folded, normal, visible
from sv_cli.bids.sheets.grid import Book, Grid, Raw, Row
from sv_cli.bids.tables.finding.find import Span, best_near_miss
from sv_cli.bids.tables.finding.patience import Patience
from sv_cli.bids.tables.finding.sideways import form_beside, form_row
from sv_cli.bids.tables.finding.stray import stray_rows
from sv_cli.bids.tables.headings.heading import ODD_YEAR, RATE
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.terms.codes import code_of, is_surely_code

_FEW_OTHERS, _LONGEST_OTHER = 5, 40
_SAID = {ODD_YEAR: "years", RATE: "a rate", "own_total": "a total value", "own_unit_value": "a value of one unit"}


def tell_aside(work: Work) -> None:
    """Tell of the sheets of who does the work and for how much, and how many of their rows promise something."""
    for grid, spans in work.aside:
        promised = promised_aside(grid, spans, work.commitments)
        name, rows = ("measures-left-out", promised) if promised else (GUIDANCE, rows_of(spans))
        work.teller(grid.name).say(name, rows=rows, sheet=grid.name)


def tell_forms(chosen: list[Sheet], work: Work) -> None:
    """Tell of sheets without a table that may promise something in a form, unless other sheets were asked for."""
    headings = work.desk.headings
    for grid, spans in chosen if not work.desk.options.sheets else ():
        if grid.places or (not spans and why_left_out(grid, work.desk.words, alone=False)):
            continue
        row = form_beside(grid.rows, spans[0].head, headings) if spans else form_row(grid, headings)
        if row is not None:
            work.teller(grid.name).say("form-left-out", row)


def tell_stray(chosen: list[Sheet], work: Work) -> None:
    """Tell of rows in no table that look like promises; a sheet that explains or is hidden promises nothing."""
    for grid, spans in chosen:
        if not grid.places and (spans or not why_left_out(grid, work.desk.words, alone=False)):
            above = grid.rows[: work.heads.get(grid.name, len(grid.rows))]
            rows = stray_rows(above, work.desk.headings, alone=not spans)
            rightmost = {span.head: span for span in spans}.values()  # the last of those that begin in a row
            rows += [row for span in rightmost for row in _stray_beside(span, grid, work.desk.headings)]
            if rows:
                work.teller(grid.name).say("no-quantity-column", rows[0].number, rows=len(rows))


def _stray_beside(span: Span, grid: Grid, headings: Headings) -> list[Row]:
    """The rows beside a table that look like promises of another one, which begins lower right of an empty column."""
    if not span.columns:
        return []
    start = next(at for at in count(span.right + 1) if not span.headed.get(at))
    if sum(at > start and bool(text) for at, text in span.headed.items()) > 1:
        return []  # a table that begins where this one does
    beside = [replace(row, cells=row.cells[start:]) for row in grid.rows[span.body : span.stop] if row.cells[start:]]
    return [row for row in stray_rows(beside, headings, alone=False) if any(map(_is_of_measure, row.cells))]


def _is_of_measure(cell: Raw) -> bool:
    return isinstance(cell, str) and is_surely_code(code_of(folded(cell)) or folded(cell))


def tell_unused(work: Work, chosen: list[Sheet]) -> None:
    """Tell of a heading that was asked for and is nowhere, which must not be replaced by another, and of no field."""
    fields = work.desk.vocabulary.columns
    used = {normal(column.text) for _, spans in chosen for span in spans for column in span.columns}
    for name, heading in work.desk.options.columns.items():
        if name not in fields:
            work.teller().say("no-such-field", field=name[:60], fields=", ".join(fields))
        elif normal(heading) not in used:
            work.teller().say("no-such-column", field=name, heading=heading)


def nearest_miss(book: Book, work: Work) -> str:
    """What came nearest to a heading, for the message that none was found."""
    if work.left_out:
        return "the only tables are on " + " and ".join(f"sheet {name!r}" for name in work.left_out) + ", left out"
    forms = ((form_row(grid, work.desk.headings), grid.name) for grid in book.grids)
    form = next(((row, name) for row, name in forms if row is not None), None)
    if form is not None:
        return (
            f"{_row_of(*form)} starts a form laid out downwards that is empty or unclear; a "
            "table has a row for each commitment"
        )
    best = ""
    most = 0
    patience = Patience()
    for grid in book.grids:
        miss = best_near_miss(grid, work.desk.headings, patience)
        if miss and len(miss.fields) > most:
            most = len(miss.fields)
            fields = " and ".join(_SAID.get(name, name.replace("_", " ")) for name in miss.fields)
            best = f"{_row_of(miss.row, grid.name)} names only {fields}{_besides(miss.others)}"
    return best or "no row has a known column heading"


def _besides(others: Sequence[str]) -> str:
    """The other headings of a row that are not known, for a message; ``""`` where they are many or hardly headings."""
    named = all(len(text) <= _LONGEST_OTHER and any(map(str.isalpha, text)) for text in others)
    told = named and 0 < len(others) <= _FEW_OTHERS
    return f"; not known: {', '.join(repr(visible(text)) for text in others)}" if told else ""


def _row_of(number: int, sheet: str) -> str:
    return f"row {number} of sheet {sheet!r}" if sheet else f"line {number}"

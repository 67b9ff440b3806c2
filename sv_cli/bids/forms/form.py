"""Owns Form, found in a sheet that holds no table, Draft, which becomes its table, and the way back to the sheet."""

from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from sv_cli.bids.cells.looks import is_blank
from sv_cli.bids.sheets.grid import Grid, Raw, Row
from sv_cli.bids.tables.finding.find import Span, find_tables
from sv_cli.bids.tables.finding.patience import Patience
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.tell import Teller
from sv_cli.model.bids import Cell, Commitment, Table

At = tuple[int, int]  # 1-based row and column
_LISTED = 6


class Form(Struct, frozen=True):
    """A form as a ``table`` with its ``spans``, and the ``rest`` of its sheet, where the cells of the form are empty.

    ``cells`` says where the form stands, ``aside`` what of it is not read, and ``empty`` counts its empty cards.
    """

    table: Grid
    spans: tuple[Span, ...]
    rest: Grid
    cells: str
    aside: tuple[str, ...]
    empty: int


def spans_of(table: Grid, head: int, headings: Headings) -> tuple[Span, ...]:
    """The one table that was made of a form, if it is read as such from its heading on; none otherwise."""
    spans = find_tables(table, headings, Patience())
    return spans if len(spans) == 1 and not spans[0].open and spans[0].head == head and spans[0].columns else ()


def extent(table: Grid, head: int) -> str:
    """The range of the form's cells; above its headings stands what is said of all amounts."""
    places = [place for (number, _), place in table.places.items() if number >= table.rows[head].number]
    rows, columns = zip(*places, strict=True)
    first, last = Cell("", min(rows), min(columns)).address, Cell("", max(rows), max(columns)).address
    return first if first == last else f"{first}:{last}"


class Draft(Struct):
    """The rows of the table so far, and the place of each cell; column 0 stands for where a record begins."""

    rows: list[Row] = field(default_factory=list)
    places: dict[At, At] = field(default_factory=dict)
    comments: dict[At, str] = field(default_factory=dict)

    def add(self, cells: list[Raw], begins: At, places: Iterable[At] = (), *, after_gap: bool = False) -> int:
        """Add a row with the places of its first cells; return its number."""
        number = (self.rows[-1].number if self.rows else 0) + 1 + after_gap
        self.rows.append(Row(number, cells, after_gap))
        self.places.update({(number, at): place for at, place in enumerate((begins, *places))})
        return number

    def add_lone(self, rows: Iterable[Row], *, after_gap: bool = False) -> None:
        """Add the texts that stand alone in a row, which may say something of all the amounts."""
        for row in rows:
            filled = [(at, cell) for at, cell in enumerate(row.cells, 1) if not is_blank(cell)]
            if len(filled) == 1 and isinstance(filled[0][1], str):
                place = (row.number, filled[0][0])
                self.add([filled[0][1]], place, (place,), after_gap=after_gap)

    def as_form(self, grid: Grid, top: int, listed: Iterable[Row], headings: Headings) -> Form | None:
        """The list that the ``listed`` rows of a sheet hold, whose headings are the row at position ``top`` of this."""
        table = Grid(grid.name, self.rows, places=self.places, comments=self.comments)
        spans = spans_of(table, top, headings)
        numbers = {row.number for row in listed}
        rows = [Row(row.number, [], row.after_gap) if row.number in numbers else row for row in grid.rows]
        rest = Grid(name=grid.name, rows=rows, delimited=grid.delimited)
        return Form(table, spans, rest, extent(table, top), (), 0) if spans else None


def placed(commitments: Iterable[Commitment], form: Form) -> list[Commitment]:
    """The commitments, their rows and cells being those of the sheet."""
    places = form.table.places
    found = []
    for each in commitments:
        cells = {name: places[each.row, at] for name, at in each.columns.items() if (each.row, at) in places}
        begins = places[each.row, 0]
        found.append(replace(each, row=begins[0], cells=cells | {"": begins}))
    return found


def as_form(table: Table, form: Form) -> Table:
    """What was taken for a table, its rows being those of the sheet."""
    rows = [row for (number, _), (row, _) in form.table.places.items() if number >= _head(form)]
    return replace(table, header_row=min(rows), first_row=min(rows), last_row=max(rows), form=form.cells)


def _head(form: Form) -> int:
    return form.table.rows[form.spans[0].head].number


def tell_form(commitments: list[Commitment], form: Form, tell: Teller) -> None:
    """Tell how many commitments were read of a form, from which cells, and what of it says nothing."""
    aside = list(form.aside[:_LISTED])
    more = [f"{len(form.aside) - _LISTED} more"] if len(form.aside) > _LISTED else []
    left = f"; nothing was read from {', '.join([*aside, *more])}" if aside else ""
    empty = f"; empty cards: {form.empty}" if form.empty else ""
    tell.say("form-read", _head(form), count=len(commitments), cells=form.cells, rest=left + empty)

"""Owns Form: what was found in a sheet whose headings stand below each other."""

from msgspec import Struct

from sv_cli.bids.sheets.grid import Grid
from sv_cli.bids.tables.finding.find import Span, find_tables
from sv_cli.bids.tables.finding.patience import Patience
from sv_cli.bids.tables.headings.headings import Headings


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

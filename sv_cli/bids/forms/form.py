"""Owns Form: what was found in a sheet whose headings stand below each other."""

from msgspec import Struct

from sv_cli.bids.sheets.grid import Grid
from sv_cli.bids.tables.finding.find import Span


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

"""Owns Work: what is gathered while a book is read."""

from msgspec import Struct, field

from sv_cli.bids.chosen import Choices
from sv_cli.bids.desk import Desk
from sv_cli.bids.forms.form import Form
from sv_cli.bids.sheets.grid import Grid
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.finding.patience import Patience
from sv_cli.bids.tell import Teller
from sv_cli.model.bids import Commitment, Table

Sheet = tuple[Grid, tuple[Span, ...]]  # a sheet with its tables


class Work(Struct):
    """What is gathered while a book is read."""

    file: str
    desk: Desk
    tellers: list[Teller] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    aside: list[Sheet] = field(default_factory=list)
    heads: dict[str, int] = field(default_factory=dict)  # where the first table of a sheet begins
    forms: dict[str, Form] = field(default_factory=dict)  # of the sheets that hold one and no table
    patience: Patience = field(default_factory=Patience)
    choices: Choices = field(default_factory=dict)
    keys: list[Grid] = field(default_factory=list)  # the sheets that say what codes stand for
    texts: list[Grid] = field(default_factory=list)  # those without a table, which may speak of all lines

    def teller(self, sheet: str = "") -> Teller:
        """One that tells of a sheet, or of the whole book."""
        self.tellers.append(Teller(self.file, sheet, []))
        return self.tellers[-1]

    def teller_of(self, grid: Grid) -> Teller:
        """One that tells of the cells of a sheet, which a form may keep elsewhere."""
        self.tellers.append(Teller(self.file, grid.name, [], places=grid.places))
        return self.tellers[-1]

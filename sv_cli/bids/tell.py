"""Owns the telling: findings with the address of the cell that they are about."""

from collections.abc import Mapping

from msgspec import Struct, field

from sv_cli.bids.cells.numbers import Problem
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.findings.many import MOST_OF_A_KIND
from sv_cli.model.bids import Cell


class Teller(Struct):
    """Collects the findings about one sheet of one file; ``counts`` says how many of each name there are to tell.

    Beyond a thousand of one name they are only counted, for a hostile file has something to tell of every row.
    ``places`` are those of the sheet's grid.
    """

    file: str
    sheet: str
    found: list[Finding]
    counts: dict[str, int] = field(default_factory=dict)
    told: int = 0
    places: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def say(self, name: str, row: int | None = None, column: int | None = None, heading: str | None = None,
            /, **fields: object) -> None:  # fmt: skip
        """Add a finding; ``column`` is 1-based, as ``row`` is."""
        self.told += 1
        self.counts[name] = self.counts.get(name, 0) + 1
        if self.counts[name] > MOST_OF_A_KIND:
            return
        place = self._place(row, column, heading)
        self.found.append(finding(name, place, **fields))

    def _place(self, row: int | None, column: int | None, heading: str | None) -> Place:
        begins = self.places.get((row, 0)) if row is not None else None
        if row is None or begins is None:
            cell = Cell(self.sheet, row, column).address if row is not None and column is not None else None
            return Place(file=self.file, sheet=self.sheet, row=row, column=heading, cell=cell)
        there = Cell(self.sheet, *self.places.get((row, column or 0), begins))
        record = Cell(self.sheet, *begins).address
        return Place(self.file, self.sheet, there.row, heading, there.address, record)

    def problem(self, problem: Problem, row: int, column: int, heading: str) -> None:
        """Add the finding of a cell's problem."""
        self.say(problem.name, row, column, heading, **problem.fields)

    def uncounted(self) -> dict[str, int]:
        """How many of each name were counted and not kept."""
        return {name: count - MOST_OF_A_KIND for name, count in self.counts.items() if count > MOST_OF_A_KIND}

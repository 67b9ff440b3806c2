"""Owns the telling: findings with the address of the cell that they are about."""

from msgspec import Struct

from sv_cli.bids.cells.numbers import Problem
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.model.bids import Cell


class Teller(Struct):
    """Collects the findings about one sheet of one file."""

    file: str
    sheet: str
    found: list[Finding]

    def say(self, name: str, row: int | None = None, column: int | None = None, heading: str | None = None,
            /, **fields: object) -> None:  # fmt: skip
        """Add a finding; ``column`` is 1-based, as ``row`` is."""
        cell = Cell(self.sheet, row, column).address if row is not None and column is not None else None
        place = Place(file=self.file, sheet=self.sheet, row=row, column=heading, cell=cell)
        self.found.append(finding(name, place, **fields))

    def problem(self, problem: Problem, row: int, column: int, heading: str) -> None:
        """Add the finding of a cell's problem."""
        self.say(problem.name, row, column, heading, **problem.fields)

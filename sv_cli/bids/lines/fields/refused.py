"""Owns Refused: that a row's quantity cannot be told, with where and why."""

from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.tables.under.held import Column


class Refused(Exception):  # noqa: N818 - no error: the row's quantity stays open, and why is told
    """The quantity cannot be told; carries where and why."""

    def __init__(self, problem: Problem, column: Column | None) -> None:
        super().__init__(problem.name)
        self.problem = problem
        self.column = column

"""Owns what is told of rows that are not valued: that the quantity cannot be told, or that the line is taken back."""

from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.text import visible
from sv_cli.bids.tables.under.held import Column

_SHOWN = 80  # characters of a text


class Refused(Exception):  # noqa: N818 - no error: the row's quantity stays open, and why is told
    """The quantity cannot be told; carries where and why."""

    def __init__(self, problem: Problem, column: Column | None) -> None:
        super().__init__(problem.name)
        self.problem = problem
        self.column = column


def withdrawn(text: str, where: str = "the text next to it says") -> Problem:
    """A text takes a line back, or leaves it open; ``where`` it stands."""
    return Problem("line-withdrawn", {"where": where, "text": visible(text)[:_SHOWN]})

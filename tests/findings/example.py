"""Owns Example: one file that a finding is told of, one that it is not, and the command that is run on both."""

from collections.abc import Callable
from typing import NamedTuple

Content = str | Callable[[], bytes]


class Example(NamedTuple):
    """``bad`` and ``good`` are texts, or makers of bytes; ``arguments`` follow the bid's name on the command line.

    ``ending`` is that of the file's name. ``good_arguments`` are those of the good file where they differ. A
    ``situation`` is no file that can be kept in a folder (a pipe, a missing file): it is made when it is tested.
    """

    bad: Content
    good: Content
    arguments: tuple[str, ...] = ()
    ending: str = ".csv"
    good_ending: str = ""
    good_arguments: tuple[str, ...] | None = None
    command: str = "score"


HEAD = "Ref,Commitment,Quantity,Unit\n"
LINE = "volunteering.hour,Time given,10,hours\n"
PLAIN = HEAD + LINE


def cell(quantity: str, unit: str = "hours") -> str:
    """A bid of one line with this quantity."""
    return f"{HEAD}volunteering.hour,Time given,{quantity},{unit}\n"


def beside(heading: str, value: str, line: str = "volunteering.hour,Time given,10,hours", above: str = "") -> str:
    """A bid of one line with one more column."""
    return f"{above}{HEAD.strip()},{heading}\n{line},{value}\n"

"""Owns columns of shares that would change what a promise is worth, and that no field answers to."""

from sv_cli.bids.cells.text import normal
from sv_cli.bids.late import late
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.find import Span
from sv_cli.bids.tables.heading import Heading
from sv_cli.bids.tables.held import Column, holds_amounts

_SHARES = late(
    r"(?:additionality|leakage|substitution|optimism(?: bias)?|confidence|probability|likelihood(?: of .*)?|certainty"
    r"|success rate|completion rate|(?:risk )?adjustment|risk factor)"
    r"(?: (?:percent|percentage|rate|factor|level|adjustment))*"
)
_UNUSED = Heading("unused", "it names a share")


def is_unused_share(text: str) -> bool:
    """Whether a heading names a share that may change what a promise is worth."""
    return _SHARES.fullmatch(normal(text).rstrip("% ")) is not None


def unused_shares(span: Span, rows: list[Row]) -> tuple[Column, ...]:
    """The columns below such names that hold amounts."""
    named = ((at, text) for at, text in span.unknown if is_unused_share(text))
    return tuple(Column(at, text, _UNUSED) for at, text in named if holds_amounts(at, rows))

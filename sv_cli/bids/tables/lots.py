"""Owns the lots of a table's lines, where a text above it says for which of them the bid is: ``Bidding for Lot 2``."""

import re
from collections.abc import Iterator
from itertools import takewhile

from sv_cli.bids.cells.text import folded, normal, shown_text
from sv_cli.bids.sheets.grid import Grid, Row, filled_cells
from sv_cli.bids.tables.around import FARTHEST
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.under.held import distinct_at
from sv_cli.late import late

_HEADS = frozenset(("lot", "lots", "lot no", "lot nos", "lot number", "lot ref", "lot name"))
_LONGEST = 100
_ONE = r"(?:[0-9]{1,2}|[a-h])\b"
_SEVERAL = rf"{_ONE}(?: ?(?:,|&|and|\+|/) ?(?:for )?(?:lot )?{_ONE})*"
_LOTS = r"lots?(?: (?:nos?|numbers?)\.?)?:? ?"
_BID_FOR = late(
    rf"(?:.*?\b)?(?:bid(?:ding)?|tender(?:ing)?|submi(?:t|tted|tting|ssion)|appl(?:y|ying|ied)|offer|response|lots?)\b.*?"
    rf"\bfor\b:? ?(?:the )?{_LOTS}(?P<behind>{_SEVERAL})(?: only| alone)?\.?|{_LOTS}(?P<alone>{_SEVERAL}) only\.?",
    re.IGNORECASE,
)
_NO_BID = late(r"\b(?:not|no (?:bid|tender|offer|response|submission))\b", re.IGNORECASE)
_NAMED = late(rf"\b{_ONE}", re.IGNORECASE)
_LOT_CELL = late(rf"(?:{_LOTS})?{_SEVERAL}", re.IGNORECASE)
_PAIR = 2


def lots_not_bid_for(grid: Grid, span: Span, rows: list[Row]) -> tuple[int, str] | None:
    """The row and the text that says for which lots the bid is, where lines are of others too; None where none does."""
    held = next((at for at, text in span.headed.items() if normal(text) in _HEADS), None)
    if held is None:
        return None
    lots = [_lots(cell) for cell in map(shown_text, distinct_at(held, rows)) if _LOT_CELL.fullmatch(folded(cell))]
    for number, text in _told_above(grid, span):
        said = _BID_FOR.fullmatch(text)
        bid_for = _lots(said["behind"] or said["alone"]) if said else None
        told_of_others = _NO_BID.search(text) is None
        if bid_for and any(bid_for.isdisjoint(each) == told_of_others for each in lots):
            return number, text
    return None


def _lots(text: str) -> frozenset[str]:
    return frozenset(each.casefold() for each in _NAMED.findall(text))


def _told_above(grid: Grid, span: Span) -> Iterator[tuple[int, str]]:
    """The lone texts above a table, and labels with their values."""
    above = reversed(grid.rows[max(span.head - FARTHEST, 0) : span.head])
    for row in takewhile(lambda each: len(filled_cells(each)) <= _PAIR, above):
        text = folded(" ".join(map(shown_text, filled_cells(row))))
        if "lot" in text.casefold() and len(text) <= _LONGEST:
            yield row.number, text

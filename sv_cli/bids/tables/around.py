"""Owns the texts around a table and around a heading, in which something may be said of all its lines or amounts."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from sv_cli.bids.cells.spelt import spelt_first
from sv_cli.bids.cells.text import folded, normal, shown_text
from sv_cli.bids.sheets.grid import Grid, Raw, Row, cell_at, filled_cells
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.under.held import distinct_at
from sv_cli.bids.terms.footnotes import bears, marked_footnote
from sv_cli.late import late

_LABELLED = 2  # a label and its value
_OF_FACT = late(
    r"\b(?:contract|term|length|duration|tenderer|supplier|bidder|provider|company|organisation|start|end|place|location"
    r"|borough)\b|:$",
    re.IGNORECASE,
)
FARTHEST = 8  # rows above or below a table in which a note on it may stand
_FEW_ROWS = 3  # below a heading, in which it may be said
_HEADS = frozenset(("lot", "lots", "lot no", "lot nos", "lot number", "lot ref", "lot name"))
_LONGEST_BID = 100
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


def said_around(grid: Grid, span: Span) -> Iterator[str]:
    """What the sheet's name and the lone texts around a table say of it, and not of lines with a footnote's mark."""
    yield grid.name
    for _, text in lone_rows(grid, span):
        mark, said = marked_footnote(text)
        lines = (row for row in grid.rows[span.body : span.stop] if mark and not _may_label(row))
        if not any(bears(cell, mark) for row in lines for cell in row.cells):
            yield said


def lone_rows(grid: Grid, span: Span) -> Iterator[tuple[Row, str]]:
    """The texts that stand alone in rows above the table, among labels with their values, and in the sheet's last."""
    first = 0 if grid.places else max(span.head - FARTHEST, 0)  # above a form stands nothing else
    yield from _alone(takewhile(_may_label, reversed(grid.rows[first : span.head])))
    yield from alone_below(grid, span)


def alone_below(grid: Grid, span: Span) -> Iterator[tuple[Row, str]]:
    """Those of them that stand below the table, as the last of the sheet."""
    rows = grid.rows
    last = rows[max(span.body, span.stop - FARTHEST) : span.stop] if span.stop == len(rows) else []
    return _alone(takewhile(_may_label, reversed(last)))  # what stands higher heads a section


def _alone(rows: Iterable[Row]) -> Iterator[tuple[Row, str]]:
    for row in rows:
        filled = filled_cells(row)
        text = filled[0] if len(filled) == 1 else ""
        if isinstance(text, str) and text:
            yield row, text


def _may_label(row: Row) -> bool:
    """Whether a row is a lone text, or one or two labels with their values: ``Supplier | Acme | Term | 3 years``."""
    filled = filled_cells(row)
    pairs = len(filled) == 2 * _LABELLED
    return len(filled) <= _LABELLED or (pairs and all(_OF_FACT.search(str(label)) for label in filled[::2]))


def asked_of(grid: Grid, span: Span, index: int) -> Iterator[str]:
    """What stands right above a heading and behind no label, is pinned to it, or stands below before any amount."""
    heads = grid.rows[span.head : span.body]
    upper = grid.rows[span.head - 1] if span.head else None
    over = upper is not None and upper.number + 1 == heads[0].number and not cell_at(upper, index - 1)
    below = (cell_at(row, index) for row in grid.rows[span.body : span.body + _FEW_ROWS])
    pinned = (grid.comments.get((row.number, index + 1)) for row in heads if grid.comments)
    for text in (cell_at(upper, index) if upper and over else None, *pinned, *takewhile(_is_no_amount, below)):
        if isinstance(text, str) and text:
            yield text


def _is_no_amount(cell: Raw) -> bool:
    if not isinstance(cell, str):
        return cell is None
    return not any(map(str.isdigit, cell)) and spelt_first(folded(cell)) is None


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
    for row in takewhile(lambda each: len(filled_cells(each)) <= _LABELLED, above):
        text = folded(" ".join(map(shown_text, filled_cells(row))))
        if "lot" in text.casefold() and len(text) <= _LONGEST_BID:
            yield row.number, text

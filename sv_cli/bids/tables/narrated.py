"""Owns the column of unknown name that alone says in words what is promised: ``What you will get``."""

from msgspec.structs import replace

from sv_cli.bids.cells.text import normal
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import COUNTS, PART, PERIOD, Heading
from sv_cli.bids.tables.less.refusals import is_waiting
from sv_cli.bids.tables.less.statuses import is_of_status
from sv_cli.bids.tables.less.ticks import asks_whether, is_of_boxes
from sv_cli.bids.tables.under.held import Column, distinct_at, promising
from sv_cli.late import late

_AMOUNTS = frozenset(("quantity", "total", PERIOD, PART))
# What heads texts of whom or where a promise is for, of who keeps it and how that is shown
_OF_ELSE = late(
    r"\b(?:who|whom|where|when|why|wards?|sites?|schools?|postcodes?|address(?:es)?|towns?|venues?|partners?|contacts?"
    r"|names?|officers?|managers?|leads?|teams?|departments?|owners?|suppliers?|providers?|contractors?|organisations?"
    r"|groups?|benefici\w+|audience|cohort|participants?|stakeholders?|sources?|risks?|assumptions?|evidence\w*|proof"
    r"|comments?|notes?|remarks?|status|monitoring|reporting|frequency|timing|dates?|timescales?|polic(?:y|ies))\b"
)
_FEW, _FIRST = 4, 3
_NARRATED = Heading("description", "it alone says in words what is promised", guessed=True)


def with_description(span: Span, rows: list[Row]) -> Span:
    """The table with the one column of unknown name that holds texts for its description, where it has no other.

    Where two columns hold such texts, either may tell of something else.
    """
    amounts = [column for column in span.columns if column.heading.field in _AMOUNTS]
    maybe = may_narrate(span)
    lines = promising(amounts, rows) if maybe else []  # a signature may stand below them
    told = [(at, text) for at, text in maybe if _are_sentences(at, lines)]
    if len(told) != 1:
        return span
    column = Column(*told[0], _NARRATED)
    columns = sorted((*span.columns, column), key=lambda each: each.index)
    return replace(span, columns=tuple(columns), unknown=tuple(each for each in span.unknown if each != told[0]))


def may_narrate(span: Span) -> list[tuple[int, str]]:
    """The headings of unknown names that may be of the description, where the table has no other."""
    named = {column.heading.field for column in span.columns if column.heading.rank < COUNTS}
    if "reference" not in named or named.isdisjoint(_AMOUNTS) or "description" in named:
        return []
    return [(at, text) for at, text in span.unknown if not _is_of_else(text)]


def _is_of_else(heading: str) -> bool:
    standing = is_of_status(heading) or is_waiting(heading) or is_of_boxes(heading) or asks_whether(heading)
    words = normal(heading).split(" ")
    told = words if len(words) <= _FEW else words[:_FIRST]  # a sentence may speak of anything further on
    return standing or _OF_ELSE.search(" ".join(told)) is not None


def _are_sentences(index: int, rows: list[Row]) -> bool:
    """Whether half of what a 0-based column holds is texts of several words, and most rows have one of their own."""
    held = distinct_at(index, rows)
    worded = sum(isinstance(cell, str) and " " in cell.strip() for cell in held)
    return worded * 2 >= len(held) > 0 and len(held) * 2 > len(rows)

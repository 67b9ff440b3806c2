"""Owns columns of unknown names that say in words what is promised: ``What you will get``, ``Our approach``."""

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from sv_cli.bids.cells.text import normal
from sv_cli.bids.sheets.grid import Row, widest
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import AMOUNTS, Heading
from sv_cli.bids.tables.less.refusals import is_waiting
from sv_cli.bids.tables.less.statuses import is_of_status
from sv_cli.bids.tables.less.ticks import asks_whether, is_of_boxes
from sv_cli.bids.tables.under.held import Column, distinct_at, promising, texts_at
from sv_cli.late import late

# What heads texts of whom or where a promise is for, of who keeps it and how that is shown
_OF_ELSE = late(
    r"\b(?:who|whom|where|when|why|wards?|sites?|schools?|postcodes?|address(?:es)?|towns?|venues?|partners?|contacts?"
    r"|names?|officers?|managers?|leads?|teams?|departments?|owners?|suppliers?|providers?|contractors?|organisations?"
    r"|groups?|benefici\w+|audience|cohort|participants?|stakeholders?|sources?|risks?|assumptions?|evidence\w*|verif\w+|proof"
    r"|background|context|justification|rationale|guidance|definitions?|instructions?|examples?|comment\w*|observations?|notes?|remarks?|status|monitoring|reporting|frequency|timing|dates?|timescales?|polic(?:y|ies))\b"
)
_FEW, _FIRST = 4, 3
_SENTENCE, _SHORTEST, _SEEN, _SAMPLE = 3, 4, 200, 500
_MAY_NARRATE = frozenset(("description", "quantity", "count", "evidence"))
_BESIDE = Heading("description", "because it says in words what is promised, alongside others")
_NARRATED = Heading("description", "because only it says in words what is promised", guessed=True)


def with_description(span: Span, rows: list[Row]) -> Span:
    """The table with the one column of unknown name that holds texts for its description, where it has no other.

    Where two columns hold such texts, either may tell of something else.
    """
    amounts = [column for column in span.columns if column.heading.field in AMOUNTS]
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
    named = {column.heading.field for column in span.columns if not column.heading.merely_counts}
    if "reference" not in named or named.isdisjoint(AMOUNTS) or "description" in named:
        return []
    return [(at, text) for at, text in span.unknown if not _is_of_else(text)]


def spoken_beside(span: Span, used: Collection[int], rows: list[Row]) -> tuple[Column, ...]:
    """The columns of sentences that no field answers to, in any of which a line may be taken back: ``Our approach``.

    ``used`` are the 0-based columns of fields, and of what else is known.
    """
    width = widest(rows)  # headings of something else may stand beyond
    left = ((at, text) for at, text in span.headed.items() if at not in used and at < width)
    return tuple(Column(at, text, _BESIDE) for at, text in may_speak(span, left) if _is_of_prose(at, rows))


def may_speak(span: Span, headed: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """The headings of the columns that may do so by their names."""
    others = {column.index for column in span.columns if column.heading.field not in _MAY_NARRATE}
    return [(at, text) for at, text in headed if at not in others and not _names_else(text)]


def _is_of_prose(index: int, rows: list[Row]) -> bool:
    """Whether half of the texts in a 0-based column are of several words in small letters, as few names are."""
    texts = texts_at(index, rows[:_SAMPLE])
    return sum(map(_is_prose, texts)) * 2 >= len(texts) > 0


def _is_prose(text: str) -> bool:
    words = text[:_SEEN].split()
    return len(words) >= _SENTENCE and any(
        word.islower() and word.isalpha() and len(word) >= _SHORTEST for word in words[1:]
    )


def _is_of_else(heading: str) -> bool:
    standing = is_of_status(heading) or is_waiting(heading) or is_of_boxes(heading) or asks_whether(heading)
    return standing or _names_else(heading)


def _names_else(heading: str) -> bool:
    words = normal(heading).split(" ")
    told = words if len(words) <= _FEW else words[:_FIRST]  # a sentence may speak of anything further on
    return _OF_ELSE.search(" ".join(told)) is not None


def _are_sentences(index: int, rows: list[Row]) -> bool:
    """Whether half of what a 0-based column holds is texts of several words, and most rows have one of their own."""
    held = distinct_at(index, rows)
    worded = sum(isinstance(cell, str) and " " in cell.strip() for cell in held)
    return worded * 2 >= len(held) > 0 and len(held) * 2 > len(rows)

"""Owns columns of any name whose words say that lines are refused or wait for something."""

from collections.abc import Iterator

from sv_cli.bids.cells.text import normal
from sv_cli.bids.sheets.grid import Row, column_at, widest
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import Heading
from sv_cli.bids.tables.less.ticks import free_standing
from sv_cli.bids.tables.under.by_field import ByField, keys_of
from sv_cli.bids.tables.under.held import Column, are_amounts, cells, is_ticked, number_at, texts_at
from sv_cli.bids.terms.names import BUYER
from sv_cli.bids.terms.noted import may_be_noted
from sv_cli.bids.terms.standing import (
    NOTE,
    STANDINGS,
    fields_of,
    is_conditional,
    is_open,
    is_taken_back_by,
    standings_of,
    takes_back,
)
from sv_cli.bids.terms.standing_words import SAID_OF_ANYTHING, is_of_the_line
from sv_cli.late import late, rare

_ANSWERING = frozenset(("offer", "bid", "commitment", "response", "answer", "proposal", "submission", "pledge"))
# Below these a word that may be said of anything, such as “Not provided” of an address, is said of the line
_STANDING = _ANSWERING | frozenset(
    (
        *("status", "state", "standing", "position", "firm", "confirmed", "agreed", "included", "kind", "decision"),
        *("comment", "comments", "note", "notes", "remark", "remarks", "clarification", "clarifications", "line"),
        *("offered", "bidder", "tenderer", "supplier", "contractor", "commitments", "measure", "promise"),
    )
)
_WAITING = late(
    r"(?:conditional|contingent|dependent) (?:up)?on|subject to"
    r"|(?:duplicate|part|subset|component) of(?: (?:line|row|item|ref|measure))?"
    r"|parent (?:line|row|item|ref|measure|commitment)(?: no)?|counted (?:under|within|with)"
    r"|(?:already|double) (?:included|counted|covered)\b.*"
    r"|(?:included|counted|covered) (?:elsewhere|under|(?:in|under|by) (?:another|other|which|line|row|ref)\b.*)"
    r"|(?:superseded|replaced|withdrawn|cancelled|deleted|removed)(?: (?:by|on|at|in|date))"
    r"|date (?:superseded|replaced|withdrawn|cancelled|deleted|removed)|alternative to|depends? on"
    r"|(?:overlaps?|overlapping|double counts?)(?: (?:with|in))?"
    r"(?: (?:an)?(?:other )?(?:lines?|rows?|items?|refs?|measures?|commitments?))?"
)
# What says of a line that it does not count, where a cell says yes
_IF_TICKED = late(
    r"(?:is (?:it|this) )?(?:a )?(?:duplicate|void|exclude(?:d)?(?: (?:from|in) [a-z ]+)?|not counted"
    r"|double count(?:ed)?|(?:also )?(?:claimed|counted|promised) (?:on|in|under) (?:an)?other (?:contract|bid|lot)s?"
    r"|example|stretch|aspirational|provisional|tentative|indicative|conditional|unconfirmed"
    r"|(?:is|are) (?:this|it|these) (?:line |item |commitment |measure )?(?:optional|conditional|provisional)"
    r"|optional(?: (?:line|item|extra|commitment|measure|y n|yes no))?|bau|business as usual"
    r"|(?:already )?(?:an? )?(?:service )?(?:specification|spec|contract|contractual|statutory|legal)"
    r" (?:requirement|obligation|duty)(?: y n| yes no)?"
    r"|(?:already )?(?:required by|part of|covered by|in) (?:the )?(?:service )?(?:specification|spec|contract)"
    r"(?: y n| yes no)?"
    r"|(?:(?:is|are) (?:this|it|these) |(?:do|are) you )?(?:an? )?(?:already|previously|currently) (?:being )?"
    r"(?:deliver(?:ed|ing)?|do(?:ne|ing)?|achieved|completed|provid(?:ed|e|ing)|in place|happening|under ?way)"
    r"(?: (?:this|it))?(?: y n| yes no)?"
    r"|(?:is (?:this|it) )?(?:an? )?existing(?: (?:activity|activities|provision|commitment|scheme|programme|work))?"
    r"(?: y n| yes no)?"
    r"|would (?:have )?happen(?:ed)? anyway|to be (?:deleted|removed)"
    rf"|(?:re ?)?charg(?:eable|ed)(?: (?:(?:back )?to )?(?:the )?{BUYER})?"
    rf"|(?:to be )?(?:paid(?: for)?|funded) by (?:the )?{BUYER}|at (?:a )?(?:cost|charge) to (?:the )?{BUYER})"
)
# What says so of a line that the bidder does not offer
_NOT_OFFERED = late(
    r"(?:(?:please )?(?:tick|mark|x|y|enter x|cross) (?:here )?if )?(?:(?:you|we) are |(?:it|this) is )?"
    r"(?:not (?:being )?(?:offer(?:ed|ing)|bid(?:ding)?(?: for)?|applicable|proposed|proposing|included|delivering"
    r"|delivered|committed|committing|promised|pledged)|declin(?:ed?|ing)|opt(?:ed|ing)? out|no (?:bid|offer)|n a)"
    r"(?: (?:x|tick|y n|yes no|y|yes))?"
)
# What a line waits for, where a cell says “if” or “subject to”
_CONDITIONS = rare(
    r"(?:(?:key|any|special|our) )*(?:conditions?|dependenc(?:y|ies)|caveats?|triggers?|provisos?|contingenc(?:y|ies))"
    r"(?:(?: and)? (?:conditions?|dependencies|caveats?|assumptions?|exclusions?|notes))*",
    ("condition", "dependenc", "caveat", "trigger", "proviso", "contingenc"),
)
_BESIDE = Heading("margin", "because its cells are next to the table")
_TRUTHS = frozenset((None, "", 0, 1, "0", "1"))
_REFUSING = Heading("status", "because its cells say what is not offered")


def is_waiting(text: str) -> bool:
    """Whether a heading asks what a line waits for, or which other line counts it."""
    words = normal(text)
    return any(heads.fullmatch(words) for heads in (_WAITING, _IF_TICKED, _CONDITIONS, _NOT_OFFERED))


def is_declining(text: str) -> bool:
    """Whether a heading asks for a mark where a line is not offered: ``Not offered (X)``, ``Decline?``."""
    return _NOT_OFFERED.fullmatch(normal(text)) is not None


def _tells_of_lines(column: Column, rows: list[Row]) -> bool:
    """Whether a column says what lines wait for, or by ticks which do not count: ``Duplicate?``, ``BAU?``."""
    if _CONDITIONS.fullmatch(normal(column.text)):
        return False
    return _WAITING.fullmatch(normal(column.text)) is not None or is_ticked([*cells(column, rows)])


def _place_conditions(by_field: ByField, further: list[Column], rows: list[Row]) -> None:
    """``Conditions`` over ``If the contract exceeds £1m``: the line is not promised for sure."""
    named = [column for column in further if _CONDITIONS.fullmatch(normal(column.text))]
    told = [each for each in named if any(isinstance(cell, str) and is_conditional(cell) for cell in cells(each, rows))]
    by_field.update({"condition": told[:1]} if told else {})


def place_refusals(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """A further column of texts, such as ``Our response``, in which a line is ``Not offered``, says how lines stand."""
    _place_agreed(by_field, rows)
    _place_notes(by_field, rows)
    for column in _candidates(by_field, span):
        if _takes_back(column, rows):
            by_field[free_standing(by_field, column.index)] = [column]
    further = [Column(at, text, _REFUSING) for at, text in span.unknown]
    _place_conditions(by_field, further, rows)
    waiting = [each for each in further if is_waiting(each.text) and _tells_of_lines(each, rows)]
    if waiting:
        by_field["waiting"] = waiting[:1]
    _place_margin(by_field, span, rows)


def _place_notes(by_field: ByField, rows: list[Row]) -> None:
    """``Notes`` beside ``Evidence``: the first by its name is the evidence, and all others may say how lines stand."""
    notes = sorted(by_field.get("evidence", []), key=lambda column: (column.heading.rank, column.index))
    told = [column for column in notes[1:] if _notes(column, rows)]
    by_field.update({name: [column] for name, column in zip(fields_of(NOTE), told, strict=False)})


def _notes(column: Column, rows: list[Row]) -> bool:
    """Whether a note says of its line that it is not promised, or not for sure."""
    texts = texts_at(column.index, rows)
    return bool(texts) and any(map(standings_of({NOTE: column.text})[NOTE], texts))


def _place_margin(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """A column without a heading, in or right of the table, where ``Not offered``, ``See row 12`` or ``3 x 40`` is.

    That something is yet to be confirmed it says of the line only where it says nothing else.
    """
    for at in range(widest(rows)):
        texts = set() if at in span.headed else texts_at(at, rows)
        kind = "margin" if texts and all(map(STANDINGS["margin"], texts)) else "remark"
        if any(map(STANDINGS[kind], texts)) or any(map(may_be_noted, texts)):
            by_field[next(name for name in fields_of(kind) if name not in by_field)] = [Column(at, "", _BESIDE)]


def _place_agreed(by_field: ByField, rows: list[Row]) -> None:
    """``Agreed`` over amounts, and not over yes and no, may be the quantity as well as what stands beside it."""
    agreed = [column for column in by_field.get("agreed", []) if are_amounts(column, rows)]
    agreed = [column for column in agreed if any(number_at(row, column.index) is not None for row in rows)]
    keys = keys_of(by_field)
    counts = [column for column in by_field.get("count", []) if column.index > min(keys, default=0)]
    offers = by_field.get("quantity", counts)
    for column in agreed if offers else ():
        if not set(column_at(rows, column.index)) <= _TRUTHS:
            by_field["quantity"] = [*offers, column]
            by_field.pop("agreed", None)


def _candidates(by_field: ByField, span: Span) -> Iterator[Column]:
    """The columns of unknown names, also those that stand alone, and texts beside others that describe a line."""
    yield from (Column(at, text, _REFUSING) for at, text in (*span.unknown, *_lone(span)))
    described = by_field.get("description", [])
    further = [*(described if len(described) > 1 else ()), *by_field.get("outcome", []), *by_field.get("theme", [])]
    yield from (Column(column.index, column.text, _REFUSING) for column in further)


def _lone(span: Span) -> Iterator[tuple[int, str]]:
    """The headings beyond an empty column that have no other beside them."""
    named = {column.index for column in span.columns} | dict(span.unknown).keys()
    for at in span.headed.keys() - named:
        if span.headed.keys().isdisjoint((at - 1, at + 1)):
            yield at, span.headed[at]


def _takes_back(column: Column, rows: list[Row]) -> bool:
    texts = texts_at(column.index, rows)
    words = normal(column.text).split(" ")
    said = {normal(text) for text in texts if takes_back(text)}
    if any(map(is_taken_back_by, texts)):
        return is_of_the_line(column.text)
    if said:
        return is_of_the_line(column.text) and (not said <= SAID_OF_ANYTHING or not _STANDING.isdisjoint(words))
    return not _ANSWERING.isdisjoint(words) and any(map(is_open, texts))

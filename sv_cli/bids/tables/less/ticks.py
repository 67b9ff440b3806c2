"""Owns boxes to tick: the columns of them, whatever heads them, and what says that a box is left open."""

from sv_cli.bids.cells.looks import CROSSES, TICKS, says_none
from sv_cli.bids.cells.text import folded, normal, shown_text
from sv_cli.bids.sheets.grid import Raw, Row, column_at, not_empty
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import Heading
from sv_cli.bids.tables.under.by_field import ByField, take_from
from sv_cli.bids.tables.under.held import Column, cells, is_ticked
from sv_cli.bids.terms.standing import are_standings, fields_of, is_undecided, says_no
from sv_cli.late import late

_BOXES = Heading("status", "because its cells are ticked")
_SIGNS = "".join((*TICKS, *CROSSES, "/ "))
_HEADS = frozenset(
    (
        *("tick", "ticks", "ticked", "tick box", "tickbox", "checkbox", "check box", "select", "chosen"),
        *("tick if offered", "tick if offering", "tick if included", "tick if applicable", "tick if yes", "tick here"),
        *("tick to select", "tick to include", "tick to offer", "please tick", "please tick if offered", "in bid"),
    )
)
# The words of a heading that asks whether a line is offered: one of these, and nothing that asks anything else
_OFFERING = late(
    r"commit(?:s|ted|ting|ment)?|offer(?:ed|ing)?|bid(?:ding)?|pledg(?:e|ed|ing)|promis(?:e|ed|ing)|includ(?:e|ed|ing)"
    r"|select(?:ed)?|adopt(?:ed|ing)?|choose|chosen|confirm(?:ed)?|firm|counted|accept(?:ed)?|agreed?|deliver(?:ing)?|active|live"
    r"|target(?:ed|ing)|appl(?:y|ies|icable)|relevant|valid|opt(?:ed|ing)?|scope|propos(?:e|ed|ing)|response|signed|tak(?:e|en|ing)|in"
    r"|guaranteed?|binding|contractual|deliverable|definite|certain|approv(?:e|ed|al)|authori[sz]ed|sign|keep(?:ing)?|retain(?:ed)?|tender(?:ed|ing)?|submi(?:t|tted|tting|ssion)"
    r"|proceed(?:ing)?|go|going|ahead|want(?:ed)?|able|final"
)
_BESIDE_IT = frozenset(
    (
        *("will", "you", "we", "do", "are", "is", "be", "to", "this", "these", "the", "measure", "item", "line", "yes"),
        *("no", "y", "n", "bidder", "supplier", "tenderer", "contractor", "your", "our", "please", "state"),
        *("made", "up", "out"),
        *("lot", "s", "it", "tick", "being", "toms", "tom", "target", "for", "can", "if", "so", "with"),
        *("client", "buyer", "by", "board", "director", "directors", "management", "manager", "finance", "ops"),
        *("operations", "internally", "yet", "off", "now", "still", "has", "been", "should", "contractually"),
        "legally",
    )
)
_NO_BID = (["no", "bid"], ["no", "offer"])  # ticked where a line is not offered
_CROSS = "x"
_ANSWERS = frozenset(("yes", "y", "no", "n", "in", "out"))
_SAYING_NO = frozenset(("no", "n", "out", "false", "0", _CROSS, *CROSSES))


def is_of_boxes(text: str) -> bool:
    """Whether a heading asks for a tick: ``✓``, ``Tick if offered``, ``☐/☑``."""
    bare = folded(text)
    return bool(bare) and (not bare.strip(_SIGNS) or normal(bare.strip(_SIGNS)) in _HEADS)


def asks_whether(text: str) -> bool:
    """Whether a heading asks if a line is offered: ``Commit? (Y/N)``, ``Will you deliver this?``."""
    words = normal(text).split(" ")
    if words in _NO_BID or ("out" in words and "in" not in words):
        return False
    other = [word for word in words if word not in _BESIDE_IT]
    return bool(other) and all(map(_OFFERING.fullmatch, other))


def place_ticks(by_field: ByField, rows: list[Row], *, has_years: bool) -> None:
    """A column headed “Offered?” that holds ticks or 1 and 0, beside one of amounts, says whether a line is offered."""
    candidates = by_field.get("quantity", [])
    ticked = [column for column in candidates if _say_whether(column.text, [*cells(column, rows)])]
    if ticked and "status" not in by_field and (has_years or "total" in by_field or len(ticked) < len(candidates)):
        by_field["quantity"] = [column for column in candidates if column not in ticked]
        by_field["status"] = ticked[:1]
        if not by_field["quantity"]:
            del by_field["quantity"]


def _say_whether(heading: str, held: list[Raw]) -> bool:
    """Whether cells say of each line that it is offered or is not, and no amount."""
    texts = {cell for cell in held if isinstance(cell, str) and cell}
    asked = heading.endswith("?") and asks_whether(heading) and _are_truths(held)
    return (
        asked
        or is_ticked(_settled(held))
        or (all(cell in texts or cell in (None, "") for cell in held) and are_standings(texts))
    )


def answer_whether(held: list[Raw]) -> bool:
    """Whether cells say yes and no alone, but for what is open, or some say no and few are words: ``Optional``."""
    settled = not_empty(_settled(held))
    answers = [cell for cell in settled if is_ticked([cell]) or _is_answer(shown_text(cell))]
    refused = any(shown_text(cell).strip().casefold() in _SAYING_NO or says_no(shown_text(cell)) for cell in answers)
    all_answer = bool(answers) and len(answers) == len(settled)
    return is_ticked(settled) or all_answer or (refused and len(answers) * 2 >= len(settled))


def _is_answer(text: str) -> bool:
    return normal(text).split(" ")[0] in _ANSWERS or says_none(text)


def _settled(held: list[Raw]) -> list[Raw]:
    """The cells without those that say that it is yet to be settled."""
    return [cell for cell in held if not (isinstance(cell, str) and is_undecided(cell))]


def place_boxes(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """A column that is headed as one of boxes, and holds ticks, 1 or 0 and nothing else, says what is offered.

    So does one of yes and no that asks whether a line is offered, among texts too where others describe the line.
    """
    described = by_field.get("description", [])
    named = [*by_field.get("count", []), *(described if len(described) > 1 else ())]
    asking = [column for column in named if asks_whether(column.text)]
    for column in (*(Column(at, text, _BOXES) for at, text in span.unknown), *asking):
        free = free_standing(by_field, column.index)
        boxes = free == "status" and is_of_boxes(column.text) and _are_boxes([*cells(column, rows)])
        if boxes or (asks_whether(column.text) and answer_whether([*cells(column, rows)])):
            by_field[free] = [column]
            take_out(by_field, column)


def free_standing(by_field: ByField, at: int, *kinds: str) -> str:
    """The field, of those that say how a line stands, that no column but the one ``at`` a place answers to yet."""
    names = fields_of(*(kinds or ("status", "agreed")))
    return next(name for name in names if name not in by_field or by_field[name][0].index == at)


def take_out(by_field: ByField, column: Column) -> None:
    """Let a column that was taken for a text or a count answer to neither."""
    for name in {"count", "description"} & by_field.keys():
        take_from(by_field, name, (column,))


def _are_boxes(held: list[Raw]) -> bool:
    return is_ticked([cell for cell in held if shown_text(cell) not in ("0", "1")]) or _are_truths(held)


def _are_truths(held: list[Raw]) -> bool:
    said = {shown_text(cell) for cell in held} - {""}
    return bool(said) and said <= {"0", "1"}


def open_boxes(by_field: ByField, rows: list[Row]) -> frozenset[str]:
    """What says in the column of boxes, in lower case, that one of them is left open.

    An empty box is open where others are ticked, and a cross says no where others say yes in another way.
    """
    boxes = by_field.get("status", [])
    held = column_at(rows, boxes[0].index) if boxes else []
    if len(boxes) != 1 or not _are_boxes(held):
        return frozenset()
    said = {shown_text(cell).casefold() for cell in set(held)} - {""}
    yes = said - _SAYING_NO
    return frozenset(("", _CROSS) if yes else ("",) if _CROSS in said else ())

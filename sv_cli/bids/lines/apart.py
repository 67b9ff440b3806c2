"""Owns rows that do not stand for themselves: earlier versions, parts of other lines, one of several."""

from collections.abc import Iterator, Mapping
from itertools import chain

from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.text import are_on_one_line, folded, normal, shown_text, visible
from sv_cli.bids.lines.detailed import RATE, rows_detailed, rows_spoken
from sv_cli.bids.lines.fields.refused import withdrawn
from sv_cli.bids.lines.fields.texts import LONGEST_TEXT
from sv_cli.bids.lines.shapes import shape_of, shapes_of, text_of
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.memory import MOST_KNOWN
from sv_cli.bids.sheets.grid import Row, column_at
from sv_cli.bids.tables.less.kinds import OPTION
from sv_cli.bids.tables.under.held import number_at
from sv_cli.bids.terms.codes import looked_up
from sv_cli.bids.terms.depending import depending, is_option, is_other, is_part, why_unsure
from sv_cli.bids.terms.notes import points_to
from sv_cli.late import late

REPLACED = "earlier-version-of-line"
UNPROVED = "total-mismatch"
_FIGURES = late(r"[0-9]{1,4000}")  # of more Python makes no number
_NAMED = {
    "itt": 0, "draft": 0, "original": 0, "initial": 0, "revised": 900, "updated": 900, "final": 999, "bafo": 999,
    "old": 0, "previous": 0, "superseded": 0, "current": 950, "new": 900, "latest": 999,
}  # fmt: skip
_ELSEWHERE = ("place", "year", "start", "end", "timing")

Apart = Mapping[int, Problem]
Problems = dict[int, Problem]


def rows_apart(table: Sheeted, rows: list[Row]) -> Apart:
    """What is to be said of rows that do not stand for themselves, by their numbers."""
    described = _described(table, rows)
    found = {**_alternatives(table, rows, described), **_parts(table, rows, described), **_versions(table, rows)}
    spoken = rows_spoken(table, rows) if table.layout.spoken else {}
    detailed = rows_detailed(table, rows) if table.layout.details else {}
    detailed = {number: each for number, each in detailed.items() if each.name != RATE or number not in spoken}
    return {**spoken, **detailed, **_unproved(table, rows), **found}


def _unproved(table: Sheeted, rows: list[Row]) -> Problems:
    """The lines whose total is not what it comes to by the columns beside it, as most of the others are."""
    proof = table.layout.proof
    if proof is None:
        return {}
    told = ((row, proof.comes_to(row), number_at(row, proof.total)) for row in rows)
    wrong = ((row, added, total) for row, added, total in told if added is not None and total not in (None, added))
    said = ((row, {"total": f"{total:,f}", "sum": f"{added:,f}"}) for row, added, total in wrong)
    return {row.number: Problem(UNPROVED, fields) for row, fields in said}


def _described(table: Sheeted, rows: list[Row]) -> Mapping[int, str]:
    """The descriptions that may say such a thing, by their rows' places in the list: none, as most tables have it."""
    column = table.layout.columns.get("description")
    if column is None:
        return {}
    held = table.down(rows, column.index)
    known = table.tools.desk.memory.alone  # of texts on one line
    texts = [cell for cell in held if isinstance(cell, str)]
    shapes = shapes_of(texts)
    if shapes is not None and shapes <= known:
        return {}
    if not are_on_one_line(texts):
        held = [folded(cell) if isinstance(cell, str) else cell for cell in held]
        shapes = shapes_of([cell for cell in held if isinstance(cell, str)])
    new = (shapes or set()) - known
    saying = {shape_of(text) for text in depending([*map(text_of, new)])} if new else set()
    if len(known) < MOST_KNOWN:
        known |= new - saying
    if not saying:
        return {}
    lines = ((n, cell) for n, cell in enumerate(held) if isinstance(cell, str) and shape_of(cell) in saying)
    return {n: cell[:LONGEST_TEXT] for n, cell in lines}


def _parts(table: Sheeted, rows: list[Row], described: Mapping[int, str]) -> Problems:
    """The lines that another one counts, by their own words: ``of which: apprentices``; and those that are not sure."""
    found: Problems = {}
    for n, text in described.items():
        unsure = why_unsure(text)
        if unsure:
            found[rows[n].number] = withdrawn(unsure)
        elif is_part(text) and not points_to(text, shown_text(table.raw(rows[n], "reference"))):
            found[rows[n].number] = Problem("part-of-another", {"text": visible(text)[:80]})
    return found


def _alternatives(table: Sheeted, rows: list[Row], described: Mapping[int, str]) -> Problems:
    """The lines on both sides of an ``or``, and those that are headed as options."""
    found: Problems = {}
    between = {n for n, text in described.items() if is_other(text)} | _lone(table, rows)
    for n in between:
        alone = normal(" ".join(shown_text(cell) for cell in rows[n].cells)) in ("or", "or or")
        _either(table, rows, n - 1, n + alone, found)
    options = [n for n, text in described.items() if is_option(text)]
    for n in options[1:]:
        _either(table, rows, options[0], n, found)
    return found


def _lone(table: Sheeted, rows: list[Row]) -> set[int]:
    """The rows with nothing but an ``or`` for a reference."""
    column = table.layout.columns.get("reference")
    at = -1 if column is None else column.index
    held = column_at(rows, at)
    names = {cell for cell in set(held) if isinstance(cell, str) and normal(cell) == "or"}
    return {n for n, cell in enumerate(held) if cell in names} if names else set()


def _either(table: Sheeted, rows: list[Row], one: int, other: int, found: Problems) -> None:
    for at, beside in ((one, other), (other, one)):
        if 0 <= at < len(rows) and 0 <= beside < len(rows):
            found[rows[at].number] = Problem("one-of-several", {"other": table.grid.line(rows[beside].number)})


def _versions(table: Sheeted, rows: list[Row]) -> Problems:
    """The lines that a later version replaces, or that another option may, where a column tells these."""
    field = next((name for name in ("version", OPTION) if name in table.layout.columns), "")
    if not field:
        return {}
    same: dict[tuple[str, ...], list[tuple[str, Row]]] = {}
    for row in rows:
        version = shown_text(table.raw(row, field))
        reference = shown_text(table.raw(row, "reference")) or shown_text(table.raw(row, "description"))
        if version and reference:
            key = (looked_up(reference) or "", *(shown_text(table.raw(row, field)) for field in _ELSEWHERE))
            same.setdefault(key, []).append((version, row))
    return {number: problem for lines in same.values() for number, problem in _replaced(table, lines, field)}


def _replaced(table: Sheeted, lines: list[tuple[str, Row]], field: str) -> Iterator[tuple[int, Problem]]:
    """Lines that a later version with the same text replaces, and lines that another version may replace."""
    if len({version for version, _ in lines}) == 1:
        return
    ranks = {version: () if field == OPTION else _rank(version) for version, _ in lines}
    newest = max(lines, key=lambda line: ranks[line[0]])
    newest_of: dict[str, tuple[str, Row]] = {}  # by what they say
    for version, row in lines:
        later = newest_of.setdefault(_said_of(table, row), (version, row))
        if ranks[version] > ranks[later[0]]:
            newest_of[_said_of(table, row)] = version, row
    for version, row in lines:
        if ranks[version] == ranks[newest[0]] and ranks[version]:
            continue
        newer, other = newest_of[_said_of(table, row)]
        if ranks[newer] > ranks[version] > ():
            fields = {"version": visible(version)[:40], "newer": visible(newer)[:40]}
            yield row.number, Problem(REPLACED, {**fields, "row": table.grid.line(other.number)})
        else:
            other = next(each for _, each in chain((newest,), lines) if each is not row)
            yield row.number, Problem("one-of-several", {"other": table.grid.line(other.number)})


def _said_of(table: Sheeted, row: Row) -> str:
    return normal(shown_text(table.raw(row, "description")))


def _rank(version: str) -> tuple[int, ...]:
    """What orders versions: their numbers, their letter or what they are called; nothing where that is not told."""
    words = normal(version).split(" ")
    named = [_NAMED[word] for word in words if word in _NAMED]
    letter = words[-1]
    if len(letter) == 1 and letter.isalpha():
        return (ord(letter),)
    return (*map(int, _FIGURES.findall(version)),) or tuple(named)

"""Owns rows that do not stand for themselves: earlier versions, parts of other lines, one of several."""

import re
from collections.abc import Callable, Iterator, Mapping

from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.text import folded, normal, shown_text, visible
from sv_cli.bids.records import Sheeted
from sv_cli.bids.sheets.grid import Row

REPLACED = "earlier-version-of-line"
_LEAD = r"[\s\-\u2013\u2014\u2022*>(\u21b3]*"
_PART = re.compile(rf"{_LEAD}(?:(?:of which|of these|of those|thereof)\b|(?:including|incl\.?) ?[0-9:])", re.IGNORECASE)
_WITHIN = re.compile(
    r"[(\[,\-\u2013\u2014] ?(?:already )?"
    r"(?:(?:included|counted) (?:in|under|within|above|elsewhere)|part of (?:the )?(?:line )?above)\b[^()\[\]]*[)\]]?$",
    re.IGNORECASE,
)
_OR = re.compile(rf"{_LEAD}(?:or|alternatively)\b", re.IGNORECASE)
_OPTION = re.compile(rf"{_LEAD}(?:option|alternative) (?:[a-e]|[1-9])\b", re.IGNORECASE)
_FIGURES = re.compile(r"[0-9]+")
_NAMED = {"draft": 0, "original": 0, "initial": 0, "revised": 900, "updated": 900, "final": 999, "bafo": 999}
_ELSEWHERE = ("place", "year", "start", "end", "timing")

Apart = Mapping[int, Problem]
Problems = dict[int, Problem]


def rows_apart(table: Sheeted, rows: list[Row]) -> Apart:
    """What is to be said of rows that do not stand for themselves, by their numbers."""
    return {**_alternatives(table, rows), **_parts(table, rows), **_versions(table, rows)}


def _matching(table: Sheeted, rows: list[Row], fields: tuple[str, ...], wanted: Callable[[str], object]) -> list[int]:
    """The places in the list of the rows with such a text in one of the columns."""
    found: set[int] = set()
    for column in {table.layout.columns[field].index for field in fields if field in table.layout.columns}:
        held = {row.cells[column] for row in rows if column < len(row.cells)}
        texts = {text for text in held if isinstance(text, str) and text and wanted(text)}
        if texts:
            found.update(n for n, row in enumerate(rows) if column < len(row.cells) and row.cells[column] in texts)
    return sorted(found)


def _says_part(text: str) -> bool:
    return _PART.match(text) is not None or (
        ("in" in text or "above" in text) and _WITHIN.search(folded(text).rstrip(".")) is not None
    )


def _parts(table: Sheeted, rows: list[Row]) -> Problems:
    """The lines that say that another one counts them: ``of which: apprentices``, ``… (included in NT1)``."""
    text = {
        n: shown_text(table.raw(rows[n], "description")) for n in _matching(table, rows, ("description",), _says_part)
    }
    return {rows[n].number: Problem("part-of-another", {"text": visible(said)[:80]}) for n, said in text.items()}


def _alternatives(table: Sheeted, rows: list[Row]) -> Problems:
    """The lines on both sides of an ``or``, and those that are headed as options."""
    found: Problems = {}
    for n in _matching(table, rows, ("reference", "description"), _OR.match):
        alone = normal("".join(shown_text(cell) for cell in rows[n].cells)) in ("or", "oror")
        for one, other in ((n - 1, n + alone), (n + alone, n - 1)):
            if 0 <= one < len(rows) and 0 <= other < len(rows):
                found[rows[one].number] = Problem("one-of-several", {"other": str(rows[other].number)})
    options = _matching(table, rows, ("description",), _OPTION.match)
    for n in options if len(options) > 1 else ():
        other = options[0] if n != options[0] else options[1]
        found[rows[n].number] = Problem("one-of-several", {"other": str(rows[other].number)})
    return found


def _versions(table: Sheeted, rows: list[Row]) -> Problems:
    """The lines that a later version replaces, where a column tells their versions."""
    if "version" not in table.layout.columns:
        return {}
    same: dict[tuple[str, ...], list[tuple[str, Row]]] = {}
    for row in rows:
        version = shown_text(table.raw(row, "version"))
        reference = shown_text(table.raw(row, "reference")) or shown_text(table.raw(row, "description"))
        if version and reference:
            key = (reference, *(shown_text(table.raw(row, field)) for field in _ELSEWHERE))
            same.setdefault(key, []).append((version, row))
    return {number: problem for lines in same.values() for number, problem in _replaced(table, lines)}


def _replaced(table: Sheeted, lines: list[tuple[str, Row]]) -> Iterator[tuple[int, Problem]]:
    """Of lines that may be one promise: those that one of the same text replaces, and those that another one may."""
    if len({version for version, _ in lines}) == 1:
        return
    ranks = {version: _rank(version) for version, _ in lines}
    newest = max(lines, key=lambda line: ranks[line[0]])
    for version, row in lines:
        if ranks[version] == ranks[newest[0]] and ranks[version]:
            continue
        texts = _said_of(table, row)
        later = [line for line in lines if ranks[line[0]] > ranks[version] > () and _said_of(table, line[1]) == texts]
        if later:
            newer, other = max(later, key=lambda line: ranks[line[0]])
            fields = {"version": visible(version)[:40], "newer": visible(newer)[:40], "row": str(other.number)}
            yield row.number, Problem(REPLACED, fields)
        else:
            other = next(each for _, each in (newest, *lines) if each is not row)
            yield row.number, Problem("one-of-several", {"other": str(other.number)})


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

"""Owns what notes around a table say of some of its lines: ``* per annum`` of those that bear the mark, or by code."""

import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import islice, takewhile

from msgspec import Struct

from sv_cli.bids.cells.figures import plain_number
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.sheets.grid import Row, filled_cells
from sv_cli.bids.tables.statements import Section, section_of
from sv_cli.bids.terms.codes import looked_up
from sv_cli.bids.terms.corrections import agrees, corrects, may_correct
from sv_cli.bids.terms.footnotes import FOOTNOTES, bears, footnotes_of
from sv_cli.bids.terms.names import CODE, LINE
from sv_cli.bids.terms.notes import is_not_meant
from sv_cli.bids.terms.rates import basis_of, is_rate
from sv_cli.bids.terms.standing import is_conditional
from sv_cli.bids.terms.titles import is_unpromised
from sv_cli.late import late

_FARTHEST = 12  # rows from the sheet's end in which footnotes stand
_ROW = "row "
_DIGITS = 3
_FEW = 2  # cells of a footnote: a mark and its text
_YEARLY = ("annual figure", "yearly figure")
_LONGEST = 160
_NAME = rf"(?:{LINE}|[a-z][a-z0-9-]+\.[a-z0-9][a-z0-9-]+)"  # or an id of the library
_NAMING = late(
    rf"\W*(?:(?:please )?note:?(?: that)? |n\.?b\.?:? )?(?P<names>{_NAME}(?:(?:,|,? and| &) {_NAME})*)"
    r"(?: (?:is|are|was|were|has been|have been|will be))?[ :\u2013\u2014-]+(?P<said>.*)",
    re.IGNORECASE,
)
_NAMES = late(rf"\b{_NAME}\b", re.IGNORECASE)
_SEVERAL = late(
    r"\b(row|line|item)s? ?([0-9]{1,4})((?:(?:,? and |, ?| ?& ?| to | ?[-\u2013] ?)[0-9]{1,4}\b)+)", re.IGNORECASE
)
_CLAUSES = late(
    r"[;.,] (?:and |but |while |whereas )?(?=[a-z])|,? (?:and|but|while|whereas) (?=(?:line|row|item)s? ?[0-9])",
    re.IGNORECASE,
)
_ARTICLE = late(r"^(?:(?:an?|the|all|for) )+(?=[a-z])", re.IGNORECASE)
_FURTHER = late(r"([^0-9]+)([0-9]+)")
_UNTIL = ("to", "-", "\u2013")
_NUMBERED = late(rf"(?!{CODE})([a-z]+?)s? ?([0-9]+)", re.IGNORECASE)
# Behind which a note on amounts may go on with another
_MORE = late(r"[,;:(]|\.\s|\s[\u2013\u2014-]\s")
_BEARING = ("reference", "description", "unit", "quantity")


class Footnote(Struct, frozen=True):
    """What a footnote says of the lines with its mark: of their amounts, and ``aside`` where they are not promised.

    What ``corrects`` says holds of lines that do not say so already.
    """

    head: Section | None = None
    aside: str = ""
    corrects: str = ""


Footnotes = Mapping[str, Footnote]


def telling_footnotes(table: Sheeted) -> Footnotes:
    """The footnotes at the sheet's end that say something of lines, by their marks; most sheets have none.

    Those of a table that goes on on other sheets may stand at the end of any of them.
    """
    begun = [row for rows in (table.grid.rows, *table.pages) for row in _begun(rows)]
    found: dict[str, Footnote] = {}
    for mark, said in footnotes_of(begun).items() if begun else ():
        head = section_of(said, table.layout, table.years, starts=table.start is not None) or _rate_of(said, table)
        alone = head is not None and not _MORE.search(said)
        aside = f"{mark} {said}" if is_unpromised(said) or (is_conditional(said) and not alone) else ""
        if head is not None or aside:
            found[mark] = Footnote(head, aside)
    return {**found, **_named(table)}


def _named(table: Sheeted) -> Footnotes:
    """What texts that stand alone say of lines that they name: ``NT29 is subject to board approval``."""
    rows = table.grid.rows
    found: dict[str, Footnote] = {}
    around = map(filled_cells, (*rows[:_FARTHEST], *rows[max(_FARTHEST, len(rows) - _FARTHEST) :]))
    texts = (*(alone[0] for alone in around if len(alone) == 1), *table.texts)
    notes = [folded(text) for text in texts if isinstance(text, str) and len(text) <= _LONGEST]
    for note, part in [(each, part) for each in notes for part in _parts(each)]:
        naming = _SEVERAL.sub(_each, part)
        named = _NAMING.match(naming)
        said = named["said"] if named else ""
        if named:
            found.update(_paced(note, _keys(named["names"]), said, table))
        within = named or (_NAMING.search(naming) if may_correct(part) else None)
        right = within["said"] if within and corrects(within["said"]) else ""
        if right or (named and (is_unpromised(said) or is_conditional(said))) or is_not_meant(said or naming):
            names = _keys(within["names"] if within else naming)
            found.update(dict.fromkeys(names, Footnote(aside=note, corrects=right)))
    return found


def _parts(note: str) -> list[str]:
    """What a note says of one line and the next, where each part names its own; else all of it as one."""
    parts = _CLAUSES.split(note.strip(" .*"))
    return parts if all(_NAMING.match(_SEVERAL.sub(_each, part)) for part in parts) else [note]


def _keys(names: str) -> list[str]:
    return [_numbered(name) or str(looked_up(name)) for name in _NAMES.findall(names)]


def _paced(note: str, names: list[str], said: str, table: Sheeted) -> dict[str, Footnote]:
    """The lines of which a note says how often they fall, and nothing else: ``Line 2 is per year``.

    A row's number may be the sheet's, or its place.
    """
    bare = _ARTICLE.sub("", said.rstrip(" .*"))
    told = basis_of(bare) in ("year", "once") or is_rate(normal(bare))
    basis = _basis_of(bare, table) if told else ""
    bases = {name: "?" if name.startswith(_ROW) and basis == "year" else basis for name in names if basis}
    return {name: Footnote(Section(note, basis=each)) for name, each in bases.items()}


def _each(several: re.Match[str]) -> str:
    """Each of several lines by a name of its own: ``line 1 and line 2`` for ``lines 1 and 2``."""
    numbers = [int(several[2])]
    for sign, number in _FURTHER.findall(several[3]):
        numbers += range(numbers[-1] + 1, int(number) + 1) if sign.strip() in _UNTIL else (int(number),)
    return " and ".join(f"{several[1]} {number}" for number in dict.fromkeys(numbers))


def _numbered(name: str) -> str:
    """The key of a line that is named by its number, ``""`` for one named by a code."""
    number = _NUMBERED.fullmatch(name)
    if number is None:
        return ""
    return f"{_ROW if number[1].casefold() == 'row' else 'line '}{number[2]}"


def _begun(rows: list[Row]) -> list[Row]:
    last = islice(reversed(rows), _FARTHEST)  # others may stand below them: whom to ask, a declaration
    begun = [row for row in last if _begins(next(filter(None, row.cells), None)) and len(filled_cells(row)) <= _FEW]
    return begun[::-1]


def numbers_of(table: Sheeted, rows: list[Row]) -> Mapping[int, int]:
    """The numbers that lines begin with, by their rows; none where two have the same, as those of a lot have."""
    numbers = {row.number: number for row in rows if (number := _own_number(table, row))}
    return numbers if len(set(numbers.values())) == len(numbers) else {}


def _own_number(table: Sheeted, row: Row) -> int:
    """The whole number that a row begins with, unless it is an amount, or a year; 0 for none."""
    at, first = next(((at, cell) for at, cell in enumerate(row.cells) if cell not in (None, "")), (0, None))
    if at in table.layout.amount_columns() or isinstance(first, bool):
        return 0
    text = str(first).strip().removesuffix(".0").rstrip(".")
    return int(text) if len(text) <= _DIGITS and text.isascii() and text.isdigit() else 0


def footnote_of(table: Sheeted, row: Row, place: int, footnotes: Footnotes) -> Footnote:
    """What is said of a row by the mark that one of its cells bears; of one behind a reference that is told there.

    ``Line 2`` is one by its ``place`` among the lines, or its number, and ``row 2`` may be the sheet's row as well.
    """
    if not footnotes:
        return Footnote()
    code = looked_up(table.words(row, "reference")) or ""
    for named in (code, f"{_ROW}{row.number}", f"{_ROW}{place}", f"line {place}"):
        if named in footnotes:
            said = footnotes[named]
            return Footnote() if said.corrects and agrees(said.corrects, _amount(table, row)) else said
    texts: list[tuple[str, object]] = [(name, table.words(row, name)) for name in _BEARING]
    texts += [("description", table.at(row, column.index)) for column in table.layout.details]
    marks = [*takewhile(lambda each: each.startswith(FOOTNOTES), footnotes)]  # before the names, which may be many
    for name, text in texts:
        mark = next((each for each in marks if bears(text, each)), "")
        if mark:
            found = footnotes[mark]
            return Footnote(found.head) if name == "reference" else found
    return Footnote()


def _amount(table: Sheeted, row: Row) -> Decimal | None:
    """The quantity of a row where it is a plain number."""
    column = table.layout.counted()
    return None if column is None else plain_number(table.at(row, column.index))


def _rate_of(said: str, table: Sheeted) -> Section | None:
    """What ``Annual figure`` says of an amount, where no column says how often it falls."""
    basis = _basis_of(said, table) if is_rate(normal(said)) else ""
    return Section(said, basis=basis) if basis else None


def _basis_of(said: str, table: Sheeted) -> str:
    """How often an amount falls of which no column says it, by words that say nothing else: ``year`` or ``once``."""
    column = table.layout.counted()
    if column is None or column.heading.per or table.layout.years:
        return ""
    return "year" if normal(said) in _YEARLY else basis_of(said)


def _begins(cell: object) -> bool:
    return isinstance(cell, str) and cell.lstrip().startswith(FOOTNOTES)

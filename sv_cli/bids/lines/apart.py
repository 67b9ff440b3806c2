"""Owns rows that do not stand for themselves: earlier versions, parts of other lines, one of several."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.text import folded, normal, shown_text, visible
from sv_cli.bids.lines.detailed import rows_detailed
from sv_cli.bids.lines.shapes import shape_of, shapes_of, text_of
from sv_cli.bids.records import Sheeted
from sv_cli.bids.sheets.grid import Row, column_at
from sv_cli.bids.tables.less.kinds import OPTION
from sv_cli.bids.tables.under.held import number_at
from sv_cli.bids.terms.notes import points_to
from sv_cli.late import late

REPLACED = "earlier-version-of-line"
UNPROVED = "total-mismatch"
_LEADING = " \t*>(-\u2013\u2014\u2022\u21b3"
_LEAD = f"[{_LEADING}]*".replace("-", "\\-")
_PART_OF = (
    rf"^{_LEAD}(?:(?:of which|of these|of those|thereof)\b|(?:including|incl\.?) ?[0-9:]"
    r"|(?:already )?included (?:in|under|with|within) (?:the )?(?:row|line|item|above)\b)"
)
_WITHIN = (
    "[(\\[,\\-\u2013\u2014] ?(?:already )?"
    r"(?:(?:included|incl\.?|inc\.|counted) (?:above|elsewhere|(?:in|under|within|with) (?:the )?"
    r"(?:above|(?:row|line|item|total|ref)s?\b|[a-z]{1,6} ?[0-9]))|part of (?:the )?(?:line )?above\b)"
    r"[^()\[\]]*[)\]]?\.?$"
)
# “Reading buddies (included in the mentoring above)”
_WITHIN_NAMED = (
    "[(\\[,\\-\u2013\u2014] ?(?:already |also )?"
    r"(?:(?:included|incl\.?|inc\.|counted) (?:in|under|within|with)|part of)"
    r" (?:[a-z0-9\-]+ ){1,5}above[)\]]?\.?$"
)
# A milestone on the way to what the line above promises: “By end of year 1”
_ON_THE_WAY = (
    rf"^{_LEAD}(?:to be (?:delivered|achieved|done|reached) )?by (?:the )?(?:end of )?(?:contract |financial )?"
    r"(?:year|yr|month|quarter|q|y) ?[0-9]{1,2}$"
)
# What is said of another line instead of what is promised: “See NT8”, “As NT8 above”, “Covered by line 4”
_OTHER_CODE = r"(?-i:[A-Z]{1,4} ?[0-9]{1,3}[a-z]?(?:\.[0-9]{1,2})?|[a-z]{3,20}\.[a-z]{3,20}(?:-[a-z]+)*)"
_POINTER = (
    r"^(?:please )?(?:see|refer to|same as|as(?: per| for| in| under| with)?|(?:included|covered|counted)"
    r" (?:by|in|under|with|within|against)|part of) (?:also )?(?:the )?"
    rf"(?:(?:rows?|lines?|items?|refs?|measures?) (?:[0-9]{{1,4}}|above|below|{_OTHER_CODE})|{_OTHER_CODE})"
    r"(?: (?:above|below))?\.?$"
)
_NO_POINTER = r"(?!.*(?-i:\b(?:LOT|YEAR|YR|TAB|PAGE|PP?|SEC|APP|DAY|Y|Q) ?[0-9]))"
_OR = rf"^{_LEAD}(?:or|alternatively)\b"
_OPTION = rf"^{_LEAD}(?:option|alternative) (?:[a-e]|[0-9])\b"
# “60 hours if we win both lots”, and “We hope to give 60 hours”
_IF_LOTS = (
    r"\bif (?:[a-z]+ ){0,4}(?:(?:both|all|two|three|several|other|more than one)(?: of)?(?: the)? lots?"
    r"|(?:win|won|awarded|successful)(?: [a-z]+){0,2} lots? (?:[0-9]|[a-z]\b))"
)
_WISH = r"(?:(?:(?:would|will) )?(?:aspire|hope|wish|endeavour)|would (?:like|love)) to"
_MIGHT = (
    r"(?:may|might|could) (?:also )?"
    r"(?:be able to|offer|provide|give|deliver|host|run|support|help|volunteer|fund|donate|arrange)"
)
_WISHED = rf"^{_LEAD}(?:we|our (?:staff|team|people)) (?:{_WISH}|{_MIGHT})\b"
# “40 hours across all our contracts”, “Repairs paid for by the council”, “Talks - contractual requirement”
_BUYER = r"(?:the )?(?:council|client|authority|buyer|trust|customer)"
_NOT_HERE = (
    r"\b(?:across|over|for) (?:(?:all(?: of)? )?our (?:whole |entire |other )?(?:contracts|company|group|business)"
    r"|all(?: of)? our (?:clients|projects))\b|[(\[] ?shared with [^()\[\]]*[)\]]"
    r"|\b(?:of which|including|less|minus)(?: [a-z0-9,.]+){0,3} already (?:been )?"
    r"(?:delivered|done|completed|provided|given|achieved)\b"
    r"|\b(?:as|like) in our (?:current|existing|previous|last) contract\b|\bdelivered last year\b"
    r"|^last year (?:our|we)\b"
    r"|^continu(?:e|ing|ation of) (?:with )?our (?:existing|current)\b"
    rf"|\b(?:paid(?: for)?|funded) by {_BUYER}(?:$|[.,;)\]]| (?:as|and|at|under|through|via)\b)"
    rf"|\b(?:re)?charged (?:at cost|(?:back )?to {_BUYER})\b|\b(?:billed|invoiced) to {_BUYER}\b"
    r"|\b(?:delivered|given|done|provided|already running) (?:through|on|under|via|as part of) our"
    r" (?:[a-z']+ ){1,3}contract(?:$|[.,;)\]])"
    r"|\b(?:if|where|when) (?:our |the )?(?:resources?|fund(?:s|ing)|budgets?|capacity|time|demand|staffing|numbers"
    r"|workloads?) (?:allows?|permits?)\b"
    "|[(,;\\-\u2013\u2014] ?(?:if|where|when|once) (?:our |the )?"
    r"(?:resources?|fund(?:s|ing)|budgets?|capacity|staffing) (?:is|are)"
    r" (?:available|sufficient|secured|approved|found)\b"
    "|[(,;\\-\u2013\u2014] ?subject to (?:[a-z]+ ){0,2}(?:fund(?:s|ing)|resources?|resourcing|capacity|availability"
    r"|budgets?|demand|approval|planning permission)[)\]]?\.?$"
    r"|\b(?:brought|carried|rolled) (?:forward|over) from\b"
    rf"|^{_LEAD}(?:[a-z]+ ){{0,3}}(?:staff|employees|people|workers|posts|jobs|teams?)"
    r" (?:who |to |will |being |be ){0,2}transfer(?:s|red|ring)? (?:[a-z]+ ){0,2}under tupe\b"
    r"|\b(?:as|is|already)(?: a)? part of the (?:service )?specification\b"
    "|[(\\-\u2013\u2014] ?(?:already )?(?:an? )?(?:contractual|contract|specification) (?:requirement|obligation)\\b"
    r"|\bif the contract (?:value )?(?:exceeds|is (?:above|over|worth more than))\b"
)
# What others still have to do or give: “provided that the schools agree”, “depending on take-up”, “as long as it lasts”
_GRANTED = (
    r"(?:(?:the|our|local|all|each|every|partner|they|it|we|you|schools?|clients?|council|sites?|access|funding|demand"
    r"|permission|numbers|enough|sufficient|volunteers?) ){1,3}"
    r"(?:agrees?|signs? up|allows?|permits?|confirms?|joins?|consents?|approves?|holds?|lasts?|continues?|remains?"
    r"|(?:is|are) (?:available|agreed|granted|found|secured|willing|approved|enough|in place|there))"
)
_WAITING = (
    rf"\b(?:provided|providing|assuming|so long as|as long as)(?: that)? {_GRANTED}\b"
    r"|\b(?:depending|dependent|contingent|conditional) (?:up)?on (?:[a-z']+ ){0,2}(?:take[- ]?up|uptake|demand"
    r"|interest|funding|numbers|availability|access|award|approval|agreement|need|weather|permission)\b"
    r"|\bif (?:there is|there's) (?:enough |sufficient |any )?(?:demand|interest|need|funding)\b"
    r"|\bif (?:the )?demand is (?:there|sufficient|high enough)\b"
    "|[(,\\-\u2013\u2014] ?max(?:imum)?\\.?[)\\]]?\\.?$"
    r"|[0-9] ?[a-z]+ (?:max(?:imum)?\.?|at most)(?:[)\],;.]|$| (?:of|at|for|in|to|by|with|across|over)\b)"
)
_OF_WAITING = (
    *("provided ", "providing ", "assuming ", "long as ", "depending ", "dependent ", "contingent ", "conditional "),
    *("if there", "demand is", "max)", "maximum)", " max", " at most"),
)
_OF_NOT_HERE = (
    *("all our", "all of our", "our whole", "our entire", "our other", "our contracts", "our company", "our group"),
    *("our business", "shared with", "in our ", "last year", "continu"),
    *("paid by ", "paid for by ", "funded by", "charged ", "specification"),
    *(" requirement", " obligation", "exceeds", "contract is", "value is"),
    *("billed to", "invoiced to", " contract", " allow", " permit", "available", "sufficient", "secured", "approved"),
    *(" already ", "is found", "are found", "subject to", "forward from", "over from", "under tupe"),
)
_IF_EXTENDED = r"\bif (?:the )?(?:contract |option |term )?(?:is )?(?:extended|exercised)\b"
# What is wished for, and is no amount: “We hope to inspire pupils with 40 hours of talks”
_OF_OUTCOMES = (
    r"(?! (?:inspire|raise (?:aspirations|awareness|ambitions)|be an?|make a|encourage|strengthen|leave an?|invite"
    r"|thank|change|show|work (?:with|closely)|welcome)\b(?!(?: (?!with\b|through\b|by\b)[a-z']+){0,2} [0-9]))"
)
# What may say in a description that the row does not stand for itself, without look-around, which not every engine has
DEPENDING = (
    f"{_PART_OF}|{_ON_THE_WAY}|{_WITHIN}|{_WITHIN_NAMED}|{_POINTER}|{_OR}|{_OPTION}"
    f"|{_IF_LOTS}|{_IF_EXTENDED}|{_WISHED}|{_NOT_HERE}|{_WAITING}"
)
_DEPENDING = late(DEPENDING, re.IGNORECASE)
_IS_PART = late(f"{_PART_OF}|{_ON_THE_WAY}|{_WITHIN}|{_WITHIN_NAMED}|{_NO_POINTER}{_POINTER}", re.IGNORECASE)
_IS_UNSURE = late(f"{_IF_LOTS}|{_IF_EXTENDED}|{_NOT_HERE}|{_WAITING}|{_WISHED}{_OF_OUTCOMES}", re.IGNORECASE)
_IS_OTHER, _IS_OPTION = late(_OR, re.IGNORECASE), late(_OPTION, re.IGNORECASE)
_BEGINNINGS = frozenset(("of", "or", "th", "in", "al", "op", "we", "ou", "by", "to"))
_LONGEST_POINTER = 40
_POINTERS = frozenset(("se", "re", "sa", "as", "in", "co", "pa", "pl"))  # how one begins, and much else that is long
POINTING = "^(?:please |see |refer |same |as |covered |counted |part )"
# In what holds no sign, and does not begin so
OF_IFS = (" lot", " extended", " exercised", *_OF_NOT_HERE, *_OF_WAITING)
_WITHIN_OTHERS = ("incl", "inc.", "counted", "part of", *OF_IFS)
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
    detailed = rows_detailed(table, rows) if table.layout.details else {}
    return {**detailed, **_unproved(table, rows), **found}


def _unproved(table: Sheeted, rows: list[Row]) -> Problems:
    """The lines whose total is not what it comes to by the columns beside it, as most of the others are."""
    proof = table.layout.proof
    if proof is None:
        return {}
    told = ((row, proof.comes_to(row), number_at(row, proof.total)) for row in rows)
    wrong = ((row, added, total) for row, added, total in told if added is not None and total not in (None, added))
    return {row.number: Problem(UNPROVED, {"total": f"{total:f}", "sum": f"{added:f}"}) for row, added, total in wrong}


def _described(table: Sheeted, rows: list[Row]) -> Mapping[int, str]:
    """The descriptions that may say such a thing, by their rows' places in the list: none, as most tables have it."""
    column = table.layout.columns.get("description")
    if column is None:
        return {}
    held = column_at(rows, column.index)
    may_say = _glance([cell for cell in held if isinstance(cell, str)])
    if may_say is None:
        return {}
    maybe = [(n, cell) for n, cell in enumerate(held) if isinstance(cell, str) and may_say(cell)]
    saying = {shape for shape in {shape_of(cell) for _, cell in maybe} if _DEPENDING.search(text_of(shape))}
    return {n: folded(cell) for n, cell in maybe if shape_of(cell) in saying} if saying else {}


def _glance(texts: list[str]) -> Callable[[str], bool] | None:
    """A quick look at a text for what may say such a thing; None where none of the texts does."""
    shapes = shapes_of(texts) or set()
    alike = [*map(text_of, shapes)] if shapes else texts
    begun = {letters for letters in {text[:2] for text in alike} if _may_begin(letters)}
    short = {text[:2] for text in alike if len(text) <= _LONGEST_POINTER}
    pointing = {letters for letters in short if letters.casefold() in _POINTERS}
    together = "\n".join(alike).casefold()
    within = [word for word in _WITHIN_OTHERS if word in together]
    if not begun and not within and not pointing:
        return None
    signs = {letters[:1] for letters in begun if letters[:1] in _LEADING}  # behind which a digit may stand

    def may_say(text: str) -> bool:
        letters = text[:2]
        if letters in begun or text[:1] in signs or (letters in pointing and len(text) <= _LONGEST_POINTER):
            return True
        return bool(within) and any(map(text.casefold().__contains__, within))

    return may_say


def _may_begin(letters: str) -> bool:
    return letters[:1] in _LEADING or letters.casefold() in _BEGINNINGS


def _parts(table: Sheeted, rows: list[Row], described: Mapping[int, str]) -> Problems:
    """The lines that another one counts, by their own words: ``of which: apprentices``; and those that are not sure."""
    found: Problems = {}
    for n, text in described.items():
        unsure = _IS_UNSURE.search(text)
        if unsure:
            found[rows[n].number] = Problem("line-withdrawn", {"text": visible(unsure[0])[:80]})
        elif _IS_PART.search(text) and not points_to(text, shown_text(table.raw(rows[n], "reference"))):
            found[rows[n].number] = Problem("part-of-another", {"text": visible(text)[:80]})
    return found


def _alternatives(table: Sheeted, rows: list[Row], described: Mapping[int, str]) -> Problems:
    """The lines on both sides of an ``or``, and those that are headed as options."""
    found: Problems = {}
    between = {n for n, text in described.items() if _IS_OTHER.match(text)} | _lone(table, rows)
    for n in between:
        alone = normal(" ".join(shown_text(cell) for cell in rows[n].cells)) in ("or", "or or")
        _either(table, rows, n - 1, n + alone, found)
    options = [n for n, text in described.items() if _IS_OPTION.match(text)]
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
            key = (reference, *(shown_text(table.raw(row, field)) for field in _ELSEWHERE))
            same.setdefault(key, []).append((version, row))
    return {number: problem for lines in same.values() for number, problem in _replaced(table, lines, field)}


def _replaced(table: Sheeted, lines: list[tuple[str, Row]], field: str) -> Iterator[tuple[int, Problem]]:
    """Of lines that may be one promise: those that one of the same text replaces, and those that another one may."""
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

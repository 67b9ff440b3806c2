"""Owns the marks of footnotes behind a reference, such as ``NT17*``, and the footnotes that they stand for."""

import re
from collections.abc import Iterable
from decimal import Decimal
from math import prod

from sv_cli.bids.cells.figures import NUMBER, values_in
from sv_cli.bids.cells.text import folded
from sv_cli.bids.sheets.grid import Row, filled_cells
from sv_cli.bids.terms.codes import is_library_id, is_measure_code
from sv_cli.late import late

FOOTNOTES = tuple("*\u2020\u2021\u00a7\u00b9\u00b2\u00b3")
"""What a reference with such a mark begins or ends with."""
_MARK = r"[*\u2020\u2021\u00a7]{1,3}|[\u00b9\u00b2\u00b3]"
_MARKED = late(rf"(?P<code>.*[A-Za-z0-9])\s*(?P<mark>{_MARK})|(?P<before>{_MARK})\s*(?P<of>[A-Za-z].*)")

# What a footnote may say of the amount that bears its mark, besides who does it, where, how and for whom
_QUALIFYING = late(
    r"[0-9%£?]|\b(?:about|approx\w*|around|average\w*|circa|estimat\w*|forecast\w*|guess\w*|indicative|likely|projected"
    r"|rounded|draft|max(?:imum)?|min(?:imum)?|least|most|up|under|over (?!the )|more|less|fewer|than|between"
    r"|range|only|not|no|nor"
    r"|except\w*|exclud\w*|includ\w*|incl|excl|inc|exc|plus|minus|net|gross|part|half|third|quarter\w*|share\w*|both|all"
    r"|each|every|per|lots?|sites?|contracts|group|national|figures?|numbers?|amounts?|quantit\w*|hours|days|weeks"
    r"|months?|monthly|weekly|annual\w*|yearly|years?|twice|times|double|hundreds?|thousands?|millions?|units?"
    r"|assum\w*|based|depend\w*|if|when|unless|subject|provided|may|might|could|should|hope\w*|aim\w*|aspir\w*"
    r"|optional|stretch|target\w*|existing|already|last|previous\w*|current\w*|see|tb[acd]|to be|await\w*|pending|check"
    r"|query|wrong|error|correct\w*|chang\w*|revis\w*|increas\w*|reduc\w*|was|were)\b",
    re.IGNORECASE,
)
# What of these leaves it what it is: “see Appendix 2”, “Level 3”, “over three years”, “all local people”
_LEAVING = late(
    r"\b(?:appendix|annex|section|para(?:graph)?|page|question|level|policy|note|item)s? ?[0-9]+(?:\.[0-9]+)*"
    r"(?: (?:and|to) [0-9]+)?|\b(?:over|across) (?:the |all )?(?:[0-9]{1,2}|[a-z]+) (?:years|months)\b"
    r"|\b(?:see|based on|hours|minimum|at least|all(?! (?:lots?|sites?|contracts|years?|figures)\b))\b"
    r"|\b(?:in|from) (?:20[0-9]{2}|year [0-9])\b",
    re.IGNORECASE,
)
_NUMBER = late(NUMBER)


def without_footnote(text: str) -> tuple[str, str]:
    """The code without its mark, and the mark; ``""`` for it where the text is no code with one."""
    match = _MARKED.fullmatch(text)
    code = (match["code"] or match["of"]) if match else ""
    if match is None or not (is_measure_code(code) or is_library_id(code)):
        return text, ""
    return code, match["mark"] or match["before"]


def says_nothing_of_amounts(said: str) -> bool:
    """Whether a footnote of an amount leaves it as it is: it holds no number, and no word that qualifies one."""
    return _QUALIFYING.search(said) is None


def leaves_amount(said: str, amount: Decimal) -> bool:
    """Whether a footnote that qualifies an amount leaves it what it is: ``see Appendix 2``, ``10 x 20 hours``."""
    rest = _LEAVING.sub("", said)
    return _QUALIFYING.search(_NUMBER.sub("", rest) if prod(values_in(rest)) == amount else rest) is None


def footnotes_of(rows: Iterable[Row]) -> dict[str, str]:
    """What the first footnote of each mark says: a mark with its text, in one cell or in two that stand alone."""
    found: dict[str, str] = {}
    for row in rows:
        first = next((cell for cell in row.cells if cell not in (None, "")), "")
        if not isinstance(first, str) or not first.lstrip().startswith(FOOTNOTES):
            continue
        filled = filled_cells(row)
        texts = [cell for cell in filled if isinstance(cell, str) and cell.strip()]
        if len(texts) == len(filled) < 3:  # noqa: PLR2004 - a mark and its text
            found.setdefault(*marked_footnote(folded(" ".join(texts))))
    return found


def marked_footnote(text: str) -> tuple[str, str]:
    """The mark that a footnote begins with, ``""`` where there is none, and what it says."""
    said = text.lstrip("".join(FOOTNOTES))
    return (text.removesuffix(said), said.strip(" :-\u2013")) if said != text else ("", text)


def without_amount_mark(text: str) -> tuple[str, str]:
    """An amount without the mark behind it, and the mark: ``480*``; ``""`` for it where none stands there."""
    before = text.rstrip("".join(FOOTNOTES))
    bare = before.rstrip()
    alone = bare[-1:].isalnum() and not bare.endswith(FOOTNOTES)  # of several that stand apart none is the amount's
    return (bare, text.removeprefix(before)) if alone else (text, "")


def bears(cell: object, mark: str) -> bool:
    """Whether a text bears a mark: ``480*`` bears ``*``, but ``480**`` and ``10 * 2`` do not."""
    if not isinstance(cell, str) or mark not in cell:
        return False
    sign = re.escape(mark[0])
    return re.search(rf"(?<!{sign}){re.escape(mark)}(?!{sign})(?! ?[0-9])", cell) is not None

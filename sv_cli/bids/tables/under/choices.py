"""Owns the choice among columns that are all headed as the quantity: those that say the same otherwise give way."""

import re
from collections.abc import Iterable
from decimal import Decimal

from sv_cli.bids.cells.spelt import spelt_first
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.cells.units import Units
from sv_cli.bids.sheets.grid import Row, cell_at
from sv_cli.bids.tables.under.held import Column, filled_at, number_at
from sv_cli.bids.terms.forms import BRACKETS, unbracketed
from sv_cli.bids.terms.names import TALKS
from sv_cli.late import late

WHOLE = late(r"total|contract|whole|full|overall|life|over (?:the )?[0-9]+ y|^[0-9]+[ -]?y", re.IGNORECASE)
_HOW_MANY = late(r"\b(?:quantity|qty|number|no|units|volume)\b", re.IGNORECASE)
_WORTH = ("value", "value (£)", "amount (£)", "£ value", "(£ value)", "£ equivalent", "(£ equivalent)")
_FEW = 4  # of more empty cells a list may be made to choose from
_THEN = rf"(?:after|post|following|since)\W(?:the )?{TALKS}\b"
_LAST_WORD = late(
    rf"\W*(?:revised|final|updated|amended|corrected|correction|new|bafo|best and final|{_THEN})\b", re.IGNORECASE
)
AMOUNT = r"(?:quantity|quantities|qty|figures?|numbers?|amounts?|targets?|totals?|units|hours|offers?)"
"""How a heading may call what is promised."""
CHANGED = r"(?:accepted|confirmed|adjusted|moderated|capped|reduced|increased|counter)"
"""What a later look, perhaps that of others, made of it."""
_IN_WORDS = late(rf"(?:(?:total )?{AMOUNT} )?(?:in )?words")
_LAST = late(
    r"(?:revised|final|updated|amended|corrected|correction)(?: (?:to|figure|value|position|bid))?"
    rf"|{CHANGED}(?: (?:to|at|offer|quantity|qty|figure|number|amount|total))?"
    r"|new (?:quantity|qty|figure|number|amount|offer|target|total)"
    r"|(?:quantity|qty|figure|number|amount|offer|target) (?:as )?(?:agreed|revised|amended|accepted|negotiated)\b.*"
    rf"|(?:(?:revised|final|updated|amended|corrected|agreed|new|as|figure|value|position|offer|bid) )*{_THEN}"
)
_NUMBER_OF_PART = late(r" (?:[0-9]{1,2}|[A-H])$")
_SAID_AGAIN = late(
    r"(?:(?:as|in|the|of|at|offered|committed|promised|pledged|proposed|agreed|confirmed|bid|bafo|itt|tender(?:ed)?"
    r"|submitted|stage|total|numbers?|no|numeric|figures?|words|amount|units?|qty|quantity|targets?|final|hours|days|weeks"
    r"|people|value|contract|whole)(?: |$))+"
)
_SCORING = late(r"\b(?:evaluators?|assessors?|scorers?|markers?)\b", re.IGNORECASE)
_THING = rf"(?:bid|contract|tender|version|submission|{AMOUNT})"
_FORMER = late(
    r"(?:(?:original|initial|first|earlier|before|pre|as|prior|isit|itt)(?: |$))+"
    r"(?:(?:bid|offer|tender|submission|submitted|tendered|offered|figure|value|position|clarifications?|quantity)"
    r"(?: |$))*"
)

# What a heading says behind the name that another shares with it: “Quantity (old)”, “Target – superseded”
_BEHIND = late(r"^[^()\[\]]+?(?:\s*[(\[]([^()\[\]]+)[)\]]|\s[-\u2013\u2014:]\s+([^()\[\]]+))$")
_GIVING_WAY = late(
    rf"(?:the |our )?(?:(?:old|superseded|withdrawn|previous|former|draft|not used|do not use)(?: {_THING})?"
    rf"|(?:original|initial|first|earlier|prior|itt|isit)(?: {_THING})?|last (?:contract|year)"
    r"|stretch|aspirational|delivered(?: to date| so far)?|achieved(?: to date| so far)?|actuals?|(?:done )?to date)"
)
_STAYING = late(r"(?:(?:this|current) (?:contract|bid|offer|tender|version)|current|now|latest)")


def are_parts(headings: Iterable[str]) -> bool:
    """Whether headings differ only by the part that each is of: ``Qty (North) | Qty (South)``, ``Target 1 | Target 2``.

    What in brackets says in what or when the same was stated names no part.
    """
    texts = list(map(folded, headings))
    inside = [normal(" ".join(BRACKETS.findall(text))) for text in texts]
    ends = [match[0] if (match := _NUMBER_OF_PART.search(text)) else "" for text in texts]
    bare = {normal(_NUMBER_OF_PART.sub("", unbracketed(text))) for text in texts}
    told = [each or end for each, end in zip(inside, ends, strict=True)]
    return len(bare) == 1 and all(told) and len(set(told)) > 1 and not any(map(_SAID_AGAIN.fullmatch, inside))


def is_last_word(text: str) -> bool:
    """Whether a heading is that of the last word on a quantity: ``Revised``, ``After clarification``."""
    return _LAST.fullmatch(normal(text)) is not None


def is_score(text: str, beside: Iterable[tuple[int, str]]) -> bool:
    """Whether ``Moderated`` heads the score that those agreed on whose own stand beside it: ``Evaluator 1``."""
    return normal(text) == "moderated" and any(_SCORING.search(other) for _, other in beside)


def last_word(headings: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Of several headings the one of the last word, where the others name what was offered before."""
    last = [(at, text) for at, text in headings if _LAST_WORD.match(text) and not _FORMER.fullmatch(normal(text))]
    former = [text for _, text in headings if _FORMER.fullmatch(normal(text))]
    return last if len(last) == 1 and former and len(former) + 1 == len(headings) else []


def counting_once(columns: tuple[Column, ...], candidates: list[Column], rows: list[Row]) -> tuple[Column, ...]:
    """The columns without those that say again in a year, in money or in per cent what another says, or said before."""
    return _revised(_without_shares(_without_worth(_without_yearly(columns)), candidates, rows), rows)


def in_one_unit(columns: tuple[Column, ...], rows: list[Row], units: Units) -> tuple[Column, ...]:
    """Of ``Days | Hours``, which say the same in every row that has either, the one that counts in the smaller unit."""
    told = [[(number_at(row, column.index), column.heading.unit or "") for column in columns] for row in rows]
    told = [row for row in told if any(number is not None for number, _ in row)]
    largest = columns
    for row in told:
        (first, unit), *others = [(number, unit) for number, unit in row if number is not None]
        if len(others) + 1 < len(columns) or not all(units.are_one((first, unit), other) for other in others):
            return columns
        most = max(range(len(row)), key=lambda at, of=row: of[at][0] or 0)  # type: ignore[misc]
        largest = (columns[most],)
    return largest


def in_words(heading: str) -> bool:
    """Whether a heading says that the quantity is spelt out below it: ``Quantity (words)``, ``In words``."""
    return "words" in heading.lower() and _IN_WORDS.fullmatch(normal(heading)) is not None


def in_figures(columns: tuple[Column, ...], rows: list[Row]) -> tuple[Column, ...]:
    """Of ``Quantity | Target`` the one in figures, where the other spells them out in every row, or is headed so."""
    stated = tuple(column for column in columns if any(number_at(row, column.index) is not None for row in rows))
    others = [column.index for column in columns if column not in stated]
    if len(stated) != 1 or not others:
        return columns
    if all(in_words(column.text) for column in columns if column not in stated):
        return stated  # each row is held against it
    at = stated[0].index
    said = [(cell, number_at(row, at)) for row in rows for other in others if (cell := cell_at(row, other))]
    return stated if all(isinstance(cell, str) and _spells(cell, number) for cell, number in said) else columns


def _spells(text: str, number: Decimal | None) -> bool:
    spelt = spelt_first(folded(text).casefold())
    return spelt is not None and spelt[0] == number


def _without_yearly(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The one quantity for the whole contract, where all others say what that is in a year."""
    whole = tuple(column for column in columns if column.heading.per != "year")
    return whole if len(whole) == 1 and WHOLE.search(whole[0].text) else columns


def _without_worth(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """``Target quantity`` beside ``Target value``: the one that says of how many there are."""
    worth = [column for column in columns if column.text.casefold().endswith(_WORTH)]
    counted = tuple(column for column in columns if column not in worth and _HOW_MANY.search(column.text))
    return counted if worth and len(counted) == len(columns) - len(worth) else columns


def _without_shares(columns: tuple[Column, ...], candidates: list[Column], rows: list[Row]) -> tuple[Column, ...]:
    """``% reduction`` beside ``tCO2e saved``: the columns that count, where every row with a share is counted too."""
    shares = [column for column in columns if column.heading.percent]
    counted = [column for column in candidates if not column.heading.percent]
    if not shares or not counted:
        return columns
    for row in rows:
        shared = any(filled_at(row, column.index) for column in shares)
        if shared and not any(filled_at(row, column.index) for column in counted):
            return columns
    return tuple(column for column in columns if column not in shares) or tuple(counted)


def _revised(columns: tuple[Column, ...], rows: list[Row]) -> tuple[Column, ...]:
    """The one quantity that is headed as the last word on the others, where nearly every row that has one has it too.

    It is that, too, where behind their common name the others say that they give way: “Quantity (old) | Quantity”.

    What of a few rows was left as it was, or taken out, is asked.
    """
    revised = tuple(column for column in columns if _LAST_WORD.match(column.text)) or _standing(columns)
    others = [column for column in columns if column not in revised]
    if len(revised) != 1 or not others:
        return columns
    at = revised[0].index
    left = sum(not filled_at(row, at) and any(filled_at(row, column.index) for column in others) for row in rows)
    return revised if left <= min(_FEW, sum(filled_at(row, at) for row in rows) / 2) else columns


def _standing(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The one column that stands where the headings of all the others say behind their name that they give way."""
    behind = {column: _said_behind(column.text) for column in columns}
    left = [column for column, said in behind.items() if not _GIVING_WAY.fullmatch(said)]
    if len(left) != 1:
        return ()
    said = behind[left[0]]
    return tuple(left) if not said or _LAST_WORD.match(said) or _STAYING.fullmatch(said) else ()


def _said_behind(text: str) -> str:
    match = _BEHIND.match(text.strip())
    return normal(match[1] or match[2]) if match else ""

"""Owns numbers that are spelt out, alone or beside their figures: ``twelve``, ``10 (ten)``, ``Twenty (20) hours``."""

import re
from decimal import Decimal

from sv_cli.bids.cells.figures import value_of
from sv_cli.late import late

_TWENTY = 20
_UNITS = ("nil", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SPELT = {
    **{word: at for at, word in enumerate(_UNITS)},
    **{word: at * 10 for at, word in enumerate(_TENS, 2)},
    "zero": 0,
    "nought": 0,
    "dozen": 12,
}
SEVERAL = "|".join(word for word, number in SPELT.items() if number > 1)
"""The words for two and more, for a pattern."""
_FIGURE = r"[0-9]{1,3}(?:,?[0-9]{3})?"
_SAID_TWICE = late(
    rf"(?P<figure>{_FIGURE}) ?\((?P<word>[a-z][a-z \-]+)\)(?P<rest>.*)"
    rf"|(?P<said>[a-z][a-z \-]*?) ?\((?P<number>{_FIGURE})\)(?P<after>.*)",
    re.IGNORECASE,
)
_WORD = rf"(?:{'|'.join(SPELT)}|hundred|thousand)"
_NUMBERS = late(rf"\b(?:a )?{_WORD}(?:(?: and |[ -]){_WORD})*\b", re.IGNORECASE)
_HALF = late(r"half an? (?=[a-z])", re.IGNORECASE)
_HUNDRED, _THOUSAND = 100, 1000


def in_figures(text: str) -> str | None:
    """The text with a number that it says twice in figures alone: ``10 hours`` for ``10 (ten) hours``.

    None where the two differ, or it says none twice.
    """
    said = _SAID_TWICE.fullmatch(text)
    if said is None:
        return None
    number, word = said["number"] or said["figure"], said["word"] or said["said"]
    return f"{number}{said['rest'] or said['after'] or ''}" if _value(word) == value_of(number) else None


def number_of(said: str) -> int:
    """The number that digits or one word say: ``3``, ``three``; 0 for any other word."""
    return int(said) if said.isdecimal() else SPELT.get(said.casefold(), 0)


def spelt_first(line: str) -> tuple[Decimal, str] | None:
    """The number that words begin a text with, and the rest: ``fifty-two weeks``; None where none do."""
    half = _HALF.match(line)
    if half is not None:
        return Decimal("0.5"), line[half.end() :]
    match = _NUMBERS.match(line)
    value = _value(match[0]) if match else None
    return (Decimal(value), line[match.end() :].strip()) if match and value is not None else None


def all_in_figures(text: str) -> str:
    """The text with every number that it spells out in figures instead: ``We give 40 hours``."""
    return _NUMBERS.sub(lambda said: said[0] if (value := _value(said[0])) is None else str(value), text)


def _value(words: str) -> int | None:
    """The number that is spelt out, below a million; None for any other words."""
    whole = part = 0
    for word in words.casefold().removeprefix("a ").replace("-", " ").split():
        if word == "hundred" and part < _TWENTY:
            part = max(part, 1) * _HUNDRED
        elif word == "thousand" and not whole:
            whole, part = max(part, 1) * _THOUSAND, 0
        elif word in SPELT and _goes_on(part % _HUNDRED, SPELT[word]):
            part += SPELT[word]
        elif word != "and":
            return None
    return whole + part


def _goes_on(part: int, number: int) -> bool:
    """Whether a word may go on with a number below a hundred: ``two`` after ``forty``, but not after ``ten``."""
    return part == 0 or (part >= _TWENTY and part % 10 == 0 and 0 < number < 10)  # noqa: PLR2004 - a digit

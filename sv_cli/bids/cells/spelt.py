"""Owns numbers that are spelt out, alone or beside their figures: ``twelve``, ``10 (ten)``, ``Twenty (20) hours``."""

import re
from decimal import Decimal

from sv_cli.bids.late import late

_TWENTY = 20
_UNITS = ("nil", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {**{word: at for at, word in enumerate(_UNITS)}, **{word: at * 10 for at, word in enumerate(_TENS, 2)}}
SPELT = {
    **{word: Decimal(number) for word, number in _VALUES.items() if number <= _TWENTY},
    "zero": Decimal(0),
    "nought": Decimal(0),
    "dozen": Decimal(12),
}
"""Numbers that one word says."""
_FIGURE = r"[0-9]{1,3}(?:,?[0-9]{3})?"
_SAID_TWICE = late(
    rf"(?P<figure>{_FIGURE}) ?\((?P<word>[a-z][a-z \-]+)\)(?P<rest>.*)"
    rf"|(?P<said>[a-z][a-z \-]*?) ?\((?P<number>{_FIGURE})\)(?P<after>.*)",
    re.IGNORECASE,
)
_HUNDRED, _THOUSAND = 100, 1000


def in_figures(text: str) -> str | None:
    """The text with a number that is said in both ways in figures alone; None where the two are not one."""
    said = _SAID_TWICE.fullmatch(text)
    if said is None:
        return None
    number, word = said["number"] or said["figure"], said["word"] or said["said"]
    return f"{number}{said['rest'] or said['after'] or ''}" if _value(word) == int(number.replace(",", "")) else None


def _value(words: str) -> int | None:
    """The number that is spelt out, below a million; None for any other words."""
    whole = part = 0
    spelt = words.casefold().replace("-", " ").split()
    if spelt[:1] == ["and"]:
        return None
    for word in spelt:
        if word == "hundred":
            part = max(part, 1) * _HUNDRED
        elif word == "thousand":
            whole, part = whole + max(part, 1) * _THOUSAND, 0
        elif word in _VALUES:
            part += _VALUES[word]
        elif word != "and":
            return None
    return whole + part

"""Owns what number formats mean: dates, percentages, and the texts that a format prints around a number."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.late import late

_DATES = frozenset((*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)))
_PERCENTAGES = frozenset((9, 10))
_PIECES = late(r'"([^"]*)"|\\(.)|_.|\*.|\[(\$[^\]]*)\]|\[([^\]]*)\]')
_DATE_LETTERS = late(r"[dmyhse]", re.IGNORECASE)
_DIGITS = "0#?"
# Texts before a number that say in what money it is, or that it is none that is sure
_TELLING = late(
    r"[£€$~<>\u2248\u2264\u2265]|(?-i:^[A-Z]{3}$)"
    r"|\b(?:approx\w*|about|circa|c|ca|est\w*|around|up to|at (?:least|most)|min\w*|max\w*)\b",
    re.IGNORECASE,
)
_ELAPSED = late(r"h+|m+|s+", re.IGNORECASE)
_HOURS_BUILT_IN = 46
_CONDITION = late(r"\[(<=|>=|<>|<|>|=) ?(-?[0-9]{1,12}(?:\.[0-9]{1,6})?)\]")
_SECTIONS = late(r'(?:^|(?<=;))((?:"[^"]*"|\\.|[^;"\\])*)')
_COMPARED: Mapping[str, Callable[[float, float], bool]] = {
    "<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "<>": ne,
}  # fmt: skip
_WHITE = late(r"\[(?:white|colou?r ?2)\]", re.IGNORECASE)
_MARKS = late("\0([0-9]+)\0")
_GENERAL = late("general", re.IGNORECASE)
_NOUGHTS = late(r"[ ,.]*0[0 ,.]*")
_SCALES = {1: "it in thousands", 2: "it in millions"}


class Style(Struct, frozen=True):
    """How a cell shows a number. ``sort`` is ``number``, ``date``, ``time``, ``hours`` that pass or ``percent``.

    ``veil`` is what it shows in the number's place, in words: ``nothing``, ``it in thousands``; in ``white`` it shows
    as much only where something else is behind it. ``chosen`` is a format that goes by how large the number is.
    """

    sort: str = "number"
    prefix: str = ""
    suffix: str = ""
    struck: bool = False
    veil: str = ""
    white: bool = False
    chosen: str = ""

    @property
    def plain(self) -> bool:
        """Whether the number says all."""
        return self.sort == "number" and not (self.prefix or self.suffix or self.veil or self.chosen)


def style_of(number: int, code: str | None) -> Style:
    """The style of a number format: its built-in number, or its code where the file gives one."""
    if code is None:
        if number == _HOURS_BUILT_IN:
            return Style("hours")
        if number in _DATES:
            return Style("time" if number in (18, 19, 20, 21, 45, 47) else "date")
        return Style("percent") if number in _PERCENTAGES else Style()
    return _style_of_code(code)


def may_pass_for_date(number: int, code: str | None) -> bool:
    """Whether a format that the file defines bears the number of a built-in date, by which an engine may go."""
    return code is not None and number in _DATES


def _style_of_code(code: str) -> Style:
    """The style of a format code such as ``[$£-809]#,##0.00`` or ``0 "hrs"``."""
    section = code[:255].split(";", 1)[0]
    elapsed = ""
    texts: list[str] = []

    def piece(match: re.Match[str]) -> str:
        nonlocal elapsed
        quoted, escaped, currency, bracket = match.groups()
        if currency is not None:
            texts.append(currency[1:].split("-")[0])
        elif quoted is not None or escaped is not None:
            texts.append(quoted if quoted is not None else escaped)
        else:
            elapsed = elapsed or (bracket if bracket and _ELAPSED.fullmatch(bracket) else "")
            return ""
        return f"\0{len(texts) - 1}\0"

    bare = _PIECES.sub(piece, section)
    skeleton = _MARKS.sub("", bare)
    if elapsed:
        return Style("hours" if elapsed[0] in "hH" else "time")
    if "general" not in skeleton.casefold() and _DATE_LETTERS.search(re.sub(r"[eE][+-]", "", skeleton)):
        return Style("date" if re.search(r"[dy]|mmm", skeleton, re.IGNORECASE) else "time")
    if "%" in skeleton:
        return Style("percent")
    if _CONDITION.search(section):
        return Style(chosen=code[:255])
    if veil := _veil(bare, texts, several=";" in code):
        return Style(veil=veil)
    return replace(_affixed(bare, texts), white=_WHITE.search(section) is not None)


def style_for(code: str, value: float) -> Style:
    """The style of a number in a format whose sections name conditions: ``[>=1000]0,"k";0``."""
    chosen, others = _by_size(code)
    for holds, bound, style in chosen:
        if holds(value, bound):
            return style
    return others[0 if value < 0 else min(1, len(others) - 1)]


@lru_cache(maxsize=64)
def _by_size(code: str) -> tuple[list[tuple[Callable[[float, float], bool], float, Style]], list[Style]]:
    """The styles of a format's sections with their conditions, and those of the sections that have none."""
    chosen, others = [], []
    for section in _SECTIONS.findall(code):
        said = _CONDITION.search(section)
        style = _style_of_code(f"{_CONDITION.sub('', section)};")
        if said is None:
            others.append(style)
        else:
            chosen.append((_COMPARED[said[1]], float(said[2]), style))
    return chosen, others or [_style_of_code(";")]


def _veil(bare: str, texts: list[str], *, several: bool) -> str:
    """What the format of a number above nought shows in its place, where that is something else.

    Where a word behind it says in what the number is shown, as ``0,"k"`` does, it is only rounded.
    """
    general = _GENERAL.sub("0", bare)
    skeleton = _MARKS.sub("", general)
    if not any(letter in _DIGITS for letter in skeleton):
        words = _MARKS.sub(lambda found: texts[int(found[1])], general).strip()
        return "" if "@" in skeleton or not (words or texts or several) else f"{words!r}" if words else "nothing"
    flat = _MARKS.sub("\0", general)
    behind = flat[max(map(flat.rfind, _DIGITS)) + 1 :]
    said = "".join(texts[len(texts) - behind.count("\0") :])
    scale = len(behind) - len(behind.lstrip(","))
    if scale and not said.strip():
        return _SCALES.get(scale, "less")
    return "zeros after it" if not scale and _NOUGHTS.fullmatch(said) else ""


def _affixed(bare: str, texts: list[str]) -> Style:
    expanded = _MARKS.sub(lambda found: texts[int(found[1])].replace("0", " "), _GENERAL.sub("0", bare))
    digits = [at for at, letter in enumerate(expanded) if letter in _DIGITS]
    if not digits:  # a format that prints words alone: “TBC” over whatever was typed
        return Style(prefix=expanded.strip()) if texts and expanded[-1:].isalpha() else Style()
    prefix, suffix = telling(expanded[: digits[0]].strip(" ,.-+()")), expanded[digits[-1] + 1 :]
    if suffix.startswith(","):  # shown in thousands: the text after it speaks of what is shown, not of the number
        return Style(prefix=prefix)
    return Style(prefix=prefix, suffix=suffix.strip(" .-()"))


def telling(prefix: str) -> str:
    """What stands before a number where it changes what the number says; ``No.`` does not."""
    return prefix if _TELLING.search(prefix) else ""

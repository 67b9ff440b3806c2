"""Owns texts: spaces folded, hidden characters found, words compared as people mean them."""

import unicodedata
from collections.abc import Collection
from functools import lru_cache

from sv_cli.bids.sheets.grid import NO_DAY, Fault, Moment, Raw, Shown, Uncached
from sv_cli.bids.sheets.unseen import UNSEEN_IN_CODES
from sv_cli.late import late

_INVISIBLE = late(UNSEEN_IN_CODES)
_CONTROL = late(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LABEL = 200  # longer texts are no labels, and few of them are kept
_WORDS = late(r"[^\w£%#&]+")


def folded(text: str) -> str:
    """The text on one line, its runs of white space (non-breaking ones too) made single spaces."""
    return " ".join(text.split())


def are_on_one_line(texts: Collection[str]) -> bool:
    """Whether `folded` would leave each of many texts as it is."""
    joined = "|".join(texts)
    return joined.isprintable() and not any(each in joined for each in ("  ", "| ", " |")) and joined == joined.strip()


def normal(text: str) -> str:
    """The words alone, in lower case, for comparing labels: ``"Sub-Total: "`` and ``sub total`` are one."""
    return _normal(text) if len(text) <= _LABEL else _normal_of_long(text)


def _normalised(text: str) -> str:
    bare = _INVISIBLE.sub("", text).replace("&", " and ").replace("_", " ").casefold()
    return " ".join(_WORDS.sub(" ", bare).split())


_normal = lru_cache(maxsize=8192)(_normalised)
_normal_of_long = lru_cache(maxsize=16)(_normalised)  # a long heading is asked for a hundred times on end


def hidden_character(text: str) -> str | None:
    """The name of the first character in ``text`` that cannot be seen, or that poses as a Latin letter."""
    if text.isascii() and text.isprintable():
        return None
    found = _INVISIBLE.search(text) or _CONTROL.search(text)
    if found:
        return _name(found[0])
    if any(letter.isascii() and letter.isalpha() for letter in text) or any(letter.isdigit() for letter in text):
        return next((_name(letter) for letter in text if _poses(letter)), None)
    return None


def shown_text(raw: Raw) -> str:  # noqa: PLR0911 - a return for each form a cell takes
    """A cell as text, near to what a spreadsheet program shows."""
    if isinstance(raw, str):
        return folded(raw)
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return str(raw).upper()
    if isinstance(raw, int | float):
        return f"{raw:.15g}"
    if isinstance(raw, Shown):
        return _formatted(raw)
    if isinstance(raw, Fault | Moment):
        return raw.text
    if isinstance(raw, Uncached):
        return f"={raw.formula}"
    return raw.isoformat()


def _formatted(raw: Shown) -> str:
    if raw.suffix == "%":
        return f"{raw.value * 100:.15g}%"
    return f"{raw.prefix}{raw.value:.15g}{'' if raw.suffix == NO_DAY else raw.suffix}"


def visible(text: str) -> str:
    """The text with what cannot be seen written out, for messages."""
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text)


def _poses(letter: str) -> bool:
    if letter.isascii() or not letter.isalnum():
        return False
    return not unicodedata.name(letter, "").startswith("LATIN")


def _name(letter: str) -> str:
    return unicodedata.name(letter, f"control character {ord(letter):#04x}").lower()

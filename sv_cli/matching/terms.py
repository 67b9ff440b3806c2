"""Owns the normalising of words: small words dropped, endings removed, so "volunteers" and "volunteering" are alike."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from sv_cli.matching.words import GENERICS, SAME, SMALL

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("ships", "ship", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ied", "ed", "es", "s", "e", "y")
_SHORTEST = 4
# The plural of a short word, as of jobs, vans, SMEs and EVs; not bus, gas or glass
_PLURAL = re.compile(r"(?:[^\W\d_]{2}[^\W\d_sui]|[^\W\d_][^\W\d_aeious])s")
# Replacements: one spelling for A&E and “A and E”, tCO2e and CO₂, re-use and reuse; and exceptions removed
_WRITTEN = (
    (re.compile(r"\(?\b(?:excluding|excludes|excl\b|except|not including)\b[^();.,]*\)?"), " "),
    (re.compile(r"\b([a-z]) ?(?:&|\+|\band\b) ?([a-z])\b"), r"\1\2"),
    (re.compile(r"\bt?co[2₂](?:-?eq?)?\b"), "co2"),
    (re.compile(r"\b(re|anti)-(?=[a-z])"), r"\1"),
    (re.compile(r"['’]s\b"), ""),
)
_LONGEST_NUMBER = 2
_LONGEST_KNOWN = 40  # letters of a word whose stem is cached


def terms(text: str) -> tuple[str, ...]:
    """The stems of the words of ``text``, in order, each once, without small words and long numbers."""
    words = (word for word in _words(text) if word not in SMALL)
    return tuple(dict.fromkeys(stem(word) for word in words if not word.isdigit() or len(word) <= _LONGEST_NUMBER))


def qualified(text: str) -> dict[str, str]:
    """The stems of words that directly follow another word, each with the stem of that: ``leaver`` with ``care``."""
    words = _words(text)
    pairs = ((before, word) for before, word in pairwise(words) if not (SMALL & {before, word} or before.isdigit()))
    return {stem(word): stem(before) for before, word in pairs}


def _words(text: str) -> list[str]:
    text = text.casefold()
    for written, plain in _WRITTEN:
        text = written.sub(plain, text)
    return _WORD.findall(text)


def stem(word: str) -> str:
    """``word`` without its ending, if four letters are left (three before a plural's s), or its synonym in SAME."""
    return _known_stem(word) if len(word) <= _LONGEST_KNOWN else _stem(word)


def _stem(word: str) -> str:
    bare = _bare(word)
    return _MEANT.get(bare, bare)


def _bare(word: str) -> str:
    if _PLURAL.fullmatch(word):
        return word[:-1]
    if word.endswith(("ee", "ees")):  # trainees are not trains, nor refugees refuges
        return word.removesuffix("s")
    for ending in _ENDINGS:
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= _SHORTEST:
            return _bare(word[: -len(ending)]) if ending[-1] == "s" else word[: -len(ending)]
    return word


GENERIC = frozenset(map(_bare, GENERICS))
_MEANT = {_bare(word): _bare(row[0]) for row in SAME for word in row}
_known_stem = lru_cache(maxsize=20_000)(_stem)  # a library says its few thousand words over and over


def joined(texts: Iterable[str]) -> frozenset[str]:
    """The `terms` of all ``texts``."""
    return frozenset(term for text in texts for term in terms(text))

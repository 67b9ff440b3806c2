"""Owns words made comparable: small words dropped, endings taken off, so that "volunteers" and "volunteering" meet."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    (
        *("a", "an", "and", "any", "are", "as", "at", "be", "been", "both", "but", "by", "can", "each"),
        *("for", "from", "has", "have", "he", "her", "his", "if", "in", "into", "is", "it", "its", "made"),
        *("more", "most", "of", "off", "on", "or", "other", "our", "out", "own", "per", "she", "so"),
        *("some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this"),
        *("those", "through", "to", "under", "up", "us", "was", "we", "were", "what", "when", "where"),
        *("which", "while", "who", "whom", "will", "with", "within", "without", "you", "your", "not", "no"),
        *("nor", "all", "over", "year", "years", "annum", "number", "total", "time", "times", "also", "e"),
        *("g", "i", "ie", "eg", "etc", "via", "p", "least", "about", "approximately", "during", "contract"),
    )
)
_ENDINGS = ("ships", "ship", "ings", "ing", "ions", "ion", "ies", "ied", "ed", "es", "s", "e", "y")
_SHORTEST = 4
_LONGEST_NUMBER = 2
_LONGEST_KNOWN = 40  # bounds the memory, not the meaning


def terms(text: str) -> tuple[str, ...]:
    """The telling words of ``text`` in order, each once, without endings; of numbers only short ones (level 2)."""
    words = (word for word in _WORD.findall(text.casefold().replace("'s", "").replace("’s", "")) if word not in _SMALL)
    return tuple(dict.fromkeys(stem(word) for word in words if not word.isdigit() or len(word) <= _LONGEST_NUMBER))


def qualified(text: str) -> dict[str, str]:
    """The telling words of ``text`` that stand right behind another one, with that: ``leav`` behind ``care``."""
    words = _WORD.findall(text.casefold())
    pairs = ((before, word) for before, word in pairwise(words) if not (_SMALL & {before, word} or before.isdigit()))
    return {stem(word): stem(before) for before, word in pairs}


def stem(word: str) -> str:
    """``word`` without its ending, as long as four letters are left."""
    return _known_stem(word) if len(word) <= _LONGEST_KNOWN else _stem(word)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= _SHORTEST:
            return stem(word[: -len(ending)]) if ending[-1] == "s" else word[: -len(ending)]
    return word


_known_stem = lru_cache(maxsize=20_000)(_stem)  # a library says its few thousand words over and over


def joined(texts: Iterable[str]) -> frozenset[str]:
    """The telling words of all ``texts``."""
    return frozenset(term for text in texts for term in terms(text))

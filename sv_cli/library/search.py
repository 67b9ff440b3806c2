"""Owns the search for proxies by words: tolerant of misspelling, each hit with the reason for it, best first."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from math import log

from msgspec import Struct
from rapidfuzz import fuzz

from sv_cli.model.figures import Library, Proxy

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    (
        *("a", "an", "and", "any", "are", "at", "be", "by", "do", "for", "from", "in", "into", "is", "of", "on", "or"),
        *("our", "per", "that", "the", "their", "to", "we", "with"),
    )
)
_SCHEME_WORDS = {"sdg": "sdg", "goal": "sdg", "toms": "toms", "tom": "toms", "ppn002": "ppn002", "ppn0620": "ppn0620"}
_CODE = re.compile(r"(?:(?P<scheme>sdg|goal|toms?|ppn ?002|ppn ?06/?20)[ :]*)?(?P<code>[a-z]{0,4}[0-9]{1,3}[a-z]?)")
_LONGEST = 200  # characters of a search that are looked at
_CLOSE = 78  # the least likeness (of 100) at which two words are the same word, misspelt
_STEM = 5  # the least length of a word that is compared by its stem or its letters
_FOUND = 45.0  # the least score (of 100) of a hit
_PHRASE = 5.0  # added where the words stand together, as they were typed
_ENDING = 4  # the most letters of an ending


class Hit(Struct, frozen=True):
    """A proxy that was found: how well it fits (0 to 100), and the field or code that it was found by."""

    proxy: Proxy
    score: float
    reason: str


def search(library: Library, words: str, limit: int = 10) -> tuple[Hit, ...]:
    """The proxies that fit ``words`` best: a code (NT17, SDG 8), an id, or words of title, synonyms, outcome, theme.

    Every word is looked for in every field, allowing for a letter or two; a proxy's score is the mean over the
    words of the best that any field has, so that one word may be of the title and another a synonym.
    """
    text = " ".join(words.casefold().split())[:_LONGEST]
    coded = [hit for hit in (_by_code(proxy, text) for proxy in library.proxies.values()) if hit]
    if coded:
        return tuple(coded[:limit])
    wanted = tuple(word for word in _WORD.findall(text) if word not in _SMALL)
    if not wanted:
        return ()
    best = {proxy.id: _best(proxy, wanted, library) for proxy in library.proxies.values()}
    weights = {word: _weight(word, best.values()) for word in wanted}
    hits = (_hit(proxy, best[proxy.id], weights, text) for proxy in library.proxies.values())
    found = [hit for hit in hits if hit.score >= _FOUND]
    return tuple(sorted(found, key=lambda hit: (-hit.score, hit.proxy.id))[:limit])


def has_code(proxy: Proxy, text: str) -> str | None:
    """The code of ``proxy`` that ``text`` names (``NT17``, ``toms:nt17``, ``SDG 8``), with its scheme; None if none."""
    match = _CODE.fullmatch(" ".join(text.casefold().split()))
    if match is None:
        return None
    scheme = _SCHEME_WORDS.get((match["scheme"] or "").replace(" ", "").replace("/", ""))
    if scheme is None and match["code"].isdecimal():
        return None  # a bare number is a code of nothing
    for name, codes in proxy.maps_to.items():
        found = next((code for code in codes if code.casefold() == match["code"]), None)
        if found is not None and scheme in (None, name):
            return f"{name} {found}"
    return None


def _by_code(proxy: Proxy, text: str) -> Hit | None:
    if proxy.id == text:
        return Hit(proxy, 100.0, "its id")
    code = has_code(proxy, text)
    return None if code is None else Hit(proxy, 100.0, f"code {code}")


Best = Mapping[str, tuple[float, str]]


def _best(proxy: Proxy, wanted: Sequence[str], library: Library) -> Best:
    """For each word the best score that a field of ``proxy`` has, and that field's name; nothing where none has."""
    best: dict[str, tuple[float, str]] = {}
    for weight, name, words in _fields(proxy, library):
        for word in wanted:
            score = weight * _closest(word, words)
            if score > best.get(word, (0.0, ""))[0]:
                best[word] = (score, name)
    return best


def _weight(word: str, everything: Collection[Best]) -> float:
    """1 + ln(proxies ÷ proxies with the word): a rare word tells more. A word that none has weighs 1, as the commonest.

    This is the inverse document frequency of text retrieval.
    """
    having = sum(word in best for best in everything)
    return 1 + log(len(everything) / having) if having else 1.0


def _hit(proxy: Proxy, best: Best, weights: Mapping[str, float], text: str) -> Hit:
    score = sum(weights[word] * found for word, (found, _) in best.items()) / sum(weights.values())
    phrase = any(text in each.casefold() for each in (proxy.title, *proxy.synonyms))
    return Hit(proxy, round(min(100.0, score + _PHRASE if phrase else score), 1), _reason(best))


def _fields(proxy: Proxy, library: Library) -> Iterator[tuple[float, str, tuple[str, ...]]]:
    """Each field with its weight, its name in a reason, and its words."""
    yield 1.0, "title", _words(proxy.title)
    for synonym in proxy.synonyms:
        yield 0.97, f"synonym '{synonym}'", _words(synonym)
    yield 0.9, "id", _words(proxy.id)
    yield 0.85, "outcome", _words(library.outcomes[proxy.outcome])
    yield 0.8, "theme", _words(library.themes[proxy.theme])
    yield 0.6, "what counts", _words(proxy.counts)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_WORD.findall(text.casefold())))


def _closest(word: str, words: tuple[str, ...]) -> float:
    """The likeness (of 100) of ``word`` to the likest of ``words``: 95 with another ending, less for other letters."""
    if word in words:
        return 100.0
    if any(_same_stem(word, each) for each in words):
        return 95.0
    if len(word) < _STEM:
        return 0.0
    return max((fuzz.ratio(word, each, score_cutoff=_CLOSE) for each in words), default=0.0)


def _same_stem(one: str, other: str) -> bool:
    """Whether the two differ in an ending only: ``job`` and ``jobs``, ``burglary`` and ``burglaries``, ``training``."""
    short, long = sorted((one, other), key=len)
    if len(short) < _STEM:
        return long in (f"{short}s", f"{short}es")
    stem = short.removesuffix("e").removesuffix("y")
    return (
        long.startswith(stem) and len(long) - len(short) <= _ENDING and long.endswith(("s", "ing", "ed", "er", "ies"))
    )


def _reason(best: Best) -> str:
    """What was found where: ``title``, or ``'lonely' as synonym 'lonely people'``."""
    names = list(dict.fromkeys(name for _, name in best.values()))
    if len(names) == 1:
        return names[0]
    return ", ".join(f"'{word}' in {name}" for word, (_, name) in best.items())

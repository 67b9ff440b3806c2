"""Owns the library as words: the phrases that stand for each proxy, and how telling each word is."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.matching.terms import GENERIC, joined, qualified, terms
from sv_cli.model.figures import Library, Proxy
from sv_cli.model.vocabulary import Unit

_TITLE, _SYNONYM, _OUTCOME = 1.0, 1.0, 0.5
_ENOUGH = 8.0
_FEW = 3
_GENERIC = 0.6  # what a word tells that any promise may use


class Phrase(Struct, frozen=True):
    """Words that stand for a proxy: what they are (its title, a synonym), and how much they say when all are found.

    ``whole`` is how telling all of its words are, or what is enough of it.
    """

    what: str
    text: str
    terms: tuple[str, ...]
    weight: float
    whole: float = 0.0


class Entry(Struct, frozen=True):
    """One proxy as words; ``said`` are all of its own, ``codes`` those of other frameworks, folded."""

    proxy: Proxy
    unit: Unit
    phrases: tuple[Phrase, ...]
    said: frozenset[str]
    codes: frozenset[str]


class Index(Struct, frozen=True):
    """A library as words. ``tells`` is high for a word that few proxies use; ``units`` are the vocabulary's.

    ``bound`` are words of one proxy that stand behind the same word wherever it says them: the leavers of a prison.
    ``numbered`` are the words that numbers mostly stand behind, as 3 behind “level”.
    ``rare`` are units that few proxies count, which tell as much as a word does.
    """

    entries: tuple[Entry, ...]
    tells: Mapping[str, float]
    bound: Mapping[str, str]
    numbered: Mapping[str, str]
    units: Mapping[str, Unit]
    rare: frozenset[str]

    def weight(self, term: str) -> float:
        """How telling a word is; one that no proxy uses counts like a fairly common one."""
        return self.tells.get(term, 2.0)


def index_of(library: Library) -> Index:
    """The words of all of ``library``'s proxies."""
    entries = tuple(_entry(proxy, library) for proxy in library.proxies.values())
    uses: dict[str, int] = {}
    for entry in entries:
        for term in entry.said:
            uses[term] = uses.get(term, 0) + 1
    tells = {term: log(1 + len(entries) / n) for term, n in uses.items()}
    tells.update({term: min(tells.get(term, _GENERIC), _GENERIC) for term in GENERIC})
    counted = Counter(entry.unit.id for entry in entries)
    rare = frozenset(unit for unit, count in counted.items() if count <= _FEW)
    index = Index(entries, tells, _bound(entries, uses), _numbered(entries), library.vocabulary.units, rare)
    return replace(index, entries=tuple(_weighed(entry, index) for entry in entries))


def _weighed(entry: Entry, index: Index) -> Entry:
    return replace(entry, phrases=tuple(replace(each, whole=_whole(each, index)) for each in entry.phrases))


def _whole(phrase: Phrase, index: Index) -> float:
    """How telling a phrase is, or what is enough of it: a little more for one that has more words to be found."""
    telling = sum(map(index.weight, phrase.terms))
    return max(_ENOUGH + telling / 100, telling)


def _bound(entries: Iterable[Entry], uses: Mapping[str, int]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for entry in entries:
        own = [phrase for phrase in entry.phrases if phrase.what != "outcome"]
        alone = {term for phrase in own for term in phrase.terms if uses[term] == 1}
        behind = [qualified(phrase.text) for phrase in own]
        for term in alone:
            before = {pairs.get(term, "") for phrase, pairs in zip(own, behind, strict=True) if term in phrase.terms}
            if len(before) == 1 and "" not in before:
                found[term] = before.pop()
    return found


def _numbered(entries: Iterable[Entry]) -> Mapping[str, str]:
    befores: dict[str, Counter[str]] = {}
    for phrase in (phrase for entry in entries for phrase in entry.phrases):
        for number in filter(str.isdigit, phrase.terms):
            befores.setdefault(number, Counter())[qualified(phrase.text).get(number, "")] += 1
    mostly = {number: counted.most_common(1)[0][0] for number, counted in befores.items()}
    return {number: before for number, before in mostly.items() if before}


def _entry(proxy: Proxy, library: Library) -> Entry:
    outcome = library.outcomes.get(proxy.outcome, "")
    phrases = [_phrase("title", proxy.title, _TITLE)]
    phrases += [_phrase("synonym", synonym, _SYNONYM) for synonym in proxy.synonyms]
    phrases += [_phrase("outcome", outcome, _OUTCOME)]
    codes = (code.casefold() for scheme, codes in proxy.maps_to.items() if scheme != "sdg" for code in codes)
    said = joined((proxy.title, *proxy.synonyms, outcome, proxy.counts, proxy.id.replace(".", " ").replace("-", " ")))
    telling = tuple(phrase for phrase in phrases if phrase.terms)
    return Entry(proxy, library.vocabulary.units[proxy.unit], telling, said, frozenset(codes))


def _phrase(what: str, text: str, weight: float) -> Phrase:
    return Phrase(what, text, terms(text), weight)

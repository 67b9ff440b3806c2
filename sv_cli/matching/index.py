"""Owns the index of a library by words: the phrases for each proxy, and the weight of each word."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.matching.terms import GENERIC, joined, qualified, terms
from sv_cli.model.figures import Library, Proxy
from sv_cli.model.vocabulary import Unit

_TITLE, _SYNONYM, _OUTCOME = 1.0, 1.0, 0.5
_ENOUGH = 8.0  # the weight that a phrase is compared with if its own is less
_FEW = 3  # proxies at most that count a rare unit
_GENERIC = 0.6  # the weight of a word that any promise may use


class Phrase(Struct, frozen=True):
    """A phrase for a proxy: ``what`` it is (title, synonym, outcome), its stems, and its share (0..1) if all are found.

    ``whole`` is the weight of all its words, or _ENOUGH and a little more if that is greater.
    """

    what: str
    text: str
    terms: tuple[str, ...]
    weight: float
    whole: float = 0.0


class Entry(Struct, frozen=True):
    """One proxy: its phrases, all stems that it uses (``said``), and its codes of other frameworks in small letters."""

    proxy: Proxy
    unit: Unit
    phrases: tuple[Phrase, ...]
    said: frozenset[str]
    codes: frozenset[str]


class Index(Struct, frozen=True):
    """A library by words. ``tells`` is each stem's weight: ln(1 + proxies ÷ proxies that use it), less for GENERIC.

    ``bound`` maps a stem of one proxy to the stem that it always follows there: the leavers of a prison.
    ``numbered`` maps a number to the stem that it mostly follows, as 3 follows “level”.
    ``rare`` are units that few proxies count, so that they tell as much as a word does.
    """

    entries: tuple[Entry, ...]
    tells: Mapping[str, float]
    bound: Mapping[str, str]
    numbered: Mapping[str, str]
    units: Mapping[str, Unit]
    rare: frozenset[str]

    def weight(self, term: str) -> float:
        """The weight of a stem; 2 for one that no proxy uses, like that of a fairly common one."""
        return self.tells.get(term, 2.0)


def index_of(library: Library) -> Index:
    """The index of all of ``library``'s proxies."""
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
    """The weight of all words of a phrase, but at least _ENOUGH and a hundredth of that weight."""
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

"""Owns the proposals: which proxies the words, codes and unit of a commitment point to, how strongly, and why.

The weight of a word is high when few proxies use it (`Index.weight`).

    phrase     = for the best of a proxy's phrases: weight of its words that are found ÷ weight of all its words,
                 less for a phrase with little weight, to the power of 1.2
    coverage   = weight of the commitment's words that the proxy uses anywhere ÷ weight of all its words
    fit        = 0.7 × phrase + 0.3 × coverage, raised for a unit that fits, lowered for one that does not, and for an
                 activity that is no outcome

A word counts as found when it, or one that differs in a letter or two, is there. One that the library uses only after a
certain other word counts less after another: care leavers are not prison leavers.
"""

import re
from collections.abc import Container, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct
from rapidfuzz import fuzz, process

from sv_cli.matching.index import Entry, Index, Phrase
from sv_cli.matching.terms import GENERIC, qualified, stem, terms
from sv_cli.matching.words import COMES, DEEDS, NEAR, OF_DEEDS
from sv_cli.model.bids import Commitment
from sv_cli.model.matches import Proposal
from sv_cli.model.vocabulary import Unit
from sv_cli.valuation.convert import speaks_of_co2

_PHRASE, _COVERAGE = 0.7, 0.3
_CLOSE = 86  # the least likeness (of 100) of two words that count as one
_SHORTEST_FUZZY = 5
_CONVEX = 1.2  # the power: half of a phrase counts less than half
_RARE_UNIT, _SAME_UNIT, _CONVERTIBLE, _NEAR_UNIT, _OTHER_UNIT = 0.24, 0.12, 0.08, 0.65, 0.4
_UNKNOWN_UNIT = 0.8  # factor for an unknown unit whose words the proxy does not use
_DEED_ALONE = 0.45  # factor for an activity that is no outcome
_CODE_ALONE, _CODE_SHARED = 0.95, 0.25  # the least fit with a code of this proxy alone; added for one of several
_BOUND = 0.4  # factor for a word that follows another word than in the library
_LEAST = 0.35  # the least fit of a proposal
_SHOWN = 5
_LONGEST, _LONGEST_UNIT = 1000, 40
_CODE = re.compile(r"\b([A-Za-z]{2,5}) ?([0-9]{1,3}[a-z]?)\b")


class _Said(Struct, frozen=True):
    """What a commitment says: ``words`` of the library with their weights, codes, and activities without outcome.

    ``whole`` is the weight of all its words, those that no proxy uses included.
    """

    commitment: Commitment
    words: Mapping[str, float]
    whole: float
    codes: frozenset[str]
    deeds: Mapping[str, str]


def propose(commitment: Commitment, index: Index) -> tuple[Proposal, ...]:
    """Up to five proxies that ``commitment`` may mean, best first; none when nothing points anywhere."""
    said = _said_by(commitment, index)
    telling = said.words.keys() - GENERIC
    near = (each for each in index.entries if not (each.said.isdisjoint(telling) and each.codes.isdisjoint(said.codes)))
    kept = [each for each in (_proposal(entry, said, index) for entry in near) if each.fit >= _LEAST]
    return tuple(sorted(kept, key=lambda each: (-each.fit, each.proxy.id))[:_SHOWN])


def _said_by(commitment: Commitment, index: Index) -> _Said:
    text = commitment.description[:_LONGEST]
    words = [word for word in terms(text) if not _is_count(word, text, commitment, index)]
    found = _less_bound(_found(words, index), text, index)
    weights = {term: index.weight(term) * alike for term, alike in found.items()}
    whole = sum(index.weight(word) for word in words if not word.isdigit() or word in index.tells)
    codes = _CODE.findall(f"{commitment.reference or ''} {text}")
    folded = frozenset(f"{letters}{digits}".casefold() for letters, digits in codes)
    return _Said(commitment, weights, whole, folded, _deeds_alone(text))


def _is_count(word: str, text: str, commitment: Commitment, index: Index) -> bool:
    """Whether a number is a quantity and not part of a name: the 4 of “4 apprentices”, not that of “level 4”."""
    before = index.numbered.get(word)
    if before is None or qualified(text).get(word) == before:
        return False
    return before not in terms(text) or commitment.quantity == int(word)


def _found(words: Sequence[str], index: Index) -> Mapping[str, float]:
    """The library's words that the commitment uses, each with its likeness (0..1) to the commitment's word."""
    found: dict[str, float] = {}
    for word in words:
        if word in index.tells:
            found[word] = 1.0
        elif len(word) >= _SHORTEST_FUZZY:
            for near, score, _ in process.extract(
                word, index.tells.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=3
            ):
                found[near] = max(found.get(near, 0.0), score / 100)
    return found


def _less_bound(found: Mapping[str, float], text: str, index: Index) -> Mapping[str, float]:
    behind = qualified(text)
    other = {term for term in found if term in behind and index.bound.get(term, term) not in (term, *found)}
    return {term: alike * _BOUND if term in other else alike for term, alike in found.items()} if other else found


def _proposal(entry: Entry, said: _Said, index: Index) -> Proposal:
    phrase, share = _best_phrase(entry, said.words)
    fit, reasons = _PHRASE * share + _COVERAGE * _coverage(entry, said), []
    if share:
        reasons.append(_shared(phrase, said.words))
    fit, reasons = _with_code(fit, reasons, entry, said.codes, index)
    fit, unit = _with_unit(fit, entry, said.commitment, index, {term for term in phrase.terms if term in said.words})
    deed = _deed_of_none(entry, said.deeds)
    if deed:
        fit *= _DEED_ALONE
        reasons.append(f"but “{deed}” is an activity, not its result")
    return Proposal(entry.proxy, fit, (*reasons, unit), _unit_fits(entry, said.commitment, index))


def _best_phrase(entry: Entry, words: Mapping[str, float]) -> tuple[Phrase, float]:
    best, most = Phrase("", "", (), 0.0), 0.0
    for phrase in entry.phrases:
        there = sum([words[term] for term in phrase.terms if term in words])
        share = phrase.weight * (there / phrase.whole) ** _CONVEX if there else 0.0
        if share > most:
            best, most = phrase, share
    return best, most


def _coverage(entry: Entry, said: _Said) -> float:
    there = sum([weight for term, weight in said.words.items() if term in entry.said])
    return min(1.0, there / said.whole) if said.whole else 0.0


def _shared(phrase: Phrase, found: Container[str]) -> str:
    shared, whole = sum(term in found for term in phrase.terms), len(phrase.terms)
    words = "every word" if shared == whole else f"{shared} of {whole} words"
    return f"shares {words} with its {phrase.what} “{phrase.text}”"


def _with_code(
    fit: float, reasons: list[str], entry: Entry, codes: frozenset[str], index: Index
) -> tuple[float, list[str]]:
    shared = sorted(codes & entry.codes)
    if not shared:
        return fit, reasons
    users = sum(bool(codes & other.codes) for other in index.entries)
    named = f"the code {shared[0].upper()} maps to it"
    if users == 1:
        return max(fit, _CODE_ALONE), [named, *reasons]
    others = "another" if users == 2 else f"{users - 1} others"  # noqa: PLR2004 - itself and one more
    return fit + _CODE_SHARED, [f"{named} and to {others}", *reasons]


def _with_unit(
    fit: float, entry: Entry, commitment: Commitment, index: Index, shared: AbstractSet[str]
) -> tuple[float, str]:
    """``fit`` changed by how the unit fits, and the reason; less where the unit is only a word that is ``shared``."""
    stated = index.units.get(commitment.unit or "")
    if stated is None:
        own = " ".join((commitment.unit_text or "").split())[:_LONGEST_UNIT]
        unit = f"the unit “{own}” is unknown" if own else "no unit is stated"
        counted = terms(own)
        less = _UNKNOWN_UNIT if counted and entry.said.isdisjoint(counted) else 1.0
        return fit * less, f"{unit}; it counts {entry.unit.many}"
    if stated.id == entry.unit.id:
        tells_more = stated.id in index.rare and not shared <= {*terms(commitment.unit_text or "")}
        more = _RARE_UNIT if tells_more else _SAME_UNIT
        return fit + more * (fit > 0), f"both count {stated.many}"
    if stated.dimension == entry.unit.dimension:
        return fit + _CONVERTIBLE * (fit > 0), f"{stated.many} can be converted into {entry.unit.many}"
    if _of_co2(stated, entry, commitment):
        return fit + _CONVERTIBLE * (fit > 0), f"the description says that the {stated.many} are of CO2"
    less = _NEAR_UNIT if any({stated.dimension, entry.unit.dimension} <= near for near in NEAR) else _OTHER_UNIT
    return fit * less, f"but it counts {entry.unit.many}, not {stated.many}"


def _of_co2(stated: Unit, entry: Entry, commitment: Commitment) -> bool:
    pair = (stated.dimension, entry.unit.dimension)
    return pair == ("mass", "CO2e") and speaks_of_co2(commitment.description)


def _unit_fits(entry: Entry, commitment: Commitment, index: Index) -> bool:
    stated = index.units.get(commitment.unit or "")
    if stated is None:
        return False
    return stated.dimension == entry.unit.dimension or _of_co2(stated, entry, commitment)


def _deeds_alone(text: str) -> Mapping[str, str]:
    """The activities that a text names, by their stems; none where it has a word of an outcome too."""
    return {} if COMES.search(text) else {stem(deed.casefold()): deed for deed in DEEDS.findall(text)}


def _deed_of_none(entry: Entry, deeds: Mapping[str, str]) -> str:
    """The first of ``deeds`` that is in no phrase of ``entry``; none where the entry's unit counts activities."""
    if not deeds or entry.unit.dimension in OF_DEEDS:
        return ""
    own = {term for phrase in entry.phrases for term in phrase.terms}
    return next((deed for term, deed in deeds.items() if term not in own), "")

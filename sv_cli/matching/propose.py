"""Owns the proposing: which proxies the words, codes and unit of a commitment point to, how strongly, and why.

    phrase     = the best of a proxy's phrases: the telling weight of its words that are found, over that of all,
                 lessened for a phrase that is short of telling words
    coverage   = the telling weight of the commitment's words that the proxy uses anywhere, over that of all
    fit        = 0.7 × phrase + 0.3 × coverage, raised for a unit that fits, lowered for one that does not

A word counts as found when it is there, or when a word is there that differs in a letter or two. One that the library
says behind a certain other word alone counts for less behind another: the leavers of care are not those of a prison.
"""

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process

from sv_cli.matching.index import Entry, Index, Phrase
from sv_cli.matching.terms import qualified, terms
from sv_cli.model.bids import Commitment
from sv_cli.model.matches import Proposal

_PHRASE, _COVERAGE = 0.7, 0.3
_CLOSE = 86
_SHORTEST_FUZZY = 5
_ENOUGH = 8.0
_SAME_UNIT, _CONVERTIBLE, _OTHER_UNIT = 0.12, 0.08, 0.4
_CODE_ALONE, _CODE_SHARED = 0.95, 0.25
_BOUND = 0.4
_LEAST = 0.35
_SHOWN = 5
_LONGEST, _LONGEST_UNIT = 1000, 40
_CODE = re.compile(r"\b([A-Za-z]{2,5}) ?([0-9]{1,3}[a-z]?)\b")


def propose(commitment: Commitment, index: Index) -> tuple[Proposal, ...]:
    """Up to five proxies that ``commitment`` may mean, best first; none when nothing points anywhere."""
    text = commitment.description[:_LONGEST]
    words = terms(text)
    found = _less_bound(_found(words, index), text, index)
    codes = {
        f"{letters}{digits}".casefold() for letters, digits in _CODE.findall(f"{commitment.reference or ''} {text}")
    }
    near = (each for each in index.entries if not each.said.isdisjoint(found) or not each.codes.isdisjoint(codes))
    proposals = (_proposal(entry, commitment, words, found, codes, index) for entry in near)
    kept = [each for each in proposals if each.fit >= _LEAST]
    return tuple(sorted(kept, key=lambda each: (-each.fit, each.proxy.id))[:_SHOWN])


def _found(words: Sequence[str], index: Index) -> Mapping[str, float]:
    """The library's words that the commitment uses, each with how alike it is to the word that is there (0..1)."""
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


def _proposal(
    entry: Entry,
    commitment: Commitment,
    words: Sequence[str],
    found: Mapping[str, float],
    codes: set[str],
    index: Index,
) -> Proposal:
    phrase, share = _best_phrase(entry, found, index)
    coverage = _coverage(entry, words, found, index)
    fit, reasons = _PHRASE * share + _COVERAGE * coverage, []
    if share:
        reasons.append(_said(phrase, found))
    fit, reasons = _with_code(fit, reasons, entry, codes, index)
    fit, unit = _with_unit(fit, entry, commitment, index)
    return Proposal(entry.proxy, fit, (*reasons, unit), _unit_fits(entry, commitment, index))


def _best_phrase(entry: Entry, found: Mapping[str, float], index: Index) -> tuple[Phrase, float]:
    scored = [(phrase, _share(phrase, found, index)) for phrase in entry.phrases]
    return max(scored, key=lambda pair: pair[1], default=(Phrase("", "", (), 0.0), 0.0))


def _share(phrase: Phrase, found: Mapping[str, float], index: Index) -> float:
    whole = sum(map(index.weight, phrase.terms))
    there = sum(index.weight(term) * found.get(term, 0.0) for term in phrase.terms)
    return phrase.weight * there / max(whole, _ENOUGH)


def _coverage(entry: Entry, words: Sequence[str], found: Mapping[str, float], index: Index) -> float:
    whole = sum(index.weight(word) for word in words if not word.isdigit() or word in index.tells)
    there = sum(index.weight(term) * alike for term, alike in found.items() if term in entry.said)
    return min(1.0, there / whole) if whole else 0.0


def _said(phrase: Phrase, found: Mapping[str, float]) -> str:
    shared, whole = sum(term in found for term in phrase.terms), len(phrase.terms)
    words = "every word" if shared == whole else f"{shared} of {whole} words"
    return f"shares {words} with its {phrase.what} “{phrase.text}”"


def _with_code(fit: float, reasons: list[str], entry: Entry, codes: set[str], index: Index) -> tuple[float, list[str]]:
    shared = sorted(codes & entry.codes)
    if not shared:
        return fit, reasons
    users = sum(bool(codes & other.codes) for other in index.entries)
    named = f"the code {shared[0].upper()} is mapped to it"
    if users == 1:
        return max(fit, _CODE_ALONE), [named, *reasons]
    others = "another" if users == 2 else f"{users - 1} others"  # noqa: PLR2004 - itself and one more
    return fit + _CODE_SHARED, [f"{named}, as to {others}", *reasons]


def _with_unit(fit: float, entry: Entry, commitment: Commitment, index: Index) -> tuple[float, str]:
    stated = index.units.get(commitment.unit or "")
    if stated is None:
        own = " ".join((commitment.unit_text or "").split())[:_LONGEST_UNIT]
        unit = f"the unit “{own}” is not known" if own else "no unit is stated"
        return fit, f"{unit}; it counts {entry.unit.many}"
    if stated.id == entry.unit.id:
        return fit + _SAME_UNIT * (fit > 0), f"both count {stated.many}"
    if stated.dimension == entry.unit.dimension:
        return fit + _CONVERTIBLE * (fit > 0), f"{stated.many} can be turned into {entry.unit.many}"
    return fit * _OTHER_UNIT, f"but it counts {entry.unit.many}, not {stated.many}"


def _unit_fits(entry: Entry, commitment: Commitment, index: Index) -> bool:
    stated = index.units.get(commitment.unit or "")
    return stated is not None and stated.dimension == entry.unit.dimension

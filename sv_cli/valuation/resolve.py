"""Owns the way from a reference in a bid to a proxy: by its id, or by a code of another framework that maps to one."""

import re
from collections.abc import Mapping

from msgspec import Struct, field

from sv_cli.findings.many import MOST_OF_A_KIND
from sv_cli.late import late
from sv_cli.library.nearest import nearest_text
from sv_cli.model.bids import Commitment
from sv_cli.model.figures import Library, Proxy, UnvaluedCode
from sv_cli.valuation.problem import Problem

_CODE = late(r"([A-Za-z&]{1,6})([0-9]+(?:\.[0-9]+)*[A-Za-z]?)")
_PUNCTUATED = late(
    r"['\u2019]?([A-Za-z&](?:\.?[A-Za-z&]){0,5})[\s._/\-\u2010-\u2015]*([0-9]+(?:\.[0-9]+)*[A-Za-z]?)\.?"
)
# No near spelling is offered for a code: one digit away is another measure, and not a slip of the pen
_ANY_CODE = late(r"[A-Za-z&]{0,6}[\s.\-#]*[0-9]+(?:\.[0-9]+)*[\s.\-]*[A-Za-z]?|\W*(?:[A-Za-z]\W*){0,2}")
_BETWEEN = late(r"[\s/,;|+()\[\]]+")
_APART = late(r"\s*(?:[/,;+&|\n]|\band\b)\s*", re.IGNORECASE)
_TOKEN = late(r"[a-z0-9]+")
_SAYING_NOTHING = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "per", "the", "to", "with"))
_SHOWN = 80  # characters of a cell that a finding quotes
_NAMED = 6  # proxies that a finding lists


class References(Struct, frozen=True):
    """The library's proxies by what a bid may call them: folded ids, and folded codes of other frameworks.

    ``unvalued`` are codes that no proxy values, for a stated reason. ``offers`` remembers, for one bid, what was
    offered in place of each unknown reference; it stops growing where findings are only counted (MOST_OF_A_KIND).
    """

    by_id: Mapping[str, Proxy]
    by_code: Mapping[str, tuple[Proxy, ...]]
    unvalued: Mapping[str, UnvaluedCode]
    offers: dict[str, str] = field(default_factory=dict)


def references_of(library: Library) -> References:
    """Index ``library``'s proxies once, for all the references of a bid."""
    by_code: dict[str, tuple[Proxy, ...]] = {}
    for proxy in library.proxies.values():
        for code in (code for codes in proxy.maps_to.values() for code in codes):
            folded = _folded(code)
            if folded.isdecimal():
                continue  # a bare number such as a goal's is no reference to a measure
            by_code[folded] = (*by_code.get(folded, ()), proxy)
    by_id = {_folded(key): proxy for key, proxy in library.proxies.items()}
    return References(by_id, by_code, {_folded(key): each for key, each in library.unvalued_codes.items()})


def resolved(commitment: Commitment, references: References) -> tuple[Proxy, bool]:
    """The proxy that the commitment names, and whether by another framework's code rather than by its id.

    Raises Problem when the commitment has no reference, or one that names no proxy or several.
    """
    text = commitment.reference
    if not text:
        raise Problem("no-reference", "reference", description=commitment.description[:_SHOWN])
    folded = _folded(text)
    proxy = references.by_id.get(folded)
    if proxy is not None:
        return proxy, False
    coded = references.by_code.get(folded) or _of_any(_codes(text), references)
    if len(coded) == 1:
        return coded[0], True
    if coded:
        raise Problem("shared-code", "reference", reference=text[:_SHOWN], candidates=_listed(coded))
    unvalued = unvalued_code(text, references)
    if unvalued is not None:
        raise Problem("code-not-valued", "reference", reference=text[:_SHOWN], **why_not(unvalued))
    raise Problem("unknown-reference", "reference", reference=text[:_SHOWN], nearest=_offer(text, references))


def _offer(text: str, references: References) -> str:
    """The end of a sentence on an unknown reference: that it names several measures, or which are spelled like it."""
    offers = references.offers
    known = (references.by_id, references.by_code, references.unvalued)
    parts = [_folded(part) for part in _APART.split(text[:_SHOWN])]
    if len(parts) > 1 and all(any(part in each for each in known) for part in parts):
        return f"; it names {len(parts)} measures, and each needs its own line and quantity"
    if text not in offers and (_ANY_CODE.fullmatch(text.strip()) or len(offers) >= MOST_OF_A_KIND):
        return ""
    if text not in offers:
        names = [each.id for each in references.by_id.values()] + [each.upper() for each in references.by_code]
        offers[text] = nearest_text(text, names)
    return offers[text]


def unvalued_code(text: str, references: References) -> UnvaluedCode | None:
    """The unvalued code that ``text`` names, however it is punctuated; None if none."""
    return next((each for code in (text, *_codes(text)) if (each := references.unvalued.get(_folded(code)))), None)


def why_not(unvalued: UnvaluedCode) -> dict[str, str]:
    """The fields of the finding ``code-not-valued``, but for the reference."""
    instead = f"; for benefits beyond that, use one of {', '.join(unvalued.instead)}"
    return {"counts": unvalued.counts, "reason": unvalued.why, "instead": instead if unvalued.instead else ""}


def _codes(text: str) -> list[str]:
    return _unpunctuated(text) or _names_of_one_measure(text)


def with_other_words(commitment: Commitment, proxy: Proxy, references: References) -> str:
    """The reference and the words that follow it in its cell; ``""`` where these only repeat its proxy's title.

    Raises Problem where the words, following without a sign between, could make it the id of another proxy.
    """
    words = commitment.reference_words
    if not words or _tokens(words) <= _tokens(f"{proxy.title} {proxy.unit} {proxy.id}"):
        return ""
    text = f"{commitment.reference} {words}"[:_SHOWN]
    theme, _, _ = proxy.id.partition(".")
    own, said = _tokens(proxy.id), _tokens(f"{proxy.id} {words}")
    others = tuple(
        each for each in references.by_id.values() if each.id.startswith(f"{theme}.") and own < _tokens(each.id) <= said
    )
    if others and (words[0].isalnum() or words[0] in "(["):
        raise Problem("shared-code", "reference", reference=text, candidates=_listed((proxy, *others)))
    return text


def _tokens(text: str) -> set[str]:
    """The words of ``text`` in small letters, without a plural's "s" and without articles and prepositions."""
    return {word.removesuffix("s") for word in _TOKEN.findall(text.casefold())} - _SAYING_NOTHING


def _unpunctuated(text: str) -> list[str]:
    """The codes that ``NT-17``, ``N.T.17``, ``NT017`` or ``NT17.`` may stand for, with and without leading noughts."""
    match = _PUNCTUATED.fullmatch(text.strip())
    letters, number = (match[1].replace(".", ""), match[2]) if match else ("", "")
    return list(dict.fromkeys((letters + number, letters + number.lstrip("0")))) if match else []


def _names_of_one_measure(text: str) -> list[str]:
    """The codes of ``NT1 RE1 FM1``, as handbooks print what one measure is called in each of their editions.

    They have one number and letters of their own each. ``NT1/NT2`` are two measures, and no names of one.
    """
    parts = [_CODE.fullmatch(part) for part in _BETWEEN.split(text.strip(" )]"))]
    letters, numbers = {part and part[1].casefold() for part in parts}, {part and part[2].casefold() for part in parts}
    one = len(parts) > 1 and None not in letters and len(numbers) == 1 and len(letters) == len(parts)
    return [part[0] for part in parts if part] if one else []


def _of_any(codes: list[str], references: References) -> tuple[Proxy, ...]:
    found = {proxy.id: proxy for code in codes for proxy in references.by_code.get(_folded(code), ())}
    return tuple(found.values())


def _listed(proxies: tuple[Proxy, ...]) -> str:
    ids = sorted(each.id for each in proxies)
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    return ", ".join(ids[:_NAMED]) + more


def _folded(text: str) -> str:
    """``text`` as references are compared: without case, spaces, and the apostrophe of a number typed as text."""
    return "".join(text.split()).lstrip("'\u2019").casefold()

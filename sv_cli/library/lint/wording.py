"""Owns the rules about words: titles that are too alike, texts copied from proxy to proxy, unseen characters."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from rapidfuzz import fuzz

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding
from sv_cli.library.lint.subject import Subject
from sv_cli.library.overlay import name_of

_SMALL = frozenset({"a", "an", "the", "of", "in", "into", "to", "for", "by", "and", "or", "per", "with"})
_WORD = re.compile(r"[^\W_]+")
_TYPO = 80  # the least likeness (of 100) at which two words may be one, misspelt
_REPEATED = 6
_FEWEST_WORDS = 5


def titles(subject: Subject) -> Iterator[Finding]:
    """No two proxies have titles with the same words, or the same but for the spelling of one."""
    by_rest: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for proxy in subject.library.proxies.values():
        for word, rest in _each_word(_words(proxy.title)):
            by_rest.setdefault(rest, []).append((proxy.id, word))
    for placed, proxy in subject.proxies():
        alike = {
            other: None
            for word, rest in _each_word(_words(proxy.title))
            for other, theirs in by_rest[rest]
            if _one_word(word, theirs) and (other > proxy.id or not (other == proxy.id or _is_reported(other, subject)))
        }
        for other in alike:
            fields = {"proxy": proxy.id, "title": proxy.title, "other": other}
            yield finding("title-alike", placed.place, **fields, theirs=subject.library.proxies[other].title)


def _is_reported(proxy: str, subject: Subject) -> bool:
    return subject.entries.placed["proxies"][proxy].file in subject.files


def _words(title: str) -> list[str]:
    return sorted(_singular(word) for word in _WORD.findall(title.casefold()) if word not in _SMALL)


def _singular(word: str) -> str:
    return word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")


def _each_word(words: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every word, paired with all the others."""
    return ((word, (*words[:n], *words[n + 1 :])) for n, word in enumerate(words))


def _one_word(one: str, other: str) -> bool:
    """Whether two words are the same but for spelling; numbers have to be the same altogether."""
    return one == other or (one.isalpha() and other.isalpha() and fuzz.ratio(one, other) >= _TYPO)


def copied_guidance(subject: Subject) -> Iterator[Finding]:
    """What counts is written for each proxy of its own, and not copied from another."""
    first: dict[str, str] = {}
    for proxy in subject.library.proxies.values():
        first.setdefault(_flat(proxy.counts), proxy.id)
    for placed, proxy in subject.proxies():
        owner = first[_flat(proxy.counts)]
        if owner != proxy.id:
            yield finding("guidance-copied", placed.place, proxy=proxy.id, other=owner)


def copied_evidence(subject: Subject) -> Iterator[Finding]:
    """No line of evidence is the same in six proxies or more."""
    users: dict[str, list[str]] = {}
    for proxy in subject.library.proxies.values():
        for line in proxy.evidence:
            users.setdefault(_flat(line), []).append(proxy.id)
    for placed, proxy in subject.proxies():
        for line in proxy.evidence:
            count = len(users[_flat(line)])
            if count >= _REPEATED and users[_flat(line)][0] == proxy.id:
                yield finding("evidence-copied", placed.place, line=line, count=count)


def thin_guidance(subject: Subject) -> Iterator[Finding]:
    """What counts is told in five words or more."""
    for placed, proxy in subject.proxies():
        if len(proxy.counts.split()) < _FEWEST_WORDS:
            yield finding("guidance-thin", placed.place, proxy=proxy.id)


def hidden(subject: Subject) -> Iterator[Finding]:
    """No text has an unseen character, which would make two words differ that look the same."""
    for kind in subject.entries.placed:
        for placed in subject.placed(kind):
            for text in _texts(msgspec.to_builtins((placed.entry, placed.source))):
                unseen = next((each for each in text if _unseen(each)), None)
                if unseen is not None:
                    name = unicodedata.name(unseen, f"U+{ord(unseen):04X}").lower()
                    yield finding("character-hidden", placed.place, id=name_of(placed, kind), character=name)
                    break


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from (key, *_texts(each))
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _texts(each)


def _unseen(character: str) -> bool:
    return (not character.isprintable() and character != "\n") or character in "\u00a0\u202f"


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())

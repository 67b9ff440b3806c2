"""Owns random texts that match a pattern, thousands in a second; repeats are mostly as short as the pattern allows."""

import random
import re
from collections.abc import Iterable, Iterator
from re import _parser as parser  # there is no other way to a pattern's parts
from typing import Any

_OF_CLASS = {"CATEGORY_DIGIT": "0123456789", "CATEGORY_SPACE": " "}
_ANY = "ab 1-"  # stands for letters, digits and signs where any will do
_MORE = 0.3  # how often something stands there that need not


def drawn(pattern: str, flags: int = 0, *, count: int) -> Iterator[str]:
    """``count`` texts, the same in every run; without those that a look-around or a boundary refuses."""
    parts, chance, compiled = parser.parse(pattern, flags), random.Random(pattern), re.compile(pattern, flags)  # noqa: S311 - no secret
    for _ in range(count):
        text = _text(parts, chance, {})
        if compiled.search(text):
            yield text


def _text(parts: Iterable[Any], chance: random.Random, groups: dict[int, str]) -> str:
    return "".join(_of_part(str(kind), said, chance, groups) for kind, said in parts)


def _of_part(kind: str, said: Any, chance: random.Random, groups: dict[int, str]) -> str:  # noqa: PLR0911 - a return for each part of a pattern
    match kind:
        case "LITERAL":
            return chr(said)
        case "IN":
            return _of_class(chance.choice(said) if str(said[0][0]) != "NEGATE" else said[0], chance)
        case "BRANCH":
            return _text(chance.choice(said[1]), chance, groups)
        case "SUBPATTERN":
            groups[said[0]] = _text(said[-1], chance, groups)
            return groups[said[0]]
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, repeated = said
            times = chance.randint(least, min(most, least + 2)) if chance.random() < _MORE else least
            return "".join(_text(repeated, chance, groups) for _ in range(times))
        case "ATOMIC_GROUP":
            return _text(said, chance, groups)
        case "GROUPREF":
            return groups.get(said, "")
        case "ASSERT":
            return _text(said[1], chance, groups)
        case "AT" | "ASSERT_NOT":
            return ""
    return chance.choice(_ANY)


def _of_class(one: Any, chance: random.Random) -> str:
    kind, said = str(one[0]), one[1]
    if kind == "LITERAL":
        return chr(said)
    if kind == "RANGE":
        return chr(chance.randint(*said))
    return chance.choice(_OF_CLASS.get(str(said), _ANY))

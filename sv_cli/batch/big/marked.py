"""Owns the SQL that finds texts which may begin with a mark, such as “Total:” or “Example:”, that makes a row odd."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sv_cli.batch.big.source import quoted
from sv_cli.bids.terms.words import Words

_SIGNS = r"[\W_]*"  # between the letters of a mark


def may_be_marked(column: str, words: Words) -> str:
    """SQL for whether a text may begin with a mark; the first character, quick to compare, rules most out."""
    first = {head[0] for head in words.heads}
    safe = [at for at in range(128) if at == 0 or (chr(at).isalnum() and chr(at).lower() not in first)]
    marked = f"regexp_matches({column}, {quoted(f'(?i)^(?:{_beginnings(words)})')})"
    # CASE and not AND, with which the engine would match the pattern against every text
    return f"CASE WHEN {_begins(column, safe)} THEN false ELSE {marked} END"


def _begins(column: str, characters: Iterable[int]) -> str:
    """SQL for whether a text's first character is one of these ASCII ones; bits of two numbers are the fastest test."""
    low, high = (sum(1 << at % 64 for at in set(characters) if at // 64 == half) for half in range(2))
    bits = f"CASE WHEN first_{column} < 64 THEN {low}::UBIGINT ELSE {high}::UBIGINT END"
    return f"(first_{column} < 128 AND ({bits} >> CAST(first_{column} & 63 AS UBIGINT)) & 1 = 1)"


@lru_cache(1)
def _beginnings(words: Words) -> str:
    """A pattern for texts that may begin with a mark, without look-ahead, which the engine does not have."""
    short = "|".join(_SIGNS.join(word) for word in words.shortest)
    return rf"{_SIGNS}(?:{_spread(words.beginnings)}|(?:{short})(?:[^a-z]|$))"


def _spread(words: Iterable[str]) -> str:
    """A pattern for ``words`` with signs between their letters, as a prefix tree, so that common beginnings occur once.

    The engine compiles a pattern the slower, the more often signs may occur in it.
    """
    further: dict[str, list[str]] = {}
    for word in words:
        further.setdefault(word[0], []).append(word[1:])
    begun = (re.escape(letter) + (_SIGNS + _spread(rest) if all(rest) else "") for letter, rest in further.items())
    return f"(?:{'|'.join(begun)})"

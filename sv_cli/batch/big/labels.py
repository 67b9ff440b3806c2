"""Owns the SQL that finds cells which hold one of a list of labels and nothing else."""

from collections.abc import Collection, Iterable

from sv_cli.batch.big.layout import letters_of
from sv_cli.batch.big.source import named
from sv_cli.bids.tables.less.kinds import UNPROMISED
from sv_cli.bids.terms.standing_words import STOOD_DOWN


def is_unpromised(column: str) -> str:
    """SQL for whether a text is a word for what is no promise."""
    return is_one_of(column, map(letters_of, UNPROMISED | STOOD_DOWN))


def is_label(column: str, labels: Collection[str]) -> str:
    """SQL for whether a text is a label of a fact; digits count, since “years” is one and “3 years” is not."""
    return is_one_of(column, labels, "a-z0-9")


def is_one_of(column: str, labels: Iterable[str], kept: str = "a-z") -> str:
    """SQL for whether the characters ``kept`` of a text are one of ``labels``; its beginning rules most texts out."""
    listed = sorted(labels)
    begun = "|".join(sorted({f"[^{kept}]*".join(label[:3]) for label in listed}))
    whole = f"list_contains([{named(listed)}], {_as_label(column, kept)})"
    return f"CASE WHEN regexp_matches({column}, '(?i)^[^{kept}]*([(\\[]|{begun})') THEN {whole} ELSE false END"


def _as_label(column: str, kept: str) -> str:
    """SQL for the characters ``kept`` of a text up to its first colon, without what is in brackets."""
    bare = f"regexp_replace(split_part({column}, ':', 1), '[(\\[][^)\\]]*[)\\]]', '', 'g')"
    return f"regexp_replace(lower({bare}), '[^{kept}]+', '', 'g')"

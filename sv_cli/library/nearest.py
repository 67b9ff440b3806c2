"""Owns the offer of near names in place of an unknown one: “did you mean …?”."""

from collections.abc import Iterable
from itertools import islice, product

_FEW = 3
_CUTOFF = 65  # below it they share a few letters by chance
_MOST_NAMES = 2_000


def nearest(name: str, names: Iterable[str]) -> list[str]:
    """Up to three of ``names`` that are spelled most like ``name``, best first; their order does not matter.

    Out of more than _MOST_NAMES none is offered, so that many misspelt names cost little time.
    """
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - only a misspelt name needs it

    ordered = sorted(names)
    if len(ordered) > _MOST_NAMES:
        return []
    wanted = utils.default_process(name[:200])
    found = process.extract(
        wanted, ordered, scorer=fuzz.WRatio, processor=utils.default_process, limit=None, score_cutoff=_CUTOFF
    )

    def unlike(match: tuple[str, float, int]) -> float:
        """Sort key: the coarse score, the same for all names with one word in common, less that of all words."""
        return -match[1] - fuzz.token_ratio(wanted, utils.default_process(match[0]))

    def is_alike(choice: str) -> bool:
        """Whether a single word is alike: the coarse score also finds the letters of “Leeds” in “England and Wales”."""
        name = utils.default_process(choice)
        pairs = [(wanted, name), *product(wanted.split(), name.split())]
        return any(fuzz.ratio(said, word) >= _CUTOFF or word.startswith(said) for said, word in pairs)

    return list(islice((choice for choice, _, _ in sorted(found, key=unlike) if is_alike(choice)), _FEW))


def nearest_text(name: str, names: Iterable[str]) -> str:
    """The offer as the end of a sentence: ``; nearest are 'a', 'b'``, or ``; did you mean 'a'?``, or nothing."""
    found = nearest(name, names)
    if len(found) == 1:
        return f"; did you mean {found[0]!r}?"
    return f"; nearest are {', '.join(map(repr, found))}" if found else ""

"""Works out of the pattern of notes with which words one may begin, as `sv_cli/bids/terms/beginnings.py` keeps them.

``python -m tests.bids.beginnings`` writes them down anew.
"""

import textwrap
from collections.abc import Iterable
from pathlib import Path
from re import _parser as parser  # there is no other way to a pattern's parts
from typing import Any

from sv_cli.bids.terms import beginnings
from sv_cli.bids.terms.notes import SAID

_FILE = Path(beginnings.__file__)
_ENDED = " "  # stands behind a word that is whole


def first_words(pattern: str) -> list[str]:
    """The first words of whatever matches; what begins with anything but a letter has none."""
    return sorted({word.strip() for word in _along({""}, parser.parse(pattern))} - {""})


def _along(begun: set[str], parts: Iterable[Any]) -> set[str]:
    for part in parts:
        whole = {word for word in begun if word.endswith(_ENDED)}
        begun = whole | _with(begun - whole, *part)
    return begun


def _with(begun: set[str], kind: Any, said: Any) -> set[str]:
    """Words that are not whole yet, with what a part of the pattern adds to each."""
    match str(kind):
        case "LITERAL" if chr(said).isalpha():
            return {word + chr(said) for word in begun}
        case "IN" if all(str(each) == "LITERAL" for each, _ in said):
            return {each for one in said for each in _with(begun, *one)}
        case "IN" if begun and any(chr(least).isalpha() for _, (least, _) in _ranges(said)):
            raise ValueError(f"any letters at all may stand behind {sorted(begun)}: spell out which")
        case "BRANCH":
            return {each for branch in said[1] for each in _along(begun, branch)}
        case "SUBPATTERN":
            return _along(begun, said[-1])
        case "MAX_REPEAT":
            least, most, repeated = said
            once = _along(begun, repeated) if begun else begun
            going = {word for word in once if not word.endswith(_ENDED)}
            more = _with(going, kind, (0, most - 1, repeated)) if going - begun and most > 1 else set()
            return once | more | (begun if least == 0 else set())
    return {word + _ENDED for word in begun}  # at a space, a digit, or the end


def _ranges(said: Any) -> list[Any]:
    return [each for each in said if str(each[0]) == "RANGE"] if str(said[0][0]) != "NEGATE" else []


def written(words: Iterable[str]) -> str:
    """The module that keeps the words."""
    head, opening, rest = _FILE.read_text().partition('_WORDS = """\n')
    _, closing, tail = rest.partition('"""\n')
    return f"{head}{opening}{textwrap.fill(' '.join(words), 120)}\n{closing}{tail}"


if __name__ == "__main__":
    _FILE.write_text(written(first_words(SAID)))

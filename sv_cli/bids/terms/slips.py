"""Owns slips of the pen in headings: the known words that a misspelt one is so near to that no other is meant."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, product

from sv_cli.bids.cells.text import normal
from sv_cli.bids.cells.units import Units
from sv_cli.late import late

_WORD = late(r"[^\W\d_]{3,}")
_SWAPPED = 3  # of words this short only two letters that changed places are a slip
_LONG = 9  # in words this long two slips are still one word
_LONGEST = 60
_MOST = 16
_MOST_KNOWN = 1_000  # bounds the memory, not the meaning
_CAMEL = late(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
# What the columns of databases are called for short
_SHORTENED = {"cd": "code", "desc": "description", "amt": "amount", "nbr": "number", "num": "number",
              "cmt": "commitment", "meas": "measure", "tgt": "target", "vol": "volume", "qty": "quantity",
              "ref": "reference"}  # fmt: skip
# What people who type a heading themselves most often spell wrong
_OFTEN_MISSPELT = ("reference", "commitment", "commitments", "quantity", "description", "measure", "measurement",
                   "evidence", "units")  # fmt: skip
LONG_ENOUGH = 6  # of shorter words only letters that changed places are a slip; another letter makes another word


class Slips:
    """The words of known headings, and what a heading with a misspelt one may mean."""

    def __init__(self, names: Iterable[str], units: Units) -> None:
        self._units = units
        self._words: dict[str, tuple[str, ...]] = {}
        for word in sorted({word for name in names for word in name.split(" ") if _WORD.fullmatch(word)}):
            self._words[word[0]] = (*self._words.get(word[0], ()), word)
        self._known: dict[str, tuple[tuple[str, int], ...]] = {}

    def respelt(self, bare: str, text: str) -> tuple[tuple[str, int], ...]:
        """The text with the misspelt words of ``bare`` put right, in every way that is as near as any.

        Each with the length of the shortest such word; nothing where one of them cannot be put right.
        """
        if len(text) > _LONGEST:
            return ()
        if text not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known[text] = tuple(self._respelt(bare, text))
        return self._known[text]

    def _respelt(self, bare: str, text: str) -> Iterator[tuple[str, int]]:
        words = dict.fromkeys(match[0].casefold() for match in _WORD.finditer(bare))
        unknown = [word for word in words if not self._is_known(word)]
        ways = {word: _nearest(word, self._words.get(word[0], ()), 2 if len(word) >= _LONG else 1) for word in unknown}
        if not ways or not all(ways.values()):
            return
        for right in islice(product(*ways.values()), _MOST):
            spelling = dict(zip(ways, right, strict=True))
            meant = _WORD.sub(lambda match, said=spelling: said.get(match[0].casefold(), match[0]), text)  # type: ignore[misc]
            yield meant, min(map(len, unknown))

    def _is_known(self, word: str) -> bool:
        return word in self._words.get(word[0], ()) or word in _SHORTENED or self._units.find(word) is not None


def spelt_out(text: str) -> list[str]:
    """The words of a heading, those of ``measureRef``, ``MEASURE_CD`` and ``Measure_x0020_Ref`` too."""
    return [_SHORTENED.get(word) or _spelt_right(word) for word in taken_apart(text)]


def taken_apart(text: str) -> list[str]:
    """The words of a heading; those that a database wrote as one are parted: ``UnitOfMeasure``."""
    return normal(_CAMEL.sub(" ", text.removesuffix("__c").replace("_x0020_", " "))).split(" ")


@lru_cache(maxsize=_MOST_KNOWN)
def _spelt_right(word: str) -> str:
    if word in _OFTEN_MISSPELT:
        return word
    one = word.removesuffix("s")
    return next((right for right in _OFTEN_MISSPELT if right == one or _one_slip(word, right)), word)


def _one_slip(word: str, right: str) -> bool:
    """Whether one letter is missing, extra, wrong or swapped with the next; the first letter has to be right."""
    if word[:1] != right[0] or not _nearest(word, (right,), most=1):
        return False
    return len(word) >= LONG_ENOUGH or sorted(word) == sorted(right)


def _nearest(word: str, words: tuple[str, ...], most: int) -> list[str]:
    """Those of ``words`` that a word is nearest to, by no more than so many slips."""
    likely = [right for right in words if _may_be(word, right, most)]
    if not likely:
        return []
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only a heading that is nearly known needs it

    slips = {right: OSA.distance(word, right) for right in likely}
    fewest = min(slips.values())
    return [right for right in likely if slips[right] == fewest] if fewest <= most else []


def _may_be(word: str, right: str, most: int) -> bool:
    """Whether two words may be one that is misspelt: their letters, in any order, hardly differ."""
    if abs(len(word) - len(right)) > most:
        return False
    more, fewer = Counter(word) - Counter(right), Counter(right) - Counter(word)
    if len(word) <= _SWAPPED or len(right) <= _SWAPPED:
        return not more and not fewer
    return more.total() <= most and fewer.total() <= most

"""Owns the look for many stems at once in texts whose words are mostly known from others."""

from collections.abc import Iterable

_MOST_KNOWN = 20_000  # words, which are those of many bids


class Stems:
    """Tells which of many stems stand in a text: only words that are new are looked at for each of them.

    A text that holds a stem has a word with the longest part of it between spaces.
    """

    def __init__(self, stems: Iterable[str]) -> None:
        self._parts = {stem: max(stem.split(), key=len) for stem in stems}
        self._known: set[str] = set()
        self._telling: dict[str, list[str]] = {}

    def within(self, text: str) -> list[str]:
        """The stems in a text in small letters, in their order."""
        words = set(text.split())
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
            self._telling.clear()
        self._learn(words - self._known)
        maybe = {stem for word in words & self._telling.keys() for stem in self._telling[word]}
        return [stem for stem in self._parts if stem in maybe and stem in text] if maybe else []

    def _learn(self, new: set[str]) -> None:
        if not new:
            return
        together = "\n".join(new)
        for stem, part in self._parts.items():
            if part in together:
                for word in new:
                    if part in word:
                        self._telling.setdefault(word, []).append(stem)
        self._known |= new

"""Owns regular expressions that are compiled only when they are first used: a run needs few of all that there are."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, cast

_USED = ("match", "fullmatch", "search", "sub", "findall", "finditer", "split")


class Late:
    """Stands in for a compiled pattern: compiles it at the first call of one of the methods in _USED."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern and keep its methods as attributes, so that this is called once."""
        if name not in _USED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update({each: getattr(compiled, each) for each in _USED})
        return self.__dict__[name]


class Rare:
    """Stands in for a long pattern that few texts match: it is compiled for the first text that holds a stem.

    Every match has to contain one of the ``stems``, in any letters' case; a test draws matches to see that each does.
    """

    def __init__(self, pattern: str, flags: int, stems: tuple[str, ...]) -> None:
        self.pattern = pattern
        self.flags = flags
        self.stems = stems

    @cached_property
    def _compiled(self) -> "re.Pattern[str]":
        return re.compile(self.pattern, self.flags)

    def may_match(self, text: str) -> bool:
        """Whether the text contains a stem; where it does not, the pattern cannot match."""
        text = text.casefold()
        for stem in self.stems:  # noqa: SIM110 - asked of every text that there is; `any` takes twice as long
            if stem in text:
                return True
        return False

    def match(self, text: str) -> "re.Match[str] | None":
        """The match at the beginning of the text."""
        return self._compiled.match(text) if self.may_match(text) else None

    def fullmatch(self, text: str) -> "re.Match[str] | None":
        """The match of the whole text."""
        return self._compiled.fullmatch(text) if self.may_match(text) else None

    def search(self, text: str) -> "re.Match[str] | None":
        """The first match in the text."""
        return self._compiled.search(text) if self.may_match(text) else None

    def sub(self, by: "str | Callable[[re.Match[str]], str]", text: str, count: int = 0) -> str:
        """The text with its matches replaced, the first ``count`` of them or all."""
        return self._compiled.sub(by, text, count) if self.may_match(text) else text


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``pattern``, compiled when it is first used; a faulty one raises re.error only then."""
    return cast("re.Pattern[str]", Late(pattern, flags))


def rare(pattern: str, stems: Iterable[str], flags: int = 0) -> Rare:
    """``pattern``, compiled for the first text that contains one of ``stems``, which are in small letters."""
    return Rare(pattern, flags, tuple(stems))

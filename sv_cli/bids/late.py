"""Owns regular expressions that are compiled when they are first used: most bids need few of those that there are."""

import re
from typing import Any, cast

_USED = ("match", "fullmatch", "search", "sub", "findall", "finditer", "split")


class Late:
    """Stands in for a compiled pattern, and becomes one when it is asked for any of what such a pattern does."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern, and keep what it does as this object's own, which is then found without this."""
        if name not in _USED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update({each: getattr(compiled, each) for each in _USED})
        return self.__dict__[name]


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``pattern``, to be compiled when it is first used; raises re.error only then, if it is none."""
    return cast("re.Pattern[str]", Late(pattern, flags))

"""Owns headings that say what the letters below them stand for: ``Committed (C) / Aspirational (A)``."""

from collections.abc import Mapping
from functools import lru_cache

from sv_cli.late import late

_LONGEST = 120
_WORDS = r"(?P<words>[A-Za-z][a-z]+(?:[ -][a-z]+){0,3})"
_BEHIND = late(rf"(?:\b(?:or|and) )?{_WORDS} ?[(\[](?P<letter>[A-Za-z])[)\]]")  # “Firm (F)”
_BEFORE = late(rf"\b(?P<letter>[A-Za-z]) ?[=:\u2013-] ?{_WORDS}")  # “F = firm”
_SEVERAL = 2


@lru_cache(maxsize=1024)
def legend_of(heading: str) -> Mapping[str, str]:
    """The words by the letter that stands for each of them below a heading, where it explains two at least."""
    if len(heading) > _LONGEST or not ("(" in heading or "=" in heading or ":" in heading or "-" in heading):
        return {}
    for pattern in (_BEHIND, _BEFORE):
        said = {match["letter"].casefold(): match["words"] for match in pattern.finditer(heading)}
        if len(said) >= _SEVERAL:
            return said
    return {}

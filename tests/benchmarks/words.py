"""Varied sentences from the library, for the benchmarks: texts that differ only in digits would be read too quickly."""

import re

from tests.benchmarks.reading import library_that_ships

_END, _SHORTEST = re.compile(r"[.;]\s"), 15
PLACES = ("Bolton", "Camden", "Derby", "Exeter", "Hull", "Leeds", "Luton", "Oldham", "Poole", "Salford", "Truro")


def sentences() -> list[str]:
    """What the library says of outcomes and evidence, several hundred different sentences."""
    proxies = library_that_ships().proxies.values()
    texts = (text for each in proxies for text in (each.title, *each.evidence, *_END.split(each.outcome)))
    return sorted({text.strip() for text in texts if len(text) > _SHORTEST})

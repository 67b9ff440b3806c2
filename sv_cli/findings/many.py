"""Owns the shortening of many findings: the first of each kind are kept, the rest counted; codes by row."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sv_cli.findings.catalogue import BY_NAME, finding
from sv_cli.findings.finding import At, Finding, Place

MOST_OF_A_KIND = 1_000
_NONE: Mapping[str, int] = {}


def folded(findings: Iterable[Finding], file: str, uncounted: Mapping[str, int] = _NONE) -> tuple[Finding, ...]:
    """The findings, at most MOST_OF_A_KIND of each name and all fatal ones, then one for each name that has more.

    ``uncounted`` gives, by name, the number of further findings that were left out before.
    """
    seen: Counter[str] = Counter()
    kept: list[Finding] = []
    for each in findings:
        seen[each.name] += 1
        if seen[each.name] <= MOST_OF_A_KIND or each.fatal:
            kept.append(each)
    for name in dict.fromkeys((*seen, *uncounted)):
        more = max(seen[name] - MOST_OF_A_KIND, 0) + uncounted.get(name, 0)
        if more and not BY_NAME[name].fatal:
            fields = {"count": f"{more:,}", "code": BY_NAME[name].code, "name": name, "kept": f"{MOST_OF_A_KIND:,}"}
            kept.append(finding("more-of-the-same", Place(file=file), **fields))
    return tuple(kept)


def codes_of_rows(findings: Iterable[Finding]) -> dict[At, str]:
    """The codes of the findings on each row, in their order, each once, with spaces between."""
    codes: dict[At, dict[str, None]] = {}
    for each in findings:
        if each.place.row is not None:
            codes.setdefault(each.place.line, {})[each.code] = None
    return {key: " ".join(names) for key, names in codes.items()}

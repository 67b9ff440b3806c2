"""Owns the warning that two lines of one bid may count one outcome twice, by what the library knows of its proxies."""

from collections.abc import Sequence

from sv_cli.findings.finding import Finding
from sv_cli.model.bids import Bid
from sv_cli.model.figures import Proxy
from sv_cli.model.valuations import Line
from sv_cli.valuation.noting import note


def overlap_findings(lines: Sequence[Line], bid: Bid) -> list[Finding]:
    """One warning for each pair of proxies that exclude each other or share an overlap group, at the later line."""
    first: dict[str, Line] = {}
    for line in lines:
        if line.valued and line.proxy is not None:
            first.setdefault(line.proxy.id, line)
    order = {key: n for n, key in enumerate(first)}
    return [
        _finding(first[earlier], first[later], why, bid)
        for later, others in _candidates([line.proxy for line in first.values() if line.proxy]).items()
        for earlier in sorted(others, key=order.__getitem__)
        if order[earlier] < order[later]
        if (why := _reason(first[earlier].proxy, first[later].proxy))
    ]


def _candidates(proxies: Sequence[Proxy]) -> dict[str, set[str]]:
    """For each proxy's id, those of the bid that it may overlap with; found by group, so that large bids stay quick."""
    groups: dict[str, set[str]] = {}
    for proxy in proxies:
        for group in proxy.overlaps:
            groups.setdefault(group, set()).add(proxy.id)
    found = {proxy.id: set[str]().union(*(groups[group] for group in proxy.overlaps)) for proxy in proxies}
    for proxy in proxies:
        for other in proxy.excludes:
            if other in found:
                found[proxy.id].add(other)
                found[other].add(proxy.id)
    return found


def _reason(one: Proxy | None, other: Proxy | None) -> str | None:
    """Why the two overlap; None where they do not."""
    if one is None or other is None:
        return None
    if other.id in one.excludes or one.id in other.excludes:
        return "the library says that one excludes the other"
    shared = sorted(set(one.overlaps) & set(other.overlaps))
    return f"both value {shared[0].replace('-', ' ')}" if shared else None


def _finding(earlier: Line, later: Line, why: str, bid: Bid) -> Finding:
    mine, other = (line.proxy.id if line.proxy else "" for line in (later, earlier))
    row = earlier.commitment.at
    return note("same-outcome-twice", later.commitment, bid, "reference", proxy=mine, other=other, row=row, why=why)

"""Owns one bid's valuations by several methods, side by side, with a bridge from the first to each of the others."""

from collections.abc import Sequence

from msgspec import Struct

from sv_cli.findings.finding import Finding
from sv_cli.model.figures import Library
from sv_cli.model.valuations import Valuation
from sv_cli.valuation.bridge import Bridge, bridge


class SideBySide(Struct, frozen=True):
    """One bid by several methods, in the order that they were asked for, and a bridge from the first to each other."""

    valuations: tuple[Valuation, ...]
    bridges: tuple[Bridge, ...]

    @property
    def findings(self) -> tuple[tuple[Finding, tuple[str, ...]], ...]:
        """Every finding once, with the ids of the methods under which it was found."""
        methods: dict[Finding, list[str]] = {}
        for valuation in self.valuations:
            for finding in dict.fromkeys(valuation.findings):
                methods.setdefault(finding, []).append(valuation.method.id)
        return tuple((finding, tuple(names)) for finding, names in methods.items())


def side_by_side(valuations: Sequence[Valuation], library: Library) -> SideBySide:
    """``valuations`` of one bid by distinct methods; the first is the one that the others are compared with."""
    first, *others = valuations
    bridges = tuple(
        bridge(first.bid, library, first.method, other.method, (first.price_year, other.price_year)) for other in others
    )
    return SideBySide(tuple(valuations), bridges)

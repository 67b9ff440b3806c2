"""Owns the case that checks judge: one valuation, the library, the day, and the lines that a selection names."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct

from sv_cli.checks.selecting import Selecting
from sv_cli.checks.words import number
from sv_cli.findings.finding import At, Place
from sv_cli.library.framework_shapes import Selection
from sv_cli.model.bids import Commitment, Contract
from sv_cli.model.valuations import Line, Valuation
from sv_cli.valuation.noting import place_in

_ALL = Selection()


class Violation(Struct, frozen=True):
    """What breaks a rule: the name of a finding, its fields, and the commitment and field that it is about.

    Without a commitment it is about the whole bid, or about ``place``.
    """

    name: str
    fields: Mapping[str, Any]
    commitment: Commitment | None = None
    about: str = "reference"
    place: Place | None = None


class FactNeeded(Exception):  # noqa: N818 - it becomes a finding
    """A rule cannot be judged without a ``fact`` of the contract that is not stated; ``option`` would state it."""

    def __init__(self, fact: str, option: str) -> None:
        super().__init__(fact)
        self.fact = fact
        self.option = option


class Ground:
    """What rules need before there is a bid: the library, its units, and the proxies that selections name."""

    def __init__(self, selecting: Selecting) -> None:
        self.selecting = selecting
        self.library = selecting.library

    def said(self, quantity: Decimal, unit: str) -> str:
        """``quantity`` of a unit by its id, in words: ``1,200 hours``."""
        found = self.library.vocabulary.units[unit]
        return f"{number(quantity)} {found.one if quantity == 1 else found.many}"

    def converted(self, quantity: Decimal, stated: str, wanted: str) -> Decimal:
        """``quantity`` of the unit ``stated`` in the unit ``wanted``; both have to be `alike`."""
        units = self.library.vocabulary.units
        return quantity * units[stated].factor / units[wanted].factor

    def alike(self, one: str, other: str) -> bool:
        """Whether two units, by their ids, are of one dimension."""
        units = self.library.vocabulary.units
        return units[one].dimension == units[other].dimension


class Case(Ground):
    """One bid to be judged. The list of lines that a selection names is made once, for any number of rules."""

    def __init__(self, valuation: Valuation, selecting: Selecting, today: date) -> None:
        super().__init__(selecting)
        self.valuation = valuation
        self.today = today
        self._named: dict[Selection, list[Line]] = {}
        self._keys: dict[Selection, frozenset[At]] = {}
        self._unvalued = {line.commitment.line for line in valuation.lines if not line.valued}

    def is_unvalued(self, place: Place) -> bool:
        """Whether the commitment at ``place`` has no value."""
        return place.line in self._unvalued

    def place(self, commitment: Commitment, about: str) -> Place:
        """The place of the field ``about`` of a commitment."""
        return place_in(self.valuation.bid, commitment, about)

    @property
    def contract(self) -> Contract:
        """The contract's facts, as far as they are known."""
        return self.valuation.bid.contract

    def named(self, selection: Selection = _ALL) -> list[Line]:
        """The lines with a proxy that ``selection`` names, valued or not, in the bid's order."""
        lines = self._named.get(selection)
        if lines is None:
            proxies = self.selecting.proxies(selection)
            lines = [line for line in self.valuation.lines if line.proxy is not None and line.proxy.id in proxies]
            self._named[selection] = lines
        return lines

    def lines(self, selection: Selection) -> list[Line]:
        """The lines that ``selection`` names; where it leaves nothing out, those without a proxy too."""
        return list(self.valuation.lines) if selection.everything else self.named(selection)

    def is_of(self, place: Place, selection: Selection) -> bool:
        """Whether the line at ``place`` is one of `lines`."""
        keys = self._keys.get(selection)
        if keys is None:
            keys = self._keys[selection] = frozenset(line.commitment.line for line in self.lines(selection))
        return place.line in keys

    def valued(self, selection: Selection = _ALL) -> list[Line]:
        """The lines that ``selection`` names and that are valued, with a quantity other than 0."""
        return [line for line in self.named(selection) if line.quantity]

    def contract_value(self) -> Decimal:
        """The contract's value in pounds; raises FactNeeded."""
        if self.contract.value is None:
            raise FactNeeded("the contract's value", "--contract-value")
        return self.contract.value

    def contract_years(self) -> Decimal:
        """The contract's length in years; raises FactNeeded."""
        if self.contract.years is None:
            raise FactNeeded("the contract's length", "--years")
        return self.contract.years

    def contract_start(self) -> date:
        """The day that the contract starts on; raises FactNeeded."""
        if self.contract.start is None:
            raise FactNeeded("the contract's start", "--start")
        return self.contract.start

    def contract_place(self) -> str:
        """The contract's place as the bid writes it; raises FactNeeded."""
        if self.contract.place is None:
            raise FactNeeded("the contract's place", "--place")
        return self.contract.place


def distinct(lines: Iterable[Line]) -> dict[str, Line]:
    """The first line of each measure, by the proxy's id, in the bid's order."""
    first: dict[str, Line] = {}
    for line in lines:
        if line.proxy is not None:
            first.setdefault(line.proxy.id, line)
    return first

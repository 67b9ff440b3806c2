"""Owns headings that name a time or a share of the whole: years, their parts, running totals, lots."""

import re
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from sv_cli.bids.cells.looks import speaks_of_money
from sv_cli.bids.cells.parts import FISCAL, Part, find_part, find_slice, without_a_year_of_months
from sv_cli.bids.cells.periods import find_period
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.cells.units import COUNT, Units
from sv_cli.bids.tables.headings.heading import PART, PERIOD, RUNNING, Heading
from sv_cli.bids.tables.headings.stages import several_years, without_its_stage
from sv_cli.bids.terms.forms import PER_YEAR, by_noun, unbracketed
from sv_cli.bids.terms.slips import spelt_out
from sv_cli.late import late, rare

_CUMULATIVE = rare(
    r"[(\[]?\b(?:cumulative|cumul|cum|running)\b\.?(?: total| target| qty| quantity)?[)\]]?",
    ("cum", "running"),
    re.IGNORECASE,
)
WORDED = "because it names a year, and what is promised in it"  # in amounts, or in words alone
_PROMISED = frozenset(("commitment", "commitments", "pledge", "pledges", "promise", "promises"))
_WITHIN = late(r"^(?:in|for|during)\b ?| ?\b(?:in|for|during)$")
# “Saving (kWh)”, “tCO2e saved”; of hours given it may be said how many they were
_SAVED = late(
    r"^(?:savings?|reductions?) (?:in |of )?(?=\S)"
    r"| (?:to be [a-z]+|saved|avoided|offered|committed|pledged|promised|proposed)(?: (?:in|for|during))?$"
)
_BY = late(r"(?: (?:split|spread|profiled?))? (?:by|for|in|over)$")  # “Quantity by year” over 1, 2 and 3
_AND_LATER = late(r"[0-9] ?\+\s*(?:[(\[]|$)|\byears 2 onwards?\b", re.IGNORECASE)  # “Year 2+”: each of the later ones
_FINANCIAL = late(r"\b[fc]y ?(?:20)?([0-9]{2})\b", re.IGNORECASE)


def is_cumulative(text: str) -> bool:
    """Whether a heading says that its amounts hold all that has come together until then."""
    return _CUMULATIVE.search(text) is not None


class TimedHeadings:
    """Recognises a time or a share in a heading, beside a name of the quantity or a unit and nothing else."""

    def __init__(self, names: Mapping[str, tuple[str, int]], units: Units) -> None:
        self._names = names
        self._units = units

    def part(self, text: str) -> Heading | None:
        """``Apr-26``, ``Q1 2026/27`` or ``H1 target``."""
        found = find_part(text)
        if found is None:
            return None
        part, rest = found
        financial = _FINANCIAL.search(rest)
        if financial and part.year is None:  # whichever April it begins in, the quarters of one year are those
            part, rest = replace(part, year=2000 + int(financial[1]), label=FISCAL), _FINANCIAL.sub(" ", rest)
        period, rest = find_period(rest.replace("( )", "")) or (None, rest)
        if not self._is_amount(rest):
            return None
        return Heading(PART, "because it names a part of a year", period=period, part=part, unit=self._unit_in(rest))

    def period(self, text: str) -> Heading | None:
        """``2026/27``, ``Year 1 target``."""
        if _AND_LATER.search(text):
            return None
        found = next(filter(None, map(find_period, dict.fromkeys((without_a_year_of_months(text), text)))), None)
        if found is not None and found[1] and (bare := without_its_stage(text)) != text:
            found = find_period(bare)
        rest = _WITHIN.sub("", found[1]) if found else ""
        if found is None or not (self._is_amount(rest) or rest in _PROMISED):
            return None
        how = WORDED if rest in _PROMISED else "because it names a year"
        return Heading(PERIOD, how, period=found[0], unit=self._unit_in(rest))

    def years(self, text: str) -> Heading | None:
        """``Target Yr 1-3``: an amount of several years in turn, which are all of them where nothing stands beside."""
        found = several_years(text)
        words = normal(found[1]) if found else ""
        return found[0] if found and words and self._is_amount(words) else None

    def running(self, text: str) -> Heading | None:
        """``Q2 (cumulative)``: all that has come together by the end of a time."""
        bare = _CUMULATIVE.sub(" ", text)
        found = None if bare == text else self.part(bare) or self.period(bare)
        return (
            replace(found, field=RUNNING, how="because it names a date up to which amounts are added")
            if found
            else None
        )

    def slice(self, text: str, recognise: Callable[[str], Heading | None]) -> Heading | None:
        """``Lot 2``, ``Lot 1 (North) hours``, ``Sub-contractor``: a share; no lot is called as a heading is."""
        found = find_slice(folded(unbracketed(text)))
        if found is None:
            return None
        part, rest = found
        period, rest = find_period(rest) or (None, rest)
        if not self._is_amount(rest) and (not _may_be_called(part, rest) or recognise(rest) is not None):
            return None
        per = "year" if PER_YEAR.search(folded(text)) else ""
        unit = self._unit_in(rest)
        return Heading(PART, "because it names a share of the contract", unit=unit, per=per, period=period, part=part)

    def _is_amount(self, rest: str) -> bool:
        """Whether what a heading says beside its time is nothing, an amount or a unit."""
        words = _BY.sub("", normal(PER_YEAR.sub(" ", rest)))
        entry = self._names.get(words) or self._spelt_out(words) if words else ("quantity", 0)
        return (entry is not None and entry[0] in ("quantity", "total", "count")) or self._find(words) is not None

    def _spelt_out(self, words: str) -> tuple[str, int] | None:
        """``proposed qty``: by what its words stand for."""
        spelt = " ".join(spelt_out(words))
        return self._names.get(spelt) or by_noun(spelt)

    def _unit_in(self, rest: str) -> str | None:
        words = normal(PER_YEAR.sub(" ", rest))
        unit = self._find(words) if words and words not in self._names else None
        return None if unit == COUNT else unit

    def _find(self, words: str) -> str | None:
        """The unit of ``hours``, and of ``tCO2e saved`` and ``Saving (kWh)``, which are no money."""
        counted = _SAVED.sub("", words)
        unit = self._units.find(words) or self._units.find(counted)
        return None if unit and counted != words and unit.startswith("GBP") else unit


def _may_be_called(part: Part, rest: str) -> bool:
    """Whether what stands beside ``Lot 2 -`` may be what the lot is called."""
    return part.label.startswith("lot") and not speaks_of_money(rest)

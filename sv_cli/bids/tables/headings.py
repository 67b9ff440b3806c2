"""Owns the recognition of one heading: which field it names, and what else it says of the numbers below it."""

import re
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from sv_cli.bids.cells.looks import speaks_of_money
from sv_cli.bids.cells.parts import Part, find_part, find_slice, without_a_year_of_months
from sv_cli.bids.cells.periods import find_period
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.cells.units import COUNT, Units
from sv_cli.bids.late import late
from sv_cli.bids.tables.heading import COUNTS, PART, PERIOD, POUNDS, RATE, RUNNING, Heading
from sv_cli.bids.tables.stages import odd_year, several_years, without_its_stage
from sv_cli.bids.terms.forms import (
    BRACKETS,
    BY_NAME,
    IN_ALL,
    OF_TABLE,
    PER_YEAR,
    SUM_OF,
    bare_unit,
    candidates,
    of_what,
)
from sv_cli.bids.terms.slips import LONG_ENOUGH, Slips, spelt_out
from sv_cli.model.vocabulary import Vocabulary

_RATE = late(
    r"\b(?:each|apiece|(?:per|a|every) (?:week|wk|month|mth|mnth|quarter|qtr|term|day|fortnight|person|head|pupil"
    r"|participant|employee|post|visit|session|event|volunteer|apprentice|placement|group|school|site)"
    r"|p\.?/?w\.?|p\.?c?\.?m\.?|daily|weekly|fortnightly|monthly|quarterly|termly)$"
    r"|/ ?(?:week|wk|month|mth|quarter|qtr|day|person)$|^(?:daily|weekly|fortnightly|monthly|quarterly|termly)\b",
    re.IGNORECASE,
)
_CUMULATIVE = late(
    r"[(\[]?\b(?:cumulative|cumul|cum|running)\b\.?(?: total| target| qty| quantity)?[)\]]?", re.IGNORECASE
)
_LESS = late(r"(?:total )?(?:reductions?|savings?) (?:in |of )?(.+)", re.IGNORECASE)
_AGAIN = late(r"(.*[a-z]) ?[1-9]")
_NOT_PER_YEAR = late(rf"\bnot {PER_YEAR.pattern}", re.IGNORECASE)
_PER_POUND = late(r"\bper £|/ ?£(?! ?/)", re.IGNORECASE)
# “Number or £”, whichever the unit is
_NUMBER_OR_POUNDS = late(
    r"(?:£ ?(?:/|or) ?)?(?:no|nr|number|qty|quantity|amount|units)\.?(?: ?(?:/|or) ?£)?", re.IGNORECASE
)
_PLURAL = late(r"\((e?s)\)", re.IGNORECASE)
_OR = late(r"\s*(?:/|\||\bor\b|\n)\s*", re.IGNORECASE)
_AND = late(r"\s*(?:&|\+|\band\b)\s*", re.IGNORECASE)
_BOTH = (("reference", "description"), ("quantity", "unit"))
_SHARE = late(r"^%|%$|\(\s*%(?: of [^()]*)?\s*\)")
_EITHER = late(r"/|\bor\b", re.IGNORECASE)
_COUNTED = late(r"^(?:(?:total )?(?:no|nr|number|nos) of|how many) (.+)$")
_COUNT_FIRST = late(
    r"(?:total )?(?:(?:no|nos|nr|number|numbers|how many)\b|#)(?!.*\b(?:units?|amount|value|much|quantity)\b)(?!.*£)",
    re.IGNORECASE,
)
_COUNT_ALONE = late(r"(?:no|nos|nr|number|ea|each|units?)\.?|#", re.IGNORECASE)
_COUNTING = frozenset(("quantity", "count", "total"))
DONE = late(
    r" (?:(?:to be )?(?:saved|avoided|given|donated|provided|delivered|offered|committed|pledged|promised|created"
    r"|invested|supported|diverted|proposed|volunteered|funded|hired))$",
    re.IGNORECASE,
)
_ANSWER = late(r"(?:.* )?(?:responses?|answers?|offers?) ?[(\[](?P<part>[a-z /]+)[)\]]", re.IGNORECASE)
_SCALED = late(r"^\s*(?:in )?(?:'?0{2,3}'?s?|thousands?|hundreds?|millions?|dozens?|k)\s*$", re.IGNORECASE)
_MULTIPLIED = late(r"(?<![\d,.])'?000'?s?\b|\bthousands?\b|\bx ?1,?000\b|\bin (?:hundreds|millions)\b", re.IGNORECASE)
_LONGEST = 400
# Of their headings a short word may be misspelt too: what their columns hold shows whether it is
_OFTEN_TYPED = frozenset(("reference", "description", "quantity", "unit", "count", "total"))
_DATES = frozenset(("year", "month"))
# “Quantity you will deliver over the contract term”
_HOW_MUCH = late(
    r"(?:total )?(?:quantity|number|amount|units|volume|how many|how much)(?: of (?:each|it|them|units))?"
    r" (?:(?:that )?(?:you|we|the (?:bidder|tenderer|supplier|contractor)) (?:will|can|are|intend|commit|offer|promise)"
    r"|to be (?:deliver|provid|offer|committ|complet|achiev)|your organisation (?:will|can))"
)
_ASKING = ("what we ", "what you ", "what will ", "what are ")
_PLAIN = late(r"[A-Za-z\u00c0-\u00ff\s,.;:'\"()\[\]!?@+\u2013\u2014\u2019-]*")  # no digits, signs or slashes
_OTHER_WORDS = frozenset(("no", "nr", "nos", "number", "each", "apiece", "per", "a", "every"))
_FEWEST_WORDS = 6


class Headings:
    """The names of columns of one library, and what was chosen for this bid (``chosen``: field to heading)."""

    def __init__(self, vocabulary: Vocabulary, units: Units, chosen: Mapping[str, str]) -> None:
        self._units = units
        self._chosen = {normal(heading): name for name, heading in chosen.items()}
        self._settled = frozenset(chosen)
        self.not_yet = frozenset(map(normal, vocabulary.not_yet))
        self._names: dict[str, tuple[str, int]] = {}
        for name, names in vocabulary.columns.items():
            for rank, text in enumerate(names):
                self._names.setdefault(normal(text), (name, rank))
        self._sentences = tuple(
            name
            for name, (field, _) in self._names.items()
            if (field == "description" and name.startswith(_ASKING)) or name.startswith("which measure")
        )
        self._words = _OTHER_WORDS.union(name.split(" ", 1)[0] for name in self._names)
        self._known: dict[str, Heading | None] = {}
        self._slips = Slips(self._names, units)

    def recognise(self, text: str) -> Heading | None:
        """What the heading names, or None; worked out once for each distinct text."""
        if len(text) > _LONGEST:
            return None
        if text not in self._known:
            if len(self._known) > 50_000:  # noqa: PLR2004 - bounds the memory
                self._known.clear()
            self._known[text] = self._recognise(SUM_OF.sub("", text))
        return self._known[text]

    def has_name(self, cells: Iterable[object]) -> bool:
        """Whether one of the cells is a name as it is known, or as it was chosen, which is told at once."""
        texts = (normal(cell) for cell in cells if isinstance(cell, str))
        return any(text in self._names or text in self._chosen for text in texts)

    def nearest(self, text: str) -> Heading | None:
        """What a heading that names nothing is a slip of the pen for; None unless it is one field's alone."""
        found: dict[str, Heading] = {}
        for meant, shortest in self._slips.respelt(BRACKETS.sub(" ", text), text):
            heading = self.recognise(meant)
            if heading and (heading.field in _OFTEN_TYPED or shortest >= LONG_ENOUGH):
                how = f"as a slip of the pen for {meant!r}"
                found.setdefault(heading.field, replace(heading, how=how, guessed=True))
        return found.popitem()[1] if len(found) == 1 else None

    def unit_alone(self, text: str) -> str | None:
        """The unit that a text names, in brackets or without, and nothing else."""
        unit = self._units.find(folded(text).strip("()[] "))
        return None if unit == COUNT else unit

    def names_units(self, text: str) -> bool:
        """Whether a heading names several units that may be offered: ``FTE / weeks offered``."""
        found = [self.recognise(part.strip()) for part in _OR.split(text)]
        units = {heading.unit for heading in found if heading and heading.field in ("quantity", POUNDS)}
        return len(found) > 1 and len(units) == len(found) and None not in units

    def _recognise(self, text: str) -> Heading | None:
        bare = normal(text)
        if not bare:
            return None
        if bare in self._chosen:
            return self._described(self._chosen[bare], 0, text, "as asked for")
        if self._says_nothing(text, bare):
            return None
        found = self._rate(text) or self._of_table(text) or self._named(text) or self._with_unit(text)
        if found and found.field == "quantity" and found.how != BY_NAME:
            found = self._period(text) or found  # “Target (Year 1)”
        if found is not None and found.field in self._settled:
            return None  # another column was chosen for this field
        return (
            found
            or self._either(text)
            or self._both(text)
            or self._running(text)
            or self._part(text)
            or self._period(text)
            or self._slice(text)
            or odd_year(text)
            or self._years(text)
            or _pounds(text)
            or self._again(bare)
            or self._spelt_out(text)
        )

    def _says_nothing(self, text: str, bare: str) -> bool:
        """Whether a plain text of many words has none that a heading is known by: so have most cells of most sheets."""
        words = bare.split()
        if len(words) < _FEWEST_WORDS or not _PLAIN.fullmatch(text):
            return False
        if not self._words.isdisjoint(words) or any(word[0] == "y" for word in words):
            return False  # a word with y may begin the name of a year
        line = folded(BRACKETS.sub(" ", text))
        return self._units.find(line) is None and self._units.find(DONE.sub("", line)) is None

    def _named(self, text: str) -> Heading | None:
        answer = _ANSWER.fullmatch(text.strip())
        field, rank = self._names.get(normal(answer["part"]), ("", 0)) if answer else ("", 0)
        if field in ("quantity", "count", "unit"):  # “Response (unit)”
            return self._described(field.replace("count", "quantity"), rank, text, "by the part that it names")
        for candidate, how in candidates(text):
            entry = self._names.get(candidate)
            if entry:
                return self._described(*entry, text, how)
        if IN_ALL.fullmatch(folded(BRACKETS.sub(" ", text))) and not self._is_length(text):
            return self._described("total", 100, text, "it speaks of the whole contract")
        counted = _COUNTED.match(normal(BRACKETS.sub(" ", text)))
        if counted:
            return self._described("quantity", COUNTS, text, "it counts something", hint=counted[1])
        bare = BRACKETS.sub(" ", _PLURAL.sub(r"\1", text))
        done = DONE.sub("", bare_unit(bare))
        unit = next(filter(None, map(self._units.find, (folded(bare), bare_unit(bare), of_what(bare), done))), None)
        unit = None if self._is_one(folded(bare)) else unit
        if unit and unit != COUNT and len(normal(text)) > 2 and normal(text) != "min":  # noqa: PLR2004 - a lone letter or sign names no column
            return self._described("quantity", 900, text, "it names a unit", hint=of_what(bare) or done)
        return self._begins(text)

    def _begins(self, text: str) -> Heading | None:
        """``What we will do for the community``: a question or a sentence that goes on."""
        words = normal(BRACKETS.sub(" ", text))
        if _HOW_MUCH.match(words):
            return self._described("quantity", COUNTS - 1, text, "by its first words")
        start = next((name for name in self._sentences if words.startswith(f"{name} ")), None)
        return self._described(*self._names[start], text, "by its first words") if start else None

    def _is_length(self, text: str) -> bool:
        """Whether a heading says that it is counted in years or months: ``Contract term (yrs)`` is no total."""
        return any(self._units.find(folded(part)) in ("year", "month") for part in BRACKETS.findall(text))

    def _is_one(self, name: str) -> bool:
        """``Item``, ``Person`` or ``Week``: it names which one, as ``Items`` and ``Hours`` say how many."""
        unit = self._units.find(name)
        many = self._units.find(f"{name}s") or self._units.find(f"{name[:-1]}ies") or self._units.find(f"{name}ren")
        return unit is not None and unit == many and len(name) > len("FTE")

    def _either(self, text: str) -> Heading | None:
        """``Target / Units offered``: two names for one field are that field; names of two fields are none."""
        parts = [normal(part) for part in _OR.split(BRACKETS.sub(" ", text))]
        entries = [self._names.get(part) for part in parts]
        named = [entry for entry in entries if entry]
        if any(field == "quantity" for field, _ in named):  # ``Number / Amount offered``
            named = [(field, rank) for field, rank in named if field != "count"]
        if len(parts) == 1 or None in entries or len({field for field, _ in named}) != 1:
            return None
        name, rank = min(named)
        return self._described(name, rank, text, "each of its names says so")

    def _both(self, text: str) -> Heading | None:
        """``Qty & unit`` and ``Ref and title``: what stands first in each cell."""
        parts = [normal(part) for part in _AND.split(BRACKETS.sub(" ", text))]
        entries = [self._names.get(part, ("", 0)) for part in parts]
        if tuple(field for field, _ in entries) not in _BOTH:
            return None
        return self._described(*entries[0], text, "by the first of its names")

    def _rate(self, text: str) -> Heading | None:
        """``Hours each``, ``Quantity (per month)``: of what there are so many, another column may say."""
        for line in (folded(BRACKETS.sub(" ", text)), folded(BRACKETS.sub(r" \1", text))):
            counted = _RATE.sub("", line).strip()
            if counted == line or not counted:
                continue
            entry = self._names.get(normal(counted), ("", 0))
            if entry[0] in ("quantity", "count") or self._units.find(counted) or self._with_unit(counted):
                return Heading(RATE, "it speaks of a rate", unit=self._units.find(counted))
        return None

    def _with_unit(self, text: str) -> Heading | None:
        """``Hours offered`` and ``Quantity, hrs``: a name of the quantity with its unit before or after it."""
        words = normal(bare_unit(BRACKETS.sub(" ", text))).split(" ")
        for at in range(1, len(words)):
            for named, unit in ((words[:at], words[at:]), (words[at:], words[:at])):
                name, rank = self._names.get(" ".join(named), ("", 0))
                counted = " ".join(unit)
                dated = counted in _DATES and unit == words[at:]  # “Target year” says when
                known = counted != "min" and not dated and self._units.find(counted) not in (None, COUNT)
                if name == "quantity" and known:
                    return self._described(name, rank, text, "by its name beside its unit", hint=counted)
        return self._less(text)

    def _less(self, text: str) -> Heading | None:
        """``Reduction (tCO2e)`` and ``Saving kWh``: so much less of something that is no money."""
        match = _LESS.fullmatch(folded(BRACKETS.sub(r" \1", text)))
        unit = self._units.find(match[1]) if match else None
        if match is None or unit in (None, COUNT, "percent") or str(unit).startswith("GBP"):
            return None
        return self._described("quantity", 900, text, "it names a unit", hint=match[1])

    def _again(self, bare: str) -> Heading | None:
        """``Quantity 2``, beside a quantity."""
        match = _AGAIN.fullmatch(bare)
        entry = self._names.get(match[1]) if match else None
        return Heading("quantity", "by its name without its number", 0) if entry and entry[0] == "quantity" else None

    def _spelt_out(self, text: str) -> Heading | None:
        """``TOM_CD``, ``measureRef`` or ``Qauntity``: by what the words stand for, or are a slip of the pen from."""
        entry = self._names.get(" ".join(spelt_out(BRACKETS.sub(" ", text))))
        return self._described(*entry, text, "by its name spelt out") if entry else None

    def _of_table(self, text: str) -> Heading | None:
        """``Promises[Quantity]``, ``fields.Unit``, ``Commitment: Unit``: the name behind that of its table."""
        match = OF_TABLE.fullmatch(text.strip())
        if match is None or normal(text) in self._names:
            return None
        inside = str(match["custom"] or match["column"] or match["field"] or match["part"])
        name, rank = self._names.get(normal(inside)) or self._names.get(" ".join(spelt_out(inside)), ("", 0))
        of_line = match["part"] is None or self._names.get(normal(match["line"]), ("", 0))[0] == "description"
        known = name in ("reference", "description", "quantity", "unit") and of_line
        return self._described(name, rank, inside, "by its name without its table's") if known else None

    def _part(self, text: str) -> Heading | None:
        """``Apr-26``, ``Q1 2026/27`` or ``H1 target``."""
        found = find_part(text)
        if found is None:
            return None
        part, rest = found
        period, rest = find_period(rest.replace("( )", "")) or (None, rest)
        if not self._is_amount(rest):
            return None
        return Heading(PART, "it names a part of a year", period=period, part=part, unit=self._unit_in(rest))

    def _period(self, text: str) -> Heading | None:
        found = find_period(without_a_year_of_months(text)) or find_period(text)
        if found is not None and found[1] and (bare := without_its_stage(text)) != text:
            found = find_period(bare)
        if found is None or not self._is_amount(found[1]):
            return None
        return Heading(PERIOD, "it names a year", period=found[0], unit=self._unit_in(found[1]))

    def _years(self, text: str) -> Heading | None:
        """``Target Yr 1-3``: an amount of several years in turn, which are all of them where nothing stands beside."""
        found = several_years(text)
        words = normal(found[1]) if found else ""
        return found[0] if found and words and self._is_amount(words) else None

    def _running(self, text: str) -> Heading | None:
        """``Q2 (cumulative)``: all that has come together by the end of a time."""
        bare = _CUMULATIVE.sub(" ", text)
        found = None if bare == text else self._part(bare) or self._period(bare)
        return replace(found, field=RUNNING, how="it names a time up to which amounts are added") if found else None

    def _slice(self, text: str) -> Heading | None:
        """``Lot 2``, ``Lot 1 (North) hours``, ``Sub-contractor``: a share of the quantity."""
        found = find_slice(folded(BRACKETS.sub(" ", text)))
        if found is None:
            return None
        part, rest = found
        period, rest = find_period(rest) or (None, rest)
        if not self._is_amount(rest) and not self._is_name(rest, part):
            return None
        per = "year" if PER_YEAR.search(folded(text)) else ""
        unit = self._unit_in(rest)
        return Heading(PART, "it names a share of the contract", unit=unit, per=per, period=period, part=part)

    def _is_name(self, rest: str, part: Part) -> bool:
        """Whether what stands beside ``Lot 2 -`` may be what the lot is called, and no other heading."""
        return part.label.startswith("lot") and self.recognise(rest) is None and not speaks_of_money(rest)

    def _is_amount(self, rest: str) -> bool:
        """Whether what a heading says beside its time is nothing, an amount or a unit."""
        words = normal(PER_YEAR.sub(" ", rest))
        entry = self._names.get(words) if words else ("quantity", 0)
        return (entry is not None and entry[0] in ("quantity", "total")) or self._units.find(words) is not None

    def _unit_in(self, rest: str) -> str | None:
        words = normal(PER_YEAR.sub(" ", rest))
        unit = self._units.find(words) if words and words not in self._names else None
        return None if unit == COUNT else unit

    def _described(self, name: str, rank: int, text: str, how: str, hint: str = "") -> Heading:
        line = folded(text)
        inside = [part.strip() for part in BRACKETS.findall(line)]
        named = (self._units.find(bare_unit(part)) for part in (hint, *inside) if part)
        units = [unit for unit in named if unit and unit != COUNT]
        if name == "quantity" and not units and _SHARE.search(line) and not _EITHER.search(line):
            units = [unit for unit in (self._units.find("%"),) if unit]
        either = _NUMBER_OR_POUNDS.fullmatch(line) is not None
        return Heading(
            field="own_unit_value" if name == "reference" and "£" in line else name,  # “Proxy (£)” names no proxy
            how=how,
            rank=rank,
            unit=units[0] if units else None if either else self._sign(line),
            per=_per(line, either=either),
            percent="%" in line or "percent" in line.casefold() or "per cent" in line.casefold(),
            months="month" in line.casefold(),
            scaled=_scale(line, inside, units),
            counts=name in _COUNTING and not units and _says_count(line, inside),
        )

    def _sign(self, line: str) -> str | None:
        """The unit of a sign that a heading begins or ends with: ``Total £``."""
        return self._units.find("£") if line.startswith("£ ") or line.endswith(" £") else None


def _per(line: str, *, either: bool) -> str:
    """The rate of a heading that is not ``either`` of number and pounds, as its unit says."""
    if _PER_POUND.search(line) and not either:
        return "pound"
    return "year" if PER_YEAR.search(_NOT_PER_YEAR.sub(" ", line)) else ""


def _says_count(line: str, inside: list[str]) -> bool:
    """Whether a heading counts things: ``No. of donations``, ``How many``; ``No. of units`` may be any measure's."""
    return any(map(_COUNT_ALONE.fullmatch, inside)) or _COUNT_FIRST.match(line) is not None


def _scale(line: str, inside: list[str], units: list[str]) -> str:
    """What a heading says of numbers below it that are not written in full; `£000` is a unit of its own."""
    said = next((part for part in inside if _SCALED.match(part)), "")
    found = None if said or units else _MULTIPLIED.search(line)
    return found[0] if found else said


def _pounds(text: str) -> Heading | None:
    """A lone ``£`` heads amounts beside columns of other units; alone it names no column."""
    return Heading(POUNDS, "it is the pound's sign", unit="GBP") if text.strip() == "£" else None

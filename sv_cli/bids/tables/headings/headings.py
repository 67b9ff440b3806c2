"""Owns the recognition of one heading: which field of a table its words name, if any."""

import re
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.cells.units import COUNT, ENDS_PER_YEAR, Units, as_yearly
from sv_cli.bids.tables.headings.described import described
from sv_cli.bids.tables.headings.heading import ASKED_FOR, COUNTS, POUNDS, RATE, Heading
from sv_cli.bids.tables.headings.stages import odd_year
from sv_cli.bids.tables.headings.timed import TimedHeadings
from sv_cli.bids.terms.forms import (
    BRACKETS,
    BY_NAME,
    DONE,
    IN_ALL,
    LONGEST,
    OF_TABLE,
    PER_YEAR,
    SUM_OF,
    bare_unit,
    by_noun,
    candidates,
    of_what,
    plain,
    unbracketed,
)
from sv_cli.bids.terms.names import IN_YEAR, ONE, PART_OF_YEAR
from sv_cli.bids.terms.slips import LONG_ENOUGH, Slips, spelt_out
from sv_cli.late import late, rare
from sv_cli.model.vocabulary import Vocabulary

_RATE = late(
    rf"\b(?:each|ea\.?|apiece|(?:per|a|every) (?:{PART_OF_YEAR}|mnth|{ONE})"
    rf"|p\.?/?w\.?|p\.?c?\.?m\.?|{IN_YEAR})$|/ ?(?:week|wk|month|mth|quarter|qtr|day|person)$|^(?:{IN_YEAR})\b"
    r"|(?<!£ )\bper £[^()]*$",
    re.IGNORECASE,
)
# “Hours for 16 year olds”, which are no years of anything
_AGED = late(r" (?:for|with) (?:[0-9]{1,2}(?: ?[-\u2013] ?| to ))?[0-9]{1,2}[ -]years?[ -]olds?\b", re.IGNORECASE)
_ROUGHLY = late(r"[ ,]+(?:on )?(?:avg\.?|average|approx\.?|approximately|about|around)\s*$", re.IGNORECASE)
_LESS = late(r"(?:total )?(?:reductions?|savings?),? (?:in |of )?(.+)", re.IGNORECASE)
_AGAIN = late(r"(.*[a-z]) ?[1-9]")
_PLURAL = rare(r"\((e?s)\)", ("s)",), re.IGNORECASE)
_OR = late(r"\s*(?:/|\||\bor\b|\n)\s*", re.IGNORECASE)
_AND = late(r"\s*(?:&|\+|\band\b)\s*", re.IGNORECASE)
_BOTH = (("reference", "description"), ("quantity", "unit"))
_COUNTED = late(r"^(?:(?:total )?(?:no|nr|number|nos) of|how many) (.+)$")
_ANSWER = late(
    r"(?:.* )?(?:responses?|answers?|(?P<offer>offers?|commitments?)) ?[(\[](?P<part>[a-z /]+)[)\]]", re.IGNORECASE
)
# Of their headings a short word may be misspelt too: what their columns hold shows whether it is
_OFTEN_TYPED = frozenset(("reference", "description", "quantity", "unit", "count", "total"))
_DATES = frozenset(("year", "month"))
# “Quantity you will deliver over the contract term”
_HOW_MUCH = late(
    r"(?:total )?(?:quantity|number|amount|units|volume|how many|how much)(?: of (?:each|it|them|units))?"
    r" (?:(?:that )?(?:you|we|the (?:bidder|tenderer|supplier|contractor)) (?:will|can|are|intend|commit|offer|promise)"
    r"|to be (?:deliver|provid|offer|committ|complet|achiev)|your organisation (?:will|can))"
)
# “Units over the life of the contract” and “Units you are offering” say how many, and “Units” alone which
_HOW_MANY = frozenset(("by name, ignoring the rate", "by name, ignoring who does it"))
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
        self._instructions = tuple(f"{words} " for text in vocabulary.instructions if (words := normal(text)))
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
        quantities = (name for name, (field, _) in self._names.items() if field == "quantity")
        self._of_quantities = {word for name in quantities for word in name.split(" ")}
        self._known: dict[str, Heading | None] = {}
        self._times = TimedHeadings(self._names, units)
        self._slips = Slips(self._names, units)

    def recognise(self, text: str) -> Heading | None:
        """What the heading names, or None; worked out once for each distinct text."""
        if len(text) > LONGEST:
            return None
        if text not in self._known:
            if len(self._known) > 100_000:  # noqa: PLR2004 - bounds the memory
                self._known.clear()
            line = SUM_OF.sub("", text)
            line = _AGED.sub("", line) if "old" in line else line
            said = plain(line)
            self._known[text] = self._recognise(said) or (self._recognise(line) if line != said else None)
        return self._known[text]

    def has_name(self, cells: Iterable[object]) -> bool:
        """Whether one of the cells is a name as it is known, or as it was chosen, which is told at once."""
        texts = (normal(cell) for cell in cells if isinstance(cell, str))
        return any(text in self._names or text in self._chosen for text in texts)

    def nearest(self, text: str) -> Heading | None:
        """What a heading that names nothing is a slip of the pen for; None unless it is one field's alone."""
        found: dict[str, Heading] = {}
        for meant, shortest in self._slips.respelt(unbracketed(text), text):
            heading = self.recognise(meant)
            if heading and (heading.field in _OFTEN_TYPED or shortest >= LONG_ENOUGH):
                how = f"as a misspelling of {meant!r}"
                found.setdefault(heading.field, replace(heading, how=how, guessed=True))
        return found.popitem()[1] if len(found) == 1 else None

    def instructs(self, text: str) -> bool:
        """Whether a text tells how to fill a cell in."""
        return f"{normal(text)} ".startswith(self._instructions)

    def unit_alone(self, text: str) -> str | None:
        """The unit that a text names, in brackets or without, and nothing else."""
        line = folded(text)
        unit = self._units.find(line) or self._units.find(line.strip("()[] ")) or self._units.find(line[1:-1])
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
            return described(self._chosen[bare], 0, text, ASKED_FOR, self._units)
        if self._says_nothing(text, bare):
            return None
        found = self._rate(text) or self._of_table(text) or self._named(text) or self._with_unit(text)
        if found and found.field in ("quantity", "year") and found.how != BY_NAME:
            found = self._times.period(text) or found  # “Target (Year 1)”
        if found is not None and found.field == "total" and found.percent:
            return None  # “% total” is the share of one
        if found is not None and found.field in self._settled:
            return None  # another column was chosen for this field
        return (
            found
            or self._either(text)
            or self._both(text)
            or self._times.running(text)
            or self._times.part(text)
            or self._times.period(text)
            or self._times.slice(text, self.recognise)
            or odd_year(text)
            or self._times.years(text)
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
        line = folded(unbracketed(text))
        return self._units.find(line) is None and self._units.find(DONE.sub("", line)) is None

    def _named(self, text: str) -> Heading | None:
        answered = self._answered(text)
        if answered is not None:
            return answered
        for candidate, how in candidates(text):
            entry = self._names.get(candidate)
            if entry:
                entry = ("quantity", COUNTS - 1) if candidate == "units" and how in _HOW_MANY else entry
                return described(*entry, text, how, self._units)
        if IN_ALL.fullmatch(folded(unbracketed(text))) and not self._is_length(text):
            return described("total", 100, text, "because it refers to the whole contract", self._units)
        counted = _COUNTED.match(normal(PER_YEAR.sub(" ", unbracketed(text))))
        if counted:
            return described("quantity", COUNTS, text, "because it counts something", self._units, hint=counted[1])
        bare = unbracketed(_PLURAL.sub(r"\1", text))
        done = DONE.sub("", bare_unit(bare))
        unit = next(filter(None, map(self._units.find, (folded(bare), bare_unit(bare), of_what(bare), done))), None)
        if unit and self._is_one(folded(bare)):
            unit = None
        if unit and unit != COUNT and len(normal(text)) > 2 and normal(text) != "min":  # noqa: PLR2004 - a lone letter or sign names no column
            return described("quantity", 900, text, "because it names a unit", self._units, hint=of_what(bare) or done)
        return self._begins(text)

    def _answered(self, text: str) -> Heading | None:
        """``Response (unit)`` and ``Our commitment (description)``; ``Offer (units)`` says how many they are."""
        answer = _ANSWER.fullmatch(text.strip())
        field, rank = self._names.get(normal(answer["part"]), ("", 0)) if answer else ("", 0)
        if answer and answer["offer"] and normal(answer["part"]) == "units":
            field = "quantity"
        if field not in ("quantity", "count", "unit", "description"):
            return None
        return described(field.replace("count", "quantity"), rank, text, "by the part that it names", self._units)

    def _begins(self, text: str) -> Heading | None:
        """``What we will do for the community``: a question or a sentence that goes on."""
        words = normal(unbracketed(text))
        if _HOW_MUCH.match(words):
            return described("quantity", COUNTS - 1, text, "by its first words", self._units)
        start = next((name for name in self._sentences if words.startswith(f"{name} ")), None)
        return described(*self._names[start], text, "by its first words", self._units) if start else None

    def _is_length(self, text: str) -> bool:
        """Whether a heading says that it is counted in years or months: ``Contract term (yrs)`` is no total."""
        return any(self._units.find(folded(part)) in ("year", "month") for part in BRACKETS.findall(text))

    def _is_one(self, name: str) -> bool:
        """``Item``, ``Person`` or ``Week``: it names which one; ``Items``, ``Hours`` and ``Total FTE`` say how many."""
        if name.casefold().startswith("total "):
            return False
        unit = self._units.find(name)
        many = self._units.find(f"{name}s") or self._units.find(f"{name[:-1]}ies") or self._units.find(f"{name}ren")
        return unit is not None and unit == many and len(name) > len("FTE")

    def _either(self, text: str) -> Heading | None:
        """``Target / Units offered``: two names for one field are that field; names of two fields are none."""
        parts = _OR.split(unbracketed(text))
        if len(parts) == 1:
            return None
        entries = [self._names.get(normal(part)) for part in parts]
        named = [entry for entry in entries if entry]
        if any(field == "quantity" for field, _ in named):  # ``Number / Amount offered``
            named = [(field, rank) for field, rank in named if field != "count"]
        named = _promised(named)
        if None in entries or len({field for field, _ in named}) != 1:
            return None
        name, rank = min(named)
        return described(name, rank, text, "because each of its names says so", self._units)

    def _both(self, text: str) -> Heading | None:
        """``Qty & unit`` and ``Ref and title``: what stands first in each cell."""
        parts = _AND.split(unbracketed(text))
        if len(parts) == 1:
            return None
        entries = [self._names.get(normal(part), ("", 0)) for part in parts]
        if "" not in dict(entries) and _promised(entries) != entries:
            return described(*_promised(entries)[0], text, "by the name of what is promised", self._units)
        name, rank = entries[0]
        if entries[1][0] == "unit":
            name = name.replace("count", "quantity")  # “Number & unit”
        if (name, entries[1][0]) not in _BOTH:
            return None
        return described(name, rank, text, "by the first of its names", self._units)

    def _rate(self, text: str) -> Heading | None:
        """``Hours each``, ``Quantity (per month)``: of what there are so many, another column may say."""
        for line in dict.fromkeys((folded(unbracketed(text)), folded(BRACKETS.sub(r" \1", text)))):
            bare = _RATE.sub("", line).strip()
            rest = _ROUGHLY.sub("", bare).strip()
            if not rest and line.casefold().startswith("per "):
                return Heading(RATE, "because it is a rate", per=as_yearly(line)[1])  # “Per month”, as “Per year” is
            if rest == line or not rest:
                continue
            counted = ENDS_PER_YEAR.sub("", rest).strip()  # “Hours per year each”
            entry = self._names.get(normal(counted), ("", 0))
            unit = self._units.find(counted)
            named = None if unit else self._with_unit(counted)  # “Quantity (hrs per quarter)”
            if entry[0] in ("quantity", "count") or unit or named:
                per = as_yearly(line)[1] if rest == bare else ""
                return Heading(RATE, "because it refers to a rate", unit=named.unit if named else unit, per=per)
        return None

    def _with_unit(self, text: str) -> Heading | None:
        """``Hours offered`` and ``Quantity, hrs``: a name of the quantity with its unit before or after it."""
        words = normal(bare_unit(unbracketed(text))).split(" ")
        if words[0] not in self._of_quantities and words[-1] not in self._of_quantities:
            return self._less(text)
        for at in range(1, len(words)):
            for named, unit in ((words[:at], words[at:]), (words[at:], words[:at])):
                name, rank = self._names.get(" ".join(named), ("", 0))
                counted = " ".join(unit).removeprefix("in ")  # “Quantity in hours”
                if name not in ("quantity", "total") or counted == "min" or (counted in _DATES and unit == words[at:]):
                    continue  # “Target year” says when
                if self._units.find(counted) not in (None, COUNT):
                    return described(name, rank, text, "by name, next to its unit", self._units, hint=counted)
        return self._less(text)

    def _less(self, text: str) -> Heading | None:
        """``Reduction (tCO2e)`` and ``Saving kWh``: so much less of something that is no money."""
        match = _LESS.fullmatch(bare_unit(BRACKETS.sub(r" \1", text)))
        unit = self._units.find(match[1]) if match else None
        if match is None or unit in (None, COUNT, "percent") or str(unit).startswith("GBP"):
            return None
        return described("quantity", 900, text, "because it names a unit", self._units, hint=match[1])

    def _again(self, bare: str) -> Heading | None:
        """``Quantity 2``, beside a quantity."""
        match = _AGAIN.fullmatch(bare)
        entry = self._names.get(match[1]) if match else None
        return Heading("quantity", "by name, ignoring its number", 0) if entry and entry[0] == "quantity" else None

    def _spelt_out(self, text: str) -> Heading | None:
        """``TOM_CD``, ``measureRef`` or ``Qauntity``: by what the words stand for, or are a slip of the pen from."""
        entry = self._names.get(words := " ".join(spelt_out(unbracketed(text)))) or by_noun(words)
        return described(*entry, text, "by name, written in full", self._units) if entry else None

    def _of_table(self, text: str) -> Heading | None:
        """``Promises[Quantity]``, ``fields.Unit``, ``Commitment: Unit``: the name behind that of its table."""
        match = OF_TABLE.fullmatch(text.strip())
        if match is None or normal(text) in self._names:
            return None
        inside = str(match["custom"] or match["column"] or match["field"] or match["part"])
        name, rank = self._names.get(normal(inside)) or self._names.get(" ".join(spelt_out(inside)), ("", 0))
        of_line = match["part"] is None or self._names.get(normal(match["line"]), ("", 0))[0] == "description"
        known = name in ("reference", "description", "quantity", "unit") and of_line
        return described(name, rank, inside, "by name, ignoring the table's name", self._units) if known else None


def _promised(entries: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The names of what is promised without those of what it is to bring about: ``Outcome / commitment``."""
    fields = {field for field, _ in entries}
    others = ("outcome", "theme") if "description" in fields else ()
    return [(field, rank) for field, rank in entries if field not in others]


def _pounds(text: str) -> Heading | None:
    """A lone ``£`` heads amounts beside columns of other units; alone it names no column."""
    return Heading(POUNDS, "because it is the pound sign", unit="GBP") if text.strip() == "£" else None

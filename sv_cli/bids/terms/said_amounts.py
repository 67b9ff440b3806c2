"""Owns amounts that a description says of what is promised, where the quantity beside it is another."""

import re
from collections.abc import Collection
from decimal import Decimal

from sv_cli.bids.cells.figures import NUMBER, value_of
from sv_cli.bids.cells.spelt import SPELT, all_in_figures, spelt_first
from sv_cli.bids.cells.text import folded
from sv_cli.bids.cells.units import MEASURES, Units
from sv_cli.bids.terms.paces import lines_with
from sv_cli.bids.terms.workings import may_be_worked, worked_otherwise
from sv_cli.late import late, rare

_LIMIT = r"up to|maximum(?: of)?|max\.?(?: of)?|not? more than"
_FLOOR = r"at least|min(?:imum)?\.?(?: of)?|not? (?:fewer|less) than|more than"
# What makes a number a rough one
_ROUGHLY = r"approx(?:\.|imately)?|around|about|circa|ca\.?|roughly|nearly|estimated|est\.?"
_LEAD = (
    r"(?:~ ?|\bc\. ?|"
    "^|[:(\u2013\u2014] ?| - |, |"  # the dashes themselves, whose escapes not every engine knows
    r"\b(?:giv(?:e|ing)|provid(?:e|ing)|deliver(?:ing)?|offer(?:ing)?|donat(?:e|ing|ion of)"
    r"|contribut(?:e|ing)|volunteer(?:ing)?|pledg(?:e|ing)|commit(?:ting)? to|commitment of|total of|totalling|worth"
    rf"|{_LIMIT}|{_FLOOR}|{_ROUGHLY}) )"
)
TIMES = frozenset(("minute", "hour", "half-day", "day"))
_SIZED = frozenset(("kg", "tonne", "kWh", "MWh", "GWh", "kgCO2e", "tCO2e"))
# Of one of which the text may speak where the line is in the other
OF_DAYS, OF_HOURS = r"[0-9] ?(?:days|minutes|mins)\b", r"[0-9] ?(?:hours|hrs|minutes|mins)\b"
OF_KILOS, OF_SIZES = r"[0-9] ?k(?:g|ilo)", r"[0-9] ?(?:k(?:g|ilo)|t(?:on|co)|[kmg]wh)"
_UNIT = r"(?:[a-z]+s|kg|[kmg]wh|(?:t|kg ?)co2e?)\b"
_WORD = "|".join(SPELT)
_LIMITING_IN_WORDS = rf"\b(?:{_LIMIT}) (?:{_WORD})\b"
# What is counted where no unit is stated, and is in none: “units of six minutes”, “15-minute slots”
_PIECE, _LENGTH = (
    r"(?:unit|block|slot|increment|chunk)s?",
    rf"(?:[0-9.]+|half an?|half|{_WORD})[ -](?:minute|min|hour|hr)s?",
)
_PIECES = rf"\b(?:{_PIECE} of {_LENGTH}|{_LENGTH}[ -]{_PIECE})\b"
# “Forty hours”; of fewer than ten it is rather how long each of several things takes
_LARGE = (
    *("ten", "eleven", "twelve", "teen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    *("hundred", "thousand"),
)
_SPELT_OUT = rf"(?:{'|'.join(_LARGE)}|ty-[a-z]{{3,5}}) (?:hours|hrs|days|weeks|months|years|pounds|tonnes|miles)\b"
# Makes of the very quantity the most that it can be; “40 hours max” says so of any amount (`depending`)
LIMITING = rf"\b(?:{_LIMIT}) £? ?[0-9]|{_LIMITING_IN_WORDS}|{_PIECES}"
# For an engine without look-around, and for a glance
_RANGED = rf"\bbetween (?:{NUMBER}) and (?:{NUMBER}) ?[a-z]+s\b|(?:{NUMBER}) ?(?:to|-|–) ?(?:{NUMBER}) ?[a-z]+s\b"
_IN_FIGURES = rf"{_LEAD}(?:£ ?(?:{NUMBER})|(?:{NUMBER}) ?{_UNIT})|{_RANGED}"
_IN_OTHER_WORDS = rf"{_LIMITING_IN_WORDS}|{_PIECES}|\b(?:{_LIMIT}) [0-9]"
SAID = f"{_IN_FIGURES}|{_IN_OTHER_WORDS}|{_SPELT_OUT}"
_FIGURES = f"\u00a3 ?[0-9]|[0-9] ?{_UNIT}"
OF_SPELT = ("ty-", *(f"{word} " for word in _LARGE))
_OF_UNITS = ("unit of", "units of", " unit", "-unit")  # and no communities
_HINTS = ("up to ", "max", "not more than ", "no more than ", "block", "slot", "increment", "chunk", *_OF_UNITS)
AMOUNTS = "|".join((_FIGURES, *_HINTS, *OF_SPELT))
"""What all that is ``SAID`` has, for an engine: the long pattern's repeats are more than it keeps track of."""
_SAID = late(rf"{_LEAD}(?P<money>£ ?)?(?P<number>{NUMBER})(?:(?P<scale>k|m)\b)?(?: ?(?P<unit>{_UNIT}))?", re.IGNORECASE)
_RANGE = late(
    rf"(?<![0-9.,/£-])(?P<between>\bbetween )?(?P<low>{NUMBER}) ?(?:(?(between)and|to)|to|-|–) ?(?P<high>{NUMBER})"
    r" ?(?P<unit>[a-z]+s)\b",
    re.IGNORECASE,
)
_IS_ROUGH = late(rf"~|c\.|(?:{_ROUGHLY}) ", re.IGNORECASE)
_NEAR = 10  # by a tenth a rough number may be another
# What is in all of these, and seen sooner
_GLANCE = late(rf"{_FIGURES}|[+x\u00d7*@] ?[0-9]", re.IGNORECASE)
_ANY = late(rf"(?<![0-9a-wyz])(?:{NUMBER})", re.IGNORECASE)  # but for that in CO2 or KS2
_FORM = late(_IN_FIGURES, re.IGNORECASE)
_WORDED = rare(_IN_OTHER_WORDS, _HINTS, re.IGNORECASE), rare(_SPELT_OUT, OF_SPELT, re.IGNORECASE)
# What makes of an amount one that comes several times, a part, a limit, or somebody else's
_OTHERWISE = late(
    r"[/\u00d7+%]|\b(?:x|each|every|per|p\.?a|an? (?:day|week|month|quarter|term|year)|annum|annual\w*|yearly"
    r"|monthly|weekly|daily|quarterly|years?|months?|first|second|third|initial|up to|at least|min\w*|max\w*"
    r"|under|more|less|than"
    r"|over(?! (?:the|our|its) (?:\w+ )?(?:contract|term|life))"
    r"|between|lots?|phases?|stages?|which|including|plus|extra|additional|further|already|current\w*|previous\w*|last"
    r"|baseline|existing|target|one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|half|both|several"
    r"|(?<!in )all|twice|double|match\w*|for (?:an?|the)|courses?|programmes?|people who|notice"
    r"|out of work|unemployed)\b",
    re.IGNORECASE,
)
_LEAST = late(rf"\b(?:{_FLOOR}|or more)(?=[ .,;)]|$)", re.IGNORECASE)
_LIMITING = late(rf"\b(?:{_LIMIT}) £? ?[0-9][0-9,.]* ?[a-z]*", re.IGNORECASE)
_IN_WORDS = late(rf"(?P<limit>\b(?:{_LIMIT})) (?:{_WORD})\b", re.IGNORECASE)
_IN_PIECES = late(_PIECES, re.IGNORECASE)
_UNIT_OF_LIMIT = late(rf"(?P<money>£ ?)?(?P<number>{NUMBER})[.,]? ?(?P<unit>[a-z]*)$", re.IGNORECASE)
# What makes an amount all there is, so that it is no part of a larger quantity
_IN_ALL = late(r"\b(?:in total|in all|altogether|total of|totalling|overall)\b", re.IGNORECASE)
# Of what time an amount is: “over 3 years”, “for the whole contract”; “a year”
_OVER_ALL = (
    r"(?:(?:in )?total )?(?:over|across|throughout|for the whole|for the entire|for the full) "
    rf"(?:(?:the|our|its|all|whole|entire|full|life of|duration of) )*(?:(?:[0-9]{{1,2}}|{_WORD})[ -])?"
    r"(?:contract years|years|yrs|year contract|year term|contract|term)(?: term| period)?"
)
_OF_YEAR = (
    r"(?:(?:in |for )?(?:per|an?|each|every) (?:contract |calendar |financial )?(?:year|yr|annum)|p\.? ?a\b\.?|annually"
    r"|yearly|/ ?(?:year|yr))"
)
_TAIL = late(
    rf"(?: of(?: [a-z'-]+){{1,4}}?)?,? ?[(]?(?:(?P<all>{_OVER_ALL}|(?:in )?total|overall)"
    rf"|(?P<year>{_OF_YEAR}))[)]?(?=[ .,;]|$)",
    re.IGNORECASE,
)
# “200 hours in total”, “now 200 hours”, “Total: 200”, “10 hours a year”
_TOTAL = rf"(?:in total|in all|altogether|overall|total|{_OVER_ALL})"
_AMOUNT_ALONE = (
    r"(?:(?:we|will|now|offer(?:ing)?|giv(?:e|ing)|deliver(?:ing)?|provid(?:e|ing)|(?P<total>total(?:ling)?)|of|quantity"
    rf"|figure|amount|number|is|are|to|at least|it|this|should be)[ :=]+)*(?P<money>£ ?)?(?P<number>{NUMBER})"
    rf"(?: ?(?:-|–|to) ?(?P<high>{NUMBER}))?(?: ?(?P<unit>[a-z]+s)\b)?"
    rf"(?:,? ?[(]?(?:(?P<all>{_TOTAL})|(?P<year>{_OF_YEAR}))[)]?)?\.?"
)
ALONE = rf"^{_AMOUNT_ALONE}$|{_SPELT_OUT}"
"""What every note has that says an amount and nothing else, for a glance and for an engine."""
_ALONE = late(_AMOUNT_ALONE, re.IGNORECASE)
_MAYBE_ALONE = rare(ALONE, (*"0123456789", *OF_SPELT), re.IGNORECASE | re.MULTILINE)
_LONGEST_ALONE = 80


def may_say_amount(text: str | None) -> bool:
    """Whether a text may say how much is promised."""
    return text is not None and (_says_in_figures(text) or _says_in_words(text))


def _says_in_words(text: str) -> bool:
    return any(form.search(text) for form in _WORDED)


def _says_in_figures(text: str) -> bool:
    return _GLANCE.search(text) is not None and (_FORM.search(text) is not None or may_be_worked(text))


def saying_amounts(texts: Collection[str]) -> Collection[str]:
    """Those of many texts of one line each that may say how much is promised; most tables hold none."""
    together = "\n".join(texts)
    figures, lower = _GLANCE.search(together), together.casefold()
    worded = {line for form in _WORDED for line in lines_with(form.stems, lower) if form.search(line)}
    if not figures and not worded:
        return ()
    return frozenset(text for text in texts if (figures and _says_in_figures(text)) or text.casefold() in worded)


def said_otherwise(text: str, quantity: Decimal, unit: str | None, units: Units, years: Decimal | None = None) -> str:
    """The amount that a text says is promised, and is not; ``""`` where it says none, or one that may be a part.

    ``years`` are those in which one of each year falls, where that is known.

    Where no unit is stated, it is the most that there will be, or what is counted in a unit's stead.
    """
    if (unit is not None and unit not in MEASURES) or not may_say_amount(text):
        return ""
    line = folded(text)
    if unit is not None:
        said = _measured_otherwise(line, quantity, unit, units, years)
        spelt = not said and _says_in_words(line)
        return _measured_otherwise(all_in_figures(line), quantity, unit, units, years) if spelt else said
    pieces = _IN_PIECES.search(line)
    return pieces[0] if pieces else _limit_of(line, quantity, unit, units)


def _measured_otherwise(line: str, quantity: Decimal, unit: str, units: Units, years: Decimal | None) -> str:
    """The amount that a line says beside a quantity in a unit that measures.

    It is the text's only number, in the unit of the line, and neither goes into the quantity nor is a small part of
    it, unless the text says that it is all, or it comes to more in all years. Or it is the quantity, which the text
    says is the most that there will be, or is in days where the line is in hours.
    """
    worked = worked_otherwise(line, quantity, unit, units) or _ranged(line, quantity, unit, units)
    match = _SAID.search(line)
    tail = _TAIL.match(line, match.end()) if match else None
    bare = f"{line[: tail.start()]} {line[tail.end() :]}" if tail else line
    if worked or match is None or match["scale"] or len(_ANY.findall(bare)) > 1:
        return worked or _limit_of(line, quantity, unit, units)
    said = "GBP" if match["money"] else units.find(match["unit"] or "")
    number = value_of(match["number"])
    amount = match[0][match.start("number") - match.start() :].strip()
    if said != unit or not number or quantity <= 0:
        alike = number == quantity and {said, unit} <= TIMES | _SIZED and units.are_alike(said, unit)
        bare = _limit_of(line, quantity, unit, units) if not (match["money"] or match["unit"]) else ""
        return amount if alike and not _OTHERWISE.search(line) else bare
    if number == quantity:
        limit = _LIMITING.search(line)
        return limit[0].strip() if limit else ""
    of_year = tail is not None and tail["year"] is not None
    in_all = number * (years or 1) if of_year else number
    if _NEAR * abs(in_all - quantity) <= quantity and _IS_ROUGH.match(match[0]):
        return ""  # “around 500 hours” are 487
    part = in_all <= quantity if of_year else _is_part(number, quantity) and not (tail or _IN_ALL.search(line))
    rest = f"{bare[: match.start('number')]} {bare[match.end() :]}"
    if number > quantity:
        rest = _LEAST.sub("", rest)  # at least 60 are no 50
    return "" if part or _OTHERWISE.search(rest) else amount


def _limit_of(line: str, quantity: Decimal, unit: str | None, units: Units) -> str:
    """The limit that is the very quantity: ``£10 for each late repair, up to £4,000``, ``up to forty hours``."""
    for limit in _LIMITING.finditer(line):
        said = _UNIT_OF_LIMIT.search(limit[0])
        if said is not None and value_of(said["number"]) == quantity:
            of = "GBP" if said["money"] else units.find(said["unit"])
            told = of == unit or (unit is None and of in MEASURES) or not (said["money"] or said["unit"])
            return limit[0].strip() if told else ""
    for limit in _IN_WORDS.finditer(line):
        amount, rest = spelt_first(line[limit.end("limit") + 1 :]) or (None, "")
        word = rest.split(" ", 1)[0].strip(".,;)")
        of = units.find(word)
        if amount == quantity and (of == unit or (unit is None and of in MEASURES)):
            return f"{limit['limit']} {line[limit.end('limit') + 1 :].removesuffix(rest)}{word}"
    return ""


def _ranged(line: str, quantity: Decimal, unit: str, units: Units) -> str:
    """The range of amounts that a text says will be given, of which the quantity is more than the least."""
    match = _RANGE.search(line)
    if match is None or len(_ANY.findall(line)) != 2 or units.find(match["unit"]) != unit:  # noqa: PLR2004 - its ends
        return ""
    low, high = (value_of(match[end]) for end in ("low", "high"))
    rest = f"{line[: match.start()]} {line[match.end() :]}"
    return match[0].strip() if low < quantity <= high and not _OTHERWISE.search(rest) else ""


def may_be_amount(notes: str) -> bool:
    """Whether a note may say an amount and nothing else, or one of several that stand below each other."""
    return _MAYBE_ALONE.search(notes) is not None


def noted_amount(text: str, quantity: Decimal, unit: str | None, units: Units, years: Decimal | None = None) -> str:
    """Another amount than the quantity that is all a note says: ``200 hours``, ``20-30``, ``200 in total``.

    One of each year is another where it comes to more or less in all ``years``.
    """
    if len(text) > _LONGEST_ALONE:
        return ""
    line = all_in_figures(folded(text)) if _says_in_words(text) else folded(text)
    said = _ALONE.fullmatch(line)
    number = value_of(said["number"]) if said else quantity
    if said and said["high"]:
        return line if number < quantity <= value_of(said["high"]) else ""
    in_all = said is not None and bool(said["all"] or said["total"])
    if said is None or number == quantity:
        return ""
    if said["year"] and (number * years == quantity if years else number <= quantity):
        return ""
    if _is_part(number, quantity) and not (in_all or said["year"]):
        return ""
    of = "GBP" if said["money"] else units.find(said["unit"] or "")
    return line if (of == unit if of else in_all and not said["unit"]) else ""


def _is_part(number: Decimal, quantity: Decimal) -> bool:
    return 2 * number < quantity or (number <= quantity and quantity % number == 0)

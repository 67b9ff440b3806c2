"""Owns the values of facts: which cells can be a name, an amount in pounds, a day or a length."""

import re
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from sv_cli.bids.cells.dates import names_no_day, order_of
from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.periods import find_period
from sv_cli.bids.cells.text import folded, normal, shown_text
from sv_cli.bids.cells.units import COUNT, SCALED
from sv_cli.bids.desk import Tools
from sv_cli.bids.sheets.grid import Raw
from sv_cli.bids.terms.forms import BRACKETS, PER_YEAR, bare_unit
from sv_cli.bids.terms.rates import basis_of
from sv_cli.late import late

_BESIDES = late(
    r",? ?\b(?:ex(?:c(?:l(?:uding|usive of)?)?)?|inc(?:l(?:uding|usive of)?)?|net of|plus|before)\b.*", re.IGNORECASE
)
_OF_ONE_YEAR = late(r"(?:year|yr) ?(?:[0-9]+|one)|first year|fy ?(?:20)?[0-9]{2}", re.IGNORECASE)
_THOUSANDS = late(r"(?:£ ?)?(?:'?000'?s?|thousands?)(?: of pounds)?", re.IGNORECASE)
_MILLIONS = late(r"(?:£ ?)?millions?(?: of pounds)?", re.IGNORECASE)
_TO = late(r"\s+(?:to|until|till|-)\s+|\s*[\u2013\u2014]\s*|(?<=/[0-9]{4})-(?=[0-9])", re.IGNORECASE)
_BEGUN = late(
    r"(?P<length>[^,;()]{3,30}?),? ?\(?(?:from|commencing|commences|starting|starts|beginning|begins)(?: on)?:?"
    r" (?:the )?(?P<day>.+?)\)?",
    re.IGNORECASE,
)
# “3 years (1 April 2026 to 31 March 2029)”, “4 years: 1/4/26 to 31/3/30”, “April 2026 - March 2029 (3 years)”
_WITH_DAYS = late(r"(?P<length>[^,:;()]{3,30}?)(?:,? ?[(\[]|[,:;] ?| [-\u2013\u2014] )(?P<day>[^()\[\]]{9,60}?)[)\]]?")
_DAYS_FIRST = late(
    r"(?P<day>[^()\[\]]{9,60}?),? ?[(\[](?P<length>[0-9a-z]{1,6}[ -](?:years?|yrs?|months?))[)\]]", re.IGNORECASE
)
# “The contract runs from 1 April 2026 to 31 March 2029”
_SENTENCE = late(
    r"(?:(?:the|this|our) )?(?:contract|framework|agreement|services?)(?: (?:period|term|dates))?"
    r" (?:(?:will|shall|is to|is due to) )?(?:runs?|lasts?|is|be|starts?|commences?|begins?)(?: (?:for|on|from))*"
    r" (?P<when>[^;:]{9,80}?)(?: [(][^()]*[)])?[.]?",
    re.IGNORECASE,
)
# “Initial term 24 months from 1 April 2026”, “4-year contract from 1 July 2026”
_TERM = late(
    r"(?:(?:the|this|our|initial|contract|framework|agreement|call-?off|panel|lot) )*(?:term|period|length|duration)"
    r"(?: of|:)? (?P<when>[0-9a-z]{1,6}[ -](?:years?|months?) .{9,40})"
    r"|(?:(?:this is|the|this|our|an?) )*(?P<length>[0-9a-z]{1,6})[ -](?P<unit>year|month)s?"
    r" (?:contract|framework|agreement|term),? (?P<day>(?:from|starting|commencing|beginning) .{6,30}?)\.?",
    re.IGNORECASE,
)
# “Each year of the five-year contract”, “(3 year term, figures per annum)”, “the contract will run for 3 years”
_IN_PASSING = late(
    r"(?:(?:^|\(|\b(?:the|this|our|this is an?) )(?:initial |fixed )?(?P<years>[0-9]{1,2}|[a-z]{3,6})[ -]years?"
    r"(?: (?:initial|fixed))? (?:contract|framework|agreement|term)\b"
    r"|(?:^|[.;,:] |\band )(?:the|this|our) (?:contract|framework|agreement|term)(?: (?:will|shall|is to))?"
    r" (?:runs?|lasts?|is|be)"
    r"(?: for)? (?P<lasts>[0-9]{1,2}|[a-z]{3,6}) years\b)",
    re.IGNORECASE,
)
_NOT_SURE = late(
    r"\b(?:e\.?g|examples?|if|where|when|exten\w+|options?|optional|plus|or|end\w*|expir\w+|with|up to)\b|\+",
    re.IGNORECASE,
)
# “All figures are per year; the contract runs for 3 years from 1 April 2026”
_CLAUSES = late(r"(?:[.;,:]| and) (?=(?:the|this|our) (?:contract|framework|agreement)\b)", re.IGNORECASE)
_AND_LASTS = late(
    r"(?P<day>[^,;]{6,30}?),? (?:and|for)(?: (?:it )?(?:will )?(?:runs?|lasts?)(?: for)?)?"
    r"(?: an? (?:initial )?(?:term|period|duration) of)? (?P<length>[a-z0-9]+ (?:years?|months?))",
    re.IGNORECASE,
)
_AWARD = late(
    r"(?:(?:date of|contract|the) )*(?:award|commencement|signature|signing|start|go live|service commencement)"
    r"(?: date| of (?:the |this )?contract)*"
)
# What may come after the length that is sure: “3 years + 1 + 1”, “3 years (with an option to extend by 2 years)”
_LENGTH = r"[0-9]{1,3}(?:\.5)?(?: ?(?:years?|yrs?|months?|mths?))?"
_FEW = r"(?:[0-9]{1,2}|one|two|three|four|five)"
_MORE = (
    rf"[ ,;]*(?P<more>[(\[]?(?:(?:(?:\+|plus) ?{_FEW}\b ?(?:years?|yrs?|months?|mths?)? ?)+"
    r"|(?:(?:plus|with|and|\+) )?(?:an? |the |optional |further |possible |any )*"
    r"(?:options?|optional|extensions?|extendable|extensible|possibility|potential|right"
    rf"|(?:up to )?{_FEW} ?(?:x ?[0-9]{{1,2}} ?)?(?:years?|months?) (?:options?|extensions?|optional))\b[^()]{{0,60}})"
    r"(?:extensions?|optional|options?)?[)\]]?(?: years?)?)"
)
_EXTENSIBLE = late(
    rf"(?P<firm>(?:initial(?: term of)? |core |fixed )?{_LENGTH}(?: (?:initial(?:ly)?|firm|fixed|core|initial term))?)"
    rf"{_MORE}",
    re.IGNORECASE,
)
# “3 years from 1 April 2026 with an option to extend”, “1 April 2026 to 31 March 2029 (+2)”
_PERIOD_AND_MORE = late(rf"(?P<firm>.{{8,80}}?)(?<![ ,;])(?=[ ,;(\[+]){_MORE}", re.IGNORECASE)
# What may stand behind a length and leaves it as it is: “3 years fixed”, “36 months (3 years)”, “3 years (2026-2029)”
_BEHIND = late(
    r"(?P<length>[0-9]{1,3}(?:\.5)?[ -]?(?:years?|yrs?|months?|mths?))[ ,]*"
    r"(?:[(]?(?:(?:(?:an? )?(?:initial(?:ly)?|fixed|firm|core|contract|term|period|duration) ?)+"
    r"|(?:excluding (?:any |the |all |possible )*|(?:with )?no |without (?:any )?)"
    r"(?:extensions?|options?)(?: to extend)?"
    r"|20[0-9]{2} ?(?:-|\u2013|to) ?20[0-9]{2})[)]?|[(](?P<again>[0-9]{1,3} ?(?:years?|yrs?|months?|mths?))[)])",
    re.IGNORECASE,
)
# What may stand before one: “Initial term of 36 months”
_BEFORE = late(
    r"^(?:an? |the )?(?:(?:initial|fixed|firm|core|contract|framework|minimum) )*(?:term|period|duration|length)"
    r"(?: of|:| is)? (?=[0-9])",
    re.IGNORECASE,
)
_RUNS = late(r"\b(?:years?|yrs?|months?|mths?|[12][0-9]{3})\b", re.IGNORECASE)
_KIND_OF_YEAR = late(r"(?<=[0-9] )(?:academic|school|calendar|full|whole) (?=years?\b)", re.IGNORECASE)
_YEARS_AND_MONTHS = late(r"([0-9]{1,2}) ?(?:years?|yrs?),? (?:and )?([1-9]|1[01]) ?(?:months?|mths?)", re.IGNORECASE)
_FIRST_ALONE = late(r"[0-9]{1,3}(?:\.5)? ?(?:years?|yrs?|months?|mths?)?", re.IGNORECASE)
_MONTHS = Decimal(12)
_MOST_YEARS = 100
_YEARLY = late(r"year|yr", re.IGNORECASE)
_UNIT_YEARS = {"year": Decimal(1), "month": _MONTHS, "week": Decimal(52)}
_QUARTER = 13  # weeks: how long works take is counted in weeks, of which others make no share of a year to speak of
_UNREAD = Problem("fact-unread")
_IN_FULL = 100_000  # pounds, from which on nobody takes a sum for so many thousands
_MOST_SCALED = {"GBPk": 100_000, "GBPm": 10_000}  # from which on a bare number may be all the pounds that there are
_SCALE = late(r"[0-9.] ?(?:k|m|bn)\b|thousand|million", re.IGNORECASE)
_Reading = tuple[str | Decimal | date | None, Problem | None]


def from_and_to(raw: str, tools: Tools) -> tuple[date, ...]:
    """The two days of ``1 April 2026 to 31 March 2029``; none where a text is no such period."""
    parts = parts_of_period(raw)
    proved = {order for part in parts if (order := order_of(part))}
    dates = replace(tools.dates, order=proved.pop()) if len(proved) == 1 else tools.dates
    days = [day for part in parts if (day := dates.read(part).value) is not None]
    return tuple(days) if len(parts) == len(days) == 2 and days[0] < days[1] else ()  # noqa: PLR2004 - a first and a last


def parts_of_period(raw: str) -> list[str]:
    """The texts of the first and the last day of a period."""
    return _TO.split(folded(raw).removeprefix("from ").removeprefix("From "))


def parts_of_length(raw: str, tools: Tools) -> dict[str, str]:
    """What ``5 years from 1 July 2026`` and ``3 years (1 April 2026 to 31 March 2029)`` say, by facts; or nothing.

    ``3 years from award`` names no day.
    """
    line = folded(raw)
    matches = (pattern.fullmatch(line) for pattern in (_WITH_DAYS, _BEGUN, _DAYS_FIRST))
    return next(filter(None, (_parts_of(match, tools) for match in matches if match)), {})


def _parts_of(match: re.Match[str], tools: Tools) -> dict[str, str]:
    if days := from_and_to(match["day"], tools):
        texts = zip(parts_of_period(match["day"]), days, strict=True)  # one of the days may settle the other's order
        first, last = (text if names_no_day(text) else day.isoformat() for text, day in texts)
        return {"years": match["length"], "start": first, "end": last}
    if _AWARD.fullmatch(normal(match["day"])):
        return {"years": match["length"]}
    day = tools.dates.read(match["day"])
    known = day.value is not None or (day.problem is not None and day.problem.name == "ambiguous-date")
    return {"years": match["length"], "start": match["day"]} if known else {}


def says_when(raw: str, tools: Tools) -> bool:
    """Whether a text is nothing but how long a contract runs, or when: no contract is called ``3 years from 1 May``."""
    return _RUNS.search(raw) is not None and _is_period(without_extension(raw, tools)[0] or raw, tools)


def _is_period(raw: str, tools: Tools) -> bool:
    length = parts_of_length(raw, tools).get("years") or raw
    return bool(from_and_to(raw, tools)) or _years(length, "", tools)[0] is not None


def said_of_length(text: str, tools: Tools) -> str:
    """What a sentence says of when a contract runs, as a cell says it behind a label; nothing where it says none."""
    if not any(map(str.isdigit, text)):
        return ""
    line = folded(text)
    when = _when_said(line, tools)
    parts = _CLAUSES.split(line) if not when and not _NOT_SURE.search(line) else []
    return when or next(filter(None, (_when_said(part, tools) for part in parts)), "")


def _when_said(line: str, tools: Tools) -> str:
    said = _SENTENCE.fullmatch(line)
    if said is None:
        term = _TERM.fullmatch(line)
        when = term["when"] or f"{term['length']} {term['unit']}s {term['day']}" if term else ""
        return when if "start" in parts_of_length(when, tools) else ""
    lasting = _AND_LASTS.fullmatch(said["when"])
    when = f"{lasting['length']} from {lasting['day']}" if lasting else said["when"]
    return when if from_and_to(when, tools) or "start" in parts_of_length(when, tools) else ""


def said_in_passing(text: str) -> str:
    """How long a text says that the contract runs while it speaks of something else; nothing where that is not sure."""
    said = [*_IN_PASSING.finditer(folded(text))]
    if len(said) != 1 or _NOT_SURE.search(text):
        return ""
    return f"{said[0]['years'] or said[0]['lasts']} years"


def without_extension(raw: str, tools: Tools) -> tuple[str, str]:
    """The length that is sure of ``3 years + 1 + 1``, and what may come after it; nothing where none is told apart."""
    line = folded(raw)
    match = _EXTENSIBLE.fullmatch(line)
    sure = _FIRST_ALONE.search(match["firm"]) if match else None
    if match and sure:
        return sure[0].strip(), match["more"].strip()
    match = _PERIOD_AND_MORE.fullmatch(line)
    return (match["firm"], match["more"]) if match and _is_period(match["firm"], tools) else ("", "")


def _in_brackets(label: str) -> list[str]:
    """What the brackets of a label say, each by itself, without what the number counts in or leaves out."""
    said = (part for inside in BRACKETS.findall(label) for part in _BESIDES.sub("", inside).split(","))
    return [part.strip().removeprefix("in ") for part in said]


def _unit(label: str, tools: Tools) -> str | None:
    """The unit that the brackets of a label name: ``GBPk`` of ``Contract value (£000s) (ex VAT)``."""
    for part in map(bare_unit, _in_brackets(label)):
        found = tools.desk.units.find(part)
        if found not in (None, COUNT):
            return found
        if _THOUSANDS.fullmatch(part) or _MILLIONS.fullmatch(part):
            return "GBPk" if _THOUSANDS.fullmatch(part) else "GBPm"
    return None


def _is_yearly(label: str) -> bool:
    """Whether the brackets of a label say that its amount is that of a year."""
    return any(map(_is_of_a_year, _in_brackets(label)))


def _is_of_a_year(part: str) -> bool:
    """``per year``, ``Year 1`` and ``2026/27``, but not ``2026``, which may be when it was estimated."""
    if basis_of(part) == "year" or PER_YEAR.search(part) or _OF_ONE_YEAR.fullmatch(part):
        return True
    period, rest = find_period(part) or (None, part)
    return period is not None and period.financial and not rest


def _text(raw: Raw, _: str, tools: Tools) -> _Reading:
    text = shown_text(raw)
    return (None if text.casefold().strip(" .!") in tools.desk.words.not_yet else text or None), None


def _money(raw: Raw, label: str, tools: Tools) -> _Reading:
    amount = tools.numbers.read(raw)
    if amount.value is None:
        return None, amount.problem
    headed = _unit(label, tools) or "GBP"
    if amount.unit == "GBP" and headed in SCALED and amount.value < _IN_FULL and not _SCALE.search(shown_text(raw)):
        return None, _UNREAD  # £500 below £k may be that, or £500,000
    if amount.unit is None and amount.value >= _MOST_SCALED.get(headed, amount.value + 1):
        return None, _UNREAD  # and 500,000 may be £500 million
    unit = amount.unit or headed
    factor = {"GBP": 1, "GBPk": 1000, "GBPm": 1_000_000}.get(unit)
    if factor is None or amount.rate or _is_yearly(label) or amount.value < 0:
        return None, _UNREAD
    return amount.value * factor, None


def _day(raw: Raw, _: str, tools: Tools) -> _Reading:
    day = tools.dates.read(raw)
    if day.problem is not None and day.problem.name == "not-yet-stated":
        return None, None
    return day.value, day.problem


def _length_alone(raw: Raw, tools: Tools) -> Raw:
    """A length without what stands around it and says no more, or says it again in another unit."""
    if not isinstance(raw, str):
        return raw
    raw = _KIND_OF_YEAR.sub("", _BEFORE.sub("", folded(raw)))
    if both := _YEARS_AND_MONTHS.fullmatch(raw):
        return f"{int(both[1]) * 12 + int(both[2])} months"
    match = _BEHIND.fullmatch(raw)
    if match is None:
        return raw
    months = [tools.numbers.read(text) for text in (match["length"].replace("-", " "), match["again"]) if text]
    told = {(each.value or 0) * (_MONTHS if each.unit == "year" else 1) for each in months}
    return match["length"].replace("-", " ") if len(told) == 1 else raw


def _years(raw: Raw, label: str, tools: Tools) -> _Reading:
    if isinstance(raw, str) and "+" in raw:
        return None, _UNREAD  # “4 (3 + 1)” may count an extension
    amount = tools.numbers.read(_length_alone(raw, tools))
    if amount.value is None:
        return None, amount.problem
    unit = amount.unit or _unit(label, tools) or ("month" if "month" in label.casefold() else "")
    if not unit and (amount.value < _MONTHS or _YEARLY.search(label)):
        unit = "year"  # of 36 months are as likely
    if unit not in _UNIT_YEARS or amount.rate or not 0 < amount.value <= _MOST_YEARS * _UNIT_YEARS[unit]:
        return None, _UNREAD
    if unit == "week" and amount.value % _QUARTER:
        return None, _UNREAD
    return amount.value / _UNIT_YEARS[unit], None


def _place(raw: Raw, label: str, tools: Tools) -> _Reading:
    text, problem = _text(raw, label, tools)
    return (tools.desk.places.get(normal(text), text) if isinstance(text, str) else None), problem


READERS = {
    "supplier": _text, "title": _text, "value": _money, "start": _day, "end": _day, "years": _years, "place": _place,
}  # fmt: skip
WANTED = {"value": "an amount in pounds, such as £1,200,000", "start": "a date, such as 1 April 2026",
           "end": "a date, such as 31 March 2029", "years": "a length, such as 3 years or 36 months",
           "supplier": "a name", "title": "a name", "place": "a place"}  # fmt: skip

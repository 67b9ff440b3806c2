"""Owns rates that a description says in words: ``20 hours a month``, ``2 days for each apprentice``."""

import re
from collections.abc import Collection, Iterable
from decimal import Decimal
from itertools import chain

from sv_cli.bids.cells.figures import NUMBER, value_of
from sv_cli.bids.cells.spelt import SPELT
from sv_cli.bids.cells.text import folded
from sv_cli.bids.cells.units import MEASURES, Units
from sv_cli.bids.terms.names import LOOKED_AFTER, ONE, REGULARLY, TIME
from sv_cli.late import late

_SHORT = r"[a-z'\u2019\-]+"
_WHOM = (
    rf"(?: per (?:contract |new )?(?:{TIME}|{ONE})\b| (?:each|every) (?:contract |new )?(?:{TIME}|{ONE})\b"
    r"| per £ ?[0-9]| (?:each|every) £ ?[0-9]"
    rf"| each of (?:(?:our|the|their|its|these) )?(?:[a-z0-9]+ )?(?:{ONE}s|{TIME}s|properties)\b)"
)
_REST = (
    rf"(?: {REGULARLY}(?:[.,;)]|$| (?:for|over|in|at|across|to|throughout|with)\b)| ?/ ?(?:{TIME}|{ONE})\b| p\.?[ap]\b"
    rf"| (?:each|apiece)(?:[.,;)]|$| (?:from|by|for|to)(?: [a-z0-9]+){{1,2}})"
    rf"| x [0-9]+ ?(?:{TIME}|{ONE})s\b|[(](?:{REGULARLY}|per (?:contract )?{TIME})[)])"
)
# For an engine without look-around: no other number stands between the two
_PACED = rf"[^0-9.;:]{{0,60}}?(?:{_WHOM}| an? {TIME}\b|{_REST})"
PACE = rf"({NUMBER}){_PACED}"
ANY_PACE = f"[0-9]{_PACED}"  # for a look, which would try each digit of a long number as its first
# “for a year” says how long, “once a week” how often, and of which words, “who work every day”
_NO_TIMES = r"(?<!\bonce)(?<!\btwice)(?<!\btimes)"
_NO_LENGTH = r"(?<!\bfor)(?<!\bover)(?<!\bin)(?<!\bwithin)(?<!\bduring)(?<!\bof)"
# “A year on, they are still in work”
_NO_AFTER = r"(?! (?:later|ago|earlier)\b| on(?:[.,;:)]|$| (?:are|that|say|still|have|they)\b))"
_WORD = r"(?!(?:on|who|that|which|working|attending|and|or)\b)[a-z'\u2019\-]++"
_BETWEEN = rf"(?P<of>(?: ?{_WORD}(?: {_WORD}){{0,4}}?)?)"
_PACE = late(
    rf"(?<![0-9.,/])(?P<money>£ ?)?(?P<number>{NUMBER}){_BETWEEN}{_NO_TIMES}"
    rf"(?P<rate>{_WHOM}|{_NO_LENGTH} an? {TIME}\b|{_REST}"
    rf"|(?:,| ?[\-\u2013\u2014]| [(]) ?(?:per (?:contract )?{TIME}|{REGULARLY})(?=[.,;)]|$))(?! group){_NO_AFTER}",
    re.IGNORECASE,
)
# “Each member of staff will give 40 hours”
_EACH_GIVES = (
    rf"\b(?:(?:each|every) (?:of our )?(?:new )?(?:(?:staff|team) member|member of (?:our |the )?(?:staff|team)|{ONE})"
    r"|each (?:one )?of (?:our|the) (?:[a-z0-9]+ ){0,2}"
    r"(?:staff|employees|volunteers|colleagues|apprentices|trainees|schools|sites|teams))"
    r" (?:(?:will|shall|can|is to|to) )?(?:be given |volunteer|give|do|offer|receive|work|get|spend|donate|attend"
    r"|deliver|provide|complete|have|reach|run|last|take)s?"
)
EACH_PACE = rf"{_EACH_GIVES}(?: (?:a|up|to|at|least|minimum|of|for|about|over|around)){{0,3}} £? ?({NUMBER})"
_EACH_PACE = late(
    rf"(?P<rate>{_EACH_GIVES})(?: (?:a|up|to|at|least|minimum|of|for|about|over|around)){{0,3}} (?P<money>£ ?)?"
    rf"(?P<number>{NUMBER})(?![0-9.,/]*[0-9]){_BETWEEN}(?![a-z])",
    re.IGNORECASE,
)
# How often something happens, in words: what comes to more in a year than is promised in all is no total
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_WORDS = SPELT | _TIMES
_NUMBERED = rf"(?P<number>[0-9]{{1,2}}|{'|'.join(_WORDS)})(?P<times> times)?(?: (?!for |over |of ){_SHORT}){{0,3}}?"
_WORDED = late(rf"\b{_NUMBERED} (?:an?|per|each|every) {TIME}\b{_NO_AFTER}", re.IGNORECASE)
_OTHER_FACTOR = late(
    rf"(?<![x\u00d7*/] )(?<![0-9.,x\u00d7*/])\b(?P<number>[0-9]{{1,4}}|{'|'.join(SPELT)})\b(?![.,/]?[0-9])"
    r"[ -]?(?P<of>[a-z]+)?",
    re.IGNORECASE,
)
# “Volunteering (per annum)”, “Hours volunteered each year”
CLOSING = (
    rf"[(\[] ?(?:(?:per|each|every) (?:contract )?{TIME}|p\.? ?a\.?|annually|yearly"
    rf"|(?:(?:for |at )?(?:per|each|every)) {ONE}(?:[,;:] ?[^()\[\]]*)?) ?[)\]]\.?$"
    r"|(?:^|[ ,])(?:(?:per|each|every) (?:contract )?(?:year|annum)|p\.a|annually|yearly)\.?$"
)
CLOSING_WORDS = ("year", "annum", "p.a", "annually", "yearly")
"""How texts end that close with a rate in no brackets."""
_CLOSING = late(CLOSING, re.IGNORECASE)
_CLOSING_STEMS = ("per ", "each ", "every ", "annu", "year", "p.a", "(p", "[p", "( p", "[ p")
# “Each year our staff volunteer at the food bank”; without look-around, which not every engine has
YEARLY = (
    r"\b(?:per|each|every) (?:contract |calendar |financial |school |academic )?(?:year|annum)\b"
    r"|\b(?:annually|yearly)\b"
)
YEARLY_STEMS = ("year", "annum", "annually")
_WITHIN = late(rf"(?:{YEARLY})(?!['\u2019]| groups?\b| (?:later|ago|earlier|end|of)\b)", re.IGNORECASE)
_A_YEAR = {
    "da": 200, "we": 40, "wk": 40, "fo": 20, "mo": 10, "mt": 10, "qu": 4, "qt": 4, "te": 3,
}  # fmt: skip
"""How many times at least by the first letters of the word, but for holidays."""
MOST_OFTEN = max(_A_YEAR.values())
_EVERY = rf"(?:each|every|once an?|once per|once every)(?: other| second)? {TIME}"
_AGAIN = late(rf"\b(?:(?P<often>{REGULARLY})|{_EVERY}(?! of\b))\b", re.IGNORECASE)
# For an engine without look-around, and for a glance
OFTEN = rf"\b(?:{REGULARLY}|(?:once|twice|thrice|an?|per|each|every|other|second)\s+{TIME}|p\.a)\b"
_MAYBE = late(OFTEN)
_STEMS = (
    *("p.a", "day", "dai", "week", "wk", "fortn", "month", "mth", "mnth"),
    *("quarter", "qtr", "term", "year", "yr", "annu"),
)
# For an engine without look-around: what any text on one line has that says so of a number
SAID_OFTEN = (
    rf"\b(?:{REGULARLY}|{_EVERY}|(?:[0-9]{{1,2}}|{'|'.join(_WORDS)})(?: [^ ]+){{0,4}} (?:an?|per|each|every) {TIME}"
    r"|(?:per|each|every) (?:contract )?(?:year|annum)|p\.a)"
)
_TIME_AT_ALL = late("|".join(map(re.escape, _STEMS)))
# What may be done so often beside what is promised, or is no more than a name
_OF_ELSE = late(
    rf"{LOOKED_AFTER}|(?:newsletter|invoic|pay|wage|progress|kpi|board|steering|timesheet|survey|publi|bulletin"
    r"|magazine|newspaper|market|who|come|living|life|lives|contact|email|call|catch|tracker)",
    re.IGNORECASE,
)
_LASTING = late(
    rf"\b(?:[0-9]+|{'|'.join(SPELT)}|several)[ -]?(?:[a-z]+[ -])?"
    r"(?:days?|weeks?|wks?|months?|terms?|sessions?|visits?|workshops?|years?)\b|\bseries of\b|\bcourses?\b",
    re.IGNORECASE,
)
_YEARLY = late(r"year|yr|annum|annually|p\.?a\b", re.IGNORECASE)
_IN_ALL = late(r"\b(?:total\w*|in all|altogether|overall|over the (?:\w+ )?(?:contract|term))\b", re.IGNORECASE)
_BEFORE_TIME = frozenset(("in", "for"))  # “12 in each year”
_THOUSAND = 1000
_LONGEST_PRODUCT = 400
TIMED = frozenset(("minute", "hour", "half-day", "day", "session", "event", "GBP"))
"""Units that happen so and so often."""


def digits_of(quantity: Decimal) -> str:
    """The digits that every text which names a quantity has; none where commas may part them: 1,200."""
    return str(quantity) if quantity < _THOUSAND else ""


def names_quantity(text: str, quantity: Decimal) -> bool:
    """Whether a quantity stands in a text as a number of its own: 12 in ``12 talks``, and not in ``112``."""
    return _stands(str(quantity), text) or (quantity >= _THOUSAND and _stands(f"{quantity:,f}", text))


def _stands(digits: str, text: str) -> bool:
    at = text.find(digits)
    while at >= 0:
        end = at + len(digits)
        if not text[at - 1 : at].isdigit() and not text[end : end + 1].isdigit():
            return True
        at = text.find(digits, at + 1)
    return False


def said_pace(text: str, quantity: Decimal, unit: str | None, units: Units, years: Decimal | None) -> str:
    """The rate that a text says of the very number that is promised; ``""`` where it says none, or what is in all.

    One of another unit is no such rate (a post of five days a week), nor is one a year in a contract of one year.
    """
    said = rate_of(text, quantity, unit, units, years) or _said_in_words(text, quantity, unit, years)
    return said or _yearly_of(text, years)


def rate_of(text: str, quantity: Decimal, unit: str | None, units: Units, years: Decimal | None) -> str:
    """The rate behind the very number that is promised, or in brackets at the end; ``""`` where a text says neither.

    Nor does one that is told of a year and comes to what is promised: ``20 hours per year`` of 60 in three.
    """
    if years is not None and _comes_to(text, quantity / years if years else quantity):
        return ""
    return pace_of(text, quantity, unit, units, years) or _closing_of(text, unit, years)


def _comes_to(text: str, of_year: Decimal) -> bool:
    """Whether a text says that so many are promised in one year: ``10 a year``."""
    said = _PACE.finditer(folded(text)) if names_quantity(text, of_year) else ()
    return any(_YEARLY.search(each["rate"]) and value_of(each["number"]) == of_year for each in said)


def pace_of(text: str, quantity: Decimal, unit: str | None, units: Units, years: Decimal | None) -> str:
    """The rate that a text puts behind the very quantity of its line: ``a month`` of ``20 hours a month``."""
    named = names_quantity(text, quantity) and not _IN_ALL.search(text)
    return _pace_of(text, quantity, unit, units, years) if named else ""


def may_close_with_rate(text: str) -> bool:
    """Whether a text ends with a rate: ``Volunteering (per site, 4 sites)``, ``Hours volunteered each year``."""
    end = text.rstrip(" .")[-10:].casefold()
    return end.endswith((")", "]", *CLOSING_WORDS)) and _CLOSING.search(text.rstrip()) is not None


def _closing_of(text: str, unit: str | None, years: Decimal | None) -> str:
    """The rate at the end of a text, of whatever is promised; ``""`` where there is none."""
    closing = _CLOSING.search(folded(text)) if may_close_with_rate(text) else None
    if closing is None or _IN_ALL.search(text):
        return ""
    told = years != 1 if is_yearly(closing[0]) else unit is None or unit in TIMED
    return closing[0].strip(" ,") if told else ""


def is_yearly(rate: str) -> bool:
    """Whether a rate is one a year."""
    return _YEARLY.search(rate) is not None


def may_say_yearly(text: str) -> bool:
    """Whether a text may say of what is promised that it comes every year, before its end."""
    lower = text.lower()
    return any(map(lower.__contains__, YEARLY_STEMS)) and _WITHIN.search(text) is not None


def _yearly_of(text: str, years: Decimal | None) -> str:
    """What says so within a text of no number; ``""`` in a contract of one year, or where something else does."""
    if years == 1 or any(map(str.isdigit, text)) or not may_say_yearly(text) or _IN_ALL.search(text):
        return ""
    line = folded(text)
    return next((match[0] for match in _WITHIN.finditer(line) if not _is_beside(line, match)), "")


def _pace_of(text: str, quantity: Decimal, unit: str | None, units: Units, years: Decimal | None) -> str:
    """The rate behind the number itself."""
    line = folded(text)
    for match in chain(_PACE.finditer(line), _EACH_PACE.finditer(line)):
        of_year = years == 1 and _YEARLY.search(match["rate"])
        if value_of(match["number"]) == quantity and not of_year and _is_of(match, unit, units):
            return match[0].rstrip(".,;) ")
    return ""


def saying_often(texts: Collection[str]) -> frozenset[str]:
    """Those of many texts of one line each that may say how often something happens, as `may_say_often` tells."""
    together = "\n".join(texts).lower()
    lines = {line for line in lines_with(_STEMS, together) if _MAYBE.search(line)}
    return frozenset(text for text in texts if text.lower() in lines) if lines else frozenset()


def saying_rates(texts: Collection[str]) -> frozenset[str]:
    """Those of many texts that end with a rate, or may say that what is promised comes every year."""
    lower = "\n".join(texts).lower()
    if not any(map(lower.__contains__, _CLOSING_STEMS)):
        return frozenset()
    return frozenset(text for text in texts if may_close_with_rate(text) or may_say_yearly(text))


def lines_with(stems: Iterable[str], text: str) -> set[str]:
    """The lines of a text that hold one of the stems."""
    found = set()
    for stem in stems:
        at = text.find(stem)
        while at >= 0:
            end = text.find("\n", at)
            found.add(text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else None])
            at = text.find(stem, end) if end >= 0 else -1
    return found


def may_say_often(text: str | None) -> bool:
    """Whether a text may say how often something happens; most name no time at all, which is seen sooner."""
    lower = text.lower() if text else ""
    return _TIME_AT_ALL.search(lower) is not None and _MAYBE.search(lower) is not None


def _said_in_words(text: str, quantity: Decimal, unit: str | None, years: Decimal | None) -> str:
    """``Twice a month`` of two, and ``weekly`` of fewer hours than there are weeks in a year; else ``""``."""
    if quantity >= MOST_OFTEN or not (unit is None or unit in TIMED) or not may_say_often(text) or _IN_ALL.search(text):
        return ""
    line = folded(text)
    for match in _WORDED.finditer(line):
        of_year = years == 1 and _YEARLY.search(match[0])
        if _WORDS.get(match["number"].casefold(), match["number"]) in (quantity, str(quantity)) and not of_year:
            return match[0]
    if product := product_of(line, quantity, years):
        return product
    for match in () if _LASTING.search(line) else _AGAIN.finditer(line):
        least = _times_a_year(match[0]) * min(years or 1, Decimal(1))
        if quantity < least and not _is_beside(line, match):
            return match[0]
    return ""


def product_of(text: str, quantity: Decimal, years: Decimal | None) -> str:
    """The rate of a text by which a quantity is so many times so much each year: ``2 talks a year of 3 hours`` of six.

    A number behind which the time of the rate comes again says how many times there are of it: ``for 3 years``.
    """
    for match in _WORDED.finditer(text[:_LONGEST_PRODUCT]):
        times = Decimal(_WORDS.get(match["number"].casefold(), match["number"]))
        if not times or (years == 1 and _YEARLY.search(match[0])):
            continue
        rest = f"{text[: match.start()]};{text[match.end() : _LONGEST_PRODUCT]}"
        time = match[0].rsplit(" ", 1)[1][:3].casefold()
        for other in _OTHER_FACTOR.finditer(rest):
            much = Decimal(_WORDS.get(other["number"].casefold(), other["number"]))
            if much > 1 and much * times == quantity and not (other["of"] or "").casefold().startswith((time, "year")):
                return match[0]
    return ""


def _times_a_year(often: str) -> Decimal:
    """How many times in a year something happens at least."""
    words = often.casefold().split(" ")
    rarely = 2 if "other" in words or "second" in words else 1
    return Decimal(_A_YEAR.get(words[-1][:2], 1)) / rarely


def _is_beside(line: str, match: re.Match[str]) -> bool:
    """Whether what happens so often is a report or the like, and not what is promised."""
    before, behind = line[: match.start()].split(" "), line[match.end() :].split(" ")
    return any(_OF_ELSE.match(word.strip("(,-")) for word in (*before[-3:], *behind[:3]))


def _is_of(match: re.Match[str], unit: str | None, units: Units) -> bool:
    """Whether the number may be of a unit: of one that measures it says so, and of another it does not measure."""
    words = [word for word in match["of"].split() if word not in _BEFORE_TIME]
    said = {units.find(word) for word in words} | ({"GBP"} if match["money"] else set())
    if unit in MEASURES and (words or match["money"]):
        return unit in said
    return unit is None or said.isdisjoint(MEASURES)

"""Owns workings that do not come to the quantity: ``12 staff x 8 hours``, ``40 hours + 30 hours``, in any text."""

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from math import prod

from sv_cli.bids.cells.figures import NUMBER, values_in
from sv_cli.bids.cells.text import folded
from sv_cli.bids.cells.units import Units
from sv_cli.bids.terms.names import TIME
from sv_cli.late import late

# What every one of them has, for a glance and for an engine without look-around
WORKED = (
    "[0-9][^0-9]{0,40}(?:[+x\u00d7*@&,]| and| plus) ?[0-9]"
    "|[0-9] (?:[a-z]+s|staff|people)(?: [a-z]+)? (?:of|for) [0-9]"
    rf"|[0-9] ?[a-z]+ each\b|\b(?:an?|per|each|every) {TIME}(?: [a-z'’-]+){{0,5}} (?:for|over) [0-9]"
)
# What is in all of these, without repeats, of which an engine keeps no track beside others
FACTORS = "(?:[+x\u00d7*@&,]| and| plus| for| of| over) ?[0-9]|[0-9] ?[a-z]+ each\\b"
_WORKED = late(WORKED, re.IGNORECASE)
_APART = "(?<![0-9.,a-wyz])"  # and so not those of KS2 or CO2, but that of x4
_PRODUCT = late(
    rf"{_APART}(?P<one>{NUMBER})(?: [a-z'\u2019-]+){{1,3}}(?: ?[x\u00d7*@] ?| (?:of|for) )(?P<other>{NUMBER})"
    r" ?(?P<unit>[a-z]+)\b(?! (?:an?|per|every) )",
    re.IGNORECASE,
)
# “4 people, 5 hours each”, “2 hours a week for 30 weeks”, and “4 x 5 hours”
_EACH = late(
    rf"{_APART}(?P<one>{NUMBER})(?: (?!(?:to|and|or) )[a-z'\u2019-]+){{1,5}},? (?P<other>{NUMBER})"
    rf" ?(?P<unit>[a-z]+) each\b(?! {TIME})",
    re.IGNORECASE,
)
# “5 hours each from 4 people”
_EACH_OF = late(
    rf"{_APART}(?P<one>{NUMBER}) ?(?P<unit>[a-z]+) each (?:from|by|for|to)(?: (?:our|the|all|up to))*"
    rf" (?P<other>{NUMBER}) [a-z]+",
    re.IGNORECASE,
)
_LASTING = late(
    rf"{_APART}(?P<one>{NUMBER}) ?(?P<unit>[a-z]+)(?: [a-z'\u2019-]+){{0,3}} (?:an?|per|each|every) "
    rf"(?P<time>{TIME}) (?:for|over) (?P<other>{NUMBER}) (?P=time)s\b",
    re.IGNORECASE,
)
# “2 hours a month of lessons for 5 years”, which is so many times as much in a year or a month at the least
_THROUGHOUT = late(
    rf"{_APART}(?P<one>{NUMBER}) ?(?P<unit>[a-z]+)(?: [a-z'\u2019-]+){{0,3}} (?:an?|per|each|every) "
    rf"(?P<time>{TIME})(?: (?!(?:and|or|plus|who|that|out|been|aged|already|over|unemployed)\b)[a-z'\u2019-]+){{0,5}}"
    rf" (?:for|over) (?P<other>{NUMBER}) (?P<span>year|yr|month)s\b",
    re.IGNORECASE,
)
_IN_A_YEAR = {"da": 200, "we": 40, "wk": 40, "fo": 20, "mo": 10, "mt": 10, "mn": 10, "qu": 4, "qt": 4, "te": 3,
              "ye": 1, "yr": 1, "an": 1}  # fmt: skip
_IN_A_MONTH = {"da": 15, "we": 4, "wk": 4, "fo": 2, "mo": 1, "mt": 1, "mn": 1}
_BARE = late(rf"{_APART}(?P<one>{NUMBER}) ?[x\u00d7*] ?(?P<other>{NUMBER}) ?(?P<unit>[a-z]+)\b", re.IGNORECASE)
# “5 hours x 20”
_TURNED = late(
    rf"{_APART}(?P<one>{NUMBER}) ?(?P<unit>[a-z]+) ?[x\u00d7*@] ?(?P<other>{NUMBER})\b(?! ?[0-9])", re.IGNORECASE
)
_PART = rf"(?:{NUMBER})(?: ?[a-z]+s)?(?: (?:in|at|for|with|from|by|of|on|to) [a-z][a-z'\u2019 -]{{1,30}}?)?"
# “20 hours in Leeds and 40 in York”
_AND = r"(?: ?[+&] ?|(?:,| and|, and|,? plus) )"
_SUM = late(rf"(?:^|[(\[:\u2013\u2014-] ?)(?P<sum>{_PART}(?:{_AND}{_PART})+) ?[)\]]?\.?$", re.IGNORECASE)
_WORDS = late(r"[a-z]", re.IGNORECASE)
_ANY = late(NUMBER)
_MOST_TIMES = 12  # the years, terms or sites over which a product may fall again
# Factors without end: “5 staff x 8 hours x 3 years”, “£20 a week x 40 weeks”, and what they are said to come to
_FACTOR = rf"(?:\u00a3 ?)?(?:{NUMBER})(?: ?(?!x\b)[a-z][a-z'\u2019/-]*(?: (?!x\b)[a-z'\u2019/-]+){{0,3}})?"
_CHAIN = late(rf"(?<![0-9.,/\u00a3]){_FACTOR}(?: ?[x\u00d7*] ?{_FACTOR})+", re.IGNORECASE)
_BETWEEN = late(r" ?[x\u00d7*] ?(?=[0-9\u00a3])", re.IGNORECASE)
_UNIT = late(r"[0-9] ?([a-z]+)", re.IGNORECASE)
_COMES_TO = late(
    rf"(?:=|\bi\.?e\.?|\btotal(?:ling)?(?: of)?|\bgiving)[ :]*\u00a3? ?(?:{NUMBER})(?: ?[a-z]+)?", re.IGNORECASE
)
# What makes of a product a part of the quantity, or one that falls again so often that nobody says
_OF_ELSE = late(
    r"\b(?:an? (?:day|week|fortnight|month|quarter|term|year)|per|each|every|p\.?a|annum|annual\w*|yearly|termly"
    r"|monthly|weekly|fortnightly|daily|quarterly|plus|extra|additional\w*|further|already|previous\w*|current\w*|last"
    r"|existing|first|initial|includ\w*|exclud\w*|e\.?g|example|at least|minimum|up to|between|also|besides|travel"
    r"|breaks?|lunch|less|minus)\b|[%&]",
    re.IGNORECASE,
)
_TIMES = ("minute", "hour", "half-day", "day", "week", "month", "year")  # from the shortest
LONGEST = 160
"""Longer notes tell of more than how a quantity comes about."""


def may_be_worked(text: str) -> bool:
    """Whether a text may show how its quantity comes about."""
    return _WORKED.search(text) is not None


def any_may_be_worked(texts: Collection[str]) -> bool:
    """Whether any of many texts may show it."""
    return _WORKED.search("\n".join(texts)) is not None


def is_working(text: str) -> bool:
    """Whether a text shows how something comes about and says nothing else: ``5 staff x 8 hours``, and no rate."""
    if len(text) > LONGEST or not may_be_worked(text):
        return False
    return _CHAIN.fullmatch(folded(text)) is not None and not _OF_ELSE.search(text)


def worked_otherwise(line: str, quantity: Decimal, unit: str | None, units: Units) -> str:
    """What a text multiplies or adds up that is not the quantity: ``12 staff x 8 hours`` beside 40.

    The text holds no other numbers, and the quantity is no multiple of what they come to.
    """
    if not may_be_worked(line) or quantity <= 0:
        return ""
    numbers = values_in(line)
    if len(numbers) == 2:  # noqa: PLR2004 - two factors
        for form in (_PRODUCT, _EACH, _EACH_OF, _LASTING, _BARE, _TURNED):
            product = form.search(line)
            if product is None or units.find(product["unit"]) != unit:
                continue
            if form in (_BARE, _TURNED) and _OF_ELSE.search(line):
                continue
            return "" if _may_come_to(numbers[0] * numbers[1], quantity) else product[0]
        lasting = _THROUGHOUT.search(line)
        of_unit = lasting is not None and units.find(lasting["unit"]) == unit
        if lasting is not None and of_unit and numbers[0] != quantity < _least(lasting, numbers):
            return lasting[0]
    if len(numbers) > 2:  # noqa: PLR2004 - of two, the one in the unit may be a rate, which others look for
        worked = _multiplied(line, quantity, unit, units)
        if worked:
            return worked
    return _added(line, numbers, quantity, unit, units)


def _least(lasting: re.Match[str], numbers: Sequence[Decimal]) -> Decimal:
    """What a rate comes to at the least: 400 for ``10 a week for 1 year``, which has 40 weeks or more of work."""
    often = _IN_A_MONTH if lasting["span"].casefold() == "month" else _IN_A_YEAR
    return prod(numbers, start=Decimal(often.get(lasting["time"][:2].casefold(), 0)))


def noted_otherwise(text: str, quantity: Decimal, unit: str | None, units: Units) -> str:
    """The workings in a note that come neither to the quantity nor to a part of it; ``""`` where there are none.

    One of the factors is in the unit of the line, or there are no words at all.
    """
    if len(text) > LONGEST or not may_be_worked(text) or quantity <= 0:
        return ""
    line = folded(text)
    return _multiplied(line, quantity, unit, units) or _added(line, values_in(line), quantity, unit, units)


def _multiplied(line: str, quantity: Decimal, unit: str | None, units: Units) -> str:
    """The product of all numbers of a text, one of them in the unit, where the quantity is no multiple of it."""
    said = _COMES_TO.search(line)
    bare = line if said is None else line[: said.start()] + line[said.end() :]
    chain = _CHAIN.search(bare)
    if chain is None or len(_ANY.findall(bare)) != len(_ANY.findall(chain[0])):
        return ""
    factors = _BETWEEN.split(chain[0])
    alone = chain[0] == bare.strip(" .=()") and not _WORDS.search(chain[0].replace("x", "").replace("X", ""))
    if not alone and not _are_of(factors, unit, units):
        return ""
    rest = f"{bare[: chain.start()]} {bare[chain.end() :]} {factors[-1]}"
    if _OF_ELSE.search(rest) or (said is not None and quantity in values_in(said[0])):
        return ""
    worked = prod(values_in(chain[0]), start=Decimal(1))
    return "" if worked == 0 or quantity % worked == 0 else chain[0].strip()


def _are_of(factors: Sequence[str], unit: str | None, units: Units) -> bool:
    """Whether one of the factors is in the unit, and none in a part of it: ``4 weeks x 30 hours`` are four weeks."""
    named = {_unit_of(factor, units) for factor in factors}
    shorter = _TIMES[: _TIMES.index(unit)] if unit in _TIMES else ()
    return unit in named and named.isdisjoint(shorter)


def _unit_of(factor: str, units: Units) -> str | None:
    if "\u00a3" in factor:
        return "GBP"
    word = _UNIT.search(factor)
    return None if word is None else units.find(word[1])


def _added(line: str, numbers: Sequence[Decimal], quantity: Decimal, unit: str | None, units: Units) -> str:
    """The sum that a text ends with, of all its numbers, which is not the quantity, nor so many times less."""
    added = _SUM.search(line)
    if added is None or len(_ANY.findall(added["sum"])) != len(numbers) or not _WORDS.search(added["sum"]):
        return ""
    named = {units.find(word) for word in re.findall(r"[a-z]+s\b", added["sum"].casefold())} - {None}
    worked = sum(numbers, Decimal(0))
    if "+" in added["sum"]:
        return "" if named - {unit} or _may_come_to(worked, quantity) else added["sum"]
    if prod(numbers, start=Decimal(1)) == quantity:
        return ""  # “15 places, 52 weeks” of 780 weeks
    # “Phases 1 and 2” are no amounts, and so many hours of this and of that may fall any number of times
    return "" if named != {unit} or quantity in numbers or quantity % worked == 0 else added["sum"]


def _may_come_to(worked: Decimal, quantity: Decimal) -> bool:
    return worked == 0 or (quantity % worked == 0 and quantity / worked <= _MOST_TIMES)

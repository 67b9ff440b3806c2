"""Owns what stands around the one amount of a text: how it comes about, if that is right, or that it is the least."""

import re
from math import prod

from sv_cli.bids.cells.figures import NUMBER, value_of, values_in
from sv_cli.bids.cells.spelt import number_of
from sv_cli.late import late

_WORDS = r"(?: ?[a-z][a-z /.]{0,30}?)??"
_ONE = rf"(?:\u00a3 ?)?(?:{NUMBER})"
_TIMES = rf"(?P<factors>{_ONE}(?:{_WORDS} ?[x\u00d7*@] ?{_ONE}){{1,3}})(?P<of>{_WORDS})"
_FACTOR = late(NUMBER)
_PAIR = 2
_WHOLE = rf"(?P<whole>(?P<sign>\u00a3 ?)?(?P<amount>{NUMBER})(?P<unit>{_WORDS}))"
_BEHIND = late(rf"{_WHOLE} ?[(\[=] ?(?:i\.?e\.? )?{_TIMES} ?[)\]]?", re.IGNORECASE)
_BEFORE = late(rf"{_TIMES} ?= ?{_WHOLE}", re.IGNORECASE)
# “60 (40 + 20)” and “40 + 20 = 60”
_SUM = rf"(?P<parts>{_ONE}(?: ?\+ ?{_ONE}){{1,5}})"
_SUM_BEHIND = late(rf"{_WHOLE} ?[(\[=] ?{_SUM}[)\]]?", re.IGNORECASE)
_SUM_BEFORE = late(rf"{_SUM} ?= ?{_WHOLE}", re.IGNORECASE)
# “2 x 3 hrs” and “4 trainees x 10 weeks”; hours times weeks may be how long, and how often. Behind “36 hours a year”
# “x 3” may say for how many years, and “£500 x 3 pa” says no less how often
_OFTEN = r"(?:pa|per|each|every|annual(?:ly)?|(?:dai|week|fortnight|month|quarter|term|year)ly)\b"
_NO_WORD = (
    rf"(?:min(?:ute)?|h(?:ou)?r|day|week|wk|fortnight|month|quarter|term|year|yr)s?\b|(?:an?|or|to|and)\b|{_OFTEN}"
)
_UNIT_WORD = rf"(?!an?\b|{_OFTEN})[a-z]+"
_SO_MANY_OF = late(
    rf"(?P<one>{NUMBER})(?: (?!{_NO_WORD})[a-z'\u2019-]+){{0,3}} ?[x\u00d7*] ?(?P<other>{NUMBER})"
    r"(?P<unit> ?[a-z]{2}.*)",
    re.IGNORECASE,
)
# “4 days x 10 people” and “£500 x 4 schools”, and the other way round “4 @ £500”
_OF_EACH = late(
    rf"(?P<one>\u00a3? ?(?:{NUMBER}))(?P<unit>(?: ?{_UNIT_WORD}(?: {_UNIT_WORD}){{0,3}})?)(?: each)? ?[x\u00d7*]"
    rf" ?(?P<other>{NUMBER})(?: (?!{_NO_WORD})[a-z'\u2019-]+){{0,3}}"
    rf"|(?P<many>{NUMBER})(?: ?no\.?| ?nr\.?| (?!{_OFTEN})[a-z'\u2019-]+)? ?[x\u00d7*@]"
    rf" ?(?P<price>\u00a3 ?(?:{NUMBER}))(?: each)?",
    re.IGNORECASE,
)
# “26 visits of 2 hrs”, “26 x 2-hour visits” and “12 months x 2 staff x 3 hrs”, where what is last is how long each is
_THING_WORD = rf"(?!(?:x|an?|or|and|to|of|hours?|hrs?|minutes?|mins?)\b|{_OFTEN})[a-z'\u2019-]+"
_THINGS = rf"(?:{_THING_WORD}(?: {_THING_WORD}){{0,2}})"
_LASTING = late(
    rf"(?P<many>{NUMBER}) {_THINGS}(?:(?<=s)|(?<=staff)|(?<=people)) (?:each )?(?:of|lasting|at|@) "
    rf"(?P<long>{NUMBER})"  # and not “1 of 3 days”
    r" ?(?P<unit>hours?|hrs?|days?)(?: each)?"
    rf"|(?P<several>{NUMBER})(?: ?[x\u00d7*] ?| (?=[0-9.]+-))(?P<length>{NUMBER})[ -](?P<time>hour|hr|day|week)"
    rf" {_THINGS}(?<=s)"
    rf"|(?P<factors>(?:(?:{NUMBER}) ?(?:{_THINGS} ?)?[x\u00d7*] ?){{2,3}}(?:{NUMBER}))"
    r" ?(?P<of>(?:hours?|hrs?|days?)\b.*)",
    re.IGNORECASE,
)
# “1 apprentice for 52 weeks”, “2 apprentices, 52 weeks each” and “30 weeks (one apprentice)”
_THING = rf"(?!(?:x|of|for|at|each)\b|{_NO_WORD})[a-z'\u2019-]+"
_WHO = rf"{_THING}(?: {_THING}){{0,2}}"
_LONG = r"(?:hours?|hrs?|days?|weeks?|wks?|months?)"
_OF_ONE = late(
    rf"(?:1|an?) {_WHO}(?:,| for|,? at|,? @| -)? (?P<length>(?:{NUMBER}) ?{_LONG})(?: each)?"
    rf"|(?P<long>(?:{NUMBER}) ?{_LONG}) [(\[]?(?:for |x )?(?:1|one|an?) {_WHO}[)\]]?"
    rf"|(?P<many>{NUMBER}) {_WHO}(?:,| for|,? at|,? @| -| doing)? (?P<number>{NUMBER}) ?(?P<unit>{_LONG}),?"
    r" each",
    re.IGNORECASE,
)
_TOLD_OF_ONE = (" of ", "-", " for ", " at ", " each", ")", " @ ")
# “5 hours a week for 10 weeks”, “10 per month for the first six months”, and so many a year
_PART = r"day|week|wk|fortnight|month|mth|quarter|qtr|term"
_PACED = late(
    rf"(?P<amount>(?:\u00a3 ?)?(?:{NUMBER}))(?P<unit>{_WORDS}) ?(?:/|\b(?:per|an?|each|every)) ?(?P<time>{_PART})"
    r"(?:,? (?:for|over|in|during|x|\u00d7)) (?:the )?(?:first )?(?P<many>[0-9]{1,3}|[a-z]{3,9}) (?P<again>[a-z]+?)s?"
    r"(?P<rest> (?:(?:per|an?|each|every) (?:year|annum)|p\.?a\.?|in total))?",
    re.IGNORECASE,
)
_SHORT = {"wk": "week", "mth": "month", "qtr": "quarter"}
_SIGNS = frozenset("x\u00d7*@X")
# What says before an amount only that it is one: “Qty: 54”, “exactly 54”, “We will deliver 54”
_LABEL = late(
    r"(?:(?:(?:our|the) )?(?:qty|quantity|amount|number|count|no\.?|nr|total|target|offer|commitment|pledge|promise"
    r"|figure|value|units?)(?: (?:of|offered|committed|promised|pledged))? ?[:=]"
    r"|(?:grand |overall )?total(?: of)?[ :=]|exactly"
    r"|we (?:will|shall|commit to|promise to|promise|pledge to|pledge|offer)"
    r"(?: (?:deliver|provide|offer|give|donate|do|recruit|employ|hire|take on|train|fund|fit|plant|save|divert))?)"
    r" ?(?=[0-9\u00a3])",
    re.IGNORECASE,
)
# “Hours: 54” is 54 hours; “2: 3” and “Year 1: 54” are something else
# One of several times is a label, and no unit: “Week: 5”
_ONE_TIME = r"(?!(?:week|wk|day|month|mth|quarter|qtr|term|year|yr|session|event|visit|workshop) ?: ?(?!1$))"
_UNIT_FIRST = late(rf"{_ONE_TIME}(?P<unit>[a-z\u00a3][a-z .]{{0,24}}?) ?: ?(?P<amount>{NUMBER})", re.IGNORECASE)
_ONCE_EACH = late(rf"[x\u00d7] ?(?P<behind>{NUMBER})|(?P<before>{NUMBER}) ?(?:[x\u00d7]|off)", re.IGNORECASE)
_QUOTED = late(r"\"(?P<plain>[^\"]+)\"|\u201c(?P<curly>[^\u201c\u201d]+)\u201d|'(?P<single>[^']+)'")
_EXACTLY = " exactly"
_QUOTES = frozenset("'\"\u201c")
_ONCE_SIGNS = frozenset("xX\u00d7fF")

# A bidder who promises at least so many promises so many, as a column headed “Guaranteed minimum” does
_LEAST = late(
    r"(?:a |an |our )?(?:guaranteed )?(?:at least|minimum(?: of)?|min\b\.?(?: of)?|(?:no|not) (?:less|fewer) than"
    r"|more than|in excess of|upwards of|over(?! (?:the )?[0-9]+ (?:years?|yrs?|months?|weeks?|days?|terms?)\b))"
    r"[ :]+(?=[a-z0-9\u00a3])|(?:>=?|\u2265) ?(?=[0-9\u00a3])",
    re.IGNORECASE,
)
_OR_MORE = late(r"(?<=[0-9])\+(?= ?[a-z]|$)|(?<=[a-z])\+$| (?:or (?:more|above|over)|plus)$", re.IGNORECASE)
_AS_LEAST = late(
    r"(?<![ ,])[ ,]+(?:[(\[](?:guaranteed )?(?:minimum|at least)[)\]]|(?:guaranteed )?minimum)$", re.IGNORECASE
)
_LEAST_BEGINS = frozenset("aAgGiImMnNoOuU>\u2265")
_MORE_ENDS = ("more", "plus", "bove", "over")
_LEAST_ENDS = frozenset("mMtT)]")


def without_least(line: str) -> str:
    """The amount of ``At least 40 hours``, ``40 hours minimum`` or ``40+``; any other text as it is."""
    if line[:1] in _LEAST_BEGINS and (told := _LEAST.match(line)):
        line = line[told.end() :]
    if "+" in line or line[-4:].casefold() in _MORE_ENDS:
        line = _OR_MORE.sub("", line, count=1)
    return _AS_LEAST.sub("", line) if line[-1:] in _LEAST_ENDS else line


def bare_amount(line: str) -> str:
    """The amount of a text without what says only that it is one: ``Qty: 54``, ``hours: 54``, ``x54``, ``"54"``."""
    first = line[0]
    if first in _QUOTES and (quoted := _QUOTED.fullmatch(line)):
        line = next(filter(None, quoted.groups())).strip() or line
    if first.isalpha() and (told := _LABEL.match(line)):
        line = line[told.end() :]
        line = line[:-1] if line[-1] == "." and line[-2:-1].isalpha() else line  # which closes the sentence
    if ":" in line and (said := _UNIT_FIRST.fullmatch(line)):
        unit, amount = said["unit"].strip(), said["amount"]
        line = f"{unit}{amount}" if unit == "\u00a3" else f"{amount} {unit}"
    line = line.removesuffix(_EXACTLY)
    if (line[0] in _ONCE_SIGNS or line[-1] in _ONCE_SIGNS) and (times := _ONCE_EACH.fullmatch(line)):
        line = times["behind"] or times["before"]
    return line


def as_worked_out(line: str) -> str:
    """The amount of a text that shows how it comes about: ``480 hours`` of ``480 hours (12 x 40)``.

    It is ``80 hours`` of ``4 x 20 hours``, which does not say it. Any other text is given back as it is.
    """
    if "+" in line[1:]:
        match = _SUM_BEHIND.fullmatch(line) or _SUM_BEFORE.fullmatch(line)
        added = match is not None and sum(values_in(match["parts"])) == value_of(match["amount"])
        return match["whole"] if match is not None and added else line
    if _SIGNS.isdisjoint(line):
        return _lasting(line) if any(map(line.__contains__, _TOLD_OF_ONE)) else line
    if not ("=" in line or line[-1] in ")]"):
        return _multiplied(line)
    match = _BEHIND.fullmatch(line) or _BEFORE.fullmatch(line)
    if match is None:
        return line
    said = {name: text for name, text in match.groupdict().items() if text}
    factors = _FACTOR.findall(said["factors"])
    stated = said.get("unit", "").strip() or "sign" in said or line.find("=") < match.start("factors")
    if prod(map(value_of, factors)) != value_of(said["amount"]) or (len(factors) > _PAIR and not stated):
        return line  # “6 people x 2 hours x 40 weeks = 480” are no weeks
    return said["whole"] if stated else said["whole"] + said.get("of", "")


def over_its_times(line: str) -> str:
    """What an amount each week comes to over so many weeks, or each month over so many months; any other text as it is.

    ``5 hours a week for 10 weeks`` are 50 hours, and ``5 hours a week for 3 months`` are not said to be so many.
    """
    paced = _PACED.fullmatch(line)
    if paced is None:
        return line
    times = number_of(paced["many"])
    time, again = (_SHORT.get(each.casefold(), each.casefold()) for each in (paced["time"], paced["again"]))
    if time != again or not times:
        return line
    said = paced["amount"].lstrip("\u00a3 ")
    sign = paced["amount"].removesuffix(said)
    return f"{sign}{value_of(said) * times:f}{paced['unit']}{paced['rest'] or ''}"


def _multiplied(line: str) -> str:
    """What a text of two factors comes to: ``40 days`` of ``4 days x 10 people``; any other text as it is."""
    line = _lasting(line)
    of = _SO_MANY_OF.fullmatch(line)
    if of:
        return f"{value_of(of['one']) * value_of(of['other']):f}{of['unit']}"
    of = _OF_EACH.fullmatch(line)
    if of is None or not (of["price"] or of["unit"] or of["one"].startswith("\u00a3")):
        return line
    one, many = of["price"] or of["one"], of["many"] or of["other"]
    sign = one[:1] if one.startswith("\u00a3") else ""
    return f"{sign}{value_of(one.lstrip(sign)) * value_of(many):f}{of['unit'] or ''}"


def _lasting(line: str) -> str:
    """What things that each last so long come to: ``52 hours`` of ``26 visits of 2 hours``; any other text as it is."""
    said = _LASTING.fullmatch(line)
    if said is None:
        return _of_one(line)
    factors = said.group("many", "long", "several", "length")
    numbers = [*filter(None, factors)] or _FACTOR.findall(said["factors"])
    return f"{prod(map(value_of, numbers)):f} {said['unit'] or said['time'] or said['of']}"


def _of_one(line: str) -> str:
    """How long people do something: ``52 weeks`` of ``1 apprentice for 52 weeks``; any other text as it is."""
    said = _OF_ONE.fullmatch(line)
    if said is None:
        return line
    return said["length"] or said["long"] or f"{value_of(said['many']) * value_of(said['number']):f} {said['unit']}"

"""Owns units said in more words than their names: ``people (FTE)``, ``hours of mentoring``, ``£ spend``."""

import re

from sv_cli.bids.cells.text import folded
from sv_cli.bids.cells.units import COUNT, MEASURES, Units
from sv_cli.late import late

_MONEY = late(
    r"(?:(?:uk|gbp|cash|money|monetary|amount|value|spend|total|sterling)[ (]*)?£\)?"
    r"(?:s| ?\(?(?:spend|amount|(?:in )?total|gbp|cash|contributions?|donations?|funding|sponsorship|grants?"
    r"|(?:ex|exc|excl|excluding)\.? vat)\)?)?",
    re.IGNORECASE,
)
# “£ invested including staff time (staff time valued at £16.07 per hour)”: pounds, whatever an hour is taken for
_INVESTED = late(r"£ ?[a-z][a-z ,.'()&\-\u2013]*", re.IGNORECASE)
_TAKEN_FOR = late(
    r"[ ,;(\-\u2013]+(?:(?:staff|volunteer(?:ing)?|expert|all) )?(?:time|hours) (?:(?:is|are|to be|should be) )?"
    r"(?:valued )?(?:at|@) ?£[0-9.]+ ?(?:per|an|a|/) ?(?:staff |volunteer )?(?:hour|hr)[ )]*$",
    re.IGNORECASE,
)
_NO_POUNDS = late(
    r"\b(?:per|each|every|an?|or|and|ratio|points?|ranges?|min\w*|max\w*|approx\w*|up|to be|tb[acd]|thousands?"
    r"|millions?|hundreds?|k|m|mn|bn|hour\w*|daily|day|week\w*|month\w*|quarter\w*|term\w*|year\w*|annum|annual\w*|p\.?a"
    # Nobody gives what a promise is worth, or what it saves
    r"|social|sroi|slev|prox(?:y|ies)|benefits?|sav(?:ed|ings?)|fees?|revenue|turnover|prices?|profits?)\b",
    re.IGNORECASE,
)
_MARKS = "*:; \u2020\u2021\u00b9"  # of a footnote
_COUNTED = late(r"\s*\((?:no\.?|nos\.?|number|total|count)\)$", re.IGNORECASE)
_IN_ALL = late(
    r"\s*[(,]?(?:(?:\b(?:per|over|across|during)(?: the)?(?: (?:whole|full|entire|life of the))?|/)"
    r" ?contract(?: term| period)?"
    r"|\b(?:over|across)(?: the)?(?: (?:whole|full|entire))? (?:term|[0-9]{1,2} (?:years|yrs)))"
    r"\)?$",
    re.IGNORECASE,
)
_BRACKETS = late(r"(?P<what>[^()0-9]+?)\s*\((?P<unit>[^()]+)\)")
# “Hours of talks”, “hours in local schools”, of which time is neither
_OF = late(
    r"(?P<unit>[A-Za-z]+) (?:of (?P<what>[A-Za-z][A-Za-z '\-]{2,40})"
    r"|in (?P<where>(?:[A-Za-z'\-]+ ){0,2}(?!(?:year|month|quarter|term|week|day)s$)[A-Za-z]{2,}s))"
)
_POSTS = late(r"(?:(?:no\.?|number) of )?fte (?:jobs|posts|people|employees|positions|roles|staff)", re.IGNORECASE)
# What makes a unit another one
_OTHER = late(
    r"\b(?:per|each|every|a|an|x|half|thousands?|millions?|hundreds?|k|m|carbon|co2e?|emissions?|greenhouse|ghg)\b|[/%£]",
    re.IGNORECASE,
)
# What says more than what the time is spent on
_MORE = late(
    r"\b(?:and|or|plus|to|if|when|where|for|subject|depend\w*|tb[acd]|min\w*|max\w*|approx\w*|about|up|optional|stretch"
    r"|target|day|week|month|quarter|term|year|annum|annual\w*|weekly|monthly|quarterly|daily|yearly|not|no|less|more)\b",
    re.IGNORECASE,
)
# “Tonnes food” and “community hours” say as much as “tonnes of food” and “hours of community work”
_WORK = (
    r"(?:volunteer\w*|mentor\w*|coach\w*|train\w*|teach\w*|tuition|tutor\w*|support|advice|work|staff|time|placements?"
    r"|apprenticeships?|experience|befriending|respite|care|food|waste|furniture|cloth\w*|textiles|paper|wood|plastics?"
    r"|garden|electricity|gas|energy|diesel|petrol|fuel|driven|travel\w*|car|use|hire|provision)"
)
_BARE = late(
    rf"(?P<unit>hours|hrs|weeks|wks|tonnes|litres|miles|kwh) {_WORK}(?: {_WORK}){{0,2}}"
    r"|(?P<what>[a-z][a-z'\-]{2,30}(?: [a-z'\-]{2,30}){0,2}) (?P<last>hours|hrs|weeks|wks|tonnes)",
    re.IGNORECASE,
)
# What before a unit makes of it another, or a rate: “kilowatt hours”, “working weeks”, “termly hours”
_ANOTHER = late(
    r"\b(?:equivalent|equiv|[a-z]*watt|working|work|calendar|full|part|fte|wte|saved|avoided|opening|flying|school|bed"
    r"|fortnight\w*|termly|hourly|once|twice|times|regular|alternate|in|of|on|by|at|with|without|from|extra|additional"
    r"|other|existing|previous|current|further|remaining|old|new|revised|draft|provisional|indicative|potential|possible"
    r"|proposed|estimat\w*|forecast|expected|likely|aspir\w*|pending|unconfirmed|withdrawn|deleted|cancelled|average"
    r"|mean|only|peak|over|under)\b",
    re.IGNORECASE,
)
# What was done for people, or with them, that leaves them people
_HELPED = late(
    r" (?:helped|supported|advised|assisted|recruited|employed|trained|mentored|seen|reached|engaged|placed|housed"
    r"|coached|benefit(?:t)?ing|attending|taking part|taken on|into (?:work|jobs?|employment)|in work"
    r"|hired|upskilled|(?:provided|given)(?: with)? access)$",
    re.IGNORECASE,
)
_GIVEN = late(
    r" (?:given|donated|provided|saved|avoided|diverted(?: from landfill)?|recycled|pro bono|offered"
    r"|committed|pledged|promised|volunteered|funded"
    r"|guaranteed)$",
    re.IGNORECASE,
)


def unit_said(text: str, units: Units) -> str | None:
    """The unit that a text of a unit column says in more words, or None."""
    whole = folded(text)
    line = whole.rstrip(_MARKS)
    if _MONEY.fullmatch(line) or (line[:1] == "£" and _is_invested(line)):
        return units.find("£")
    if _POSTS.fullmatch(line):
        return units.find("FTE")
    bare = _IN_ALL.sub("", _COUNTED.sub("", line))
    found = units.find(bare) if bare and bare != whole else None
    return found or _in_brackets(line, units) or _of_what(line, units) or _of_people(bare, units) or _bare(bare, units)


def worked(text: str, units: Units) -> str | None:
    """The unit of ``hours of volunteering`` or ``hours pledged`` behind a number, where that is all it says."""
    if " " not in text or _MORE.search(text):
        return None
    given = _GIVEN.sub("", text)
    found = units.find(given) if given != text else None
    return found or _of_what(text, units) or _of_people(text, units) or _bare(text, units)


def _is_invested(line: str) -> bool:
    """Whether a text says of pounds no more than what they are of, or what they are given for."""
    of_what = _TAKEN_FOR.sub("", line)
    return _INVESTED.fullmatch(of_what) is not None and _NO_POUNDS.search(of_what) is None


def _in_brackets(line: str, units: Units) -> str | None:
    """``Staff time (hours)``, ``people (FTE)`` and ``miles (car)``, but not ``pupils (sessions)``, either of them."""
    match = _BRACKETS.fullmatch(line)
    if match is None or _OTHER.search(match["what"]):
        return None
    unit, what = units.find(match["unit"]), units.find(match["what"])
    aside = unit in (None, "person") and what in MEASURES
    if aside and not (_OTHER.search(match["unit"]) or _MORE.search(match["unit"])):
        return what if match["unit"].replace(" ", "").isalpha() else None
    fits = what in (None, unit) or (what == "person" and unit == units.find("FTE"))
    return unit if unit != COUNT and fits else None


def _of_people(line: str, units: Units) -> str | None:
    """``Residents helped`` and ``people into work``: people."""
    who = _HELPED.sub("", line)
    return "person" if who != line and units.find(who) == "person" else None


def _bare(line: str, units: Units) -> str | None:
    """``Hrs volunteering`` and ``employee volunteering hours``: what the time goes to, or what is weighed."""
    match = _BARE.fullmatch(line)
    what = match["what"] or "" if match else ""
    if match is None or any(pattern.search(what) for pattern in (_OTHER, _MORE, _ANOTHER)):
        return None
    measured = any(units.find(word) not in (None, "person") for word in what.split())
    return None if measured else units.find(match["unit"] or match["last"])


def _of_what(line: str, units: Units) -> str | None:
    match = _OF.fullmatch(line)
    if match is None or _OTHER.search(match["what"] or match["where"]):
        return None
    unit = units.find(match["unit"])
    return unit if unit in MEASURES and match["unit"].casefold().endswith("s") else None

"""Owns what words beside a quantity say of a rate: for a year, for the whole contract or for each pound."""

import re

from sv_cli.bids.cells.text import normal
from sv_cli.bids.sheets.grid import Raw
from sv_cli.bids.terms.names import FIGURE, LOOKED_AFTER, ONE, TIME
from sv_cli.bids.terms.workings import is_working
from sv_cli.late import late, rare

_YEARLY = frozenset(
    (
        *("per year", "per annum", "annual", "annually", "yearly", "p a", "pa", "each year", "year", "every year"),
        *("a year", "per contract year", "per yr", "each yr", "every yr", "yr", "each contract year"),
        *("per year of contract", "per year of the contract", "once a year", "once per year", "once every year"),
        *("once each year", "once yearly", "once annually", "once per annum"),
    )
)
# What stands around such words and says no more: “In each year of the contract”
_AROUND = late(
    r"^(?:in|for|during|at) (?=each |every )|^(?:(?:on|an|the) )*average (?=(?:per|each|every|a) )| on average$"
    r"|\b(?:(?<=year)|(?<=annum)) (?:of|for|over|during|throughout) (?:the |our )?(?:contract|term)(?: term| period)?$"
)
_ONCE = frozenset(
    (
        *("no", "n", "false"),  # where a heading asks whether it falls each year
        *("whole contract", "contract", "total", "per contract", "over contract", "in total", "contract total"),
        *("one off", "once", "over the contract", "full contract", "full term", "contract term", "whole term"),
        *("over the contract term", "contract lifetime", "full contract term", "contract duration"),
        *("over contract term", "lifetime", "life of contract", "for the whole contract", "total over contract"),
        *("the whole contract", "entire contract", "total contract", "for the contract", "contract period"),
        *("total for contract", "total for the contract", "total for the whole contract", "total over the contract"),
        *("whole contract total", "total for contract term", "total for the contract term", "total over the term"),
        *("over contract period", "over the contract period"),
        *("over the term", "over the whole term", "over the whole contract", "over the full term", "over its term"),
        *("whole order", "order total", "whole call off", "call off total", "whole project", "project total"),
        *("whole programme", "whole framework", "framework total", "whole agreement", "whole lot", "whole period"),
        *("in aggregate", "in the aggregate", "aggregate", "aggregate over the term"),
        *("whole contract term", "whole contract period", "full contract period", "over whole contract"),
    )
)
# What stands where nobody chose from a list
_UNCHOSEN = frozenset(("select", "please select", "choose", "please choose", "select one", "not selected", "null"))
# What says of a quantity how often it falls, where a cell holds nothing else
RATES = frozenset(
    (
        *("daily", "weekly", "fortnightly", "monthly", "quarterly", "termly", "yearly", "annually", "p a", "pa"),
        *(f"{each} {time}" for each in ("per", "each", "every", "a")
          for time in ("day", "week", "fortnight", "month", "quarter", "term", "year", "annum", "session")),
        *(f"{each} {one}" for each in ("per", "each", "for each", "at each", "in each", "this is per", "figure is per")
          for one in ("site", "school", "person", "head", "fte", "participant", "learner", "apprentice", "employee",
                      "event", "visit", "home", "property", "lot", "depot", "location", "£1m", "£m", "£100k",
                      "million", "volunteer", "trainee", "workshop", "class", "course", "club", "placement", "group",
                      "ward", "area", "town", "office", "branch", "centre", "hub", "college", "student", "pupil",
                      "resident", "client", "call off", "call off contract", "order", "project", "team", "£1m spend",
                      "£1m of spend", "£1m spent", "£1m contract value", "£1m of contract value")),
        *("annual", "recurring", "biennial", "biennially", "alternate years"),
        *(f"every {other} {time}" for other in ("other", "second")
          for time in ("day", "week", "month", "term", "year")),
        *(f"{done} {often}" for done in ("repeated", "delivered", "provided", "given", "offered")
          for often in ("each year", "every year", "annually", "per year", "per annum", "yearly")),
    )
)  # fmt: skip
# What says that it is the quantity of which such words are said: “This is the yearly figure”, “Figure per annum”
_OF_FIGURE = late(
    rf"^(?:(?:this|it)(?: {FIGURE})? is|(?:these|they)(?: {FIGURE})? are(?! (?:per|for) )"
    rf"|(?:the )?{FIGURE}(?: (?:is|are))?) (?:for )?(?:(?:the|an?) (?!year$))?(?=.)"
    rf"|(?<=(?:ly|al)) (?:{FIGURE}|hours|commitment|offer)$"
)
_HAPPENS_ONCE = late(
    r"\bone[ -]?off\b|\bonce only\b|\bsingle (?:event|payment|donation|gift|visit|session|day)\b"
    r"|\bin (?:total|all) over\b|\b(?:whole|entire)[ -](?:contract|term) total\b",
    re.IGNORECASE,
)
# A note that says so of a quantity, and nothing else: “Total over 3 years”, “split equally over the contract”
_TOLD_IN_ALL = late(
    r"(?:(?:this|it|these|figures?|quantity|number|amount|hours|is|are|the|an?|grand|overall) )*"
    r"(?:once|one off|in (?:total|all)|total|whole"
    r"|(?:split|spread)(?=.* (?:contract|term|period|duration|life|years)))\b"
    r"(?: (?:only|figure|total|equally|evenly|payment|event|over|across|for|of|between|during|in|the|our|whole|entire"
    r"|full|life|all|contract|term|period|duration|years|yrs|[0-9]{1,2}|two|three|four|five))*"
)
_RATE = rare(
    rf"(?:(?:for |at )?(?:per|each|every)) (?:{TIME} (?:of|for|from|over|during|throughout|until) "
    rf"|(?P<one>{ONE}) (?:for |at |in |x )?[0-9]+ (?P=one)s\b)"
    r"|(?:in |for )?each of (?:the |our )?(?:[0-9]+|two|three|four|five) (?:contract )?years$",
    ("per ", "each ", "every "),
)
SO_MANY_TIMES = r"(?:once|twice|thrice|(?:[0-9]{1,2}|two|three|four|five|six|several) times)"
_SO_OFTEN = rare(
    rf"{SO_MANY_TIMES} (?:per|an?|each|every) {TIME}",
    ("once", "twice", "thrice", "times"),
)
# What is done about promises, but for a “measure”, which is one
_OF_ELSE = late(
    rf"\b(?!measures?\b)(?:{LOOKED_AFTER}|pay|invoice|meeting|collect|survey|governance|oversight|comms|communicat"
    r"|newsletter|how .*measure)"
)


def basis_of(raw: Raw) -> str:
    """``year``, ``once`` or ``pound``; ``?`` for words that do not say, ``""`` for none, and for workings."""
    if raw is None:
        return ""
    words = _AROUND.sub("", normal(str(raw)))
    if not words or words in _UNCHOSEN:
        return ""
    if words in _YEARLY:
        return "year"
    if words in _ONCE:
        return "once"
    if is_working(str(raw)):
        return ""
    return "pound" if words.startswith("per £") or "£" in words else "?"


def falls_once(description: str) -> bool:
    """Whether a description says that what it promises happens once: ``One-off gift``, ``in total over the term``."""
    return _HAPPENS_ONCE.search(description) is not None


def is_told_in_all(note: str) -> bool:
    """Whether a note says that the quantity beside it is that of all years together: ``Total over 3 years``."""
    return _TOLD_IN_ALL.fullmatch(normal(note)) is not None


def is_rate(words: str) -> bool:
    """Whether words in lower case say how often something falls: ``monthly``, ``each year of the contract``."""
    words = _AROUND.sub("", words)
    return (
        words in RATES
        or _OF_FIGURE.sub("", words) in RATES
        or _RATE.match(words) is not None
        or _SO_OFTEN.fullmatch(words) is not None
    )


def names_another(words: str) -> bool:
    """Whether words name what is done about promises, such as reports and payments, which have paces of their own."""
    return _OF_ELSE.search(words) is not None

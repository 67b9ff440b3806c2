"""Owns what the name of a sheet says that it is for: to explain, to keep what was, to tell of the work itself."""

from sv_cli.bids.cells.text import normal
from sv_cli.bids.terms.streets import is_street
from sv_cli.bids.terms.titles import PRICES, is_past
from sv_cli.late import late

_KEPT = frozenset(
    (
        *("old", "bak", "superseded", "archive", "archived", "previous", "obsolete", "backup"),
        *("example", "examples", "sample"),
    )
)
# Places that are called old
_OLD_PLACES = late(r"\bold (?:trafford|town|street(?! ?(?:light|clean|work|scene)))\b")
# Whom somebody helps; “Help for bidders” explains
_HELPED = late(
    r"help (?:at|into|back|(?:for|to|with) (?!(?:the |this |your )?(?:bidders?|tenderers?|suppliers?|users?|you|use"
    r"|complet\w*|fill\w*|form|template|sheet|workbook|calculator)\b))"
)
# Sheets of what there is to say, of the lines on other ones too
_OF_TEXTS = ("assumptions", "dependencies", "notes")
# Sheets of who does the work, for how much and when, on which a line may yet be promised
_OF_THE_WORK = frozenset(
    (
        *("team", "our team", "staff", "staffing", "key staff", "key personnel", "resources", "resource plan", "fees"),
        *PRICES,
        *("costs", "cost plan", "price", "commercial", "commercials", "financial", "financials", "quotation", "risks"),
        *("risk register", *_OF_TEXTS, "contacts", "contact list", "staff list"),
        *("list of staff", "rota", "staff rota", "diary", "activity diary", "timesheet", "timesheets", "price list"),
        *("list of prices", "survey", "survey results", "survey responses", "questionnaire", "feedback", "minutes"),
        *("meeting minutes", "attendance", "attendance register", "expenses", "invoices", "stock list", "kit list"),
        "equipment list",
    )
)
# Sheets that sum up what stands on others, where any other says it
_OF_SUMS = frozenset(
    (
        *("summary", "overview", "dashboard", "sv summary", "social value summary", "overall summary", "overall"),
        *("total", "totals", "consolidated", "roll up", "rollup"),
    )
)
# Sheets of people, places and firms, whose years, days and values are their own
_OF_OWN_FACTS = late(
    r"(?:cvs?|curriculum vitae|premises|leases?|tenanc(?:y|ies)|insurances?|sub ?contractors?|list of sub ?contractors"
    r"|training matrix|mobilisation(?: plan)?|org(?:anisation)? chart|organogram)(?: .{1,40})?|.{1,40} cv"
)
_EXPLAINING = frozenset(("guidance", "instructions", "definitions", "help", "glossary", "readme", "instruction"))
_PROMISING = frozenset(("commitment", "commitments", "bid", "offer", "offers", "response", "submission", "calculator"))


def is_guidance(sheet: str) -> bool:
    """Whether a sheet's name says that nothing on it is promised."""
    bare = _OLD_PLACES.sub("place", bare_name(sheet))
    words = bare.split(" ")
    if is_past(sheet):
        return True
    if not _KEPT.isdisjoint(words):
        return not is_street(sheet)
    explains = words[0] in _EXPLAINING and not _HELPED.match(bare)
    return (explains or bare.startswith(("how to", "read me"))) and _PROMISING.isdisjoint(words)


def is_read_first(sheet: str) -> bool:
    """Whether a sheet's name says that it is to be read first: nothing is promised there, but the contract told of."""
    return normal(sheet).replace(" ", "").removesuffix("first") == "readme"


def is_of_the_work(sheet: str) -> bool:
    """Whether a sheet's name says that it is of who does the work, for how much or when."""
    return bare_name(sheet) in _OF_THE_WORK


def is_of_trade(sheet: str) -> bool:
    """Whether a sheet's name says that it is of the work, its people or its prices, and not of what is to be noted."""
    return has_own_facts(sheet) or (is_of_the_work(sheet) and bare_name(sheet) not in _OF_TEXTS)


def is_of_sums(sheet: str) -> bool:
    """Whether a sheet's name says that it sums up others."""
    bare = bare_name(sheet)
    return bare in _OF_SUMS or bare.startswith(("summary by ", "summary of "))


def has_own_facts(sheet: str) -> bool:
    """Whether a sheet's name says that what it states of times, places and values is not of the contract."""
    return _OF_OWN_FACTS.fullmatch(normal(sheet)) is not None


def bare_name(sheet: str) -> str:
    """A sheet's name without the numbers around it."""
    return normal(sheet).strip("0123456789 ")

"""Owns what the name of a sheet says that it is for, and what title says that a document is no bid."""

from sv_cli.bids.cells.text import normal
from sv_cli.bids.terms.names import BID, BUYER, FIGURE
from sv_cli.bids.terms.titles import PRICES, is_past, is_short, is_street, unnumbered
from sv_cli.late import late, rare

_KEPT = frozenset(
    (
        *("old", "bak", "superseded", "archive", "archived", "previous", "obsolete", "backup"),
        *("example", "examples", "sample"),
    )
)
# Names of sheets that only show how, where they say nothing else: “Specimen trees” may be planted
_SHOWING = frozenset(("specimen", "exemplar", "demo", "mock up", "mockup", "dummy"))
# Of these words those that may name what something is for or where, before a word that is of no sheet
_BEFORE_ELSE = frozenset(("archive", "backup", "example", "sample"))
_OF_SHEETS = late(
    rf"\b(?:{BID}s?|commitments?|calculator|promises?|pledges?|versions?|cop(?:y|ies)|data|sheets?|tables?|forms?|files?"
    rf"|{FIGURE}|rows?|lines?|entr(?:y|ies)|answers?|only|of|for|do|not|social value|sv|toms?|[0-9]+)\b"
)
# Places that are called old
_OLD_PLACES = late(r"\bold (?:trafford|town|street(?! ?(?:light|clean|work|scene)))\b")
# Whom somebody helps; “Help for bidders” explains
_HELPED = late(
    r"help (?:at|into|back|(?:for|to|with) (?!(?:the |this |your )?(?:bidders?|tenderers?|suppliers?|users?|you|use"
    r"|complet\w*|fill\w*|form|template|sheet|workbook|calculator)\b))"
)
# Sheets of what there is to say, of the lines on other ones too
_OF_TEXTS = ("assumptions", "dependencies", "notes", "evidence", "evidence log", "evidence register")
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
# What may follow the kind of a document: when, and of which number
_WHEN = (
    r"(?: (?:for|of|to|in|no|number|ref|dated|the|year|financial year|fy|period|month|quarter|week|ending|ended|and"
    r"|up to|q ?[1-4]|[0-9]+|[a-z]{1,3}[0-9]+|jan\w*|feb\w*|mar\w*|apr\w*|may|june?"
    r"|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*))*"
)
_REPORTED = (
    r"(?:delivery|monitoring|performance|impact|progress|year end|end of year|annual|quarterly|monthly|outturn"
    r"|contract management|achievements?|benefits realisation)"
)
_EARLIER = (
    r"(?:previous|old|earlier|last years?|last year s|superseded|archived?|expired|unsuccessful|lost|obsolete|failed)"
)
_BID = f"(?:version|return|{BID})s?"
# What holds in the whole title, words without signs
_KINDS = rare(
    rf"(?:[a-z0-9]+ ){{0,4}}{_REPORTED} (?:and [a-z]+ |sv |social value |kpi |contract )?"
    rf"(?:report|return|update|review|dashboard)s?{_WHEN}"
    rf"|(?:(?:tax|vat|sales|pro forma|proforma) )?(?:invoice|credit note|delivery note|remittance advice){_WHEN}"
    rf"|(?:[a-z]+ )?(?:price list|rate card|schedule of rates|tariff|unit values?|unit costs?){_WHEN}"
    r"|(?:volunteer(?:ing)?|attendance|visitor|training|donations?|hours) (?:log|register|record|diary)s?"
    r"|(?:delivery|activity|volunteer(?:ing)?|session|time) (?:log|diary)s?"
    rf"(?: [a-z]{{2,3}} ?[0-9]{{1,3}}| targets?| hours| days| [0-9]+)*{_WHEN}"
    r"|(?:[a-z]+ ){0,2}(?:expenses? claim(?: form)?|survey results)"
    r"|(?:[a-z]+ )?(?:purchase order|statement of account|timesheet|time sheet|sign in sheet|attendance register)"
    rf"{_WHEN}"
    r"|(?:.* )?not for submission(?: .*)?|(?:dummy|test|sample|training) data(?: .*)?"
    rf"|(?:copy of |our )?(?:the )?{_EARLIER} {_BID}(?: (?:20[0-9]{{2}}|unsuccessful|superseded|we lost|not used))*"
    rf"|{_BID} (?:we|that we) (?:lost|did not win)(?: .*)?|superseded by .*|(?:not current|archived?|obsolete)"
    rf"|copy of (?:last|previous|old|the previous|the old) .*|version [0-9.]+ (?:see|replaced by|superseded by) .*"
    r"|(?:competitor|incumbent|benchmark)(?: s)?(?: supplier(?: s)?)? (?:bid|offer|performance|delivery|commitments)s?"
    r"|(?:(?:our|internal|sv|social value) )*wish ?list|(?:[a-z]+ ){0,2}ideas? (?:list|log|bank)"
    r"|(?:template )?do not (?:submit|use|send)"
    r"|(?:test|training|demo|demonstration) (?:file|bid|run|exercise|copy|version)|proxy values(?: list)?"
    rf"|(?:demo|dummy|specimen|exemplar|mock ?up) {_BID}"
    r"|(?:[a-z]+ ){0,2}benchmarks?(?: (?:for|of|from|in|average|values?|figures|data|levels?|offers?|social)\b.*)?"
    r"|(?:industry|national|sector|regional|market|framework) averages?(?: .*)?"
    r"|typical (?:offers?|commitments?|bids?|values?|quantities)(?: .*)?"
    r"|(?:(?:commitments?|offers?|quantities|targets?|levels?|minimums?) )?(?:expected|required|wanted|set)"
    rf" by (?:the )?{BUYER}"
    rf"|moderat(?:ion|ed) (?:sheet|record|notes|scores)(?: .*)?|score ?sheet(?: .*)?",
    (
        *("report", "return", "update", "review", "dashboard", "invoice", "credit note", "delivery note", "remittance"),
        *("purchase order", "of account", "timesheet", "time sheet", "in sheet", "scoresheet", "score sheet"),
        *("moderat",),
        *("register", " log", "record", "diar", "claim", "survey", "price list", "rate card", "of rates", "tariff"),
        *("unit value", "unit cost", "proxy value", "previous", "old ", "earlier ", "last ", "superseded", "archive"),
        *("expired", "lost", "unsuccessful", "obsolete", "failed", "not current", "copy of", "version ", "competitor"),
        *("incumbent", "benchmark", "wish", "idea", "do not", "did not", "test ", "training ", "demo", "submission"),
        *("dummy ", "specimen", "exemplar", "mock", "sample data", "average", "typical", "expected", "required"),
        *("wanted", "set by"),
    ),
)
_OF_BILL = rare(r"(?:invoice|credit note) (?:no|number|ref|date|reference)", ("invoice", "credit"))


def is_guidance(sheet: str, *, alone: bool = False) -> bool:
    """Whether a sheet's name says that nothing on it is promised; one that is ``alone`` may be of “Backup power”."""
    bare = _OLD_PLACES.sub("place", bare_name(sheet))
    words = bare.split(" ")
    if is_past(sheet) or bare in _SHOWING:
        return True
    if alone and len(words) > 1 and words[0] in _BEFORE_ELSE and not _OF_SHEETS.search(normal(sheet)):
        return False
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


def is_no_bid(title: str) -> bool:
    """Whether a title says that the document under it is no bid: ``Monitoring return Q3``, ``Invoice 2231``."""
    return is_short(title) and _KINDS.fullmatch(normal(unnumbered(title))) is not None


def is_of_bill(label: str) -> bool:
    """Whether a label stands above the lines of a bill that is to be paid: ``Invoice no.``."""
    return _OF_BILL.fullmatch(normal(label)) is not None

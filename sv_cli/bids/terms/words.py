"""Owns the words around a table: totals, examples, instructions, sheets that only explain."""

import re
from collections.abc import Collection, Iterable

from msgspec import Struct

from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.late import late
from sv_cli.bids.terms.titles import heads_unpromised
from sv_cli.model.vocabulary import Vocabulary

_LABEL = 60
_LONGEST_TITLE = 10  # in words; longer lines are sentences, which may speak of anything
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
# Sheets of who does the work, for how much and when, on which a line may yet be promised
_OF_THE_WORK = frozenset(
    (
        *("team", "our team", "staff", "staffing", "key staff", "key personnel", "resources", "resource plan", "fees"),
        *("costs", "cost breakdown", "cost plan", "pricing", "price schedule", "pricing schedule", "prices", "price"),
        *("budget", "commercial", "commercials", "financial", "financials", "quotation", "risks", "risk register"),
        *("milestones", "assumptions", "dependencies", "notes", "contacts", "contact list"),
    )
)
_EXPLAINING = frozenset(("guidance", "instructions", "definitions", "help", "glossary", "readme", "instruction"))
_PROMISING = frozenset(("commitment", "commitments", "bid", "offer", "offers", "response", "submission", "calculator"))
_REPEATING = frozenset(("summary", "totals", "previous", "superseded", "old", "original", "draft", "recap"))
# What is earlier, and no earlier bid
_NO_BID = late(
    r"(?:previous|old|original|superseded|draft) (?:ideas?|residents?|pupils?|tenants?|offenders?|people|kit|equipment"
    r"|excluders?|proofing|trafford|town|street)\b"
)
# What heads a table of what the work itself costs, or of when it is done
_PRICED = frozenset(
    (
        *("pricing", "prices", "price schedule", "pricing schedule", "bill of quantities", "boq", "schedule of rates"),
        *("cost breakdown", "rate card", "budget", "milestones", "proxy values", "proxies"),
    )
)
# What else heads a table beside those of the promises: lots together, what is no offer or no longer one
_BESIDE = late(
    r"\bcombined$|\bsuperseded\b|\bfor (?:your )?(?:information|reference)\b"
    r"|\bprevious (?:bid|tender|submission|offer)\b|\bdelivered (?:under|so far|last year)\b"
    r"|^(?:(?:the )?(?:buyer|council|authority|client)(?:['\u2019]?s['\u2019]?)? )?"
    r"(?:minimum (?:requirements?|targets?)|benchmarks?)\b(?![ -]beating\b)"
    r"|^(?:the )?(?:buyer|council|authority|client)(?:['\u2019]?s['\u2019]?)? (?:targets?|requirements?)$"
    r"|^(?:targets?|requirements?|minimums?) (?:set|required|specified|wanted)"
    r" by (?:the )?(?:buyer|council|authority|client)$"
    r"|^baselines?\b(?! (?:offers?$|(?:surveys?|assessments?|audits?|studies)\b))",
    re.IGNORECASE,
)
# What is told of work that is done, and promised to nobody
_PAST = late(
    r"\b(?:past|previous|prior|historic|historical|earlier|recent|completed) (?:social value )?(?:performance"
    r"|contracts?|projects?|delivery|achievements?|commissions?|experience|clients?|schemes?|outcomes?)\b"
    r"(?! (?:drivers?|riders?|workers?|mentor\w*|restored)\b)"  # people, and what is done for them
    r"|\btrack record\b|\bcase stud(?:y|ies)\b(?! clubs?\b)|\bour experience\b"
    r"|\b(?:already delivered|(?:delivered|achieved|delivery|performance|progress|results) to date)\b"
    r"|\b(?:delivered|achieved|delivery|performance|achievements?|results)\b(?: [a-z]+){0,2}"
    r" (?:last|previous|existing|current|other|expiring) (?:[a-z]+ )?(?:contracts?|frameworks?|clients?|customers?)\b"
    r"|(?!^delivered in the (?:local )?(?:borough|community|area|city|town|county|district):?$)"
    r"(?<!be )\bdelivered (?:on|in) (?:our|the|a|20[0-9]{2})\b"
    r"|\blast year(?:['\u2019]s)?\b"
    r"(?! (?:of|at) (?:school|college|primary|secondary|university|education|their)\b)",
    re.IGNORECASE,
)
# What heads lines that somebody else promises, wants or has
_OF_OTHERS = late(
    r"(?:the )?(?:buyer|council|authority|client|customer)(?:['\u2019]?s['\u2019]?)?"
    r" (?:minimum )?(?:requirements?|targets?|minimums?)|minimum (?:requirements?|targets?)|benchmarks?|baselines?"
    r"|(?:existing|current)(?: (?:contracts?|provision|position|delivery|activity|activities|commitments?))?"
    r"|business as usual|bau(?: activity| activities)?|already in place"
    r"|competitors?|incumbent|(?:industry|national|sector|regional) averages?|delivered(?: [0-9/\- ]+)?|last contract"
    r"|(?:our )?achievements|(?:[0-9/\-]+ )?actuals?|monitoring (?!(?:of )?(?:air|water|noise|rivers?|wildlife"
    r"|birds?|biodiversity|pollution|support)\b).*|.* (?:monitoring )?report"
    r"|rejected (?!(?:goods|food|stock|produce|applicants?|candidates?|furniture|clothes|materials?)\b).*"
    r"|long ?list|pipeline|scratch|parked|model answers?|for info|internal|toms catalogue|menu of measures|scores"
    r"|costing",
    re.IGNORECASE,
)
# What a sentence says that promises an amount; “we will confirm this within 30 days” promises none
_PROMISED = late(
    r"\b(?:we|bidder|supplier|company|contractor|team)\b.{0,40}\b(?:commit|donat|plant|pledg|giv|offer|provid|deliver"
    r"|recruit|employ|creat|volunteer|sponsor|contribut|fund|hire|host|train|support)[a-z]*\b.{0,60}?\b"
    r"(?!20[0-9]{2}\b)[0-9]",
    re.IGNORECASE,
)
_TO_COME = late(
    r"commit|promis|pledg|offer|propos|\bwill\b|\bbid\b|target|plan|please|complete\b|your\b|below|based on",
    re.IGNORECASE,
)
# What stands before the text of a line that is promised no longer
TAKEN_BACK = frozenset(
    ("withdrawn", "superseded", "deleted", "delete", "cancelled", "canceled", "duplicate", "removed")
)
# What stands there, before a colon or a dash, before the text of one that another replaces
FORMER = frozenset(("old", "previous", "was"))
# What stands there before the text of one that is not promised for sure
NOT_FIRM = frozenset(("optional", "stretch", "aspirational", "provisional"))
# What a note says, and nothing else, of a line that is not to be counted
NOT_MEANT = frozenset(
    (
        *("not offered", "no longer offered", "not being offered", "not committed", "not confirmed", "ignore"),
        *("not included in offer", "not included in the offer", "not part of offer", "not part of the offer"),
        *("do not score", "not to be scored", "not for scoring", "not for evaluation", "for information only"),
        *("do not use", "do not count", "not counted"),
    )
)
# What says of a line that it may yet be promised
_OPEN = frozenset(("tbc", "tbd", "to be confirmed", "to be agreed"))
# What a note begins with that may say so, or that another line counts this one
_NOTED = frozenset(
    (
        *("only if", "subject to", "included in", "included under", "included with", "counted in", "counted under"),
        *("already included", "already counted", "double counted"),
    )
)
# What a column of the line's standing says besides
STOOD_DOWN = TAKEN_BACK | frozenset(
    (
        *("stretch", "aspirational", "rejected", "excluded", "declined", "archived", "void", "voided"),
        *("inactive", "descoped", "lapsed", "expired", "suspended", "deferred", "parked", "replaced"),
    )
)
# What a text says, and nothing else, that speaks of a line which is not promised
NOT_PROMISED = STOOD_DOWN | NOT_MEANT
NOT_PROMISED |= {"not included", "not selected", "not agreed", "not progressed", "not taken forward", "not approved"}
NOT_PROMISED |= {"not accepted", "unconfirmed", "out of scope", "not in scope", "no commitment", "proposed not agreed"}
NOT_PROMISED |= {"not proposed", "not bid", "no offer", "no bid", "nothing offered", "none offered", "unable to offer"}
NOT_PROMISED |= {"not able to offer", "cannot offer", "we cannot offer this", "not being bid", "not pledged"}
NOT_PROMISED |= {"drop", "dropped", "remove", "delete", "to be deleted", "to be removed"}
NOT_PROMISED |= {"not provided", "indicative", "indicative only", "tentative", "provisional", "non binding"}
# Of these, what may as well be said of what a column is headed, such as an address or a document
SAID_OF_ANYTHING = frozenset(("not provided", "not included", "not selected", "not agreed", "not approved"))
SAID_OF_ANYTHING |= {"not accepted", "unconfirmed", "indicative", "indicative only", "tentative", "provisional"}
# What a heading is of where such a word below it says nothing of the line: “Economic status: Inactive”
_OF_ELSE = late(
    r"\b(?:vat|tax|groups?|benefici\w+|audience|cohort|participants?|pupils?|people|persons?|residents?|economic"
    r"|employment|housing|property|properties|tenure|licen[cs]es?|consents?|risks?|barriers?|expenses?|travel|staff|tupe"
    r"|payments?|kit|equipment|vehicles?|waste|stock|insurance)\b"
    r"|^(?!.*\b(?:status|state|position)\b).*\b(?:last|previous(?:ly)?|current|old|existing)\b"
)
_OF_THE_LINE = late(r"\b(?:decision|decided|approv\w+|lines?|rows?|items?|commitments?|measures?|offers?|bids?)\b")
# What says of a quantity how often it falls, where a cell holds nothing else
RATES = frozenset(
    (
        *("daily", "weekly", "fortnightly", "monthly", "quarterly", "termly", "yearly", "annually", "p a", "pa"),
        *(f"{each} {time}" for each in ("per", "each", "every", "a")
          for time in ("day", "week", "fortnight", "month", "quarter", "term", "year", "annum", "session")),
        *(f"{each} {one}" for each in ("per", "each", "for each", "at each")
          for one in ("site", "school", "person", "head", "participant", "learner", "apprentice", "employee", "event",
                      "visit", "home", "property", "lot", "depot", "location", "£1m", "£m", "£100k", "million")),
        *("annual figure", "yearly figure", "monthly figure", "weekly figure"),
    )
)  # fmt: skip
_RATE = late(
    r"(?:per|each|every) (?:day|week|fortnight|month|quarter|term|year|annum)"
    r" (?:of|for|from|over|during|throughout|until) "
)
# What stands in a cell that is still to be filled in
_FILLING = frozenset(("insert", "enter", "type", "lorem"))
_TO_FILL = late(r"(?:insert|enter|type) (?:your )?[a-z ]{0,30}here")
# What stands in the place of a text where a row adds up others under their own reference
_NAMED_TOTALS = frozenset(
    ("total", "totals", "sub total", "sub totals", "subtotal", "subtotals", "grand total", "running total")
)
# What names a number that is drawn from the lines above it, where it stands for a reference
_STATISTICS = frozenset(
    (
        *("average", "averages", "avg", "mean", "median", "min", "max", "minimum", "maximum", "count"),
        *("check", "check sum", "checksum", "control total", "variance", "difference"),
    )
)
_SHORTEST = 5  # letters of a word for a total that is looked for among descriptions
_MOST_WORDS = 4
_EXAMPLES = late(
    r"(?:worked )?examples? (?:of|for)\b(?!.*\b(?:we|our) )|(?:examples?|samples?) (?:commitments?|promises?|pledges?"
    r"|answers?|responses?|rows?|entries|offers?)\b"
)
_TELLING = 8  # letters, so that “Provide” is not taken for “provisional”
_HEAD = 3  # letters by which most texts are known to begin with no mark
_FARTHEST = 80
# “Option 1” and “Lot 2” are no numbers of tables: they say of what there are several
_NUMBERED = late(
    r"^\s*(?:(?:table|part|section|schedule|appendix|annex|annexe|form)\s+(?:[0-9]{1,2}(?:\.[0-9]{1,2})?|[a-z])"
    r"\s*(?:[:.)\-\u2013\u2014]\s*|\s)|[0-9]{1,2}(?:\.[0-9]{1,2})?[.)]\s+|[a-z]\)\s+)(?=[a-z])",
    re.IGNORECASE,
)
_LINES = late(
    r"(?:total )?(?:number|no|nr|count) of (?:social value |toms )?"
    r"(?:commitments|measures|pledges|promises|initiatives|outcomes|themes|lines|items|rows|entries|offers)"
    r"(?: (?:made|offered|selected|committed))?"
)
_AS_SHARE = late(r".*\bas (?:an? )?(?:%|per ?cent|percentage) of (?:the )?(?:total )?(?:contract|bid|tender|spend)\b.*")
_LAST_WORDS = frozenset(("total", "totals", "subtotal", "subtotals"))


def unnumbered(title: str) -> str:
    """A title without what numbers it: ``Table 1: Our offer``, ``Part B - Optional``."""
    return _NUMBERED.sub("", title)


def is_rate(words: str) -> bool:
    """Whether words in lower case say how often something falls: ``monthly``, ``each year of the contract``."""
    return words in RATES or _RATE.match(words) is not None


def is_of_the_line(heading: str) -> bool:
    """Whether what stands below a heading of no known name may say how the line stands."""
    words = normal(heading)
    return _OF_ELSE.search(words) is None or _OF_THE_LINE.search(words) is not None


def is_promised_in_words(text: str) -> bool:
    """Whether a sentence outside the columns promises an amount: ``We also commit to 50 hours of mentoring``."""
    return _PROMISED.search(text.replace("£", "")) is not None


class Words(Struct, frozen=True):
    """The word lists of a vocabulary, normalised.

    ``beginnings`` are the first letters of the marks that set a line apart from the others, ``heads`` the first few
    of these.
    """

    totals: frozenset[str]
    examples: frozenset[str]
    instructions: tuple[str, ...]
    guidance: frozenset[str]
    not_yet: frozenset[str]
    beginnings: tuple[str, ...]
    heads: frozenset[str]

    def may_be_marked(self, text: str) -> bool:
        """A quick first look: whether a text begins like a mark, with any signs before it and within."""
        if self._begins_otherwise(text[:_HEAD].lower()):
            return False
        return "".join(filter(str.isalnum, text[:_FARTHEST])).lower().startswith(self.beginnings)

    def any_may_be_marked(self, texts: Collection[str]) -> bool:
        """Whether any of many texts begins like a mark; each way to begin is looked at once."""
        begun = {text[:_HEAD] for text in texts}
        maybe = {head for head in begun if not self._begins_otherwise(head.lower())}
        return bool(maybe) and any(self.may_be_marked(text) for text in texts if text[:_HEAD] in maybe)

    def _begins_otherwise(self, head: str) -> bool:
        return head.isalpha() and head not in self.heads and head[:2] not in self.heads

    def is_total(self, text: str) -> bool:
        """Whether a label says total and nothing else: ``Sub-total:``, ``Jobs total``, ``Total for Jobs``."""
        words = normal(text).strip("£ %")
        if words in self.totals:
            return True
        bare = normal(text.split("(", 1)[0]).strip("£ %")
        if bare in self.totals:
            return True
        first, _, rest = words.partition(" ")
        if rest.startswith(("for ", "of theme", "theme ", "section ", "from ")) and first in self.totals:
            return True
        if words.startswith("total n") and _LINES.fullmatch(words):
            return True
        return len(words) < _LABEL and words.rpartition(" ")[2] in _LAST_WORDS

    def is_statistic(self, text: str) -> bool:
        """Whether a label names what is drawn from the lines above, and is no total: ``Average``, ``Check``."""
        words = _AS_SHARE.sub("average", normal(text.split("(", 1)[0]))
        average = words.startswith("average ") and not any(map(str.isdigit, text))
        return words in _STATISTICS or average or _LINES.fullmatch(words) is not None

    def begins_total(self, text: str) -> bool:
        """Whether a label begins with a word for a total."""
        words = normal(text)
        return any(words == total or words.startswith(f"{total} ") for total in self.totals)

    def is_example(self, text: str) -> bool:
        """Whether a text says that it is an example: ``e.g. Hire …``, ``Example: …``, ``EXAMPLE``."""
        head = folded(text)[:60].lstrip("([*\"'\u2018\u201c ").casefold()
        if head.startswith(
            (
                "e.g",
                "eg.",
                "eg:",
                "eg ",
                "for example",
                "example:",
                "example -",
                "example \u2013",
                "example)",
                "lorem ipsum",
            )
        ):
            return True
        if head.endswith(" here") and _TO_FILL.fullmatch(head):
            return True
        return normal(text) in self.examples or normal(head.split(":")[0].split("(")[0]) in self.examples

    def heads_examples(self, title: str) -> bool:
        """Whether the line above a table says that it is an example: ``Example of a completed table``."""
        first = normal(title).split(" ")[0]
        return self.is_example(title) or (first in self.examples and len(title.split()) <= _LONGEST_TITLE)

    def opens_examples(self, text: str) -> bool:
        """Whether a lone text heads examples; “Example: hire two people” is one itself."""
        named = self.is_example(text) and len(text.split()) <= _MOST_WORDS
        return named or _EXAMPLES.match(normal(text)) is not None

    def says_example(self, text: str) -> bool:
        """Whether a text says ``Example`` and nothing else."""
        return normal(text) in self.examples

    def is_instruction(self, text: str) -> bool:
        """Whether a text tells how to fill a cell in."""
        words = normal(text)
        return any(words == start or words.startswith(f"{start} ") for start in self.instructions)

    def is_guidance(self, sheet: str) -> bool:
        """Whether a sheet's name says that nothing on it is promised."""
        bare = _OLD_PLACES.sub("place", normal(sheet).strip("0123456789 "))
        words = bare.split(" ")
        if self.is_past(sheet):
            return True
        if not _KEPT.isdisjoint(words):
            return True
        explains = words[0] in _EXPLAINING and not _HELPED.match(bare)
        return (explains or bare.startswith(("how to", "read me"))) and _PROMISING.isdisjoint(words)

    def is_aside(self, sheet: str) -> bool:
        """Whether a sheet's name says that it serves another purpose: lists, prices, summaries."""
        bare = normal(sheet).strip("0123456789 ")
        return bare in self.guidance or bare.startswith(("summary by ", "summary of "))

    def is_of_the_work(self, sheet: str) -> bool:
        """Whether a sheet's name says that it is of who does the work, for how much or when."""
        return normal(sheet).strip("0123456789 ") in _OF_THE_WORK

    def is_past(self, title: str) -> bool:
        """Whether the name of a sheet or the line above a table says that it tells of work done for others."""
        short = 0 < len(title.split()) <= _LONGEST_TITLE
        return short and _PAST.search(title) is not None and not _TO_COME.search(title)

    def is_optional(self, title: str) -> bool:
        """Whether the heading of a section says that the lines below it are no firm promises, or none at all."""
        return heads_unpromised(title, short=len(title.split()) <= _LONGEST_TITLE)

    def is_unpromised(self, title: str, beside: Iterable[str] = ()) -> bool:
        """Whether the name of a sheet or of a section says that what it holds is not promised, or not for sure.

        ``beside`` are the names of others: what is internal is a part of the offer where something is external.
        """
        if normal(title) == "internal" and any(normal(each) == "external" for each in beside):
            return False
        title = unnumbered(title)
        return self.is_optional(title) or self.is_past(title) or self.is_of_others(title)

    def is_of_others(self, title: str) -> bool:
        """Whether the name of a sheet or of a section says that its amounts are wanted or done by somebody else."""
        return _OF_OTHERS.fullmatch(title.strip(" :.")) is not None

    def is_summary(self, title: str) -> bool:
        """Whether the line above a table says that it repeats, sums up or keeps what stands elsewhere."""
        short = len(title.split()) <= _LONGEST_TITLE
        beside = short and (self.is_total(title) or _BESIDE.search(title.rstrip(" :.)")) is not None)
        words = normal(title)
        repeats = words.split(" ")[0] in _REPEATING and _NO_BID.match(words) is None
        return beside or repeats or words in _PRICED


def words_of(vocabulary: Vocabulary) -> Words:
    """The words of a vocabulary."""
    summing = {words for total in vocabulary.totals if len(words := normal(total)) > _SHORTEST}
    marks = frozenset(map(normal, vocabulary.examples)) | NOT_FIRM | FORMER | NOT_PROMISED | _OPEN | _NOTED
    marks |= _NAMED_TOTALS | summing | _FILLING
    return Words(
        totals=frozenset(map(normal, vocabulary.totals)) - {""},
        examples=frozenset(map(normal, vocabulary.examples)) - {""},
        instructions=tuple(words for word in vocabulary.instructions if (words := normal(word))),
        guidance=frozenset(map(normal, vocabulary.guidance_sheets)) - {""},
        beginnings=(begun := _beginnings(marks)),
        heads=frozenset(each[:_HEAD] for each in begun),
        not_yet=frozenset(word.casefold().strip(" .!*") or word for word in vocabulary.not_yet)
        | frozenset(word.casefold() for word in vocabulary.not_yet),
    )


def _beginnings(marks: Iterable[str]) -> tuple[str, ...]:
    """The letters that marks begin with, as many as a quick look needs, without those that begin like another."""
    letters = sorted({word.replace(" ", "")[:_TELLING] for word in marks if word} | {"eg"})
    return tuple(each for at, each in enumerate(letters) if not each.startswith(tuple(letters[:at])))

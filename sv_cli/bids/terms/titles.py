"""Owns what titles and headings say of the amounts below them: that they are not promised, or not for sure."""

import re
from collections.abc import Iterable

from sv_cli.bids.cells.text import normal
from sv_cli.bids.terms.names import BID, BUYER, EXTENDED
from sv_cli.bids.terms.standing_words import FORMER, NOT_FIRM, NOT_PROMISED, OPEN, STRUCK_OUT
from sv_cli.late import late, rare

# What heads lines that are not promised, or not any more
_NOT_OFFERED = rare(
    rf"\bif (?:the contract is )?{EXTENDED}\b|\bnot (?:to be )?(?:scored|evaluated)\b|\bfor comparison\b"
    r"|^(?:last year(?:['\u2019]?s)?|previous|prior) (?:commitments?|offers?|bids?|promises?|pledges?)\b"
    r"|^ideas? (?:for (?:clarification|discussion|dialogue|negotiation|later)|to (?:discuss|explore|consider))\b"
    r"|\bnot (?:being |to be )?(?:included|bid|committed|confirmed)\b(?! elsewhere\b)"
    r"|(?:^|[-\u2013\u2014:(,] ?)not bidding\b|\bdo not score\b"
    r"|\bnot for (?:evaluation|scoring|submission)\b|^(?:out of scope|internal only)$"
    r"|^for (?:your )?information only\b"
    r"|^(?:included above|(?:breakdown|analysis) of (?:the )?above|of which|memo|memorandum)$|"
    r"\bnot (?:being |to be )?(?:offered|pursued|progressed|taken forward|selected)\b|\bno longer offered\b"
    rf"|^(?:{'|'.join(sorted(STRUCK_OUT))})(?: (?:commitments?|measures?|items?|lines?|offers?))?$",
    (
        *("extended", "exercised", "renewed", "scored", "evaluated", "comparison", "last", "previous", "prior"),
        *("idea", "not"),
        *("scope", "internal", "information", "above", "which", "memo", "longer", *STRUCK_OUT),
    ),
    re.IGNORECASE,
)
# What a lone line may say of a document: “Method statement: not included”
_OF_DOCUMENTS = late(
    r"(?:(?:our|the|supporting|project|social value) )*(?:method statements?|evidence|append(?:ix|ices)|annex(?:es)?"
    r"|attachments?|documents?|polic(?:y|ies)|certificates?|cvs?|delivery plans?|insurances?|accounts|vat)\b",
    re.IGNORECASE,
)
# “Travel time is not included”, which leaves in all that is listed below it
_LEFT_OUT = late(
    r"(?:(?:staff|delivery|our|the|any|paid) )*(?:travel(?:ling)?|preparation|planning|set[- ]?up|vat|tupe|materials?"
    r"|costs|expenses|overheads?|inflation|indexation|lunch|breaks)(?: (?:time|costs?|expenses|breaks|staff|transfers?"
    r"|and))*(?: (?:is|are))? not (?:being |to be )?included\b",
    re.IGNORECASE,
)
# What heads lines that were promised before, or guide those who promise
_GUIDING = rare(
    rf"^not part of (?:our|the|this) {BID}\b|^options? (?:we )?considered\b"
    r"|\b(?:commitments?|measures?|offers?|bids?|targets?|options?|quantities)\b(?: [a-z]+)? "
    r"\(?(?:declined|withdrawn|rejected|superseded)\)?$"
    r"|\b(?:for (?:your )?)?(?:reference|information|illustration) only$"
    r"|^(?:illustrative|indicative|typical|suggested|guide)\b(?: to)?(?: [a-z]+)? "
    r"(?:quantit(?:y|ies)|examples?|targets?|amounts?|figures?|values?|minimums?|commitments?)\b"
    r"|^(?:maximum|minimum) (?:scoring|scored|quantit(?:y|ies)|targets?)\b|\bscor(?:e|ing) thresholds?$"
    r"|^averages? of (?:previous|past|other)\b"
    r"|\bbenchmarks?(?: (?:quantit(?:y|ies)|figures?|targets?|values?|levels?))?$"
    r"|^benchmarks?(?: (?:quantit(?:y|ies)|figures?|targets?|values?|levels?))? (?:from|by|of|set by|issued by) "
    r"|^minimum (?:requirements?|targets?|quantit(?:y|ies)|commitments?|standards?) (?:set|required"
    r"|specified|wanted) by "
    rf"|^(?:the )?{BUYER}(?:['\u2019]?s['\u2019]?)? expectations?$"
    r"|^baseline (?:positions?|quantit(?:y|ies)|figures?|levels?)\b|^what (?:other|previous) bidders\b"
    r"|\bcommitments (?:we )?(?:(?:already )?(?:made|given) (?:in 20[0-9]{2}|elsewhere)|already (?:made|given))\b"
    r"|\b(?:under|on|in|from) (?:(?:our|the|an?|your) )?(?:existing|current|previous|last|expiring) contracts?\b"
    r"|\b(?:under|on|in|from|for|across) (?:our |all )*other (?:contracts|frameworks|projects|clients|customers)\b"
    r"|^(?:(?:our|all) )*(?:existing|live) contracts\b|^(?:business as usual|bau)(?: activit(?:y|ies))?$"
    rf"|\((?:not (?:for |part of )?this (?:{BID}|contract)|for (?:your )?reference)\)?$"
    r"|^(?:test|temp|rough|typical|outturn|parking lot|nice to have|lessons learn(?:ed|t)|do not send|for reference"
    r"|info|blank form|template|(?:training|test|dummy) data|incumbent delivery|model bid)$",
    (
        *("part", "option", "declined", "withdrawn", "rejected", "superseded", "only", "illustrative"),
        *("indicative", "typical", "suggested", "guide", "maximum", "minimum", "threshold", "average"),
        *("benchmark", "expectation", "baseline", "what", "made ", "given ", "contract", "test", "temp"),
        *("already", "other", "business", "bau", "this"),
        *("rough", "outturn", "parking", "nice", "lesson", "send", "reference", "info", "blank", "data"),
        *("incumbent", "model"),
    ),
    re.IGNORECASE,
)
# What says of a heading of amounts that they are not promised for sure
_UNFIRM = rare(
    "(?:[(\\[]|\\s[-:\u2013\u2014] |: )"
    r"(?:not yet (?:agreed|confirmed)|potential|aspiration|baseline|bau|business as usual|max(?:imum)?|up to"
    rf"|illustrative|if (?:{EXTENDED}|required|awarded)|subject to [a-z ]+|lot [0-9a-z] only"
    r"|(?:for |across |over )?(?:both|two|three|several|[2-9]) lots)"
    r"(?:[)\]]|$)"
    # What is promised for more than the contract, or for others
    r"|\bif (?:(?:we|are) )*(?:win |won |awarded )?(?:both|all|two|three|several|more than one) lots?\b"
    r"|\bacross (?:all|our|other) (?:of )?(?:our )?(?:other )?(?:contracts|clients|customers|group|company|business)\b"
    r"|^(?:company|group|firm|corporate|uk)[ -]wide\b"
    r"|^(?:provisional|potential|aspirational|optional|stretch|typical|suggested|illustrative) "
    r"(?:quantit(?:y|ies)|targets?|amounts?|numbers?|offers?|commitments?|units|volumes?|hours)\b"
    rf"|\b(?:if (?:the contract is )?{EXTENDED}|on (?:renewal|extension)|for (?:both|two|three|several|[2-9]) lots"
    r"|subject to (?:funding|approval|agreement|confirmation))$"
    r"|^max(?:imum|\.)? (?:qty|quantit(?:y|ies)|targets?|amounts?|numbers?|offers?|commitments?|units|volumes?"
    r"|hours)$|\bup to$|^(?:shortfall|capacity)$|\bat risk$"
    # What covers years that may never come: “Total over 5 years (incl. extension)”
    r"|(?:\bincl?(?:\.|uding|usive of|udes)?|\bwith|\+) ?(?:(?:all|any|the|optional|possible|contract|[0-9+]{1,3}|one"
    r"|two|years?|months?)[ -])*exten(?:sions?|ded)\b(?! (?:warranty|hours|family|families|services?))",
    (
        *("not yet", "provisional", "potential", "aspiration", "stretch", "baseline", "bau", "usual", "max", "up"),
        *("illustrative", "extended", "exercised", "renew", "required", "awarded", "subject", "lot", "optional"),
        "typical",
        *("suggested", "shortfall", "capacity", "risk", "extension", "across", "wide"),
    ),
    re.IGNORECASE,
)
# What stands behind a heading, in brackets or behind a sign
_BEHIND = late(r"[(\[]([^)\]]{3,40})[)\]]|(?:\s[-\u2013\u2014]|:)\s(.{3,40})$")
# “(optional)” tells the bidder that nothing need be entered
_UNFIRM_BEHIND = NOT_PROMISED | OPEN | FORMER | NOT_FIRM - {"optional"}
# What heads lines that are promised only if something else happens
_OPTIONAL = rare(
    r"(?:optional (?:extras?|additions?|extensions?|years?|periods?)|stretch (?:targets?|commitments?)|aspirational"
    r"|(?:contract )?extension (?:periods?|years?)|years? [0-9](?: ?- ?[0-9])? \((?:optional )?extension"
    r"|subject to (?:contract )?extension|to be (?:confirmed|agreed)(?: (?:with|by)(?: [a-z]+){1,4})?$"
    r"|subject to (?:[a-z]+ ){0,3}(?:funding|planning|approval|agreement|confirmation|permission|budget)$"
    r"|under (?:discussion|review|negotiation)(?: with(?: [a-z]+){1,3})?$|draft (?:ideas|proposals"
    r"|commitments|targets)$"
    r"|(?:indicative|estimates?|tentative) only$"
    r"|(?:pending|awaiting) (?:[a-z]+ ){0,2}(?:approval|agreement|confirmation|sign[ -]off|decision|funding)$"
    r"|possible$|alternatives?$|either ?/ ?or$|(?:un|not )scored$|do not use$"
    r"|(?:removed|deleted|withdrawn) (?:at|after|following) [a-z]+(?: (?:no\.? )?[0-9]+)?$"
    r"|duplicates?(?: of (?:the )?above)?$"
    r"|(?:optional|potential|stretch|aspirations?|extension|provisional|tbc|ideas?|under consideration"
    r"|indicative|tentative|pending|on hold|unconfirmed|deferred|conditional)$"
    r"|(?:potential|possible|provisional|conditional)"
    r" (?:additional |future |further |other )?(?:commitments?|measures?|offers?|items?)$|additional \(optional"
    r"|future opportunit(?:y|ies)(?! (?:for (?:young|local|all|people|residents|children|care)|programme|fund|club)\b)"
    r"|variant (?:bid|offer)|alternative (?:offer|bid|proposal)s?|option [a-e1-9]$"
    r"|option (?:years?|periods?)"
    r"|(?:what|things|more that) (?:(?:else|more) )?we (?:also )?"
    r"(?:(?:would (?:like|love)|hope|wish) to (?:also )?(?:do|give|offer|add|deliver|provide)"
    r"|(?:could|might|may) (?:also )?(?:do|give|offer|add|deliver|provide))"
    r"|(?:[a-z]+ ){1,9}?(?:only )?if (?:the |our |a )?(?:(?:[a-z]+ ){0,2}(?:lottery|funding|grant|funder)"
    r"|we (?:get|find|raise|secure|receive|are given) (?:[a-z]+ ){0,3}(?:funding|grant|money|funds|sponsors?))"
    rf"|(?:[a-z ]{{1,40}} )?(?:if|when|where|should) (?:the (?:contract|term) (?:is |be )?)?{EXTENDED}"
    r"|(?:(?:[a-z]+ ){0,3}|only )(?:if|when) (?:we are |we win |we re )?(?:also )?"
    r"(?:(?:awarded|appointed to|successful (?:on|in|for)) )?"
    r"(?:lots? [0-9a-z]|both lots|all lots|another lot|more than one lot))\b",
    (
        *("option", "stretch", "aspiration", "extension", "extended", "exercised", "renewed", "subject", "confirmed"),
        "agreed",
        *("potential", "provisional", "draft", "tbc", "idea", "consideration", "possible", "conditional"),
        *("additional", "future", "variant", "alternative", "lot"),
        *("indicative", "tentative", "pending", "on hold", "deferred"),
        *("discussion", "review", "negotiation", "estimate", "awaiting", "either", "scored", "not use", "removed"),
        *("deleted", "withdrawn", "duplicate", "hope", "wish", "would", "could", "might", "may ", "lottery"),
        *("funding", "funder", "grant", "money", "funds", "sponsor"),
    ),
    re.IGNORECASE,
)
_LONGEST_TITLE = 10  # in words; longer lines are sentences, which may speak of anything
_REPEATING = frozenset(("summary", "totals", "previous", "superseded", "old", "original", "draft", "recap"))
# What is earlier, and no earlier bid
_NO_BID = late(
    r"(?:previous|old|original|superseded|draft) (?:ideas?|residents?|pupils?|tenants?|offenders?|people|kit|equipment"
    r"|excluders?|proofing|beers?|ales?|cider|horses?|animals?|trafford|town|street)\b"
)
PRICES = frozenset(
    ("pricing", "prices", "price schedule", "pricing schedule", "cost breakdown", "budget", "milestones")
)
"""What heads a table, or names a sheet, of what the work itself costs, or of when it is done."""
_PRICED = PRICES | {"bill of quantities", "boq", "schedule of rates", "rate card", "proxy values", "proxies"}
# What else heads a table beside those of the promises: lots together, what is no offer or no longer one
_BESIDE = late(
    r"\bcombined$|\bsuperseded\b|\bfor (?:your )?(?:information|reference)\b"
    rf"|\bprevious {BID}\b|\bdelivered (?:under|so far|last year)\b"
    rf"|^(?:(?:the )?{BUYER}(?:['\u2019]?s['\u2019]?)? )?"
    r"(?:minimum (?:requirements?|targets?)|benchmarks?)\b(?![ -]beating\b)"
    rf"|^(?:the )?{BUYER}(?:['\u2019]?s['\u2019]?)? (?:targets?|requirements?)$"
    r"|^(?:targets?|requirements?|minimums?) (?:set|required|specified|wanted)"
    rf" by (?:the )?{BUYER}$"
    r"|^baselines?\b(?! (?:offers?$|(?:surveys?|assessments?|audits?|studies)\b))",
    re.IGNORECASE,
)
# What is told of work that is done, and promised to nobody
_PAST = rare(
    r"\b(?:past|previous|prior|historic|historical|earlier|recent|completed) (?:social value )?(?:performance"
    r"|contracts?|projects?|delivery|achievements?|commissions?|experience|clients?|schemes?|outcomes?)\b"
    r"(?! (?:drivers?|riders?|workers?|mentor\w*|restored)\b)"  # people, and what is done for them
    r"|\b(?:track|our|proven) record\b|\brecord (?:on|of|in|from) (?:our|similar|other|recent) [a-z]+"
    r"|\b(?:on|under|from|for) (?:our )?(?:similar|comparable) (?:contracts?|projects?|schemes?|clients?)\b"
    r"|\bcase stud(?:y|ies)\b(?! clubs?\b)|\bour experience\b"
    r"|\b(?:already delivered|(?:delivered|achieved|delivery|performance|progress|results) to date)\b"
    r"|\b(?:delivered|achieved|delivery|performance|achievements?|results)\b(?: [a-z]+){0,2}"
    r" (?:last|previous|existing|current|other|expiring) (?:[a-z]+ )?(?:contracts?|frameworks?|clients?|customers?)\b"
    r"|(?!delivered in the (?:local )?(?:borough|community|area|city|town|county|district|region)\b)"
    r"(?<!be )\bdelivered (?:(?:on|in) (?:our|the|a)|(?:(?:in|during|for|over) )?20[0-9]{2})\b"
    r"|(?<!be )\bachieved (?:on our|in 20[0-9]{2})\b"
    r"|(?<!be )\b(?:delivered|achieved) on (?:similar|other|earlier|comparable|recent) [a-z]+"
    r"|\blast year(?:['\u2019]s)?\b"
    r"(?! (?:of|at) (?:school|college|primary|secondary|university|education|their)\b)",
    (
        *("past", "previous", "prior", "histor", "earlier", "recent", "completed", "track", "stud", "record"),
        *("similar", "comparable"),
        *("experience", "delivered", "achieved", "delivery", "performance", "progress", "results"),
        *("achievement", "last"),
    ),
    re.IGNORECASE,
)
# What heads lines that somebody else promises, wants or has
_OF_OTHERS = rare(
    rf"(?:the )?{BUYER}(?:['\u2019]?s['\u2019]?)?"
    r" (?:minimum )?(?:requirements?|targets?|minimums?)|minimum (?:requirements?|targets?)|benchmarks?|baselines?"
    r"|(?:existing|current)(?: (?:contracts?|provision|position|delivery|activity|activities|commitments?))?"
    r"|business as usual|bau(?: activity| activities)?|already in place"
    r"|competitors?|incumbent|(?:industry|national|sector|regional) averages?|delivered(?: [0-9/\- ]+)?|last contract"
    r"|(?:our )?achievements|(?:[0-9/\-]+ )?actuals?|monitoring (?!(?:of )?(?:air|water|noise|rivers?|wildlife"
    r"|birds?|biodiversity|pollution|support)\b).*|.* (?:monitoring )?report"
    r"|rejected (?!(?:goods|food|stock|produce|applicants?|candidates?|furniture|clothes|materials?)\b).*"
    r"|long ?list|pipeline|scratch|parked|model answers?|for info|internal|toms catalogue|menu of measures|scores"
    r"|costing|(?:group|company|firm)[ -]wide(?: (?:figures?|commitments?|programmes?|activit(?:y|ies)"
    r"|initiatives?|targets?))?"
    r"|reserve list|archived?|old|unfunded|parked ideas?|(?:all )?(?:our )?other contracts"
    r"|all our contracts"
    rf"|{BUYER}(?:['\u2019]?s['\u2019]?)? examples?|previously delivered|old version"
    r"|what we (?:did|delivered|achieved)(?: [a-z0-9 ]+)?|(?:summary|totals?|recap) (?:of (?:the )?above|by [a-z]+)",
    (
        *("requirement", "target", "minimum", "benchmark", "baseline", "existing", "current", "business"),
        *("bau", "already", "competitor", "incumbent", "average", "delivered", "last", "achievement"),
        *("actual", "monitoring", "report", "rejected", "list", "pipeline", "scratch", "parked", "model"),
        *("wide", "reserve", "archive", "old", "unfunded"),
        *("info", "internal", "catalogue", "menu", "score", "costing", "group", "contracts", "example", "previously"),
        *("old version", "what we", "summary", "total", "recap"),
    ),
    re.IGNORECASE,
)
# What a buyer's form may be called, whether it asks for something or is filled in
_MAY_HOLD = late(
    rf"(?:blank )?(?:form|template)|(?:(?:the )?{BUYER}(?: s)? )?(?:minimum )?(?:requirements?|targets?|minimums?)"
    r"|costings?|scor(?:es?|ing)|pipeline|current"
)
_TO_COME = late(
    r"commit|promis|pledg|offer|propos|\bwill\b|\bbid\b|target|plan|please|complete\b|your\b|below|based on",
    re.IGNORECASE,
)
# A sentence of its own, which says where something is or was: “Case studies are available on request”
_SENTENCE = late(
    r"(?:(?:please )?(?:note|n\.?b\.?)(?: that)?[:,]? )?"
    r"(?!(?:these|this|those|they|the following|what|all)\b)(?:(?:[a-z'\u2019-]+ )(?<!that )(?<!which )){1,6}"
    r"(?:is|are|was|were|have|has|can be)\b",
    re.IGNORECASE,
)
# “Option 1” and “Lot 2” are no numbers of tables: they say of what there are several
_NUMBERED = late(
    r"^\s*(?:(?:table|part|section|schedule|appendix|annex|annexe|form)\s+(?:[0-9]{1,2}(?:\.[0-9]{1,2})?|[a-z])"
    r"\s*(?:[:.)\-\u2013\u2014]\s*|\s)|[0-9]{1,2}(?:\.[0-9]{1,2})?[.)]\s+|[a-z]\)\s+|[a-h]\.\s+)(?=[a-z])",
    re.IGNORECASE,
)
# What a mark says of the lines
_WORDS = (
    *sorted(STRUCK_OUT),
    *("duplicate", "parked", "deferred", "on hold", "pending", "optional", "stretch", "aspirational", "provisional"),
    *("tba", "tbc", "tbd"),
)
_MARKS = rf"{'|'.join(_WORDS)}|to be (?:confirmed|agreed)"
# What is removed for people, and who is yet to be named: “REMOVED barriers”, “TBC partners”
_REMOVED = r"barriers?|obstacles?|graffiti|litter|waste|rubbish|plastics?|stigma|asbestos|weeds?|furniture|hazards?"
_UNNAMED = r"partners?|schools?|sites?|venues?|locations?|charit(?:y|ies)|suppliers?|providers?|speakers?"
_CAPITALS = (
    r"(?-i:(?:WITHDRAWN|SUPERSEDED|DELETED|CANCELLED|REJECTED|OPTIONAL|ON HOLD"
    rf"|REMOVED(?! +(?:{_REMOVED})\b)|TBC(?! +(?:{_UNNAMED})$)) +(?=[A-Z]?[a-z]))"
)
_MARKED = rare(
    rf"(?:(?:{_MARKS})(?: ?[)\]*]+ ?[:\u2013\u2014-]?\s| ?[:\u2013\u2014] ?| +- )|{_CAPITALS})\W*"
    r"(?!(?:please|complete|add|tick|use|fill|enter|insert|leave|see|only|if|this|these|for|as|bidders?)\b)\w"
    rf"|[^:]{{3,60}}(?:: | [-\u2013\u2014] )(?:{_MARKS}|not (?:being )?offered|no longer offered)$",
    (*_WORDS, "to be ", "offered"),
    re.IGNORECASE,
)
_STREET = late(
    r"(?:old|new|first|second|third|current|final|initial|round|clean|original|existing|latest|previous)"
    r" (?:(?!the |our |your )[a-z]+ ){0,2}"
    r"(?:road|street|lane|avenue|close|crescent|gardens|grove|park|square|terrace|hill|hills|green|cross|town|village"
    r"|forest|woods?|bridge|mill|mills|farm|house|hall|lodge|manor|estate|quay|quays|docks?|wharf|harbour|common"
    r"|heath|moor|kent|trafford|romney|ferry|island|brook|court|parade|circus|market|meadows?|barn|chapel|priory)"
    r"(?: (?:lot|depot|site|area|ward|office|school|estate|[0-9]{1,2}))?"
)


def is_unfirm(heading: str) -> bool:
    """Whether a heading says of its amounts that they are not promised for sure: ``Quantity (TBC)``."""
    if _UNFIRM.search(heading):
        return True
    behind = (part for parts in _BEHIND.findall(heading) for part in parts)
    return any(normal(part) in _UNFIRM_BEHIND or is_past(part) for part in behind)


def unnumbered(title: str) -> str:
    """A title without what numbers it: ``Table 1: Our offer``, ``Part B - Optional``."""
    return _NUMBERED.sub("", title)


def is_past(title: str) -> bool:
    """Whether the name of a sheet or the line above a table says that it tells of work done for others."""
    if not is_short(title) or _PAST.search(title) is None or _TO_COME.search(title):
        return False
    return _SENTENCE.match(title) is None


def is_optional(title: str) -> bool:
    """Whether the heading of a section says that the lines below it are no firm promises; long ones say less."""
    bare = title.lstrip("([*\u2022 ").rstrip(" :.)]*")
    if not bare:
        return False
    if _OPTIONAL.match(bare):
        return True
    told = is_short(title) and (_NOT_OFFERED.search(bare) or _GUIDING.search(bare) or is_marked_title(bare))
    return bool(told) and not (_OF_DOCUMENTS.match(bare) or _LEFT_OUT.match(bare))


def is_unpromised(title: str, beside: Iterable[str] = ()) -> bool:
    """Whether the name of a sheet or of a section says that what it holds is not promised, or not for sure.

    ``beside`` are the names of others: what is internal is a part of the offer where something is external.
    """
    if normal(title) == "internal" and any(normal(each) == "external" for each in beside):
        return False
    title = unnumbered(title)
    return is_optional(title) or is_past(title) or _is_of_others(title) or normal(title) in NOT_PROMISED


def may_hold_the_bid(title: str) -> bool:
    """Whether a sheet of a name that speaks of no promises may hold them all, where no other is filled in."""
    return _MAY_HOLD.fullmatch(normal(title)) is not None


def _is_of_others(title: str) -> bool:
    """Whether the name of a sheet or of a section says that its amounts are wanted or done by somebody else."""
    return _OF_OTHERS.fullmatch(title.strip(" :.")) is not None


def repeats(title: str) -> bool:
    """Whether the line above a table says that it says again, keeps or prices what stands elsewhere."""
    beside = is_short(title) and _BESIDE.search(title.rstrip(" :.)")) is not None
    words = normal(title)
    earlier = words.split(" ")[0] in _REPEATING and not names_no_bid(words) and not is_street(title)
    return beside or earlier or words in _PRICED


def names_no_bid(words: str) -> bool:
    """Whether a name speaks of what is old or drawn, and not of an earlier bid: ``draft beer social``."""
    return _NO_BID.match(words) is not None


def is_short(title: str) -> bool:
    """Whether a title has few words; longer lines are sentences, which may speak of anything."""
    return len(title.split()) <= _LONGEST_TITLE


def is_marked_title(title: str) -> bool:
    """Whether a mark before or behind a name says that the lines below it are not promised, or not for sure."""
    return _MARKED.match(title) is not None


def is_street(name: str) -> bool:
    """Whether a name is that of a place, whatever its first word says elsewhere."""
    return _STREET.fullmatch(normal(name)) is not None

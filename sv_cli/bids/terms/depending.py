"""Owns descriptions that do not stand for themselves: parts of other lines, one of several, what waits for others."""

import re
from collections.abc import Collection

from sv_cli.bids.cells.parts import MONTH_STEM
from sv_cli.bids.terms.hedges import HEDGED
from sv_cli.bids.terms.hedges import STEMS as OF_HEDGES
from sv_cli.bids.terms.names import BUYER, CODE, EXTENDED, LINE
from sv_cli.bids.terms.stems import Stems
from sv_cli.late import late, rare

_LEADING = " \t*>(-\u2013\u2014\u2022\u21b3"
_LEAD = f"[{_LEADING}]*".replace("-", "\\-")
_PART_OF = (
    rf"^{_LEAD}(?:(?:of which|of these|of those|thereof)\b|(?:including|incl\.?) ?[0-9:]"
    r"|(?:already )?included (?:in|under|with|within) (?:the )?(?:row|line|item|above)\b)"
)
_WITHIN = (
    "[(\\[,\\-\u2013\u2014] ?(?:already )?"
    r"(?:(?:included|incl\.?|inc\.|counted) (?:above|elsewhere|(?:in|under|within|with) (?:the )?"
    r"(?:above|(?:row|line|item|total|ref)s?\b|[a-z]{1,6} ?[0-9]))|part of (?:the )?(?:line )?above\b)"
    r"[^()\[\]]*[)\]]?\.?$"
)
# “Reading buddies (included in the mentoring above)”
_WITHIN_NAMED = (
    "[(\\[,\\-\u2013\u2014] ?(?:already |also )?"
    r"(?:(?:included|incl\.?|inc\.|counted) (?:in|under|within|with)|part of)"
    r" (?:[a-z0-9\-]+ ){1,5}above[)\]]?\.?$"
)
# “Volunteering (includes the 20 hours under NT29)”, of which each counts some, and “… by March (cumulative)”
_WITH_OTHERS = (
    rf"\bincl(?:ud(?:es|ing)|\.)? (?:the |those )?(?:[0-9.,]+ ?)?"
    rf"(?:(?:[a-z]+ )?(?:under|in|from|of|at|for) )?(?:the )?{CODE}\b"
    "|[(,\\-\u2013\u2014] ?cumulative(?: [a-z]+)?[)\\]]?\\.?$"
)
# A milestone on the way to what the line above promises: “By end of year 1”
_ON_THE_WAY = (
    rf"^{_LEAD}(?:to be (?:delivered|achieved|done|reached) )?by (?:the )?(?:end of )?(?:contract |financial )?"
    r"(?:year|yr|month|quarter|q|y) ?[0-9]{1,2}$"
)
# What is said of another line instead of what is promised: “See NT8”, “As NT8 above”, “Covered by line 4”
_OTHER_CODE = r"(?-i:[A-Z]{1,4} ?[0-9]{1,3}[a-z]?(?:\.[0-9]{1,2})?|[a-z]{3,20}\.[a-z]{3,20}(?:-[a-z]+)*)"
_POINTER = (
    r"^(?:please )?(?:see|refer to|same as|as(?: per| for| in| under| with)?|(?:included|covered|counted)"
    r" (?:by|in|under|with|within|against)|part of) (?:also )?(?:the )?"
    rf"(?:(?:rows?|lines?|items?|refs?|measures?) (?:[0-9]{{1,4}}|above|below|{_OTHER_CODE})|{_OTHER_CODE})"
    r"(?: (?:above|below))?\.?$"
)
_NO_POINTER = r"(?!.*(?-i:\b(?:LOT|YEAR|YR|TAB|PAGE|PP?|SEC|APP|DAY|Y|Q) ?[0-9]))"
_OR = rf"^{_LEAD}(?:or|alternatively)\b"
_OPTION = rf"^{_LEAD}(?:option|alternative) (?:[a-e]|[0-9])\b"
# “60 hours if we win both lots”, and “We hope to give 60 hours”
_IF_LOTS = (
    r"\bif (?:[a-z]+ ){0,4}(?:(?:both|all|two|three|several|other|more than one)(?: of)?(?: the)? lots?"
    r"|(?:win|won|awarded|successful)(?: [a-z]+){0,2} lots? (?:[0-9]|[a-z]\b))"
)
_WISH = (
    r"(?:(?:(?:would|will) )?(?:aspire|hope|wish|endeavour|try)|would (?:like|love)"
    r"|(?:will )?(?:use|make) (?:our |all |every )?(?:best |reasonable )?(?:endeavours?|efforts?)) to"
)
_MIGHT = (
    r"(?:may|might|could) (?:also )?"
    r"(?:be able to|offer|provide|give|deliver|host|run|support|help|volunteer|fund|donate|arrange)"
)
# “Explore volunteering in schools”, but “Explore engineering careers: 40 hours of talks”
_DOING = (
    r"(?:volunteering|offering|providing|giving|hosting|running|delivering|recruiting|taking on|employing|supporting"
    r"|working with|setting up|partnering|donating|buying|planting|sponsoring|funding|introducing|creating)"
)
_PROSPECT = (
    r"(?:explor(?:e|ing)|consider(?:ing)?|investigat(?:e|ing)|look(?:ing)? (?:into|at))"
    rf" (?:(?:the|any|all|further|other) )*(?:{_DOING}|possibilit(?:y|ies)|options?|opportunit(?:y|ies)|scope"
    r"|feasibility|potential|whether|ways)"
)
_WISHED = (
    rf"^{_LEAD}(?:(?:we|our (?:staff|team|people)) (?:{_WISH}|{_MIGHT}|(?:(?:will|would|can|could|are) )?{_PROSPECT})"
    rf"|{_PROSPECT}|maybe|perhaps|possibly|potentially|(?:potential|possible) {_DOING})\b"
)
_OF_WISHES = ("we ", "our ", "explor", "consider", "investigat", "look", "maybe", "perhaps", "possib", "potential")
# What the bidder itself may lack
_IF_MEANS = (
    r"\b(?:if|where|when) (?:our |the )?(?:resources?|fund(?:s|ing)|budgets?|capacity|time|demand|staffing|numbers"
    r"|workloads?) (?:allows?|permits?)\b"
    r"|\b(?:if|where|when|as) (?:[a-z]+ ){1,3}(?:allows?|permits?)(?:[.,;:)\]]|$)"
    "|[(,;\\-\u2013\u2014] ?(?:if|where|when|once) (?:our |the )?"
    r"(?:resources?|fund(?:s|ing)|budgets?|capacity|staffing) (?:is|are)"
    r" (?:available|sufficient|secured|approved|found)\b"
    "|(?:^|[(.,;\\-\u2013\u2014] ?)subject to (?:[a-z]+ ){0,2}(?:fund(?:s|ing)|resources?|resourcing|capacity"
    r"|availability|budgets?|demand|approval|planning permission)(?: (?:of|from|by|for) [a-z' ]{1,40})?(?:[)\],.;]|$)"
)
# “40 hours across all our contracts”, “Repairs paid for by the council”, “Talks - contractual requirement”
_BUYER = rf"(?:the )?(?:{BUYER}|trust)"
_NOT_HERE = (
    r"\b(?:across|over|for) (?:(?:all(?: of)? )?our (?:whole |entire |other )?(?:contracts|company|group|business)"
    r"|all(?: of)? our (?:clients|projects))\b|[(\[] ?shared with [^()\[\]]*[)\]]"
    r"|\b(?:of which|including|less|minus)(?: [a-z0-9,.]+){0,3} already (?:been )?"
    r"(?:delivered|done|completed|provided|given|achieved)\b"
    r"|\b(?:as|like) in our (?:current|existing|previous|last) contract\b|\bdelivered last year\b"
    r"|^last year (?:our|we)\b"
    r"|^continu(?:e|ing|ation of) (?:with )?our (?:existing|current)\b"
    rf"|\b(?:paid(?: for)?|funded) by {_BUYER}(?:$|[.,;)\]]| (?:as|and|at|under|through|via)\b)"
    rf"|\b(?:re)?charged (?:at cost|(?:back )?to {_BUYER})\b|\b(?:billed|invoiced) to {_BUYER}\b"
    r"|\b(?:delivered|given|done|provided|already running) (?:through|on|under|via|as part of) our"
    r" (?:[a-z']+ ){1,3}contract(?:$|[.,;)\]])"
    rf"|{_IF_MEANS}"
    r"|\b(?:brought|carried|rolled) (?:forward|over) from\b"
    rf"|^{_LEAD}(?:[a-z]+ ){{0,3}}(?:staff|employees|people|workers|posts|jobs|teams?)"
    r" (?:who |to |will |being |be ){0,2}transfer(?:s|red|ring)? (?:[a-z]+ ){0,2}under tupe\b"
    r"|\b(?:as|is|already)(?: a)? part of the (?:service )?specification\b"
    "|[(\\-\u2013\u2014] ?(?:already )?(?:an? )?(?:contractual|contract|specification) (?:requirement|obligation)\\b"
    r"|\bif the contract (?:value )?(?:exceeds|is (?:above|over|worth more than))\b"
)
# What others still have to do or give: “provided that the schools agree”, “depending on take-up”, “as long as it lasts”
GRANTED = (
    r"(?:(?:the|our|local|all|each|every|partner|they|it|we|you|schools?|clients?|council|sites?|access|funding|demand"
    r"|permission|numbers|enough|sufficient|volunteers?) ){1,3}"
    r"(?:agrees?|signs? up|allows?|permits?|confirms?|joins?|consents?|approves?|finds?|holds?|lasts?|continues?"
    r"|remains?|(?:is|are) (?:available|agreed|granted|found|secured|willing|approved|enough|in place|there))"
)
_WAITING = (
    rf"\b(?:provided|providing|assuming|so long as|as long as)(?: that)? {GRANTED}\b"
    r"|\bif (?:there is|there's) (?:enough |sufficient |any )?(?:demand|interest|need|funding)\b"
    r"|\bif (?:the )?demand is (?:there|sufficient|high enough)\b"
)
# What only a description says of its line, and other texts of how it is delivered: “40 hours max”
_AS_NEEDED = (
    r"\b(?:depending|dependent|contingent|conditional) (?:up)?on (?:[a-z']+ ){0,2}(?:take[- ]?up|uptake|demand"
    r"|interest|funding|numbers|availability|access|award|approval|agreement|need|weather|permission)\b"
    "|[(,\\-\u2013\u2014] ?max(?:imum)?\\.?[)\\]]?\\.?$"
    r"|[0-9] ?[a-z]+ (?:max(?:imum)?\.?|at most)(?:[)\],;.]|$| (?:of|at|for|in|to|by|with|across|over)\b)"
)
# “52 weeks once volumes reach 400 a month”
_WHEN_REACHED = (
    r"\b(?:once|when|if|where|should|until) (?:[a-z']+ ){0,3}"
    r"(?:volumes?|turnover|orders?|spend|value|workloads?|numbers|sales|revenue|call[- ]?offs?|works?|instructions)"
    r" (?:reach(?:es)?|exceeds?) (?:over )?£?[0-9][0-9,.]*"
)
# “2 residents, in post since January”, “Apprentices (already in post)”
_IN_POST = (
    rf"^{_LEAD}(?:(?:[0-9]+|one|two|three|four|five|six) (?:[a-z\-]+ ){{0,3}}?)?(?:residents?|people|persons?"
    r"|apprentices?|trainees?|jobseekers?|graduates?|leavers?|starters?|recruits?|veterans?|operatives?)"
    r"(?: ?[,(\-–—] ?| )(?:who (?:is|are) )?(?:already (?:in post|employed|recruited|working (?:for|with) us|taken on)"
    r"|(?:in post|employed|taken on|recruited) since"
    rf" (?:[0-9]{{4}}|last|{MONTH_STEM}[a-z]*))\b"
)
# “12 hours of advice in place of line 8”
_IN_PLACE = (
    r"\b(?:in place of|instead of|in lieu of|replac(?:es|ing)) (?:the )?"
    rf"{LINE}\b"
)
_OF_WAITING = (
    *("provided ", "providing ", "assuming ", "long as ", "depending ", "dependent ", "contingent ", "conditional "),
    *("if there", "demand is", "max", " at most"),
    *(" reach ", " reaches ", " exceed"),
    *("in post", "employed since", "recruited since", "working for us", "working with us", "taken on", "place of "),
    *("instead of ", "in lieu of ", "replaces ", "replacing "),
)
_OF_NOT_HERE = (
    *("all our", "all of our", "our whole", "our entire", "our other", "our company", "our group"),
    *("our business", "shared with", "in our ", "last year", "continu"),
    *("paid by ", "paid for by ", "funded by", "charged ", "specification"),
    *(" requirement", " obligation", "exceeds", "contract is", "value is"),
    *("billed to", "invoiced to", " contract", " allow", " permit", "available", "sufficient", "secured", "approved"),
    *("already ", "is found", "are found", "subject to", "forward from", "over from", "under tupe"),
)
_IF_EXTENDED = rf"\bif (?:the )?(?:contract |option |term )?(?:is )?{EXTENDED}\b"
# What is wished for, and is no amount: “We hope to inspire pupils with 40 hours of talks”
_OF_OUTCOMES = (
    r"(?! (?:inspire|raise (?:aspirations|awareness|ambitions)|be an?|make a|encourage|strengthen|leave an?|invite"
    r"|thank|change|show|work (?:with|closely)|welcome)\b(?!(?: (?!with\b|through\b|by\b)[a-z']+){0,2} [0-9]))"
)
# What may say in a description that the row does not stand for itself, without look-around, which not every engine has
_MAY_DEPEND = (
    f"{_PART_OF}|{_ON_THE_WAY}|{_WITHIN}|{_WITHIN_NAMED}|{_WITH_OTHERS}|{_POINTER}|{_OR}|{_OPTION}"
    f"|{_IF_LOTS}|{_IF_EXTENDED}|{_WISHED}|{_NOT_HERE}|{_WAITING}|{_AS_NEEDED}"
    f"|{_WHEN_REACHED}|{_IN_POST}|{_IN_PLACE}"
)
DEPENDING = (_MAY_DEPEND, HEDGED)
"""One pattern by one, since engines that look for both at once take many times as long."""
BESIDE_OTHERS = f"{_OR}|{_OPTION}"
"""What says something of the lines beside it as well, in a description."""
# What any text may say of its row
WAITING = f"{_IF_LOTS}|{_IF_EXTENDED}|{_IF_MEANS}|{_WAITING}"
_CONDITIONS = ("if ", "when ", "where ", "once ", "subject to ", "provid", "assuming ", "long as ")
_IS_WAITING = rare(
    WAITING,
    (
        *("provided ", "providing ", "assuming ", "long as ", "if there", "demand is", " lot", "extended", "exercised"),
        "renewed",
        *("allow", "permit", "available", "sufficient", "secured", "approved", " found", "subject to "),
    ),
    re.IGNORECASE,
)
_HEDGING = rare(HEDGED, OF_HEDGES, re.IGNORECASE)
_IS_PART = late(
    f"{_PART_OF}|{_ON_THE_WAY}|{_WITHIN}|{_WITHIN_NAMED}|{_WITH_OTHERS}|{_NO_POINTER}{_POINTER}", re.IGNORECASE
)
_IS_UNSURE = late(
    f"{_IF_LOTS}|{_IF_EXTENDED}|{_NOT_HERE}|{_WAITING}|{_AS_NEEDED}|{_WHEN_REACHED}|{_IN_POST}|{_IN_PLACE}"
    f"|{_WISHED}{_OF_OUTCOMES}",
    re.IGNORECASE,
)
_IS_OTHER, _IS_OPTION = late(_OR, re.IGNORECASE), late(_OPTION, re.IGNORECASE)
_BEGINNINGS = frozenset(
    ("of", "or", "th", "in", "al", "op", "we", "ou", "by", "to", "ex", "co", "lo", "ma", "pe", "po")
)
_SHORT = (_PART_OF, _ON_THE_WAY, _POINTER, _OR, _OPTION)
_BEGUN = (*_SHORT, _WISHED, _IN_POST)
_BEGINNING = late("|".join(_SHORT), re.IGNORECASE)
_WISHING = rare(_WISHED, _OF_WISHES, re.IGNORECASE)
_POSTED = rare(_IN_POST, ("already ", " since "), re.IGNORECASE)
_OF_OTHERS = ("incl", "cumulative", "inc.", "counted", "part of", " lot", " extended", " exercised", " renewed")
# What depends and does not begin so, in parts, of which most texts have the words of one at the most
_ON_OTHERS = rare(f"{_WITHIN}|{_WITHIN_NAMED}|{_WITH_OTHERS}|{_IF_LOTS}|{_IF_EXTENDED}", _OF_OTHERS, re.IGNORECASE)
_ELSEWHERE = rare(_NOT_HERE, _OF_NOT_HERE, re.IGNORECASE)
_LATER = rare(f"{_WAITING}|{_AS_NEEDED}|{_WHEN_REACHED}|{_IN_PLACE}", _OF_WAITING, re.IGNORECASE)
_PARTS = (_ON_OTHERS, _ELSEWHERE, _LATER, _HEDGING, _WISHING, _POSTED)
_LONGEST_POINTER = 60
_POINTERS = frozenset(("se", "re", "sa", "as", "in", "co", "pa", "pl"))  # how one begins, and much else that is long
# In what holds no sign, and does not begin so
_WITHIN_OTHERS = (*_OF_OTHERS, *_OF_NOT_HERE, *_OF_WAITING, *OF_HEDGES)
_STEMS = Stems(_WITHIN_OTHERS)


def seen_first() -> str:
    """A pattern without counted repeats that finds whatever may match one of ``DEPENDING``, for an engine."""
    return "|".join((*map(re.escape, _WITHIN_OTHERS), *_BEGUN))


def depending(texts: Collection[str]) -> list[str]:
    """Those of many texts that may say that their lines depend on others; first all are looked at together."""
    begun = {letters for letters in {text[:2] for text in texts} if _may_begin(letters)}
    short = {text[:2] for text in texts if len(text) <= _LONGEST_POINTER}
    pointing = {letters for letters in short if letters.casefold() in _POINTERS}
    together = "\n".join(texts).casefold()
    within = _STEMS.within(together)
    if not begun and not within and not pointing:
        return []
    signs = {letters[:1] for letters in begun if letters[:1] in _LEADING}  # behind which a digit may stand

    def may_say(text: str) -> bool:
        letters = text[:2]
        if letters in begun or text[:1] in signs or (letters in pointing and len(text) <= _LONGEST_POINTER):
            return True
        return bool(within) and any(map(text.casefold().__contains__, within))

    return [text for text in texts if may_say(text) and may_depend(text)]


def _may_begin(letters: str) -> bool:
    return letters[:1] in _LEADING or letters.casefold() in _BEGINNINGS


def may_depend(text: str) -> bool:
    """Whether a text may say that its line depends on others."""
    return _BEGINNING.match(text) is not None or any(part.search(text) for part in _PARTS)


def why_unsure(text: str) -> str:
    """What in a text says that its line waits for others, is only wished for or of another contract; else ``""``."""
    unsure = _IS_UNSURE.search(text) or _HEDGING.search(text)
    return unsure[0] if unsure else ""


def why_waiting(text: str) -> str:
    """What in a text that is no description says that its line waits for others; ``""`` where nothing does."""
    lower = text.casefold()
    waiting = _IS_WAITING.search(text) if any(map(lower.__contains__, _CONDITIONS)) else None
    return waiting[0] if waiting else ""


def is_part(text: str) -> bool:
    """Whether a text says that another line counts its own: ``of which: apprentices``."""
    return _IS_PART.search(text) is not None


def is_other(text: str) -> bool:
    """Whether a text begins as the other of two: ``or 40 hours``."""
    return _IS_OTHER.match(text) is not None


def is_option(text: str) -> bool:
    """Whether a text is headed as one of several: ``Option B``."""
    return _IS_OPTION.match(text) is not None

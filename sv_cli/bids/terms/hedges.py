"""Owns what a description adds that leaves its line open, or gives it to others: a pattern without look-around."""

from sv_cli.bids.terms.names import BUYER, LINE

_BEFORE = "[(,;\\-–—] ?"
# “Tbc with the school”, “hours to be agreed”
_OPEN = (
    rf"{_BEFORE}pending (?:the |our |a )?(?:lease|licence|permit|planning|funding|grant|approval"
    r"|agreement|consent|dbs|clearance|sign[ -]off|survey|decision)\b"
    r"|[:(,;\-–—] ?tb[acd] (?:with|by|at|once|when|after)\b"
    r"|\b(?:numbers?|quantity|amount|figures?|total)(?: of (?:hours|days|weeks|people))?"
    r" (?:(?:still |yet )?to be (?:agreed|confirmed|decided|finali[sz]ed)|tb[acd]|indicative)\b|\bhours tb[acd]\b"
)
# “40 hours, or 20 if budgets are cut”, “40 hours or £600 instead”, “(less if staff are short)”
_OTHERWISE = (
    r"\bor (?:only |just )?£? ?[0-9][0-9,]*(?: [a-z]+){0,3} (?:instead|if)\b"
    r"|[(,;\-–—] ?(?:less|fewer|reduced) (?:if|when)\b|\bthe same again (?:in|for|each|every)\b"
)
_AS_ASKED = (
    rf"{_BEFORE}(?:when|if) (?:required|needed|requested)\b|\bas and when (?:required|needed|requested)\b"
    r"|\b(?:up)?on request\b|\bunless (?:it|the|they|we|there|our|an?)\b"
    rf"|\bas (?:required|requested|directed) by (?:the )?{BUYER}\b"
)
# “Covers NT8 as well”, “the same 12 hours as below”, “includes the 12 hours in the next line”
_ALSO = (
    rf"\b(?:also )?(?:covers|counts for|counted (?:for|towards)) {LINE} (?:as well|too|also)\b"
    rf"|\bsame (?:[0-9]{{1,5}} )?(?:hours|days|weeks|people|staff|sessions|apprentices) as (?:above|below|{LINE})"
    r"|\binclud(?:es|ing) the [0-9,]+ [a-z]+ (?:in|from|of|under) the (?:next|previous|above|last|other)"
    rf" (?:line|row|item)\b|\bduplicates? (?:of )?{LINE}"
)
_OF_OTHERS = (
    r"\b(?:re)?chargeable to\b|[(\-–—] ?(?:rechargeable\b|charged at £ ?[0-9])"
    r"|\bfor (?:the|our) whole (?:group|company|organisation|business)\b"
    r"|^delivered to date\b|\balready (?:under ?way|running|in place) since (?:[a-z]+ )?[0-9]{4}\b"
)
# “In 2024 our staff gave 100 hours”, “We have delivered 100 hours”, “Track record: …”, “Talks (previously delivered)”
_VERBS = ("delivered", "achieved", "completed", "gave", "raised", "provided", "hosted", "supported")
_DONE = (
    rf"^(?:in [0-9/\-]+,? )?(?:we (?:have )?(?:already |previously )?(?:{'|'.join(_VERBS)})"
    r"|(?:our )?(?:staff|team|people|volunteers) gave)\b|^achieved in [0-9/\-]+|^(?:case study|track record) ?[:\-–—]"
    rf"|(?:^|{_BEFORE})(?:already|previously) (?:delivered|achieved)[)\]]?\.?$"
    r"|\b(?:delivered|achieved|given) (?:to date|so far)[)\]]?\.?$"
)
# “We can no longer offer this”, “Placements no longer offered”
_NO_LONGER = (
    r"\bno longer (?:(?:offer|promis|propos)(?:e|ing)? (?:the|this|these|it)\b"
    r"|(?:being )?(?:offered|promised|proposed)(?:$|[.,;)\]]))"
)
HEDGED = f"{_OPEN}|{_OTHERWISE}|{_AS_ASKED}|{_ALSO}|{_OF_OTHERS}|{_DONE}|{_NO_LONGER}"
# In small letters; one of these is in every such text
STEMS = (
    *("pending ", "tba ", "tbc", "tbd", " tba", " indicative"),
    *(f"to be {settled}" for settled in ("agreed", "confirmed", "decided", "finali")),
    *("instead", " if", "less when", "fewer when", "reduced when", "same again"),
    *(f"{when} {asked}" for when in ("when", "if", "as") for asked in ("req", "need", "direct")),
    *(
        "on request",
        "unless ",
        "as well",
        " too",
        " also",
        " as above",
        " as below",
        "duplicate",
        "includes the",
        "including the",
    ),
    *(f"{what} as " for what in ("hours", "days", "weeks", "people", "staff", "sessions", "apprentices")),
    *("no longer ", "chargeable", "charged at", "our whole", "the whole", "delivered to date"),
    *(f"already {how}" for how in ("under", "running", "in place", "delivered", "achieved")),
    *(f"we {did}" for did in (*_VERBS, "have", "already", "previously")),
    *(" gave", "achieved in", "case study", "track record", "previously ", " to date", " so far"),
)

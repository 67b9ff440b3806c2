"""Owns notes that say, in a sentence or without one, that the line beside them is not meant: a pattern and a glance."""

from collections.abc import Collection
from decimal import Decimal
from functools import lru_cache

from sv_cli.bids.cells.text import normal
from sv_cli.bids.terms.beginnings import WORDS
from sv_cli.bids.terms.claims import CLAIMING
from sv_cli.bids.terms.corrections import CORRECTING
from sv_cli.bids.terms.doubts import DOUBTING
from sv_cli.bids.terms.names import BID, CODE, DAY, EXTENDED, FIGURE, LINE
from sv_cli.bids.terms.sayings import Sayings
from sv_cli.bids.terms.scrawls import SCRAWLED
from sv_cli.bids.terms.standing_words import TAKEN_BACK
from sv_cli.bids.terms.tongues import AWARDED, TRANSLATED
from sv_cli.late import late, rare

_LINE = rf"(?:(?:line|row|item|commitment|measure|entry|promise|one)s?|{FIGURE})"
_OFFER = rf"(?:(?:our|the|this|any) )?(?:{BID}|total|evaluation|scoring|calculation)s?"
_AUX = r"(?:is|are|was|were|has been|have been|will be|should be|must be|to be)"
_NOT = r"(?:(?:should|will|must|may|do|does|is|are) )?(?:not|no longer|never)"
_STILL = r"(?:be |being |to be |yet |formally |firmly |currently |actually )*"
_TO_WHOM = rf"(?: (?:in|as part of|towards?|within) {_OFFER})?(?: yet| currently| at this (?:stage|time|point))?"
_GIVEN_UP = "|".join(sorted({*TAKEN_BACK, "excluded"} - {"duplicate"}))
_FILLING = (
    rf"(?:(?:(?:this|thats?|the|these|above|its?|they|we|which)(?: {_LINE})?|{_LINE}|{LINE})(?: {_AUX})?|{_AUX}"
    r"|and|but|so|please|n b|nb|note|just|included|shown|listed|given|provided"
    r"|yes|ok|okay|agreed|accepted|committed|happy|sorry|unfortunately)"
)
# What is not settled yet where a note names the amount: of anything else it may be a date or a place
_SETTLED = r"(?:confirmed|agreed|determined|decided|finali[sz]ed|validated)"
_UNSETTLED = (
    r"(?:(?:exact|final|precise|actual) )?"
    rf"{FIGURE}(?: (?:is|are|still|yet|all|currently))*"
    rf" (?:tb[acd]|to be {_SETTLED}|yet to be {_SETTLED}|not (?:yet )?{_SETTLED}|subject to (?:confirmation|change))"
    r"(?: (?:with|by|at|on|in|after|following|once|when)(?: [a-z0-9]+){1,6})?"
)
# What is said of the same elsewhere, which may be the promise itself: “See NT8”, “as line 4”
_POINTED = rf"(?:(?:row|line|item|ref|measure) (?:above|below|[0-9]+)|{CODE})"
_POINTING = rf"(?:same|as|see|refer to) (?:as |per |for )?(?:the )?{_POINTED}(?: (?:above|below))?"
_POINTS = late(_POINTING)
# “50 hours under NT17”, beside the line of NT17 itself
_COUNTED_UNDER = late(
    rf"(?:(?P<much>[0-9]{{1,6}})(?: [a-z]+)? )?(?:(?:is|are|counted|claimed|included|reported|shown) )*"
    rf"(?:under|against|within|in) {CODE}"
)
# What makes of the line another's, an earlier one, or one of several
_OTHERWISE = (
    rf"{_POINTING}|(?:counted|included) in (?:the )?(?:row|line|item) (?:above|[0-9]+)"
    r"|actually [0-9]+(?: [a-z]+)?(?: [a-z]+ to [a-z]+)?|(?:was|previously|formerly) [0-9]+(?: [a-z]+)?"
    r"|already (?:employed|in post|recruited|delivered|done|committed|in place)(?: in (?:[a-z]+ )?20[0-9]{2})?"
    r"|if (?:we (?:win|get|are awarded|also win) )?(?:both lots|lots? [a-z0-9]+)(?: is| are)?(?: also)?(?: awarded"
    r"| won)?"
)
_BEGUN = (
    *("same ", "as ", "see ", "refer ", "counted ", "included ", "actually ", "was ", "already ", "if ", "previously "),
    "formerly ",
)
_OF_ANOTHER = late(_OTHERWISE)
# What it is of besides this contract, or would be without it
_ELSEWHERE = (
    r"(?:(?:this|it|figure) is )?(?:an? )?(?:(?:existing )?(?:bau|business as usual)(?: activity| commitment)?"
    r"|existing (?:activity|commitment|programme|practice))"
    r"|(?:(?:this|it|figure) is )?(?:an? |our )?(?:(?:group|company|corporate|national|uk) (?:figure|total|number)"
    r"|(?:group|company|firm|uk) wide(?: (?:figure|total|number|commitment|target))?)"
    r"|(?:(?:for|across) )?(?:all (?:of )?our contracts|other contracts?)"
)
# What keeps it open, or calls for another number
_OPEN_YET = (
    r"not (?:yet )?(?:agreed|approved|accepted|confirmed|signed off)(?: yet)?(?: (?:by|with)(?: [a-z]+){1,4})?"
    r"|(?:awaiting|pending|waiting (?:for|on)) (?:[a-z]+ ){0,3}(?:approval|sign off|agreement|confirmation|decision"
    r"|funding)"
    r"(?: (?:from|by)(?: [a-z]+){1,4})?"
    rf"|struck out|paused|on hold"
    rf"|(?:[0-9]{{1,6}}(?: [a-z]+){{0,2}} )?(?:only )?if (?:the )?(?:contract |term |option )?(?:is )?{EXTENDED}"
    r"|(?:(?:already|also|double) ){1,2}counted(?: above| elsewhere| twice)?|already included above"
    r"|should (?:be|say|read) (?:in )?(?:days|hours|weeks|people|pounds|tonnes)|wrong units?|units? (?:is |are )?wrong"
    rf"|multipl(?:y|ied) by [0-9]+|(?:double|halve|treble|triple|quadruple)(?: (?:up|this|it|these|the)| {FIGURE})*"
    r"|(?:doubl|halv|trebl|tripl|quadrupl|increas|reduc)ed (?:for|from|in) (?:(?:contract )?(?:year|yr) [0-9]{1,2}"
    r"|the (?:second|third|final|last) year|20[0-9]{2}(?: [0-9]{2})?)(?: onwards)?"
)
# What has come to nothing, may not come to pass, or costs more
_COME_TO_NOTHING = (
    rf"(?:now|since|recently|has been|have been|had to be) (?:{_GIVEN_UP}|dropped)"
    rf"|(?:{_GIVEN_UP}|dropped)(?: (?:on|in|as of))? {DAY}"
    r"|(?:(?:the )?(?:project|scheme|event|programme) )?(?:has |have )?(?:been |was |is )?(?:cancell?ed|abandoned"
    r"|scrapped)"
    r"|(?:now )?(?:postponed|deferred|moved|pushed back) (?:to|until|till|into) (?:the )?"
    r"(?:next|another|later|following) (?:contract|year|phase|term|period)"
    r"|(?:may|might) (?:well )?not (?:be (?:possible|deliverable|achievable|able to [a-z]+)|happen|go ahead|proceed)"
    r"|(?:already )?(?:delivered|done|completed) (?:last year|previously"
    r"|(?:under|in|on|during) (?:the |our )?(?:last|previous|current|existing) contract)"
    r"|(?:at|for) (?:an? )?(?:additional|extra) (?:cost|charge|fee)s?|(?:this )?costs? extra"
    r"|charged (?:extra|separately)"
    r"|(?:(?:half|some|part|most|all|[0-9]+(?: [a-z]+)?)(?: of (?:this|it|these|them|which))?(?: is| are)? "
    r"|includ(?:es|ing) (?:[a-z0-9]+ ){1,3})(?:for|from|on|under|in|counted (?:in|on|under)) "
    r"(?:an?)?(?:our )?other contracts?"
    r"|yet to be (?:confirmed|agreed|determined|decided|finali[sz]ed|validated)|not [0-9]{1,6}(?: [a-z]+)?"
)
_LOTS = "lots? [0-9a-d](?: (?:and|or|to) [0-9a-d])?"
# What is left out of a line that counts it: “Not offered in Year 3”, “Not in lot 2”, “Withdrawn from 2028”
_IN_PART = (
    rf"(?:{_NOT} {_STILL}(?:offer(?:ed|ing)|deliver(?:ed|able|ing)|provided|promised|planned)|not|(?:{_GIVEN_UP}))"
    r" (?:(?:in|from|for|after|before|until|during) )?(?:the )?"
    r"(?:(?:(?:contract|financial) )?(?:(?:year|yr|lot|phase)s? |y)[0-9]{1,2}(?: (?:to|and|or) (?:year )?[0-9]{1,2})?"
    r"|(?:first|second|third|final|last) (?:year|lot|phase)|20[0-9]{2}(?: (?:20)?[0-9]{2})?)(?: onwards)?"
    rf"|(?:for |in )?{_LOTS} only|only (?:for |in )?{_LOTS}"
)
_MEANING_NOT = Sayings(
    pattern=(
        rf"{_UNSETTLED}|{_ELSEWHERE}|{_OPEN_YET}|{_COME_TO_NOTHING}|{_IN_PART}|"
        rf"{_NOT} {_STILL}(?:for )?(?:evaluat(?:ed|ion)|scor(?:ed|ing)|count(?:ed|ing)|offer(?:ed|ing)|promised)"
        rf"(?: purposes)?{_TO_WHOM}(?: this| it)?(?: {_LINE})?"
        rf"|{_NOT} {_STILL}(?:included (?:in|within)|(?:a )?part of) {_OFFER}"
        r"|(?:for )?(?:your )?(?:info(?:rmation)?|reference|context|illustration)(?: purposes)? only"
        r"|for (?:your )?info(?:rmation)?|fyi(?: only)?"
        rf"|(?:{_GIVEN_UP}) from (?:{_OFFER}|evaluation|scoring)|{_GIVEN_UP}"
        r"|(?:not a(?: firm)?|no)(?: firm)? (?:commitment|promise)(?: yet| at (?:this (?:stage|time|point)|present))?"
        rf"|(?:do not|don t) (?:score|evaluate|count|include|use)(?: this| it)?(?: {_LINE})?"
        rf"|(?:ignored?|disregard(?:ed)?)(?: this| it)?(?: {_LINE}| {LINE})?"
        rf"|(?:(?:this|the|it)(?: {_LINE})? (?:is|was|has been)(?: now)?|{LINE}(?: is| was| has been)?(?: now)?)"
        rf" (?:{_GIVEN_UP}|not (?:yet )?(?:confirmed|committed)|no longer (?:offered|promised|deliverable))"
        rf"|we (?:(?:have|had to) )?(?:withdraw|withdrawn|removed|deleted|dropped|no longer (?:offer|promise)) {LINE}"
    ),
    stems=(
        "not|longer|never|info|fyi|reference|context|illustration|exclu|ignore|disregard|don|commitment|promise|tba|tbc"
        "|tbd|confirm|agreed|determined|decided|finali|validated|subject|bau|usual|existing| wide|figure|total|number"
        "|target|contract|approv|accept|sign off|signed|decision|funding|agreement|struck out|paused|on hold|extended"
        "|exercised|renewed|counted|included|should |unit|multipl|dropped|next|later|following|last year|previous"
        "|current|extra|additional|charge|yet to be|doubl|halv|trebl|tripl|quadrupl|abandoned|scrapped"
        "|increased |reduced |lot"
    ),
)
KINDS = (_MEANING_NOT, CORRECTING, DOUBTING, CLAIMING, SCRAWLED, TRANSLATED)
_SAYING = "|".join(kind.pattern for kind in KINDS)
_STEMS = "|".join((*(kind.stems for kind in KINDS), *sorted(TAKEN_BACK))).split("|")
_MEANT_NOT = rare(rf"(?:(?:{_FILLING} ){{0,5}}(?:{_SAYING})(?: |$)){{1,3}}", _STEMS)
# What waits for no more than the award, and since when there is the bidder
_AWARDED = late(rf"{AWARDED}|we (?:began|started|joined)(?: [a-z]+)? (?:in|since)(?: [a-z]+)? 20[0-9]{{2}}")
_FIRST_WORD = late("[a-z]+")
_SHARES = ("half of t", "part of t", "some of t", "most of t", "all of th")
_ENDS = (". ", "! ", ";", "\n", " - ", " \u2013 ", " \u2014 ")
# But for signs between what is listed: “Invoices; estimates”
_ENDED = late(
    r"(?<=[A-Za-z0-9)])(?:[.!] +(?=[A-Z0-9])"
    rf"|[;\n] *(?=[^ ;]+ [^ ;]|(?i:{'|'.join(sorted(TAKEN_BACK))})\b)"
    rf"| [-\u2013\u2014] (?=(?i:now|since|not|no longer|cannot|declined|dropped|{'|'.join(sorted(TAKEN_BACK))})\b))"
)
SAID = rf"(?:(?:{_FILLING} )*(?:{_SAYING}|{_OTHERWISE})(?: |$))+"
"""All that a note may be that says so or makes the line another's: with what it begins is worked out of it."""
LONGEST_NOTE = 100
LONGEST_NOTES = 400  # of several sentences


def seen_first() -> str:
    """A pattern that finds whatever may match ``SAID``, whatever signs stand between the words, for an engine.

    Of words that are found within each other the shorter ones are enough.
    """
    words = {stem.strip() for stem in (*_STEMS, "was", "formerly")}
    least = sorted(word for word in words if not any(other in word for other in words - {word}))
    return "|".join((*least, _POINTED)).replace(" ?", " ").replace(" ", "[^a-z0-9]*")


def is_not_meant(text: str) -> bool:
    """Whether a note, or a sentence of it, says of its line that it is not offered or counted, and nothing else."""
    return (len(text) <= LONGEST_NOTE and _is_not_meant(text)) or any(map(_is_not_meant, _sentences(text)))


def is_ended_by_note(text: str) -> bool:
    """Whether a later sentence of a description takes it back as a note does: ``Talks. No longer offered``."""
    whole = [text] if text[:9].casefold().startswith(_SHARES) else []
    return any(len(each) <= LONGEST_NOTE and _is_not_meant(each) for each in (*whole, *_sentences(text)[1:]))


def _sentences(text: str) -> list[str]:
    """The sentences of a note that has several, without those of what is yet to be settled, as how it is reported."""
    if len(text) > LONGEST_NOTES or not any(map(text.__contains__, _ENDS)):
        return []
    told = _ENDED.split(text)
    short = (each for each in told if len(each) <= LONGEST_NOTE)
    return [each for each in short if not each.startswith(("To be ", "to be "))] if told[1:] else []


def points_elsewhere(text: str) -> bool:
    """Whether a note says no more than where the same stands, which of evidence says nothing of the line."""
    return len(text) <= LONGEST_NOTE and _POINTS.fullmatch(normal(text)) is not None


def is_all_under(text: str, promised: Decimal | None) -> bool:
    """Whether a note says no more than under which measure all that is promised is counted."""
    under = _COUNTED_UNDER.fullmatch(normal(text)) if len(text) <= LONGEST_NOTE else None
    return under is not None and (under["much"] is None or Decimal(under["much"]) == promised)


def points_to(text: str, reference: str) -> bool:
    """Whether what points elsewhere ends with the reference of the line itself: ``See NT17``."""
    own, said = (normal(each).replace(" ", "") for each in (reference, text))
    return bool(own) and said.removesuffix("above").removesuffix("below").endswith(own)


@lru_cache(maxsize=4096)  # notes come again, in a bid and in others
def _is_not_meant(text: str) -> bool:
    words = normal(text)
    if not _begins_so(words):  # or else the long pattern would be compiled for many a harmless note
        return False
    said = _MEANT_NOT.fullmatch(words) or (words.startswith(_BEGUN) and _OF_ANOTHER.fullmatch(words))
    return bool(said) and _AWARDED.fullmatch(words) is None


def _begins_so(words: str) -> bool:
    """Whether a note's first word is one of those; of one that begins with a digit or a sign nothing is known."""
    first = _FIRST_WORD.match(words)
    return first is None or first[0] in WORDS


def any_ended_by_note(texts: Collection[str]) -> bool:
    """Whether any of many descriptions may have a sentence that says so."""
    together = "\n".join(texts).casefold()
    return any(map(together.__contains__, (*_ENDS[:-1], *_SHARES))) and any(map(may_end_as_note, texts))


def may_end_as_note(text: str) -> bool:
    """Whether a description may have such a sentence, whatever digits stand in it."""
    return text[:9].casefold().startswith(_SHARES) or any(_begins_so(normal(each)) for each in _sentences(text)[1:])


def any_not_meant(texts: Collection[str]) -> bool:
    """Whether any of the notes says so; together they are looked through for the words that all of them have."""
    short = [text for text in texts if len(text) <= LONGEST_NOTES]
    short += [each for text in short for each in _sentences(text)]
    maybe = _MEANT_NOT.may_match(normal("\n".join(short))) or any(normal(text).startswith(_BEGUN) for text in short)
    return maybe and any(map(is_not_meant, short))

"""Owns what titles and headings say of the amounts below them: that they are not promised, or not for sure."""

import re

from sv_cli.bids.late import late

# What heads lines that are not promised, or not any more
_NOT_OFFERED = late(
    r"\bif (?:the contract is )?extended\b|\bnot (?:to be )?(?:scored|evaluated)\b|\bfor comparison\b"
    r"|^(?:last year(?:['\u2019]?s)?|previous|prior) (?:commitments?|offers?|bids?|promises?|pledges?)\b"
    r"|^ideas? (?:for (?:clarification|discussion|dialogue|negotiation|later)|to (?:discuss|explore|consider))\b"
    r"|\bnot (?:being |to be )?(?:included|bid|committed|confirmed)\b(?! elsewhere\b)|^not bidding\b|\bdo not score\b"
    r"|\bnot for (?:evaluation|scoring|submission)\b|^(?:excluded|out of scope|internal only)$"
    r"|^for (?:your )?information only\b"
    r"|^(?:included above|(?:breakdown|analysis) of (?:the )?above|of which|memo|memorandum)$|"
    r"\bnot (?:being |to be )?(?:offered|pursued|progressed|taken forward|selected)\b|\bno longer offered\b"
    r"|^(?:withdrawn|rejected|declined|deleted|superseded|removed)"
    r"(?: (?:commitments?|measures?|items?|lines?|offers?))?$",
    re.IGNORECASE,
)
# What a lone line may say of a document: “Method statement: not included”
_OF_DOCUMENTS = late(
    r"(?:(?:our|the|supporting|project|social value) )*(?:method statements?|evidence|append(?:ix|ices)|annex(?:es)?"
    r"|attachments?|documents?|polic(?:y|ies)|certificates?|cvs?|delivery plans?|insurances?|accounts|vat)\b",
    re.IGNORECASE,
)
# What heads lines that were promised before, or guide those who promise
_GUIDING = late(
    r"^not part of (?:our|the|this) (?:offer|bid|tender|submission|response)\b|^options? (?:we )?considered\b"
    r"|\b(?:commitments?|measures?|offers?|bids?|targets?|options?|quantities)\b(?: [a-z]+)? "
    r"\(?(?:declined|withdrawn|rejected|superseded)\)?$"
    r"|\b(?:for (?:your )?)?(?:reference|information|illustration) only$"
    r"|^(?:illustrative|indicative|typical|suggested|guide)\b(?: to)?(?: [a-z]+)? "
    r"(?:quantit(?:y|ies)|examples?|targets?|amounts?|figures?|values?|minimums?|commitments?)\b"
    r"|^(?:maximum|minimum) (?:scoring|scored|quantit(?:y|ies)|targets?)\b|\bscor(?:e|ing) thresholds?$"
    r"|^averages? of (?:previous|past|other)\b"
    r"|\bbenchmarks?(?: (?:quantit(?:y|ies)|figures?|targets?|values?|levels?))?$"
    r"|^(?:the )?(?:buyer|council|authority|client)(?:['\u2019]?s['\u2019]?)? expectations?$"
    r"|^baseline (?:positions?|quantit(?:y|ies)|figures?|levels?)\b|^what (?:other|previous) bidders\b"
    r"|\bcommitments (?:we )?(?:already )?(?:made|given) in 20[0-9]{2}\b"
    r"|\b(?:under|on|in|from) (?:(?:our|the|an?|your) )?(?:existing|current|previous|last|expiring) contracts?\b"
    r"|^(?:test|temp|rough|typical|outturn|parking lot|nice to have|lessons learn(?:ed|t)|do not send|for reference"
    r"|info|blank form|template|(?:training|test|dummy) data|incumbent delivery|model bid)$",
    re.IGNORECASE,
)
# What says of a heading of amounts that they are not promised for sure
_UNFIRM = late(
    r"[(\[](?:tb[acd]|to be (?:confirmed|agreed)|not (?:yet )?(?:agreed|confirmed|firm)|indicative|provisional"
    r"|potential|aspiration(?:al)?|stretch|draft|old|superseded|baseline|bau|business as usual"
    r"|max(?:imum)?|up to|illustrative|if (?:extended|required|awarded)|subject to [a-z ]+|lot [0-9a-z] only)[)\]]"
    r"|^(?:provisional|potential|aspirational|optional|stretch|typical|suggested|illustrative) "
    r"(?:quantit(?:y|ies)|targets?|amounts?|numbers?|offers?|commitments?|units|volumes?|hours)\b"
    r"|\b(?:if (?:the contract is )?extended|subject to (?:funding|approval|agreement|confirmation))$"
    r"|^(?:up to|shortfall|capacity)$|\bat risk$",
    re.IGNORECASE,
)
# What heads lines that are promised only if something else happens
_OPTIONAL = late(
    r"(?:optional (?:extras?|additions?|extensions?|years?|periods?)|stretch (?:targets?|commitments?)|aspirational"
    r"|(?:contract )?extension (?:periods?|years?)|years? [0-9](?: ?- ?[0-9])? \((?:optional )?extension"
    r"|subject to (?:contract )?extension|to be (?:confirmed|agreed)$"
    r"|(?:optional|potential|stretch|aspirations?|extension|provisional|tbc|ideas?|under consideration)$"
    r"|(?:potential|possible|provisional|conditional)"
    r" (?:additional |future |further |other )?(?:commitments?|measures?|offers?|items?)$|additional \(optional"
    r"|future opportunit(?:y|ies)(?! (?:for (?:young|local|all|people|residents|children|care)|programme|fund|club)\b)"
    r"|variant (?:bid|offer)|alternative offer|option [a-e1-9]$"
    r"|option (?:years?|periods?)"
    r"|(?:[a-z ]{1,40} )?(?:if|when|where|should) (?:the (?:contract|term) (?:is |be )?)?extended"
    r"|(?:only )?(?:if|when) (?:we are |we win |we re )?(?:also )?"
    r"(?:(?:awarded|appointed to|successful (?:on|in|for)) )?"
    r"(?:lots? [0-9a-z]|both lots|all lots|another lot|more than one lot))\b",
    re.IGNORECASE,
)


def heads_unpromised(title: str, *, short: bool) -> bool:
    """Whether the heading of a section says that the lines below it are no firm promises; long ones say less."""
    bare = title.lstrip("([*\u2022 ").rstrip(" :.)]*")
    if not bare:
        return False
    said = short and not _OF_DOCUMENTS.match(bare) and (_NOT_OFFERED.search(bare) or _GUIDING.search(bare))
    return _OPTIONAL.match(bare) is not None or bool(said)


def is_unfirm(heading: str) -> bool:
    """Whether a heading says of its amounts that they are not promised for sure: ``Quantity (TBC)``."""
    return _UNFIRM.search(heading) is not None

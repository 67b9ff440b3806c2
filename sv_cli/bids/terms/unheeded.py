"""Owns the last look at a sentence that nothing understood: whether it may change what the lines around it mean."""

import re

from sv_cli.bids.cells.text import folded
from sv_cli.bids.terms.names import BUYER, LOOKED_AFTER, ONE, REGULARLY, TIME
from sv_cli.bids.terms.notes import is_not_meant
from sv_cli.late import late

LONGEST = 200
"""Longer texts are paragraphs, which may speak of anything."""
# What a sentence that speaks of the lines calls them, or what stands in them
_OF_LINES = late(
    r"\b(?:figures|quantit(?:y|ies)|amounts|numbers|targets|totals|(?<!our )values|volumes|commitments|these|those"
    r"|they|them|the above|each (?:commitment|promise|pledge)|lines?|rows?|table)\b|[0-9] ?(?:hours|hrs|days|weeks)\b",
    re.IGNORECASE,
)
# What makes them more, fewer, others or another's
_CHANGING = late(
    r"\b(?:hal(?:f|ve[sd]?)|doubl\w+|trebl\w+|tripl\w+|thirds?|multipl(?:y|ied|ies)|divided?|twice|times"
    rf"|(?:per|each|every|for one) (?:{ONE}|{TIME})|{REGULARLY}|annual|p\.?a|except|apart from|excluding"
    r"|(?:for|at|in|to|by) each of|flex\w*|pro[ -]?rata|scaled?"
    r"|instead|shared?|split|will match|match(?:ed)?[ -]fund\w*"
    r"|ignore|disregard\w*|replac\w+|swap\w*|if|unless|only|minus|less|plus|withdrawn"
    r"|deleted?|removed?|cancel\w*|partners?|subcontract\w*|assum\w+|previous|last year|per [0-9][0-9,]*"
    r"|(?:two|three|four|[2-9]) lots|stretch|ceilings?|caps|maxim(?:um|a|ums)|upper limits?)\b|[0-9] ?%",
    re.IGNORECASE,
)
# What takes back a line that it calls by its name, or says so itself: “We no longer offer the mentoring”
_TAKING_BACK = late(
    r"\bno longer (?:offer|promis|propos|commit)"
    r"|\b(?:offered|promised|deliver(?:ed|able)|available) (?:only )?(?:if|unless)\b"
    r"|\bonly one of (?:the|these|those|them)\b"
    r"|\bwe(?: will| shall| all)? (?:aim|hope|aspire|endeavour|try|strive|seek|intend) to \w+"
    r" (?:these|those|(?:the|all|as)\b.{0,60}\b(?:following|below|above))\b"
    r"|^(?:not (?:legally |contractually |yet )?binding\b|subject to (?!contract\b))"
    r"|\b(?:hours|hrs|days|weeks|sessions|people) (?:are|is)(?: [a-z]+)?"
    rf" (?:per|for (?:each|every)) (?:{ONE}|{TIME})\b",
    re.IGNORECASE,
)
# What is asked of whoever fills in the form, or tells how it is weighed, watched or priced
_OF_THE_FORM = late(
    r"^(?:(?:please|kindly|note:?|that) )*(?:complete|enter|state|give|provide|insert|fill|select|choose|find|list|use"
    r"|add|describe|read|refer|see|submit|return|tick|indicate|show|specify|set|outline|explain|do not|ensure)\b"
    rf"|\b(?:bidders?|tenderers?|applicants?|you|your|{BUYER}s? will(?! match)|must|scor\w+|evaluat\w+|marks|points"
    rf"|weight\w*|words?|vat|{LOOKED_AFTER}\w*|invoic\w*|pric\w+|paid"
    r"|columns?|cells?|drop[ -]?downs?|proxy|proxies|rounded|means?|cumul\w*)\b|="
    r"|\b(?:are|is) (?:all )?(?:firm|binding|guaranteed)\b",
    re.IGNORECASE,
)
# What sets lines apart by how they look, which is not read: “Text in red is subject to board approval”
_COLOUR = r"(?:red|amber|orange|yellow|green|blue|purple|pink|gr[ea]y)"
_BY_LOOKS = late(
    rf"(?:\b(?:in|shaded|highlighted|coloured|marked) {_COLOUR}\b|^(?:key:? )?{_COLOUR} ?[=:\u2013-]"
    rf"|\b{_COLOUR} (?:text|font|cells?|rows?|lines?|figures|numbers)\b|\bin (?:italics?|bold)\b|\bhighlighted\b)"
    r".{0,120}"
    r"\b(?:subject to|depend\w*|contingent|provisional\w*|indicative|unconfirmed|estimate\w*|aspiration\w*|pending"
    r"|awaiting|tbc|to be confirmed|not (?:yet )?(?:been )?(?:confirmed|approved|agreed|secured|funded))\b",
    re.IGNORECASE,
)
_SENTENCES = late(r"[;\n]|\.\s+")


def may_change_lines(text: str) -> bool:
    """Whether a text speaks of the lines around it, and may change what they come to: ``Please double these``."""
    return len(text) <= LONGEST and any(map(_may_change, map(folded, _SENTENCES.split(text))))


def _may_change(sentence: str) -> bool:
    if _BY_LOOKS.search(sentence) is not None or is_not_meant(sentence):
        return True
    changes = _OF_LINES.search(sentence) is not None and _CHANGING.search(sentence) is not None
    return (changes or _TAKING_BACK.search(sentence) is not None) and _OF_THE_FORM.search(sentence) is None

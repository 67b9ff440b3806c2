"""Owns notes of whoever copied a page: that what stands there is crossed out, cannot be read, or is not signed."""

_PAGE = r"(?:card|form|pledge|page|sheet|slip|original|copy|paper|scan)"
_FIGURE = r"(?:figure|number|quantity|qty|amount|writing|handwriting|digit)"
_CROSSED = (
    r"(?:(?:crossed|scored|struck|ruled|scribbled) (?:out|through|off)|lined out)"
    rf"(?: (?:on|in|by) (?:the )?(?:{_PAGE}|original|hand|pencil|pen|bidder)s?)?"
)
_UNREAD = (
    rf"(?:{_FIGURE} )?(?:(?:is|are) )?(?:illegible|unreadable|smudged|not legible|unclear|not clear)"
    rf"(?: (?:on|in) (?:the )?{_PAGE}s?| {_FIGURE})?"
    r"|(?:(?:i|we) )?(?:can t|cannot|can not|couldn t|could not|unable to|hard to|difficult to)"
    rf" (?:read|make out)(?: (?:this|it|the|{_FIGURE}|properly|clearly)){{0,3}}"
)
# “Could be 6 or 16”
_EITHER = (
    rf"(?:(?:it|this|{_FIGURE}) )?(?:(?:could|may|might) be|looks like|either|is (?:this|it)) (?:an? )?[0-9]{{1,6}}"
    r" or (?:an? )?[0-9]{1,6}(?: [a-z]+)?|[0-9]{1,6} or [0-9]{1,6}"
)
_UNSIGNED = (
    rf"(?:{_PAGE} )?(?:is |was )?(?:not (?:yet )?signed|unsigned)(?: yet)?"
    rf"|(?:no|missing) signature(?: on (?:the )?{_PAGE})?|signature (?:is )?(?:missing|awaited|to follow)"
)
# “Is this per year?”
_ASKED = (
    r"(?:is|are) (?:this|that|it|these|they)(?: (?:per|in|for|over|each|every|annual|yearly|monthly|total|hours|days"
    r"|weeks|months|years?|people|pounds|an?|the|whole|one|all|both|or|contract|term|month|person|in all)){1,6}"
)
SCRAWLED = f"{_CROSSED}|{_UNREAD}|{_EITHER}|{_UNSIGNED}|{_ASKED}"
# For an engine that looks at every text: how such a note begins, and a word that it has
BEGINNINGS = (
    "crossed|scored|struck|ruled|scribbled|lined|illegible|unreadable|smudged|unclear|can|cannot|could|couldn|unable"
    "|hard|difficult|looks|either|might|may|is|are|unsigned|missing|signature|[0-9]+"
    f"|{_PAGE[3:-1]}|{_FIGURE[3:-1]}"
)
GLANCES = (
    r"\b(?:crossed|scored|struck|ruled|scribbled|lined)\b|\b(?:illegible|unreadable|smudged|legible|unclear|clear)\b"
    r"|\b(?:read|make)\b|[0-9]\s+or\s|\bunsigned\b|\bsign|\b(?:is|are)\s+(?:this|that|it|these|they)\b"
)
STEMS = (
    *("crossed", "scored ", "struck ", "ruled ", "scribbled", "lined out", "illegible", "unreadable", "smudged"),
    *("legible", "unclear", "not clear", " read", " make out", " or ", "signed", "signature"),
    *(f"{verb} {what}" for verb in ("is", "are") for what in ("this", "that", "it", "these", "they")),
)

"""Owns notes of whoever copied a page: what stands there is crossed out, cannot be read, not signed or there twice."""

from sv_cli.bids.terms.names import FIGURE
from sv_cli.bids.terms.sayings import Sayings

_PAGE = r"(?:card|form|pledge|page|sheet|slip|original|copy|paper|scan)"
_FIGURE = rf"(?:{FIGURE}|writing|handwriting|digit)"
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
_TWICE = (
    r"(?:keyed|typed|entered|listed) twice|double (?:entry|keyed)"
    rf"|(?:second|duplicate|another) copy(?: of (?:the )?(?:{_PAGE}|line|row)(?: [0-9]{{1,4}})?)?"
)
_MADE_UP = (
    rf"{_FIGURE} (?:was )?guessed(?: (?:from|by|off)(?: [a-z]+){{1,3}})?"
    rf"|{_FIGURE} added by (?:typist|temp|office|us|me)"
)
SCRAWLED = Sayings(
    pattern=f"{_CROSSED}|{_UNREAD}|{_EITHER}|{_UNSIGNED}|{_ASKED}|{_TWICE}|{_MADE_UP}",
    stems=(
        "crossed|scored |struck |ruled |scribbled|lined out|unreadable|smudged|legible|unclear|not clear| read"
        "| make out| or |signed|signature| twice|double | copy|guessed| added by|is this|is that|is it|is these|is they"
        "|are this|are that|are it|are these|are they"
    ),
)

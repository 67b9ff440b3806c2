"""Owns notes of whoever copied a page: that what stands there is crossed out, cannot be read, or is not signed."""

from sv_cli.bids.terms.sayings import Sayings

_PAGE = r"(?:card|form|pledge|page|sheet|slip|original|copy|paper|scan)"
_FIGURE = r"(?:figure|number|quantity|qty|amount|writing|handwriting|digit)"
_UNITS = r"(?:hours|days|weeks|months|people|pounds|sessions|visits)"
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
    r"|placeholder(?: (?:only|for now|until(?: [a-z]+){1,4}))?|to be firmed up|provisional (?:sum|figure|number|amount)"
    r"|unlikely(?: to happen)?|cumulative(?: (?:total|figure))?|running total"
    rf"|(?:actually|really) (?:in )?{_UNITS}"
    rf"|(?:(?:these|they) are|(?:this|it) is) (?:in )?{_UNITS} (?:and )?not {_UNITS}"
    r"|(?:per year|per annum|annual|yearly)(?: figure)? (?:and )?not (?:the |in |a )?total"
)
# “College has since pulled out”, “this one fell through”
_GONE = (
    r"(?:(?:the )?(?:supplier|school|college|charity|partner|host|firm|they|it|this|this one|this offer) )?"
    r"(?:has |have )?(?:since )?"
    r"(?:pulled out|fallen through|fell through|dropped out|phoned to withdraw|asked to withdraw|withdrew)"
)
_FROM_ELSEWHERE = (
    r"(?:carried|brought|rolled) (?:over|forward) from (?:the |our )?(?:last|previous|old|other|another|phase"
    r"|lot)(?: [a-z0-9]+){0,2}|from (?:the |our )?(?:other|another|previous|last) (?:contract|framework|bid|phase)"
    r"|in (?:the |our )?20[0-9]{2} (?:contract|bid) already|counted (?:with|in|under) lot [0-9a-d]"
    r"|includ(?:es|ing) [0-9]{1,6}(?: [a-z]+)? from (?:20[0-9]{2}|last year|the last contract)"
    r"|already (?:achieved|started|under way|running)(?: (?:in|since) (?:[a-z]+ )?20[0-9]{2}| last year)?"
    r"|started last year|achieved(?: (?:in|by) (?:[a-z]+ )?20[0-9]{2})?"
)
_OF_OTHERS = (
    r"(?:(?:paid for|funded|met) by|funding from) (?:the )?(?:esf|ukspf|lottery|citb|government|dwp|levy|grant)"
    r"|(?:the )?(?:client|council|buyer|authority) (?:to|will) (?:fund|pay)(?: for)?(?: (?:this|it|half|part))?"
    r"|(?:lottery|grant|funding) (?:bid|application|decision) (?:is )?pending"
    r"|(?:this )?(?:is )?for (?:the|our) whole (?:group|company|organisation|business)"
)
_IF_OPEN = (
    r"depend(?:s|ing|ent) (?:up)?on (?:the )?(?:weather|lease|school|college|partner|volunteers)"
    r"|(?:only )?(?:if|when|once) (?:the )?(?:pool|site|school|centre|building|depot|hall|scheme) (?:re)?opens?"
    r"(?: in time)?"
    r"|subject to (?:the )?(?:lease|licence|planning|weather|survey)(?: being (?:granted|agreed|signed))?"
    r"|(?:only )?if (?:planning|permission|consent|the lease|the licence) is (?:granted|given|agreed|signed)"
    r"|assum(?:es|ing) [0-9]{1,3} ?(?:%|per cent|percent) (?:take up|uptake|attendance|turnout)"
)
SCRAWLED = Sayings(
    pattern=(
        f"{_CROSSED}|{_UNREAD}|{_EITHER}|{_UNSIGNED}|{_ASKED}|{_TWICE}|{_MADE_UP}|{_GONE}|{_FROM_ELSEWHERE}|{_OF_OTHERS}"
        f"|{_IF_OPEN}"
    ),
    stems=(
        "crossed|scored |struck |ruled |scribbled|lined out|unreadable|smudged|legible|unclear|not clear| read"
        "| make out| or |signed|signature| twice|double | copy|guessed| added by|placeholder|firmed up|provisional"
        "|nice to have|unlikely|cumulative|running|pulled out|fallen through|fell through|dropped out|withdr|over from"
        "|forward from|from |already|lot |achieved|started| by |fund| pay|actually|really| not |pending|our whole"
        "|the whole|weather|depend|open|subject to|if |assum|is this|is that|is it|is these|is they|are this|are that"
        "|are it|are these|are they"
    ),
)

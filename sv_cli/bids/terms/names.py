"""Owns what goes by several names wherever it is spoken of: the buyer, the talks with him, times, those who gain."""

BUYER = r"(?:buyer|council|authority|client|customer)"
TALKS = r"(?:clarifications?|[ct]qs?|dialogues?|negotiations?|bafo|moderations?|interviews?)"
"""What happens between a bid and its last version."""
BID = r"(?:bid|tender|offer|submission|response|proposal)"
_PARTS = "day|week|wk|fortnight|month|mth|mnth|quarter|qtr|term"
PART_OF_YEAR = f"(?:{_PARTS})"
TIME = f"(?:{_PARTS}|year|yr|annum)"
REGULARLY = r"(?:daily|weekly|fortnightly|monthly|quarterly|termly|annually|yearly)"
ONE = (
    r"(?:apprentice|trainee|learner|pupil|student|participant|person|head|employee|member of staff|volunteer|client"
    r"|resident|school|college|site|location|venue|office|branch|hub|centre|depot|event|visit|session|class|workshop"
    r"|course|home|property|household|team|group|club|lot|region|ward|area|neighbourhood|borough|town|village|estate"
    r"|placement|post|project|order|call[ -]?off|commission|instruction)"
)
"""One of those of which there may be several in a contract, so that what is promised of each comes several times."""

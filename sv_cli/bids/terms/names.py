"""Owns what goes by several names wherever it is spoken of: the buyer, talks with him, lines, times, those who gain."""

from sv_cli.bids.cells.parts import MONTH_STEM

BUYER = r"(?:buyer|council|authority|client|customer)"
TALKS = r"(?:clarifications?|[ct]qs?|dialogues?|negotiations?|bafo|moderations?|interviews?)"
"""What happens between a bid and its last version."""
EXTENDED = r"(?:extended|exercised|renewed)"
"""What becomes of a contract that goes on for longer than is sure."""
BID = r"(?:bid|tender|offer|submission|response|proposal)"
FRAMEWORKS = r"(?:nt|re|fm|sv)"
"""How the codes of measures begin in frameworks that many use, in small letters."""
CODE = rf"{FRAMEWORKS} ?[0-9]{{1,3}}[a-z]?"
LINE = rf"(?:(?:rows?|lines?|items?|refs?|measures?|commitments?) ?[0-9]{{1,4}}|{CODE})"
"""A line that is named by its number or its code."""
FIGURE = r"(?:(?:figure|number|quantity|qty|amount|volume|value|total|target)s?|quantities)"
"""What a line's quantity is called."""
_PARTS = "day|week|wk|fortnight|month|mth|mnth|quarter|qtr|term"
PART_OF_YEAR = f"(?:{_PARTS})"
TIME = f"(?:{_PARTS}|year|yr|annum)"
IN_YEAR = r"daily|weekly|fortnightly|monthly|quarterly|termly"
"""How often, where that is more than once in a year."""
REGULARLY = f"(?:{IN_YEAR}|annually|yearly)"
ONE = (
    r"(?:apprentice|trainee|learner|pupil|student|participant|person|head|employee|member of staff|volunteer|client"
    r"|resident|school|college|site|location|venue|office|branch|hub|centre|depot|event|visit|session|class|workshop"
    r"|course|home|property|household|team|group|club|lot|region|ward|area|neighbourhood|borough|town|village|estate"
    r"|placement|post|project|order|call[ -]?off|commission|instruction)"
)
"""One of those of which there may be several in a contract, so that what is promised of each comes several times."""
LOOKED_AFTER = r"(?:report|review|updat|monitor|logs?\b|logg|record|check|measur|audit|verif|evidenc)"
"""How a word begins for what is done about promises at a pace of its own, and promised to nobody."""
NEAR = (
    rf"(?:(?:the |this |that |those |these )?(?:lines?|rows?|items?|entry|entries|one|commitment|measure|hours|days"
    rf"|weeks"
    rf"|people|places|{FIGURE}) )?(?:above|below)"
)
"""A line that is named by where it stands: ``the hours above``."""
DAY = (
    rf"(?:(?:[0-9]{{1,2}}(?:st|nd|rd|th)? )?(?:of )?{MONTH_STEM}[a-z]{{0,6}}"
    r"(?: [0-9]{1,4}(?:st|nd|rd|th)?)?(?: 20[0-9]{2})?|[0-9]{1,2} [0-9]{1,2}(?: [0-9]{2,4})?)"
)
"""A date without its signs: ``3 march 2026``."""
WHAT = r"(?:figures|quantities|amounts|numbers|values|units|targets|commitments|volumes|hours|totals|days|sums)"
"""What stands in the lines of a table, where a text speaks of all of them."""

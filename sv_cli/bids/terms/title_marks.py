"""Owns marks before and behind the names of sections, tables and sheets: ``Withdrawn: Community days``."""

import re

from sv_cli.bids.terms.standing_words import STRUCK_OUT
from sv_cli.late import rare

# What a mark says of the lines
_WORDS = (
    *sorted(STRUCK_OUT),
    *("duplicate", "parked", "deferred", "on hold", "pending", "optional", "stretch", "aspirational", "provisional"),
    *("tba", "tbc", "tbd"),
)
_MARKS = rf"{'|'.join(_WORDS)}|to be (?:confirmed|agreed)"
# What is removed for people, and who is yet to be named: “REMOVED barriers”, “TBC partners”
_REMOVED = r"barriers?|obstacles?|graffiti|litter|waste|rubbish|plastics?|stigma|asbestos|weeds?|furniture|hazards?"
_UNNAMED = r"partners?|schools?|sites?|venues?|locations?|charit(?:y|ies)|suppliers?|providers?|speakers?"
_CAPITALS = (
    r"(?-i:(?:WITHDRAWN|SUPERSEDED|DELETED|CANCELLED|REJECTED|OPTIONAL|ON HOLD"
    rf"|REMOVED(?! +(?:{_REMOVED})\b)|TBC(?! +(?:{_UNNAMED})$)) +(?=[A-Z]?[a-z]))"
)
_MARKED = rare(
    rf"(?:(?:{_MARKS})(?: ?[)\]*]+ ?[:\u2013\u2014-]?\s| ?[:\u2013\u2014] ?| +- )|{_CAPITALS})\W*"
    r"(?!(?:please|complete|add|tick|use|fill|enter|insert|leave|see|only|if|this|these|for|as|bidders?)\b)\w"
    rf"|[^:]{{3,60}}(?:: | [-\u2013\u2014] )(?:{_MARKS}|not (?:being )?offered|no longer offered)$",
    (*_WORDS, "to be ", "offered"),
    re.IGNORECASE,
)


def is_marked_title(title: str) -> bool:
    """Whether a mark before or behind a name says that the lines below it are not promised, or not for sure."""
    return _MARKED.match(title) is not None

"""Owns the words that say of a line how it stands: that it is taken back, not firm, not meant, or still open."""

from sv_cli.bids.cells.text import normal
from sv_cli.late import late

# What stands before the text of a line that is promised no longer
TAKEN_BACK = frozenset(
    ("withdrawn", "superseded", "deleted", "delete", "cancelled", "canceled", "duplicate", "removed")
)
# What a title says of lines that are promised no longer
STRUCK_OUT = (TAKEN_BACK - {"delete", "duplicate"}) | {"rejected", "declined", "excluded", "descoped", "dropped"}
# What stands there, before a colon or a dash, before the text of one that another replaces
FORMER = frozenset(("old", "previous", "was"))
# What stands there before the text of one that is not promised for sure
NOT_FIRM = frozenset(("draft", "optional", "stretch", "aspirational", "provisional"))
# What a column of kinds says of lines that the bidder may keep open
OPTIONAL = frozenset(("option", "optional", "optional extra", "optional extras", "could", "could have"))
# What says of a line that it may yet be promised
OPEN = frozenset(("tbc", "tba", "tbd", "to be confirmed", "to be agreed", "to be determined", "to be decided"))
# What a line's standing says where that is not settled
UNSETTLED = frozenset(
    (
        *("tbc", "tbd", "to follow", "not yet", "not yet confirmed", "to be confirmed", "to be agreed", "alternative"),
        *("conditional", "provisional", "possible"),
        *("potential", "maybe", "unlikely", "paused", "disputed", "in dispute", "under review", "if extended"),
        *(
            f"{waits} {what}"
            for waits in ("pending", "awaiting", "subject to")
            for what in ("approval", "sign off", "confirmation", "agreement", "decision")
        ),
    )
)
# What is typed where a text is still to come
DUMMY = frozenset(
    (
        *("xx", "xxx", "xxxx", "xxxxx", "yyy", "zzz", "aaa", "asd", "asdf", "asdfg", "asdfgh", "asdfghjkl", "qwe"),
        *("qwerty", "qwertyuiop", "sdf", "dfg", "blah", "blah blah", "blah blah blah", "foo", "foobar", "foo bar"),
        *("test", "test test", "testing testing", "testing 123", "test 123", "lorem", "ipsum"),
    )
)
# What a note begins with that may say so, or that another line counts this one
NOTED = frozenset(
    (
        *("only if", "subject to", "included in", "included under", "included with", "counted in", "counted under"),
        *("already included", "already counted", "double counted"),
    )
)
# What a board of cards has besides what is to be done
_OFF_THE_BOARD = frozenset(
    (
        *("won t", "wont", "won t do", "wont do", "won t have", "wont have"),
        *("not doing", "not going ahead", "icebox", "ice box"),
        *("wish list", "wishlist", "shelved", "ruled out"),
    )
)
# What stands before the text of one that is no more than thought of, or has been thought better of
THOUGHT_OF = frozenset(("rejected", "declined", "dropped", "parked", "shelved", "descoped", "idea", "maybe"))
# What a column of the line's standing says besides
STOOD_DOWN = (
    TAKEN_BACK
    | _OFF_THE_BOARD
    | frozenset(
        (
            *("stretch", "aspirational", "rejected", "excluded", "declined", "archived", "void", "voided"),
            *("inactive", "descoped", "lapsed", "expired", "suspended", "deferred", "parked", "replaced"),
        )
    )
)
# Of the years that may never come
_EXTENSION = frozenset(
    f"{which} {when}{only}"
    for which in ("option", "optional", "extension", "optional extension")
    for when in ("year", "years", "period", "periods", "term")
    for only in ("", " only")
) | {f"if {done}" for done in ("instructed", "exercised", "extended", "renewed")}
_EXTENSION |= {"extension only", "option only", "optional extension"}
# What a text says, and nothing else, that speaks of a line which is not promised
NOT_PROMISED = (
    STOOD_DOWN
    | THOUGHT_OF
    | _EXTENSION
    | frozenset(
        (
            *("not offered", "no longer offered", "not being offered", "none offered", "nothing offered", "no offer"),
            *("unable to offer", "not able to offer", "cannot offer", "we cannot offer this", "no bid"),
            *("not bid", "no go", "not being bid"),
            *("not proposed", "proposed not agreed", "not provided", "not pledged", "no commitment"),
            *("not committed", "uncommitted", "not confirmed", "unconfirmed", "not agreed", "not accepted"),
            *("not approved", "not selected", "not progressed", "not taken forward", "not included"),
            *("not included in offer", "not included in the offer", "not part of offer", "not part of the offer"),
            *("not used", "out of scope", "not in scope", "ignore", "do not use", "do not count", "not counted"),
            *("do not score", "not to be scored", "not for scoring", "not for evaluation", "for information only"),
            *("drop", "remove", "to be deleted", "to be removed", "closed lost"),
            *("not firm", "not firm yet", "not yet firm", "not guaranteed", "not contractual"),
            *("non contractual", "not binding", "non binding"),
            *("stretch target", "stretch targets", "stretch only", "stretch target only", "stretch not committed"),
            *("nice to have", "nice to haves", "indicative", "indicative only", "tentative", "provisional"),
        )
    )
)
# Of these, what may as well be said of what a column is headed, such as an address or a document
SAID_OF_ANYTHING = frozenset(("not provided", "not included", "not selected", "not agreed", "not approved"))
SAID_OF_ANYTHING |= {"included above", "included in above", "included in the above"}
SAID_OF_ANYTHING |= {"not accepted", "unconfirmed", "indicative", "indicative only", "tentative", "provisional"}
# What a heading is of where such a word below it says nothing of the line: “Economic status: Inactive”
_OF_ELSE = late(
    r"\b(?:vat|tax|groups?|benefici\w+|audience|cohort|participants?|pupils?|people|persons?|residents?|economic"
    r"|employment|housing|property|properties|tenure|licen[cs]es?|consents?|risks?|barriers?|expenses?|travel|staff|tupe"
    r"|payments?|kit|equipment|vehicles?|waste|stock|insurance)\b"
    r"|^(?!.*\b(?:status|state|position)\b).*\b(?:last|previous(?:ly)?|current|old|existing)\b"
)
_OF_THE_LINE = late(r"\b(?:decision|decided|approv\w+|lines?|rows?|items?|commitments?|measures?|offers?|bids?)\b")


def is_of_the_line(heading: str) -> bool:
    """Whether what stands below a heading of no known name may say how the line stands."""
    words = normal(heading)
    return _OF_ELSE.search(words) is None or _OF_THE_LINE.search(words) is not None

"""Owns the marks behind a text, such as ``Cash donation (deleted)``: what they say of the line, and a quick look."""

import re
from collections.abc import Collection

from sv_cli.bids.terms.names import BID, EXTENDED
from sv_cli.bids.terms.paces import (
    CLOSING,
    CLOSING_WORDS,
    YEARLY,
    YEARLY_STEMS,
    may_close_with_rate,
    may_say_yearly,
)
from sv_cli.bids.terms.standing_words import TAKEN_BACK
from sv_cli.late import late

_NOT_PROMISED = (
    rf"{'|'.join(sorted(TAKEN_BACK))}|(?:not|no longer)(?: being)? offered"
    r"|no longer (?:possible|available|deliverable|planned|required|needed)"
    r"|not (?:yet |firmly )?(?:committed|confirmed|guaranteed|promised|included"
    r"|approved|agreed|signed off|finali[sz]ed)"
    r"|(?:(?:only|extra|more|further|additional) )?if (?:the )?"
    rf"(?:(?:contract|extension|option|lot [0-9]+)?(?: is)? ?{EXTENDED}"
    r"|(?:(?:extension|option|lot [0-9]+)(?: is)?(?: also)?|(?:contract )?(?:is )?also) ?awarded)"
    r"|(?:target|ambition|aim|estimate|indicative|figure|number|quantity),? (?:and |but )?not (?:yet )?"
    r"(?:committed|confirmed|guaranteed|promised|agreed)"
    r"|already (?:delivered|done|completed|provided)|provisional|draft|previous contract"
    r"|(?:this is )?(?:existing )?(?:bau|business as usual)"
    r"|stretch(?: targets?)?|aspirational|aspiration(?: only)?|optional extra"
)
# What no reason follows: “(optional in May)” says when somebody may come
_UNSETTLED = (
    r"optional|(?:potential|possible)(?: only)?"
    r"|est\.|estimates?(?: only)?|(?:(?:an?|our|best|rough) )*guess(?:timate)?|ballpark(?: figure)?"
    r"|match[ -]funded|\?+|(?:(?:exact |final )?(?:figures?|numbers?|quantity|amount|target|total)(?: is| are|:)? )?"
    r"(?:tb[acd]|to be (?:confirmed|agreed|approved|determined|decided|advised|finali[sz]ed))"
    r"(?: (?:with|by) [^()\[\]]*)?"
    r"|(?:only )?if (?:required|needed|requested|necessary)"
    r"|(?:pending|awaiting) (?:[a-z]+ ){0,2}(?:approval|sign[ -]off|agreement|confirmation|decision|funding)"
    r"|subject to (?:[a-z]+ ){0,3}(?:approvals?|agreements?|funding|planning|permissions?|confirmation|consents?"
    r"|availability|demand|uptake|budget)"
    r"|(?:for )?(?:information|info) only|(?:not|excluded) (?:for|from|part of) (?:our |the |this )?"
    rf"(?:evaluation|scoring|{BID})|not (?:to be )?(?:scored|evaluated)"
)
_CLARIFIED = ("clarification", "clarifications", "negotiation", "negotiations", "moderation", "dialogue", "bafo")
_EXAMPLE = (
    r"(?:example|sample|dummy|placeholder)(?: (?:only|row|entry|line|text|data|figures?))?"
    r"|illustrative(?: only| example)?|for illustration(?: only)?|e\.g\.?|eg"
)
# What may follow within the brackets: “(superseded by row 5)”, “(deleted 3 April)”
_WHY = r"(?:[,;:]? (?:by|at|per|see|following|on|in|after|before|from|due|as|of|[0-9])[^()\[\]]*)?"
_LAST_WORDS = (
    TAKEN_BACK
    | set(_CLARIFIED)
    | {
        *(
            "delivered",
            "done",
            "completed",
            "provided",
            "funded",
            "match-funded",
            "extended",
            "exercised",
            "renewed",
            "awarded",
            "optional",
        ),
        *("potential", "tbc", "tba", "tbd", "agreed", "determined", "decided", "advised", "finalised"),
        *("finalized", "required", "needed", "requested", "necessary"),
        *("approval", "approvals", "agreement", "agreements"),
        *("funding", "planning", "permission", "permissions", "confirmation", "consent", "consents", "availability"),
        *("demand", "uptake", "budget", "evaluation", "scoring", "offer", "bid", "tender", "submission", "response"),
        *("proposal", "scored", "evaluated"),
        *("est", "estimate", "estimates", "guess", "guesstimate", "ballpark"),
        *("offered", "committed", "confirmed", "guaranteed", "promised", "included", "provisional"),
        *("approved", "off", "sign-off", "draft", "decision"),
        *("bau", "usual", "possible", "available", "deliverable", "planned"),
        *("stretch", "target", "targets", "aspirational", "aspiration", "only", "extra"),
        *("dummy", "placeholder", "entry", "line", "text", "data", "figure", "figures"),
        *("example", "row", "illustrative", "illustration", "sample", "eg", "e.g"),
        *CLOSING_WORDS,
    }
)
# One of these is in every mark, and most of them are in few other texts
_STEMS = (
    *(*sorted(TAKEN_BACK), "not offered", "no longer ", "being offered"),
    *("already ", "not signed", "not finali", "draft", "pending", "awaiting"),
    *("extended", "awarded", "exercised", "renewed", "provisional", "previous contract"),
    *("not committed", "not confirmed", "not guaranteed", "not promised", "not included", "not approved"),
    *("not agreed", "not firmly "),
    *("tbc", "tba", "tbd", "to be ", "if required", "if needed", "if requested", "if necessary", "subject to "),
    *("only", "not for ", "not from ", "not part of", "excluded ", "scored", "evaluated", "potential", "possible"),
    *("dummy", "placeholder", "?"),
    *("bau", "business as usual", "estimate", "est.", "guess", "ballpark", "not yet", "and not ", "but not "),
    *(
        "stretch",
        "aspiration",
        "optional",
        "example",
        "match",
        "illustrat",
        "sample",
        "e.g",
        " eg",
        "(eg",
        "[eg",
        "*eg",
    ),
)
_RATED = ("per ", "each ", "every ", "annually", "yearly", "p.a", "(p", "[p", "( p", "[ p")
_TO_SETTLE = ("to be ", "tba ", "tbc ", "tbd ")  # behind which may stand by whom, with any name at the end
_DASHES = ":|\u2013\u2014-"
_CLOSING = frozenset(")]*?")
# What needs no sign before it: “40 hours TBC”, where “names TBC” leaves the promise as it is
_UNSIGNED = (
    r"\b(?:hours|hrs|days|weeks|numbers?|figures?|quantity|amount|target|total|volumes?) (?-i:TB[ACD])|[^?]\?\?+"
)
_ENDS = ("TBC", "TBA", "TBD", "??")
_SIGNS = f"([*,{_DASHES}"  # one of which stands before every mark


def seen_first() -> str:
    """A pattern that finds whatever may match ``BEHIND``, for an engine."""
    return "|".join((*map(re.escape, (*_STEMS, *_ENDS)), CLOSING, YEARLY))


def _behind(marks: str) -> str:
    """A pattern of marks in brackets or behind a dash, without look-around, which not every engine has."""
    after = rf"(?: (?:following|after|at|during|per|in|by|through) (?:[a-z]+ )?(?:{'|'.join(_CLARIFIED)}))?"
    bracketed, dashed = (rf"(?:(?:{marks}){why}|{_UNSETTLED})" for why in (_WHY, after))
    return rf"(?:[(\[*] ?{bracketed} ?[)\]*]|\s[{_DASHES}]+ {dashed}|, (?:{_UNSETTLED})|{_UNSIGNED})\.*$"


_MARKS = _behind(f"{_NOT_PROMISED}|{_EXAMPLE}")
_ANY = late(_MARKS, re.IGNORECASE)
BEHIND = f"{_MARKS}|{CLOSING}|{YEARLY}"  # a rate there says something of the quantity as well
TAKEN_BEHIND = _behind(_NOT_PROMISED)
_TAKEN_BACK = late(TAKEN_BEHIND, re.IGNORECASE)


def is_marked_behind(text: str) -> bool:
    """Whether what stands behind a text says that it is promised no longer, not yet or not for sure."""
    return _may_hold_mark(text) and _TAKEN_BACK.search(text) is not None


def is_example_behind(text: str) -> bool:
    """Whether what stands behind a text says that it is an example."""
    return _may_hold_mark(text) and _ANY.search(text) is not None and _TAKEN_BACK.search(text) is None


def _may_hold_mark(text: str) -> bool:
    """Whether a text ends like a mark, and holds what all of them have: the patterns are long, and slow to make."""
    ends = _may_end(text.rpartition(" ")[2]) or any(map(text.casefold().__contains__, _TO_SETTLE))
    return ends and _has_sign_and_stem(text)


def _has_sign_and_stem(text: str) -> bool:
    signed = any(map(text.__contains__, _SIGNS)) and any(map(text.casefold().__contains__, _STEMS))
    return signed or any(map(text.__contains__, _ENDS))


def _may_end(word: str) -> bool:
    last = word.strip(".,")
    return last[-1:] in _CLOSING or last.casefold() in _LAST_WORDS


def may_be_marked_behind(text: str) -> bool:
    """Whether a text ends with any of the marks, or with a rate, or says that it comes every year."""
    return has_mark_behind(text) or may_close_with_rate(text) or may_say_yearly(text)


def has_mark_behind(text: str) -> bool:
    """Whether a text ends with any of the marks, of which a rate is none."""
    return _may_hold_mark(text) and _ANY.search(text) is not None


def any_marked_behind(texts: Collection[str]) -> bool:
    """Whether any of the texts ends with a mark; their last words, of which there are fewer, are looked at first."""
    last = {text.rpartition(" ")[2] for text in texts}
    together = "\n".join(texts)
    lower = together.lower()
    if any(map(lower.__contains__, YEARLY_STEMS)) and any(map(may_say_yearly, texts)):
        return True
    if not any(map(_may_end, last)) and not any(map(lower.__contains__, _TO_SETTLE)):
        return False
    told = _has_sign_and_stem(together) or any(map(lower.__contains__, _RATED))
    return told and any(map(may_be_marked_behind, texts))

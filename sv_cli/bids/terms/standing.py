"""Owns what a line says of its own standing: that it is withdrawn, not offered, not settled, or counted elsewhere."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import count

from sv_cli.bids.cells.looks import CROSSES, TICKS, says_none
from sv_cli.bids.cells.text import normal
from sv_cli.bids.terms.legends import legend_of
from sv_cli.bids.terms.marks import is_marked_behind
from sv_cli.bids.terms.names import TALKS
from sv_cli.bids.terms.notes import is_ended_by_note, is_not_meant, points_elsewhere
from sv_cli.bids.terms.standing_words import (
    DUMMY,
    FORMER,
    NOT_FIRM,
    NOT_PROMISED,
    OPEN,
    SAID_OF_ANYTHING,
    STOOD_DOWN,
    TAKEN_BACK,
    THOUGHT_OF,
    UNSETTLED,
)
from sv_cli.late import late

# What a column of the line's standing says where the line is not promised
_NO = NOT_PROMISED | {"no", "n", "false", "0", "not applicable", "on hold", "out", "to delete", "not valid", "invalid"}
_NO |= {"double count", "existing", "existing bau", "bau", "business as usual", "existing business as usual"}
# What a note says of a line that is not promised; that something is replaced or expired it may say of other things
_REFUSED = (
    NOT_PROMISED - (STOOD_DOWN - {"declined", "rejected", "excluded", "descoped", "void", "voided"}) - {"not provided"}
)
_LONGEST = 40
_HEADS = frozenset(each[:2] for each in NOT_PROMISED)
# What it begins with where the line is not settled yet, unless it is the contract that has to begin
_IN_HAND = frozenset(("draft", "drafted", "pending", "awaiting", "proposal", "unapproved"))
_UNDER = late(
    r"(?:still )?(?:(?:in|under) (?:draft|review|consideration|discussion|negotiation)"
    r"|(?:for|to be|yet to be|not yet) (?:review(?:ed)?|approv(?:al|ed)|discuss(?:ion|ed)|agreed|decided|signed off))"
)
_BEGINS = late(r"\b(?:award|start|commencement|mobili[sz]ation|signature|kick off|go live)\b")
# What it says where the line is done; and where others are on their way, so that it tells of their progress alone
_DONE = frozenset(
    (
        *("delivered", "already delivered", "achieved", "already achieved", "delivered to date", "already done"),
        *("already in place", "closed", "ended", "finished"),
    )
)
_FINISHED = _DONE | {"completed", "complete", "done"}
# “Completed in March 2025”
_WHEN = late(
    r"(?: (?:in|on|by|since|during))?(?: (?:[0-9]{1,2}(?:st|nd|rd|th)?|q[1-4]|[a-z]{3,9})){0,2}?"
    r" 20[0-9]{2}(?: [0-9]{2})?$"
)
_ON_ITS_WAY = late(
    r"(?:not (?:yet )?(?:started|begun|due)|in (?:progress|delivery|train)|on ?going|on (?:track|target|schedule)"
    r"|started|under ?way|to ?do|behind(?: schedule)?|ahead|delayed|late|due|overdue|partly (?:delivered|complete)"
    r"|(?:red|amber|green))\b.*"
)
# What it says besides where it asks whether the line is promised
_NOT_YES = NOT_FIRM | frozenset(
    (
        *("pending", "awaiting", "waiting", "later", "possibly", "perhaps", "not sure", "unsure", "undecided"),
        *("if possible", "if required"),
    )
)
# What it says where the line is promised
_OFFERED = frozenset(
    ("offered", "accepted", "agreed", "included", "confirmed", "committed", "pledged", "selected", "adopted")
)
_PROPOSED = frozenset(
    (
        *("proposed", "offer", "promised", "new", "planned", "to be delivered", "future", "live", "open", "active"),
        "current",
    )
)
_WITHDRAWN = STOOD_DOWN | {"aspiration", "actual", "actuals", "baseline", "dropped"}
_DASHED = late(r" [-\u2013\u2014] |[:;(]")
_FIRMLY = frozenset(("", "only", "target", "extra"))
# What a note says of a line that another one counts, or that waits for something else
_DEPENDS = late(
    r"(?:already |double )?(?:included|counted) (?:in|under|with|within) (?:the )?"
    r"(?:above(?! (?:method|statement|section|report|document|plan|policy|price|response)\b)"
    r"|(?:row|line|item)s?\b|[a-z]{1,6} ?[0-9])"
    r"|only if |subject to (?:[a-z0-9]+ ){0,4}(?:extension|option|award)"
)
# Who or what took a line back, and no standard or product that another one replaces
_BY_LINE = late(
    rf"(?:{'|'.join(sorted(TAKEN_BACK | {'replaced'}))})"
    r" (?:(?:by|see|as|per) (?:our |the )?(?:rows?|lines?|items?|bidder|tenderer|supplier|contractor|us"
    r"|clarifications?|[a-z]{1,6} ?[0-9]+$)"
    rf"|(?:at|after|following|during|since|in) (?:the )?(?:{TALKS}|tender|evaluation|review))\b.*"
)
# What is yet to be settled, by whom and when: “TBC with the client”
_TO_CONFIRM = late(
    rf"(?:{'|'.join(sorted(OPEN))})(?: (?:with|by|at|on|in|after|following|once|when|during)(?: [a-z0-9]+){{1,6}})?"
)
# What a condition begins with
_IF = (
    *("subject to ", "if ", "only if ", "dependent on ", "depending on ", "conditional on ", "unless "),
    "contingent on ",
)
# What every promise of a bid waits for
_AWARD = late(
    r"(?:only )?(?:if|when|once) (?:(?:we(?: are)?|(?:our|the|this)? ?(?:bid|tender|offer|contract)(?: is)?) )?"
    r"(?:awarded|appointed|successful|win|won)(?: (?:the|this) (?:contract|tender|bid|work))?"
    r"|subject to (?:the )?(?:(?:contract|tender) )?(?:award|contract|signature)(?: (?:award|signature|signing)"
    r"|(?: of)? (?:(?:the|this) )?contract)?"
)
_OF_REMARKS = late(r"\b(?:comments?|notes?|remarks?)\b")
_NOTHING = frozenset(
    (
        *("", "no", "n", "none", "n a", "na", "nil", "nothing", "not applicable", "false", "0", "award"),
        *("contract award", "award of contract", "award of the contract", "unconditional", "contract", "the contract"),
    )
)
_DOING = late(r" (?:to|will|shall)(?: be)? [a-z]+$|^(?:to be )?[a-z]+ed by ")
# A lone word before the text of a line, in brackets or before a sign
_MARK = late(r"[(\[*]*([A-Za-z]+)\??[)\]*]*\s*(?:$|[-:;,.\u2013\u2014]\s|(?<=[)\]])\s)")
_MARKS = TAKEN_BACK | NOT_FIRM | THOUGHT_OF
# A no that goes on: “No - dropped”, “N (budget)”; “No. 4” is a number
_NO_WITH_WHY = late(
    r"\s*(?:no|n)\s*(?:[-\u2013\u2014,;:(]|\.\s+(?![0-9])|\s(?:longer|budget|capacity|thanks|not)\b)", re.IGNORECASE
)
_TO_FILL = late(r"\s*[\[<{](?:insert|enter|type) [a-z ]+[\]>}]\s*", re.IGNORECASE)
_REPEATING = late(r"duplicate of (?:the )?(?:row|line|item|entry)s?\b", re.IGNORECASE)
_FORMER = late(rf"[(\[*]*(?:{'|'.join(sorted(FORMER))})[)\]*]*\s*(?::\s|-\s|[\u2013\u2014])", re.IGNORECASE)
_SHELVED = late(
    r"[(\[*]*(?:won.?t do|not doing|not going ahead|nice to have)[)\]*]*\s*(?::\s|-\s|[\u2013\u2014])",
    re.IGNORECASE,
)
_BY_WHAT = frozenset(("by", "at", "see", "following", "of", "per", "after"))
_BY_WHOM = frozenset(("by", "at", "per", "see", "following", "on", "in", "after", "from", "due", "pending", "as", "of"))


def are_standings(texts: Collection[str]) -> bool:
    """Whether texts say no more than how lines stand, and that some are offered: ``Offered``, ``Declined``."""
    said = {normal(text) for text in texts}
    return bool(said & _OFFERED) and all(text in _OFFERED or _is_withdrawn(text) for text in said)


def _is_withdrawn(text: str) -> bool:
    """``Withdrawn``, ``Superseded by row 5``, ``N``, in a column that says how the line stands."""
    words = normal(text).split(" ")
    said = words[0] in _WITHDRAWN and (len(words) == 1 or words[1] in _BY_WHOM or words[1].isdigit())
    said = said or normal(_DASHED.split(text, maxsplit=1)[0]) in _WITHDRAWN
    return said or " ".join(words) in _NO or text in CROSSES or _is_marked(text) or says_no(text)


def says_no(text: str) -> bool:
    """Whether an answer is a no that goes on: ``No - dropped``."""
    return _NO_WITH_WHY.match(text) is not None


def _is_unsettled(text: str) -> bool:
    """``Withdrawn``, and ``TBC``, ``Optional`` or ``Subject to approval``, which say that it may yet be."""
    words = normal(text)
    depends = words.startswith("subject to ") and not _AWARD.fullmatch(words)
    return depends or _is_in_hand(words) or is_undecided(text) or _is_withdrawn(text) or is_not_meant(text)


def _is_in_hand(words: str) -> bool:
    """``Draft``, ``Pending - sign off`` and ``Under discussion``, which ``Pending award`` is not."""
    begun = words.split(" ", maxsplit=1)[0] in _IN_HAND or _UNDER.fullmatch(words) is not None
    return begun and not _BEGINS.search(words)


def _is_finished(text: str) -> bool:
    return _without_date(text) in _FINISHED


def _without_date(text: str) -> str:
    """The words of a status without when it was reached: ``Completed in 2025``."""
    words = normal(text)
    return _WHEN.sub("", words, count=1) if len(words) <= _LONGEST and words[-2:].isdigit() else words


def offers_beside_done(held: Iterable[object]) -> bool:
    """Whether a column says ``Completed`` of some lines, and of others that they are offered, or nothing else.

    It does not where other lines are on their way.
    """
    said = {_without_date(cell) for cell in held if isinstance(cell, str)} - {""}
    if said.isdisjoint(_FINISHED) or any(map(_ON_ITS_WAY.fullmatch, said)):
        return False
    return not said.isdisjoint(_DONE) or not said.isdisjoint(_OFFERED | _PROPOSED)


def _is_noted(text: str) -> bool:
    """``Not offered``, ``Superseded by row 2``, ``Only if extended``, in a column of notes."""
    line = normal(text)
    first, _, rest = line.partition(" ")
    taken_back = first in TAKEN_BACK and rest.split(" ")[0] in _BY_WHAT
    unsure = first in NOT_FIRM and first != "optional" and rest in _FIRMLY
    depends = _DEPENDS.match(line) is not None and not _AWARD.fullmatch(line)
    refused = line in _REFUSED or is_not_meant(text)
    return taken_back or unsure or refused or depends or _is_marked(text)


def _is_marked(text: str, marks: Collection[str] = TAKEN_BACK) -> bool:
    """``WITHDRAWN - apprentices``, ``[Deleted] …``: a text that the mark stands before, and not within."""
    marked = _MARK.match(text)
    if marked is None:
        first, _, rest = text.lstrip().partition(" ")  # “DELETED Cash donation”
        return first.isupper() and first.casefold() in TAKEN_BACK and not rest.isupper()
    return marked[1].casefold() in marks


def _is_taken_back(text: str) -> bool:
    marked = is_marked(text) or _FORMER.match(text) is not None or is_ended_by_note(text)
    return marked or takes_back(text) or is_open(text) or _is_dummy(text)


def is_marked(text: str) -> bool:
    """Whether a mark before or behind a text of any kind says that its line is not promised, or not for sure."""
    before = _is_marked(text, _MARKS) or _SHELVED.match(text) is not None or _REPEATING.match(text) is not None
    return before or is_marked_behind(text)


def takes_back(text: str) -> bool:
    """Whether a text says that the line is not promised, and nothing else: ``Not offered``, ``Declined``."""
    return len(text) <= _LONGEST and text[:2].casefold() in _HEADS and normal(text) in NOT_PROMISED


def is_taken_back_by(text: str) -> bool:
    """Whether a text says of the line who or what took it back: ``Superseded by row 12``, ``Withdrawn at BAFO``."""
    return len(text) <= 2 * _LONGEST and text[:2].casefold() in _HEADS and _BY_LINE.fullmatch(normal(text)) is not None


def is_open(text: str) -> bool:
    """Whether a text says that it is not settled whether the line is promised, and nothing else: ``TBC``."""
    return len(text) <= _LONGEST and normal(text) in UNSETTLED


def is_undecided(text: str) -> bool:
    """Whether an answer is none yet, whatever goes on: ``Maybe - ask partners``, ``?``."""
    return is_open(_DASHED.split(text, maxsplit=1)[0]) or (bool(text) and not text.strip("? "))


def _is_dummy(text: str) -> bool:
    """Whether a text holds the place of one that is still to come: ``xxx``, ``[Insert commitment]``."""
    return len(text) <= _LONGEST and (normal(text) in DUMMY or _TO_FILL.fullmatch(text) is not None)


def _is_yes(text: str) -> bool:
    return text.strip() in TICKS or normal(text) in ("yes", "y", "true", "x", "1", "withdrawn", "deleted")


def _is_said(text: str) -> bool:
    """Whether a column of what a line waits for, or is a part of, names anything but the award of the contract."""
    words = normal(text)
    return text.strip() in TICKS or (words not in _NOTHING and _AWARD.fullmatch(words) is None)


def _is_marginal(text: str) -> bool:
    return is_open(text) or normal(text) in NOT_FIRM or _is_noted(text)


def is_paid_by_others(text: str) -> bool:
    """Whether who pays for a line is the buyer, or gives grants: ``The Council``, ``Grant``."""
    words = who_does(text)
    return is_not_meant(f"funded by {words}") or words.endswith(" council")


def who_does(text: str) -> str:
    """Who is to do something, without what: ``council`` of ``Council to deliver``."""
    return _DOING.sub("", normal(text))


def adds_nothing(text: str) -> bool:
    """Whether the answer to what a line adds is that it is nothing: ``None``, ``Not additional``."""
    words = normal(text)
    return words in _NO or words in ("none", "nil", "zero", "nothing") or is_not_meant(text)


def is_conditional(text: str) -> bool:
    """Whether a footnote says of the lines that bear its mark that they are not promised, or not for sure."""
    words = normal(text)
    depends = words.startswith(_IF)
    first = words.split(" ")[0]
    return (depends and not _AWARD.fullmatch(words)) or first in NOT_FIRM | TAKEN_BACK or _is_marginal(text)


def _is_commented(text: str) -> bool:
    """A note, or ``TBC with the client``, which in a column of comments says so of the line."""
    return _is_noted(text) or _TO_CONFIRM.fullmatch(normal(text)) is not None


def _is_noted_of_evidence(text: str) -> bool:
    """A note, but for ``Not included``, which a column of evidence says of a document, and ``As NT8``, of evidence."""
    return normal(text) not in SAID_OF_ANYTHING and not points_elsewhere(text) and _is_noted(text)


def _is_no_yes(text: str) -> bool:
    """What is not settled, or none, and ``Optional``, which below ``Status`` a buyer says of what is asked for."""
    return normal(text) in _NOT_YES or says_none(text) or _is_unsettled(text)


def standings_of(columns: Mapping[str, str]) -> Mapping[str, Callable[[str], bool]]:
    """What tells by each field how a line stands, where a column answers to it; ``columns`` are their headings."""
    ranks = {kind: rank for rank, kind in enumerate(STANDINGS)}
    names = sorted((name for name in columns if kind_of(name) in ranks), key=lambda name: ranks[kind_of(name)])
    return {name: _by_legend(_tells(kind_of(name), columns[name]), columns[name]) for name in names}


def _by_legend(tells: Callable[[str], bool], heading: str) -> Callable[[str], bool]:
    """The same of letters that a heading explains: ``Committed (C) / Aspirational (A)``."""
    legend = legend_of(heading)
    return (lambda text: tells(legend.get(text.strip().casefold(), text))) if legend else tells


def _tells(kind: str, heading: str) -> Callable[[str], bool]:
    if kind in ("evidence", NOTE) and _OF_REMARKS.search(normal(heading)) is None:
        return _is_noted_of_evidence
    if kind == "status" and "status" not in normal(heading):
        return _is_no_yes
    if kind == "agreed" and not is_of_delivery(heading):
        return _is_unsettled
    return STANDINGS[kind]


def is_of_delivery(heading: str) -> bool:
    """Whether below a heading what is pending is promised, and yet to be delivered."""
    return "delivery" in normal(heading)


def fields_of(*kinds: str) -> Iterator[str]:
    """The names of these fields, and then of as many more of the last kind as there may be columns of it."""
    yield from kinds
    yield from (f"{kinds[-1]} {number}" for number in count(2))


def is_note(field: str) -> bool:
    """Whether what stands in a field may show how the line comes about."""
    return kind_of(field) in ("evidence", "remark", "basis", NOTE)


def kind_of(field: str) -> str:
    """The kind of a field that may be one of several: ``note 3`` is a ``note``."""
    return field.rstrip(" 0123456789")


NOTE = "note"
"""The kind of the notes beside the evidence, in which lines may be taken back as well."""
STANDINGS = {"status": _is_unsettled, "agreed": _is_withdrawn, "withdrawn": _is_yes,
              "description": _is_taken_back, "evidence": _is_commented, "remark": _is_noted,
              "margin": _is_marginal, "waiting": _is_said, "condition": is_conditional,
              "done": _is_finished, "funder": is_paid_by_others, "newness": adds_nothing,
              NOTE: _is_commented}  # fmt: skip

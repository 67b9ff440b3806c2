"""Owns what a comment that is pinned to a cell says of its line, or one on a heading asks to be entered below it."""

from decimal import Decimal
from math import prod

from sv_cli.bids.cells.figures import values_in
from sv_cli.bids.cells.text import normal
from sv_cli.bids.terms.corrections import agrees
from sv_cli.bids.terms.names import FIGURE, LOOKED_AFTER, ONE, REGULARLY, TIME, WHAT
from sv_cli.bids.terms.standing_words import NOT_PROMISED, TAKEN_BACK
from sv_cli.late import late

_CHANGE = (
    r"(?:change|amend|revise|correct|update|check|confirm|remove|delete|reduce|increase|raise|lower|replace|recheck)"
)
# What says of the line that it is wrong, old or open
_DOUBTS = late(
    rf"\b(?:should(?: (?:have|this|it|we|not|now))* (?:be|been|read|say|count)|wrong|incorrect|mistakes?|typos?"
    rf"|(?:please|pls|need(?:s|ed)?(?: to)?(?: be)?|to be|must(?: be)?|can you|could you|will) {_CHANGE}d?"
    rf"|{_CHANGE}d? (?:this|it|to|from|with|before|figure|number|quantity|qty)|(?:was|were) (?:[a-z]+ )?[0-9]+"
    r"|[0-9]+(?: [a-z]+)? not [0-9]+"
    r"|changed|amended|revised|reduced|increased|instead of|rather than"
    r"|not (?:sure|confirmed|agreed|offered|committed|firm|guaranteed|included|yet|for|promised|costed|signed|[0-9]+)"
    r"|to (?:confirm|check|update|agree|advise|review|follow)"
    r"|no longer|tb[acd]|to be (?:confirmed|agreed|advised|decided)|subject to|only if|depends|if (?:we|the|awarded)"
    r"|unsure|guess(?:ed)?|estimated?|placeholder|draft|provisional|example|copied from|last (?:year|time|contract|bid)"
    rf"|{'|'.join(sorted(TAKEN_BACK))}|withdraw|remove|drop(?:ped)?(?! (?:ins?|downs?|offs?|outs?|box)\b)|ignore"
    rf"|old figure|out of date)\b"
)

_RATE = late(
    rf"\b(?:per {TIME}|per {ONE}|each|every|an? {TIME}|annual(?:ly)?|yearly|monthly|weekly|daily|p a|pa|pcm|p m)\b"
)
# What is done so often to promises, or holds of each of those who have a part: “Each mentor is checked”
_OF_ELSE = late(
    rf"\b(?:{LOOKED_AFTER}|meet)[a-z]* (?:(?!is |are )[a-z]+ ){{0,4}}"
    rf"(?:{REGULARLY}|(?:per|each|every|an?) {TIME})\b"
    rf"|\b(?:each|every) (?!{TIME}\b)(?:[a-z]+ ){{1,5}}(?:is|are|has|have|can)\b"
)
# What a comment asks to be entered, so often: “Number of hours per year”
_ASKED_SO_OFTEN = late(
    rf"\b(?<![0-9] )(?:how (?:many|much)|{FIGURE}|{WHAT}|weeks)(?: [a-z]+){{0,5}}"
    rf" (?:(?:per|each|every|an?) (?:contract |calendar |financial )?{TIME}|{REGULARLY}|p a|pcm)\b"
)
_ASKED_ELSE = late(
    rf"\b(?:{LOOKED_AFTER}|invoic|paid|pay|whole|overall|not|multipl|divid|averag|conver|equal"
    r"|(?:counts|taken|count) as|based)"
)
# What says no more than that somebody looked at the line and was content
_CONTENT = late(
    r"(?:(?:ok|okay|fine(?: by me)?|thanks|thank you|looks good(?: to me)?|well done|correct|proof read|spell checked"
    r"|(?:very )?(?:good|great|nice|lovely|excellent)(?: (?:idea|work|one))?|signed off|no changes?|unchanged"
    r"|(?:confirmed|agreed|approved|checked|double checked|verified)(?: (?:with|by) [a-z]+)?|nothing to add)(?: |$))+"
)
_MOST_FACTORS = 4
LONGEST = 120
"""Letters of a comment that are told."""


def disputes(comment: str, promised: Decimal | None) -> bool:
    """Whether a comment asks something, or says that the line is wrong, open, taken back or a rate.

    One that corrects it to what it says already, ``Amended to 40``, says nothing against it.
    """
    if agrees(comment, promised):
        return False
    words = normal(comment)
    if "?" in comment or words in NOT_PROMISED or _DOUBTS.search(words) is not None:
        return True
    said = words if promised is None or any(map(str.isdigit, words)) else _OF_ELSE.sub("", words)
    return _RATE.search(said) is not None and not _multiplies(comment, promised)


def is_content(comment: str) -> bool:
    """Whether a comment says that somebody is content with the line, and nothing besides: ``Checked with HR``."""
    return len(comment) <= LONGEST and "?" not in comment and _CONTENT.fullmatch(normal(comment)) is not None


def _multiplies(comment: str, promised: Decimal | None) -> bool:
    """Whether numbers in a comment come to what is promised when they are multiplied: ``10 staff, 4 hours each``."""
    numbers = values_in(comment)[:_MOST_FACTORS]
    parts = (numbers[:stop] for stop in range(2, len(numbers) + 1))
    return any(prod(part) == promised for part in parts)


def asks_so_often(text: str) -> bool:
    """Whether a text asks that what is done in a year, a month or a week be entered."""
    asked = normal(text)
    return _ASKED_SO_OFTEN.search(asked) is not None and not _ASKED_ELSE.search(asked)

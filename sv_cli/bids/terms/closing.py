"""Owns words that close a table and promise nothing: what heads its notes, signatures, contacts, counts of words."""

import re

from sv_cli.bids.cells.text import normal
from sv_cli.bids.terms.names import BUYER
from sv_cli.late import late, rare

_NOTE = late(r"(?:foot)?notes?\b|n\.?b\b", re.IGNORECASE)
_OF_NOTES = late(
    r"(?:(?:key|our|the|main|general|explanatory|supporting|planning) )*(?:footnotes?|notes?|assumptions?|caveats?)"
    r"(?: (?:and|to|on|for|behind|used|made|in|of|the|our|this|these|above|calculating|table|bid|offer|figures|numbers"
    r"|quantities|commitments|calculations|workings|notes|assumptions|caveats|exclusions|dependencies|definitions))*"
)
# What a line below another says of how that is shown, and nothing of how much it is
_EVIDENCE = late(
    r"(?:(?:supporting|type of|our|form of) )?(?:evidence|proofs?|verification|monitoring|measurement|measured by"
    r"|evidenced by|how (?:it|this|they) (?:will be|is|are) (?:measured|evidenced|monitored|verified))"
    r" ?[:\u2013\u2014-] ?[^0-9]*",
    re.IGNORECASE,
)
_OPEN = late(r"\b(?:if|subject|only|not|unless|tb[acd]|to be|depend\w*|confirm\w*|agree\w*)\b", re.IGNORECASE)
_SIGNED = late(
    r"(?:(?:signed|signature|(?:print(?:ed)? )?name|position|job title|(?:for and )?on behalf of|date)"
    r"(?: (?:off )?by| signed| off)?"
    r"|(?:prepared|completed|submitted|approved|authori[sz]ed|checked|reviewed) by"
    r"|(?:tel|telephone|phone|mobile)(?: (?:no|number))?\.?"
    r"|(?:company|vat|charity)(?: reg(?:istration)?)? (?:no|number)\.?):?",
    re.IGNORECASE,
)
_OF_SIGNATURES = late(
    r"(?:declarations?|signatures?|sign ?off|signed)(?: (?:for|on behalf of|by|of|from)(?: [a-z]+){1,6})?"
)
# What heads boxes that whoever scores the bid fills in
_OF_SCORES = rare(
    r"(?:for )?(?:the )?"
    rf"(?:{BUYER}|trust|office|internal|official|admin|evaluators?|evaluation|evaluation panel|panel|scorers?)(?: s)?"
    r" use(?: only)?|(?:evaluators?|moderators?|scorers?|panel)(?: s)? (?:comments?|notes?|feedback)"
    r"|to be completed by (?:the )?(?:evaluators?|evaluation panel|panel|moderators?)",
    (" use", "comment", "note", "feedback", "completed"),
)
# “I confirm that the above is accurate”, beside a name
_DECLARED = late(
    r"(?:i|we)(?:,? the undersigned,?)? (?:hereby )?(?:confirm|declare|certify|warrant)(?: (?:and|or) [a-z]+)?"
    r" that [^0-9]*",
    re.IGNORECASE,
)
# “We confirm that the above is accurate”, which promises nothing and needs no label
_OF_THE_BID = (
    "to the best of my|to the best of our|knowledge|and belief|the|all|this|these|our|above|foregoing|information"
    "|details|figures|data|statements|answers|commitments|offer|bid|tender|submission|response|form|table|schedule|contents?"
    "|provided|given|stated|contained|submitted|herein|in|on|of|here|is|are"
)
_TRUE = rare(
    r"(?:i|we)(?: the undersigned)?(?: hereby)? (?:confirm|declare|certify|warrant)(?: (?:and|or) [a-z]+)? that"
    rf"(?: (?:{_OF_THE_BID}))+(?:(?: and)? (?:accurate|correct|true|complete|up to date))+"
    r"(?: to the best of (?:my|our) knowledge(?: and belief)?)?",
    (" that ",),
)
# “Please contact Jo Hale with any questions”
_WHOM_TO_ASK = rare(
    r"(?:(?:for|with|if|should|please|kindly|any|further|more|you|have|queries|questions?|information|details) )*"
    r"(?:contact|e mail|email|call|phone|telephone|ring) [^0-9]{1,60}(?:[0-9][0-9 ]{8,12})?[^0-9]{0,60}",
    ("contact", "mail", "call", "phone", "ring"),
)
_QUESTIONS = late(r"\b(?:questions?|queries|(?:further|more) (?:information|details))\b")
_BY = late(
    r"(?:signed|signature|(?:prepared|completed|submitted|approved|authori[sz]ed) by)(?: (?:off )?by)?:?", re.IGNORECASE
)

# How long the answer to a question of the form is: “Q7 word count: 487”
_LENGTH = r"(?:words?|characters?|pages?)"
_OF_WORDS = rare(
    r"(?:(?:q|question|section|answer|response)? ?[0-9]{1,3}(?: ?[0-9a-z])? )?"
    r"(?:(?:total|overall|actual|current|your|final|answer|response|approximate|approx|the) )*"
    rf"(?:(?:word|character|page) ?(?:count|total|limit)s?|(?:no|number|count) of {_LENGTH}"
    rf"|(?<=total ){_LENGTH}|{_LENGTH} (?:used|written|counted|remaining|left|in total))"
    rf"(?: (?:max|maximum|limit|up to|out of|of|is|in total|used|for|question|q))*(?: [0-9]{{1,6}})*(?: {_LENGTH})?",
    ("word", "character", "page"),
)
_OF_LENGTH = late(rf"(?:(?:max|maximum|limit|of|out of|up to) )*(?:[0-9]{{1,6}} )?{_LENGTH}(?: [0-9]{{1,6}})?")
_PAGE = late(r"page [0-9]{1,4}(?: ?(?:of|/) ?[0-9]{1,4})?", re.IGNORECASE)
_RULE = late(r"'?[-=_\u2013\u2014\u2500]{3,}")
_LONGEST = 60
_LONGEST_PARTING = 160
_LABELLED = 2  # a label and what stands beside it
_WITH_ROLE = 3
_SENTENCE = 4  # words


def begins_note(text: str) -> bool:
    """Whether a text begins a note: ``Note 1``, ``NB``."""
    return _NOTE.match(text) is not None


def is_sentence(text: str) -> bool:
    """Whether a text has the length of a sentence, and heads nothing by its end."""
    return sum(map(str.isalpha, text.split())) >= _SENTENCE and not text.endswith(":")


def is_evidence(text: str) -> bool:
    """Whether a text says how the line above it is shown, and no more: ``Evidence: sign-in sheets``."""
    return _EVIDENCE.fullmatch(text) is not None and not _OPEN.search(text)


def heads_notes(title: str) -> bool:
    """Whether the heading of a section says that notes or signatures stand below it: ``Notes and assumptions``."""
    return _OF_NOTES.fullmatch(normal(title)) is not None or _OF_SIGNATURES.fullmatch(normal(title)) is not None


def heads_scores(title: str) -> bool:
    """Whether a text heads what whoever scores the bid fills in: ``For Trust use only``, ``Evaluator's comments``."""
    return len(title) <= _LONGEST and _OF_SCORES.fullmatch(normal(title)) is not None


def is_signature(text: str) -> bool:
    """Whether a label stands beside a signature, a name or a contact of the bidder."""
    return _SIGNED.fullmatch(text) is not None


def is_declared(text: str) -> bool:
    """Whether a text is what whoever signs declares: ``I confirm that the above is accurate``."""
    return _DECLARED.fullmatch(text) is not None


def signs_off(text: str) -> bool:
    """Whether a text, alone in its row, declares the bid to be true, or says whom to ask, and promises nothing."""
    words = normal(text) if len(text) <= _LONGEST_PARTING else ""
    asks = _WHOM_TO_ASK.fullmatch(words) is not None and _QUESTIONS.search(words) is not None
    return asks or _TRUE.fullmatch(words) is not None


def is_signed_by(text: str) -> bool:
    """Whether a text is such a label with what stands beside it: ``Signed: J Hart``."""
    label, sign, name = text.partition(":")
    return bool(sign) and bool(name.strip()) and is_signature(label)


def counts_words(texts: list[str]) -> bool:
    """Whether the texts of a row say how many words an answer has, and nothing else."""
    if not texts or len(texts[0]) > _LONGEST or _OF_WORDS.fullmatch(normal(texts[0])) is None:
        return False
    return all(map(_OF_LENGTH.fullmatch, map(normal, texts[1:])))


def is_drawn(texts: list[str]) -> bool:
    """Whether texts are a line drawn with dashes across the table."""
    return len(texts) > 1 and all(map(_RULE.fullmatch, texts))


def numbers_page(texts: list[str]) -> bool:
    """Whether the last text numbers a page beside its title: ``Schedule 7 | Page 2 of 3``."""
    last = texts[-1] if 0 < len(texts) <= _LABELLED else ""
    return last[:4].casefold() == "page" and _PAGE.fullmatch(last) is not None


def is_signed(texts: list[str], filled: int) -> bool:
    """Whether a row of so many filled cells is a signature or a contact with its label, or two, wherever they stand.

    Whoever signs may say as what: ``Signed | J Hale | Director``.
    """
    if filled == len(texts) == _WITH_ROLE and _BY.fullmatch(texts[0]) is not None:
        return True
    labels = texts[:3:_LABELLED] if filled == 2 * _LABELLED else texts[:1]
    return filled in (_LABELLED, len(labels) * _LABELLED) and bool(labels) and all(map(is_signature, labels))

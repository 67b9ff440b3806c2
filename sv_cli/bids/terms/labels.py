"""Owns the labels of a contract's facts: what people call them, and what they misspell."""

from collections.abc import Mapping
from datetime import date

from sv_cli.bids.cells.looks import is_amount
from sv_cli.bids.cells.text import normal
from sv_cli.bids.sheets.grid import Raw
from sv_cli.bids.terms.forms import unbracketed
from sv_cli.bids.terms.slips import Slips
from sv_cli.late import late

LONGEST_LABEL = 60
_GUESSED = late(r"^(?:anticipated|proposed|expected|estimated|est|planned|intended|indicative|provisional) ")
_OVER = late(r" over (?:the )?(?:[0-9]{1,2} (?:years|yrs)|(?:whole |full |contract )*(?:term|life))$")
_MOST_WORDS = 5
# What else forms ask for below each other, which is the value of no label above it that was left empty
_ASKED = frozenset(
    (
        *("contact", "contact name", "contact person", "main contact", "lead contact", "contact details", "address"),
        *("postcode", "registered address", "registered office", "email", "e mail", "email address", "website"),
        *("telephone", "phone", "phone number", "telephone number", "mobile", "company number", "charity number"),
        *("registration number", "company registration number", "vat number", "job title", "position", "role", "name"),
        *("date", "signed", "signature", "completed by", "sme", "lot", "lots", "lots bid for", "version", "status"),
    )
)
_SHORTEST = 5  # of shorter words another letter makes another word


def named_fact(text: str, labels: Mapping[str, str]) -> str | None:
    """The fact of a contract that a label names, or None."""
    if len(text) > LONGEST_LABEL:
        return None
    bare = normal(unbracketed(text)).strip("£ ")
    found = labels.get(normal(text)) or labels.get(bare) or labels.get(_OVER.sub("", _GUESSED.sub("", bare)))
    if found or "/" not in text:
        return found
    either = {named_fact(part, labels) for part in text.split("/")}  # the same in two languages
    return either.pop() if len(either) == 1 else None


def misspelt_fact(text: str, value: Raw, labels: Mapping[str, str], slips: Slips) -> tuple[str, str] | None:
    """The fact that a label of several words beside an amount or a day misspells, and how it is spelt; else None."""
    words = len(text.split())
    if not 1 < words <= _MOST_WORDS or not (isinstance(value, date) or is_amount(value)):
        return None
    likely = [right for right, shortest in slips.respelt(text, text) if shortest >= _SHORTEST]
    meant = [(name, right) for right in likely if (name := named_fact(right, labels))]
    return meant[0] if len({name for name, _ in meant}) == 1 else None


def is_asked(text: str) -> bool:
    """Whether a text is another label of a form: ``Contact name``, ``Address``."""
    return normal(text) in _ASKED

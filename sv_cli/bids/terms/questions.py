"""Owns what questions ask of a bidder: what it will give, and not who it is."""

import re

from sv_cli.late import late

_ASKING = late(
    r"\b(?:how (?:many|much)|what (?:number|amount|quantity)|(?:number|amount) of)\b.*"
    r"\b(?:will|would|can|do) (?:you|your (?:firm|organisation|company)|the (?:supplier|bidder|tenderer|contractor)|we)"
    r" (?:(?:be|to|commit to|pledge to|make) )*"
    r"(?:giv|offer|commit|pledg|promis|donat|volunteer|creat|contribut|provid|deliver)",
    re.IGNORECASE,
)


def asks_for_promise(text: str) -> bool:
    """Whether a question asks how much will be given: ``How many hours of volunteering will you give?``."""
    return _ASKING.search(text) is not None

"""Owns the characters that nobody sees: which there are, and a text without them."""

from sv_cli.late import late

_NEVER = "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_JOINERS = "\u200c\u200d"
# What ends a line, fills a place or changes how its neighbour is drawn
_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u2028\u2029\u2065\u206a-\u206f\ufe00-\ufe0f"
UNSEEN_IN_CODES = f"[{_NEVER}{_JOINERS}{_FILLERS}]"
"""What is not seen in a word of Latin letters and digits."""
_EDGES = f"{_JOINERS}\u200b\u200e\u200f\u2060\ufeff\u00ad"
# Joiners are seen between signs that they join: between letters and at an end they are not
_UNSEEN = late(rf"[{_NEVER}]|[{_JOINERS}](?=[\x00-\x7f]|$)|(?<=[\x00-\x7f])[{_JOINERS}]")
_CODED = late(r"[A-Za-z].{0,60}[0-9]|[A-Za-z]\W*\.\W*[A-Za-z]|[0-9][^\x00-\x7f]+[0-9]")


def has_unseen(text: str) -> bool:
    """Whether a text holds characters that nobody sees."""
    return not text.isascii() and _UNSEEN.search(text) is not None


def without_unseen(text: str) -> str:
    """The text without characters that nobody sees, but for a first word that may be a code: that is to be told of."""
    if _UNSEEN.search(text) is None:
        return text
    first, space, rest = text.partition(" ")
    kept = _UNSEEN.search(first) and _CODED.search(first)
    return ((first if kept else _UNSEEN.sub("", first)) + space + _UNSEEN.sub("", rest)).strip()


def without_edges(text: str) -> str:
    """The text without white space and unseen characters at its ends."""
    return text.strip().strip(_EDGES).strip()

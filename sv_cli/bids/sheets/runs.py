"""Owns the runs of a rich text: digits that are set high or struck out are told from those of the number."""

from sv_cli.bids.sheets.markup import Attributes

_HIGH = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_FALSE = ("0", "false", "off")


def as_set(text: str, *, raised: bool, struck: bool) -> str:
    """The text with raised digits as superscripts, and between ``~~`` where it is struck out.

    So a footnote's mark never lengthens a number, and an old amount is never joined to the new one.
    """
    if raised:
        text = text.translate(_HIGH)
    return f"~~{text}~~" if struck and text.strip() else text


class Runs:
    """How the run that is read is set, in SpreadsheetML."""

    def __init__(self) -> None:
        self._raised = self._struck = False

    def start(self, name: str, attributes: Attributes) -> None:
        """An element of a rich text begins."""
        if name == "vertAlign":
            self._raised = attributes.get("val") == "superscript"
        elif name == "strike":
            self._struck = attributes.get("val", "1") not in _FALSE
        elif name in ("r", "si", "c"):
            self._raised = self._struck = False

    def shown(self, text: str) -> str:
        """A text of the run."""
        return as_set(text, raised=self._raised, struck=self._struck) if self._raised or self._struck else text

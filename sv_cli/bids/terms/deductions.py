"""Owns headings of what is taken off a quantity, and of what is left of it."""

from sv_cli.bids.cells.text import normal
from sv_cli.late import late, rare

_AMOUNT = r"(?:quantity|qty|figure|number|no|amounts?|offer|targets?|totals?|units|hours|commitment|position)"
_BEFORE = r"(?:existing|current|baseline|bau|business as usual|already .*|in place)"
_NET = rare(
    rf"(?:{_AMOUNT} )?net(?: (?:additional|new|extra))*(?: {_AMOUNT}|(?: {_AMOUNT})? (?:offered|committed|promised)"
    r"| increase| change| gain)?(?: of (?!vat|tax|costs?\b).*)?"
    r"|(?:of which|of this|thereof) (?:is |are )?(?:new|additional|extra)\b.*"
    rf"|(?:{_AMOUNT} |balance |remainder |remaining )?after (?:any |all )?deductions?(?: .*)?",
    ("net", "of which", "of this", "thereof", "deduction"),
)
_DEDUCTION = late(
    rf"(?:less|minus)(?:(?: the)?(?: {_AMOUNT})?(?: {_BEFORE})?(?: {_AMOUNT})?)?|less:? deductions?"
    rf"|(?:to be )?(?:deduct(?:ed|ions?)?|subtract(?:ed)?|taken? off)(?: (?:{_AMOUNT}|for|of|from)\b.*)?"
    rf"|{_BEFORE}(?: {_AMOUNT})?(?: to)?(?: be)? (?:deduct(?:ed)?|subtract(?:ed)?|taken? off)"
    rf"|{_AMOUNT} (?:to be )?(?:deducted|subtracted|taken off)"
)
_GROSS = late(rf"(?:{_AMOUNT} )?gross(?: {_AMOUNT})?|(?:{_AMOUNT} )?before (?:any |all )?deductions?")


def is_net(text: str) -> bool:
    """Whether a heading names what is left of a quantity, or what of it is new: ``Net``, ``Of which new``."""
    return "\u00a3" not in text and _NET.fullmatch(normal(text)) is not None


def is_deduction(text: str) -> bool:
    """Whether a heading says that its amounts are taken off others: ``Less existing``, ``Deduct``."""
    return "\u00a3" not in text and "%" not in text and _DEDUCTION.fullmatch(normal(text)) is not None


def is_gross(text: str) -> bool:
    """Whether a heading names what there is before anything is taken off: ``Gross``."""
    return "\u00a3" not in text and _GROSS.fullmatch(normal(text)) is not None

"""Owns what the words of a heading of unknown name speak of: of what is offered, or of something else."""

from sv_cli.bids.cells.text import normal
from sv_cli.bids.terms.slips import taken_apart
from sv_cli.late import late

_FIGURES = late(r"^(?!20[0-9]{2}$).*[0-9]")  # but for a year: “Target by March 2029”
# What begins the words of a heading that speaks of what is offered, and of one that speaks of something else
_OFFERING = ("commit", "offer", "pledg", "promis", "quant", "target", "volume", "forecast", "planned", "estimat",
             "expect", "anticipat", "guarant", "output", "goal")  # fmt: skip
_OTHERWISE = (
    *("value", "£", "cost", "price", "budget", "spen", "proxy", "scor", "weight", "mark", "point", "rank", "rating"),
    *("base", "bench", "actual", "achiev", "deliver", "previous", "current", "last", "old", "remain", "varian"),
    *("outturn", "supersed", "exist", "already", "used", "left"),
    *("differ", "max", "min", "stretch", "aspir", "ambiti", "optimis", "pessimis", "per", "each", "every", "day"),
    *("week", "month", "year", "annual", "ratio", "rate", "%"),
    *("thousand", "hundred", "million", "committee", "status", "progress", "client", "buyer", "council", "authority"),
    *("suggest", "example", "sample", "model", "threshold", "evaluator", "ward", "guid", "national", "ideal", "ref"),
    *("wanted", "needed", "requested"),
    *("id", "code", "line", "order", "date"),
)
_MOST_WORDS = 2
# What says where a line stands, and is often a number
_PLACES = ("lot", "page", "phase", "priorit", "section", "theme", "site", "version", "rev", "appendix", "question",
           "group", "band", "tier", "level", "stage", "clause", "part", "row", "item", "no", "nr", "#", "risk",
           "multipl", "factor", "conver", "index")  # fmt: skip
# What has a number of its own, of which nothing is promised: “Contract number”
_ISSUED = frozenset(
    (
        *("proposal", "contract", "project", "tender", "order", "quote", "quotation", "framework", "job", "po", "file"),
        *("supplier", "vendor", "customer", "account", "invoice", "purchase", "case", "document", "procurement"),
        *("requisition", "opportunity", "company", "charity", "registration", "record", "serial", "lead", "scheme"),
    )
)
# Who does what is promised, and is not promised
_STAFF = frozenset(("staff", "employees", "colleagues", "team", "workforce", "headcount"))
_ASKING = frozenset(
    (
        *("insert", "enter", "state", "type", "fill", "in", "please", "your", "our", "the", "a", "here", "of", "total"),
        *("number", "numbers", "amount", "figure", "only", "whole", "we", "will", "you", "agreed"),
    )
)
# What holds what is promised where another column says in what unit
_VALUES = late(
    r"(?:(?:commitments?|committed|offer(?:ed)?|promised?|pledged?|proposed)[ .])?value"
    r"|value (?:committed|offered|promised|pledged|proposed)"
)
# What a heading of amounts is made of: whose they are and how far they are settled, and what they are called
_WHOSE = frozenset(
    (
        *("our", "your", "the", "bidder", "supplier", "tenderer", "contractor", "s", "proposed", "committed", "agreed"),
        *("tendered", "offered", "pledged", "promised", "planned", "sv", "social", "measure", "kpi", "delivery"),
        *("final", "contract"),
    )
)
_AMOUNTS = frozenset(("target", "targets", "quantity", "qty", "volume", "units", "figure", "amount", "number", "offer"))
_AMOUNTS |= {"commitment", "pledge", "output", "total", "totals", "sum", "value"}
# Of these, what is as often a sum of money or the number of a document
_WORTH = frozenset(("value", "contract", "social"))
_NUMBERED = _ISSUED | {"measure", "kpi", "commitment", "sv"}


def words_of(cell: str) -> list[str]:
    """The words of a heading; those that a database joined (``BidderTargetUnits``) are taken apart."""
    return taken_apart(cell) if " " not in cell else normal(cell).split(" ")


def may_count(words: list[str]) -> bool:
    """Whether a short heading over numbers and beside their unit says nothing else of them."""
    placed = any(word.startswith(_PLACES) for word in words) or (words[0] in _ISSUED and words[-1] == "number")
    return len(words) <= _MOST_WORDS and not placed and not speaks_otherwise(words)


def names_staff(words: list[str]) -> bool:
    """Whether a heading of numbers says no more than who does it: ``Staff``."""
    return len(words) == 1 and words[0] in _STAFF


def speaks_otherwise(words: list[str]) -> bool:
    """Whether the words of a heading speak of something else than what is offered: of money, of time, of what was."""
    return any(word.startswith(_OTHERWISE) or _FIGURES.search(word) for word in words)


def speaks_of_offer(words: list[str]) -> bool:
    """Whether the words of a heading speak of what is offered, or ask for it, and of nothing else."""
    if speaks_otherwise(words):
        return False
    asked = {"number", "amount", "figure"} & set(words) and set(words) <= _ASKING
    return bool(asked) or any(word.startswith(_OFFERING) for word in words)


def names_amount(words: list[str]) -> bool:
    """Whether a heading is made of nothing but words for amounts and for whose they are: ``Final agreed figure``."""
    return not _AMOUNTS.isdisjoint(words) and set(words) <= _AMOUNTS | _WHOSE


def may_be_promised(words: list[str]) -> bool:
    """Whether bare numbers below such a heading may be promised: no worth, and no numbers of documents."""
    document = words[0] in _NUMBERED and words[-1] == "number"
    return names_amount(words) and _WORTH.isdisjoint(words) and not document


def names_value(text: str) -> bool:
    """Whether a heading is a “Value”, or one that is offered."""
    return _VALUES.fullmatch(normal(text)) is not None

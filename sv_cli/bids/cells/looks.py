"""Owns what a cell looks like at first sight: an amount, a year, a text that may head a column."""

import re
from collections.abc import Sequence
from datetime import date

from sv_cli.bids.cells.figures import exact
from sv_cli.bids.cells.parts import month_name
from sv_cli.bids.cells.text import folded
from sv_cli.bids.sheets.grid import Raw, Shown, Uncached
from sv_cli.late import late

# Boxes and signs, and the letters that stand for them in Wingdings
TICKS = frozenset("\u2611\u2612\u2713\u2714\u2705\u00fc\u00fe\uf0fc\uf0fe")
"""Signs that say yes, alone in a cell."""
CROSSES = frozenset("\u2610\u2717\u2718\u274c\u00fb\u00a8\uf0fb\uf0a8")
"""Signs that say no, or are boxes left empty."""
_KEY = r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-|[0-9a-fA-F]{24}"  # by which a database knows a record
# How an amount begins, without look-around, which not every engine has
AMOUNT = "^\\s*[(]?[-+\u2212]?\\s*[£]?\\s*[0-9]"
_AMOUNT = late(rf"(?!\s*{_KEY}){AMOUNT}")
_LONGEST_AMOUNT = 40
_FEWEST_COLUMNS = 3
_ERROR = late(r"\s*#(?:N/A|[A-Z]+(?:/0)?[!?])\s*")
_ASIDE = late(
    r"\([^()]*[A-Za-z]{3}[^()]*\)|\[[^\[\]]*[A-Za-z]{3}[^\[\]]*\]|<[^<>]*[A-Za-z]{3}[^<>]*>"
    r"|\{[^{}]*[A-Za-z]{3}[^{}]*\}"
)
_REFUSALS = frozenset(
    (
        *("not offered", "none offered", "nothing offered", "no offer", "not proposed", "not being offered"),
        *("none", "dim", "dim byd", "keine"),
    )
)
_NONE = frozenset(("-", "--", "\u2013", "\u2014", "n/a", "na", "n.a", "not applicable", *_REFUSALS))
_LONGEST_MARK = 20
_REFUSING = frozenset("nNdDkK")
_LONGEST_REASON = 100
_WITH_WHY = late(
    r"(?:none|nothing|n/?a|not (?:applicable|offered|relevant)|dim|keine) ?[-\u2013\u2014:;,(]"
    r"(?!.*\b(?:see|attach\w*|refer\w*|includ\w*|cover\w*|tb[acd]|yet|confirm\w*|per|but|instead|in)\b)[^0-9]{3,}",
    re.IGNORECASE,
)
_TO_DELIVER = late(r"\bdelivery (?:plan|profile|programme|schedule|target|year)s?\b|\bto (?:be )?deliver(?:ed)?\b")
_OPENING = frozenset("[<{(")
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


def may_head(cells: list[Raw]) -> bool:
    """Whether a row can be a heading: at least two texts or years; a number only beside it, after an empty cell."""
    number = first_number(cells)
    if number >= 0:
        while number > 0 and cells[number] not in (None, ""):
            number -= 1
        cells = cells[:number]
    return len(cells) - cells.count(None) - cells.count("") > 1


def says_none(text: str) -> bool:
    """Whether a text is a mark of what is not offered: a dash, ``n/a`` or ``None``, and perhaps why."""
    return (len(text) < _LONGEST_MARK and folded(text).casefold().strip(".") in _NONE) or _says_why(text)


def says_not_offered(text: str) -> bool:
    """Whether a text says in words that nothing is offered, which a dash may leave open."""
    return (len(text) < _LONGEST_MARK and folded(text).casefold().strip(".") in _REFUSALS) or _says_why(text)


def _says_why(text: str) -> bool:
    """``N/A - not relevant to this contract``, ``None: no vacancies``, and no word of where else it may stand."""
    return text[:1] in _REFUSING and len(text) < _LONGEST_REASON and _WITH_WHY.fullmatch(folded(text)) is not None


def first_number(cells: list[Raw]) -> int:
    """Where the first cell stands that no heading has, 0-based; -1 when there is none."""
    for index, cell in enumerate(cells):
        if cell is not None and is_number(cell):
            return index
    return -1


def is_number(cell: Raw) -> bool:
    """Whether a cell is neither a text nor a year; in a text file numbers are texts."""
    if type(cell) is float:
        return not _FIRST_YEAR <= cell <= _LAST_YEAR or cell != int(cell)
    if isinstance(cell, str):
        return cell.isdigit() and cell.isascii() and not _is_year(int(cell[:9]))
    return cell is not None and not _is_year(cell) and not isinstance(cell, date)


def is_amount(cell: Raw) -> bool:
    """Whether a cell looks like an amount at first sight: a number, or a short text that begins with one."""
    if isinstance(cell, str):
        return len(cell) <= _LONGEST_AMOUNT and not cell[:1].isalpha() and _AMOUNT.match(cell) is not None
    return type(cell) is float or (isinstance(cell, int | float | Shown) and not isinstance(cell, bool))


def shows_pounds(cell: Raw) -> bool:
    """Whether a cell shows the sign of the pound."""
    return "\u00a3" in (cell if isinstance(cell, str) else getattr(cell, "prefix", ""))


def is_blank(cell: Raw) -> bool:
    """Whether a cell holds nothing, or nothing that can be seen."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def count_filled(cells: list[Raw]) -> int:
    """How many cells of a row hold something that can be seen."""
    return len(cells) - sum(map(is_blank, cells))


def _is_year(cell: Raw) -> bool:
    return isinstance(cell, int | float) and _FIRST_YEAR <= cell <= _LAST_YEAR and cell == int(cell)


def heading_text(cell: Raw) -> str:
    """A cell as the text of a heading, ``""`` when it can be none."""
    if isinstance(cell, str):
        return "" if cell[:1] == "#" and _ERROR.fullmatch(cell) else cell  # #REF! refers to nothing
    if isinstance(cell, date):  # the heading of a month is often its first day, shown as Apr-26
        return f"{month_name(cell.month)} {cell.year}"
    return str(exact(cell)) if isinstance(cell, int | float) and not isinstance(cell, bool) else ""


def speaks_of_money(text: str) -> bool:
    """Whether a heading speaks of money or of what was done, and so of nothing that is promised."""
    line = text.casefold()
    line = _TO_DELIVER.sub("", line) if "deliver" in line else line
    return any(word in line for word in ("£", "cost", "spend", "value", "actual", "deliver", "budget", "baseline"))


def count_up(texts: Sequence[str]) -> bool:
    """Whether texts are ``1``, ``2``, ``3`` and so on, and nothing else."""
    return list(texts) == [str(number) for number in range(1, len(texts) + 1)]


def numbers_columns(texts: list[str]) -> bool:
    """Whether a row only numbers the columns: (1), (2), (3) … or a, b, c and so on."""
    bare = [text.strip("()[]. ").removesuffix(".0").casefold() for text in texts]
    count = len(bare)
    return count >= _FEWEST_COLUMNS and bare in (
        [str(n) for n in range(1, count + 1)],
        [chr(96 + n) for n in range(1, min(count, 26) + 1)],
    )


def are_asides(texts: list[str]) -> bool:
    """Whether a row only says in brackets what to put there: (from the list), (number only)."""
    return len(texts) > 1 and all(map(_ASIDE.fullmatch, texts))


def is_more_than_nought(cell: Raw) -> bool:
    """Whether a cell holds something that is no nought, and no formula without a result."""
    return not isinstance(cell, Uncached) and getattr(cell, "value", cell) not in (None, "", 0)


def are_placeholders(cells: list[Raw]) -> bool:
    """Whether a row says nothing but what belongs into its cells, in brackets: ``[insert ref] | [number]``."""
    first = next((cell for cell in cells if not is_blank(cell)), None)
    if not isinstance(first, str) or first.lstrip()[:1] not in _OPENING:
        return False
    texts = [cell.strip() if isinstance(cell, str) else "" for cell in cells if not is_blank(cell)]
    return are_asides(texts) or (len(texts) == 1 and _ASIDE.fullmatch(texts[0]) is not None and texts[0][0] != "(")

"""Owns columns that may multiply the quantity or be taken off it, where no column says what it comes to."""

from collections.abc import Mapping

from sv_cli.bids.cells.text import normal
from sv_cli.bids.sheets.grid import Row, cell_at
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.several.times import Clash, is_nought
from sv_cli.bids.tables.under.choices import WHOLE
from sv_cli.bids.tables.under.held import Column, filled_at, number_at
from sv_cli.bids.tables.under.worked_out import is_product
from sv_cli.bids.terms.deductions import is_deduction, is_net
from sv_cli.late import late

MULTIPLIER = "multiplier"
_NUMBER_OF = r"(?:(?:total )?(?:no|nos|nr|number|#|how many) (?:of )?)?"
_SO_OFTEN = r"(?: (?:a|per|each|every) (?:year|annum|month|term|week|quarter))?"
_REPEATED = r"times|occurrences|occasions|repetitions|repeats"
_PLACES = r"sites|locations|schools|venues|offices|depots"
_TIMES = late(
    rf"(?:(?:x|\u00d7|times|multiplied by) )?{_NUMBER_OF}"
    rf"(?:{_PLACES}|{_REPEATED}|events|sessions|visits|workshops|months|weeks|quarters|terms|years|cohorts){_SO_OFTEN}"
    r"|multipliers?|multiplied by|(?:scaling|conversion) factor|x|\u00d7"
)
_OFTEN = late(rf"{_NUMBER_OF}(?:{_REPEATED}){_SO_OFTEN}")
_OF_PLACES = late(rf"{_NUMBER_OF}(?:{_PLACES})")
_OF_GIVERS = late(
    rf"{_NUMBER_OF}(?:staff|volunteers|employees|colleagues|mentors)"
    r"(?: (?:members|numbers|involved|taking part|giving time))?"
)
_OF_TIME = late(r"\b(?:hours?|hrs|days?)\b")
# What a unit says of an amount that counts them all: “total hours”, “hours across all sites”
_IN_ALL = late(r"\b(?:total|in all|altogether|overall|combined|all)\b")
_EVERYWHERE = late(rf"\b(?:all|across) (?:the )?(?:{_PLACES}|events|sessions)\b")
DEDUCTION = "deduction"


def is_multiplier(text: str) -> bool:
    """Whether a heading says how often, how long or in how many places something is done."""
    return _TIMES.fullmatch(normal(text)) is not None


def counts_places(text: str) -> bool:
    """Whether a heading counts places and nothing that is promised: ``No. of sites``."""
    return _OF_PLACES.fullmatch(normal(text)) is not None


def _counts_givers(column: Column) -> bool:
    """Whether a heading counts those who give what is promised: ``Staff``, ``No. of volunteers``."""
    return _OF_GIVERS.fullmatch(normal(column.text)) is not None


def multipliers(columns: dict[str, Column], span: Span, rows: list[Row]) -> list[Clash]:
    """A clash of a quantity with a column that may multiply it: ``Hours | No. of sessions``, neither “in all”."""
    quantity = columns.get("quantity")
    if quantity is None or _counts_all(quantity.text):
        return []
    used = {column.index for column in columns.values()}
    others = [Column(at, text, quantity.heading) for at, text in span.unknown]
    others += [column for column in span.columns if column.index not in used]
    multiplying = _OFTEN if quantity.heading.merely_counts else _TIMES  # “Hours” may be those of all sessions
    found = tuple(each for each in others if multiplying.fullmatch(normal(each.text)) or _counts_givers(each))
    found = tuple(each for each in found if any(multiplies(row, columns, each) for row in rows))
    found = tuple(each for each in found if not _is_multiplied_by(each, quantity, (*others, *columns.values()), rows))
    return [Clash(MULTIPLIER, found)] if found and not _is_worked_out(columns, quantity, rows) else []


def _is_multiplied_by(by: Column, quantity: Column, columns: tuple[Column, ...], rows: list[Row]) -> bool:
    """Whether the quantity is what a third column comes to so many times: ``Per year | Years | Initial term``."""
    factors = (column.index for column in columns if column.index != by.index)
    return any(is_product(quantity.index, at, by.index, rows) for at in factors)


def _counts_all(text: str) -> bool:
    """Whether a heading says that its amounts count the whole contract, or every place."""
    return bool(WHOLE.search(text) or _EVERYWHERE.search(normal(text)))


def multiplies(row: Row, columns: Mapping[str, Column], by: Column) -> bool:
    """Whether a row may mean a quantity several times: 4 hours beside 3 sessions, but not 4 “hours in total”."""
    quantity, unit = columns["quantity"], columns.get("unit")
    number = number_at(row, by.index) or 0
    if number <= 1 or not filled_at(row, quantity.index):
        return False
    said = cell_at(row, unit.index) if unit else None
    words = normal(said) if isinstance(said, str) else ""
    if _counts_givers(by):  # “Days offered: 4 | Staff: 10”: who all give less than one of them rather give so many each
        timed = _OF_TIME.search(words or normal(quantity.text))
        return timed is not None and number > (number_at(row, quantity.index) or number)
    same = words and number == number_at(row, quantity.index) and normal(by.text).split()[-1:] == words.split()[-1:]
    return not same and not _IN_ALL.search(words)  # 4 in “Sessions” beside 4 sessions say the same


def _is_worked_out(columns: dict[str, Column], quantity: Column, rows: list[Row]) -> bool:
    """Whether the sheet's own total is the quantity times its price in every row, and so counts nothing else."""
    if not {"own_unit_value", "own_total"} <= columns.keys():
        return False
    indexes = (columns["own_total"].index, columns["own_unit_value"].index, quantity.index)
    told = [tuple(number_at(row, at) for at in indexes) for row in rows if filled_at(row, quantity.index)]
    return bool(told) and all(
        whole is not None and one is not None and counted is not None and whole == one * counted
        for whole, one, counted in told
    )


def deductions(counted: Column | None, span: Span, rows: list[Row]) -> list[Clash]:
    """A clash of a column that may have to be taken off the quantity, which does not say that it was."""
    if counted is None or is_net(counted.text):
        return []
    found = tuple(Column(at, text, counted.heading) for at, text in span.unknown if is_deduction(text))
    found = tuple(each for each in found if any(takes_off(row, each) for row in rows))
    return [Clash(DEDUCTION, found)] if found else []


def takes_off(row: Row, column: Column) -> bool:
    """Whether a row states anything to take off."""
    return not is_nought(cell_at(row, column.index))

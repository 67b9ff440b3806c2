"""Owns rows that name a measure and an amount, and stand in no table: nothing of them is read."""

import re

from sv_cli.bids.cells.looks import is_amount
from sv_cli.bids.cells.spelt import spelt_first
from sv_cli.bids.cells.text import folded
from sv_cli.bids.sheets.grid import Raw, Row
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.terms.codes import code_before_title, code_behind_title, heads_a_part, is_library_id, is_measure_code
from sv_cli.late import late

_MOST = 2_000
_LETTERED = r"[A-Z]{2,5}[ -]?[0-9]{1,3}[a-z]?"
_CODE = late(_LETTERED)
_HAS_CODE = late(rf"^[(\[]?{_LETTERED}\b|[(\[]{_LETTERED}[)\]]$")
_OF_PRICES = late(r"\b(?:prox(?:y|ies)|prices?|values?|worth)\b", re.IGNORECASE)
_OF_POINTS = late(r"\b(?:weight\w*|scores?|scoring|points|marks|pages?)\b", re.IGNORECASE)
_NAMING = ("reference", "description")
_LONGEST = 30  # of a number in words
# Beside a code of others something has to say what is counted; a title and the library's own say it themselves
_FEWEST = 3


def stray_rows(rows: list[Row], headings: Headings, *, alone: bool) -> list[Row]:
    """Those of the first rows above the first table of a sheet, or of a sheet without any, that look like promises.

    Below ``Ref | Measure | Proxy value`` stands what the measures are worth. ``alone`` says that the sheet has no
    table: there a code and an amount promise something too, where nothing heads them.
    """
    found = []
    above: list[Row] = []  # what may head prices, looked up only where something looks like a promise
    prices: frozenset[int] = frozenset()
    for row in rows[:_MOST]:
        fewest = _FEWEST - alone
        if _promises(row.cells, frozenset(), fewest):
            prices = next(filter(None, (_prices(each, headings) for each in reversed(above))), prices)
            alone = alone and not any(map(_may_head, above))
            above.clear()
            if _promises(row.cells, prices, _FEWEST - alone):
                found.append(row)
        elif not any(map(is_amount, row.cells)):
            above.append(row)
    return found


def _may_head(row: Row) -> bool:
    return sum(isinstance(cell, str) and bool(cell.strip()) for cell in row.cells) > 1


def _prices(row: Row, headings: Headings) -> frozenset[int]:
    """The columns of a heading that hold what one of each measure is worth, in pounds or in points."""
    texts = [(at, folded(cell)) for at, cell in enumerate(row.cells) if isinstance(cell, str) and cell]
    named = [(at, text, heading) for at, text in texts if (heading := headings.recognise(text)) is not None]
    if not any(heading.field in _NAMING for _, _, heading in named):
        return frozenset()
    points = {at for at, text in texts if _OF_POINTS.search(text)}
    worth = [(at, text, heading) for at, text, heading in named if heading.field == "own_unit_value"]
    return frozenset(points | {at for at, text, heading in worth if heading.unit == "GBP" or _OF_PRICES.search(text)})


def _promises(cells: list[Raw], prices: frozenset[int], fewest: int) -> bool:
    filled = [(at, cell) for at, cell in enumerate(cells) if cell not in (None, "")]
    texts = [folded(cell) for _, cell in filled if isinstance(cell, str)]
    titled = any(map(_is_titled, texts))
    if not titled and not any(map(_is_code, texts)):
        return False
    own = titled or any(map(is_library_id, texts))
    amounts = [cell for at, cell in filled if _is_amount(cell) and "%" not in str(cell) and at not in prices]
    if not own and len(filled) < _FEWEST:  # nobody promises pence, as prices have
        amounts = [cell for cell in amounts if "." not in str(cell).removesuffix(".0")]
    return bool(amounts) and len(filled) >= min(fewest, _FEWEST - own)


def _is_code(text: str) -> bool:
    lettered = _CODE.fullmatch(text) is not None and is_measure_code(text) and not heads_a_part(text)
    return lettered or is_library_id(text)


def _is_titled(text: str) -> bool:
    """Whether a text is a code with the title of its measure: ``NT17 - Volunteering``, ``Volunteering (NT17)``."""
    if _HAS_CODE.search(text) is None:
        return False
    before = code_before_title(text)
    code = code_behind_title(text) if before is None else before[0] if before[1] else None
    return code is not None and _is_code(code)


def _is_amount(cell: Raw) -> bool:
    if is_amount(cell) or not isinstance(cell, str) or len(cell) > _LONGEST:
        return is_amount(cell)
    spelt = spelt_first(folded(cell))
    return spelt is not None and not spelt[1].strip()

"""Owns rows that name a measure and an amount, and stand in no table: nothing of them is read."""

from sv_cli.bids.cells.looks import is_amount
from sv_cli.bids.cells.text import folded
from sv_cli.bids.sheets.grid import Raw, Row
from sv_cli.bids.terms.codes import heads_a_part, is_library_id, is_measure_code
from sv_cli.late import late

_MOST = 2_000
_CODE = late(r"[A-Z]{2,5} ?[0-9]{1,3}[a-z]?")
_FEWEST = 3  # beside a code of others something has to say what is counted; the library's own say it themselves


def stray_rows(rows: list[Row]) -> list[Row]:
    """Those of the first rows above the first table of a sheet, or of a sheet without any, that look like promises."""
    return [row for row in rows[:_MOST] if _promises(row.cells)]


def _promises(cells: list[Raw]) -> bool:
    if not any(isinstance(cell, str) and cell and _is_code(folded(cell)) for cell in cells):
        return False
    filled = [cell for cell in cells if cell not in (None, "")]
    own = any(isinstance(cell, str) and is_library_id(folded(cell)) for cell in filled)
    amounts = any(is_amount(cell) and "%" not in str(cell) for cell in filled)
    return amounts and len(filled) >= (_FEWEST - own)


def _is_code(text: str) -> bool:
    if is_library_id(text):
        return True
    return _CODE.fullmatch(text) is not None and is_measure_code(text) and not heads_a_part(text)

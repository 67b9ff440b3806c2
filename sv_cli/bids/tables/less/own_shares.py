"""Owns columns headed as the bidder's own share that hold how much of the quantity that is: ``Our share (60%)``."""

import re

from sv_cli.bids.cells.text import normal
from sv_cli.bids.sheets.grid import Row, Shown, column_at, not_empty
from sv_cli.bids.tables.under.by_field import ByField, as_field
from sv_cli.bids.tables.under.held import Column, are_amounts, number_at
from sv_cli.late import late

_OWN = "attribution_own"
_STATED = late(r"[0-9](?:\.[0-9]+)? ?(?:%|per ?cent)", re.IGNORECASE)
_IN_SHARES = late(r"\b(?:attribut\w*|apportion\w*|percent\w*|per cent|rate|fraction|credit)\b")


def place_own_amounts(by_field: ByField, rows: list[Row]) -> None:
    """Amounts below ``Our share`` may be what is promised of the whole beside them, and are then to be asked about.

    They are per cent where a heading or a cell says so, and where one of them is more than the whole of its row.
    """
    shares = by_field.get(_OWN, [])
    wholes = [*by_field.get("quantity", []), *by_field.get("total", [])]
    if len(shares) != 1 or not wholes or not _may_be_amounts(shares[0], wholes[0], rows):
        return
    del by_field[_OWN]
    by_field["quantity"] = [*wholes, as_field(shares[0], "quantity", percent=False)]
    by_field.pop("total", None)


def _may_be_amounts(share: Column, whole: Column, rows: list[Row]) -> bool:
    words = normal(share.text)
    stated = _STATED.search(share.text) is not None
    if not stated and ("%" in share.text or _IN_SHARES.search(words)):
        return False
    held = not_empty(column_at(rows, share.index))
    if any(
        (isinstance(cell, str) and "%" in cell) or (isinstance(cell, Shown) and cell.suffix == "%") for cell in held
    ):
        return False
    if stated:
        return are_amounts(share, rows)
    told = [(number_at(row, share.index), number_at(row, whole.index)) for row in rows]
    parts = [(part, of) for part, of in told if part is not None and of is not None]
    above_one = any(part > 1 for part, _ in parts)
    several = len(parts) == 1 or len({part for part, _ in parts}) > 1
    return above_one and several and all(part <= of for part, of in parts)

"""Owns columns of shares: those that no field answers to, and the own share that is an amount of the whole."""

import re
from collections.abc import Container

from sv_cli.bids.cells.text import normal
from sv_cli.bids.sheets.grid import Row, Shown, column_at, not_empty
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import Heading
from sv_cli.bids.tables.under.by_field import ByField, as_field
from sv_cli.bids.tables.under.held import Column, are_amounts, holds_amounts, number_at
from sv_cli.late import late

_SHARES = late(
    r"(?:additionality|retention(?: (?:rate )?(?:at|after) .*)?"
    r"|leakage|substitution|optimism(?: bias)?"
    r"|(?:delivery )?(?:confidence|probability|likelihood|certainty|chances?)(?: (?:of|that|in) .*)?"
    r"|success rate|completion rate|(?:risk )?adjustment|risk factor"
    r"|contingency|discount|uplift|haircut"
    r"|growth|(?:annual|yearly) (?:growth|increase)|(?:growth|increase) (?:per|each|a) (?:year|annum))"
    r"(?: (?:percent|percentage|rate|factor|level|adjustment))*"
)
# What says how much of a quantity counts: “Local %”, “% spent with SMEs”
_SHARE = late(r"%|\bper ?cent(?:age)?\b|\b(?:share|proportion|fraction)\b")
_OF_WHOM = late(
    r"\b(?:local(?:ly)?|smes?|msmes?|vcses?|vcfses?|vcs|third sector|small business(?:es)?|micro business(?:es)?"
    r"|social enterprises?|in[ -](?:borough|county|region|area)|regional(?:ly)?|additional)\b"
)
_WHOLE: frozenset[int | str] = frozenset((1, "1", "100%", "100 %"))
_OFF = late(r"\b(?:contingency|discount|uplift|haircut|growth|increase)\b")  # of which nothing changes nothing
_NOUGHT: frozenset[int | str] = frozenset((0, "0", "0%", "0 %", "nil"))
_UNUSED = Heading("unused", "because it names a share")
_OWN = "attribution_own"
_STATED = late(r"[0-9](?:\.[0-9]+)? ?(?:%|per ?cent)", re.IGNORECASE)
_IN_SHARES = late(r"\b(?:attribut\w*|apportion\w*|percent\w*|per cent|rate|fraction|credit)\b")


def is_unused_share(text: str) -> bool:
    """Whether a heading names a share that may change what a promise is worth."""
    return _SHARES.fullmatch(normal(text).rstrip("% ")) is not None or _is_of_whom(text)


def _is_of_whom(text: str) -> bool:
    words = normal(text)
    return _SHARE.search(words) is not None and _OF_WHOM.search(words) is not None


def unused_shares(span: Span, rows: list[Row], read: Container[int]) -> tuple[Column, ...]:
    """The columns below such names that hold amounts, and not the whole of everything; ``read`` are columns in use.

    Beside a quantity that is headed as local itself, how much of the spend is local says nothing more.
    """
    counted = [normal(column.text) for column in span.columns if column.heading.field in ("quantity", "total")]
    local = any(map(_OF_WHOM.search, counted))
    named = ((at, text) for at, text in span.unknown if is_unused_share(text) and not (local and _is_of_whom(text)))
    return tuple(
        Column(at, text, _UNUSED)
        for at, text in named
        if at not in read
        and holds_amounts(at, rows)
        and not _are_all(at, rows, _NOUGHT if _OFF.search(normal(text)) else _WHOLE)
    )


def _are_all(index: int, rows: list[Row], nothing: frozenset[int | str]) -> bool:
    held = column_at(rows, index)
    return all(getattr(cell, "value", cell) in nothing for cell in held if cell not in (None, ""))


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

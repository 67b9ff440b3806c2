"""Owns rows that say what others come to: the heads of groups in outlines and pivot tables."""

import re
from decimal import Decimal

from sv_cli.bids.cells.text import folded
from sv_cli.bids.cells.units import COUNT
from sv_cli.bids.lines.fields.stated import stated_unit
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.lines.sums import Sums
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.terms.codes import is_coded, is_measure_code
from sv_cli.bids.terms.words import Words
from sv_cli.late import late

_IN_ALL = late(r"\b(?:total\w*|in all|overall|altogether|combined|sum)\b|^all\b", re.IGNORECASE)
_FEWEST = 2  # a group of one may be a promise that happens to be of the same size


def groups_of(table: Sheeted, rows: list[Row], words: Words) -> frozenset[int]:
    """The numbers of the rows without a reference that are each the sum of the rows with one below them.

    The first row has to be one, every such row has to be a sum, and one of them of several rows.
    """
    heads: list[Row] = []
    sums: list[list[Decimal]] = []
    for row in rows if rows and not _is_named(table, rows[0]) else ():
        if any(isinstance(cell, str) and words.is_total(cell) for cell in row.cells):
            break
        if not _is_named(table, row):
            heads.append(row)
            sums.append([])
        elif (amount := table.amount(row)) is not None:
            sums[-1].append(amount)
        if len(heads) > 1 and not _is_sum(table, heads[-2], sums[-2]):
            return frozenset()
    proved = any(len(parts) >= _FEWEST for parts in sums) and _is_sum(table, heads[-1], sums[-1])
    return frozenset(row.number for row in heads) if proved else frozenset()


def may_refer(table: Sheeted, texts: list[str]) -> bool:
    """Whether a row holds a code where the table leaves open which column refers, and so may be no total."""
    open_ = any(clash.field == "reference" for clash in table.layout.clashes)
    return open_ and any(map(is_measure_code, texts))


def may_sum(table: Sheeted, row: Row, lines: Sums) -> bool:
    """Whether a row may add up lines: by the words that describe it, or else in no unit but theirs."""
    described, columns = table.raw(row, "description"), table.layout.columns
    if described and table.raw(row, "reference") and columns.get("reference") != columns.get("description"):
        return isinstance(described, str) and _IN_ALL.search(described) is not None
    unit = stated_unit(table, row).unit
    return unit is None or unit == COUNT or lines.are_of(unit)


def _is_named(table: Sheeted, row: Row) -> bool:
    """Whether a row has a reference: a code where the same column holds the descriptions, or words beside a text."""
    raw = table.raw(row, "reference")
    columns = table.layout.columns
    if "reference" in columns and columns["reference"] == columns.get("description"):
        return isinstance(raw, str) and is_coded(folded(raw))
    if isinstance(raw, str) and raw and not is_coded(folded(raw)):  # a theme heads those of its lines
        describing = "description" if "description" in columns else "unit"
        return table.raw(row, describing) not in (None, "")
    return raw not in (None, "")


def _is_sum(table: Sheeted, head: Row, parts: list[Decimal]) -> bool:
    return bool(parts) and table.amount(head) == sum(parts)

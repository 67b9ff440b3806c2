"""Owns columns that make an amount less than a promise: a baseline above the target, bands of which one will apply."""

import re

from sv_cli.bids.cells.text import normal
from sv_cli.bids.late import late
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.find import Span
from sv_cli.bids.tables.heading import RATE, Heading
from sv_cli.bids.tables.held import Column, cells, number_at
from sv_cli.bids.tables.times import Clash

_BAND = late(r"\b(?:call[ -]?off|order|spend|value|price)\b.*\b(?:band|tier)s?$", re.IGNORECASE)
_BASELINE = late(r"baseline(?! (?:year|yr|date|period|source|evidence)\b)")


def bands(span: Span, rows: list[Row]) -> list[Clash]:
    """A clash of a column of bands, such as values of call-offs: how often each will apply is not stated."""
    found = [Column(at, text, Heading(RATE, "it names bands")) for at, text in span.unknown if _BAND.search(text)]
    several = [column for column in found if len({cell for cell in cells(column, rows) if cell not in (None, "")}) > 1]
    return [Clash(RATE, tuple(several))] if several else []


def levels(span: Span, rows: list[Row], columns: tuple[Column, ...]) -> list[Clash]:
    """A clash of a target with the baseline beside it, where a row's baseline is the greater one."""
    at = _baseline(span)
    targets = [column for column in columns if _is_target(column)]
    if at is None or not targets:
        return []
    below = any(_is_below(row, target.index, at) for row in rows for target in targets)
    return [Clash("quantity", (*targets[:1], Column(at, dict(span.unknown)[at], targets[0].heading)))] if below else []


def place_reductions(by_field: dict[str, list[Column]], span: Span, rows: list[Row]) -> None:
    """A column that is the baseline less the target in every row is the quantity, and the target is not."""
    at, quantities = _baseline(span), by_field.get("quantity", [])
    if at is None:
        return
    for target in filter(_is_target, quantities):
        others = [column for column in quantities if column is not target]
        less = [column for column in others if all(_is_less(row, at, target.index, column.index) for row in rows)]
        if len(less) == 1:
            by_field["quantity"] = less


def _is_less(row: Row, baseline: int, target: int, less: int) -> bool:
    before, aimed, saved = (number_at(row, at) for at in (baseline, target, less))
    return before is None or aimed is None or (saved is not None and before - aimed == saved)


def _baseline(span: Span) -> int | None:
    return next((at for at, text in span.unknown if _BASELINE.match(normal(text))), None)


def _is_target(column: Column) -> bool:
    return column.heading.field in ("quantity", "period") and "target" in normal(column.text).split(" ")


def _is_below(row: Row, target: int, baseline: int) -> bool:
    aimed, before = number_at(row, target), number_at(row, baseline)
    return aimed is not None and before is not None and aimed < before

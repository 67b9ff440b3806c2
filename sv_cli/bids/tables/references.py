"""Owns which column holds the references: one whose cells are codes, whatever heads it, and none that counts lines."""

from collections.abc import Callable

from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import AMOUNTS, Heading
from sv_cli.bids.tables.under.by_field import ByField, columns_of, keys_of, take_from
from sv_cli.bids.tables.under.held import Column, are_amounts, cells, count_of, filled_at, promising, without
from sv_cli.bids.tables.under.numbering import is_counted, is_line_number, is_one_record, is_running
from sv_cli.bids.terms.codes import code_behind_title, is_coded, is_library_id, is_measure_code
from sv_cli.bids.terms.forms import unbracketed
from sv_cli.bids.terms.slips import spelt_out

_CODES = Heading("reference", "because its cells are codes")
_REFERRED = frozenset(("code", "ref", "reference"))
_PIVOTED = "row labels"  # where a pivot table puts groups and what they are of in one column
# What may number the lines as well, or the bid
_LINES = frozenset(f"{line} {no}" for line in ("commitment", "offer", "target", "bid") for no in ("no", "number"))
# What a heading says whose column names the measure, and not just the line; the library's own names last
_MEASURES = (
    frozenset(("tom", "toms", "nt", "themis", "measure", "measures", "metric", "mac", "indicator")),
    frozenset(("proxy", "library")),
)


def place_prices(by_field: ByField, rows: list[Row]) -> None:
    """A column headed “Proxy” may name proxies or hold their prices; its cells say which."""
    references = by_field.get("reference", [])
    priced = [column for column in references if may_hold_prices(column) and are_amounts(column, rows)]
    if priced:
        by_field["own_unit_value"] = [*by_field.get("own_unit_value", []), *priced]
        take_from(by_field, "reference", priced)


def place_coded_numbers(by_field: ByField, rows: list[Row]) -> None:
    """``Commitment no.`` over codes says which measure, and not how much, whatever else is a code."""
    if "reference" in by_field:
        return
    lines = [column for column in by_field.get("quantity", []) if may_number(column.text)]
    rows = (promising(columns_of(by_field, *AMOUNTS), rows) if lines else []) or rows
    codes = [column for column in lines if count_of(column, rows, is_measure_code)]
    if len(codes) == 1:
        by_field["reference"] = codes
        take_from(by_field, "quantity", codes)


def may_hold_prices(column: Column) -> bool:
    """Whether a heading ends with “Proxy”, but for what it is in; ``Proxy ref`` names proxies for sure."""
    return normal(unbracketed(column.text)).strip("£ ").rpartition(" ")[2] == "proxy"


def place_codes(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """Codes below ``Measure``, alone or before a title, are references; so are those of a table without any others."""
    described = by_field.get("description", [])
    doubtful = any(names_measure(column) or normal(column.text) == _PIVOTED for column in described)
    if "reference" in by_field and not doubtful:
        return
    amounts = columns_of(by_field, "quantity", "total", "count")
    rows = promising(amounts, rows) or rows
    codes = [
        column
        for column in described
        if ("reference" not in by_field and count_of(column, rows, is_measure_code))
        or (names_measure(column) and count_of(column, rows, is_coded))
        or (normal(column.text) == _PIVOTED and _holds_code(column, rows))
    ]
    if len(codes) > 1:  # questions are numbered like measures
        codes = [column for column in codes if names_measure(column)]
    if len(codes) == 1:
        by_field["description"] = [column for column in described if column not in codes] or codes
        by_field.setdefault("reference", []).extend(codes)
    if "reference" not in by_field:
        _place_unnamed_codes(by_field, span, rows)
    behind = [column for column in described if count_of(column, rows, code_behind_title)]
    if "reference" not in by_field and len(behind) == 1:
        by_field["reference"] = behind


def _place_unnamed_codes(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """Codes in a column of no known name: headed as some code, left of the table, or the only ones there are."""
    counted = columns_of(by_field, "count", "outcome", "theme")
    others = [*span.unknown, *((column.index, column.text) for column in counted)]
    named = [column for at, text in others if count_of(column := Column(at, text, _CODES), rows, is_measure_code)]
    headed = [column for column in named if not _REFERRED.isdisjoint(normal(column.text).split(" "))]
    if len(headed) == 1:
        by_field["reference"] = headed
        return
    for index in range(span.left - 1, -1, -1):
        beside = Column(index, "", _CODES)
        if count_of(beside, rows, is_measure_code):
            by_field["reference"] = [beside]
            return
        if not any(filled_at(row, index) for row in rows):
            break
    if len(named) == 1:
        by_field["reference"] = named


def _holds_code(column: Column, rows: list[Row], is_code: Callable[[str], bool] = is_measure_code) -> bool:
    return any(isinstance(cell, str) and is_code(folded(cell)) for cell in cells(column, rows))


def place_numbers(by_field: ByField, rows: list[Row]) -> None:
    """``Commitment no.`` counts the lines or names the bid, or left of the keys it holds the references.

    Beside another quantity a look at it says so; alone it has to do nothing but count, or name one long number.
    """
    offers = by_field.get("quantity", [])
    keys = keys_of(by_field)
    lines = [column for column in offers if may_number(column.text)]
    if len(lines) != 1 or not keys:
        return
    rows = promising(columns_of(by_field, *AMOUNTS), rows) or rows  # a signature may stand below them
    first, held = lines[0], list(cells(lines[0], rows))
    leads = len(offers) > 1 and first is offers[0] and first.index < min(keys)
    coded = leads and count_of(first, rows, is_measure_code)
    counting = is_line_number(held, surely=not leads) and (len(offers) > 1 or "target" not in normal(first.text))
    if coded or counting or is_one_record(held):
        take_from(by_field, "quantity", lines)
        by_field.setdefault("reference", []).extend([first] if coded else [])


def may_number(heading: str) -> bool:
    """Whether a heading of the quantity may as well number the lines, or name the bid: ``Offer number``."""
    return normal(heading) in _LINES


def names_measure(column: Column) -> int:
    """How surely a heading speaks of the measure, 0 when it does not: then it may only name the line."""
    words = set(spelt_out(column.text))
    return next((at for at, names in enumerate(_MEASURES, start=1) if words & names), 0)


def surest(columns: tuple[Column, ...], rows: list[Row]) -> tuple[Column, ...]:
    """Those of several columns of references that name the measures, by their cells and then by their headings."""
    left = without(columns, rows, is_running)
    left = tuple(column for column in left if count_of(column, rows, is_library_id)) or left
    left = tuple(column for column in left if _holds_code(column, rows, is_coded)) or left
    surety = {column: names_measure(column) or normal(column.text).startswith("sv ") / 2 for column in left}
    left = tuple(column for column in left if surety[column] == max(surety.values()))
    left = without(left, rows, is_counted)  # C1, C2, C3 beside NT17, NT8, NT8
    coded = tuple(column for column in left if count_of(column, rows, is_measure_code))
    return coded if len(coded) == 1 else left

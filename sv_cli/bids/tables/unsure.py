"""Owns columns that may be the quantity or not: totals, counts headed “No.”, and those that merely name a unit."""

from msgspec.structs import replace

from sv_cli.bids.cells.text import normal
from sv_cli.bids.late import late
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.find import Span
from sv_cli.bids.tables.heading import COUNTS
from sv_cli.bids.tables.held import Column, all_equal, are_amounts, cells, filled_at, is_line_number, number_at
from sv_cli.bids.tables.times import counting, is_money

_NO_MEASURES = frozenset((None, "percent", "GBP", "GBPk", "GBPm"))  # pounds beside a quantity are what it is worth
# How many of those who take part come to what is counted
_COMING_TO_IT = late(
    r"\b(?:achiev|attain|sustain|complet|progress|improv|succeed|gain)ing\b|\bwith (?:an? )?(?:positive )?outcomes?\b"
)
_PEOPLE = frozenset((None, "person", "household"))


def place_totals(by_field: dict[str, list[Column]], *, has_years: bool) -> None:
    """A column of totals checks the years beside it; without years it is the quantity, or the sheet's own."""
    totals = by_field.pop("total", [])
    if "own_unit_value" in by_field:  # pounds beside the value of one unit are what the sheet itself works out
        money = [column for column in totals if is_money(column)]
        by_field.update({"own_total": [*by_field.get("own_total", []), *money]} if money else {})
        totals = [column for column in totals if column not in money]
    totals = list(counting(tuple(totals)))
    if has_years:
        if totals and "unit" in by_field and all(map(_merely_counts, by_field.get("quantity", []))):
            by_field.pop("quantity", None)  # the total says what the years come to, and the unit in what
        if "quantity" in by_field and not totals:
            totals = by_field.pop("quantity")
        if totals:
            by_field["total"] = totals
    elif totals and _are_a_year(by_field.get("quantity", [])):
        by_field["quantity"] = totals
    elif totals:
        by_field.setdefault("own_total" if "quantity" in by_field else "quantity", []).extend(totals)


def _are_a_year(quantities: list[Column]) -> bool:
    """Whether what stands beside a total is what it comes to in one year."""
    named = [column for column in quantities if column.heading.rank < COUNTS] or quantities
    return bool(named) and all(column.heading.per == "year" for column in named)


def doubtful_quantities(by_field: dict[str, list[Column]], span: Span, rows: list[Row]) -> tuple[Column, ...]:
    """The columns of which each may be the quantity, though only one of them is headed so; none otherwise."""
    return (
        _totals_beside_counts(by_field, rows)
        or _units_beside_quantity(by_field, rows)
        or _outcomes_beside_counts(by_field, span, rows)
    )


def _totals_beside_counts(by_field: dict[str, list[Column]], rows: list[Row]) -> tuple[Column, ...]:
    """``No. of staff | Total`` beside a column of units: neither says which of the two is in these; none otherwise."""
    counts = by_field.get("quantity", [])
    totals = [column for column in by_field.get("total", []) if not is_money(column)]
    weak = bool(counts) and all(map(_merely_counts, counts)) and not _are_a_year(counts)
    if not weak or len(totals) != 1 or "unit" not in by_field or "own_unit_value" in by_field:
        return ()
    both = (*counts, *totals)
    return both if are_amounts(totals[0], rows) and not all_equal(both, rows) else ()


def _units_beside_quantity(by_field: dict[str, list[Column]], rows: list[Row]) -> tuple[Column, ...]:
    """``Target | Hours``, where nothing says in what unit the target is: either may be promised; none otherwise."""
    quantities = by_field.get("quantity", [])
    named = [column for column in quantities if not _merely_counts(column)]
    others = [column for column in quantities if _merely_counts(column) and column.heading.unit not in _NO_MEASURES]
    if len(named) != 1 or not others or any(map(is_total, others)):
        return ()
    if "unit" in by_field or "total" in by_field or named[0].heading.unit:
        return ()
    held = [row for row in rows if filled_at(row, named[0].index)]
    bare = bool(held) and all(number_at(row, named[0].index) is not None for row in held)
    told = tuple(column for column in others if are_amounts(column, rows))
    return (*named, *told) if bare and told and not all_equal((*named, *told), rows) else ()


def _outcomes_beside_counts(by_field: dict[str, list[Column]], span: Span, rows: list[Row]) -> tuple[Column, ...]:
    """``No. of clients | Number achieving it``: the promise may be of those alone; none otherwise."""
    counts = by_field.get("quantity", [])
    people = [column for column in counts if _merely_counts(column) and column.heading.unit in _PEOPLE]
    if len(people) != len(counts) or not counts:
        return ()
    others = [Column(at, text, counts[0].heading) for at, text in span.unknown if _COMING_TO_IT.search(normal(text))]
    told = tuple(column for column in others if "%" not in column.text and are_amounts(column, rows))
    return (*counts, *told) if told and not all_equal((*counts, *told), rows) else ()


def is_total(column: Column) -> bool:
    """Whether a heading says that it is all there is of a unit: ``Total hours``, ``Hours in all``."""
    line = column.text.casefold()
    return column.heading.rank >= COUNTS and (line.startswith("total ") or line.endswith((" total", " in all")))


def _merely_counts(column: Column) -> bool:
    return column.heading.rank >= COUNTS


def place_counts(by_field: dict[str, list[Column]], rows: list[Row], *, has_years: bool) -> None:
    """A column headed “No.” is the quantity where there is no other and it stands right of what it counts.

    On the left such a column only counts the rows. On the right it may be the quantity as well as one that merely
    counts something, such as “No. of staff”.
    """
    keys = [column.index for name in ("reference", "description") for column in by_field.get(name, [])]
    counts = [column for column in by_field.pop("count", []) if keys and column.index > min(keys)]
    if counts and not has_years and not {"quantity", "total"} & by_field.keys():
        by_field["quantity"] = counts
    others = by_field.get("quantity", [])
    if len(counts) == 1 and not has_years and others and others != counts and counts[0].index > max(keys):
        weak = all(map(_merely_counts, others)) and "total" not in by_field
        if weak and not is_line_number(list(cells(counts[0], rows))):
            by_field["quantity"] = [*others, replace(counts[0], heading=replace(counts[0].heading, rank=COUNTS))]

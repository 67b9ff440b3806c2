"""Owns the columns of one table: which column stands for which field, and what stays ambiguous."""

import re
from collections.abc import Callable, Iterable

from msgspec import Struct

from sv_cli.bids.cells.periods import find_period
from sv_cli.bids.cells.text import normal
from sv_cli.bids.headings import ODD_YEAR, PART, PERIOD, POUNDS, RATE, Heading
from sv_cli.bids.sheets.grid import Raw, Row
from sv_cli.bids.spread import Dated, spread_over
from sv_cli.bids.tables import Column, Span, is_amount

TEXTS = frozenset(("description", "evidence", "owner", "theme", "outcome", "own_unit_value", "own_total"))
SHARES = ("deadweight", "displacement", "attribution", "drop_off")
_SAMPLE = 2_000
_POUNDS = "GBP"
_UNITS = 900  # likewise of those that do nothing but name a unit
_FEWEST_CODES = 2
LEADING_CODE = re.compile(r"\s*([A-Z]{2,4} ?[0-9]{1,3}[a-z]?)(?=\s*[:.|\u2013\u2014\-]|\s+[A-Za-z])")
_TICKS = frozenset(
    ("yes", "no", "y", "n", "x", "true", "false", *"\u2610\u2611\u2612\u2713\u2714\u2717\u2718\u2705\u274c")
)
_COUNTS = 500  # the rank of headings that count or name a unit; see Headings


class Clash(Struct, frozen=True):
    """Several columns that answer to one field, none of which the table settles."""

    field: str
    columns: tuple[Column, ...]


class Layout(Struct, frozen=True):
    """What each column of a table is.

    ``years`` are the columns that spread the quantity over years or their parts, ``wholes`` those of longer parts that
    say it again (quarters beside their months), ``costs`` those that spread the cost. ``matrix`` are columns for
    different units, of which a row fills in one.
    """

    columns: dict[str, Column]
    years: tuple[Dated, ...]
    clashes: tuple[Clash, ...]
    left: int
    right: int
    costs: tuple[Column, ...] = ()
    wholes: tuple[tuple[Column, ...], ...] = ()
    matrix: tuple[Column, ...] = ()

    def column(self, field: str) -> Column | None:
        """The column of a field, or None."""
        return self.columns.get(field)

    def named(self) -> dict[str, str]:
        """The heading of every field, in the sheet's order."""
        columns = [(column.index, field, column.text) for field, column in self.columns.items()]
        columns += [
            (column.index, f"{PERIOD} {period.label if period else column.text}", column.text)
            for column, period in self.years
        ]
        return {field: text for _, field, text in sorted(columns)}


def settle(span: Span, rows: list[Row]) -> Layout:
    """One column for each field, by rank for texts, by what the cells hold for the rest; clashes are told."""
    by_field: dict[str, list[Column]] = {}
    for column in span.columns:
        by_field.setdefault(column.heading.field, []).append(column)
    _place_prices(by_field, rows)
    years, wholes, clashes = _times(by_field, rows)
    odd = _holding(by_field.pop(ODD_YEAR, []), rows, alone=not years and "quantity" not in by_field)
    if odd and (years or "quantity" not in by_field):
        clashes.append(Clash(ODD_YEAR, odd))
    _place_ticks(by_field, rows, has_years=bool(years))
    _place_totals(by_field, has_years=bool(years))
    _place_counts(by_field, has_years=bool(years))
    rates = _holding(by_field.pop(RATE, []), rows, alone=False)
    if rates and not years and not _is_multiplied(by_field) and _may_be_multiplied(by_field):
        clashes.append(Clash(RATE, rates))
    costs = tuple(column for column in by_field.get("cost", []) if find_period(column.text))
    if len(costs) > 1:
        by_field["cost"] = list(costs[:1])
    columns: dict[str, Column] = {}
    matrix = _matrix(by_field, rows)
    for field, candidates in by_field.items():
        left = _settled(field, candidates, rows)
        if len(left) == 1:
            columns[field] = left[0]
        else:
            clashes.append(Clash(field, left))
    if "reference" not in columns and "description" in columns:
        columns |= _coded(columns["description"], rows)
    if not (years or matrix or {"quantity", "total"} & columns.keys() or any(map(_is_of_quantity, clashes))):
        clashes.append(Clash("quantity", ()))
    return Layout(
        columns, years, tuple(clashes), span.left, span.right, costs if len(costs) > 1 else (), wholes, matrix
    )


def _is_of_quantity(clash: Clash) -> bool:
    return clash.field in ("quantity", ODD_YEAR, RATE)


def _matrix(by_field: dict[str, list[Column]], rows: list[Row]) -> tuple[Column, ...]:
    """Columns headed by different units, of which every row fills in no more than one: ``FTE | Weeks | Hours | £``."""
    counted = [column for column in by_field.get("quantity", []) if column.heading.rank >= _UNITS]
    pounds = by_field.pop(POUNDS, [])
    if len(counted) < len(by_field.get("quantity", [])) or "total" in by_field:
        return ()
    for columns in ((*counted, *pounds), tuple(counted)):
        units = {column.heading.unit for column in columns}
        apart = all(sum(_filled_at(row, column.index) for column in columns) < 2 for row in rows)  # noqa: PLR2004 - one a row
        if len(columns) > 1 and len(units) == len(columns) and apart:
            by_field.pop("quantity", None)
            return columns
    return ()


def _coded(described: Column, rows: list[Row]) -> dict[str, Column]:
    """The column of texts as that of references too, where most of them begin with one: ``NT17 – Voluntary hours``."""
    texts = [cell for cell in _cells(described, rows) if isinstance(cell, str) and cell.strip()]
    codes = [match[1] for cell in texts if (match := LEADING_CODE.match(cell))]
    if len(codes) < _FEWEST_CODES or len(codes) * 2 <= len(texts) or len(set(codes)) == 1:
        return {}
    heading = Heading("reference", "its texts begin with references")
    return {"reference": Column(described.index, described.text, heading)}


def _may_be_multiplied(by_field: dict[str, list[Column]]) -> bool:
    """Whether the quantity merely counts, or says nowhere in what unit, so that a rate may have to multiply it."""
    quantities = by_field.get("quantity", [])
    counted = all(column.heading.rank >= _COUNTS for column in quantities)
    return counted or ("unit" not in by_field and all(column.heading.unit is None for column in quantities))


def _is_multiplied(by_field: dict[str, list[Column]]) -> bool:
    """Whether one column, such as ``Total hours``, says what count and rate come to; it is then the quantity."""
    totals = [column for column in by_field.get("quantity", []) if _is_total(column)]
    if len(totals) == 1:
        by_field["quantity"] = totals
    return len(totals) == 1


def _is_total(column: Column) -> bool:
    return column.heading.rank >= _COUNTS and column.text.casefold().startswith("total ")


def _place_prices(by_field: dict[str, list[Column]], rows: list[Row]) -> None:
    """A column headed “Proxy” may name proxies or hold their prices; its cells say which."""
    priced = [column for column in by_field.get("reference", []) if normal(column.text).strip("£ ") == "proxy"]
    priced = [column for column in priced if _are_amounts(column, rows)]
    if priced:
        by_field["own_unit_value"] = [*by_field.get("own_unit_value", []), *priced]
        left = [column for column in by_field.pop("reference") if column not in priced]
        by_field.update({"reference": left} if left else {})


def _are_amounts(column: Column, rows: list[Row]) -> bool:
    """Whether most of what a column holds is numbers."""
    filled = [cell for cell in _cells(column, rows) if cell not in (None, "")]
    return sum(map(is_amount, filled)) * 2 > len(filled)


def _times(
    by_field: dict[str, list[Column]], rows: list[Row]
) -> tuple[tuple[Dated, ...], tuple[tuple[Column, ...], ...], list[Clash]]:
    """The columns of years, or of parts where no column holds the quantity itself; and those that say it again."""
    valued = not {"own_unit_value", "own_total"}.isdisjoint(by_field)
    years, clashes = _distinct(by_field.pop(PERIOD, []), rows, valued=valued)
    dated: tuple[Dated, ...] = tuple((column, column.heading.period) for column in years)
    parts, clashing = _distinct(by_field.pop(PART, []), rows, valued=valued)
    wholes: tuple[tuple[Column, ...], ...] = ()
    if len(parts) > 1 and not _holding(by_field.get("quantity", []), rows, alone=False):
        by_field.pop("quantity", None)
        spread = spread_over(parts, dated)
        dated, wholes, clashes = spread.columns, spread.wholes, [*clashes, *clashing]
    kinds = {(period is None, period is not None and period.number is None) for _, period in dated}
    if len(kinds) > 1:
        clashes.append(Clash("quantity", tuple(column for column, _ in dated)))
    return dated, wholes, clashes


def _distinct(columns: list[Column], rows: list[Row], *, valued: bool) -> tuple[list[Column], list[Clash]]:
    """One column for each time; of several that name the same one, that which holds anything.

    ``valued`` says that the sheet works out money of its own, which then is what pounds beside amounts are.
    """
    times: dict[tuple[object, ...], list[Column]] = {}
    for column in columns:
        period, part = column.heading.period, column.heading.part
        key = (period and (period.number, period.calendar), part and (part.kind, part.number, part.year))
        times.setdefault(key, []).append(column)
    found, clashes = [], []
    for same in times.values():
        left = _filled(tuple(same), rows)
        if len(left) > 1 and valued:
            left = tuple(column for column in left if column.heading.unit != _POUNDS) or left
        if len(left) > 1:
            clashes.append(Clash("quantity", left))
        else:
            found.append(left[0])
    return found, clashes


def _place_totals(by_field: dict[str, list[Column]], *, has_years: bool) -> None:
    """A column of totals checks the years beside it; without years it is the quantity, or the sheet's own."""
    totals = by_field.pop("total", [])
    if "own_unit_value" in by_field:  # pounds beside the value of one unit are what the sheet itself works out
        money = [column for column in totals if column.heading.unit == _POUNDS]
        by_field.update({"own_total": [*by_field.get("own_total", []), *money]} if money else {})
        totals = [column for column in totals if column not in money]
    if has_years:
        if "quantity" in by_field and not totals:
            totals = by_field.pop("quantity")
        if totals:
            by_field["total"] = totals
    elif totals:
        by_field.setdefault("own_total" if "quantity" in by_field else "quantity", []).extend(totals)


def _place_ticks(by_field: dict[str, list[Column]], rows: list[Row], *, has_years: bool) -> None:
    """A column headed “Offered?” that holds ticks, beside one of amounts, says whether a line is offered."""
    candidates = by_field.get("quantity", [])
    ticked = [column for column in candidates if _is_ticked([*_cells(column, rows)])]
    if ticked and "status" not in by_field and (has_years or "total" in by_field or len(ticked) < len(candidates)):
        by_field["quantity"] = [column for column in candidates if column not in ticked]
        by_field["status"] = ticked[:1]
        if not by_field["quantity"]:
            del by_field["quantity"]


def _is_ticked(cells: list[Raw]) -> bool:
    filled = [cell for cell in cells if cell not in (None, "")]
    return bool(filled) and all(
        isinstance(cell, bool) or (isinstance(cell, str) and cell.strip().casefold() in _TICKS) for cell in filled
    )


def _place_counts(by_field: dict[str, list[Column]], *, has_years: bool) -> None:
    """A column headed “No.” is the quantity where there is no other and it stands right of what it counts.

    On the left such a column only counts the rows.
    """
    keys = [column.index for name in ("reference", "description") for column in by_field.get(name, [])]
    counts = [column for column in by_field.pop("count", []) if keys and column.index > min(keys)]
    if counts and not has_years and not {"quantity", "total"} & by_field.keys():
        by_field["quantity"] = counts


def _settled(field: str, candidates: list[Column], rows: list[Row]) -> tuple[Column, ...]:
    if len(candidates) == 1:
        return (candidates[0],)
    if field == "description":  # a column of numbers beside texts numbers what the texts describe
        candidates = [column for column in candidates if not _are_amounts(column, rows)] or candidates
    if field in TEXTS:
        return (min(candidates, key=lambda column: (column.heading.rank, column.index)),)
    chosen = [column for column in candidates if column.heading.how == "as asked for"]
    left = tuple(chosen or candidates)
    if field == "quantity":  # a column that merely names a unit or counts gives way to one that is headed so
        named = tuple(column for column in left if column.heading.rank < _COUNTS or _is_total(column))
        left = named or left
    left = _filled(left, rows)
    if len(left) > 1 and field == "reference":
        left = _without(left, rows, _is_line_number)
    if len(left) > 1 and _all_equal(left, rows):
        left = left[:1]
    return left


def _filled(columns: tuple[Column, ...], rows: list[Row]) -> tuple[Column, ...]:
    """The columns that hold anything; all of them when none does."""
    return _without(columns, rows, lambda cells: not any(cell not in (None, "") for cell in cells))


def _holding(columns: list[Column], rows: list[Row], *, alone: bool) -> tuple[Column, ...]:
    """The columns that hold anything; all of them where they stand ``alone`` for the quantity."""
    return tuple(column for column in columns if alone or any(_filled_at(row, column.index) for row in rows))


def _filled_at(row: Row, index: int) -> bool:
    return index < len(row.cells) and row.cells[index] not in (None, "")


def _without(columns: tuple[Column, ...], rows: list[Row], unwanted: Callable[[list[Raw]], bool]) -> tuple[Column, ...]:
    left = tuple(column for column in columns if not unwanted(list(_cells(column, rows))))
    return left or columns


def _is_line_number(cells: list[Raw]) -> bool:
    """Whether a column only counts its own rows (1, 2, 3 …)."""
    filled = [cell for cell in cells if cell not in (None, "")]
    numbers = [number for cell in filled if (number := _whole(cell)) is not None]
    return bool(filled) and len(numbers) == len(filled) and numbers == sorted(set(numbers))


def _whole(cell: Raw) -> int | None:
    if isinstance(cell, str):
        bare = cell.strip().rstrip(".")
        return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 7 else None  # noqa: PLR2004
    if isinstance(cell, float | int) and not isinstance(cell, bool) and cell == int(cell):
        return int(cell)
    return None


def _all_equal(columns: tuple[Column, ...], rows: list[Row]) -> bool:
    first, *others = (list(_cells(column, rows)) for column in columns)
    return all(first == other for other in others)


def _cells(column: Column, rows: list[Row]) -> Iterable[Raw]:
    for row in rows[:_SAMPLE]:
        yield row.cells[column.index] if column.index < len(row.cells) else None

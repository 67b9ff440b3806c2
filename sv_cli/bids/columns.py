"""Owns the columns of one table: which column stands for which field, and what stays ambiguous."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from sv_cli.bids.cells.periods import find_period
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.codes import code_before_title, is_coded, is_library_id, is_measure_code
from sv_cli.bids.headings import ODD_YEAR, PERIOD, RATE, Heading, spelt_out
from sv_cli.bids.sheets.grid import Raw, Row
from sv_cli.bids.tables import Column, Span
from sv_cli.bids.units import Units
from sv_cli.bids.words import RATES
from sv_cli.model.bids import Period

TEXTS = frozenset(("description", "evidence", "owner", "theme", "outcome", "own_unit_value", "own_total"))
SHARES = ("deadweight", "displacement", "attribution", "drop_off")
_SAMPLE = 2_000
_TICKS = frozenset(
    ("yes", "no", "y", "n", "x", "true", "false", *"\u2610\u2611\u2612\u2713\u2714\u2717\u2718\u2705\u274c")
)
_LONGEST_RATE = 30
_COUNTS = 500  # the rank of headings that count or name a unit; see Headings
# What a heading says whose column names the measure, and not just the line; the library's own names last
_MEASURES = (
    frozenset(("tom", "toms", "nt", "themis", "measure", "measures", "metric", "mac", "indicator")),
    frozenset(("proxy", "library")),
)


class Clash(Struct, frozen=True):
    """Several columns that answer to one field, none of which the table settles."""

    field: str
    columns: tuple[Column, ...]


class Layout(Struct, frozen=True):
    """What each column of a table is.

    ``years`` are the columns that spread the quantity over years, ``costs`` those that spread the cost.
    ``coded`` says that the descriptions begin with references, which count where no column of them is filled in.
    """

    columns: dict[str, Column]
    years: tuple[tuple[Column, Period], ...]
    clashes: tuple[Clash, ...]
    left: int
    right: int
    costs: tuple[Column, ...] = ()
    coded: bool = False

    def column(self, field: str) -> Column | None:
        """The column of a field, or None."""
        return self.columns.get(field)

    def named(self) -> dict[str, str]:
        """The heading of every field, in the sheet's order."""
        columns = [(column.index, field, column.text) for field, column in self.columns.items()]
        columns += [(column.index, f"{PERIOD} {period.label}", column.text) for column, period in self.years]
        return {field: text for _, field, text in sorted(columns)}


def settle(span: Span, rows: list[Row], units: Units) -> Layout:
    """One column for each field, by rank for texts, by what the cells hold for the rest; clashes are told."""
    by_field: dict[str, list[Column]] = {}
    for column in span.columns:
        by_field.setdefault(column.heading.field, []).append(column)
    years, clashes = _years(by_field.pop(PERIOD, []), rows)
    odd = _holding(by_field.pop(ODD_YEAR, []), rows, alone=not years and "quantity" not in by_field)
    if odd and (years or "quantity" not in by_field):
        clashes.append(Clash(ODD_YEAR, odd))
    _place_ticks(by_field, rows, has_years=bool(years))
    _place_codes(by_field, span.left, rows)
    _place_units(by_field, rows, units)
    _place_rates(by_field, rows)
    _place_totals(by_field, has_years=bool(years))
    _place_counts(by_field, has_years=bool(years))
    rates = _holding(by_field.pop(RATE, []), rows, alone=False)
    if rates and not years and not _is_multiplied(by_field) and _may_be_multiplied(by_field):
        clashes.append(Clash(RATE, rates))
    costs = tuple(column for column in by_field.get("cost", []) if find_period(column.text))
    if len(costs) > 1:
        by_field["cost"] = list(costs[:1])
    columns: dict[str, Column] = {}
    for field, candidates in by_field.items():
        left = _settled(field, candidates, rows)
        if len(left) == 1:
            columns[field] = left[0]
        else:
            clashes.append(Clash(field, left))
    described = columns.get("description")
    settled = "reference" in columns or "reference" not in by_field
    coded = settled and described is not None and _holds(described, rows, code_before_title) > 1
    return Layout(columns, years, tuple(clashes), span.left, span.right, costs if len(costs) > 1 else (), coded)


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


def _years(columns: list[Column], rows: list[Row]) -> tuple[tuple[tuple[Column, Period], ...], list[Clash]]:
    years: dict[tuple[int | None, int | None], list[Column]] = {}
    for column in columns:
        period = column.heading.period
        if period is not None:
            years.setdefault((period.number, period.calendar), []).append(column)
    found, clashes = [], []
    for same in years.values():
        left = _filled(_counting(tuple(same)), rows)
        if len(left) > 1:
            clashes.append(Clash("quantity", left))
        elif left[0].heading.period is not None:
            found.append((left[0], left[0].heading.period))
    if len({period.number is None for _, period in found}) > 1:
        clashes.append(Clash("quantity", tuple(column for column, _ in found)))
    return tuple(found), clashes


def _place_totals(by_field: dict[str, list[Column]], *, has_years: bool) -> None:
    """A column of totals checks the years beside it; without years it is the quantity, or the sheet's own."""
    totals = list(_counting(tuple(by_field.pop("total", []))))
    if has_years:
        if "quantity" in by_field and not totals:
            totals = by_field.pop("quantity")
        if totals:
            by_field["total"] = totals
    elif totals:
        by_field.setdefault("own_total" if "quantity" in by_field else "quantity", []).extend(totals)


def _counting(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns without those that say the same in money; all of them when all do."""
    return tuple(column for column in columns if not _is_money(column)) or columns


def _is_money(column: Column) -> bool:
    return "\u00a3" in column.text or (column.heading.unit or "").startswith("GBP")


def _place_codes(by_field: dict[str, list[Column]], left: int, rows: list[Row]) -> None:
    """Codes below ``Measure``, alone or before a title, are references; so are those left of a table without any."""
    described = by_field.get("description", [])
    codes = [
        column
        for column in described
        if ("reference" not in by_field and _holds(column, rows, is_measure_code))
        or (names_measure(column) and _holds(column, rows, is_coded))
    ]
    if len(codes) == 1:
        by_field["description"] = [column for column in described if column not in codes] or codes
        by_field.setdefault("reference", []).extend(codes)
    for index in range(left - 1, -1, -1) if "reference" not in by_field else ():
        beside = Column(index, "", Heading("reference", "its cells are codes"))
        if _holds(beside, rows, is_measure_code):
            by_field["reference"] = [beside]
        if "reference" in by_field or not any(_filled_at(row, index) for row in rows):
            return


def _place_units(by_field: dict[str, list[Column]], rows: list[Row], units: Units) -> None:
    """``How many | What`` over ``40 | hours``: a column of units and nothing else is no description."""
    what = [column for column in by_field.get("description", []) if normal(column.text) == "what"]
    if (
        len(what) == 1
        and "unit" not in by_field
        and all(
            cell in (None, "") or (isinstance(cell, str) and units.find(folded(cell))) for cell in _cells(what[0], rows)
        )
    ):
        by_field["unit"] = what
        by_field["description"].remove(what[0])
        if not by_field["description"]:
            del by_field["description"]


def _place_rates(by_field: dict[str, list[Column]], rows: list[Row]) -> None:
    """Notes that say ``per year`` and nothing else tell of the quantity beside them."""
    notes = [
        column
        for column in by_field.get("evidence", [])
        if any(_is_rate(row.cells[column.index]) for row in rows if column.index < len(row.cells))
    ]
    if len(notes) == 1 and not {"timing", "basis"} & by_field.keys():
        by_field["timing"] = notes


def _is_rate(cell: Raw) -> bool:
    return isinstance(cell, str) and len(cell) < _LONGEST_RATE and normal(cell) in RATES


def names_measure(column: Column) -> int:
    """How surely a heading speaks of the measure, 0 when it does not: then it may only name the line."""
    words = set(spelt_out(column.text))
    return next((at for at, names in enumerate(_MEASURES, start=1) if words & names), 0)


def _holds(column: Column, rows: list[Row], is_wanted: Callable[[str], object]) -> int:
    """How many cells of a column are as wanted; 0 unless most are, since totals and notes may be among them."""
    texts = [folded(cell) if isinstance(cell, str) else "" for cell in _cells(column, rows) if cell not in (None, "")]
    wanted = sum(bool(is_wanted(text)) for text in texts)
    return wanted if 2 * wanted > len(texts) else 0


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
    if field in TEXTS or field == "timing":
        return (min(candidates, key=lambda column: (column.heading.rank, column.index)),)
    chosen = [column for column in candidates if column.heading.how == "as asked for"]
    left = tuple(chosen or candidates)
    if field == "quantity":  # a column that merely names a unit or counts gives way to one that is headed so
        named = tuple(column for column in left if column.heading.rank < _COUNTS or _is_total(column))
        left = named or left
    left = _filled(left, rows)
    if len(left) > 1 and field == "reference":
        left = _without(left, rows, _is_line_number)
        left = _without(left, rows, _is_numbers)
        left = tuple(column for column in left if _holds(column, rows, is_library_id)) or left
        surest = max(map(names_measure, left))
        left = tuple(column for column in left if names_measure(column) == surest)
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


def _is_numbers(cells: list[Raw]) -> bool:
    """Whether a column holds whole numbers only, as those of records and lines do."""
    return all(_whole(cell) is not None for cell in cells if cell not in (None, ""))


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

"""Owns the columns that spread a quantity: over years, their parts, and over lots or those who deliver them."""

import re
from collections.abc import Mapping

from msgspec import Struct

from sv_cli.bids.cells.looks import is_amount, says_none, speaks_of_money
from sv_cli.bids.cells.parts import FISCAL, SLICE, Part, find_part
from sv_cli.bids.cells.periods import find_period
from sv_cli.bids.cells.spelt import SPELT
from sv_cli.bids.cells.text import normal
from sv_cli.bids.sheets.grid import Raw, Row, cell_at, column_at, not_empty
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import ODD_YEAR, PART, PERIOD, RATE, RISEN, RUNNING, Heading
from sv_cli.bids.tables.headings.stages import several_years
from sv_cli.bids.tables.headings.timed import WORDED, is_cumulative
from sv_cli.bids.tables.several.spread import Dated, spread_over, time_of
from sv_cli.bids.tables.under.by_field import ByField, as_field, take_from
from sv_cli.bids.tables.under.held import (
    Column,
    are_amounts,
    are_numbers,
    cells,
    filled,
    holding,
    is_ticked,
    number_at,
)
from sv_cli.bids.tables.under.worked_out import come_to
from sv_cli.late import late
from sv_cli.model.bids import Period

_FINANCIAL = late(r"f ?y ?e? ?(?:20)?([0-9]{2})(?: target| quantity| qty)?")
_ELSE = late(
    r"\b(?:scor|weight|mark|rank|rating|achiev|outturn|previous|current|last|existing|proxy|price|%)", re.IGNORECASE
)
_PLACED = late(r"\b(?:points?|max\w*|min\w*|priorit\w*|page|row|line|order|baseline|per|each|rate)\b", re.IGNORECASE)
_SHARING = "because it has amounts next to those of others that share the quantity"
_LATER = late(
    r"(?:(?:(?:all )?(?:the )?other|rest|remainder|remaining|balance|later)(?: of)?(?: the)?"
    r"(?: (?:years?|contract|term|period))?"
    r"|(?:on ?going|steady state|business as usual|bau|(?:per|each|every) year after(?: that| this| year 1)?"
    r"|after (?:that|year 1|the first year))(?: (?:p a|per annum|per year|each year|each))?)"
)
_OF_LATER = Heading(ODD_YEAR, "because it refers to later years")
# What says something, and neither how much nor that this is to come
_WORDED = late(
    rf"\W*(?!(?:{'|'.join(SPELT)}|tb[acd]|to be|as|same|see|per|up|approx\w*|circa|about|max\w*|min\w*|ditto|yes|no)\b)"
    r"[a-z]{2}(?!.*[0-9])",
    re.IGNORECASE | re.DOTALL,
)
_UNHEADED = Heading(ODD_YEAR, "because it has amounts among those of dates")
_NO_AMOUNTS = frozenset((None, "", 0, "0"))


class Clash(Struct, frozen=True):
    """Several columns that answer to one field, none of which the table settles."""

    field: str
    columns: tuple[Column, ...]


class Times(Struct):
    """The columns of years or their parts that make up a quantity, those that say it again, and what is to be asked.

    ``cumulative`` says that each of ``dated`` holds what has come together until then. Each of ``checked`` are parts of
    one kind beside a column that holds the quantity itself. ``by_unit`` says that some of ``dated`` are of one time,
    and a line fills in those of one unit: ``Hours | £`` below each year.
    """

    dated: tuple[Dated, ...]
    wholes: tuple[tuple[Column, ...], ...]
    clashes: list[Clash]
    cumulative: bool = False
    checked: tuple[tuple[Column, ...], ...] = ()
    by_unit: bool = False


def risen(columns: Mapping[str, Column], rows: list[Row]) -> list[Clash]:
    """A clash of a cumulative quantity, of which a measure has a row for each of several years."""
    if not {"quantity", "year", "reference"} <= columns.keys() or not is_cumulative(columns["quantity"].text):
        return []
    of = [columns[name].index for name in ("reference", "description") if name in columns]
    told = [tuple(cell_at(row, at) for at in of) for row in rows if number_at(row, columns["quantity"].index)]
    return [Clash(RISEN, (columns["quantity"],))] if len(set(told)) < len(told) else []


def find_times(by_field: ByField, rows: list[Row]) -> Times:
    """The columns over which the quantity is spread: ``Y1 | Y2``, or ``Q1 | Q2`` where no column holds it in all."""
    counted = _place_unnamed_years(by_field, rows)
    years, clashes = _distinct(_dated(by_field, rows, counted=counted), rows)
    by_unit = len(set(map(_time, years))) < len(years)
    found = Times(tuple((column, column.heading.period) for column in years), (), clashes, by_unit=by_unit)
    parts, clashing = _distinct(by_field.pop(PART, []), rows)
    parts = _without_slices(parts, rows, has_years=bool(years))
    if _are_of_fiscal_years(parts):
        if not add_up(tuple(parts), by_field, rows):
            found.clashes.append(Clash("quantity", tuple(parts)))
        return found
    running, _ = _distinct(by_field.pop(RUNNING, []), rows)
    if len(parts) > 1 and counted and not years:
        found.checked = _by_kind(parts)
    elif len(parts) > 1 and not counted:
        by_field.pop("quantity", None)
        spread = spread_over(parts, found.dated)
        found = Times(spread.columns, spread.wholes, [*clashes, *clashing])
    elif not years and not counted and len(running) > 1:
        by_field.pop("quantity", None)
        found = Times(tuple((column, column.heading.period) for column in running), (), clashes, cumulative=True)
    elif found.dated:
        by_field.setdefault(ODD_YEAR, []).extend(_beyond(running, found.dated))
        found.dated = (*_of_other_years(parts, found.dated, counted=counted), *found.dated)
    if _are_numbered_otherwise(found.dated):
        found.clashes.append(Clash("quantity", tuple(column for column, _ in found.dated)))
    return found


def _place_unnamed_years(by_field: ByField, rows: list[Row]) -> bool:
    """Move columns of years with odd names to their fields; tell whether a column holds the quantity itself."""
    counted = bool(holding(by_field.get("quantity", []), rows))
    if not counted and by_field.keys().isdisjoint((PERIOD, PART, RUNNING, RATE, "total", "count")):
        _place_all_years(by_field)
        counted = "quantity" in by_field
    if not counted and by_field.keys().isdisjoint((PERIOD, PART, RUNNING)):
        _place_financial(by_field)
    _place_sum_of_years(by_field, rows)
    return counted


def _dated(by_field: ByField, rows: list[Row], *, counted: bool) -> list[Column]:
    """The columns of years, without those that beside a quantity hold its shares in per cent, or tell what is done."""
    named = [each for each in by_field.pop(PERIOD, []) if each.heading.how != WORDED or are_amounts(each, rows)]
    if counted or ("total" in by_field and all(map(_is_share, named))):
        return [each for each in named if not _is_share(each) and not _narrates(each, rows)]
    return named


def _are_numbered_otherwise(dated: tuple[Dated, ...]) -> bool:
    """Whether some columns are of years with a number, and others of years with a date, or of none."""
    return len({(period is None, period is not None and period.number is None) for _, period in dated}) > 1


def _are_of_fiscal_years(parts: list[Column]) -> bool:
    """``Q4 FY26 | Q1 FY27``: which year of the contract each is in cannot be told."""
    told = (column.heading.part for column in parts)
    return len({part.year for part in told if part is not None and part.label == FISCAL}) > 1


def _place_financial(by_field: ByField) -> None:
    """``FY26 | FY27 | FY28``: by some April 2026 is in the first of them, by others not; they are years 1, 2 and 3."""
    odd = by_field.get(ODD_YEAR, [])
    named = [(int(match[1]), column) for column in odd if (match := _FINANCIAL.fullmatch(normal(column.text)))]
    years = [year for year, _ in named]
    if len(named) != len(odd) or len(odd) < 2 or years != [*range(years[0], years[0] + len(years))]:  # noqa: PLR2004
        return
    by_field.pop(ODD_YEAR)
    by_field[PERIOD] = [_numbered(column, number) for number, (_, column) in enumerate(named, 1)]


def _place_all_years(by_field: ByField) -> None:
    """``Target Yr 1-3`` is the quantity where it alone holds amounts."""
    odd = by_field.get(ODD_YEAR, [])
    if len(odd) == 1 and odd[0].heading.guessed:
        by_field["quantity"] = [as_field(column, "quantity") for column in odd]
        del by_field[ODD_YEAR]


def _place_sum_of_years(by_field: ByField, rows: list[Row]) -> None:
    """``Y1 | Y2 | Y3 | Y1-3``: the last is the total, where the years come to it in every row."""
    odd, years = by_field.get(ODD_YEAR, []), tuple(by_field.get(PERIOD, []))
    sums = [each for each in odd if (several := several_years(each.text)) and several[0].guessed]
    if len(sums) != 1 or len(years) < 2 or "total" in by_field:  # noqa: PLR2004 - one year has no sum
        return
    if come_to(years, sums[0], rows):
        by_field["total"] = [as_field(sums[0], "total")]
        take_from(by_field, ODD_YEAR, sums)


def _numbered(column: Column, number: int) -> Column:
    how = f"as year {number} of the contract, because its name does not say in which April it begins"
    period = Period(column.text, number=number)
    return as_field(column, PERIOD, period=period, how=how, guessed=True)


def _by_kind(parts: list[Column]) -> tuple[tuple[Column, ...], ...]:
    """The parts of each kind that are several; shares of the quantity are none."""
    kinds: dict[str, list[Column]] = {}
    for column in parts:
        if column.heading.part is not None and not _is_share(column):
            kinds.setdefault(column.heading.part.kind, []).append(column)
    return tuple(tuple(columns) for columns in kinds.values() if len(columns) > 1)


def _is_share(column: Column) -> bool:
    """Whether a year's column says what share of a quantity beside it falls in the year."""
    return column.heading.unit == "percent"


def _narrates(column: Column, rows: list[Row]) -> bool:
    """Whether the cells of a year's column all say what is done in it, or tick it: ``Set up the scheme``, ``✓``."""
    held = not_empty(cells(column, rows))
    told = [cell for cell in held if isinstance(cell, str) and _WORDED.match(cell) and not says_none(cell)]
    worded = bool(held) and len(told) == len(held) and any(" " in cell.strip() for cell in told)
    return worded or is_ticked(held)


def _beyond(running: list[Column], dated: tuple[Dated, ...]) -> list[Column]:
    """The running totals (``By end of Q2``) up to a time that has no column of its own."""
    told = {_time(column) for column, _ in dated}
    return [column for column in running if _time(column) not in told]


def _of_other_years(parts: list[Column], dated: tuple[Dated, ...], *, counted: bool) -> tuple[Dated, ...]:
    """A part of a year that has no column of its own, and is all of it that the contract has: ``2026/27 (Oct-Mar)``."""
    told = {time_of(period) for _, period in dated if period is not None}
    named = ((column, column.heading.period) for column in parts if not counted)
    return tuple((column, period) for column, period in named if period is not None and time_of(period) not in told)


def _without_slices(parts: list[Column], rows: list[Row], *, has_years: bool) -> list[Column]:
    """The parts of a quantity: those of years, or else lots and deliverers whose columns hold amounts."""
    timed = [column for column in parts if not is_slice(column)]
    sliced = [column for column in parts if is_slice(column) and any(map(is_amount, cells(column, rows)))]
    beside = timed or (has_years and all(column.heading.period is None for column in sliced))
    return timed if beside else sliced


def is_slice(column: Column) -> bool:
    """Whether a column is headed by a lot, a deliverer or a stage, which all share the quantity."""
    return column.heading.part is not None and column.heading.part.kind == SLICE


def are_years_of_one_lot(columns: list[Column]) -> bool:
    """Whether columns are the years of a single lot: ``Lot 2 Year 1 | Lot 2 Year 2``."""
    parts = {column.heading.part for column in columns}
    labels = [part.label for part in parts if part is not None]
    one = len(parts) == 1 and labels[:1] != [] and labels[0].startswith("lot")
    return one and all(column.heading.period is not None for column in columns)


def odd_years(by_field: ByField, rows: list[Row], years: tuple[Dated, ...]) -> tuple[Column, ...]:
    """The columns of times of which no year is told, such as ``Extension``, where they may bear on the quantity."""
    odd = by_field.pop(ODD_YEAR, [])
    if years:
        return tuple(column for column in odd if not all(map(is_nought, column_at(rows, column.index))))
    return () if "quantity" in by_field else tuple(odd)


def years_of_other_names(
    unknown: tuple[tuple[int, str], ...], years: tuple[Dated, ...], rows: list[Row]
) -> tuple[Column, ...]:
    """The columns of amounts of a year that has no other column, and whose names say more: ``Year 3 growth``."""
    told = {time_of(period) for _, period in years if period is not None}
    calendar = [period.calendar for _, period in years if period is not None and period.calendar]
    found = []
    for at, text in unknown if told else ():
        if _LATER.fullmatch(normal(text)) and are_numbers(column := Column(at, text, _OF_LATER), rows):
            found.append(column)
            continue
        named = find_period(text) if any(map(str.isdigit, text)) and not _speaks_of_else(text) else None
        if named is None or time_of(named[0]) in told or (calendar and (named[0].calendar or 0) < min(calendar)):
            continue
        column = Column(at, text, Heading(ODD_YEAR, "because it refers to years", period=named[0]))
        found += [column] if are_amounts(column, rows) else []
    return tuple(found)


def sharing(unknown: tuple[tuple[int, str], ...], years: tuple[Dated, ...], by_field: ByField,
            rows: list[Row]) -> tuple[Column, ...]:  # fmt: skip
    """The columns of amounts beside those of lots or deliverers, which may be of another: ``Us | Partner A``.

    Beside a total they are where it counts them too.
    """
    slices = tuple(column for column, _ in years)
    if not slices or not all(map(is_slice, slices)):
        return ()
    reach = range(slices[0].index - 1, slices[-1].index + 2)
    named = (each for each in unknown if each[0] in reach and not _speaks_of_else(each[1]))
    found: tuple[Column, ...] = ()
    for at, text in named:
        share = Part(SLICE, 0, label=text.casefold())
        column = Column(at, text, Heading(ODD_YEAR, _SHARING, part=share))
        found += (column,) if not _PLACED.search(text) and are_numbers(column, rows) else ()
    return found if "total" not in by_field or add_up((*slices, *found), by_field, rows) else ()


def unnamed_among(span: Span, years: tuple[Dated, ...], rows: list[Row]) -> tuple[Column, ...]:
    """The columns of amounts without a heading, among those of times or at their ends, that are no sum of others.

    So are those of a name that says more than the part of a year it is of: ``Q1 (TBC)``.
    """
    times = tuple(column for column, _ in years)
    if not times:
        return ()
    reach = range(min(column.index for column in times) - 1, max(column.index for column in times) + 2)
    under = named_below(times, rows)
    found = [Column(at, under.get(at, ""), _UNHEADED) for at in reach if at >= 0 and at not in span.headed]
    found += [Column(at, text, _UNHEADED) for at, text in span.unknown if at in reach and _names_part(text)]
    rows = rows[bool(under) :]
    return tuple(each for each in found if are_numbers(each, rows) and not _is_sum_before(each, times, rows))


def named_below(times: tuple[Column, ...], rows: list[Row]) -> dict[int, str]:
    """What the row below a heading calls its columns and those beside them: ``Men | Women`` below each year."""
    told = {at: cell for at, cell in enumerate(rows[0].cells) if cell not in (None, "")} if rows else {}
    named = {at: cell for at, cell in told.items() if isinstance(cell, str) and at >= times[0].index - 1}
    return named if named == told and named.keys() >= {column.index for column in times} else {}


def _names_part(text: str) -> bool:
    return any(map(str.isalpha, text)) and not _speaks_of_else(text) and find_part(text) is not None


def _is_sum_before(column: Column, times: tuple[Column, ...], rows: list[Row]) -> bool:
    """Whether a column is what those of times before it come to, or some of them right before it."""
    before = [each for each in times if each.index < column.index]
    return any(come_to(tuple(before[at:]), column, rows) for at in range(len(before) - 1))


def _speaks_of_else(text: str) -> bool:
    return speaks_of_money(text) or _ELSE.search(text) is not None


def add_up(parts: tuple[Column, ...], by_field: ByField, rows: list[Row]) -> bool:
    """Whether one column of totals is what the parts come to in every row that fills it in."""
    totals = by_field.get("total", [])
    return len(totals) == 1 and len(parts) > 1 and come_to(parts, totals[0], rows)


def is_nought(cell: Raw) -> bool:
    """Whether a cell adds nothing: it is empty or 0."""
    return cell is None or (isinstance(cell, str | float | int) and cell in _NO_AMOUNTS)


def _distinct(columns: list[Column], rows: list[Row]) -> tuple[list[Column], list[Clash]]:
    """One column for each time; of several that name the same one, that which counts and holds anything."""
    times: dict[object, list[Column]] = {}
    for column in columns:
        times.setdefault(_time(column), []).append(column)
    found, clashes = [], []
    for same in times.values():
        left = filled(counting(tuple(same)), rows)
        if _are_of_units(same, rows):
            found += same
        elif len(left) > 1:
            clashes.append(Clash("quantity", left))
        else:
            found.append(left[0])
    return found, clashes


def _are_of_units(same: list[Column], rows: list[Row]) -> bool:
    """Whether columns of one time count in as many units, of which a line fills in one.

    Pounds beside what is counted in most lines say what that is worth.
    """
    units, counted = {column.heading.unit for column in same}, counting(tuple(same))
    if len(units) < max(len(same), 2) or (len(counted) > 1 and None in units):
        return False
    told = [[column for column in same if states_some(cell_at(row, column.index))] for row in rows]
    alone = [columns[0] for columns in told if len(columns) == 1]
    several = sum(len(columns) > 1 for columns in told)
    pounds = len(counted) < len(same)
    if not pounds or not several:
        return bool(alone)
    both = {is_money(column) for column in alone} == {True, False}
    return len(alone) > (several if both else 2 * several)


def states_some(cell: Raw) -> bool:
    """Whether a cell fills in its column: a nought, a dash and ``n/a`` say that the line is of another."""
    return not is_nought(cell) and not (isinstance(cell, str) and says_none(cell))


def _time(column: Column) -> object:
    period, part = column.heading.period, column.heading.part
    return time_of(period), part and (part.kind, part.number, part.year, part.label)


def counting(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns without those that say the same in money; all of them when all do."""
    return tuple(column for column in columns if not is_money(column)) or columns


def is_money(column: Column) -> bool:
    """Whether a column holds pounds."""
    return "\u00a3" in column.text or (column.heading.unit or "").startswith("GBP")

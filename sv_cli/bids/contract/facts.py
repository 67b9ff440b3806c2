"""Owns the facts of the contract: labels with their values around the tables and on cover sheets."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.bids.cells.dates import names_no_day, order_of
from sv_cli.bids.cells.numbers import Problem
from sv_cli.bids.cells.text import folded, normal, shown_text, visible
from sv_cli.bids.cells.units import COUNT
from sv_cli.bids.contract.rivals import RIVALLED, rivals
from sv_cli.bids.late import late
from sv_cli.bids.records import Tools
from sv_cli.bids.sheets.grid import Grid, Raw, Row, cell_at
from sv_cli.bids.tables.find import Span
from sv_cli.bids.tell import Teller
from sv_cli.bids.terms.labels import LONGEST_LABEL, misspelt_fact, named_fact
from sv_cli.bids.terms.rates import basis_of
from sv_cli.model.bids import Cell, Contract

_BRACKETS = late(r"[(\[][^()\[\]]*[)\]]")
_TO = late(r"\s+(?:to|until|till|-)\s+|\s*[\u2013\u2014]\s*", re.IGNORECASE)
# What heads a column that tells one bid from another, wherever it stands in a table
BIDDERS = frozenset(
    (
        *("supplier", "supplier name", "supplier id", "supplier no", "bidder", "bidder name", "bidder id", "bidder no"),
        *("tenderer", "tenderer name", "tenderer id", "bid id", "bid ref", "bid reference", "bid no", "bid number"),
        *("submission id", "submission ref", "submission reference", "submission no"),
    )
)
# What is of each line where the lines of a column differ: the term of a school, a project
_EACH = frozenset(("project", "project name", "project title", "scheme", "scheme name", "opportunity", "term",
                   "length"))  # fmt: skip
_REACH = 8
_MONTHS = Decimal(12)
_MOST_YEARS = 100
_YEARLY = late(r"year|yr", re.IGNORECASE)
_MEASURED = frozenset(("value", "years"))
_UNIT_YEARS = {"year": Decimal(1), "month": _MONTHS}


class Fact(Struct, frozen=True):
    """One label with its value, as read; ``whole_month`` says that a day was told as a month and no day of it."""

    name: str
    value: str | Decimal | date
    cell: Cell
    label: str
    whole_month: bool = False


def read_facts(grids: list[tuple[Grid, tuple[Span, ...]]], tools: Tools, file: str, found: list[Teller]) -> Contract:
    """The contract's facts from every sheet that is read; two different values for one fact are told."""
    facts: list[Fact] = []
    for grid, spans in grids:
        teller = Teller(file, grid.name, [], places=grid.places)
        found.append(teller)
        facts += _sheet_facts(grid, spans, tools.desk.labels, tools, teller)
    return _contract(facts, file, found, tools.desk.options.stated)


def _sheet_facts(
    grid: Grid, spans: tuple[Span, ...], labels: Mapping[str, str], tools: Tools, teller: Teller
) -> Iterator[Fact]:
    by_number: dict[int, Row] = {}
    headings = {(grid.rows[span.head].number, index): span for span in spans for index in adjoining(grid, span)}
    for span in spans:
        yield from _bidders(grid, span, tools, teller)
    for row, index in _outside(grid.rows, spans):
        cell = row.cells[index]
        if (row.number, index) in headings:
            yield from _below(grid, row, index, headings[row.number, index], labels, tools, teller)
        elif isinstance(cell, str) and 0 < len(cell) <= 4 * LONGEST_LABEL:
            by_number = by_number or {row.number: row for row in grid.rows}
            yield from _fact(grid, row, index, labels, tools, teller, by_number)


def _outside(rows: list[Row], spans: tuple[Span, ...]) -> Iterator[tuple[Row, int]]:
    """The cells that belong to no table: above it, beside it, or in a pair of cells after an empty row below it."""
    at = 0
    for span in spans:
        for row in rows[at : span.head]:
            yield from ((row, index) for index in range(len(row.cells)))
        at = max(at, span.stop)
        gap, width = False, span.right + 1
        for row in rows[span.head : span.stop]:
            gap = gap or row.after_gap
            if span.left or len(row.cells) > width:
                yield from ((row, index) for index in range(len(row.cells)) if not span.left <= index <= span.right)
            if gap and len(row.cells) > 1 and _few_cells(row):
                yield from ((row, index) for index in range(span.left, min(width, len(row.cells))))
    for row in rows[at:]:
        yield from ((row, index) for index in range(len(row.cells)))


def adjoining(grid: Grid, span: Span) -> Iterator[int]:
    """The columns whose headings adjoin those that are known, and so are headings too."""
    head = grid.rows[span.head]  # which may end before the parts of the row below it
    for outwards in (range(span.left - 1, -1, -1), range(span.right + 1, len(head.cells))):
        yield from takewhile(lambda index: cell_at(head, index) not in (None, ""), outwards)


def _below(
    grid: Grid, row: Row, index: int, span: Span, labels: Mapping[str, str], tools: Tools, teller: Teller
) -> Iterator[Fact]:
    """What a column of the table says of the contract, as exports repeat it in every line."""
    label = folded(str(row.cells[index]))
    name = named_fact(label, labels) or ""
    said: dict[Raw, int] = {}
    for line in takewhile(lambda row: not row.after_gap, grid.rows[span.body : span.stop] if name else ()):
        said.setdefault(cell_at(line, index), line.number)
    told = [(cell, number) for cell, number in said.items() if cell not in (None, "")]
    for cell, number in told[: 0 if len(told) > 1 and normal(label) in _EACH else 2]:  # two are enough to ask
        yield from _valued(name, cell, label, (number, index), grid, tools, teller)


def _bidders(grid: Grid, span: Span, tools: Tools, teller: Teller) -> Iterator[Fact]:
    """The first two of several bidders that a column of the table tells apart: the sheet is a register of bids."""
    for index, label in span.unknown:
        said: dict[Raw, int] = {}
        for line in grid.rows[span.body : span.stop] if normal(label) in BIDDERS else ():
            cell = cell_at(line, index)
            if line.after_gap or len(said) == 2:  # noqa: PLR2004 - two that differ are enough to ask
                break
            said.update({} if cell in (None, "") else {cell: said.get(cell, line.number)})
        for cell, number in said.items() if len(said) > 1 else ():
            yield from _valued("supplier", cell, label, (number, index), grid, tools, teller)


def _few_cells(row: Row) -> bool:
    return sum(cell not in (None, "") for cell in row.cells) == 2  # noqa: PLR2004 - a label and its value


def _fact(
    grid: Grid, row: Row, index: int, labels: Mapping[str, str], tools: Tools, teller: Teller, by_number: dict[int, Row]
) -> Iterator[Fact]:
    text = folded(str(row.cells[index]))
    head, colon, tail = text.partition(":")
    name = named_fact(head, labels)
    if name is None:
        yield from _misspelt(grid, row, index, tools, teller)
        return
    if colon and tail.strip():
        yield from _valued(name, tail.strip(), head, (row.number, index), grid, tools, teller)
        return
    for value, number, column in _values(row, index, labels, by_number, colon=bool(colon)):
        if name in _MEASURED:
            beside = by_number[number].cells[column + 1 : column + 2]
            value = _with_unit(value, beside, ("", "£") if name == "value" else ("",), tools)  # noqa: PLW2901 - its unit
        yield from _valued(name, value, head, (number, column), grid, tools, teller)
        others = rivals(by_number, row.number, (value, number, column)) if name in RIVALLED else ()
        quiet = Teller(teller.file, teller.sheet, [])  # what is no such fact is none of the contract's
        for raw, *at in others:
            yield from _valued(name, raw, head, (at[0], at[1]), grid, tools, quiet)


def _misspelt(grid: Grid, row: Row, index: int, tools: Tools, teller: Teller) -> Iterator[Fact]:
    """What stands right of a label with a slip of the pen, if it can be the fact that the label seems to name."""
    label, value = folded(str(row.cells[index])).rstrip(": "), row.cells[index + 1 : index + 2]
    meant = misspelt_fact(label, value[0], tools.desk.labels, tools.desk.slips) if value else None
    if meant is not None and meant[0] in RIVALLED:
        value[0] = _with_unit(value[0], row.cells[index + 2 : index + 3], ("",), tools)
        at = (row.number, index + 1)
        for fact in _valued(meant[0], value[0], meant[1], at, grid, tools, Teller(teller.file, teller.sheet, [])):
            how = f"as a slip of the pen for {meant[1]!r}"
            teller.say("heading-guessed", row.number, index + 1, label, heading=label, field=_FACTS[meant[0]], how=how)
            yield fact


def _values(
    row: Row, index: int, labels: Mapping[str, str], by_number: dict[int, Row], *, colon: bool
) -> Iterator[tuple[Raw, int, int]]:
    """Where a label's value may stand: the next filled cell to its right, else the cell below it."""
    for column in range(index + 1, min(index + 1 + _REACH, len(row.cells))):
        cell = row.cells[column]
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            continue
        if isinstance(cell, str) and named_fact(cell.split(":")[0], labels) is not None:
            break  # the next label: this one is filled in below, or not at all
        yield cell, row.number, column
        return
    below = by_number.get(row.number + 1)
    if below is None or colon or index >= len(below.cells):
        return
    cell = below.cells[index]
    if cell is not None and not (
        isinstance(cell, str) and (not cell.strip() or named_fact(cell.split(":")[0], labels))
    ):
        yield cell, below.number, index


def _with_unit(raw: Raw, beside: list[Raw], signs: Sequence[str], tools: Tools) -> Raw:
    """A number with the unit, the scale or the rate that stands in the cell to its right: ``36 | months``."""
    read = tools.numbers.read
    alone = read(raw)
    said = folded(beside[0]) if beside and isinstance(beside[0], str) else ""
    if alone.value is None or not said:
        return raw
    texts = (f"{sign}{shown_text(raw)} {said}" for sign in signs)
    found = ((text, read(text)) for text in texts)
    return next((text for text, amount in found if amount.value is not None and amount != alone), raw)


def _valued(
    name: str, raw: Raw, label: str, at: tuple[int, int], grid: Grid, tools: Tools, teller: Teller
) -> Iterator[Fact]:
    row, index = at
    days = _from_and_to(raw, tools) if name == "years" and isinstance(raw, str) else ()
    if days:
        cell = Cell(grid.name, *grid.place(row, index + 1))
        months = map(names_no_day, _parts_of_period(raw)) if isinstance(raw, str) else ()
        yield from (
            Fact(which, day, cell, label, month)
            for which, day, month in zip(("start", "end"), days, months, strict=True)
        )
        return
    value, problem = _READERS[name](raw, label, tools)
    if name in tools.desk.options.stated:
        teller = Teller(teller.file, teller.sheet, [])  # the caller knows better: nothing is told of it
    if problem is not None and problem.name in _SAID_THERE:
        teller.problem(problem, row, index + 1, label)
    elif problem is not None:
        teller.say("fact-unread", row, index + 1, label, fact=_FACTS[name], text=visible(shown_text(raw))[:80],
                   wanted=_WANTED[name])  # fmt: skip
    elif value is None:
        teller.say("not-yet-stated", row, index + 1, label, text=repr(visible(shown_text(raw))[:40]))
    else:
        month = isinstance(raw, str) and name == "end" and names_no_day(raw)
        yield Fact(name, value, Cell(grid.name, *grid.place(row, index + 1)), label, month)


def _from_and_to(raw: str, tools: Tools) -> tuple[date, ...]:
    """The two days of ``1 April 2026 to 31 March 2029``; none where a text is no such period."""
    parts = _parts_of_period(raw)
    proved = {order for part in parts if (order := order_of(part))}
    dates = replace(tools.dates, order=proved.pop()) if len(proved) == 1 else tools.dates
    days = [day for part in parts if (day := dates.read(part).value) is not None]
    return tuple(days) if len(parts) == len(days) == 2 and days[0] < days[1] else ()  # noqa: PLR2004 - a first and a last


def _parts_of_period(raw: str) -> list[str]:
    return _TO.split(folded(raw).removeprefix("from ").removeprefix("From "))


_Reading = tuple[str | Decimal | date | None, Problem | None]
_UNREAD = Problem("fact-unread")
_SAID_THERE = frozenset(("ambiguous-date", "error-cell", "formula-without-result"))


def _in_brackets(label: str) -> str:
    return " ".join(_BRACKETS.findall(label)).strip("()[] ")


def _text(raw: Raw, _: str, tools: Tools) -> _Reading:
    text = shown_text(raw)
    return (None if text.casefold().strip(" .!") in tools.desk.words.not_yet else text or None), None


def _money(raw: Raw, label: str, tools: Tools) -> _Reading:
    amount = tools.numbers.read(raw)
    if amount.value is None:
        return None, amount.problem
    said = _in_brackets(label)
    unit = amount.unit or tools.desk.units.find(said) or "GBP"
    factor = {"GBP": 1, "GBPk": 1000, "GBPm": 1_000_000}.get(unit)
    if unit == COUNT:
        factor = 1
    if factor is None or amount.per or basis_of(said) == "year" or amount.value < 0:
        return None, _UNREAD
    if amount.unit is not None and amount.unit != unit:
        return None, _UNREAD
    return amount.value * factor, None


def _day(raw: Raw, _: str, tools: Tools) -> _Reading:
    day = tools.dates.read(raw)
    if day.problem is not None and day.problem.name == "not-yet-stated":
        return None, None
    return day.value, day.problem


def _years(raw: Raw, label: str, tools: Tools) -> _Reading:
    amount = tools.numbers.read(raw)
    if amount.value is None:
        return None, amount.problem
    said = tools.desk.units.find(_in_brackets(label).removeprefix("in "))
    unit = amount.unit or (said if said != COUNT else None) or ("month" if "month" in label.casefold() else "")
    if not unit and (amount.value < _MONTHS or _YEARLY.search(label)):
        unit = "year"  # of 36 months are as likely
    if unit not in _UNIT_YEARS or amount.per or not 0 < amount.value <= _MOST_YEARS * _UNIT_YEARS[unit]:
        return None, _UNREAD
    return amount.value / _UNIT_YEARS[unit], None


def _place(raw: Raw, label: str, tools: Tools) -> _Reading:
    text, problem = _text(raw, label, tools)
    return (tools.desk.places.get(normal(text), text) if isinstance(text, str) else None), problem


_READERS = {
    "supplier": _text, "title": _text, "value": _money, "start": _day, "end": _day, "years": _years, "place": _place,
}  # fmt: skip
_FACTS = {"supplier": "supplier", "title": "contract's title", "value": "contract value", "start": "contract's start",
          "end": "contract's end", "years": "contract's length", "place": "contract's place"}  # fmt: skip
_WANTED = {"value": "an amount in pounds, such as £1,200,000", "start": "a date, such as 1 April 2026",
           "end": "a date, such as 31 March 2029", "years": "a length, such as 3 years or 36 months",
           "supplier": "a name", "title": "a name", "place": "a place"}  # fmt: skip


def _contract(facts: list[Fact], file: str, found: list[Teller], stated: frozenset[str]) -> Contract:
    known: dict[str, Fact] = {}
    disputed: set[str] = set()
    for fact in facts:
        first = known.setdefault(fact.name, fact)
        if not _agree(first, fact):
            disputed.add(fact.name)
            _tell_dispute(first, fact, file, [] if fact.name in stated else found)
    kept = {name: fact for name, fact in known.items() if name not in disputed}
    values = {name: fact.value for name, fact in kept.items()}
    years = _length(kept, file, [] if "years" in stated else found, disputed=disputed)
    return Contract(
        supplier=_as_text(values.get("supplier")),
        title=_as_text(values.get("title")),
        value=_as_number(values.get("value")),
        start=_as_day(values.get("start")),
        years=years,
        place=_as_text(values.get("place")),
        cells={name: fact.cell for name, fact in kept.items()},
    )


def _agree(one: Fact, other: Fact) -> bool:
    if isinstance(one.value, str) and isinstance(other.value, str):
        return normal(one.value) == normal(other.value)
    return one.value == other.value


def _tell_dispute(one: Fact, other: Fact, file: str, found: list[Teller]) -> None:
    teller = Teller(file, other.cell.sheet, [])
    found.append(teller)
    where = f"{one.cell.sheet}!{one.cell.address}" if one.cell.sheet else one.cell.address
    teller.say("fact-disputed", other.cell.row, other.cell.column, other.label, fact=_FACTS[one.name],
               value=_for_people(other.value), other=_for_people(one.value), where=where)  # fmt: skip


def _length(known: Mapping[str, Fact], file: str, found: list[Teller], *, disputed: set[str]) -> Decimal | None:
    """The contract's length in years: as stated, else from its first and last day when these make whole months."""
    stated = _as_number(known["years"].value) if "years" in known else None
    start, end = known.get("start"), known.get("end")
    if start is None or end is None or "years" in disputed:
        return stated
    first, last = _as_day(start.value), _as_day(end.value)
    if first and last and end.whole_month and (last.month, last.day) != (first.month, first.day):
        last = _month_after(last) - timedelta(days=1)  # a contract to March 2029 runs to the last of March
    between = _between(first, last) if first and last else None
    if stated is not None and between is not None and between != stated:
        derived = Fact("years", between, end.cell, end.label)
        _tell_dispute(known["years"], derived, file, found)
        return None
    return between if stated is None else stated


def _between(first: date, last: date) -> Decimal | None:
    after = last + timedelta(days=1) if last.year < date.max.year else last
    months = (after.year - first.year) * 12 + after.month - first.month
    same_day_given = last.day == first.day and after.day != first.day
    if same_day_given:  # 1 April 2026 to 1 April 2029: people count the anniversary in
        months = (last.year - first.year) * 12 + last.month - first.month
        if months % 12 == _MONTHS - 1:
            return None  # the first of the last month, as programs keep “Mar-29”: the day may be none that was meant
    elif after.day != first.day:
        return None
    return Decimal(months) / _MONTHS if months > 0 else None


def _month_after(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _for_people(value: str | Decimal | date) -> str:
    if isinstance(value, Decimal):
        return f"{value:,f}"
    return value.isoformat() if isinstance(value, date) else repr(visible(value))


def _as_text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _as_number(value: object) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


def _as_day(value: object) -> date | None:
    return value if isinstance(value, date) else None

"""Owns the facts of the contract: labels with their values around the tables and on cover sheets."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from msgspec.structs import replace

from sv_cli.bids.cells.dates import names_no_day
from sv_cli.bids.cells.looks import is_amount
from sv_cli.bids.cells.text import folded, normal, shown_text, visible
from sv_cli.bids.contract import values
from sv_cli.bids.contract.agreed import CALLED, Fact, agreed
from sv_cli.bids.contract.beside import RIVALLED, heads_list, rivals
from sv_cli.bids.desk import Tools
from sv_cli.bids.sheets.grid import Grid, Raw, Row, cell_at, filled_cells
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tell import Teller
from sv_cli.bids.terms.labels import LONGEST_LABEL, is_asked, misspelt_fact, named_fact
from sv_cli.findings.finding import quoted
from sv_cli.late import late
from sv_cli.model.bids import Cell, Contract

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
_LABELLED = 2  # a label and its value
_SHORTEST_SENTENCE = 20
_OF_IT = late(r"\b(?:contract|framework|agreement|services?)\b", re.IGNORECASE)
_APART = late(r"[;|\n]|,(?= [A-Za-z ]{3,40}:)")  # what stands between facts that share a cell
_MEASURED = frozenset(("value", "years"))
_OF_CONTRACT = "contract "
_MOST_WORDS = 8
_BETWEEN_DAYS = 6  # cells, in which a first and a last day stand
_FROM_AND_TO = frozenset(("", "from", "to", "until", "and", "start", "end", "start date", "end date"))
_TIMES = frozenset(("start", "end", "years"))
_SAID_THERE = frozenset(("ambiguous-date", "error-cell", "formula-without-result"))  # with no word of what is wanted


class _Page(NamedTuple):
    """A sheet whose facts are read, with what they are read by and where it is told what is wrong with them."""

    grid: Grid
    tools: Tools
    teller: Teller

    @property
    def labels(self) -> Mapping[str, str]:
        """What people call each fact."""
        return self.tools.desk.labels

    def quiet(self) -> "_Page":
        """The page, of which nothing is told."""
        return self._replace(teller=Teller(self.teller.file, self.teller.sheet, []))


def read_facts(
    grids: list[tuple[Grid, tuple[Span, ...]]], tools: Tools, file: str, found: list[Teller], first: list[Grid]
) -> Contract:
    """The contract's facts from every sheet that is read; two different values for one fact are told.

    On a sheet that is to be read ``first``, what is no value of a fact may say what to enter, and nothing is told of.
    """
    facts: list[Fact] = []
    for grid in first:
        facts += _sheet_facts(_Page(grid, tools, Teller(file, grid.name, [], places=grid.places)), ())
    for grid, spans in grids:
        teller = Teller(file, grid.name, [], places=grid.places)
        found.append(teller)
        facts += _sheet_facts(_Page(grid, tools, teller), spans)
    return agreed(facts, file, found, tools.desk.options.stated)


def _sheet_facts(page: _Page, spans: tuple[Span, ...]) -> Iterator[Fact]:
    grid, labels = page.grid, page.labels
    by_number = cache(lambda: {row.number: row for row in grid.rows})  # which most sheets are read without
    named = cache(lambda cell: named_fact(folded(cell).partition(":")[0], labels))  # the same texts stand in many cells
    is_list = cache(lambda number: heads_list(by_number(), number, labels))
    headings = {(grid.rows[span.head].number, index): span for span in spans for index in adjoining(grid, span)}
    for span in spans:
        yield from _bidders(page, span)
        yield from (fact for at in within(span) for fact in _below(page, grid.rows[span.head], at, span))
    for row, index in _outside(grid, spans, labels):
        cell = row.cells[index]
        if (row.number, index) in headings:
            yield from _below(page, row, index, headings[row.number, index])
        elif isinstance(cell, str) and 0 < len(cell) <= 4 * LONGEST_LABEL:
            if named(cell) is not None and not is_list(row.number):
                yield from _fact(page, row, index, by_number())
            elif named(cell) is None and not cell.isalnum():  # one word alone misspells no label
                yield from _unlabelled(page, row, index, cell)


def _several_in(cell: str, labels: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """The facts of ``Start: 1 April 2026; Term: 3 years``, with labels and values; none where a part is no fact."""
    parts = [folded(part).partition(":") for part in _APART.split(cell) if part.strip()]
    named = [(named_fact(label, labels) or "", label, value.strip()) for label, _, value in parts]
    return named if len(named) > 1 and all(name and value for name, _, value in named) else []


def _outside(grid: Grid, spans: tuple[Span, ...], labels: Mapping[str, str]) -> Iterator[tuple[Row, int]]:
    """The cells that belong to no table: above it, beside it, or in a pair of cells after an empty row below it."""
    at, rows = 0, grid.rows
    for span in spans:
        yield from ((row, index) for row in rows[at : span.head] for index in range(len(row.cells)))
        at = max(at, span.stop)
        gap, width = False, span.right + 1
        further = _further(grid, span, labels)
        for row in rows[span.head : span.stop]:
            gap = gap or row.after_gap
            if span.left or len(row.cells) > width:
                yield from (
                    (row, index)
                    for index in range(len(row.cells))
                    if not span.left <= index <= span.right and index not in further
                )
            if gap and len(filled_cells(row)) == _LABELLED:
                yield from ((row, index) for index in range(span.left, min(width, len(row.cells))))
    yield from ((row, index) for row in rows[at:] for index in range(len(row.cells)))


def adjoining(grid: Grid, span: Span) -> Iterator[int]:
    """The columns whose headings adjoin those that are known, and so are headings too."""
    head = grid.rows[span.head]  # which may end before the parts of the row below it
    for outwards in (range(span.left - 1, -1, -1), range(span.right + 1, len(head.cells))):
        yield from takewhile(lambda index: cell_at(head, index) not in (None, ""), outwards)


def within(span: Span) -> tuple[int, ...]:
    """The columns between those that are known by whose headings they speak of the contract: ``Contract start``."""
    between = ((at, text) for at, text in span.unknown if span.left <= at <= span.right)
    return tuple(at for at, text in between if normal(text).startswith(_OF_CONTRACT))


def _further(grid: Grid, span: Span, labels: Mapping[str, str]) -> set[int]:
    """The columns of a table beyond those that are known, if none of their headings is a label of a fact.

    ``End of contract`` below ``Delivery date`` says when, and labels nothing.
    """
    head = grid.rows[span.head]
    further = set(adjoining(grid, span))
    labelled = (named_fact(folded(str(head.cells[at])).partition(":")[0], labels) for at in further)
    return set() if any(labelled) else further


def _below(page: _Page, row: Row, index: int, span: Span) -> Iterator[Fact]:
    """What a column of the table says of the contract, as exports repeat it in every line."""
    label = folded(str(row.cells[index]))
    name = named_fact(label, page.labels) or ""
    said: dict[Raw, int] = {}
    for line in takewhile(lambda row: not row.after_gap, page.grid.rows[span.body : span.stop] if name else ()):
        said.setdefault(cell_at(line, index), line.number)
    told = [(cell, number) for cell, number in said.items() if cell not in (None, "")]
    of_years = any(column.heading.period for column in span.columns)
    if name == "title" and of_years and all(is_amount(cell) for cell, _ in told):
        return  # “Contract” behind years heads what they come to, and names none
    for cell, number in told[: 0 if len(told) > 1 and normal(label) in _EACH else 2]:  # two are enough to ask
        yield from _valued(name, cell, label, (number, index), page)


def _bidders(page: _Page, span: Span) -> Iterator[Fact]:
    """The first two of several bidders that a column of the table tells apart: the sheet is a register of bids."""
    for index, label in span.unknown:
        said: dict[Raw, int] = {}
        for line in page.grid.rows[span.body : span.stop] if normal(label) in BIDDERS else ():
            cell = cell_at(line, index)
            if line.after_gap or len(said) == 2:  # noqa: PLR2004 - two that differ are enough to ask
                break
            said.update({} if cell in (None, "") else {cell: said.get(cell, line.number)})
        for cell, number in said.items() if len(said) > 1 else ():
            yield from _valued("supplier", cell, label, (number, index), page)


def _fact(page: _Page, row: Row, index: int, by_number: dict[int, Row]) -> Iterator[Fact]:
    several = _several_in(str(row.cells[index]), page.labels)
    for fact, label, said in several:
        yield from _valued(fact, said, label, (row.number, index), page)
    text = folded(str(row.cells[index])) if not several else ""
    head, colon, tail = text.partition(":")
    name = named_fact(head, page.labels)
    if name is None:
        return
    if colon and tail.strip():
        yield from _valued(_meant(name, tail, page), tail.strip(), head, (row.number, index), page)
        return
    for value, number, column in _values(row, index, page.labels, by_number, colon=bool(colon)):
        if name in _MEASURED:
            beside = by_number[number].cells[column + 1 : column + 2]
            value = _with_unit(value, beside, ("", "£") if name == "value" else ("",), page.tools)  # noqa: PLW2901 - its unit
        if name == "years":
            value = _with_last_day(value, by_number[number].cells[column:], page.tools)  # noqa: PLW2901 - and its end
        yield from _valued(_meant(name, value, page), value, head, (number, column), page)
        others = rivals(by_number, row.number, (value, number, column)) if name in RIVALLED else ()
        for raw, *at in others:  # what is no such fact is none of the contract's
            yield from _valued(name, raw, head, (at[0], at[1]), page.quiet())


def _meant(name: str, raw: Raw, page: _Page) -> str:
    """The fact that a value beside its label is: ``Contract: 1 April 2026 to 31 March 2029`` says when it runs."""
    return "years" if name == "title" and isinstance(raw, str) and values.says_when(raw, page.tools) else name


def _unlabelled(page: _Page, row: Row, index: int, cell: str) -> Iterator[Fact]:
    """When the contract runs, which a sentence says, or what a label with a slip of the pen tells."""
    run_on = _run_on(cell, page)
    if run_on:
        yield from _valued(*run_on, (row.number, index), page)
        return
    when = values.said_of_length(cell, page.tools) if " " in cell and len(cell) > _SHORTEST_SENTENCE else ""
    passing = "" if when or "year" not in cell.casefold() else values.said_in_passing(cell)
    if when:
        yield from _valued("years", when, folded(cell), (row.number, index), page)
    elif passing:
        for fact in _valued("years", passing, folded(cell), (row.number, index), page.quiet()):
            yield replace(fact, in_passing=True)
    else:
        yield from _misspelt(page, row, index)


def _run_on(cell: str, page: _Page) -> tuple[str, str, str] | None:
    """The fact, the value and the label of a text that has no sign between them: ``Contract starts 1 April 2026``."""
    words = folded(cell).removeprefix("The ").rstrip(".").split(" ")
    if len(words) > _MOST_WORDS or not any(map(str.isdigit, cell)):
        return None
    for at in range(2, len(words)):
        label, value = " ".join(words[:at]), " ".join(words[at:]).removeprefix("is ").removeprefix("on ")
        name = named_fact(label, page.labels)
        if name in _TIMES and _OF_IT.search(label) and values.READERS[name](value, "", page.tools)[0] is not None:
            return name, value, label
    return None


def _misspelt(page: _Page, row: Row, index: int) -> Iterator[Fact]:
    """What stands right of a label with a slip of the pen, if it can be the fact that the label seems to name."""
    label, value = folded(str(row.cells[index])).rstrip(": "), row.cells[index + 1 : index + 2]
    meant = misspelt_fact(label, value[0], page.labels, page.tools.desk.slips) if value else None
    if meant is not None and meant[0] in RIVALLED:
        value[0] = _with_unit(value[0], row.cells[index + 2 : index + 3], ("",), page.tools)
        at, how = (row.number, index + 1), f"as a misspelling of {meant[1]!r}"
        for fact in _valued(meant[0], value[0], meant[1], at, page.quiet()):
            page.teller.say("heading-guessed", *at, label, heading=label, field=CALLED[meant[0]], how=how)
            yield fact


def _values(
    row: Row, index: int, labels: Mapping[str, str], by_number: dict[int, Row], *, colon: bool
) -> Iterator[tuple[Raw, int, int]]:
    """Where a label's value may stand: the next filled cell to its right, else the cell below it."""
    for column in range(index + 1, min(index + 1 + _REACH, len(row.cells))):
        cell = row.cells[column]
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            continue
        if isinstance(cell, str) and (named_fact(cell.split(":")[0], labels) or normal(cell) == "value"):
            break  # the next label: this one is filled in below, or not at all
        yield cell, row.number, column
        return
    below = by_number.get(row.number + 1)
    if below is None or colon or index >= len(below.cells):
        return
    cell = below.cells[index]
    if cell is not None and not (
        isinstance(cell, str)
        and (not cell.strip() or is_asked(cell.partition(":")[0]) or named_fact(cell.split(":")[0], labels))
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


def _with_last_day(raw: Raw, cells: list[Raw], tools: Tools) -> Raw:
    """The first day with the last, where each has a cell of its own: ``1 April 2026 | to | 31 March 2029``."""
    told = [shown_text(cell) for cell in cells[:_BETWEEN_DAYS] if cell not in (None, "")]
    days = [text for text in told if normal(text) not in _FROM_AND_TO][:2]
    period = " to ".join(days)
    return period if len(days) == 2 and values.from_and_to(period, tools) else raw  # noqa: PLR2004 - a first and a last


def _valued(name: str, raw: Raw, label: str, at: tuple[int, int], page: _Page) -> Iterator[Fact]:
    row, index = at
    grid, tools, teller = page
    if name in tools.desk.options.stated:
        teller = page.quiet().teller  # the caller knows better: nothing is told of it
    sure, more = values.without_extension(raw, tools) if name == "years" and isinstance(raw, str) else ("", "")
    if sure:
        teller.say("length-without-extension", row, index + 1, label, sure=sure, more=visible(more))
        raw = sure
    days = values.from_and_to(raw, tools) if name == "years" and isinstance(raw, str) else ()
    if days:
        cell = Cell(grid.name, *grid.place(row, index + 1))
        months = map(names_no_day, values.parts_of_period(raw)) if isinstance(raw, str) else ()
        yield from (
            Fact(which, day, cell, label, month)
            for which, day, month in zip(("start", "end"), days, months, strict=True)
        )
        return
    parts = values.parts_of_length(raw, tools) if name == "years" and isinstance(raw, str) else {}
    if parts:
        for part, text in parts.items():
            yield from _valued(part, text, label, at, page)
        return
    value, problem = values.READERS[name](raw, label, tools)
    if problem is not None and problem.name in _SAID_THERE:
        teller.problem(problem, row, index + 1, label)
    elif problem is not None:
        teller.say("fact-unread", row, index + 1, label, fact=CALLED[name], text=visible(shown_text(raw))[:80],
                   wanted=values.WANTED[name])  # fmt: skip
    elif value is None:
        teller.say("not-yet-stated", row, index + 1, label, text=quoted(visible(shown_text(raw))[:40]))
    else:
        month = isinstance(raw, str) and name == "end" and names_no_day(raw)
        yield Fact(name, value, Cell(grid.name, *grid.place(row, index + 1)), label, month)

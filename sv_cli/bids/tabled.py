"""Owns the reading of the tables that were found: each with what its sheet and its bid say of it."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.bids.books.choosing import no_bid_above, title_above
from sv_cli.bids.books.work import Sheet, Work
from sv_cli.bids.cells.figures import tidy
from sv_cli.bids.cells.shares import Shares, shares_of
from sv_cli.bids.cells.text import folded, visible
from sv_cli.bids.chosen import chosen_beside, chosen_in
from sv_cli.bids.desk import Tools
from sv_cli.bids.forms.form import Form, as_form, placed, tell_form
from sv_cli.bids.lines.form_rows import said_in
from sv_cli.bids.lines.rows import Heard, TableReader
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.lines.wrapped import with_repeated, with_wrapped
from sv_cli.bids.sheets.grid import Grid, Row, column_at, filled_cells, widest
from sv_cli.bids.tables import statements
from sv_cli.bids.tables.around import lots_not_bid_for
from sv_cli.bids.tables.columns import settle
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.finding.neighbours import parted
from sv_cli.bids.tables.headings.heading import COUNTED, KEYS
from sv_cli.bids.tables.layout import Layout
from sv_cli.bids.tables.lengths import counted_from, first_year, one_year_of_several, other_lengths
from sv_cli.bids.tables.less.kinds import optional_kinds
from sv_cli.bids.tables.merges import continued, covered, under_merges
from sv_cli.bids.tables.narrated import with_description
from sv_cli.bids.tables.several.proofs import proof_over
from sv_cli.bids.tables.under.held import holds_amounts
from sv_cli.bids.tables.unit_keys import keys_of
from sv_cli.bids.terms.of_all import not_promised
from sv_cli.bids.terms.sheets import is_guidance
from sv_cli.bids.terms.standing import STANDINGS, kind_of
from sv_cli.bids.terms.titles import is_optional, is_unfirm, is_unpromised, may_hold_the_bid
from sv_cli.bids.told_headings import tell_layout, tell_lots
from sv_cli.findings.finding import quoted
from sv_cli.late import late
from sv_cli.model.bids import Commitment, Contract, Table

_UNHEEDED = "refers to the lines but was not understood"
_OF_OTHER_LOTS = "says which lots the bid is for, but some lines are for others"
_MOST = 30  # other sheets on which a table may go on
_MOST_ROWS = 200  # of a sheet without a table
_NUMBER = 4  # letters of that of a text in a list
_OF_A_LIST = 4  # cells: a number and its text, or a question with its answer and whose it is
# What makes words on a sheet without a table a statement; “Hours per week” may label anything
_SENTENCE = late(r"\b(?:all|these|are|is|be|shown|stated|given|expressed|quoted)\b", re.IGNORECASE)
_SHARES = ("deadweight", "displacement", "attribution", "attribution_own", "attribution_unclear", "drop_off")


class _Known(Struct, frozen=True):
    """What is known of a bid before its tables are read: what reads its cells, and the contract's times.

    ``first`` is the year that its columns begin with, where its start is stated nowhere. ``texts`` is what sheets
    without a table say, ``stated`` and ``unpromised`` what any says of all amounts and against all lines.
    """

    tools: Tools
    start: date | None
    years: Decimal | None
    first: int | None
    texts: tuple[str, ...]
    stated: str
    unpromised: str


class _Found(Struct, frozen=True):
    """A table where it was found: its place, its rows without those that only look like them, and what is around it.

    ``odd`` are the rows of which the sheet says more than their cells and formulas do. ``above`` is what stands above
    it, ``aside`` what its sheet says that keeps it from being promised, and ``year`` what says of which year it is.
    ``others`` says that another table of the bid has amounts, ``followed`` that one's heading is right below this one,
    and ``pages`` are the tables of the same headings on other sheets.
    """

    grid: Grid
    span: Span
    rows: list[Row]
    odd: frozenset[int]
    above: str
    aside: str
    year: str
    others: bool
    followed: bool
    pages: list[tuple[Grid, Span]]


def read_tables(chosen: list[Sheet], tools: Tools, contract: Contract, work: Work) -> None:
    """Read the tables of the chosen sheets into ``work``: their commitments, and what there is to tell of them."""
    known = _known(chosen, tools, contract, work)
    for found in _tables_of(chosen, asked_for=bool(tools.desk.options.sheets)):
        _read_table(found, known, work)


def _tables_of(chosen: list[Sheet], *, asked_for: bool) -> Iterator[_Found]:
    """Each table of the chosen sheets, with what is around it; ``asked_for`` says that the sheets were named."""
    names = [grid.name for grid, spans in chosen if spans]
    dated = [name for name in names if statements.year_named(name)] if len(names) > 1 else []
    several = sum(len(spans) for _, spans in chosen) > 1
    filled = [id(span) for grid, spans in chosen for span in spans if several and _has_amounts(grid, span)]
    for grid, spans in chosen:
        aside = _said_aside(grid, spans, names, asked_for=asked_for)
        odd = _odd_rows(grid)
        titles = [title_above(grid.rows, span, spans) for span in spans]
        years = _years_above(titles, grid.name if grid.name in dated and len(dated) > 1 else "")
        for span, title, year in zip(spans, titles, years, strict=True):
            whole, rows = parted(span, grid)
            yield _Found(
                grid=grid,
                span=with_description(whole, rows),
                rows=rows,
                odd=odd,
                above=title,
                aside=aside,
                year=year,
                others=any(each != id(span) for each in filled),
                followed=any(each.head == span.stop for each in spans),
                pages=_pages(grid, span, chosen) if several else [],
            )


def _said_aside(grid: Grid, spans: tuple[Span, ...], names: list[str], *, asked_for: bool) -> str:
    """What the name of a sheet, or a text on it, says that keeps its lines from being promised; ``""`` for nothing.

    The name says nothing of a sheet that alone is filled in, or was asked for.
    """
    alone = len(names) == 1 and (asked_for or may_hold_the_bid(grid.name))
    if is_unpromised(grid.name, names) and not alone:
        return grid.name
    return no_bid_above(grid, spans) if spans else ""


def _pages(grid: Grid, span: Span, chosen: list[Sheet]) -> list[tuple[Grid, Span]]:
    """The tables on other sheets that are headed as this one is, which may go on there."""
    others = ((other, each) for other, spans in chosen if other is not grid for each in spans)
    return [*islice(((other, each) for other, each in others if each.columns and each.headed == span.headed), _MOST)]


def _known(chosen: list[Sheet], tools: Tools, contract: Contract, work: Work) -> _Known:
    options = tools.desk.options
    start, years = options.contract_start or contract.start, options.contract_years or contract.years
    first = None if start else first_year((span for _, spans in chosen for span in spans), years)
    texts = tuple(_texts_of(each for each in work.texts if not is_guidance(each.name)))
    stated = (text for text in _texts_of(work.texts) if statements.says_basis(text) and _SENTENCE.search(text))
    unpromised = filter(None, map(not_promised, texts))
    return _Known(tools, start, years, first, texts, next(stated, ""), next(unpromised, ""))


def _texts_of(grids: Iterable[Grid]) -> Iterator[str]:
    """The texts of sheets without a table that stand alone in their rows, or behind the number of a list."""
    for grid in grids:
        for row in grid.rows[:_MOST_ROWS]:
            filled = filled_cells(row)
            listed = 1 < len(filled) <= _OF_A_LIST and len(str(filled[0])) <= _NUMBER
            told = filled[1:] if listed else filled[:1] if len(filled) == 1 else ()
            yield from (text for text in told if isinstance(text, str))


def _years_above(titles: list[str], sheet: str) -> list[str]:
    """The title of each table, or of the ``sheet``, that says of which year it is; ``""`` where none does.

    A lone ``2026/27`` may as well say when it was written.
    """
    named = [statements.year_named(title) for title in titles]
    several = len(titles) - named.count(None) > 1
    firm = [year is not None and (several or year.number is not None) for year in named]
    return [title if is_firm else sheet for title, is_firm in zip(titles, firm, strict=True)]


def _has_amounts(grid: Grid, span: Span) -> bool:
    """Whether a table has an amount of what may be promised."""
    places = [column.index for column in span.columns if column.heading.field in COUNTED]
    return any(holds_amounts(at, grid.rows[span.body : span.stop]) for at in places)


def _odd_rows(grid: Grid) -> frozenset[int]:
    """The rows that are merged with others, hidden, struck out or commented on, by number."""
    pinned = (number for number, _ in (*grid.struck, *grid.comments))
    return frozenset((*under_merges(grid), *grid.hidden_rows, *pinned))


def _unfirm_heading(layout: Layout) -> str:
    """The heading of the quantity where it says that it is not promised for sure."""
    column = layout.columns.get("quantity")
    return column.text if column is not None and not layout.years and is_unfirm(column.text) else ""


def _read_table(found: _Found, known: _Known, work: Work) -> None:
    grid, span = found.grid, found.span
    layout = _layout(found, known)
    rows = _rows(found, layout)
    table = _sheeted(found, rows, layout, known, work)
    head = grid.rows[span.body - 1].number
    tell_layout(grid, layout, head, table.tell)
    for row in grid.rows[span.body : span.body + span.asking]:
        table.tell.say("instruction-row-skipped", row.number, text=said_in(row))
    heard = _heard(found, layout, known)
    reader = TableReader(table, rows, heard)
    if reader.whole is not None and reader.whole.period is not None:
        falling = "so all its lines fall in that year"
        table.tell.say("heading-guessed", head, heading=reader.whole.text, field="table", how=falling)
    reader.read()
    tell_lots(layout, head, table.tell)
    if reader.commitments:
        _tell_unfitting(table, span, rows, reader)
        _tell_unheeded(table, span, reader)
    numbers = [commitment.row for commitment in reader.commitments] or [head]
    how = {column.text: column.heading.how for column in span.columns}
    read = Table(grid.name, head, numbers[0], numbers[-1], layout.named(), how)
    _keep(reader.commitments, read, work.forms.get(grid.name) if grid.places else None, work)
    if not reader.commitments and not (_is_unsettled(layout, span) and _has_amounts(grid, span)):
        # Which of its columns holds the quantity is asked of no table without lines
        table.tell.found[:] = [each for each in table.tell.found if each.name != "ambiguous-column"]
        table.tell.say("empty-table", head)


def _is_unsettled(layout: Layout, span: Span) -> bool:
    """Whether it is not settled which column names what is promised, nor which says how much, so that no row can."""
    fields = {column.heading.field for column in span.columns} - layout.columns.keys()
    return not fields.isdisjoint(KEYS) and "quantity" in fields and not layout.years


def _tell_unfitting(table: Sheeted, span: Span, rows: list[Row], reader: TableReader) -> None:
    """Tell of what is said around a table of other lots than its lines are of, and of other times than the contract."""
    contract = f"the contract of {tidy(table.years):f} years" if table.years else "the contract"
    lots = lots_not_bid_for(table.grid, span, rows)
    if lots is not None:
        table.tell.say("sentence-not-understood", lots[0], text=visible(lots[1]), why=_OF_OTHER_LOTS)
    parts = one_year_of_several(table.layout, table.years)
    tranches = [tranche for each in reader.commitments for tranche in each.tranches]
    if parts is not None and all(each.period is None for each in tranches):
        head = table.grid.rows[span.body - 1].number
        table.tell.say("sentence-not-understood", head, parts[0], text=parts[1], why=f"make up one year of {contract}")
    heeded = {column.index for name, column in table.layout.columns.items() if kind_of(name) in STANDINGS}
    for at, heading, text in optional_kinds(span, rows):
        if at not in heeded:
            head, why = table.grid.rows[span.body - 1].number, f"calls some lines {quoted(visible(text))}"
            table.tell.say("sentence-not-understood", head, at + 1, text=visible(heading), why=why)
    for number, at, text in other_lengths(table.grid, span, table.layout, table.years):
        why = f"gives a different length from {contract}"
        table.tell.say("sentence-not-understood", number, at, text=visible(text), why=why)


def _tell_unheeded(table: Sheeted, span: Span, reader: TableReader) -> None:
    """Tell of what is said around a table, was not understood, and may change what its lines come to."""
    told = {each.place.row for each in table.tell.found if each.place is not None}
    units = {each.unit for each in reader.commitments}
    heeded = set(map(folded, reader.heeded))
    for row, text in statements.unheeded_around(table.grid, span, table.tools.desk.units, units):
        titled = table.followed and row is table.grid.rows[span.stop - 1]  # above the next table
        if not (titled or row.number in told or folded(text) in heeded):
            at = next(at for at, cell in enumerate(row.cells, 1) if cell == text)
            table.tell.say("sentence-not-understood", row.number, at, text=visible(text), why=_UNHEEDED)


def _heard(found: _Found, layout: Layout, known: _Known) -> Heard:
    """What is said of all rows of a table: around it, by its heading, on its other pages, by sheets without a table."""
    grid, span = found.grid, found.span
    titled = found.above if is_optional(found.above) else ""
    aside = (
        titled or found.aside or _unfirm_heading(layout) or statements.unpromised_around(grid, span) or known.unpromised
    )
    pages = statements.stated_on_pages(grid, span, found.pages) if found.pages else ""
    pages = pages or (known.stated if known.stated and not statements.is_stated_around(grid, span) else "")
    unit = statements.unit_around(grid, span, known.tools.desk.units) if _lacks_unit(layout) else None
    return Heard(aside, found.year, pages, unit)


def _lacks_unit(layout: Layout) -> bool:
    """Whether the heading of no amount says in what unit it is; a column of units may be empty beside some."""
    columns = (layout.counted(), *(column for column, _ in layout.years))
    return all(each is None or each.heading.unit is None for each in columns)


def _layout(found: _Found, known: _Known) -> Layout:
    """What each column turned out to be, by its heading, its cells and what is stated around the table."""
    span, rows = found.span, found.rows
    layout = statements.as_stated(settle(span, rows, known.tools.desk.units), found.grid, span)
    if layout.proof is None and not layout.years and {"basis", "timing"}.isdisjoint(layout.columns):
        layout = replace(layout, proof=proof_over(layout.columns.get("quantity"), span, rows, known.years))
    return layout if known.first is None else counted_from(layout, known.first)


def _rows(found: _Found, layout: Layout) -> list[Row]:
    """The rows that stand for lines, each with what it takes from those above and below it."""
    below = continued(found.grid, found.rows, layout)
    own = [row for row in found.rows if row.number not in below] if below else found.rows
    return with_wrapped(with_repeated(own, layout), layout, found.odd)


def _sheeted(found: _Found, rows: list[Row], layout: Layout, known: _Known, work: Work) -> Sheeted:
    grid, span = found.grid, found.span
    covers, merged = covered(grid, rows, layout)
    return Sheeted(
        grid=grid,
        layout=layout,
        tools=known.tools,
        tell=work.teller_of(grid),
        years=known.years,
        start=known.start,
        shares=_shares(layout, rows, known.tools),
        covers=covers,
        merged_amounts=merged,
        width=widest(grid.rows[span.head : span.body]) if grid.delimited else 0,
        odd=found.odd,
        keys=keys_of(layout, grid, span, work.keys, known.tools.desk.units),
        beside=found.others,
        followed=found.followed,
        pages=tuple(other.rows for other, _ in found.pages),
        texts=known.texts,
    )


def _shares(layout: Layout, rows: list[Row], tools: Tools) -> dict[str, Shares]:
    """What reads the shares of each column of them: it takes a column to know whether 25 is a quarter."""
    return {
        name: shares_of(
            set(column_at(rows, layout.columns[name].index)),
            tools.numbers,
            tools.desk.units.find("%"),
            said_percent=layout.columns[name].heading.percent,
        )
        for name in _SHARES
        if name in layout.columns
    }


def _keep(commitments: list[Commitment], table: Table, form: Form | None, work: Work) -> None:
    if form is not None:
        commitments, table = placed(commitments, form), as_form(table, form)
        tell_form(commitments, form, work.teller_of(form.table))
        if work.choices:
            tell = work.teller(form.table.name)
            commitments, table = chosen_beside(commitments, table, work.choices, tell, work.desk.words.not_yet)
    elif work.choices:
        commitments, table = chosen_in(commitments, table, work.choices, work.tellers[-1], work.desk.words.not_yet)
    work.commitments += commitments
    work.tables.append(table)

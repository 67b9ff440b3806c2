"""Owns the reading of a whole book: its tables, the facts of the contract, and the bid that they make."""

from collections import Counter
from typing import NamedTuple

from msgspec.structs import replace

from sv_cli.bids.books.choosing import chosen_sheets, no_bid_above, title_above
from sv_cli.bids.books.results import is_of_results
from sv_cli.bids.books.unread import nearest_miss, tell_aside, tell_forms, tell_stray, tell_unused
from sv_cli.bids.books.versions import tell_sheets_again
from sv_cli.bids.books.work import Sheet, Work
from sv_cli.bids.cells.dates import Dates
from sv_cli.bids.cells.shares import Shares, shares_of
from sv_cli.bids.cells.text import normal
from sv_cli.bids.chosen import chosen_beside, chosen_in, tell_left, without_choices
from sv_cli.bids.contract.facts import read_facts
from sv_cli.bids.desk import desk_for
from sv_cli.bids.forms.form import Form
from sv_cli.bids.layouts import tell_layout
from sv_cli.bids.lines.catalogues import tell_catalogues
from sv_cli.bids.lines.dittos import with_repeated
from sv_cli.bids.lines.duplicates import tell_duplicates, tell_parents, tell_parts
from sv_cli.bids.lines.rows import TableReader
from sv_cli.bids.lines.wrapped import with_wrapped
from sv_cli.bids.options import Reading, ReadOptions
from sv_cli.bids.records import Sheeted, Tools
from sv_cli.bids.sheets.grid import Book, Grid, Row, column_at, widest
from sv_cli.bids.tables.columns import settle
from sv_cli.bids.tables.evidence import comma_decimals, date_order, doubtful_marks
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.finding.neighbours import parted
from sv_cli.bids.tables.firsts import counted_from, first_year
from sv_cli.bids.tables.layout import Layout
from sv_cli.bids.tables.merges import continued, covered, under_merges
from sv_cli.bids.tables.narrated import with_description
from sv_cli.bids.tables.several.proofs import proof_over
from sv_cli.bids.tables.statements import as_stated, unpromised_around, year_named
from sv_cli.bids.tables.unit_keys import is_of_keys, keys_of
from sv_cli.bids.terms.titles import is_unfirm, is_unpromised
from sv_cli.findings.many import folded
from sv_cli.model.bids import Bid, Commitment, Contract, Table
from sv_cli.model.vocabulary import Vocabulary

_SHARES = ("deadweight", "displacement", "attribution", "attribution_own", "attribution_unclear", "drop_off")


def assemble(book: Book, file: str, sha256: str, vocabulary: Vocabulary, options: ReadOptions) -> Reading:
    """The bid in ``book``; without a table of commitments there is none."""
    work = Work(file, desk_for(vocabulary, options))
    book, work.choices = without_choices(book)
    for remark in book.remarks:
        work.teller().say(remark.name, **remark.fields)
    if is_of_results(book):
        work.teller().say("results-given")
        return _reading(None, work)
    if not _has_sheets(book, work):
        return _reading(None, work)
    chosen = chosen_sheets(book, work)
    if not any(spans for _, spans in chosen):
        return _without_table(book, chosen, work)  # what its cells say of a contract is of no bid
    tools = _tools(chosen, book, work)
    work.keys = [grid for grid in book.grids if is_of_keys(grid.name)]
    contract = read_facts(chosen, tools, file, work.tellers)
    _read_tables(chosen, tools, contract, work)
    if not options.sheets:
        tell_left(work.choices, work.teller())
    if not work.tables:
        return _without_table(book, chosen, work)
    tell_aside(work)
    tell_forms(chosen, work)
    tell_stray(chosen, work)
    tell_unused(work, chosen)
    tell_duplicates(work.commitments, work.teller())
    tell_parents(work.commitments, work.teller())
    tell_catalogues(work.commitments, work.teller())
    if len(work.tables) > 1:
        tell_parts(work.commitments, work.teller())
        tell_sheets_again(work.commitments, work.teller())
    return _reading(Bid(file, sha256, contract, tuple(work.commitments), tuple(work.tables)), work)


def _without_table(book: Book, chosen: list[Sheet], work: Work) -> Reading:
    tell_aside(work)
    tell_unused(work, chosen)
    work.teller().say("no-table", looked=nearest_miss(book, work))
    return _reading(None, work)


def _reading(bid: Bid | None, work: Work) -> Reading:
    uncounted: Counter[str] = Counter()
    for teller in work.tellers:
        uncounted.update(teller.uncounted())
    findings = folded((found for teller in work.tellers for found in teller.found), work.file, uncounted)
    return Reading(None if any(found.fatal for found in findings) else bid, findings)


def _has_sheets(book: Book, work: Work) -> bool:
    """Whether every sheet that was asked for is there; tells of one that is not."""
    names = {normal(grid.name) or grid.name for grid in book.grids}
    for sheet in work.desk.options.sheets:
        if (normal(sheet) or sheet) not in names:
            listed = ", ".join(repr(grid.name) for grid in book.grids) or "none"
            work.teller().say("no-such-sheet", sheet=sheet, sheets=listed)
            return False
    return True


def _tools(chosen: list[Sheet], book: Book, work: Work) -> Tools:
    desk = work.desk
    order = desk.options.date_order or date_order(chosen)
    comma = comma_decimals(chosen, semicolons=book.semicolons)
    doubtful = "" if comma else doubtful_marks(chosen, semicolons=book.semicolons)
    if comma:
        work.teller().say("comma-decimals")
    return Tools(
        desk=desk,
        numbers=desk.numbers(comma_decimals=comma, doubtful_marks=doubtful),
        dates=Dates(desk.words.not_yet, order, book.serials_1904),
    )


class _Titles(NamedTuple):
    """What stands above a table, what says that it promises nothing, and what says of which year it is."""

    above: str
    aside: str
    year: str


def _read_tables(chosen: list[Sheet], tools: Tools, contract: Contract, work: Work) -> None:
    names = [grid.name for grid, spans in chosen if spans]
    dated = [name for name in names if year_named(name)] if len(names) > 1 else []
    starts = work.desk.options.contract_start or contract.start
    length = work.desk.options.contract_years or contract.years
    first = None if starts else first_year((span for _, spans in chosen for span in spans), length)
    for grid, spans in chosen:
        # A sheet beside others may say by its name that its lines are not promised
        aside = grid.name if len(names) > 1 and is_unpromised(grid.name, names) else ""
        aside = aside or (no_bid_above(grid, spans) if spans else "")
        odd = _odd_rows(grid)
        titles = [title_above(grid.rows, span, spans) for span in spans]
        years = _years_above(titles, grid.name if grid.name in dated and len(dated) > 1 else "")
        for span, title, year in zip(spans, titles, years, strict=True):
            _read_table(grid, span, tools, contract, work, _Titles(title, aside, year), odd, first)


def _years_above(titles: list[str], sheet: str) -> list[str]:
    """The title of each table, or of the ``sheet``, that says of which year it is; ``""`` where none does.

    A lone ``2026/27`` may as well say when it was written.
    """
    named = [year_named(title) for title in titles]
    several = len(titles) - named.count(None) > 1
    firm = [year is not None and (several or year.number is not None) for year in named]
    return [title if is_firm else sheet for title, is_firm in zip(titles, firm, strict=True)]


def _odd_rows(grid: Grid) -> frozenset[int]:
    """The rows that are merged with others, hidden, struck out or commented on, by number."""
    pinned = (number for number, _ in (*grid.struck, *grid.comments))
    return frozenset((*under_merges(grid), *grid.hidden_rows, *pinned))


def _unfirm_heading(layout: Layout) -> str:
    """The heading of the quantity where it says that it is not promised for sure."""
    column = layout.columns.get("quantity")
    return column.text if column is not None and not layout.years and is_unfirm(column.text) else ""


def _read_table(
    grid: Grid,
    span: Span,
    tools: Tools,
    contract: Contract,
    work: Work,
    titles: _Titles,
    odd: frozenset[int],
    first: int | None,
) -> None:
    span, rows = parted(span, grid)
    span = with_description(span, rows)
    layout = as_stated(settle(span, rows, tools.desk.units), grid, span)
    years = work.desk.options.contract_years or contract.years
    if layout.proof is None and not layout.years and {"basis", "timing"}.isdisjoint(layout.columns):
        layout = replace(layout, proof=proof_over(layout.columns.get("quantity"), span, rows, years))
    layout = layout if first is None else counted_from(layout, first)
    below = continued(grid, rows, layout)
    rows = with_repeated([row for row in rows if row.number not in below] if below else rows, layout)
    rows = with_wrapped(rows, layout, odd)
    tell = work.teller_of(grid)
    head = grid.rows[span.body - 1].number
    covers, merged = covered(grid, rows, layout)
    table = Sheeted(
        grid=grid,
        layout=layout,
        tools=tools,
        tell=tell,
        years=years,
        start=work.desk.options.contract_start or contract.start,
        shares=_shares(layout, rows, tools),
        covers=covers,
        merged_amounts=merged,
        width=widest(grid.rows[span.head : span.body]) if grid.delimited else 0,
        odd=odd,
    )
    table.keys = keys_of(layout, grid, span, work.keys, tools.desk.units)
    tell_layout(grid, layout, head, tell)
    aside = titles.aside or _unfirm_heading(layout) or unpromised_around(grid, span)
    reader = TableReader(table, rows, titles.above, aside, titles.year)
    if reader.whole is not None and reader.whole.period is not None:
        falling = "so that all its lines fall in that year"
        tell.say("heading-guessed", head, heading=reader.whole.text, field="table", how=falling)
    reader.read()
    numbers = [commitment.row for commitment in reader.commitments] or [head]
    how = {column.text: column.heading.how for column in span.columns}
    read = Table(grid.name, head, numbers[0], numbers[-1], layout.named(), how)
    _keep(reader.commitments, read, work.forms.get(grid.name) if grid.places else None, work)
    if not reader.commitments:
        tell.say("empty-table", head)


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
        from sv_cli.bids.forms.placed import as_form, placed, tell_form  # noqa: PLC0415 - most bids hold none

        commitments, table = placed(commitments, form), as_form(table, form)
        tell_form(commitments, form, work.teller_of(form.table))
        if work.choices:
            tell = work.teller(form.table.name)
            commitments, table = chosen_beside(commitments, table, work.choices, tell, work.desk.words.not_yet)
    elif work.choices:
        commitments, table = chosen_in(commitments, table, work.choices, work.tellers[-1], work.desk.words.not_yet)
    work.commitments += commitments
    work.tables.append(table)

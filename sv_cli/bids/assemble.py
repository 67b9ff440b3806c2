"""Owns the reading of a whole book: which sheets count, their tables, the contract's facts, and the bid they make."""

from collections import Counter

from msgspec import Struct, field

from sv_cli.bids.aside import promised_aside
from sv_cli.bids.cells.dates import Dates
from sv_cli.bids.cells.shares import shares_of
from sv_cli.bids.cells.text import normal, shown_text
from sv_cli.bids.contract.beneath import without_facts
from sv_cli.bids.contract.facts import read_facts
from sv_cli.bids.desk import Desk, desk_for
from sv_cli.bids.forms.form import Form
from sv_cli.bids.layouts import tell_layout
from sv_cli.bids.lines.dittos import with_repeated
from sv_cli.bids.lines.duplicates import tell_duplicates, tell_parents, tell_parts
from sv_cli.bids.lines.rows import TableReader
from sv_cli.bids.options import Reading, ReadOptions
from sv_cli.bids.records import Sheeted, Tools, continued, covered
from sv_cli.bids.sheets.grid import Book, Grid, Row
from sv_cli.bids.tables.columns import settle
from sv_cli.bids.tables.evidence import comma_decimals, date_order, doubtful_marks
from sv_cli.bids.tables.find import Span, best_near_miss, find_tables, of_value
from sv_cli.bids.tables.heading import ODD_YEAR, RATE
from sv_cli.bids.tables.layout import Layout
from sv_cli.bids.tables.neighbours import parted
from sv_cli.bids.tables.others import is_bill
from sv_cli.bids.tables.sideways import form_beside, form_row, label_columns
from sv_cli.bids.tables.statements import as_stated
from sv_cli.bids.tables.stray import stray_rows
from sv_cli.bids.tell import Teller
from sv_cli.bids.terms.sheets import is_guidance, is_of_the_work
from sv_cli.bids.terms.titles import is_past, is_unfirm, is_unpromised, unnumbered
from sv_cli.bids.terms.words import Words
from sv_cli.bids.versions import earlier_versions, tell_sheets_again
from sv_cli.findings.many import folded
from sv_cli.model.bids import Bid, Commitment, Contract, Table
from sv_cli.model.vocabulary import Vocabulary

_SHARES = ("deadweight", "displacement", "attribution", "attribution_own", "attribution_unclear", "drop_off")
_GUIDANCE = "guidance-sheet-left-out"
_SAID = {ODD_YEAR: "years", RATE: "a rate"}

Sheets = tuple[Grid, tuple[Span, ...]]  # a sheet with its tables


class _Work(Struct):
    """What is gathered while a book is read."""

    file: str
    desk: Desk
    tellers: list[Teller] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    aside: list[Sheets] = field(default_factory=list)
    heads: dict[str, int] = field(default_factory=dict)  # where the first table of a sheet begins
    forms: dict[str, Form] = field(default_factory=dict)  # of the sheets that hold one and no table

    def teller(self, sheet: str = "") -> Teller:
        self.tellers.append(Teller(self.file, sheet, []))
        return self.tellers[-1]

    def teller_of(self, grid: Grid) -> Teller:
        self.tellers.append(Teller(self.file, grid.name, [], places=grid.places))
        return self.tellers[-1]


def assemble(book: Book, file: str, sha256: str, vocabulary: Vocabulary, options: ReadOptions) -> Reading:
    """The bid in ``book``; without a table of commitments there is none."""
    work = _Work(file, desk_for(vocabulary, options))
    for remark in book.remarks:
        work.teller().say(remark.name, **remark.fields)
    if not _has_sheets(book, work):
        return _reading(None, work)
    chosen = _chosen(book, work)
    if not any(spans for _, spans in chosen):
        return _without_table(book, chosen, work)  # what its cells say of a contract is of no bid
    tools = _tools(chosen, book, work)
    contract = read_facts(chosen, tools, file, work.tellers)
    _read_tables(chosen, tools, contract, work)
    if not work.tables:
        return _without_table(book, chosen, work)
    _tell_aside(work)
    _tell_forms(chosen, work)
    _tell_stray(chosen, work)
    _tell_unused(work, chosen)
    tell_duplicates(work.commitments, work.teller())
    tell_parents(work.commitments, work.teller())
    if len(work.tables) > 1:
        tell_parts(work.commitments, work.teller())
        tell_sheets_again(work.commitments, work.teller())
    return _reading(Bid(file, sha256, contract, tuple(work.commitments), tuple(work.tables)), work)


def _without_table(book: Book, chosen: list[Sheets], work: _Work) -> Reading:
    _tell_aside(work)
    _tell_unused(work, chosen)
    work.teller().say("no-table", looked=_looked(book, work))
    return _reading(None, work)


def _reading(bid: Bid | None, work: _Work) -> Reading:
    uncounted: Counter[str] = Counter()
    for teller in work.tellers:
        uncounted.update(teller.uncounted())
    findings = folded((found for teller in work.tellers for found in teller.found), work.file, uncounted)
    return Reading(None if any(found.fatal for found in findings) else bid, findings)


def _has_sheets(book: Book, work: _Work) -> bool:
    """Whether every sheet that was asked for is there; tells of one that is not."""
    names = {normal(grid.name) or grid.name for grid in book.grids}
    for sheet in work.desk.options.sheets:
        if (normal(sheet) or sheet) not in names:
            listed = ", ".join(repr(grid.name) for grid in book.grids) or "none"
            work.teller().say("no-such-sheet", sheet=sheet, sheets=listed)
            return False
    return True


def _chosen(book: Book, work: _Work) -> list[Sheets]:
    """The sheets to read with their tables; hidden and explaining ones are left out, and said so when they hold one."""
    wanted = {normal(sheet) or sheet for sheet in work.desk.options.sheets}
    found = [(grid, find_tables(grid, work.desk.headings)) for grid in book.grids]
    found = [sheet for grid, spans in found for sheet in _or_form(grid, spans, work)]
    work.heads = {grid.name: spans[0].head for grid, spans in found if spans and not grid.places}
    found = _without_bills(_without_open(found, work), work)
    alone = sum(bool(spans) for grid, spans in found if not grid.hidden) == 1
    kept = [grid for grid, spans in found if spans and not _left_out(grid, work.desk.words, alone=alone)]
    earlier = earlier_versions(grid.name for grid in kept)
    chosen: list[Sheets] = []
    for grid, spans in found:
        asked = (normal(grid.name) or grid.name) in wanted
        name = "" if asked else _left_out(grid, work.desk.words, alone=alone)
        if not asked and grid.name in earlier:
            name = "earlier-version-left-out"
        if not name and (asked or not wanted):
            kept_of = _without_examples(grid, spans, work)
            chosen.append((grid, tuple(without_facts(span, grid.rows, work.desk.labels) for span in kept_of)))
        elif not name and not spans:
            chosen.append((grid, ()))  # another sheet was asked for; this one may hold facts of the contract
        elif name and spans and not wanted:
            if name == _GUIDANCE and is_of_the_work(grid.name):
                work.aside.append((grid, spans))  # what its rows promise is told when the others are read
            else:
                work.teller_of(grid).say(name, rows=_rows(spans), sheet=grid.name)
            work.left_out.append(grid.name)
    return chosen


def _or_form(grid: Grid, spans: tuple[Span, ...], work: _Work) -> list[Sheets]:
    """A sheet with its tables; where it has none, but a form, that as a table, and the rest of the sheet."""
    columns = label_columns(grid, [range(span.head, span.body) for span in spans], work.desk.headings)
    if not columns:
        return [(grid, spans)]
    from sv_cli.bids.forms.find import find_form  # noqa: PLC0415 - most bids hold none

    form = find_form(grid, columns, work.desk)
    if form is None:
        return [(grid, spans)]
    work.forms[grid.name] = form
    return [(form.rest, ()), (form.table, form.spans)]


def _rows(spans: tuple[Span, ...]) -> int:
    return sum(span.stop - span.body for span in spans)


def _tell_aside(work: _Work) -> None:
    """Tell of the sheets of who does the work and for how much, and how many of their rows promise something."""
    for grid, spans in work.aside:
        promised = promised_aside(grid, spans, work.commitments)
        name, rows = ("measures-left-out", promised) if promised else (_GUIDANCE, _rows(spans))
        work.teller(grid.name).say(name, rows=rows, sheet=grid.name)


def _is_settled(sheet: Sheets) -> bool:
    """Whether a sheet has a table with a quantity."""
    return not all(span.open for span in sheet[1])


def _without_open(found: list[Sheets], work: _Work) -> list[Sheets]:
    """The tables without those of which no column is known to hold the quantity, unless they follow one on their sheet.

    They are told of where the bid has other tables. Below another table their rows are read, lest its columns be
    taken for theirs; the quantities stay open. Where there is no other, a value in pounds may be what is promised.
    """
    told = any(map(_is_settled, found))
    if not told:
        found = [(grid, tuple(of_value(span, grid, work.desk.headings) for span in spans)) for grid, spans in found]
    kept: list[Sheets] = []
    for grid, spans in found:
        first = next((at for at, span in enumerate(spans) if not span.open), len(spans))
        left = [span for at, span in enumerate(spans) if at < first or not span.columns]
        for span in left:
            name = _left_out(grid, work.desk.words, alone=False)
            if told and name and is_past(grid.name):  # what lists a library is told of by nobody
                work.teller(grid.name).say(name, rows=span.stop - span.body, sheet=grid.name)
            elif told and not name:
                number = grid.rows[span.head].number
                work.teller_of(grid).say("no-quantity-column", number, rows=span.stop - span.body)
        kept.append((grid, tuple(span for span in spans if span not in left)))
    return kept


def _without_bills(found: list[Sheets], work: _Work) -> list[Sheets]:
    """The tables without bills of quantities, where another one refers to measures; each is told once, not by line."""
    tables = [span for _, spans in found for span in spans]
    if len(tables) == 1 or not any(map(_refers, tables)):
        return found
    kept: list[Sheets] = []
    for grid, spans in found:
        bills = [span for span in spans if is_bill(span.columns, grid.rows[span.body : span.stop])]
        for span in bills:
            work.teller_of(grid).say("bill-left-out", grid.rows[span.head].number, rows=span.stop - span.body)
        kept.append((grid, tuple(span for span in spans if span not in bills)))
    return kept


def _refers(span: Span) -> bool:
    return any(column.heading.field == "reference" for column in span.columns)


def _left_out(grid: Grid, words: Words, *, alone: bool) -> str:
    """Why a sheet is left out, as a finding's name; ``alone`` says that no other visible sheet has a table."""
    if grid.hidden:
        return "hidden-sheet-left-out"
    if is_guidance(grid.name) or (words.is_aside(grid.name) and not alone):
        return _GUIDANCE
    return ""


def _without_examples(grid: Grid, spans: tuple[Span, ...], work: _Work) -> tuple[Span, ...]:
    """The tables without those that a line above them calls an example, or a summary of the tables beside."""
    words = work.desk.words
    titles = [_title_above(grid.rows, span, spans) for span in spans]
    aside = [
        bool(title) and (words.heads_examples(title) or is_past(title) or (span.open and words.is_aside(title)))
        for title, span in zip(titles, spans, strict=True)
    ]
    summing = [bool(title) and words.is_summary(title) for title in titles]
    alone = all(map(max, aside, summing))  # a summary of nothing else is read
    kept: list[Span] = []
    for span, title, unpromised, repeating in zip(spans, titles, aside, summing, strict=True):
        if unpromised or (repeating and (kept or not alone)):
            work.teller_of(grid).say("example-table-left-out", grid.rows[span.head].number, text=title[:80])
        else:
            kept.append(span)
    if spans and not kept:
        work.left_out.append(grid.name)
    return tuple(kept)


def _title_above(rows: list[Row], span: Span, spans: tuple[Span, ...]) -> str:
    """The one text above a table; where ``spans`` stand side by side, the one above its own columns."""
    above = rows[span.head - 1] if span.head else None
    if above is None or rows[span.head].number - above.number > 2:  # noqa: PLR2004 - one empty row may stand between
        return ""
    beside = [other for other in spans if other.head == span.head]
    first = span.left if span.left > min(other.left for other in beside) else 0
    last = span.right if span.right < max(other.right for other in beside) else len(above.cells)
    texts = [text for cell in above.cells[first : last + 1] if (text := shown_text(cell).strip())]
    return unnumbered(texts[0]) if len(texts) == 1 else ""


def _tools(chosen: list[Sheets], book: Book, work: _Work) -> Tools:
    desk = work.desk
    order = desk.options.date_order or date_order(grid for grid, _ in chosen)
    comma = comma_decimals(chosen, semicolons=book.semicolons)
    doubtful = "" if comma else doubtful_marks(chosen, semicolons=book.semicolons)
    if comma:
        work.teller().say("comma-decimals")
    return Tools(
        desk=desk,
        numbers=desk.numbers(comma_decimals=comma, doubtful_marks=doubtful),
        dates=Dates(desk.words.not_yet, order, book.serials_1904),
    )


def _read_tables(chosen: list[Sheets], tools: Tools, contract: Contract, work: _Work) -> None:
    names = [grid.name for grid, spans in chosen if spans]
    for grid, spans in chosen:
        # A sheet beside others may say by its name that its lines are not promised
        aside = grid.name if len(names) > 1 and is_unpromised(grid.name, names) else ""
        for span in spans:
            _read_table(grid, span, tools, contract, work, (_title_above(grid.rows, span, spans), aside))


def _unfirm_heading(layout: Layout) -> str:
    """The heading of the quantity where it says that it is not promised for sure."""
    column = layout.columns.get("quantity")
    return column.text if column is not None and not layout.years and is_unfirm(column.text) else ""


def _read_table(grid: Grid, span: Span, tools: Tools, contract: Contract, work: _Work, titles: tuple[str, str]) -> None:
    span, rows = parted(span, grid)
    layout = as_stated(settle(span, rows, tools.desk.units), grid, span)
    below = continued(grid, rows, layout)
    rows = with_repeated([row for row in rows if row.number not in below] if below else rows, layout)
    tell = work.teller_of(grid)
    head = grid.rows[span.body - 1].number
    covers, merged = covered(grid, rows, layout)
    table = Sheeted(
        grid=grid,
        layout=layout,
        tools=tools,
        tell=tell,
        years=work.desk.options.contract_years or contract.years,
        start=work.desk.options.contract_start or contract.start,
        shares={},
        covers=covers,
        merged_amounts=merged,
        width=max(len(row.cells) for row in grid.rows[span.head : span.body]) if grid.delimited else 0,
    )
    table.shares = {
        name: shares_of(
            {row.cells[index] for row in rows if (index := layout.columns[name].index) < len(row.cells)},
            tools.numbers,
            tools.desk.units.find("%"),
            said_percent=layout.columns[name].heading.percent,
        )
        for name in _SHARES
        if name in layout.columns
    }
    tell_layout(grid, layout, head, tell)
    reader = TableReader(table, rows, titles[0], titles[1] or _unfirm_heading(layout))
    reader.read()
    numbers = [commitment.row for commitment in reader.commitments] or [head]
    how = {column.text: column.heading.how for column in span.columns}
    read = Table(grid.name, head, numbers[0], numbers[-1], layout.named(), how)
    _keep(reader.commitments, read, work.forms.get(grid.name) if grid.places else None, work)
    if not reader.commitments:
        tell.say("empty-table", head)


def _keep(commitments: list[Commitment], table: Table, form: Form | None, work: _Work) -> None:
    if form is not None:
        from sv_cli.bids.forms.placed import as_form, placed, tell_form  # noqa: PLC0415 - most bids hold none

        commitments, table = placed(commitments, form), as_form(table, form)
        tell_form(commitments, form, work.teller_of(form.table))
    work.commitments += commitments
    work.tables.append(table)


def _tell_forms(chosen: list[Sheets], work: _Work) -> None:
    """Sheets without a table that may promise something in a form; one that another was asked for is not looked at."""
    headings = work.desk.headings
    for grid, spans in chosen if not work.desk.options.sheets else ():
        if grid.places or (not spans and _left_out(grid, work.desk.words, alone=False)):
            continue
        row = form_beside(grid.rows, spans[0].head, headings) if spans else form_row(grid, headings)
        if row is not None:
            work.teller(grid.name).say("form-left-out", row)


def _tell_stray(chosen: list[Sheets], work: _Work) -> None:
    """Rows in no table that look like promises; a sheet that explains or is hidden promises nothing."""
    for grid, spans in chosen:
        if not grid.places and (spans or not _left_out(grid, work.desk.words, alone=False)):
            rows = stray_rows(grid.rows[: work.heads.get(grid.name, len(grid.rows))])
            if rows:
                work.teller(grid.name).say("no-quantity-column", rows[0].number, rows=len(rows))


def _tell_unused(work: _Work, chosen: list[Sheets]) -> None:
    """A heading that was asked for and is nowhere must not be replaced by another."""
    used = {normal(column.text) for _, spans in chosen for span in spans for column in span.columns}
    for name, heading in work.desk.options.columns.items():
        if normal(heading) not in used:
            work.teller().say("no-such-column", field=name, heading=heading)


def _looked(book: Book, work: _Work) -> str:
    """What came nearest to a heading, for the message that none was found."""
    if work.left_out:
        return "the only tables are on " + " and ".join(f"sheet {name!r}" for name in work.left_out) + ", left out"
    forms = ((form_row(grid, work.desk.headings), grid.name) for grid in book.grids)
    form = next(((row, name) for row, name in forms if row is not None), None)
    if form is not None:
        return (
            f"{_row_of(*form)} begins a form, its fields below each other, that is empty or cannot be told for sure; a "
            "table has a row for each commitment"
        )
    best = ""
    most = 0
    for grid in book.grids:
        miss = best_near_miss(grid, work.desk.headings)
        if miss and len(miss[1]) > most:
            most = len(miss[1])
            fields = " and ".join(_SAID.get(name, name.replace("_", " ")) for name in miss[1])
            best = f"{_row_of(miss[0], grid.name)} names only {fields}"
    return best or "no row names a column that is known"


def _row_of(number: int, sheet: str) -> str:
    return f"row {number} of sheet {sheet!r}" if sheet else f"line {number}"

"""Owns the choice of the sheets and tables that are read: those that explain, repeat or only show how are left out."""

from collections.abc import Iterator

from sv_cli.bids.books.aside import refers_to_measures
from sv_cli.bids.books.versions import earlier_versions
from sv_cli.bids.books.work import Sheet, Work
from sv_cli.bids.cells.text import normal, shown_text
from sv_cli.bids.contract.beside import without_facts
from sv_cli.bids.sheets.grid import Book, Grid, Row, cell_at
from sv_cli.bids.tables.finding.find import Span, find_tables, of_value
from sv_cli.bids.tables.finding.numbered import find_numbered
from sv_cli.bids.tables.finding.others import is_bill, lists_else
from sv_cli.bids.tables.finding.sideways import label_columns
from sv_cli.bids.terms.codes import is_surely_code
from sv_cli.bids.terms.sheets import has_own_facts, is_guidance, is_no_bid, is_of_bill, is_of_sums, is_of_the_work
from sv_cli.bids.terms.titles import is_past, unnumbered
from sv_cli.bids.terms.words import Words

GUIDANCE = "guidance-sheet-left-out"
_TITLES = 12  # rows above a table among which titles stand


def chosen_sheets(book: Book, work: Work) -> list[Sheet]:
    """The sheets to read with their tables; hidden and explaining ones are left out, and said so when they hold one."""
    wanted = {normal(sheet) or sheet for sheet in work.desk.options.sheets}
    found = _found_sheets(book, work, wanted=bool(wanted))
    chosen: list[Sheet] = []
    for sheet, name in zip(found, _names_of_left_out(found, work, wanted), strict=True):
        grid, spans = sheet
        if name and spans and not wanted:
            _leave_out(sheet, name, work)
        elif not spans and has_own_facts(grid.name):
            continue
        elif not name and (not wanted or _is_among(grid, wanted)):
            kept = _without_examples(grid, spans, work)
            chosen.append((grid, tuple(without_facts(span, grid.rows, work.desk.labels) for span in kept)))
        elif not name and not spans:
            chosen.append((grid, ()))  # another sheet was asked for; this one may hold facts of the contract
    return chosen


def _found_sheets(book: Book, work: Work, *, wanted: bool) -> list[Sheet]:
    """The sheets with the tables of promises that were found; ``wanted`` says whether some are asked for by name."""
    found = [(grid, find_tables(grid, work.desk.headings, work.patience)) for grid in book.grids]
    found = [sheet for grid, spans in found for sheet in _or_form(grid, spans, work)]
    if not any(spans for _, spans in found):
        found = [find_numbered(grid, work.desk.headings) or (grid, spans) for grid, spans in found]
    if not any(spans for _, spans in found):
        found = [sheet for grid, spans in found for sheet in _or_crossed(grid, spans, work)]
    found = [*_with_more(found, work)]
    work.heads = {grid.name: spans[0].head for grid, spans in found if spans and not grid.places}
    found = _without_bills(_without_open(found, work), work)
    return found if wanted else _without_pivots(found, work)


def _names_of_left_out(found: list[Sheet], work: Work, wanted: set[str]) -> list[str]:
    """Why each sheet is left out, as a finding's name; nothing for those that are read."""
    alone = sum(bool(spans) for grid, spans in found if not grid.hidden) == 1
    names = [why_left_out(grid, work.desk.words, alone=alone) for grid, _ in found]
    if GUIDANCE in names and not any(
        refers_to_measures(*sheet) for sheet, name in zip(found, names, strict=True) if not name
    ):
        # What sums up nothing that the bid says elsewhere is what it says
        names = ["" if name == GUIDANCE and _sums_up(sheet) else name for sheet, name in zip(found, names, strict=True)]
    kept = [grid.name for (grid, spans), name in zip(found, names, strict=True) if spans and not name]
    earlier = earlier_versions(kept)
    names = [
        "earlier-version-left-out" if grid.name in earlier else name
        for (grid, _), name in zip(found, names, strict=True)
    ]
    return ["" if _is_among(grid, wanted) else name for (grid, _), name in zip(found, names, strict=True)]


def _sums_up(sheet: Sheet) -> bool:
    return is_of_sums(sheet[0].name) and refers_to_measures(*sheet)


def _is_among(grid: Grid, wanted: set[str]) -> bool:
    return (normal(grid.name) or grid.name) in wanted


def _leave_out(sheet: Sheet, name: str, work: Work) -> None:
    grid, spans = sheet
    if name == GUIDANCE and is_of_the_work(grid.name):
        work.aside.append(sheet)  # what its rows promise is told when the others are read
    else:
        work.teller_of(grid).say(name, rows=rows_of(spans), sheet=grid.name)
    work.left_out.append(grid.name)


def _or_form(grid: Grid, spans: tuple[Span, ...], work: Work) -> list[Sheet]:
    """A sheet with its tables; where it has none, but a form, that as a table, and the rest of the sheet."""
    columns = label_columns(grid, [range(span.head, span.body) for span in spans], work.desk.headings, work.patience)
    parted = not spans and _may_be_parted(grid)
    if not columns and not parted:
        return [(grid, spans)]
    from sv_cli.bids.forms.find import find_form  # noqa: PLC0415 - most bids hold none
    from sv_cli.bids.forms.parted import find_parted  # noqa: PLC0415

    form = find_form(grid, columns, work.desk) if columns else None
    form = find_parted(grid, work.desk) if form is None and parted else form
    if form is None:
        return [(grid, spans)]
    work.forms[grid.name] = form
    return [(form.rest, ()), (form.table, form.spans)]


def _or_crossed(grid: Grid, spans: tuple[Span, ...], work: Work) -> list[Sheet]:
    """A sheet of a bid without tables; where it has a list of another shape, that as a table, and the sheet's rest."""
    from sv_cli.bids.forms.crossed import find_crossed  # noqa: PLC0415 - most bids hold none
    from sv_cli.bids.forms.unheaded import find_unheaded  # noqa: PLC0415

    form = find_crossed(grid, work.desk) or find_unheaded(grid, work.desk)
    if form is None:
        return [(grid, spans)]
    work.forms[grid.name] = form
    return [(form.rest, ()), (form.table, form.spans)]


def _with_more(found: list[Sheet], work: Work) -> Iterator[Sheet]:
    """The sheets, those too that go on right behind a table without heading it again: ``Commitments (cont.)``."""
    before: Sheet | None = None
    for sheet in found:
        told = _or_more(sheet, before or sheet, work)
        before = sheet if len(told) == 1 else before
        yield from told


def _or_more(sheet: Sheet, before: Sheet, work: Work) -> list[Sheet]:
    """A sheet with its tables; where it has none, but more lines in the columns of the one before it, these as one."""
    grid, spans = sheet
    places = {column.heading.field: column.index for column in before[1][-1].columns} if before[1] else {}
    codes = (shown_text(cell_at(row, places.get("reference", -1))) for row in grid.rows[:_TITLES])
    if spans or "quantity" not in places or before[0].places or not any(map(is_surely_code, codes)):
        return [sheet]
    from sv_cli.bids.forms.unheaded import find_unheaded  # noqa: PLC0415 - most bids hold none

    form = find_unheaded(grid, work.desk)
    if form is None:
        return [sheet]
    number = form.table.rows[form.spans[0].head].number
    listed = {each.heading.field: form.table.places[number, each.index + 1][1] - 1 for each in form.spans[0].columns}
    if any(listed.get(field) != places.get(field) for field in ("reference", "description", "quantity", "unit")):
        return [sheet]
    work.forms[grid.name] = form
    return [(form.rest, ()), (form.table, form.spans)]


def _may_be_parted(grid: Grid) -> bool:
    """Whether a sheet has cells in which labels and what they head may stand together: ``Quantity: 40``."""
    return any(isinstance(cell, str) and ": " in cell for row in grid.rows[:_TITLES] for cell in row.cells[:_TITLES])


def rows_of(spans: tuple[Span, ...]) -> int:
    """How many rows stand below the headings of tables."""
    return sum(span.stop - span.body for span in spans)


def _without_open(found: list[Sheet], work: Work) -> list[Sheet]:
    """The tables without those of which no column is known to hold the quantity, unless they follow one on their sheet.

    They are told of where the bid has other tables. Below another table their rows are read, lest its columns be
    taken for theirs; the quantities stay open. Where there is no other, a value in pounds may be what is promised.
    """
    told = any(not span.open for _, spans in found for span in spans)
    if not told:
        found = [(grid, tuple(of_value(span, grid, work.desk.headings) for span in spans)) for grid, spans in found]
    kept: list[Sheet] = []
    for grid, spans in found:
        first = next((at for at, span in enumerate(spans) if not span.open), len(spans))
        left = [span for at, span in enumerate(spans) if at < first or not span.columns]
        for span in left:
            name = why_left_out(grid, work.desk.words, alone=False)
            if told and name and is_past(grid.name):  # what lists a library is told of by nobody
                work.teller(grid.name).say(name, rows=span.stop - span.body, sheet=grid.name)
            elif told and not name and not _lists_else(grid, span):
                number = grid.rows[span.head].number
                work.teller_of(grid).say("no-quantity-column", number, rows=span.stop - span.body)
        kept.append((grid, tuple(span for span in spans if span not in left)))
    return kept


def _lists_else(grid: Grid, span: Span) -> bool:
    """Whether a table is a list of people or a guide to scores, below which nothing else stands."""
    apart = any(row.after_gap for row in grid.rows[span.body : span.stop])
    return not apart and lists_else(grid.rows[span.head])


def _without_bills(found: list[Sheet], work: Work) -> list[Sheet]:
    """The tables without bills of quantities, where another one refers to measures; each is told once, not by line."""
    if sum(len(spans) for _, spans in found) == 1:
        return found
    bills = [
        [span for span in spans if is_bill(span.columns, grid.rows[span.body : span.stop])] for grid, spans in found
    ]
    kept = [
        (grid, tuple(span for span in spans if span not in priced))
        for (grid, spans), priced in zip(found, bills, strict=True)
    ]
    if not any(map(_refers, (span for _, spans in kept for span in spans))):
        return found
    for (grid, _), priced in zip(found, bills, strict=True):
        for span in priced:
            work.teller_of(grid).say("bill-left-out", grid.rows[span.head].number, rows=span.stop - span.body)
    return kept


def _without_pivots(found: list[Sheet], work: Work) -> list[Sheet]:
    """The tables without those that a spreadsheet program made of another one, which say its sums again."""
    if not any(map(_is_pivot, (span for _, spans in found for span in spans))):
        return found
    shown = (span for grid, spans in found if not grid.hidden for span in spans)
    if not any(_refers(span) and not _is_pivot(span) for span in shown):
        return found
    kept: list[Sheet] = []
    for grid, spans in found:
        for span in filter(_is_pivot, spans):
            text = span.headed.get(span.columns[0].index, "")
            work.teller_of(grid).say("example-table-left-out", grid.rows[span.head].number, text=text[:80])
        kept.append((grid, tuple(span for span in spans if not _is_pivot(span))))
    return kept


def _is_pivot(span: Span) -> bool:
    """Whether a table is headed as a spreadsheet program heads sums of another one: ``Row Labels | Sum of Hours``."""
    labelled = bool(span.columns) and normal(span.headed.get(span.columns[0].index, "")) == "row labels"
    return labelled and any(normal(text).startswith(("sum of ", "count of ")) for text in span.headed.values())


def _refers(span: Span) -> bool:
    return any(column.heading.field == "reference" for column in span.columns)


def why_left_out(grid: Grid, words: Words, *, alone: bool) -> str:
    """Why a sheet is left out, as a finding's name; ``alone`` says that no other visible sheet has a table."""
    if grid.hidden:
        return "hidden-sheet-left-out"
    if is_guidance(grid.name, alone=alone) or (words.is_aside(grid.name) and not alone):
        return GUIDANCE
    return ""


def _without_examples(grid: Grid, spans: tuple[Span, ...], work: Work) -> tuple[Span, ...]:
    """The tables without those that a line above them calls an example, or a summary of the tables beside."""
    words = work.desk.words
    titles = [title_above(grid.rows, span, spans) for span in spans]
    aside = [
        bool(title) and (words.titles_examples(title) or is_past(title) or (span.open and words.is_aside(title)))
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


def title_above(rows: list[Row], span: Span, spans: tuple[Span, ...]) -> str:
    """The one text above a table; where ``spans`` stand side by side, the one above its own columns."""
    above = rows[span.head - 1] if span.head else None
    if above is None or rows[span.head].number - above.number > 2:  # noqa: PLR2004 - one empty row may stand between
        return ""
    beside = [other for other in spans if other.head == span.head]
    first = span.left if span.left > min(other.left for other in beside) else 0
    last = span.right if span.right < max(other.right for other in beside) else len(above.cells)
    texts = [text for cell in above.cells[first : last + 1] if (text := shown_text(cell).strip())]
    return unnumbered(texts[0]) if len(texts) == 1 else ""


def no_bid_above(grid: Grid, spans: tuple[Span, ...]) -> str:
    """The name of a sheet, or a line of its own above all its tables, that says that the document is no bid."""
    lone = ([text for cell in row.cells if (text := shown_text(cell))] for row in grid.rows[: spans[0].head][:_TITLES])
    titles = (grid.name, *(texts[0] for texts in lone if len(texts) == 1 or (texts and is_of_bill(texts[0]))))
    return next((title for title in titles if title and (is_no_bid(title) or is_of_bill(title))), "")

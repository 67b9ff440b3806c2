"""Owns the reading of a whole book: which of its sheets count, and the bid that they make."""

from collections import Counter

from sv_cli.bids.books.choosing import chosen_sheets
from sv_cli.bids.books.summed import without_plans, without_sums
from sv_cli.bids.books.unread import nearest_miss, tell_aside, tell_forms, tell_stray, tell_unused
from sv_cli.bids.books.versions import tell_sheets_again
from sv_cli.bids.books.work import Sheet, Work
from sv_cli.bids.cells.dates import Dates
from sv_cli.bids.cells.text import normal
from sv_cli.bids.chosen import tell_left, without_choices
from sv_cli.bids.contract.facts import read_facts
from sv_cli.bids.desk import Tools, desk_for
from sv_cli.bids.lines.catalogues import tell_catalogues
from sv_cli.bids.lines.duplicates import tell_duplicates, tell_parents, tell_parts
from sv_cli.bids.options import Reading, ReadOptions
from sv_cli.bids.sheets.grid import Book
from sv_cli.bids.tabled import read_tables
from sv_cli.bids.tables.notation import comma_decimals, date_order, doubtful_marks, marks_of, parted_amount
from sv_cli.bids.tables.unit_keys import is_of_keys
from sv_cli.bids.terms.sheets import is_of_trade, is_read_first
from sv_cli.findings.many import folded
from sv_cli.model.bids import Bid
from sv_cli.model.vocabulary import Vocabulary

# The headings that valued lines have in a report and in the tables of many bids alike
_OF_RESULTS = frozenset(("proxy", "unit value", "gross", "net", "present value", "valued", "findings"))


def assemble(book: Book, file: str, sha256: str, vocabulary: Vocabulary, options: ReadOptions) -> Reading:
    """The bid in ``book``; without a table of commitments there is none."""
    work = Work(file, desk_for(vocabulary, options))
    book, work.choices = without_choices(book)
    for remark in book.remarks:
        work.teller().say(remark.name, **remark.fields)
    if _is_of_results(book):
        work.teller().say("results-given")
        return _reading(None, work)
    if not _has_sheets(book, work):
        return _reading(None, work)
    chosen = chosen_sheets(book, work)
    if not any(spans for _, spans in chosen):
        return _without_table(book, chosen, work)  # what its cells say of a contract is of no bid
    tools = _tools(chosen, book, work)
    work.keys = [grid for grid in book.grids if is_of_keys(grid.name)]
    tabled = {grid.name for grid, spans in chosen if spans} | work.heads.keys()
    work.texts = [each for each in book.grids if not (each.hidden or each.name in tabled or is_of_trade(each.name))]
    first = [each for each in book.grids if is_read_first(each.name) and not (each.hidden or options.sheets)]
    contract = read_facts(chosen, tools, file, work.tellers, first)
    before = len(work.tellers)
    read_tables(chosen, tools, contract, work)
    if len(work.tables) > 1 and not options.sheets:
        without_sums(chosen, work, work.tellers[before:])
        without_plans(chosen, work, work.tellers[before:])
    if not options.sheets:
        tell_left(work.choices, work.teller())
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
    marks = marks_of(chosen)
    comma = comma_decimals(marks, semicolons=book.semicolons)
    doubtful = "" if comma else doubtful_marks(chosen, marks, semicolons=book.semicolons)
    if comma:
        work.teller().say("comma-decimals")
    elif not doubtful and (parted := parted_amount(chosen, marks)):
        work.teller().say("points-in-doubt", text=parted, whole=parted.replace(".", ","))
    return Tools(
        desk=desk,
        numbers=desk.numbers(comma_decimals=comma, doubtful_marks=doubtful),
        dates=Dates(desk.words.not_yet, order, book.serials_1904),
    )


def _is_of_results(book: Book) -> bool:
    """Whether a sheet begins with the headings of valued lines."""
    heads = (grid.rows[0].cells for grid in book.grids if grid.rows)
    return any(
        len(head) >= len(_OF_RESULTS) and {normal(cell) for cell in head if isinstance(cell, str)} >= _OF_RESULTS
        for head in heads
    )

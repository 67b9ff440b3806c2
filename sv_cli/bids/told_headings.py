"""Owns what there is to tell of a table's headings: which clash, which are guessed, hidden or left out."""

from sv_cli.bids.cells.text import visible
from sv_cli.bids.sheets.grid import Grid
from sv_cli.bids.tables.headings.heading import ODD_YEAR, RATE, RISEN
from sv_cli.bids.tables.layout import Layout
from sv_cli.bids.tables.less.levels import BASELINE, NOT_OFFERED
from sv_cli.bids.tables.several.multipliers import DEDUCTION, MULTIPLIER
from sv_cli.bids.tables.several.times import Clash, is_slice
from sv_cli.bids.tables.statements import says_basis
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.tell import Teller
from sv_cli.bids.terms.pinned import LONGEST, disputes
from sv_cli.findings.finding import quoted
from sv_cli.model.addresses import column_letters

_UNCLEAR = "attribution_unclear"
_BESIDE = {BASELINE: "baseline-not-taken-off", NOT_OFFERED: "amounts-not-promised"}
_UNTOLD = {ODD_YEAR: "year-column-unclear", RATE: "rate-column-unclear", RISEN: "cumulative-rows"}
_EFFECTS = {MULTIPLIER: "multiply", DEDUCTION: "need to be deducted from"}


def tell_layout(grid: Grid, layout: Layout, head: int, tell: Teller) -> None:
    """What there is to say of the headings: columns that clash, that are hidden, whose direction is not stated."""
    for clash in layout.clashes:
        if clash.columns:  # otherwise nothing is headed as a quantity; every row says so
            _tell_clash(clash, head, tell)
    _tell_left_out(layout, head, tell)
    if grid.comments:
        _tell_comments(grid, layout, head, tell)
    unclear = layout.columns.get(_UNCLEAR)
    if unclear is not None:
        tell.say("attribution-unclear", head, unclear.index + 1, unclear.text, heading=unclear.text)
    own = layout.columns.get("attribution_own")
    if own is not None:
        tell.say("attribution-own", head, own.index + 1, own.text, heading=own.text)
    for column in (*layout.columns.values(), *(column for column, _ in layout.years)):
        if column.heading.guessed:
            said = {
                "heading": _called(column),
                "field": column.heading.field.replace("_", " "),
                "how": column.heading.how,
            }
            tell.say("heading-guessed", head, column.index + 1, column.text, **said)
    hidden = (*layout.columns.values(), *layout.spread()) if grid.hidden_columns else ()
    for column in {each.index: each for each in hidden}.values():
        if column.index + 1 in grid.hidden_columns:
            tell.say("hidden-column-read", head, column.index + 1, column.text, heading=column.text)


def _tell_clash(clash: Clash, head: int, tell: Teller) -> None:
    first = clash.columns[0]
    name, fields = _UNTOLD.get(clash.field, "ambiguous-column"), {}
    if clash.field in _EFFECTS:
        name, fields = "multiplier-unclear", {"effect": _EFFECTS[clash.field]}
    elif clash.field not in _UNTOLD:
        candidates = " and ".join(quoted(_called(column)) for column in clash.columns)
        fields = {"candidates": candidates, "field": clash.field}
    tell.say(name, head, first.index + 1, first.text, heading=_called(first), **fields)


def tell_lots(layout: Layout, head: int, tell: Teller) -> None:
    """Tell between which lots or deliverers lines are undecided that promise something in several of them."""
    sharing = tuple(column for column, _ in layout.years if is_slice(column))
    if sharing and not layout.clashes and any(each.name == "quantity-undecided" for each in tell.found):
        _tell_clash(Clash("quantity", sharing), head, tell)


def _tell_comments(grid: Grid, layout: Layout, head: int, tell: Teller) -> None:
    """Tell of what is pinned to the heading of an amount; “Whole numbers only” says nothing of what it is.

    Of “Annual figures” the lines tell, as they do where it stands above the table.
    """
    in_question = {column.index for clash in layout.clashes if clash.field == RATE for column in clash.columns}
    for index in layout.amount_columns():
        text = grid.comments.get((head, index + 1), "")
        if not text or not disputes(text, None) or (says_basis(text) and index not in in_question):
            continue
        name = "comment-disputes-line" if index in in_question else "comment-on-line"
        tell.say(name, head, index + 1, text=visible(text)[:LONGEST])


def _tell_left_out(layout: Layout, head: int, tell: Teller) -> None:
    for column in layout.unused:
        tell.say("share-not-used", head, column.index + 1, column.text, heading=column.text)
    quantity = _what_is_read(layout)
    for column in layout.beside:
        name = _BESIDE.get(column.heading.field, "extension-not-added")
        tell.say(name, head, column.index + 1, column.text, heading=_called(column), quantity=quantity)


def _called(column: Column) -> str:
    """The heading of a column; of one without, its letter."""
    return column.text or f"column {column_letters(column.index + 1)}"


def _what_is_read(layout: Layout) -> str:
    """The heading of the quantity; of years, which are all read, the first and the last."""
    quantity = layout.columns.get("quantity")
    spread = layout.matrix or [column for column, _ in layout.years]
    headings = [quantity.text] if quantity else [column.text for column in spread]
    return " to ".join(dict.fromkeys((headings[0], headings[-1]))) if headings else ""

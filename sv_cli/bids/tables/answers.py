"""Owns what a bidder answers beside what a buyer asks for: ``Target | Offer``, ``Minimum | Our commitment``."""

import re

from sv_cli.bids.cells.figures import plain_number
from sv_cli.bids.cells.looks import is_amount, speaks_of_money
from sv_cli.bids.cells.text import normal
from sv_cli.bids.sheets.grid import Row, column_at, not_empty
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import Heading
from sv_cli.bids.tables.less.ticks import take_out
from sv_cli.bids.tables.several.proofs import is_added_up
from sv_cli.bids.tables.several.times import is_money
from sv_cli.bids.tables.under.by_field import ByField, as_field, keys_of
from sv_cli.bids.tables.under.choices import in_words
from sv_cli.bids.tables.under.held import Column, are_amounts, cells, filled_at, number_at, promising
from sv_cli.bids.tables.under.numbering import is_line_number, is_one_record
from sv_cli.bids.tables.under.worked_out import all_equal
from sv_cli.bids.terms.forms import unbracketed
from sv_cli.bids.terms.names import BUYER
from sv_cli.late import late

_BIDDER = r"(?:bidder|tenderer|supplier|contractor)"
_WHOSE = rf"(?:our|your|{_BIDDER}(?: s)?)"
_BY_WHOM = rf"(?: by (?:us|you|(?:the )?{_BIDDER}))?"
_AMOUNT = r"(?:quantity|qty|number|amount|units)"
_OFFER = r"(?:offer|bid|commitment|pledge|promise|response|proposal|submission)"
_PROMISED = r"(?:tendered|offered|committed|pledged|promised|proposed)"
_ANSWERS = late(
    rf"(?:{_AMOUNT} of )?(?:(?:{_WHOSE}|total|final|firm|actual) )*"
    rf"{_OFFER}(?: number| quantity| qty|{_BY_WHOM})"
    rf"|(?:(?:{_AMOUNT}|no)(?: of units)? )?(?:actual(?:ly)? )?(?:{_PROMISED}|bid){_BY_WHOM}|{_PROMISED} {_AMOUNT}"
    rf"|{_WHOSE} (?:{_AMOUNT}|figure)|(?:{_AMOUNT}|no) to be (?:delivered|provided)"
    rf"|(?:{_AMOUNT}|no|how (?:much|many)|what) (?:we|you) (?:(?:will |can )?(?:offer|commit to)"
    r"|(?:will|can) (?:deliver|provide|give))"
)
_NO_MONEY = late(r"\b(?:will|can|to be) deliver(?:ed)?\b|\bactual(?:ly)?\b", re.IGNORECASE)
_ASKED = late(
    rf"(?:(?:minimum|min|contract|kpi|{BUYER}(?: s)?) )?"
    r"(?:targets?|requirements?)(?: quantity| qty| number| no| units| volume| amount)?"
)
# What may report what a bidder has done, or be what it offers
_OFFERED = late(
    r"\b(?:offers?|commitments?|responses?|pledges?|promises?|proposals?|bids?|answers?)"
    r"(?: (?:description|details?|statement|narrative|text|wording|in words))?$"
)
_OWN = late(rf"\b{_WHOSE}\b")
_OWN_ACTUAL = late(rf"{_WHOSE} actuals?|actuals?(?: by)?(?: the)? (?:{_BIDDER}(?: s)?|us)")
_NUMBERED = late(rf"{_OFFER}(?: number)?")
_FIGURE = late(r"\s*£? ?[0-9][0-9,.]* ?%? ?[a-z]*\s*", re.IGNORECASE)
_NUMBER = late(r"^\D*|(?<=[0-9])[^0-9,.].*$", re.DOTALL)
_FEW = 12
_FIELDS = ("quantity", "count", "description")
_ANSWER = Heading("quantity", "because it has what is offered, next to what is asked for", guessed=True)


def place_answers(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """Where amounts are asked for in one column and offered in another, those that are offered are the quantity.

    Beside a column that does not say that it asks for anything, either may be; so may what a bidder calls actual.
    """
    answers = _answers(by_field, span, rows)
    asked = [column for column in by_field.get("quantity", []) if column not in answers.values()]
    if len(answers) != 1 or not _is_instead(asked, *answers):
        return
    answer = next(iter(answers.values()))
    totals = [] if asked else [each for each in by_field.get("total", []) if not is_money(each)]
    if any(is_added_up(total, span, rows) for total in totals):
        return  # what is offered is a part of it
    if len(totals) == 1 and are_amounts(totals[0], rows) and not all_equal((answer, *totals), rows):
        asked = [as_field(total, "quantity") for total in by_field.pop("total")]
    if _says_else(answer, asked, by_field, rows):
        return
    says_so = len(asked) == 1 and _ASKED.fullmatch(_bare(asked[0].text)) is not None
    says_so = says_so and not _OWN_ACTUAL.fullmatch(normal(answer.text))
    take_out(by_field, answer)
    found = as_field(answer, "quantity", rank=0)
    by_field["quantity"] = [found] if says_so else [*asked, found]


def _says_else(answer: Column, asked: list[Column], by_field: ByField, rows: list[Row]) -> bool:
    """Whether a column of answers says what is asked for again, numbers the lines, or alone is of money."""
    if answer.heading.field == "description" and any(_is_said_again(answer, wanted, rows) for wanted in asked):
        return True
    numbered = answer.index < min(keys_of(by_field), default=0) and _NUMBERED.fullmatch(_bare(answer.text))
    if numbered and _may_number(answer, rows):
        return True
    in_money = speaks_of_money(_NO_MONEY.sub("", answer.text))
    return in_money and not any(speaks_of_money(column.text) for column in asked)


def _may_number(answer: Column, rows: list[Row]) -> bool:
    """Whether numbers left of all texts may be those of the lines, of groups of them or of the bid; amounts go on."""
    rows = promising([answer], rows)  # a note may stand below them
    told = [number for row in rows if (number := number_at(row, answer.index)) is not None]
    return bool(told) and told == sorted(told) and told[-1] - told[0] < 2 * len(told)


def _is_instead(asked: list[Column], field: str) -> bool:
    """Whether a column of answers may be the quantity beside what is: one that is asked for, or what merely counts."""
    if not asked:
        return field != "quantity"
    return len(asked) == 1 or all(column.heading.merely_counts for column in asked)


def _answers(by_field: ByField, span: Span, rows: list[Row]) -> dict[str, Column]:
    """The columns that are headed as what is offered and hold amounts, or nothing at all, by their fields."""
    headed = [(field, column) for field in _FIELDS for column in by_field.get(field, [])]
    headed += [("", Column(at, text, _ANSWER)) for at, text in span.unknown]
    if any(_ASKED.fullmatch(_bare(column.text)) for column in by_field.get("quantity", [])):
        headed += [("total", column) for column in by_field.get("total", [])]  # “Total offer”, beside “Target”
    headed = [(field, column) for field, column in headed if names_answer(column.text)]
    in_lines = any(field != "description" for field, _ in headed)
    lines = (promising(by_field.get("quantity", []), rows) if in_lines else []) or rows  # no signature below them
    answers = [(field, column) for field, column in headed if _may_answer(field, column, rows, lines)]
    return dict(answers) if len(answers) == len({field for field, _ in answers}) else {}


def _may_answer(field: str, column: Column, rows: list[Row], lines: list[Row]) -> bool:
    if field == "description":  # of which most hold no amounts, as a few rows show
        return _are_figures(column, rows[:_FEW]) and _are_figures(column, rows)
    if column.text.casefold().endswith(" number"):
        held = [*cells(column, rows)]
        if is_line_number(held, surely=True) or is_one_record(held):
            return False  # “Response number” over 1, 2, 3
    return not any(filled_at(row, column.index) for row in rows) or are_amounts(column, lines)


def _are_figures(column: Column, rows: list[Row]) -> bool:
    """Whether most of what a column holds is numbers, alone or with a unit: ``20 hours a month`` says what is done."""
    held = not_empty(cells(column, rows))
    figures = (is_amount(cell) and (not isinstance(cell, str) or _FIGURE.fullmatch(cell)) for cell in held)
    return sum(map(bool, figures)) * 2 > len(held)


def _is_said_again(answer: Column, wanted: Column, rows: list[Row]) -> bool:
    """Whether texts name in every row the number that stands beside them: ``3 apprentices | 3 | FTE``."""
    texts = column_at(rows, answer.index)
    amounts = [number_at(row, wanted.index) for row in rows]
    named = [isinstance(text, str) and not text.replace(".", "").isdigit() for text in texts]
    return any(named) and all(
        not isinstance(text, str) or amount is None or plain_number(_NUMBER.sub("", text)) == amount
        for text, amount in zip(texts, amounts, strict=True)
    )


def offered_beside(span: Span, quantity: Column | None) -> tuple[Column, ...]:
    """The columns that by their headings say in words what is offered, beside a target that is the quantity.

    One that alone says what a line is of may be headed as a commitment, whosever it is.
    """
    if quantity is None:
        return ()
    names = span.names().items()
    worded = tuple(Column(at, text, _ANSWER) for at, text in names if at != quantity.index and in_words(text))
    if "target" not in normal(quantity.text) or names_answer(quantity.text):
        return worded
    headed = [column for column in span.columns if column.heading.field in _FIELDS and column.index != quantity.index]
    headed += [Column(at, text, _ANSWER) for at, text in span.unknown]
    described = sum(column.heading.field == "description" for column in headed)
    offers = (column for column in headed if _OFFERED.search(_bare(column.text)))
    told = (each for each in offers if each.heading.field != "description" or described > 1 or _is_own(each.text))
    return (*worded, *told)


def _is_own(text: str) -> bool:
    return _OWN.search(normal(text)) is not None


def says_amounts(column: Column, rows: list[Row]) -> bool:
    """Whether a column holds a text that may say an amount."""
    worded = in_words(column.text)
    return any(isinstance(cell, str) and (worded or any(map(str.isdigit, cell))) for cell in cells(column, rows))


def names_answer(text: str) -> bool:
    """Whether a heading may name what is offered, beside a column of what is asked for."""
    return bool(_ANSWERS.fullmatch(_bare(text)) or _OWN_ACTUAL.fullmatch(normal(text)))


def _bare(text: str) -> str:
    return normal(unbracketed(text))

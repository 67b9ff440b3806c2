"""Owns the warning that a line may hold the one above it, or take its place: the same words, and another amount."""

from collections.abc import Mapping
from itertools import groupby, pairwise
from operator import eq

from sv_cli.bids.cells.text import normal, shown_text
from sv_cli.bids.lines.sheeted import Sheeted
from sv_cli.bids.sheets.grid import Raw, Row
from sv_cli.bids.tables.under.numbering import is_line_number
from sv_cli.bids.terms.codes import looked_up
from sv_cli.bids.terms.names import DAY, TIME
from sv_cli.late import late
from sv_cli.model.bids import Commitment

_PAIR = 2
_FEW = 3  # words
_WHEN = late(
    rf"\bby (?:the )?(?:(?:end|start|close|middle) of )?(?:the )?(?:(?:contract )?{TIME} ?[0-9]{{1,2}}|{DAY}"
    r"|(?:q|m|y|h)[0-9]{1,2}|20[0-9]{2}|(?:first|second|third|fourth|fifth|final) (?:year|quarter|month))"
    r"(?: (?:of )?(?:year ?[0-9]{1,2}|20[0-9]{2}(?: [0-9]{2})?))?\b"
)
# What else changes from one of several goals on the way to the next
_BESIDE = late(r"\b(?:[0-9]+|first|reach(?:ed)?|achieved?|complet(?:ed|ion)|(?:in )?total|cumulative(?:ly)?|of)\b")


def tell_anew(table: Sheeted, rows: list[Row], commitments: list[Commitment]) -> None:
    """Warn of lines that stand together and say the same of more and more by later times, or once of another amount."""
    keys = {reference: looked_up(reference) for reference in {each.reference for each in commitments}}
    references = [keys[each.reference] for each in commitments]
    if "description" not in table.layout.columns or not any(map(eq, references, references[1:])):
        return
    by_number = {row.number: row for row in rows}
    counted = [0] if is_line_number(table.down(rows, 0), surely=True) else []
    named = table.layout.columns
    columns = [named["own_total"].index] if "own_total" in named else []
    besides = {*counted, *columns, *table.layout.amount_columns()}
    for reference, same in groupby(commitments, lambda each: keys[each.reference]):
        lines = [*same]
        if reference is None or len(lines) < _PAIR or not _are_alike(lines):
            continue
        if _rise(table, by_number, lines) or _differ_alone(by_number, lines, besides):
            *_, before, last = lines
            fields = {"reference": last.reference, "quantity": f"{last.quantity:,f}", "other": f"{before.quantity:,f}"}
            table.tell.say("said-anew", last.row, row=table.grid.line(before.row), **fields)


def _are_alike(lines: list[Commitment]) -> bool:
    """Whether lines may be of one promise: of one unit, place and year, in the same words or until certain times."""
    said = {each.description for each in lines}
    if len(said) > 1 and not all("by" in text.casefold() for text in said):
        return False
    periods = ((tranche.period for tranche in each.tranches) for each in lines)
    rest = {(each.unit, each.place, *times) for each, times in zip(lines, periods, strict=True)}
    return len(rest) == 1 and all(each.quantity and not each.unsure for each in lines)


def _rise(table: Sheeted, by_number: Mapping[int, Row], lines: list[Commitment]) -> bool:
    """``First 50 hours by month 6``, ``100 hours reached by month 12``: the second may hold the first."""
    if not all((one.quantity or 0) < (other.quantity or 0) for one, other in pairwise(lines)):
        return False
    said = [normal(each.description) for each in lines]
    when = [match and match[0] for match in map(_WHEN.search, said)]
    if len({*said}) == 1 and all(each.start is None for each in lines):
        when = [table.words(by_number[each.row], "end") for each in lines]
    goals = {" ".join(_BESIDE.sub("", _WHEN.sub("", text)).split()) for text in said}
    return all(when) and len({*when}) == len(lines) and len(goals) == 1


def _differ_alone(by_number: Mapping[int, Row], lines: list[Commitment], besides: set[int]) -> bool:
    """Whether two lines differ in the amount alone, so that the second may correct the first.

    A short description is the name of a measure, of which there may well be two promises.
    """
    one, other, *more = lines
    if more or one.quantity == other.quantity or one.description != other.description:
        return False
    same = _rest(by_number[one.row], besides) == _rest(by_number[other.row], besides)
    return same and len(normal(one.description).split(" ")) > _FEW


def _rest(row: Row, besides: set[int]) -> list[Raw]:
    return [shown_text(cell) for at, cell in enumerate(row.cells) if at not in besides and cell not in (None, "")]

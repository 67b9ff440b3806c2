"""Owns what a total comes to by the columns beside it, where most of the lines that fill them in prove it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from math import prod

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.bids.cells.looks import speaks_of_money
from sv_cli.bids.cells.spelt import SEVERAL, number_of
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.under.held import Column, number_at
from sv_cli.bids.terms.forms import PER_YEAR
from sv_cli.bids.terms.names import ONE, PART_OF_YEAR
from sv_cli.late import late

_TOTAL = late(r"\btotal\b|\btot\b\.?|\boverall\b", re.IGNORECASE)
_EACH = late(r"\b(?:per|each|apiece)\b", re.IGNORECASE)
# What a heading says of one of them, and nothing of a unit or of what it is worth: ``Per site``, ``Hours each``
_OF_EACH = late(
    r"(?:(?:quantity|qty|amount|number|no|target|hours?|hrs|days?|offer|people|weeks?|units) )?(?:each|apiece"
    rf"|(?:per|each|at each|for each) (?:{ONE}|{PART_OF_YEAR}))"
)
# What a heading says of a stage of the contract, and nothing of what was delivered
_STAGE = late(r"(?:(?:pre|post|main|full|service|live) )?delivery(?: (?:phase|stage|period))?")
_COUNTING = frozenset(("quantity", "count"))  # ``Quantity per year``, and ``Annual`` alone
_PRICED = frozenset(("each", "apiece"))
# Of how many years a heading says that its column is a total: ``Total over 4 years``, ``3-year target``
_YEARS = late(
    rf"\b(?:years? 1 ?(?:-|\u2013|to) ?(?=[0-9]))?([2-9]|1[0-9]|{SEVERAL})"
    r"(?:[- ]?(?:contract )?y(?:ea)?rs?\b|(?<=[0-9]-[0-9])(?![0-9]))",
    re.IGNORECASE,
)
_ROUNDED = Decimal("0.01")
_MOST_FACTORS = 5


class Proof(Struct, frozen=True):
    """The 0-based columns that a total is made of: the ``factors`` that it multiplies, or the parts that it adds up.

    Of what is a year's its heading may say how many ``years`` it comes to, or the contract's length, in which case
    the amount of a year may be ``near`` to its share of the total.
    """

    total: int
    columns: tuple[int, ...]
    factors: bool
    years: int = 1
    near: bool = False

    def comes_to(self, row: Row) -> Decimal | None:
        """What the columns come to in a row; None unless it fills them all in, and the total, with plain numbers."""
        amounts = [number_at(row, at) for at in (*self.columns, self.total)]
        told = [amount for amount in amounts if amount is not None]
        if len(told) < len(amounts):
            return None
        added = self.years * (prod(told[:-1], start=Decimal(1)) if self.factors else sum(told[:-1], Decimal(0)))
        off = abs(added - told[-1])
        rounded = self.years > 1 and (off <= _ROUNDED * added or (self.near and 2 * off <= self.years))
        return told[-1] if rounded else added

    def holds(self, rows: list[Row]) -> bool:
        """Whether the columns come to the total in every row that fills them all in."""
        told = [(added, row) for row in rows if (added := self.comes_to(row)) is not None]
        return bool(told) and all(added == number_at(row, self.total) for added, row in told)

    def is_contradicted(self, rows: list[Row]) -> bool:
        """Whether some row has another total than its columns come to."""
        return any(self.comes_to(row) not in (None, number_at(row, self.total)) for row in rows)


def proof_of(quantity: Column | None, span: Span, rows: list[Row]) -> Proof | None:
    """How the quantity comes about, if it is a total that most lines prove and some contradict."""
    if quantity is None:
        return None
    yearly = _of_years(quantity, span)
    if yearly is not None and yearly.is_contradicted(rows):
        return yearly
    if not _TOTAL.search(quantity.text):
        return None
    proofs = [*_possible(quantity.index, span, rows)]
    doubted = next((proof for proof in proofs if _is_doubted(proof, rows)), None)
    if doubted is not None and not doubted.factors:
        return doubted
    best = _by_more(doubted, proofs if doubted is None else [doubted], span, rows)
    return best if best is not None and (best is doubted or _is_doubted(best, rows)) else None


def _by_more(best: Proof | None, proofs: list[Proof], span: Span, rows: list[Row]) -> Proof | None:
    """The best proof, or one by further factors that more lines bear out."""
    for _ in range(_MOST_FACTORS - 2):
        more = max(_by_one_more(proofs, span, rows), key=lambda proof: _borne_out(proof, rows), default=None)
        if more is None:
            break
        proofs = [more]
        if best is None or _borne_out(more, rows) > _borne_out(best, rows):
            best = more
    return best


def _by_one_more(proofs: list[Proof], span: Span, rows: list[Row]) -> list[Proof]:
    """Proofs by one factor more: ``Sessions | Hours each | People | Total hours``.

    Of a session with one person two of the factors come to the total as well, and no line contradicts the three.
    """
    counted = [at for at, text in span.names().items() if _may_count(text) and any(number_at(row, at) for row in rows)]
    held = (each for each in proofs if each.factors and set(each.columns) <= set(counted))
    several = {tuple(sorted((*each.columns, at))) for each in held for at in counted
               if at not in (each.total, *each.columns)}  # fmt: skip
    return [replace(proofs[0], columns=columns, factors=True) for columns in sorted(several)]


def _borne_out(proof: Proof, rows: list[Row]) -> int:
    told = (row for row in rows if number_at(row, proof.total) is not None)
    return sum(proof.comes_to(row) == number_at(row, proof.total) for row in told)


def proof_over(quantity: Column | None, span: Span, rows: list[Row], years: Decimal | None) -> Proof | None:
    """How a quantity comes about beside the one column of what it is in a year, if some line contradicts that.

    ``Hours per session`` may be a factor beside ``Sessions per year``.
    """
    yearly = [each for each in span.columns if each.heading.per == "year" and each.heading.field in _COUNTING]
    if quantity is None or not years or years % 1 or years == 1 or len(yearly) != 1 or quantity.heading.per:
        return None
    proof = Proof(quantity.index, (yearly[0].index,), factors=True, years=int(years), near=True)
    return _by_more(proof, [proof], span, rows) if proof.is_contradicted(rows) else None


def _of_years(total: Column, span: Span) -> Proof | None:
    """How a quantity comes about whose heading names so many years, beside the one column of what is a year's."""
    match = _YEARS.search(total.text)
    yearly = [each.index for each in span.columns if each.heading.per == "year" and each.index != total.index]
    if match is None or len(yearly) != 1 or total.heading.per:
        return None
    return Proof(total.index, (yearly[0],), factors=True, years=number_of(match[1]))


def is_added_up(total: Column, span: Span, rows: list[Row]) -> bool:
    """Whether the columns left of a total add up to it in every row that fills them all in."""
    return any(proof.holds(rows) for proof in _possible(total.index, span, rows) if not proof.factors)


def is_multiplied(total: Column, by: Column, span: Span, rows: list[Row]) -> bool:
    """Whether a total is a column times what another says of each site or person, in all rows that fill them in."""
    names = span.names()
    for proof in _possible(total.index, span, rows):
        named = [normal(names[at]) for at in proof.columns]
        priced = not by.heading.merely_counts and not _PRICED.isdisjoint(
            named
        )  # “Quantity | Each” may be what one costs
        of_each = proof.factors and by.index in proof.columns and any(map(_OF_EACH.fullmatch, named))
        if of_each and not priced and proof.holds(rows):
            return True
    return False


def may_be_doubted(quantity: Column, span: Span) -> bool:
    """Whether by the headings alone the quantity may be a total of columns beside it."""
    if not _TOTAL.search(quantity.text):
        return False
    unknown = {at for at, _ in span.unknown}
    return {quantity.index - 1, quantity.index - 2} <= unknown or any(map(_is_of_each, span.names().values()))


def _possible(total: int, span: Span, rows: list[Row]) -> Iterator[Proof]:
    headed = span.names()
    counted = [at for at, text in headed.items() if at != total and _may_count(text)]
    for rate in (at for at in counted if _is_of_each(headed[at])):
        yield from (Proof(total, (rate, at), factors=True) for at in counted if at != rate)
    first = total
    while first - 1 in counted and any(number_at(row, first - 1) is not None for row in rows):
        first -= 1
    if total - first > 1:
        yield Proof(total, tuple(range(first, total)), factors=False)


def _is_of_each(text: str) -> bool:
    return (_EACH.search(text) or PER_YEAR.search(folded(text))) is not None


def _may_count(text: str) -> bool:
    return not speaks_of_money(text) or _STAGE.fullmatch(normal(text)) is not None


def _is_doubted(proof: Proof, rows: list[Row]) -> bool:
    """Whether a line contradicts the proof, and as many at least bear it out with more than ones and noughts."""
    told = [(proof.comes_to(row), row) for row in rows]
    wrong = sum(amount is not None and amount != number_at(row, proof.total) for amount, row in told)
    borne_out = (row for amount, row in told if amount is not None and amount == number_at(row, proof.total))
    least = Decimal(1) if proof.factors else Decimal(0)
    right = sum(all((number_at(row, at) or 0) > least for at in proof.columns) for row in borne_out)
    return 0 < wrong <= right

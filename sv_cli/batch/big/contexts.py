"""Owns the outcome of each distinct context of a big table, and of each distinct row that needs one of its own.

A context is a row's texts of reference, unit, place and time, and of the contract's facts that decide value. Its value
for one unit and its findings are taken from the lines that `sv score` makes of it. Where findings change with the
quantity, or a value is shared out between kinds, the distinct pairs of context and quantity are worked out instead.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby, islice

from msgspec import Struct

from sv_cli.batch.columns import FINDING_AT, LINE_AT, Cells
from sv_cli.batch.rows import finding_cells, line_cells
from sv_cli.bids.sheets.grid import Raw, Row
from sv_cli.findings.finding import Finding
from sv_cli.findings.many import MOST_OF_A_KIND
from sv_cli.model.figures import VALUE_KINDS
from sv_cli.model.valuations import Line, Valuation
from sv_cli.valuation.money import ZERO, exact, pounds, shared_out

Read = Callable[[Sequence[Row]], Valuation]  # raises UnscoredError
_PROBES = ("1", "2.5", "86421.1357")  # quantities tried in each context, to see whether its findings depend on them
_TOGETHER = MOST_OF_A_KIND // 4  # so that none of their findings is only counted
_ABOUT_OTHERS = frozenset(("said-twice", "same-outcome-twice"))
_ROW, _CELL, _CODE = (FINDING_AT[name] for name in ("row", "cell", "code"))


class IrregularError(Exception):
    """The reader does not read a row as regular; the whole table has to be read line by line."""


class UnscoredError(Exception):
    """Rows read as a bid cannot be valued; ``findings`` say why."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        super().__init__()
        self.findings = tuple(findings)


class Outcome(Struct, frozen=True):
    """The outcome of one row: the cells of its line and of its findings (with the row's own number), and its line.

    ``under`` are the texts of the contract's facts that decide its value.
    """

    line: Cells
    findings: tuple[Cells, ...]
    valued: Line
    under: tuple[Raw, ...]


class Unit(Struct, frozen=True):
    """The value (£) of one unit in a context, exactly; None where no quantity of it is valued.

    ``outcome`` is the outcome of a row with the quantity 1.
    """

    outcome: Outcome
    gross: Decimal | None
    net: Decimal | None
    present: Decimal | None
    kinds: Mapping[str, Decimal]


def worked_out(rows: Iterable[list[Raw]], deciding: Sequence[int], read: Read) -> Iterator[Outcome]:
    """The outcomes of rows that do not depend on each other, in their order; raises IrregularError and UnscoredError.

    Rows are read many at a time, but only with others that have the same texts in the columns ``deciding``.
    """
    for under, alike in groupby(rows, key=lambda cells: tuple(cells[at] for at in deciding)):
        while together := list(islice(alike, _TOGETHER)):
            yield from _read_together(together, under, read)


def _read_together(rows: list[list[Raw]], under: tuple[Raw, ...], read: Read) -> Iterator[Outcome]:
    valuation = read([Row(number, cells) for number, cells in enumerate(rows, 2)])
    found: dict[int, list[Cells]] = {}
    for finding in valuation.findings:
        if finding.place.row is not None and finding.name not in _ABOUT_OTHERS:
            found.setdefault(finding.place.row, []).append(finding_cells(finding))
    if [line.commitment.row for line in valuation.lines] != list(range(2, len(rows) + 2)):
        raise IrregularError
    for line in valuation.lines:
        findings = tuple(found.get(line.commitment.row, ()))
        codes = " ".join(dict.fromkeys(str(each[_CODE]) for each in findings))
        yield Outcome(line_cells(line, "", codes), findings, line, under)


def units_of(contexts: Sequence[list[Raw]], quantity: int, deciding: Sequence[int], read: Read) -> list[Unit | None]:
    """The value of a unit in each context; None where findings change with the quantity, or units are converted."""
    rows = [[*cells[:quantity], probe, *cells[quantity + 1 :]] for cells in contexts for probe in _PROBES]
    outcomes = list(worked_out(rows, deciding, read))
    count = len(_PROBES)
    return [_unit(outcomes[at : at + count]) for at in range(0, len(outcomes), count)]


def _unit(probes: Sequence[Outcome]) -> Unit | None:
    first = probes[0]
    if not all(same_but_for_quantity(each, first) for each in probes):
        return None
    portions = first.valued.portions
    if first.valued.commitment.quantity is None:
        return None  # the quantity was not read with certainty
    if not first.valued.valued:
        return Unit(first, None, None, None, {})
    with exact():
        if sum((each.quantity for each in portions), ZERO) != 1:
            return None  # converted: the quantity shown is another
        return Unit(
            first,
            sum((each.quantity * each.unit_value.gross for each in portions), ZERO),
            sum((each.quantity * each.unit_value.net for each in portions), ZERO),
            sum((each.quantity * each.unit_value.present for each in portions), ZERO),
            _kinds(first.valued),
        )


def _kinds(line: Line) -> dict[str, Decimal]:
    kinds: dict[str, Decimal] = {}
    for each in line.portions:
        for kind, amount in each.unit_value.by_kind.items():
            kinds[kind] = kinds.get(kind, ZERO) + each.quantity * amount
    return kinds


def same_but_for_quantity(one: Outcome, other: Outcome) -> bool:
    """Whether two outcomes are the same, apart from quantity and value."""
    return _bare(one) == _bare(other)


def _bare(outcome: Outcome) -> tuple[object, ...]:
    """An outcome without the row's number and whatever grows with the quantity."""
    line = outcome.valued
    findings = tuple((*each[:_ROW], *each[_ROW + 1 : _CELL], *each[_CELL + 1 :]) for each in outcome.findings)
    shown = (outcome.line[LINE_AT["unit"]], outcome.line[LINE_AT["unit_value"]])
    return (findings, line.valued, line.proxy.id if line.proxy else None, len(line.portions), *shown)


def shared(unit: Unit, quantity: str) -> tuple[int, ...]:
    """The pence of ``quantity`` units, exactly: gross, net, present value, and the latter's share for each kind."""
    with exact():
        amount = Decimal(quantity)
        gross, net, present = (pounds(amount * (each or ZERO)) for each in (unit.gross, unit.net, unit.present))
        shares = shared_out(present, {kind: amount * value for kind, value in unit.kinds.items()})
        every = (gross, net, present, *(shares.get(kind, ZERO) for kind in VALUE_KINDS))
        return tuple(int(each * 100) for each in every)


def column_of(finding: Cells) -> str:
    """The column's letters in the address of the cell that a finding is about; empty for no cell."""
    return "".join(letter for letter in str(finding[_CELL] or "") if letter.isalpha())

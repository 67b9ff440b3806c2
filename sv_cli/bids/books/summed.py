"""Owns sheets that say again what others promise, or tell of those promises: sums, plans of delivery, risks, posts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from sv_cli.bids.books.choosing import title_above
from sv_cli.bids.books.versions import is_of_promises, may_promise_more
from sv_cli.bids.books.work import Sheet, Work
from sv_cli.bids.cells.text import normal
from sv_cli.bids.tell import Teller
from sv_cli.late import late
from sv_cli.model.bids import Commitment, Table
from sv_cli.model.vocabulary import Unit

_SUMMING = late(r"\b(?:summary|both|all|totals?|combined|overall|consolidated|joint|together)\b")
_FEWEST = 2  # of lines, and of sheets that they are the sums of
_AMOUNTS = ("quantity", "total")

_Sums = Mapping[str | None, Decimal]


def without_sums(chosen: list[Sheet], work: Work, read: list[Teller]) -> None:
    """Leave out each sheet that is called a summary, and says of every measure what all other sheets come to.

    ``read`` tell what was found on the sheets, which of one that is left out is of no matter.
    """
    for grid, spans in chosen:
        titles = (grid.name, title_above(grid.rows, spans[0], spans)) if len(spans) == 1 else ()
        called = next((title for title in titles if _SUMMING.search(normal(title))), "")
        if called and _sums_up(grid.name, work.commitments):
            _leave_out(grid.name, work, read)
            work.teller_of(grid).say("example-table-left-out", grid.rows[spans[0].head].number, text=called[:80])


def without_plans(chosen: list[Sheet], work: Work, read: list[Teller]) -> None:
    """Leave out each sheet of the lines of one called ``Commitments`` that counts other things, or names no units.

    It says again what is promised, or how that is delivered, shown, staffed or paid for.
    """
    promises = next((grid.name for grid, _ in chosen if is_of_promises(grid.name)), None)
    said = {table.sheet: table for table in work.tables}
    if promises not in said or len(said) < _FEWEST or len(said) < len(work.tables):
        return
    for grid, spans in chosen:
        table = said.get(grid.name)
        if table is None or "unit" in table.columns or may_promise_more(grid.name):
            continue
        lines = {name: [each for each in work.commitments if each.sheet == name] for name in (grid.name, promises)}
        more = _more(lines[grid.name], _sums(lines[promises]))
        again = not more or _is_headed_otherwise(table, said[promises])
        if again and _tells_of(lines[grid.name], lines[promises], work.desk.vocabulary.units):
            _leave_out(grid.name, work, read)
            if more:
                work.teller_of(grid).say("measures-left-out", rows=more, sheet=grid.name)
            else:
                head = grid.rows[spans[0].head].number
                work.teller_of(grid).say("example-table-left-out", head, text=grid.name[:80])


def _leave_out(sheet: str, work: Work, read: list[Teller]) -> None:
    work.commitments[:] = [each for each in work.commitments if each.sheet != sheet]
    work.tables[:] = [table for table in work.tables if table.sheet != sheet]
    for teller in read:
        if teller.sheet == sheet:
            teller.found.clear()
            teller.counts.clear()


def _sums_up(sheet: str, commitments: list[Commitment]) -> bool:
    own = [each for each in commitments if each.sheet == sheet]
    if any(each.quantity is None or each.reference is None for each in own):
        return False
    sums, others = _sums(own), _sums(each for each in commitments if each.sheet != sheet)
    sheets = {each.sheet for each in commitments if each.sheet != sheet and each.reference in sums}
    same = all(others.get(reference) == quantity for reference, quantity in sums.items())
    return same and min(len(sums), len(sheets)) >= _FEWEST


def _sums(lines: Iterable[Commitment]) -> _Sums:
    sums: dict[str | None, Decimal] = defaultdict(Decimal)
    for each in lines:
        sums[each.reference] += each.quantity or 0
    return sums


def _is_headed_otherwise(table: Table, promises: Table) -> bool:
    """Whether units stand beside the promises alone, and the quantities of the two tables have other names."""
    if "unit" not in promises.columns:
        return False
    own, others = (
        {normal(each.columns[name]) for name in _AMOUNTS if name in each.columns} for each in (table, promises)
    )
    return own.isdisjoint(others)


def _tells_of(lines: list[Commitment], promised: list[Commitment], units: Mapping[str, Unit]) -> bool:
    """Whether all lines are of measures that are promised, and name no unit or count in those of something else."""
    known = {each.reference: each.unit for each in promised if each.quantity is not None}
    own = {each.reference for each in lines}
    if None in own or not own <= known.keys() or len(own) < min(_FEWEST + 1, len(known)) or len(own) < _FEWEST:
        return False
    named = [(units[each.unit], units[unit]) for each in lines if each.unit and (unit := known[each.reference])]
    return all(each.unit is None for each in lines) or any(one.dimension != other.dimension for one, other in named)


def _more(lines: list[Commitment], promised: _Sums) -> int:
    """How many lines have another quantity than what is promised."""
    sums = _sums(lines)
    return sum(each.quantity is None or sums[each.reference] != promised.get(each.reference) for each in lines)

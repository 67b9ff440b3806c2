"""Owns sheets that say again what others promise, or tell of those promises: sums, plans of delivery, risks, posts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from sv_cli.bids.books.choosing import title_above
from sv_cli.bids.books.versions import is_of_promises, may_promise_more
from sv_cli.bids.books.work import Sheet, Work
from sv_cli.bids.cells.text import normal
from sv_cli.bids.sheets.grid import Grid
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tell import Teller
from sv_cli.bids.terms.codes import looked_up
from sv_cli.late import late
from sv_cli.model.bids import Commitment, Table
from sv_cli.model.vocabulary import Unit

_SUMMING = late(
    r"\b(?:summary|both|all|totals?|combined|overall|consolidated|joint|together)\b"
    r"|\b(?:years?|yrs?|y) ?[1-9] (?:(?:to|and) )?(?:years? ?|y)?[1-9]\b|\b(?:whole|full) (?:contract|term)\b"
)
_FEWEST = 2  # of lines, and of sheets that they are the sums of
_MOST = 30  # sheets, each of which is held against every other; of more, what is said again is told by line
_AMOUNTS = ("quantity", "total")

_Sums = Mapping[str | None, Decimal]


class _Promised(NamedTuple):
    """The lines of a sheet, and what those of each reference come to."""

    lines: list[Commitment]
    sums: _Sums


def without_sums(chosen: list[Sheet], work: Work, read: list[Teller]) -> None:
    """Leave out each sheet that is called a summary, and says of every measure what all other sheets come to.

    ``read`` tell what was found on the sheets, which of one that is left out is of no matter.
    """
    named = [(grid, spans, called) for grid, spans in chosen if (called := _called_summary(grid, spans))]
    promised = _by_sheet(work.commitments) if named else {}
    for grid, spans, called in named:
        if grid.name in promised and _sums_up(promised[grid.name], promised):
            del promised[grid.name]
            _leave_out(grid.name, work, read)
            work.teller_of(grid).say("example-table-left-out", grid.rows[spans[0].head].number, text=called[:80])


def without_plans(chosen: list[Sheet], work: Work, read: list[Teller]) -> None:
    """Leave out each sheet that lists the measures of another one again, to say how they are delivered or paid for.

    It counts other things than that sheet, or the same quantities without their units.
    """
    said = {table.sheet: table for table in work.tables}
    if not _FEWEST <= len(said) == len(work.tables) <= _MOST:
        return  # of several tables on a sheet each may be of something else
    promised = _by_sheet(work.commitments)
    for grid, spans in chosen:
        table = said.get(grid.name)
        if table is None or grid.name not in promised or may_promise_more(grid.name):
            continue
        others = [each for each in said.values() if each.sheet in promised and _may_be_meant(each, table, said)]
        more = [_more(table, other, promised, work.desk.vocabulary.units) for other in others]
        least = min((each for each in more if each is not None), default=None)
        if least is None:
            continue
        del said[grid.name], promised[grid.name]
        _leave_out(grid.name, work, read)
        if least:
            work.teller_of(grid).say("measures-left-out", rows=least, sheet=grid.name)
        else:
            work.teller_of(grid).say("example-table-left-out", grid.rows[spans[0].head].number, text=grid.name[:80])


def _called_summary(grid: Grid, spans: tuple[Span, ...]) -> str:
    """What a sheet of one table calls it, by its name or above it, if that speaks of sums."""
    titles = (grid.name, title_above(grid.rows, spans[0], spans)) if len(spans) == 1 else ()
    return next((title for title in titles if _SUMMING.search(normal(title))), "")


def _by_sheet(commitments: Iterable[Commitment]) -> dict[str, _Promised]:
    lines: dict[str, list[Commitment]] = defaultdict(list)
    for each in commitments:
        lines[each.sheet].append(each)
    return {sheet: _Promised(own, _sums(own)) for sheet, own in lines.items()}


def _sums(lines: Iterable[Commitment]) -> _Sums:
    sums: dict[str | None, Decimal] = defaultdict(Decimal)
    for each in lines:
        sums[looked_up(each.reference)] += each.quantity or 0
    return sums


def _sums_up(own: _Promised, promised: Mapping[str, _Promised]) -> bool:
    """Whether a sheet says of several measures what all lines of others, on several sheets, come to."""
    if any(each.quantity is None or each.reference is None for each in own.lines):
        return False
    other = [each.sums for each in promised.values() if each is not own and not own.sums.keys().isdisjoint(each.sums)]
    if min(len(own.sums), len(other)) < _FEWEST:
        return False
    return all(sum(each.get(reference, 0) for each in other) == total for reference, total in own.sums.items())


def _may_be_meant(promises: Table, table: Table, said: Mapping[str, Table]) -> bool:
    """Whether one table may be meant rather than another: it alone names units, comes first, or is called a promise."""
    if promises is table or "unit" not in promises.columns:
        return False
    if "unit" not in table.columns:
        return True
    first = next(sheet for sheet in said if sheet in (promises.sheet, table.sheet))
    return first == promises.sheet or is_of_promises(promises.sheet)


def _more(table: Table, promises: Table, lines: Mapping[str, _Promised], units: Mapping[str, Unit]) -> int | None:
    """How many lines of a table have another quantity than is promised; None where it may promise them as well."""
    own, promised = lines[table.sheet], lines[promises.sheet]
    otherwise, bare = _is_headed_otherwise(table, promises), "unit" not in table.columns
    if not (otherwise or bare) or not _are_of(own, promised):
        return None
    more = sum(
        each.quantity is None or own.sums[looked_up(each.reference)] != promised.sums.get(looked_up(each.reference))
        for each in own.lines
    )
    same = is_of_promises(promises.sheet) or own.sums.keys() == promised.sums.keys()
    counted = more and otherwise and bare and same and _counts_otherwise(own.lines, promised.lines, units)
    return more if not more or counted else None


def _is_headed_otherwise(table: Table, promises: Table) -> bool:
    """Whether the quantities of two tables have other names."""
    own, others = (
        {normal(each.columns[name]) for name in _AMOUNTS if name in each.columns} for each in (table, promises)
    )
    return own.isdisjoint(others)


def _are_of(own: _Promised, promised: _Promised) -> bool:
    """Whether all lines are of measures that are promised, several of them."""
    known = promised.sums.keys()
    if None in own.sums or not own.sums.keys() <= known or len(own.sums) < max(_FEWEST, min(_FEWEST + 1, len(known))):
        return False
    return all(each.quantity is not None for each in promised.lines if looked_up(each.reference) in own.sums)


def _counts_otherwise(lines: list[Commitment], promised: list[Commitment], units: Mapping[str, Unit]) -> bool:
    """Whether lines name no unit, or some of them count something else than what is promised of their measure."""
    known = {looked_up(each.reference): each.unit for each in promised}
    named = [
        (units[each.unit], units[unit]) for each in lines if each.unit and (unit := known[looked_up(each.reference)])
    ]
    return all(each.unit is None for each in lines) or any(one.dimension != other.dimension for one, other in named)


def _leave_out(sheet: str, work: Work, read: list[Teller]) -> None:
    work.commitments[:] = [each for each in work.commitments if each.sheet != sheet]
    work.tables[:] = [table for table in work.tables if table.sheet != sheet]
    for teller in read:
        if teller.sheet == sheet:
            teller.found.clear()
            teller.counts.clear()

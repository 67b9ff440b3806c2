"""Owns `sv proxies diff`: two libraries compared, and what the change does to a bid."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from sv_cli.commands.bids import valuation_of
from sv_cli.commands.outcome import ExitCode, Outcome, Refused, refusable
from sv_cli.commands.parts import Request, valuer_for
from sv_cli.commands.proxies import unit_value_now
from sv_cli.commands.written import Destination, delivered
from sv_cli.library.diff import changes
from sv_cli.library.load import load_any, load_library
from sv_cli.model.figures import Library
from sv_cli.model.valuations import Line, UnitValue, Valuation
from sv_cli.reports.formats import DIFFERENCES, renderer
from sv_cli.reports.libraries.differences import Differences, Moved
from sv_cli.reports.screen import Screen
from sv_cli.valuation.money import exact
from sv_cli.valuation.value import Valuer


class DiffRequest(Struct, frozen=True):
    """Two libraries (``before`` None is the one that ships), and a bid, or none, to value by both."""

    before: Path | None
    after: Path
    asked: Request
    bid: Path | None
    destination: Destination
    screen: Screen


@refusable
def diff_libraries(request: DiffRequest) -> Outcome:
    """Every entry that differs, every unit value that changed, and every line of the bid."""
    old = valuer_for(request.asked, _library(request.before))
    new = valuer_for(request.asked, _library(request.after))
    with exact():
        differences = _differences(old, new, request)
    text = renderer(request.destination.format_name, DIFFERENCES)(differences, request.screen)
    return delivered(text, request.destination, ExitCode.CLEAN)


def _library(path: Path | None) -> Library:
    loading = load_library() if path is None else load_any(path)
    if loading.library is None:
        raise Refused(loading.findings)
    return loading.library


def _differences(old: Valuer, new: Valuer, request: DiffRequest) -> Differences:
    lines, total = None, None
    if request.bid is not None:
        before, after = (valuation_of(request.bid, request.asked, using) for using in (old, new))
        lines = tuple(_lines(before, after))
        total = _moved("", "Total", before.totals.present, after.totals.present)
    return Differences(
        before=old.library.layers,
        after=new.library.layers,
        changes=changes(old.library, new.library),
        values=tuple(_moved_values(old, new)),
        price_year=new.unit_values.price_year,
        method=new.method.id,
        bid=None if request.bid is None else str(request.bid),
        lines=lines,
        total=total,
    )


def _moved_values(old: Valuer, new: Valuer) -> Iterator[Moved]:
    for key in sorted(old.library.proxies.keys() & new.library.proxies.keys()):
        before, after = _gross(key, old), _gross(key, new)
        if before != after:
            yield _moved(key, new.library.proxies[key].title, before, after)


def _gross(key: str, using: Valuer) -> Decimal | None:
    value = unit_value_now(using.library.proxies[key], using)
    return value.gross if isinstance(value, UnitValue) else None


def _lines(before: Valuation, after: Valuation) -> Iterator[Moved]:
    """The change of each line of the bid.

    Words of a library, such as those for an example, decide which rows are promises: a line may be in one alone.
    """
    old, new = _by_place(before), _by_place(after)
    for key in dict.fromkeys((*old, *new)):
        commitment = (new.get(key) or old[key]).commitment
        title = commitment.description or commitment.reference or ""
        was, become = (line.present if line else None for line in (old.get(key), new.get(key)))
        yield _moved(commitment.reference or "", title, was, become, commitment.row)


def _by_place(valuation: Valuation) -> dict[tuple[object, int], Line]:
    """The lines by their place in the bid; several at one place are numbered."""
    seen = Counter[object]()
    found: dict[tuple[object, int], Line] = {}
    for line in valuation.lines:
        seen[line.commitment.line] += 1
        found[line.commitment.line, seen[line.commitment.line]] = line
    return found


def _moved(key: str, title: str, before: Decimal | None, after: Decimal | None, row: int | None = None) -> Moved:
    by = None if before is None or after is None else after - before
    return Moved(key, title, before, after, by, row)

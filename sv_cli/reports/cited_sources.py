"""Owns the list of sources that a valuation uses: each publication once, its places, and the lines that use it."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from sv_cli.model.sources import Source
from sv_cli.model.valuations import Line, UnitValue, Valuation
from sv_cli.reports.explaining.words import cited
from sv_cli.reports.rows import several_sheets
from sv_cli.reports.words import shown

_MOST_ROWS, _MOST_PLACES = 24, 12


class CitedSource(Struct, frozen=True):
    """One publication: ``url`` is empty unless it is a web address; ``used`` says for which rows, or for the method."""

    cited: str
    url: str
    licence: str
    places: str
    used: str


def cited_sources(valuation: Valuation) -> list[CitedSource]:
    """The sources of the figures and adjustments of the valued lines, in the order of use, then the method's own."""
    places: dict[Source, dict[str, None]] = {}
    rows: dict[Source, dict[str, None]] = {}
    several = several_sheets(valuation.lines)
    for line in valuation.lines:
        row = _row(line, several=several)
        for source, locator in _steps(portion.unit_value for portion in line.portions):
            rows.setdefault(source, {})[row] = None
            places.setdefault(source, {})[locator] = None
    for source in valuation.method.sources:
        rows.setdefault(source, {})
    return [_cited(source, places.get(source, ()), tuple(used)) for source, used in rows.items()]


def _steps(values: Iterable[UnitValue]) -> Iterable[tuple[Source, str]]:
    for value in values:
        for step in value.steps:
            if step.source is not None:
                yield step.source, step.locator or ""


def _row(line: Line, *, several: bool) -> str:
    commitment = line.commitment
    return f"{shown(commitment.sheet, 60)}!{commitment.at}" if several else str(commitment.at)


def _cited(source: Source, places: Iterable[str], rows: Sequence[str]) -> CitedSource:
    return CitedSource(
        cited=shown(cited(source), 400),
        url=shown(source.url) if source.url.startswith(("https://", "http://")) else "",
        licence=shown(source.licence, 60),
        places=_some([shown(each, 200) for each in places if each], "; ", _MOST_PLACES),
        used=_used(rows),
    )


def _used(rows: Sequence[str]) -> str:
    """The rows that use a source, in words; a source that no row uses is the method's."""
    return f"{'row' if len(rows) == 1 else 'rows'} {_some(rows, ', ', _MOST_ROWS)}" if rows else "the method"


def _some(texts: Sequence[str], between: str, most: int) -> str:
    """The first ``most`` of ``texts``, and how many more there are."""
    more = f"{between}and {len(texts) - most:,} more" if len(texts) > most else ""
    return between.join(texts[:most]) + more

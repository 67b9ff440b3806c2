"""Owns the findings on the names of a big table's bids: rows without a name, and names that differ only in spelling."""

from collections.abc import Iterator
from typing import Any

from sv_cli.batch.big.shapes import typed
from sv_cli.batch.big.work import insert
from sv_cli.batch.columns import FINDINGS
from sv_cli.batch.rows import finding_cells
from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding, Place

_SPACED = "trim(regexp_replace(bid, '\\s+', ' ', 'g'))"


def tell_of_names(engine: Any, file: str, heading: str) -> None:
    """Add the findings on the names under ``heading`` to ``the_findings``, and their number to ``the_bids``."""
    place = Place(file=file, column=heading)
    findings = [(bid, *finding_cells(each)) for bid, each in (*_unnamed(engine, place), *_alike(engine, place))]
    if findings:
        insert(engine, "of_names", f"bid VARCHAR, {typed(FINDINGS)}", findings)
        engine.execute("INSERT INTO the_findings BY NAME SELECT * FROM of_names")
        engine.execute(
            "UPDATE the_bids SET warnings = warnings + found.count FROM"
            " (SELECT bid, count(*) AS count FROM of_names GROUP BY bid) AS found WHERE found.bid = the_bids.bid"
        )


def _unnamed(engine: Any, place: Place) -> Iterator[tuple[str, Finding]]:
    for bid, count in engine.execute(f"SELECT bid, commitments FROM the_bids WHERE {_SPACED} = ''").fetchall():
        yield bid, finding("bid-unnamed", place, count=f"{count or 0:,}")


def _alike(engine: Any, place: Place) -> Iterator[tuple[str, Finding]]:
    several = f"SELECT list(bid ORDER BY bid) FROM the_bids GROUP BY lower({_SPACED}) HAVING count(*) > 1 ORDER BY 1"
    for ((first, *others),) in engine.execute(several).fetchall():
        for bid in others:
            yield bid, finding("bids-named-alike", place, name=bid, other=first)

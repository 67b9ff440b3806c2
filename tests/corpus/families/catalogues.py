"""Owns lists of all measures that look like bids, beside bids of many lines that are none."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import HEAD
from tests.corpus.write.others import csv

UNITS = {"hours": "hour", "weeks": "week", "FTE": "fte", "tonnes": "tonne"}
TOLD = ("list-of-measures",)


def lines(name: str, quantities: list[Any], references: list[str], *, units: int = 4, **more: Any) -> Case:
    """A bid with these quantities of these references, in so many units."""
    texts = list(UNITS)[:units]
    each = [
        (reference, quantity, texts[n % units])
        for n, (reference, quantity) in enumerate(zip(references, quantities, strict=True))
    ]
    rows = [[reference, f"Measure {n}", quantity, unit] for n, (reference, quantity, unit) in enumerate(each)]
    reads: tuple[Read, ...] = tuple(
        (n, ref, f"{quantity}", UNITS[unit]) for n, (ref, quantity, unit) in enumerate(each, 2)
    )
    return Case(f"list-{name}.csv", csv(HEAD, *rows), reads, **more)


def measures(count: int) -> list[str]:
    """So many codes, no two alike."""
    return [f"NT{n}" for n in range(1, count + 1)]


CASES = (
    lines("of-one-each", [1] * 24, measures(24), findings=TOLD, why="one of everything is no offer"),
    lines("of-ten-each", [10] * 24, measures(24), findings=TOLD),
    lines("of-one-unit", [1] * 40, measures(40), units=1, findings=TOLD, why="so many measures are a library's"),
    lines("of-few", [1] * 12, measures(12), quiet=True),
    lines("of-one-other", [1] * 23 + [2], measures(24), quiet=True),
    lines("of-one-unit-and-few", [1] * 24, measures(24), units=1, quiet=True, why="a visit to each of 24"),
    lines("of-measures-again", [1] * 24, ["NT17", *measures(23)], quiet=True, why="one measure is promised twice"),
)

"""Owns what a clerk would remark on or ask about, and which is easily read without a word; each with innocent ones."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import HOURS, JOBS, THREE, WEEKS
from tests.corpus.families.untold import BASE, OPEN
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import xlsx

LINES = (HOURS, WEEKS, JOBS)


def headed(*headings: str, rows: tuple[tuple[Any, ...], ...], reads: tuple[Read, ...] = THREE, **more: Any) -> Case:
    """The three lines with their references, measures and units, and beside these what stands below other headings."""
    lines = [[*line[:2], line[3], *beside] for line, beside in zip(LINES, rows, strict=True)]
    more.setdefault("quiet", not more.get("findings"))
    held = "-".join(str(cell) for cell in rows[0])
    name = f"{'-and-'.join(headings)}-{held}".lower().replace(" ", "-").replace(".", "").replace("/", "-")
    return Case(f"{name[:90]}.xlsx", xlsx(Sheet([[*BASE, *headings], *lines])), reads, **more)


RECORD = ((100234,), (100234,), (100234,))
COUNTED = ((1,), (2,), (3,))
AMOUNTS = ((40,), (12,), (3,))


def after(rows: tuple[tuple[Any, ...], ...]) -> tuple[tuple[Any, ...], ...]:
    """These cells, and the quantities behind them."""
    return tuple((*row, line[2]) for row, line in zip(rows, LINES, strict=True))


NUMBERS = (
    *(
        headed(heading, rows=rows, reads=OPEN, findings=("quantity-undecided",), why="it numbers the bid or its lines")
        for heading in ("Offer number", "Bid number", "Commitment number")
        for rows in (RECORD, COUNTED)
    ),
    *(
        headed(heading, rows=rows, reads=(), fatal="no-table")
        for heading in ("Proposal number", "Contract number", "Order number")
        for rows in (RECORD, COUNTED)
    ),
    *(
        headed(heading, "Qty", rows=after(rows))
        for heading in ("Offer number", "Proposal number", "Contract number", "Item no.", "Lot number")
        for rows in (RECORD, COUNTED)
    ),
    *(headed(heading, rows=AMOUNTS) for heading in ("Offer number", "Bid number", "Commitment no.")),
    headed("Target number", rows=((1,), (2,), (3,)), reads=tuple((*line[:2], str(at), line[3])
           for at, line in enumerate(THREE, 1)), why="so few may well be aimed at"),
)  # fmt: skip

CASES = NUMBERS

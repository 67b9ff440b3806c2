"""Owns the rows of a label column: its labels with what stands beside them, titles, and texts that go on below."""

import re

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.bids.cells.looks import count_up, is_blank
from sv_cli.bids.cells.parts import SLICE
from sv_cli.bids.cells.text import normal, shown_text
from sv_cli.bids.desk import Desk
from sv_cli.bids.sheets.grid import Grid, Raw, cell_at
from sv_cli.bids.tables.finding.sideways import label_text, name_of
from sv_cli.bids.tables.headings.heading import COUNTED, KEYS, Heading
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.terms.labels import named_fact
from sv_cli.late import late

MEASURING = COUNTED | {"unit"}
_NEEDED = KEYS | MEASURING - {"count"}  # labels of a card that nobody filled in
# What a cell says that tells how another is to be filled in
_TELLING = late(
    r"\b(?:enter|insert|select|choose|please|drop ?-?down|free text|numbers? only|whole numbers?|from (?:the )?list"
    r"|max(?:imum)?\.? [0-9]+ (?:words|characters)|dd/mm|your (?:answer|response)|e\.g|describe|state)\b",
    re.IGNORECASE,
)


class Item(Struct, frozen=True):
    """One row of a label column: its position in the grid, its label, and the filled cells to the label's right.

    ``heading`` is what the label names, if it is known; ``text`` is ``""`` where the row has no label of its own.
    """

    at: int
    text: str
    heading: Heading | None
    cells: dict[int, Raw]
    column: int

    @property
    def field(self) -> str:
        """The field that the label names, or nothing."""
        return self.heading.field if self.heading else ""


def items_of(grid: Grid, column: int, stop: int, headings: Headings) -> list[Item]:
    """The rows of a label column that hold anything from it up to the next one."""
    over = {merge.top: merge.left for merge in grid.merges if merge.left <= column < merge.right}
    found = []
    for at, row in enumerate(grid.rows):
        beside = range(column + 1, min(stop, len(row.cells)))
        cells = {each: row.cells[each] for each in beside if not is_blank(row.cells[each])}
        left = over.get(row.number)
        text = label_text(cell_at(row, column if left is None or cells else left - 1))  # a title may be merged over it
        if text or cells:
            found.append(Item(at, text, _known(text, headings), cells, column))
    filled = {normal(item.text) for item in found if item.cells}
    numbering = _numbering(found)
    found = [_numbered(item) if normal(item.text) in numbering else item for item in found]
    return [replace(item, heading=None) if _is_title(grid, item, filled, headings) else item for item in found]


def _numbering(items: list[Item]) -> set[str]:
    """The labels of texts beside which there is nothing but 1, 2, 3 and so on: ``Commitment | 1``.

    A lone number counts where other labels name the text and the quantity, as on the sheet of the second commitment.
    """
    beside: dict[str, list[str]] = {}
    for item in items:
        if item.field == "description":
            beside.setdefault(normal(item.text), []).extend(map(shown_text, item.cells.values()))
    counted = len(beside) > 1 and any(item.field == "quantity" for item in items)
    return {text for text, said in beside.items() if said and (count_up(said) or (counted and _is_one_number(said)))}


def _is_one_number(said: list[str]) -> bool:
    return len(said) == 1 and said[0].isdecimal()


def _numbered(item: Item) -> Item:
    """A label with numbers as what it is: the title of a card, or the titles of its columns."""
    if len(item.cells) > 1:
        return replace(item, heading=None)
    number = "".join(map(shown_text, item.cells.values()))
    return replace(item, text=f"{item.text} {number}".strip(), heading=None, cells={})


def _is_title(grid: Grid, item: Item, filled: set[str], headings: Headings) -> bool:
    """Whether a known name heads what stands below it: ``Our offer``, ``Withdrawn``, or ``Question | Answer``."""
    begins = not item.at or grid.rows[item.at].after_gap
    if not item.cells:  # nor anywhere else, as there is beside a label
        return normal(item.text) not in filled and (begins or item.field not in _NEEDED)
    return begins and item.field in KEYS and all(name_of(cell, headings) for cell in item.cells.values())


def _known(text: str, headings: Headings) -> Heading | None:
    """What a label names; a lone bidder or lot is no part of an amount."""
    heading = headings.recognise(text) if text else None
    return None if heading and heading.part and heading.part.kind == SLICE else heading


def is_fact(item: Item, desk: Desk) -> bool:
    """Whether a label names a fact of the contract."""
    return bool(item.text) and named_fact(item.text, desk.labels) is not None


def tells_how(cell: Raw) -> bool:
    """Whether a cell tells how another is to be filled in."""
    return isinstance(cell, str) and _TELLING.search(cell) is not None

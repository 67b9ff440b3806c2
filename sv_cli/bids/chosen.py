"""Owns the columns that `sv match` adds to a copy of a bid: taken off before it is read, heeded when it has been.

So a copy is read as its bid is, whatever the added cells say; only a reference that stands in them counts.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.bids.cells.text import folded, shown_text
from sv_cli.bids.sheets.grid import Book, Grid, Raw, Row
from sv_cli.bids.sheets.unseen import without_edges
from sv_cli.bids.tell import Teller
from sv_cli.bids.terms.codes import code_of
from sv_cli.late import late
from sv_cli.model.bids import CHOICE, Commitment, Table

REFERENCE = "Reference (sv match)"
BESIDE = ("Match", "Match confidence", "Match reasons", "Match alternatives")
# What may be wrong with a cell of the bid itself, and is of no account once another reference is chosen
_CURED = frozenset(("error-cell", "formula-without-result", "hidden-character", "hidden-edges"))
_SHORT = 80
# What a spreadsheet program would run in a text file; a copy has an apostrophe before it
RUNS = late(r"'*[\s\0]*[=@\t\r]|'*[\s\0]*[+-](?![0-9.,]*$)")


class Chosen(Struct, frozen=True):
    """One added column of references: where its heading stands, 1-based, and the texts below it by row."""

    head: int
    column: int
    texts: Mapping[int, str]

    def references(self, not_yet: Collection[str]) -> dict[int, str]:
        """What the texts refer to by row, without those that say no more than that it is open."""
        return {row: said for row, text in self.texts.items() if (said := _reference(text, not_yet))}


Choices = dict[str, list[Chosen]]  # by sheet, from the left


def without_choices(book: Book) -> tuple[Book, Choices]:
    """The book without the columns that `sv match` added, and the references in them."""
    if not any(REFERENCE in chain.from_iterable(row.cells for row in grid.rows) for grid in book.grids):
        return book, {}
    choices: Choices = {}
    grids: list[Grid] = []
    for grid in book.grids:
        bare, found = _without(_unguarded(grid))
        grids.append(bare)
        if found:
            choices.setdefault(grid.name, []).extend(found)
    return replace(book, grids=tuple(grids)), choices


def _unguarded(grid: Grid) -> Grid:
    """The sheet of a text file without the apostrophes that `sv match` puts before formulas: ``'=1+1``."""
    if not grid.delimited:
        return grid
    return replace(grid, rows=[Row(row.number, list(map(_plain, row.cells)), row.after_gap) for row in grid.rows])


def _plain(cell: Raw) -> Raw:
    guarded = isinstance(cell, str) and cell.startswith("'") and RUNS.match(cell[1:])
    return cell[1:] if isinstance(cell, str) and guarded else cell


def _without(grid: Grid) -> tuple[Grid, list[Chosen]]:
    """The sheet without the added columns, each of which reaches from its heading down to the next one or the end."""
    blank = "" if grid.delimited else None
    added: dict[int, tuple[int, str]] = {}  # by column, where its heading stands and what it says
    texts: dict[tuple[int, int], dict[int, str]] = {}
    rows: list[Row] = []
    gap = False
    for row in grid.rows:
        heads = _headings(row)
        added.update({index: (row.number, text) for index, text in heads.items()})
        texts.update({(row.number, index): {} for index, text in heads.items() if text == REFERENCE})
        cells, taken = _parted(row.cells, added, blank)
        for index, text in taken.items():
            if (added[index][0], index) in texts and index not in heads:
                texts[added[index][0], index][row.number] = text
        if taken and not any(cell not in (None, "") for cell in cells):
            gap = True
            continue
        rows.append(Row(row.number, cells, row.after_gap or gap) if taken or gap else row)
        gap = False
    return replace(grid, rows=rows), [Chosen(head, index + 1, said) for (head, index), said in sorted(texts.items())]


def _headings(row: Row) -> dict[int, str]:
    """The headings of the added columns in a row, by 0-based column: one of references, and the rest right of it."""
    if REFERENCE not in row.cells:
        return {}
    first = row.cells.index(REFERENCE)
    ours = (REFERENCE, *BESIDE)
    return {at: cell for at, cell in enumerate(row.cells) if at >= first and isinstance(cell, str) and cell in ours}


def _parted(cells: list[Raw], added: Collection[int], blank: Raw) -> tuple[list[Raw], dict[int, str]]:
    """A row's cells without those of the added columns, and what these say."""
    inside = [index for index in added if index < len(cells)]
    if not inside:
        return cells, {}
    taken = {index: text for index in inside if (text := shown_text(cells[index]))}
    left = [blank if index in added else cell for index, cell in enumerate(cells)]
    while left and len(left) - 1 in added:
        left.pop()
    return left, taken


def chosen_in(
    commitments: list[Commitment], table: Table, choices: Choices, tell: Teller, not_yet: Collection[str]
) -> tuple[list[Commitment], Table]:
    """The commitments of a table with the references that were chosen beside them, which are taken off ``choices``."""
    beside = choices.get(table.sheet, [])
    mine = next((each for each in beside if each.head == table.header_row), None)
    if mine is None:
        return commitments, table
    beside.remove(mine)
    references = mine.references(not_yet)
    cured = _cured([each for each in commitments if each.row in references], tell)
    columns = {**(commitments[0].columns if commitments else {}), CHOICE: mine.column}
    read = [
        _with(replace(each, columns=columns), mine, each.row, references.pop(each.row, None), cured, tell)
        for each in commitments
    ]
    _tell_unread(mine, references, tell)
    return read, _with_choice(table)


def chosen_beside(
    commitments: list[Commitment], table: Table, choices: Choices, tell: Teller, not_yet: Collection[str]
) -> tuple[list[Commitment], Table]:
    """The commitments of a form, with the references that were chosen for them beside the first row of each card.

    Commitments that stand beside each other begin in one row: their references stand below each other.
    """
    left = choices.get(table.sheet, [])
    beside = {each.head: each for each in left}
    references = {head: each.references(not_yet) for head, each in beside.items()}
    told: Counter[int] = Counter()
    read = []
    for each in commitments:
        first = first_row(each)
        told[first] += 1
        mine, row = beside.get(first), first + told[first]
        if mine is None:
            read.append(each)
            continue
        placed = replace(each, cells={**(each.cells or {}), CHOICE: (row, mine.column)})
        reference = references[first].pop(row, None)
        read.append(_with(placed, mine, row, reference, _cured([each] if reference else [], tell), tell))
    used = [chosen for head, chosen in beside.items() if told[head]]
    for chosen in used:
        _tell_unread(chosen, references[chosen.head], tell)
    left[:] = [each for each in left if each not in used]
    return read, _with_choice(table) if used else table


def first_row(commitment: Commitment) -> int:
    """The first row that a commitment of a form stands in."""
    return min(row for row, _ in (commitment.cells or {}).values())


def _with_choice(table: Table) -> Table:
    how = {**table.how, REFERENCE: "for references chosen in a copy"}
    return replace(table, columns={**table.columns, CHOICE: REFERENCE}, how=how)


def _with(
    each: Commitment, beside: Chosen, row: int, chosen: str | None, cured: Collection[int], tell: Teller
) -> Commitment:
    """A commitment with the reference that was chosen in a row of an added column, if one was."""
    if chosen is None:
        return each
    if each.reference not in (None, chosen):
        tell.say("chosen-instead", row, beside.column, REFERENCE, own=each.reference, reference=chosen)
    unsure = tuple(name for name in each.unsure if name != "reference" or each.row not in cured)
    text = beside.texts[row]
    words = text.removeprefix(chosen).strip() if "." in chosen and text.startswith(chosen) else ""
    return replace(each, reference=chosen, reference_words=words or None, chosen=True, unsure=unsure)


def _reference(text: str, not_yet: Collection[str]) -> str:
    """The reference that a cell names, or nothing."""
    bare = folded(without_edges(text))
    return "" if bare.casefold().strip(" .!") in not_yet else code_of(bare) or bare


def _cured(commitments: Iterable[Commitment], tell: Teller) -> frozenset[int]:
    """The rows of which faults of the bid's own reference were told; they are told of no longer."""
    cells = {cell.address: each.row for each in commitments if (cell := each.cell("reference"))}
    told = [each for each in tell.found if each.name in _CURED and each.place.cell in cells]
    tell.found[:] = [each for each in tell.found if each not in told]
    return frozenset(cells[each.place.cell] for each in told if each.place.cell)


def tell_left(choices: Choices, tell: Teller) -> None:
    """Tell of references beside headings that no table has any more."""
    for sheet, left in choices.items():
        for chosen in left:
            _tell_unread(chosen, chosen.texts, Teller(tell.file, sheet, tell.found, tell.counts))


def _tell_unread(chosen: Chosen, references: Mapping[int, str], tell: Teller) -> None:
    for row, text in references.items():
        tell.say("choice-not-read", row, chosen.column, REFERENCE, reference=text[:_SHORT])

"""Owns the cards of a label column: where each begins and ends, and what stands around its labels."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.bids.cells.looks import is_amount, is_blank
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.desk import Desk
from sv_cli.bids.forms.items import MEASURING, Item, is_fact, tells_how
from sv_cli.bids.sheets.grid import Grid, Raw
from sv_cli.bids.tables.headings.heading import COUNTED, KEYS
from sv_cli.bids.terms.closing import is_signature
from sv_cli.late import late

_WORD = late(r"[A-Za-z]{3}")


class Card(Struct, frozen=True):
    """The labels of one card from top to bottom, the lone texts above it and within, and the titles of its columns."""

    items: tuple[Item, ...]
    above: tuple[Item, ...] = ()
    within: tuple[Item, ...] = ()
    titles: Item | None = None


class LabelColumn(Struct, frozen=True):
    """One label column with its cards, and the lone texts below the last of them.

    ``unread`` are pairs of cells below that, whose labels are not known.
    """

    index: int
    cards: tuple[Card, ...]
    below: tuple[Item, ...] = ()
    unread: tuple[Item, ...] = ()


def column_of(grid: Grid, index: int, items: list[Item], desk: Desk, *, alone: bool) -> LabelColumn | None:
    """The cards of a label column; None where it cannot be told where each of them begins.

    It is ``alone`` if no other stands left of it.
    """
    starts = _starts(grid, items, desk)
    if not starts:
        return None
    firsts = [_first_above(grid, items, start, starts[0], desk) for start in starts]
    cards: list[Card] = []
    below: list[Item] = []
    unread: list[Item] = []
    for at, (first, start) in enumerate(zip(firsts, starts, strict=True)):
        last = at + 1 == len(starts)
        body = items[start : len(items) if last else firsts[at + 1]]
        if last:
            body, below, unread = _without_rest(grid, body, cards, desk)
        labels = _labels(body)
        if labels is None or _says_again(labels):
            return None
        heads = items[first:start]
        titles = items[start - 1] if heads and _heads_columns(grid, items, start - 1, desk) else None
        if alone and any(_has_more_left(grid, item) for item in (*heads, *body)):
            return None
        left = _left_of(grid, (*heads, *body)) if alone else []
        within = (*filter(_is_lone, body), *left)
        cards.append(Card(tuple(labels), tuple(filter(_is_lone, heads)), within, titles))
    return LabelColumn(index, tuple(cards), tuple(below), tuple(unread))


def _says_again(labels: list[Item]) -> bool:
    """Whether a known label stands in one card twice, as it does where the next card lacks its first."""
    names = Counter(normal(item.text) for item in labels if item.field in KEYS | MEASURING)
    return any(count > 1 for count in names.values())


def _has_more_left(grid: Grid, item: Item) -> bool:
    """Whether more than a title or a number stands left of a label, as in another block that is none of cards."""
    return sum(not is_blank(cell) for cell in grid.rows[item.at].cells[: item.column]) > 1


def _left_of(grid: Grid, items: Iterable[Item]) -> Iterator[Item]:
    """The words left of a card's labels, such as a title beside them."""
    for item in items:
        for column, cell in enumerate(grid.rows[item.at].cells[: item.column]):
            if isinstance(cell, str) and _WORD.search(cell):
                yield Item(item.at, folded(cell), None, {}, column)


def _is_lone(item: Item) -> bool:
    """Whether a row holds a text that heads nothing, and nothing beside it."""
    return item.heading is None and not item.cells


def _starts(grid: Grid, items: list[Item], desk: Desk) -> list[int]:
    """Where the cards begin: at each row of the label that the first of them begins with."""
    names = [normal(item.text) if item.heading else "" for item in items]
    starts = _starts_by(names, grid, items, desk)
    parted = _begin_above(grid, items, starts)
    if starts and not parted and not _are_several(items, starts):
        return starts
    blocks = _starts_of_blocks(grid, items, desk)
    if blocks or parted:
        return blocks
    starts = _starts_by([item.field for item in items], grid, items, desk)
    whole = all(any(item.field in COUNTED for item in items[start:stop]) for start, stop in _cards(items, starts))
    return starts if whole and not _begin_above(grid, items, starts) else []


def _cards(items: list[Item], starts: list[int]) -> Iterator[tuple[int, int]]:
    return pairwise([*starts, len(items)])


def _begin_above(grid: Grid, items: list[Item], starts: list[int]) -> bool:
    """Whether a card seems to begin above its first label, with one that not all of them have."""
    counts = Counter(item.field for item in items)
    for before, start in pairwise(starts):
        above = items[start - 1]
        if above.field in KEYS and counts[above.field] < len(starts) and _adjoins(grid, items[start], above):
            return True
        first = start
        while first > before + 1 and _adjoins(grid, items[first], items[first - 1]):
            first -= 1
        if first > before + 1 and any(item.cells and item.field in KEYS | MEASURING for item in items[first:start]):
            return True
    return False


def _starts_of_blocks(grid: Grid, items: list[Item], desk: Desk) -> list[int]:
    """Where the cards begin that empty rows part, each with what is promised and how much, whatever it begins with."""
    starts: list[int] = []
    at = 0
    for block in _blocks(grid, items):
        fields = {item.field for item in block if item.cells and not is_fact(item, desk)}
        if fields & KEYS and "quantity" in fields:
            starts.append(at + next(n for n, item in enumerate(block) if item.cells))
        elif fields & (KEYS | MEASURING):
            return []  # it may be of the card above, or of the next
        at += len(block)
    return starts if len(starts) > 1 else []


def _are_several(items: list[Item], starts: list[int]) -> bool:
    """Whether one card has two references and two quantities, as it seems to where the next one has other labels."""
    for start, stop in _cards(items, starts):
        fields = Counter(item.field for item in items[start:stop])
        if fields["reference"] > 1 and fields["quantity"] > 1:
            return True
    return False


def _starts_by(names: list[str], grid: Grid, items: list[Item], desk: Desk) -> list[int]:
    counts = Counter(filter(None, names))
    keys = [at for at, item in enumerate(items) if item.field in KEYS]
    if not keys:
        return []
    first = min(keys, key=lambda at: (-counts[names[at]], items[at].field != "reference", at))
    top = first
    while top and _may_begin(grid, items, top, desk):
        top -= 1
    start = next(at for at in range(top, first + 1) if counts[names[at]] == counts[names[first]])
    own = top  # what stands above the label that all cards begin with is of the first one, unless others have it too
    if any(counts[names[at]] > 1 for at in range(own, start)):
        return []
    if any(item.field in MEASURING and item.cells for item in items[:start]):
        return []  # an amount above the first card may be of it, or of another
    while top and _adjoins(grid, items[top], items[top - 1]) and not is_fact(items[top - 1], desk):
        top -= 1
    titled = start > top and _heads_columns(grid, items, start - 1, desk)
    if any(_may_be_of_card(item) for item in items[top : start - titled]):
        return []  # what only the first card begins with
    return [own, *(at for at, name in enumerate(names) if name == names[start] and at > start)]


def _may_be_of_card(item: Item) -> bool:
    """Whether a row directly above a card says something that may be a part of it."""
    return bool(item.cells) and (item.field in KEYS or (not item.text and any(map(is_amount, item.cells.values()))))


def _may_begin(grid: Grid, items: list[Item], at: int, desk: Desk) -> bool:
    """Whether the row above a label of a card belongs to the card too."""
    above = items[at - 1]
    return above.heading is not None and _adjoins(grid, items[at], above) and not is_fact(above, desk)


def _adjoins(grid: Grid, item: Item, above: Item) -> bool:
    return item.at == above.at + 1 and not grid.rows[item.at].after_gap


def _first_above(grid: Grid, items: list[Item], start: int, first: int, desk: Desk) -> int:
    """The first of the rows above a card that are titles: of its columns, and of the card."""
    at = start
    if at and _heads_columns(grid, items, at - 1, desk):
        at -= 1
    if start == first:
        return _title_above(grid, items, at)
    while at and _is_lone(items[at - 1]):
        at -= 1
    return at


def _title_above(grid: Grid, items: list[Item], start: int) -> int:
    """The row of the title of the first card, above which facts of the contract may stand, and titles of the sheet."""
    at = start
    while at and not _is_lone(items[at - 1]) and _adjoins(grid, items[at], items[at - 1]):
        at -= 1  # facts between the title and the card
    far = not at or grid.rows[items[at].at].number - grid.rows[items[at - 1].at].number > 2  # noqa: PLR2004 - one empty row may stand between
    return start if far or not _is_lone(items[at - 1]) else at - 1


def _heads_columns(grid: Grid, items: list[Item], at: int, desk: Desk) -> bool:
    """Whether a row above a card begins a block of rows, and so gives the titles of the card's columns."""
    item = items[at]
    if item.heading or not item.cells or is_fact(item, desk) or not _adjoins(grid, items[at + 1], item):
        return False
    return at == 0 or not _adjoins(grid, item, items[at - 1]) or _is_lone(items[at - 1])


def _without_rest(
    grid: Grid, body: list[Item], cards: list[Card], desk: Desk
) -> tuple[list[Item], list[Item], list[Item]]:
    """The rows of the last card; lone texts below it; and pairs there of no known label, such as a signature."""
    seen = {normal(item.text) for card in cards for item in card.items}
    kept: list[Item] = []
    below: list[Item] = []
    unread: list[Item] = []
    for at, block in enumerate(_blocks(grid, body)):
        if not at or _is_of_card(block, seen, desk):
            kept += block
        else:
            below += [item for item in block if _is_lone(item)]
            unread += [item for item in block if not _is_lone(item) and not is_fact(item, desk)]
    return kept, below, unread


def _blocks(grid: Grid, body: list[Item]) -> Iterator[list[Item]]:
    block: list[Item] = []
    for item in body:
        if block and grid.rows[item.at].after_gap:
            yield block
            block = []
        block.append(item)
    yield block


def _is_of_card(block: list[Item], seen: set[str], desk: Desk) -> bool:
    """Whether rows below an empty one still belong to the last card: its known labels, and none of the contract."""
    if any(item.heading is None and is_fact(item, desk) for item in block):
        return False
    if all(item.field == "total" or desk.words.begins_total(item.text) for item in block):
        return False  # what the cards come to together
    if any(is_signature(item.text) for item in block) and not any(item.field in MEASURING for item in block):
        return False
    return any(item.heading or (item.cells and normal(item.text) in seen) for item in block)


def _labels(body: list[Item]) -> list[Item] | None:
    """The labels of a card with what stands beside them; None where a value has no label.

    Texts in the rows below go on with that of the label above, and what tells how to fill a cell in says nothing.
    """
    labels: list[Item] = []
    for item in body:
        if item.text:
            labels += [] if _is_lone(item) else [item]
            continue
        told = {at: cell for at, cell in item.cells.items() if not tells_how(cell)}
        if told and (not labels or not _goes_on(labels[-1], told)):
            return None
        if told:
            labels[-1] = _with_more(labels[-1], told)
    return labels


def _goes_on(label: Item, more: dict[int, Raw]) -> bool:
    """Whether what stands below a text, without a label of its own, may be more of it."""
    words = all(isinstance(cell, str) and not is_amount(cell) for cell in more.values())
    return words and label.field not in MEASURING and label.field != "reference" and more.keys() <= label.cells.keys()


def _with_more(label: Item, more: dict[int, Raw]) -> Item:
    cells = {at: f"{cell} {folded(str(more[at]))}" if at in more else cell for at, cell in label.cells.items()}
    return replace(label, cells=cells)

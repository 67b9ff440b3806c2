"""Owns the table that a form says: a row for each commitment, whose cells keep where in the sheet they stand."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from msgspec import field
from msgspec.structs import replace

from sv_cli.bids.cells.figures import NUMBER
from sv_cli.bids.cells.text import normal, shown_text
from sv_cli.bids.forms.cards import Card, LabelColumn
from sv_cli.bids.forms.form import At, Draft
from sv_cli.bids.forms.items import Item
from sv_cli.bids.forms.records import Filled, title_of
from sv_cli.bids.sheets.grid import Grid, Merge, Raw, Row, cell_at
from sv_cli.bids.tables.headings.heading import Heading
from sv_cli.bids.terms.closing import is_signature
from sv_cli.bids.terms.offers import is_promised_in_words
from sv_cli.bids.terms.titles import is_unpromised
from sv_cli.bids.terms.words import Words
from sv_cli.late import late
from sv_cli.model.addresses import column_number
from sv_cli.model.bids import Cell

_ADDRESS = late(r"\$?\b([A-Z]{1,3})\$?([0-9]{1,7})\b")
# A bare amount, and no day, telephone number or reference
_AMOUNT = late(rf"£? ?(?:{NUMBER})(?: ?[A-Za-z%£]+)?")
_AWAY = 3  # rows between what is said of all amounts and the heading, whose title it is not
_FARTHEST = 8  # rows above a form in which it may stand
_NOWHERE = "A0"
_EXAMPLE = "Example"

Found = list[tuple[LabelColumn, list[Filled]]]  # the label columns of a sheet, with what their cards hold
_Label = tuple[str, int]  # a label's words, and how many of the same stand above it in its card


class _Draft(Draft, kw_only=True):
    """The table of a form. Its first column is for the titles of commitments, and has no heading."""

    grid: Grid
    words: Words
    merged: dict[int, list[Merge]]  # the sheet's merged ranges, by their first row
    labels: dict[_Label, int] = field(default_factory=dict)
    heads: list[Raw] = field(default_factory=lambda: [None])
    merges: list[Merge] = field(default_factory=list)
    head: int = 0  # the number of the row of its headings
    titles: dict[int, Item] = field(default_factory=dict)  # the last text above the cards of a label column
    title: str = ""  # the last one that was added
    fields: dict[str, int] = field(default_factory=dict)  # the first column of each

    def place(self, item: Item, column: int | None = None) -> At:
        """Where in the sheet a 0-based column of an item's row stands; its own without one."""
        return self.grid.rows[item.at].number, (item.column if column is None else column) + 1


def table_of(grid: Grid, found: Found, words: Words) -> Grid:
    """The commitments of a form as a sheet of one table, in the order of the cards from the top left."""
    draft = _Draft(grid=grid, words=words, merged=_by_row(grid.merges))
    cards = [(each, column.index) for column, filled in found for each in filled]
    cards.sort(key=lambda pair: (pair[0].card.items[0].at, pair[1]))
    positions = [item.at for each, _ in cards for item in each.card.items]
    draft.add_lone(grid.rows[max(min(positions) - _FARTHEST, 0) : min(positions)])
    draft.add_lone(grid.rows[max(positions) + 1 :])
    draft.head = _AWAY + (draft.rows[-1].number if draft.rows else 0)
    draft.rows.append(Row(draft.head, draft.heads))
    labelled = [dict(_labelled(each.card)) for each, _ in cards]
    for labels in labelled:
        _add_labels(labels, draft, labelled)
    for each, index in cards:
        _add_texts(each.card, index, draft)
        _add_commitments(each, index, draft)
    for column, _ in found:
        for item in column.below:
            _add_title(item.text, draft.place(item), draft)
        for item in column.unread:
            _add_pair(item, draft)
    return _as_grid(draft)


def _add_pair(item: Item, draft: _Draft) -> None:
    """A label below the last card that is not known, with what is beside it: a row of words, or of an amount."""
    column, value = next(iter(item.cells.items()))
    text = ": ".join([item.text, *map(shown_text, item.cells.values())])
    key = draft.fields.get("reference", draft.fields.get("description"))
    amount = draft.fields.get("quantity")
    labelled = shown_text(cell_at(draft.grid.rows[item.at], item.column)).endswith(":") or is_signature(item.text)
    if key and amount and not labelled and _AMOUNT.fullmatch(shown_text(value)):
        cells: list[Raw] = [None] * len(draft.heads)
        cells[key], cells[amount] = item.text, value
        number = draft.add(cells, draft.place(item))
        draft.places[number, key + 1], draft.places[number, amount + 1] = draft.place(item), draft.place(item, column)
    elif is_promised_in_words(text):
        _add_title(text, draft.place(item), draft)


def _labelled(card: Card) -> list[tuple[_Label, Item]]:
    seen: dict[str, int] = {}
    found = []
    for item in card.items:
        words = normal(item.text)
        seen[words] = seen.get(words, 0) + 1
        found.append(((words, seen[words]), item))
    return found


def _add_labels(labels: dict[_Label, Item], draft: _Draft, cards: list[dict[_Label, Item]]) -> None:
    for label, item in labels.items():
        if label in draft.labels:
            continue
        same = _same(label, item, draft, cards)
        draft.labels[label] = len(draft.heads) if same is None else draft.labels[same]
        if same is None:
            draft.fields.setdefault(item.field, len(draft.heads))
            draft.heads.append(item.text)
            draft.places[draft.head, len(draft.heads)] = draft.place(item)
            draft.places.setdefault((draft.head, 0), draft.place(item))


def _same(label: _Label, item: Item, draft: _Draft, cards: list[dict[_Label, Item]]) -> _Label | None:
    """A label of other cards that says the same by another name, and stands in no card beside this one."""
    measured = all(any(each.field == "unit" for each in card.values()) for card in cards)
    said = _said(item, measured=measured)
    beside = {at for card in cards if label in card for each in card if (at := draft.labels.get(each))}
    for other, at in draft.labels.items() if said else ():
        named = next(card[other] for card in cards if other in card)
        if at not in beside and _said(named, measured=measured) == said:
            return other
    return None


def _said(item: Item, *, measured: bool) -> Heading | None:
    """What a label that is known by a name says, whichever name that is; nothing of one that names a time.

    Whether things are counted says nothing where every card is ``measured`` in a unit of its own.
    """
    heading = item.heading
    if heading is None or heading.merely_counts or heading.period or heading.part:
        return None
    return replace(heading, how="", rank=0, counts=heading.counts and not measured)


def _add_texts(card: Card, index: int, draft: _Draft) -> None:
    """Lone texts head what stands below them in their column, as they do in a table; those within a card only it.

    What says that lines are not promised comes last, so that no other text takes its place.
    """
    words = draft.words
    heads = sorted(card.above, key=lambda item: is_unpromised(item.text))
    apart = [item for item in card.within if is_unpromised(item.text)]
    for item in (*card.within, *heads[:-1]):
        if item not in apart and not words.heads_examples(item.text):
            _add_title(item.text, draft.place(item), draft)
    for item in heads:
        draft.titles[index] = item
    last = draft.titles.get(index)
    if last is not None and not heads and _is_of_one(last.text, words):
        del draft.titles[index]
    elif last is not None and last.text != draft.title and not words.heads_examples(last.text):
        _add_title(last.text, draft.place(last), draft)
    for item in apart:
        _add_title(item.text, draft.place(item), draft)


def _add_title(text: str, place: At, draft: _Draft) -> None:
    """A text as a row of its own; an ``or`` between two cards stands where references do, as it does in a table."""
    at = draft.fields.get("reference", 0) if normal(text) == "or" else 0
    number = draft.add([*[None] * at, text], place)
    draft.places[number, at + 1] = place
    draft.title = text


def _add_commitments(each: Filled, index: int, draft: _Draft) -> None:
    numbers: dict[int, int] = {}
    words, above = draft.words, draft.titles.get(index)
    example = any(words.heads_examples(item.text) for item in (*each.card.within, *((above,) if above else ())))
    for column in each.columns:
        title = title_of(each.card, column)
        apart = _EXAMPLE if example else _mark(title, words)
        if above is not None and is_unpromised(above.text) and title and not is_unpromised(title):
            _add_title(above.text, draft.place(above), draft)  # of all columns, whatever stands above each
        elif title and each.card.titles and not apart:
            _add_title(title, draft.place(each.card.titles, column), draft)
        cells: list[Raw] = [apart or None, *[None] * (len(draft.heads) - 1)]
        number = draft.add(cells, draft.place(_main(each.card, column), column))
        numbers[column] = number
        for label, item in _labelled(each.card):
            cells[draft.labels[label]] = item.cells.get(column)
            draft.places[number, draft.labels[label] + 1] = draft.place(item, column)
    _add_merges(each.card, numbers, draft)


def _mark(title: str, words: Words) -> str:
    """What says of a column that it is a total or an example: it then stands in its row."""
    drawn = words.is_total(title) or words.begins_total(title) or words.is_statistic(title)
    return title if title and (drawn or words.heads_examples(title)) else ""


def _is_of_one(text: str, words: Words) -> bool:
    """Whether a title says that the card below it is an example: ``Examples`` heads all cards to the next title."""
    return words.heads_examples(text) and "examples" not in normal(text).split(" ")


def _main(card: Card, column: int) -> Item:
    """The label that a commitment is known by: that of its reference, else of its words, else the first it fills in."""
    told = [item for item in card.items if item.cells.get(column) is not None] or list(card.items)
    return min(told, key=lambda item: (item.field != "reference", item.field != "description"))


def _add_merges(card: Card, numbers: dict[int, int], draft: _Draft) -> None:
    """What is merged over the columns of several commitments is merged over their rows."""
    columns = sorted(numbers)
    for label, item in _labelled(card):
        at = draft.labels[label] + 1
        for merge in draft.merged.get(draft.grid.rows[item.at].number, ()):
            first, last = bisect_left(columns, merge.left - 1), bisect_right(columns, merge.right - 1) - 1
            if first < last:
                draft.merges.append(Merge(numbers[columns[first]], at, numbers[columns[last]], at))


def _by_row(merges: Iterable[Merge]) -> dict[int, list[Merge]]:
    """Merged ranges by the number of their first row, so that no card looks through those of others."""
    found: dict[int, list[Merge]] = {}
    for merge in merges:
        found.setdefault(merge.top, []).append(merge)
    return found


def _as_grid(draft: _Draft) -> Grid:
    grid = draft.grid
    there = {place: at for at, place in draft.places.items() if at[1]}
    hidden = {
        number
        for (number, column), (row, at) in draft.places.items()
        if column and number > draft.head and (row in grid.hidden_rows or at in grid.hidden_columns)
    }
    return Grid(
        name=grid.name,
        rows=draft.rows,
        hidden=grid.hidden,
        hidden_rows=frozenset(hidden),
        merges=tuple(draft.merges),
        formulas={there[at]: _moved(text, there) for at, text in grid.formulas.items() if at in there},
        struck=frozenset(there[at] for at in grid.struck if at in there),
        comments={there[at]: text for at, text in grid.comments.items() if at in there},
        places=draft.places,
    )


def _moved(formula: str, there: dict[At, At]) -> str:
    """A formula with the addresses of the table's own cells."""
    return _ADDRESS.sub(lambda match: _address(there.get((int(match[2]), column_number(match[1])))), formula)


def _address(at: At | None) -> str:
    return _NOWHERE if at is None else Cell("", *at).address

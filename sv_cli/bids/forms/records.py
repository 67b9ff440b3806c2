"""Owns which columns beside a card's labels hold a commitment each, which only guide, and which cannot be told."""

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from sv_cli.bids.cells.looks import count_up, is_amount
from sv_cli.bids.cells.text import folded, normal, shown_text
from sv_cli.bids.desk import Desk
from sv_cli.bids.forms.cards import Card
from sv_cli.bids.forms.items import MEASURING, Item, tells_how
from sv_cli.bids.sheets.grid import Raw
from sv_cli.bids.tables.finding.sideways import name_of
from sv_cli.bids.tables.headings.heading import COUNTED, KEYS
from sv_cli.bids.terms.codes import is_coded
from sv_cli.bids.terms.notes import is_not_meant
from sv_cli.bids.terms.rates import is_rate
from sv_cli.bids.terms.standing import is_open, takes_back
from sv_cli.bids.terms.titles import is_unpromised
from sv_cli.bids.terms.words import Words
from sv_cli.late import late

_GUIDING = late(
    r"\b(?:guidance|guide|help|instructions?|how to|what to|hints?|format|type|required|example answers?)\b",
    re.IGNORECASE,
)
# What heads the columns of a comparison, or of times: each is no commitment of its own
_COMPARING = late(
    r"\b(?:bidders?|suppliers?|tenderers?|competitors?|incumbent|current|existing|baseline|previous|prior|last|before"
    r"|after|min|minimum|max|maximum|targets?|actuals?|council|buyer|authority|client|benchmark|years?|yrs?|20[0-9]{2}"
    r"|quarters?|months?|options?|scenarios?|ours?|us|we|them|theirs?|offer|proposed|required|revised|original|version"
    r"|v[0-9]|q[1-4])\b",
    re.IGNORECASE,
)
_NUMBERED = late(
    r"(?:our )?(?:commitment|offer|promise|pledge|measure|item)?s? ?(?:no\.? ?|number |#)?[0-9]{1,3}[.:)]?",
    re.IGNORECASE,
)
_YEAR = late(r"20[0-9]{2}")
_FEWEST = 2

Told = list[tuple[Item, Raw]]  # the filled cells of a column with their labels


class Filled(Struct, frozen=True):
    """A card with the 0-based columns that hold a commitment each, and the others, of which nothing is read.

    ``columns`` are empty where nobody filled it in.
    """

    card: Card
    columns: tuple[int, ...] = ()
    others: tuple[int, ...] = ()


class _Roles(Struct):
    """What the columns beside a card's labels are."""

    sure: list[int]
    guiding: list[int]
    others: list[int]


def filled(cards: Iterable[Card], desk: Desk) -> list[Filled] | None:
    """The cards with the columns of their commitments; None where one cannot be told."""
    told = [(card, _roles(card, desk)) for card in cards]
    if any(card.titles and not _may_head(list(card.titles.cells.values())) for card, _ in told):
        return None
    usual = {column for _, roles in told for column in roles.sure}
    found: list[Filled] = []
    for card, roles in told:
        each = _filled(card, roles, desk) if roles.sure else _unsure(card, roles, usual, desk)
        if each is None:
            return None
        found.append(each)
    return found


def _roles(card: Card, desk: Desk) -> _Roles:
    roles = _Roles([], [], [])
    for column in sorted({at for item in card.items for at in item.cells}):
        told = _told(card, column)
        coded = _is_coded(told)
        if not coded and _guides(told, title_of(card, column)):
            roles.guiding.append(column)
        elif coded or _is_sure(told, desk):
            roles.sure.append(column)
        else:
            roles.others.append(column)
    return roles


def _may_head(titles: list[Raw]) -> bool:
    """Whether what stands above columns may be their titles: words, 1, 2, 3 and so on, or years, and no amounts."""
    numbers = [shown_text(cell) for cell in titles if is_amount(cell)]
    counted = count_up(numbers)
    return counted or all(_YEAR.match(number) for number in numbers)


def _told(card: Card, column: int) -> Told:
    return [(item, item.cells[column]) for item in card.items if column in item.cells]


def title_of(card: Card, column: int) -> str:
    """What stands above a column of a card."""
    return shown_text(card.titles.cells.get(column)) if card.titles else ""


def _is_coded(told: Told) -> bool:
    """Whether a column names a measure by its code."""
    return any(item.field == "reference" and isinstance(cell, str) and is_coded(folded(cell)) for item, cell in told)


def _is_sure(told: Told, desk: Desk) -> bool:
    """Whether a column says in words what is promised, and how much or that this is to come."""
    words = [
        cell for item, cell in told if item.field in KEYS and isinstance(cell, str) and not _is_not_yet(cell, desk)
    ]
    worded = any(not desk.words.is_instruction(cell) and not name_of(cell, desk.headings) for cell in words)
    return worded and any(item.field in COUNTED and (is_amount(cell) or _is_not_yet(cell, desk)) for item, cell in told)


def _is_not_yet(cell: Raw, desk: Desk) -> bool:
    """Whether a cell says that there is nothing, or nothing yet."""
    return shown_text(cell).casefold().strip(" .!") in desk.words.not_yet


def _guides(told: Told, title: str) -> bool:
    """Whether a column tells how another is to be filled in."""
    if not all(isinstance(cell, str) for _, cell in told):
        return False
    if _GUIDING.search(title):
        return True
    saying = [cell for item, cell in told if item.field in MEASURING or item.field == "reference"]
    amounts = any(is_amount(cell) for _, cell in told)
    return not amounts and any(map(tells_how, saying or [cell for _, cell in told]))


def _unsure(card: Card, roles: _Roles, usual: set[int], desk: Desk) -> Filled | None:
    """A card that promises nothing for sure: an empty one, or one whose usual columns are read and told of."""
    said = [
        column
        for column in roles.others
        if any(item.field in KEYS | COUNTED and not _is_not_yet(cell, desk) for item, cell in _told(card, column))
    ]
    said += [column for column in roles.guiding if column in usual and _has_words(_told(card, column))]
    if not set(said) <= usual:
        return None
    return Filled(card, tuple(sorted(said)), tuple(column for column in roles.others if column not in said))


def _has_words(told: Told) -> bool:
    """Whether a column says what is promised, though its quantity seems to be a word on how to fill it in."""
    return any(item.field in KEYS and isinstance(cell, str) and not tells_how(cell) for item, cell in told)


def _filled(card: Card, roles: _Roles, desk: Desk) -> Filled | None:
    """A card of which one column at least is sure; None where another may be as well."""
    records, others = list(roles.sure), list(roles.guiding)
    for column in roles.others:
        told = _told(card, column)
        amounts = [cell for item, cell in told if item.field in COUNTED]
        keys = [isinstance(cell, str) for item, cell in told if item.field in KEYS]
        if len(roles.sure) == 1 and _is_measured(card, roles.sure[0], column, desk):
            card = _with_units(card, roles.sure[0], column)
            others.append(column)
        elif amounts and not any(keys) and (keys or len(records) < _FEWEST):
            return None  # numbers of another kind, such as scores, or a comparison
        elif amounts or (keys and len(told) >= _FEWEST):
            records.append(column)
        elif any(is_amount(cell) or (isinstance(cell, str) and _sets_apart(cell)) for _, cell in told):
            return None
        else:
            others.append(column)
    records.sort()
    if _compares(card, records, desk) or _names_labels(card, records, desk):
        return None
    return Filled(card, tuple(records), tuple(others))


def _sets_apart(note: str) -> bool:
    """Whether a note beside a card says that it is not promised, or not for sure."""
    return takes_back(note) or is_open(note) or is_not_meant(note)


def _is_measured(card: Card, record: int, column: int, desk: Desk) -> bool:
    """Whether a column says in what unit, or how often, the amounts in the one to its left are."""
    beside = [(item, item.cells[column]) for item in card.items if column in item.cells and item.field in COUNTED]
    return (
        record < column
        and bool(beside)
        and all(
            isinstance(cell, str)
            and is_amount(item.cells.get(record))
            and (desk.headings.unit_alone(cell) is not None or is_rate(normal(cell)))
            for item, cell in beside
        )
    )


def _with_units(card: Card, record: int, column: int) -> Card:
    items = [
        replace(
            item, cells=item.cells | {record: f"{shown_text(item.cells[record])} {folded(str(item.cells[column]))}"}
        )
        if column in item.cells and item.field in COUNTED
        else item
        for item in card.items
    ]
    return replace(card, items=tuple(items))


def _compares(card: Card, records: list[int], desk: Desk) -> bool:
    """Whether several columns say the same promise again, of other times or by other bidders."""
    words = desk.words
    titles = {column: title_of(card, column) for column in records}
    own = [column for column, title in titles.items() if not _is_apart(title, words)]
    if len(own) < _FEWEST:
        return False
    named = (titles[column] for column in own)
    if any(_COMPARING.search(title) and not _NUMBERED.fullmatch(title) for title in named):
        return True
    rest = [item for item in card.items if item.field not in MEASURING]
    said = {tuple(shown_text(item.cells.get(column)) for item in rest) for column in own}
    return len(said) == 1


def _is_apart(title: str, words: Words) -> bool:
    """Whether the title of a column says that it is no promise of its own, or none for sure, which is told."""
    drawn = words.is_total(title) or words.is_statistic(title)
    return drawn or words.is_example(title) or is_unpromised(title)


def _names_labels(card: Card, records: list[int], desk: Desk) -> bool:
    """Whether a column of commitments seems to hold labels itself."""
    headings = desk.headings
    return any(len({name_of(cell, headings) for _, cell in _told(card, at)} - {""}) >= _FEWEST for at in records)

"""Owns what a row of headings names, and two rows of which the upper one groups the columns of the lower."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from itertools import takewhile, zip_longest
from types import MappingProxyType

from msgspec.structs import replace

from sv_cli.bids.cells.looks import count_up, heading_text, may_head, speaks_of_money
from sv_cli.bids.cells.parts import SLICE
from sv_cli.bids.cells.text import folded, normal, shown_text
from sv_cli.bids.sheets.grid import Merge, Raw, Row, filled_cells, filled_places
from sv_cli.bids.tables.finding.others import states_fact
from sv_cli.bids.tables.headings.heading import AMOUNTS, PART, PERIOD, POUNDS, RATE, TIMES, WIDEST, Heading
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.tables.under.held import Column
from sv_cli.bids.terms.forms import BRACKETS, BY_NAME, PER_YEAR, plain, unbracketed
from sv_cli.bids.terms.titles import is_unpromised
from sv_cli.late import late

_COUNTED = frozenset(("quantity", "count", "unit"))
_GROUPS = frozenset(("quantity", "count", "total", "unit", "description"))
_LABEL_AND_VALUE = 2
_DIGITS = 4  # of a year of the calendar
_OF_YEARS = late(r"\byears?(?: of (?:the )?contract)?:?$", re.IGNORECASE)
_KEPT = 4_000  # characters of a row of headings that is remembered
Over = dict[int, list[Merge]]  # the merged ranges over each row, for those wider than a column


def named_by(row: Row, headings: Headings) -> tuple[Column, ...]:
    """The columns that one row of headings names."""
    found: dict[int, Heading] = {}
    bracketed: dict[int, str] = {}
    for index, cell in enumerate(row.cells[:WIDEST]):
        text = heading_text(cell)
        heading = (headings.recognise(text) or _next_year(text, found.get(index - 1))) if text else None
        if heading:
            found[index] = heading
            if text[-1] in ")]" and heading.field in _COUNTED:
                bracketed[index] = text
    if not found:
        return ()
    if len(bracketed) > 1:
        found |= _times_in_brackets(bracketed, headings)
    names = names_over(row.cells)
    return _without_lone([Column(index, names[index], heading) for index, heading in found.items()])


def _next_year(text: str, before: Heading | None, named: Heading | None = None) -> Heading | None:
    """``2:`` right of ``Contract year: 1:``, whose number alone goes on, if it is not ``named`` so already."""
    number = text.strip(" :.")
    period = before.period if before is not None and before.field == PERIOD else None
    if before is None or period is None or period.number is None or number != str(period.number + 1):
        return None
    following = replace(period, label=folded(text), number=period.number + 1)
    known = named is not None and named.period is not None and named.period.number == following.number
    return named if known else replace(before, period=following)


def _times_in_brackets(texts: dict[int, str], headings: Headings) -> dict[int, Heading]:
    """The columns of ``Qty (Y1) | Qty (Y2)``, which differ by what stands in brackets: a year, or a part of one."""
    said = {at: BRACKETS.findall(text)[-1:] for at, text in texts.items()}
    bare = {normal(unbracketed(text)) for text in texts.values()}
    moved = {at: headings.recognise(f"{inside[0]} {unbracketed(texts[at])}") for at, inside in said.items() if inside}
    told = {at: heading for at, heading in moved.items() if heading is not None and _falls_then(heading)}
    alike = len(bare) == 1 and len(told) == len(texts) and len({heading.field for heading in told.values()}) == 1
    return told if alike else {}


def _falls_then(heading: Heading) -> bool:
    """Whether a heading is of a year or a part of one; a month in brackets may be that of an offer."""
    return heading.field == PERIOD or (heading.field == PART and heading.part is not None and not heading.part.named)


def names_over(cells: list[Raw]) -> Mapping[int, str]:
    """What a row of headings calls each 0-based column, without marks and numbers unless two would be called alike."""
    texts = tuple(map(heading_text, cells))
    return _known_names(texts) if sum(map(len, texts)) <= _KEPT else _names_of(texts)


def _names_of(texts: tuple[str, ...]) -> Mapping[int, str]:
    return MappingProxyType(_told_apart({at: folded(text) for at, text in enumerate(texts) if text}))


# Asked for several times of a heading, and the bids of a folder have the same
_known_names = lru_cache(maxsize=256)(_names_of)


def as_named(row: Row) -> Row:
    """A row of headings with its columns called as by `names_over`; a label and its value stay as they are."""
    names = names_over(row.cells)
    if len(names) <= _LABEL_AND_VALUE:
        return row
    cells = [names.get(at, cell) if isinstance(cell, str) else cell for at, cell in enumerate(row.cells)]
    return Row(row.number, cells, row.after_gap)


def _told_apart(texts: dict[int, str]) -> dict[int, str]:
    bare = {at: plain(text) for at, text in texts.items()}
    times = Counter(bare.values())
    return {at: name if times[name] == 1 else texts[at] for at, name in bare.items()}


def _without_lone(columns: list[Column]) -> tuple[Column, ...]:
    """The columns without one that alone names a lot or a deliverer: it then shares nothing out among several."""
    slices = [column for column in columns if column.heading.part and column.heading.part.kind == SLICE]
    lone = [column for column in slices if len(slices) == 1 and column.heading.field == PART]
    return tuple(column for column in columns if column not in lone)


def may_go_on(upper: Row, lower: Row) -> bool:
    """Whether the row below one of headings may be of the same heading."""
    return (may_head(lower.cells) or counts_years(upper, lower)) and not states_fact(upper, lower)


def counts_years(upper: Row, lower: Row) -> bool:
    """Whether a row numbers the years that the one above it speaks of: ``Contract year`` over ``1 | 2 | 3``.

    One that does nothing else numbers them below any other heading as well: ``Quantity``.
    """
    for at, over in enumerate(upper.cells[: len(lower.cells)]):
        if isinstance(over, str) and shown_text(lower.cells[at]) == "1":
            numbers = [*takewhile(str.isdigit, map(shown_text, lower.cells[at:]))]
            beside = upper.cells[at + 1 : at + len(numbers)]  # what is written there is no heading of all of them
            told = _OF_YEARS.search(folded(over)) or _only_counts(lower)
            if told and len(numbers) > 1 and count_up(numbers):
                return all(cell in (None, "", over) for cell in beside)
    return False


def named_by_two(parents: dict[int, str], lower: Row, headings: Headings) -> tuple[Column, ...]:
    """The columns that two heading rows name together: a group above, its parts below."""
    found: dict[int, Heading] = {}
    texts: dict[int, str] = {}
    counted = _only_counts(lower)
    for index in range(min(max(max(parents, default=0) + 1, len(lower.cells)), WIDEST)):
        parent = parents.get(index, "")
        child = heading_text(lower.cells[index]) if index < len(lower.cells) else ""
        heading, texts[index] = _joined(parent, child, headings, counted=counted)
        heading = _next_year(child, found.get(index - 1), heading) or heading
        if heading:
            found[index] = heading
    found |= _of_the_group(found, parents, headings)
    names = _told_apart(texts) if found else {}
    return _without_lone([Column(index, names[index], heading) for index, heading in found.items()])


def below(parents: dict[int, str], upper: Row, lower: Row, headings: Headings) -> Row:
    """Two rows of headings as one above a third: each cell of the lower, or else of the upper one.

    What stands above a cell is kept where it makes it another heading: ``Delivered`` over ``Year 1``.
    """
    cells: list[Raw] = []
    counted = _only_counts(lower)
    for at, (over, under) in enumerate(zip_longest(upper.cells, lower.cells)):
        child = heading_text(under)
        heading, text = _joined(parents.get(at, ""), child, headings, counted=counted)
        cells.append(over if not child else child if heading == headings.recognise(child) else text)
    return Row(lower.number, cells, upper.after_gap)


def _of_the_group(found: dict[int, Heading], parents: dict[int, str], headings: Headings) -> dict[int, Heading]:
    """The one column of a lot or a deliverer that stands below a quantity together with others: ``Partner A | Us``."""
    slices = [at for at, heading in found.items() if heading.field == PART and heading.part]
    group = parents.get(slices[0], "") if len(slices) == 1 else ""
    if not group or sum(parent == group for parent in parents.values()) == 1:
        return {}
    heading = headings.recognise(group)
    return {slices[0]: heading} if heading is not None and heading.field == "quantity" else {}


def _only_counts(row: Row) -> bool:
    """Whether a row does nothing but count: ``1 | 2 | 3``."""
    numbers = [*map(shown_text, filled_cells(row))]
    return len(numbers) > 1 and count_up(numbers)


def _joined(parent: str, child: str, headings: Headings, *, counted: bool) -> tuple[Heading | None, str]:
    """What two headings below each other say together, and their words; ``counted`` numbers are those of years."""
    heading, text = _together(parent, child, headings, counted=counted)
    yearly = heading and heading.field == "quantity" and not heading.per and child and PER_YEAR.search(folded(parent))
    return (replace(heading, per="year") if heading and yearly else heading), text  # “Annual” over “Qty”


def _together(parent: str, child: str, headings: Headings, *, counted: bool) -> tuple[Heading | None, str]:
    if not parent or not child:
        text = folded(parent or child)
        return (headings.recognise(text) if text else None), text
    of_years = _OF_YEARS.search(folded(parent)) or (counted and headings.recognise(parent))
    if child.isdigit() and len(child) < _DIGITS and of_years:
        parent = f"{_OF_YEARS.sub('', folded(parent))} Year"  # but for “Week”, which is unknown, over the first one
    text = f"{plain(parent)} {plain(child)}"
    group, part = headings.recognise(parent), headings.recognise(child)
    if part is None:
        kept = group if group and not _is_of_another(group, child) else None
        return headings.recognise(text) or kept, text
    if group is None:
        return _below_any(parent, part, headings.recognise(text)), text
    measured = group.field in ("quantity", POUNDS) and group.unit is not None  # “Hours” over “Year 1”
    if (group.field in TIMES and part.field in (*TIMES, POUNDS) and group.field != part.field) or (
        measured and part.field in TIMES
    ):
        return headings.recognise(text) or (part if measured else None), text
    counts = group.field in AMOUNTS and part.field == "count"  # “No.” below “Year 1”
    of_else = (
        group.field not in _GROUPS and part.field in AMOUNTS
    )  # years or totals of costs, or the sheet's own values
    if part.field == RATE or (not counts and not of_else):
        return part, text  # so much a month of a year is to be asked of
    joined = headings.recognise(text)  # which may say in what unit
    if joined is None or joined.field != group.field:
        joined = group
    return replace(joined, unit=joined.unit or part.unit, scaled=joined.scaled or part.scaled), text


def _below_any(parent: str, part: Heading, joined: Heading | None) -> Heading | None:
    """What a heading says below one of no known name: what both say, if anything, and no amount of money."""
    amounts = part.field in AMOUNTS
    if joined:
        return joined if joined.how == BY_NAME or amounts else part  # “Unit of” over “measure”
    return None if amounts and (speaks_of_money(parent) or is_unpromised(parent)) else part


def _is_of_another(group: Heading, child: str) -> bool:
    """Whether a column under a year or a quarter holds something that is no quantity, such as what was delivered."""
    return group.field in TIMES and speaks_of_money(child)


def parents_of(over: Over, upper: Row, lower: Row, headings: Headings, *, told: bool) -> dict[int, str]:
    """The upper heading over each column: written there, merged over it, or standing to its left.

    ``told`` says whether the file tells of merging at all.
    """
    parents = {at: text for at, cell in enumerate(upper.cells) if (text := heading_text(cell)).strip()}
    for merge in over.get(upper.number, ()):
        group = parents.get(merge.left - 1)
        if group:
            parents.update(dict.fromkeys(range(merge.left - 1, min(merge.right, WIDEST)), group))
    if not told:
        _spread(parents, upper, lower, headings)
    return parents


def _spread(parents: dict[int, str], upper: Row, lower: Row, headings: Headings) -> None:
    """Where nothing tells of merging (CSV), a group reaches to the right over parts until the next group.

    A year reaches no further than to what may be a part of it.
    """
    last, timed = "", False
    for index in range(min(max(len(upper.cells), len(lower.cells)), WIDEST)):
        child = heading_text(lower.cells[index]) if index < len(lower.cells) else ""
        if index in parents:
            last = parents[index] if child else ""
            group = headings.recognise(last) if last else None
            timed = group is not None and group.field in TIMES
        elif child and last and not (timed and headings.recognise(child) is None):
            parents[index] = last
        else:
            last = ""


def runs_of(row: Row, columns: tuple[Column, ...]) -> tuple[list[list[int]], list[tuple[Column, ...]]]:
    """The 0-based places of headings that adjoin each other, and the columns among them."""
    runs: list[list[int]] = []
    filled = filled_places(row) or [column.index for column in columns]
    for at in sorted({*filled, *(column.index for column in columns)}):
        if runs and at == runs[-1][-1] + 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs, [tuple(column for column in columns if run[0] <= column.index <= run[-1]) for run in runs]


def unknown_between(
    cells: list[Raw], columns: tuple[Column, ...], left: int, right: int
) -> tuple[tuple[int, str], ...]:
    """The headings between two 0-based columns that are none of ``columns``; those that adjoin them too.

    What stands behind one empty column adjoins as well where each column has an empty one beside it, or it is alone.
    """
    known = {column.index for column in columns}
    filled = {at for at, cell in enumerate(cells) if cell not in (None, "")}
    apart = 1 + (left < right and all(at % 2 == left % 2 for at in filled if left <= at <= right))
    while filled & {*range(left - apart, left)}:
        left -= 1
    while filled & {*range(right + 1, right + 1 + apart)}:
        right += 1
    left -= 2 * (left - 2 in filled and left - 3 not in filled)
    right += 2 * (right + 2 in filled and right + 3 not in filled)
    names = names_over(cells).items()
    return tuple((index, text) for index, text in names if text and left <= index <= right and index not in known)

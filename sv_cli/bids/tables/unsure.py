"""Owns columns that may be the quantity or not: totals, counts headed “No.”, and those that merely name a unit."""

import re

from sv_cli.bids.cells.looks import is_amount
from sv_cli.bids.cells.parts import find_slice
from sv_cli.bids.cells.spelt import SPELT
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.cells.units import COUNT, Units
from sv_cli.bids.sheets.grid import Row, cell_at, not_empty
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import COUNTS, Heading
from sv_cli.bids.tables.several.multipliers import counts_places
from sv_cli.bids.tables.several.times import counting, is_money, is_slice
from sv_cli.bids.tables.under.by_field import ByField, as_field, columns_of, keys_of, take_from
from sv_cli.bids.tables.under.choices import is_last_word, is_score
from sv_cli.bids.tables.under.held import (
    Column,
    are_amounts,
    are_numbers,
    cells,
    distinct_at,
    filled_at,
    next_to,
    number_at,
    promising,
)
from sv_cli.bids.tables.under.numbering import is_line_number
from sv_cli.bids.tables.under.worked_out import all_equal, is_worth
from sv_cli.bids.terms.forms import unbracketed
from sv_cli.bids.terms.offer_headings import may_be_promised, may_count, names_amount, words_of
from sv_cli.late import late

_DOUBT = late(r"\b(?:tb[acd]|confirm\w*|agree\w*|see|notes?|attach\w*|not|no|none|pending|await\w*)\b", re.IGNORECASE)
_NUMBER = late(
    rf"[0-9%]|\b(?:{'|'.join(SPELT)}|hundreds?|thousands?|dozens?|many|several|few|yes|all)\b", re.IGNORECASE
)
_QUANTITY = late(r"\b(?:quantity|qty)\b")
_TRUTHS = frozenset((0, 1, "0", "1"))
_LAST_WORD = Heading("quantity", "because it is the latest version of the quantity")
_NO_MEASURES = frozenset((None, "percent", "GBP", "GBPk", "GBPm"))  # pounds beside a quantity are what it is worth
# How many of those who take part come to what is counted
_COMING_TO_IT = late(
    r"\b(?:achiev|attain|sustain|complet|progress|improv|succeed|gain)ing\b|\bwith (?:an? )?(?:positive )?outcomes?\b"
    r"|\b(?:complet(?:ers|ions|ed)|finish(?:ers|ed)|pass(?:es|ed)|achiev(?:ers|ements|ed)|qualifi(?:ed|cations)"
    r"|sustained|retained|retention)\b"
)
_PEOPLE = frozenset((None, "person", "household"))
_OTHERS = _PEOPLE | {"organisation", "property"}
_THINGS = _OTHERS | {"fte", "event", "session", "item", "attendance"}
_BESIDE = Heading("quantity", "because it has amounts, next to their unit", guessed=True)
_SAYING = Heading("quantity", "because its amounts give their unit", guessed=True)
_MAY_SAY = ("total", "own_total", "count", "description")
_IN_UNIT = late(r"[0-9][0-9,.]* ?(?P<unit>[A-Za-z].*)")
# What may be promised instead of those who gain by it
_HOURS = late(r"(?:(?:no|nr|number) of )?(?:hours|hrs)")
_STAFF = late(r"(?:our )?(?:staff|employees|colleagues|team members)(?: (?:involved|numbers|taking part))?")
_OWN = late(r"(?:our|own|us|we|ourselves)\b", re.IGNORECASE)
_OUTPUT = late(r"outputs?|scale|extent|size|volume|level of (?:output|delivery|activity)")


def place_named(by_field: ByField, rows: list[Row]) -> None:
    """``Beneficiaries`` over “Residents” and “Pupils” says for whom, where amounts stand in another column."""
    counted = [each for each in by_field.get("quantity", []) if each.heading.merely_counts]
    people = [each for each in counted if each.heading.unit == "person"]
    others = [each for name in ("quantity", "count", "total") for each in by_field.get(name, []) if each not in people]
    amounts = [each for each in others if are_amounts(each, rows)] if people else []
    named = [each for each in people if _are_names(each, promising(amounts, rows))] if amounts else []
    if named:
        take_from(by_field, "quantity", named)
        by_field.setdefault("description", []).extend(as_field(each, "description") for each in named)


def _are_names(column: Column, rows: list[Row]) -> bool:
    """Whether a column holds words alone, none of which stands for a number or leaves it open."""
    held = list(filter(None, cells(column, rows)))
    texts = [cell for cell in held if isinstance(cell, str) and not (_NUMBER.search(cell) or _DOUBT.search(cell))]
    return bool(held) and len(texts) == len(held)


def place_totals(by_field: ByField, rows: list[Row], *, has_years: bool) -> None:
    """A column of totals checks the years beside it; without years it is the quantity, or the sheet's own."""
    totals = by_field.pop("total", [])
    if "own_unit_value" in by_field:  # pounds beside the value of one unit are what the sheet itself works out
        prices = [column.index for column in by_field["own_unit_value"]]
        counts = [column.index for column in columns_of(by_field, "quantity", "count")]
        money = [each for each in totals if is_money(each) or is_worth(each.index, prices, counts, rows)]
        by_field.update({"own_total": [*by_field.get("own_total", []), *money]} if money else {})
        totals = [column for column in totals if column not in money]
    totals = list(counting(tuple(totals)))
    if has_years:
        merely = all(column.heading.merely_counts for column in by_field.get("quantity", []))
        if "unit" in by_field and ((totals and merely) or _are_people(by_field.get("quantity", []))):
            by_field.pop("quantity", None)  # the total or the years say how much, and the unit in what
        if "quantity" in by_field and not totals:
            beside = by_field.pop("quantity")
            totals = [column for column in beside if not column.heading.merely_counts] or beside
        if totals:
            by_field["total"] = totals
    elif totals and (_are_a_year(by_field.get("quantity", [])) or _outrank(totals, by_field)):
        by_field["quantity"] = totals
    elif totals:
        by_field.setdefault("own_total" if "quantity" in by_field else "quantity", []).extend(totals)


def _are_a_year(quantities: list[Column]) -> bool:
    """Whether what stands beside a total is what it comes to in one year."""
    named = [column for column in quantities if not column.heading.merely_counts] or quantities
    return bool(named) and all(column.heading.per == "year" for column in named)


def _outrank(totals: list[Column], by_field: ByField) -> bool:
    """Whether totals are the quantity: ``Quantity (total)`` beside mere counts, or any beside a number of places."""
    counts = by_field.get("quantity", [])
    if not counts or not all(column.heading.merely_counts for column in counts):
        return False
    named = all(_QUANTITY.search(normal(column.text)) for column in totals)
    told = "unit" in by_field or all(column.heading.unit is None for column in counts)
    return (named and told) or all(counts_places(column.text) for column in counts)


def doubtful_quantities(by_field: ByField, span: Span, rows: list[Row], units: Units) -> tuple[Column, ...]:
    """The columns of which each may be the quantity, though only one of them is headed so; none otherwise."""
    return (
        _totals_beside_counts(by_field, rows)
        or _units_beside_quantity(by_field, rows, units)
        or _outcomes_beside_counts(by_field, span, rows)
        or _staff_beside_hours(by_field, span, rows)
        or _amounts_beside_counts(by_field, span, rows)
        or _partners_beside_own(by_field, span, rows)
    )


def _either(columns: list[Column], others: list[Column], rows: list[Row]) -> tuple[Column, ...]:
    """The columns with those of the others that hold amounts; none where no other does, or all hold the same."""
    told = [column for column in others if are_amounts(column, rows)]
    both = (*columns, *told)
    return both if told and not all_equal(both, rows) else ()


def _totals_beside_counts(by_field: ByField, rows: list[Row]) -> tuple[Column, ...]:
    """``No. of staff | Total`` beside a column of units: neither says which of the two is in these; none otherwise."""
    counts = by_field.get("quantity", [])
    totals = [column for column in by_field.get("total", []) if not is_money(column)]
    weak = bool(counts) and all(column.heading.merely_counts for column in counts) and not _are_a_year(counts)
    if not weak or len(totals) != 1 or "unit" not in by_field or "own_unit_value" in by_field:
        return ()
    if _outrank(totals, by_field):
        return ()
    return _either(counts, totals, rows)


def _units_beside_quantity(by_field: ByField, rows: list[Row], units: Units) -> tuple[Column, ...]:
    """``Target | Hours``, where nothing says in what unit the target is, or that it is in hours; none otherwise."""
    quantities = by_field.get("quantity", [])
    named = [column for column in quantities if not column.heading.merely_counts]
    others = [column for column in quantities if column not in named and column.heading.unit not in _NO_MEASURES]
    if len(named) != 1 or not others or any(map(is_total, others)):
        return ()
    if "total" in by_field or named[0].heading.unit:
        return ()
    measured = by_field.get("unit", [])
    others = [each for each in others if not measured or _is_contradicted(named[0], each, measured[0], rows, units)]
    held = [row for row in rows if filled_at(row, named[0].index)]
    bare = bool(held) and all(number_at(row, named[0].index) is not None for row in held)
    return _either(named, others, rows) if bare else ()


def _is_contradicted(quantity: Column, other: Column, measured: Column, rows: list[Row], units: Units) -> bool:
    """Whether a column holds another number of a line that is in the very unit that it is headed by."""
    differing = (row for row in rows if number_at(row, other.index) not in (None, 0, number_at(row, quantity.index)))
    said = (cell_at(row, measured.index) for row in differing)
    return any(isinstance(unit, str) and units.find(folded(unit)) == other.heading.unit for unit in said)


def _outcomes_beside_counts(by_field: ByField, span: Span, rows: list[Row]) -> tuple[Column, ...]:
    """``No. of clients | Number achieving it``: the promise may be of those alone; none otherwise."""
    counts = by_field.get("quantity", [])
    people = [column for column in counts if column.heading.merely_counts and column.heading.unit in _PEOPLE]
    if len(people) != len(counts) or not counts:
        return ()
    others = [Column(at, text, counts[0].heading) for at, text in span.unknown if _is_of_them(normal(text))]
    return _either(counts, [column for column in others if "%" not in column.text], rows)


def _staff_beside_hours(by_field: ByField, span: Span, rows: list[Row]) -> tuple[Column, ...]:
    """``Staff | Hours``: the hours may be those of each of them, or of all; none otherwise."""
    hours = by_field.get("quantity", [])
    if len(hours) != 1 or not hours[0].heading.merely_counts or not _HOURS.fullmatch(normal(hours[0].text)):
        return ()
    if not {"total", "unit", "own_unit_value"}.isdisjoint(by_field):
        return ()
    staff = [Column(at, text, hours[0].heading) for at, text in span.unknown if _STAFF.fullmatch(normal(text))]
    told = tuple(each for each in staff if any((number_at(row, each.index) or 0) > 1 for row in rows))
    return (*hours, *told) if told else ()


def _amounts_beside_counts(by_field: ByField, span: Span, rows: list[Row]) -> tuple[Column, ...]:
    """``Our figure | Beneficiaries``: the promise is hardly of those who gain by it; none otherwise."""
    counts = by_field.get("quantity", [])
    counts_at = [column.index for column in counts]
    prices = [column.index for column in by_field.get("own_unit_value", [])]
    totals = [each for each in by_field.get("total", []) if not is_worth(each.index, prices, counts_at, rows)]
    if not _count_things(counts) or _are_a_year(counts) or (totals and _outrank(totals, by_field)):
        return ()
    others = (Column(at, text, counts[0].heading) for at, text in span.unknown)
    named = [column for column in (*totals, *others) if may_be_promised(words_of(column.text)) and not is_money(column)]
    return _either(counts, named, rows)


def _partners_beside_own(by_field: ByField, span: Span, rows: list[Row]) -> tuple[Column, ...]:
    """``Our staff | Partner A``: what the partner does may be promised as well; none otherwise."""
    own = by_field.get("quantity", [])
    if len(own) != 1 or not _OWN.match(own[0].text) or "total" in by_field:
        return ()
    named = (Column(at, text, own[0].heading) for at, text in span.unknown if find_slice(folded(text)))
    others = (*named, *(column for column in span.columns if is_slice(column)))
    told = tuple(column for column in others if are_numbers(column, rows))
    return (*own, *told) if told else ()


def _are_people(columns: list[Column]) -> bool:
    """Whether columns are headed as no more than how many people, homes or organisations there are."""
    return _count_people(columns) and all(column.heading.unit is not None for column in columns)


def _count_things(columns: list[Column]) -> bool:
    """Whether columns are headed as how many people, posts or events there are, which are seldom what is promised."""
    return bool(columns) and all(column.heading.merely_counts and column.heading.unit in _THINGS for column in columns)


def _count_people(columns: list[Column]) -> bool:
    return bool(columns) and all(column.heading.merely_counts and column.heading.unit in _OTHERS for column in columns)


def _is_of_them(words: str) -> bool:
    return bool(_COMING_TO_IT.search(words) or _OUTPUT.fullmatch(words))


def may_be_instead(text: str) -> bool:
    """Whether what stands below a heading may be promised instead of a count beside it."""
    words = normal(text)
    return _is_of_them(words) or _STAFF.fullmatch(words) is not None


def is_total(column: Column) -> bool:
    """Whether a heading says that it is all there is of a unit: ``Total hours``, ``Hours in all``."""
    line = column.text.casefold()
    return column.heading.merely_counts and (line.startswith("total ") or line.endswith((" total", " in all")))


def place_counts(by_field: ByField, rows: list[Row], *, has_years: bool) -> None:
    """A column headed “No.” is the quantity where there is no other and it stands right of what it counts.

    On the left such a column only counts the rows. On the right it may be the quantity as well as one that merely
    counts something, such as “No. of staff”; so it may further left where it does not count the rows.
    """
    keys = keys_of(by_field)
    counts = by_field.pop("count", []) if keys else []
    right = [column for column in counts if column.index > min(keys)]
    if right and not has_years and not {"quantity", "total"} & by_field.keys():
        by_field["quantity"] = right
    others = by_field.get("quantity", [])
    if len(counts) == 1 and not has_years and others and others != counts:
        weak = all(column.heading.merely_counts for column in others) and "total" not in by_field
        weak = weak and (counts[0].index > max(keys) or _count_things(others))
        if weak and are_amounts(counts[0], rows) and not _numbers_rows(counts[0], rows):
            by_field["quantity"] = [*others, as_field(counts[0], "count", rank=COUNTS)]


def _numbers_rows(column: Column, rows: list[Row]) -> bool:
    """Whether a column counts its rows, of which some may be missing: 15, 79 and 140 count none."""
    held = list(cells(column, rows))
    if not is_line_number(held):
        return False
    numbers = sorted(filter(None, (number_at(row, column.index) for row in rows)))
    return not numbers or numbers[-1] - numbers[0] < 2 * len(numbers)


def place_counted_units(by_field: ByField, rows: list[Row]) -> None:
    """``Units`` over numbers says how many of them there are, and not which."""
    units = by_field.get("unit", [])
    counted = [each for each in units if normal(unbracketed(each.text)) == "units" and are_amounts(each, rows)]
    if len(counted) == 1:
        take_from(by_field, "unit", counted)
        by_field["quantity"] = [*by_field.get("quantity", []), as_field(counted[0], "quantity")]


def place_beside_unit(by_field: ByField, span: Span, rows: list[Row], units: Units) -> None:
    """``Output | Unit | Pupils``: amounts beside their unit are the quantity, and a count of people is not."""
    measured, counts = by_field.get("unit", []), by_field.get("quantity", [])
    if len(measured) != 1 or not counts or "total" in by_field:
        return
    if not _count_people(counts):
        return
    beside = next_to(measured[0].index, span.headed, rows)
    named = (Column(at, text, _BESIDE) for at, text in span.unknown if at in beside and may_count(words_of(text)))
    found = [column for column in named if are_amounts(column, rows)]
    told = {units.find(folded(cell)) for cell in cells(measured[0], rows) if isinstance(cell, str) and cell}
    if len(found) == 1 and told - _OTHERS:
        by_field["quantity"] = found


def place_said_units(by_field: ByField, span: Span, rows: list[Row], units: Units) -> None:
    """``Our figure | Beneficiaries`` over ``480 hours | 20``: amounts that bring their units are the quantity."""
    if not _count_things(by_field.get("quantity", [])):
        return
    others = (Column(at, text, _SAYING) for at, text in span.unknown)
    known = columns_of(by_field, *_MAY_SAY)
    named = [column for column in (*known, *others) if names_amount(words_of(column.text))]
    found = [column for column in named if are_amounts(column, rows) and _brings_units(column, rows, units)]
    if len(found) == 1:
        for field in _MAY_SAY:
            take_from(by_field, field, found)
        by_field["quantity"] = [as_field(found[0], "quantity", rank=0)]


def _brings_units(column: Column, rows: list[Row], units: Units) -> bool:
    """Whether amounts name what they are counted in, and not all of them are money."""
    texts = [folded(cell) for cell in cells(column, rows) if isinstance(cell, str)]
    behind = {units.find(match["unit"]) for text in texts if (match := _IN_UNIT.fullmatch(text))}
    return not behind <= _NO_MEASURES | {COUNT}


def place_groups(by_field: ByField, rows: list[Row]) -> None:
    """``Target | Number`` over ``Older people | 40``: the number is the quantity, unless it only counts the lines."""
    first = min(keys_of(by_field), default=0)
    named = by_field.get("count", [])
    counted = (column for column in named if column.index > first and are_amounts(column, rows))
    counts = [column for column in counted if not is_line_number(list(cells(column, rows)), surely=True)]
    others = [*by_field.get("quantity", []), *(column for column in named if column not in counts)]
    if len(others) == len(counts) == 1 and _are_words(others[0], promising(counts, rows)):
        by_field["quantity"] = counts
        by_field["description"] = [*by_field.get("description", []), as_field(others[0], "description")]
        del by_field["count"]


def _are_words(column: Column, rows: list[Row]) -> bool:
    """Whether a column headed as the quantity holds words alone, none of doubt: ``Target`` over ``Older people``.

    Most are several, and without a figure, as ages and years may be among them; ``Minimum 40`` says how many.
    """
    held = {*not_empty(cells(column, rows))}
    texts = [folded(cell) for cell in held if isinstance(cell, str)]
    sure = not any(is_amount(text) or _DOUBT.search(text) for text in texts)
    worded = sum(" " in text for text in texts) * 2 >= len(texts)
    figured = sum(any(map(str.isdigit, text)) for text in texts)
    return sure and worded and len(texts) == len(held) > 1 and figured * 2 <= len(texts)


def place_last_words(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """``Quantity | Revised`` and ``Quantity | Amended to``: amounts that are the last word on those beside them."""
    keys = keys_of(by_field)
    counts = [column for column in by_field.get("count", []) if column.index > min(keys, default=0)]
    offers = by_field.get("quantity", counts)
    for at, text in span.unknown if offers else ():
        column = Column(at, text, _LAST_WORD)
        if is_score(text, span.unknown):
            continue
        if is_last_word(text) and are_numbers(column, rows) and not distinct_at(at, rows) <= _TRUTHS:
            by_field["quantity"] = [*by_field.get("quantity", counts), column]

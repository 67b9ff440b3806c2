"""Owns columns of any name whose cells say how often the amounts beside them fall."""

import re
from collections.abc import Collection
from functools import lru_cache

from msgspec.structs import replace

from sv_cli.bids.cells.text import normal, shown_text
from sv_cli.bids.cells.year_lists import asks_how_many_years, is_all, years_named
from sv_cli.bids.sheets.grid import Raw, Row, column_at
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import Heading
from sv_cli.bids.tables.under.by_field import ByField, as_field, columns_of, take_from
from sv_cli.bids.tables.under.held import Column, are_numbers, cells, distinct_at, is_ticked, next_to, texts_at
from sv_cli.bids.terms.rates import basis_of, is_rate, names_another
from sv_cli.late import late

_EACH_YEAR = late(
    r"(?:is (?:it|this) )?(?:annual(?:ly)?|yearly|(?:per|each|every|a) (?:year|annum)"
    r"|recurring(?: annually| each year)?|repeat(?:s|ed)? (?:annually|(?:each|every) year))(?: (?:y n|yes no))?"
)
_OF_PACE = frozenset(
    (
        *("basis", "rate", "rates", "per", "unit", "units", "qty", "quantity", "pace", "annual", "annually", "yearly"),
        *("year", "years", "period", "total", "one", "off", "target", "type", "profile", "amount", "term"),
    )
)
_OF_RATES = frozenset(("rate", "rates", "basis", "per", "pace", "term"))
_OTHERWISE = ("own_unit_value", "total", "year", "count")  # for what such a column may be taken by its heading
_HOW_OFTEN = frozenset(("frequency", "freq", "how often", "how frequently", "how regularly"))
_LOOKED_AT = late(r"\b(?:measur(?!es?\b)|how\b.* measure|monitor|report|verif|audit)")  # a “Measure” is promised
_OF_YEARS = late(r"\b(?:years|yrs)\b", re.IGNORECASE)
_OF_SCHOOL = late(r"group|school|pupil|class|age|academic|key stage|student", re.IGNORECASE)
_YEARS = Heading("year", "because its cells name years")
_PACE = Heading("basis", "because its cells say how often")
_MAYBE = Heading("basis", "because its cells say how often, perhaps of the amounts")
_SOMETIMES = Heading("basis", "because some of its cells say how often")
_MAYBE_SOMETIMES = Heading("basis", "because some of its cells say how often, perhaps of the amounts")

TICKED = Heading("basis", "because its ticks show which lines it applies to")
_ONCE_HEADED = late(r"(?:one off|once)(?: only)?(?: (?:commitment|payment|item|offer))?")
_ASKING = late(r"(?: (?:please )?(?:tick(?: (?:one|if so|box))?|y n|yes no|yes or no))+$")
_LONGEST = 80
_NO_HEADING = frozenset(("", "no", "n", "false"))  # which is an answer in a cell


def is_of_pace(text: str) -> bool:
    """Whether below a heading may be said how often the amounts beside it fall, and not when they are looked at."""
    words = normal(text)
    said = not _OF_PACE.isdisjoint(words.split(" ")) or _EACH_YEAR.fullmatch(words) is not None
    return said and not names_another(words)


def may_say_anything(column: Column) -> bool:
    """Whether a column of unknown name says how often on some lines, and anything on others."""
    return column.heading == _MAYBE_SOMETIMES


def says_pace(column: Column, text: str) -> bool:
    """Whether a cell of such a column says how often; “PA” may be initials where others say anything."""
    if column.heading == _SOMETIMES or may_say_anything(column):
        return is_rate(normal(text)) and not (text == "PA" and may_say_anything(column))
    return True


def may_say_other_paces(column: Column) -> bool:
    """Whether such a column, by its name, may as well say how often something else falls, such as reports."""
    return column.heading == _MAYBE or may_say_anything(column)


def place_paces(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """``Unit basis`` over ``per month``, ``Annual/total`` over ``Annual``: it tells of the quantity beside it."""
    _leave_reviews(by_field, span)
    if "quantity" not in by_field or not {"timing", "basis"}.isdisjoint(by_field):
        return
    years = _years_beside(by_field)
    others = [*columns_of(by_field, *_OTHERWISE), *years]
    beside = {at for each in by_field["quantity"] for at in next_to(each.index, span.headed, rows)}
    unnamed = [Column(at, "", _PACE) for at in sorted(beside - span.headed.keys())]
    unknown = set(span.unknown)
    for column in (*(Column(at, text, _PACE) for at, text in span.unknown), *others, *unnamed):
        named = is_of_pace(column.text) or column in unnamed
        if not (named or _may_be_of_pace(column, unknown)) or not _paces_in(column, rows):
            continue
        alone = _are_paces(column, rows)
        if not named and (alone or (column.index, column.text) in unknown):
            by_field["basis"] = [Column(column.index, column.text, _MAYBE if alone else _MAYBE_SOMETIMES)]
            return
        if alone:
            for name in (*_OTHERWISE, "quantity"):
                take_from(by_field, name, (column,))
        if alone or not _OF_RATES.isdisjoint(normal(column.text).split(" ")):
            by_field["basis"] = [Column(column.index, column.text, _PACE if alone else _SOMETIMES)]
            return
        if column in years and "year" not in by_field:  # “Each year” of one line, “Year 1” of another
            take_from(by_field, "quantity", (column,))
            by_field["year"] = [as_field(column, "year")]
            return


def place_ticked(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """``Each year`` beside ``One-off``, each over ticks, which say how often the amount of a line falls."""
    named = [column for columns in by_field.values() for column in columns]
    named += [Column(at, text, TICKED) for at, text in span.unknown]
    ticked = [column for column in named if headed_basis(column.text) and is_ticked([*cells(column, rows)])]
    if all(headed_basis(column.text) == "once" and not _is_one_off(column.text) for column in ticked):
        return  # “Contract” over yes and no, beside nothing that it is told apart from
    for name in [*by_field]:
        take_from(by_field, name, ticked)
    for place, column in enumerate(sorted(ticked, key=lambda each: each.index), 1):
        by_field["basis" if place == 1 else f"basis {place}"] = [replace(column, heading=TICKED)]


@lru_cache(maxsize=1024)
def headed_basis(text: str) -> str:
    """How often amounts fall that are ticked below a heading, ``""`` where it says anything else."""
    words = _ASKING.sub("", normal(text)) if len(text) <= _LONGEST else ""
    if words in _NO_HEADING:
        return ""
    if _is_one_off(text) or basis_of(words) == "once":
        return "once"
    yearly = basis_of(words) == "year" or _EACH_YEAR.fullmatch(words) is not None
    return "year" if yearly else "?" if is_rate(words) else ""


def _is_one_off(text: str) -> bool:
    return _ONCE_HEADED.fullmatch(_ASKING.sub("", normal(text))) is not None


def place_year_lists(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """``Years delivered`` over ``2-3``, or any name over ``Years 2-3``, if each cell names years, and one several.

    Beside a quantity a year ``Number of years`` says in how many.
    """
    quantities = by_field.get("quantity", [])
    timed = [column for column in quantities if column.heading.unit == "year"]
    yearly = any(column.heading.per == "year" for column in quantities) and "total" not in by_field
    if not (quantities or "total" in by_field) or not {"year", "timing"}.isdisjoint(by_field):
        return
    unknown = span.unknown if yearly else ()
    for column in (*timed, *(Column(at, text, _YEARS) for at, text in unknown)):
        below = _OF_YEARS.search(column.text) is not None
        first = next(iter(column_at(rows, column.index)), None)
        counted = yearly and asks_how_many_years(column.text) and are_numbers(column, rows)
        if counted or ((below or _names_years(first)) and _are_years(column.index, rows, below=below)):
            if _OF_SCHOOL.search(column.text) is None:
                take_from(by_field, "quantity", (column,))
                by_field["year"] = [as_field(column, "year", unit=None)]
            return


def _are_years(index: int, rows: list[Row], *, below: bool) -> bool:
    held = [shown_text(cell) for cell in distinct_at(index, rows)]
    named = [years_named(text) for text in held]
    told = all(years or is_all(text) for text, years in zip(held, named, strict=True))
    return told and any(
        len(years) > 1 and (below or _names_years(text)) for text, years in zip(held, named, strict=True)
    )


def _names_years(cell: Raw) -> bool:
    """Whether a cell names years by that word."""
    return isinstance(cell, str) and cell.strip()[:1] in ("y", "Y") and bool(years_named(cell))


def _may_be_of_pace(column: Column, unknown: Collection[tuple[int, str]]) -> bool:
    """Whether a column of unknown name may say how often the amounts fall, if that is all that its cells say."""
    return (column.index, column.text) in unknown and not names_another(normal(column.text))


def _years_beside(by_field: ByField) -> list[Column]:
    """``Years`` beside the quantity, below which it may be said that it is each year's."""
    quantities = by_field["quantity"]
    years = [column for column in quantities if column.heading.unit == "year" and column.heading.merely_counts]
    return years if len(years) < len(quantities) else []


def _leave_reviews(by_field: ByField, span: Span) -> None:
    """``Frequency`` behind ``How measured`` says how often promises are looked at, and nothing of how much they are."""
    for name in ("basis", "timing"):
        reviews = [each for each in by_field.get(name, []) if _is_of_review(each, span)]
        if reviews:
            take_from(by_field, name, reviews)


def _is_of_review(column: Column, span: Span) -> bool:
    before = normal(span.headed.get(column.index - 1) or span.headed.get(column.index - 2, ""))
    return normal(column.text) in _HOW_OFTEN and _LOOKED_AT.search(before) is not None


def _paces_in(column: Column, rows: list[Row]) -> set[str]:
    """What cells say of how often, and nothing else."""
    return {words for words in map(normal, texts_at(column.index, rows)) if is_rate(words)}


def _are_paces(column: Column, rows: list[Row]) -> bool:
    """Whether cells say nothing but how often, or that it is once in all."""
    said = {normal(cell) if isinstance(cell, str) else "" for cell in distinct_at(column.index, rows)}
    return all(is_rate(words) or basis_of(words) == "once" for words in said)

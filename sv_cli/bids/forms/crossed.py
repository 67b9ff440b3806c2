"""Owns lists with a column for each measure and a row for each site, or each year: ``Site | NT17 (hours)``.

Their cells say how much. They are read strictly, or not at all, and only where the bid has no table of promises: a list
beside one may be its parts.
"""

import re
from collections import Counter
from decimal import Decimal
from itertools import takewhile
from operator import add
from typing import NamedTuple

from sv_cli.bids.cells.looks import is_amount, is_blank, says_none
from sv_cli.bids.cells.parts import MONTHS
from sv_cli.bids.cells.periods import find_period
from sv_cli.bids.cells.text import folded
from sv_cli.bids.desk import Desk
from sv_cli.bids.forms.form import Draft, Form
from sv_cli.bids.sheets.grid import Grid, Raw, Row, cell_at
from sv_cli.bids.tables.finding.sideways import name_of
from sv_cli.bids.tables.headings.headings import Headings
from sv_cli.bids.tables.under.held import number_at
from sv_cli.bids.terms.codes import is_surely_code
from sv_cli.late import late

_FEWEST = 2  # measures that make such a list
_MOST_ROWS, _WIDEST, _REACH = 3_000, 60, 30
_MOST_LABELS = 3
_HEADING = late(r"([A-Za-z0-9._-]+)(?:(?: ?[:\u2013-] ?| )([^()]{1,80}?))?(?: ?\(([^()]{1,30})\))?")
_TIME = late(rf"(?:{'|'.join(MONTHS)}|quarter|q[1-4]|week|month|term|spring|summer|autumn|winter)", re.IGNORECASE)
_HEAD: tuple[Raw, ...] = ("Ref", "Description", "Quantity", "Unit")


class _Measure(NamedTuple):
    """A column of one measure: its 0-based place, its code, what else names it, and in what unit it counts."""

    at: int
    code: str
    title: str
    unit: str | None


def find_crossed(grid: Grid, desk: Desk) -> Form | None:
    """Such a list as a table with a row for each amount; None where there is none, or it cannot be told for sure."""
    if grid.places or grid.hidden or grid.hidden_rows or grid.hidden_columns or grid.struck:
        return None
    for at, head in enumerate(grid.rows[:_REACH]):
        measures = _measures(head)
        if len(measures) >= _FEWEST:
            measures = [_with_unit(each, desk.headings) for each in measures]
            measures, labels = _labelled(measures, grid.rows[at + 1 :][:_MOST_LABELS], desk.headings)
            below = grid.rows[at + 1 + labels :]
            body = _body(below[:_MOST_ROWS], measures)
            lines = [row for row in body if not _is_total(_name(row, measures), desk)]
            told = _are_told(lines, measures) and _are_titles(measures, desk.headings)
            whole = not any(_goes_on(row, measures) for row in below[len(body) :]) and not _adds_up(lines, measures)
            heads = grid.rows[at : at + 1 + labels]
            return _form(grid, heads, measures, lines, desk) if told and whole else None
    return None


def _measures(head: Row) -> list[_Measure]:
    """The measures that headings name; none where one stands left of what heads the rows, or something else between."""
    found: list[_Measure] = []
    for at, cell in enumerate(head.cells[:_WIDEST]):
        match = _HEADING.fullmatch(folded(cell)) if isinstance(cell, str) else None
        if match is not None and is_surely_code(match[1]):
            found.append(_Measure(at, match[1], match[2] or "", match[3]))
        elif found and not is_blank(cell):
            return []
    codes = {measure.code.casefold() for measure in found}
    return found if found and found[0].at > 0 and len(codes) == len(found) else []


def _with_unit(measure: _Measure, headings: Headings) -> _Measure:
    """The measure of ``NT17 hours``, whose title is the unit."""
    alone = measure.unit is None and headings.unit_alone(measure.title)
    return measure._replace(title="", unit=measure.title) if alone else measure


def _labelled(measures: list[_Measure], below: list[Row], headings: Headings) -> tuple[list[_Measure], int]:
    """The measures with what rows right below their codes say of them all, units or titles; how many such rows are."""
    for count, row in enumerate(below):
        said = [cell_at(row, measure.at) for measure in measures]
        texts = [folded(cell) for cell in said if isinstance(cell, str) and not (is_amount(cell) or _is_none(cell))]
        name = _name(row, measures)
        field = name_of(name, headings)
        if row.after_gap or len(texts) < len(measures):
            return measures, count
        unnamed = not any(measure.unit for measure in measures)
        if all(map(headings.unit_alone, texts)) and (field == "unit" or not name) and unnamed:
            measures = [each._replace(unit=text) for each, text in zip(measures, texts, strict=True)]
        elif field == "description" and not any(measure.title for measure in measures):
            measures = [each._replace(title=text) for each, text in zip(measures, texts, strict=True)]
        else:
            return measures, count
    return measures, len(below)


def _are_titles(measures: list[_Measure], headings: Headings) -> bool:
    """Whether what stands behind the codes names the measures, or the amount: ``NT17 actual | NT8 actual`` does not."""
    times = Counter(measure.title.casefold() for measure in measures if measure.title)
    again = [headings.recognise(title) for title, count in times.items() if count > 1]
    return all(heading is not None and heading.field == "quantity" and not heading.per for heading in again)


def _is_total(name: str, desk: Desk) -> bool:
    """Whether a row is called a total, or as a column of totals is: ``All schools``."""
    heading = desk.headings.recognise(name)
    return desk.words.is_total(name) or (heading is not None and heading.field == "total")


def _body(rows: list[Row], measures: list[_Measure]) -> list[Row]:
    """The rows to the gap after which none goes on; a fact of the contract has but one amount."""
    return [*takewhile(lambda row: not row.after_gap or _goes_on(row, measures), rows)]


def _goes_on(row: Row, measures: list[_Measure]) -> bool:
    return sum(is_amount(cell_at(row, measure.at)) for measure in measures) >= _FEWEST


def _adds_up(lines: list[Row], measures: list[_Measure]) -> bool:
    """Whether a row is what several above it come to in every column, though it is called no total."""
    sums = [Decimal(0)] * len(measures)
    for above, row in enumerate(lines):
        amounts = [number_at(row, measure.at) or Decimal(0) for measure in measures]
        if above > 1 and amounts == sums:
            return True
        sums = [*map(add, sums, amounts)]
    return False


def _are_told(lines: list[Row], measures: list[_Measure]) -> bool:
    """Whether each row has a name that is no time, an amount or more, and nothing else from the first of them on."""
    names = [_name(row, measures) for row in lines]
    if not lines or not (all(map(_names_place, names)) or _are_years(names)):
        return False
    places = {measure.at for measure in measures}
    for row in lines:
        beside = (cell for at, cell in enumerate(row.cells) if at >= measures[0].at and at not in places)
        amounts = [cell for at in places if not _is_none(cell := cell_at(row, at))]
        if not amounts or not all(map(is_blank, beside)) or not all(map(is_amount, amounts)):
            return False
    return True


def _is_none(cell: Raw) -> bool:
    return is_blank(cell) or (isinstance(cell, str) and says_none(cell))


def _names_place(name: str) -> bool:
    """Whether a row is named, and not after a time: of months somebody may tell what was delivered."""
    return bool(name) and find_period(name) is None and _TIME.match(name) is None


def _are_years(names: list[str]) -> bool:
    """Whether each row is named after a year of the contract, in which what it promises falls: ``Year 1``."""
    years = [period[0].number for name in names if (period := find_period(name)) and not period[1]]
    return None not in years and len(set(years)) == len(names)


def _name(row: Row, measures: list[_Measure]) -> str:
    """What stands left of the amounts of a row: the site, and what else is said of it."""
    return " \u2013 ".join(folded(cell) for cell in row.cells[: measures[0].at] if isinstance(cell, str) and cell)


def _form(grid: Grid, heads: list[Row], measures: list[_Measure], lines: list[Row], desk: Desk) -> Form | None:
    """The list as a table, below the lines above it and above those below it, which speak of all of it."""
    draft, head = Draft(), heads[0]
    at = grid.rows.index(head)
    draft.add_lone(grid.rows[:at])
    headed = [(head.number, measure.at + 1) for measure in measures]
    top = len(draft.rows)
    years = _are_years([_name(row, measures) for row in lines])
    draft.add([*_HEAD, *(["Year"] if years else [])], (head.number, 1), [headed[0]] * (len(_HEAD) + years))
    for row in lines:
        for measure, above in zip(measures, headed, strict=True):
            amount = cell_at(row, measure.at)
            if _is_none(amount):
                continue
            here = (row.number, measure.at + 1)
            name, place = _name(row, measures), (row.number, 1)
            said = " \u2013 ".join(filter(None, (measure.title, "" if years else name)))
            cells: list[Raw] = [measure.code, said, amount, measure.unit, *([name] if years else [])]
            number = draft.add(cells, here, (above, place, here, above, *([place] if years else [])))
            draft.comments.update({(number, 3): grid.comments[here]} if here in grid.comments else {})
    draft.add_lone(grid.rows[at + 1 :], after_gap=True)
    return draft.as_form(grid, top, [*heads, *lines], desk.headings)

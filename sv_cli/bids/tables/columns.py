"""Owns the columns of one table: which column stands for which field, and what stays ambiguous."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from sv_cli.bids.cells.periods import find_period
from sv_cli.bids.cells.text import normal
from sv_cli.bids.cells.units import Units
from sv_cli.bids.sheets.grid import Raw, Row, widest
from sv_cli.bids.tables import unsure
from sv_cli.bids.tables.answers import offered_beside, place_answers, says_amounts
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import ASKED_FOR, ODD_YEAR, RATE, Heading
from sv_cli.bids.tables.headings.stages import EXTENDING
from sv_cli.bids.tables.layout import TEXTS, Layout
from sv_cli.bids.tables.less.kinds import place_kinds
from sv_cli.bids.tables.less.levels import bands, baselines, levels, not_promised, place_reductions
from sv_cli.bids.tables.less.refusals import place_refusals
from sv_cli.bids.tables.less.shares import place_own_amounts, unused_shares
from sv_cli.bids.tables.less.statuses import place_statuses
from sv_cli.bids.tables.less.ticks import open_boxes, place_boxes, place_ticks
from sv_cli.bids.tables.narrated import spoken_beside
from sv_cli.bids.tables.pace_columns import may_say_anything, place_paces, place_ticked, place_year_lists
from sv_cli.bids.tables.references import place_coded_numbers, place_codes, place_numbers, place_prices, surest
from sv_cli.bids.tables.several.extensions import is_optional, not_added
from sv_cli.bids.tables.several.matrix import place_matrix
from sv_cli.bids.tables.several.multipliers import deductions, multipliers
from sv_cli.bids.tables.several.products import place_lone_rate, place_products, query_products
from sv_cli.bids.tables.several.proofs import is_added_up, proof_of
from sv_cli.bids.tables.several.spread import Dated
from sv_cli.bids.tables.several.times import (
    Clash,
    Times,
    add_up,
    find_times,
    is_slice,
    odd_years,
    risen,
    sharing,
    unnamed_among,
    years_of_other_names,
)
from sv_cli.bids.tables.under.by_field import ByField, as_field, take_from
from sv_cli.bids.tables.under.choices import are_parts, counting_once, in_figures, in_one_unit
from sv_cli.bids.tables.under.held import (
    Column,
    are_amounts,
    are_texts,
    cells,
    count_of,
    distinct_at,
    filled,
    holding,
    promising,
)
from sv_cli.bids.tables.under.worked_out import all_equal, come_to
from sv_cli.bids.tables.unit_columns import place_units, saying_the_same
from sv_cli.bids.terms.codes import code_before_title, code_behind_title, code_said, may_say_code
from sv_cli.bids.terms.rates import is_rate
from sv_cli.bids.terms.standing import kind_of
from sv_cli.late import late

_LONGEST_RATE = 40
_RATE_BESIDE = Heading("timing", "because its cells say how often")
_OF_FIRST_TERM = late(r"\b(?:initial|core)\b", re.IGNORECASE)
_REMARKING = frozenset(("remark", "evidence", "note"))
_OF_OTHERS = frozenset(("attribution", "attribution_own", "attribution_unclear"))


def settle(span: Span, rows: list[Row], units: Units) -> Layout:
    """What each column is: one for each field, or a clash where several may be it, as ``Offer`` and ``Final`` may."""
    by_field: ByField = {}
    for column in span.columns:
        by_field.setdefault(column.heading.field, []).append(column)
    times = _placed(by_field, span, rows, units)
    years, clashes = times.dated, times.clashes
    costs = tuple(column for column in by_field.get("cost", []) if find_period(column.text))
    by_field.update({"cost": [costs[0]]} if len(costs) > 1 else {})
    matrix = place_matrix(by_field, span, rows)
    columns = _one_of_each(by_field, clashes, rows, units)
    asked = any(clash.field in ("quantity", ODD_YEAR, RATE) for clash in clashes)
    if not (years or matrix or asked or {"quantity", "total"} & columns.keys()):
        clashes.append(Clash("quantity", ()))
    clashes += [*bands(span, rows), *risen(columns, rows)]
    if not years and not matrix:
        clashes += multipliers(columns, span, rows)
    clashes += _lessened(columns, years, span, rows)
    details = _details(by_field.get("description", []), columns)
    spoken = _spoken(span, details, columns, clashes, rows)
    quantity = columns.get("quantity")
    doubted = any(clash.field == ODD_YEAR for clash in clashes)
    whole = quantity if not years else None if doubted else columns.get("total", years[0][0])
    unadded = chain(*(not_added(span, one, rows, optional=bool(years)) for one in matrix or (whole,)))
    beside = (*dict.fromkeys(unadded), *baselines(span, quantity, years, rows))
    used = (*beside, *columns.values(), *(column for clash in clashes for column in clash.columns))
    return Layout(
        columns=columns,
        years=years,
        clashes=tuple(clashes),
        left=span.left,
        right=span.right,
        costs=costs if len(costs) > 1 else (),
        coded=("reference" in columns or "reference" not in by_field) and _are_coded(columns, years, rows),
        wholes=times.wholes,
        matrix=matrix,
        cumulative=times.cumulative,
        by_unit=times.by_unit,
        unticked=open_boxes(by_field, rows),
        checked=times.checked,
        unused=unused_shares(span, rows, {} if quantity is None else {quantity.index}),
        beside=(*beside, *not_promised(span, used, rows)) if quantity or years else beside,
        offered=tuple(each for each in offered_beside(span, quantity) if says_amounts(each, rows)),
        details=details if "description" in columns else (*details, *filter(_is_of_what, spoken)),
        spoken=spoken,
        proof=None if years else proof_of(quantity, span, rows),
    )


def _one_of_each(by_field: ByField, clashes: list[Clash], rows: list[Row], units: Units) -> dict[str, Column]:
    """The column of each field; where several may be it, they join the clashes, and the lines are asked about."""
    columns: dict[str, Column] = {}
    for field, candidates in by_field.items():
        left = _settled(field, candidates, rows, units)
        if len(left) == 1:
            columns[field] = left[0]
        else:
            clashes.append(Clash(field, left))
    return columns


def _lessened(columns: dict[str, Column], years: tuple[Dated, ...], span: Span, rows: list[Row]) -> list[Clash]:
    """The clashes of the quantity with columns by which less is promised: ``Deduct``, ``Baseline``.

    A quantity that was chosen for this bid is meant as it stands.
    """
    spread = [column for column, _ in years]
    counted = next((columns[name] for name in ("quantity", "total") if name in columns), next(iter(spread), None))
    found = deductions(counted, span, rows)
    chosen = counted is not None and counted.heading.how == ASKED_FOR
    return found if chosen else [*found, *levels(span, rows, (*columns.values(), *spread))]


def _details(described: list[Column], columns: dict[str, Column]) -> tuple[Column, ...]:
    """The further texts that say what is promised: ``Details`` beside ``Commitment``."""
    used = {column.index for column in columns.values()}
    return tuple(each for each in described if each.index not in used and _is_of_what(each))


def _is_of_what(column: Column) -> bool:
    """Whether a text says what is promised: ``How we deliver`` may say “weekly” of the work alone."""
    return not normal(column.text).startswith("how")


def _remarks(name: str, column: Column) -> bool:
    """Whether a column is of notes, in which any further thing may be said of a line."""
    return kind_of(name) in _REMARKING or may_say_anything(column)


def _spoken(
    span: Span, details: Iterable[Column], columns: dict[str, Column], clashes: list[Clash], rows: list[Row]
) -> tuple[Column, ...]:
    """The columns of sentences in which a line may be taken back: ``Our approach`` over “No longer offered”."""
    used = [column for name, column in columns.items() if not _remarks(name, column) or not column.text]
    others = (*used, *details, *(column for clash in clashes for column in clash.columns))
    return spoken_beside(span, {column.index for column in others}, rows)


def _are_coded(columns: dict[str, Column], years: tuple[Dated, ...], rows: list[Row]) -> bool:
    """Whether the descriptions of most lines that say how much begin with codes, or some do and others end so.

    Without a column of references a question may say the code anywhere: ``How many hours under NT17?``.
    """
    described = columns.get("description")
    if described is None:
        return False
    anywhere = "reference" not in columns
    if not any(isinstance(cell, str) and may_say_code(cell, anywhere=anywhere) for cell in cells(described, rows)):
        return False
    amounts = [columns[field] for field in ("quantity", "total") if field in columns]
    lines = promising([*amounts, *(column for column, _ in years)], rows)
    return count_of(described, lines or rows, code_said if anywhere else _has_code) > 0


def _has_code(text: str) -> bool:
    return code_before_title(text) is not None or code_behind_title(text) is not None


def _placed(by_field: ByField, span: Span, rows: list[Row], units: Units) -> Times:
    """Move columns to the fields that their cells show, where headings leave that open; give the columns of times.

    ``Offered?`` over ``Yes`` and ``No`` is no quantity, and ``What`` over ``hours`` is the unit.
    """
    _place_outcomes(by_field, rows)
    place_prices(by_field, rows)
    place_coded_numbers(by_field, rows)
    unsure.place_counted_units(by_field, rows)
    _place_contributions(by_field, span, rows)
    times = find_times(by_field, rows)
    years = times.dated
    _place_year_sums(by_field, years, rows)
    odd = _odd_times(by_field, years, span, rows)
    place_ticked(by_field, span, rows)
    place_ticks(by_field, rows, has_years=bool(years))
    place_boxes(by_field, span, rows)
    place_refusals(by_field, span, rows)
    place_paces(by_field, span, rows)
    place_year_lists(by_field, span, rows)
    place_kinds(by_field, span, rows)
    place_statuses(by_field, span, rows)
    place_codes(by_field, span, rows)
    place_numbers(by_field, rows)
    if not years or {"quantity", "total"}.isdisjoint(by_field):
        place_answers(by_field, span, rows)
    place_units(by_field, span, rows, units)
    unsure.place_beside_unit(by_field, span, rows, units)
    unsure.place_said_units(by_field, span, rows, units)
    _place_offers(by_field, rows)
    unsure.place_groups(by_field, rows)
    unsure.place_last_words(by_field, span, rows)
    _place_rates(by_field, span, rows)
    place_products(by_field, rows)
    query_products(by_field, span, rows, has_years=bool(years))
    place_reductions(by_field, times, span, rows)
    totals = [] if years else by_field.get("total", [])
    doubtful = () if years else unsure.doubtful_quantities(by_field, span, rows, units)
    times.clashes += [Clash("quantity", doubtful)] if doubtful else []
    unsure.place_totals(by_field, rows, has_years=bool(years))
    unsure.place_counts(by_field, rows, has_years=bool(years))
    offers = by_field.get("quantity", [])
    told = bool(odd and offers) and (not totals or _are_in(offers, odd, span, rows))
    _add_odd(times, odd, by_field, rows, told=told)
    if not years:
        place_lone_rate(by_field, span, rows)
    rates = holding(by_field.pop(RATE, []), rows)
    if rates and not years and not _is_multiplied(by_field) and _may_be_multiplied(by_field):
        times.clashes.append(Clash(RATE, rates))
    return times


def _place_year_sums(by_field: ByField, years: tuple[Dated, ...], rows: list[Row]) -> None:
    """``Year`` over what the quarters beside it come to is a total, and names no year."""
    named = by_field.get("year", [])
    parts = tuple(column for column, _ in years)
    if len(named) == 1 and len(parts) > 1 and "total" not in by_field and come_to(parts, named[0], rows):
        by_field["total"] = [as_field(by_field.pop("year")[0], "total")]


def _odd_times(by_field: ByField, years: tuple[Dated, ...], span: Span, rows: list[Row]) -> tuple[Column, ...]:
    """The columns of times that have no year of their own (``Extension``), and others that may share the total."""
    odd = (*odd_years(by_field, rows, years), *years_of_other_names(span.unknown, years, rows))
    odd = (*odd, *sharing(span.unknown, years, by_field, rows), *unnamed_among(span, years, rows))
    return () if not years and add_up(odd, by_field, rows) else odd


def _add_odd(times: Times, odd: tuple[Column, ...], by_field: ByField, rows: list[Row], *, told: bool) -> None:
    """Count the columns of times that cannot be told with the years where a total shows that; else they are queried.

    ``told`` says that without years the quantity is what they come to.
    """
    years = times.dated
    sliced = bool(odd and years) and "total" in by_field and all(map(is_slice, odd))
    named = bool(odd and years) and all(column.heading.period for column in odd)
    if sliced or (named and add_up((*(column for column, _ in years), *odd), by_field, rows)):
        # The total says whether it counts what stands in them
        times.dated = (*years, *((column, column.heading.period) for column in odd))
    elif odd and (not told if not years else not _are_beyond(odd, years, by_field, rows)):
        times.clashes.append(Clash(ODD_YEAR, odd))


def _place_outcomes(by_field: ByField, rows: list[Row]) -> None:
    """Outcomes in words are what is promised where that stands nowhere else, or in a column of unknown name alone."""
    outcomes, described = by_field.get("outcome", []), by_field.get("description", [])
    unnamed = all(each.heading.guessed for each in described)
    if outcomes and unnamed and not any(are_amounts(column, rows) for column in outcomes):
        by_field["description"] = [*described, *by_field.pop("outcome")]


def _are_in(totals: list[Column], odd: tuple[Column, ...], span: Span, rows: list[Row]) -> bool:
    """Whether a total counts what stands in columns of times that cannot be told: ``Mobilisation | BAU | Total``.

    That of the ``Initial term`` says that it does not count an extension.
    """
    if all(map(is_optional, odd)) and all(_OF_FIRST_TERM.search(total.text) for total in totals):
        return True
    firm = all(column.heading.how != EXTENDING for column in odd)
    return firm and any(is_added_up(total, span, rows) for total in totals)


def _are_beyond(odd: tuple[Column, ...], years: tuple[Dated, ...], by_field: ByField, rows: list[Row]) -> bool:
    """Whether years that may not come stand beside a total of the others, which therefore does not count them."""
    return all(map(is_optional, odd)) and add_up(tuple(column for column, _ in years), by_field, rows)


def _may_be_multiplied(by_field: ByField) -> bool:
    """Whether the quantity merely counts, or says nowhere in what unit, so that a rate may have to multiply it."""
    quantities = by_field.get("quantity", [])
    counted = all(column.heading.merely_counts for column in quantities)
    return counted or ("unit" not in by_field and all(column.heading.unit is None for column in quantities))


def _is_multiplied(by_field: ByField) -> bool:
    """Whether one column, such as ``Total hours``, says what count and rate come to; it is then the quantity."""
    totals = [column for column in by_field.get("quantity", []) if unsure.is_total(column)]
    if len(totals) == 1:
        by_field["quantity"] = totals
    return len(totals) == 1


def _place_contributions(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """``Our contribution`` among columns that add up to a total is a part of it, and no share of others."""
    totals = [each for each in by_field.get("total", []) if is_added_up(each, span, rows)]
    for name in _OF_OTHERS & by_field.keys() if len(totals) == 1 else ():
        parts = [each for each in by_field[name] if each.index <= totals[0].index]
        take_from(by_field, name, [each for each in parts if "contribution" in normal(each.text)])
    place_own_amounts(by_field, rows)


def _place_offers(by_field: ByField, rows: list[Row]) -> None:
    """“Supplier commitment” in sentences, beside a column of amounts, describes what is promised, and so do names."""
    offers = by_field.get("quantity", [])
    texts = [column for column in offers if len(offers) > 1 and are_texts(column, rows)]
    if texts and any(are_amounts(column, rows) for column in offers if column not in texts):
        by_field["quantity"] = [column for column in offers if column not in texts]
        by_field["description"] = [*by_field.get("description", []), *texts]
    unsure.place_named(by_field, rows)


def _place_rates(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """Notes that say ``per year`` and nothing else tell of the quantity beside them, headed or not."""
    beside = (Column(at, "", _RATE_BESIDE) for at in range(widest(rows)) if at not in span.headed)
    notes = [*by_field.get("evidence", []), *beside]
    notes = [column for column in notes if any(map(_is_rate, distinct_at(column.index, rows)))]
    if len(notes) == 1 and not {"timing", "basis"} & by_field.keys():
        by_field["timing"] = notes


def _is_rate(cell: Raw) -> bool:
    return isinstance(cell, str) and len(cell) < _LONGEST_RATE and _is_rate_in_words(cell)


@lru_cache(maxsize=4096)
def _is_rate_in_words(text: str) -> bool:
    return is_rate(normal(text))


def _settled(field: str, candidates: list[Column], rows: list[Row], units: Units) -> tuple[Column, ...]:
    if len(candidates) == 1:
        return (candidates[0],)
    if field == "description":  # a column of numbers beside texts numbers what the texts describe
        candidates = [column for column in candidates if not are_amounts(column, rows)] or candidates
    if field in TEXTS or field == "timing":
        return (min(candidates, key=lambda column: (column.heading.rank, column.index)),)
    chosen = [column for column in candidates if column.heading.how == ASKED_FOR]
    left = tuple(chosen or candidates)
    if field == "quantity":  # a column that merely names a unit or counts gives way to one that is headed so
        named = tuple(column for column in left if not column.heading.merely_counts or unsure.is_total(column))
        left = counting_once(named or left, candidates, rows)
    left = filled(left, rows)
    if len(left) > 1 and field == "quantity":
        left = in_one_unit(in_figures(left, rows), rows, units)
    if len(left) > 1 and field == "reference":
        left = surest(left, rows)
    if len(left) > 1 and field == "unit":
        left = saying_the_same(left, rows, units)
    if len(left) > 1 and all_equal(left, rows) and not are_parts(column.text for column in left):
        left = left[:1]
    return left

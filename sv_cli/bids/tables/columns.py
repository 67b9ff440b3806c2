"""Owns the columns of one table: which column stands for which field, and what stays ambiguous."""

from collections.abc import Callable

from msgspec import Struct

from sv_cli.bids.cells.periods import find_period
from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.cells.units import Units
from sv_cli.bids.sheets.grid import Raw, Row
from sv_cli.bids.tables.answers import offered_beside, place_answers, says_amount
from sv_cli.bids.tables.choices import counting_once
from sv_cli.bids.tables.extensions import are_counted, is_optional, not_added
from sv_cli.bids.tables.find import Span
from sv_cli.bids.tables.heading import COUNTS, ODD_YEAR, PERIOD, RATE, Heading
from sv_cli.bids.tables.held import (
    Column,
    all_equal,
    are_amounts,
    are_texts,
    cells,
    count_of,
    distinct_at,
    filled,
    filled_at,
    holding,
    is_line_number,
    is_numbers,
    is_one_record,
    promising,
    without,
)
from sv_cli.bids.tables.kinds import place_kinds
from sv_cli.bids.tables.levels import bands, baselines, levels, not_promised, place_reductions
from sv_cli.bids.tables.matrix import place_matrix
from sv_cli.bids.tables.multipliers import multipliers
from sv_cli.bids.tables.products import place_products, query_products
from sv_cli.bids.tables.proofs import Proof, is_added_up, proof_of
from sv_cli.bids.tables.refusals import place_refusals
from sv_cli.bids.tables.spread import Dated
from sv_cli.bids.tables.ticks import open_boxes, place_boxes, place_ticks
from sv_cli.bids.tables.times import Clash, Times, add_up, find_times, is_slice, odd_years, years_of_other_names
from sv_cli.bids.tables.unit_columns import place_units
from sv_cli.bids.tables.unsure import (
    doubtful_quantities,
    is_total,
    place_counted_units,
    place_counts,
    place_groups,
    place_last_words,
    place_totals,
)
from sv_cli.bids.tables.unused import unused_shares
from sv_cli.bids.terms.codes import code_before_title, is_coded, is_library_id, is_measure_code, may_be_coded
from sv_cli.bids.terms.forms import BRACKETS
from sv_cli.bids.terms.slips import spelt_out
from sv_cli.bids.terms.words import is_rate

TEXTS = frozenset(("description", "evidence", "owner", "theme", "outcome", "own_unit_value", "own_total"))
SHARES = ("deadweight", "displacement", "attribution", "drop_off")
_MARGINS = ("margin", "remark")  # which have no heading to name, where they stand beside the table
_CODES = Heading("reference", "its cells are codes")
_LONGEST_RATE = 40
_REFERRED = frozenset(("code", "ref", "reference"))
_OF_OTHERS = frozenset(("attribution", "attribution_own", "attribution_unclear"))
_PIVOTED = "row labels"  # where a pivot table puts groups and what they are of in one column
# What may number the lines as well, or the bid
_LINES = frozenset(f"{line} {no}" for line in ("commitment", "offer", "target", "bid") for no in ("no", "number"))
# What a heading says whose column names the measure, and not just the line; the library's own names last
_MEASURES = (
    frozenset(("tom", "toms", "nt", "themis", "measure", "measures", "metric", "mac", "indicator")),
    frozenset(("proxy", "library")),
)


class Layout(Struct, frozen=True):
    """What each column of a table is.

    ``years`` are the columns that spread the quantity over years or their parts, ``wholes`` those of longer parts that
    say it again (quarters beside their months), ``costs`` those that spread the cost. ``matrix`` are columns for
    different units, of which a row fills in one. ``cumulative`` says that each of ``years`` holds what has come
    together until then. ``coded`` says that the descriptions begin with references, which count where no column of
    them is filled in. ``unticked`` are the cells that leave open the box of what is offered. Each of ``checked`` are
    parts of years that have to come to the quantity beside them, and ``unused`` are shares that nothing is made of.
    What stands in ``beside``, amounts of times that may not come or of what is there already, changes no quantity.
    What is ``offered`` in words beside a target may contradict it.
    ``proof`` is what the quantity comes to by other columns, where some lines contradict it.
    """

    columns: dict[str, Column]
    years: tuple[Dated, ...]
    clashes: tuple[Clash, ...]
    left: int
    right: int
    costs: tuple[Column, ...] = ()
    coded: bool = False
    wholes: tuple[tuple[Column, ...], ...] = ()
    matrix: tuple[Column, ...] = ()
    cumulative: bool = False
    unticked: frozenset[str] = frozenset()
    checked: tuple[tuple[Column, ...], ...] = ()
    unused: tuple[Column, ...] = ()
    beside: tuple[Column, ...] = ()
    offered: tuple[Column, ...] = ()
    proof: Proof | None = None

    def column(self, field: str) -> Column | None:
        """The column of a field, or None."""
        return self.columns.get(field)

    def named(self) -> dict[str, str]:
        """The heading of every field, in the sheet's order."""
        columns = [(column.index, field, column.text) for field, column in self.columns.items()]
        columns += [
            (column.index, f"{PERIOD} {period.label if period else column.text}", column.text)
            for column, period in self.years
        ]
        return {field: text for _, field, text in sorted(columns) if text or field not in _MARGINS}


def settle(span: Span, rows: list[Row], units: Units) -> Layout:
    """One column for each field, by rank for texts, by what the cells hold for the rest; clashes are told."""
    by_field: dict[str, list[Column]] = {}
    for column in span.columns:
        by_field.setdefault(column.heading.field, []).append(column)
    times = _placed(by_field, span, rows, units)
    years, clashes = times.dated, times.clashes
    costs = tuple(column for column in by_field.get("cost", []) if find_period(column.text))
    if len(costs) > 1:
        by_field["cost"] = list(costs[:1])
    columns: dict[str, Column] = {}
    matrix = place_matrix(by_field, rows)
    for field, candidates in by_field.items():
        left = _settled(field, candidates, rows)
        if len(left) == 1:
            columns[field] = left[0]
        else:
            clashes.append(Clash(field, left))
    described = columns.get("description")
    settled = "reference" in columns or "reference" not in by_field
    coded = settled and described is not None and _are_coded(described, rows, columns, years)
    if not (years or matrix or {"quantity", "total"} & columns.keys() or any(map(_is_of_quantity, clashes))):
        clashes.append(Clash("quantity", ()))
    clashes += bands(span, rows)
    if not years and not matrix:
        clashes += multipliers(columns, span, rows)
    clashes += levels(span, rows, (*columns.values(), *(column for column, _ in years)))
    quantity = columns.get("quantity")
    doubted = any(clash.field == ODD_YEAR for clash in clashes)
    whole = quantity if not years else None if doubted else columns.get("total")
    beside = (*not_added(span, whole, rows, optional=bool(years)), *baselines(span, quantity, years, rows))
    used = (*beside, *columns.values(), *(column for clash in clashes for column in clash.columns))
    return Layout(
        columns=columns,
        years=years,
        clashes=tuple(clashes),
        left=span.left,
        right=span.right,
        costs=costs if len(costs) > 1 else (),
        coded=coded,
        wholes=times.wholes,
        matrix=matrix,
        cumulative=times.cumulative,
        unticked=open_boxes(by_field, rows),
        checked=times.checked,
        unused=unused_shares(span, rows),
        beside=(*beside, *not_promised(span, used, rows)) if quantity or years else beside,
        offered=tuple(each for each in offered_beside(span, quantity) if any(map(says_amount, cells(each, rows)))),
        proof=None if years else proof_of(quantity, span, rows),
    )


def _are_coded(described: Column, rows: list[Row], columns: dict[str, Column], years: tuple[Dated, ...]) -> bool:
    """Whether the descriptions of most lines that say how much begin with codes."""
    if not any(isinstance(cell, str) and may_be_coded(cell) for cell in cells(described, rows)):
        return False
    amounts = [columns[field] for field in ("quantity", "total") if field in columns]
    lines = promising([*amounts, *(column for column, _ in years)], rows)
    return count_of(described, lines or rows, code_before_title) > 0


def _placed(by_field: dict[str, list[Column]], span: Span, rows: list[Row], units: Units) -> Times:
    """Put the columns whose headings leave open what they hold where their cells say; give those of times."""
    _place_prices(by_field, rows)
    place_counted_units(by_field, rows)
    _place_contributions(by_field, span, rows)
    times = find_times(by_field, rows)
    years = times.dated
    odd = (*odd_years(by_field, rows, has_years=bool(years)), *years_of_other_names(span.unknown, years, rows))
    odd = () if not years and add_up(odd, by_field, rows) else odd
    place_ticks(by_field, rows, has_years=bool(years))
    place_boxes(by_field, span, rows)
    place_refusals(by_field, span, rows)
    place_kinds(by_field, span, rows)
    _place_codes(by_field, span, rows)
    _place_numbers(by_field, rows)
    if not years or {"quantity", "total"}.isdisjoint(by_field):
        place_answers(by_field, span, rows)
    place_units(by_field, span, rows, units)
    _place_offers(by_field, rows)
    place_groups(by_field, rows)
    place_last_words(by_field, span, rows)
    _place_rates(by_field, rows)
    place_products(by_field, rows)
    query_products(by_field, span, rows, has_years=bool(years))
    place_reductions(by_field, span, rows)
    totals = [] if years else by_field.get("total", [])
    doubtful = () if years else doubtful_quantities(by_field, span, rows)
    times.clashes += [Clash("quantity", doubtful)] if doubtful else []
    place_totals(by_field, rows, has_years=bool(years))
    place_counts(by_field, rows, has_years=bool(years))
    told = bool(odd) and (are_counted(odd, by_field.get("quantity", []), rows) if totals else "quantity" in by_field)
    sliced = bool(odd and years) and "total" in by_field and all(map(is_slice, odd))
    named = bool(odd and years) and all(column.heading.period for column in odd)
    if sliced or (named and add_up((*(column for column, _ in years), *odd), by_field, rows)):
        # The total says whether it counts what stands in them
        times.dated = (*years, *((column, column.heading.period) for column in odd))
    elif odd and (not told if not years else not _are_beyond(odd, years, by_field, rows)):
        times.clashes.append(Clash(ODD_YEAR, odd))
    rates = holding(by_field.pop(RATE, []), rows, alone=False)
    if rates and not years and not _is_multiplied(by_field) and _may_be_multiplied(by_field):
        times.clashes.append(Clash(RATE, rates))
    return times


def _are_beyond(
    odd: tuple[Column, ...], years: tuple[Dated, ...], by_field: dict[str, list[Column]], rows: list[Row]
) -> bool:
    """Whether years that may not come stand beside a total of the others, which therefore does not count them."""
    return all(map(is_optional, odd)) and add_up(tuple(column for column, _ in years), by_field, rows)


def _is_of_quantity(clash: Clash) -> bool:
    return clash.field in ("quantity", ODD_YEAR, RATE)


def _may_be_multiplied(by_field: dict[str, list[Column]]) -> bool:
    """Whether the quantity merely counts, or says nowhere in what unit, so that a rate may have to multiply it."""
    quantities = by_field.get("quantity", [])
    counted = all(column.heading.rank >= COUNTS for column in quantities)
    return counted or ("unit" not in by_field and all(column.heading.unit is None for column in quantities))


def _is_multiplied(by_field: dict[str, list[Column]]) -> bool:
    """Whether one column, such as ``Total hours``, says what count and rate come to; it is then the quantity."""
    totals = [column for column in by_field.get("quantity", []) if is_total(column)]
    if len(totals) == 1:
        by_field["quantity"] = totals
    return len(totals) == 1


def _place_prices(by_field: dict[str, list[Column]], rows: list[Row]) -> None:
    """A column headed “Proxy” may name proxies or hold their prices; its cells say which."""
    references = by_field.get("reference", [])
    priced = [column for column in references if may_hold_prices(column) and are_amounts(column, rows)]
    if priced:
        by_field["own_unit_value"] = [*by_field.get("own_unit_value", []), *priced]
        left = [column for column in by_field.pop("reference") if column not in priced]
        by_field.update({"reference": left} if left else {})


def _place_contributions(by_field: dict[str, list[Column]], span: Span, rows: list[Row]) -> None:
    """``Our contribution`` among columns that add up to a total is a part of it, and no share of others."""
    totals = [each for each in by_field.get("total", []) if is_added_up(each, span, rows)]
    for name in _OF_OTHERS & by_field.keys() if len(totals) == 1 else ():
        columns = by_field.pop(name)
        left = [each for each in columns if each.index > totals[0].index or "contribution" not in normal(each.text)]
        by_field.update({name: left} if left else {})


def may_hold_prices(column: Column) -> bool:
    """Whether a heading ends with “Proxy”, but for what it is in; ``Proxy ref`` names proxies for sure."""
    return normal(BRACKETS.sub(" ", column.text)).strip("£ ").rpartition(" ")[2] == "proxy"


def _place_codes(by_field: dict[str, list[Column]], span: Span, rows: list[Row]) -> None:
    """Codes below ``Measure``, alone or before a title, are references; so are those of a table without any others."""
    described = by_field.get("description", [])
    doubtful = any(names_measure(column) or normal(column.text) == _PIVOTED for column in described)
    if "reference" in by_field and not doubtful:
        return
    amounts = [column for field in ("quantity", "total", "count") for column in by_field.get(field, [])]
    rows = promising(amounts, rows) or rows
    codes = [
        column
        for column in described
        if ("reference" not in by_field and count_of(column, rows, is_measure_code))
        or (names_measure(column) and count_of(column, rows, is_coded))
        or (normal(column.text) == _PIVOTED and _holds_code(column, rows))
    ]
    if len(codes) > 1:  # questions are numbered like measures
        codes = [column for column in codes if names_measure(column)]
    if len(codes) == 1:
        by_field["description"] = [column for column in described if column not in codes] or codes
        by_field.setdefault("reference", []).extend(codes)
    if "reference" not in by_field:
        _place_unnamed_codes(by_field, span, rows)


def _place_unnamed_codes(by_field: dict[str, list[Column]], span: Span, rows: list[Row]) -> None:
    """Codes in a column of no known name: headed as some code, left of the table, or the only ones there are."""
    counted = [*by_field.get("count", []), *by_field.get("outcome", []), *by_field.get("theme", [])]
    others = [*span.unknown, *((column.index, column.text) for column in counted)]
    named = [column for at, text in others if count_of(column := Column(at, text, _CODES), rows, is_measure_code)]
    headed = [column for column in named if not _REFERRED.isdisjoint(normal(column.text).split(" "))]
    if len(headed) == 1:
        by_field["reference"] = headed
        return
    for index in range(span.left - 1, -1, -1):
        beside = Column(index, "", _CODES)
        if count_of(beside, rows, is_measure_code):
            by_field["reference"] = [beside]
            return
        if not any(filled_at(row, index) for row in rows):
            break
    if len(named) == 1:
        by_field["reference"] = named


def _holds_code(column: Column, rows: list[Row], is_code: Callable[[str], bool] = is_measure_code) -> bool:
    return any(isinstance(cell, str) and is_code(folded(cell)) for cell in cells(column, rows))


def _place_numbers(by_field: dict[str, list[Column]], rows: list[Row]) -> None:
    """``Commitment no.`` counts the lines or names the bid, or left of the keys it holds the references.

    Beside another quantity a look at it says so; alone it has to do nothing but count, or name one long number.
    """
    offers = by_field.get("quantity", [])
    keys = [column.index for name in ("reference", "description") for column in by_field.get(name, [])]
    lines = [column for column in offers if may_number(column.text)]
    if len(lines) != 1 or not keys:
        return
    first, held = lines[0], list(cells(lines[0], rows))
    leads = len(offers) > 1 and first is offers[0] and first.index < min(keys)
    coded = leads and count_of(first, rows, is_measure_code)
    counting = is_line_number(held, surely=not leads) and (len(offers) > 1 or "target" not in normal(first.text))
    if coded or counting or is_one_record(held):
        left = [column for column in offers if column is not first]
        by_field.pop("quantity")
        by_field.update({"quantity": left} if left else {})
        by_field.setdefault("reference", []).extend([first] if coded else [])


def may_number(heading: str) -> bool:
    """Whether a heading of the quantity may as well number the lines, or name the bid: ``Offer number``."""
    return normal(heading) in _LINES


def _place_offers(by_field: dict[str, list[Column]], rows: list[Row]) -> None:
    """“Supplier commitment” in sentences, beside a column of amounts, describes what is promised."""
    offers = by_field.get("quantity", [])
    texts = [column for column in offers if len(offers) > 1 and are_texts(column, rows)]
    if texts and any(are_amounts(column, rows) for column in offers if column not in texts):
        by_field["quantity"] = [column for column in offers if column not in texts]
        by_field["description"] = [*by_field.get("description", []), *texts]


def _place_rates(by_field: dict[str, list[Column]], rows: list[Row]) -> None:
    """Notes that say ``per year`` and nothing else tell of the quantity beside them."""
    notes = [column for column in by_field.get("evidence", []) if any(map(_is_rate, distinct_at(column.index, rows)))]
    if len(notes) == 1 and not {"timing", "basis"} & by_field.keys():
        by_field["timing"] = notes


def _is_rate(cell: Raw) -> bool:
    return isinstance(cell, str) and len(cell) < _LONGEST_RATE and is_rate(normal(cell))


def names_measure(column: Column) -> int:
    """How surely a heading speaks of the measure, 0 when it does not: then it may only name the line."""
    words = set(spelt_out(column.text))
    return next((at for at, names in enumerate(_MEASURES, start=1) if words & names), 0)


def _settled(field: str, candidates: list[Column], rows: list[Row]) -> tuple[Column, ...]:
    if len(candidates) == 1:
        return (candidates[0],)
    if field == "description":  # a column of numbers beside texts numbers what the texts describe
        candidates = [column for column in candidates if not are_amounts(column, rows)] or candidates
    if field in TEXTS or field == "timing":
        return (min(candidates, key=lambda column: (column.heading.rank, column.index)),)
    chosen = [column for column in candidates if column.heading.how == "as asked for"]
    left = tuple(chosen or candidates)
    if field == "quantity":  # a column that merely names a unit or counts gives way to one that is headed so
        named = tuple(column for column in left if column.heading.rank < COUNTS or is_total(column))
        left = counting_once(named or left, candidates, rows)
    left = filled(left, rows)
    if len(left) > 1 and field == "reference":
        left = without(without(left, rows, is_line_number), rows, is_numbers)
        left = tuple(column for column in left if count_of(column, rows, is_library_id)) or left
        left = tuple(column for column in left if _holds_code(column, rows, is_coded)) or left
        surety = {column: names_measure(column) or normal(column.text).startswith("sv ") / 2 for column in left}
        left = tuple(column for column in left if surety[column] == max(surety.values()))
        coded = tuple(column for column in left if count_of(column, rows, is_measure_code))
        left = coded if len(coded) == 1 else left
    if len(left) > 1 and all_equal(left, rows):
        left = left[:1]
    return left

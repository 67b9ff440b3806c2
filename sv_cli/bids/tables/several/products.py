"""Owns columns that multiply: people, hours and what they come to, where every row proves it."""

import re

from sv_cli.bids.cells.looks import speaks_of_money
from sv_cli.bids.cells.units import TIMES_A_YEAR
from sv_cli.bids.sheets.grid import Row
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import RATE
from sv_cli.bids.tables.several.proofs import Proof, is_multiplied
from sv_cli.bids.tables.several.times import is_money
from sv_cli.bids.tables.under.by_field import ByField, as_field
from sv_cli.bids.tables.under.held import Column, holding, number_at
from sv_cli.bids.tables.under.worked_out import is_another, is_multiple, is_product
from sv_cli.bids.terms.forms import says_in_all
from sv_cli.bids.terms.offer_headings import may_count, words_of
from sv_cli.bids.terms.said_amounts import TIMES
from sv_cli.late import late

_FEWEST = 2
_OF_PEOPLE = late(
    r"\b(?:staff|volunteers?|people|persons?|employees|colleagues|team|members|pupils|participants|sessions|visits|events"
    r"|times|apprentices|workshops|schools|sites)\b",
    re.IGNORECASE,
)
_MULTIPLYING = frozenset(("quantity", "total", "count", "duration"))


def place_products(by_field: ByField, rows: list[Row]) -> None:
    """Where the total is counts times hours, times a rate or times years, in every row, it is the quantity."""
    totals = by_field.get("total", [])
    rates = by_field.get(RATE, [])
    numbers = by_field.get("count", []) if rates and "quantity" not in by_field else []
    factors = [*by_field.get("quantity", []), *numbers, *rates]
    counted = len(factors) >= _FEWEST and all(
        column.heading.merely_counts or column.heading.field in (RATE, "count") for column in factors
    )
    units = _units_of_product(factors)
    if not counted or len(totals) != 1 or len(units) != 1:
        return
    if _are_multiplied(factors, totals[0], rows):
        by_field["quantity"] = [as_field(by_field.pop("total")[0], "quantity", unit=units[0] or totals[0].heading.unit)]
        for name in (RATE, *("count" for _ in numbers)):
            by_field.pop(name, None)


def _units_of_product(factors: list[Column]) -> list[str | None]:
    """The units of time among factors, or else those of rates; None for that of years times what falls in one."""
    times: list[str | None] = [column.heading.unit for column in factors if column.heading.unit in TIMES]
    rates = [column.heading.unit for column in factors if column.heading.field == RATE]
    return times or rates or ([None] if _are_yearly(factors) else [])


def _are_yearly(factors: list[Column]) -> bool:
    """Whether one factor is what falls in a year, and the other how many years there are: ``Per year | Years``."""
    rates = [column for column in factors if column.heading.per == "year"]
    years = [column for column in factors if column.heading.unit == "year"]
    return len(factors) == _FEWEST and len(rates) == len(years) == 1 and rates != years


def query_products(by_field: ByField, span: Span, rows: list[Row], *, has_years: bool) -> None:
    """A total that multiplies the quantity by a column beside it (of years, of sites) may be what is promised.

    It is, where it says that it is for the whole contract.
    """
    offers = by_field.get("quantity", [])
    quantities = [column for column in offers if not column.heading.merely_counts] or offers
    totals = [column for column in by_field.get("total", []) if not is_money(column)]
    if not totals and not has_years:
        _place_what_rates_come_to(by_field, span, rows)
    if has_years or len(quantities) != 1 or len(totals) != 1 or "own_unit_value" in by_field:
        return
    (one,), (whole,) = quantities, totals
    rates = by_field.get(RATE, [])
    if len(rates) <= 1 and is_multiplied(whole, one, span, rows):
        unit = whole.heading.unit or next((column.heading.unit for column in rates), None)
        by_field["quantity"] = [as_field(whole, "quantity", unit=unit)]
        for name in ("total", RATE):
            by_field.pop(name, None)
    elif one.heading.merely_counts:
        _query_counts(by_field, span, rows)
    elif _may_multiply(whole.index, one.index, span, rows):
        others = () if says_in_all(whole.text) else by_field["quantity"]
        by_field["quantity"] = [*others, *by_field.pop("total")]


def place_lone_rate(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """``Hours per month``, where no other column may say how many or how long, is promised for each month."""
    rates = holding(by_field.get(RATE, []), rows)
    if len(rates) != 1 or rates[0].heading.per not in TIMES_A_YEAR:
        return
    yearly = [column for column in by_field.get("quantity", []) if column.heading.per == "year"]
    if len(yearly) == 1 and _is_years_worth(rates[0], yearly[0], rows):
        by_field["quantity"] = yearly
        del by_field[RATE]
    elif _MULTIPLYING.isdisjoint(by_field) and all(
        number_at(row, at) is None for at, _ in span.unknown for row in rows
    ):
        by_field["quantity"] = [as_field(rates[0], "quantity")]
        del by_field[RATE]


def _is_years_worth(rate: Column, yearly: Column, rows: list[Row]) -> bool:
    """Whether what is told of a year is what falls in each of its months or quarters in every row."""
    told = [(number_at(row, rate.index), number_at(row, yearly.index)) for row in rows]
    filled = [each for each in told if each != (None, None)]
    times = TIMES_A_YEAR[rate.heading.per]
    return bool(filled) and all(one is not None and one * times == whole for one, whole in filled)


def _place_what_rates_come_to(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """``Volunteers | Hours each | Hours``: the hours, where they are the other two multiplied in every row."""
    rates, counts = by_field.get(RATE, []), by_field.get("quantity", [])
    timed = [column for column in counts if column.heading.unit in TIMES]
    if len(rates) != 1 or len(timed) != 1 or rates[0].heading.unit not in (None, timed[0].heading.unit):
        return
    others = [column for column in counts if column is not timed[0]]
    if len(others) > 1 or any(not column.heading.merely_counts for column in others):
        return
    people = others or [Column(at, text, timed[0].heading) for at, text in span.unknown if _OF_PEOPLE.search(text)]
    if any(_are_multiplied([each, *rates], timed[0], rows) for each in people):
        by_field["quantity"] = [as_field(timed[0], "quantity", rank=0)]
        del by_field[RATE]


def _may_multiply(whole: int, one: int, span: Span, rows: list[Row]) -> bool:
    """Whether one column is another one times something, or times what a third holds."""
    known = span.names()
    factors = [at for at, text in known.items() if not speaks_of_money(text)]
    multiplied = is_multiple(whole, one, rows) or any(is_product(whole, one, at, rows) for at in factors)
    return multiplied or is_another(whole, one, set(known) - {whole, one}, rows)


def _query_counts(by_field: ByField, span: Span, rows: list[Row]) -> None:
    """``Staff | Hours | Total``, where each total is the two multiplied: it is in hours, or what is asked for."""
    (one,), (whole,) = by_field["quantity"], by_field["total"]
    others = [(at, text) for at, text in span.unknown if not speaks_of_money(text) and may_count(words_of(text))]
    factors = [text for at, text in others if is_product(whole.index, one.index, at, rows)]
    if factors and one.heading.unit in TIMES and all(map(_OF_PEOPLE.search, factors)):
        by_field["quantity"] = [as_field(whole, "quantity", unit=one.heading.unit)]
        del by_field["total"]
    elif factors:
        by_field["quantity"] = [one, *by_field.pop("total")]


def _are_multiplied(factors: list[Column], total: Column, rows: list[Row]) -> bool:
    """Whether a total is what its factors come to in every row that fills them in."""
    return Proof(total.index, tuple(factor.index for factor in factors), factors=True).holds(rows)

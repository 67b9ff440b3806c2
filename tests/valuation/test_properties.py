"""What holds for every bid: the laws that a value has to obey whatever the numbers are."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import bid_of, discounting, figure, library_of, method, promise, proxy, valued

from sv_cli.model.bids import Period, Tranche
from sv_cli.valuation.money import exact, pounds
from sv_cli.valuation.price_base import rebased
from tests.examples import examples

ALL = ["deadweight", "displacement", "attribution", "drop_off"]
quantities = st.decimals(min_value=0, max_value=10**6, places=3)
shares = st.decimals(min_value=0, max_value=1, places=4)
durations = st.decimals(min_value="0.1", max_value=20, places=1)
adjusted = st.fixed_dictionaries(dict.fromkeys(ALL, shares))
quick = examples(60)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    rates = [{"rate": "0.035", "to_year": "5"}, {"rate": "0.01"}]
    declining = {"first_year": "0.5", "schedules": {"standard": rates}}
    return library_of(
        tmp_path_factory.mktemp("properties"),
        figures=[figure("test.rate", "12.34"), figure("test.other", "7.5")],
        proxies=[
            proxy("test.hour", "test.rate"),
            proxy("test.parts", {"fiscal": "test.rate", "economic": "test.other"}),
        ],
        methods=[
            method("exact", adjustments=ALL, rounding="total", discounting=declining),
            method("lines", adjustments=ALL, discounting=discounting("1")),
        ],
    )


def row(quantity, reference="test.hour", **fields):
    return promise(reference, quantity, unit="hour", **fields)


def line_of(library, promised, name="exact"):
    (line,) = valued(bid_of(promised, start=date(2026, 4, 1), years=Decimal(3)), library, name).lines
    return line


@quick
@given(quantity=quantities, times=st.integers(0, 1000), adjustments=adjusted, duration=durations)
def test_linear_in_quantity(library, quantity, times, adjustments, duration):
    facts = {"adjustments": adjustments, "duration_years": duration}
    one, many = (line_of(library, row(each, **facts)) for each in (quantity, quantity * times))
    with exact():
        assert pounds(many.present) == pounds(one.present * times)
        assert pounds(many.gross) == pounds(one.gross * times)


@quick
@given(parts=st.lists(quantities, min_size=2, max_size=5), adjustments=adjusted)
def test_splitting_a_commitment_keeps_the_sum(library, parts, adjustments):
    whole = valued(bid_of(row(sum(parts), adjustments=adjustments)), library, "exact")
    split = valued(bid_of(*(row(each, adjustments=adjustments) for each in parts)), library, "exact")
    assert whole.totals.present == split.totals.present
    assert whole.by_kind == split.by_kind


@quick
@given(st.lists(st.tuples(quantities, st.sampled_from(["test.hour", "test.parts"])), min_size=1, max_size=6), st.data())
def test_the_order_of_rows_is_irrelevant(library, promised, data):
    promises = [row(quantity, reference, row=n) for n, (quantity, reference) in enumerate(promised, 2)]
    other = data.draw(st.permutations(promises))
    one, two = (valued(bid_of(*each), library, "lines") for each in (promises, other))
    assert (one.totals, one.by_kind, one.by_theme, one.by_year) == (two.totals, two.by_kind, two.by_theme, two.by_year)


@quick
@given(quantity=quantities, duration=durations)
def test_without_adjustments_net_is_gross(library, quantity, duration):
    line = line_of(library, row(quantity, adjustments=dict.fromkeys(ALL, Decimal(0)), duration_years=duration))
    assert line.net == line.gross


@quick
@given(quantity=quantities, adjustments=adjusted, name=st.sampled_from(ALL), more=shares, duration=durations)
def test_a_larger_deduction_never_raises_the_value(library, quantity, adjustments, name, more, duration):
    smaller, larger = sorted((adjustments[name], more))
    facts = {"duration_years": duration}
    low, high = (
        line_of(library, row(quantity, adjustments={**adjustments, name: each}, **facts)).present
        for each in (larger, smaller)
    )
    assert low <= high


@quick
@given(quantity=quantities, adjustments=adjusted, duration=durations)
def test_present_value_never_exceeds_what_is_undiscounted(library, quantity, adjustments, duration):
    line = line_of(library, row(quantity, adjustments=adjustments, duration_years=duration))
    with exact():
        plain = sum(each.quantity * sum(each.unit_value.undiscounted.values()) for each in line.portions)
    assert line.present <= plain


@quick
@given(
    amount=st.decimals(min_value=0, max_value=10**9, places=2),
    years=st.sampled_from([("2019", "2025"), ("2025", "1995/96")]),
)
def test_rebasing_there_and_back_is_the_identity(library, amount, years):
    index = library.figures["hmt-deflator.index"]
    there, back = years
    with exact():
        assert pounds(rebased(rebased(amount, there, back, index), back, there, index)) == pounds(amount)


@quick
@given(
    parts=st.lists(st.tuples(quantities, st.integers(1, 6)), min_size=1, max_size=4),
    adjustments=adjusted,
    duration=durations,
    name=st.sampled_from(["exact", "lines"]),
)
def test_the_last_step_of_the_explanation_is_the_line(library, parts, adjustments, duration, name):
    tranches = tuple(Tranche(each, Period(f"Year {n}", number=n)) for each, n in parts)
    line = line_of(library, row(None, tranches=tranches, adjustments=adjustments, duration_years=duration), name)
    with exact():
        last = sum(each.quantity * each.unit_value.steps[-1].value for each in line.portions)
        assert pounds(last) == pounds(line.present)


def test_each_unit_value_is_worked_out_once_for_each_context(library, monkeypatch):
    worked_out = []
    original = __import__("sv_cli.valuation.unit_value", fromlist=["_derived"])
    derive = original._derived
    monkeypatch.setattr(original, "_derived", lambda *given: worked_out.append(given[0]) or derive(*given))
    promises = [row(n, row=n) for n in range(2, 52)] + [row(1, "test.parts", row=60), row(1, "test.parts", row=61)]
    valuation = valued(bid_of(*promises), library, "lines")
    assert [each.proxy for each in worked_out] == ["test.hour", "test.parts"]
    assert len({id(line.portions[0].unit_value) for line in valuation.lines}) == 2


def test_the_same_bid_gives_the_same_valuation_twice(library):
    bid = bid_of(row("3.333"), row("4", "test.parts", row=3))
    one, two = (valued(bid, library, "lines") for _ in range(2))
    assert msgspec.json.encode([one.lines[0].by_kind, one.totals]) == msgspec.json.encode(
        [two.lines[0].by_kind, two.totals]
    )

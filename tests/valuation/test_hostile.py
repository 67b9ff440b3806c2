"""Whatever stands in a bid's fields, valuing it ends in a valuation: lines, or findings that say why not."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import bid_of, discounting, figure, library_of, method, promise, proxy, share, valued

from sv_cli.model.bids import Cost, Period, Tranche
from tests.examples import examples

ALL = ["deadweight", "displacement", "attribution", "drop_off"]
WILD = ("0", "-0", "1", "2.5", "0.3", "-7", "101", "1E+14", "1E+30", "1E+400", "-1E-400", "NaN", "Infinity")
wild = st.sampled_from([Decimal(text) for text in WILD])
years = st.sampled_from([-(10**12), -1, 0, 1, 2, 100, 2025, 2026, 2027, 10**12])
periods = st.builds(Period, st.just("then"), number=st.none() | years, calendar=st.none() | years)
days = st.dates()


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    every = {"adjustments": ALL, "discounting": discounting("0.5", base_year="2020")}
    return library_of(
        tmp_path_factory.mktemp("hostile"),
        figures=[
            figure("test.rate", "12.34"),
            figure("test.minus", "-5"),
            figure("test.placed", series="place", values={"E12000007": "3"}),
            figure("test.yearly", series="year", values={"2026": "3", "2027": "4"}),
        ],
        proxies=[
            proxy("test.hour", {"fiscal": "test.rate", "economic": "test.minus"}, adjustments={"drop_off": share("1")}),
            proxy("test.placed-hour", "test.placed"),
            proxy("test.yearly-hour", "test.yearly"),
            proxy("test.by-nought", "test.rate / (test.rate - test.rate) * test.rate"),
        ],
        methods=[
            method("first", **every),
            method("other", **every | {"undated": "spread", "rounding": "total", "part_years": "rounded-up"}),
            method("bare"),
        ],
    )


rows = st.fixed_dictionaries(
    {
        "reference": st.sampled_from(
            ["test.hour", "test.placed-hour", "test.yearly-hour", "test.by-nought", None, "?"]
        ),
        "quantity": st.none() | wild,
        "unit": st.sampled_from(["hour", "day", "tonne", None, "no-such-unit"]),
        "tranches": st.lists(st.builds(Tranche, wild, st.none() | periods), max_size=2).map(tuple),
        "adjustments": st.dictionaries(st.sampled_from(ALL), wild, max_size=2),
        "duration_years": st.none() | wild,
        "start": st.none() | days,
        "end": st.none() | days,
        "place": st.sampled_from([None, "London", "Atlantis"]),
        "cost": st.none() | wild,
    }
)
contracts = st.fixed_dictionaries(
    {
        "value": st.none() | wild,
        "start": st.none() | days,
        "years": st.none() | wild,
        "place": st.sampled_from([None, "London", "Atlantis"]),
        "costs": st.lists(st.builds(Cost, wild, st.none() | periods), max_size=2).map(tuple),
    }
)


@examples(150)
@given(
    rows=st.lists(rows, min_size=1, max_size=3), contract=contracts, name=st.sampled_from(["first", "other", "bare"])
)
def test_no_bid_brings_the_kernel_down(library, rows, contract, name):
    promises = [promise(row=number, **each) for number, each in enumerate(rows, 2)]
    valuation = valued(bid_of(*promises, **contract), library, name)
    assert len(valuation.lines) == len(rows)
    assert all(line.present.is_finite() for line in valuation.lines if line.valued)
    assert valuation.totals.present.is_finite()


def test_a_start_on_the_last_day_that_there_is(library):
    row = promise("test.hour", 1, unit="hour", start=date.max, end=date.max)
    valuation = valued(bid_of(row, start=date.max), library, "bare")
    assert valuation.totals.valued == 1


def test_facts_that_cannot_be_reckoned_with_are_left_out_and_told(library):
    row = promise("test.hour", 1, unit="hour", cost=Decimal(-5))
    contract = {"value": Decimal("NaN"), "years": Decimal(900), "costs": (Cost(Decimal("Infinity")),)}
    valuation = valued(bid_of(row, **contract), library, "bare")
    left_out = "which is negative, zero or nearly zero, far too large or not a number; it was left out"
    assert [f"{each.place} {each.code} {each.name}: {each.message}" for each in valuation.findings] == [
        f"bid.xlsx SV426 fact-unusable: the contract's value is NaN, {left_out}",
        f"bid.xlsx SV426 fact-unusable: the contract's length in years is 900, {left_out}",
        f"bid.xlsx SV426 fact-unusable: the contract's investment is Infinity, {left_out}",
        f"bid.xlsx:Promises!2 SV426 fact-unusable: the cost is -5, {left_out}",
    ]
    assert (valuation.totals.valued, valuation.totals.percent_of_contract, valuation.totals.returns) == (1, None, None)


@pytest.mark.parametrize(("name", "fact"), [("value", "value"), ("years", "length in years")])
def test_a_fact_that_is_next_to_nothing_is_no_fact_to_divide_by(library, name, fact):
    valuation = valued(bid_of(promise("test.hour", 1, unit="hour"), **{name: Decimal("1E-400")}), library, "bare")
    assert f"the contract's {fact} is 1e-400, which is" in valuation.findings[0].message
    assert (valuation.totals.valued, valuation.totals.percent_of_contract) == (1, None)
    assert getattr(valuation.bid.contract, name) is None

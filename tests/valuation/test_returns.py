"""What the value is against what was put in: ratios, net present value, payback."""

from datetime import date
from decimal import Decimal

import pytest
from support import bid_of, discounting, figure, library_of, method, promise, proxy, told, valued

from sv_cli.model.bids import Cost, Period, Tranche
from sv_cli.model.methods import OptimismBias
from sv_cli.valuation.money import exact

BIAS = {"upper_bound": "0.51", "causes": [{"contribution": "0.92", "mitigated": "1"}], "why": "an example"}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return library_of(
        tmp_path_factory.mktemp("returns"),
        figures=[figure("test.pound"), figure("test.fiscal", "0.25"), figure("test.wellbeing", "0.75")],
        proxies=[
            proxy("test.pound-hour", "test.pound"),
            proxy("test.kinds", {"fiscal": "test.fiscal", "wellbeing": "test.wellbeing"}),
        ],
        methods=[
            method("plain"),
            method("discounted", discounting=discounting("1", "0.1"), costs={"first_year": "0"}),
            method("undiscounted-costs", discounting=discounting("1", "0.1"), costs={"discounted": "no"}),
            method("steep", discounting=discounting("1", "0.2"), costs={"discounted": "no"}),
            method("biased", costs={"optimism_bias": BIAS}),
        ],
    )


def yearly(*amounts):
    parts = (Tranche(Decimal(amount), Period(f"Year {n}", number=n)) for n, amount in enumerate(amounts, 1))
    return promise("test.pound-hour", None, unit="hour", tranches=tuple(parts))


def returns(library, name, *promises, costs=(), **contract):
    return valued(bid_of(*promises, costs=costs, **contract), library, name).totals.returns


def test_without_costs_there_are_no_returns(library):
    assert returns(library, "plain", yearly(100)) is None


@pytest.mark.parametrize("amount", ["0", "0.004", "1e-30"])
def test_no_ratio_rests_on_costs_of_less_than_a_penny(library, amount):
    assert returns(library, "plain", yearly(100), costs=(Cost(Decimal(amount)),)) is None


def test_ratios_of_all_value_kinds_and_of_the_fiscal_kind_alone(library):
    found = returns(library, "plain", promise("test.kinds", 400, unit="hour"), costs=(Cost(Decimal(160)),))
    assert (found.inputs, found.present_inputs, found.net_present_value) == (160, 160, 240)
    assert (found.sroi_ratio, found.net_sroi_ratio, found.fiscal_ratio) == (
        Decimal("2.5"),
        Decimal("1.5"),
        Decimal("0.625"),
    )


def test_costs_may_be_discounted_from_another_year_than_benefits(library):
    costs = (Cost(Decimal(100)), Cost(Decimal(110), Period("Year 2", number=2)))
    assert returns(library, "discounted", yearly(100), costs=costs).present_inputs == 200


def test_costs_may_be_left_undiscounted(library):
    costs = (Cost(Decimal(100)), Cost(Decimal(110), Period("Year 2", number=2)))
    assert returns(library, "undiscounted-costs", yearly(100), costs=costs).present_inputs == 210


def test_a_calendar_year_places_a_cost(library):
    costs = (Cost(Decimal(110), Period("2027", calendar=2027)),)
    assert returns(library, "discounted", yearly(1), costs=costs, start=date(2026, 4, 1)).present_inputs == 100


def test_costs_are_raised_by_the_optimism_bias_that_is_left(library):
    found = returns(library, "biased", yearly(1), costs=(Cost(Decimal(100)),))
    assert (found.inputs, found.present_inputs) == (100, Decimal("104.08"))


def test_optimism_bias_that_several_causes_make_up():
    causes = (("0.05", "1"), ("0.02", "1"), ("0.22", "0.4"), ("0.05", "1"), ("0.03", "1"))
    bias = OptimismBias(Decimal("0.39"), tuple((Decimal(share), Decimal(managed)) for share, managed in causes))
    assert bias.left == Decimal("0.29718")


def test_payback_falls_within_a_year(library):
    found = returns(library, "undiscounted-costs", yearly(300, 400, 500, 200), costs=(Cost(Decimal(1000)),))
    with exact():
        assert found.payback_years == Decimal("2.6")
        assert round(found.discounted_payback_years, 3) == Decimal("3.154")


def test_what_never_pays_back_says_so(library):
    found = returns(library, "steep", yearly(340, 340, 340), costs=(Cost(Decimal(1000)),))
    assert round(found.payback_years, 4) == Decimal("2.9412")
    assert found.discounted_payback_years is None


def test_the_costs_of_commitments_fall_as_their_quantities_do(library):
    tranches = (Tranche(Decimal(1), Period("Year 1", number=1)), Tranche(Decimal(1), Period("Year 2", number=2)))
    costed = promise("test.pound-hour", None, unit="hour", tranches=tranches, cost=Decimal(220))
    found = returns(library, "discounted", costed)
    assert (found.inputs, found.present_inputs) == (220, 210)


def test_the_contracts_costs_stand_in_place_of_the_commitments(library):
    costed = promise("test.pound-hour", 10, unit="hour", cost=Decimal(220))
    assert returns(library, "plain", costed, costs=(Cost(Decimal(5)),)).inputs == 5


def test_costs_of_some_commitments_only_are_remarked(library):
    promises = (
        promise("test.pound-hour", 10, unit="hour", cost=Decimal(2)),
        promise("test.pound-hour", 10, row=3, unit="hour"),
    )
    assert told(valued(bid_of(*promises), library, "plain")) == [
        (
            "bid.xlsx SV425 costs-incomplete: 1 of 2 valued commitments state a cost; the ratios rest on those costs "
            "only\n"
            "help: give a cost for every commitment, or the whole investment with --investment"
        )
    ]


def test_a_cost_that_cannot_be_placed_leaves_the_returns_out(library):
    costs = (Cost(Decimal(110), Period("2027", calendar=2027)),)
    valuation = valued(bid_of(yearly(1), costs=costs), library, "plain")
    assert valuation.totals.returns is None
    assert told(valuation) == [
        (
            "bid.xlsx SV408 year-unplaced: 2027 cannot be placed, because the contract's start is not stated\n"
            "help: give the contract's start in the bid, or with --start"
        )
    ]

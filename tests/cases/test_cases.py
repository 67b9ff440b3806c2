"""Published worked examples: the engine gives what the source prints, or the slip in the source is shown."""

from decimal import Decimal

import pytest
from cases.closed_forms import annuity
from cases.engine import bid_of, by_years, convention, row, valued, with_costs
from cases.impact_maps import _ctbc
from cases.results import COMPUTED, PAGE, page, results_of, sources
from msgspec.structs import replace

CASES = {case["id"]: case for case in sources()}
RESULTS = {name: results_of(case) for name, case in CASES.items()}
FIGURES = [pytest.param(each, id=f"{each.case}: {each.name}") for results in RESULTS.values() for each in results]


@pytest.mark.parametrize("result", [each for each in FIGURES if each.values[0].slip is None])
def test_the_published_figure_is_reproduced(result):
    assert result.agrees, f"published {result.published}, ours {result.ours}, tolerance {result.tolerance}"


@pytest.mark.parametrize("result", [each for each in FIGURES if each.values[0].slip is not None])
def test_a_slip_in_the_source_is_not_reproduced(result):
    assert not result.agrees


@pytest.mark.parametrize(
    ("case", "name", "by"),
    [
        ("SROI-LWTC-ROWS", "impact of row h", "-6.00"),
        ("SROI-LWTC-ROWS", "proxy f, mean of 3,990 and 11,445", "5.00"),
        ("SROI-LWTC-PROJECTION", "NPV", "-0.18"),
        ("SROI-CTBC-ARTS", "row20 impact", "-2548.31"),
        ("SROI-CTBC-ARTS", "row05 year-2 value", "-28630.17"),
        ("SROI-CTBC-ARTS", "row14 year-2 value", "-818.92"),
        ("NIGEAE-ANNUITY", "annuity factor 20y", "-0.0215"),
        ("NIGEAE-ANNUITY", "PV", "-215"),
        ("NIGEAE-DEFERRED-ANNUITY", "annuity factor 15y", "-0.0107"),
        ("CBA-TOOLKIT-NPV", "NPV printed", "-52596"),
    ],
)
def test_by_how_much_the_source_is_wrong(case, name, by):
    (result,) = (each for each in RESULTS[case] if each.name == name)
    assert round(result.ours - result.published, result.places) == Decimal(by)


def test_every_published_case_is_worked_out():
    assert COMPUTED.keys() == CASES.keys()


def test_the_page_of_results_is_the_one_that_the_engine_gives_today():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: PYTHONPATH=tests python -m cases.results"


def test_a_rate_is_not_rounded_before_it_is_used():
    rounded = replace(convention("year-1", "0.0105"))
    used = _ctbc()
    again = valued(used.bid, rounded)
    assert (str(used.totals.present), str(again.totals.present)) == ("1931388.28", "1931305.68")


def test_discounting_the_first_year_or_not_differs_by_exactly_one_year():
    bid = bid_of(by_years([100, 200, 300]))
    one, other = (valued(bid, convention(name, "0.25")).totals.present for name in ("year-0", "year-1"))
    assert one == other * Decimal("1.25")


def test_an_annuity_nears_its_perpetuity():
    forever = 1 / Decimal("0.25")
    assert 0 < forever - annuity(100, "0.25") < Decimal("1e-9")


def test_a_thin_project_pays_back_and_with_discounting_never_does():
    bid = with_costs(bid_of(by_years([340, 340, 340])), 1000)
    returns = valued(bid, convention("year-1", "0.2")).totals.returns
    assert (returns.payback_years is None, returns.discounted_payback_years is None) == (False, True)


@pytest.mark.parametrize(("name", "present"), [("year-0", "1280.01"), ("year-1", "1236.73")])
def test_percentages_are_multiplied_and_not_added(name, present):
    shares = {"deadweight": "0.25", "attribution": "0.2", "displacement": "0.1", "drop_off": "0.2"}
    adjustments = {key: Decimal(share) for key, share in shares.items()}
    lasting = row("case.pound-a-year", 1000, adjustments=adjustments, duration_years=Decimal(3))
    assert str(valued(bid_of(lasting), convention(name)).totals.present) == present

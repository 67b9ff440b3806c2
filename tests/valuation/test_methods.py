"""The methods that ship, on one small bid; and methods that people lay over the library."""

from decimal import Decimal
from pathlib import Path

import pytest
from support import bid_of, discounting, figure, library_of, method, promise, proxy, share, valued, write_library

from sv_cli.library.load import load_library
from sv_cli.library.shapes import MethodEntry
from sv_cli.model.bids import Cost

DEDUCTED = {
    "deadweight": share("0.2"),
    "displacement": share("0.1"),
    "attribution": share("0.25"),
    "drop_off": share("0.5"),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return library_of(
        tmp_path_factory.mktemp("methods"),
        figures=[
            figure("test.rate", "100"),
            figure("test.yearly", "100", unit="GBP/hour/year"),
            figure("test.post", "1", unit="GBP/fte-year"),
        ],
        proxies=[
            proxy("test.hour", "test.yearly", adjustments=DEDUCTED, duration_years="2", value_kind="fiscal"),
            proxy("test.health", "test.rate", discounting="health", starts_after_years="10"),
            proxy("test.late", "test.rate", starts_after_years="10"),
            proxy("test.post-year", "test.post", unit="fte-year"),
        ],
    )


# By hand: £100 × 0.8 × 0.9 × 0.75 = £54 in the first year, £27 in the second
@pytest.mark.parametrize(
    ("name", "gross", "net", "present"),
    [
        ("gross", "100.00", "100.00", "100.00"),
        ("sroi-guide", "100.00", "54.00", "77.38"),  # 54 / 1.035 + 27 / 1.035²
        ("green-book", "100.00", "54.00", "80.09"),  # 54 + 27 / 1.035
        ("green-book-long-term", "100.00", "54.00", "80.21"),  # 54 + 27 / 1.03
        ("gmca-cba", "100.00", "54.00", "80.09"),
        ("wellbeing-bank", "100.00", "80.00", "140.00"),  # 80 + 60
    ],
)
def test_one_commitment_under_every_method_that_ships(library, name, gross, net, present):
    totals = valued(bid_of(promise("test.hour", 1, unit="hour")), library, name).totals
    assert (str(totals.gross), str(totals.net), str(totals.present)) == (gross, net, present)


def test_every_method_that_ships_is_tried_here(library):
    tried = {"gross", "sroi-guide", "green-book", "green-book-long-term", "gmca-cba", "wellbeing-bank"}
    assert set(library.methods) == tried


def test_health_effects_have_their_own_rates_in_the_green_book(library):
    one, other = (
        valued(bid_of(promise(name, 100, unit="hour")), library, "green-book").totals.present
        for name in ("test.health", "test.late")
    )
    assert (str(one), str(other)) == ("8616.67", "7089.19")  # 10,000 / 1.015^10 and / 1.035^10


def test_torbays_example_of_counting_posts(library):
    staff = (promise("test.post-year", 10, unit="fte"), promise("test.post-year", 5, row=3, unit="half-time-post"))
    valuation = valued(bid_of(*staff, years=Decimal(2)), library, "gross")
    assert [line.quantity for line in valuation.lines] == [20, 5]
    assert valuation.totals.present == 25


def test_sroi_ratio_and_net_ratio_rest_on_inputs_that_are_not_discounted(library):
    bid = bid_of(promise("test.hour", 1, unit="hour"), costs=(Cost(Decimal(20)),))
    returns = valued(bid, library, "sroi-guide").totals.returns
    assert (round(returns.sroi_ratio, 4), round(returns.net_sroi_ratio, 4)) == (Decimal("3.869"), Decimal("2.869"))


def test_rounding_by_line_and_by_total_differ_by_what_the_lines_lost(tmp_path):
    library = library_of(
        tmp_path,
        figures=[figure("test.third", "0.005")],
        proxies=[proxy("test.small", "test.third")],
        methods=[method("lines"), method("total", rounding="total")],
    )
    bid = bid_of(*(promise("test.small", 1, row=row, unit="hour") for row in (2, 3, 4)))
    assert valued(bid, library, "lines").totals.present == Decimal("0.03")
    assert valued(bid, library, "total").totals.present == Decimal("0.02")


def test_older_guidance_rounds_each_line_to_the_pound(tmp_path):
    library = library_of(
        tmp_path,
        figures=[figure("test.rate", "0.6"), figure("test.other", "0.7")],
        proxies=[proxy("test.kinds", {"fiscal": "test.rate", "economic": "test.other"})],
        methods=[method("pounds", round_to="pound"), method("pence")],
    )
    bid = bid_of(*(promise("test.kinds", 1, row=row, unit="hour") for row in (2, 3)))
    pounds = valued(bid, library, "pounds")
    assert (str(pounds.totals.present), str(valued(bid, library, "pence").totals.present)) == ("2.00", "2.60")
    assert pounds.by_kind == {"economic": 2, "fiscal": 0}


def test_a_bids_own_adjustment_is_shown_beside_the_librarys(library):
    own = promise("test.hour", 1, unit="hour", adjustments={"deadweight": Decimal("0.3")})
    steps = valued(bid_of(own), library, "green-book").lines[0].portions[0].unit_value.steps
    (step,) = (each for each in steps if each.name == "deadweight")
    assert (step.text, step.basis, step.why) == (
        "deadweight of 30 % deducted: × 0.7 (the library's default is 20 %)",
        "bid",
        "stated in the bid; the library's 20 % (judgement): an example",
    )


def test_optimism_bias_by_level_of_confidence_is_a_table_that_the_method_takes(tmp_path):
    high, low = ({"level": level, "why": "an example"} for level in ("high", "low"))
    library = library_of(
        tmp_path,
        figures=[figure("test.rate", "100")],
        proxies=[proxy("test.sure", "test.rate", confidence=high), proxy("test.unsure", "test.rate", confidence=low)],
        methods=[method("graded", optimism_bias={"high": "0.05", "low": "0.4"})],
    )
    bid = bid_of(promise("test.sure", 1, unit="hour"), promise("test.unsure", 1, row=3, unit="hour"))
    valuation = valued(bid, library, "graded")
    assert [line.net for line in valuation.lines] == [95, 60]
    step = valuation.lines[1].portions[0].unit_value.steps[2]
    assert step.text == "optimism bias of 40 % deducted for low confidence: × 0.6"


def test_deadweight_by_outcome_is_a_table_that_the_method_takes(tmp_path):
    table = {"deadweight": {"example": share("0.15", "cited", "a licence holder's table")}}
    library = library_of(
        tmp_path,
        figures=[figure("test.rate", "100", unit="GBP/person/year")],
        proxies=[proxy("test.person", "test.rate", unit="person", duration_years="7")],
        methods=[method("bank", adjustments=["deadweight"], deadweight_growth="cumulative", tables=table)],
    )
    (line,) = valued(bid_of(promise("test.person", 1, unit="person")), library, "bank").lines
    assert (line.gross, line.net, line.present) == (100, 85, 285)
    own = promise("test.person", 1, unit="person", adjustments={"deadweight": Decimal(0)})
    assert valued(bid_of(own), library, "bank").totals.present == 700


def test_a_share_by_outcome_goes_before_one_by_theme(tmp_path):
    table = {"deadweight": {"examples": share("0.5"), "example": share("0.15")}}
    library = library_of(
        tmp_path,
        figures=[figure("test.rate", "100")],
        proxies=[proxy("test.hour", "test.rate")],
        methods=[method("bank", adjustments=["deadweight"], tables=table)],
    )
    assert valued(bid_of(promise("test.hour", 1, unit="hour")), library, "bank").totals.net == 85


def test_the_per_cent_of_the_contract_is_of_present_value(tmp_path):
    library = library_of(
        tmp_path,
        figures=[figure("test.rate", "100")],
        proxies=[proxy("test.hour", "test.rate", starts_after_years="1")],
        methods=[method("halves", discounting=discounting("0", "1"))],
    )
    totals = valued(bid_of(promise("test.hour", 1, unit="hour"), value=Decimal(200)), library, "halves").totals
    assert (totals.net, totals.present, totals.percent_of_contract) == (100, 50, 25)


def faults(tmp_path, *methods):
    loading = load_library([write_library(tmp_path, methods=methods)])
    return [f"{each.code} {each.message}" for each in loading.findings]


def test_a_method_that_names_what_is_not_there(tmp_path):
    table = {"deadweight": {"no-such-outcome": share("0.1")}}
    found = faults(tmp_path, method("wrong", price_index="no.index", yearly_counts={"fte": "fte-yer"}, tables=table))
    assert [each.partition(", which is not in the library")[0] for each in found] == [
        "SV506 'wrong' refers to the figure 'no.index'",
        "SV506 'wrong' refers to the unit 'fte-yer'",
        "SV506 'wrong' refers to the theme or outcome 'no-such-outcome'",
    ]


@pytest.mark.parametrize(
    ("steps", "problem"),
    [
        (
            [{"rate": "0.03", "to_year": "30"}],
            "the last step of the schedule 'standard', and only that, has no to_year",
        ),
        (
            [{"rate": "0.03"}, {"rate": "0.02"}],
            "the last step of the schedule 'standard', and only that, has no to_year",
        ),
        (
            [{"rate": "0.03", "to_year": "30"}, {"rate": "0.02", "to_year": "20"}, {"rate": "0.01"}],
            "the to_year of the schedule 'standard' must rise from step to step",
        ),
    ],
)
def test_a_schedule_that_cannot_be_followed(tmp_path, steps, problem):
    bad = method("wrong", discounting={"first_year": "0", "schedules": {"standard": steps}})
    assert faults(tmp_path, bad) == [f"SV504 wrong: {problem}"]


def test_discounting_needs_a_standard_schedule(tmp_path):
    bad = method("wrong", discounting={"first_year": "0", "schedules": {"health": [{"rate": "0.015"}]}})
    assert faults(tmp_path, bad) == ["SV504 wrong: its discounting has no schedule called 'standard'"]


def test_a_copy_of_a_method_with_one_option_changed_is_the_way_to_a_method_of_ones_own(tmp_path):
    library = library_of(
        tmp_path,
        figures=[figure("test.rate", "100")],
        proxies=[proxy("test.hour", "test.rate")],
        methods=[method("mid-year", discounting=discounting("0.5", "0.21"))],
    )
    valuation = valued(bid_of(promise("test.hour", 11, unit="hour")), library, "mid-year")
    assert valuation.totals.present == 1000


PAGE = Path(__file__).parents[2] / "proxies" / "methods" / "README.md"


def test_the_method_that_the_page_on_methods_shows_can_be_used_as_it_stands(tmp_path):
    shown = PAGE.read_text(encoding="utf-8").partition("```yaml\n")[2].partition("```")[0]
    (tmp_path / "mine.yaml").write_text(shown, encoding="utf-8")
    parts = {"figures": [figure("test.rate", "100")], "proxies": [proxy("test.hour", "test.rate")]}
    library = library_of(tmp_path, tmp_path / "mine.yaml", **parts)
    valuation = valued(bid_of(promise("test.hour", 2, unit="hour"), years=Decimal(2)), library, "mid-year")
    assert valuation.totals.present == Decimal("193.27")  # 100 / 1.035^0.5 + 100 / 1.035^1.5


def test_the_page_on_methods_names_every_option_and_every_method(library):
    page = PAGE.read_text(encoding="utf-8")
    describing = {"id", "title", "edition", "summary", "timing", "sources"}
    assert [name for name in set(MethodEntry.__struct_fields__) - describing if f"| `{name}` |" not in page] == []
    assert [name for name in library.methods if f"| `{name}` |" not in page] == []

"""Where a quantity falls, how long an effect lasts and how it decays."""

from datetime import date
from decimal import Decimal

import pytest
from support import bid_of, discounting, figure, library_of, method, promise, proxy, share, valued

from sv_cli.model.bids import Period, Tranche

START = date(2026, 10, 1)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    by_year = {"values": {"2026": "1", "2027": "2", "2028": "4"}, "series": "year"}
    return library_of(
        tmp_path_factory.mktemp("timing"),
        figures=[
            figure("test.rate", "100"),
            figure("test.post", "100", unit="GBP/fte-year"),
            figure("test.by-year", unit="GBP/hour/year", **by_year),
        ],
        proxies=[
            proxy("test.hour", "test.rate", adjustments={"drop_off": share("0.5"), "deadweight": share("0.15")}),
            proxy("test.early-drop", "test.rate", adjustments={"drop_off": share("0.5")}, drop_off_from="first year"),
            proxy("test.late", "test.rate", starts_after_years="2"),
            proxy("test.yearly", "test.by-year", duration_years="3"),
            proxy("test.post-year", "test.post", unit="fte-year"),
        ],
        methods=[
            method("first-year"),
            method("spread", undated="spread"),
            method("drops", adjustments=["drop_off"]),
            method("drops-early", adjustments=["drop_off"], drop_off_from="first year"),
            method("rounds-up", part_years="rounded-up"),
            method("only-first", effect_years="first"),
            method("year-after", effect_starts="year after", discounting=discounting("0", "1")),
            method("halves", discounting=discounting("1", "1")),
            method("growing", adjustments=["deadweight"], deadweight_growth="cumulative"),
            method("counted", yearly_counts={"fte": "fte-year"}),
        ],
    )


def by_year(library, name, reference="test.hour", quantity=1, contract=None, **fields):
    contract = {"years": Decimal(3)} if contract is None else contract
    promised = promise(reference, quantity, **({"unit": "hour"} | fields))
    (line,) = valued(bid_of(promised, **contract), library, name).lines
    return {year: str(amount) for year, amount in line.by_year.items()}


def test_an_undated_quantity_falls_in_the_first_year(library):
    assert by_year(library, "first-year") == {"1": "100.00"}


def test_or_is_spread_over_the_contract_and_still_adds_up(library):
    assert by_year(library, "spread") == {"1": "33.34", "2": "33.33", "3": "33.33"}


def test_a_contract_of_two_and_a_half_years_gets_two_and_a_half_parts(library):
    assert by_year(library, "spread", contract={"years": Decimal("2.5")}) == {"1": "40.00", "2": "40.00", "3": "20.00"}


def test_a_start_and_an_end_spread_it_over_their_years(library):
    dates = {"start": date(2027, 10, 1), "end": date(2029, 3, 31)}
    spread = by_year(library, "spread", contract={"start": START, "years": Decimal(5)}, **dates)
    assert spread == {"2027": "50.00", "2028": "50.00"}


def test_an_end_before_its_start_leaves_the_year_of_the_start(library):
    dates = {"start": date(2028, 10, 1), "end": date(2027, 3, 31)}
    assert by_year(library, "spread", contract={"start": START, "years": Decimal(5)}, **dates) == {"2028": "100.00"}


@pytest.mark.parametrize(
    ("day", "year"), [("2026-10-01", "2026"), ("2027-09-30", "2026"), ("2027-10-01", "2027"), ("2028-02-29", "2027")]
)
def test_a_date_falls_in_the_year_of_the_contract_that_it_lies_in(library, day, year):
    placed = by_year(library, "first-year", contract={"start": START}, start=date.fromisoformat(day))
    assert placed == {year: "100.00"}


@pytest.mark.parametrize(
    ("period", "year"),
    [
        (Period("Year 2", number=2), "2027"),
        (Period("2027", calendar=2027), "2027"),
        (Period("2026/27", calendar=2026, financial=True), "2026"),
        (Period("2028/29", calendar=2028, financial=True), "2028"),
    ],
)
def test_a_year_column_falls_in_the_year_that_it_names(library, period, year):
    tranches = (Tranche(Decimal(1), period),)
    placed = by_year(library, "first-year", quantity=None, tranches=tranches, contract={"start": START})
    assert placed == {year: "100.00"}


@pytest.mark.parametrize(("start", "first"), [(date(2026, 3, 31), 2025), (date(2026, 4, 1), 2026)])
def test_a_financial_year_begins_in_april(library, start, first):
    tranches = (Tranche(Decimal(1), Period(f"{first}/{first - 1999}", calendar=first, financial=True)),)
    placed = by_year(library, "first-year", quantity=None, tranches=tranches, contract={"start": start})
    assert placed == {"2026": "100.00"}


def test_years_are_told_in_order_beyond_the_ninth(library):
    tranches = tuple(Tranche(Decimal(1), Period(f"Year {n}", number=n)) for n in (10, 2, 1))
    valuation = valued(bid_of(promise("test.hour", None, unit="hour", tranches=tranches)), library, "first-year")
    assert list(valuation.by_year) == ["1", "2", "10"]


def test_drop_off_from_the_second_year(library):
    assert by_year(library, "drops", duration_years=Decimal(3)) == {"1": "100.00", "2": "50.00", "3": "25.00"}


def test_drop_off_from_the_first_year(library):
    assert by_year(library, "drops-early", duration_years=Decimal(2)) == {"1": "50.00", "2": "25.00"}


def test_a_proxy_may_drop_off_from_the_first_year_where_the_method_does_not(library):
    assert by_year(library, "drops", "test.early-drop", duration_years=Decimal(2)) == {"1": "50.00", "2": "25.00"}


def test_a_line_may_drop_off_from_another_year_than_its_proxy(library):
    lasting = {"duration_years": Decimal(2)}
    assert by_year(library, "drops", drop_off_from=1, **lasting) == {"1": "50.00", "2": "25.00"}
    assert by_year(library, "drops", "test.early-drop", drop_off_from=2, **lasting) == {"1": "100.00", "2": "50.00"}


def test_a_line_may_start_in_the_period_after_the_activity(library):
    assert by_year(library, "halves") == {"1": "50.00"}
    assert by_year(library, "halves", starts_after_years=1) == {"2": "25.00"}
    assert by_year(library, "halves", "test.late", starts_after_years=0) == {"1": "50.00"}


def test_a_part_of_a_year_counts_as_that_part(library):
    assert by_year(library, "first-year", duration_years=Decimal("2.1")) == {"1": "100.00", "2": "100.00", "3": "10.00"}


def test_or_is_rounded_up(library):
    assert by_year(library, "rounds-up", duration_years=Decimal("1.75")) == {"1": "100.00", "2": "100.00"}
    assert by_year(library, "rounds-up", duration_years=Decimal("0.5")) == {"1": "100.00"}


def test_a_method_may_count_the_first_year_alone(library):
    assert by_year(library, "only-first", duration_years=Decimal(5)) == {"1": "100.00"}


def test_an_effect_that_starts_in_the_year_after_is_discounted_by_one_more(library):
    assert by_year(library, "year-after") == {"2": "50.00"}


def test_a_proxys_effect_may_start_years_later(library):
    assert by_year(library, "halves", "test.late") == {"3": "12.50"}


def test_deadweight_may_be_added_again_each_year(library):
    grown = by_year(library, "growing", duration_years=Decimal(8))
    assert list(grown.values()) == ["85.00", "70.00", "55.00", "40.00", "25.00", "10.00", "0.00", "0.00"]
    assert sum(map(Decimal, grown.values())) == 285


def test_a_figure_with_a_value_for_every_year_is_looked_up_for_every_year_of_the_effect(library):
    assert by_year(library, "first-year", "test.yearly", contract={"start": START}) == {
        "2026": "1.00",
        "2027": "2.00",
        "2028": "4.00",
    }


def test_a_post_counts_once_for_every_year_of_the_contract(library):
    posts = {"unit": "fte", "contract": {"years": Decimal("2.5")}}
    assert by_year(library, "counted", "test.post-year", 4, **posts) == {"1": "400.00", "2": "400.00", "3": "200.00"}


def test_posts_of_a_year_column_count_for_that_year(library):
    tranches = (Tranche(Decimal(4), Period("Year 2", number=2)),)
    posts = {"unit": "fte", "tranches": tranches, "quantity": None}
    assert by_year(library, "counted", "test.post-year", **posts) == {"2": "400.00"}

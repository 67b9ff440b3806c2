"""What can keep a commitment from being valued, and what is remarked of one that is: each finding in full."""

from datetime import date
from decimal import Decimal

import pytest
from support import bid_of, discounting, figure, library_of, method, promise, proxy, share, told, valued

from sv_cli.model.bids import Period, Tranche

INDEX = {"unit": "index", "series": "year", "values": {"2024": "96", "2025": "100"}, "id": "test.index"}
ALL = ["deadweight", "displacement", "attribution", "drop_off"]


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return library_of(
        tmp_path_factory.mktemp("findings"),
        figures=[
            figure("test.rate", "10"),
            figure("test.carbon", "10", unit="GBP/tCO2e"),
            figure("test.old", "10", price_year="1985"),
            figure("test.nothing", "0"),
            figure("test.huge", "999999999999999"),
            figure("test.by-year", series="year", values={"2026": "1", "2027": "2"}),
            figure("test.by-place", series="place", values={"E12000007": "3", "E12000001": "2"}),
            INDEX | {"title": "index", "locator": "Table 2"},
        ],
        proxies=[
            proxy("test.hour", "test.rate", adjustments={"deadweight": share("0.2"), "displacement": share("0")}),
            proxy("test.other-hour", "test.rate", excludes=["test.hour"], overlaps=["paid-work"]),
            proxy("test.third-hour", "test.rate", overlaps=["paid-work"], maps_to={"toms": ["TT1", "TT2", "TT8"]}),
            proxy("test.fourth-hour", "test.rate", maps_to={"toms": ["TT1"]}),
            proxy("test.old-hour", "test.old"),
            proxy("test.zero", "test.rate / (test.nothing - test.nothing) * test.rate"),
            proxy("test.huge-hour", "test.huge * 2"),
            proxy("test.yearly", "test.by-year"),
            proxy("test.placed", "test.by-place"),
            proxy("test.high", "test.rate", confidence={"level": "high", "why": "an example"}),
            proxy("test.tonne-of-co2", "test.carbon", unit="tCO2e"),
            proxy("test.post-year", "test.rate * 1924", unit="fte-year"),
        ],
        unvalued_codes=[
            {
                "code": "TT7",
                "scheme": "toms",
                "counts": "hours at work",
                "why": "they are paid for",
                "instead": ["test.hour"],
            },
            {"code": "TT8", "scheme": "toms", "counts": "hours at work", "why": "they are paid for"},
        ],
        methods=[
            method("plain", adjustments=ALL),
            method("indexed", price_index="test.index"),
            method("own-ignored", adjustments=["deadweight"], own_adjustments="ignored"),
            method("graded", optimism_bias={"high": "0.1"}),
            method("counted", yearly_counts={"fte": "fte-year"}),
            method("based", discounting=discounting(base_year="2020")),
        ],
    )


def one(library, *promises, method_name="plain", **contract):
    return told(valued(bid_of(*promises, **contract), library, method_name))


def only(library, *promises, **more):
    (finding,) = one(library, *promises, **more)
    return finding


@pytest.mark.parametrize("typed", ["TT2/TT7", "TT2, test.hour", "tt 2 & TT7", "TT2 and TT7"])
def test_several_measures_in_one_cell_are_told_to_be_several(library, typed):
    finding = only(library, promise(typed, 1, unit="hour"))
    assert f"{typed!r} is not a proxy in the library; it names 2 measures, and each needs its own line" in finding


def test_the_nearest_are_sought_for_as_many_references_as_are_listed(library):
    names = [f"test.huor {'x' * (n % 7)}{n // 7}y" for n in range(1_010)]
    for _ in range(2):  # in the next bid they are sought again
        found = one(library, *(promise(name, 1, row, unit="hour") for row, name in enumerate(names, 2)))
        assert ["nearest" in finding for finding in found] == [True] * 1_000 + [False] * 10


def test_a_code_that_several_proxies_answer_to(library):
    assert only(library, promise("tt1", 1, unit="hour")) == (
        "bid.xlsx:Promises!A2 SV303 shared-code: the code 'tt1' stands for several proxies: "
        "test.fourth-hour, test.third-hour\n"
        "help: put the id of the right one in the reference column"
    )


def test_a_code_that_one_proxy_answers_to_is_resolved_and_noted(library):
    assert only(library, promise("TT2", 1, unit="hour")) == (
        "bid.xlsx:Promises!A2 SV304 code-resolved: the code 'TT2' was read as 'test.third-hour'\n"
        "help: no action needed if that is right; otherwise use the proxy's own id"
    )


@pytest.mark.parametrize("typed", ["tt2", "TT 2", "TT-2", "TT.2", "TT2.", "TT\u20132", "'TT2"])
def test_a_code_is_known_however_it_is_set(library, typed):
    finding = only(library, promise(typed, 1, unit="hour"))
    assert finding.startswith(f"bid.xlsx:Promises!A2 SV304 code-resolved: the code {typed!r} was read as")


@pytest.mark.parametrize("typed", ["TT-2-1", "TT--", "TT2*", "TT2/TT3", "2-TT"])
def test_what_may_be_another_code_is_not_taken_for_one(library, typed):
    finding = only(library, promise(typed, 1, unit="hour"))
    assert "SV302 unknown-reference" in finding


@pytest.mark.parametrize("typed", ["TT7", "tt-7", "TT7 RE7"])
def test_a_code_without_a_value_is_told_with_the_reason(library, typed):
    assert only(library, promise(typed, 1, unit="hour")) == (
        f"bid.xlsx:Promises!A2 SV309 code-not-valued: the code {typed!r} counts hours at work, which no proxy in the "
        f"library values: they are paid for\n"
        "help: report the commitment alongside the value, not in it; for benefits beyond that, use one of "
        "test.hour; your own library, added with --library, can value the code"
    )


def test_a_code_without_a_value_has_one_where_a_proxy_maps_to_it(library):
    finding = only(library, promise("TT8", 1, unit="hour"))
    assert "SV304 code-resolved: the code 'TT8' was read as 'test.third-hour'" in finding


def test_no_unit_is_noted_at_the_quantity(library):
    assert only(library, promise("test.hour", 1)) == (
        "bid.xlsx:Promises!B2 SV306 unit-taken: no unit is stated; the quantity was read as hours, the "
        "proxy's own unit\n"
        "help: add a unit column to show what the quantity counts"
    )


@pytest.mark.parametrize(
    ("description", "quantity", "things"),
    [
        ("We will give 20 laptops", 20, "laptops"),
        ("5 desks and 1,200 school chairs", 1200, "school chairs"),
        ("In year 2, 20 desks", 20, "desks"),
    ],
)
def test_things_that_are_given_are_no_pounds(library, description, quantity, things):
    finding = only(library, promise("local.goods-given", quantity, description=description))
    assert f"SV307 unit-mismatch: '{things}' cannot be converted into pounds" in finding


@pytest.mark.parametrize(
    ("description", "told_of"),
    [
        ("Goods worth 20 pounds", "SV306 unit-taken"),
        ("\u00a320 laptops", "SV306 unit-taken"),
        ("25 laptops", "SV310 pounds-taken"),
    ],
)
def test_a_description_that_counts_no_such_things_leaves_the_quantity_in_pounds(library, description, told_of):
    finding = only(library, promise("local.goods-given", 20, description=description))
    assert f"{told_of}: no unit is stated; the quantity was read as " in finding


def test_a_conversion_is_noted_with_what_it_rests_on(library):
    assert only(library, promise("test.hour", 3, unit="day")) == (
        "bid.xlsx:Promises!B2 SV308 unit-converted: 3 days was read as 22.5 hours (A working day is taken "
        "as 7.5 hours, "
        "the usual day of a 37.5-hour contract without the lunch break.)\n"
        "help: no action needed if the conversion is right; otherwise give the quantity in hours"
    )


@pytest.mark.parametrize(
    ("description", "read"),
    [
        ("Savings in CO2 emissions", True),
        ("Scope 1 CO2 emissions avoided", True),
        ("CO\u2082e saved by greenhouse gas audits", True),
        ("Carbon", False),
        ("Recycling waste to save CO2", False),
    ],
)
def test_tonnes_are_of_co2_where_the_description_says_so_and_speaks_of_nothing_else_that_weighs(
    library, description, read
):
    findings = one(library, promise("test.tonne-of-co2", 4000, unit="kg", description=description))
    assert any("4000 kilograms was read as 4 tonnes of CO2e (the desc" in each for each in findings) is read


def test_prices_of_a_year_that_the_index_has_not(library):
    assert only(library, promise("test.old-hour", 1, unit="hour"), method_name="indexed") == (
        "bid.xlsx:Promises!A2 SV401 no-index-year: 'test.old' is in 1985 prices, but the price index 'test.index' has "
        "no value for 1985\n"
        "help: choose a --price-year that the index covers (2024 to 2025), or add a newer index with --library"
    )


def test_a_year_that_the_figure_has_not(library):
    assert only(library, promise("test.yearly", 1, unit="hour"), start=date(2030, 1, 1)) == (
        "bid.xlsx:Promises!A2 SV402 no-year-value: 'test.by-year' has no value for 2030 (it has 2026 to 2027)\n"
        "help: move the commitment to one of those years, or add a newer edition of the figure with --library"
    )


def test_a_figure_by_year_needs_the_start(library):
    assert only(library, promise("test.yearly", 1, unit="hour")) == (
        "bid.xlsx:Promises!A2 SV403 year-needed: 'test.by-year' has a value for each year, but the contract's start "
        "is not stated\n"
        "help: give the contract's start in the bid, or with --start"
    )


def test_a_place_that_the_figure_has_not_is_never_served_by_a_wider_one(library):
    assert only(library, promise("test.placed", 1, unit="hour", place="England")) == (
        "bid.xlsx:Promises!D2 SV404 no-place-value: 'test.by-place' has no value for 'England'\n"
        "help: give a place that it covers (London, North East), in the bid or with --place"
    )


def test_a_figure_by_place_without_one_for_the_whole_country_needs_a_place(library):
    assert only(library, promise("test.placed", 1, unit="hour")) == (
        "bid.xlsx:Promises!2 SV423 place-needed: 'test.by-place' differs from place to place, but neither the "
        "commitment nor the contract names one\n"
        "help: give a place that it covers (London, North East), in the bid or with --place"
    )


def test_a_place_that_is_not_known(library):
    assert only(library, promise("test.placed", 1, unit="hour", place="Lundon")) == (
        "bid.xlsx:Promises!D2 SV414 unknown-place: 'Lundon' is not a known region or country; did you "
        "mean 'London'?\n"
        "help: use one of the UK's regions or countries, such as North East, or its ONS code"
    )


@pytest.mark.parametrize(("stated", "shown"), [("1.2", "1.2"), ("-0.1", "-0.1"), ("NaN", "NaN")])
def test_an_adjustment_outside_its_range(library, stated, shown):
    bad = promise("test.hour", 1, unit="hour", adjustments={"deadweight": Decimal(stated)})
    assert only(library, bad) == (
        f"bid.xlsx:Promises!F2 SV405 adjustment-out-of-range: the deadweight is {shown}, outside 0 to 1\n"
        "help: enter a share between 0 % and 100 %; all adjustments are deductions"
    )


def test_an_adjustment_kinder_than_the_librarys(library):
    kind = promise("test.hour", 1, unit="hour", adjustments={"deadweight": Decimal("0.05")})
    assert only(library, kind) == (
        "bid.xlsx:Promises!F2 SV406 more-favourable: the bid's deadweight of 5 % is lower than the library's 20 %\n"
        "help: ask for the evidence for it; the bid's own value is used"
    )


def test_the_librarys_own_shares_and_durations_are_no_kinder(library):
    same = promise("test.hour", 1, unit="hour", adjustments={"deadweight": Decimal("0.2")}, duration_years=Decimal(1))
    assert one(library, same) == []


def test_a_quantity_after_the_contract(library):
    late = promise("test.hour", None, unit="hour", tranches=(Tranche(Decimal(1), Period("Year 4", number=4)),))
    assert only(library, late, years=Decimal(3)) == (
        "bid.xlsx:Promises!B2 SV407 outside-contract: Year 4 is after the contract's 3 years\n"
        "help: check the year; the quantity is valued in the year stated"
    )


@pytest.mark.parametrize(
    ("start", "last", "told"),
    [
        (date(2026, 4, 1), Period("2029", calendar=2029), False),
        (date(2026, 9, 1), Period("2029/30", calendar=2029, financial=True), False),
        (date(2026, 4, 1), Period("2029/30", calendar=2029, financial=True), True),
        (date(2026, 1, 1), Period("2029", calendar=2029), True),
    ],
)
def test_the_year_in_which_three_years_end_is_not_after_them(library, start, last, told):
    ends = promise("test.hour", None, unit="hour", tranches=(Tranche(Decimal(1), last),))
    assert any("outside-contract" in each for each in one(library, ends, start=start, years=Decimal(3))) == told


def test_a_calendar_year_without_the_contracts_start(library):
    tranches = (Tranche(Decimal(1), Period("2026/27", calendar=2026, financial=True)),)
    assert only(library, promise("test.hour", None, unit="hour", tranches=tranches)) == (
        "bid.xlsx:Promises!B2 SV408 year-unplaced: 2026/27 cannot be placed, because the contract's start is not "
        "stated\n"
        "help: give the contract's start in the bid, or with --start"
    )


def test_two_proxies_that_exclude_each_other(library):
    assert only(library, promise("test.hour", 1, unit="hour"), promise("test.other-hour", 1, row=3, unit="hour")) == (
        "bid.xlsx:Promises!A3 SV410 same-outcome-twice: 'test.other-hour' here and 'test.hour' in row 2 may "
        "count the same "
        "outcome: the library says that one excludes the other\n"
        "help: check that they are for different people or things, or keep only one of them"
    )


def test_so_they_do_whichever_comes_first(library):
    (found,) = one(library, promise("test.other-hour", 1, unit="hour"), promise("test.hour", 1, row=3, unit="hour"))
    assert "Promises!A3 SV410 same-outcome-twice: 'test.hour' here and 'test.other-hour' in row 2" in found


def test_two_proxies_of_one_overlap_group(library):
    both = (promise("test.other-hour", 1, unit="hour"), promise("test.third-hour", 1, row=3, unit="hour"))
    assert only(library, *both) == (
        "bid.xlsx:Promises!A3 SV410 same-outcome-twice: 'test.third-hour' here and 'test.other-hour' in row "
        "2 may count "
        "the same outcome: both value paid work\n"
        "help: check that they are for different people or things, or keep only one of them"
    )


def test_a_year_before_the_contract(library):
    tranches = (Tranche(Decimal(1), Period("2025", calendar=2025)),)
    before = promise("test.hour", None, unit="hour", tranches=tranches)
    assert only(library, before, start=date(2026, 4, 1)) == (
        "bid.xlsx:Promises!B2 SV412 before-contract: 2025 is before the first year of the contract, which "
        "starts on "
        "2026-04-01\n"
        "help: correct the year, or the contract's start"
    )


def test_years_that_are_counted_from_nought(library):
    tranches = tuple(Tranche(Decimal(n + 1), Period(f"Year {n}", number=n)) for n in (0, 1))
    row = promise("test.hour", None, unit="hour", tranches=tranches)
    other = promise("test.hour", None, row=3, unit="hour", tranches=tranches[1:])
    valuation = valued(bid_of(row, other), library, "plain")
    assert valuation.by_year == {"1": Decimal("8.00"), "2": Decimal("32.00")}
    assert told(valuation) == [
        (
            "bid.xlsx SV428 year-nought: the bid has a year 0, which was read as the first year of the contract, "
            "year 1 as the second, and so on\n"
            "help: no action needed if that is right; otherwise call the first year “year 1”"
        )
    ]


def test_a_year_below_nought(library):
    tranches = (Tranche(Decimal(1), Period("Year -1", number=-1)),)
    assert only(library, promise("test.hour", None, unit="hour", tranches=tranches)) == (
        "bid.xlsx:Promises!B2 SV412 before-contract: Year -1 is before the first year of the contract\n"
        "help: correct the year, or the contract's start"
    )


@pytest.mark.parametrize("years", ["0", "-1", "101", "Infinity"])
def test_a_duration_that_no_effect_has(library, years):
    assert only(library, promise("test.hour", 1, unit="hour", duration_years=Decimal(years))) == (
        f"bid.xlsx:Promises!G2 SV413 duration-out-of-range: the duration is {years} years, outside 0 to 100\n"
        "help: give the number of years that the effect of one unit lasts"
    )


def test_an_effect_may_last_a_hundred_years(library):
    (found,) = one(library, promise("test.hour", 1, unit="hour", duration_years=Decimal(100)))
    assert "SV419 longer-than-default: the bid's duration of 100 years" in found


def test_a_formula_that_divides_by_zero(library):
    assert only(library, promise("test.zero", 1, unit="hour")) == (
        "bid.xlsx:Promises!A2 SV415 divided-by-zero: the proxy's formula divides by zero\n"
        "help: correct the figure or the formula in the library"
    )


@pytest.mark.parametrize(
    ("reference", "quantity", "cell"),
    [
        ("test.huge-hour", "1", "A2"),
        ("test.hour", "1E+20", "B2"),
        ("test.hour", "-1E+20", "B2"),
        ("test.hour", "1E+999999", "B2"),
    ],
)
def test_a_value_beyond_belief(library, reference, quantity, cell):
    assert only(library, promise(reference, quantity, unit="hour")) == (
        f"bid.xlsx:Promises!{cell} SV417 value-beyond-belief: the quantity or the proxy's value is far more than a "
        f"contract can be worth\n"
        "help: check the quantity, and use `sv proxies show` to check the proxy's figures"
    )


def test_a_year_beyond_the_horizon(library):
    tranches = (Tranche(Decimal(1), Period("Year 900", number=900)),)
    assert only(library, promise("test.hour", None, unit="hour", tranches=tranches)) == (
        "bid.xlsx:Promises!B2 SV418 beyond-horizon: Year 900 is more than 100 years after the contract starts\n"
        "help: check the year and the contract's start"
    )


def test_one_year_is_no_years(library):
    late = promise("test.hour", None, unit="hour", tranches=(Tranche(Decimal(1), Period("Year 2", number=2)),))
    (after,) = one(library, late, years=Decimal("1.0"))
    assert "Year 2 is after the contract's 1 year\n" in after
    short = promise("test.hour", 1, unit="hour", duration_years=Decimal("1.0"))
    (left_out,) = one(library, short, method_name="own-ignored")
    assert "does not apply the bid's duration of 1 year" in left_out


@pytest.mark.parametrize(("number", "told"), [(101, []), (102, ["SV418"])])
def test_the_horizon_is_a_hundred_years_after_the_first(library, number, told):
    tranches = (Tranche(Decimal(1), Period(f"Year {number}", number=number)),)
    found = one(library, promise("test.hour", None, unit="hour", tranches=tranches))
    assert [each.split()[1] for each in found] == told


def test_a_duration_longer_than_the_librarys(library):
    assert only(library, promise("test.hour", 1, unit="hour", duration_years=Decimal("2.5"))) == (
        "bid.xlsx:Promises!G2 SV419 longer-than-default: the bid's duration of 2.5 years is longer than the "
        "library's 1\n"
        "help: ask for the evidence for it; the bid's own duration is used"
    )


@pytest.mark.parametrize("name", ["own-ignored", "indexed"])
def test_an_adjustment_that_the_method_leaves_out(library, name):
    stated = promise("test.hour", 1, unit="hour", adjustments={"deadweight": Decimal("0.3")})
    assert only(library, stated, method_name=name) == (
        f"bid.xlsx:Promises!F2 SV420 adjustment-not-applied: the method '{name}' does not apply "
        "the bid's deadweight of 30 %\n"
        "help: no action needed if the method is the right one; `sv methods show` lists what it applies"
    )


def test_a_post_for_a_contract_of_unknown_length(library):
    assert only(library, promise("test.post-year", 2, unit="fte"), method_name="counted") == (
        "bid.xlsx:Promises!B2 SV421 contract-length-needed: this counts once in every year of the contract, but the "
        "contract's length is not stated\n"
        "help: give the contract's length in the bid, or with --years"
    )


def test_a_level_of_confidence_that_the_method_has_no_optimism_bias_for(library):
    assert only(library, promise("test.hour", 1, unit="hour"), method_name="graded") == (
        "bid.xlsx:Promises!A2 SV422 no-optimism-grade: 'test.hour' has 'medium' confidence, and the method 'graded' "
        "has no optimism bias for that\n"
        "help: add the level to the method's optimism_bias table"
    )


def test_a_calendar_base_year_needs_the_start(library):
    finding = only(library, promise("test.hour", 1, unit="hour"), method_name="based")
    assert finding == (
        "bid.xlsx:Promises!2 SV424 base-year-unplaced: values are discounted to 2020, but the contract's start is not "
        "stated\n"
        "help: give the contract's start in the bid, or with --start"
    )


def test_the_column_is_the_heading_that_the_user_sees(library):
    valuation = valued(bid_of(promise("test.hour", 1, unit="tonne")), library, "plain")
    place = valuation.findings[0].place
    assert (place.sheet, place.row, place.column, place.cell) == ("Promises", 2, "Unit", "C2")


def test_a_quantity_that_was_not_read_leaves_the_line_unvalued_without_another_finding(library):
    valuation = valued(
        bid_of(promise("test.hour", None), promise("test.hour", 1, unit="hour", row=3)), library, "plain"
    )
    assert [line.valued for line in valuation.lines] == [False, True]
    assert (valuation.totals.commitments, valuation.totals.valued, valuation.findings) == (2, 1, ())


def test_a_field_that_was_not_read_with_certainty_leaves_the_line_unvalued(library):
    valuation = valued(bid_of(promise("test.hour", 1, unit="hour", unsure=("deadweight",))), library, "plain")
    assert [line.valued for line in valuation.lines] == [False]


def test_prices_of_several_years_that_no_index_brings_together_are_remarked(library):
    assert only(library, promise("test.old-hour", 1, unit="hour")) == (
        "bid.xlsx SV427 prices-as-published: the method 'plain' has no price index, so values stay in the prices they "
        "were published in, and not all of them are in 2025 prices\n"
        "help: set a price_index in the method"
    )


def test_a_price_year_that_the_index_has_not(library):
    valuation = valued(bid_of(promise("test.hour", 1, unit="hour")), library, "indexed", price_year="2031")
    assert told(valuation) == [
        (
            "bid.xlsx:Promises!A2 SV401 no-index-year: 'test.rate' is in 2025 prices, but the price index "
            "'test.index' has no value for 2031\n"
            "help: choose a --price-year that the index covers (2024 to 2025), or add a newer index with --library"
        )
    ]


def test_a_duration_that_the_method_leaves_out(library):
    lasting = promise("test.hour", 1, unit="hour", duration_years=Decimal(3))
    assert only(library, lasting, method_name="own-ignored") == (
        "bid.xlsx:Promises!G2 SV420 adjustment-not-applied: the method 'own-ignored' does not apply the bid's "
        "duration of 3 years\n"
        "help: no action needed if the method is the right one; `sv methods show` lists what it applies"
    )


@pytest.mark.parametrize("reference", ["TT2 RE2 FM2", "RE2/TT2", "re2, tt2"])
def test_the_names_of_one_measure_in_several_editions_are_that_measure(library, reference):
    valuation = valued(bid_of(promise(reference, 1, unit="hour")), library, "plain")
    assert [line.proxy.id for line in valuation.lines if line.valued] == ["test.third-hour"]
    assert [(each.code, each.message) for each in valuation.findings] == [
        ("SV304", f"the code {reference!r} was read as 'test.third-hour'")
    ]


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("TT2 TT3", "unknown-reference"),  # two measures of one framework
        ("TT2/TT2a", "unknown-reference"),
        ("TT2 RE3", "unknown-reference"),  # nothing says that they are the same
        ("TT1 RE1", "shared-code"),
        ("RE2 FM2", "unknown-reference"),
        ("TT2 and RE2", "unknown-reference"),
        ("2 2", "unknown-reference"),
    ],
)
def test_codes_of_what_may_be_several_measures_are_asked_about(library, reference, name):
    valuation = valued(bid_of(promise(reference, 1, unit="hour")), library, "plain")
    assert ([each.name for each in valuation.findings], valuation.lines[0].valued) == ([name], False)


@pytest.mark.parametrize("words", ["- Test hour", "hours", "(test)", "for the hours of a test"])
def test_the_title_behind_a_reference_says_nothing_more(library, words):
    assert one(library, promise("test.hour", 1, unit="hour", reference_words=words)) == []


@pytest.mark.parametrize("words", ["- reading in schools", "reading in schools", "- a third of it"])
def test_other_words_behind_a_reference_are_noted(library, words):
    finding = only(library, promise("test.hour", 1, unit="hour", reference_words=words))
    assert finding.startswith(
        f"bid.xlsx:Promises!A2 SV304 code-resolved: the code 'test.hour {words}' was read as 'test.hour'"
    )


@pytest.mark.parametrize("words", ["third", "(third)", "by the third"])
def test_words_behind_a_reference_that_make_it_another_are_asked_about(library, words):
    finding = only(library, promise("test.hour", 1, unit="hour", reference_words=words))
    assert finding.startswith(
        f"bid.xlsx:Promises!A2 SV303 shared-code: the code 'test.hour {words}' stands for several proxies: "
        "test.hour, test.third-hour"
    )

"""The contract's facts are read from labels and values around the tables; two that disagree are asked about."""

import datetime as dt
from decimal import Decimal

import pytest

HEAD = ["Ref", "Commitment", "Unit", "Quantity"]
JOBS = ["NT1", "Jobs", "FTE", 3]


def with_facts(desk, *rows, **options):
    return desk.xlsx([*rows, [], HEAD, JOBS], **options)


def test_labels_stand_left_of_their_values_or_above_or_hold_them(desk):
    read = with_facts(
        desk, ["Supplier:", "Acme Ltd", None, "Contract value (£)", "1,200,000"], ["Start date", "1 April 2026"]
    )
    assert (read.contract.supplier, read.contract.value, read.contract.start) == (
        "Acme Ltd", Decimal(1200000), dt.date(2026, 4, 1),
    )  # fmt: skip
    assert read.contract.cells["value"].address == "E1"
    below = with_facts(desk, ["Bidder", "Contract value", "Contract length"], ["Acme Ltd", "£1.2m", "36 months"])
    assert (below.contract.supplier, below.contract.value, below.contract.years) == (
        "Acme Ltd",
        Decimal(1200000),
        Decimal(3),
    )
    inside = with_facts(desk, ["Supplier: Acme Ltd"], ["Location: North West"])
    assert (inside.contract.supplier, inside.contract.place) == ("Acme Ltd", "E12000002")


def test_facts_stand_on_a_cover_sheet_or_beside_the_table(desk):
    cover = desk.xlsx({"Cover": [["Contract title", "Grounds"], ["Term", "3 years"]], "Bid": [HEAD, JOBS]})
    assert (cover.contract.title, cover.contract.years) == ("Grounds", Decimal(3))
    beside = desk.xlsx([[*HEAD, None, "Contract value", 250000], [*JOBS, None, "Region", "London"]])
    assert (beside.contract.value, beside.contract.place) == (Decimal(250000), "E12000007")


@pytest.mark.parametrize(
    ("label", "value", "pounds"),
    [
        ("Contract value", "£1.2m", 1200000),
        ("Contract value (£k)", 250, 250000),
        ("Contract value (£000)", "1,200", 1200000),
        ("Contract value (in £ thousands)", "1,200", 1200000),
        ("Contract value (£ million)", 3, 3000000),
        ("Contract value (in millions)", "1.2", 1200000),
        ("Contract value", "£950k", 950000),
        ("Contract value (ex VAT)", 1000, 1000),
    ],
)
def test_money_is_read_in_pounds(desk, label, value, pounds):
    assert with_facts(desk, [label, value]).contract.value == pounds


@pytest.mark.parametrize(
    ("label", "value", "years"),
    [
        ("Contract length (years)", 3, "3"),
        ("Contract length (months)", 18, "1.5"),
        ("Contract duration", "36 months", "3"),
        ("Duration", "2 yrs", "2"),
        ("Term", "36 months (3 years)", "3"),
        ("Term", "3 years fixed", "3"),
        ("Term", "3 years (2026-2029)", "3"),
        ("Term", "3 years excluding any extension", "3"),
        ("Term", "3 year contract", "3"),
        ("Term", "2 years and 6 months", "2.5"),
        ("Call-off term", "2 years", "2"),
    ],
)
def test_lengths_are_read_in_years(desk, label, value, years):
    assert with_facts(desk, [label, value]).contract.years == Decimal(years)


def test_a_framework_is_not_taken_for_as_long_as_the_contract_called_off_it(desk):
    assert with_facts(desk, ["Framework term", "4 years"], ["Call-off term", "2 years"]).finding("fact-disputed")


@pytest.mark.parametrize(
    ("value", "sure", "more"),
    [
        ("3 years + 1 + 1", "3 years", "+ 1 + 1"),
        ("3 + 1 + 1", "3", "+ 1 + 1"),
        ("36 months (with an option to extend by up to 24)", "36 months", "(with an option to extend by up to 24)"),
        ("3 years, extendable by 2 years", "3 years", "extendable by 2 years"),
        ("three years plus an optional two", "three years", "plus an optional two"),
        ("3 years from 1 April 2026 + 1 + 1", "3 years from 1 April 2026", "+ 1 + 1"),
        ("1 April 2026 to 31 March 2029 (with options)", "1 April 2026 to 31 March 2029", "(with options)"),
    ],
)
def test_a_length_is_read_without_what_may_be_added(desk, value, sure, more):
    read = with_facts(desk, ["Contract length", value])
    assert read.contract.years == Decimal(3)
    told = read.finding("length-without-extension")
    assert told.message == f"the contract's length was read as {sure!r}, without {more!r}"


@pytest.mark.parametrize(
    "title",
    [
        "We will do the following each year of the 3-year contract",
        "Commitments (3 year contract, figures per annum)",
        "This is a three-year contract",
        "The contract will run for 3 years.",
        "All figures below are per year; the contract is for 3 years.",
    ],
)
def test_a_length_may_be_said_in_passing(desk, title):
    assert with_facts(desk, [title]).contract.years == Decimal(3)


@pytest.mark.parametrize(
    "said",
    ["If we win, the contract is for 3 years.", "All is per year; the contract is for 3 years, extendable by one."],
)
def test_a_length_that_is_not_sure_is_none(desk, said):
    assert with_facts(desk, [said]).contract.years is None


@pytest.mark.parametrize(
    "said",
    [
        ["Contract: 1 April 2026 to 31 March 2029"],
        ["Contract", "1 April 2026 – 31 March 2029"],
        ["Contract", "3 years from 1 April 2026"],
        ["Contract term", "3 years: 01/04/2026-31/03/2029"],
        ["Contract term", "1 April 2026 - 31 March 2029 (36 months)"],
        ["3-year contract from 1 April 2026"],
        ["Initial term 36 months from 1 April 2026"],
        ["Panel term: three years from 1 April 2026"],
        ["All figures are per year. The contract runs for 3 years from 1 April 2026."],
    ],
)
def test_when_a_contract_runs_may_be_said_behind_its_name_or_in_few_words(desk, said):
    read = with_facts(desk, said)
    assert (read.contract.start, read.contract.years) == (dt.date(2026, 4, 1), Decimal(3))
    assert read.contract.title is None


def test_a_fact_may_follow_its_label_without_a_sign(desk):
    read = with_facts(desk, ["The contract starts on 1 April 2026."], ["Contract length 3 years"])
    assert (read.contract.start, read.contract.years) == (dt.date(2026, 4, 1), Decimal(3))


@pytest.mark.parametrize("title", ["3-year cleaning contract", "Year 7 meals", "Cleaning 2026", "2026"])
def test_what_a_contract_is_called_does_not_say_when_it_runs(desk, title):
    read = with_facts(desk, ["Contract", title])
    assert (read.contract.title, read.contract.start, read.contract.years) == (title, None, None)


def test_contracts_of_staff_in_a_column_of_a_table_are_not_the_contract(desk):
    read = desk.xlsx([[*HEAD, "Contract"], [*JOBS, "12 months"]])
    assert read.contract.years is None


def test_a_length_said_in_passing_holds_where_nothing_else_tells(desk):
    passing = ["What we offer over the 3 year term"]
    assert with_facts(desk, passing, ["Contract length", "5 years"]).contract.years == Decimal(5)
    assert with_facts(desk, passing, ["We deliver it over the 4 year term"]).contract.years is None
    assert with_facts(desk, ["Offers stand if the 3 year contract is extended"]).contract.years is None


def test_facts_that_share_a_cell_may_be_parted_by_a_comma(desk):
    read = with_facts(desk, ["Start date: 1st April 2026, End date: 31st March 2031"])
    assert (read.contract.start, read.contract.years) == (dt.date(2026, 4, 1), Decimal(5))


def test_a_length_follows_from_the_first_and_the_last_day(desk):
    read = with_facts(desk, ["Start date", "01/04/2026", "End date", "31/03/2029"])
    assert (read.contract.start, read.contract.years) == (dt.date(2026, 4, 1), Decimal(3))
    assert read.told == []


@pytest.mark.parametrize(
    "value", ["3 to 5", "4 years (3 + 1)", "4 (3 + 1)", "36 months (4 years)", "a while", "-3", "300 years"]
)
def test_a_fact_that_is_not_understood_is_told(desk, value):
    read = with_facts(desk, ["Contract length", value])
    assert read.contract.years is None
    assert read.finding("fact-unread").message == (
        f"the contract's length says {value!r}; it should be a length, such as 3 years or 36 months"
    )


@pytest.mark.parametrize(
    ("value", "pounds"),
    [
        (500, 500_000),
        ("£500k", 500_000),
        ("£0.5m", 500_000),
        ("£500,000", 500_000),
        ("£100,000", 100_000),
        ("£99,999", None),
        ("£500", None),
    ],
)
def test_a_value_below_a_heading_of_thousands_says_in_what_it_is(desk, value, pounds):
    read = with_facts(desk, ["Contract value (£k)", value])
    assert read.contract.value == pounds
    assert read.names == ([] if pounds else ["fact-unread"])


def test_a_start_that_is_to_come_is_told(desk):
    read = with_facts(desk, ["Contract start", "TBC"])
    assert (read.contract.start, read.told) == (None, [("Commitments!B1", "not-yet-stated")])


@pytest.mark.parametrize("value", ["500000 units", "12 hours", "USD 5000000", "£1.2m a year", -5])
def test_a_value_that_is_no_sum_of_pounds_is_told(desk, value):
    read = with_facts(desk, ["Contract value", value])
    assert read.contract.value is None
    assert f"the contract value says '{value}'" in read.finding("fact-unread").message


def test_a_start_that_can_be_read_two_ways_is_told(desk):
    read = with_facts(desk, ["Start date", "03/04/2026"])
    assert read.contract.start is None
    assert read.told == [("Commitments!B1", "ambiguous-date")]


def test_a_fact_that_is_still_to_come_is_told(desk):
    read = with_facts(desk, ["Contract value", "TBC"])
    assert read.contract.value is None
    assert read.told == [("Commitments!B1", "not-yet-stated")]


def test_two_values_for_one_fact_are_a_finding_and_no_choice(desk):
    read = desk.xlsx({"Cover": [["Contract value", 100]], "Bid": [["Contract value (£)", 200], [], HEAD, JOBS]})
    assert read.contract.value is None
    assert read.finding("fact-disputed").message == "the contract value is 200 here and 100 in Cover!B1"
    assert read.told == [("Bid!B1", "fact-disputed")]
    agreed = desk.xlsx({"Cover": [["Contract value", 100]], "Bid": [["Contract value (£)", "£100"], [], HEAD, JOBS]})
    assert agreed.contract.value == 100


def test_bidders_of_a_register_are_asked_about_once(desk):
    lines = [["Acme", "NT1", "Jobs", 5], ["Beta", "NT2", "Talks", 5], ["Gamma", "NT3", "Trees", 6]]
    read = desk.xlsx([["Bidder", "Ref", "Commitment", "Quantity"], *lines])
    assert read.contract.supplier is None
    assert [each.message for each in read.reading.findings] == [
        "the supplier is 'Beta' here and 'Acme' in Commitments!A2"
    ]


@pytest.mark.parametrize(
    "days",
    [
        ["1 April 2026", "to", "31 March 2029"],
        ["01/04/2026", "31/03/2029"],
        [dt.date(2026, 4, 1), dt.date(2029, 3, 31)],
        ["from", "01/04/2026", "to", "31/03/2029"],
    ],
)
def test_the_first_and_the_last_day_may_have_cells_of_their_own(desk, days):
    contract = with_facts(desk, ["Contract dates", *days]).contract
    assert (contract.start, contract.years) == (dt.date(2026, 4, 1), 3)


def test_a_length_that_is_not_that_between_the_days_is_no_length(desk):
    facts = [["Contract start", "1 April 2026"], ["Contract end", "31 March 2029"], ["Contract length", "4 years"]]
    read = desk.xlsx([*facts, [], ["Ref", "Commitment", "Quantity"], ["NT1", "Jobs", 5]])
    assert read.contract.years is None
    assert read.finding("fact-disputed").message == "the contract's length is 3 here and 4 in Commitments!B3"


def test_a_column_of_the_table_is_no_fact(desk):
    read = desk.xlsx([["Ref", "Commitment", "Quantity", "Location"], ["NT1", "Start", 3, "London"]])
    assert read.contract.place is None
    assert read.commitments[0].place == "E12000007"


def test_of_a_file_without_a_table_no_facts_are_asked(desk):
    assert desk.csv("Start,Length\nsoon,long\nlater,short\n").names == ["no-table"]


def test_columns_between_those_of_the_table_may_speak_of_the_contract(desk):
    head = ["Ref", "Commitment", "Contract start", "Contract length", "Hours per year"]
    read = desk.xlsx(
        [head, ["NT17", "Help", "1 April 2026", "3 years", 10], ["NT8", "Talks", "1 April 2026", "3 years", 2]]
    )
    assert read.lines == [(2, "NT17", "30"), (3, "NT8", "6")]
    assert str(read.contract.start) == "2026-04-01"

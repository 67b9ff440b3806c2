"""Dates, shares, years, lengths and units: read with certainty, or asked about at their own cell."""

import datetime as dt
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sv_cli.bids.cells.dates import Dates, Day
from sv_cli.bids.cells.periods import find_period

DATES = Dates(frozenset({"tbc"}))
APRIL = dt.date(2026, 4, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-04-01",
        "2026/04/01",
        "2026.4.1",
        "20260401",
        "1 April 2026",
        "1st April 2026",
        "1st of April 2026",
        "01-Apr-26",
        "1-Apr-2026",
        "1 Apr '26",
        "April 1, 2026",
        "Apr 2026",
        "April 2026",
        "Wed 1 April 2026",
        "Wednesday, 1 April 2026",
        "2026-04-01T00:00:00",
        "2026-04-01 00:00",
        "2026-04-01T00:00:00Z",
        "2026-04-01 00:00:00.000000 UTC",
        "2026-04-01 00:00:00+00",
        "2026-04-01 00:00:00.000 +0000",
        "2026-04-01T00:00:00+01:00",
        "2026-03-31T23:00:00.000Z",
        "46113",
        46113,
        46113.0,
        APRIL,
    ],
)
def test_a_date_as_people_type_it(typed):
    assert DATES.read(typed) == Day(APRIL)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-03-28T23:00:00Z", (2026, 3, 28)),
        ("2026-03-29T23:00:00Z", (2026, 3, 30)),
        ("2026-10-24T23:00:00Z", (2026, 10, 25)),
        ("2026-10-25T23:00:00Z", (2026, 10, 25)),
        ("2026-07-01T23:00:00", (2026, 7, 1)),
        ("2026-07-01T23:59:59Z", (2026, 7, 1)),
    ],
)
def test_midnight_in_summer_is_the_eleventh_hour_before_in_utc(typed, day):
    assert DATES.read(typed) == Day(dt.date(*day))


def test_days_are_counted_from_1904_where_the_workbook_says_so():
    assert Dates(frozenset(), serials_1904=True).read(44651) == Day(APRIL)


@pytest.mark.parametrize("typed", ["03/04/26", "1/2/2026", "1-2-26"])
def test_a_date_that_can_be_read_two_ways_is_asked_about(typed):
    problem = DATES.read(typed).problem
    assert problem is not None
    assert problem.name == "ambiguous-date"
    day_first, month_first = Dates(frozenset(), "dmy").read(typed).value, Dates(frozenset(), "mdy").read(typed).value
    assert day_first is not None
    assert month_first is not None
    assert (day_first.day, day_first.month) == (month_first.month, month_first.day)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("25/12/2026", (12, 25)), ("12/25/2026", (12, 25)), ("04/04/2026", (4, 4)), ("01.07.2026", (7, 1))],
)
def test_a_date_that_can_be_read_one_way_only_is_read(typed, day):
    assert DATES.read(typed) == Day(dt.date(2026, *day))


@pytest.mark.parametrize("typed", ["31/02/2026", "soon", "Q1 2026", "2026", "32 April 2026", "12", 12, True, "1" * 500])
def test_what_is_no_date_is_asked_about(typed):
    problem = DATES.read(typed).problem
    assert problem is not None
    assert problem.name == "not-a-date"


@given(st.dates(min_value=dt.date(1980, 1, 1), max_value=dt.date(2079, 12, 31)))
def test_every_day_survives_being_written(day):
    for form in ("%Y-%m-%d", "%d %B %Y", "%d-%b-%y", "%Y%m%d"):
        assert DATES.read(day.strftime(form)) == Day(day)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_dates(text):
    day = DATES.read(text)
    assert day.value is None or day.problem is None


@pytest.mark.parametrize(
    ("text", "number", "calendar"),
    [
        ("Year 1", 1, None),
        ("Yr 2", 2, None),
        ("Y3", 3, None),
        ("Year One", 1, None),
        ("Contract year 4", 4, None),
        ("2026/27", None, 2026),
        ("2026-27", None, 2026),
        ("2026/2027", None, 2026),
        ("FY26/27", None, 2026),
        ("26/27", None, 2026),
        ("2027", None, 2027),
        ("Year 1 (2026/27)", 1, None),
        ("Year 0", 0, None),
        ("2026/7", None, 2026),
        ("'26/'27", None, 2026),
        ("Apr 26 – Mar 27", None, 2026),
        ("1st April 2026 to 31st March 2027", None, 2026),
        ("01/04/26-31/03/27", None, 2026),
        ("04/26 - 03/27", None, 2026),
        ("Sept 2026 - Aug 2027", None, 2026),
        ("Year ending Mar 27", None, 2026),
        ("Y/E 31.03.27", None, 2026),
        ("Year to 31 December 2027", None, 2027),
        ("2027 calendar year", None, 2027),
        ("AY26/27", None, 2026),
        ("Months 13-24", 2, None),
        ("M1-12", 1, None),
        ("CY2", 2, None),
        ("Year III", 3, None),
        ("In year 2", 2, None),
        ("Delivery year 2", 2, None),
        ("Blwyddyn 1", 1, None),
    ],
)
def test_a_year_as_headings_name_it(text, number, calendar):
    found = find_period(text)
    assert found is not None
    assert (found[0].number, found[0].calendar, found[1]) == (number, calendar, "")


@pytest.mark.parametrize(
    "text",
    [
        "FY27",
        "Years 1-3",
        "2026/28",
        "Q1",
        "Year 99",
        "Apr-26",
        "2026/8",
        "Apr 26 – Sep 26",
        "Months 1-6",
        "01/04/26-30/09/26",
        "Months 7-18",
        "Apr 26 - Mar 28",
    ],
)
def test_what_names_no_single_year_is_none(text):
    found = find_period(text)
    assert found is None or found[1]


SHARES = ["Ref", "Commitment", "Quantity", "Deadweight"]


def deadweights(desk, *cells, heading="Deadweight"):
    read = desk.xlsx([[*SHARES[:3], heading], *(["NT1", f"Jobs {n}", 1, cell] for n, cell in enumerate(cells))])
    return [
        None if "deadweight" in line.unsure else line.adjustments.get("deadweight") for line in read.commitments
    ], read


def test_shares_are_told_apart_by_the_column_as_a_whole(desk):
    assert deadweights(desk, "20%", "15 %", 0)[0] == [Decimal("0.2"), Decimal("0.15"), 0]
    assert deadweights(desk, 20, 15, 1)[0] == [Decimal("0.2"), Decimal("0.15"), Decimal("0.01")]
    assert deadweights(desk, 0.2, 1, None)[0] == [Decimal("0.2"), 1, None]
    assert deadweights(desk, 0.2, 0.15, heading="Deadweight %")[0] == [Decimal("0.2"), Decimal("0.15")]


def test_a_share_that_the_column_does_not_settle_is_asked_about(desk):
    found, read = deadweights(desk, 1)
    assert found == [None]
    assert read.finding("ambiguous-share").message == (
        "1 could be 1 % or 1 of the whole, and the column does not show which"
    )
    assert deadweights(desk, 20, 0.5)[0] == [Decimal("0.2"), None]


@pytest.mark.parametrize("cell", ["120%", -5, 150, "some", "5 hrs"])
def test_a_share_outside_everything_and_nothing_is_asked_about(desk, cell):
    found, read = deadweights(desk, cell)
    assert found == [None]
    assert read.lines == [(2, "NT1", None)]


def test_a_share_that_is_still_to_come_is_told_and_the_line_valued(desk):
    found, read = deadweights(desk, "TBC")
    assert found == [None]
    assert read.lines == [(2, "NT1", "1")]
    assert read.told == [("Commitments!D2", "not-yet-stated")]


def test_years_make_tranches_and_must_add_up_to_their_total(desk):
    head = ["Ref", "Commitment", "Year 1", "Year 2", "Total"]
    read = desk.xlsx(
        [head, ["NT1", "a", 1, 2, 3], ["NT2", "b", 1, 2, 4], ["NT3", "c", 1, "TBC", 1], ["NT4", "d", None, None, 3]]
    )
    assert read.lines == [(2, "NT1", "3"), (3, "NT2", None), (4, "NT3", None), (5, "NT4", "3")]
    assert [(part.period.number, part.quantity) for part in read.commitments[0].tranches] == [(1, 1), (2, 2)]
    assert read.told == [("Commitments!E3", "total-mismatch"), ("Commitments!D4", "no-quantity")]
    assert read.finding("total-mismatch").message == "the columns next to it come to 3, but the total is 4"


def test_a_column_dates_the_quantity_of_its_row(desk):
    head = ["Ref", "Commitment", "Quantity", "Year"]
    read = desk.xlsx([head, ["NT1", "a", 1, 2], ["NT2", "b", 1, "2027/28"], ["NT3", "c", 1, "soon"]])
    assert [line.tranches[0].period and line.tranches[0].period.label for line in read.commitments] == [
        "Year 2",
        "2027/28",
        None,
    ]
    assert read.lines[2] == (4, "NT3", None)


def test_a_quantity_says_in_which_year_it_falls(desk):
    rows = [["NT1", "a", "3 in Year 2"], ["NT2", "b", "5 (2027/28)"], ["NT3", "c", 4]]
    read = desk.xlsx([["Ref", "Commitment", "Quantity"], *rows])
    assert read.lines == [(2, "NT1", "3"), (3, "NT2", "5"), (4, "NT3", "4")]
    periods = [line.tranches[0].period for line in read.commitments]
    assert [period and period.label for period in periods] == ["Year 2", "2027/28", None]


def test_years_are_those_of_the_contract_where_nothing_says_when_it_starts(desk):
    rows = [["Ref", "Commitment", "2026/27", "2027/28", "Unit"], ["NT17", "a", 1, 2, "hours"]]
    numbers = [part.period.number for part in desk.xlsx(rows).commitments[0].tranches]
    assert numbers == [1, 2]
    placed = desk.xlsx(rows, contract_start=date(2026, 4, 1)).commitments[0].tranches
    assert [part.period.calendar for part in placed] == [2026, 2027]


def test_a_rate_is_added_up_over_the_contract_and_told(desk):
    rows = [
        ["Ref", "Commitment", "Quantity", "Unit", "Basis"],
        ["NT1", "a", 10, "FTE", "per year"],
        ["NT2", "b", 5, "hours", "whole contract"],
    ]
    long = desk.xlsx([["Contract length", "2.5 years"], *rows])
    assert long.lines == [(3, "NT1", "25"), (4, "NT2", "5")]
    assert long.finding("per-year-spread").message == "10 a year over 2.5 years was read as 25"
    short = desk.xlsx([["Contract length", "1 year"], *rows])
    assert short.finding("per-year-spread").message == "10 a year over 1 year was read as 10"
    unknown = desk.xlsx(rows)
    assert unknown.lines == [(2, "NT1", None), (3, "NT2", "5")]
    assert unknown.told == [("Commitments!C2", "rate-without-length")]
    assert desk.xlsx(rows, contract_years=Decimal(3)).lines == [(2, "NT1", "30"), (3, "NT2", "5")]


@pytest.mark.parametrize(
    ("start", "months", "years"),
    [
        (date(2026, 4, 1), ["Apr-26", "Mar-27", "Apr-27", "Mar-28"], [(1, 3), (2, 12)]),
        (date(2026, 10, 1), ["Oct-26", "Jan-27", "Sep-27", "Oct-27"], [(1, 7), (2, 8)]),
        (date(2026, 4, 15), ["Apr-27", "May-27", "Jun-27", "Jul-27"], [(2, 15)]),
    ],
)
def test_months_fall_in_the_year_of_the_contract_that_they_are_of(desk, start, months, years):
    rows = [["Ref", "Commitment", *months, "Unit"], ["NT17", "a", 1, 2, 4, 8, "hours"]]
    said = desk.xlsx([["Contract start", start], *rows]).commitments[0]
    assert [(part.period.number, part.quantity) for part in said.tranches] == years
    assert desk.xlsx(rows, contract_start=start).commitments[0].tranches == said.tranches


@pytest.mark.parametrize(
    ("heading", "cell", "unit", "finding"),
    [
        ("Quantity", 5, "per £1m spent", "rate-not-count"),
        ("Quantity per annum", 5, "hours", "rate-without-length"),
        ("Annual target", 5, "hours", "rate-without-length"),
        ("Quantity", "5 p.a.", "hours", "rate-without-length"),
        ("Quantity", 5, "hours per year", "rate-without-length"),
        ("Quantity", 5, "hours p/a", "rate-without-length"),
        ("Quantity (000s)", 5, "hours", "scaled-heading"),
        ("Quantity (hrs)", 5, "days", "unit-conflict"),
        ("Quantity", "5 days", "hours", "unit-conflict"),
        ("Quantity", "£5", "hours", "unit-conflict"),
        ("Quantity", -5, "hours", "negative-quantity"),
        ("Quantity", "(500)", "hours", "negative-quantity"),
        ("Quantity", 10**11, "hours", "absurd-quantity"),
        ("Quantity", True, "hours", "not-a-number"),
        ("Quantity", dt.date(2026, 4, 3), "hours", "date-for-number"),
        ("Quantity", "#DIV/0!", "hours", "error-cell"),
        ("Quantity", "=6*2", "hours", "formula-without-result"),
    ],
)
def test_a_quantity_that_is_not_certain_is_asked_about(desk, heading, cell, unit, finding):
    read = desk.xlsx([["Ref", "Commitment", heading, "Unit"], ["NT1", "a", cell, unit]])
    assert read.lines == [(2, "NT1", None)]
    assert read.told == [("Commitments!C2", finding)]


@pytest.mark.parametrize(
    ("heading", "cell", "years"),
    [
        ("Duration", 11, "11"),
        ("Duration", "24 months", "2"),
        ("Duration", "two", "2"),
        ("Duration (years)", 15, "15"),
        ("Duration (months)", 24, "2"),
    ],
)
def test_for_how_long_an_effect_lasts(desk, heading, cell, years):
    read = desk.xlsx([["Ref", "Commitment", "Quantity", heading], ["NT1", "a", 5, cell]])
    assert (f"{read.commitments[0].duration_years:f}", read.commitments[0].unsure, read.told) == (years, (), [])


@pytest.mark.parametrize(
    ("heading", "cell", "finding"),
    [
        ("Duration", 12, "not-a-duration"),  # of months, most likely
        ("Duration", "3 days", "not-a-duration"),
        ("Duration", "for good", "not-a-duration"),
        ("Duration (years)", 0, "not-a-duration"),
        ("End", "Q1 2026", "not-a-date"),
        ("End", "Year 2 (2027)", "not-a-date"),
        ("Start", "Years 2 and 3", "not-a-date"),
        ("Start", "#N/A", "error-cell"),
        ("Start", "=TODAY()", "formula-without-result"),
    ],
)
def test_a_time_that_is_not_certain_leaves_the_line_without_a_value(desk, heading, cell, finding):
    read = desk.xlsx([["Ref", "Commitment", "Quantity", heading], ["NT1", "a", 5, cell]])
    assert (read.commitments[0].unsure, read.told) == ((heading.split()[0].lower(),), [("Commitments!D2", finding)])


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("Duration", "TBC"), ("Duration (years)", "-"), ("End", "End of year 2"), ("End", "Christmas"), ("Start", "TBC")],
)
def test_a_time_that_is_left_open_is_taken_for_the_contract_s_own(desk, heading, cell):
    read = desk.xlsx([["Ref", "Commitment", "Quantity", heading], ["NT1", "a", 5, cell]])
    assert (read.commitments[0].unsure, read.told) == ((), [("Commitments!D2", "not-yet-stated")])


def test_a_number_is_told_as_it_is_shown(desk):
    def formats(book):
        for cell, code in (("B1", "0%"), ("B2", "0%"), ("D5", "0%"), ("B6", "dd/mm/yyyy"), ("C6", "dd/mm/yyyy")):
            book["Commitments"][cell].number_format = code

    facts = [["Supplier", 0.5], ["Contract value", 0.07], []]
    rows = [["NT1", "Jobs", 5, 0.125], ["NT2", 3_000_000, -3_000_000], ["NT3", "Talks", 5]]
    read = desk.xlsx([*facts, ["Ref", "Commitment", "Quantity", "Start"], *rows], formats)
    assert read.contract.supplier == "50%"
    assert [line.description for line in read.commitments] == ["Jobs", "3000000", "Talks"]
    assert [each.message for each in read.reading.findings] == [
        "the contract value says '7%'; it should be an amount in pounds, such as £1,200,000",
        "'12.5%' is not a date that can be read with certainty",
        "-3000000 is a date or a time, not a number",
    ]


def test_a_unit_comes_from_the_column_the_heading_the_cell_or_its_format(desk):
    def formats(book):
        sheet = book["Commitments"]
        for cell, code in (("C2", '0 "hrs"'), ("C3", "0%"), ("C4", "[$£-809]#,##0.00"), ("C5", '0.0,"k"')):
            sheet[cell].number_format = code

    rows = [
        ["NT1", "a", 3],
        ["NT2", "b", 0.5],
        ["NT3", "c", 1200],
        ["NT4", "d", 1500],
        ["NT5", "e", "2 days"],
        ["NT6", "f", 4, "widgets"],
    ]
    read = desk.xlsx([["Ref", "Commitment", "Quantity", "Unit"], *rows], formats)
    assert [(f"{line.quantity:f}", line.unit, line.unit_text) for line in read.commitments] == [
        ("3", "hour", None),
        ("50", "percent", None),
        ("1200", "GBP", None),
        ("1500", None, None),
        ("2", "day", None),
        ("4", None, "widgets"),
    ]
    headed = desk.xlsx([["Ref", "Commitment", "No. of apprentices"], ["NT10", "a", 3]])
    assert headed.commitments[0].unit == "person"


@pytest.mark.parametrize(
    ("reference", "unit"),
    [("NT17 (days)", "day"), ("NT17 - weeks", "week"), ("NT17 Volunteering (hrs)", "hour"), ("NT16 (£k)", "GBPk")],
)
def test_a_unit_behind_the_code_of_a_reference_is_that_of_its_line(desk, reference, unit):
    read = desk.xlsx([["Ref", "Quantity"], [reference, 4], ["NT8", 4]])
    assert [(each.reference, each.unit) for each in read.commitments] == [(reference[:4], unit), ("NT8", None)]


def test_a_unit_behind_a_code_that_the_description_contradicts_is_asked_about(desk):
    read = desk.xlsx([["Ref", "Commitment", "Quantity"], ["NT17 (days)", "Volunteering (hours)", 4]])
    assert read.finding("unit-conflict")


@pytest.mark.parametrize("unit", ["", "No."])
def test_a_row_whose_own_unit_is_left_open_is_in_that_of_its_description(desk, unit):
    head = ["Ref", "Commitment", "Quantity", "Unit"]
    read = desk.xlsx([head, ["NT17", "Reading", 4, unit], ["NT17", "Volunteering (days)", 4, unit]])
    assert [each.unit for each in read.commitments] == [None, "day"]


@pytest.mark.parametrize(
    "row", [["NT17 (days)", "Volunteering", 4, "hours"], ["NT17", "Volunteering (days)", 4, "hours"]]
)
def test_a_unit_in_brackets_that_the_unit_column_contradicts_is_asked_about(desk, row):
    read = desk.xlsx([["Ref", "Commitment", "Quantity", "Unit"], ["NT17", "Reading", 4, "hours"], row])
    assert read.finding("unit-conflict").place.row == 3
    assert desk.xlsx([["Ref", "Quantity", "Unit"], ["NT16 (£)", 4, "£k"]]).commitments[0].unit == "GBPk"


def test_a_quantity_of_zero_is_a_quantity(desk):
    read = desk.xlsx([["Ref", "Commitment", "Quantity"], ["NT1", "a", 0], ["NT2", "b", "nil"]])
    assert read.lines == [(2, "NT1", "0"), (3, "NT2", "0")]
    assert read.names == ["zero-quantity", "zero-quantity"]


def test_a_date_in_a_row_settles_the_order_of_the_others(desk):
    head = ["Ref", "Commitment", "Quantity", "Start", "End"]
    settled = desk.xlsx([head, ["NT1", "a", 1, "03/04/26", "25/12/2026"]])
    assert settled.commitments[0].start == dt.date(2026, 4, 3)
    open_ = desk.xlsx([head, ["NT1", "a", 1, "03/04/26", None]])
    assert open_.lines == [(2, "NT1", None)]
    assert open_.told == [("Commitments!D2", "ambiguous-date")]
    assert desk.xlsx([head, ["NT1", "a", 1, "03/04/26", None]], date_order="mdy").commitments[0].start == dt.date(
        2026, 3, 4
    )

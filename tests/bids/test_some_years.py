"""What is promised each year, in rows that say in which years: it falls in those, or it is asked."""

import pytest

HEAD = ["Ref", "Commitment", "Hours per year"]
ABOVE = [["Contract length", "4 years"], ["Contract start", "1 April 2026"], []]


def _years(commitment):
    return [each.period.number for each in commitment.tranches]


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        (("Start year", "End year"), (2, 3)),
        (("From", "To"), ("Year 2", "Year 3")),
        (("Start year", "End year"), ("2027/28", "2028/29")),
        (("Start", "End"), ("2027/28", "2028/29")),
        (("Timescale",), ("Years 2-3",)),
        (("Years delivered",), ("2, 3",)),
        (("Active in",), ("Years 2 and 3",)),
        (("Notes",), ("in years 2 and 3",)),
    ],
)
def test_a_quantity_a_year_falls_in_the_years_that_columns_name(desk, heads, said):
    read = desk.xlsx([*ABOVE, [*HEAD, *heads], ["NT17", "Volunteering", 10, *said]])
    assert read.lines == [(5, "NT17", "20")]
    assert _years(read.commitments[0]) == [2, 3]


@pytest.mark.parametrize("heading", ["Notes", "Evidence", "Caveats", "Remarks"])
@pytest.mark.parametrize("first", ["", "Register", "Year 4"])
def test_each_row_falls_in_the_years_of_its_own_note_whatever_the_column_is_called(desk, heading, first):
    rows = [
        ["NT17", name, 10, said] for name, said in (("A", first), ("B", "Years 2 and 3"), ("C", ""), ("D", "Year 2"))
    ]
    read = desk.xlsx([*ABOVE, [*HEAD, heading], *rows])
    every = [1, 2, 3, 4]
    assert [*map(_years, read.commitments)] == [[4] if "4" in first else every, [2, 3], every, [2]]


@pytest.mark.parametrize("note", ["2 only", "2 staff only", "Only 2"])
def test_a_note_that_counts_something_names_no_year(desk, note):
    read = desk.xlsx([*ABOVE, [*HEAD, "Notes"], ["NT17", "Volunteering", 10, note]])
    assert _years(read.commitments[0]) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("said", "years"), [("From year 3", [3, 4]), ("Until year 3", [1, 2, 3]), ("Year 2+", [2, 3, 4])]
)
def test_it_falls_in_all_years_from_one_or_until_one(desk, said, years):
    read = desk.xlsx([*ABOVE, [*HEAD, "Timescale"], ["NT17", "Volunteering", 10, said]])
    assert _years(read.commitments[0]) == years


@pytest.mark.parametrize(
    "said",
    [
        *("Volunteering in years 2 and 3", "Volunteering (year 1)", "Volunteering from year two", "Help, years 2-4"),
        *("Help until the end of year 2", "Help for the first two years", "Help in the final year", "Help from 2028"),
        *("Help until March 2028", "Help, 2027/28 only", "In year 1 we find the schools"),
        *("Help in 2027/28", "Help in 2026-28", "2027/28", "Help after 2026", "Starts on 1 April 2027"),
        *("Help except year 1", "After the first year we help at weekends", "Help, second year onwards"),
    ],
)
def test_a_sentence_that_speaks_of_some_years_is_asked_of(desk, said):
    read = desk.xlsx([*ABOVE, HEAD, ["NT17", said, 10]])
    assert read.lines == [(5, "NT17", None)]
    assert read.finding("some-years-said")


@pytest.mark.parametrize(
    "said",
    [
        *("Volunteering in years 1 to 4", "Help from year 1", "Talks for year 4 pupils", "Talks to years 10 and 11"),
        *("Apprentices in their first year", "10% better than in 2019", "Net zero by year 3", "Help every year"),
        *("Help in 2026-2030", "2026-30", "Help after 2025", "Talks to the second year pupils", "Help in 2031"),
    ],
)
def test_all_years_and_those_of_a_school_are_no_such_years(desk, said):
    read = desk.xlsx([*ABOVE, HEAD, ["NT17", said, 10]])
    assert read.lines == [(5, "NT17", "40")]


def test_what_is_promised_in_all_falls_in_the_first_of_its_years(desk):
    head = ["Ref", "Commitment", "Total hours", "Years active"]
    read = desk.xlsx([*ABOVE, head, ["NT17", "Volunteering", 10, "2-3"]])
    assert read.lines == [(5, "NT17", "10")]
    assert _years(read.commitments[0]) == [2]


def test_a_quantity_a_year_is_promised_in_so_many_years_as_a_column_counts(desk):
    lines = [["NT17", "Volunteering", 10, 4], ["NT8", "Talks", 5, 2]]
    read = desk.xlsx([*ABOVE, [*HEAD, "Number of years"], *lines])
    assert read.lines == [(5, "NT17", "40"), (6, "NT8", "10")]
    read = desk.xlsx([*ABOVE, [*HEAD, "Number of years"], ["NT17", "Volunteering", 10, 5]])
    assert read.lines == [(5, "NT17", None)]


def test_of_a_number_beside_several_years_it_is_asked_whether_it_is_that_of_each(desk):
    head = ["Ref", "Commitment", "Hours", "Years active"]
    read = desk.xlsx([*ABOVE, head, ["NT17", "Volunteering", 10, "2-3"]])
    assert read.finding("unclear-basis")


@pytest.mark.parametrize(("head", "said"), [("Start year", 2028), ("Start year", "2028/29"), ("Start", "2028/29")])
def test_a_quantity_of_the_whole_contract_falls_in_the_year_in_which_it_starts(desk, head, said):
    read = desk.xlsx([*ABOVE, ["Ref", "Commitment", "Total hours", head], ["NT17", "Volunteering", 10, said]])
    assert read.lines == [(5, "NT17", "10")]
    assert [each.period.calendar for each in read.commitments[0].tranches] == [2028]


def test_a_quantity_of_the_whole_contract_may_fall_in_all_years(desk):
    read = desk.xlsx([*ABOVE, ["Ref", "Commitment", "Total hours", "Year"], ["NT17", "Volunteering", 10, "All"]])
    assert read.lines == [(5, "NT17", "10")]
    assert read.commitments[0].tranches[0].period is None


def test_where_nothing_says_when_the_contract_starts_a_calendar_year_is_asked_of(desk):
    head = [*HEAD, "Start year"]
    read = desk.xlsx([["Contract length", "4 years"], head, ["NT17", "Volunteering", 10, 2028]])
    assert read.finding("not-a-duration")


@pytest.mark.parametrize("head", ["Hours pa", "Hours (pa)", "Target (PA)", "Hours per programme year"])
def test_a_heading_may_say_in_short_that_it_is_of_a_year(desk, head):
    read = desk.xlsx([*ABOVE, ["Ref", "Commitment", "Unit", head], ["NT17", "Volunteering", "hours", 10]])
    assert read.lines == [(5, "NT17", "40")]


@pytest.mark.parametrize(
    ("head", "quantity"), [("Hours per month", "480"), ("Monthly target", "480"), ("Per quarter", "160")]
)
def test_a_heading_may_say_that_it_is_of_a_month_or_a_quarter(desk, head, quantity):
    table = [["Ref", "Commitment", "Unit", head], ["NT17", "Volunteering", "hours", 10]]
    assert desk.xlsx([*ABOVE, *table]).lines == [(5, "NT17", quantity)]


def test_what_falls_in_a_month_may_stand_beside_what_that_comes_to_in_a_year(desk):
    table = [["Ref", "Commitment", "Monthly hours", "Annual hours"], ["NT17", "Volunteering", 10, 120]]
    assert desk.xlsx([*ABOVE, *table]).lines == [(5, "NT17", "480")]
    assert desk.xlsx([*ABOVE, *table, ["NT8", "Talks", 2, 20]]).finding("rate-column-unclear")


@pytest.mark.parametrize("head", ["Staff", "Duration (months)", "No. of sessions"])
def test_what_falls_in_a_month_is_asked_of_beside_how_many_or_how_long(desk, head):
    table = [["Ref", "Commitment", head, "Hours per month"], ["NT17", "Volunteering", 6, 10]]
    assert desk.xlsx([*ABOVE, *table]).finding("rate-column-unclear")


def test_a_heading_of_what_a_month_comes_to_on_average_is_asked_of(desk):
    read = desk.xlsx([*ABOVE, [*HEAD[:2], "Hours (avg per month)"], ["NT17", "Volunteering", 10]])
    assert read.finding("rate-column-unclear")


@pytest.mark.parametrize("said", ["Annual commitment", "Repeated each year", "Recurring", "each of 4 years"])
def test_a_note_that_may_say_that_a_quantity_is_a_years_is_asked_of(desk, said):
    head = ["Ref", "Commitment", "Hours", "Notes"]
    assert desk.xlsx([*ABOVE, head, ["NT17", "Volunteering", 10, said]]).finding("unclear-basis")
    assert desk.xlsx([*ABOVE, head, ["NT17", "Volunteering", 10, "annual"]]).lines == [(5, "NT17", "40")]


@pytest.mark.parametrize("heading", ["Caveats", "Notes on delivery", "How delivered"])
def test_one_line_of_a_column_of_any_name_may_say_that_its_quantity_may_be_a_years(desk, heading):
    lines = [["NT17", "Volunteering", 10, "Annually"], ["NT17", "Talks", 10, "On site, in the holidays"]]
    read = desk.xlsx([*ABOVE, ["Ref", "Commitment", "Hours", heading], *lines])
    assert read.lines == [(5, "NT17", None), (6, "NT17", "10")]
    assert read.finding("unclear-basis")


def test_another_line_of_such_a_column_is_still_taken_back_there(desk):
    lines = [["NT17", f"Talk {at}", 10, said] for at, said in enumerate(["Annually", "On site, in May", "Optional"])]
    read = desk.xlsx([*ABOVE, ["Ref", "Commitment", "Hours", "Caveats"], *lines])
    assert read.lines == [(5, "NT17", None), (6, "NT17", "10"), (7, "NT17", None)]


@pytest.mark.parametrize(
    "typed",
    [
        "10 hours in year 1, 20 hours in year 2",
        "Year 1: 10, Year 2: 20",
        "10 (Year 1), 20 (Year 2)",
        "10 in year 1 and 20 in year 2",
        "Yr 1 - 10; Yr 2 - 20",
        "Y1: 10\nY2: 20",
        "2026/27: 10, 2027/28: 20",
    ],
)
def test_a_cell_may_say_how_much_falls_in_each_of_several_years(desk, typed):
    read = desk.xlsx([*ABOVE, ["Ref", "Commitment", "Hours"], ["NT17", "Volunteering", typed]])
    (commitment,) = read.commitments
    assert [each.quantity for each in commitment.tranches] == [10, 20]
    assert [each.period.number or each.period.calendar - 2025 for each in commitment.tranches] == [1, 2]


@pytest.mark.parametrize(
    "typed", ["10 in year 1, 20 in year 1", "10 in year 1, then more", "10 in year 1, 20", "Year 1: 10, Year 2: tbc"]
)
def test_one_that_leaves_a_year_open_is_asked_about(desk, typed):
    read = desk.xlsx([*ABOVE, ["Ref", "Commitment", "Hours"], ["NT17", "Volunteering", typed]])
    assert read.lines == [(5, "NT17", None)]


@pytest.mark.parametrize("typed", ["10 a year for 4 years", "40 (10 per year)", "10 p.a. = 40"])
def test_a_cell_may_say_for_how_many_years_of_the_contract_it_is_given(desk, typed):
    rows = [["Ref", "Commitment", "Hours"], ["NT17", "Volunteering", typed]]
    assert desk.xlsx([*ABOVE, *rows]).lines == [(5, "NT17", "40")]
    assert desk.xlsx(rows).lines == [(2, "NT17", "40")]
    assert desk.xlsx([["Contract length", "3 years"], *rows]).finding("other-years-said")


@pytest.mark.parametrize(
    ("yearly", "once"),
    [("Per year", "Whole contract"), ("Annual", "One-off"), ("Recurring (tick)", "Once only")],
)
@pytest.mark.parametrize(("yes", "no"), [("x", None), ("\u2713", ""), ("Yes", "No")])
def test_boxes_say_of_which_lines_the_quantity_is_a_years(desk, yearly, once, yes, no):
    head = ["Ref", "Commitment", "Hours", yearly, once]
    lines = [["NT17", "Volunteering", 10, yes, no], ["NT17", "Talks", 10, no, yes]]
    assert desk.xlsx([*ABOVE, head, *lines]).lines == [(5, "NT17", "40"), (6, "NT17", "10")]
    assert desk.xlsx([*ABOVE, head, ["NT17", "Help", 10, yes, yes], *lines]).finding("unclear-basis")


def test_a_month_that_is_ticked_is_asked_about(desk):
    lines = [["NT17", "Volunteering", 10, "x", "", ""], ["NT17", "Talks", 10, "", "x", ""]]
    read = desk.xlsx([*ABOVE, ["Ref", "Commitment", "Hours", "Monthly", "Annually", "One-off"], *lines, lines[0]])
    assert [quantity for _, _, quantity in read.lines] == [None, "40", None]


@pytest.mark.parametrize("head", ["Annual?", "Repeated each year?", "Recurring?"])
def test_a_lone_box_leaves_open_whether_the_quantity_is_that_of_a_year(desk, head):
    lines = [["NT17", "Volunteering", 10, "Y"], ["NT17", "Talks", 10, "N"]]
    read = desk.xlsx([*ABOVE, ["Ref", "Commitment", "Hours", head], *lines])
    assert read.lines == [(5, "NT17", None), (6, "NT17", "10")]


@pytest.mark.parametrize(
    ("quantity", "unit", "basis", "read"),
    [
        ("10 per month", "hours", "", "180"),
        ("10 hours a quarter", "", "", "60"),
        ("60 (10 per quarter)", "hours", "", "60"),
        ("180 = 10 per month", "hours", "", "180"),
        ("40 (10 per quarter)", "hours", "", None),  # of one year, in a contract of one and a half
        ("10 a month for the contract term", "hours", "", "180"),
        ("10 a month for 18 months", "hours", "", "180"),
        ("10 a year for 18 months", "hours", "", "15"),
        ("10 a year over the life of the contract", "hours", "", "15"),
        (10, "hours per month", "", "180"),
        (10, "Quarterly", "", "60"),
        (10, "hours", "Monthly", "180"),
        (10, "FTE per month", "", None),  # may as well be those that there are in each
        (10, "hours per week", "", None),
        ("10 a month for 3 years", "hours", "", None),
    ],
)
def test_what_is_said_of_each_month_or_quarter_is_added_up_over_the_contract(desk, quantity, unit, basis, read):
    lines = [["NT17", "Help", quantity, unit, basis]]
    told = desk.xlsx([["Contract length", "18 months"], ["Ref", "Commitment", "Quantity", "Unit", "Basis"], *lines])
    assert told.lines == [(3, "NT17", read)]
    assert read is None or set(told.names) <= {"per-year-spread"}


@pytest.mark.parametrize("note", ["For the first 6 months", "In term time", "Months 3-9", "Not in summer"])
def test_what_falls_in_some_months_is_asked_about(desk, note):
    table = [["Ref", "Commitment", "Quantity", "Unit", "Notes"], ["NT17", "Help", 10, "hours per month", note]]
    assert desk.xlsx([["Contract length", "18 months"], *table]).names == ["some-years-said"]


def test_years_below_the_name_of_one_lot_are_added_up(desk):
    read = desk.xlsx(
        [["Ref", "Commitment", "CPS Lot 3", None], [None, None, "Year 1", "Year 2"], ["NT17", "Help", 4, 5]]
    )
    assert read.lines == [(3, "NT17", "9")]
    assert _years(read.commitments[0]) == [1, 2]


def test_between_two_lots_that_no_total_adds_up_it_is_asked(desk):
    read = desk.xlsx([["Ref", "Commitment", "Unit", "Lot 1", "Lot 2"], ["NT17", "Help", "hours", 4, 5]])
    assert read.finding("ambiguous-column").message == "'Lot 1' and 'Lot 2' could each be the quantity"
    assert read.lines == [(2, "NT17", None)]


@pytest.mark.parametrize(
    "said",
    [
        *("Help, 12 hours over 3 years", "12 hours of help in total", "Help for 12 hours a month"),
        *("24 hours of help a year", "12 hours for the whole contract"),
    ],
)
def test_a_text_that_says_another_amount_than_that_of_each_year_is_told(desk, said):
    read = desk.xlsx([["Contract length", "3 years"], [], ["Ref", "Commitment", "Unit", "Quantity per year"],
                      ["NT17", said, "hours", 12]])  # fmt: skip
    assert not {"amount-in-description", "rate-in-description"}.isdisjoint(read.names)


@pytest.mark.parametrize("said", ["Help, 36 hours over 3 years", "12 hours of help a year", "4 hours of it each year"])
def test_one_that_comes_to_it_or_to_a_part_of_it_is_not(desk, said):
    read = desk.xlsx([["Contract length", "3 years"], [], ["Ref", "Commitment", "Unit", "Quantity per year"],
                      ["NT17", said, "hours", 12]])  # fmt: skip
    assert (read.lines, read.names) == ([(4, "NT17", "36")], ["per-year-spread"])


@pytest.mark.parametrize(
    "note",
    [
        "Total over 3 years",
        "Spread evenly over the contract",
        "One-off",
        "12 hours over the contract",
        "4 hours a year",
    ],
)
def test_a_note_that_it_is_of_all_years_or_another_amount_is_asked_about(desk, note):
    read = desk.xlsx([["Contract length", "3 years"], [], ["Ref", "Commitment", "Hours per year", "Notes"],
                      ["NT17", "Help", 12, note]])  # fmt: skip
    assert not {"rate-conflict", "line-withdrawn"}.isdisjoint(read.names)


def test_how_it_is_spread_leaves_open_over_what(desk):
    read = desk.xlsx([["Contract length", "3 years"], [], ["Ref", "Commitment", "Hours per year", "Notes"],
                      ["NT17", "Help", 12, "Spread evenly"]])  # fmt: skip
    assert (read.lines, read.names) == ([(4, "NT17", "36")], ["per-year-spread"])


@pytest.mark.parametrize("typed", ["12 in total", "12 over 3 years", "12 hours one-off"])
def test_what_is_typed_as_all_there_is_under_a_heading_of_each_year_is_asked_about(desk, typed):
    head = ["Ref", "Commitment", "Unit", "Quantity per year"]
    read = desk.xlsx([["Contract length", "3 years"], [], head, ["NT17", "Help", "hours", typed]])
    assert (read.lines, read.names) == ([(4, "NT17", None)], ["rate-conflict"])


@pytest.mark.parametrize(("note", "quantity"), [("Average per year", "36"), ("On average", "12")])
def test_so_much_on_average_each_year_is_that_much_a_year(desk, note, quantity):
    read = desk.xlsx([["Contract length", "3 years"], [], ["Ref", "Commitment", "Hours", "Notes"],
                      ["NT17", "Help", 12, note]])  # fmt: skip
    assert read.lines == [(4, "NT17", quantity)]

"""The table is found wherever it stands, its columns by what people call them; what could be either is asked."""

import openpyxl
import pytest

from sv_cli.bids.tables.headings.headings import Headings

HEAD = ["Ref", "Commitment", "Unit", "Quantity"]


def merged(*ranges):
    def finish(book: openpyxl.Workbook) -> None:
        for area in ranges:
            book["Commitments"].merge_cells(area)

    return finish


def test_the_heading_is_found_below_titles_and_told(desk):
    read = desk.xlsx([["Social value"], [], ["Supplier", "Acme Ltd"], [], HEAD, ["NT1", "Jobs", "FTE", 3]])
    (table,) = read.tables
    assert (table.sheet, table.header_row, table.first_row, table.last_row) == ("Commitments", 5, 6, 6)
    assert table.columns == {"reference": "Ref", "description": "Commitment", "unit": "Unit", "quantity": "Quantity"}
    assert table.how["Ref"] == "by name"
    assert read.contract.supplier == "Acme Ltd"
    assert read.told == []


@pytest.mark.parametrize("heading", ["Target / Units offered", "Quantity or target", "Target/Quantity (total)"])
def test_a_heading_of_two_names_for_one_field_is_that_field(desk, heading):
    read = desk.xlsx([["Ref", "Commitment", "Unit", heading], ["NT1", "Jobs", "FTE", 3]])
    assert read.lines == [(2, "NT1", "3")]


def test_a_heading_of_two_fields_is_neither(desk):
    read = desk.xlsx([["Ref", "Commitment", "Quantity", "Unit / Quantity"], ["NT1", "Jobs", 3, 4]])
    assert read.lines == [(2, "NT1", "3")]


def test_a_decision_beyond_empty_columns_takes_a_line_back(desk):
    rows = [[*HEAD, None, None, "Decision"], ["NT17", "Time", "hours", 40, None, None, "Rejected"]]
    assert "line-withdrawn" in desk.xlsx([*rows, ["NT1", "Jobs", "FTE", 3, None, None, "Accepted"]]).names


def test_a_note_beside_a_description_that_is_merged_over_its_row_is_no_line(desk):
    rows = [[*HEAD, "Notes"], ["NT17", "Time", "hours", 40, "In schools"], [None, None, None, None, "And libraries"]]
    assert desk.xlsx(rows, merged("B2:B3")).names == []


def test_amounts_beside_a_table_that_are_its_own_again_are_no_others(desk):
    rows = [["NT17", "Time", 130, "hours", None, 130], ["NT29", "Café", 80, "hours", None, 80]]
    read = desk.xlsx([["Ref", "Commitment", "Quantity", "Unit"], *rows, [None, None, 210]])
    assert read.names == ["total-row-skipped"]


def test_two_heading_rows_are_read_together(desk):
    read = desk.xlsx(
        [
            ["Ref", "Measure", "Unit", "Quantity", None, None, "Cost (£)", None],
            [None, None, None, "Year 1", "Year 2", "Total", "Year 1", "Year 2"],
            ["NT1", "Jobs", "FTE", 1, 2, 3, 1000, 2000],
            ["Total", None, None, 1, 2, 3, 1000, 2000],
        ],
        merged("D1:F1", "G1:H1", "A1:A2", "B1:B2", "C1:C2"),
    )
    assert read.lines == [(3, "NT1", "3")]
    assert [(part.period.label, part.quantity) for part in read.commitments[0].tranches] == [
        ("Year 1", 1),
        ("Year 2", 2),
    ]
    assert read.told == [("Commitments!4", "total-row-skipped")]


@pytest.mark.parametrize("over", [None, "Year", "Contract year"])
def test_years_above_a_unit_that_is_named_below_each_are_counted_in_it(desk, over):
    read = desk.xlsx([[over, "Year 1", "Year 2"], ["Ref", "Days", "No. of days"], ["NT17", 4, 5]])
    assert read.lines == [(3, "NT17", "9")]
    assert read.commitments[0].unit == "day"


@pytest.mark.parametrize("below", ["£", "People"])
def test_of_two_units_below_each_year_a_line_is_in_the_one_that_it_fills_in(desk, below):
    rows = [
        ["Ref", "Commitment", "Year 1", None, "Year 2", None],
        [None, None, "Hours", below, "Hours", below],
        ["NT17", "Time", 40, None, 50, "-"],
        ["NT1", "Gifts or jobs", None, 3, None, 4],
        ["NT29", "Café", 5, 6, 7, 8],
    ]
    read = desk.xlsx(rows)
    assert read.lines == [(3, "NT17", "90"), (4, "NT1", "7"), (5, "NT29", None)]
    assert read.names == ["quantity-undecided"]


@pytest.mark.parametrize("other", ["£", "People"])
def test_so_is_it_of_two_units_above_the_years(desk, other):
    head = [["Ref", "Commitment", "Hours", None, other, None], [None, None, "Year 1", "Year 2", "Year 1", "Year 2"]]
    read = desk.xlsx([*head, ["NT17", "Time", 40, 50, None, None], ["NT1", "Gifts or jobs", None, None, 3, 4]])
    assert read.lines == [(3, "NT17", "90"), (4, "NT1", "7")]
    assert read.names == []


def test_pounds_beside_the_hours_of_each_year_in_every_line_are_what_these_are_worth(desk):
    heads = [["Ref", "Commitment", "Year 1", None, "Year 2", None], [None, None, "Hours", "£", "Hours", "£"]]
    assert desk.xlsx([*heads, ["NT17", "Time", 40, 480, 50, 600]]).lines == [(3, "NT17", "90")]


@pytest.mark.parametrize("over", [("Year 1", "Year 2"), ("Q1", "Q2"), ("Lot 1", "Lot 2")])
def test_columns_that_only_a_row_below_the_heading_names_are_asked_about(desk, over):
    rows = [[None, None, "Men", "Women", "Men", "Women"], ["NT17", "Time", 40, 20, 50, 30]]
    read = desk.xlsx([["Ref", "Commitment", over[0], None, over[1], None], *rows])
    assert read.lines == [(3, "NT17", None)]
    assert "year-column-unclear" in read.names


def test_columns_that_only_the_row_below_names_are_told_of_beside_quantities_of_two_units(desk):
    rows = [["NT17", "Time", 40, 20, None, None], ["NT1", "Jobs", None, None, 3, 4]]
    head = [["Ref", "Commitment", "Hours", None, "People", None], [None, None, "North", "South", "North", "South"]]
    read = desk.xlsx([*head, *rows])
    assert read.lines == [(3, "NT17", "40"), (4, "NT1", "3")]
    assert read.names.count("extension-not-added") == 2


def test_years_above_quantities_are_read_whatever_the_references_are_headed(desk):
    rows = [["Year", "2026-27", "2027-28"], ["Ref / activity", "Qty", "Qty"], ["NT17", 4, 5], ["NT9", 1, 0]]
    assert desk.xlsx(rows).lines == [(3, "NT17", "9"), (4, "NT9", "1")]


@pytest.mark.parametrize(
    ("below", "told"), [("Hours per month", "rate-column-unclear"), ("Hours (000s)", "scaled-heading")]
)
def test_a_rate_or_a_scale_below_a_year_is_asked(desk, below, told):
    read = desk.xlsx([[None, "Year 1", "Year 2"], ["Ref", below, below], ["NT17", 4, 5]])
    assert read.lines == [(3, "NT17", None)]
    assert read.finding(told)


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("tCO2e saved {}", "tCO2e"),
        ("Saving {} (tCO2e)", "tCO2e"),
        ("{} tonnes CO2e avoided", "tCO2e"),
        ("Hours to be given in {}", "hour"),
    ],
)
@pytest.mark.parametrize("years", [("2026/27", "2027/28"), ("Year 1", "Year 2")])
def test_columns_of_what_is_saved_in_each_year_are_added_up(desk, heading, unit, years):
    read = desk.xlsx([["Ref", "Measure", *map(heading.format, years)], ["NT31", "Vans", 4, 5]])
    assert [(str(each.quantity), each.unit) for each in read.commitments] == [("9", unit)]


@pytest.mark.parametrize("heading", ["Hours delivered 2024", "£ saved 2026", "tCO2e emitted 2026", "Hours given 2024"])
def test_what_was_done_or_emitted_in_a_year_is_no_quantity(desk, heading):
    assert desk.xlsx([["Ref", "Measure", heading], ["NT31", "Vans", 4]]).lines == []


def test_a_column_that_others_come_to_in_every_row_is_the_quantity(desk):
    head = ["Ref", "Measure", "Unit", "Heaton Park", "Boggart Hole", "All parks"]
    lines = [["NT17", "Help", "hours", 60, 45, 105], ["NT8", "Talks", "hours", 6, None, 6]]
    assert desk.xlsx([head, *lines]).lines == [(2, "NT17", "105"), (3, "NT8", "6")]
    assert desk.xlsx([head, lines[0], ["NT8", "Talks", "hours", 6, 4, 11]]).lines == []


def test_the_highest_of_three_cases_is_no_sum_of_the_others(desk):
    read = desk.xlsx([["Ref", "Measure", "Unit", "Low", "Central", "High"], ["NT17", "Help", "hours", 60, 45, 105]])
    assert read.lines == [(2, "NT17", None)]


@pytest.mark.parametrize("head", [["Labour cost", "Materials cost", "All costs"], ["Score A", "Score B", "Score C"]])
def test_sums_of_money_or_scores_are_no_quantity(desk, head):
    assert desk.xlsx([["Ref", "Measure", "Unit", *head], ["NT17", "Help", "hours", 60, 45, 105]]).lines == []


@pytest.mark.parametrize("heading", ["Number & unit", "No. and unit", "Qty & unit"])
def test_a_column_of_numbers_with_their_units_is_the_quantity(desk, heading):
    read = desk.xlsx([["Ref", "Measure", heading], ["NT17", "Help", "4 hours"], ["NT16", "Gift", "£40"]])
    assert [each.unit for each in read.commitments] == ["hour", "GBP"]


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Total £000", "GBPk"),
        ("Total £k", "GBPk"),
        ("Saving over contract (tCO2e)", "tCO2e"),
        ("Total savings, tCO2e", "tCO2e"),
        ("Reduction over term (tonnes CO2e)", "tCO2e"),
    ],
)
def test_a_total_or_a_saving_is_headed_with_its_unit(desk, heading, unit):
    read = desk.xlsx([["Ref", "Measure", heading], ["NT31", "Vans", 4]])
    assert [(str(each.quantity), each.unit) for each in read.commitments] == [("4", unit)]


@pytest.mark.parametrize("below", ["per month", "(per month)", "number per week", "each quarter"])
def test_a_row_of_rates_below_the_heading_is_asked(desk, below):
    read = desk.xlsx([["Ref", "Measure", "Target"], [None, None, below], ["NT17", "Volunteering", 4]])
    assert read.lines == [(3, "NT17", None)]
    assert read.finding("rate-column-unclear")


def test_so_much_a_year_below_the_heading_is_added_up(desk):
    facts = [["Contract length", "3 years"], []]
    read = desk.xlsx([*facts, ["Ref", "Measure", "Target"], [None, None, "per annum"], ["NT17", "Volunteering", 4]])
    assert read.lines == [(5, "NT17", "12")]


@pytest.mark.parametrize("named", ["NT17 Volunteering", "NT17", "Volunteering (NT17)"])
def test_a_column_of_codes_may_stand_first_without_a_heading(desk, named):
    read = desk.xlsx([[None, "Quantity", "Unit"], [named, 100, "hours"]])
    assert read.lines == [(2, "NT17", "100")]


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("How many hours will you give under NT17 (volunteering)?", "NT17"),
        ("Please state your commitment for NT17 Volunteering in hours.", "NT17"),
        ("Volunteering with local groups [NT17] - hours", "NT17"),
        ("How many hours will you give, not counting those under NT17?", None),
        ("How many hours will you give under NT17 or NT29?", None),
        ("How many hours will you give to schools (formerly NT17)?", None),
    ],
)
def test_without_a_column_of_references_a_question_may_say_the_code_that_it_is_of(desk, question, code):
    other = ["4.2", "How many hours of talks will you give under NT8?", "12 hours"]
    third = ["4.3", "How many miles will you save under NT32?", "300 miles"]
    read = desk.xlsx([["Question number", "Question", "Answer"], ["4.1", question, "5 hours"], other, third])
    assert read.lines == [(2, code, "5"), (3, "NT8", "12"), (4, "NT32", "300")]


def test_the_codes_of_questions_leave_a_column_of_references_as_it_is(desk):
    lines = [["NT17", "How many hours of those under NT8?", 5], [None, "How many hours for NT8?", 12]]
    assert desk.xlsx([["Ref", "Question", "Quantity"], *lines]).lines == [(2, "NT17", "5"), (3, None, "12")]


def test_a_total_of_several_factors_is_read_where_fewer_would_prove_another_line(desk):
    head = ["Ref", "Unit", "Hours per visit", "Staff", "Sites", "Visits a year", "Years", "Total hours"]
    lines = [["NT17", "hours", 4, 2, 5, 2, 3, 240], ["NT8", "hours", 2, 1, 5, 1, 3, 30]]
    assert desk.xlsx([head, *lines]).lines == [(2, "NT17", "240"), (3, "NT8", "30")]
    assert desk.xlsx([head, *lines]).told == []
    for others in lines, [lines[0], ["NT8", "hours", 2, 1, 5, 2, 3, 60]]:
        wrong = desk.xlsx([head, *others, ["NT9", "hours", 4, 2, 5, 2, 3, 200]])
        assert [each.unsure != () for each in wrong.commitments] == [False, False, True]


@pytest.mark.parametrize(("total", "quantity"), [(320, "320"), (160, None)])
def test_a_total_over_the_contract_is_what_each_session_sessions_a_year_and_its_years_come_to(desk, total, quantity):
    head = ["Ref", "Commitment", "Hours per session", "Sessions per year", "Total hours over contract"]
    read = desk.xlsx([["Contract length", "2 years"], head, ["NT17", "Lunch club", 4, 40, total]])
    assert read.lines == [(3, "NT17", quantity)]


@pytest.mark.parametrize(("total", "quantity"), [(120, "120"), (130, None)])
def test_a_commitment_headed_per_year_stands_beside_that_in_total(desk, total, quantity):
    head = ["Ref", "Measure", "Unit", "Commitment (per year)", "Commitment (total)"]
    read = desk.xlsx([["Contract length", "3 years"], head, ["NT17", "Volunteering", "hours", 40, total]])
    assert read.lines == [(3, "NT17", quantity)]


def test_hours_are_those_of_all_where_staff_and_hours_of_each_prove_it(desk):
    head = ["Ref", "Commitment", "Staff", "Hours each", "Hours"]
    assert desk.xlsx([head, ["NT17", "Gardens", 6, 8, 48], ["NT8", "Talks", 2, 5, 10]]).lines == [
        (2, "NT17", "48"),
        (3, "NT8", "10"),
    ]
    assert desk.xlsx([head, ["NT17", "Gardens", 6, 8, 50]]).lines == [(2, "NT17", None)]


@pytest.mark.parametrize("when", ["Quarterly review", "Reviewed annually", "Monthly report to the council"])
def test_how_often_a_promise_is_reviewed_says_nothing_of_how_much_it_comes_to(desk, when):
    read = desk.xlsx([["Contract length", "4 years"], [*HEAD, "When"], ["NT17", "Volunteering", "hours", 4, when]])
    assert read.lines == [(3, "NT17", "4")]


@pytest.mark.parametrize(
    "when", ["Annually, reported quarterly", "Every other year", "Each summer", "Every two years", "Biennially"]
)
def test_what_falls_more_than_once_is_asked_how_much_it_comes_to(desk, when):
    read = desk.xlsx([["Contract length", "4 years"], [*HEAD, "When"], ["NT17", "Volunteering", "hours", 4, when]])
    assert read.lines == [(3, "NT17", None)]
    assert read.finding("unclear-basis")


@pytest.mark.parametrize(
    "heading",
    [
        "Quantity (days unless stated)",
        "Quantity (days offered)",
        "Quantity (staff days of 7.5 hours)",
        "Quantity - days",
        "Target: days",
    ],
)
def test_a_heading_says_its_unit_whatever_stands_behind_it(desk, heading):
    read = desk.xlsx([["Ref", "Measure", heading], ["NT17", "Volunteering", 4]])
    assert [(each.unit, each.quantity) for each in read.commitments] == [("day", 4)]


def test_a_unit_that_holds_unless_stated_gives_way_to_the_cell(desk):
    read = desk.xlsx(
        [["Ref", "Measure", "Quantity (days unless stated)"], ["NT8", "Talks", "4 hours"], ["NT17", "V", 4]]
    )
    assert [each.unit for each in read.commitments] == ["hour", "day"]


@pytest.mark.parametrize("form", ["{}", "{} term", "{} (hours)", "{} target"])
def test_the_terms_of_a_school_are_added_up_as_quarters_are(desk, form):
    head = ["Ref", "Commitment", "Unit", *(form.format(name) for name in ("Autumn", "Spring", "Summer"))]
    assert desk.xlsx([head, ["NT17", "Time", "hours", 10, 20, 40]]).lines == [(2, "NT17", "70")]
    told = desk.xlsx([[*head, "Total"], ["NT17", "Time", "hours", 10, 20, 40, 80]])
    assert (told.lines, told.names) == ([(2, "NT17", None)], ["total-mismatch"])


@pytest.mark.parametrize("heading", ["Quantity (words)", "Quantity in words", "In words"])
def test_a_quantity_that_is_spelt_out_beside_has_to_be_the_same(desk, heading):
    rows = [["NT17", "Time", "hours", 240, "two hundred and forty"], ["NT1", "Jobs", "FTE", 20, "thirty"]]
    read = desk.xlsx([["Ref", "Commitment", "Unit", "Quantity", heading], *rows])
    assert read.lines == [(2, "NT17", "240"), (3, "NT1", None)]
    assert read.names == ["quantity-undecided"]


@pytest.mark.parametrize("heading", ["Hours wanted", "Volunteers needed", "Quantity requested"])
def test_what_somebody_wants_is_not_promised(desk, heading):
    read = desk.xlsx([["Ref", "Need", heading, "Unit"], ["NT17", "Time", 40, "hours"]])
    assert (read.commitments, read.names) == ((), ["no-table"])


@pytest.mark.parametrize("form", ["Qty (Y{})", "Target (Q{})", "Hours (Y{})", "Offer (Y{})", "Units (Y{})"])
def test_times_in_brackets_are_added_up_though_they_hold_the_same(desk, form):
    read = desk.xlsx([["Ref", "Measure", form.format(1), form.format(2)], ["NT17", "Volunteering", 4, 4]])
    assert read.lines == [(2, "NT17", "8")]


@pytest.mark.parametrize(
    ("one", "other"), [("Qty (North)", "Qty (South)"), ("Qty (site A)", "Qty (site B)"), ("Target 1", "Target 2")]
)
def test_parts_that_hold_the_same_are_not_taken_for_one_quantity_said_twice(desk, one, other):
    assert desk.xlsx([["Ref", "Measure", one, other], ["NT17", "Volunteering", 4, 4]]).lines == [(2, "NT17", None)]


def test_a_quantity_said_twice_is_read_once(desk):
    head = ["Ref", "Measure", "Quantity (offered)", "Quantity (number)"]
    assert desk.xlsx([head, ["NT17", "Volunteering", 4, 4]]).lines == [(2, "NT17", "4")]


@pytest.mark.parametrize(("begun", "done"), [("Starters", "Completers"), ("Attendees", "Passes")])
def test_those_who_begin_and_those_who_finish_may_each_be_promised(desk, begun, done):
    read = desk.xlsx([["Ref", "Measure", begun, done, "Unit"], ["NT9", "Courses", 10, 6, "people"]])
    assert read.lines == [(2, "NT9", None)]


@pytest.mark.parametrize("heading", ["% additional", "Retention at 6 months", "Additionality", "Likelihood"])
def test_a_share_that_is_not_used_is_told(desk, heading):
    read = desk.xlsx([[*HEAD, heading], ["NT3", "Jobs", "people", 10, "60%"]])
    assert read.finding("share-not-used")


def test_places_that_are_numbers_are_no_slip_for_where_it_is(desk):
    read = desk.xlsx([["Ref", "Course", "Places", "Unit"], ["NT9", "Bricklaying", 12, "weeks"]])
    assert read.lines == [(2, "NT9", "12")]


@pytest.mark.parametrize(("offer", "number"), [("Offer", "Number"), ("Target", "No."), ("Proposed", "Number")])
def test_an_offer_in_words_is_what_the_number_beside_it_is_of(desk, offer, number):
    lines = [["NT17", "Rewiring the scout hut", 32, "hours"], ["NT8", "Talks", 10, "hours"]]
    read = desk.xlsx([["Ref", offer, number, "Unit"], *lines])
    assert read.lines == [(2, "NT17", "32"), (3, "NT8", "10")]
    assert read.commitments[0].description == "Rewiring the scout hut"


def test_a_group_above_years_that_are_no_promise_is_not_read(desk):
    read = desk.xlsx(
        [
            ["Ref", "Measure", "Quantity", "Actual", None],
            [None, None, None, "Year 1", "Year 2"],
            ["NT1", "Jobs", 5, 1, 2],
        ],
        merged("D1:E1"),
    )
    assert read.lines == [(3, "NT1", "5")]


def test_a_row_of_promises_is_not_taken_for_a_second_heading_row(desk):
    read = desk.xlsx([HEAD, ["NT1", "Hours", "hours", 2026], ["NT2", "Year 1", "hours", 2027]])
    assert read.lines == [(2, "NT1", "2026"), (3, "NT2", "2027")]


def test_a_column_that_counts_the_rows_is_no_reference(desk):
    read = desk.xlsx([["Ref", "TOMs Ref", "Commitment", "Quantity"], [1, "NT1", "Jobs", 3], [2, "NT17", "Hours", 40]])
    assert read.lines == [(2, "NT1", "3"), (3, "NT17", "40")]


def test_two_columns_that_could_be_the_quantity_are_asked_about(desk):
    rows = [["Ref", "Commitment", "Quantity", "Target (total)"], ["NT1", "Jobs", 3, 5]]
    read = desk.xlsx(rows)
    assert read.lines == [(2, "NT1", None)]
    assert read.told == [("Commitments!C1", "ambiguous-column"), ("Commitments!C2", "quantity-undecided")]
    found = read.finding("ambiguous-column")
    assert found.message == "'Quantity' and 'Target (total)' could each be the quantity"
    assert found.help == "choose one with --column quantity='Quantity', or rename the others"

    settled = desk.xlsx(rows, columns={"quantity": "Target (total)"})
    assert settled.lines == [(2, "NT1", "5")]
    assert settled.told == []


def test_of_years_that_are_read_beside_an_optional_one_the_first_and_the_last_are_named(desk):
    read = desk.xlsx([["Ref", "Unit", "Year 1", "Year 2", "Year 3 (optional)", "Total"], ["NT17", "hours", 3, 4, 5, 7]])
    assert read.lines == [(2, "NT17", "7")]
    assert read.finding("extension-not-added").message.endswith("; only 'Year 1 to Year 2' was read")


HALVES = [["Ref", "Unit", "Year 1", None, "Year 2", None], [None, None, "H1", "H2", "H1", "H2"]]
LINE = ["NT17", "hours", 10, 20, 30, 40]


@pytest.mark.parametrize(
    "heading",
    [
        [["Measures", None, "Bidder to complete"], *HALVES],
        [["Ref", "Unit", "Our offer"], [None, None, *HALVES[0][2:]], HALVES[1]],
        [["Ref", "Delivery"], [None, "Core term"], [None, "Unit", "Year 1", "Year 2", "Year 3", "Year 4"]],
    ],
)
def test_headings_of_three_rows_share_out_what_stands_over_them(desk, heading):
    lines = [",".join(cell or "" for cell in row) for row in heading]
    read = desk.csv("\n".join([*lines, "NT17,hours,10,20,30,40"]))
    assert sum(int(amount) for _, _, amount in read.lines) == 100


@pytest.mark.parametrize("group", ["Delivered to date", "Stretch", "Achieved under the last contract"])
def test_times_below_a_group_that_is_not_promised_are_not_read(desk, group):
    years = [["Ref", "Unit", group, None], [None, None, "Year 1", "Year 2"], ["NT17", "hours", 10, 20]]
    assert desk.xlsx(years).names == ["no-table"]
    three = [["Ref", "Unit", group], [None, None, *HALVES[0][2:]], HALVES[1], LINE]
    assert all(amount is None for _, _, amount in desk.xlsx(three).lines)


@pytest.mark.parametrize("heading", ["Total FTE", "Total km"])
def test_a_total_in_a_unit_of_one_form_says_how_many(desk, heading):
    read = desk.xlsx([["Ref", "Commitment", "Full time", "Part time", heading], ["NT1", "Posts", 3, 2, 4]])
    assert read.lines == [(2, "NT1", "4")]


def test_the_initial_term_does_not_count_an_extension_and_a_total_may(desk):
    rows = ["Extension (optional 2 years)"], ["NT17", "hours", 300, 200]
    read = desk.xlsx([["Ref", "Unit", "Initial term", *rows[0]], rows[1]])
    assert (read.lines, read.names) == ([(2, "NT17", "300")], ["extension-not-added"])
    assert "year-column-unclear" in desk.xlsx([["Ref", "Unit", "Total", *rows[0]], rows[1]]).names


def test_quarters_of_two_financial_years_are_asked_about(desk):
    read = desk.xlsx([["Ref", "Commitment", "Unit", "Q4 FY26", "Q1 FY27"], ["NT17", "Talks", "hours", 10, 20]])
    assert read.lines == [(2, "NT17", None)]
    assert read.finding("ambiguous-column").message == "'Q4 FY26' and 'Q1 FY27' could each be the quantity"


def test_a_product_of_hours_and_what_nobody_gives_hours_to_is_asked_about(desk):
    read = desk.xlsx([["Ref", "Commitment", "Hours", "Packs", "Total"], ["NT17", "Sorting", 10, 2, 20]])
    assert read.lines == [(2, "NT17", None)]
    assert read.finding("ambiguous-column").message == "'Total' and 'Hours' could each be the quantity"


def test_what_the_target_is_counted_in_may_stand_further_right(desk):
    read = desk.xlsx([["Ref", "Commitment", "Target", "Lead", "Counted in"], ["NT17", "Talks", 10, "Asha", "days"]])
    assert [each.unit for each in read.commitments] == ["day"]


@pytest.mark.parametrize("heading", ["Counted in", "Type", None])
def test_a_unit_that_is_not_known_loses_no_other_of_its_column(desk, heading):
    rows = [["NT17", "Talks", 10, "days"], ["NT17", "Walks", 60, "things"]]
    read = desk.xlsx([["Ref", "Commitment", "Quantity", heading], *rows])
    assert [(each.unit, each.unit_text) for each in read.commitments] == [("day", "days"), (None, "things")]


@pytest.mark.parametrize(("heading", "said"), [("By", "PA"), ("Governance", "Monthly"), ("Comms", "Quarterly")])
def test_initials_and_what_is_done_about_promises_are_no_rates_of_them(desk, heading, said):
    rows = [["NT17", "Talks", 10, "hours", said], ["NT17", "Walks", 60, "hours", "JH"]]
    assert desk.xlsx([["Ref", "Commitment", "Quantity", "Unit", heading], *rows]).lines == [
        (2, "NT17", "10"),
        (3, "NT17", "60"),
    ]


def test_a_sum_of_years_is_their_total_beside_a_stage_of_the_contract(desk):
    head = ["Ref", "Commitment", "Y1", "Y2", "Y1-2", "Mobilisation"]
    read = desk.xlsx([head, ["NT17", "Talks", 10, 20, 30, None], ["NT1", "Posts", 1, 2, 3, None]])
    assert read.lines == [(2, "NT17", "30"), (3, "NT1", "3")]


def test_a_line_whose_words_are_those_of_headings_is_known_by_its_amount(desk):
    read = desk.csv("Measure,Quantity,Unit\nTalks,40,hours\nActivity,12.5,hours\nActivity,n/a,hours")
    assert [(each.row, each.quantity) for each in read.commitments] == [(2, 40), (3, 12.5), (4, None)]


def test_a_guessed_column_without_a_heading_is_named_by_its_letter(desk):
    read = desk.xlsx([["Ref", "Commitment", None, "Unit"], ["NT17", "Time", 3, "hours"], ["NT1", "Jobs", 4, "FTE"]])
    assert read.lines == [(2, "NT17", "3"), (3, "NT1", "4")]
    assert read.finding("heading-guessed").message.startswith("'column C' was read as the heading for the quantity")


def test_an_empty_column_does_not_compete(desk):
    read = desk.xlsx([["Ref", "Commitment", "Quantity", "Target"], ["NT1", "Jobs", 3, None]])
    assert read.lines == [(2, "NT1", "3")]


def test_a_column_that_is_asked_for_must_be_there(desk):
    read = desk.xlsx([HEAD, ["NT1", "Jobs", "FTE", 3]], columns={"quantity": "Goal"})
    assert read.reading.bid is None
    assert read.finding("no-such-column").message == "no table has a column 'Goal' to use for the quantity"


def test_tables_one_below_the_other_and_side_by_side_are_all_read(desk):
    below = desk.xlsx([HEAD, ["NT1", "Jobs", "FTE", 3], [], ["Lot 2"], ["Ref", "Quantity"], ["NT17", 40]])
    assert below.lines == [(2, "NT1", "3"), (6, "NT17", "40")]
    beside = desk.xlsx(
        [
            ["Ref", "Commitment", "Quantity", None, "Ref", "Quantity"],
            ["NT1", "Jobs", 3, None, "NT17", 5],
            ["NT2", "More", 4],
        ]
    )
    assert sorted(beside.lines) == [(2, "NT1", "3"), (2, "NT17", "5"), (3, "NT2", "4")]


def test_every_visible_sheet_is_read_and_sheets_can_be_chosen(desk):
    sheets = {"Lot 1": [HEAD, ["NT1", "Jobs", "FTE", 3]], "Lot 2": [HEAD, ["NT17", "Time", "hours", 4]]}
    assert [line.sheet for line in desk.xlsx(sheets).commitments] == ["Lot 1", "Lot 2"]
    assert [line.sheet for line in desk.xlsx(sheets, sheets=("lot 2",)).commitments] == ["Lot 2"]
    missing = desk.xlsx(sheets, sheets=("Lot 3",))
    assert missing.finding("no-such-sheet").message == "there is no sheet 'Lot 3'; the workbook has 'Lot 1', 'Lot 2'"
    assert missing.reading.bid is None


@pytest.mark.parametrize(
    "name", ["Guidance", "Definitions and Guidance", "Worked example", "Old version", "Proxy values"]
)
def test_a_sheet_that_only_explains_or_keeps_is_left_out_and_told(desk, name):
    read = desk.xlsx({name: [HEAD, ["NT1", "Hire two", "FTE", 2]], "Commitments": [HEAD, ["NT17", "Time", "hours", 4]]})
    assert read.lines == [(2, "NT17", "4")]
    assert read.told == [(name, "guidance-sheet-left-out")]


@pytest.mark.parametrize("name", ["Survey results", "Equipment list", "Minutes"])
def test_one_on_which_a_line_may_yet_be_promised_is_left_out_with_a_warning(desk, name):
    read = desk.xlsx({name: [HEAD, ["NT1", "Hire two", "FTE", 2]], "Commitments": [HEAD, ["NT17", "Time", "hours", 4]]})
    assert read.lines == [(2, "NT17", "4")]
    assert read.finding("measures-left-out")


def test_a_hidden_sheet_with_a_table_is_left_out_and_told(desk):
    def hide(book: openpyxl.Workbook) -> None:
        book["Last year"].sheet_state = "veryHidden"

    sheets = {"Commitments": [HEAD, ["NT1", "Jobs", "FTE", 3]], "Last year": [HEAD, ["NT1", "Jobs", "FTE", 30]]}
    read = desk.xlsx(sheets, hide)
    assert read.lines == [(2, "NT1", "3")]
    assert (
        read.finding("hidden-sheet-left-out").message
        == "the sheet is hidden and has a table (rows: 1), which was left out"
    )
    assert desk.xlsx(sheets, hide, sheets=("Last year",)).lines == [(2, "NT1", "30")]


def test_a_file_whose_only_table_is_hidden_has_no_bid(desk):
    read = desk.xlsx(
        {"Cover": [["Welcome"]], "Data": [HEAD, ["NT1", "Jobs", "FTE", 3]]},
        lambda book: setattr(book["Data"], "sheet_state", "hidden"),
    )
    assert read.reading.bid is None
    assert read.finding("no-table").message == (
        "no heading row of a table of commitments was found (the only tables are on sheet 'Data', left out)"
    )


@pytest.mark.parametrize("how", [{"hidden": True}, {"height": 0.75, "width": 0.1}], ids=["hidden", "a hair wide"])
def test_hidden_rows_and_columns_are_read_and_told(desk, how):
    def hide(book: openpyxl.Workbook) -> None:
        for name, value in how.items():
            if name != "width":
                setattr(book["Commitments"].row_dimensions[3], name, value)
            if name != "height":
                setattr(book["Commitments"].column_dimensions["D"], name, value)

    read = desk.xlsx([HEAD, ["NT1", "Jobs", "FTE", 3], ["NT17", "Time", "hours", 4]], hide)
    assert read.lines == [(2, "NT1", "3"), (3, "NT17", "4")]
    assert read.told == [("Commitments!D1", "hidden-column-read"), ("Commitments!3", "hidden-row-read")]


def test_without_a_quantity_column_it_is_said_what_was_seen(desk):
    read = desk.xlsx([["Bid"], ["Ref", "Measure", "Unit"], ["NT1", "Jobs", "FTE"]])
    assert read.reading.bid is None
    found = read.finding("no-table")
    assert found.fatal
    assert found.message == (
        "no heading row of a table of commitments was found "
        "(row 2 of sheet 'Commitments' names only reference and description and unit)"
    )


def test_columns_of_several_cases_are_named_in_one_finding(desk):
    lines = [[reference, text, 40, 50, 60] for reference, text in (("NT17", "Time"), ("NT8", "Talks"))]
    read = desk.xlsx([["Ref", "Commitment", "Low", "Base", "High"], *lines])
    assert [each.name for each in read.reading.findings] == ["no-table"]
    assert "names only reference and description; not known: 'Low', 'Base', 'High')" in read.finding("no-table").message


def test_an_attribution_column_without_a_direction_is_asked_about(desk):
    rows = [["Ref", "Commitment", "Quantity", "Attribution"], ["NT1", "Jobs", 3, 0.2], ["NT2", "Time", 4, None]]
    asked = desk.xlsx(rows)
    assert asked.lines == [(2, "NT1", None), (3, "NT2", "4")]
    assert asked.told == [("Commitments!D1", "attribution-unclear")]
    others = desk.xlsx(rows, columns={"attribution": "Attribution"})
    assert str(others.commitments[0].adjustments["attribution"]) == "0.2"
    own = desk.xlsx(rows, columns={"attribution_own": "Attribution"})
    assert str(own.commitments[0].adjustments["attribution"]) == "0.8"
    assert own.names == ["attribution-own"]


@pytest.mark.parametrize("name", ["Commitments (old)", "Example commitments", "Summary", "Previous version"])
def test_what_repeats_or_keeps_promises_is_not_read_a_second_time(desk, name):
    read = desk.xlsx({name: [HEAD, ["NT1", "Jobs", "FTE", 30]], "Commitments": [HEAD, ["NT1", "Jobs", "FTE", 3]]})
    assert read.lines == [(2, "NT1", "3")]
    assert read.told == [(name, "guidance-sheet-left-out")]


def test_a_sheet_of_guidance_and_commitments_is_read(desk):
    assert desk.xlsx({"Guidance and commitments": [HEAD, ["NT1", "Jobs", "FTE", 3]]}).lines == [(2, "NT1", "3")]


def test_a_summary_below_the_table_is_not_read_a_second_time(desk):
    read = desk.xlsx([HEAD, ["NT1", "Jobs", "FTE", 3], [], ["Summary by measure"], ["Ref", "Quantity"], ["NT1", 3]])
    assert read.lines == [(2, "NT1", "3")]
    assert read.told == [("Commitments!5", "example-table-left-out")]


def test_a_sheet_called_summary_is_read_where_it_is_the_only_one_with_a_table(desk):
    read = desk.xlsx(
        {"Cover": [["Supplier", "Acme"]], "Summary": [["Summary of our commitments"], HEAD, ["NT1", "Jobs", "FTE", 3]]}
    )
    assert read.lines == [(3, "NT1", "3")]


def test_choosing_a_sheet_keeps_the_facts_of_the_cover(desk):
    sheets = {
        "Cover": [["Contract value", 100]],
        "A": [HEAD, ["NT1", "Jobs", "FTE", 3]],
        "B": [HEAD, ["NT2", "Time", "hours", 4]],
    }
    read = desk.xlsx(sheets, sheets=("B",))
    assert read.lines == [(2, "NT2", "4")]
    assert read.contract.value == 100


@pytest.mark.parametrize("heading", ["Years 3-5", "FY28", "Year 3 onwards", "2028 to 2030"])
def test_a_column_of_years_that_cannot_be_told_leaves_nothing_out_unseen(desk, heading):
    read = desk.xlsx([["Ref", "Commitment", "Year 1", "Year 2", heading], ["NT1", "Jobs", 1, 2, 9]])
    assert read.lines == [(2, "NT1", None)]
    assert read.told == [("Commitments!E1", "year-column-unclear"), ("Commitments!E2", "quantity-undecided")]


def test_below_very_many_texts_a_heading_is_found_by_its_known_names(desk, monkeypatch):
    monkeypatch.setattr("sv_cli.bids.tables.finding.patience.MOST_TEXTS", 500)
    texts = "".join(f"Note {n},Some text that heads nothing ({n})\n" for n in range(300))
    read = desk.csv(f"{texts}Ref,Commitment,Quantity\nNT1,Jobs,3\n")
    assert read.lines == [(302, "NT1", "3")]


def test_many_sheets_of_texts_are_looked_at_no_longer_than_one(desk, monkeypatch):
    monkeypatch.setattr("sv_cli.bids.tables.finding.patience.MOST_TEXTS", 1_000)
    looked: list[str] = []
    recognise = Headings._recognise
    monkeypatch.setattr(Headings, "_recognise", lambda self, text: looked.append(text) or recognise(self, text))
    sheets = {f"Ward {at}": [[f"Lane {at}-{n} of town"] * 4 for n in range(500)] for at in range(8)}
    bid = [["Ref", "Commitment", "Quantity"], ["NT1", "Jobs", 3]]
    read = desk.xlsx({**sheets, "Bid": bid})
    assert read.lines == [(2, "NT1", "3")]
    assert len({text for text in looked if text.startswith("Lane")}) < 2_500


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (["Ref|Commitment|Quantity|Hours each|Total", "NT17|Help|5|8|40", "NT17|Talks|3|2|6"], ["40", "6"]),
        (["Line|Ref|Commitment|Quantity|Unit", "L-1|NT17|Help|8|hours", "L-2|NT17|Talks|9|hours"], ["8", "9"]),
        (["Contract term:|36 months", "Region:|Wales", "Ref|Commitment|Quantity", "NT17|Help|8"], ["8"]),
        (["Start date|01/04/2026", "Contract term|36 months", "Code|Description|No.", "NT17|Help|8"], ["8"]),
    ],
)
def test_columns_that_multiply_numbers_of_lines_and_labels_with_their_values_are_no_promises(desk, rows, lines):
    read = desk.csv("\n".join(rows).replace("|", ","))
    assert [(reference, quantity) for _, reference, quantity in read.lines] == [("NT17", each) for each in lines]


def test_a_sign_of_pounds_behind_a_heading_is_the_unit_of_its_amounts(desk):
    (line,) = desk.csv("Ref,Commitment,Quantity £\nNT1,Cash,500\n").commitments
    assert (line.quantity, line.unit) == (500, "GBP")


@pytest.mark.parametrize("counted", ["No.", "Number", "Total"])
def test_words_below_people_say_for_whom_the_amounts_beside_them_are(desk, counted):
    head = ["Ref", "Commitment", "Beneficiaries", counted, "Unit"]
    read = desk.xlsx([head, ["NT17", "Help", "Residents", 8, "hours"], ["NT8", "Talks", "Pupils", 9, "hours"]])
    assert read.lines == [(2, "NT17", "8"), (3, "NT8", "9")]
    asked = desk.xlsx([head, ["NT17", "Help", "TBC", 8, "hours"], ["NT8", "Talks", "Two", 9, "hours"]])
    assert [quantity for *_, quantity in asked.lines] == [None, None]


def test_a_number_of_something_a_year_says_its_unit(desk):
    read = desk.xlsx(
        [["Contract length", "3 years"], [], ["Ref", "Commitment", "No. of days p.a."], ["NT17", "Help", 2]]
    )
    assert [(each.quantity, each.unit) for each in read.commitments] == [(6, "day")]

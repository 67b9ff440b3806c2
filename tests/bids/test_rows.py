"""Each row is what a clerk would take it for: a commitment, a total, a heading, an example, a note."""

import openpyxl
import pytest

HEAD = ["Ref", "Commitment", "Unit", "Quantity"]
JOBS = ["NT1", "Jobs", "FTE", 3]
TIME = ["NT17", "Time", "hours", 40]


@pytest.mark.parametrize(
    "row",
    [
        ["Total", None, None, 43],
        [None, "Total", None, 43],
        [None, "TOTAL:", None, 43],
        [None, "Sub-total", None, 43],
        ["Grand Total", None, None, 43],
        [None, "Total for theme 1", None, 43],
        ["Subtotal Jobs", None, None, 43],
        [None, "Jobs total", None, 43],
        [None, None, None, 43],
        [None, "Total social value (£)", None, None],
        [None, "Carried forward", None, 43],
        ["n/a", "Total", None, 43],
    ],
)
def test_a_total_is_left_out_and_told(desk, row):
    read = desk.xlsx([HEAD, JOBS, TIME, row])
    assert read.lines == [(2, "NT1", "3"), (3, "NT17", "40")]
    assert read.told == [("Commitments!4", "total-row-skipped")]


def test_a_sum_formula_without_a_label_is_a_total(desk):
    read = desk.xlsx([HEAD, JOBS, TIME, [None, None, None, "=SUM(D2:D3)"]])
    assert read.lines == [(2, "NT1", "3"), (3, "NT17", "40")]
    assert read.finding("total-row-skipped").message == "read as a total and left out: '=SUM(D2:D3)'"


def test_a_promise_whose_text_begins_with_total_is_a_promise(desk):
    read = desk.xlsx([HEAD, JOBS, ["NT31", "Total tonnes of carbon saved", "tCO2e", 12]])
    assert read.lines == [(2, "NT1", "3"), (3, "NT31", "12")]
    assert read.told == []


def test_a_promise_without_a_reference_stays_in_the_bid(desk):
    read = desk.xlsx([HEAD, JOBS, [None, "Total hours of mentoring", "hours", 12]])
    assert read.lines == [(2, "NT1", "3"), (3, None, "12")]


def test_a_sum_of_lines_above_with_a_reference_is_not_valued(desk):
    def cached(book: openpyxl.Workbook) -> None:
        book["Commitments"]["D4"] = "=SUM(D2:D3)"

    read = desk.xlsx([HEAD, JOBS, TIME, ["NT9", "All together", "hours", 43]], cached)
    assert read.lines[2] == (4, "NT9", None)


@pytest.mark.parametrize(
    "row",
    [
        ["NT1", "e.g. Hire two apprentices", "FTE", 2],
        ["e.g. NT1", "Hire", "FTE", 2],
        ["Example", "Hire", "FTE", 2],
        ["NT1", "Example: hire two people", "FTE", 2],
        ["EXAMPLE", "NT1 Hire", "FTE", 2],
        ["NT1 (example)", "(Example) Hire", "FTE", 2],
    ],
)
def test_an_example_is_left_out_and_told(desk, row):
    read = desk.xlsx([HEAD, row, JOBS])
    assert read.lines == [(3, "NT1", "3")]
    assert read.told == [("Commitments!2", "example-row-skipped")]


def test_evidence_that_gives_an_example_makes_no_example_of_the_row(desk):
    read = desk.xlsx([[*HEAD, "Evidence"], [*JOBS, "e.g. payslips"], [*TIME, "Example"]])
    assert read.lines == [(2, "NT1", "3")]
    assert read.told == [("Commitments!3", "example-row-skipped")]


def test_a_line_of_a_form_that_nobody_filled_in_is_passed_over(desk):
    head = ["Ref", "Commitment", "Year 1", "Year 2", "Total"]
    read = desk.xlsx(
        [head, ["NT1", "Jobs", 1, 2, 3], [None, None, None, None, "=C3+D3"], [None, None, None, None, "=C4+D4"]]
    )
    assert read.lines == [(2, "NT1", "3")]
    assert read.told == []


def test_a_column_headed_number_is_the_quantity_unless_it_counts_the_rows(desk):
    assert desk.xlsx([["Ref", "Commitment", "No."], ["NT1", "Jobs", 3], ["NT2", "Time", 1]]).lines == [
        (2, "NT1", "3"),
        (3, "NT2", "1"),
    ]
    assert desk.xlsx([["No.", "Ref", "Commitment"], [1, "NT1", "Jobs"]]).names == ["no-table"]
    assert desk.xlsx([["Ref", "Commitment", "No."], ["NT1", "Jobs", 1], ["NT2", "Time", 2]]).lines == [
        (2, "NT1", "1"),
        (3, "NT2", "2"),
    ]


def test_rows_below_a_line_that_says_example_are_examples(desk):
    read = desk.xlsx([HEAD, ["Examples"], ["NT1", "Hire", "FTE", 2], [], ["Your commitments"], JOBS])
    assert read.lines == [(6, "NT1", "3")]
    assert read.told == [("Commitments!3", "example-row-skipped")]


def test_a_table_below_a_line_that_says_example_is_an_example(desk):
    read = desk.xlsx([["Worked example"], HEAD, JOBS, [], ["Your commitments"], HEAD, TIME])
    assert read.lines == [(7, "NT17", "40")]
    assert read.told == [("Commitments!2", "example-table-left-out")]


def test_headings_between_rows_and_notes_below_are_passed_over(desk):
    read = desk.xlsx(
        [HEAD, ["Theme 1: Jobs"], JOBS, ["Theme 2"], TIME, [], ["Notes: subject to contract"], [None, "and more"]]
    )
    assert read.lines == [(3, "NT1", "3"), (5, "NT17", "40")]
    assert read.told == []


def test_a_text_among_the_rows_is_told(desk):
    read = desk.xlsx([HEAD, JOBS, [None, "We will also paint the hall"], TIME, [None, "And host a fair"]])
    assert read.lines == [(2, "NT1", "3"), (4, "NT17", "40")]
    assert read.told == [("Commitments!B3", "text-row"), ("Commitments!B5", "text-row")]


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ([["We will clean the canal"], ["We will paint the school hall"]], ["A4", "A5"]),
        ([["Environment"], ["We will clean the canal"]], ["A5"]),
        ([["We will clean the canal"], ["Notes"], ["All figures leave out VAT"]], ["A4"]),
        ([["We confirm that the above is accurate."], ["Contact Jo Hale with any questions"]], []),
        ([["We confirm that all staff are paid the Living Wage"]], ["A4"]),
        ([["* All figures leave out VAT"], ["They are for the whole contract"]], []),
        ([[], ["All figures leave out VAT"]], []),
        ([[], ["We will also plant forty trees in the park"]], ["A5"]),
    ],
)
def test_sentences_that_adjoin_the_last_line_are_told_where_descriptions_come_first_too(desk, below, told):
    lines = [[text, reference, unit, amount] for reference, text, unit, amount in (HEAD, JOBS, TIME)]
    read = desk.xlsx([*lines, *below])
    assert read.lines == [(2, "NT1", "3"), (3, "NT17", "40")]
    assert read.told == [(f"Commitments!{cell}", "text-row") for cell in told]


def test_a_reference_alone_is_a_commitment_without_a_quantity(desk):
    read = desk.xlsx([HEAD, JOBS, ["NT10"]])
    assert read.lines == [(2, "NT1", "3"), (3, "NT10", None)]
    assert read.finding("no-quantity").message == "the quantity is empty"


def test_what_is_to_be_confirmed_does_not_vanish(desk):
    read = desk.xlsx([HEAD, JOBS, [None, "Careers fair", None, "TBC"]])
    assert read.lines == [(2, "NT1", "3"), (3, None, None)]
    assert read.finding("no-quantity").message == "the quantity is 'TBC'"


@pytest.mark.parametrize(
    "row",
    [
        ["(1)", "(2)", "(3)", "(4)"],
        [1, 2, 3, 4],
        ["Please select", "Describe", None, "Enter number"],
        [None, None, "(text)", "(number)"],
    ],
)
def test_instructions_under_the_heading_are_left_out_and_told(desk, row):
    read = desk.xlsx([HEAD, row, JOBS])
    assert read.lines == [(3, "NT1", "3")]
    assert read.told == [("Commitments!2", "instruction-row-skipped")]


def test_texts_merged_over_rows_count_for_each_of_them_and_a_merged_quantity_for_none(desk):
    def merge(book: openpyxl.Workbook) -> None:
        for area in ("A2:A3", "D4:D5"):
            book["Commitments"].merge_cells(area)

    read = desk.xlsx([HEAD, JOBS, [None, "More jobs", "FTE", 2], TIME, ["NT18", "More", "hours", None]], merge)
    assert read.lines == [(2, "NT1", "3"), (3, "NT1", "2"), (4, "NT17", None), (5, "NT18", None)]
    assert read.told == [("Commitments!D4", "merged-quantity"), ("Commitments!D5", "merged-quantity")]


@pytest.mark.parametrize(
    ("heading", "column", "text"),
    [
        ("Our approach", "E", "Our staff help at the school (not offered)"),
        ("Details", "E", "Our staff help at the school (not offered)"),
        ("Commitment", "B", "Help at the school if we win both lots"),
        ("Commitment", "B", "Help at the school, subject to funding"),
    ],
)
def test_a_text_merged_over_rows_takes_each_of_them_back_and_is_told_once(heading, column, text, desk):
    at = "ABCDE".index(column)
    rows = [[*each, "Our staff do it all"] for each in (HEAD, TIME, TIME, JOBS)]
    rows[0][at], rows[1][at], rows[2][at], rows[2][3] = heading, text, None, 20
    read = desk.xlsx(rows, lambda book: book["Commitments"].merge_cells(f"{column}2:{column}3"))
    assert read.lines == [(2, "NT17", None), (3, "NT17", None), (4, "NT1", "3")]
    assert [name for _, name in read.told] == ["line-withdrawn", "line-withdrawn"]


def test_a_line_struck_through_is_not_valued(desk):
    def strike(book: openpyxl.Workbook) -> None:
        for cell in book["Commitments"][3]:
            cell.font = openpyxl.styles.Font(strike=True)

    read = desk.xlsx([HEAD, JOBS, TIME], strike)
    assert read.lines == [(2, "NT1", "3"), (3, "NT17", None)]
    assert read.told == [("Commitments!A3", "struck-out")]


@pytest.mark.parametrize("heads", [["Year 1", "Year 2"], ["Hours", "Weeks"]])
def test_nor_is_one_of_which_a_part_is_struck_through_and_a_hidden_part_is_told(desk, heads):
    def strike(book: openpyxl.Workbook) -> None:
        book["Commitments"]["D3"].font = openpyxl.styles.Font(strike=True)
        book["Commitments"].column_dimensions["C"].hidden = True

    lines = [["NT17", "Volunteering", 40, None], ["NT9", "Training on site", None, 12]]
    read = desk.xlsx([["Ref", "Commitment", *heads], *lines], strike)
    assert read.lines == [(2, "NT17", "40"), (3, "NT9", None)]
    assert [each for each in read.told if each[1] in ("struck-out", "hidden-column-read")] == [
        ("Commitments!C1", "hidden-column-read"),
        ("Commitments!D3", "struck-out"),
    ]


def test_the_same_promise_twice_is_told_with_both_places(desk):
    read = desk.xlsx({"Lot 1": [HEAD, JOBS], "Lot 2": [HEAD, TIME, JOBS]})
    assert (
        read.finding("said-twice").message
        == "'NT1' with the same text and quantity is already in row 2 of sheet 'Lot 1'"
    )
    assert read.told == [("Lot 2!3", "said-twice")]


def test_a_reference_that_only_looks_like_one_is_not_valued(desk):
    read = desk.xlsx(
        [
            HEAD,
            ["N\u0422 1", "Jobs", "FTE", 3],
            ["NT\u200b17", "Time", "hours", 4],
            ["\u200bNT18\u00a0", "Time", "hours", 4],
        ]
    )
    assert read.lines == [(2, "N\u0422 1", None), (3, "NT\u200b17", None), (4, "NT18", "4")]
    assert [found.message for found in read.reading.findings] == [
        "the reference 'N\u0422 1' has a character that looks like another: cyrillic capital letter te",
        "the reference 'NT\\u200b17' has a character that looks like another: zero width space",
        "invisible characters around the reference were removed; it is read as 'NT18'",
    ]


def test_the_heading_of_a_section_says_of_which_year_the_lines_below_it_are(desk):
    read = desk.xlsx([HEAD, JOBS, ["Year 2 only"], TIME, ["Social"], JOBS, ["Year 10 pupils"], TIME])
    periods = [each.tranches[0].period for each in read.commitments]
    assert [period and period.number for period in periods] == [None, 2, None, None]


def test_words_behind_a_reference_of_the_library_are_kept_with_it(desk):
    rows = [
        ["volunteering.hour at median pay", *TIME[1:]],
        ["volunteering.hour", *TIME[1:]],
        ["NT17 - Time", *TIME[1:]],
    ]
    read = desk.xlsx([HEAD, *rows, *rows])
    said = [(each.reference, each.reference_words) for each in read.commitments]
    assert said == 2 * [("volunteering.hour", "at median pay"), ("volunteering.hour", None), ("NT17", None)]


@pytest.mark.parametrize(("letters", "said"), [(80, "e.g. " + "x" * 75), (81, "e.g. " + "x" * 74 + "…")])
def test_of_a_row_that_is_left_out_the_beginning_is_told(desk, letters, said):
    read = desk.xlsx([["Ref", "Commitment", "Quantity"], [None, f"e.g. {'x' * (letters - 5)}"], ["NT1", "Jobs", 5]])
    assert read.finding("example-row-skipped").message.endswith(f"left out: {said!r}")


@pytest.mark.parametrize(
    ("march", "april"), [("Mar 2027", "Apr 2027"), ("March '27", "April '27"), ("Mar-27", "Apr-27")]
)
def test_a_month_falls_into_the_year_of_the_contract_that_it_names(desk, march, april):
    read = desk.xlsx(
        [["Contract start", "1 April 2026"], [], ["Ref", "Commitment", march, april], ["NT1", "Jobs", 2, 5]]
    )
    assert [(part.period.number, part.quantity) for part in read.commitments[0].tranches] == [(1, 2), (2, 5)]


def test_a_backslash_is_told_once(desk):
    read = desk.xlsx([HEAD, JOBS, ["NT17", "Time", "hours", "4\\5"]])
    assert read.finding("not-a-number").message == "'4\\5' is not a number that can be read with certainty"


def test_a_title_right_above_the_next_table_is_no_promise_left_out(desk):
    lots = "Lot 1 - homes in the north\nRef,Measure,Unit,Qty\nNT17,Volunteering,hours,40\nLot 2 - homes in the south\n"
    read = desk.csv(f"{lots}Ref,Measure,Unit,Qty\nNT17,Volunteering,hours,55\n")
    assert [line.quantity for line in read.commitments] == [40, 55]
    assert "text-row" not in read.names


def test_what_is_said_of_all_lines_below_them_is_no_promise_left_out(desk):
    read = desk.csv("Ref,Measure,Unit,Qty\nNT17,Volunteering,hours,40\nAll figures are per year,,,\n")
    assert "text-row" not in read.names


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (["Ref", "Measure", "Quantity", "Unit"], ["NT17", "Gardening with residents, 400 hours in total", 40, "hours"]),
        (
            ["Ref", "Measure", "Quantity", "Unit", "Description"],
            ["NT17", "Volunteering", 40, "hours", "We will give 400 hours of gardening"],
        ),
    ],
)
def test_another_amount_in_any_text_that_says_what_is_promised_is_told(desk, head, line):
    assert desk.xlsx([head, line]).finding("amount-in-description")


@pytest.mark.parametrize(
    ("description", "unit"),
    [("500 kg of food kept out of landfill", "tonnes"), ("500 MWh saved", "kWh"), ("500 kgCO2e saved", "tCO2e")],
)
def test_the_same_number_of_a_unit_of_another_size_is_asked_about(desk, description, unit):
    head = ["Ref", "Description", "Quantity", "Unit"]
    assert desk.xlsx([head, ["NT17", description, 500, unit]]).finding("amount-in-description")
    assert desk.xlsx([head, ["NT17", description, "500", description.split()[1]]]).told == []


def test_an_amount_in_a_text_that_says_how_it_is_done_leaves_the_line(desk):
    head = ["Ref", "Measure", "Quantity", "Unit", "Description"]
    assert desk.xlsx([head, ["NT17", "Volunteering", 40, "hours", "Teams of 8 meet for 4 hours"]]).told == []


def test_a_year_that_is_a_working_without_end_is_asked_at_once(desk):
    read = desk.csv(f"Ref,Measure,Year,Qty\nNT17,Volunteering,{'4 x ' * 40}!,40\n")
    assert "not-a-year" in read.names


@pytest.mark.parametrize("total", ["Total", "Sub-total", "Total volunteering"])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_total_under_the_reference_of_its_lines_is_asked_wherever_it_stands(desk, total, at):
    lines = [["NT17", "Volunteering in parks", "hours", 40], ["NT17", "Volunteering in schools", "hours", 20]]
    lines.insert(at, ["NT17", total, "hours", 70])
    read = desk.xlsx([["Ref", "Commitment", "Unit", "Quantity"], ["NT8", "Talks", "hours", 5], *lines])
    assert [quantity for *_, quantity in read.lines if quantity is None] == [None]
    assert [where for where, name in read.told if name == "total-with-reference"] == [f"Commitments!D{3 + at}"]


def test_one_of_something_else_is_a_line(desk):
    rows = [["NT17", "Total eclipse walks", "hours", 70], ["NT17", "Work in parks", "hours", 40]]
    read = desk.xlsx([["Ref", "Commitment", "Unit", "Quantity"], *rows])
    assert read.lines == [(2, "NT17", "70"), (3, "NT17", "40")]


def test_a_measure_without_an_amount_heads_the_lines_without_a_reference_below_it(desk):
    head, *parts = ["NT17", "Volunteering"], ["", "Oak School", "hours", 50], ["", "Elm School", "hours", 100]
    read = desk.xlsx([HEAD, head, *parts, ["", "Subtotal", "hours", 150], ["NT8", "Talks", "hours", 5]])
    assert [line[1:] for line in read.lines] == [("NT17", "50"), ("NT17", "100"), ("NT8", "5")]
    read = desk.xlsx([HEAD, ["NT17", "Volunteering", "hours", None], *parts])  # its own amount may be forgotten
    assert [line[1:] for line in read.lines] == [("NT17", None), (None, "50"), (None, "100")]

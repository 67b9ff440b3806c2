"""What stands beside the number of a line and speaks of it: notes, statuses, and amounts in words."""

import pytest

HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
LINES = [["NT17", "Volunteering in schools", 40, "hours"], ["NT29", "Work in parks", 20, "hours"]]


def beside(desk, heading, *said):
    """The two lines, with these words beside the second."""
    return desk.xlsx([[*HEAD, heading], LINES[0], *([*LINES[1], each] for each in said)])


@pytest.mark.parametrize("note", ["200 hours", "forty hours", "We offer 200 hours", "10 in total", "Total: 200"])
def test_a_note_that_says_another_amount_is_asked_about(desk, note):
    assert beside(desk, "Notes", note).finding("line-withdrawn")


@pytest.mark.parametrize("note", ["20 hours", "20 in total", "Twenty hours", "5 hours", "4 visits", "Minutes of 2026"])
def test_a_note_that_says_the_same_or_something_else_is_not(desk, note):
    read = beside(desk, "Notes", note)
    assert read.lines == [(2, "NT17", "40"), (3, "NT29", "20")]


@pytest.mark.parametrize("note", ["Best endeavours", "Where possible", "If reasonably practicable", "Target only"])
def test_a_note_that_promises_no_more_than_to_try_is_asked_about(desk, note):
    assert beside(desk, "Notes", note).finding("line-withdrawn")


@pytest.mark.parametrize(
    "note", ["No longer available", "No longer needed", "Taken from our 2024 bid", "Copied from Lot 2"]
)
def test_a_note_that_a_line_is_no_longer_promised_or_comes_from_another_bid_is_asked_about(desk, note):
    assert beside(desk, "Notes", note).finding("line-withdrawn")


@pytest.mark.parametrize("note", ["In each year of the contract", "For each year", "Each year of the contract"])
def test_a_note_that_it_is_so_each_year_is_heeded(desk, note):
    assert beside(desk, "Notes", note).lines == [(2, "NT17", "40"), (3, "NT29", None)]


def test_a_note_that_it_is_so_at_each_of_several_is_asked_about(desk):
    assert beside(desk, "Comments", "Per school - 5 schools").finding("unclear-basis")


@pytest.mark.parametrize("status", ["Closed", "Ended", "Complete", "Finished"])
def test_a_line_that_is_done_already_among_live_ones_is_asked_about(desk, status):
    read = desk.xlsx([[*HEAD, "Status"], [*LINES[0], "Live"], [*LINES[1], status]])
    assert read.finding("line-withdrawn")


@pytest.mark.parametrize(
    "text",
    ["We give forty hours in parks", "At least twenty-five hours", "120 hours in parks", "120 hours for KS2 pupils"],
)
def test_a_description_that_says_another_amount_in_words_or_figures_is_asked_about(desk, text):
    assert desk.xlsx([HEAD, LINES[0], ["NT29", text, 20, "hours"]]).finding("amount-in-description")


@pytest.mark.parametrize(
    "text",
    ["We give twenty hours", "Ten hours at each site", "Often ten people give two hours", "KS2 pupils for 20 hours"],
)
def test_one_that_says_the_same_amount_or_a_part_of_it_is_not(desk, text):
    assert "amount-in-description" not in desk.xlsx([HEAD, LINES[0], ["NT29", text, 20, "hours"]]).names


def test_a_number_below_our_share_is_asked_about_even_where_there_is_one_line(desk):
    assert desk.xlsx([[*HEAD, "Our share"], [*LINES[0], 30]]).finding("ambiguous-column")


def test_a_unit_that_a_text_says_of_all_amounts_is_that_of_an_empty_cell_of_units(desk):
    lines = [["NT17", "Volunteering", 4, None], ["NT29", "Work in parks", 20, "hours"]]
    read = desk.xlsx([["All figures in days"], HEAD, *lines])
    assert [each.unit for each in read.commitments] == ["day", "hour"]


def test_fewer_days_than_staff_who_give_them_may_be_those_of_each(desk):
    read = desk.xlsx([["Ref", "Commitment", "Days offered", "Staff"], ["NT17", "Help", 4, 10], ["NT29", "Parks", 9, 3]])
    assert read.lines == [(2, "NT17", None), (3, "NT29", "9")]
    assert read.finding("multiplier-unclear")


@pytest.mark.parametrize("note", ["NT29 is subject to board approval", "NB: NT 29 is optional", "NT29 was withdrawn"])
@pytest.mark.parametrize("above", [True, False])
def test_a_text_around_the_table_may_say_of_one_line_that_it_is_not_promised(desk, note, above):
    read = desk.xlsx([*([[note], []] if above else []), HEAD, *LINES, *([] if above else [[], [note]])])
    assert [(each.reference, bool(each.unsure)) for each in read.commitments] == [("NT17", False), ("NT29", True)]


def test_it_may_name_the_line_by_an_id_of_the_library_too(desk):
    read = desk.xlsx([HEAD, LINES[0], ["place.staff-hour", *LINES[1][1:]], [], ["place.staff-hour is optional"]])
    assert [bool(each.unsure) for each in read.commitments] == [False, True]


@pytest.mark.parametrize("note", ["NT29 counts hours of volunteering", "NT29 - work in parks", "NT29 starts in Year 2"])
def test_one_that_says_what_a_line_is_leaves_it(desk, note):
    assert desk.xlsx([HEAD, *LINES, [], [note]]).lines == [(2, "NT17", "40"), (3, "NT29", "20")]


@pytest.mark.parametrize(
    "said",
    [
        "All figures are maximums",
        "Group-wide figures across all our contracts",
        "DRAFT - not yet approved by the board",
        "The above figures include 30 hours already delivered",
        "Figures include the optional 2-year extension",
        "These commitments apply to each of the four sites",
        "The above will be delivered twice",
        "These figures have been replaced by those on sheet 2",
        "Quantities TBC after the site visit",
        "Subject to finance director sign-off",
        "These figures are no longer valid",
    ],
)
def test_a_text_around_the_table_may_say_of_all_lines_that_they_are_not_promised_for_sure(desk, said):
    read = desk.xlsx([HEAD, *LINES, [], [said]])
    assert [bool(each.unsure) for each in read.commitments] == [True, True]


def test_what_is_done_in_each_of_the_years_is_promised_each_year(desk):
    read = desk.xlsx([["Contract length", "3 years"], ["We will do this in each of the 3 years"], [], HEAD, *LINES])
    assert [each.quantity for each in read.commitments] == [120, 60]


@pytest.mark.parametrize(
    "text",
    [
        *("Work in parks - no longer possible", "Work in parks if the weather allows", "We will try to dig the beds"),
        *("Work in parks unless it rains", "Work in parks on request", "Work in parks (est.)"),
        *("Work in parks - maximum 20", "Work in parks: 4 sites @ 20 hours"),
        *("Work in parks. Subject to demand, this is 20 hours", "Work in parks, subject to availability of staff"),
        *("We can no longer offer the work in parks", "Work in parks: no longer offered, see the letter"),
    ],
)
def test_a_description_may_say_that_its_line_is_not_promised_for_sure(desk, text):
    assert desk.xlsx([HEAD, LINES[0], ["NT29", text, 20, "hours"]]).lines[1] == (3, "NT29", None)


@pytest.mark.parametrize("text", ["We no longer offer plastic bags", "Advice on contracts subject to approval regimes"])
def test_what_is_said_of_other_things_leaves_its_line(desk, text):
    assert desk.xlsx([HEAD, LINES[0], ["NT29", text, 20, "hours"]]).lines[1] == (3, "NT29", "20")


def test_a_minimum_right_of_the_quantity_may_be_all_that_is_promised(desk):
    read = desk.xlsx([[*HEAD, "Minimum"], [*LINES[0], 30], [*LINES[1], 10]])
    assert read.finding("ambiguous-column")


def test_a_minimum_left_of_it_is_what_the_buyer_wants(desk):
    read = desk.xlsx(
        [["Ref", "Commitment", "Minimum", "Our offer"], ["NT17", "Help", 30, 40], ["NT29", "Parks", 5, 20]]
    )
    assert read.lines == [(2, "NT17", "40"), (3, "NT29", "20")]


def test_what_starts_in_a_later_year_falls_in_it(desk):
    read = desk.xlsx([[*HEAD, "Start"], [*LINES[0], "Year 1"], [*LINES[1], "Year 2"]])
    assert read.lines == [(2, "NT17", "40"), (3, "NT29", "20")]
    assert [each.period.number for each in read.commitments[1].tranches] == [2]


def test_what_is_given_each_year_from_a_later_one_falls_in_the_years_left(desk):
    head = ["Ref", "Commitment", "Hours per year", "Start"]
    read = desk.xlsx([["Contract length", "3 years"], head, ["NT17", "Volunteering", 40, "Year 2"]])
    assert read.lines == [(3, "NT17", "80")]
    assert [each.period.number for each in read.commitments[0].tranches] == [2, 3]


@pytest.mark.parametrize("said", ["Figures in 00s", "All figures x1000", "Quantities x 10", "Numbers in 10s"])
def test_a_text_above_the_table_may_say_that_its_figures_are_to_be_multiplied(desk, said):
    assert desk.xlsx([[said], [], HEAD, *LINES]).finding("scaled-heading")


@pytest.mark.parametrize("said", ["Subject to contract", "All hours are staff hours", "Figures exclude the extension"])
def test_what_changes_nothing_is_left_alone(desk, said):
    assert desk.xlsx([HEAD, *LINES, [], [said]]).lines == [(2, "NT17", "40"), (3, "NT29", "20")]


@pytest.mark.parametrize(
    "note",
    [
        "Please ignore NT29",
        "Delete NT29",
        "We no longer offer NT29",
        "Row 3 is withdrawn",
        "Line 2 is subject to funding",
        "NT29 has been removed from our offer",
    ],
)
def test_texts_around_on_a_sheet_of_notes_or_in_a_note_may_name_what_is_taken_back(desk, note):
    below, noted = [HEAD, *LINES, [], [note]], [[*HEAD, "Notes"], LINES[0], [*LINES[1], note]]
    other = {"Offer": [HEAD, *LINES], "Notes": [["Notes"], [1, "Talks are held in schools"], [2, note]]}
    for rows in (below, noted, other):
        asked = [each.quantity is None or bool(each.unsure) for each in desk.xlsx(rows).commitments]
        assert asked == [False, True]


@pytest.mark.parametrize(
    ("note", "taken"),
    [
        ("Lines 1 and 3 are subject to funding", [True, False, True]),
        ("Rows 3-4 are not confirmed", [False, True, True]),
        ("Lines 1, 2 & 3 are provisional", [True, True, True]),
        ("Rows 3 to 999 are not confirmed", [False, True, True]),
    ],
)
def test_several_lines_may_be_named_by_their_numbers(desk, note, taken):
    read = desk.xlsx([HEAD, *LINES, ["NT17", "Reading buddies", 10, "hours"], [], [note]])
    assert [each.quantity is None or bool(each.unsure) for each in read.commitments] == taken
    assert "sentence-not-understood" not in read.names


def test_a_note_may_name_as_many_lines_as_there_are(desk):
    lines = [["NT17", f"Reading with class {number}", 10, "hours"] for number in range(2, 83)]
    read = desk.xlsx([HEAD, *lines, [], ["Rows 2 to 80 are not confirmed"]])
    assert [each.row for each in read.commitments if not each.unsure] == [82]


@pytest.mark.parametrize("note", ["Row 3 counts hours only", "NT29 evidence: timesheets", "Line 2 starts in Year 2"])
def test_those_that_say_how_it_is_delivered_do_not(desk, note):
    assert desk.xlsx([[*HEAD, "Notes"], LINES[0], [*LINES[1], note]]).lines[1] == (3, "NT29", "20")


@pytest.mark.parametrize("note", ["Not yet confirmed", "Not confirmed yet", "Not yet confirmed with the school"])
def test_what_is_not_yet_confirmed_is_not_promised(desk, note):
    read = desk.xlsx([[*HEAD, "Notes"], LINES[0], [*LINES[1], note]])
    assert [each.quantity is None or bool(each.unsure) for each in read.commitments] == [False, True]


@pytest.mark.parametrize("said", ["Register, if needed", "Photos if required"])
def test_what_shows_a_line_may_be_shown_only_if_it_is_asked_for(desk, said):
    read = beside(desk, "What shows it", said)
    assert (read.lines, read.names) == ([(2, "NT17", "40"), (3, "NT29", "20")], [])


@pytest.mark.parametrize("said", ["1.1 (NT17)", "2.3.1 NT17", "4 [NT17]", "(a) NT17", "Q3.2: NT17", "3.2 \u2013 NT17"])
def test_a_number_of_the_form_may_stand_before_the_code(desk, said):
    assert desk.xlsx([HEAD, [said, "Help", 40, "hours"], LINES[1]]).lines[0] == (2, "NT17", "40")


def test_a_heading_of_any_name_with_a_unit_in_brackets_heads_the_only_amounts(desk):
    head = ["Ref", "Task", "Effort (hrs)"]
    read = desk.xlsx([head, ["NT17", "Volunteer week", 40], ["NT8", "Careers fair", 4]])
    assert [(each.quantity, each.unit) for each in read.commitments] == [(40, "hour"), (4, "hour")]


def test_growth_that_is_not_used_is_told_of(desk):
    read = desk.xlsx([[*HEAD, "Annual growth"], [*LINES[0], "10%"], [*LINES[1], "0%"]])
    assert read.finding("share-not-used")


def test_a_rate_that_comes_to_the_quantity_in_the_contracts_years_is_not_told_of(desk):
    rows = [["Contract length", "3 years"], [], HEAD]
    read = desk.xlsx(
        [*rows, ["NT17", "Help: 20 hours per year", 60, "hours"], ["NT8", "Talks - 5 hours p.a.", 15, "hours"]]
    )
    assert "rate-in-description" not in {found.name for found in read.reading.findings}
    read = desk.xlsx([*rows, ["NT17", "Help: 20 hours per year", 20, "hours"]])
    assert read.finding("rate-in-description")


def test_what_ends_each_year_may_be_given_each_year(desk):
    read = desk.xlsx([[*HEAD, "By when"], [*LINES[0], "End of each contract year"], [*LINES[1], "Christmas"]])
    assert read.finding("not-a-date")


@pytest.mark.parametrize(
    "note",
    [
        "Clarification response 2: line 2 should read 15 hours",
        "Correction: the quantity in row 3 should be 15, not 20",
        "NT29 - amended to 15",
        "Line 2 is wrong",
    ],
)
def test_a_text_below_or_an_answer_on_another_sheet_may_correct_a_line_that_it_names(desk, note):
    below = [HEAD, *LINES, [], [note]]
    answers = [["No.", "Question", "Answer"], [1, "When does it start?", "In April"], [2, "Please check.", note]]
    for rows in (below, {"Offer": [HEAD, *LINES], "Clarifications": answers}):
        assert [each.quantity is None or bool(each.unsure) for each in desk.xlsx(rows).commitments] == [False, True]


def test_what_a_line_says_already_corrects_nothing(desk):
    read = desk.xlsx([HEAD, *LINES, [], ["Clarification response 2: line 2 should read 20 hours"]])
    assert read.lines == [(2, "NT17", "40"), (3, "NT29", "20")]


def test_a_line_that_the_buyer_is_to_deliver_is_asked_about(desk):
    read = desk.xlsx([[*HEAD, "Delivered by"], [*LINES[0], "Our staff"], [*LINES[1], "The Council"]])
    assert [bool(each.unsure) or each.quantity is None for each in read.commitments] == [False, True]


def test_a_note_that_leaves_the_choice_between_two_lines_is_asked_about(desk):
    note = "Either this or line 1, at the choice of the charity and its trustees"
    assert beside(desk, "Notes", note).finding("line-withdrawn")


@pytest.mark.parametrize(
    "note",
    [
        "Line 2 is per annum",
        "NT29: annual figure",
        "Note: line 1 is for the whole contract; line 2 is per year",
        "Line 1 is a one-off, and line 2 is per annum.",
    ],
)
def test_a_note_may_say_of_a_line_that_it_names_that_it_is_a_years(desk, note):
    read = desk.xlsx([["Contract length", "3 years"], HEAD, *LINES, [], [note]])
    assert read.lines == [(3, "NT17", "40"), (4, "NT29", "60")]
    assert "sentence-not-understood" not in read.names


@pytest.mark.parametrize(
    "note", ["This is the yearly figure", "It is a monthly amount.", "Figure per annum", "These are annual hours"]
)
def test_a_note_may_say_of_its_line_that_it_is_a_years(desk, note):
    read = desk.xlsx([["Contract length", "3 years"], [*HEAD, "Notes"], [*LINES[0], note], [*LINES[1], ""]])
    assert [each.reference for each in read.commitments if each.quantity is None] == ["NT17"]
    assert read.finding("unclear-basis")


@pytest.mark.parametrize(
    ("heading", "answer"),
    [
        ("Delivered by", "The Council will deliver"),
        ("Who will deliver", "Client to provide"),
        ("Delivered by", "To be delivered by the Authority"),
        ("Include in contract?", "N"),
        ("Included in our bid (Yes/No)", "No"),
        ("Included in price?", "No"),
        ("Included within contract price (Y/N)", "N"),
    ],
)
def test_a_line_that_the_buyer_delivers_or_that_is_left_out_is_asked_about(desk, heading, answer):
    other = "Y" if len(answer) < len("None") else "Us"
    read = desk.xlsx([[*HEAD, heading], [*LINES[0], answer], [*LINES[1], other]])
    assert [bool(each.unsure) for each in read.commitments] == [True, False]


@pytest.mark.parametrize(
    "described",
    ["Help (includes the 20 hours under NT29)", "Help, incl. NT29 hours", "Help – including NT29", "Help (cumulative)"],
)
def test_a_line_that_counts_another_is_asked_about(desk, described):
    read = desk.xlsx([HEAD, [LINES[0][0], described, *LINES[0][2:]], LINES[1]])
    assert read.finding("part-of-another").place.row == 2


def test_a_line_is_named_by_the_number_that_it_begins_with(desk):
    numbered = [["No.", *HEAD], [11, *LINES[0]], [12, *LINES[1]]]
    read = desk.xlsx([["Contract length", "3 years"], *numbered, [], ["Line 11 is per annum"]])
    assert read.lines == [(3, "NT17", "120"), (4, "NT29", "20")]


@pytest.mark.parametrize(("heading", "numbers"), [("Lot", (3, 3)), ("FY from", (2026, 2027))])
def test_a_number_that_lines_share_and_a_year_name_no_line(desk, heading, numbers):
    rows = [[heading, *HEAD], *([number, *line] for number, line in zip(numbers, LINES, strict=True))]
    read = desk.xlsx([*rows, [], ["Line 2 is optional"]])
    assert [bool(each.unsure) for each in read.commitments] == [False, True]


def test_one_note_may_say_of_two_lines_what_each_is(desk):
    note = "Line 2 is per annum. Line 1 is optional."
    read = desk.xlsx([["Contract length", "3 years"], HEAD, *LINES, [], [note]])
    assert [bool(each.unsure) for each in read.commitments] == [True, False]
    assert read.lines[1] == (4, "NT29", "60")


def test_a_row_that_may_be_the_sheets_or_the_tables_is_asked_about(desk):
    read = desk.xlsx([["Contract length", "3 years"], HEAD, *LINES, [], ["Row 2 is per annum"]])
    assert read.lines[1] == (4, "NT29", None)


@pytest.mark.parametrize(
    "said",
    [
        *("All quantities are for each of our three sites", "The above is offered at each of the 4 depots"),
        *("Only one of the two will be delivered", "Volunteering hours are per person"),
        "Volumes are based on a contract value of £2m and will flex with spend",
        *("The council will match these hours", "Joint offer with Acme Ltd", "We will aim to deliver the following"),
    ],
)
def test_sentences_that_make_the_lines_more_or_fewer_are_told(desk, said):
    assert desk.xlsx([HEAD, *LINES, [], [said]]).finding("sentence-not-understood")


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Applies to", "Option years only"),
        ("Notes", "Extension period"),
        ("Stage", "If instructed"),
        ("Counted under", "line 1"),
        ("Parent line", "1"),
        ("Notes", "x2 if renewed"),
        ("Notes", "+10 hours if renewed"),
    ],
)
def test_a_line_of_an_extension_or_counted_by_another_is_asked_about(desk, heading, said):
    assert beside(desk, heading, said).finding("line-withdrawn")


@pytest.mark.parametrize(
    "note", ["Min 10, max 30", "Between 10 and 30 hours", "Net of leavers", "Minus 5 for holidays"]
)
def test_a_note_that_leaves_open_how_much_of_it_there_is_is_asked_about(desk, note):
    assert beside(desk, "Notes", note).finding("line-withdrawn")


def test_a_note_that_it_is_so_every_other_year_is_asked_about(desk):
    assert beside(desk, "Notes", "Every other year").finding("unclear-basis")


@pytest.mark.parametrize(
    ("heading", "firm", "other"),
    [
        ("Committed (C) / Aspirational (A)", "C", "A"),
        ("Status (F = firm, S = stretch)", "F", "S"),
        ("New (N) or existing (E)", "N", "E"),
    ],
)
def test_letters_stand_for_the_words_that_their_heading_explains(desk, heading, firm, other):
    read = desk.xlsx([[*HEAD, heading], [*LINES[0], firm], [*LINES[1], other]])
    assert [bool(each.unsure) for each in read.commitments] == [False, True]


@pytest.mark.parametrize(
    "heading", ["Quantity if renewed", "Quantity on renewal", "Quantity up to", "Quantity (two lots)"]
)
def test_a_heading_may_say_that_its_amounts_are_not_promised_for_sure(desk, heading):
    read = desk.xlsx([["Ref", "Commitment", heading, "Unit"], *LINES])
    assert all(each.unsure for each in read.commitments)


@pytest.mark.parametrize(("note", "asked"), [("20 hours under NT29", False), ("Counted under NT29", False),
                                             ("5 hours under NT29", True), ("20 hours under NT17", True)])  # fmt: skip
def test_a_note_may_say_under_which_measure_all_of_a_line_is_counted(desk, note, asked):
    assert ("line-withdrawn" in beside(desk, "Notes", note).names) == asked


def test_the_theme_that_a_line_is_counted_against_leaves_it(desk):
    assert "line-withdrawn" not in beside(desk, "Counted against", "Theme 1").names


@pytest.mark.parametrize(
    ("heading", "said", "finding"),
    [
        ("Probability of delivery", 0.5, "share-not-used"),
        ("Delivery confidence", "60%", "share-not-used"),
        ("Balance to deliver", 12, "amounts-not-promised"),
        ("Remaining", 12, "amounts-not-promised"),
    ],
)
def test_columns_that_may_make_a_promise_less_are_told(desk, heading, said, finding):
    assert beside(desk, heading, said).finding(finding)


def test_what_remains_before_anything_was_done_is_the_same_again(desk):
    rows = [[*HEAD, "Remaining"], [*LINES[0], 40], [*LINES[1], 20]]
    assert desk.xlsx(rows).names == []

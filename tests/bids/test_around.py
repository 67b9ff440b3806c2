"""What titles and texts around a table say of all its lines: of a year, in days, for each site, on other contracts."""

import pytest

HEAD = ["Ref", "Commitment", "Unit", "Quantity"]


@pytest.mark.parametrize(
    "title",
    [
        "Social value pledges (per annum unless stated)",
        "Annual commitments unless otherwise stated",
        "Our yearly offer",
        "What we promise each year",
        "Each year of the contract we will deliver the following:",
    ],
)
def test_a_title_says_that_quantities_are_those_of_a_year(desk, title):
    lines = [["NT17", "Volunteering", "hours", 40], ["NT28", "One-off gift", "£", 500]]
    read = desk.xlsx([[title], ["Contract term", "3 years"], [], HEAD, *lines])
    assert read.lines == [(5, "NT17", "120"), (6, "NT28", None)]
    assert read.finding("rate-conflict")


@pytest.mark.parametrize(
    ("said", "columns", "read"),
    [
        ("Figures are quarterly", ["Q1", "Q2"], "9"),
        ("Quantities per qtr", ["Q1", "Q2"], "9"),
        ("Monthly figures", ["Apr", "May"], "9"),
        ("Annual figures", ["Year 1", "Year 2"], "9"),
        ("Figures are monthly", ["Q1", "Q2"], None),
        ("Figures are quarterly", ["Lot 1", "Lot 2"], None),
        ("Annual figures", ["Apr", "May"], None),
    ],
)
def test_what_is_said_of_a_time_is_said_of_columns_of_such_times_alone(desk, said, columns, read):
    lines = [["Ref", "Commitment", "Unit", *columns], ["NT17", "Volunteering", "hours", 4, 5]]
    term = ["Contract term", "2 years"]
    assert desk.xlsx([[said], term, [], *lines]).lines == [(5, "NT17", read)]


@pytest.mark.parametrize(
    "said",
    [
        ["All quantities are in days"],
        ["Our offer (all figures in days)"],
        ["Figures are staff days unless stated."],
        ["Unit of measure: days"],
        ["Units", "days"],
        ["Staff volunteering (days)"],
    ],
)
def test_a_text_around_the_table_says_in_what_unit_its_amounts_are(desk, said):
    read = desk.xlsx([said, [], ["Ref", "Measure", "Quantity"], ["NT17", "Volunteering", 4], ["NT28", "Gift", "£90"]])
    assert [each.unit for each in read.commitments] == ["day", "GBP"]


@pytest.mark.parametrize("title", ["Local giving, £000", "Gifts to schools (£k)", "Giving by ward - £m"])
def test_a_title_that_ends_in_thousands_of_pounds_is_asked_about(desk, title):
    read = desk.xlsx(
        [[title], ["Ref", "Measure", "Amount", "Unit"], ["NT28", "Gift", 4, "£"], ["NT8", "Talks", 3, "hrs"]]
    )
    assert read.lines == [(3, "NT28", None), (4, "NT8", "3")]
    assert read.finding("scaled-heading")


def test_a_title_of_what_the_contract_is_worth_says_nothing_of_its_lines(desk):
    read = desk.xlsx([["Contract value, £000"], ["Ref", "Measure", "Amount", "Unit"], ["NT28", "Gift", 4, "£"]])
    assert read.lines == [(3, "NT28", "4")]


def test_what_a_text_around_the_table_says_holds_in_all_its_sections(desk):
    lines = [["Theme: Skills"], ["NT8", "Talks", 2], ["Theme: Community"], ["NT17", "Volunteering", 4]]
    read = desk.xlsx([["All figures in days"], ["Ref", "Measure", "Quantity"], *lines])
    assert [each.unit for each in read.commitments] == ["day", "day"]


def test_where_columns_or_titles_say_otherwise_a_text_around_the_table_decides_no_unit(desk):
    units = [["All figures in days"], HEAD, ["NT17", "Volunteering", "hours", 4]]
    assert [each.unit for each in desk.xlsx(units).commitments] == ["hour"]
    read = desk.xlsx([["Notice period (weeks)"], ["Ref", "Measure", "Quantity"], ["NT17", "Volunteering", 4]])
    assert [each.unit for each in read.commitments] == [None]


@pytest.mark.parametrize(
    "title",
    [
        "Our existing contracts",
        "LIVE CONTRACTS (not this tender)",
        "What we do for other clients",
        "Social value on our other projects",
        "Commitments made elsewhere",
        "Business as usual activity",
        "Social value in Leeds (for reference)",
    ],
)
def test_what_is_done_elsewhere_or_anyway_is_asked(desk, title):
    read = desk.xlsx([[title], [], HEAD, ["NT17", "Volunteering", "hours", 4]])
    assert read.finding("line-withdrawn")


def test_what_goes_beyond_that_is_promised(desk):
    for title in ("Social value beyond business as usual", "Our offer for this contract"):
        assert desk.xlsx([[title], [], HEAD, ["NT17", "Volunteering", "hours", 4]]).told == []


@pytest.mark.parametrize("title", ["Commitments: each figure is per site (4 sites)", "Each quantity is per apprentice"])
def test_figures_of_each_site_are_asked(desk, title):
    assert desk.xlsx([[title], [], HEAD, ["NT17", "Volunteering", "hours", 4]]).lines == [(4, "NT17", None)]


@pytest.mark.parametrize("heading", ["Applies to", "Delivery", "Occurrence"])
def test_a_column_of_any_name_that_says_how_often_is_asked(desk, heading):
    lines = [["NT17", "Volunteering", "hours", 4, "Each year"], ["NT8", "Talks", "hours", 12, "Whole contract"]]
    read = desk.xlsx([["Contract length", "3 years"], [*HEAD, heading], *lines])
    assert read.lines == [(3, "NT17", None), (4, "NT8", "12")]
    assert read.finding("unclear-basis")


@pytest.mark.parametrize("heading", ["Reporting", "How we measure", "How will this be measured?"])
def test_how_often_promises_are_looked_at_is_no_matter(desk, heading):
    lines = [["NT17", "Volunteering", "hours", 4, "Monthly"], ["NT8", "Talks", "hours", 12, "Quarterly"]]
    assert desk.xlsx([[*HEAD, heading], *lines]).lines == [(2, "NT17", "4"), (3, "NT8", "12")]


def test_how_often_is_said_of_a_measure_that_is_promised_and_not_of_how_one_is_measured(desk):
    term = ["Contract length", "3 years"]
    promised = desk.xlsx([term, ["Ref", "Measure", "Frequency", "Quantity"], ["NT17", "Talks", "Annual", 40]])
    assert promised.lines == [(3, "NT17", "120")]
    head = ["Ref", "Commitment", "Quantity", "How we measure it", "Frequency"]
    measured = desk.xlsx([term, head, ["NT17", "Talks", 40, "Log", "Annual"]])
    assert measured.lines == [(3, "NT17", "40")]


def test_the_head_of_a_section_says_that_its_quantities_are_those_of_a_year(desk):
    every, whole = ["Every year we will deliver:"], ["Over the whole contract we will deliver:"]
    lines = [every, ["NT17", "Volunteering", "hours", 4], whole, ["NT8", "Talks", "hours", 12]]
    read = desk.xlsx([["Contract length", "3 years"], HEAD, *lines])
    assert read.lines == [(4, "NT17", "12"), (6, "NT8", "12")]


def test_a_title_is_heeded_above_facts_that_share_a_row(desk):
    facts = ["Tenderer", "Acme Ltd", "Contract length", "2 years"]
    read = desk.xlsx([["Our annual commitments"], facts, [], HEAD, ["NT17", "Volunteering", "hours", 4]])
    assert read.lines == [(5, "NT17", "8")]


@pytest.mark.parametrize(
    "note",
    [
        *("Will do our best but cannot guarantee", "We can't commit to this yet", "Unable to commit to this number"),
        *("We don't offer this", "Won't be able to deliver", "Yes, but no guarantee", "Would struggle to do this"),
        *(
            "Agreed in principle",
            "Yes if we win both lots",
            "Not something we do",
            "Agreed at 3",
            "Only 3 hours possible",
            "Split across 3 contracts",
        ),
    ],
)
def test_what_nobody_can_guarantee_is_asked(desk, note):
    read = desk.xlsx([[*HEAD, "Comments"], ["NT17", "Volunteering", "hours", 4, note]])
    assert read.finding("line-withdrawn")


@pytest.mark.parametrize(
    "said", ["e.g. 40 hours of talks", "For example: NT17, 20 hours", "Note: figures in brackets are last year's"]
)
def test_a_line_above_a_table_that_is_an_example_or_a_note_itself_does_not_make_the_table_one(desk, said):
    read = desk.xlsx([[said], ["Ref", "Commitment", "Quantity", "Unit"], ["NT17", "Volunteering", 40, "hours"]])
    assert read.lines == [(3, "NT17", "40")]


@pytest.mark.parametrize("said", ["For example:", "Example", "Note: these are last year's figures"])
def test_one_that_speaks_of_the_table_does(desk, said):
    read = desk.xlsx([[said], ["Ref", "Commitment", "Quantity", "Unit"], ["NT17", "Volunteering", 40, "hours"]])
    assert read.finding("example-table-left-out")


@pytest.mark.parametrize("sheet", ["Notes", "Assumptions", "Cover", "Sheet3"])
@pytest.mark.parametrize(
    "said", ["All figures are per year", "These figures are indicative", "Figures are in thousands"]
)
def test_a_sheet_of_texts_may_say_of_all_lines_what_has_to_be_asked(desk, sheet, said):
    listed = [["Notes on our offer"], [1, "Prepared by Jo Bloggs"], [2, said]]
    read = desk.xlsx({"Offer": [HEAD, ["NT17", "Volunteering", "hours", 40]], sheet: listed})
    assert [each.quantity is None or bool(each.unsure) for each in read.commitments] == [True]


@pytest.mark.parametrize(
    ("sheet", "said"),
    [("Pricing", "All figures are per year"), ("Notes", "Hours per week"), ("Guidance", "Figures are indicative")],
)
def test_one_that_prices_labels_or_explains_may_not(desk, sheet, said):
    read = desk.xlsx({"Offer": [HEAD, ["NT17", "Volunteering", "hours", 40]], sheet: [[said]]})
    assert [(each.quantity, bool(each.unsure)) for each in read.commitments] == [(40, False)]


def test_what_is_a_year_s_and_not_the_whole_contract_s_is_that_of_a_year(desk):
    said = [["All figures are per year, not for the whole contract"], ["Contract term", "3 years"], []]
    assert desk.xlsx([*said, HEAD, ["NT17", "Volunteering", "hours", 40]]).lines == [(5, "NT17", "120")]


@pytest.mark.parametrize(
    "said",
    [
        "All figures are per year, except NT17",
        "Figures are in thousands apart from donations",
        "Each figure is per site, 4 sites",
        "These are targets, not commitments",
    ],
)
def test_what_holds_of_some_lines_alone_or_goes_on_is_asked(desk, said):
    read = desk.xlsx([[said], [], HEAD, ["NT17", "Volunteering", "hours", 40]])
    assert [each.quantity is None or bool(each.unsure) for each in read.commitments] == [True]


@pytest.mark.parametrize("said", ["Figures are indicative", "These are targets, not commitments"])
def test_what_says_so_may_stand_between_lines_or_in_a_note(desk, said):
    lines = [["NT17", "Volunteering", "hours", 40], ["NT29", "Work in parks", "hours", 20]]
    for rows in ([HEAD, lines[0], [said], lines[1]], [[*HEAD, "Notes"], lines[0], [*lines[1], said]]):
        asked = [each.quantity is None or bool(each.unsure) for each in desk.xlsx(rows).commitments]
        assert asked == [False, True]


@pytest.mark.parametrize(
    "said", ["Enter the number per annum", "per annum", "(number each year)", "Please give annual figures"]
)
def test_a_row_below_the_headings_may_ask_for_what_is_done_each_year(desk, said):
    head = ["Ref", "Commitment", "Your offer", "Unit"]
    read = desk.xlsx([["Contract length", "4 years"], head, ["", "", said, ""], ["NT17", "Help", 11, "hours"]])
    assert read.lines == [(4, "NT17", "44")]


def test_a_text_above_the_table_may_ask_for_what_is_done_each_year(desk):
    head = ["Ref", "Commitment", "Your offer", "Unit"]
    asked = ["Enter annual numbers in the offer column"]
    read = desk.xlsx([["Contract length", "4 years"], asked, head, ["NT17", "Help", 11, "hours"]])
    assert read.lines == [(4, "NT17", "44")]
    asked = ["Enter the number per week"]
    assert desk.xlsx([head, ["", "", *asked, ""], ["NT17", "Help", 11, "hours"]]).finding("rate-column-unclear")


def test_the_name_of_the_sheet_may_say_that_its_quantities_are_a_years(desk):
    rows = [
        ["Contract length", "4 years"],
        [],
        ["Ref", "Commitment", "Quantity", "Unit"],
        ["NT17", "Help", 11, "hours"],
    ]
    assert desk.xlsx({"Annual commitments": rows}).lines == [(4, "NT17", "44")]
    assert desk.xlsx({"Commitments": rows}).lines == [(4, "NT17", "11")]


@pytest.mark.parametrize("said", ["Annual", "Annual commitment", "Per annum", "Each year"])
@pytest.mark.parametrize("beside", [None, "Delivery"])
def test_what_stands_over_the_heading_of_the_amounts_may_say_that_they_are_a_years(desk, said, beside):
    group, head = ["", "", said, None, beside], ["Ref", "Commitment", "Qty", "Unit", "Owner"]
    read = desk.xlsx([["Contract length", "4 years"], [], group, head, ["NT17", "Help", 11, "hours", "HR"]])
    assert read.lines == [(5, "NT17", "44")]


def test_amounts_of_a_year_beside_those_of_the_contract_are_told_apart_by_what_stands_over_them(desk):
    group, head = ["", "", "Each year", None, "Whole contract"], ["Ref", "Commitment", "Qty", "Unit", "Qty", "Unit"]
    lines = [["NT17", "Help", 11, "hours", 44, "hours"], ["NT8", "Talks", 2, "hours", 8, "hours"]]
    assert desk.xlsx([group, head, *lines]).lines == [(3, "NT17", "44"), (4, "NT8", "8")]


@pytest.mark.parametrize(
    "said",
    [
        "Unless stated otherwise, all quantities are per year.",
        "We commit to delivering the following each and every year:",
        "Note: the above will be delivered every year of the contract.",
        "All of these commitments will be repeated annually.",
    ],
)
def test_a_sentence_around_the_table_may_say_that_all_is_given_each_year(desk, said):
    rows = [["Contract length", "3 years"], [said], [*HEAD, "Notes"], ["NT17", "Help", "hours", 11]]
    assert desk.xlsx([*rows, ["NT29", "Garden", "hours", 50]]).lines == [(4, "NT17", "33"), (5, "NT29", "150")]
    assert desk.xlsx([*rows, ["NT29", "Garden", "hours", 50, "one-off, in total"]]).finding("rate-conflict")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Our amounts double each year", True),
        ("Our values guide us each year", False),
        ("Text in red is subject to board approval", True),
        ("Quantities are per 100 staff", True),
        ("Amounts in this table are ceilings", True),
        ("Numbers in brackets are stretch", True),
        ("Figures are for two lots", True),
        ("Not binding", True),
        ("Subject to TUPE outcome", True),
        ("Subject to contract", False),
        ("Grey = awaiting approval", True),
        ("Please complete the cells shaded green", False),
        ("Measures in bold are mandatory", False),
        ("Our green energy offer is subject to planning consent", False),
    ],
)
def test_a_sentence_that_may_change_the_lines_is_told_and_one_of_what_the_firm_holds_dear_is_not(desk, said, told):
    read = desk.xlsx([[said], [], HEAD, ["NT17", "Volunteering", "hours", 40]])
    assert ("sentence-not-understood" in read.names) == told


@pytest.mark.parametrize(
    "said",
    [
        "Please note: all figures in the commitments schedule are annual figures.",
        "All quantities on the next sheet are per year",
        "The figures in this workbook are yearly totals",
        "All quantities are for one year only",
    ],
)
def test_a_cover_may_say_of_the_amounts_on_another_sheet_that_they_are_a_years(desk, said):
    table = [HEAD, ["NT17", "Volunteering", "hours", 40]]
    read = desk.xlsx({"Cover": [["Contract term", "3 years"], [said]], "Commitments": table})
    assert read.finding("unclear-basis")


@pytest.mark.parametrize(
    "said",
    [
        "Year columns show the cumulative position at the end of each year.",
        "Figures are cumulative to the end of each year",
        "All figures in the offer table are shown cumulatively",
    ],
)
def test_a_sentence_may_say_that_each_year_holds_those_before_it(desk, said):
    rows = [[*HEAD[:3], "Year 1", "Year 2"], ["NT17", "Volunteering", "hours", 10, 30]]
    assert desk.xlsx([[said], [], *rows]).lines != [(4, "NT17", "40")]


@pytest.mark.parametrize("length", ["3 years", "36 months"])
@pytest.mark.parametrize(
    ("head", "said", "told"),
    [
        ("Total over 5 years", "", True),
        ("Hours (5 years)", "", True),
        ("Total over 3 years", "", False),
        ("Hours over the 36 month contract", "", False),
        ("Hours", "All quantities are totals over five years", True),
        ("Hours", "Our commitments over the 5-year contract", True),
        ("Hours", "Our commitments over the 3-year contract", False),
        ("Hours", "Commitments are recorded for 5 years", False),
        ("Hours", "All hours are for 16 year olds", False),
        ("Hours", "We have kept our promises for 10 years", False),
    ],
)
def test_amounts_that_are_said_to_be_for_another_length_than_the_contracts_are_told(desk, length, head, said, told):
    rows = [["Contract length", length], [said], ["Ref", "Commitment", head], ["NT17", "Volunteering", 40]]
    assert ("sentence-not-understood" in desk.xlsx(rows).names) == told


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (["Q1", "Q2", "Q3", "Q4"], True),
        (["H1", "H2"], True),
        (["Q1", "Q2", "Q3", "Q4", "Total"], False),
        (["Q1 2026", "Q2 2026", "Q3 2026", "Q4 2026"], False),
        (["Q1", "Q2"], False),
    ],
)
def test_one_years_quarters_in_a_contract_of_several_may_come_again_each_year(desk, parts, told):
    amounts = [10] * len(parts) if "Total" not in parts else [10, 10, 10, 10, 40]
    above, table = ["Contract length", "3 years"], [["Ref", "Commitment", *parts], ["NT17", "Volunteering", *amounts]]
    assert ("sentence-not-understood" in desk.xlsx([above, [], *table]).names) == told
    assert "sentence-not-understood" not in desk.xlsx([["Contract length", "1 year"], [], *table]).names


@pytest.mark.parametrize(
    ("above", "told"),
    [
        (["Bidding for:", "Lot 2"], True),
        (["Lots bid for", "Lot 2 only"], True),
        (["We are bidding for Lot 2 only."], True),
        (["This response is for Lots 1 and 2"], False),
        (["Lots bid for", "1, 2"], False),
        (["Bid for Lot no. 2"], True),
        (["Social value offer, Lot 2 and others"], False),
        (["We are bidding for Lot 1 and for Lot 2"], False),
        (["We are not bidding for Lot 3"], False),
        (["No bid is submitted for Lot 1."], True),
    ],
)
def test_lines_of_a_lot_that_is_not_bid_for_are_told(desk, above, told):
    lines = [["Lot 1", "Volunteering", "NT17", 40], ["Lot 2", "Talks", "NT17", 20]]
    read = desk.xlsx([above, [], ["Lot", "Commitment", "Ref", "Hours"], *lines])
    assert ("sentence-not-understood" in read.names) == told

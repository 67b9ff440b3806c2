"""Descriptions and notes of a big table: they say of their rows what they say in a file of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.batch.big.same import REFERENCES, compare, row, table
from tests.examples import examples


@pytest.mark.parametrize("quantity", ["20", "20.0", "20 hrs", "1200", "1,200"])
def test_a_rate_in_words_says_what_it_says_line_by_line(quantity, tmp_path):
    headings = ["Bid", "Ref", "Description", "Quantity", "Comments"]
    said = ("20 hours a month", "20 talks weekly", "20 monthly talks", "1,200  hours a year", "20 in all per year")
    said = [(text, "") for text in (*said, "Each member of staff gives 20 hours", "Every pupil gets up to 1,200 hours")]
    said += [("Talks (TBC)", ""), ("Talks", "This line is for information only")]
    rows = [(bid, ("NT17", text, quantity, note)) for bid, (text, note) in zip("ABCDEFGHI", said, strict=True)]
    compare(tmp_path, rows, headings)


@pytest.mark.parametrize("quantity", ["2", "7", "2 hrs"])
def test_what_falls_so_often_is_told_as_in_a_file_of_its_own(quantity, tmp_path):
    headings = ["Bid", "Ref", "Description", "Quantity", "Unit"]
    said = (
        *("Talks twice a month", "Two talks a week", "2 times a year", "2 long school talks per term", "Twice  a term"),
        *("A talk every other week", "Talks once a month", "Talks once per quarter", "Each year a talk", "Talks p.a."),
        *("Talks per annum", "Every contract year", "Talks for a year", "Active for a year, group 7", "Monthly talks"),
        *("2 or more one-hour visits a fortnight", "Two times our own long talk each day", "A year of talks", "Talks"),
    )
    rows = [(f"{bid}", ("NT17", text, quantity, unit)) for bid, text in enumerate(said) for unit in ("hours", "")]
    compare(tmp_path, rows, headings)


def test_a_unit_in_a_description_counts_as_in_a_file_of_its_own(tmp_path):
    headings = ["Bid", "Ref", "Description", "Quantity"]
    said = ("Volunteering (days)", "Staff  weeks", "Number of volunteering days", "Weeks of talks", "Talks - DAYS",
            "Open days", "Days out", "Talks (10 days)", "Talks")  # fmt: skip
    rows = [(f"{bid}", ("NT17", text, "12")) for bid, text in enumerate(said)]
    compare(tmp_path, [*rows, ("0", ("NT17", "Talks", "5"))], headings)


@pytest.mark.parametrize("unit", ["", "No.", "hours", "weeks", "£k"])
def test_a_unit_beside_another_counts_as_in_a_file_of_its_own(unit, tmp_path):
    said = ("Volunteering (days)", "Staff weeks", "Gifts (£)", "Talks (10 days)", "Talks", "NT17 Volunteering (days)",
            "NT17 – Staff weeks")  # fmt: skip
    rows = [(f"{bid}", ("NT17", text, "12", unit)) for bid, text in enumerate(said)]
    rows += [("coded", ("NT17 (days)", "Talks", "12", unit)), ("0", ("NT17", "Talks", "5", "hours"))]
    compare(tmp_path, rows, ["Bid", "Ref", "Description", "Quantity", "Unit"])


def test_what_is_said_of_each_month_counts_as_in_a_file_of_its_own(tmp_path):
    cells = (("10 per month", "hours"), ("10", "hours per month"), ("10", "Quarterly"), ("10 hours a quarter", ""),
             ("10", "FTE per month"), ("10 a month for the term", "hours"), ("10 per week", "hours"))  # fmt: skip
    notes = ("", "For 6 months", "In term time", "Month 3 on", "Kept by HR", "Years 2-3", "Seen each month")
    rows = [(f"{n} {note}", ("NT17", "Help", *each, note)) for n, each in enumerate(cells) for note in notes]
    rows += [(f"{n} described", ("NT17", "Help in summer", *each, "")) for n, each in enumerate(cells)]
    headings = ["Bid", "Ref", "Description", "Quantity", "Unit", "Notes"]
    compare(tmp_path, rows, headings, ("--start", "2026-04-01", "--years", "3"))
    compare(tmp_path, [(bid, (*row[:4], "")) for bid, row in rows], headings)


def test_each_sentence_of_a_text_counts_as_in_a_file_of_its_own(tmp_path):
    said = ("Reading. Withdrawn.", "Talks. Half of it is for another contract.", "Half of this is for Ms Lee's bid",
            "Help, match-funded", "Rota kept by HR - not offered", "Lot 2 only", "10-20", "Doubled for 2028", "per FTE",
            "Reading; draft", "Talks. Each is seen.", "Part of these hours are in May")  # fmt: skip
    rows = [(f"{n}", ("NT17", text, "12", "hours", "")) for n, text in enumerate(said)]
    rows += [(f"{n} noted", ("NT17", "Help", "12", "hours", text)) for n, text in enumerate(said)]
    compare(tmp_path, rows, ["Bid", "Ref", "Description", "Quantity", "Unit", "Notes"])


def test_a_unit_behind_a_code_in_a_description_counts_as_in_a_file_of_its_own(tmp_path):
    texts = ["NT17: hours of help", "NT17: days of help", "NT8 - How many weeks of help?", "NT17 Help"]
    rows = [(f"{n}", ("NT17", text, "24")) for n, text in enumerate(texts)]
    rows += [("mixed", ("NT17", text, "24")) for text in ("NT17: days of help", "Help", "Talks", "Visits")]
    compare(tmp_path, rows, ["Bid", "Ref", "Commitment", "Quantity"])


@pytest.mark.parametrize("who", ["The council", "Client", "Our own staff"])
@pytest.mark.parametrize("heading", ["Delivered by", "Who delivers this", "Lead"])
def test_what_the_buyer_delivers_is_told_as_in_a_file_of_its_own(heading, who, tmp_path):
    rows = [("A", ("NT17", "Help", "24", "hours", who)), ("B", ("NT17", "Help", "24", "hours", "Jo"))]
    compare(tmp_path, rows, ["Bid", "Ref", "Commitment", "Quantity", "Unit", heading])


def test_of_what_there_are_tonnes_and_how_much_there_is_a_description_says_as_in_a_file_of_its_own(tmp_path):
    headings = ["Bid", "Ref", "Description", "Quantity", "Unit"]
    said = (
        "CO2e saved by LED",
        "Carbon",
        "CO\u2082 emissions",
        "Recycling waste to save CO2",
        "greenhouse gases",
        "Trees",
    )
    rows = [(bid, ("NT31", text, "4", unit)) for unit in ("tonnes", "tCO2e", "kg") for text in said for bid in "AB"]
    said = ("We will give 50 hours in total", "We will give 50 hours", "50 hours in total", "50 hours and 5 days",
            "KS2 pupils: 50 hours", "KS2 pupils for 50 hours")  # fmt: skip
    rows += [(bid, ("NT17", text, each, "hours")) for each in ("2", "5", "50", "100") for text in said for bid in "AB"]
    compare(tmp_path, rows, headings, ("--start", "2026-04-01"))


def test_what_a_description_makes_of_its_line_it_makes_as_in_a_file_of_its_own(tmp_path):
    headings = ["Bid", "Ref", "Description", "Quantity", "Unit"]
    said = ("60 hours if we win both lots", "Volunteering in Lot 2", "We hope to help", "We will help",
            "Up to 60 hours", "Around 45 hours", "Talks, c. 45 hours", "Talks (max. 60 hours)",
            "No more than 60 hours", "Volunteering (per site, 4 sites)",
            "Volunteering (per annum)", "12 staff x 5 hours each", "Between 50 and 60 hours",
            "Talks (20-60 hours)", "12 people, 4 hours each", "2 hours a week for 20 weeks", "Talks: 7 x 6 hours",
            "Hours (40 in Leeds + 30 in York)", "40 hours + 20 hours", "60 staff x 2 hours", "Talks",
            "Volunteering per annum", "Talks (p.a.)", "Talks p.a.", "60 hours per ward", "60 hours per £1m spent",
            "60 hours at each of our 5 sites", "60 days of talks", "60 minutes of talks", "60 sessions of 2 hours",
            "Talks if extended", "We might offer talks", "Talks (BAU)", "Talks, included in the training above",
            "DELETED talks", "Duplicate of row 2", "See NT8", "As NT8 above", "Talks: 5 staff x 8 hours x 3 years",
             "[Insert commitment]", "Total talks", "20 hours in Leeds and 30 in York", "At least 70 hours",
             "Rejected: talks", "Idea: talks", "Parked - talks", "Won't do: talks", "Nice to have: talks",
             "20 hours x 2", "60 hours max", "60 hours of which 20 are already delivered",
             "Explore volunteering in schools", "Possibly volunteering", "Volunteering (possible)",
             "We will consider offering talks", "Explore careers with pupils")  # fmt: skip
    rows = [(bid, ("NT17", text, each, "hours")) for each in ("60", "300", "40") for text in said for bid in "AB"]
    compare(tmp_path, rows, headings)


@pytest.mark.parametrize("space", ["  ", "\u00a0", "\t"])
@pytest.mark.parametrize("head", ["Description", "Evidence", "Comments"])
def test_white_space_hides_nothing_that_is_said_in_a_file_of_its_own(space, head, tmp_path):
    headings = ["Bid", "Ref", head, "Quantity", "Unit"]
    said = ("60 hours if we win both lots", "We hope to give 40 hours", "Talks (TBC)", "60 hours or more", "See NT8",
            "40 days of talks", "40 hours a week", "Talks weekly", "5 staff x 4 hours", "Talks (per annum)", "Talks",
            "Not offered", "Only if extended", "Talks in schools", "Total talks", "DELETED talks",
            "Included above")  # fmt: skip
    spaced = [written for text in said for written in (text.replace(" ", space), f"{space}{text}", f"{text}{space}")]
    rows = [(bid, ("NT17", text, "40", "hours")) for text in ("Plain", *spaced) for bid in "AB"]
    compare(tmp_path, rows, headings)


@pytest.mark.parametrize("unseen", ["\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad"])
@pytest.mark.parametrize("head", ["Description", "Evidence", "Comments"])
def test_what_nobody_sees_hides_nothing_that_is_said_in_a_file_of_its_own(unseen, head, tmp_path):
    headings = ["Bid", "Ref", head, "Quantity", "Unit"]
    said = ("60 hours if we win both lots", "We hope to give 40 hours", "Talks (TBC)", "See NT8", "40 hours a week",
            "5 staff x 4 hours", "Talks (per annum)", "Talks", "Not offered", "Total talks", "DELETED talks",
            "Included above")  # fmt: skip
    written = [
        each for text in said for each in (f"{text}{unseen}", f"{unseen}{text}", f"{text[:-2]}{unseen}{text[-2:]}")
    ]
    rows = [(bid, ("NT17", text, "40", "hours")) for text in ("Plain", *written) for bid in "AB"]
    rows += [("C", (f"NT17{unseen}", "Talks", "40", "hours")), ("D", ("NT17", "Talks", "40", f"hours{unseen}"))]
    compare(tmp_path, rows, headings)


@given(data=st.data())
@examples(6)
def test_descriptions_that_are_all_amounts_count_as_in_a_file_of_its_own(data, tmp_path_factory):
    amounts = ("16", "12 hours", "£50", "50 hours of talks", "5", "1,5", "10%", "3 x 4", "2026", "12 (days)", "(50)")
    some = data.draw(st.lists(st.sampled_from(amounts), min_size=1, max_size=3))
    rows = row(REFERENCES[:6], ("12", "16", "5", "3.25", "50"), some, ("",))
    folder = tmp_path_factory.mktemp("table")
    compare(folder, data.draw(table(rows)))


NOTES = ("Not offered", "Per year", "Only if extended", "Should be 60", "Figure to be confirmed", "Included in row 2",
         "Sign-in sheets", "", "BAU", "Group-wide figure", "Awaiting approval", "Already counted above", "Wrong unit",
         "This is per site", "Multiply by 3", "x3", "In each school", "Existing activity", "Not offered in Year 3",
         "Removed in 2028", "Not yet agreed by the client", "5 staff x 4 hours", "5 staff x 8 hours x 3 years",
         "Delete this line", "Assumes both lots", "Needs approval", "Figure in thousands", "Dup of row 2",
         "Shared with Lot 2", "Included above", "Please remove", "In schools", "Given in 2027", "Assumes training",
         "20 hours + 30 hours", "5 x 7", "See NT8", "As NT8 above", "Additionality: none",
         "Shared with partner Acme", "Half is claimed elsewhere", "40 hours per workshop", "40 a month", "TBC",
         "To be confirmed with the client", "Aspiration", "Estimate", "Per workshop",
         "Depends on Tom", "Not if it rains", "Might be fewer", "Same people each year",
         "Either this or the talks", "Counted twice?", "Shared with the other lot", "If there is time",
         "Maybe", "Only a nice to have", "Just an idea", "Subject to the landowner's consent", "Won't do",
         "Half of this by our partner", "All figures are per year", "Please double this", "Hours are days",
         "These are totals for both lots", "Annual", "Recurring", "Split across 3 contracts", "School declined",
         "If we can find a venue", "Years 2 and 3 only", "From year 2", "No guarantee", "Agreed at 60",
         "The Council", "None")  # fmt: skip


@pytest.mark.parametrize("head", ["Evidence", "Comments", "Calculation"])
def test_what_descriptions_and_notes_say_together_they_say_as_in_a_file_of_its_own(head, tmp_path):
    headings = ["Bid", "Ref", "Description", "Quantity", "Unit", head]
    said = (
        "40 hours a month",
        "Talks weekly",
        "50 hours of talks",
        "Talks (BAU)",
        "Up to 50 hours",
        "5 staff x 8 hours",
    )
    rows = [(f"{at % 7}", ("NT17", text, "40", "hours", note)) for text in said for at, note in enumerate(NOTES)]
    compare(tmp_path, rows, headings)


@pytest.mark.parametrize(
    "heads",
    [
        ("Evidence", "Notes"),
        ("Comments", "Method statement"),
        ("Bidder comments", "Proof"),
        ("Calculation", "Notes"),
        ("Funded by", "Additionality"),
    ],
)
def test_what_two_columns_of_notes_say_they_say_as_in_a_file_of_its_own(heads, tmp_path):
    headings = ["Bid", "Ref", "Description", "Quantity", "Unit", *heads]
    both = [*((note, "Register") for note in NOTES), *(("Register", note) for note in NOTES)]
    rows = [(f"{at}", ("NT17", "Talks", "40", "hours", *notes)) for at, notes in enumerate(both)]
    rows += [(bid, ("NT8", "Lessons", "5", "hours", "Photos", "")) for bid, _ in rows]
    compare(tmp_path, rows, headings)


# What begins like a mark: some say so of their line, most are promises and their evidence like any other
BEGUN = (
    "Number of hours given",
    "Sample of households weighed",
    "Inactive adults made active",
    "Test of the alarm with residents",
    "Count of visits",
    "Entered into the register",
    "Draft of the plan for the park",
    "Total number of hours",
    "Optional hours",
    "Optional - hours",
    "Deleted: hours",
    "DELETED hours",
    "Example: hours",
    "e.g. hours",
    "Was: 8 hours",
    "Average of the year",
    "To be confirmed with the school",
    "Do not count hours twice",
    "Idea: hours",
    "Not offered",
    "Total",
)


@examples(5)
@given(data=st.data())
def test_what_begins_like_a_mark_says_what_it_says_in_a_file_of_its_own(data, tmp_path_factory):
    texts = st.sampled_from((*BEGUN[: data.draw(st.integers(1, len(BEGUN)))], "Hours given"))
    rows = st.tuples(
        st.sampled_from(REFERENCES[:3]), texts, st.sampled_from(("12", "5", "17")), st.just("hours"), texts, texts
    )
    folder = tmp_path_factory.mktemp("table")
    headings = ["Bid", "Ref", "Description", "Quantity", "Unit", "Evidence", "Owner"]
    compare(folder, data.draw(table(rows)), headings)


@pytest.mark.parametrize("head", ["Our approach", "How will you deliver this?", "Method statement", "Delivery partner"])
def test_what_any_sentence_takes_back_it_takes_back_as_in_a_file_of_its_own(head, tmp_path):
    headings = ["Bid", "Ref", "Description", "Quantity", "Unit", head]
    said = (
        "Talks in local schools (TBC)",
        "Talks in local schools  (not\u00a0 offered)",
        "Withdrawn - talks in local schools",
        "Talks in local schools, subject to funding",
        "Talks, provided that the schools agree",
        "Talks in local schools, depending on need",
        "Talks given in groups of 12 pupils max",
        "Leeds Youth Trust (provisional)",
        "Our staff give 40 hours a month",
        "Our staff give 20 hours a month",
        "Each of our staff will give 40 hours",
    )
    rows = [(f"{at}", ("NT17", "Talks", "40", "hours", text)) for at, text in enumerate(said)]
    others = [(f"{at}", ("NT8", "Lessons", "5", "hours", "Lessons are given by our staff")) for at in range(len(said))]
    compare(tmp_path, [*rows, *others], headings)


SAID_OF_ALL = ("Hours in total", "Sum", "or 40 talks", "OR", "Option B", "Pending approval", "Grand_Total", "Talks")


@pytest.mark.parametrize("heading", ["Description", "Owner", "Zeta"])
def test_what_says_something_of_the_lines_above_does_so_as_in_a_file_of_its_own(heading, tmp_path):
    headings = ["Bid", "Ref", heading, "Quantity", "Unit"]
    rows = [
        (f"{bid}", ("NT17", text, quantity, "hours"))
        for bid, said in enumerate(SAID_OF_ALL)
        for text, quantity in (("Talks", "12"), (said, "20"))
    ]
    compare(tmp_path, rows, headings)


SO_OFTEN = ("Twice a year", "once a year", "each year of contract", "This is per site", "3 times a week", "Al Gill")
SO_OFTEN += ("Repeated each year over the contract", "In each year of the contract")


@pytest.mark.parametrize("heading", ["Query", "Evidence"])
def test_a_column_of_any_name_says_how_often_as_in_a_file_of_its_own(heading, tmp_path):
    headings = ["Bid", "Ref", "Description", "Quantity", "Unit", heading]
    rows = [(f"{bid}", ("NT17", "Talks", "12", "hours", said)) for bid, said in enumerate(SO_OFTEN)]
    compare(tmp_path, rows, headings)


YEARS = (
    "From year 2",
    "Year 2",
    "In years 2 and 3",
    "final year only",
    "from 2027",
    "One-off event",
    "Until Y2",
    "FY26/27",
    "26/27 only",
    "Jan 27 to Dec 27 only",
    "Talks",
)


@pytest.mark.parametrize("heading", ["Description", "Query", "Evidence"])
def test_beside_a_quantity_a_year_texts_name_years_as_in_a_file_of_its_own(heading, tmp_path):
    headings = ["Bid", "Ref", heading, "Quantity", "Unit"]
    amounts = (("12", "hours per year"), ("12 hours pa", ""), ("12", "hours"))
    rows = [
        (f"{bid}{at}", ("NT17", said, quantity, unit))
        for bid, said in enumerate(YEARS)
        for at, (quantity, unit) in enumerate(amounts)
    ]
    compare(tmp_path, rows, headings, ("--start", "2026-04-01", "--years", "3"))


def test_a_quantity_in_a_unit_that_is_refused_is_shown_as_in_a_file_of_its_own(tmp_path):
    headings = ["Bid", "Ref", "Description", "Quantity", "Unit"]
    units = ("hours per month", "per £100k", "Per week", "jobs/£m")
    compare(tmp_path, [(f"{bid}", ("NT17", "Talks", "12", unit)) for bid, unit in enumerate(units)], headings)


@pytest.mark.parametrize(
    ("heading", "yes", "no"),
    [
        ("Included in price?", "Yes", "No"),
        ("Committed (C) / Aspirational (A)", "C", "A"),
        ("New (N) or existing (E)", "N", "E"),
    ],
)
def test_a_column_that_asks_of_each_line_whether_it_is_promised_does_so_in_each_bid(heading, yes, no, tmp_path):
    headings = ["Bid", "Ref", "Description", "Quantity", "Unit", heading]
    answers = [(yes, no), (yes, yes), (no, no)]
    rows = [(f"{at}", (*line, said)) for at, both in enumerate(answers)
            for line, said in zip((("NT17", "Talks", "40", "hours"), ("NT8", "Lessons", "5", "hours")), both,
                                  strict=True)]  # fmt: skip
    compare(tmp_path, rows, headings)

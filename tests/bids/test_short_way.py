"""Rows that repeat earlier ones are taken over; what is read is what reading every row by itself reads."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sv_cli.bids import desk as desks
from sv_cli.bids.lines.repeats import Repeats
from sv_cli.bids.options import ReadOptions
from sv_cli.bids.read import read_data
from tests.corpus.cases import all_cases
from tests.corpus.write.values import Formula, Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx
from tests.examples import SEARCHING, examples

EVERY = 1 if SEARCHING else 10  # reading twice takes long
CASES = dict([case for case in all_cases() if not case[0].startswith("hostile/")][::EVERY])
HEADINGS = ["Ref", "Commitment", "Quantity", "Unit", "Evidence", "Value"]
IN_UNITS = ["8 hours", "5 hours", "1,200 hours", "8 hrs", "2 weeks", "0 days", "8 hours pa", "8 no.", "8.0"]
NOTES = ["8 hours per visit", "4 x 2 hours", "12 hours", "Aged 16 to 18, after 12 months", "Tracked for 2 years"]


def both_ways(name: str, data: bytes, vocabulary, options) -> tuple[object, object]:
    """What is read in the usual way, on a desk of its own, and what every row by itself comes to."""
    desks._last.clear()
    usual = read_data(data, name, vocabulary, options)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Repeats, "like", lambda *_: None)
        patch.setattr(Repeats, "all_like", lambda _, rows: [None] * len(rows))
        return usual, read_data(data, name, vocabulary, options)


def test_every_bid_of_the_corpus_is_the_same_both_ways(vocabulary):
    different = []
    for name, case in CASES.items():
        usual, row_by_row = both_ways(name, case.data(), vocabulary, case.options)
        if usual != row_by_row:
            different.append(name)
    assert different == []


LINE = st.builds(
    lambda reference, text, amount, unit, evidence, value: [reference, text, amount, unit, evidence, value],
    st.sampled_from(["NT17", "NT1", "NT17", "NT17 (days)", None]),
    st.sampled_from(
        [
            *("Mentoring", "Help at 3 schools", "Advice for 12 people", "Not offered", "Volunteering (days)", "(TBC)"),
            *("Volunteering each year", "Help for a year, per yearly visit", None),
        ]
    ),
    st.sampled_from(
        [5, 8, 8, "TBC", *IN_UNITS, Formula("2*P3", 6), Formula("SUM(C2:C3)", 13), Formula("C2+C3", 13), None]
    ),
    st.sampled_from(["hours", "hours", "FTE", None]),
    st.sampled_from(["Payroll", "Not to be counted", Formula("A2", "NT17"), None, *NOTES]),
    st.sampled_from([100, Formula("C2*12", 60), True, None]),
)
BETWEEN = st.sampled_from(
    [["Total", None, 21], ["Our people"], [], [None, "For information only"], ["Example", "x", 3]]
)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A table in which anything may be merged, hidden, commented on or worked out."""
    headings = [draw(st.sampled_from([each, "Notes"])) if each == "Unit" else each for each in HEADINGS]
    rows = [headings, *draw(st.lists(st.one_of(LINE, LINE, LINE, LINE, BETWEEN), min_size=3, max_size=14))]
    numbers = st.integers(2, len(rows))
    merged = []
    for top in sorted(draw(st.sets(numbers, max_size=3))):
        bottom = min(top + draw(st.integers(0, 3)), len(rows))
        column = draw(st.sampled_from(["A{0}:A{1}", "B{0}:B{1}", "C{0}:C{1}", "B{0}:C{0}"]))
        merged.append(column.format(top, bottom))
    comments = draw(
        st.dictionaries(
            st.builds("{}{}".format, st.sampled_from("DE"), numbers),
            st.sampled_from(["Checked", "Should be 4", "per year", "Please confirm"]),
            max_size=2,
        )
    )
    hidden = tuple(sorted(draw(st.sets(numbers, max_size=2))))
    return Sheet(rows, merged=tuple(merged), hidden_rows=hidden, comments=comments)


def test_a_unit_behind_an_amount_is_not_taken_for_the_description_of_another_row(vocabulary):
    data = b"Ref,Commitment,Quantity\nNT17,Help,8weeks\nNT17,Help,7weeks\nNT17,weeks,5\nNT17,weeks,4\n"
    usual, row_by_row = both_ways("bid.csv", data, vocabulary, ReadOptions())
    assert usual == row_by_row
    assert usual.bid.commitments[0].unit == "week"


def test_a_year_that_a_note_names_is_that_of_no_other_row(vocabulary):
    data = b"Term,3 years\n\nRef,Commitment,Hours a year,Notes\nNT17,Help,8,Year 2\nNT17,Talks,8,Rota\nNT17,Walk,5,\n"
    usual, row_by_row = both_ways("bid.csv", data, vocabulary, ReadOptions())
    assert usual == row_by_row
    assert [each.quantity for each in usual.bid.commitments] == [8, 24, 15]


@pytest.mark.parametrize("described", ["Volunteering (days)", "Days of volunteering", "How many days will you give?"])
def test_a_unit_that_a_description_names_is_that_of_no_other_row(vocabulary, described):
    lines = f"NT17,{described},5,\nNT17,Help at school,5,\nNT17,{described},8,\n"
    data = f"Ref,Commitment,Quantity,Unit\nNT1,Jobs,3,jobs\n{lines}".encode()
    usual, row_by_row = both_ways("bid.csv", data, vocabulary, ReadOptions())
    assert usual == row_by_row
    assert [each.unit for each in usual.bid.commitments[1:]] == ["day", None, "day"]


@pytest.mark.parametrize(
    "rows",
    [
        "NT17,Mentoring,8,hours,\nNT17,Talks,12,hours,\nNT17,Volunteering hours in total,20,hours,",  # is not added
        "NT1,Jobs,3,jobs,\nMentoring,Talks,12,hours,\nNotes,,,,\nMentoring,Talks,8,hours,",  # stands among notes
        "NT1,Jobs,1,jobs,\nNT2,Talks,2,hours,\nNT17 Walks,Walks,3,hours,\nNT17 Walks,Walks in all,6,hours,",
        'NT17,Help,"1,200",500,\nNT17,Help,40,500,',  # of which the comma may have cut one number in two
        "Average,Help,20,hours,\nAverage,Talks,20,hours,",
        "NT17,Help,20,hours,\nNT17,Pending approval,21,hours,\nNT17,Awaiting sign-off,22,hours,",
    ],
)
def test_where_a_row_stands_decides_though_it_repeats_another(vocabulary, rows):
    data = f"Ref,Commitment,Quantity,Unit,Owner\n{rows}\n".encode()
    usual, row_by_row = both_ways("bid.csv", data, vocabulary, ReadOptions())
    assert usual == row_by_row


@pytest.mark.parametrize("heading", ["Status", "Query", "Agreed"])
def test_a_correction_that_one_quantity_agrees_with_is_asked_of_beside_another(vocabulary, heading):
    data = f"Ref,Commitment,Quantity,{heading}\nNT1,Jobs,3,\nNT17,Help,40,Reduced to 40\nNT17,Talks,60,Reduced to 40\n"
    usual, row_by_row = both_ways("bid.csv", data.encode(), vocabulary, ReadOptions())
    assert usual == row_by_row
    assert [bool(each.unsure) for each in usual.bid.commitments] == [False, False, True]


def test_how_long_the_contract_is_depends_on_when_it_starts(vocabulary):
    def read(start):
        head = f"Contract start,{start}\nTerm,3 years\n\nRef,Commitment,Hours a year,Period,Timescale\n"
        rows = "NT1,Jobs,1,,Year 1\nNT17,Help,8,2026 - 2029,Year 2\nNT17,Talks,8,2026 - 2029,Year 2\n"
        return read_data(f"{head}{rows}".encode(), "bid.csv", vocabulary, ReadOptions()).bid.commitments

    desks._last.clear()
    read("2026-04-01")
    again = read("2025-04-01")
    desks._last.clear()
    assert again == read("2025-04-01")


def test_a_description_that_says_total_is_not_added_to_the_lines_of_its_reference(vocabulary):
    data = b"Ref,Commitment,Quantity,Unit\nNT17,Mentoring,8,hours\nNT17,Talks,12,hours\nNT17,Hours in total,20,hours\n"
    bid = read_data(data, "bid.csv", vocabulary, ReadOptions()).bid
    assert [each.quantity for each in bid.commitments] == [8, 12]


def test_a_column_of_descriptions_at_the_end_may_be_empty(vocabulary):
    data = one_sheet(["Ref", "Quantity", "Description"], ["NT17", 40], ["NT1", 5])()
    bid = read_data(data, "bid.xlsx", vocabulary, ReadOptions()).bid
    assert [each.quantity for each in bid.commitments] == [40, 5]


@examples(100)
@given(sheets())
def test_any_table_is_the_same_both_ways(vocabulary, sheet):
    usual, row_by_row = both_ways("bid.xlsx", xlsx(sheet)(), vocabulary, ReadOptions())
    assert usual == row_by_row


def test_what_the_bids_of_the_corpus_say_makes_no_other_row_say_it(vocabulary):
    said = [each for case in CASES.values() if (read := read_data(case.data(), "bid", vocabulary, case.options)).bid
            for each in read.bid.commitments]  # fmt: skip
    texts, notes, units = (
        sorted({str(getattr(each, name) or "") for each in said}) for name in ("description", "evidence", "unit_text")
    )
    chance = random.Random(len(texts))  # noqa: S311 - the same rows at every run, and no secret
    different = []
    for _ in range(3000 if SEARCHING else 100):
        kinds = [[chance.choice(texts) for _ in range(4)], [5, 8, "12 hrs"], [chance.choice(units), "hours", ""]]
        kinds.append([chance.choice(notes), "Payroll", ""])
        rows = [["NT17", *map(chance.choice, kinds)] for _ in range(8)]
        data = one_sheet(HEADINGS[:5], ["NT1", "Jobs", 3, "jobs"], *rows)()
        usual, row_by_row = both_ways("bid.xlsx", data, vocabulary, ReadOptions())
        again = read_data(data, "bid.xlsx", vocabulary, ReadOptions())  # after itself without the short way
        different += [rows] if usual != row_by_row or usual != again else []
    assert different == []


def test_each_line_of_a_note_is_heard_below_rows_that_say_the_same(desk):
    lines = [["NT17", "Walks", 10, "hours", "Rota"], ["NT17", "Rides", 20, "hours", "Rota"]]
    read = desk.xlsx([HEADINGS[:5], *lines, ["NT17", "Talks", 30, "hours", "Checked by HR\nNot offered"]])
    assert [bool(each.unsure) for each in read.commitments] == [False, False, True]

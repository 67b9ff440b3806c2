"""Columns of a big table that rows are read together by: years, dates, labels, facts of the contract."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.batch.big.same import DATED, EVEN_TEXTS, NAMES, REFERENCES, UNITS, compare, table
from tests.examples import examples

LABELLED = {  # a column that the rows of a bid are read together by, and what stands in it
    "Type": ("Target", "Actual", "Stretch", ""),
    "Partner": ("A", "B", "All lots", "Total"),
    "Supplier": ("", "Acme", "Brook"),
    "Contract length": ("3 years", "3 years", "24 months"),
    "How often": ("", "Monthly", "per year"),
    "New or existing?": ("New", "Existing", "Existing (BAU)", ""),
    "Our share": ("5", "12", "60", "50%"),
    "Rate": ("", "12.50", "per month", "Annual"),
}


@pytest.mark.parametrize("label", LABELLED)
@examples(3)
@given(data=st.data())
def test_columns_of_labels_say_what_they_say_line_by_line(label, data, tmp_path_factory):
    headings = ["Bid", "Ref", "Description", "Quantity", "Unit", label]
    each = st.tuples(
        st.sampled_from(REFERENCES[:2]),
        st.sampled_from(EVEN_TEXTS),
        st.sampled_from(("12", "5", "17", "1,5", "1.200", "10 a year")),
        st.sampled_from(UNITS[:2]),
        st.sampled_from(LABELLED[label]),
    )
    folder = tmp_path_factory.mktemp("big")
    compare(folder, data.draw(table(each)), headings)


YEARS = ("", "1", "2", "Year 1", "Year 3", "yr 2", "Contract year 2", "2026/27", "2027-28", "2026/2027", "9")
ODD_YEARS = ("Year 0", "2026", "FY27", "Q1", "Years 1-3", "once", "per year", "soon", "0", "2026/28", "Year 12", "-1")


@pytest.mark.parametrize("facts", [(), ("--start", "2026-04-01"), ("--start", "2026-04-01", "--years", "2")])
@pytest.mark.parametrize("years", [YEARS, YEARS + ODD_YEARS], ids=["regular", "any"])
@examples(3)
@given(data=st.data())
def test_the_year_of_a_row_counts_as_in_a_file_of_its_own(facts, years, data, tmp_path_factory):
    headings = ["Bid", "Ref", "Description", "Quantity", "Unit", "Year"]
    each = st.tuples(
        st.sampled_from(DATED),
        st.sampled_from(EVEN_TEXTS),
        st.sampled_from(("12", "5", "17.5", "10 a year", "TBC")),
        st.sampled_from(("", "hours")),
        st.sampled_from(years),
    )
    folder = tmp_path_factory.mktemp("big")
    compare(folder, data.draw(table(each)), headings, facts)


DAYS = ("", "", "2026-04-01", "2026-10-15 00:00:00", "2028-02-29", "2025-01-01", "2031-01-01", "2026-13-01")
ODD_DAYS = ("03/04/2026", "13/04/2026", "1 May 2026", "46113", "soon", "TBC", "2026")


@pytest.mark.parametrize("times", [("Start date",), ("End date",), ("Start date", "End date"), ("Year", "From")])
@examples(3)
@given(data=st.data())
def test_the_dates_of_a_row_count_as_in_a_file_of_its_own(times, data, tmp_path_factory):
    days = data.draw(st.sampled_from((DAYS, DAYS + ODD_DAYS)))
    each = st.tuples(
        st.sampled_from(DATED),
        st.sampled_from(EVEN_TEXTS),
        st.sampled_from(("12", "17.5", "10 a year")),
        *(st.sampled_from(YEARS if time == "Year" else days) for time in times),
    )
    headings = ["Bid", "Ref", "Description", "Quantity", *times]
    folder = tmp_path_factory.mktemp("big")
    compare(folder, data.draw(table(each)), headings, ("--start", "2026-04-01", "--years", "3"))


@pytest.mark.parametrize("offer", ["Commitment", "Baseline", "Our actual", "Less existing", "Net"])
def test_what_stands_beside_a_target_says_what_it_says_line_by_line(offer, tmp_path):
    headings = ["Bid", "Ref", offer, "Target", "Unit"]
    stated = (("A", "40"), ("A", "3"), ("B", "Hours given"), ("C", "20 hours of talks to be given at every school"))
    compare(tmp_path, [(bid, ("NT17", text, "60", "hours")) for bid, text in stated], headings)


FACTS = {  # a column that states something of the contract in every row of a bid, and what stands in it
    "Supplier": ("Acme Ltd", "Brook & Sons", "", "TBC", "Total Services"),
    "Contract value": ("1,250,000", "£80,000", "900000.50", "", "lots"),
    "Contract start": ("2026-04-01", "1 April 2027", "03/04/2026", "", "soon"),
    "Contract length": ("3 years", "36 months", "1", "", "900 years"),
}


def stated_tables(facts):
    """Rows of several bids, each of which states the same facts in all of its rows, but for a slip now and then."""
    rows = st.tuples(
        st.sampled_from(DATED),
        st.sampled_from(EVEN_TEXTS),
        st.sampled_from(("12", "5", "17.5", "TBC", "0")),
        st.sampled_from(("", "North East")),
        st.integers(0, 99),
    )

    def with_facts(drawn):
        stated, rows = drawn
        slip = tuple(FACTS[name][0] for name in facts)
        return [(bid, [*(slip if at == 99 else stated[bid]), *cells]) for bid, (*cells, at) in rows]

    each = st.tuples(*(st.sampled_from(FACTS[name]) for name in facts))
    return st.tuples(st.fixed_dictionaries(dict.fromkeys(NAMES, each)), table(rows)).map(with_facts)


@pytest.mark.parametrize(
    "facts", [tuple(FACTS), ("Supplier",), ("Contract start", "Contract length"), ("Contract value",)]
)
@examples(3)
@given(data=st.data())
def test_what_the_rows_of_a_bid_state_of_its_contract_counts_as_in_a_file_of_its_own(facts, data, tmp_path_factory):
    headings = ["Bid", *facts, "Ref", "Description", "Quantity", "Region"]
    folder = tmp_path_factory.mktemp("big")
    compare(folder, data.draw(stated_tables(facts)), headings)


def test_a_column_of_bidders_among_the_others_tells_bids_apart(tmp_path):
    headings = ["Bid", "Ref", "Supplier", "Description", "Quantity"]
    rows = [(bid, ("NT17", name, "Time", "4")) for bid, name in (("A", "Acme"), ("A", "Brook"), ("B", "Brook"))]
    findings = compare(tmp_path, rows, headings)["findings"]
    assert [(each[0], each[7]) for each in findings if each[8] == "error"] == [("A", "fact-disputed")]

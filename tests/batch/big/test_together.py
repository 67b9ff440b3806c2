"""What makes one big table quick: its rows are worked together, and few are handed to the reader one by one."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sv_cli.bids.assemble import assemble
from sv_cli.bids.terms import depending, marks
from sv_cli.bids.terms.depending import DEPENDING
from sv_cli.bids.terms.marks import BEHIND
from sv_cli.bids.terms.said_amounts import AMOUNTS, SAID
from sv_cli.bids.terms.workings import FACTORS, WORKED
from sv_cli.commands.parts import Request, library_for
from tests.batch.big.same import REFERENCES, compare, worked, write
from tests.examples import examples


@pytest.fixture
def read(monkeypatch):
    """The rows that the reader is given, each in its turn."""
    rows = []

    def reading(book, *rest):
        rows.extend(book.grids[0].rows)
        return assemble(book, *rest)

    monkeypatch.setattr("sv_cli.commands.big.assemble", reading)
    return rows


def test_regular_rows_are_not_read_one_by_one(tmp_path, read):
    """The engine does the work: the reader sees distinct texts, and never a row for each of the table's."""
    rows = [(f"{n % 4}", (REFERENCES[n % 3], f"promise {n}", f"{n % 50 + 1}", "", "", "")) for n in range(3_000)]
    write(tmp_path / "table.csv", rows)
    assert len(worked(tmp_path / "table.csv", tmp_path / "out")["lines"]) == 3_000
    assert len(read) < 100


def test_rows_that_state_their_contract_are_not_read_one_by_one(tmp_path, read):
    headings = [
        "Bid",
        "Supplier",
        "Contract value",
        "Contract start",
        "Contract length",
        "Ref",
        "Description",
        "Quantity",
    ]
    stated = ("Acme", "1,200,000", "2026-04-01", "3 years")
    rows = [(f"{n % 4}", (*stated, REFERENCES[n % 3], f"promise {n}", f"{n % 50 + 1}")) for n in range(3_000)]
    write(tmp_path / "table.csv", rows, headings)
    found = worked(tmp_path / "table.csv", tmp_path / "out")
    assert len(found["lines"]) == 3_000
    assert {each[4:9] for each in found["bids"]} == {("Acme", None, 1_200_000, date(2026, 4, 1), 3)}
    assert len(read) < 100


def test_rows_whose_texts_begin_like_marks_are_not_read_one_by_one(tmp_path, read):
    headings = ["Bid", "Ref", "Description", "Quantity", "Unit", "Evidence"]
    texts = ("Number of hours given by team {}", "Sample of plot {} weighed", "Inactive adults of ward {}")
    notes = ("Number of pupils in group 12 or 13", "Test results, checked by 2 people", "Register of ward {}")
    rows = [
        (f"{n % 4}", (REFERENCES[n % 3], texts[n % 3].format(n), f"{n % 50 + 1}", "", notes[n % 3].format(n)))
        for n in range(3_000)
    ]
    write(tmp_path / "table.csv", rows, headings)
    assert len(worked(tmp_path / "table.csv", tmp_path / "out")["lines"]) == 3_000
    assert len(read) < 600


def test_a_description_that_says_something_sets_its_row_apart_and_not_its_bid(tmp_path, read):
    """Most of the rows that look as if they say something say nothing: those are multiplied as all others are."""
    said = ("a promise", "Given weekly", "50 hours of talks", "Talks (if extended)", "5 talks at each school")
    texts = [f"{said[n // 10 % 5]} no. {n}" if n % 10 == 0 else f"promise {n}" for n in range(3_000)]
    rows = [(f"{n % 4}", (REFERENCES[n % 3], text, f"{n % 50 + 1}", "", "", "")) for n, text in enumerate(texts)]
    told = compare(tmp_path, rows)
    assert len(read) < 500
    assert len(told["findings"]) > 100


def test_no_reference_or_unit_of_the_library_is_read_one_by_one(tmp_path, read):
    """Not even one that begins with the letters of a mark, as waste does with was, which stands before old lines."""
    library = library_for(Request())
    named = [(proxy.id, library.vocabulary.units[proxy.unit].many) for proxy in library.proxies.values()]
    rows = [("A", (ref, f"promise {n}", f"{12 + n}", unit, "", "")) for n in range(20) for ref, unit in named]
    write(tmp_path / "table.csv", rows)
    assert len(worked(tmp_path / "table.csv", tmp_path / "out")["lines"]) == 20 * len(named)
    assert len(read) < 10 * len(named)


LONG = (
    *((BEHIND, marks.seen_first()), *((each, depending.seen_first()) for each in DEPENDING)),
    *((each, f"{AMOUNTS}|{FACTORS}") for each in (SAID, WORKED)),
)


@pytest.mark.parametrize(("pattern", "first"), LONG, ids=range(len(LONG)))
def test_what_is_seen_first_is_in_all_that_a_long_pattern_finds(pattern, first):
    """Together the long ones are more than the engine keeps track of."""
    seen = re.compile(first, re.IGNORECASE | re.ASCII)
    texts = st.from_regex(re.compile(pattern, re.IGNORECASE | re.ASCII))

    @examples(100)
    @given(texts)
    def is_seen(text):
        assert seen.search(text)

    is_seen()

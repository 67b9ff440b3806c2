"""Notes that say of their line that it is not meant, whichever way they say it, and the glances that find them soon."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sv_cli.bids.cells.text import normal
from sv_cli.bids.terms.beginnings import WORDS
from sv_cli.bids.terms.notes import HAD, KINDS, LONGEST_NOTE, SAID, is_not_meant
from tests.bids.beginnings import first_words
from tests.examples import examples

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789 %"
SAYINGS = st.one_of(
    *(st.from_regex(re.compile(kind.pattern, re.ASCII), fullmatch=True, alphabet=LETTERS) for kind in KINDS)
)
BEFORE = st.sampled_from(["", "please note ", "this line is ", "and "])


@examples(100)
@given(before=BEFORE, saying=SAYINGS)
def test_no_glance_passes_over_a_note_that_says_so(before, saying):
    note = normal(f"{before}{saying}")
    assume(note == f"{before}{saying}".strip() and len(note) <= LONGEST_NOTE)
    assert is_not_meant(note)


@examples(100)
@given(said=st.from_regex(re.compile(SAID, re.ASCII), fullmatch=True, alphabet=LETTERS))
def test_an_engine_finds_in_each_what_all_of_them_have(said):
    assert re.search(HAD, said)


def test_the_words_that_notes_begin_with_are_those_of_their_pattern():
    assert sorted(WORDS) == first_words(SAID)


@pytest.mark.parametrize("note", ["Say 40", "Nil additionality", "Vorbehaltlich der Freigabe", "2026 not 2027"])
def test_one_is_heeded_whatever_it_begins_with(note):
    assert is_not_meant(note)


@pytest.mark.parametrize(
    "note", ["Payroll records", "Letters of thanks, read each quarter", "The contract manager reports"]
)
def test_one_that_says_how_it_is_shown_leaves_its_line(note):
    assert not is_not_meant(note)

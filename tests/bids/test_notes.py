"""Notes that say of their line that it is not meant, whichever way they say it, and the glances that find them soon."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sv_cli.bids.cells.text import normal
from sv_cli.bids.terms.claims import CLAIMING
from sv_cli.bids.terms.corrections import CORRECTING
from sv_cli.bids.terms.doubts import DOUBTING
from sv_cli.bids.terms.notes import FIRST, GLANCE, LONGEST_NOTE, is_not_meant
from sv_cli.bids.terms.scrawls import SCRAWLED
from sv_cli.bids.terms.tongues import TRANSLATED
from tests.examples import examples

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789 %"
SAYINGS = st.one_of(
    *(
        st.from_regex(re.compile(each, re.ASCII), fullmatch=True, alphabet=LETTERS)
        for each in (CLAIMING, CORRECTING, DOUBTING, SCRAWLED, TRANSLATED)
    )
)
BEFORE = st.sampled_from(["", "please note ", "this line is ", "and "])


@examples(100)
@given(before=BEFORE, saying=SAYINGS)
def test_no_glance_passes_over_a_note_that_says_so(before, saying):
    note = normal(f"{before}{saying}")
    assume(note == f"{before}{saying}".strip() and len(note) <= LONGEST_NOTE)
    assert is_not_meant(note)
    assert re.search(FIRST, note)
    assert re.search(GLANCE, note)


@pytest.mark.parametrize(
    "note", ["Payroll records", "Letters of thanks, read each quarter", "The contract manager reports"]
)
def test_one_that_says_how_it_is_shown_leaves_its_line(note):
    assert not is_not_meant(note)

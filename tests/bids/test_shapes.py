"""Descriptions that differ in their digits alone are looked at once; what they say is told of each of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sv_cli.bids.lines.shapes import shape_of, shapes_of, text_of
from sv_cli.bids.terms.depending import DEPENDING, depending
from sv_cli.bids.terms.marks import BEHIND, any_marked_behind, may_be_marked_behind
from sv_cli.bids.terms.paces import OFTEN, may_say_often
from sv_cli.bids.terms.said_amounts import SAID, may_say_amount
from sv_cli.bids.terms.words import words_of
from sv_cli.bids.terms.workings import WORKED
from tests.drawn import drawn
from tests.examples import examples

HEAD = "Ref,Commitment,Unit,Quantity"
DIGITS = "0123456789"
DEPENDS = re.compile("|".join(DEPENDING), re.IGNORECASE)
LOOKS = (may_say_often, may_say_amount, may_be_marked_behind, lambda text: DEPENDS.search(text) is not None)
TEXTS = st.one_of(
    *(st.from_regex(re.compile(each, re.IGNORECASE | re.ASCII)) for each in (OFTEN, SAID, BEHIND, *DEPENDING, WORKED)),
    st.text("TBCwas?.:-(0123456789 ", max_size=20),
)


@examples(200)
@given(text=TEXTS, more=st.integers(1, 9))
def test_no_look_at_a_description_asks_which_digits_it_holds(vocabulary, text, more):
    other = "".join(str((int(each) + more) % 10) if each in DIGITS else each for each in text)
    for look in (*LOOKS, words_of(vocabulary).may_be_marked):
        assert look(other) == look(text) == look(text_of(shape_of(text)))


@pytest.mark.parametrize(
    ("pattern", "look"),
    [
        (DEPENDS.pattern, lambda text: depending([text]) == [text]),
        (BEHIND, lambda text: any_marked_behind([text])),
        (OFTEN, may_say_often),
    ],
)
def test_no_glance_passes_over_a_description_that_says_more(pattern, look):
    said = map(str.strip, drawn(pattern, re.IGNORECASE, count=10_000))
    assert [text for text in said if re.search(pattern, text, re.IGNORECASE) and not look(text)] == []


@given(st.lists(st.text(), min_size=1))
def test_the_shapes_of_many_texts_are_those_of_each(texts):
    several = any("\n" in text for text in texts)
    assert shapes_of(texts) == (None if several else set(map(shape_of, texts)))


@pytest.mark.parametrize(
    ("code", "told", "plain"),
    [
        ("rate-in-description", "Visit {0} to the ward weekly", "Visit {0} to the ward"),
        ("rate-in-description", "Visits of 0{0} hours, 7 hours a week", "Visits of 0{0} people, in 7 groups"),
        ("amount-in-description", "Give 24{0} hours", "Time for ward 24{0}"),
        ("line-withdrawn", "Visit {0} (deleted)", "Visit {0} of the ward"),
        ("line-withdrawn", "Deleted: visit {0}", "Visit {0}"),
    ],
)
def test_one_that_says_more_is_told_of_wherever_it_stands(desk, code, told, plain):
    """Whether it comes after many that say nothing more, or all of them say it."""
    texts = [told if n in (40, 1500) else plain for n in range(2000)]
    some = desk.csv("\n".join([HEAD, *(f'NT17,"{text.format(n)}",hours,7' for n, text in enumerate(texts))]))
    every = desk.csv("\n".join([HEAD, *(f'NT17,"{told.format(n)}",hours,7' for n in range(900))]))
    assert _rows(some, code) == [42, 1502]
    assert _rows(every, code) == list(range(2, 902))


def _rows(read, code):
    return [finding.place.row for finding in read.reading.findings if finding.name == code]

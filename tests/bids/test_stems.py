"""Many stems are looked for at once, through the words of a text that were not seen before."""

from hypothesis import given
from hypothesis import strategies as st

from sv_cli.bids.terms import stems as module
from sv_cli.bids.terms.stems import Stems
from tests.examples import examples

STEMS = ("max", "if there", " contract", "in post", "part of", "already ", "subject to", "our other")
LOOK = Stems(STEMS)
TEXTS = st.lists(st.sampled_from([*STEMS, " ", "\n", "e", "x", "maximum", "if the", "contractor", "poster"])).map(
    "".join
)


@examples(300)
@given(TEXTS)
def test_the_stems_of_a_text_are_those_that_stand_in_it(text):
    assert LOOK.within(text) == [stem for stem in STEMS if stem in text]


def test_words_are_forgotten_before_they_are_too_many(monkeypatch):
    monkeypatch.setattr(module, "_MOST_KNOWN", 2)
    look = Stems(STEMS)
    for _ in range(3):
        assert look.within("our other sites, of which some are in post") == ["in post", "our other"]
        assert look.within("a maximum of 40 hours") == ["max"]

"""The search finds what a bid writer means, also when it is not what they typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sv_cli.library.load import load_library
from sv_cli.library.search import has_code, search
from tests.examples import examples

LIBRARY = load_library().library


@pytest.mark.parametrize(
    ("words", "first", "reason"),
    [
        ("burglary", "crime.burglary-avoided", "title"),
        ("burglry", "crime.burglary-avoided", "title"),
        ("lonliness", "loneliness.chronic-ended", "synonym 'chronic loneliness'"),
        ("long term unemployed", "jobs.jobseeker-into-work", None),
        ("volunteer hours", "volunteering.hour", None),
        ("aprenticeship level 3", "skills.apprenticeship-level-3", "title"),
        ("speeding", "roads.speed-reduced", "title"),
        ("NT17", "volunteering.hour", "code toms NT17"),
        ("nt17", "volunteering.hour", "code toms NT17"),
        ("volunteering.hour", "volunteering.hour", "its id"),
    ],
)
def test_words_find_the_proxy_that_is_meant(words, first, reason):
    hits = search(LIBRARY, words)
    assert hits[0].proxy.id == first
    assert reason in (None, hits[0].reason)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize("words", ["SDG 8", "sdg8", "sdg: 8", "Goal 8"])
def test_a_goal_finds_all_proxies_of_it(words):
    found = {hit.proxy.id for hit in search(LIBRARY, words, 1000)}
    assert found == {key for key, proxy in LIBRARY.proxies.items() if "8" in proxy.maps_to.get("sdg", ())} != set()


def test_a_bare_number_is_no_code():
    assert not any(has_code(proxy, "8") for proxy in LIBRARY.proxies.values())


@pytest.mark.parametrize("words", ["", "the", "xyzzy", "8", "\u202e"])
def test_what_means_nothing_finds_nothing(words):
    assert search(LIBRARY, words) == ()


def test_the_rarer_word_decides():
    found = [hit.proxy.id for hit in search(LIBRARY, "burglary in a year", 2)]
    assert found == ["crime.burglary-avoided", "crime.business-burglary-avoided"]


@examples(30)
@given(st.text(max_size=80))
def test_any_text_can_be_searched_for(words):
    for hit in search(LIBRARY, words):
        assert 0 <= hit.score <= 100
        assert hit.reason

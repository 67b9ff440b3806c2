"""The offer of near names: what somebody may have meant who wrote a name that is not there."""

import pytest

from sv_cli.library.load import load_library
from sv_cli.library.nearest import nearest, nearest_text


@pytest.fixture(scope="module")
def proxies():
    library = load_library(()).library
    assert library is not None
    return library.proxies


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("crime.burglery", "crime.burglary-avoided"),  # many ids begin with "crime": one shared word is not enough
        ("burglary", "crime.burglary-avoided"),
        ("volunteering.hours", "volunteering.hour"),
        ("volunter.hour", "volunteering.hour"),
        ("waste.food surplus", "waste.food-surplus-tonne-eaten"),
        ("jobs.apprentice", "jobs.apprentice-fair-pay-hour"),
    ],
)
def test_the_name_that_is_meant_comes_first(proxies, typed, meant):
    assert nearest(typed, proxies)[0] == meant


@pytest.mark.parametrize("town", ["Leeds", "Manchester", "Hull", "Newcastle"])
def test_no_country_is_offered_for_letters_that_a_town_shares_with_it(town):
    assert nearest(town, ["England and Wales", "United Kingdom", "Yorkshire and The Humber"]) == []


def test_names_in_another_order_are_offered_in_the_same():
    names = ["day", "hour", "hourly", "month"]
    assert nearest("hours", names) == nearest("hours", reversed(names)) == ["hour", "hourly"]


def test_the_offer_is_the_end_of_a_sentence():
    assert nearest_text("hors", ["hour", "hours"]) == "; nearest are 'hours', 'hour'"
    assert nearest_text("hors", ["hours"]) == "; did you mean 'hours'?"
    assert nearest_text("zebra", ["hour"]) == ""

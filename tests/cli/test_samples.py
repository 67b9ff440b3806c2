"""The samples with a story: what `sv` says of each, and a figure or two of each worked by hand from published ones."""

import json
from fractions import Fraction

import pytest

from tests.cli.door import ROOT, SAMPLES, sv
from tests.cli.golden import COMMANDS, kept, now, plain
from tests.samples import speed_watch
from tests.samples.write import SAMPLES as SOURCES

EXITS = {"bad-bid": 1}


@pytest.fixture(autouse=True)
def _from_the_checkout(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_said_is_what_was_reviewed(name):
    told = now(name)
    assert told.out == kept(name), "`python -m tests.cli.golden` shows the difference"
    assert told.code == EXITS.get(name.partition(".")[0], 0)


@pytest.mark.parametrize("name", SOURCES)
def test_a_sample_is_what_its_source_makes(name):
    assert (SAMPLES / name).read_bytes() == SOURCES[name]()


@pytest.mark.parametrize("sample", ["food-bank.xlsx", "speed-watch.xlsx", "after-hours.csv", "adult-services.xlsx"])
def test_a_good_bid_is_valued_whole(sample):
    told = sv("score", f"samples/{sample}", "--format", "json")
    totals = json.loads(told.out)["totals"]
    assert told.code == 0
    assert totals["valued"] == totals["commitments"]


def test_plain_hides_only_what_changes_with_every_proxy():
    assert plain("; nearest are 'a.b',\n  'c.d'\n  help: correct it") == "; nearest are …\n  help: correct it"
    assert plain("Library: sv-open-library 0.1.0 (sha256 0123456789ab)") == "Library: sv-open-library 0.1.0 (sha256 …)"


def line_of(sample: str, row: int) -> dict[str, float]:
    lines = json.loads(sv("score", f"samples/{sample}", "--format", "json").out)["lines"]
    return next(line for line in lines if line["row"] == row)


def pence(amount: Fraction) -> float:
    """Rounded half up to whole pence."""
    return float(Fraction(int(amount * 100 + Fraction(1, 2)), 100))


# What was published: the National Living Wage from April 2026, the deflator's index (2025 = 100), the average road
# casualty (TAG A4.1.1, 2023 prices), casualties and injury collisions of 2024, an A&E attendance (2024/25 prices).
LIVING_WAGE, CASUALTY, ATTENDANCE = Fraction("12.71"), Fraction(98_933), Fraction(280)
INDEX = {"2023": Fraction("92.8675"), "2024/25": Fraction("97.4940"), "2026": Fraction("102.1831")}
CASUALTIES, COLLISIONS = Fraction(128_272), Fraction(100_927)
YEAR = 1 / Fraction("1.035")


def test_the_hours_of_retired_volunteers_over_three_years():
    hour = LIVING_WAGE * 100 / INDEX["2026"] * Fraction("0.9") * Fraction("0.9")
    hours = 42 * 4 * 48
    assert line_of("food-bank.xlsx", 9)["net"] == pence(3 * hours * hour)
    assert line_of("food-bank.xlsx", 9)["present_value"] == pence(hours * hour * (1 + YEAR + YEAR**2))


def test_two_point_eight_miles_an_hour_off_the_mean_speed():
    collision = CASUALTY * 100 / INDEX["2023"] * CASUALTIES / COLLISIONS
    fewer = Fraction("0.05") * Fraction("2.8") * Fraction("0.8")
    assert line_of("speed-watch.xlsx", 12)["gross"] == pence(fewer * collision)
    assert line_of("speed-watch.xlsx", 12)["net"] == pence(fewer * collision * Fraction("0.9") * Fraction("0.75"))


def test_the_survey_shows_forty_per_cent_fewer_vehicles_over_the_limit():
    before, after = speed_watch.SURVEY[1][1:3]
    assert round(1 - Fraction(after, before), 2) == Fraction("0.40")


def test_caretaking_by_volunteers_after_hours():
    hour = LIVING_WAGE * 100 / INDEX["2026"] * Fraction("0.9") * Fraction("0.9")
    assert line_of("after-hours.csv", 22)["net"] == pence(2_200 * hour)


def test_attendances_avoided_in_the_year_that_they_are_promised_for():
    one = ATTENDANCE * 100 / INDEX["2024/25"] * Fraction("0.6") * Fraction("0.7")
    assert line_of("adult-services.xlsx", 15)["present_value"] == pence(one * (40 + 120 * YEAR + 180 * YEAR**2))


def test_of_the_bad_bid_only_what_was_understood_is_in_the_total():
    told = json.loads(sv("score", "samples/bad-bid.xlsx", "--format", "json").out)
    assert [line["row"] for line in told["lines"] if line["valued"]] == [12, 25]
    assert told["totals"]["present_value"] == told["lines"][0]["present_value"] * 2

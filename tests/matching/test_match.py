"""Promises in words: what is proposed, how surely, why; and that a guess is never valued."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sv_cli.app import app
from tests.support import figure, proxy, write_library

BID = """Acme's offer
Commitment,Quantity,Unit,Ref
Employ long-term unemployed residents,3,people,
"Pay the Real Living Wage, to all",1200,hours,
Mural on the underpass,40,hours,
Volunteering,10,hours,volunteering.hour
Something else,10,hours,volunteering.hous
Total,1263,,
"""


def run(*arguments: object):
    return CliRunner().invoke(app, [str(each) for each in arguments])


def matches(path: Path, *options: object) -> dict[int, dict]:
    result = run("match", "--format", "json", *options, path)
    assert result.exit_code in (0, 1), result.output
    return {match["row"]: match for match in json.loads(result.stdout)["matches"]}


@pytest.fixture
def bid(tmp_path: Path) -> Path:
    path = tmp_path / "bid.csv"
    path.write_text(BID, encoding="utf-8")
    return path


def promise(tmp_path: Path, words: str, unit: str, *options: object) -> dict:
    path = tmp_path / "one.csv"
    path.write_text(f'Commitment,Quantity,Unit\n"{words}",5,{unit}\n', encoding="utf-8")
    return matches(path, *options)[2]


def test_every_line_is_listed_with_what_came_of_it(bid):
    states = {row: match["state"] for row, match in matches(bid).items()}
    assert states == {3: "proposed", 4: "proposed", 5: "unmatched", 6: "named", 7: "unmatched"}


def test_what_matches_nothing_is_said_and_asks_for_a_person(bid):
    result = run("match", bid)
    assert result.exit_code == 1
    assert "Mural on the underpass" in result.stdout
    assert "without any match" in result.stdout
    assert "5 commitments: 1 with a reference, 2 can be filled in" in result.stdout


def test_a_code_that_has_no_value_is_told_with_the_reason(tmp_path):
    path = tmp_path / "local.csv"
    path.write_text("Ref,Commitment,Quantity,Unit\nNT18,Spent with local firms,120000,£\n", encoding="utf-8")
    said = " ".join(run("match", path).stdout.split())
    assert "local.csv:A2: SV309 code-not-valued: the code 'NT18' counts money spent with suppliers in the area" in said


@pytest.fixture
def zithers(tmp_path: Path) -> Path:
    """A library with three proxies whose words nobody else uses."""
    hour, person = {"value": "zither.value"}, {"value": "zither.each", "unit": "person"}
    proxies = [
        proxy(
            "zither.lesson", **hour, title="Zither lesson given to a beginner", synonyms=["zither tuition", "zithering"]
        ),
        proxy("zither.concert", **hour, title="Zither concert given free", synonyms=["zithering"]),
        proxy("zither.player", **person, title="New zither player", synonyms=["zither tuition"]),
    ]
    figures = [figure("zither.value"), figure("zither.each", unit="GBP/person")]
    return write_library(tmp_path, figures=figures, proxies=proxies)


def test_a_proposal_comes_with_confidence_and_reasons(tmp_path, zithers):
    best, *others = promise(tmp_path, "Zither tuition", "hours", "--library", zithers)["proposals"]
    assert best["proxy"] == "zither.lesson"
    assert best["confidence"] == 99
    assert best["reasons"] == ["shares every word with its synonym “zither tuition”", "both count hours"]
    (player,) = (other for other in others if other["proxy"] == "zither.player")
    assert player["confidence"] < 60
    assert player["reasons"][-1] == "but it counts people, not hours"


def test_a_shared_lead_is_nobody_s(tmp_path, zithers):
    match = promise(tmp_path, "Zithering", "hours", "--library", zithers)
    first, second = match["proposals"][:2]
    assert {first["proxy"], second["proxy"]} == {"zither.lesson", "zither.concert"}
    assert match["state"] == "unsure"


def test_a_promise_that_states_no_unit_is_left_to_a_person(tmp_path, zithers):
    match = promise(tmp_path, "Zither lesson given to a beginner", "", "--library", zithers)
    assert match["state"] == "unsure"
    assert match["proposals"][0]["confidence"] == 99
    assert match["proposals"][0]["reasons"][-1] == "no unit is stated; it counts hours"


def test_a_unit_that_is_not_known_is_not_said_to_be_missing(tmp_path, zithers):
    match = promise(tmp_path, "Zither lesson given to a beginner", "lessons", "--library", zithers)
    assert match["state"] == "unsure"
    assert match["proposals"][0]["reasons"][-1] == "the unit “lessons” is unknown; it counts hours"


def test_a_word_behind_another_than_its_own_says_less(tmp_path):
    proxies = [
        proxy("zither.maker", "zither.value", title="Zither makers trained for a year", synonyms=["zither makers"]),
        proxy("zither.lesson", "zither.value", title="Hour of a zither lesson"),
    ]
    library = write_library(tmp_path, figures=[figure("zither.value")], proxies=proxies)
    own, alone, other = (
        next((each["confidence"] for each in promise(tmp_path, words, "hours", "--library", library)["proposals"]), 0)
        for words in ("Training of zither makers", "Training for makers", "Training of watch makers")
    )
    assert own > alone > other


@pytest.mark.parametrize(("users", "as_to"), [(2, "another"), (3, "2 others")])
def test_a_code_of_several_proxies_speaks_for_each_and_settles_nothing(tmp_path, users, as_to):
    proxies = [proxy(f"zither.{n}", "zither.value", maps_to={"toms": ["ZZ2"]}) for n in range(users)]
    library = write_library(tmp_path, figures=[figure("zither.value")], proxies=proxies)
    match = promise(tmp_path, "Music (ZZ2) for all", "hours", "--library", library)
    assert match["state"] != "proposed"
    assert [(each["proxy"], each["reasons"][0]) for each in match["proposals"]] == [
        (each["id"], f"the code ZZ2 maps to it and to {as_to}") for each in proxies
    ]


def test_no_more_than_five_are_proposed(tmp_path):
    proxies = [proxy(f"zither.{n}", "zither.value", title=f"Zither lesson {n}") for n in range(7)]
    library = write_library(tmp_path, figures=[figure("zither.value")], proxies=proxies)
    found = promise(tmp_path, "Zither lesson", "hours", "--library", library)["proposals"]
    assert [each["proxy"].partition(".")[0] for each in found] == ["zither"] * 5


def test_a_slip_of_the_pen_is_forgiven(tmp_path, zithers):
    match = promise(tmp_path, "Zitter tution for a beginer", "hours", "--library", zithers)
    assert match["proposals"][0]["proxy"] == "zither.lesson"


CLEAR = [
    ("Employ long-term unemployed residents", "people", "jobs.jobseeker-into-work"),
    ("Level 2 apprenticeships: weeks", "weeks", "skills.apprenticeship-level-2-week"),
    ("Carbon reduction", "tCO2e", "climate.tonne-avoided"),
    ("Free meeting room hire for charities", "hours", "space.room-hour"),
    ("Prevent domestic burglaries", "crimes", "crime.burglary-avoided"),
    ("Debt advice sessions for our residents", "people", "money.debt-advice-client"),
    ("Free hot meals delivered to older people", "weeks", "care.meals-week"),
    ("Reduce carbon emissions through electric vans", "tonnes", "climate.tonne-avoided"),
    ("Careers talks in secondary schools", "hours", "youth.careers-talk-hour"),
    ("Befriending calls to isolated older people", "hours", "loneliness.befriending-hour"),
    ("Mentoring young people at risk of exclusion", "hours", "youth.mentoring-hour"),
    ("Fewer outpatient visits thanks to home tests", "attendances", "health.outpatient-attendance-avoided"),
    ("Employabilty support: CV workshops and mock interviews", "hours", "jobs.employment-support-hour"),
]


@pytest.mark.parametrize(("words", "unit", "proxy"), CLEAR)
def test_clear_promises_are_proposed(tmp_path, words, unit, proxy):
    match = promise(tmp_path, words, unit)
    assert (match["state"], match["proposals"][0]["proxy"]) == ("proposed", proxy)


NEAREST = [
    ("Cut A&E attendances through a falls clinic", "", "health.ae-attendance-avoided"),
    ("Six apprentices on level 3 courses", "people", "skills.apprenticeship-level-3"),
    ("Prevent burglaries by fitting locks to homes", "crimes", "crime.burglary-avoided"),
    ("Reduction of average speed on Mill Lane", "mph", "roads.speed-reduced"),  # it counts mph × collisions
    ("Reduce speeding outside the primary school", "mph", "roads.speed-reduced"),
    ("Take on 4 apprentices", "", "skills.apprenticeship-level-2"),  # 4 is how many, and not their level
]


@pytest.mark.parametrize(("words", "unit", "proxy"), NEAREST)
def test_the_nearest_proxy_comes_first_where_a_person_has_to_choose(tmp_path, words, unit, proxy):
    match = promise(tmp_path, words, unit)
    assert (match["state"], match["proposals"][0]["proxy"]) == ("unsure", proxy)


def test_a_code_behind_the_words_names_the_proxy(tmp_path):
    assert promise(tmp_path, "Volunteer hours (NT17)", "hours")["state"] == "named"


VAGUE = [
    ("Improve wellbeing", "people"),
    ("A thriving community", ""),
    ("Social value report", "items"),
    ("Support local charities", "hours"),
    ("Spend with local firms", "£"),
    ("We will do our best", "hours"),
    ("x" * 5000, "hours"),
    ("Mural on the underpass", "hours"),
    ("Modern slavery training for buyers", "people"),
    ("Mental health first aid training for our workforce", "people"),
    ("A cycle to work scheme", "people"),
    ("Local school visits", "visits"),
    ("\u202eemployed \u200bresidents [red]", "people"),
]


@pytest.mark.parametrize(("words", "unit"), VAGUE, ids=[words[:25] for words, _ in VAGUE])
def test_vague_promises_are_left_to_a_person(tmp_path, words, unit):
    assert promise(tmp_path, words, unit)["state"] in ("unsure", "unmatched")


def test_a_unit_that_does_not_fit_speaks_against_a_proxy(tmp_path, zithers):
    fits, other = (
        {each["proxy"]: each for each in promise(tmp_path, "Zither tuition", unit, "--library", zithers)["proposals"]}
        for unit in ("people", "tonnes")
    )
    assert list(fits)[:2] == ["zither.player", "zither.lesson"]
    assert fits["zither.lesson"]["reasons"][-1] == "but it counts hours, not people"
    for name, one in (("zither.player", "people"), ("zither.lesson", "hours")):
        assert other[name]["confidence"] < fits["zither.player"]["confidence"]
        assert other[name]["reasons"][-1] == f"but it counts {one}, not tonnes"


def test_scoring_the_bid_values_no_guess(bid):
    report = json.loads(run("score", "--format", "json", bid).stdout)
    assert [line["ref"] for line in report["lines"] if line["valued"]] == ["volunteering.hour"]


def test_the_threshold_is_the_user_s(bid):
    assert matches(bid, "--threshold", 100)[4]["state"] == "unsure"


def test_formats(bid, tmp_path):
    result = run("match", "--format", "csv", bid)
    assert result.stdout.splitlines()[0].startswith("file,sheet,row,description,reference,state,proposal,confidence")
    assert run("match", "--format", "odd", bid).exit_code == 2
    assert run("match", tmp_path / "none.csv").exit_code == 3


def test_an_id_stands_on_one_line_of_a_narrow_screen(bid, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    lines = run("match", bid).stdout.splitlines()
    proposed = {each["proxy"] for match in matches(bid).values() for each in match["proposals"][:4]}
    assert {line.split()[-1] for line in lines if " %  " in line} == proposed
    assert max(map(len, lines)) <= 80


def test_notes_are_shown_when_they_are_asked_for(tmp_path):
    bid = tmp_path / "bid.csv"
    bid.write_text("Commitment;Quantity;Unit\nVolunteering;10;hours\n", encoding="utf-8")
    assert "Findings: 1 note (--verbose shows the notes)" in run("match", bid).stdout
    assert "SV115 delimiter-detected" in " ".join(run("match", bid, "--verbose").stdout.split())

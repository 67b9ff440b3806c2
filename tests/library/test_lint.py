# ruff: noqa: E501 - a case of a table is a line
"""The lint rules, each with a library that breaks it; and the library that ships, which breaks none."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from sv_cli.findings.finding import Severity
from sv_cli.library.lint.rules import RULES
from sv_cli.library.lint.run import Linting, lint

TODAY = date(2026, 11, 23)
PROXY = """
theme: {id: giving, title: Giving}
outcome: {id: time, title: Time given}
proxies:
  - id: giving.hour
    title: Hour given to a charity
    unit: hour
    value: cost.hour
    value_kind: economic
    adjustments:
      deadweight: {value: "0.1", basis: judgement, why: Some would have given it anyway.}
      displacement: {value: "0", basis: judgement, why: Nobody else gives less.}
      attribution: {value: "0", basis: judgement, why: Nobody else asked.}
    counts: Hours worked without pay, each counted once.
    evidence: [A sheet that the charity has signed]
    confidence: {level: low, why: One source.}
    review_by: "2027-11-23"
"""
FIGURES = """
source: {publisher: Office, title: Costs, published: "2026", url: "https://example.org/costs", licence: OGL-UK-3.0,
         redistributable: true, read: primary, accessed: "2026-11-23"}
figures:
  - {id: cost.hour, title: An hour, unit: GBP/hour, amount: "12.50", price_year: "2025", locator: table 1}
  - {id: price.index, title: Prices, unit: index, series: year, values: {"2024": "98", "2025": "100"}, locator: table 9}
"""
METHOD = """
methods:
  - {id: plain, title: Plain, edition: "2026", summary: Nothing but prices., timing: At once., sources: [],
     price_index: price.index}
"""
CLEAN = {
    "library.yaml": "library: {name: clean, version: '1', default_method: plain, default_price_year: '2025'}\n",
    "units.yaml": """
units:
  - {id: GBP, one: pound, many: pounds, dimension: money, factor: "1"}
  - {id: hour, one: hour, many: hours, dimension: hour, factor: "60", names: [hrs]}
  - {id: year, one: year, many: years, dimension: year, factor: "1"}
""",
    "places.yaml": "places: [{code: K02000001, name: United Kingdom}]\n",
    "methods.yaml": METHOD,
    "figures.yaml": FIGURES,
    "giving.yaml": PROXY,
}
NEW = '  - {id: cost.new, title: New, unit: GBP/hour, amount: "1", price_year: "2025", locator: table 2}\n'
SECOND = PROXY.partition("proxies:\n")[2].replace("giving.hour", "giving.other")
UNALIKE = SECOND.replace("Hour given to a charity", "Evening of music").replace("Hours worked", "Evenings played")

Change = tuple[str, str, str]
# Each rule: the files to change (file, text, what to put in its place), the lines and what is said of them
BROKEN: Mapping[str, tuple[list[Change], list[str]]] = {
    "source-incomplete": (
        [("figures.yaml", "https://example.org/costs", "our intranet"), ("figures.yaml", '"2026-11-23"', '"2026-11-24"')],
        [
            "figures.yaml:5: the source 'Costs' is incomplete: its url 'our intranet' is not an address that starts with http",
            "figures.yaml:5: the source 'Costs' is incomplete: accessed 2026-11-24 is in the future",
        ],
    ),
    "source-undated": (
        [("figures.yaml", 'published: "2026"', "published: undated web page")],
        ["figures.yaml:5: 'Costs' has the publication date 'undated web page'"],
    ),
    "licence-unknown": (
        [("figures.yaml", "OGL-UK-3.0", "OGL")],
        ["figures.yaml:5: the licence 'OGL' of 'Costs' is not one of CC-BY-3.0, CC-BY-4.0, CC-BY-NC-ND-4.0, CC0-1.0, "
         "OGL-UK-3.0, private, publisher-copyright, unstated-open"],
    ),
    "licence-forbids": (
        [("figures.yaml", "redistributable: true", "redistributable: false")],
        ["figures.yaml:5: the licence OGL-UK-3.0 of 'Costs' forbids passing its amounts on"],
    ),
    "second-hand-unplaced": (
        [("figures.yaml", "read: primary", "read: secondary")],
        ["figures.yaml:5: 'Costs' was read second-hand, and read_via does not say where"],
    ),
    "figure-superseded": (
        [("figures.yaml", "locator: table 1", "locator: table 1, superseded_by: the edition of 2027")],
        ["giving.yaml:5: 'giving.hour' uses 'cost.hour', which is superseded by the edition of 2027"],
    ),
    "range-disordered": (
        [("figures.yaml", 'amount: "12.50"', 'amount: "12.50", low: "12.60", high: "12.70"')],
        ["figures.yaml:5: low, central and high of 'cost.hour' are 12.60, 12.50, 12.70, which are not in rising order"],
    ),
    "price-year-uncovered": (
        [("figures.yaml", 'price_year: "2025"', 'price_year: "2023"')],
        ["figures.yaml:5: 'cost.hour' is in prices of 2023, but 'price.index' has 2024 to 2025"],
    ),
    "figure-unused": (
        [("figures.yaml", "figures:\n", "figures:\n" + NEW)],
        ["figures.yaml:5: no proxy and no method uses 'cost.new'"],
    ),
    "figure-twice": (
        [("figures.yaml", "figures:\n", "figures:\n" + NEW + NEW.replace("cost.new", "cost.newer"))],
        ["figures.yaml:6: 'cost.newer' and 'cost.new' are the same number in the same place in the same source"],
    ),
    "series-gap": (
        [("figures.yaml", '"2024": "98"', '"2021": "95"')],
        ["figures.yaml:6: 'price.index' has no value for 2022, 2023, 2024, between its first and its last year"],
    ),
    "place-code-unknown": (
        [("figures.yaml", "figures:\n", "figures:\n" + NEW.replace('amount: "1"', 'series: place, values: {K02000002: "1"}'))],
        ["figures.yaml:5: 'cost.new' has a value for 'K02000002', which is not a place in places.yaml; did you mean 'K02000001'?"],
    ),
    "share-out-of-range": (
        [("figures.yaml", "figures:\n", "figures:\n" + NEW.replace("GBP/hour", "share").replace('"1"', '"80"'))],
        ["figures.yaml:5: 'cost.new' is a share, but one of its values is 80"],
    ),
    "adjustment-missing": (
        [("giving.yaml", "displacement: {value", "drop_off: {value")],
        ["giving.yaml:5: 'giving.hour' does not state displacement"],
    ),
    "duration-unexplained": (
        [("giving.yaml", "    unit: hour\n", "    unit: hour\n    duration_years: '0.5'\n"), ("figures.yaml", "GBP/hour", "GBP/hour/year")],
        ["giving.yaml:5: the effect of 'giving.hour' lasts 0.5 years, and duration_why does not say why"],
    ),
    "agency-shares": (
        [("giving.yaml", "    unit: hour\n", "    unit: hour\n    agency: {NHS: '0.5', DWP: '0.4'}\n")],
        ["giving.yaml:5: the agency shares of 'giving.hour' add up to 0.9, not 1",
         "giving.yaml:5: the agency shares of 'giving.hour' have no fiscal part to share"],
    ),
    "review-overdue": (
        [("giving.yaml", "2027-11-23", "2026-11-22")],
        ["giving.yaml:5: 'giving.hour' was due for review by 2026-11-22"],
    ),
    "review-far-off": (
        [("giving.yaml", "2027-11-23", "2029-11-24")],
        ["giving.yaml:5: 'giving.hour' is not due for review until 2029-11-24"],
    ),
    "overconfident": (
        [("giving.yaml", "level: low", "level: high"), ("figures.yaml", "read: primary", "read: secondary, read_via: A blog")],
        ["giving.yaml:5: 'giving.hour' claims high confidence on cost.hour, which was read second-hand"],
    ),
    "confidence-unknown": (
        [("giving.yaml", "level: low", "level: green")],
        ["giving.yaml:5: the confidence of 'giving.hour' is 'green'; it must be high, medium or low"],
    ),
    "geography-widened": (
        [("figures.yaml", "locator: table 1", "locator: table 1, geography: England")],
        ["giving.yaml:5: 'giving.hour' is for UK, but its figures are for England"],
    ),
    "overlap-of-one": (
        [("giving.yaml", "    unit: hour\n", "    unit: hour\n    overlaps: [a-person-helped]\n")],
        ["giving.yaml:5: 'giving.hour' is the only member of the overlap group 'a-person-helped'"],
    ),
    "scheme-unknown": (
        [("giving.yaml", "    unit: hour\n", "    unit: hour\n    maps_to: {tom: [NT17]}\n")],
        ["giving.yaml:5: 'giving.hour' maps to 'tom', which is not one of toms, sdg, ppn002, ppn0620, own"],
    ),
    "code-malformed": (
        [("giving.yaml", "    unit: hour\n", "    unit: hour\n    maps_to: {toms: [NT-17], sdg: ['18']}\n")],
        ["giving.yaml:5: 'giving.hour' maps to 'NT-17', which does not have the form of a code in toms",
         "giving.yaml:5: 'giving.hour' maps to '18', which does not have the form of a code in sdg"],
    ),
    "code-shared": (
        [("giving.yaml", PROXY, (PROXY + UNALIKE).replace("    unit: hour\n", "    unit: hour\n    maps_to: {toms: [NT17]}\n"))],
        ["giving.yaml:5: the code NT17 of 'giving.hour' is also used by giving.other",
         "giving.yaml:19: the code NT17 of 'giving.other' is also used by giving.hour"],
    ),
    "code-answered": (
        [("giving.yaml", "    unit: hour\n", "    unit: hour\n    maps_to: {toms: [NT17]}\n"),
         ("codes.yaml", "", "unvalued_codes:\n  - {code: NT17, scheme: toms, counts: Hours given, why: It is a test.}\n")],
        ["codes.yaml:2: the code NT17 is listed under unvalued_codes, but 'giving.hour' maps to it"],
    ),
    "heading-torn": (
        [("zeal.yaml", "", PROXY.replace("title: Giving", "title: Gifts").replace("giving.hour", "giving.zeal").partition("proxies:")[0]
          + "proxies:\n" + UNALIKE)],
        ["zeal.yaml:5: the theme 'giving' is called 'Gifts' here and 'Giving' elsewhere"],
    ),
    "unit-name-twice": (
        [("units.yaml", "dimension: year", "names: [Hrs], dimension: year")],
        ["units.yaml:5: 'hrs' is a name of both 'year' and 'hour'"],
    ),
    "unit-unused": (
        [("units.yaml", "units:\n", "units:\n  - {id: kettle, one: kettle, many: kettles, dimension: kettle, factor: '1'}\n")],
        ["units.yaml:3: no proxy and no figure uses 'kettle', nor anything that converts into it",
         "units.yaml:6: no proxy and no figure uses 'year', nor anything that converts into it"],
    ),
    "title-alike": (
        [("giving.yaml", PROXY, PROXY + SECOND.replace("Hour given to a charity", "Hours given to charities")
          .replace("Hours worked", "Evenings played"))],
        ["giving.yaml:5: 'Hour given to a charity' (giving.hour) and 'Hours given to charities' (giving.other) "
         "are too alike"],
    ),
    "guidance-copied": (
        [("giving.yaml", PROXY, PROXY + SECOND.replace("Hour given to a charity", "Evening of music"))],
        ["giving.yaml:18: what counts as 'giving.other' is described in the same words as for 'giving.hour'"],
    ),
    "guidance-thin": (
        [("giving.yaml", "Hours worked without pay, each counted once.", "Unpaid hours.")],
        ["giving.yaml:5: what counts as 'giving.hour' is described in fewer than five words"],
    ),
    "evidence-copied": (
        [("giving.yaml", PROXY, PROXY + "".join(
            UNALIKE.replace("giving.other", f"giving.n{n}").replace("Evening", f"Evening {n}").replace("Evenings", f"Evenings {n}")
            for n in range(5)))],
        ["giving.yaml:5: 6 proxies ask for 'A sheet that the charity has signed'"],
    ),
    "character-hidden": (
        [("giving.yaml", "Hour given", "Hour\u200b given")],
        ["giving.yaml:5: 'giving.hour' has a zero width space in one of its texts"],
    ),
}  # fmt: skip


@pytest.fixture
def linted(tmp_path: Path) -> Callable[[list[Change]], Linting]:
    """Lint the clean library after some changes."""

    def run(changes: list[Change]) -> Linting:
        files = dict(CLEAN)
        for name, old, new in changes:
            assert old in files.get(name, "")
            files[name] = files[name].replace(old, new, 1) if old else new
        folder = tmp_path / "clean"
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        return lint([folder], TODAY)

    return run


def test_a_clean_library_gives_hardly_a_note(linted):
    linting = linted([])
    assert [each.name for each in linting.findings] == ["unit-unused"]
    assert linting.proxies == {"giving.hour"}


@pytest.mark.parametrize("name", BROKEN)
def test_a_rule_tells_what_breaks_it(linted, tmp_path, name):
    changes, said = BROKEN[name]
    linting = linted(changes)
    told = [each for each in linting.findings if each.name == name]
    assert [f"{each.place}: {each.message}".replace(f"{tmp_path}/clean/", "") for each in told] == said
    allowed = {"unit-unused", "figure-unused", "code-shared", "evidence-copied", "guidance-copied"}
    assert {each.name for each in linting.findings} <= {name, *allowed}


def test_a_publication_may_be_superseded_with_all_its_figures(linted):
    newer = [("figures.yaml", "read: primary", 'read: primary, superseded_by: "Costs, 2027"')]
    found = [each.message for each in linted(newer).findings if each.name == "figure-superseded"]
    assert found == ["'giving.hour' uses 'cost.hour', which is superseded by Costs, 2027"]


@pytest.mark.parametrize(
    ("said", "instead", "problem"),
    [
        ("publisher: Office", 'publisher: " "', "its publisher is empty"),
        ('published: "2026"', "published: last week", "published 'last week' is not a year, month or day such as 2026, 2026-05 or 2026-05-27"),
        ("read: primary", "read: tertiary", "read 'tertiary' is neither primary nor secondary"),
        ('accessed: "2026-11-23"', "accessed: yesterday", "accessed 'yesterday' is not a day such as 2026-11-23"),
    ],
)  # fmt: skip
def test_what_a_source_does_not_say_is_told(linted, said, instead, problem):
    assert said in FIGURES
    found = [each.message for each in linted([("figures.yaml", said, instead)]).findings if each.code == "SV520"]
    assert found == [f"the source 'Costs' is incomplete: {problem}"]


def test_every_rule_has_a_library_that_breaks_it():
    assert set(RULES) - set(BROKEN) == set()


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_rule_that_does_nothing_is_noticed(linted, monkeypatch, name):
    rules = {"scheme-unknown": "code-malformed"}
    rule = rules.get(name, name)
    monkeypatch.setattr("sv_cli.library.lint.run.RULES", {key: value for key, value in RULES.items() if key != rule})
    assert name not in {each.name for each in linted(BROKEN[name][0]).findings}


def test_the_library_that_ships_is_clean():
    linting = lint([], TODAY)
    assert [f"{each.place}: {each.message}" for each in linting.findings if each.severity is not Severity.NOTE] == []


def test_an_overlay_is_held_against_what_ships_and_spoken_of_alone(tmp_path):
    path = tmp_path / "ours.yaml"
    path.write_text(
        FIGURES.replace("redistributable: true", "redistributable: false").partition("  - {id: price")[0] + PROXY[1:]
    )
    linting = lint([path], TODAY)
    assert linting.proxies == {"giving.hour"}
    assert {each.place.file for each in linting.findings} <= {str(path)}
    (private,) = [each for each in linting.findings if each.name.startswith("licence")]
    assert (private.name, private.severity) == ("licence-private", Severity.WARNING)


def test_a_library_that_does_not_load_is_told_as_ever(tmp_path):
    path = tmp_path / "broken.yaml"
    path.write_text("proxies: [{}]\n")
    linting = lint([path], TODAY)
    assert linting.library is None
    assert [each.code for each in linting.findings] == ["SV504"]

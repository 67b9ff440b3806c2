# ruff: noqa: E501 - a case of a table is a line
"""A library laid over another: what it adds, replaces and withdraws, and what is said of it."""

from datetime import date
from pathlib import Path

import pytest

from sv_cli.library.find import shipped_folder
from sv_cli.library.lint.run import lint
from sv_cli.library.load import load_alone, load_library

REPLACING = """
library: {name: our-own, version: '7'}
theme: {id: volunteering-and-civic-life, title: Volunteering and civic life}
outcome: {id: time-given, title: Time given}
source: {publisher: Us, title: Our rates, published: '2026', url: 'https://example.org/', licence: CC-BY-4.0,
         redistributable: true, read: primary, accessed: '2026-11-23'}
figures:
  - {id: ours.hour, title: Our hour, unit: GBP/hour, amount: '21.50', price_year: '2025', locator: table 1}
proxies:
  - id: volunteering.hour
    title: Hour of our volunteers
    unit: hour
    value: ours.hour
    value_kind: economic
    counts: Hours worked without pay.
    evidence: [A signed sheet]
    confidence: {level: low, why: One source.}
    review_by: "2027-11-23"
"""


def test_a_proxy_is_replaced_and_says_by_whom(laid_over, tmp_path):
    library = laid_over(REPLACING).library
    assert library.proxies["volunteering.hour"].title == "Hour of our volunteers"
    assert library.proxies["volunteering.hour"].replaced_by == "our-own"
    assert library.replaced == {"volunteering.hour"}
    assert {proxy.replaced_by for proxy in library.proxies.values()} == {None, "our-own"}
    ships, ours = library.layers
    assert (ships.name, ours.name, ours.version, ours.path) == (
        "sv-open-library", "our-own", "7", str(tmp_path / "mine.yaml"),
    )  # fmt: skip
    assert len(ours.sha256) == 64
    assert ours.sha256 != ships.sha256


def test_a_proxy_whose_figure_is_replaced_says_so_too(laid_over):
    figure = load_library().library.figures["gmca-ucd.jsa-into-work"]
    library = laid_over(f"""
source: {{publisher: Us, title: Our rates, published: '2026', url: 'https://example.org/', licence: CC-BY-4.0,
         redistributable: true, read: primary, accessed: '2026-11-23'}}
figures:
  - {{id: {figure.id}, title: Ours, unit: {figure.unit}, amount: '1', price_year: '2025', locator: table 1}}
""").library
    touched = {proxy.id for proxy in library.proxies.values() if proxy.replaced_by == "mine"}
    users = {
        proxy.id
        for proxy in library.proxies.values()
        if any(figure.id in formula.figures for formula in proxy.parts.values())
    }
    assert touched == users != set()


@pytest.mark.parametrize("text", ["withdraw: [{}]\n", "withdraw: {{proxies: [{}]}}\n"])
def test_a_proxy_is_withdrawn_and_what_excluded_it_stays(laid_over, text):
    ships = load_library().library
    gone = next(proxy.excludes[0] for proxy in ships.proxies.values() if proxy.excludes)
    library = laid_over(text.format(gone)).library
    assert ships.proxies.keys() - library.proxies.keys() == {gone}
    assert not any(gone in proxy.excludes for proxy in library.proxies.values())


def test_a_proxy_that_a_code_names_instead_may_be_withdrawn_and_so_may_the_code(laid_over):
    ships = load_library().library
    library = laid_over("withdraw: {proxies: [jobs.jobseeker-into-work], unvalued_codes: [NT18]}\n").library
    assert set(ships.unvalued_codes) - set(library.unvalued_codes) == {"NT18"}
    assert "jobs.jobseeker-into-work" not in library.unvalued_codes["NT1"].instead


def test_a_withdrawn_figure_that_is_still_used_is_told(laid_over, told):
    findings = laid_over("withdraw: {figures: [gmca-ucd.jsa-earnings]}\n").findings
    assert {each.name for each in findings} == {"dangling-reference"}
    assert "refers to the figure 'gmca-ucd.jsa-earnings', which is not in the library" in findings[0].message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n\nwithdraw: [volunteering.hours]\n", "3: withdrawn-unknown: `withdraw` names 'volunteering.hours' of proxies"),
        ("withdraw: {figures: [volunteering.hour]}\n", "1: withdrawn-unknown: `withdraw` names 'volunteering.hour' of figures"),
        (REPLACING + "withdraw: [volunteering.hour]\n", "19: withdrawn-unknown: `withdraw` names 'volunteering.hour' of proxies"),
        ("withdraw: {themes: [health]}\n", "1: unknown-key: unknown key 'themes'"),
    ],
)  # fmt: skip
def test_what_cannot_be_withdrawn_is_told(laid_over, told, text, said):
    (one,) = told(laid_over(text).findings)
    assert one.startswith(f"mine.yaml:{said}")


def test_units_methods_and_column_names_are_added(laid_over):
    library = laid_over("""
units:
  - {id: kettle, one: kettle, many: kettles, dimension: kettle, factor: '1', names: [boiler]}
columns: {quantity: [Stückzahl]}
""").library
    assert library.vocabulary.units["kettle"].names == ("boiler",)
    assert library.vocabulary.columns["quantity"][-1] == "Stückzahl"
    assert len(library.vocabulary.columns["quantity"]) > 1


def test_the_last_of_several_overlays_wins(tmp_path):
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    first.write_text(REPLACING)
    second.write_text(REPLACING.replace("our-own", "theirs").replace("21.50", "22.00"))
    library = load_library([first, second]).library
    assert [layer.name for layer in library.layers] == ["sv-open-library", "our-own", "theirs"]
    assert str(library.figures["ours.hour"].amount) == "22.00"
    assert library.proxies["volunteering.hour"].replaced_by == "theirs"


def test_the_hash_is_of_names_and_bytes_and_of_nothing_else(small, tmp_path):
    copy = small.rename(tmp_path / "copy")
    before = load_alone(copy).library.layers[0].sha256
    (copy / "notes.txt").write_text("not of the library")
    assert load_alone(copy).library.layers[0].sha256 == before
    (copy / "units.yaml").rename(copy / "unit.yaml")
    renamed = load_alone(copy).library.layers[0].sha256
    (copy / "unit.yaml").write_text((copy / "unit.yaml").read_text() + "\n")
    assert len({before, renamed, load_alone(copy).library.layers[0].sha256}) == 3


def test_a_library_that_is_not_there_is_told(told, tmp_path):
    for name in ("none.yaml", "empty"):
        path = tmp_path / name
        if name == "empty":
            path.mkdir()
        assert told(load_library([path]).findings) == [f"{name}: library-not-found: there is no library here"]
    assert load_library([Path("a\0b")]).findings[0].name == "library-not-found"


def test_the_overlay_of_the_readme_works(laid_over, tmp_path):
    readme = (shipped_folder() / "README.md").read_text(encoding="utf-8")
    text = readme.partition("```yaml\n")[2].partition("```")[0]
    loading = laid_over(text)
    assert loading.findings == ()
    assert loading.library.proxies["space.our-hall-hour"].replaced_by is None
    assert "roads.speed-reduced" not in loading.library.proxies
    linting = lint([tmp_path / "mine.yaml"], date(2026, 11, 23))
    assert [each.name for each in linting.findings if each.severity.value != "note"] == ["licence-private"]


def test_a_year_of_another_size_is_refused_since_values_a_year_rest_on_it(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("units:\n  - {id: year, one: year, many: years, dimension: year, factor: '12'}\n")
    findings = load_library([path]).findings
    assert findings
    assert all(
        "the year is not the base unit of its dimension" in each.message
        for each in findings
        if not each.name.startswith("too-many")
    )

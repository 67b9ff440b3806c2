# ruff: noqa: E501 - a case of a table is a line
"""What a library says, and what is said of a library that says it wrongly."""

import pytest

from sv_cli.library.load import load_library
from tests.library.conftest import PROXY


def test_a_small_library_is_loaded(loaded):
    library = loaded().library
    assert [layer.name for layer in library.layers] == ["small"]
    assert library.proxies["giving.hour"].parts["all"].text == "cost.hour"
    assert library.figures["cost.hour"].source.publisher == "Office"
    assert library.themes == {"giving": "Giving"}


def test_the_library_that_ships_is_loaded():
    loading = load_library()
    assert loading.findings == ()
    assert len(loading.library.proxies) >= 150


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (("title: Hour given", "titel: Hour given"), 6, "unknown-key: unknown key 'titel'; did you mean 'title'?"),
        (("    title: Hour given\n", ""), 5, "bad-entry: proxies[0]: the key 'title' is missing"),
        (("unit: hour", "unit: hours"), 5, "dangling-reference: 'giving.hour' refers to the unit 'hours', which is not in the library; did you mean 'hour'?"),
        (("value: cost.hour", "value: cost.hours"), 5, "dangling-reference: 'giving.hour' refers to the figure 'cost.hours', which is not in the library; nearest are 'cost.hour', 'cost.series'"),
        (("value: cost.hour", "value: cost.hour ** 9"), 5, "bad-formula: the formula 'cost.hour ** 9' of 'giving.hour' cannot be read: '*' is not expected there"),
        (("value: cost.hour", "value: [cost.hour]"), 8, "bad-entry: value: a text or keys with values is needed here, but this is a list"),
        (("value: cost.hour", "value: cost.yearly"), 5, "formula-unit: the formula 'cost.yearly' of 'giving.hour' gives money/person/year, but must give money/hour"),
        (("economic", "{economic: '0.4', fiscal: '0.7'}"), 5, "bad-entry: giving.hour: the shares of value_kind do not add up to 1"),
        (("economic", "{economic: '0.4', fiscal: '0.6'}"), 5, "bad-entry: giving.hour: a split between value kinds needs a value_kind_why"),
        (("theme: {id: giving, title: Giving}\n", ""), 4, "bad-entry: giving.hour: it has no theme and outcome; both go at the top of its file"),
        (("value: cost.hour\n    value_kind: economic", "value: {}"), 5, "bad-entry: giving.hour: it has no formula"),
        (("value: cost.hour", "value: cost.hour + cost.yearly"), 5, "bad-formula: the formula 'cost.hour + cost.yearly' of 'giving.hour' cannot be read: '+' joins money/hour and money/person/year"),
        (("value: cost.hour", "value: {social: cost.hour}"), 8, "bad-entry: value: this must be fiscal, economic, wellbeing or environmental"),
        (("economic", "social"), 9, "bad-entry: value_kind: 'social' is not one of the words allowed here"),
        (("    value_kind: economic\n", ""), 5, "bad-entry: giving.hour: a single formula needs a value_kind, and formulas by kind must not have one"),
        (("[A signed sheet]", "[]"), 11, "bad-entry: evidence: the length of a list here must be >= 1"),
        (("2027-11-23", "2027-02-30"), 5, "bad-entry: giving.hour: review_by: '2027-02-30' is not a date in the calendar"),
        (("2027-11-23", "next year"), 13, 'bad-entry: review_by: this must be a day such as "2027-11-23"'),
        (("2027-11-23", "\\u0662\\u0660\\u0662\\u0667-11-23"), 13, 'bad-entry: review_by: this must be a day such as "2027-11-23"'),
        (("2027-11-23", "2027-11-23\\n"), 13, 'bad-entry: review_by: this must be a day such as "2027-11-23"'),
        (("value: cost.hour", "value: cost.hour\n    excludes: [giving.hour]"), 5, "bad-entry: giving.hour: it excludes itself"),
        (("value: cost.hour", "value: cost.hour\n    duration_years: '0'"), 5, "bad-entry: giving.hour: duration_years must be above 0"),
        (("value: cost.hour", "value: cost.hour\n    discounting: medical"), 9, "bad-entry: discounting: this must be standard or health"),
        (("value: cost.hour", "value: cost.hour\n    value: cost.hour"), 9, "yaml-broken: not valid YAML: the key 'value' appears twice"),
        (("Hour given", "&hour Hour given"), 6, "yaml-broken: not valid YAML: a library cannot use anchors; write the value again"),
        (("Hour given", "*hour"), 6, "yaml-broken: not valid YAML: a library cannot use aliases; write the value again"),
        (("Hour given", "!!python/object/apply:os.system [ls]"), 6, "yaml-broken: not valid YAML: the tag 'tag:yaml.org,2002:python/object/apply:os.system' cannot be used in a library"),
    ],
)  # fmt: skip
def test_a_wrong_proxy_is_named_with_its_line(loaded, told, change, line, said):
    assert change[0] in PROXY
    text = PROXY.replace("2027-11-23", change[1]) if change[0] == "2027-11-23" else PROXY.replace(*change)
    loading = loaded(themes__giving=text)
    assert loading.library is None
    assert told(loading.findings) == [f"alone/themes/giving.yaml:{line}: {said}"]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("amount: '1,234'", 'bad-entry: amount: this must be a plain decimal number such as "1234.50"'),
        ("amount: '9999999999999999'", 'bad-entry: amount: this must be a plain decimal number such as "1234.50"'),
        ("amount: 1e9999999", 'bad-entry: amount: this must be a plain decimal number such as "1234.50"'),
        ("amount: .nan", 'bad-entry: amount: this must be a plain decimal number such as "1234.50"'),
        ("amount: '1', price_year: 2019/21", "bad-entry: cost.new: '2019/21' is not a year; write 2019, or 2019/20 for the year from April 2019 to March 2020"),
        ("note: none", "bad-entry: cost.new: it needs either an amount, or a series with values, and not both"),
        ("amount: '1', series: year", "bad-entry: cost.new: values and series go together"),
        ("amount: '1'", "bad-entry: cost.new: money needs a price_year"),
        ("amount: '1', price_year: own", "bad-entry: cost.new: price_year: own is for a series by year"),
        ("amount: '1', price_year: '2019', unit: GBP/hous", "bad-entry: cost.new: 'hous' is not a unit of units.yaml; did you mean 'hour'?"),
    ],
)  # fmt: skip
def test_a_wrong_figure_is_named_with_its_line(loaded, told, entry, said):
    unit = "" if "unit:" in entry else "unit: GBP/hour, "
    text = f"""
source: {{publisher: O, title: T, published: '2026', url: 'https://example.org/', licence: OGL-UK-3.0,
         redistributable: true, read: primary, accessed: '2026-11-23'}}
figures:
  - {{id: cost.new, title: New, locator: table, {unit}{entry}}}
"""
    assert told(loaded(figures__new=text).findings) == [f"alone/figures/new.yaml:5: {said}"]


def test_figures_without_a_source_are_refused(loaded, told):
    text = "figures:\n  - {id: cost.new, title: New, locator: table, unit: share, amount: '1'}\n"
    assert told(loaded(figures__new=text).findings) == [
        "alone/figures/new.yaml:2: bad-entry: cost.new: its file has no source; every figure needs one"
    ]


def test_a_unit_needs_a_factor_above_zero(loaded, told):
    text = "units:\n  - {id: nothing, one: nothing, many: nothings, dimension: nothing, factor: '0'}\n"
    assert told(loaded(more=text).findings) == ["alone/more.yaml:2: bad-entry: nothing: its factor must be above 0"]


def test_places_lie_within_places_that_are_there_and_not_within_themselves(loaded, told):
    text = """
places:
  - {code: E12000001, name: North East, within: E92000001}
  - {code: S92000003, name: Scotland, within: K02000001}
  - {code: K02000001, name: United Kingdom, within: S92000003}
"""
    assert told(loaded(places=text).findings) == [
        "alone/places.yaml:3: dangling-reference: 'E12000001' refers to the place 'E92000001', "
        "which is not in the library; nearest are 'K02000001', 'S92000003'",
        "alone/places.yaml:4: bad-entry: S92000003: it is inside itself",
    ]


def test_one_id_for_two_things_is_refused(loaded, told):
    assert told(loaded(themes__again=PROXY).findings) == [
        "alone/themes/giving.yaml:5: duplicate-id: 'giving.hour' is already defined at alone/themes/again.yaml:5"
    ]


def test_every_wrong_entry_is_told_in_one_go(loaded, told):
    text = PROXY + PROXY.partition("proxies:\n")[2].replace("giving.hour", "Giving Day").replace("unit", "units")
    text = text.replace("value_kind: economic", "value_kind: both", 1)
    assert told(loaded(themes__giving=text).findings) == [
        "alone/themes/giving.yaml:9: bad-entry: value_kind: 'both' is not one of the words allowed here",
        "alone/themes/giving.yaml:14: bad-entry: id: this must be an id in lower-case letters, digits, dots and hyphens",
    ]


def test_a_code_without_a_value_names_proxies_that_are_there(loaded, told):
    text = """unvalued_codes:
  - {code: NT18, scheme: toms, counts: Money spent, why: It is spent anyway., instead: [giving.our]}
"""
    assert told(loaded(codes=text).findings) == [
        "alone/codes.yaml:2: dangling-reference: 'NT18' refers to the proxy 'giving.our', which is not in the library; "
        "did you mean 'giving.hour'?"
    ]

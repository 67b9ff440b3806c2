"""What the settings of each check mean, and where their limits lie: what is just within is let pass."""

from decimal import Decimal

import pytest

from sv_cli.model.bids import Contract
from tests.checks.running import checked, inside

HEAD = {
    "Supplier": "Hill & Daughters Ltd",
    "Contract value": '"£100,000"',
    "Contract start": "1 April 2026",
    "Contract term": "2 years",
}
HOURS = "giving.hour,Reading with pupils,100,hours"
ADVICE = "giving.advice,Advice to charities,40,hours"
APPRENTICES = "learning.apprentice,Two apprentices,2,people"
READERS = "learning.reader,Evening class,10,people"
PLAIN = "Ref,Commitment,Quantity,Unit"


@pytest.fixture
def messages(tmp_path):
    """What the rule finds in a bid of these rows: the messages of its findings, or nothing."""

    def found(rule, *rows, columns=PLAIN, head=HEAD, **rest):
        about = '{id: mine, title: Mine, authority: Me, version: "1", published: "2026", summary: One rule.}'
        text = f"framework: {about}\nrules:\n  - {{id: one, {rule}}}\n"
        (tmp_path / "framework.yaml").write_text(text, encoding="utf-8")
        facts = "".join(f"{name},{value}\n" for name, value in head.items())
        table = "".join(f"{row}\n" for row in (columns, *rows))
        (tmp_path / "bid.csv").write_text(f"{facts}\n{table}", encoding="utf-8")
        with inside(tmp_path):
            outcome = checked("bid.csv", select=("one",), **rest)
        assert outcome.notes == ""
        lines = [line[10:] for line in outcome.text.splitlines() if line.startswith("  ") and line[2] != " "]
        return [line.partition(": SV")[2].partition(": ")[2] for line in lines]

    return found


@pytest.mark.parametrize(
    ("rule", "rows", "expected"),
    [
        (
            "check: required, of: {themes: [examples-giving, examples-planting]}, each: apart",
            [HOURS],
            ["no valued commitment under Planting; at least 1 required"],
        ),
        ("check: required, of: {themes: [examples-giving, examples-planting]}", [HOURS], []),
        (
            "check: required, of: {codes: ['examples:EX2']}",
            [HOURS],
            ["no valued commitment under examples:EX2; at least 1 required"],
        ),
        ("check: required, of: {proxies: ['learning.*']}", [READERS], []),
        ("check: number, most: '1', count: theme", [HOURS, ADVICE], []),
        (
            "check: number, most: '1', count: commitment",
            [HOURS, HOURS],
            ["2 commitments promised; at most 1 allowed, and this is the first above that"],
        ),
        (
            "check: number, least: '2', count: outcome, of: {themes: [examples-learning]}",
            [APPRENTICES, READERS],
            ["1 different outcome promised under Learning; at least 2 required"],
        ),
        ("check: value, least: '1000'", [HOURS], []),
        (
            "check: value, least: '1000.01'",
            [HOURS],
            ["the social value promised is worth £1,000; at least £1,000.01 required"],
        ),
        (
            "check: value, least: '600', per: year, of: {themes: [examples-giving]}",
            [HOURS, APPRENTICES],
            [
                "the social value promised under Giving time, on average over the contract's years, is worth £500;"
                " at least £600 required"
            ],
        ),
        (
            "check: value, least_percent: '2', per: year",
            [HOURS],
            [
                "the social value promised, on average over the contract's years, is worth £500;"
                " at least £1,000 (2 % of the contract's yearly value of £50,000) required"
            ],
        ),
        ("check: value, most: '1000'", [HOURS], []),
        (
            "check: value, most: '999.99'",
            [HOURS],
            ["the social value promised is worth £1,000; at most £999.99 is credible"],
        ),
        (
            "check: value, least: '500', least_percent: '2'",
            [HOURS],
            [
                "the social value promised is worth £1,000 (1 %); at least £2,000 (2 % of the contract value of"
                " £100,000) required"
            ],
        ),
        (
            "check: value, most: '500', most_percent: '2'",
            [HOURS],
            ["the social value promised is worth £1,000 (1 %); at most £500 is credible"],
        ),
        (
            "check: value, most: '1500', per: commitment",
            [HOURS, APPRENTICES],
            ["'learning.apprentice' is worth £2,000; at most £1,500 is credible"],
        ),
        (
            "check: share, of: {themes: [examples-giving]}, least_percent: '50', most_percent: '50'",
            [HOURS, READERS],
            [],
        ),
        (
            "check: share, of: {themes: [examples-giving]}, least_percent: '60'",
            [HOURS, READERS],
            ["50 % of the social value comes from Giving time; at least 60 % required"],
        ),
        ("check: quantity, of: {proxies: [giving.hour]}, least: '100', most: '100'", [HOURS], []),
        (
            "check: quantity, of: {proxies: [giving.hour]}, most: '40', per: year",
            [HOURS],
            ["giving.hour: 50 hours a year promised; at most 40 hours a year allowed"],
        ),
        (
            "check: quantity, of: {themes: [examples-giving]}, most: '150', per: measure",
            [HOURS, ADVICE, HOURS.replace("pupils", "parents")],
            ["giving.hour: 200 hours promised; at most 150 hours allowed"],
        ),
        (
            "check: quantity, of: {proxies: [planting.tree]}, least: '5', per: contract",
            [HOURS],
            ["planting.tree: 0 items promised; at least 5 items required"],
        ),
        ("check: exclusive, of: {themes: [examples-giving, examples-learning]}, most: '2'", [HOURS, READERS], []),
        (
            "check: duplicates, same: [measure]",
            [HOURS, HOURS.replace("pupils", "parents")],
            ["'giving.hour' here repeats row 7: the same measure"],
        ),
        (
            "check: duplicates, same: [description]",
            [HOURS, ADVICE.replace("Advice to charities", "READING  with Pupils")],
            ["'giving.advice' here repeats row 7: the same description"],
        ),
        ("check: unvalued, most_percent: '50'", [HOURS, "nothing,Else,1,hours"], []),
        (
            "check: unvalued, most_percent: '49', most: '5'",
            [HOURS, "nothing,Else,1,hours"],
            ["1 of 2 commitments (row 8) is not valued; at most 49 % of 2 allowed"],
        ),
        ("check: work-capacity, of: {proxies: [working.year]}, pay: '25000'", ["working.year,Posts,2,FTE"], []),
        (
            "check: work-capacity, of: {proxies: [learning.apprentice]}, pay: '30000', years_each: '2'",
            [APPRENTICES],
            [
                "4 full-time equivalent years of work cost about £120,000 at £30,000 a year;"
                " at most £100,000 (100 % of the contract value of £100,000) can go into pay"
            ],
        ),
        ("check: volunteer-hours, of: {proxies: [giving.hour]}, hours_each: '25', workforce: '2'", [HOURS], []),
        (
            "check: volunteer-hours, of: {proxies: [giving.hour]}, hours_each: '20', workforce: '2'",
            [HOURS],
            ["100 hours are promised; 2 people at 20 hours a year give 80 hours over the contract"],
        ),
        ("check: population, number: '50', where: the ward", [READERS, HOURS], []),
        ("check: calendar", ["giving.hour,Open 24 hours a day and 366 days a year,10,hours"], []),
        (
            "check: calendar",
            ["giving.hour,Open 8 days per week,10,hours"],
            ["'8 days per week' is promised, but there are only 7 days in a week"],
        ),
        ("check: adjustments, what: [deadweight], least: '0.2', most: '0.2'", [HOURS], []),
        (
            "check: adjustments, what: [displacement], unstated: refused",
            [HOURS],
            ["the displacement of 'giving.hour' is not stated by the bid or by the library; a stated value required"],
        ),
        ("check: current-proxies, review: allowed, superseded: allowed", ["planting.old-tree,Trees,1,items"], []),
        ("check: current-proxies, superseded: allowed, grace_days: '296'", ["planting.old-tree,Trees,1,items"], []),
        (
            "check: current-proxies, superseded: allowed, grace_days: '295'",
            ["planting.old-tree,Trees,1,items"],
            ["'planting.old-tree' was due for review by 2026-01-31, and this check is dated 2026-11-23"],
        ),
        ("check: contract-facts, what: [supplier, value, start, years]", [HOURS], []),
        (
            "check: conventions, library: council, versions: ['9']",
            [HOURS],
            ["the library is sv-open-library and library; council required"],
        ),
    ],
)
def test_a_rule_finds_what_it_says(messages, rule, rows, expected):
    assert messages(rule, *rows) == expected


@pytest.mark.parametrize(("end", "count"), [("2027-03-31", 0), ("2028-03-31", 1)])
def test_posts_that_end_before_the_contract_are_paid_until_then(messages, end, count):
    rule = "check: work-capacity, of: {proxies: [working.year]}, pay: '25000'"  # 3 posts cost £75,000 a year
    columns = f"{PLAIN},Start,End"
    assert len(messages(rule, f"working.year,Posts,3,FTE,2026-04-01,{end}", columns=columns)) == count


@pytest.mark.parametrize(
    ("place", "rule", "expected"),
    [
        ("North West", "check: area, places: [England]", []),
        ("Wales", "check: area, places: [England]", ["'Wales' is outside the area that counts (England)"]),
        ("", "check: area, places: [England]", []),
        ("ROCHDALE", "check: area, names: [Rochdale]", []),
        (
            "Leeds",
            "check: area, names: [Rochdale]",
            ["it is not known whether 'Leeds' is within the area that counts (Rochdale)"],
        ),
        ("London", "check: area", ["'London' is outside the area that counts (Wales)"]),
        ("Wales", "check: area", []),
    ],
)
def test_an_area_is_a_region_with_all_within_it_or_a_list_of_names(messages, place, rule, expected):
    columns = f"{PLAIN},Place"
    assert messages(rule, f"{HOURS},{place}", columns=columns, head=HEAD | {"Region": "Wales"}) == expected


@pytest.mark.parametrize(
    ("columns", "row", "expected"),
    [
        (f"{PLAIN},Start,End", f"{HOURS},2026-04-01,2028-03-31", []),
        (
            f"{PLAIN},Start,End",
            f"{HOURS},2026-03-31,2028-04-01",
            [
                "the start is 2026-03-31, but the contract runs from 2026-04-01 to 2028-03-31",
                "the end is 2028-04-01, but the contract runs from 2026-04-01 to 2028-03-31",
            ],
        ),
        ("Ref,Commitment,Unit,Year 1,Year 2", "giving.hour,Reading,hours,10,10", []),
        (
            "Ref,Commitment,Unit,Year 1,Year 3",
            "giving.hour,Reading,hours,10,10",
            ["the year is Year 3, but the contract runs from 2026-04-01 to 2028-03-31"],
        ),
        ("Ref,Commitment,Unit,2026/27,2027/28", "giving.hour,Reading,hours,10,10", []),
        (
            "Ref,Commitment,Unit,2026/27,2028/29",
            "giving.hour,Reading,hours,10,10",
            ["the year is 2028/29, but the contract runs from 2026-04-01 to 2028-03-31"],
        ),
    ],
)
def test_a_commitment_is_within_the_contract_to_the_day_and_by_year(messages, columns, row, expected):
    assert messages("check: period", row, columns=columns) == expected


def test_years_alone_are_enough_where_commitments_name_years_alone(messages):
    head = {name: value for name, value in HEAD.items() if name != "Contract start"}
    row = "giving.hour,Reading,hours,10,10"
    found = messages("check: period", row, columns="Ref,Commitment,Unit,Year 1,Year 3", head=head)
    assert found == ["the year is Year 3, but the contract runs from year 1 to year 2"]


def test_quantities_by_year_are_dates(messages):
    rule = "check: stated, what: [dates]"
    assert messages(rule, "giving.hour,Reading,hours,10,10", columns="Ref,Commitment,Unit,Year 1,Year 2") == []
    assert messages(rule, HOURS) == ["dates are not stated for 'giving.hour'"]


def test_what_has_to_be_stated_may_be_for_large_lines_alone(messages):
    rows = (HOURS, APPRENTICES)
    expected = ["evidence is not stated for 'learning.apprentice'"]
    assert messages("check: stated, what: [evidence], from_value: '2000'", *rows) == expected


@pytest.mark.parametrize(
    ("rule", "columns", "row", "warning"),
    [
        ("check: period", "Ref,Commitment,Unit,Year 1,Year 3", "giving.hour,Reading,hours,10,10", "outside-contract"),
        (
            "check: adjustments, kinder: refused",
            "Ref,Commitment,Quantity,Unit,Deadweight",
            "giving.hour,Reading,10,hours,5 %",
            "more-favourable",
        ),
    ],
)
def test_a_rule_takes_the_place_of_a_warning_for_its_own_measures_alone(
    messages, tmp_path, rule, columns, row, warning
):
    def text_for(theme):
        found = messages(f"{rule}, of: {{themes: [{theme}]}}", row, columns=columns, method="green-book")
        with inside(tmp_path):
            return len(found), checked("bid.csv", method="green-book").text

    count, text = text_for("examples-giving")
    assert (count, warning in text) == (1, False)
    count, text = text_for("examples-planting")
    assert (count, f"{warning}: " in text) == (0, True)


def test_the_contract_facts_of_the_command_line_count(messages):
    rule = "check: value, least_percent: '1'"
    assert messages(rule, HOURS) == []
    richer = Contract(value=Decimal(200_000))
    assert messages(rule, HOURS, contract=richer) == [
        "the social value promised is worth £1,000 (0.5 %);"
        " at least £2,000 (1 % of the contract value of £200,000) required"
    ]


TIME = "of: {proxies: [giving.hour]}"
PEOPLE = "of: {proxies: [learning.reader]}"
GROUNDLESS = [
    (f"check: quantity, {TIME}", "it needs least or most"),
    (
        "check: quantity, of: {themes: [examples-giving, examples-learning]}, per: contract, most: '1'",
        "its measures count in 2 units; choose some with one unit, or give one to convert into",
    ),
    (f"check: share, {TIME}", "it needs least_percent or most_percent"),
    ("check: unvalued", "it needs most or most_percent"),
    ("check: value", "it needs least, least_percent, most or most_percent"),
    ("check: conventions", "it needs methods, price_years, library, versions or overlays: refused"),
    ("check: conventions, methods: [grene-book]", "the library has no method 'grene-book'"),
    ("check: area, places: [Atlantis]", "'Atlantis' is not a known region or country"),
    ("check: adjustments", "it needs least, most, kinder: refused or unstated: refused"),
    ("check: adjustments, least: '20'", "a share is between 0 and 1; write 0.25 for 25 %"),
    (f"check: volunteer-hours, {TIME}, hours_each: '50'", "it needs workforce, or pay above 0"),
    (f"check: volunteer-hours, {TIME}, hours_each: '50', pay: '0'", "it needs workforce, or pay above 0"),
    (
        f"check: volunteer-hours, {PEOPLE}, hours_each: '50', workforce: '5'",
        "learning.reader counts in people, which is not volunteer time",
    ),
    (f"check: work-capacity, {PEOPLE}, pay: '30000'", "learning.reader counts in people; add years_each for it"),
]


@pytest.mark.parametrize(("rule", "problem"), GROUNDLESS)
def test_a_rule_that_could_check_nothing_is_refused(tmp_path, rule, problem):
    about = '{id: mine, title: Mine, authority: Me, version: "1", published: "2026", summary: One rule.}'
    (tmp_path / "framework.yaml").write_text(f"framework: {about}\nrules:\n  - {{id: one, {rule}}}\n", encoding="utf-8")
    with inside(tmp_path):
        outcome = checked("bid.csv")
    assert (outcome.exit_code, outcome.text) == (3, "")
    assert f"SV603 bad-rule: the rule 'one' cannot be applied: {problem}" in outcome.notes


def test_an_adjustment_may_be_too_small_as_well_as_too_large(messages):
    columns, row = "Ref,Commitment,Quantity,Unit,Deadweight", "giving.hour,Reading with pupils,100,hours"
    rule = "check: adjustments, what: [deadweight], least: '0.2'"
    assert messages(rule, f"{row},20 %", columns=columns) == []
    (found,) = messages(rule, f"{row},19 %", columns=columns)
    assert "19 %" in found
    assert "at least 20 % required" in found


def test_an_edition_of_the_library_that_is_not_accepted_is_told(messages):
    (found,) = messages("check: conventions, library: sv-open-library, versions: ['0.0.1']", HOURS)
    assert found.startswith("the version of the library sv-open-library is ")
    assert found.endswith("; 0.0.1 required")


def test_a_selection_by_unit_is_named_by_its_unit(messages):
    found = messages("check: required, of: {units: [item]}", HOURS)
    assert found == ["no valued commitment under measures counted in items; at least 1 required"]


def test_a_selection_that_names_nothing_at_all_is_refused(tmp_path):
    about = '{id: mine, title: Mine, authority: Me, version: "1", published: "2026", summary: One rule.}'
    rule = "{id: one, check: forbidden, of: {themes: [examples-giving], units: [person]}}"
    (tmp_path / "framework.yaml").write_text(f"framework: {about}\nrules:\n  - {rule}\n", encoding="utf-8")
    with inside(tmp_path):
        outcome = checked("bid.csv")
    assert outcome.notes.startswith(
        "framework.yaml:3: SV603 bad-rule: the rule 'one' cannot be applied:"
        " no measure in the library fits everything that it names"
    )

# ruff: noqa: E501 - a case of a table is a line
"""Bringing in somebody's own list: what is taken over, what is left out and why, and that the result is an overlay."""

import csv
from pathlib import Path

import pytest

from sv_cli.importing.rows import price_year
from sv_cli.library.lint.run import lint
from sv_cli.library.load import load_library
from tests.cli.door import sv
from tests.library.test_lint import TODAY

COSTS = Path(__file__).parent / "data" / "unit-costs.csv"
ABOUT = (
    *("--publisher", "Greater Manchester Combined Authority", "--published", "2014-03"),
    *("--url", "https://www.greatermanchester-ca.gov.uk/", "--as-of", "2026-11-23"),
)
OPEN = (*ABOUT, "--licence", "CC-BY-4.0", "--redistributable")
MEASURES = """Licensed measures 2026,,,,
Reference,Measure,Unit,Proxy value (£),Theme
NT901,People helped into a made-up thing,no. people,"£1,250.50",Things
NT902,Hours of a made-up thing,hrs,TBC,Things
NT903,Things without a value,hrs,,Things
,Record only,,,
NT904,Made-up thing given,per thing,20,Things
"""


@pytest.fixture
def brought_in(tmp_path):
    """Import a file, with the options given, to an overlay; gives what was told and the overlay's path."""

    def run(path: Path, *options: str):
        output = tmp_path / "overlay.yaml"
        return sv("proxies", "import", path, "-o", output, *options), output

    return run


def test_a_unit_cost_database_becomes_an_overlay(brought_in):
    told, path = brought_in(COSTS, *OPEN, "--kind", "fiscal", "--name", "costs")
    library = load_library([path]).library
    assert told.code == 1
    assert told.err.replace(f"{COSTS.parent}/", "").replace(f"{path.parent}/", "") == (
        "unit-costs.csv:22: SV570 import-row-left-out: 'Shoplifting - Other CJS' is left out: "
        "its value is 0.0; a proxy must be worth more than zero\n"
        "  help: correct the row, or name the right column with --map, and import again\n"
        "overlay.yaml: SV575 import-units-declared: units that are not in the library's list "
        "were added to the overlay: action, child-over-a-ten-year-period\n"
        "  help: replace each with a unit in the list if one means the same; other units can then be converted into it\n"
        "written: overlay.yaml: 18 proxies of 19 rows\n"
    )
    assert library.layers[-1].name == "costs"


def test_every_row_comes_back_as_it_was(brought_in):
    _, path = brought_in(COSTS, *OPEN, "--kind", "fiscal", "--name", "costs")
    library = load_library([path]).library
    lines = COSTS.read_text(encoding="utf-8").splitlines()[2:]
    rows = [row for row in csv.DictReader(lines) if float(row["value_gbp"])]
    figures = [figure for figure in library.figures.values() if figure.id.startswith("costs.")]
    assert [(f"{float(row['value_gbp']):f}", row["price_year"]) for row in rows] == [
        (f"{float(figure.amount):f}", figure.price_year) for figure in figures
    ]
    assert [row["description"] for row in rows] == [figure.title for figure in figures]
    proxies = [library.proxies[figure.id.removeprefix("costs.")] for figure in figures]
    assert [(row["code"],) for row in rows] == [proxy.maps_to["own"] for proxy in proxies]
    assert [{"R": "low", "A": "medium", "G": "high"}[row["rag"]] for row in rows] == [
        proxy.confidence.level for proxy in proxies
    ]


def test_units_are_found_in_the_closed_list_or_declared(brought_in):
    _, path = brought_in(COSTS, *OPEN, "--kind", "fiscal", "--name", "costs")
    library = load_library([path]).library
    assert library.proxies["cr1.0"].unit == "incident"
    assert library.proxies["cr3.0"].unit == "person-year"
    assert library.proxies["e-e1-1"].unit == "week"
    assert library.figures["costs.e-e1-0"].unit == "GBP/person/year"
    assert library.vocabulary.units["action"].dimension == "costs-action"


def test_a_bid_may_use_the_lists_own_codes(brought_in, tmp_path):
    _, path = brought_in(COSTS, *OPEN, "--kind", "fiscal", "--name", "costs")
    bid = tmp_path / "bid.csv"
    bid.write_text("Reference,Quantity,Unit\nCR1.0,2,incident\nE&E1.0,1,person\nCR7.0.3,1,incident\n")
    told = sv("score", bid, "--library", path, "--format", "csv")
    rows = list(csv.DictReader(told.out.splitlines()))
    assert [(row["proxy"], row["valued"]) for row in rows] == [("cr1.0", "true"), ("e-e1-0", "true"), ("", "false")]
    assert "the code 'CR7.0.3' stands for several proxies: cr7.0.3-1, cr7.0.3-2" in told.err


def test_the_overlay_lints(brought_in):
    _, path = brought_in(COSTS, *OPEN, "--kind", "fiscal", "--name", "costs")
    assert {each.severity.value for each in lint([path], TODAY).findings} == {"note"}


def test_a_licensed_list_is_private_and_lints_with_a_warning_only(brought_in, tmp_path):
    measures = tmp_path / "measures.csv"
    measures.write_text(MEASURES, encoding="utf-8")
    told, path = brought_in(measures, *ABOUT, "--kind", "economic", "--price-year", "2025")
    assert told.err.splitlines()[::2][:3] == [
        f"{measures}:4: SV570 import-row-left-out: 'Hours of a made-up thing' is left out: it has no value",
        f"{measures}:5: SV570 import-row-left-out: 'Things without a value' is left out: it has no value",
        f"{measures}:6: SV570 import-row-left-out: 'Record only' is left out: it has no value",
    ]
    library = load_library([path]).library
    assert str(library.figures["measures.nt901"].amount) == "1250.50"
    assert library.proxies["nt901"].unit == "person"
    warnings = [each.name for each in lint([path], TODAY).findings if each.severity.value != "note"]
    assert warnings == ["licence-private"]


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        ("a,b\n1,2\n", (), "SV571 import-no-list: no row has headings for title, value; the closest row has 'a', 'b'"),
        ("a,b\nx,2\n", ("--map", "title=a", "--map", "value=c"), "SV571 import-no-list: no row has headings for value ('c'); the closest row has 'a', 'b'"),
        ("title,unit,value,value\nx,hrs,2,3\n", (), "SV572 import-two-columns: row 1 has two headings for value: 'value' and 'value'"),
        ("title,unit,value\nx,hrs,2\n", ("--sheet", "Other"), "SV573 import-no-sheet: there is no sheet 'Other'; there are ''"),
        ("title,unit,value\nx,hrs,none\n", (), "SV574 import-nothing: no row in the list can be imported, so nothing was written"),
    ],
)  # fmt: skip
def test_a_file_without_a_list_is_told(brought_in, tmp_path, text, options, said):
    path = tmp_path / "list.csv"
    path.write_text(text)
    told, output = brought_in(path, *ABOUT, *options)
    assert told.code == 3
    assert said in told.err
    assert not output.exists()


def test_what_keeps_every_row_out_is_said_once(brought_in, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("title,unit,value,price year\n" + "".join(f"x{n},hrs,{n},2025\n" for n in range(100)))
    told, _ = brought_in(path, *ABOUT)
    left_out = "is left out: its value is 0; a proxy must be worth more than zero"
    assert [line.split(": ", 2)[2] for line in told.err.splitlines()[::2]] == [
        f"'x0' {left_out}",
        "'x1' is left out: it does not say who gains (--kind)",
        "no row in the list can be imported, so nothing was written",
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("x,hrs,-5,2012/13,G", "its value is -5; a proxy must be worth more than zero"),
        ("x,hrs,12 hrs each,2012/13,G", "its value '12 hrs each' is not a number"),
        ("x,hrs,\u00b2,2012/13,G", "its value '\u00b2' is not a number"),
        ("x,,5,2012/13,G", "it has no unit"),
        ("x,123,5,2012/13,G", "its unit '123' cannot be used for a unit value"),
        ("x,hrs,5,2012/14,G", "its price year '2012/14' is not a year"),
        ("x,hrs,5,recent,G", "its price year 'recent' is not a year"),
        ("x,hrs,5,1901,G", "its price year 1901 is not in the library's price index"),
        ("x,hrs,5,,G", "it has no price year (--price-year)"),
        (",hrs,5,2012/13,G", "it has no title"),
        ("x,hrs,£5 per hour,2012/13,G", "its value '£5 per hour' is not a number"),
        ("x,hrs,5 p.a.,2012/13,G", "its value '5 p.a.' has more than an amount"),
    ],
)
def test_a_row_that_is_not_understood_is_left_out(brought_in, tmp_path, row, reason):
    path = tmp_path / "list.csv"
    path.write_text(f"title,unit,value,price year,rag\ngood,hrs,5,2012-13,G\n{row}\n", encoding="utf-8")
    told, output = brought_in(path, *ABOUT, "--kind", "fiscal")
    assert told.code == 1
    assert f"list.csv:3: SV570 import-row-left-out: '{row.split(',')[0]}' is left out: {reason}\n" in told.err
    assert load_library([output]).library.figures["list.good"].price_year == "2012/13"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("x,hrs,5,2012,social", "its value kind 'social' is not one of fiscal, economic, wellbeing, environmental"),
        (f"{'x' * 1001},hrs,5,2012,fiscal", "its title is longer than 1,000 characters"),
    ],
)
def test_so_is_one_whose_kind_of_value_there_is_not_or_that_has_no_end(brought_in, tmp_path, row, reason):
    path = tmp_path / "list.csv"
    path.write_text(f"title,unit,value,price year,value kind\ngood,hrs,5,2012,fiscal\n{row}\n")
    told, _ = brought_in(path, *ABOUT)
    assert told.code == 1
    assert f"is left out: {reason}\n" in told.err


def test_a_file_that_is_no_spreadsheet_is_told(brought_in, tmp_path):
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"%PDF-1.7\n")
    told, output = brought_in(path, *ABOUT)
    assert (told.code, told.out) == (3, "")
    assert told.err.startswith(f"{path}: SV106 not-a-spreadsheet: ")
    assert not output.exists()


def test_what_a_cell_says_is_only_ever_a_text(brought_in, tmp_path):
    path = tmp_path / "list.csv"
    title = "=cmd|\"' /C calc'!A0: {x: !!python/object y} & *a #"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([["title", "unit", "value", "price year"], [title, "hrs", "5", "2012"]])
    _, output = brought_in(path, *ABOUT, "--kind", "fiscal")
    assert [figure.title for figure in load_library([output]).library.figures.values()][-1] == title


def test_an_overlay_that_is_there_is_not_replaced_without_force(brought_in):
    brought_in(COSTS, *OPEN, "--kind", "fiscal")
    told, path = brought_in(COSTS, *OPEN, "--kind", "fiscal")
    assert told.code == 2
    assert "SV" in told.err
    again, _ = brought_in(COSTS, *OPEN, "--kind", "fiscal", "--force")
    assert again.code == 1
    assert path.exists()


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2012/13", "2012/13"),
        ("2012-13", "2012/13"),
        ("2012/2013", "2012/13"),
        ("FY2012/13", "2012/13"),
        ("2012", "2012"),
        ("1999/00", "1999/00"),
        ("2012/13 prices", "2012/13"),
        ("2012/11", None),
        ("12/13", None),
        ("recent", None),
    ],
)
def test_price_years_as_people_write_them(text, year):
    assert price_year(text) == year

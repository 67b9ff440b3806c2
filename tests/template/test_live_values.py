"""Filled in and recalculated by LibreOffice, a workbook's live total is what `sv score` arrives at, to the penny."""

import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from sv_cli.library.load import load_library
from tests.template.workbooks import FACTS, FIRST, filled, recalculated, run

CLEAN = [
    {"A": "volunteering.hour", "C": "Volunteering at the food bank", "D": 120, "E": "hours", "H": "Time sheets"},
    {"A": "jobs.living-wage-hour", "C": "Living wage for cleaners", "D": 3333, "E": "hours", "F": 1, "H": "Payroll"},
    {"A": "jobs.living-wage-hour", "C": "The same in London", "D": 3333, "E": "hours", "F": 3, "G": "London"},
    {"A": "climate.tonne-avoided", "C": "An electric fleet", "D": 4.57, "E": "tonnes of CO2e", "F": 2},
    {},
    {"A": "local.cash-given", "C": "Community fund", "D": 2500.37, "E": "pounds", "F": 2, "H": "Bank statements"},
]


def scored(path: Path, *options: object) -> dict:
    result = run("score", "--format", "json", *options, path)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def live(path: Path) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(path, data_only=True)["Commitments"]


def pennies(amount: float) -> int:
    return round(amount * 100)


def test_a_filled_workbook_is_scored_without_a_finding_and_agrees_with_its_live_total(blank):
    by_hand = filled(blank(), CLEAN, FACTS | {"B12": date(2026, 4, 1)})
    path = recalculated(by_hand)
    report, page = scored(path), live(path)
    assert report["findings"] == []
    assert report["totals"]["valued"] == 5
    assert pennies(page["B4"].value) == pennies(report["totals"]["present_value"]) > 0
    assert [pennies(page.cell(line["row"], 11).value) for line in report["lines"]] == [
        pennies(line["present_value"]) for line in report["lines"]
    ]
    assert page["B5"].value == pytest.approx(report["totals"]["present_value"] / 1_200_000)
    assert page["B6"].value == "5 of 5"
    assert page["B17"].value == "Hour of volunteering given to a community organisation"
    assert page["L22"].value == page["B4"].value, "the running total ends at the total"
    unworked = scored(by_hand)
    assert (unworked["findings"], unworked["totals"]) == ([], report["totals"]), "no program has recalculated this one"


def test_quantities_in_other_units_are_converted_alike(blank):
    rows = [
        {"A": "volunteering.hour", "C": "Days", "D": 16, "E": "days"},
        {"A": "volunteering.hour", "C": "Minutes in year 2", "D": 1001, "E": "minutes", "F": 2},
        {"A": "climate.tonne-avoided", "C": "Kilograms", "D": 12345.6, "E": "kilograms of CO2e", "F": 1},
        {"A": "local.cash-given", "C": "Thousands", "D": 1.25, "E": "thousand pounds"},
    ]
    path = recalculated(filled(blank(), rows, FACTS | {"B12": date(2027, 1, 15)}))
    report, page = scored(path), live(path)
    assert report["totals"]["valued"] == 4
    assert {finding["code"] for finding in report["findings"]} == {"SV308"}
    assert pennies(page["B4"].value) == pennies(report["totals"]["present_value"])


@pytest.mark.parametrize("method", ["green-book", "sroi-guide", "gmca-cba"])
def test_every_proxy_agrees_by_every_method(blank, method):
    library = load_library().library
    units = library.vocabulary.units
    places = ["", "London", "Wales", "North West"]
    rows = [
        {"A": proxy.id, "C": f"Promise {n}", "D": 1 + n * 7.31, "E": units[proxy.unit].many, "F": n % 3 + 1 or None}
        | ({"G": places[n % 4]} if n % 4 else {})
        for n, proxy in enumerate(library.proxies.values())
    ]
    made = blank("--rows", len(rows) + 2, "--method", method)
    path = recalculated(filled(made, rows, FACTS | {"B12": date(2026, 2, 1)}))
    report, page = scored_with_findings(path, "--method", method), live(path)
    ours = [pennies(line["present_value"] or 0) for line in report["lines"]]
    theirs = [pennies(page.cell(line["row"], 11).value or 0) for line in report["lines"]]
    if page["B4"].value != report["totals"]["present_value"]:
        assert ours == theirs
    assert pennies(page["B4"].value) == pennies(report["totals"]["present_value"]) > 0
    assert len(report["lines"]) == len(rows)


def scored_with_findings(path: Path, *options: object) -> dict:
    result = run("score", "--format", "json", *options, path)
    assert result.exit_code in (0, 1), result.output
    return json.loads(result.stdout)


WANTING = [
    ({"D": 5}, "Choose a reference"),
    ({"A": "volunteering.hours", "D": 5}, "Choose a reference from the list"),
    ({"A": "volunteering.hour"}, "Enter the quantity"),
    ({"A": "volunteering.hour", "D": "TBC", "E": "hours"}, "The quantity must be a number"),
    ({"A": "volunteering.hour", "D": -1, "E": "hours"}, "The quantity is below zero"),
    ({"A": "volunteering.hour", "D": 1, "E": "tonnes"}, "Unit does not fit: use hours"),
    ({"A": "volunteering.hour", "D": 1}, "Choose the unit"),
    ({"A": "climate.tonne-avoided", "D": 1, "E": "tonnes of CO2e"}, "Give the contract's start above"),
    ({"A": "volunteering.hour", "D": 1, "E": "hours", "F": 4}, "After the contract's last year"),
    ({"A": "volunteering.hour", "D": 1, "E": "hours", "F": 3}, "Complete"),
    ({}, None),
]


def test_the_check_says_what_is_missing(blank):
    path = recalculated(filled(blank(), [row for row, _ in WANTING], FACTS))
    page = live(path)
    assert [page.cell(FIRST + n, 13).value or None for n in range(len(WANTING))] == [said for _, said in WANTING]
    valued = {said for n, (_, said) in enumerate(WANTING) if page.cell(FIRST + n, 11).value}
    assert valued == {"Choose the unit", "After the contract's last year", "Complete"}

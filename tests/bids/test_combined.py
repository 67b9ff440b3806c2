"""Tables as forms combine them: rows of headings, groups above them, and below them what to write, in what unit."""

from itertools import product

import pytest

_LINES = (
    ("NT17", "Talks in schools", 40, "hours"),
    ("NT10", "Bricklayer", 12, "weeks"),
    ("NT31", "Vans", 2.5, "tCO2e"),
)
_YEARS = (["Year 1", "Year 2"], ["2026/27", "2027/28"], ["Y1", "Y2"])
_BELOW = (  # what stands under the headings of a reference, a description, a unit and two amounts
    (),
    (["", "", "", "No.", "No."],),
    (["A", "B", "C", "D", "E"],),
    (["Select", "Max 50 words", "Unit", "Insert figure", "Figure"],),
    (["e.g. NT1", "Free text", "e.g. hours", "Whole number", "Numbers only"], [1, 2, 3, 4, 5]),
    (["", "", "", "Qty", "Qty"], ["From the list", "Describe", "Pre-filled", "Number", "Number"]),
)


def _read(desk, *rows):
    read = desk.xlsx([list(row) for row in rows])
    loud = [each.name for each in read.reading.findings if each.severity.value != "note"]
    return [(ref, float(amount)) for _, ref, amount in read.lines], loud


@pytest.mark.parametrize("title", ["", "Social value offer"])
@pytest.mark.parametrize("group", ["", "Target", "Delivery profile", "Quantity"])
def test_years_may_stand_below_a_group_and_above_what_to_write(desk, title, group):
    head = ["Ref", "Commitment", "Unit"]
    for years, below in product(_YEARS, _BELOW):
        heads = [[*head, group, ""], ["", "", "", *years]] if group else [[*head, *years]]
        rows = [[ref, text, unit, amount, amount] for ref, text, amount, unit in _LINES]
        expected = [(ref, amount * 2) for ref, _, amount, _ in _LINES]
        assert _read(desk, *([[title]] if title else []), *heads, *below, *rows) == (expected, []), (years, below)


@pytest.mark.parametrize("years", _YEARS)
@pytest.mark.parametrize("titles", [(), ("B. Place", "Environment"), ("Lot 1", "Lot 2"), ("Our people", "Our planet")])
def test_tables_of_years_may_stand_side_by_side_below_their_titles(desk, titles, years):
    head = ["Measure ref", "Activity", "Unit", *years]
    left, right, third = ([ref, text, unit, amount, amount] for ref, text, amount, unit in _LINES)
    above = [[titles[0], *[""] * 5, titles[1]]] if titles else []
    read, loud = _read(desk, *above, [*head, "", *head], [*left, "", *right], [*third])
    assert (sorted(read), loud) == ([("NT10", 24), ("NT17", 80), ("NT31", 5)], [])


@pytest.mark.parametrize("groups", [("For information", "Bidder's offer"), ("Measure details", "Your offer")])
def test_a_group_named_like_an_amount_stands_over_the_unit_and_the_amount(desk, groups):
    above = [groups[0], "", groups[1], ""]
    rows = [[ref, text, unit, amount] for ref, text, amount, unit in _LINES]
    expected = [(ref, amount) for ref, _, amount, _ in _LINES]
    assert _read(desk, above, ["Ref", "Measure", "Unit", "Target"], *rows) == (expected, [])


@pytest.mark.parametrize("heading", ["Number", "Quantity", "Amount"])
@pytest.mark.parametrize(
    ("said", "unit"),
    [("days", "day"), ("(hrs)", "hour"), ("(no. of hours)", "hour"), ("£ (GBP)", "GBP"), ("tonnes (CO2e)", "tCO2e")],
)
def test_the_unit_may_stand_below_the_heading_over_the_lines_or_behind_a_text(desk, heading, said, unit):
    head, bare = ["Ref", "Commitment", heading], said.strip("()") if said[0] == "(" else said
    below = desk.xlsx([head, ["", "", said], ["NT17", "Talks", 40]])
    over = desk.xlsx([head, [f"Section – {bare}"], ["NT17", "Talks", 40], [f"Unit: {bare}"], ["NT17", "Walks", 50]])
    behind = desk.xlsx([head, ["NT17", f"Talks in schools – {bare}", 40]])
    read = [each.unit for each in (*below.commitments, *over.commitments, *behind.commitments)]
    assert read == [unit] * 4


@pytest.mark.parametrize("total", ["Total hours", "TOTAL", "Total (all themes)", "Grand total", "Total offer"])
@pytest.mark.parametrize("part", ["", "Sub-total", "Total {}", "{} total", "Total – {}"])
@pytest.mark.parametrize("share", ["", "% of total", "% total", "Total (%)"])
def test_totals_and_those_of_parts_may_stand_above_their_lines(desk, total, part, share):
    head = ["Ref", "Commitment", "Quantity", "Unit", *([share] if share else [])]
    shown = ["50%"] if share else []
    rows = [["", total, 54.5, "", *shown]]
    for theme, lines in (("Jobs", _LINES[:2]), ("Place", _LINES[2:])):
        rows += [["", part.format(theme), sum(amount for _, _, amount, _ in lines), "", *shown]] if part else []
        rows += [[*line, *shown] for line in lines]
    expected = [(ref, amount) for ref, _, amount, _ in _LINES]
    assert _read(desk, head, *rows) == (expected, [])


@pytest.mark.parametrize("title", ["Time given", "Number of people", "Optional extras", "Hours", "Describe"])
def test_a_text_alone_in_the_first_column_right_below_the_headings_heads_lines(desk, title):
    read = desk.xlsx([["No.", "Ref", "Commitment", "Quantity"], [title, "", "", ""], [1, "NT17", "Talks", 40]])
    assert [name for name in read.names if name == "instruction-row-skipped"] == []

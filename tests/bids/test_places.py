"""The place of a line: one that is known, one that is not, and the area of the contract, which is none of its own."""

import pytest

HEAD = ["Ref", "Commitment", "Quantity", "Unit", "Location"]


def place(desk, text):
    (commitment,) = desk.xlsx([HEAD, ["NT17", "Volunteering", 40, "hours", text]]).commitments
    return commitment.place


@pytest.mark.parametrize(
    "text",
    [
        "Borough-wide",
        "Boroughwide",
        "Across the borough",
        "All across the Borough",
        "Authority-wide",
        "Authority wide",
        "Whole contract area",
        "The whole of the borough",
        "All of the county",
        "Contract area",
        "Within the local authority area",
        "County-wide",
        "Throughout the district",
        "Across all wards",
        "All sites",
        "Local",
        "Region as a whole",
        "TBC",
        "Depot",
        "Town centre",
        "In local schools",
        "Our offices",
        "On site",
        "Online",
        "Within 10 miles",
    ],
)
def test_the_whole_area_of_the_contract_is_no_place_of_its_own(desk, text):
    assert place(desk, text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("London", "E12000007"),
        ("Across London", "E12000007"),
        ("London-wide", "E12000007"),
        ("Throughout Wales", "W92000004"),
        ("Nationwide", "K02000001"),
        ("Across the borough and Kent", "Across the borough and Kent"),
        ("Borough of Barnet", "Borough of Barnet"),
        ("Borough Market", "Borough Market"),
        ("City of London", "City of London"),
        ("Isle of Wight", "Isle of Wight"),
        ("Leeds depot", "Leeds depot"),
        ("Schools in Kent", "Schools in Kent"),
    ],
)
def test_a_place_that_has_a_name_is_that_place(desk, text, expected):
    assert place(desk, text) == expected

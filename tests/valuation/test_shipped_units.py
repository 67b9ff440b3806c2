"""Units of the library that is shipped: what bids count in, against what its proxies count."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sv_cli.app import app


def codes(tmp_path: Path, reference: str, unit: str) -> tuple[bool, set[str]]:
    """Whether one line in this unit is valued, and the codes of what is told of it."""
    bid = tmp_path / "bid.csv"
    bid.write_text(f"Ref,Commitment,Quantity,Unit\n{reference},What we will do,12,{unit}\n", encoding="utf-8")
    said = json.loads(CliRunner().invoke(app, ["score", "--format", "json", str(bid)]).stdout)
    (line,) = said["lines"]
    return line["valued"], {finding["code"] for finding in said["findings"]}


@pytest.mark.parametrize("unit", ["homes", "houses", "dwellings", "properties", "households"])
@pytest.mark.parametrize("reference", ["energy.home-upgraded", "flooding.shallow-flood-avoided"])
def test_a_home_is_counted_where_households_are_and_a_household_where_homes_are(tmp_path, reference, unit):
    valued, told = codes(tmp_path, reference, unit)
    assert valued
    assert told <= {"SV308"}


@pytest.mark.parametrize("unit", ["buildings", "premises", "people"])
def test_a_building_may_hold_any_number_of_homes(tmp_path, unit):
    valued, told = codes(tmp_path, "energy.home-upgraded", unit)
    assert not valued
    assert told <= {"SV305", "SV307"}

"""The benchmark compares like with like: both sides read the same fifty rows. No time is asserted here."""

import subprocess
import sys

from tests.benchmarks.startup import ROWS, commands, workbook
from tests.cli.door import ROOT, sv


def test_both_sides_value_every_row(tmp_path):
    bid = tmp_path / "bid.xlsx"
    workbook(bid)
    assert f"from {ROWS} of {ROWS} commitments" in sv("score", bid).out
    script = commands(bid)["plain script"]
    done = subprocess.run(script, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith(f"from {ROWS} of {ROWS}")
    assert script[0] == sys.executable

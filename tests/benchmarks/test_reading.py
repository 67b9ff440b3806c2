"""The benchmark compares like with like: both sides read the same rows. No time is asserted here."""

import pytest

from sv_cli.bids.read import read_bid
from tests.benchmarks.reading import bare, library_that_ships, ours, write_bid


@pytest.mark.parametrize("mixed", [False, True], ids=["alike", "mixed"])
def test_both_sides_read_every_row(tmp_path, mixed):
    path = tmp_path / "bid.csv"
    library = library_that_ships()
    write_bid(path, library, 2_000, mixed=mixed)
    assert ours(path, library) == bare(path) - 1 == 2_000


def test_rows_that_repeat_others_are_read_as_they_would_be_alone(tmp_path):
    path = tmp_path / "bid.csv"
    library = library_that_ships()
    write_bid(path, library, 300, mixed=True)
    heading, *records = path.read_text(encoding="utf-8").splitlines()
    together = read_bid(path, library.vocabulary).bid.commitments
    for record, read in zip(records, together, strict=True):
        path.write_text(f"{heading}\n{record}\n", encoding="utf-8")
        (alone,) = read_bid(path, library.vocabulary).bid.commitments
        for field in ("reference", "description", "quantity", "tranches", "unit", "unit_text", "place", "evidence"):
            assert getattr(read, field) == getattr(alone, field)
        assert read.owner == alone.owner
        assert read.columns == alone.columns

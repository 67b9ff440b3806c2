"""The benchmarks of many bids compare like with like: all contenders read the same rows. No time is asserted here."""

import duckdb

from tests.benchmarks import batch_folders, batch_table
from tests.benchmarks.startup import ROWS


def test_every_contender_reads_the_folder(tmp_path):
    bids = batch_folders.build(tmp_path / "bids", 6)
    costs = batch_folders.contenders(bids, tmp_path)
    assert (tmp_path / "one" / "lines.csv").read_bytes() == (tmp_path / "two" / "lines.csv").read_bytes()
    assert (tmp_path / "one" / "lines.csv").read_bytes().count(b"\n") == 6 * ROWS + 1
    assert "sv batch, 1 process ÷ bare calamine parse" in batch_folders.as_markdown(6, costs)


def test_every_contender_reads_the_table(tmp_path):
    table = batch_table.build(tmp_path / "table.csv", 3_000)
    costs = batch_table.contenders(table, tmp_path)
    with duckdb.connect() as base:
        sums = base.execute(f"select count(*), sum(commitments) from '{tmp_path}/sums/bids.parquet'").fetchall()  # noqa: S608
        lines = base.execute(f"select count(*) from '{tmp_path}/lines/lines.parquet'").fetchall()  # noqa: S608
    assert (sums, lines) == ([(3, 3_000)], [(3_000,)])
    assert "DuckDB, bare query" in batch_table.as_markdown(3_000, costs)

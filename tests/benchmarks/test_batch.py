"""The benchmarks of many bids compare like with like: all contenders read the same rows. No time is asserted here."""

import duckdb

from tests.benchmarks import batch_folders, batch_table, growth, long_workbook
from tests.benchmarks.costs import as_markdown


def test_every_contender_reads_the_folder(tmp_path):
    bids = batch_folders.build(tmp_path / "bids", 6)
    costs = batch_folders.contenders(bids, tmp_path)
    assert (tmp_path / "one-0" / "lines.csv").read_bytes() == (tmp_path / "two-0" / "lines.csv").read_bytes()
    assert (tmp_path / "one-0" / "lines.csv").read_bytes().count(b"\n") == 6 * batch_folders.ROWS + 1
    assert "sv batch, 1 process ÷ bare calamine parse" in as_markdown("6 workbooks", costs, batch_folders.BARS)


def test_every_contender_reads_the_table(tmp_path):
    table = batch_table.build_all(tmp_path / "table.csv", 3_000)
    costs = batch_table.contenders(table, tmp_path)
    with duckdb.connect() as base:
        sums = base.execute(f"select count(*), sum(commitments) from '{tmp_path}/sums/bids.parquet'").fetchall()  # noqa: S608
        lines = base.execute(f"select count(*) from '{tmp_path}/lines/lines.parquet'").fetchall()  # noqa: S608
        lengths = base.execute(f"select count(years) from '{tmp_path}/stated/bids.parquet'").fetchall()  # noqa: S608
    assert (sums, lines, lengths) == ([(3, 3_000)], [(3_000,)], [(3,)])
    assert "DuckDB, bare query" in as_markdown("3,000 rows", costs, batch_table.BARS)


def test_every_contender_reads_the_long_workbook(tmp_path):
    book = long_workbook.build(tmp_path / "long.xlsx", 300)
    costs = long_workbook.contenders(book, tmp_path)
    assert (tmp_path / "out-0" / "lines.csv").read_bytes().count(b"\n") == 300 + 1
    assert "bare calamine parse" in as_markdown("300 rows", costs, long_workbook.BARS)


def test_growth_is_measured_and_drawn(tmp_path):
    grown = growth.measured_growth(tmp_path, bids=(2, 4), rows=(1_000, 3_000))
    growth.draw(grown, tmp_path / "growth.png")
    assert (tmp_path / "growth.png").read_bytes().startswith(b"\x89PNG")
    text = growth.as_markdown(grown)
    assert [count for count in ("2", "4", "1,000", "3,000") if f"\n| {count} |" not in text] == []

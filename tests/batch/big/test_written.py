"""What one big table leaves behind: tables of one shape in every format, in the order of the rows, or none at all."""

import csv
import os
import subprocess
from pathlib import Path

import duckdb
import pytest

from sv_cli.batch.discover import JOURNAL
from sv_cli.batch.journal import Journal
from tests.batch.big.same import (
    REFERENCES,
    worked,
    write,
)
from tests.cli.door import sv


def test_rows_keep_their_order_and_their_cells(tmp_path):
    """A table of several pieces, which the engine reads side by side: no cell of a row moves to another."""
    table = duckdb.sql(
        "select 'B' || n // 1000 as Bid, case n % 2 when 0 then 'volunteering.hour' else 'care.respite-hour' end as"
        " Ref, 'Promise ' || n || ' to everybody who may live in the ward, and to all their friends' as Description,"
        " n + 1 as Quantity, 'hours' as Unit from range(250000) as r(n) order by n"
    )
    table.write_csv(str(tmp_path / "table.csv"), header=True)
    worked(tmp_path / "table.csv", tmp_path / "out", "--start", "2026-04-01")
    lines = duckdb.read_parquet(f"{tmp_path}/out/lines.parquet", file_row_number=True)
    lines = lines.select("*, file_row_number + 2 as place, cast(split_part(description, ' ', 2) as bigint) as n")
    right = "row = n + 2 and place = row and quantity = n + 1 and bid = 'B' || n // 1000"
    right += " and ref = case n % 2 when 0 then 'volunteering.hour' else 'care.respite-hour' end"
    assert lines.filter(right).count("*").fetchall() == [(250_000,)]


def test_columns_are_of_one_type_in_every_table(tmp_path):
    header, row = "Bid,Contract start,Ref,Description,Quantity", f"A,2026-04-01,{REFERENCES[0]},x,5"
    (tmp_path / "table.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    formats = ("--tables", "parquet", "--tables", "duckdb")
    sv("batch", tmp_path / "table.csv", "--bid-column", "Bid", "-o", tmp_path / "big", *formats)
    sv("batch", tmp_path / "table.csv", "-o", tmp_path / "many", *formats, "--jobs", 1)

    def typed(folder, table):
        with duckdb.connect(str(folder / "results.duckdb"), read_only=True) as base:
            kept = [row[:2] for row in base.execute(f"DESCRIBE {table}").fetchall()]
            far = base.execute(f"DESCRIBE SELECT * FROM '{folder}/{table}.parquet'").fetchall()  # noqa: S608 - our own
        assert kept == [row[:2] for row in far]
        return [each for each in kept if each[0] != "bid"]

    for table in ("bids", "lines", "findings"):
        assert typed(tmp_path / "big", table) == typed(tmp_path / "many", table)
    assert ("start", "DATE") in typed(tmp_path / "big", "bids")


def test_csv_and_duckdb_hold_the_same(tmp_path):
    rows = [(bid, (ref, "=1+1", "2", "", "", "")) for bid in "AB" for ref in REFERENCES]
    path = write(tmp_path / "table.csv", rows)
    out = tmp_path / "out"
    told = sv("batch", path, "--bid-column", "Bid", "-o", out, "--tables", "csv", "--tables", "duckdb")
    assert told.code == 1
    with Path(out / "lines.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert {line["description"] for line in lines} == {"'=1+1"}
    with duckdb.connect(str(out / "results.duckdb"), read_only=True) as base:
        ((total, count),) = base.execute("select sum(present_value), count(*) from lines").fetchall()
    assert (float(total), count) == (round(sum(float(line["present_value"] or 0) for line in lines), 2), len(rows))
    assert not list(out.glob("*.part"))


def test_lines_of_an_earlier_run_are_told(tmp_path):
    path = write(tmp_path / "table.csv", [("A", (REFERENCES[0], "x", "10", "hours", "", ""))])
    command = ("batch", path, "--bid-column", "Bid", "-o", tmp_path / "out")
    assert sv(*command).err.endswith("out: bids.csv, lines.csv, findings.csv\n")
    told = sv(*command, "--no-lines")
    assert told.err.endswith("out: bids.csv, findings.csv\nleft from an earlier run: lines.csv\n")


def test_two_runs_at_once_do_not_mix(tmp_path):
    table, out = tmp_path / "table.csv", tmp_path / "out"
    table.write_text("Bid,Ref,Description,Quantity\n1,volunteering.hour,Time,3\n", encoding="utf-8")
    out.mkdir()
    with Journal(out / JOURNAL):
        told = sv("batch", table, "--bid-column", "Bid", "-o", out)
    assert (told.code, told.out) == (3, "")
    assert told.err.startswith(f"{out}/sv-batch.journal: SV722 folder-in-use: another run is writing into this folder")
    assert sv("batch", table, "--bid-column", "Bid", "-o", out).code == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a small disk needs root")
@pytest.mark.parametrize("size", ["60k", "100k", "400k", "1m"])
def test_a_full_disk_is_told_wherever_it_strikes(tmp_path, size):
    table, disk = tmp_path / "table.csv", tmp_path / "disk"
    disk.mkdir()
    rows = "".join(f"{n // 50},volunteering.hour,Time of person {n},{n % 500 + 1}\n" for n in range(3_000))
    table.write_text(f"Bid,Ref,Description,Quantity\n{rows}", encoding="utf-8")
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "sv", disk]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this machine mounts no disks")
    try:
        told = sv("batch", table, "--bid-column", "Bid", "-o", disk, "--tables", "duckdb", "--jobs", 1)
        assert told.code == 3
        assert "SV721 batch-not-written: the results could not be written: no space left on device\n" in told.err
        assert {path.name for path in disk.iterdir()} <= {"sv-batch.journal"}
    finally:
        subprocess.run(["umount", disk], check=False)

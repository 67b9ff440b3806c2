"""How long one big table takes: `sv batch TABLE --bid-column` beside DuckDB's bare query and pandas, in one run.

``python -m tests.benchmarks.batch_table [rows] [-o FILE]`` builds a CSV of commitments (a thousand rows a bid) and
prints times, peak memory and ratios as markdown. Each contender is a process of its own. `sv` is timed twice: the sums
by bid and the findings, which is what the peers come nearest to, and with the table of lines as well.
"""

import argparse
import os
import platform
import sys
import tempfile
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

import duckdb

from tests.benchmarks.batch_folders import Cost, measured
from tests.benchmarks.startup import REFERENCES

BARE = """
import sys, duckdb
duckdb.connect().execute(f"select Ref, sum(Quantity) from '{sys.argv[1]}' group by Ref").fetchall()
"""
PANDAS = """
import sys, pandas
table = pandas.read_csv(sys.argv[1])
prices = pandas.DataFrame({"Ref": table["Ref"].unique(), "price": 1.5})
joined = table.merge(prices, on="Ref")
(joined["Quantity"] * joined["price"]).groupby(joined["Bid"]).sum()
"""
BARS = (
    ("sv, sums and findings", "DuckDB, bare query", "at most 4"),
    ("sv, sums and findings", "pandas read_csv, merge, groupby", "below 1"),
)


def build(path: Path, rows: int) -> Path:
    """A CSV as a data warehouse exports it: bid, reference, description, quantity, unit."""
    references = ", ".join(f"('{reference}', '{unit}')" for reference, unit in REFERENCES)
    duckdb.execute(
        "copy (select 'BID-' || lpad(cast(n // 1000 as varchar), 6, '0') as \"Bid\", p.ref as \"Ref\","  # noqa: S608 - our own names
        " 'Promise ' || n || ' to the people of ward ' || (n % 97) as \"Description\","
        ' 1 + n * 7919 % 500 as "Quantity", p.unit as "Unit" from (select range as n from range('
        f"{rows})) join (select row_number() over () - 1 as i, * from (values {references}) as v(ref, unit)) as p"
        f" on p.i = n * 31 % {len(REFERENCES)} order by n) to '{path}' (header)"
    )
    return path


def sv_table(table: Path, out: Path, *options: str) -> tuple[str, ...]:
    """The command that values a table."""
    python = (sys.executable, "-m", "sv_cli", "batch", str(table), "--bid-column", "Bid")
    return (*python, "-o", str(out), "--tables", "parquet", "--start", "2026-04-01", *options)


def contenders(table: Path, work: Path) -> dict[str, Cost]:
    """What each contender takes over the same file."""
    return {
        "DuckDB, bare query": measured((sys.executable, "-c", BARE, str(table))),
        "sv, sums and findings": measured(sv_table(table, work / "sums", "--no-lines")),
        "sv, lines too": measured(sv_table(table, work / "lines")),
        "pandas read_csv, merge, groupby": measured((sys.executable, "-c", PANDAS, str(table))),
    }


def as_markdown(rows: int, costs: dict[str, Cost]) -> str:
    """The table of times and the table of ratios."""
    day = datetime.now(UTC).date().isoformat()
    load = os.getloadavg()[0]
    lines = [f"{rows:,} rows of CSV, {day}, {platform.machine()}, {os.cpu_count()} cores, load {load:.1f}", ""]
    lines += ["| what | seconds | peak memory, MB |", "|---|---:|---:|"]
    lines += [f"| {name} | {cost.seconds:.2f} | {cost.memory:.0f} |" for name, cost in costs.items()]
    lines += ["", "| ratio | measured | bar |", "|---|---:|---|"]
    lines += [
        f"| {one} ÷ {other} | {costs[one].seconds / costs[other].seconds:.2f} | {bar} |" for one, other, bar in BARS
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Build, measure, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("rows", nargs="?", type=int, default=2_000_000)
    options.add_argument("-o", "--output", type=Path)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        made = get_context("spawn").Process(
            target=build, args=(work / "table.csv", asked.rows)
        )  # apart, so that its memory is not ours
        made.start()
        made.join()
        text = as_markdown(asked.rows, contenders(work / "table.csv", work))
    print(text)
    if asked.output:
        asked.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

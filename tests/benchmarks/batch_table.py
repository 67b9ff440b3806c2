"""How long one big table takes: `sv batch TABLE --bid-column` beside DuckDB's bare query and pandas, in one run.

``python -m tests.benchmarks.batch_table [rows] [--rounds N] [-o FILE]`` builds a CSV of commitments (a thousand rows a
bid) and prints seconds, processor seconds, peak memory and ratios as markdown. Each contender is a process of its own;
they take turns, and the least of each counts. `sv` is timed twice: as it runs by default, with the table of lines, and
with the sums by bid and the findings alone, which is what the peers come nearest to. No peer checks what it reads,
tells of what is said twice, or writes a row; DuckDB's other query joins prices, sums by bid and writes every line.
Then comes `sv` over the same rows where each also states the supplier, worth, start and length of its contract, and
last, over as many whose descriptions and evidence are written in the library's own thousand sentences, each with a
place and a number: an engine is quick at texts that differ in their digits alone.
The memory of two million rows is to stay below 600 MB.
"""

import sys
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import duckdb

from tests.benchmarks.costs import Cost, in_turns, run
from tests.benchmarks.startup import REFERENCES
from tests.benchmarks.words import PLACES, sentences

BARE = """
import sys, duckdb
duckdb.connect().execute(f"select Ref, sum(Quantity) from '{sys.argv[1]}' group by Ref").fetchall()
"""
WRITING = """
import sys, duckdb
base = duckdb.connect()
base.execute(f"create table prices as select distinct Ref, 1.5 as price from '{sys.argv[1]}'")
base.execute(f"create table lines as select *, Quantity * price as value from '{sys.argv[1]}' join prices using (Ref)")
base.execute("select Bid, sum(value) from lines group by Bid").fetchall()
base.execute(f"copy lines to '{sys.argv[2]}' (format parquet, compression zstd)")
"""
PANDAS = """
import sys, pandas
table = pandas.read_csv(sys.argv[1])
prices = pandas.DataFrame({"Ref": table["Ref"].unique(), "price": 1.5})
joined = table.merge(prices, on="Ref")
(joined["Quantity"] * joined["price"]).groupby(joined["Bid"]).sum()
"""
BARS = (
    ("sv, lines too", "DuckDB, bare query", "at most 4"),
    ("sv, lines too", "pandas read_csv, merge, groupby", "below 1"),
    ("sv, sums and findings", "DuckDB, bare query", "at most 4"),
    ("sv, sums and findings", "pandas read_csv, merge, groupby", "below 1"),
    ("sv, lines too", "DuckDB, joined and written", ""),
    ("sv, sums and findings, other words", "DuckDB, bare query, other words", ""),
)
START = ("--start", "2026-04-01")


def build(path: Path, rows: int) -> Path:
    """Write a CSV as a data warehouse exports it: bid, reference, description, quantity, unit."""
    references = ", ".join(f"('{reference}', '{unit}')" for reference, unit in REFERENCES)
    duckdb.execute(
        "copy (select 'BID-' || lpad(cast(n // 1000 as varchar), 6, '0') as \"Bid\", p.ref as \"Ref\","  # noqa: S608 - our own names
        " 'Promise ' || n || ' to the people of ward ' || (n % 97) as \"Description\","
        ' 1 + n * 7919 % 500 as "Quantity", p.unit as "Unit" from (select range as n from range('
        f"{rows})) join (select row_number() over () - 1 as i, * from (values {references}) as v(ref, unit)) as p"
        f" on p.i = n * 31 % {len(REFERENCES)} order by n) to '{path}' (header)"
    )
    return path


def with_contracts(table: Path) -> Path:
    """Write the same table with columns of the contract's facts."""
    path = table.with_name("stated.csv")
    duckdb.execute(
        'copy (select Bid, \'Supplier of \' || Bid as "Supplier", 1000000 + hash(Bid) % 1000000 as "Contract value",'  # noqa: S608 - our own names
        " date '2026-04-01' + cast(hash(Bid) % 3 as int) * 365 as \"Contract start\","
        " (1 + hash(Bid) % 4) || ' years' as \"Contract length\", Ref, Description, Quantity, Unit"
        f" from '{table}') to '{path}' (header)"
    )
    return path


def in_other_words(table: Path) -> Path:
    """Write as many rows with varied descriptions and evidence, few of which are the same."""
    path = table.with_name("worded.csv")
    said = sentences()
    listed = ", ".join("'" + text.replace("'", "''") + "'" for text in said)
    places = ", ".join(f"'{place}'" for place in PLACES)
    one, other = (f"said[cast(1 + hash(n + {more}) % {len(said)} as int)]" for more in range(2))
    duckdb.execute(
        f"copy (select Bid, Ref, {one} || ' in ' || places[1 + n % {len(PLACES)}] || ', group ' || (n // 1000)"  # noqa: S608 - our own names
        f' as "Description", Quantity, Unit, {other} as "Evidence" from (select *, row_number() over () as n,'
        f" [{listed}] as said, [{places}] as places from '{table}')) to '{path}' (header)"
    )
    return path


def sv_table(table: Path, out: Path, *options: str) -> tuple[str, ...]:
    """The command that values a table."""
    python = (sys.executable, "-m", "sv_cli", "batch", str(table), "--bid-column", "Bid")
    return (*python, "-o", str(out), "--tables", "parquet", *options)


def contenders(table: Path, work: Path, rounds: int = 1) -> dict[str, Cost]:
    """The cost of each contender over the same file, at its best of ``rounds``."""
    worded = table.with_name("worded.csv")
    commands = {
        "DuckDB, bare query": (sys.executable, "-c", BARE, str(table)),
        "DuckDB, joined and written": (sys.executable, "-c", WRITING, str(table), str(work / "peer.parquet")),
        "sv, sums and findings": sv_table(table, work / "sums", "--no-lines", *START),
        "sv, lines too": sv_table(table, work / "lines", *START),
        "sv, lines too, contracts in the rows": sv_table(table.with_name("stated.csv"), work / "stated"),
        "sv, sums and findings, other words": sv_table(worded, work / "worded", "--no-lines", *START),
        "DuckDB, bare query, other words": (sys.executable, "-c", BARE, str(worded)),
        "pandas read_csv, merge, groupby": (sys.executable, "-c", PANDAS, str(table)),
    }
    return in_turns(lambda _: commands, rounds)


def built_apart(path: Path, rows: int, making: Callable[[Path, int], Path] = build) -> Path:
    """The table, built in a process of its own, so that the memory for it is not counted here."""
    made = get_context("spawn").Process(target=making, args=(path, rows))
    made.start()
    made.join()
    return path


def build_all(path: Path, rows: int) -> Path:
    """The table, with the other files that the contenders read beside it."""
    build(path, rows)
    in_other_words(path)
    with_contracts(path)
    return path


def main() -> None:
    """Build, measure, print."""
    run(
        __doc__,
        ("{:,} rows of CSV", 2_000_000),
        lambda work, rows, rounds: contenders(built_apart(work / "table.csv", rows, build_all), work, rounds),
        BARS,
    )


if __name__ == "__main__":
    main()

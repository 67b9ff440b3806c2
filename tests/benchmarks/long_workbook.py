"""How long one long workbook takes: `sv batch` beside a bare parse, pandas with openpyxl, and LibreOffice, in one run.

``python -m tests.benchmarks.long_workbook [rows] [--rounds N] [-o FILE]`` builds a workbook of commitments and prints
times, peak memory and ratios as markdown. The peers only read; `sv` values every row and writes its line. LibreOffice,
where it is installed, turns the workbook into CSV.
"""

import shutil
import sys
from pathlib import Path

from tests.benchmarks.batch_folders import sv_batch
from tests.benchmarks.bids import write
from tests.benchmarks.costs import Cost, in_turns, run

PARSE = """
import sys, python_calamine
python_calamine.load_workbook(sys.argv[1]).get_sheet_by_index(0).to_python()
"""
READ = """
import sys
from pathlib import Path
from sv_cli.bids.read import read_bid
from sv_cli.library.load import load_library
read_bid(Path(sys.argv[1]), load_library().library.vocabulary)
"""
PANDAS = """
import sys, pandas
table = pandas.read_excel(sys.argv[1], engine="openpyxl")
table.groupby("Ref")["Quantity"].sum()
"""
BARS = (
    ("sv, read alone", "bare calamine parse", ""),
    ("sv batch", "bare calamine parse", "at most 1.6"),
    ("pandas + openpyxl", "sv batch", ""),
)


def build(path: Path, rows: int) -> Path:
    """A workbook of so many rows."""
    write(path, rows)
    return path


def contenders(book: Path, work: Path, rounds: int = 1) -> dict[str, Cost]:
    """What each contender takes over the same file."""

    def commands(turn: int) -> dict[str, tuple[str, ...]]:
        office = shutil.which("soffice")
        converted = ("--headless", "--convert-to", "csv", "--outdir", str(work / "office"), str(book))
        return {
            "bare calamine parse": (sys.executable, "-c", PARSE, str(book)),
            "sv, read alone": (sys.executable, "-c", READ, str(book)),
            "sv batch": sv_batch(book, 1, work / f"out-{turn}"),
            "pandas + openpyxl": (sys.executable, "-c", PANDAS, str(book)),
            **({"LibreOffice, to CSV": (office, *converted)} if office else {}),
        }

    return in_turns(commands, rounds)


def main() -> None:
    """Build, measure, print."""
    run(
        __doc__,
        ("a workbook of {:,} rows", 100_000),
        lambda work, rows, rounds: contenders(build(work / "long.xlsx", rows), work, rounds),
        BARS,
    )


if __name__ == "__main__":
    main()

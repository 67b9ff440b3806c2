"""How long folders of bids take: `sv batch` beside a bare parse and a plain script, in one run.

``python -m tests.benchmarks.batch_folders [bids] [--rounds N] [-o FILE]`` builds its workbooks of fifty rows, scores
them with one process and with two, and prints times, peak memory and ratios as markdown. Each contender is a process of
its own, so that memory is its own. The last two are of as many workbooks whose descriptions and evidence are in the
library's own words: those of the others differ in their digits alone, which is quicker to read than what people write.
"""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.bids import write
from tests.benchmarks.costs import Cost, in_turns, run
from tests.benchmarks.words import sentences

ROWS, DIFFERENT, WORDED = 50, 50, 1_000
PARSE = """
import sys, pathlib, python_calamine
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.xlsx")):
    python_calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python()
"""
SCRIPT = """
import sys, pathlib, pandas
prices = {}
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.xlsx")):
    table = pandas.read_excel(path, engine="openpyxl")
    (table["Quantity"] * table["Ref"].map(prices).fillna(1.0)).sum()
"""
BARS = (
    ("sv batch, 1 process", "bare calamine parse", "at most 2.5"),
    ("pandas + openpyxl script", "sv batch, 1 process", "at least 8"),
    ("sv batch, 1 process", "sv batch, 2 processes", "at least 1.7"),
    ("sv batch, 1 process, other words", "bare calamine parse, other words", ""),
)


def build(folder: Path, count: int, said: Sequence[str] = ()) -> Path:
    """``count`` workbooks of fifty rows with fifty different contents, or a thousand with the sentences of ``said``."""
    folder.mkdir(parents=True, exist_ok=True)
    different = WORDED if said else DIFFERENT
    for n in range(count):
        path = folder / f"bid-{n:05}.xlsx"
        if n < different:
            write(path, ROWS, n * ROWS, said)
        else:
            shutil.copyfile(folder / f"bid-{n % different:05}.xlsx", path)
    return folder


def sv_batch(bids: Path, jobs: int, out: Path) -> tuple[str, ...]:
    """The command that scores a folder; results that are in ``out`` already are used again."""
    return (sys.executable, "-m", "sv_cli", "batch", str(bids), "-o", str(out), "--jobs", str(jobs))


def contenders(bids: Path, work: Path, rounds: int = 1) -> dict[str, Cost]:
    """The cost of each contender over the files in ``bids``, and over as many with other sentences, built here."""
    worded = build(work / "worded", len(list(bids.iterdir())), sentences())

    def commands(turn: int) -> dict[str, tuple[str, ...]]:
        return {
            "bare calamine parse": (sys.executable, "-c", PARSE, str(bids)),
            "sv batch, 1 process": sv_batch(bids, 1, work / f"one-{turn}"),
            "sv batch, 2 processes": sv_batch(bids, 2, work / f"two-{turn}"),
            "sv batch, nothing changed": sv_batch(bids, 2, work / f"two-{turn}"),
            "pandas + openpyxl script": (sys.executable, "-c", SCRIPT, str(bids)),
            "bare calamine parse, other words": (sys.executable, "-c", PARSE, str(worded)),
            "sv batch, 1 process, other words": sv_batch(worded, 1, work / f"other-{turn}"),
        }

    return in_turns(commands, rounds)


def main() -> None:
    """Build, measure, print."""
    run(
        __doc__,
        ("{:,} workbooks of 50 rows", 1_000),
        lambda work, count, rounds: contenders(build(work / "bids", count), work, rounds),
        BARS,
    )


if __name__ == "__main__":
    main()

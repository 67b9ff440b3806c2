"""How time and memory grow: with the number of bids in a folder, and with the rows of one table.

``python -m tests.benchmarks.growth [--most-bids N] [--most-rows N] [-o FOLDER]`` scores folders of 100 to 10,000
workbooks and tables of a thousand to ten million rows, prints a table, and writes it to FOLDER with a picture
(``growth.png``). Time is to grow in step; memory is to stay for folders.
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import batch_folders, batch_table
from tests.benchmarks.costs import Cost, measured

BIDS = (100, 1_000, 10_000)
ROWS = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)


class Growth(NamedTuple):
    """One measurement: the thing that grows, how many of it, and the cost."""

    what: str
    costs: dict[int, Cost]


def measured_growth(work: Path, bids: Sequence[int] = BIDS, rows: Sequence[int] = ROWS) -> tuple[Growth, ...]:
    """The costs of folders of workbooks, with two processes, and of tables with their lines."""
    folders = {}
    for count in bids:
        folder = batch_folders.build(work / f"bids-{count}", count)
        folders[count] = measured(batch_folders.sv_batch(folder, 2, work / f"out-{count}"))
    tables = {}
    for count in rows:
        table = batch_table.built_apart(work / f"table-{count}.csv", count)
        tables[count] = measured(batch_table.sv_table(table, work / f"table-out-{count}", *batch_table.START))
        table.unlink()
    return Growth("workbooks of 50 rows, two processes", folders), Growth("rows of one CSV, lines written", tables)


def as_markdown(grown: Sequence[Growth]) -> str:
    """A table for each thing that grows."""
    lines = []
    for growth in grown:
        lines += [f"| {growth.what} | seconds | per thousand | peak memory of a process, MB |", "|---:|---:|---:|---:|"]
        for count, cost in growth.costs.items():
            lines.append(f"| {count:,} | {cost.seconds:.2f} | {cost.seconds / count * 1000:.3f} | {cost.memory:.0f} |")
        lines.append("")
    return "\n".join(lines)


def draw(grown: Sequence[Growth], path: Path) -> None:
    """Draw seconds and memory over the number, with logarithmic scales."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - for whoever draws

    figure = Figure(figsize=(10, 4), layout="constrained")
    for axes, name, unit in zip(figure.subplots(1, 2), ("seconds", "memory"), ("seconds", "peak MB"), strict=True):
        for growth in grown:
            values = [getattr(cost, name) for cost in growth.costs.values()]
            axes.plot(list(growth.costs), values, marker="o", label=growth.what)
        axes.set(xscale="log", yscale="log", xlabel="number", ylabel=unit)
        axes.grid(visible=True, alpha=0.3)
        axes.legend()
    figure.savefig(path, dpi=120)


def main() -> None:
    """Measure, print, draw."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--most-bids", type=int, default=BIDS[-1])
    options.add_argument("--most-rows", type=int, default=ROWS[-1])
    options.add_argument("-o", "--output", type=Path)
    asked = options.parse_args()
    bids = [count for count in BIDS if count <= asked.most_bids]
    rows = [count for count in ROWS if count <= asked.most_rows]
    with tempfile.TemporaryDirectory() as folder:
        grown = measured_growth(Path(folder), bids, rows)
    text = as_markdown(grown)
    print(text)
    if asked.output:
        asked.output.mkdir(parents=True, exist_ok=True)
        (asked.output / "growth.md").write_text(text, encoding="utf-8")
        draw(grown, asked.output / "growth.png")


if __name__ == "__main__":
    main()

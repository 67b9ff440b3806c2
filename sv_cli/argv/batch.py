"""Owns the argv of `sv batch`: many bids at once."""

import math
import os
import re
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sv_cli.argv import options as o
from sv_cli.argv.run import CONTRACT, READING, VALUING, asking, finish, screen

if TYPE_CHECKING:
    from sv_cli.commands.outcome import Outcome
    from sv_cli.commands.parts import Request

_SHORTEST = 0.1
_ADDRESS = r"(?:(?:tcp|tls|ucx|ucxx|ws|wss)://)?(?:\[[0-9a-fA-F:.%]+\]|[^\s/:@\[\]]+):[0-9]{1,5}/?"
_TABLES = ("csv", "parquet", "xlsx", "duckdb", "sqlite")


def folder(text: str) -> str:
    """The name of a folder or an address; raises BadParameter for an empty one, as from an unset variable."""
    if not text.strip():
        raise typer.BadParameter("the folder's name is empty")
    return text


def scheduler(text: str) -> str:
    """The address of a Dask scheduler; raises BadParameter for one without a port, where nothing can answer."""
    if not re.fullmatch(_ADDRESS, text):
        raise typer.BadParameter(f"{text!r} is not the address of a scheduler, such as tcp://host:8786")
    return text


def seconds(text: str | float) -> float:
    """A number of seconds; raises BadParameter for less than a bid takes, and for what is no number."""
    try:
        long = float(text)
    except ValueError:
        long = math.nan
    if not _SHORTEST <= long < math.inf:
        raise typer.BadParameter(f"{text!r} is not a number of seconds, at least {_SHORTEST}")
    return long


def _jobs() -> int:
    """The number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


Bids = Annotated[
    list[str],
    typer.Argument(metavar="FOLDER|GLOB|FILE...", help="Folders, patterns or files of bids.", show_default=False),
]
Out = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="OUT",
        parser=folder,
        help="The folder for the results; use the same one to continue a run.",
    ),
]
TableNames = Annotated[
    list[str],
    typer.Option(
        "--tables",
        metavar="NAME",
        parser=o.one_of(_TABLES),
        help=f"One of {', '.join(_TABLES)}; the default is csv; repeatable.",
    ),
]
Report = Annotated[
    str | None,
    typer.Option(
        "--report", metavar="NAME", help="Also write a report of each bid: html, xlsx, markdown, json, csv or table."
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", "-j", min=1, max=1024, metavar="N", help="The number of processes; the default is one for each core."
    ),
]
Timeout = Annotated[
    float, typer.Option(parser=seconds, metavar="SECONDS", help="Stop scoring a bid that takes longer than this.")
]
BidColumn = Annotated[
    str | None,
    typer.Option(metavar="HEADING", help="For one CSV or Parquet file of many bids: the column that names the bid."),
]
Lines = Annotated[bool, typer.Option("--lines/--no-lines", help="With --bid-column: also write the table of lines.")]
Cluster = Annotated[
    str | None,
    typer.Option(
        parser=scheduler, metavar="ADDRESS", help="Use the Dask cluster at this address, such as tcp://host:8786."
    ),
]


@asking(*VALUING, *CONTRACT, *READING)
def batch(
    bids: Bids,
    out: Out,
    formats: TableNames = [],
    report: Report = None,
    jobs: Jobs = None,
    timeout: Timeout = 60.0,
    cluster: Cluster = None,
    bid_column: BidColumn = None,
    lines: Lines = True,
    *,
    request: "Request",
) -> None:
    """Score every bid in a folder and write tables; run again to continue after a stop."""
    _refuse_idle(report, cluster, bid_column, lines=lines)
    if bid_column is not None:
        finish(_big(bids, bid_column, request, out, formats, jobs or _jobs(), lines))
    _open_nursery(out, cluster)
    from sv_cli.commands.batch import BatchRequest
    from sv_cli.commands.batch import batch as run
    from sv_cli.reports.progress import bar

    finish(
        run(
            BatchRequest(
                bids=tuple(bids),
                asked=request,
                out=out,
                formats=tuple(formats) or ("csv",),
                jobs=jobs or _jobs(),
                timeout=timeout,
                screen=screen(),
                watch=partial(bar, quiet=not sys.stderr.isatty()),
                report=_known_report(report),
                cluster=cluster,
            )
        )
    )


def _open_nursery(out: str, cluster: str | None) -> None:
    """Start the workers' server while this process imports what it needs; only for a new folder: then there is work."""
    from sv_cli.batch.nursery import nursery
    from sv_cli.paths import is_there

    if cluster is None and not is_there(out):
        nursery("sv_cli.commands.tasks")


def _refuse_idle(report: str | None, cluster: str | None, bid_column: str | None, *, lines: bool) -> None:
    """Raise BadParameter for options without effect: those for many files with one table, and the other way round."""
    if bid_column is None and not lines:
        raise typer.BadParameter("without --bid-column the lines are always written", param_hint="'--no-lines'")
    for name, value in (("--report", report), ("--cluster", cluster)):
        if bid_column is not None and value is not None:
            raise typer.BadParameter("cannot be used with --bid-column", param_hint=repr(name))


def _big(
    tables: list[str], bid_column: str, request: "Request", out: str, formats: list[str], jobs: int, lines: bool
) -> "Outcome":
    """One big table instead of many files."""
    from sv_cli.batch.big.tables import FORMATS
    from sv_cli.batch.sources import is_remote
    from sv_cli.commands.big import BigRequest, big

    if len(tables) != 1:
        raise typer.BadParameter("with --bid-column, give only one table", param_hint="'--bid-column'")
    if is_remote(tables[0]):
        raise typer.BadParameter(
            "with --bid-column, the table must be a file on this machine", param_hint="'--bid-column'"
        )
    wrong = [name for name in formats if name not in FORMATS]
    if wrong:
        raise typer.BadParameter(f"with --bid-column, use one of {', '.join(FORMATS)}", param_hint="'--tables'")
    return big(BigRequest(Path(tables[0]), bid_column, request, out, tuple(formats) or ("csv",), jobs, screen(), lines))


def _known_report(name: str | None) -> str | None:
    from sv_cli.reports.formats import SCORE

    if name is not None and name not in SCORE:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(SCORE)}", param_hint="'--report'")
    return name

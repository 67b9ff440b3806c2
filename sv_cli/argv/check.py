"""Owns the argv of `sv check`: bids are checked against a framework or a buyer's targets."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sv_cli.argv import options as o
from sv_cli.argv import proposing
from sv_cli.argv.run import CONTRACT, READING, VALUING, asking, finish, format_of, screen

if TYPE_CHECKING:
    from sv_cli.commands.parts import Request

_SEVERITIES = ("note", "warning", "error", "never")


def one_framework(names: list[str]) -> list[str]:
    """``names`` if there is one at most; of several only the last would count, and the others would seem to be met."""
    if len(names) > 1:
        raise typer.BadParameter("give one framework at a time; run the check once for each")
    return names


def all_of_this_machine(bids: list[str]) -> list[str]:
    """``bids``; raises BadParameter for an address such as ``s3://``."""
    for each in bids:
        o.of_this_machine(Path(each))
    return bids


BidPaths = Annotated[
    list[str],
    typer.Argument(
        metavar="BID...",
        callback=all_of_this_machine,
        help="Bids: files, folders, or patterns such as 'bids/*.xlsx'.",
    ),
]
FrameworkNames = Annotated[
    list[str],
    typer.Option(
        metavar="NAME|FILE",
        callback=one_framework,
        autocompletion=proposing.frameworks,
        help="The framework; `sv frameworks list` shows those included.",
    ),
]
Targets = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        readable=False,
        help="A YAML file of wanted outcomes and quantities; each is met, part met or missed.",
    ),
]
FailOn = Annotated[
    str,
    typer.Option(
        parser=o.one_of(_SEVERITIES),
        metavar="SEVERITY",
        help="Exit with 1 at this severity or higher: note, warning, error; or never.",
    ),
]
_NAMES = "A code (SV615 or SV61), a name or a rule; repeatable."
Select = Annotated[list[str], typer.Option(metavar="NAME", help=f"Only these findings. {_NAMES}")]
Ignore = Annotated[list[str], typer.Option(metavar="NAME", help=f"Ignore these findings. {_NAMES}")]
Waivers = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", readable=False, help="A YAML file of waivers: which findings, until when, by whom and why."
    ),
]
AsOf = Annotated[
    date | None,
    typer.Option(
        parser=o.day, metavar="DAY", help="The date to check waivers and reviews against; the default is today."
    ),
]
Verbose = Annotated[
    bool,
    typer.Option("--verbose", "-v", help="Also show notes, waived findings, and rules that were not applied."),
]


@asking(*VALUING, *CONTRACT, *READING)
def check(
    bids: BidPaths,
    framework: FrameworkNames = [],
    targets: Targets = None,
    fail_on: FailOn = "error",
    select: Select = [],
    ignore: Ignore = [],
    waivers: Waivers = None,
    as_of: AsOf = None,
    *,
    request: "Request",
    format_name: Annotated[str | None, o.one_format("text", "json", "junit", "sarif", "github")] = None,
    output: o.Output = None,
    force: o.Force = False,
    verbose: Verbose = False,
) -> None:
    """Check bids against a framework's rules; exit codes: 0 met, 1 broken, 3 cannot be judged."""
    from sv_cli.commands.check import CheckRequest
    from sv_cli.commands.check import check as run
    from sv_cli.findings.finding import Severity
    from sv_cli.reports.formats import CHECK, CHECK_SUFFIXES

    if not framework and targets is None:
        raise typer.BadParameter(
            "give a framework (see `sv frameworks list`), or --targets", param_hint="'--framework'"
        )
    wanted = CheckRequest(
        bids=tuple(bids),
        framework=framework[0] if framework else None,
        asked=request,
        destination=format_of(format_name, output, force, CHECK, CHECK_SUFFIXES, "text"),
        screen=screen(verbose=verbose),
        today=as_of or datetime.now(tz=UTC).date(),
        fails=None if fail_on == "never" else Severity(fail_on),
        select=tuple(select),
        ignore=tuple(ignore),
        waivers=waivers,
        targets=targets,
    )
    finish(run(wanted))

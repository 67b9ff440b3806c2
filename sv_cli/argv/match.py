"""Owns the argv of `sv match`: proposals for promises in words."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sv_cli.argv import options as o
from sv_cli.argv.run import READING, asking, finish, screen

if TYPE_CHECKING:
    from sv_cli.commands.parts import Request


@asking("library", *READING)
def match(
    bid: o.BidPath,
    *,
    request: "Request",
    threshold: Annotated[
        int,
        typer.Option(
            "--threshold",
            min=50,
            max=100,
            metavar="N",
            help="Fill in a reference at this confidence or higher, as a percentage.",
        ),
    ] = 75,
    format_name: Annotated[str, typer.Option("--format", metavar="NAME", help="One of table, json, csv.")] = "table",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            readable=False,
            help="Write a copy of the bid in which to choose references.",
        ),
    ] = None,
    force: o.Force = False,
    verbose: o.Verbose = False,
) -> None:
    """Propose proxies for commitments without a reference, with reasons; proposals are never valued."""
    from sv_cli.commands.match import MatchRequest
    from sv_cli.commands.match import match as run
    from sv_cli.reports.formats import MATCH

    if format_name not in MATCH:
        raise typer.BadParameter(f"{format_name!r} is not one of {', '.join(MATCH)}", param_hint="'--format'")
    finish(run(MatchRequest(bid, request, threshold, format_name, output, force, screen(verbose=verbose))))

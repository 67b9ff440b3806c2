"""Owns the argv of the commands about one bid: score, explain."""

from typing import TYPE_CHECKING, Annotated

import typer

from sv_cli.argv import options as o
from sv_cli.argv.run import CONTRACT, READING, VALUING, asking, destination, finish, format_of, screen

if TYPE_CHECKING:
    from sv_cli.commands.parts import Request


@asking("library", "price_year", *CONTRACT, "investment", *READING)
def score(
    bid: o.BidPath,
    *,
    method: o.MethodNames = [],
    request: "Request",
    format_name: Annotated[str | None, o.one_format("table", "json", "csv", "markdown", "html", "xlsx")] = None,
    output: o.Output = None,
    force: o.Force = False,
    verbose: Annotated[
        bool,
        typer.Option(
            "--verbose",
            "-v",
            help="Also show notes, how each column was recognised, and every line: the table, markdown and html show "
            "the first 1,000 and add up the others; csv, json and xlsx always have them all.",
        ),
    ] = False,
) -> None:
    """Value one bid and print or write the report; several methods are shown side by side."""
    from sv_cli.commands.score import ScoreRequest
    from sv_cli.commands.score import score as run

    methods = tuple(dict.fromkeys(method))
    to = destination(format_name, output, force, several=len(methods) > 1)
    finish(run(ScoreRequest(bid, request, methods, to, screen(verbose=verbose))))


@asking(*VALUING, *CONTRACT, *READING)
def explain(
    what: Annotated[str, typer.Argument(metavar="BID|CODE", help="A bid, a finding's code or name (SV203), or all.")],
    line: Annotated[
        str | None, typer.Argument(metavar="[ROW|REF]", help="A row or a reference in the bid, or a cell in a form.")
    ] = None,
    *,
    request: "Request",
    format_name: Annotated[str | None, o.one_format("text", "json", "markdown")] = None,
    output: o.Output = None,
    force: o.Force = False,
    verbose: Annotated[
        bool,
        typer.Option(
            "--verbose",
            "-v",
            help="Explain every line: without it, text and markdown stop after 1,000; json never does.",
        ),
    ] = False,
) -> None:
    """Show each step in a line's value, with the source of every figure; or explain a finding."""
    from sv_cli.commands.explain import ExplainRequest
    from sv_cli.commands.explain import explain as run
    from sv_cli.reports.formats import EXPLAIN, EXPLAIN_SUFFIXES

    to = format_of(format_name, output, force, EXPLAIN, EXPLAIN_SUFFIXES, "text")
    finish(run(ExplainRequest(what, line, request, screen(verbose=verbose), to)))

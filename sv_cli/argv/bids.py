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
            help="Show notes too, how each column was recognised, and every line: the table, markdown and html show "
            "the first 1,000 and sum the others; csv, json and xlsx always hold them all.",
        ),
    ] = False,
) -> None:
    """Value one bid and print the report, or write it to a file; by several methods, side by side."""
    from sv_cli.commands.score import ScoreRequest
    from sv_cli.commands.score import score as run

    methods = tuple(dict.fromkeys(method))
    to = destination(format_name, output, force, several=len(methods) > 1)
    finish(run(ScoreRequest(bid, request, methods, to, screen(verbose=verbose))))


@asking(*VALUING, *CONTRACT, *READING)
def explain(
    what: Annotated[str, typer.Argument(metavar="BID|CODE", help="A bid, a finding by code or name (SV203), or all.")],
    line: Annotated[
        str | None, typer.Argument(metavar="[ROW|REF]", help="A row or a reference of the bid, or a form's cell.")
    ] = None,
    *,
    request: "Request",
    format_name: Annotated[str | None, o.one_format("text", "json", "markdown")] = None,
    output: o.Output = None,
    force: o.Force = False,
    verbose: Annotated[
        bool,
        typer.Option(
            "--verbose", "-v", help="Explain every line: text and markdown stop after 1,000; json never does."
        ),
    ] = False,
) -> None:
    """Show how a line's value came about, step by step, with the source of every figure; or explain a finding."""
    from sv_cli.commands.explain import ExplainRequest
    from sv_cli.commands.explain import explain as run
    from sv_cli.reports.formats import EXPLAIN, EXPLAIN_SUFFIXES

    to = format_of(format_name, output, force, EXPLAIN, EXPLAIN_SUFFIXES, "text")
    finish(run(ExplainRequest(what, line, request, screen(verbose=verbose), to)))

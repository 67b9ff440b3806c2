"""Owns the argv of the commands about one bid: score, explain."""

from typing import Annotated

import typer

from sv_cli.argv import options as o
from sv_cli.argv.run import asked, costs, destination, finish, format_of, screen


def score(
    bid: o.BidPath,
    library: o.Libraries = [],
    method: o.MethodNames = [],
    price_year: o.PriceYear = None,
    contract_value: o.ContractValue = None,
    start: o.Start = None,
    years: o.Years = None,
    place: o.PlaceName = None,
    investment: o.Investments = [],
    sheet: o.Sheets = [],
    column: o.Columns = [],
    date_order: o.DateOrder = None,
    limit: o.Limits = [],
    reading: o.ReadingFile = None,
    format_name: o.FormatName = None,
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
    facts = {"value": contract_value, "start": start, "years": years, "place": place, "costs": costs(investment)}
    names = tuple(dict.fromkeys(method))
    request = asked(
        library, names[0] if names else None, price_year, sheet, column, date_order, limit, reading, **facts
    )
    to, on = destination(format_name, output, force, several=len(names) > 1), screen(verbose=verbose)
    if len(names) > 1:
        from sv_cli.commands.side_by_side import SideBySideRequest, score_side_by_side

        finish(score_side_by_side(SideBySideRequest(bid, request, names, to, on)))
    from sv_cli.commands.score import ScoreRequest
    from sv_cli.commands.score import score as run

    finish(run(ScoreRequest(bid, request, to, on)))


def explain(
    what: Annotated[str, typer.Argument(metavar="BID|CODE", help="A bid, a finding by code or name (SV203), or all.")],
    line: Annotated[
        str | None, typer.Argument(metavar="[ROW|REF]", help="A row or a reference of the bid, or a form's cell.")
    ] = None,
    library: o.Libraries = [],
    method: o.MethodName = None,
    price_year: o.PriceYear = None,
    contract_value: o.ContractValue = None,
    start: o.Start = None,
    years: o.Years = None,
    place: o.PlaceName = None,
    sheet: o.Sheets = [],
    column: o.Columns = [],
    date_order: o.DateOrder = None,
    limit: o.Limits = [],
    reading: o.ReadingFile = None,
    format_name: Annotated[
        str | None,
        typer.Option("--format", metavar="NAME", help="One of text, json, markdown; else by --output's ending."),
    ] = None,
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

    facts = {"value": contract_value, "start": start, "years": years, "place": place}
    request = asked(library, method, price_year, sheet, column, date_order, limit, reading, **facts)
    to = format_of(format_name, output, force, EXPLAIN, EXPLAIN_SUFFIXES, "text")
    finish(run(ExplainRequest(what, line, request, screen(verbose=verbose), to)))

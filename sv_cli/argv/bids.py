"""Owns the argv of the commands about one bid: score, explain."""

from typing import Annotated

import typer

from sv_cli.argv import options as o
from sv_cli.argv.run import asked, destination, finish, screen


def score(
    bid: o.BidPath,
    library: o.Libraries = [],
    method: o.MethodName = None,
    price_year: o.PriceYear = None,
    contract_value: o.ContractValue = None,
    start: o.Start = None,
    years: o.Years = None,
    place: o.PlaceName = None,
    sheet: o.Sheets = [],
    column: o.Columns = [],
    format_name: o.FormatName = None,
    output: o.Output = None,
    force: o.Force = False,
    verbose: o.Verbose = False,
) -> None:
    """Value one bid and print the report, or write it to a file."""
    from sv_cli.commands.score import ScoreRequest
    from sv_cli.commands.score import score as run

    request = asked(
        library, method, price_year, sheet, column, value=contract_value, start=start, years=years, place=place
    )
    finish(run(ScoreRequest(bid, request, destination(format_name, output, force), screen(verbose=verbose))))


def explain(
    what: Annotated[str, typer.Argument(metavar="BID|CODE", help="A bid, the code of a finding (SV203), or all.")],
    line: Annotated[str | None, typer.Argument(metavar="[ROW|REF]", help="A row or a reference of the bid.")] = None,
    library: o.Libraries = [],
    method: o.MethodName = None,
    price_year: o.PriceYear = None,
    contract_value: o.ContractValue = None,
    start: o.Start = None,
    years: o.Years = None,
    place: o.PlaceName = None,
    sheet: o.Sheets = [],
    column: o.Columns = [],
) -> None:
    """Show how a line's value came about, step by step, with the source of every figure; or explain a finding."""
    from sv_cli.commands.explain import ExplainRequest
    from sv_cli.commands.explain import explain as run

    request = asked(
        library, method, price_year, sheet, column, value=contract_value, start=start, years=years, place=place
    )
    finish(run(ExplainRequest(what, line, request, screen())))

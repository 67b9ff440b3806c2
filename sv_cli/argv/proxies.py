"""Owns the argv of `sv proxies list`, `show` and `search`; the other commands of `sv proxies` are in `proxies_care`."""

from typing import TYPE_CHECKING, Annotated

import typer

from sv_cli.argv import options as o
from sv_cli.argv import proposing
from sv_cli.argv.proxies_care import ReportFormat, diff, import_, lint, schema
from sv_cli.argv.run import VALUING, asking, finish, format_of, screen

if TYPE_CHECKING:
    from sv_cli.commands.parts import Request

_KINDS = ("fiscal", "economic", "wellbeing", "environmental")
_LEVELS = ("high", "medium", "low")

proxies_app = typer.Typer(no_args_is_help=True, help="List, show, check and import proxies.")


ListFormat = Annotated[str | None, o.one_format("table", "json", "csv", "markdown")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, metavar="N", help="Show at most this many.")]


@proxies_app.command("list")
@asking(*VALUING)
def proxies_list(
    theme: Annotated[
        str | None,
        typer.Option(metavar="THEME", autocompletion=proposing.themes, help="Only proxies in this theme."),
    ] = None,
    outcome: Annotated[str | None, typer.Option(metavar="OUTCOME", help="Only proxies in this outcome.")] = None,
    value_kind: Annotated[
        str | None,
        typer.Option(
            "--kind", parser=o.one_of(_KINDS), metavar="KIND", help=f"Only this value kind: {', '.join(_KINDS)}."
        ),
    ] = None,
    unit: Annotated[str | None, typer.Option(metavar="UNIT", help="Only proxies counted in this unit.")] = None,
    confidence: Annotated[
        str | None,
        typer.Option(parser=o.one_of(_LEVELS), metavar="LEVEL", help="Only with this confidence: high, medium, low."),
    ] = None,
    code: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only with this code in another framework: NT17, 'SDG 8'.")
    ] = None,
    *,
    request: "Request",
    format_name: ListFormat = None,
    output: o.Output = None,
    force: o.Force = False,
) -> None:
    """List the proxies by theme, each with the value of one unit."""
    from sv_cli.commands.proxies import Filters, ProxiesRequest, list_proxies
    from sv_cli.reports.formats import LISTED, SUFFIXES

    to = format_of(format_name, output, force, LISTED, SUFFIXES, "table")
    filters = Filters(theme, outcome, value_kind, unit, confidence, code)
    finish(list_proxies(ProxiesRequest(request, screen(), to, filters)))


@proxies_app.command("show")
@asking(*VALUING)
def proxies_show(
    proxy: Annotated[
        str,
        typer.Argument(
            metavar="ID", autocompletion=proposing.proxies, help="The proxy's id; `sv proxies list` shows them."
        ),
    ],
    *,
    request: "Request",
    format_name: ReportFormat = None,
    output: o.Output = None,
    force: o.Force = False,
) -> None:
    """Show one proxy: value, price base, formula, sources with links, what counts and what evidence."""
    from sv_cli.commands.proxies import ProxiesRequest, show_proxy
    from sv_cli.reports.formats import SHOWN, SUFFIXES

    to = format_of(format_name, output, force, SHOWN, SUFFIXES, "table")
    finish(show_proxy(ProxiesRequest(request, screen(), to, proxy=proxy)))


@proxies_app.command("search")
@asking(*VALUING)
def proxies_search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Words, a code (NT17, 'SDG 8') or an id.")],
    limit: Limit = 10,
    *,
    request: "Request",
    format_name: ListFormat = None,
    output: o.Output = None,
    force: o.Force = False,
) -> None:
    """Find proxies by words, best match first, with reasons; allows for misspellings."""
    from sv_cli.commands.proxies import ProxiesRequest, search_proxies
    from sv_cli.reports.formats import FOUND, SUFFIXES

    to = format_of(format_name, output, force, FOUND, SUFFIXES, "table")
    finish(search_proxies(ProxiesRequest(request, screen(), to, words=" ".join(words), limit=limit)))


proxies_app.command("lint")(lint)
proxies_app.command("diff")(diff)
proxies_app.command("schema")(schema)
proxies_app.command("import")(import_)

"""Owns the argv of `sv proxies`: a look into the library."""

from typing import Annotated

import typer

from sv_cli.argv import options as o
from sv_cli.argv.proxies_care import lint
from sv_cli.argv.run import asked, finish, screen

proxies_app = typer.Typer(no_args_is_help=True, help="Look into the library of proxies.")


@proxies_app.command("list")
def proxies_list(
    theme: Annotated[str | None, typer.Option(help="Only the proxies of this theme.")] = None,
    library: o.Libraries = [],
    method: o.MethodName = None,
    price_year: o.PriceYear = None,
) -> None:
    """List the proxies by theme, each with the value of one unit."""
    from sv_cli.commands.proxies import ProxiesRequest, list_proxies

    request = asked(library, method, price_year)
    finish(list_proxies(ProxiesRequest(request, screen(), theme=theme)))


@proxies_app.command("show")
def proxies_show(
    proxy: Annotated[str, typer.Argument(metavar="ID", help="The proxy's id; `sv proxies list` shows them.")],
    library: o.Libraries = [],
    method: o.MethodName = None,
    price_year: o.PriceYear = None,
) -> None:
    """Show one proxy: value, price base, formula, sources with links, what counts, what evidence."""
    from sv_cli.commands.proxies import ProxiesRequest, show_proxy

    request = asked(library, method, price_year)
    finish(show_proxy(ProxiesRequest(request, screen(), proxy=proxy)))


proxies_app.command("lint")(lint)

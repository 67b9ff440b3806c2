"""Owns the argv of `sv methods`: the conventions of valuing."""

from typing import Annotated

import typer

from sv_cli.argv import options as o
from sv_cli.argv import proposing
from sv_cli.argv.run import asked, finish, screen

methods_app = typer.Typer(no_args_is_help=True, help="List and show the valuation methods.")


@methods_app.command("list")
def methods_list(library: o.Libraries = []) -> None:
    """List the valuation methods."""
    from sv_cli.commands.methods import MethodsRequest, methods

    finish(methods(MethodsRequest(asked(library), screen())))


@methods_app.command("show")
def methods_show(
    method: Annotated[
        str,
        typer.Argument(
            metavar="NAME", autocompletion=proposing.methods, help="The method's name; `sv methods list` shows them."
        ),
    ],
    library: o.Libraries = [],
) -> None:
    """Show one method: its conventions, discount rates and sources."""
    from sv_cli.commands.methods import MethodsRequest, methods

    finish(methods(MethodsRequest(asked(library), screen(), method)))

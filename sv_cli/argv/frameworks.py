"""Owns the argv of `sv frameworks`: the policies that bids can be checked against."""

from typing import Annotated

import typer

from sv_cli.argv import options as o
from sv_cli.argv import proposing
from sv_cli.argv.run import asked, finish, screen

frameworks_app = typer.Typer(
    no_args_is_help=True, help="List, show and write the frameworks that bids are checked against."
)


@frameworks_app.command("list")
def frameworks_list(library: o.Libraries = []) -> None:
    """List the frameworks, with their owners, the contracts they are for and the number of rules."""
    from sv_cli.commands.frameworks import FrameworksRequest, frameworks

    finish(frameworks(FrameworksRequest(asked(library), screen())))


@frameworks_app.command("show")
def frameworks_show(
    framework: Annotated[
        str,
        typer.Argument(metavar="NAME|FILE", autocompletion=proposing.frameworks, help="The framework's name or file."),
    ],
    library: o.Libraries = [],
) -> None:
    """Show one framework: its scope, rules, clauses and sources, and what software cannot check."""
    from sv_cli.commands.frameworks import FrameworksRequest, frameworks

    finish(frameworks(FrameworksRequest(asked(library), screen(), framework)))


@frameworks_app.command("new")
def frameworks_new(output: o.Output = None, force: o.Force = False) -> None:
    """Write a framework to start from, with a comment and an example for every check."""
    from sv_cli.commands.frameworks import new_framework
    from sv_cli.commands.written import Destination

    finish(new_framework(Destination("yaml", output, force)))

"""Owns the program `sv`: the list of its commands, and how an unexpected error is reported.

At module level this and `argv/` import the standard library and typer only, so that `sv --version` is quick.
"""

import errno
import os
import sys
from copy import copy
from typing import Annotated

import typer

from sv_cli.argv.batch import batch
from sv_cli.argv.bids import explain, score
from sv_cli.argv.check import check
from sv_cli.argv.frameworks import frameworks_app
from sv_cli.argv.match import match
from sv_cli.argv.methods import methods_app
from sv_cli.argv.proxies import proxies_app
from sv_cli.argv.run import untaken
from sv_cli.argv.streams import make_ready, say
from sv_cli.argv.template import template

_USAGE, _UNUSABLE, _INTERNAL, _INTERRUPTED = 2, 3, 70, 130
_FULL = (errno.ENOSPC, errno.EFBIG, errno.EIO)  # what is printed cannot be written

app = typer.Typer(
    name="sv",
    help="The open social-value calculator: values a bid's commitments with sourced proxies.",
    epilog="Exit codes: 0 clean, 1 findings to act on, 2 wrong usage, 3 no figure to trust, 70 internal error.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _epilog(*examples: str) -> str:
    """The end of a command's help; an empty line keeps each example on a line of its own."""
    return "\n\n".join(("Examples:" if len(examples) > 1 else "Example:", *examples))


app.command(
    epilog=_epilog(
        "sv score bid.xlsx",
        "sv score bid.xlsx --output report.html",
        "sv score bid.xlsx --method green-book --method sroi-guide --investment 120000",
    )
)(score)
app.command(epilog=_epilog("sv explain bid.xlsx 12", "sv explain SV307"))(explain)
app.command(
    epilog=_epilog(
        "sv batch bids --output results --tables csv --tables parquet",
        "sv batch export.csv --bid-column Bid --output results",
    )
)(batch)
app.command(
    epilog=_epilog(
        "sv check bid.xlsx --framework bradford",
        "sv check bids --framework council.yaml --format junit --output checked.xml",
    )
)(check)
app.command(epilog=_epilog("sv match bid.xlsx --output bid-with-references.xlsx"))(match)
app.command(epilog=_epilog("sv template --framework bradford --output blank.xlsx"))(template)
app.add_typer(proxies_app, name="proxies")
app.add_typer(methods_app, name="methods")
app.add_typer(frameworks_app, name="frameworks")


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    """Handle the options of `sv` itself."""
    if version:
        from sv_cli import __version__

        typer.echo(f"sv {__version__}")
        raise typer.Exit


def main() -> None:
    """Run `sv` and leave with its exit code. An unexpected error is told in a sentence; SV_TRACEBACK=1 shows where."""
    make_ready()
    _refuse_empty(sys.argv[1:])
    try:
        _app_for(sys.argv[1:])()
    except SystemExit as leaving:
        if isinstance(leaving.__context__, BrokenPipeError):  # whoever read a help text left early, and missed nothing
            sys.exit(0)
        raise
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except Exception as error:
        if os.environ.get("SV_TRACEBACK"):
            raise
        sys.exit(_exit_code_of(error))


def _app_for(arguments: list[str]) -> typer.Typer:
    """The app with only the command that ``arguments`` begin with, or whole: typer builds every command that it has."""
    asked = copy(app)
    asked.registered_commands = [
        each for each in app.registered_commands if each.callback and [each.callback.__name__] == arguments[:1]
    ]
    asked.registered_groups = [each for each in app.registered_groups if [each.name] == arguments[:1]]
    return asked if asked.registered_commands or asked.registered_groups else app


def _refuse_empty(arguments: list[str]) -> None:
    """Exit where an argument is empty, as from a shell variable that is not set: as a path it would be this folder."""
    for before, argument in zip(("", *arguments), arguments, strict=False):
        if before == "--":
            return
        name = argument.removesuffix("=") if argument.startswith("--") and argument.count("=") == 1 else before
        if not argument or argument == f"{name}=":
            what = f"the value of {name}" if name.startswith("-") else "an argument"
            say(
                sys.stderr,
                f"sv: {what} is empty\n  help: give a value or leave it out; check whether a variable is not set\n",
            )
            sys.exit(_USAGE)


def _folder_is_gone() -> bool:
    """Whether the current folder was deleted, so that no relative path can be resolved."""
    try:
        os.getcwd()  # noqa: PTH109 - pathlib is not needed for more
    except OSError:
        return True
    return False


def _exit_code_of(error: Exception) -> int:
    """Report an unexpected error on standard error, and give its exit code."""
    if isinstance(error, OSError) and error.errno in _FULL and error.filename is None:
        return untaken(error)
    if _folder_is_gone():
        say(sys.stderr, "sv: the current folder no longer exists\n  help: change to another folder and run it again\n")
        return _UNUSABLE
    if isinstance(error, MemoryError):
        say(
            sys.stderr,
            "sv: there is not enough memory\n  help: close other programs, or ask for a higher memory limit\n",
        )
        return _UNUSABLE
    say(
        sys.stderr,
        f"sv: internal error: {type(error).__name__}: {error}\n"
        "  help: this is a fault in sv and no figure was produced; SV_TRACEBACK=1 shows where it happened\n",
    )
    return _INTERNAL

"""Owns the program `sv`: its commands put together, and what it says when something goes wrong inside.

At module level this and `argv/` import the standard library and typer only, so that `sv --version` is quick.
"""

import errno
import os
import sys
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

_INTERNAL, _INTERRUPTED = 70, 130
_FULL = (errno.ENOSPC, errno.EFBIG, errno.EIO)

app = typer.Typer(
    name="sv",
    help="The open social-value calculator: sourced proxies, applied to the commitments of a bid.",
    epilog="Exit codes: 0 clean, 1 findings to act on, 2 wrong usage, 3 no figure to trust, 70 internal error.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(score)
app.command()(explain)
app.command()(batch)
app.command()(check)
app.command()(match)
app.command()(template)
app.add_typer(proxies_app, name="proxies")
app.add_typer(methods_app, name="methods")
app.add_typer(frameworks_app, name="frameworks")


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    """Handle the options of `sv` itself."""
    if version:
        from sv_cli import __version__

        typer.echo(f"sv {__version__}")
        raise typer.Exit


def main() -> None:
    """Run `sv`. Whatever goes wrong inside is said in a sentence; SV_TRACEBACK=1 shows where."""
    make_ready()
    try:
        app()
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


def _exit_code_of(error: Exception) -> int:
    """The exit code of what nobody has expected, which is said first: a full disk below a help text, or a fault."""
    if isinstance(error, OSError) and error.errno in _FULL and error.filename is None:
        return untaken(error)
    say(
        sys.stderr,
        f"sv: internal error: {type(error).__name__}: {error}\n"
        "  help: this is a fault of sv and no figure was produced; SV_TRACEBACK=1 shows where it happened\n",
    )
    return _INTERNAL

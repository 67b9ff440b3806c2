"""Owns the argv of those commands of `sv proxies` that look after a library: lint, diff, schema, import."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from sv_cli.argv import options as o
from sv_cli.argv.check import FailOn
from sv_cli.argv.run import finish, format_of, screen

Paths = Annotated[
    list[Path], typer.Argument(metavar="[PATH...]", help="Libraries to look at; without any, the one that ships.")
]
AsOf = Annotated[
    date | None,
    typer.Option("--as-of", "--today", parser=o.day, metavar="DAY", help="The day that reviews are held against."),
]
LintFormat = Annotated[
    str | None, typer.Option("--format", metavar="NAME", help="text, json, github, sarif; else by --output's ending.")
]


def lint(
    paths: Paths = [],
    fail_on: FailOn = "error",
    as_of: AsOf = None,
    format_name: LintFormat = None,
    output: o.Output = None,
    force: o.Force = False,
    verbose: o.Verbose = False,
) -> None:
    """Look a library over as a careful editor would: sources, licences, units, ranges, references, reviews.

    A PATH is laid over the library that ships, unless it is a whole library of its own.
    """
    from sv_cli.commands.proxies_lint import LintRequest, lint_proxies
    from sv_cli.findings.finding import Severity
    from sv_cli.reports.formats import LINT, LINT_SUFFIXES

    to = format_of(format_name, output, force, LINT, LINT_SUFFIXES, "text")
    today = as_of or datetime.now(tz=UTC).date()
    fails = None if fail_on == "never" else Severity(fail_on)
    finish(lint_proxies(LintRequest(tuple(paths), today, to, screen(verbose=verbose), fails)))

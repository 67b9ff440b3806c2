"""Owns the argv of the commands of `sv proxies` for keepers of a library: lint, diff, schema, import."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sv_cli.argv import options as o
from sv_cli.argv.check import FailOn
from sv_cli.argv.run import CONTRACT, READING, asking, finish, format_of, screen

if TYPE_CHECKING:
    from sv_cli.commands.parts import Request

Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="[PATH...]", readable=False, help="Libraries to check; the default is the library included with sv."
    ),
]
AsOf = Annotated[
    date | None,
    typer.Option(parser=o.day, metavar="DAY", help="The date to check reviews against; the default is today."),
]
Read = Annotated[
    date | None,
    typer.Option(
        parser=o.day,
        metavar="DAY",
        help="The date when the list was read; the default is today. Reviews are due a year later.",
    ),
]


def lint(
    paths: Paths = [],
    fail_on: FailOn = "error",
    as_of: AsOf = None,
    format_name: Annotated[str | None, o.one_format("text", "json", "github", "sarif")] = None,
    output: o.Output = None,
    force: o.Force = False,
    verbose: o.Verbose = False,
) -> None:
    """Check a library as a careful editor would: sources, licences, units, ranges, references, reviews.

    A PATH is an overlay on the library included with sv, unless it is a whole library.
    """
    from sv_cli.commands.proxies_lint import LintRequest, lint_proxies
    from sv_cli.findings.finding import Severity
    from sv_cli.reports.formats import LINT, LINT_SUFFIXES

    to = format_of(format_name, output, force, LINT, LINT_SUFFIXES, "text")
    today = as_of or datetime.now(tz=UTC).date()
    fails = None if fail_on == "never" else Severity(fail_on)
    finish(lint_proxies(LintRequest(tuple(paths), today, to, screen(verbose=verbose), fails)))


Maps = Annotated[
    list[str],
    typer.Option(
        "--map",
        parser=o.column,
        metavar="FIELD=HEADING",
        help="Say which column is which, such as value='Unit cost'; repeatable. The fields are code, title, detail, "
        "theme, unit, value, price_year, confidence, source, value_kind, low, high, guidance, evidence.",
    ),
]
ReportFormat = Annotated[str | None, o.one_format("table", "json", "markdown")]


@asking("method", "price_year", *CONTRACT, *READING)
def diff(
    before: Annotated[
        Path,
        typer.Argument(
            metavar="A", readable=False, help="A library; alone, it is compared with the library included with sv."
        ),
    ],
    after: Annotated[
        Path | None, typer.Argument(metavar="[B]", readable=False, help="The library to compare it with.")
    ] = None,
    bid: Annotated[
        Path | None,
        typer.Option(metavar="BID", readable=False, help="A bid: show how the change affects each of its lines."),
    ] = None,
    *,
    request: "Request",
    format_name: ReportFormat = None,
    output: o.Output = None,
    force: o.Force = False,
) -> None:
    """Show what changed between two libraries, and with --bid how that affects a bid."""
    from sv_cli.commands.proxies_diff import DiffRequest, diff_libraries
    from sv_cli.reports.formats import DIFFERENCES, SUFFIXES

    to = format_of(format_name, output, force, DIFFERENCES, SUFFIXES, "table")
    old, new = (None, before) if after is None else (before, after)
    finish(diff_libraries(DiffRequest(old, new, request, bid, to, screen())))


def schema(output: o.Output = None, force: o.Force = False) -> None:
    """Print the JSON Schema of a library's files, for editors and CI."""
    from sv_cli.commands.outcome import ExitCode
    from sv_cli.commands.written import Destination, delivered
    from sv_cli.library.schema import library_schema_text

    finish(delivered(library_schema_text(), Destination("json", output, force), ExitCode.CLEAN))


def import_(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", readable=False, help="A spreadsheet of unit costs, or of measures with values."),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", readable=False, help="The YAML overlay to write.")
    ],
    publisher: Annotated[str, typer.Option(metavar="NAME", help="Who published the list.")],
    published: Annotated[str, typer.Option(metavar="DATE", help="The publication date: 2026, 2026-05 or 2026-05-27.")],
    url: Annotated[str, typer.Option(metavar="URL", help="The web address of the list.")],
    title: Annotated[str | None, typer.Option(metavar="TITLE", help="Its title; else the file's name.")] = None,
    licence: Annotated[
        str, typer.Option(metavar="NAME", help="The list's licence, such as OGL-UK-3.0 or CC-BY-4.0.")
    ] = "private",
    open_: Annotated[
        bool, typer.Option("--redistributable", help="The licence allows the amounts to be passed on.")
    ] = False,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND", help="The value kind if no column gives it: fiscal, economic, wellbeing, environmental."
        ),
    ] = None,
    price_year: Annotated[
        str | None, typer.Option(metavar="YEAR", help="The price year of rows that do not give one, such as 2012/13.")
    ] = None,
    columns: Maps = [],
    sheet: o.Sheets = [],
    name: Annotated[str | None, typer.Option(metavar="NAME", help="Its name; else the file's.")] = None,
    as_of: Read = None,
    force: o.Force = False,
) -> None:
    """Turn a spreadsheet of unit costs, or of licensed measures, into a private overlay for --library.

    Columns are recognised by name or by --map. Rows that cannot be imported are reported.
    """
    from sv_cli.commands.proxies_import import ImportRequest, import_proxies
    from sv_cli.importing.fields import FIELDS
    from sv_cli.importing.rows import Defaults
    from sv_cli.model.sources import Source

    settled = dict(each.split("=", 1) for each in columns)
    unknown = next((field for field in settled if field not in FIELDS), None)
    if unknown is not None:
        raise typer.BadParameter(f"{unknown!r} is not one of {', '.join(FIELDS)}", param_hint="'--map'")
    today = as_of or datetime.now(tz=UTC).date()
    source = Source(publisher, title or file.stem, published, url, licence, open_, "primary", today.isoformat())
    defaults = Defaults(price_year, kind)
    finish(import_proxies(ImportRequest(file, output, source, today, defaults, settled, tuple(sheet), name, force)))

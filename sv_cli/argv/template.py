"""Owns the argv of `sv template`: a blank bid workbook."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sv_cli.argv import options as o
from sv_cli.argv import proposing
from sv_cli.argv.run import VALUING, asking, finish

if TYPE_CHECKING:
    from sv_cli.commands.parts import Request

_DEFAULT = Path("social-value-bid.xlsx")


def workbook(text: str) -> Path:
    """The path of a workbook; raises BadParameter for another ending, with which no program would open it."""
    path = Path(text)
    if path.suffix.lower() not in ("", ".xlsx"):
        raise typer.BadParameter(f"{text!r} does not end in .xlsx, the only format for the workbook")
    return path


@asking(*VALUING)
def template(
    output: Annotated[
        Path,
        typer.Option("--output", "-o", parser=workbook, metavar="FILE", help="The .xlsx workbook to write."),
    ] = _DEFAULT,
    theme: Annotated[
        list[str],
        typer.Option("--theme", metavar="THEME", autocompletion=proposing.themes, help="Only this theme; repeatable."),
    ] = [],
    framework: Annotated[
        str | None,
        typer.Option(
            "--framework",
            metavar="NAME|FILE",
            autocompletion=proposing.frameworks,
            help="Only proxies that a framework allows, or with a code in its scheme.",
        ),
    ] = None,
    rows: Annotated[
        int, typer.Option("--rows", min=1, max=1000, metavar="N", help="The number of rows for commitments.")
    ] = 40,
    *,
    request: "Request",
    force: o.Force = False,
) -> None:
    """Write a blank bid workbook: guidance, drop-down lists, live values and totals."""
    from sv_cli.commands.template import TemplateRequest
    from sv_cli.commands.template import template as run

    finish(run(TemplateRequest(request, output, force, rows, tuple(theme), framework)))

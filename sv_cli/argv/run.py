"""Owns what every command does with argv and its outcome: build the request, describe the screen, print, exit.

Like all of this package it imports the standard library and typer only; the rest when a command runs.
"""

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import wraps
from inspect import Parameter, signature
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from sv_cli.argv import options as o
from sv_cli.argv.streams import say

if TYPE_CHECKING:
    from sv_cli.commands.outcome import Outcome
    from sv_cli.commands.parts import Request
    from sv_cli.commands.written import Destination
    from sv_cli.model.bids import Cost
    from sv_cli.reports.screen import Screen

_NARROWEST, _PIPED = 60, 100
_OF_TEXT = frozenset(("", ".txt", ".text", ".log", ".out"))

VALUING = ("library", "method", "price_year")
CONTRACT = ("contract_value", "start", "years", "place")
READING = ("sheet", "column", "date_order", "limit", "reading")


def asking(*options: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A decorator that adds these options of `asked` to a command, which gets the resulting Request as ``request``."""

    def given(command: Callable[..., None]) -> Callable[..., None]:
        known = signature(asked).parameters
        mine = [known[name].replace(kind=Parameter.KEYWORD_ONLY) for name in options]
        whole = signature(command)
        parameters = [each for own in whole.parameters.values() for each in (mine if own.name == "request" else [own])]

        @wraps(command)
        def run(**values: Any) -> None:
            request = asked(**{name: values.pop(name) for name in options})
            command(**values, request=request)

        # Typer reads these
        run.__signature__ = whole.replace(parameters=parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {each.name: each.annotation for each in parameters}
        return run

    return given


def asked(
    library: o.Libraries = [],
    method: o.MethodName = None,
    price_year: o.PriceYear = None,
    contract_value: o.ContractValue = None,
    start: o.Start = None,
    years: o.Years = None,
    place: o.PlaceName = None,
    investment: o.Investments = [],
    sheet: o.Sheets = [],
    column: o.Columns = [],
    date_order: o.DateOrder = None,
    limit: o.Limits = [],
    reading: o.ReadingFile = None,
) -> "Request":
    """The request made from the options that decide a figure; exits where the file of ``--reading`` cannot be used."""
    from sv_cli.commands.outcome import Refused
    from sv_cli.commands.parts import Request
    from sv_cli.commands.reading import read_options
    from sv_cli.model.bids import Contract

    facts = {"value": contract_value, "start": start, "years": years, "place": place, "costs": _costs(investment)}
    known: dict[str, Any] = {name: fact for name, fact in facts.items() if fact is not None}
    try:
        how = read_options(
            reading,
            tuple(sheet),
            dict(each.split("=", 1) for each in column),
            date_order,
            {name: int(most) for name, most in (each.split("=", 1) for each in limit)},
            known,
        )
    except Refused as refused:
        finish(refused.outcome)
    return Request(tuple(library), method, price_year, Contract(**known), how)


def _costs(investments: Sequence[tuple[Decimal, str | None]]) -> "tuple[Cost, ...] | None":
    """The costs of ``--investment``, each with its year of the contract or of the calendar, if any; None for none."""
    from sv_cli.model.bids import Cost, Period

    def period(year: str | None) -> Period | None:
        if year is None:
            return None
        if len(year) < len("2026"):
            return Period(f"year {year}", number=int(year))
        return Period(year, calendar=int(year[:4]), financial="/" in year)

    return tuple(Cost(amount, period(year)) for amount, year in investments) or None


def destination(format_name: str | None, output: Path | None, force: bool, *, several: bool) -> "Destination":
    """Format and file of a report of one valuation, or of ``several`` side by side, which have fewer formats."""
    from sv_cli.reports.formats import SCORE, SIDE_BY_SIDE, SUFFIXES

    to = format_of(format_name, output, force, SCORE, SUFFIXES, "table")
    if several and to.format_name not in SIDE_BY_SIDE:
        fit = ", ".join(SIDE_BY_SIDE)
        said = f"{to.format_name} shows one method; to show several side by side use {fit}"
        raise typer.BadParameter(said, param_hint="'--format'" if format_name else "'--output'")
    return to


def format_of(
    format_name: str | None,
    output: Path | None,
    force: bool,
    formats: Mapping[str, str],
    suffixes: Mapping[str, str],
    default: str,
) -> "Destination":
    """Format and file of any report: the format named, else that of the file's ending, else ``default``.

    An unknown ending is refused (BadParameter), since the program for it could not open the file.
    """
    from sv_cli.commands.written import Destination
    from sv_cli.paths import is_stream
    from sv_cli.reports.formats import FILES

    ending = output.suffix.lower() if output and not is_stream(output) else ""
    if not format_name and ending not in suffixes and ending not in _OF_TEXT:
        said = f"no format has the ending {ending!r}; use one of {', '.join(formats)} with --format"
        raise typer.BadParameter(said, param_hint="'--output'")
    name = format_name or suffixes.get(ending) or default
    if name not in formats:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(formats)}", param_hint="'--format'")
    if output is None and name in FILES:
        raise typer.BadParameter(f"{name} must be written to a file; give one with --output", param_hint="'--format'")
    return Destination(name, output, force)


def screen(*, verbose: bool = False) -> "Screen":
    """The terminal as it is; a pipe gets 100 columns unless COLUMNS says otherwise, and never colour."""
    from sv_cli.reports.screen import Screen

    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size((_PIPED, 24)).columns if terminal or "COLUMNS" in os.environ else _PIPED
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "")
    return Screen(max(width, _NARROWEST), colour, encoding.startswith("utf"), verbose)


def finish(outcome: "Outcome") -> NoReturn:
    """Print the notes to standard error and the result to standard output, and exit with the outcome's code.

    A reader that leaves early (`| head`) does not change the exit code; a full disk does.
    """
    say(sys.stderr, outcome.notes)
    error = say(sys.stdout, outcome.text, *outcome.pieces)
    raise typer.Exit(int(outcome.exit_code) if error is None else untaken(error))


def untaken(error: OSError) -> int:
    """Report that standard output could not be written, and give the exit code for that."""
    from sv_cli.commands.written import not_written

    outcome = not_written(Path("standard output"), error).outcome
    say(sys.stderr, outcome.notes)
    return int(outcome.exit_code)

"""Owns the options that several commands share: their names, and the parsers of their values.

A parser raises typer.BadParameter for a value that it does not take.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Any

import typer

from sv_cli.argv import proposing
from sv_cli.paths import is_there

_YEAR = re.compile(r"[0-9]{1,2}|20[0-9]{2}(?:/[0-9]{2})?")
_IN_THOUSANDS = r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|-?[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?"

_LIMITS = ("bytes", "unpacked", "rows", "cells", "letters", "sheets", "seconds", "memory")
_MOST = 10**12


def one_of(words: Sequence[str]) -> Callable[[str], str]:
    """A parser that takes one of these words, and no other."""

    def word(text: str) -> str:
        if text not in words:
            raise typer.BadParameter(f"{text!r} is not one of {', '.join(words)}")
        return text

    return word


def amount(text: str) -> Decimal:
    """A sum of pounds as people type it: 1200000, £1,200,000 or 1.2m."""
    cleaned = text.strip().lower().lstrip("£").strip()
    scale = {"k": 1_000, "m": 1_000_000, "bn": 1_000_000_000}
    ending = next((each for each in ("bn", "m", "k") if cleaned.endswith(each)), "")
    number = cleaned.removesuffix(ending).strip()
    try:
        if {",", " "} & set(number) and not re.fullmatch(_IN_THOUSANDS, number):
            raise InvalidOperation  # 1,5 may be one and a half
        amount = Decimal(number.replace(",", "").replace(" ", "")) * scale.get(ending, 1)
    except ArithmeticError:  # no number at all, or one beyond all bounds
        raise typer.BadParameter(f"{text!r} is not an amount; write 1200000, £1,200,000 or 1.2m") from None
    if not amount.is_finite() or amount <= 0:
        raise typer.BadParameter(f"{text!r} is not an amount above zero")
    return amount


def day(text: str) -> date:
    """A day: 2026-04-01 or 1/4/2026 (day first)."""
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"):
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise typer.BadParameter(f"{text!r} is not a day; write 2026-04-01 or 01/04/2026")


def one_format(*names: str) -> Any:
    """The option for the format of a report, one of ``names``."""
    return typer.Option(
        "--format", metavar="NAME", help=f"One of {', '.join(names)}; the default follows --output's ending."
    )


def years(text: str) -> Decimal:
    """A number of years above zero."""
    try:
        years = Decimal(text.strip())
    except InvalidOperation:
        years = Decimal(0)
    if not years.is_finite() or not 0 < years <= 100:  # noqa: PLR2004 - a century
        raise typer.BadParameter(f"{text!r} is not a number of years above 0 and up to 100")
    return years


def column(text: str) -> str:
    """``text`` if it has the form FIELD=HEADING."""
    if "=" not in text:
        raise typer.BadParameter(f"{text!r} is not FIELD=HEADING, such as quantity='Target (total)'")
    return text


def investment(text: str) -> tuple[Decimal, str | None]:
    """A cost, and the year that it falls in where one is named: 50000, £50,000@2 or 50000@2027/28."""
    sum_of, at, year = text.partition("@")
    if at and not _YEAR.fullmatch(year.strip()):
        raise typer.BadParameter(f"{text!r} is not AMOUNT@YEAR, such as 50000@2 or 50000@2027/28")
    return amount(sum_of), year.strip() or None


def limit(text: str) -> str:
    """``text`` if it has the form NAME=NUMBER with the name of a limit of the reader: rows=500000."""
    name, _, most = text.partition("=")
    if name not in _LIMITS or not most.isdecimal() or not most.isascii() or not 0 < int(most) < _MOST:
        raise typer.BadParameter(f"{text!r} is not NAME=NUMBER, with a name of {', '.join(_LIMITS)}")
    return text


def date_order(text: str) -> str:
    """``dmy`` or ``mdy``: which comes first in a date such as 03/04/26."""
    if text not in ("dmy", "mdy"):
        raise typer.BadParameter(f"{text!r} is neither dmy (day first) nor mdy (month first)")
    return text


def of_this_machine(path: Path) -> Path:
    """``path``; raises BadParameter for an address, which would seem to be a file that is not there."""
    scheme, colon, _ = path.parts[0].partition(":") if path.parts else ("", "", "")
    if colon and len(path.parts) > 1 and scheme.isalnum() and len(scheme) > 1 and not is_there(path):
        raise typer.BadParameter("this is an address; copy the bid to this machine, or score it with `sv batch`")
    return path


# readable=False: whoever opens a file has a better message for one that cannot be read
BidPath = Annotated[
    Path,
    typer.Argument(
        metavar="BID", readable=False, callback=of_this_machine, help="The bid: a spreadsheet or CSV of commitments."
    ),
]
Libraries = Annotated[
    list[Path],
    typer.Option(
        "--library",
        metavar="PATH",
        readable=False,
        help="A YAML file or folder to use as an overlay on the library; repeatable.",
    ),
]
MethodName = Annotated[
    str | None,
    typer.Option(
        "--method",
        metavar="NAME",
        autocompletion=proposing.methods,
        help="The valuation method, from `sv methods list`; the default is the library's.",
    ),
]
MethodNames = Annotated[
    list[str],
    typer.Option(
        "--method",
        metavar="NAME",
        autocompletion=proposing.methods,
        help="The valuation method, from `sv methods list`; the default is the library's. Repeat it to "
        "compare methods.",
    ),
]
Investments = Annotated[
    list[Any],
    typer.Option(
        "--investment",
        parser=investment,
        metavar="AMOUNT[@YEAR]",
        help="The investment, instead of the bid's own costs, for ratios and payback: 50000, or 50000@2 for year 2, or "
        "50000@2027/28; repeatable.",
    ),
]
PriceYear = Annotated[
    str | None,
    typer.Option(
        metavar="YEAR", help="The price year of the report, such as 2025 or 2025/26; the default is the library's."
    ),
]
ContractValue = Annotated[
    Decimal | None,
    typer.Option(parser=amount, metavar="AMOUNT", help="The contract's value in £, instead of the bid's own."),
]
Start = Annotated[
    date | None,
    typer.Option(parser=day, metavar="DAY", help="The contract's start date, instead of the bid's own."),
]
Years = Annotated[
    Decimal | None,
    typer.Option(parser=years, metavar="N", help="The contract's length in years, instead of the bid's own."),
]
PlaceName = Annotated[
    str | None,
    typer.Option(
        "--place",
        metavar="PLACE",
        autocompletion=proposing.places,
        help="The contract's region or country, such as North East, or its ONS code, instead of the bid's own.",
    ),
]
Sheets = Annotated[list[str], typer.Option("--sheet", metavar="NAME", help="Read only this sheet; repeatable.")]
Columns = Annotated[
    list[str],
    typer.Option(
        "--column",
        parser=column,
        metavar="FIELD=HEADING",
        help="Name the column for a field, such as quantity='Target (total)'; repeatable.",
    ),
]
DateOrder = Annotated[
    str | None,
    typer.Option(parser=date_order, metavar="ORDER", help="Read 03/04/26 as day first (dmy) or month first (mdy)."),
]
Limits = Annotated[
    list[str],
    typer.Option(
        "--limit",
        parser=limit,
        metavar="NAME=NUMBER",
        help="Raise or lower a reading limit: bytes, unpacked, rows, cells, letters, sheets, seconds, memory; "
        "repeatable.",
    ),
]
ReadingFile = Annotated[
    Path | None,
    typer.Option(
        "--reading",
        metavar="FILE",
        readable=False,
        help="A YAML file of columns, sheets, date_order and limits for reading bids.",
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", readable=False, help="Write the result to this file.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace the output file if it exists.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Also show notes.")]

"""Owns the valuation as CSV: one row a commitment, one column a fact, safe to open in a spreadsheet program."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from io import StringIO
from itertools import chain, islice

from sv_cli.findings.many import codes_of_rows
from sv_cli.model.valuations import Line, Valuation
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import visible
from sv_cli.valuation.money import PENNY

COLUMNS = (
    "file",
    "sheet",
    "row",
    "ref",
    "proxy",
    "title",
    "theme",
    "description",
    "quantity",
    "unit",
    "valued",
    "unit_value",
    "gross",
    "net",
    "present_value",
    "price_year",
    "method",
    "findings",
)
_FORMULA = (*"=+-@", *"\uff1d\uff0b\uff0d\uff20")  # some programs run full-width signs as well
_PIECE = 1_000


def render(valuation: Valuation, _screen: Screen) -> Iterator[str]:
    """The table as CSV text with a header row, in pieces; a missing amount is an empty cell."""
    return table_of((valuation,))


def table_of(valuations: Iterable[Valuation]) -> Iterator[str]:
    """One table of several valuations, the rows of one below those of another; a column names the method.

    The text is in pieces of a thousand rows, so that no more than one is in memory.
    """
    rows = chain((COLUMNS,), *map(_rows, valuations))
    return iter(lambda: as_text(islice(rows, _PIECE)), "")


def as_text(rows: Iterable[Sequence[str]]) -> str:
    """``rows`` as CSV text."""
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _rows(valuation: Valuation) -> Iterator[list[str]]:
    codes = codes_of_rows(valuation.findings)
    again = lru_cache(maxsize=1024)(as_cell)  # for texts that are the same in many rows
    for line in valuation.lines:
        commitment = line.commitment
        yield _row(line, valuation, codes.get(commitment.line, ""), again)


def _row(line: Line, valuation: Valuation, codes: str, again: Callable[[str], str]) -> list[str]:
    commitment, proxy = line.commitment, line.proxy
    return [
        again(valuation.bid.file),
        again(commitment.sheet),
        str(commitment.row),
        again(commitment.reference or ""),
        proxy.id if proxy else "",
        again(proxy.title if proxy else ""),
        proxy.theme if proxy else "",
        as_cell(commitment.description),
        _plain(line.quantity if line.valued else commitment.quantity),
        again(proxy.unit if proxy and line.valued else commitment.unit or commitment.unit_text or ""),
        "true" if line.valued else "false",
        _money(line.unit_value),
        _money(line.gross),
        _money(line.net),
        _money(line.present),
        valuation.price_year,
        valuation.method.id,
        codes,
    ]


def as_cell(text: str) -> str:
    """Text for a cell: one line, nothing unseen, and an apostrophe before what a program would run as a formula."""
    if text[:1].isalnum() and text.isprintable():  # as most texts are
        return text
    flat = visible(" ".join(text.splitlines()).replace("\t", " "))
    return f"'{flat}" if flat.lstrip(" ").startswith(_FORMULA) else flat


def _money(amount: Decimal | None) -> str:
    return "" if amount is None else str(amount.quantize(PENNY, ROUND_HALF_UP))


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"

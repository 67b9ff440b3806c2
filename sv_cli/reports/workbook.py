"""Owns the report as a workbook for a spreadsheet program: numbers as numbers, and no text that it would run.

The amounts are those of the valuation and not formulas: what is added up here was added up before.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sv_cli import __version__
from sv_cli.model.valuations import Line, Valuation
from sv_cli.reports.cited_sources import cited_sources
from sv_cli.reports.csv import codes_of_rows
from sv_cli.reports.screen import Screen
from sv_cli.reports.sentences import (
    contract_sentence,
    facts_of,
    findings_sentence,
    headline_sentence,
    library_sentence,
    method_sentence,
    returns_sentence,
    table_sentences,
    title_of,
    where_of,
)
from sv_cli.reports.sums import Sum, kind_sums, theme_sums
from sv_cli.reports.words import description_of, reference_of, replaced_mark, shown, unit_of
from sv_cli.workbooks.file import new_book, saved
from sv_cli.workbooks.looks import (
    AMBER,
    BELOW,
    INK,
    MUTED,
    NAVY,
    PALE,
    POUNDS,
    fill,
    font,
    header,
    printed,
    put,
    title,
    widths,
    written,
)

_QUANTITY = "#,##0.###"
_SHARE = '0.0" %"'
_LEFT = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
_RIGHT = Alignment(horizontal="right", vertical="top", indent=1)
_LINE_HEIGHT, _INDENT = 15, 4
_PENNY = Decimal("0.01")
_LINES = (
    ("Sheet", 20), ("Row", 9), ("Commitment", 52), ("Proxy", 34), ("Quantity", 14), ("Unit", 14), ("Unit value", 15),
    ("Gross", 18), ("Net", 18), ("Present value", 18), ("Valued", 14), ("Findings", 14),
)  # fmt: skip
_FINDINGS = (("Severity", 12), ("Code", 10), ("Name", 26), ("Where", 34), ("What", 62), ("What to do", 62))
_SOURCES = (("Publication", 62), ("Where in it", 46), ("Licence", 18), ("Used for", 22), ("Address", 60))
_FORMULA = ("=", "+", "-", "@")


def render(valuation: Valuation, screen: Screen) -> bytes:  # noqa: ARG001 - every format is called alike
    """The whole report as an xlsx file."""
    book = new_book(f"Social value: {title_of(valuation)}")
    summary: Worksheet = book.active
    summary.title = "Summary"
    _draw_summary(summary, valuation)
    sheets: Sequence[tuple[str, Callable[[Worksheet, Valuation], None]]] = (
        ("Lines", _draw_lines),
        ("Findings", _draw_findings),
        ("Sources", _draw_sources),
    )
    for name, draw in sheets:
        draw(book.create_sheet(name), valuation)
    for page in book:
        page.sheet_view.showGridLines = False
    return saved(book)


def _draw_summary(page: Worksheet, valuation: Valuation) -> None:
    title(page, "Social value report", f"Worked out from published figures by sv {__version__}")
    widths(page, 36, 20, 12, 60)
    _say(page, 4, title_of(valuation), font=font(14, bold=True))
    _say(page, 5, headline_sentence(valuation), font=font(14, bold=True, colour=NAVY), fill=fill(PALE))
    row = 6
    found = findings_sentence(valuation.findings)
    for said in (contract_sentence(valuation), returns_sentence(valuation), found and f"Findings: {found}"):
        if said:
            _say(page, row, said, fill=fill(PALE))
            row += 1
    row = _totals(page, row + 1, valuation)
    for heading, sums in (("Theme", theme_sums(valuation)), ("Value kind", kind_sums(valuation))):
        row = _sums(page, row + 1, heading, sums)
    row = _facts(page, row + 1, valuation)
    for said in (*table_sentences(valuation), method_sentence(valuation), library_sentence(valuation)):
        _say(page, row, said, font=font(colour=MUTED))
        row += 1
    printed(page, across=False)


def _say(page: Worksheet, row: int, text: str, **looks: Any) -> None:
    """A sentence across the sheet, as high as it needs."""
    page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=4)
    cell = _text(page, row, 1, text)
    for name, look in ({"font": font(), "alignment": _LEFT} | looks).items():
        setattr(cell, name, look)
    page.row_dimensions[row].height = _height(text, 128)


def _totals(page: Worksheet, row: int, valuation: Valuation) -> int:
    totals = valuation.totals
    header(page, row, ["Total of the valued lines", "Amount"], frozenset({2}))
    for name, amount in (("Gross", totals.gross), ("Net", totals.net), ("Present value", totals.present)):
        row += 1
        _text(page, row, 1, name)
        _number(page, row, 2, amount, POUNDS)
    return row + 1


def _sums(page: Worksheet, row: int, heading: str, sums: Iterable[Sum]) -> int:
    header(page, row, [heading, "Present value", "Share"], frozenset({2, 3}))
    for each in sums:
        row += 1
        _text(page, row, 1, each.name)
        _number(page, row, 2, each.amount, POUNDS)
        _number(page, row, 3, each.per_cent, _SHARE)
    return row + 1


def _facts(page: Worksheet, row: int, valuation: Valuation) -> int:
    header(page, row, ["The bid", ""])
    page.merge_cells(start_row=row, start_column=2, end_row=row, end_column=4)
    for name, fact in (*facts_of(valuation), ("sha256", valuation.bid.sha256)):
        row += 1
        page.merge_cells(start_row=row, start_column=2, end_row=row, end_column=4)
        _text(page, row, 1, name)
        _text(page, row, 2, fact)
    return row + 2


def _draw_lines(page: Worksheet, valuation: Valuation) -> None:
    _headed(page, _LINES, numbers=frozenset({2, 5, 7, 8, 9, 10}))
    codes = codes_of_rows(valuation)
    for row, line in enumerate(valuation.lines, start=2):
        told = codes.get((line.commitment.sheet, line.commitment.row), ())
        _line(page, row, line, valuation, " ".join(dict.fromkeys(told)))
    last = len(valuation.lines) + 2
    _text(page, last, 3, "Total").font = font(bold=True)
    totals = valuation.totals
    for column, amount in ((8, totals.gross), (9, totals.net), (10, totals.present)):
        _number(page, last, column, amount, POUNDS).font = font(bold=True)
    _finished(page, _LINES)
    page.auto_filter.ref = f"A1:{get_column_letter(len(_LINES))}{last - 1}"


def _line(page: Worksheet, row: int, line: Line, valuation: Valuation, told: str) -> None:
    mark = replaced_mark(line.proxy) if line.proxy else ""
    texts = (
        (1, line.commitment.sheet),
        (3, description_of(line) or "(no description)"),
        (4, f"{reference_of(line)}{mark}"),
        (6, unit_of(line, valuation.units)),
        (11, "yes" if line.valued else "not valued"),
        (12, told),
    )
    for column, text in texts:
        _text(page, row, column, text)
    _number(page, row, 2, Decimal(line.commitment.row), "0")
    _number(page, row, 5, line.quantity if line.valued else line.commitment.quantity, _QUANTITY)
    for column, amount in enumerate((line.unit_value, line.gross, line.net, line.present), start=7):
        _number(page, row, column, amount, POUNDS)
    if not line.valued:
        page.cell(row, 11).font = font(bold=True, colour=AMBER)


def _draw_findings(page: Worksheet, valuation: Valuation) -> None:
    _headed(page, _FINDINGS)
    for row, each in enumerate(valuation.findings, start=2):
        texts = (each.severity.value, each.code, each.name, where_of(each, valuation.bid), each.message, each.help)
        for column, text in enumerate(texts, start=1):
            _text(page, row, column, text)
    _finished(page, _FINDINGS)
    page.auto_filter.ref = f"A1:{get_column_letter(len(_FINDINGS))}{len(valuation.findings) + 1}"


def _draw_sources(page: Worksheet, valuation: Valuation) -> None:
    _headed(page, _SOURCES)
    for row, each in enumerate(cited_sources(valuation), start=2):
        for column, text in enumerate((each.cited, each.places, each.licence, each.used, each.url), start=1):
            _text(page, row, column, text)
    _finished(page, _SOURCES)


def _headed(page: Worksheet, columns: Sequence[tuple[str, int]], numbers: frozenset[int] = frozenset()) -> None:
    header(page, 1, [name for name, _ in columns], numbers)
    widths(page, *(width for _, width in columns))
    page.freeze_panes = "A2"
    printed(page, repeated=1)


def _finished(page: Worksheet, columns: Sequence[tuple[str, int]]) -> None:
    """Lines below the rows, each as high as its longest text wants."""
    for cells in page.iter_rows(min_row=2, max_col=len(columns)):
        texts = [
            (cell.value if isinstance(cell.value, str) else "", width)
            for cell, (_, width) in zip(cells, columns, strict=True)
        ]
        page.row_dimensions[cells[0].row].height = max(_height(text, width) for text, width in texts)
        for cell in cells:
            cell.border = BELOW


def _height(text: str, width: int) -> int:
    """How high a cell of ``width`` characters must be, so that no program has to work it out."""
    return _INDENT + _LINE_HEIGHT * (1 + max(len(text) - 1, 0) // (width - _INDENT))


def _text(page: Worksheet, row: int, column: int, text: str) -> Any:
    """Text as text: nothing unseen in it, and marked as typed where it begins as a formula does."""
    cell = put(page, row, column, shown(text))
    cell.font, cell.alignment = font(colour=INK), _LEFT
    cell.quotePrefix = str(cell.value).startswith(_FORMULA)
    return cell


def _number(page: Worksheet, row: int, column: int, value: Decimal | None, form: str) -> Any:
    rounded = value if value is None or form != POUNDS else value.quantize(_PENNY, ROUND_HALF_UP)
    cell = written(page, f"{get_column_letter(column)}{row}", rounded)
    cell.number_format, cell.alignment = form, _RIGHT
    return cell

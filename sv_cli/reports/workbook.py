"""Owns the report as a workbook for a spreadsheet program: numbers as numbers, and no text that it would run.

The amounts are those of the valuation and not formulas: what is added up here was added up before.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
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
from sv_cli.workbooks.rows import Row

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
_TEXT, _QUOTED, _AMBER = "text", "quoted", "amber"
_VALUED = (_TEXT, "0", _TEXT, _TEXT, _QUANTITY, _TEXT, POUNDS, POUNDS, POUNDS, POUNDS, _TEXT, _TEXT)
_UNVALUED = (*_VALUED[:10], _AMBER, _TEXT)
_TEXT_COLUMNS = (0, 2, 3, 5, 10, 11)
_TEXT_WIDTHS = tuple(_LINES[at][1] for at in _TEXT_COLUMNS)

_Texts = tuple[str, str, str, str, str, str]
"""Sheet, commitment, proxy, unit, whether it is valued, codes of findings."""


def render(valuation: Valuation, screen: Screen) -> bytes:  # noqa: ARG001 - every format is called alike
    """The whole report as an xlsx file."""
    book = new_book(f"Social value: {title_of(valuation)}")
    summary: Worksheet = book.active
    summary.title = "Summary"
    _draw_summary(summary, valuation)
    lines: Worksheet = book.create_sheet("Lines")
    _draw_lines(lines, valuation)
    _draw_findings(book.create_sheet("Findings"), valuation)
    _draw_sources(book.create_sheet("Sources"), valuation)
    for page in book:
        page.sheet_view.showGridLines = False
    return saved(book, {lines.title: _rows(valuation)})


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
    for row in _firsts(valuation):
        _draw_row(page, row)
    last = len(valuation.lines) + 2
    _text(page, last, 3, "Total").font = font(bold=True)
    totals = valuation.totals
    for column, amount in ((8, totals.gross), (9, totals.net), (10, totals.present)):
        _number(page, last, column, amount, POUNDS).font = font(bold=True)
    _finished(page, _LINES, first=last)
    page.auto_filter.ref = f"A1:{get_column_letter(len(_LINES))}{last - 1}"


def _draw_row(page: Worksheet, row: Row) -> None:
    for column, (look, value) in enumerate(zip(row.looks, row.values, strict=True), start=1):
        if isinstance(value, str):
            cell = _put(page, row.number, column, value)
        else:
            cell = _number(page, row.number, column, value, look)
        if look == _AMBER:
            cell.font = font(bold=True, colour=AMBER)
        cell.border = BELOW
    page.row_dimensions[row.number].height = row.height


def _firsts(valuation: Valuation) -> Iterator[Row]:
    """Of the `_rows` the first of each look."""
    seen = set()
    for number, (line, texts) in enumerate(_told(valuation), start=2):
        looks = _looks(line, texts)
        if looks not in seen:
            seen.add(looks)
            yield _row(number, line, texts)


def _rows(valuation: Valuation) -> Iterator[Row]:
    """The row of each line, below the headings."""
    return (_row(number, line, texts) for number, (line, texts) in enumerate(_told(valuation), start=2))


def _row(number: int, line: Line, texts: _Texts) -> Row:
    sheet, what, proxy, unit, state, codes = texts
    row, quantity = Decimal(line.commitment.row), line.quantity if line.valued else line.commitment.quantity
    amounts = map(_pence, (line.unit_value, line.gross, line.net, line.present))
    values = (sheet, row, what, proxy, quantity, unit, *amounts, state, codes)
    return Row(number, max(map(_height, texts, _TEXT_WIDTHS)), _looks(line, texts), values)


def _told(valuation: Valuation) -> Iterator[tuple[Line, _Texts]]:
    """Each line with the texts of its row."""
    codes = codes_of_rows(valuation)
    again = lru_cache(maxsize=1024)(shown)  # for texts that come again and again
    for line in valuation.lines:
        mark = replaced_mark(line.proxy) if line.proxy else ""
        told = codes.get((line.commitment.sheet, line.commitment.row), ())
        yield (
            line,
            (
                again(line.commitment.sheet),
                shown(description_of(line) or "(no description)"),
                again(f"{reference_of(line)}{mark}"),
                again(unit_of(line, valuation.units)),
                "yes" if line.valued else "not valued",
                again(" ".join(dict.fromkeys(told))),
            ),
        )


def _looks(line: Line, texts: _Texts) -> tuple[str, ...]:
    """How each cell of a line looks: a number by its format."""
    looks = _VALUED if line.valued else _UNVALUED
    if not any(text.startswith(_FORMULA) for text in texts):
        return looks
    quoted = {at for at, text in zip(_TEXT_COLUMNS, texts, strict=True) if text.startswith(_FORMULA)}
    return tuple(_QUOTED if at in quoted else look for at, look in enumerate(looks))


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


def _finished(page: Worksheet, columns: Sequence[tuple[str, int]], first: int = 2) -> None:
    """Lines below the rows from ``first`` on, each as high as its longest text wants."""
    for cells in page.iter_rows(min_row=first, max_col=len(columns)):
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
    return _put(page, row, column, shown(text))


def _put(page: Worksheet, row: int, column: int, text: str) -> Any:
    cell = put(page, row, column, text)
    cell.font, cell.alignment = font(colour=INK), _LEFT
    cell.quotePrefix = str(cell.value).startswith(_FORMULA)
    return cell


def _pence(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else amount.quantize(_PENNY, ROUND_HALF_UP)


def _number(page: Worksheet, row: int, column: int, value: Decimal | None, form: str) -> Any:
    rounded = _pence(value) if form == POUNDS else value
    cell = written(page, f"{get_column_letter(column)}{row}", rounded)
    cell.number_format, cell.alignment = form, _RIGHT
    return cell

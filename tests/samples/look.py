"""Owns the look of the sample workbooks, and that saving them twice gives the same bytes."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

_SAVED = datetime(2026, 2, 27, 16, 40, tzinfo=UTC)
_HAIR = Side(style="hair", color="808080")
_THIN = Side(style="thin", color="404040")


class Look:
    """A house style: one dark and one pale colour, and a typeface."""

    def __init__(self, dark: str, pale: str, font: str = "Calibri") -> None:
        self.dark, self.pale, self.font = dark, pale, font

    def banner(self, sheet: Any, name: str, strapline: str, width: int) -> None:
        """The logo row: a coloured band across ``width`` columns with the name, and a line below it."""
        for row, text, size, bold in ((1, name, 20, True), (2, strapline, 10, False)):
            sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
            cell = sheet.cell(row, 1, text)
            cell.fill = PatternFill("solid", fgColor=self.dark)
            cell.font = Font(name=self.font, size=size, bold=bold, italic=not bold, color="FFFFFF")
            cell.alignment = Alignment(vertical="center", indent=1)
        sheet.row_dimensions[1].height = 34
        sheet.row_dimensions[2].height = 18

    def title(self, sheet: Any, row: int, text: str) -> None:
        """A heading above a block."""
        sheet.cell(row, 1, text).font = Font(name=self.font, size=14, bold=True, color=self.dark)
        sheet.row_dimensions[row].height = 24

    def facts(self, sheet: Any, row: int, facts: Sequence[tuple[str, Any]], column: int = 1) -> None:
        """Labels with their values to the right, from ``row`` down."""
        for number, (label, value) in enumerate(facts, start=row):
            sheet.cell(number, column, label).font = Font(name=self.font, bold=True)
            cell = sheet.cell(number, column + 1, value)
            cell.font = Font(name=self.font)
            cell.alignment = Alignment(horizontal="left", vertical="center")
            sheet.row_dimensions[number].height = 17
            if isinstance(value, datetime):
                cell.number_format = "d mmmm yyyy"
            elif isinstance(value, int | float) and value > 1000:
                cell.number_format = '"£"#,##0'

    def heading(self, sheet: Any, row: int, names: Sequence[str | None], column: int = 1) -> None:
        """The heading row of a table."""
        for number, name in enumerate(names, start=column):
            cell = sheet.cell(row, number, name)
            cell.fill = PatternFill("solid", fgColor=self.dark)
            cell.font = Font(name=self.font, bold=True, color="FFFFFF")
            cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
            cell.border = Border(left=_HAIR, right=_HAIR, top=_THIN, bottom=_THIN)
        sheet.row_dimensions[row].height = 36 if any(name and "\n" in name for name in names) else 26

    def rows(self, sheet: Any, row: int, rows: Sequence[Sequence[Any]], column: int = 1) -> int:
        """Rows of a table, wrapped and ruled; gives the row below the last."""
        for at, values in enumerate(rows, start=row):
            for place, value in enumerate(values, start=column):
                cell = sheet.cell(at, place, value)
                cell.font = Font(name=self.font)
                cell.border = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)
                number = isinstance(value, int | float) or str(value).startswith("=")
                side = "right" if number else "left"
                cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal=side, indent=1)
                if number:
                    cell.number_format = "#,##0.##" if isinstance(value, float) else "#,##0"
        return row + len(rows)

    def band(self, sheet: Any, row: int, values: Sequence[Any]) -> None:
        """A shaded row: a section's name, a subtotal or a total."""
        for place, value in enumerate(values, start=1):
            cell = sheet.cell(row, place, value)
            cell.fill = PatternFill("solid", fgColor=self.pale)
            cell.font = Font(name=self.font, bold=True)
            cell.border = Border(top=_THIN, bottom=_THIN)
            side = "right" if isinstance(value, int | float) or str(value).startswith("=") else "left"
            cell.alignment = Alignment(horizontal=side, vertical="center", indent=1)
            cell.number_format = "#,##0"
        sheet.row_dimensions[row].height = 20

    def notes(self, sheet: Any, row: int, notes: Sequence[str], width: int) -> None:
        """Paragraphs across ``width`` columns."""
        for number, note in enumerate(notes, start=row):
            sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=width)
            cell = sheet.cell(number, 1, note)
            cell.font = Font(name=self.font, italic=True, color="404040")
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            sheet.row_dimensions[number].height = 17 * (1 + len(note) // 130)


def laid_out(sheet: Any, widths: Sequence[int], freeze: str | None = None) -> None:
    """Column widths, what stays in view, and a landscape page that the sheet fits across."""
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = freeze
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def tall(sheet: Any, rows: range, height: int) -> None:
    """The height of rows of wrapped text."""
    for row in rows:
        sheet.row_dimensions[row].height = height


def merged(sheet: Any, first: int, last: int, column: int = 1) -> None:
    """One cell over several rows, its text in the middle."""
    sheet.merge_cells(start_row=first, start_column=column, end_row=last, end_column=column)
    sheet.cell(first, column).alignment = Alignment(vertical="center", horizontal="left", wrap_text=True, indent=1)


def saved(book: Workbook, author: str, results: Mapping[str, Mapping[str, float]]) -> bytes:
    """The workbook's bytes, the same every time; ``results`` are what its formulas come to, by sheet and cell.

    A spreadsheet program stores the result of a formula beside it; openpyxl does not, so it is put in here.
    """
    book.properties.creator = author
    book.properties.created = book.properties.modified = _SAVED.replace(tzinfo=None)
    plain = BytesIO()
    book.save(plain)
    done = BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(done, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2026-02-27T16:40:00Z", content)
            found = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
            if found:
                content = _with_results(content, results.get(book.sheetnames[int(found[1]) - 1], {}))
            new.writestr(zipfile.ZipInfo(name, _SAVED.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return done.getvalue()


def _with_results(xml: bytes, results: Mapping[str, float]) -> bytes:
    for cell, value in results.items():
        pattern = rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)<v ?/>'.encode()
        xml, count = re.subn(pattern, rf"\g<1><v>{value:.15g}</v>".encode(), xml)
        if count == 0:
            pattern = rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)<v></v>'.encode()
            xml, count = re.subn(pattern, rf"\g<1><v>{value:.15g}</v>".encode(), xml)
        if count != 1:
            raise ValueError(f"no formula in {cell}")
    return xml

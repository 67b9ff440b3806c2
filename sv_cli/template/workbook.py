"""Owns the workbook as a whole: its sheets, which of them are hidden, and its bytes, the same for the same content."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from sv_cli.template.commitments import draw_commitments
from sv_cli.template.content import Content
from sv_cli.template.formulas import SHEET, WORKINGS, Formulas
from sv_cli.template.guidance import draw_guidance
from sv_cli.template.lists import LISTS, PROXIES, VALUES, draw_lists, draw_proxies, draw_values
from sv_cli.workbooks.looks import protect
from sv_cli.workbooks.style import AUTHOR, EPOCH, LINE, NAVY

_MOMENT = re.compile(rb">\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<")


def workbook(content: Content) -> bytes:
    """The blank workbook as an xlsx file."""
    book = Workbook()
    book.properties.title, book.properties.creator = "Social value commitments", AUTHOR
    book.properties.language = "en-GB"
    book.properties.created = book.properties.modified = EPOCH
    book.calculation.fullCalcOnLoad = True
    guidance: Worksheet = book.active
    guidance.title = "Guidance"
    draw_guidance(guidance, content)
    draw_commitments(book.create_sheet(SHEET), content)
    draw_proxies(book.create_sheet(PROXIES), content)
    for name, draw in ((LISTS, draw_lists), (VALUES, draw_values), (WORKINGS, _draw_workings)):
        draw(book.create_sheet(name), content)
        book[name].sheet_state = "hidden"
    for page in book:
        page.sheet_view.showGridLines = False
        page.sheet_properties.tabColor = NAVY if page.title == SHEET else LINE
    book.active = book.sheetnames.index(SHEET)
    guidance.sheet_view.tabSelected = False
    return _saved(book)


def _draw_workings(page: Worksheet, content: Content) -> None:
    formulas = Formulas(content)
    for row in range(formulas.first, formulas.last + 1):
        for column, formula in enumerate(formulas.workings(row), start=1):
            page.cell(row, column, formula)
    protect(page)


def _saved(book: Workbook) -> bytes:
    """The workbook as an xlsx file, without the time of its making."""
    file, undated = BytesIO(), BytesIO()
    book.save(file)
    with ZipFile(file) as made, ZipFile(undated, "w", ZIP_DEFLATED) as kept:
        for name in made.namelist():
            part = made.read(name)
            if name == "docProps/core.xml":
                part = _MOMENT.sub(f">{EPOCH:%Y-%m-%dT%H:%M:%SZ}<".encode(), part)
            entry = ZipInfo(name, EPOCH.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            kept.writestr(entry, part)
    return undated.getvalue()

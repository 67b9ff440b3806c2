"""Owns the workbook as a whole: its sheets in order, and which of them are seen."""

from openpyxl.worksheet.worksheet import Worksheet

from sv_cli.template.commitments import draw_commitments
from sv_cli.template.content import Content
from sv_cli.template.formulas import SHEET, WORKINGS, Formulas
from sv_cli.template.guidance import draw_guidance
from sv_cli.template.lists import LISTS, PROXIES, VALUES, draw_lists, draw_proxies, draw_values
from sv_cli.workbooks.file import new_book, saved
from sv_cli.workbooks.looks import protect
from sv_cli.workbooks.style import LINE, NAVY


def workbook(content: Content) -> bytes:
    """The blank workbook as an xlsx file."""
    book = new_book("Social value commitments")
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
    return saved(book)


def _draw_workings(page: Worksheet, content: Content) -> None:
    formulas = Formulas(content)
    for row in range(formulas.first, formulas.last + 1):
        for column, formula in enumerate(formulas.workings(row), start=1):
            page.cell(row, column, formula)
    protect(page)

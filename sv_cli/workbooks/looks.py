"""Owns the formatting of workbooks that openpyxl writes, by the colours and measures of `style`."""

from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from sv_cli.workbooks import style

UNLOCKED = Protection(locked=False)
_LINE = Side(style="thin", color=style.LINE)
BELOW = Border(bottom=_LINE)
BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
WRAPPED = Alignment(wrap_text=True, vertical="top")
CENTRED = Alignment(horizontal="left", wrap_text=True, vertical="center", indent=1)
NUMBERED = Alignment(horizontal="right", vertical="center", indent=1)


def font(size: int = 11, *, bold: bool = False, colour: str = style.INK) -> Font:
    """The workbook's font."""
    return Font(name=style.FONT, size=size, bold=bold, color=colour)


def fill(colour: str) -> PatternFill:
    """A plain background."""
    return PatternFill("solid", start_color=colour, end_color=colour)


def written(page: Worksheet, address: str, value: Any, **looks: Any) -> Any:
    """Write one cell with these attributes (fill, border, …); the font is the workbook's unless another is given."""
    cell = page[address]
    cell.value = value
    for name, look in ({"font": font()} | looks).items():
        setattr(cell, name, look)
    return cell


def put(page: Worksheet, row: int, column: int, value: Any) -> Any:
    """Write a value into a cell; a text stays a text, even if it looks like a formula."""
    cell = page.cell(row, column)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", " ".join(value.split())) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


def title(page: Worksheet, text: str, below: str) -> None:
    """The sheet's title and the sentence below it."""
    written(page, "A1", text, font=font(20, bold=True, colour=style.NAVY), alignment=Alignment(vertical="center"))
    written(page, "A2", below, font=font(11, colour=style.MUTED))
    page.row_dimensions[1].height = style.TITLE_HEIGHT


def header(page: Worksheet, row: int, names: list[str], numbers: frozenset[int] = frozenset()) -> None:
    """Write a row of headings, white on navy; those of the columns in ``numbers`` (from 1) are aligned to the right."""
    for column, name in enumerate(names, start=1):
        cell = page.cell(row, column, name)
        cell.font = font(11, bold=True, colour=style.WHITE)
        cell.fill = fill(style.NAVY)
        cell.border = BOX
        side = "right" if column in numbers else "left"
        cell.alignment = Alignment(horizontal=side, wrap_text=True, vertical="center", indent=1)
    page.row_dimensions[row].height = style.HEADER_HEIGHT


def widths(page: Worksheet, *columns: float) -> None:
    """The widths of the columns from A on, in characters."""
    for number, width in enumerate(columns):
        page.column_dimensions[chr(ord("A") + number)].width = width


def printed(page: Worksheet, repeated: int | None = None, *, across: bool = True) -> None:
    """Print on A4, as wide as the page, with the headings repeated."""
    page.page_setup.orientation = "landscape" if across else "portrait"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins = PageMargins(**style.MARGINS, header=style.FOOTER_MARGIN, footer=style.FOOTER_MARGIN)
    page.oddFooter.left.text, page.oddFooter.right.text = style.FOOT_LEFT, style.FOOT_RIGHT
    if repeated:
        page.print_title_rows = f"{repeated}:{repeated}"


def protect(page: Worksheet) -> None:
    """Protect the sheet from slips: without a password, and columns may still be widened, rows filtered."""
    page.protection.sheet = True
    page.protection.formatColumns = False
    page.protection.formatRows = False
    page.protection.autoFilter = False

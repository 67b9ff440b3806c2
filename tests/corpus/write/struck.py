"""Owns files whose last row is struck through, in the formats that keep it each in its own way."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from tests.corpus.write.xlsx import saved


def struck_xls(*rows: list[Any]) -> Callable[[], bytes]:
    """A maker of an old workbook."""
    return lambda: _xls(rows)


def struck_ods(*rows: list[Any]) -> Callable[[], bytes]:
    """A maker of an OpenDocument spreadsheet."""
    return lambda: _ods(rows)


def _xls(rows: tuple[list[Any], ...]) -> bytes:
    import xlwt

    book = xlwt.Workbook()
    page = book.add_sheet("Commitments")
    plain, struck = xlwt.Style.default_style, xlwt.easyxf("font: struck_out on")
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            page.write(number - 1, column, value, struck if number == len(rows) else plain)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _ods(rows: tuple[list[Any], ...]) -> bytes:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.style import Style, TextProperties
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    gone = Style(name="gone", family="table-cell")
    gone.addElement(TextProperties(textlinethroughstyle="solid"))
    book.automaticstyles.addElement(gone)
    table = Table(name="Commitments")
    for number, row in enumerate(rows, start=1):
        line = TableRow()
        for value in row:
            cell = TableCell(valuetype="string", **({"stylename": gone} if number == len(rows) else {}))
            cell.addElement(P(text=str(value)))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    return saved(book.write)

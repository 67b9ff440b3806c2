"""Owns cells whose look says more than their value: digits set high in an old workbook, numbers shown in thousands."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from tests.corpus.write.xlsx import saved


def raised_xls(*rows: list[Any]) -> Callable[[], bytes]:
    """A maker of an old workbook; a pair of texts is one whose second part is set high."""

    def make() -> bytes:
        import xlwt

        book = xlwt.Workbook()
        page = book.add_sheet("Commitments")
        plain, high = xlwt.Font(), xlwt.Font()
        high.escapement = xlwt.Font.ESCAPEMENT_SUPERSCRIPT
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if isinstance(value, tuple):
                    page.write_rich_text(r, c, [(value[0], plain), (value[1], high)])
                else:
                    page.write(r, c, value)
        file = BytesIO()
        book.save(file)
        return file.getvalue()

    return make


def scaled_ods(*rows: list[Any]) -> Callable[[], bytes]:
    """A maker of a LibreOffice sheet; a pair is a number and how its format shows it."""
    return lambda: _ods(rows)


def _ods(rows: tuple[list[Any], ...]) -> bytes:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    table = Table(name="Commitments")
    for row in rows:
        line = TableRow()
        for value in row:
            number, shown = value if isinstance(value, tuple) else (None, value)
            cell = TableCell(valuetype="string") if number is None else TableCell(valuetype="float", value=number)
            cell.addElement(P(text=shown))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    return saved(book.write)


def inked_ods(
    rows: list[list[Any]], at: tuple[int, int], ink: str, paper: str = "", *, of_column: bool = False
) -> bytes:
    """A LibreOffice sheet with one cell in these colours, of its own or as those of its column, 0-based."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.style import Style, TableCellProperties, TextProperties
    from odf.table import Table, TableCell, TableColumn, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    plain, inked = (Style(name=name, family="table-cell") for name in ("plain", "inked"))
    if paper:
        inked.addElement(TableCellProperties(backgroundcolor=paper))
    inked.addElement(TextProperties(color=ink))
    table = Table(name="Commitments")
    for style in (plain, inked):
        book.automaticstyles.addElement(style)
    for column in range(len(rows[0])):
        is_one = of_column and column == at[1]
        table.addElement(TableColumn(defaultcellstylename=inked if is_one else plain))
    for r, row in enumerate(rows):
        line = TableRow()
        for c, value in enumerate(row):
            number = {"valuetype": "float", "value": value} if isinstance(value, int) else {"valuetype": "string"}
            own = {"stylename": inked} if (r, c) == at else {"stylename": plain}
            cell = TableCell(**number, **({} if of_column and (r, c) == at else own))
            cell.addElement(P(text=str(value)))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    return saved(book.write)

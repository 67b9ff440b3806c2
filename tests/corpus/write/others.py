"""Owns files that are not xlsx: csv, ods (odfpy), xls (xlwt), and record by record xls of Excel 95 and xlsb."""

import csv as csv_module
import struct
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from typing import Any

from tests.corpus.write.notes import excel_95_notes, excel_97_notes, place, record
from tests.corpus.write.values import Formatted, Formula, Sheet, Wrong, sheets_of
from tests.corpus.write.xlsx import saved, zipped


def csv(
    *rows: list[Any], delimiter: str = ",", encoding: str = "utf-8", line_end: str = "\r\n", quoting: int = 0
) -> Callable[[], bytes]:
    """A maker of a delimited text file of these rows."""

    def make() -> bytes:
        file = StringIO()
        csv_module.writer(file, delimiter=delimiter, lineterminator=line_end, quoting=quoting).writerows(rows)
        return file.getvalue().encode(encoding)

    return make


def text(content: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    """A maker of a file with exactly this text."""
    return lambda: content.encode(encoding)


def ods(*pages: Sheet | list[list[Any]]) -> Callable[[], bytes]:
    """A maker of an OpenDocument spreadsheet."""
    return lambda: _ods(sheets_of(pages))


def _ods(sheets: tuple[Sheet, ...]) -> bytes:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.style import Style, TableProperties, TableRowProperties  # noqa: F401 - the latter registers itself
    from odf.table import Table, TableRow

    book = OpenDocumentSpreadsheet()
    unseen = Style(name="unseen", family="table")
    unseen.addElement(TableProperties(display="false"))
    book.automaticstyles.addElement(unseen)
    for sheet in sheets:
        table = Table(name=sheet.name, **({"stylename": unseen} if sheet.state != "visible" else {}))
        pinned = {place(cell): text for cell, text in sheet.comments.items()}
        for number, row in enumerate(sheet.rows, start=1):
            line = TableRow(**({"visibility": "collapse"} if number in sheet.hidden_rows else {}))
            for at, value in enumerate(row):
                cell = _ods_cell(value)
                if (number - 1, at) in pinned:
                    cell.addElement(_ods_note(pinned[number - 1, at]))
                line.addElement(cell)
            table.addElement(line)
        book.spreadsheet.addElement(table)
    return saved(book.write)


def _ods_cell(value: Any) -> Any:
    from odf.table import TableCell
    from odf.text import P

    if value is None:
        return TableCell()
    if isinstance(value, Formula):
        kept = {} if value.kept is None else {"valuetype": "float", "value": value.kept}
        return TableCell(formula=f"of:{value.text}", **kept)
    if isinstance(value, Formatted):
        cell = TableCell(valuetype="percentage", value=value.value)
        cell.addElement(P(text=f"{value.value * 100:g}%"))
        return cell
    if isinstance(value, bool):
        return TableCell(valuetype="boolean", booleanvalue=str(value).lower())
    if isinstance(value, date):
        return TableCell(valuetype="date", datevalue=value.isoformat())
    number = isinstance(value, int | float)
    cell = TableCell(valuetype="float", value=value) if number else TableCell(valuetype="string")
    for part in str(value).split("\n"):
        cell.addElement(P(text=part))
    return cell


def _ods_note(text: str) -> Any:
    from odf.office import Annotation
    from odf.text import P, Span

    note = Annotation()
    for part in text.split("\n"):
        paragraph = P()
        paragraph.addElement(Span(text=part))
        note.addElement(paragraph)
    return note


def xls(*pages: Sheet | list[list[Any]]) -> Callable[[], bytes]:
    """A maker of a workbook of Excel 97; comments are those of the last sheet."""
    return lambda: _xls(sheets_of(pages))


def _xls(sheets: tuple[Sheet, ...]) -> bytes:
    import xlwt

    book = xlwt.Workbook()
    for sheet in sheets:
        page = book.add_sheet(sheet.name)
        page.visibility = 0 if sheet.state == "visible" else 1
        for r, row in enumerate(sheet.rows):
            for c, value in enumerate(row):
                if isinstance(value, Formatted):
                    page.write(r, c, value.value, xlwt.easyxf(num_format_str=value.number_format))
                elif isinstance(value, date):
                    page.write(r, c, value, xlwt.easyxf(num_format_str="DD/MM/YYYY"))
                elif isinstance(value, Wrong):
                    page.row(r).set_cell_error(c, {"#N/A": "#N/A!"}.get(value.code, value.code))
                elif value is not None:
                    page.write(r, c, value)
        for row in sheet.hidden_rows:
            page.row(row - 1).hidden = True
    if not sheets[-1].comments:
        file = BytesIO()
        book.save(file)
        return file.getvalue()
    whole = book.get_biff_data()
    ended = len(whole) - 4  # what is pinned to cells of the last sheet stands before the record that ends it
    return _as_xls(whole[:ended] + excel_97_notes(sheets[-1].comments) + whole[ended:])


def _as_xls(book: bytes) -> bytes:
    from xlwt.CompoundDoc import XlsDoc

    file = BytesIO()
    XlsDoc().save(file, book.ljust(0x1000, b"\0"))
    return file.getvalue()


def excel_95(sheet: Sheet, page: int = 1252) -> Callable[[], bytes]:
    """A maker of a workbook of Excel 95: texts, numbers, comments ([MS-XLS] tells what it has of the older BIFF5)."""
    return lambda: _excel_95(sheet, page)


def _excel_95(sheet: Sheet, page: int) -> bytes:
    opened = record(0x0809, struct.pack("<HHHH", 0x0500, 0x0005, 0, 0)) + record(0x0042, struct.pack("<H", page))
    name = sheet.name.encode("latin-1")
    start = len(opened) + 4 + 7 + len(name) + 4
    parts = [opened, record(0x0085, struct.pack("<IHB", start, 0, len(name)) + name), record(0x000A)]
    parts.append(record(0x0809, struct.pack("<HHHH", 0x0500, 0x0010, 0, 0)))
    for r, row in enumerate(sheet.rows):
        for c, value in enumerate(row):
            at = struct.pack("<HHH", r, c, 0)
            if isinstance(value, str):
                parts.append(record(0x0204, at + struct.pack("<H", len(value)) + value.encode("latin-1")))
            elif value is not None:
                parts.append(record(0x0203, at + struct.pack("<d", value)))
    return _as_xls(b"".join((*parts, excel_95_notes(sheet.comments), record(0x000A))))


def xlsb(sheet: Sheet, *, short: bool = False) -> Callable[[], bytes]:
    """A maker of a binary workbook: texts, numbers, per cent, what is hidden, and comments (MS-XLSB, section 2.4).

    In a ``short`` one the cells beside others leave out their columns, as SheetJS writes them.
    """
    return lambda: _xlsb(sheet, short)


_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ERRORS = {"#DIV/0!": 0x07, "#REF!": 0x17, "#N/A": 0x2A}
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _xlsb(sheet: Sheet, short: bool) -> bytes:
    types = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
        '<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/></Types>'
    )
    return zipped(
        {
            "[Content_Types].xml": types.encode(),
            "_rels/.rels": _relations(("officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": _xlsb_book(sheet.name),
            "xl/_rels/workbook.bin.rels": _relations(("worksheet", "worksheets/sheet1.bin"), ("styles", "styles.bin")),
            "xl/styles.bin": _xlsb_styles(),
            "xl/worksheets/sheet1.bin": _xlsb_sheet(sheet, short),
            **(_xlsb_comments(sheet) if sheet.comments else {}),
        }
    )


def _xlsb_comments(sheet: Sheet) -> dict[str, bytes]:
    parts = [_record(628), _record(630), _record(632, _wide("Jo")), _record(631), _record(633)]
    for cell, content in sheet.comments.items():
        row, column = place(cell)
        parts += [_record(635, struct.pack("<5I16x", 0, row, row, column, column))]
        parts += [_record(637, b"\0" + _wide(content)), _record(636)]
    relations = _relations(("comments", "../comments1.bin"))
    whole = b"".join((*parts, _record(634), _record(629)))
    return {"xl/comments1.bin": whole, "xl/worksheets/_rels/sheet1.bin.rels": relations}


def _relations(*relations: tuple[str, str]) -> bytes:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, 1)
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{_RELS}">{listed}</Relationships>'.encode()


def _record(kind: int, body: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = b"", len(body)
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 0x7F else 0)])
        length >>= 7
        if not length:
            return head + size + body


def _wide(content: str) -> bytes:
    return struct.pack("<I", len(content)) + content.encode("utf-16-le")


def _xlsb_book(name: str) -> bytes:
    sheet = struct.pack("<II", 0, 1) + _wide("rId1") + _wide(name)
    return b"".join(
        (
            _record(131),
            _record(153, struct.pack("<II", 0, 0) + _wide("")),
            _record(143),
            _record(156, sheet),
            _record(144),
            _record(132),
        )
    )


def _xlsb_styles() -> bytes:
    """Two cell formats, the general one and per cent, after one of the styles that cells may go by."""
    general, percent = (struct.pack("<HHHHHBBI", 0, number, 0, 0, 0, 0, 0, 0) for number in (0, 10))
    of_styles = _record(626, struct.pack("<I", 1)) + _record(47, percent) + _record(627)
    of_cells = _record(617, struct.pack("<I", 2)) + _record(47, general) + _record(47, percent) + _record(618)
    return _record(278) + of_styles + of_cells + _record(279)


def _xlsb_sheet(sheet: Sheet, short: bool) -> bytes:
    rows = sheet.rows
    width = max(map(len, rows))
    parts = [_record(129), _record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1))]
    for letter in sheet.hidden_columns:
        at = ord(letter) - ord("A")
        parts.append(_record(390) + _record(60, struct.pack("<IIIIH", at, at, 0, 0, 1)) + _record(391))
    parts.append(_record(145))
    for r, row in enumerate(rows):
        hidden = 0x10 if r + 1 in sheet.hidden_rows else 0
        parts.append(_record(0, struct.pack("<IIHBBBI", r, 0, 300, 0, hidden, 0, 0)))
        for c, value in enumerate(row):
            parts.append(_xlsb_cell(c, value, short=short and c > 0 and row[c - 1] is not None))
    return b"".join((*parts, _record(146), _record(130)))


def _xlsb_cell(column: int, value: Any, *, short: bool) -> bytes:
    style = struct.pack("<I", isinstance(value, Formatted))
    if value is None:
        return b""
    if isinstance(value, Formula):
        return _record(9, struct.pack("<I", column) + style + struct.pack("<dHII", value.kept, 0, 0, 0))
    if isinstance(value, Wrong):
        kind, held = 3, bytes([_ERRORS[value.code]])
    elif isinstance(value, str):
        kind, held = 6, _wide(value)
    else:
        kind, held = 5, struct.pack("<d", value.value if isinstance(value, Formatted) else value)
    return _record(kind + 11, style + held) if short else _record(kind, struct.pack("<I", column) + style + held)

"""Owns files that are not xlsx: csv, ods (odfpy), xls (xlwt) and xlsb (written record by record)."""

import csv as csv_module
import struct
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from typing import Any

from tests.corpus.write.values import Formatted, Formula, Sheet, Wrong
from tests.corpus.write.xlsx import repacked, zipped


def csv(
    rows: list[list[Any]], delimiter: str = ",", encoding: str = "utf-8", line_end: str = "\r\n", quoting: int = 0
) -> Callable[[], bytes]:
    """A maker of a delimited text file."""

    def make() -> bytes:
        file = StringIO()
        csv_module.writer(file, delimiter=delimiter, lineterminator=line_end, quoting=quoting).writerows(rows)
        return file.getvalue().encode(encoding)

    return make


def text(content: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    """A maker of a file with exactly this text."""
    return lambda: content.encode(encoding)


def ods(*sheets: Sheet) -> Callable[[], bytes]:
    """A maker of an OpenDocument spreadsheet."""
    return lambda: _ods(sheets)


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
        for number, row in enumerate(sheet.rows, start=1):
            line = TableRow(**({"visibility": "collapse"} if number in sheet.hidden_rows else {}))
            for value in row:
                line.addElement(_ods_cell(value))
            table.addElement(line)
        book.spreadsheet.addElement(table)
    file = BytesIO()
    book.write(file)
    return repacked(file.getvalue())


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


def xls(*sheets: Sheet) -> Callable[[], bytes]:
    """A maker of a workbook of Excel 97."""
    return lambda: _xls(sheets)


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
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def xlsb(sheet: Sheet) -> Callable[[], bytes]:
    """A maker of a binary workbook: texts and numbers only (MS-XLSB, section 2.4)."""
    return lambda: _xlsb(sheet)


_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _xlsb(sheet: Sheet) -> bytes:
    types = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
        '<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/></Types>'
    )
    return zipped(
        {
            "[Content_Types].xml": types.encode(),
            "_rels/.rels": _relation("officeDocument", "xl/workbook.bin"),
            "xl/workbook.bin": _xlsb_book(sheet.name),
            "xl/_rels/workbook.bin.rels": _relation("worksheet", "worksheets/sheet1.bin"),
            "xl/worksheets/sheet1.bin": _xlsb_sheet(sheet.rows),
        }
    )


def _relation(kind: str, target: str) -> bytes:
    relation = f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'<?xml version="1.0"?><Relationships xmlns="{_RELS}">{relation}</Relationships>'.encode()


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


def _xlsb_sheet(rows: list[list[Any]]) -> bytes:
    width = max(map(len, rows))
    parts = [_record(129), _record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1)), _record(145)]
    for r, row in enumerate(rows):
        parts.append(_record(0, struct.pack("<IIHBBBI", r, 0, 300, 0, 0, 0, 0)))
        for c, value in enumerate(row):
            at = struct.pack("<II", c, 0)
            if isinstance(value, str):
                parts.append(_record(6, at + _wide(value)))
            elif value is not None:
                parts.append(_record(5, at + struct.pack("<d", value)))
    return b"".join((*parts, _record(146), _record(130)))

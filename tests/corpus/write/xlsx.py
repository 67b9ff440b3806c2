"""Owns xlsx files: written by openpyxl, then edited where openpyxl cannot say what a real program writes."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from tests.corpus.write.values import Formatted, Formula, Sheet, Wrong, sheets_of

Edit = Callable[[bytes], bytes]
_MOMENT = re.compile(rb">\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?<")


def xlsx(
    *pages: Sheet | list[list[Any]], edits: Mapping[str, Edit] | None = None, epoch_1904: bool = False
) -> Callable[[], bytes]:
    """A maker of a workbook of sheets, or of their rows; ``edits`` change its parts by their names."""
    return lambda: _workbook(sheets_of(pages), edits or {}, epoch_1904=epoch_1904)


def one_sheet(*rows: list[Any]) -> Callable[[], bytes]:
    """A maker of a workbook of one sheet, which has these rows."""
    return xlsx(list(rows))


def _workbook(sheets: tuple[Sheet, ...], edits: Mapping[str, Edit], *, epoch_1904: bool) -> bytes:
    book = Workbook()
    if epoch_1904:
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        book.epoch = CALENDAR_MAC_1904
    book.remove(book.active)
    kept: dict[str, dict[str, Formula]] = {}
    for n, sheet in enumerate(sheets, start=1):
        kept[f"xl/worksheets/sheet{n}.xml"] = _fill(book.create_sheet(sheet.name), sheet)
    parts = _shared(_parts_of(book))
    for name, formulas in kept.items():
        parts[name] = _with_formulas(parts[name], formulas) if formulas else parts[name]
    return zipped(_edited(parts, {name: [edit] for name, edit in edits.items()}))


def _parts_of(book: Workbook) -> dict[str, bytes]:
    """The parts that openpyxl writes; they are not compressed before they are as they are to be."""
    file = BytesIO()
    ExcelWriter(book, ZipFile(file, "w", ZIP_STORED)).save()
    return _unzipped(file.getvalue())


_INLINE = re.compile(r' t="inlineStr"><is>(<t.*?</t>|<t ?/>)</is>', re.DOTALL)
_SHARED_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_SHARED_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"


def _shared(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The workbook with its texts in a shared part, where Excel keeps them, if openpyxl wrote them into the cells."""
    if "xl/sharedStrings.xml" in parts:
        return parts
    shared: dict[str, int] = {}

    def share(part: bytes) -> bytes:
        def index(match: re.Match[str]) -> str:
            return f' t="s"><v>{shared.setdefault(match[1], len(shared))}</v>'

        return _INLINE.sub(index, part.decode()).encode()

    parts = _edited(parts, {name: [share] for name in parts if name.startswith("xl/worksheets/")})
    items = "".join(f"<si>{text}</si>" for text in shared)
    count = f'count="{len(shared)}" uniqueCount="{len(shared)}"'
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strings = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="{main}" {count}>{items}</sst>'
    known = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_SHARED_TYPE}"/></Types>'
    related = f'<Relationship Id="rIdShared" Type="{_SHARED_REL}" Target="sharedStrings.xml"/></Relationships>'
    edits = {
        "[Content_Types].xml": [replacing("</Types>", known)],
        "xl/_rels/workbook.xml.rels": [replacing("</Relationships>", related)],
    }
    return _edited(parts, edits) | {"xl/sharedStrings.xml": strings.encode()}


def _fill(page: Worksheet, sheet: Sheet) -> dict[str, Formula]:
    formulas = {}
    for r, row in enumerate(sheet.rows, start=1):
        for c, value in enumerate(row, start=1):
            if value is None:
                continue
            cell = page.cell(r, c)
            if isinstance(value, Formula):
                formulas[cell.coordinate] = value
                cell.value = 0
            elif isinstance(value, Formatted):
                cell.value, cell.number_format = value
            elif isinstance(value, Wrong):
                cell.value, cell.data_type = value.code, "e"
            else:
                _put(cell, value)
    _look(page, sheet)
    return formulas


def _look(page: Worksheet, sheet: Sheet) -> None:
    for area in sheet.merged:
        page.merge_cells(area)
    for row in sheet.hidden_rows:
        page.row_dimensions[row].hidden = True
    for letter in sheet.hidden_columns:
        page.column_dimensions[letter].hidden = True
    for place, text in sheet.comments.items():
        page[place].comment = Comment(text, "Jo")
    page.sheet_state = sheet.state


def _put(cell: Any, value: Any) -> None:
    cell.value = value
    if isinstance(value, str) and value.startswith("="):
        cell.data_type = "s"


def _with_formulas(xml: bytes, formulas: Mapping[str, Formula]) -> bytes:
    text = xml.decode()
    for address, formula in formulas.items():
        if isinstance(formula.kept, str):
            kind, kept = ' t="str"', f"<v>{escape(formula.kept)}</v>"
        else:
            kind, kept = "", "" if formula.kept is None else f"<v>{formula.kept}</v>"
        body = f'<c r="{address}"{kind}><f>{escape(formula.text.lstrip("="))}</f>{kept}</c>'
        text = re.sub(rf'<c r="{address}"[^>]*>.*?</c>', lambda _, body=body: body, text, count=1)
    return text.encode()


def saved(save: Callable[[BytesIO], object]) -> bytes:
    """What a library saves into a file, repacked."""
    file = BytesIO()
    save(file)
    return repacked(file.getvalue())


def repacked(
    data: bytes, edits: Mapping[str, list[Edit]] | None = None, extra: Mapping[str, bytes] | None = None
) -> bytes:
    """The same archive with fixed dates, its parts edited and ``extra`` ones added."""
    return zipped(_edited(_unzipped(data), edits or {}) | dict(extra or {}))


def _unzipped(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as old:
        return {name: old.read(name) for name in old.namelist()}


def _edited(parts: Mapping[str, bytes], edits: Mapping[str, list[Edit]]) -> dict[str, bytes]:
    assert not set(edits) - set(parts), "there is no such part to edit"
    edited = dict(parts)
    for name, changes in edits.items():
        for change in changes:
            edited[name] = change(edited[name])
    return edited


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """An archive of ``parts`` alone, which says of no moment but one that it was made then."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name, part in parts.items():
            timed = name in ("docProps/core.xml", "meta.xml")
            new.writestr(dated(name), _MOMENT.sub(rb">2026-11-01T00:00:00Z<", part) if timed else part)
    return file.getvalue()


def dated(name: str) -> ZipInfo:
    """An entry of an archive with a fixed date."""
    info = ZipInfo(name, (2026, 11, 1, 0, 0, 0))
    info.compress_type = ZIP_DEFLATED
    return info


def replacing(old: str, new: str) -> Edit:
    """An edit that replaces one text by another; the old one must be there."""

    def edit(part: bytes) -> bytes:
        assert old.encode() in part, f"{old!r} is not there to be replaced"
        return part.replace(old.encode(), new.encode())

    return edit


def macro_enabled(maker: Callable[[], bytes]) -> Callable[[], bytes]:
    """The workbook as xlsm: the content type that Excel gives it."""
    plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macro = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    return lambda: repacked(maker(), {"[Content_Types].xml": [replacing(plain, macro)]})

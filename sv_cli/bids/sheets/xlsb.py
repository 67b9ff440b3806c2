"""Owns what an xlsb file says beside its values: what is hidden, formats, formulas, comments (MS-XLSB, section 2.4)."""

import io
import struct
import zipfile
from collections.abc import Iterator

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.archive import Archive
from sv_cli.bids.sheets.biff import ERRORS, Formats, Look, SheetLook, note, packed
from sv_cli.bids.sheets.comments import LONGEST, Comments, has_comments, require_few, without_author
from sv_cli.bids.sheets.grid import LAST_COLUMN, Fault, UnreadableError
from sv_cli.bids.sheets.xlsx import related_parts

_BOOK = "xl/workbook.bin"
_SETTINGS, _SHEET = 153, 156
_FORMAT, _FORMATS_BEGIN, _FORMATS_END, _CELL_FORMAT = 44, 617, 618, 47
_ROW, _COLUMNS = 0, 60
_CELLS = frozenset((*range(1, 12), 62))
# Cells that leave out their column, and the same with it
_SHORT = {short: short - 11 for short in range(12, 19)}
_RK, _ERROR, _REAL = 2, 3, 5
_FORMULAS = range(8, 12)
_NUMBER_RESULT, _ERROR_RESULT = 9, 11
_COMMENT, _COMMENT_TEXT = 635, 637
_NEEDED = (".bin", ".rels", ".xml")


def look_of_xlsb(data: bytes, options: ReadOptions) -> Look | None:
    """The look of a binary workbook; None when its parts are not built as the format says, or over a limit."""
    try:
        return _read(Archive.of(data, options))
    except (struct.error, IndexError, KeyError, UnicodeDecodeError):
        return None
    except UnreadableError as error:
        if error.name == "too-many-cells":
            raise
        return None


def _read(archive: Archive) -> Look:
    look = Look({})
    parts = related_parts(archive, _BOOK)
    styles = next((path for kind, path in parts.values() if kind.endswith("/styles")), None)
    formats = Formats()
    for kind, body in _records(archive, _BOOK):
        if kind == _SETTINGS:
            look.dates_1904 = bool(body[0] & 1)
            formats = Formats() if styles is None else _formats(archive, styles, dates_1904=look.dates_1904)
        elif kind == _SHEET:
            relation, end = _text(body, 8)
            kind_of_part, path = parts[relation]
            if kind_of_part.endswith("/worksheet"):
                seen = look.sheets[_text(body, end)[0]] = _sheet(archive, path, formats)
                seen.comments = _comments(archive, path) if has_comments(archive) else {}
    return look


def _records(archive: Archive, name: str) -> Iterator[tuple[int, bytes]]:
    """The records of a part; a kind has one or two bytes of seven bits, a length one to four."""
    part = archive.read(name)
    at = 0
    while at < len(part):
        kind = part[at]
        at += 1
        if kind & 0x80:
            kind = kind & 0x7F | (part[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        more = True
        while more and shift < 28:  # noqa: PLR2004 - four bytes of seven bits
            size |= (part[at] & 0x7F) << shift
            more = bool(part[at] & 0x80)
            shift += 7
            at += 1
        archive.count_record()
        yield kind, part[at : at + size]
        at += size


def _text(body: bytes, at: int) -> tuple[str, int]:
    """A text with its length before it, and where it ends."""
    end = at + 4 + 2 * int(struct.unpack_from("<I", body, at)[0])
    return body[at + 4 : end].decode("utf-16-le"), end


def _formats(archive: Archive, name: str, *, dates_1904: bool) -> Formats:
    codes: dict[int, str] = {}
    formats: list[tuple[int, int]] = []
    of_cells = False
    for kind, body in _records(archive, name):
        if kind == _FORMAT:
            codes[struct.unpack_from("<H", body)[0]] = _text(body, 2)[0]
        elif kind in (_FORMATS_BEGIN, _FORMATS_END):
            of_cells = kind == _FORMATS_BEGIN
        elif kind == _CELL_FORMAT and of_cells:
            formats.append((0, struct.unpack_from("<H", body, 2)[0]))
    return Formats.of(formats, codes, (), dates_1904=dates_1904)


def _sheet(archive: Archive, name: str, formats: Formats) -> SheetLook:
    look = SheetLook()
    row = 0
    for kind, body in _records(archive, name):
        if kind == _ROW:
            row = struct.unpack_from("<I", body)[0]
            if body[11] & 0x10:
                look.hidden_rows.add(row + 1)
        elif kind in (_RK, _ERROR, _REAL) or kind in _FORMULAS:
            column, style = struct.unpack_from("<II", body)
            note(look, row, column, style & 0xFF_FFFF, formats, _number(kind, body))
            if kind in (_ERROR, _ERROR_RESULT):
                look.instead[row + 1, column + 1] = Fault(ERRORS.get(body[8], "#ERROR!"))
            if kind in _FORMULAS:
                look.formulas.add((row + 1, column + 1))
        elif kind == _COLUMNS:
            first, last, _, _, flags = struct.unpack_from("<IIIIH", body)
            if flags & 1:
                look.hide_columns(first + 1, min(last + 1, LAST_COLUMN))
        elif kind in _SHORT:
            look.short_cells = True
    return look


def _comments(archive: Archive, sheet: str) -> Comments:
    """What is pinned to the cells of a sheet: where, and then what."""
    part = next((path for kind, path in related_parts(archive, sheet).values() if kind.endswith("/comments")), None)
    found: dict[tuple[int, int], str] = {}
    at = 0, 0
    for kind, body in _records(archive, part) if part is not None else ():
        if kind == _COMMENT:
            row, _, column = struct.unpack_from("<3I", body, 4)
            at = row + 1, column + 1
        elif kind == _COMMENT_TEXT:
            said = without_author(_text(body, 1)[0][:LONGEST])
            if said:
                found[at] = said
                require_few(len(found))
    return found


def _number(kind: int, body: bytes) -> float | None:
    """The number in the record of a cell; None where it holds something else."""
    if kind == _RK:
        return packed(struct.unpack_from("<I", body, 8)[0])
    return float(struct.unpack_from("<d", body, 8)[0]) if kind in (_REAL, _NUMBER_RESULT) else None


def with_columns(data: bytes, options: ReadOptions) -> bytes:
    """The workbook with the column in each cell; pictures and the like are left out.

    A cell beside another may leave its column out, which no engine here reads. SheetJS writes such cells, Excel does
    not (MS-XLSB, section 2.4: BrtShortBlank to BrtShortIsst).
    """
    archive = Archive.of(data, options)
    sheets = {path.casefold() for kind, path in related_parts(archive, _BOOK).values() if kind.endswith("/worksheet")}
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in dict.fromkeys(old.namelist()):
            if name.casefold().endswith(_NEEDED):
                new.writestr(name, _with_columns_in(archive, name) if name.casefold() in sheets else archive.read(name))
    return file.getvalue()


def _with_columns_in(archive: Archive, name: str) -> bytes:
    parts: list[bytes] = []
    column = -1
    for kind, body in _records(archive, name):
        if kind == _ROW:
            column = -1
        elif kind in _CELLS:
            (column,) = struct.unpack_from("<I", body)
        elif kind in _SHORT:
            column += 1
            parts.append(_record(_SHORT[kind], struct.pack("<I", column) + body))
            continue
        parts.append(_record(kind, body))
    return b"".join(parts)


def _record(kind: int, body: bytes) -> bytes:
    head = [kind] if kind < 0x80 else [kind & 0x7F | 0x80, kind >> 7]  # noqa: PLR2004 - seven bits to a byte
    size = len(body)
    while size >= 0x80:  # noqa: PLR2004 - likewise
        head.append(size & 0x7F | 0x80)
        size >>= 7
    return bytes([*head, size]) + body

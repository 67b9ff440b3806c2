"""Owns what an xls file says beside its values: what is hidden or struck out, formats, formulas without result."""

import struct
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from sv_cli.bids.sheets.grid import Fault, Raw, Row, Shown, Uncached
from sv_cli.bids.sheets.ole import stream
from sv_cli.bids.sheets.shared import texts_as_set
from sv_cli.bids.sheets.styles import Style, style_of

_BOF, _EOF, _BOUNDSHEET, _DATEMODE = 0x0809, 0x000A, 0x0085, 0x0022
_LOCKED = 0x002F
_FORMAT, _FONT, _XF = 0x041E, 0x0031, 0x00E0
_SST, _CONTINUE = 0x00FC, 0x003C
_ROW, _COLINFO, _DEFAULT_HEIGHT = 0x0208, 0x007D, 0x0225
_LABEL, _LABELSST, _RSTRING = 0x0204, 0x00FD, 0x00D6
_NUMBER, _RK, _MULRK, _FORMULA, _BOOLERR = 0x0203, 0x027E, 0x00BD, 0x0006, 0x0205
_BIFF8 = 0x0600
_LAST_COLUMN = 256
_NO_FONT = 4  # the number that no font has
_RAISED = 1
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
_EMPTY_RESULT, _ERROR_RESULT = 3, 2


class SheetLook(Struct):
    """What one sheet says beside its values; rows and columns are 1-based."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    instead: dict[tuple[int, int], Raw] = field(default_factory=dict)
    styles: dict[tuple[int, int], Style] = field(default_factory=dict)
    struck: set[tuple[int, int]] = field(default_factory=set)

    def apply(self, rows: list[Row]) -> None:
        """Put into the rows what the engine's values leave out."""
        by_number = {row.number: row for row in rows}
        for (number, column), style in self.styles.items():
            row = by_number.get(number)
            if row is not None and column <= len(row.cells):
                row.cells[column - 1] = _shown(row.cells[column - 1], style)
        for (number, column), value in self.instead.items():
            row = by_number.get(number)
            if row is not None:
                row.cells += [None] * (column - len(row.cells))
                row.cells[column - 1] = value


class Look(Struct):
    """What a workbook says beside its values, by sheet."""

    sheets: dict[str, SheetLook]
    dates_1904: bool = False


def look_of(data: bytes) -> Look | None:
    """The look of an xls file; None when its structure is not the one that Excel 97 and later write."""
    book = stream(data, ("Workbook", "Book"))
    if book is None:
        return None
    try:
        return _read(book)
    except (struct.error, IndexError, UnicodeDecodeError):
        return None


def is_locked(data: bytes) -> bool:
    """Whether the content of an xls file is enciphered, so that a password is needed to read it."""
    book = stream(data, ("Workbook", "Book"))
    return book is not None and any(kind == _LOCKED for kind, _ in _records(book, 0))


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from an offset to the end of their part."""
    depth = 0
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        body = book[at + 4 : at + 4 + size]
        depth += (kind == _BOF) - (kind == _EOF)
        yield kind, body
        if depth <= 0:
            return
        at += 4 + size


def _read(book: bytes) -> Look | None:
    names: list[tuple[str, int]] = []
    codes: dict[int, str] = {}
    struck: list[bool] = []
    raised: list[bool] = []
    formats: list[tuple[int, int]] = []
    look = Look({})
    for kind, body in _records(book, 0):
        if kind == _BOF and struct.unpack_from("<H", body)[0] != _BIFF8:
            return None
        if kind == _BOUNDSHEET:
            names.append((_text(body, 6, 1), struct.unpack_from("<I", body)[0]))
        elif kind == _DATEMODE:
            look.dates_1904 = body[:1] == b"\x01"
        elif kind == _FORMAT:
            codes[struct.unpack_from("<H", body)[0]] = _text(body, 2, 2)
        elif kind == _FONT:
            if len(struck) == _NO_FONT:
                struck, raised = [*struck, False], [*raised, False]
            struck.append(bool(body[2] & 0x08))
            raised.append(body[8] == _RAISED)
        elif kind == _XF:
            formats.append(struct.unpack_from("<HH", body))
    shown = texts_as_set(_shared(book), raised, struck) if any((*raised, *struck)) else {}
    styles = [
        replace(style_of(number, codes.get(number)), struck=font < len(struck) and struck[font])
        for font, number in formats
    ]
    for name, offset in names:
        look.sheets[name] = _sheet(book, offset, styles, shown)
    return look


def _shared(book: bytes) -> list[bytes]:
    """The record of the shared texts, and those that continue it."""
    found: list[bytes] = []
    for kind, body in _records(book, 0):
        if kind == _SST or (found and kind == _CONTINUE):
            found.append(body)
        elif found:
            break
    return found


def _text(body: bytes, at: int, width: int) -> str:
    length = int.from_bytes(body[at : at + width], "little")
    wide = body[at + width] & 1
    raw = body[at + width + 1 : at + width + 1 + length * (1 + wide)]
    return raw.decode("utf-16-le" if wide else "latin-1")


def _sheet(book: bytes, offset: int, styles: list[Style], shown: dict[int, str]) -> SheetLook:  # noqa: C901 - a branch for each kind of record
    look = SheetLook()
    for kind, body in _records(book, offset):
        if kind == _ROW:
            if struct.unpack_from("<I", body, 12)[0] & 0x20:
                look.hidden_rows.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _COLINFO:
            first, last, _, _, flags = struct.unpack_from("<5H", body)
            if flags & 1:
                look.hidden_columns.update(range(first + 1, min(last, _LAST_COLUMN) + 2))
        elif kind in (_NUMBER, _RK, _FORMULA, _LABEL, _LABELSST, _RSTRING):
            row, column, style = struct.unpack_from("<3H", body)
            note(look, row, column, style, styles)
            if kind == _FORMULA:
                _formula(look, row + 1, column + 1, body)
            elif kind == _LABELSST and shown and (text := struct.unpack_from("<I", body, 6)[0]) in shown:
                look.instead[row + 1, column + 1] = shown[text]
        elif kind == _BOOLERR and body[7]:
            row, column = struct.unpack_from("<2H", body)
            look.instead[row + 1, column + 1] = Fault(_ERRORS.get(body[6], "#ERROR!"))
        elif kind == _MULRK:
            row, first = struct.unpack_from("<2H", body)
            for at in range((len(body) - 6) // 6):
                note(look, row, first + at, struct.unpack_from("<H", body, 4 + 6 * at)[0], styles)
    return look


def _formula(look: SheetLook, row: int, column: int, body: bytes) -> None:
    look.formulas.add((row, column))
    if body[12:14] != b"\xff\xff":
        return  # a number
    if body[6] == _EMPTY_RESULT:
        look.instead[row, column] = Uncached("…")
    elif body[6] == _ERROR_RESULT:
        look.instead[row, column] = Fault(_ERRORS.get(body[8], "#ERROR!"))


def note(look: SheetLook, row: int, column: int, style: int, styles: list[Style]) -> None:
    """Keep the style of a cell, 0-based, where it is struck out, or says more than the number."""
    if style < len(styles) and styles[style].struck:
        look.struck.add((row + 1, column + 1))
    if style < len(styles) and not styles[style].plain and styles[style].sort in ("percent", "number"):
        look.styles[row + 1, column + 1] = styles[style]


def _shown(cell: Raw, style: Style) -> Raw:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return (
            Shown(float(cell), suffix="%")
            if style.sort == "percent"
            else Shown(float(cell), style.prefix, style.suffix)
        )
    return cell

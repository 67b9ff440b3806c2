"""Owns what an xls file says beside its values: what is hidden or struck out, formats, formulas without result."""

import codecs
import struct
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Self

from msgspec import Struct, field
from msgspec.structs import replace

from sv_cli.bids.sheets.comments import Comments
from sv_cli.bids.sheets.grid import LAST_COLUMN, LAST_ROW, Fault, Raw, Row, Uncached, UnreadableError
from sv_cli.bids.sheets.notes import RECORDS, Notes
from sv_cli.bids.sheets.ole import stream
from sv_cli.bids.sheets.shared import texts_as_set
from sv_cli.bids.sheets.shown import shown
from sv_cli.bids.sheets.styles import Style, may_pass_for_date, style_of

_STREAMS = ("book", "workbook")  # of a file for both Excel 5 and 97 the engine reads the first
_BOF, _EOF, _BOUNDSHEET, _DATEMODE, _CODEPAGE = 0x0809, 0x000A, 0x0085, 0x0022, 0x0042
_LOCKED = 0x002F
_FORMAT, _FONT, _XF = 0x041E, 0x0031, 0x00E0
_SST, _CONTINUE = 0x00FC, 0x003C
_ROW, _COLINFO = 0x0208, 0x007D
_LABEL, _LABELSST, _RSTRING = 0x0204, 0x00FD, 0x00D6
_NUMBER, _RK, _MULRK, _FORMULA, _BOOLERR = 0x0203, 0x027E, 0x00BD, 0x0006, 0x0205
_STRING = 0x0207
_OLDER_FORMULAS = (0x0206, 0x0406)  # as Numbers writes them, and the engine passes over
_FORMULAS = (_FORMULA, *_OLDER_FORMULAS)
_CELLS = frozenset((_NUMBER, _RK, *_FORMULAS, _LABEL, _LABELSST, _RSTRING))
_BIFF5, _BIFF8 = 0x0500, 0x0600
_WORKSHEET = 0
_WESTERN, _UTF16 = 1252, 1200
_ENCODINGS = {10000: "mac_roman", 0x8000: "mac_roman", 0x8001: "cp1252"}  # where the number names another page
_LAST_COLUMN = 256
_LARGEST = 1e308
_MOST_HIDDEN = 100 * LAST_COLUMN  # as often may a sheet name each
_MOST_KEPT, _MOST_ADDED = 2_000_000, 12_000_000  # bound the memory
_DEEPEST = 8  # parts in each other; a chart in a sheet is the second
_NO_FONT = 4  # the number that no font has
_RAISED = 1
_HUNDREDFOLD, _WHOLE = 1, 2
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
_ERROR_RESULT, _EMPTY_RESULT = 2, 3


class Formats(Struct, frozen=True):
    """The style of every cell format, in the file's order; ``doubtful`` are plain ones an engine may take for dates."""

    styles: tuple[Style, ...] = ()
    doubtful: frozenset[int] = frozenset()
    dates_1904: bool = False

    @classmethod
    def of(
        cls, pairs: Sequence[tuple[int, int]], codes: Mapping[int, str], struck: Sequence[bool], *, dates_1904: bool
    ) -> Self:
        """The formats of a font and a number format each; ``codes`` and ``struck`` tell of those in the file."""
        styles = [style_of(number, codes.get(number)) for _, number in pairs]
        crossed = [font < len(struck) and struck[font] for font, _ in pairs]
        return cls(
            tuple(replace(style, struck=True) if is_ else style for style, is_ in zip(styles, crossed, strict=True)),
            frozenset(at for at, (_, number) in enumerate(pairs) if may_pass_for_date(number, codes.get(number))),
            dates_1904,
        )


class SheetLook(Struct):
    """What one sheet says beside its values; rows and columns are 1-based.

    ``instead`` are the cells that an engine's values leave out, or whose numbers it shows as its own guess of a format.
    ``blank`` are formulas whose result is no text at all, and ``calculated`` says that others have results.
    ``short_cells`` says that some leave out their column, and with it all that an engine reads.
    """

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    instead: dict[tuple[int, int], Raw] = field(default_factory=dict)
    struck: set[tuple[int, int]] = field(default_factory=set)
    blank: set[tuple[int, int]] = field(default_factory=set)
    comments: Comments = field(default_factory=dict)
    calculated: bool = False
    short_cells: bool = False
    _hidden: int = 0

    def hide_columns(self, first: int, last: int) -> None:
        """Note that columns are hidden; raises IndexError for so many that no program says them one by one."""
        self._hidden += max(last - first, 0) + 1
        if self._hidden > _MOST_HIDDEN:
            raise IndexError("more hidden columns than a sheet has")
        self.hidden_columns.update(range(first, last + 1))

    def apply(self, rows: list[Row]) -> None:
        """Put into the rows what the engine's values leave out; a row of nothing else is added.

        Raises UnreadableError where that takes more room than a sheet has.
        """
        by_number = {row.number: row for row in rows}
        added = 0
        for (number, column), value in self.instead.items():
            row = by_number.get(number)
            added += max(column - len(row.cells if row else ()), 0)
            if number > LAST_ROW or column > LAST_COLUMN or added > _MOST_ADDED:
                raise UnreadableError("too-many-cells", limit=f"{_MOST_ADDED:,}")
            if row is None:
                row = by_number[number] = Row(number, [])
                rows.append(row)
            row.cells += [None] * (column - len(row.cells))
            row.cells[column - 1] = value
        rows.sort(key=lambda row: row.number)


class Look(Struct):
    """What a workbook says beside its values, by sheet; ``names`` are those of all worksheets where they are sure."""

    sheets: dict[str, SheetLook]
    dates_1904: bool = False
    names: tuple[str, ...] = ()


class _Letters(Struct, frozen=True):
    """How texts are written: wide or narrow as each says (``encoding`` None), or in the workbook's own code page.

    ``mistaken`` are texts that the engine gets wrong: it knows neither code pages, nor wide texts beside one.
    """

    encoding: str | None = None
    mistaken: bool = True

    def text(self, body: bytes, at: int, width: int) -> str:
        """The text at an offset, with its length in ``width`` bytes before it."""
        length = int.from_bytes(body[at : at + width], "little")
        at += width
        if self.encoding is not None:
            return body[at : at + length].decode(self.encoding, "replace")
        wide = body[at] & 1
        return body[at + 1 : at + 1 + length * (1 + wide)].decode("utf-16-le" if wide else "latin-1")


def look_of(data: bytes) -> Look | None:
    """The look of an xls file; None when its structure is not the one that Excel 5 and later write."""
    book = stream(data, _STREAMS)
    if book is None:
        return None
    try:
        return _read(book)
    except (struct.error, LookupError, UnicodeDecodeError):
        return None


def is_locked(data: bytes) -> bool:
    """Whether the content of an xls file is enciphered, so that a password is needed to read it."""
    book = stream(data, _STREAMS)
    return book is not None and any(kind == _LOCKED for kind, _ in _records(book, 0))


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from an offset to the end of their part; raises IndexError for parts in parts without end."""
    depth = 0
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        body = book[at + 4 : at + 4 + size]
        depth += (kind == _BOF) - (kind == _EOF)
        yield kind, body
        if depth <= 0:
            return
        if depth > _DEEPEST:
            raise IndexError(depth)
        at += 4 + size


def _read(book: bytes) -> Look | None:
    letters = _letters(book)
    if letters is None:
        return None
    look = Look({})
    names: list[tuple[str, int, int]] = []
    codes: dict[int, str] = {}
    fonts: list[tuple[bool, bool]] = []
    formats: list[tuple[int, int]] = []
    for kind, body in _records(book, 0):
        if kind == _BOUNDSHEET:
            names.append((letters.text(body, 6, 1), *struct.unpack_from("<IxB", body)))
        elif kind == _DATEMODE:
            look.dates_1904 = body[:1] == b"\x01"
        elif kind == _FORMAT:
            codes[struct.unpack_from("<H", body)[0]] = letters.text(body, 2, 1 if letters.encoding else 2)
        elif kind == _FONT:
            fonts += [(False, False)] * (len(fonts) == _NO_FONT)
            fonts.append((bool(body[2] & 0x08), body[8] == _RAISED))
        elif kind == _XF:
            formats.append(struct.unpack_from("<HH", body))
    struck, raised = [font[0] for font in fonts], [font[1] for font in fonts]
    shared = _shared(book) if letters.mistaken or any((*raised, *struck)) else ()
    texts = texts_as_set(shared, raised, struck, every=letters.mistaken)
    styles = Formats.of(formats, codes, struck, dates_1904=look.dates_1904)
    seen: dict[int, SheetLook] = {}  # by where it begins, since any number of sheets may say that they begin there
    for name, offset, sort in names:
        if sort == _WORKSHEET:
            look.sheets[name] = seen.get(offset) or seen.setdefault(
                offset, _sheet(book, offset, styles, texts, letters)
            )
    look.names = tuple(name for name, _, sort in names if sort == _WORKSHEET)
    _tell_uncached(look.sheets.values())
    return look


def _tell_uncached(sheets: Collection[SheetLook]) -> None:
    """A formula without result is written as one that results in no text; where others have one, none is missing."""
    if not any(sheet.calculated for sheet in sheets):
        for sheet in sheets:
            sheet.instead.update(dict.fromkeys(sheet.blank, Uncached("…")))


def _letters(book: bytes) -> _Letters | None:
    """How the texts of a workbook are written; None for one that is older than Excel 5."""
    said = {kind: struct.unpack_from("<H", body)[0] for kind, body in _records(book, 0) if kind in (_BOF, _CODEPAGE)}
    page = said.get(_CODEPAGE, _WESTERN)
    if said.get(_BOF) == _BIFF8:
        return _Letters(None, page != _UTF16)
    encoding = _ENCODINGS.get(page, f"cp{page}")
    codecs.lookup(encoding)
    return _Letters(encoding) if said.get(_BOF) == _BIFF5 else None


def _shared(book: bytes) -> list[bytes]:
    """The record of the shared texts, and those that continue it."""
    found: list[bytes] = []
    for kind, body in _records(book, 0):
        if kind == _SST or (found and kind == _CONTINUE):
            found.append(body)
        elif found:
            break
    return found


def _sheet(book: bytes, offset: int, formats: Formats, texts: dict[int, str], letters: _Letters) -> SheetLook:  # noqa: C901, PLR0912 - a branch for each kind of record
    look = SheetLook()
    notes = Notes(letters.encoding)
    at = 0, 0
    for kind, body in _records(book, offset):
        if kind == _ROW:
            if struct.unpack_from("<I", body, 12)[0] & 0x20:
                look.hidden_rows.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _COLINFO:
            first, last, _, _, flags = struct.unpack_from("<5H", body)
            if flags & 1:
                look.hide_columns(first + 1, min(last + 1, _LAST_COLUMN))
        elif kind in _CELLS:
            row, column, style = struct.unpack_from("<3H", body)
            at = row + 1, column + 1
            number = _number(kind, body)
            if kind in _OLDER_FORMULAS and number is not None:
                look.instead[at] = number
            note(look, row, column, style, formats, number)
            if kind in _FORMULAS:
                _formula(look, *at, body)
            elif kind == _LABELSST and texts and (text := struct.unpack_from("<I", body, 6)[0]) in texts:
                look.instead[at] = texts[text]
        elif kind == _BOOLERR and body[7]:
            row, column = struct.unpack_from("<2H", body)
            look.instead[row + 1, column + 1] = Fault(ERRORS.get(body[6], "#ERROR!"))
        elif kind == _MULRK:
            _numbers(look, body, formats)
        elif kind in RECORDS:
            notes.take(kind, body)
        if letters.mistaken and kind in (_LABEL, _RSTRING, _STRING) and at != (0, 0):  # a formula's result follows it
            look.instead[at] = letters.text(body, 0 if kind == _STRING else 6, 2)
    look.comments = notes.said()
    return look


def _numbers(look: SheetLook, body: bytes, formats: Formats) -> None:
    """Note each of the numbers that one record holds, side by side."""
    row, first = struct.unpack_from("<2H", body)
    for at in range((len(body) - 6) // 6):
        style, bits = struct.unpack_from("<HI", body, 4 + 6 * at)
        note(look, row, first + at, style, formats, packed(bits))


def _number(kind: int, body: bytes) -> float | None:
    """The number in the record of a cell; None where it holds something else."""
    if kind == _RK:
        return packed(struct.unpack_from("<I", body, 6)[0])
    if kind == _NUMBER or (kind in _FORMULAS and body[12:14] != b"\xff\xff"):
        return float(struct.unpack_from("<d", body, 6)[0])
    return None


def _formula(look: SheetLook, row: int, column: int, body: bytes) -> None:
    look.formulas.add((row, column))
    if body[12:14] == b"\xff\xff" and body[6] == _EMPTY_RESULT:
        look.blank.add((row, column))
        return
    look.calculated = True
    if body[12:14] == b"\xff\xff" and body[6] == _ERROR_RESULT:
        look.instead[row, column] = Fault(ERRORS.get(body[8], "#ERROR!"))


def note(look: SheetLook, row: int, column: int, format_: int, formats: Formats, value: float | None) -> None:
    """Keep of a cell, 0-based, that it is struck out, and its number where its style says more or may be mistaken."""
    if format_ >= len(formats.styles):
        return
    style = formats.styles[format_]
    if style.struck:
        look.struck.add((row + 1, column + 1))
    if value is None or not -_LARGEST < value < _LARGEST:
        return  # no number, which is an error in whatever style
    if len(look.instead) > _MOST_KEPT:
        raise UnreadableError("too-many-cells", limit=f"{_MOST_KEPT:,}")
    if not style.plain or format_ in formats.doubtful:
        look.instead[row + 1, column + 1] = shown(value, style, dates_1904=formats.dates_1904)


def packed(bits: int) -> float:
    """The number in an RK: thirty bits of a whole number or of a real one, perhaps a hundred times as large."""
    if bits & _WHOLE:
        value: float = (bits - (bits >> 31 << 32)) >> 2
    else:
        value = struct.unpack("<d", struct.pack("<Q", (bits & ~3) << 32))[0]
    return value / 100 if bits & _HUNDREDFOLD else value

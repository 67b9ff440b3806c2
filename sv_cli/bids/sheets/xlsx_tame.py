"""Owns the short way through worksheets that are written as programs write them, several times as quick as a parser.

Rows without anything odd about their markup are cut where their cells begin, and what stands between the cuts is
looked up, or read if it is new: each piece has to be what a program writes there, from its first letter to its last.
Where one is not, or a letter needs a parser's care, the sheet goes the long way from its beginning,
so that the two ways cannot differ. What stands around the rows goes through the parser always.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from sv_cli.bids.sheets.archive import Archive
from sv_cli.bids.sheets.grid import LAST_COLUMN, LAST_ROW, Grid, Raw
from sv_cli.bids.sheets.markup import walk
from sv_cli.bids.sheets.xlsx_sheet import HEEDED, OddMarkupError, SheetReader, is_hidden
from sv_cli.model.addresses import column_number

_FIRST, _LAST = b"<sheetData>", b"</sheetData>"
_ROW_END = b"</row>"
_ROW = '<row r="'
_COLUMN = b"<col "
_LONGEST_HEAD, _LONGEST_KEPT = 1 << 20, 1 << 14
_BLOCK = 1 << 20
_CONTROLS = bytes({*range(32)} - {9, 10})  # the parser refuses them, or makes a line feed of them
_OWN_ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)")
_OTHER_ENCODING = re.compile(rb"<\?xml[^>]*encoding=[\"'](?!utf-8[\"'])", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,7}")
_CELL = re.compile(r'<c r="([^"]*+)"')
_ROW_NUMBER = "\0"  # stands for it in addresses, as no letter of a sheet does
_ADDRESS = re.compile(rf"([A-Z]{{1,3}}){_ROW_NUMBER}")
_NAMED = r' ((?:x14ac:)?+[a-zA-Z][a-zA-Z0-9]*+)="([^"<>&]*+)"'
_ATTRIBUTE = re.compile(_NAMED)
_HEAD = re.compile(rf"(?:{_NAMED})*+ ?+(?:(>)|/>|></row>)[ \n]*+")


def read_tame(reader: SheetReader, archive: Archive, part: str) -> Grid | None:
    """The sheet in ``part`` by ``reader``; None when it has to go the long way, with a reader of its own."""
    try:
        around = _around(reader, archive.chunks(part))
    except OddMarkupError:
        return None
    silent = _COLUMN not in around and len(around) <= _LONGEST_KEPT and _is_silent(around, part)
    return reader.grid() if silent else reader.read(archive.counted((around,)), part)


@lru_cache(maxsize=64)
def _is_silent(around: bytes, part: str) -> bool:
    """Whether nothing around the rows says anything, as nothing does in all bids of some makers; raises as `walk`."""
    names: set[str] = set()
    walk((around,), lambda name, _: names.add(name), lambda _: None, lambda _: None, part)
    return names.isdisjoint(HEEDED)


def tame_text(data: bytes) -> str | None:
    """The text of a whole part; None where it takes a parser to tell what its letters are."""
    return None if _OTHER_ENCODING.match(data) else _text_of(data)


def _text_of(markup: bytes) -> str | None:
    """The text of ``markup``; None where it takes a parser to tell what its letters are."""
    if len(markup.translate(None, _CONTROLS)) != len(markup) or (b"&" in markup and _OWN_ENTITY.search(markup)):
        return None
    try:
        return markup.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _around(reader: SheetReader, chunks: Iterator[bytes]) -> bytes:
    """Give all rows to ``reader``; the markup before and after them. Raises OddMarkupError."""
    head, rest = _until_rows(chunks)
    last = 0
    for block in _blocks(chunks, rest):
        at = block.rfind(_LAST)
        last = _read_rows(reader, block[:at] if at >= 0 else block, last)
        if at >= 0:
            tail = block[at + len(_LAST) :]
            break
    else:
        raise OddMarkupError
    return head + _LAST + tail + b"".join(chunks)


def _until_rows(chunks: Iterator[bytes]) -> tuple[bytes, bytes]:
    """What stands before the rows, with the tag that opens them, and what was read beyond it."""
    head = b""
    for chunk in chunks:
        head += chunk
        at = head.find(_FIRST)
        if at >= 0:
            head, rest = head[: at + len(_FIRST)], head[at + len(_FIRST) :]
            if _OTHER_ENCODING.match(head):
                raise OddMarkupError
            return head, rest
        if len(head) > _LONGEST_HEAD:
            break
    raise OddMarkupError


def _blocks(chunks: Iterator[bytes], rest: bytes) -> Iterator[bytes]:
    """The markup in blocks of whole rows; the last one holds the end of the rows and what was read beyond it."""
    pieces, size = [rest], len(rest)
    ended = rest.rfind(_LAST) >= 0  # which stands near the end, and is found there sooner than from the beginning
    while not ended:
        chunk = next(chunks, None)
        if chunk is None:
            break
        ended = _LAST in pieces[-1][-len(_LAST) :] + chunk
        pieces.append(chunk)
        size += len(chunk)
        if size >= _BLOCK and not ended:
            block = b"".join(pieces)
            cut = block.rfind(_ROW_END) + len(_ROW_END)
            if cut < len(_ROW_END):
                raise OddMarkupError
            yield block[:cut]
            pieces, size = [block[cut:]], len(block) - cut
    yield b"".join(pieces)


def _read_rows(reader: SheetReader, markup: bytes, last: int) -> int:
    """Give the rows in ``markup`` to ``reader``; the number of the last one. Raises OddMarkupError."""
    text = _text_of(markup)
    if text is None:
        raise OddMarkupError
    before, *rows = text.split(_ROW)
    if before.strip(" \n"):
        raise OddMarkupError
    hides: dict[str, bool] = {}  # by what follows a row's number
    filled = 0
    for row in rows:
        number, _, content = row.partition('"')
        if not _NUMBER.fullmatch(number) or not last < int(number) <= LAST_ROW:
            raise OddMarkupError
        last = int(number)
        head, *cells = _CELL.split(content)
        hidden = hides.get(head) if cells else None
        if hidden is None:
            hidden = hides[head] = _hides(head, empty=not cells)
        if hidden:
            reader.hide_row(last)
        if cells:
            values = _values(reader, number, cells[::2], cells[1::2])
            filled += len(values) - values.count(None)
            reader.add_row(last, values)
    reader.spend_cells(filled)
    return last


def _hides(head: str, *, empty: bool) -> bool:
    """Whether what follows a row's number says that it is hidden. Raises OddMarkupError where that is odd."""
    found = _HEAD.fullmatch(head)
    said = _ATTRIBUTE.findall(head)
    attributes = dict(said)
    if found is None or (found[3] is None) != empty or len(attributes) < len(said) or "r" in attributes:
        raise OddMarkupError
    return is_hidden(attributes)


def _values(reader: SheetReader, row: str, addresses: list[str], contents: list[str]) -> list[Raw]:
    """What a row's cells hold from column A on. Raises OddMarkupError."""
    contents[-1] = _without_row_end(contents[-1])
    columns = _columns('"'.join(addresses).replace(row, _ROW_NUMBER))
    often, less = reader.known
    values = list(map(often.get, contents))
    at = -1
    for _ in range(values.count(None)):
        at = values.index(None, at + 1)
        content = contents[at]
        if content in less:
            values[at] = less[content]
        elif content in often:  # as an empty cell, or by a cell before it
            values[at] = often[content]
        else:
            values[at] = reader.read_content(int(row), columns[at], content)
    if len(values) == columns[-1]:
        return values
    spread: list[Raw] = [None] * columns[-1]
    for column, value in zip(columns, values, strict=True):
        spread[column - 1] = value
    return spread


def _without_row_end(content: str) -> str:
    """The last cell of a row by itself. Raises OddMarkupError."""
    cell, end, after = content.rpartition("</row>")
    if not end or after.strip(" \n"):
        raise OddMarkupError
    return cell


@lru_cache(maxsize=128)
def _columns(addresses: str) -> tuple[int, ...]:
    """The columns of the cells of a row, whose number is left out of their addresses. Raises OddMarkupError."""
    found = [_ADDRESS.fullmatch(address) for address in addresses.split('"')]
    columns = [column_number(each[1]) for each in found if each is not None]
    if len(columns) < len(found) or columns != sorted({*columns}) or columns[-1] > LAST_COLUMN:
        raise OddMarkupError
    return tuple(columns)

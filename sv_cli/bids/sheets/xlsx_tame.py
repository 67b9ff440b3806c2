"""Owns the short way through worksheets that are written as programs write them, ten times as fast as a parser's.

Rows of cells without anything odd about their markup are told apart by one pattern. Whether the pattern took in
every tag is counted; where it did not, or a row is hidden, or a letter needs a parser's care, the sheet goes the long
way from its beginning, so that the two ways cannot differ. What stands around the rows goes through the parser always.
"""

import re
from collections.abc import Iterator

from sv_cli.bids.sheets.archive import Archive
from sv_cli.bids.sheets.grid import LAST_ROW, Grid
from sv_cli.bids.sheets.xlsx_sheet import SheetReader

_FIRST, _LAST = b"<sheetData>", b"</sheetData>"
_ROW_END = b"</row>"
_LONGEST_HEAD = 1 << 20
_BLOCK = 1 << 20
_CONTROLS = bytes({*range(32)} - {9, 10})  # the parser refuses them, or makes a line feed of them
_OWN_ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)")
_OTHER_ENCODING = re.compile(rb"<\?xml[^>]*encoding=[\"'](?!utf-8[\"'])", re.IGNORECASE)
_ATTRIBUTES = r'((?: [a-zA-Z0-9:]++="[^"<>]*+")*+) ?'
_ROW = re.compile(rf'<row r="([0-9]{{1,7}}+)"{_ATTRIBUTES}>')
_EMPTY_ROW = re.compile(rf'\s*+<row r="([0-9]{{1,7}}+)"{_ATTRIBUTES}/>\s*+')
_HIDING = re.compile(r' (?:hidden="(?!0"|false")|ht="0(?:\.0)?")')
_CELL = re.compile(
    r'<c r="([A-Z]{1,3}+)([0-9]++)"(?: s="([0-9]{1,9}+)")?+(?: t="([a-zA-Z]++)")?+'
    r"(?:>(<f(?: [^<>]*+)?+(?:/>|>[^<]*+</f>))?+"
    r'<(?:v>([^<]++)</v>|is><t(?: xml:space="preserve")?+>([^<]++)</t></is>)</c>| ?/>)'
)


class _OddError(Exception):
    """The sheet needs a parser."""


def read_tame(reader: SheetReader, archive: Archive, part: str) -> Grid | None:
    """The sheet in ``part`` by ``reader``; None when it has to go the long way, with a reader of its own."""
    try:
        around = _around(reader, archive.chunks(part))
    except _OddError:
        return None
    return reader.read((around,), part)


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
    """Give all rows to ``reader``; the markup before and after them. Raises _OddError."""
    head, rest = _until_rows(chunks)
    last = 0
    tail = b""
    for block in _blocks(chunks, rest):
        rows, mark, tail = block.partition(_LAST)
        last = _read_rows(reader, rows, last)
        if mark:
            break
    else:
        raise _OddError
    return head + _LAST + tail + b"".join(chunks)


def _until_rows(chunks: Iterator[bytes]) -> tuple[bytes, bytes]:
    """What stands before the rows, with the tag that opens them, and what was read beyond it."""
    head = b""
    for chunk in chunks:
        head += chunk
        at = head.find(_FIRST)
        if at >= 0:
            head, rest = head[: at + len(_FIRST)], head[at + len(_FIRST) :]
            if _OTHER_ENCODING.match(head) or b"zeroHeight" in head:
                raise _OddError
            return head, rest
        if len(head) > _LONGEST_HEAD:
            break
    raise _OddError


def _blocks(chunks: Iterator[bytes], rest: bytes) -> Iterator[bytes]:
    """The markup in blocks of whole rows; the last one holds the end of the rows and what was read beyond it."""
    pieces, size = [rest], len(rest)
    ended = _LAST in rest
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
                raise _OddError
            yield block[:cut]
            pieces, size = [block[cut:]], len(block) - cut
    yield b"".join(pieces)


def _read_rows(reader: SheetReader, markup: bytes, last: int) -> int:
    """Give the rows in ``markup`` to ``reader``; the number of the last one. Raises _OddError."""
    text = _text_of(markup)
    if text is None:
        raise _OddError
    tags = 0
    *rows, after = text.split("</row>")
    for row in rows:
        match, empty = _ROW.match(row), 0
        if match is None:
            start, empty = _past_empty_rows(row)
            match = _ROW.match(row, start)
        if match is None or not last < int(match[1]) <= LAST_ROW or _HIDING.search(match[2]):
            raise _OddError
        last = int(match[1])
        tags += 2 + empty + reader.add_row(match[1], _CELL.findall(row, match.end()))
    end, empty = _past_empty_rows(after)
    if tags + empty != text.count("<") or after[end:].strip():
        raise _OddError
    return last


def _past_empty_rows(text: str) -> tuple[int, int]:
    """Where the rows without cells at the beginning of ``text`` end, and how many they are."""
    at = len(text) - len(text.lstrip())
    count = 0
    while (match := _EMPTY_ROW.match(text, at)) is not None:
        if not 1 <= int(match[1]) <= LAST_ROW or _HIDING.search(match[2]):
            raise _OddError
        at = match.end()
        count += 1
    return at, count

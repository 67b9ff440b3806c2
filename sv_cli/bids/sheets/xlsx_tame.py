"""Owns the short way through worksheets that are written as programs write them, several times as quick as a parser.

Rows of cells without anything odd about their markup are told apart by one pattern. Whether the pattern took in
every tag is counted; where it did not, or a row is hidden, or a letter needs a parser's care, the sheet goes the long
way from its beginning, so that the two ways cannot differ. What stands around the rows goes through the parser always.
"""

import re
from collections.abc import Iterator

from sv_cli.bids.sheets.archive import Archive
from sv_cli.bids.sheets.grid import LAST_COLUMN, LAST_ROW, Grid, Raw
from sv_cli.bids.sheets.xlsx_sheet import SheetReader

_FIRST, _LAST = b"<sheetData>", b"</sheetData>"
_ROW_END = b"</row>"
_LONGEST_HEAD = 1 << 20
_BLOCK = 1 << 20
_CONTROLS = bytes({*range(32)} - {9, 10})  # the parser refuses them, or makes a line feed of them
_OWN_ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)")
_OTHER_ENCODING = re.compile(rb"<\?xml[^>]*encoding=[\"'](?!utf-8[\"'])", re.IGNORECASE)
_HIDES = (' hidden="', ' ht="0')
_CONTENT = (
    r'(?: s="[0-9]{1,9}+"(?: t="[a-zA-Z]++")?+| t="[a-zA-Z]++"(?: s="[0-9]{1,9}+")?+)?+'
    r"(?:>(?:<f(?: [^<>]*+)?+(?:/>|>[^<]*+</f>))?+"
    r'<(?:v>[^<]*+</v>|is><t(?: xml:space="preserve")?+>[^<]*+</t></is>)</c>| ?/>)'
)
_TAGS = re.compile(
    rf'<(?:c r="([A-Z]{{1,3}}+)([0-9]++)"({_CONTENT})'
    r'|row r="([0-9]{1,7}+)"(?: [a-zA-Z0-9:]++="[^"<>]*+")*+ ?(/?)>|/row>)'
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
            if _OTHER_ENCODING.match(head):
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
    if text is None or any(said in text for said in _HIDES):
        raise _OddError
    known, shared, columns = reader.known, reader.shared, reader.columns
    tags, at, filled, current = 0, 0, 0, ""
    row: list[Raw] = []
    found = _TAGS.findall(text)
    for letters, digits, content, number, closed in found:
        if content:
            at += 1
            if columns[letters] != at or digits != current:
                if digits != current or not at < columns[letters] <= LAST_COLUMN:
                    raise _OddError
                row.extend([None] * (columns[letters] - at))
                at = columns[letters]
            read = known.get(content) or shared.get(content) or reader.read_content(last, at, content)
            row.append(read[0])
            tags += read[1]
        elif number:
            if current or not last < int(number) <= LAST_ROW:
                raise _OddError
            last, current, row, at = int(number), "" if closed else number, [], 0
            tags += 1
        elif not current or at > LAST_COLUMN:
            raise _OddError
        else:
            filled += len(row) - row.count(None)
            reader.add_row(last, row)
            current = ""
            tags += 1
    reader.spend_cells(filled)
    if current or tags != text.count("<"):
        raise _OddError
    return last

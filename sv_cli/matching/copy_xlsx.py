"""Owns the copy of an xlsx bid with its proposals: cells are inserted into the sheets' XML, all else stays as it is.

A library that reads a workbook and writes it again would lose the stored results of formulas, and with them
quantities; so only the rows that gain cells are changed. The cells are inline texts, which no program runs.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import cycle
from math import ceil
from operator import itemgetter
from xml.sax.saxutils import escape

from msgspec import Struct

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.archive import Archive
from sv_cli.bids.sheets.xlsx import sheet_parts
from sv_cli.matching.columns import Addition, Gain, UnwritableError, placed
from sv_cli.matching.looks import WIDTHS, Kind, Styles, with_lists, with_widths
from sv_cli.model.addresses import column_letters, column_number

_ROW = re.compile(r"<((?:\w+:)?)row\b([^>]*?)(?:/>|>(.*?)</\1row>)", re.DOTALL)
_CELL = re.compile(r"<((?:\w+:)?)c\b([^>]*?)(?:/>|>.*?</\1c>)", re.DOTALL)
_NUMBER = re.compile(r'\br="([0-9]+)"')
_PLACE = re.compile(r'\br="([A-Z]+)[0-9]+"')
_STYLE = re.compile(r'\bs="([0-9]+)"')
_SPANS = re.compile(r'\s+spans="[^"]*"')
_HEIGHT = re.compile(r'\s+ht="([0-9.]+)"')
_OWN_HEIGHT = re.compile(r'\bcustomHeight="(?:1|true)"')
_LINE = 15  # points
_CONTENT = re.compile(r"<(?:\w+:)?(?:v|f|is)\b")
_MERGE = re.compile(r'<(?:\w+:)?mergeCell\b[^>]*\bref="[A-Z]+[0-9]+:([A-Z]+)([0-9]+)"')
_DIMENSION = re.compile(r"<(?:\w+:)?dimension\b[^>]*?(?:/>|>.*?</(?:\w+:)?dimension>)", re.DOTALL)
_STYLES = "xl/styles.xml"
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class _New(Struct, frozen=True):
    """A cell to insert."""

    text: str
    kind: Kind


def is_xlsx(data: bytes, options: ReadOptions) -> bool:
    """Whether a zip container is an xlsx or xlsm workbook, and neither xlsb nor an OpenDocument."""
    names = Archive.of(data, options).names
    return "xl/workbook.bin" not in names and "content.xml" not in names


def copy_xlsx(data: bytes, gained: Iterable[Gain], options: ReadOptions) -> bytes:
    """The workbook with the gained cells; raises UnwritableError when a sheet's XML is unusual."""
    archive = Archive.of(data, options)
    parts = {name: part.casefold() for name, part in sheet_parts(archive).items()}
    by_part: dict[str, list[Gain]] = {}
    for gain in gained:
        by_part.setdefault(parts[gain.sheet], []).append(gain)
    styles = Styles(_markup(archive.read(_STYLES)) if _STYLES in archive else "")
    changed = {part: _with_gains(_markup(archive.read(part)), each, styles).encode() for part, each in by_part.items()}
    return _rewritten(data, changed | {_STYLES: styles.markup().encode()}, archive)


def _rewritten(data: bytes, changed: Mapping[str, bytes], archive: Archive) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = changed.get(info.filename.replace("\\", "/").lstrip("/").casefold())
            new.writestr(info, archive.read(info.filename) if part is None else part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _markup(part: bytes) -> str:
    try:
        return part.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnwritableError("its sheets are not in UTF-8") from None


def _with_gains(text: str, gained: Sequence[Gain], styles: Styles) -> str:
    begun = list(placed(gained, _last(text, min(gain.header_row for gain in gained))))
    cells: dict[int, dict[int, _New]] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for start, gain in begun:
        for addition in gain.additions:
            cells.setdefault(addition.row, {}).update(_cells(start, addition, gain))
            if addition.options:
                lists[f"{column_letters(start)}{addition.row}"] = addition.options
    text = _put_in(_with_rows(text, cells), cells, styles)
    text = with_lists(with_widths(text, [start for start, _ in begun]), lists)
    return _DIMENSION.sub("", text, count=1)


def _with_rows(text: str, wanted: Iterable[int]) -> str:
    """The sheet's XML with an empty row for each of the ``wanted`` ones that it does not have."""
    rows = [(int(found[1]), row) for row in _ROW.finditer(text) if (found := _NUMBER.search(row[2]))]
    if len(rows) < len(_ROW.findall(text)):
        raise UnwritableError("the rows of its sheets have no numbers")
    for number in sorted(set(wanted) - {at for at, _ in rows}, reverse=True):
        before = max((row for row in rows if row[0] < number), key=itemgetter(0))[1]
        text = f'{text[: before.end()]}<{before[1]}row r="{number}"></{before[1]}row>{text[before.end() :]}'
    return text


def _cells(start: int, addition: Addition, gain: Gain) -> Iterator[tuple[int, _New]]:
    """The new cells of a row by 1-based column."""
    head = addition.row == gain.header_row
    for at, text in enumerate(addition.texts):
        open_ = at == 0 and addition.open
        yield start + at, _New(text, Kind.HEAD if head else Kind.CHOICE if open_ else Kind.TEXT)


def _last(text: str, first: int) -> int:
    """The last column with content, or within a merged range, from the row ``first`` on."""
    filled = (
        column_number(place[1])
        for number, body in _numbered(text)
        if number >= first
        for cell in _CELL.finditer(body)
        if _CONTENT.search(cell[0]) and (place := _PLACE.search(cell[2]))
    )
    merged = (column_number(merge[1]) for merge in _MERGE.finditer(text) if int(merge[2]) >= first)
    return max((*filled, *merged), default=0)


def _numbered(text: str) -> Iterable[tuple[int, str]]:
    for match in _ROW.finditer(text):
        number = _NUMBER.search(match[2])
        if number:
            yield int(number[1]), match[3] or ""


def _put_in(text: str, cells: Mapping[int, Mapping[int, _New]], styles: Styles) -> str:
    def row(match: re.Match[str]) -> str:
        number = _NUMBER.search(match[2])
        wanted = cells.get(int(number[1])) if number else None
        if not number or not wanted:
            return match[0]
        body = match[3] or ""
        base = _style_before(body, min(wanted))
        for column, new in sorted(wanted.items()):
            at, end = _gap(body, column)
            cell = _cell(match[1], f"{column_letters(column)}{number[1]}", new, styles.of(base, new.kind))
            body = body[:at] + cell + body[end:]
        return f"<{match[1]}row{_fitting(match[2], _lines(wanted))}>{body}</{match[1]}row>"

    return _ROW.sub(row, text)


def _lines(wanted: Mapping[int, _New]) -> int:
    """How many lines the longest new text of a row takes in its column."""
    texts = (new.text for _, new in sorted(wanted.items()))
    return max(ceil(len(text) / width) for text, width in zip(texts, cycle(WIDTHS), strict=False))


def _fitting(attributes: str, lines: int) -> str:
    """A row's attributes without its spans, and with a height for ``lines``, unless the bid sets one of its own."""
    bare = _SPANS.sub("", attributes)
    if _OWN_HEIGHT.search(bare):
        return bare
    if lines > 1 and not _HEIGHT.search(bare):  # not every program works heights out when it opens a workbook
        return f'{bare} ht="{lines * _LINE}"'
    return _HEIGHT.sub(lambda height: f' ht="{max(float(height[1]), lines * _LINE):g}"', bare)


def _style_before(body: str, column: int) -> int:
    """The number of the style of the last cell before a column in a row's XML."""
    style = 0
    for match in _CELL.finditer(body):
        place = _PLACE.search(match[2])
        if place and column_number(place[1]) >= column:
            break
        found = _STYLE.search(match[2])
        style = int(found[1]) if found else 0
    return style


def _gap(body: str, column: int) -> tuple[int, int]:
    """The start and end in a row's XML where the cell of a column goes; they differ if it replaces an empty one."""
    for match in _CELL.finditer(body):
        place = _PLACE.search(match[2])
        here = column_number(place[1]) if place else 0
        if here >= column:
            return match.start(), match.end() if here == column else match.start()
    return len(body), len(body)


def _cell(prefix: str, address: str, new: _New, style: int) -> str:
    start = f'<{prefix}c r="{address}" s="{style}"'
    if not new.text:
        return f"{start}/>"
    text = escape(_UNWRITABLE.sub("", new.text))
    return (
        f'{start} t="inlineStr"><{prefix}is><{prefix}t xml:space="preserve">{text}</{prefix}t></{prefix}is></{prefix}c>'
    )

"""Owns the copy of a workbook with its proposals: cells are put into the sheets' markup, all else stays byte for byte.

A library that reads a workbook and writes it again would lose the results that formulas had, and with them
quantities; so only the rows that gain cells are touched. The cells are inline texts, which no program runs.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.archive import Archive
from sv_cli.bids.sheets.xlsx import sheet_parts
from sv_cli.matching.columns import Gain, UnwritableError
from sv_cli.model.addresses import column_letters, column_number

_ROW = re.compile(r"<((?:\w+:)?)row\b([^>]*?)(?:/>|>(.*?)</\1row>)", re.DOTALL)
_CELL = re.compile(r"<((?:\w+:)?)c\b([^>]*?)(?:/>|>.*?</\1c>)", re.DOTALL)
_NUMBER = re.compile(r'\br="([0-9]+)"')
_PLACE = re.compile(r'\br="([A-Z]+)[0-9]+"')
_STYLE = re.compile(r'\bs="([0-9]+)"')
_SPANS = re.compile(r'\s+spans="[^"]*"')
_DIMENSION = re.compile(r"<(?:\w+:)?dimension\b[^>]*?(?:/>|>.*?</(?:\w+:)?dimension>)", re.DOTALL)
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def copy_xlsx(data: bytes, gained: Iterable[Gain], options: ReadOptions) -> bytes:
    """The workbook with what its tables gained; raises UnwritableError when a sheet's markup is unusual."""
    archive = Archive.of(data, options.max_unpacked)
    parts = {name: part.casefold() for name, part in sheet_parts(archive).items()}
    by_part: dict[str, list[Gain]] = {}
    for gain in gained:
        by_part.setdefault(parts[gain.sheet], []).append(gain)
    return _rewritten(data, by_part, archive)


def _rewritten(data: bytes, by_part: Mapping[str, list[Gain]], archive: Archive) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = archive.read(info.filename)
            gained = by_part.get(info.filename.replace("\\", "/").lstrip("/").casefold())
            new.writestr(info, _with_gains(part, gained) if gained else part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _with_gains(part: bytes, gained: list[Gain]) -> bytes:
    try:
        text = part.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnwritableError("its sheets are not in UTF-8") from None
    for gain in gained:
        cells = _cells(text, gain)
        text, done = _put_in(text, cells)
        if done < set(cells):
            raise UnwritableError("the rows of its sheets carry no numbers")
    return _DIMENSION.sub("", text, count=1).encode()


def _cells(text: str, gain: Gain) -> dict[int, dict[int, str]]:
    """The new cells by row and 1-based column; what is added stands to the right of the table's last filled cell."""
    rows = {number: body for number, body in _numbered(text) if gain.header_row <= number <= gain.last_row}
    last = max((column_number(place) for body in rows.values() for place in _PLACE.findall(body)), default=0)
    cells: dict[int, dict[int, str]] = {}
    for filling in gain.fillings:
        cells.setdefault(filling.row, {})[filling.column] = filling.text
    for addition in gain.additions:
        cells.setdefault(addition.row, {}).update(enumerate(addition.texts, start=last + 1))
    return cells


def _numbered(text: str) -> Iterable[tuple[int, str]]:
    for match in _ROW.finditer(text):
        number = _NUMBER.search(match[2])
        if number:
            yield int(number[1]), match[3] or ""


def _put_in(text: str, cells: Mapping[int, Mapping[int, str]]) -> tuple[str, set[int]]:
    done: set[int] = set()

    def row(match: re.Match[str]) -> str:
        number = _NUMBER.search(match[2])
        wanted = cells.get(int(number[1])) if number else None
        if not number or not wanted:
            return match[0]
        done.add(int(number[1]))
        body = match[3] or ""
        for column, said in sorted(wanted.items()):
            body = _with_cell(body, match[1], int(number[1]), column, said)
        return f"<{match[1]}row{_SPANS.sub('', match[2])}>{body}</{match[1]}row>"

    return _ROW.sub(row, text), done


def _with_cell(body: str, prefix: str, row: int, column: int, said: str) -> str:
    """The row's markup with one more cell, in its place; a cell that is there already gives its style."""
    if not said:
        return body
    style, at, end = "", len(body), len(body)
    for match in _CELL.finditer(body):
        place = _PLACE.search(match[2])
        here = column_number(place[1]) if place else 0
        if here > column:
            at = end = match.start()
            break
        found = _STYLE.search(match[2])
        style = f' s="{found[1]}"' if found else ""
        if here == column:
            at, end = match.span()
            break
    address = quoteattr(f"{column_letters(column)}{row}")
    text = escape(_UNWRITABLE.sub("", said))
    cell = (
        f'<{prefix}c r={address}{style} t="inlineStr"><{prefix}is><{prefix}t xml:space="preserve">{text}</{prefix}t>'
        f"</{prefix}is></{prefix}c>"
    )
    return body[:at] + cell + body[end:]

"""Owns cells of an xlsb file that leave out their column, being beside the cell before: no engine here reads them.

SheetJS writes them, Excel does not (MS-XLSB, section 2.4: BrtShortBlank to BrtShortIsst).
"""

import io
import struct
import zipfile

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.archive import Archive
from sv_cli.bids.sheets.xlsb import BOOK, CELLS, ROW, SHORT, records
from sv_cli.bids.sheets.xlsx import related_parts

_NEEDED = (".bin", ".rels", ".xml")


def with_columns(data: bytes, options: ReadOptions) -> bytes:
    """The workbook with the column in each cell; pictures and the like are left out."""
    archive = Archive.of(data, options)
    sheets = {path.casefold() for kind, path in related_parts(archive, BOOK).values() if kind.endswith("/worksheet")}
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in dict.fromkeys(old.namelist()):
            if name.casefold().endswith(_NEEDED):
                new.writestr(name, _sheet(archive, name) if name.casefold() in sheets else archive.read(name))
    return file.getvalue()


def _sheet(archive: Archive, name: str) -> bytes:
    parts: list[bytes] = []
    column = -1
    for kind, body in records(archive, name):
        if kind == ROW:
            column = -1
        elif kind in CELLS:
            (column,) = struct.unpack_from("<I", body)
        elif kind in SHORT:
            column += 1
            parts.append(_record(SHORT[kind], struct.pack("<I", column) + body))
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

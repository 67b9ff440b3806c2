"""Owns xlsx and xlsm: workbook, shared texts, styles and sheets, read straight from the container's XML.

An engine that gives values alone does not tell hidden rows, formulas without a result, date systems, error cells or
what a number format prints; a reader of promises needs them all, so one pass over the markup yields both.
"""

import posixpath
from collections.abc import Callable

from msgspec import Struct

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.archive import Archive
from sv_cli.bids.sheets.grid import Book, Grid, UnreadableError
from sv_cli.bids.sheets.markup import Attributes, attribute, walk
from sv_cli.bids.sheets.styles import Style, style_of
from sv_cli.bids.sheets.xlsx_sheet import SheetReader, Surroundings

_TRUE = ("1", "true", "on")


class _Entry(Struct, frozen=True):
    name: str
    relation: str
    hidden: bool


class _Workbook(Struct):
    entries: list[_Entry]
    dates_1904: bool = False
    recalculated: bool = False


def read_xlsx(archive: Archive, options: ReadOptions) -> Book:
    """All worksheets of the workbook; raises UnreadableError when it is none, or broken."""
    path = _workbook_path(archive)
    workbook = _read_workbook(archive, path)
    if len(workbook.entries) > options.max_sheets:
        raise UnreadableError("file-too-large", size=f"{len(workbook.entries)} sheets", limit=f"{options.max_sheets}")
    relations = _relations(archive, path)
    surroundings = Surroundings(
        texts=_shared_texts(archive, _related(relations, "/sharedStrings", path), options),
        styles=_styles(archive, _related(relations, "/styles", path)),
        dates_1904=workbook.dates_1904,
        recalculated=workbook.recalculated,
        options=options,
    )
    grids = tuple(
        grid
        for entry in workbook.entries
        if (grid := _sheet(archive, entry, relations, path, surroundings)) is not None
    )
    return Book(grids, serials_1904=workbook.dates_1904)


def sheet_parts(archive: Archive) -> dict[str, str]:
    """The part of the container that holds each sheet, by its name; raises UnreadableError as read_xlsx does."""
    path = _workbook_path(archive)
    relations = _relations(archive, path)
    entries = _read_workbook(archive, path).entries
    return {entry.name: _target(relations[entry.relation][1], path) for entry in entries if entry.relation in relations}


def _sheet(
    archive: Archive, entry: _Entry, relations: dict[str, tuple[str, str]], path: str, surroundings: Surroundings
) -> Grid | None:
    kind, target = relations.get(entry.relation, ("", ""))
    if not target:
        raise UnreadableError("file-damaged", reason=f"its sheet {entry.name!r} has no content")
    if not kind.endswith("/worksheet"):
        return None  # a chart or a macro sheet holds no cells to read
    return SheetReader(entry.name, entry.hidden, surroundings).read(archive, _target(target, path))


def _workbook_path(archive: Archive) -> str:
    relations = _relations(archive, "")
    for kind, target in relations.values():
        if kind.endswith("/officeDocument"):
            path = _target(target, "")
            if path.casefold().startswith("word/"):
                raise UnreadableError("not-a-spreadsheet", reason="it is a Word document")
            if path.casefold().startswith("ppt/"):
                raise UnreadableError("not-a-spreadsheet", reason="it is a PowerPoint presentation")
            if path in archive:
                return path
    if "xl/workbook.xml" in archive:
        return "xl/workbook.xml"
    raise UnreadableError("not-a-spreadsheet", reason="it is an Office file without a workbook")


def _relations(archive: Archive, path: str) -> dict[str, tuple[str, str]]:
    """The relations of a part: by id, their type and target."""
    folder, name = posixpath.split(path)
    part = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, tuple[str, str]] = {}
    if part not in archive:
        return found

    def start(name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            found[attributes.get("Id", "")] = (attributes.get("Type", ""), attributes.get("Target", ""))

    walk(archive.chunks(part), start, _nothing, _nothing, part)
    return found


def _related(relations: dict[str, tuple[str, str]], kind: str, path: str) -> str | None:
    return next((_target(target, path) for type_, target in relations.values() if type_.endswith(kind)), None)


def _target(target: str, path: str) -> str:
    target = target.replace("\\", "/")
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def _read_workbook(archive: Archive, path: str) -> _Workbook:
    workbook = _Workbook([])

    def start(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            workbook.entries.append(_Entry(attributes.get("name", ""), attribute(attributes, "id") or "", hidden))
        elif name == "workbookPr":
            workbook.dates_1904 = attributes.get("date1904", "0") in _TRUE
        elif name == "calcPr":
            workbook.recalculated = attributes.get("fullCalcOnLoad", "0") in _TRUE

    walk(archive.chunks(path), start, _nothing, _nothing, path)
    return workbook


def _shared_texts(archive: Archive, path: str | None, options: ReadOptions) -> list[str]:  # noqa: C901 - three handlers that share their state
    """The shared texts; phonetic guides (``rPh``) are no part of them."""
    texts: list[str] = []
    if path is None or path not in archive:
        return texts
    parts: list[str] = []
    open_text = phonetic = False

    def start(name: str, _: Attributes) -> None:
        nonlocal open_text, phonetic
        if name == "si":
            parts.clear()
        elif name == "rPh":
            phonetic = True
        open_text = name == "t" and not phonetic

    def end(name: str) -> None:
        nonlocal open_text, phonetic
        open_text = False
        if name == "si":
            texts.append("".join(parts))
            if len(texts) > options.max_cells:
                raise UnreadableError("too-many-cells", limit=f"{options.max_cells:,}")
        elif name == "rPh":
            phonetic = False

    def text(data: str) -> None:
        if open_text:
            parts.append(data)

    walk(archive.chunks(path), start, end, text, path)
    return texts


def _styles(archive: Archive, path: str | None) -> list[Style]:
    """The style of every cell format, in the file's order."""
    reader = _StyleReader()
    if path is not None and path in archive:
        walk(archive.chunks(path), reader.start, reader.end, _nothing, path)
    return reader.styles


class _StyleReader:
    def __init__(self) -> None:
        self.styles: list[Style] = []
        self._codes: dict[int, str] = {}
        self._struck: list[bool] = []
        self._within = ""

    def start(self, name: str, attributes: Attributes) -> None:
        if name in ("fonts", "cellXfs", "dxfs", "cellStyleXfs"):
            self._within = name
        elif name == "numFmt" and self._within != "dxfs":
            self._codes[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "font" and self._within == "fonts":
            self._struck.append(False)
        elif name == "strike" and self._within == "fonts" and self._struck:
            self._struck[-1] = attributes.get("val", "1") in _TRUE
        elif name == "xf" and self._within == "cellXfs":
            self.styles.append(self._style(attributes))

    def end(self, name: str) -> None:
        if name == self._within:
            self._within = ""

    def _style(self, attributes: Attributes) -> Style:
        number = _number(attributes.get("numFmtId"))
        style = style_of(number, self._codes.get(number))
        font = _number(attributes.get("fontId"))
        struck = 0 <= font < len(self._struck) and self._struck[font]
        return Style(style.sort, style.prefix, style.suffix, struck=True) if struck else style


def _number(text: str | None) -> int:
    try:
        return int(text or 0)
    except ValueError:
        return 0


_nothing: Callable[..., None] = lambda *_: None  # noqa: E731 - a handler that does nothing

"""Owns xlsx and xlsm: workbook, shared texts, styles and sheets, read straight from the container's XML.

An engine that gives values alone does not tell hidden rows, formulas without a result, date systems, error cells or
what a number format prints; a reader of promises needs them all, so one pass over the markup yields both.
"""

import posixpath
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from html import unescape
from typing import Any, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.archive import Archive
from sv_cli.bids.sheets.comments import Comments, comments_in, has_comments
from sv_cli.bids.sheets.damaged import MENDED, may_be_damaged, mended
from sv_cli.bids.sheets.grid import Book, Grid, Raw, Remark, UnreadableError
from sv_cli.bids.sheets.lengthy import LONG, may_say_much, require_few_letters
from sv_cli.bids.sheets.markup import TRUE, Attributes, attribute, joined, walk
from sv_cli.bids.sheets.runs import Runs
from sv_cli.bids.sheets.styles import Style, style_of
from sv_cli.bids.sheets.xlsx_sheet import SheetReader, Surroundings
from sv_cli.bids.sheets.xlsx_tame import read_tame, tame_text
from sv_cli.late import late

_WHITES = ("1", "9")
_LONGEST_KEPT = 1 << 16
_BATCH = 100
_LONGEST_AT_ONCE = 1 << 25
_PLAIN_TEXT = late(r'<si><t(?: xml:space="preserve")?>([^<]*+)</t></si>')

T = TypeVar("T")
Relations = Mapping[str, tuple[str, str]]  # by id: type and target


class _Entry(Struct, frozen=True):
    name: str
    relation: str
    hidden: bool


class _Workbook(Struct, frozen=True):
    entries: tuple[_Entry, ...]
    dates_1904: bool = False
    recalculated: bool = False


class _Styles(Struct, frozen=True):
    """The style of every cell format, in the file's order, and cells that say the same wherever these styles are."""

    formats: tuple[Style, ...] = ()
    known: dict[str, Raw] = field(default_factory=dict)


def read_xlsx(archive: Archive, options: ReadOptions) -> Book:
    """All worksheets of the workbook; raises UnreadableError when it is none, or broken."""
    path = _workbook_path(archive)
    workbook = _read_workbook(archive, path)
    if len(workbook.entries) > options.max_sheets:
        raise UnreadableError("file-too-large", size=f"{len(workbook.entries)} sheets", limit=f"{options.max_sheets}")
    relations = _relations(archive, path)
    styles = _styles(archive, _related(relations, "/styles", path))
    texts, remarks = _mended(_shared_texts(archive, _related(relations, "/sharedStrings", path), options))
    surroundings = Surroundings(
        texts=texts,
        styles=styles.formats,
        dates_1904=workbook.dates_1904,
        recalculated=workbook.recalculated,
        options=options,
        known=styles.known,
    )
    grids = tuple(
        grid
        for entry in workbook.entries
        if (grid := _sheet(archive, entry, relations, path, surroundings)) is not None
    )
    if max(map(len, texts), default=0) > LONG or may_say_much(archive.unpacked, options):
        require_few_letters(grids, options)
    return Book(grids, remarks, serials_1904=workbook.dates_1904)


def _mended(texts: list[str]) -> tuple[list[str], tuple[Remark, ...]]:
    """The shared texts, those that were read in the wrong encoding as they were before; and what to say of it."""
    batches = ("\n".join(texts[at : at + _BATCH]) for at in range(0, len(texts), _BATCH))  # each quicker than its texts
    if not any(map(may_be_damaged, batches)):
        return texts, ()
    whole = [mended(text) if may_be_damaged(text) else text for text in texts]
    return whole, () if whole == texts else (MENDED,)


def sheet_parts(archive: Archive) -> dict[str, str]:
    """The part of the container that holds each sheet, by its name; raises UnreadableError as read_xlsx does."""
    path = _workbook_path(archive)
    relations = _relations(archive, path)
    entries = _read_workbook(archive, path).entries
    return {entry.name: _target(relations[entry.relation][1], path) for entry in entries if entry.relation in relations}


def related_parts(archive: Archive, path: str) -> Relations:
    """The parts that a part relates to: by id, their type and path."""
    return {name: (kind, _target(target, path)) for name, (kind, target) in _relations(archive, path).items()}


def _sheet(archive: Archive, entry: _Entry, relations: Relations, path: str, surroundings: Surroundings) -> Grid | None:
    if not entry.relation:
        return None  # a module of Excel 5, which has no part of its own
    kind, target = relations.get(entry.relation, ("", ""))
    if not target:
        raise UnreadableError("file-damaged", reason=f"its sheet {entry.name!r} has no content")
    if not kind.endswith("/worksheet"):
        return None  # a chart or a macro sheet holds no cells to read
    part = _target(target, path)
    grid = read_tame(SheetReader(entry.name, entry.hidden, surroundings), archive, part)
    if grid is None:
        archive.refund(part)
        grid = SheetReader(entry.name, entry.hidden, surroundings).read(archive.markup(part), part)
    return replace(grid, comments=_comments(archive, part)) if has_comments(archive) else grid


def _comments(archive: Archive, sheet: str) -> Comments:
    part = _related(_relations(archive, sheet), "/comments", sheet)
    return {} if part is None or part not in archive else comments_in(archive.markup(part), part)


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


def _relations(archive: Archive, path: str) -> Relations:
    """The relations of a part: by id, their type and target."""
    folder, name = posixpath.split(path)
    part = posixpath.join(folder, "_rels", f"{name}.rels")
    return _parsed(_relations_in, archive, part) if part in archive else {}


def _parsed(parse: Callable[[Iterable[bytes], str], T], archive: Archive, part: str) -> T:
    """What ``parse`` makes of a part; workbooks of one maker share theirs to the byte, and each is parsed once."""
    if archive.size(part) > _LONGEST_KEPT:
        return parse(archive.markup(part), part)
    found: T = _KEPT[parse]((archive.read(part),), part)
    return found


def _relations_in(chunks: Iterable[bytes], part: str) -> Relations:
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            found[attributes.get("Id", "")] = (attributes.get("Type", ""), attributes.get("Target", ""))

    walk(chunks, start, _nothing, _nothing, part)
    return found


def _related(relations: Relations, kind: str, path: str) -> str | None:
    return next((_target(target, path) for type_, target in relations.values() if type_.endswith(kind)), None)


def _target(target: str, path: str) -> str:
    target = target.replace("\\", "/")
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def _read_workbook(archive: Archive, path: str) -> _Workbook:
    return _parsed(_workbook_in, archive, path)


def _workbook_in(chunks: Iterable[bytes], part: str) -> _Workbook:
    entries: list[_Entry] = []
    flags = {"date1904": False, "fullCalcOnLoad": False}

    def start(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            entries.append(_Entry(attributes.get("name", ""), attribute(attributes, "id") or "", hidden))
        elif name in ("workbookPr", "calcPr"):
            flags.update({flag: attributes[flag] in TRUE for flag in flags if flag in attributes})

    walk(chunks, start, _nothing, _nothing, part)
    return _Workbook(tuple(entries), flags["date1904"], flags["fullCalcOnLoad"])


def _shared_texts(archive: Archive, path: str | None, options: ReadOptions) -> list[str]:
    """The shared texts, in the file's order."""
    if path is None or path not in archive:
        return []
    if archive.size(path) <= _LONGEST_AT_ONCE:
        text = tame_text(archive.read(path))
        texts = None if text is None else _plain_texts(text)
        if texts is not None:
            _require_few(len(texts), options)
            return texts
        archive.refund(path)
    return _texts_in(archive, path, options)


def _plain_texts(text: str) -> list[str] | None:
    """The shared texts where each is one run of text; None where the part holds anything else."""
    found = _PLAIN_TEXT.findall(text)
    around = 3 if text.startswith("<?xml") else 2
    if text.count("<") != 4 * len(found) + around:
        return None
    return [unescape(each) if "&" in each else each for each in found]


def _require_few(count: int, options: ReadOptions) -> None:
    if count > options.max_cells:
        raise UnreadableError("too-many-cells", limit=f"{options.max_cells:,}")


def _texts_in(archive: Archive, path: str, options: ReadOptions) -> list[str]:
    """The shared texts, whatever they are made of; phonetic guides (``rPh``) are no part of them."""
    texts: list[str] = []
    parts: list[str] = []
    runs = Runs()
    open_text = phonetic = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal open_text, phonetic
        runs.start(name, attributes)
        if name == "si":
            parts.clear()
        elif name == "rPh":
            phonetic = True
        open_text = name == "t" and not phonetic

    def end(name: str) -> None:
        nonlocal open_text, phonetic
        open_text = False
        if name == "si":
            texts.append(joined(parts))
            _require_few(len(texts), options)
        elif name == "rPh":
            phonetic = False

    def text(data: str) -> None:
        if open_text:
            parts.append(runs.shown(data))

    walk(archive.markup(path), start, end, text, path)
    return texts


def _styles(archive: Archive, path: str | None) -> _Styles:
    return _Styles() if path is None or path not in archive else _parsed(_styles_in, archive, path)


def _styles_in(chunks: Iterable[bytes], part: str) -> _Styles:
    reader = _StyleReader()
    walk(chunks, reader.start, reader.end, _nothing, part)
    return _Styles(tuple(reader.styles))


class _StyleReader:
    def __init__(self) -> None:
        self.styles: list[Style] = []
        self._codes: dict[int, str] = {}
        self._struck: list[bool] = []
        self._white: list[bool] = []
        self._bare: list[bool] = []  # of each fill, whether it leaves white what is behind the text
        self._inks: list[str] = []
        self._papers: list[str] = []  # of each fill of one colour
        self._solid = False
        self._within = ""

    def start(self, name: str, attributes: Attributes) -> None:
        if name in ("fonts", "fills", "cellXfs", "dxfs", "cellStyleXfs"):
            self._within = name
        elif name == "numFmt" and self._within != "dxfs":
            self._codes[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "font" and self._within == "fonts":
            self._struck.append(False)
            self._white.append(False)
            self._inks.append("")
        elif name == "color" and self._within == "fonts" and self._white:
            self._white[-1], self._inks[-1] = _is_white(attributes), _colour(attributes)
        elif name == "patternFill" and self._within == "fills":
            self._bare.append(attributes.get("patternType", "none") == "none")
            self._papers.append("")
            self._solid = attributes.get("patternType") == "solid"
        elif name == "gradientFill" and self._within == "fills":
            self._bare.append(False)
            self._papers.append("")
            self._solid = False
        elif name == "fgColor" and self._within == "fills" and self._bare:
            self._bare[-1] = self._bare[-1] or _is_white(attributes)
            self._papers[-1] = _colour(attributes) if self._solid else ""
        elif name == "strike" and self._within == "fonts" and self._struck:
            self._struck[-1] = attributes.get("val", "1") in TRUE
        elif name == "xf" and self._within == "cellXfs":
            self.styles.append(self._style(attributes))

    def end(self, name: str) -> None:
        if name == self._within:
            self._within = ""

    def _style(self, attributes: Attributes) -> Style:
        number = _number(attributes.get("numFmtId"))
        style = style_of(number, self._codes.get(number))
        font, fill = _number(attributes.get("fontId")), _number(attributes.get("fillId"))
        if (_is_set(self._white, font) or style.white) and _is_set(self._bare, fill):
            style = replace(style, veil=style.veil or "it in white on white")
        elif self._is_unseen(font, fill):
            style = replace(style, veil=style.veil or "it in the colour of its background")
        return replace(style, struck=True) if _is_set(self._struck, font) else style

    def _is_unseen(self, font: int, fill: int) -> bool:
        """Whether a font has the very colour of a fill, whatever it is."""
        ink = self._inks[font] if 0 <= font < len(self._inks) else ""
        return bool(ink) and 0 <= fill < len(self._papers) and ink == self._papers[fill]


def _is_set(flags: list[bool], at: int) -> bool:
    return 0 <= at < len(flags) and flags[at]


def _is_white(colour: Attributes) -> bool:
    """Whether a colour is white: as such, as the background of the theme, or in the palette."""
    if colour.get("tint", "0") not in ("0", "0.0"):
        return False
    return (
        colour.get("rgb", "")[-6:].upper() == "FFFFFF" or colour.get("theme") == "0" or colour.get("indexed") in _WHITES
    )


def _colour(colour: Attributes) -> str:
    """What tells a colour from others, however it is named."""
    if "rgb" in colour:
        return f"{colour['rgb'][-6:].upper()} {colour.get('tint', '0')}"
    return " ".join(f"{name} {colour[name]}" for name in ("theme", "indexed", "tint") if name in colour)


def _number(text: str | None) -> int:
    try:
        return int(text or 0)
    except ValueError:
        return 0


_nothing: Callable[..., None] = lambda *_: None  # noqa: E731 - a handler that does nothing
_KEPT: Mapping[Callable[..., Any], Callable[..., Any]] = {
    parse: lru_cache(maxsize=64)(parse) for parse in (_relations_in, _workbook_in, _styles_in)
}

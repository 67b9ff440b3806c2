"""Owns ods: the sheets of an OpenDocument spreadsheet, read straight from its markup."""

import re

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.archive import Archive
from sv_cli.bids.sheets.comments import LONGEST, require_few, without_author
from sv_cli.bids.sheets.grid import (
    LAST_COLUMN,
    LAST_ROW,
    Book,
    Fault,
    Grid,
    Merge,
    Moment,
    Raw,
    Row,
    Shown,
    Uncached,
    UnreadableError,
    iso_day,
    mark_gaps,
    trimmed,
)
from sv_cli.bids.sheets.markup import Attributes, attribute, joined, local, walk
from sv_cli.bids.sheets.ods_styles import OdsStyles
from sv_cli.bids.sheets.runs import as_set
from sv_cli.bids.sheets.styles import telling
from sv_cli.late import late

_PART = "content.xml"
_SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"
_WHAT = {
    "application/vnd.oasis.opendocument.text": "an OpenDocument text",
    "application/vnd.oasis.opendocument.presentation": "an OpenDocument presentation",
    "application/vnd.oasis.opendocument.graphics": "an OpenDocument drawing",
}
_SHAPES = (
    *("shapes", "frame", "custom-shape", "caption", "g", "line", "connector", "measure", "path", "polyline"),
    *("rect", "circle", "ellipse", "polygon", "regular-polygon"),
)
_ASIDE = frozenset(("annotation", "tracked-changes", *_SHAPES))
_MOST_COPIES = 20_000
_LEADING = late(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_SCALE = late(r"^(?:k|m|mn|bn|thousand|million|billion)\b\.?\s*", re.IGNORECASE)
_LEAST_SCALE = 100
_LEAST_SCALED = 500
_FIGURES = late(r"-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)")
_LONGEST_SHOWN = 60
_EXPONENT = late(r"(?<=[0-9.])[eE][+-]?[0-9]+\b")
_FRACTION = late(r"-?(?:\d+ )?\s*\d+/\d+")


def read_ods(archive: Archive, options: ReadOptions) -> Book:
    """All sheets of the file; raises UnreadableError when it is no spreadsheet, locked or broken."""
    sort = archive.read("mimetype").decode("ascii", "replace").strip() if "mimetype" in archive else _SPREADSHEET
    if not sort.startswith(_SPREADSHEET):
        raise UnreadableError("not-a-spreadsheet", reason=f"it is {_WHAT.get(sort, 'another kind of document')}")
    if "meta-inf/manifest.xml" in archive:
        _refuse_locked(archive)
    reader = _Content(options)
    walk(archive.markup(_PART), reader.start, reader.end, reader.text, _PART)
    return Book(tuple(reader.grids))


def _refuse_locked(archive: Archive) -> None:
    def start(name: str, _: Attributes) -> None:
        if name == "encryption-data":
            raise UnreadableError("password-protected")

    part = "META-INF/manifest.xml"
    walk(archive.markup(part), start, lambda _: None, lambda _: None, part)


class _Sheet:
    """One sheet while it is read."""

    def __init__(self, name: str, *, hidden: bool) -> None:
        self.name = name
        self.hidden = hidden
        self.rows: list[Row] = []
        self.number = 0
        self.column = 0
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merges: list[Merge] = []
        self.formulas: dict[tuple[int, int], str] = {}
        self.struck: set[tuple[int, int]] = set()
        self.comments: dict[tuple[int, int], str] = {}

    def grid(self) -> Grid:
        mark_gaps(self.rows)
        return Grid(
            name=self.name,
            rows=self.rows,
            hidden=self.hidden,
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            merges=tuple(self.merges),
            formulas=self.formulas,
            struck=frozenset(self.struck),
            comments=self.comments,
        )


class _Content:
    """Reads ``content.xml``; its methods are called back by the parser."""

    def __init__(self, options: ReadOptions) -> None:
        self.grids: list[Grid] = []
        self._options = options
        self._sheet: _Sheet | None = None
        self._styles = OdsStyles()
        self._spans: list[str] = []
        self._cells: list[Raw] = []
        self._empty = 0  # cells behind them, which are those up to the end of the sheet mostly
        self._row_copies = 1
        self._row_hidden = False
        self._row_struck: list[int] = []
        self._cell: Attributes | None = None
        self._text: list[str] = []
        self._paragraphs = 0
        self._in_paragraph = 0
        self._aside = 0  # depth within comments, shapes and tracked changes, which are no cell text
        self._in_comment = False
        self._noting, self._note = False, list[str]()
        self._tables = 0
        self._count = 0
        self._slots = 0  # filled cells and the empty ones before them
        self._start = {
            **self._styles.handlers(),
            "table": self._start_table,
            "table-column": self._start_column,
            "table-row": self._start_row,
            "table-cell": self._start_cell,
            "covered-table-cell": self._start_cell,
        }
        self._end = {
            "table": self._end_table,
            "table-row": self._end_row,
            "table-cell": self._end_cell,
            "covered-table-cell": self._end_cell,
        }

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if name in _ASIDE:
            self._aside += 1
            self._in_comment = name == "annotation"
        if self._aside:
            self._start_aside(name)
            return
        handler = self._start.get(name)
        if handler:
            handler(_plain(attributes))
        elif name == "p" and self._cell is not None:
            self._paragraphs += 1
            if self._paragraphs > 1:
                self._text.append("\n")
            self._in_paragraph += 1
        elif name == "span":
            self._spans.append(attribute(attributes, "style-name") or "")
        elif self._in_paragraph and name == "s":
            self._text.append(" " * min(_whole(attribute(attributes, "c"), 1), 100))
        elif self._in_paragraph and name in ("tab", "line-break"):
            self._text.append("\t" if name == "tab" else "\n")

    def _start_aside(self, name: str) -> None:
        """The paragraphs of a comment stand below each other; what is set in another font is a part of its own."""
        if name == "p":
            self._noting = self._in_comment and self._cell is not None
        if self._noting and name in ("p", "line-break", "s", "tab"):
            self._note.append(" " if name in ("s", "tab") else "\n")

    def end(self, name: str) -> None:
        """An element ends."""
        if name in _ASIDE:
            self._aside -= 1
            return
        if self._aside:
            self._noting = self._noting and name != "p"
            return
        handler = self._end.get(name)
        if handler:
            handler()
        elif name == "p" and self._in_paragraph:
            self._in_paragraph -= 1
        elif name == "span" and self._spans:
            self._spans.pop()

    def text(self, data: str) -> None:
        """Text between tags."""
        if self._noting:
            self._note.append(data)
        if self._in_paragraph and not self._aside:
            style = self._spans[-1] if self._spans else ""
            raised, struck = style in self._styles.raised, style in self._styles.struck
            self._text.append(as_set(data, raised=raised, struck=struck))

    def _start_table(self, attributes: Attributes) -> None:
        self._tables += 1
        if self._tables > 1:
            return  # a table within a cell, which spreadsheets do not have
        if len(self.grids) >= self._options.max_sheets:
            raise UnreadableError("file-too-large", size="more sheets", limit=f"{self._options.max_sheets}")
        hidden = attributes.get("style-name", "") in self._styles.hidden or attributes.get("display") == "false"
        self._styles.begin_sheet()
        self._sheet = _Sheet(attributes.get("name", ""), hidden=hidden)

    def _end_table(self) -> None:
        self._tables -= 1
        if self._sheet is not None and self._tables == 0:
            self.grids.append(self._sheet.grid())
            self._sheet = None

    def _start_column(self, attributes: Attributes) -> None:
        if self._sheet is None:
            return
        copies = _whole(attributes.get("number-columns-repeated"), 1)
        columns = range(self._sheet.column + 1, min(self._sheet.column + copies, LAST_COLUMN) + 1)
        self._styles.add_columns(columns, attributes)
        if attributes.get("visibility", "visible") != "visible":
            self._sheet.hidden_columns.update(columns)
        self._sheet.column += len(columns)

    def _start_row(self, attributes: Attributes) -> None:
        self._cells, self._row_struck = [], []
        self._empty = 0
        self._row_copies = _whole(attributes.get("number-rows-repeated"), 1)
        self._row_hidden = attributes.get("visibility", "visible") != "visible"

    def _end_row(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        cells = self._cells
        first = sheet.number + 1
        sheet.number += self._row_copies
        if not cells:
            return
        self._slots += len(cells)
        if self._slots > 4 * self._options.max_cells:
            raise UnreadableError("too-many-cells", limit=f"{self._options.max_cells:,}")
        if sheet.number > LAST_ROW or len(sheet.rows) + self._row_copies > self._options.max_rows:
            raise UnreadableError("too-many-rows", limit=f"{self._options.max_rows:,}")
        self._spend((self._row_copies - 1) * len(cells))
        for number in range(first, sheet.number + 1):
            sheet.rows.append(Row(number, list(cells)))
            sheet.struck.update((number, column) for column in self._row_struck)
            if self._row_hidden:
                sheet.hidden_rows.add(number)

    def _start_cell(self, attributes: Attributes) -> None:
        self._cell = attributes
        self._text, self._note = [], []
        self._paragraphs = self._in_paragraph = 0

    def _end_cell(self) -> None:
        sheet, attributes = self._sheet, self._cell
        self._cell = None
        if sheet is None or attributes is None:
            return
        column = len(self._cells) + self._empty + 1
        copies = _whole(attributes.get("number-columns-repeated"), 1)
        value = trimmed(_value(attributes, joined(self._text), shown=self._paragraphs > 0))
        style = self._styles.of_cell(attributes, column)
        if style in self._styles.unseen:
            value = _unseen(value)
        if column + copies - 1 > 2 * LAST_COLUMN or (value is not None and copies > _MOST_COPIES):
            raise UnreadableError("file-damaged", reason=f"in sheet {sheet.name!r} a row has too many cells")
        if value is None:
            self._empty += copies
        else:
            self._spend(copies)
            self._cells += [None] * self._empty
            self._cells += [value] * copies
            self._empty = 0
            if style in self._styles.struck:
                self._row_struck += range(column, column + copies)
        formula = attributes.get("formula")
        if formula:
            sheet.formulas[sheet.number + 1, column] = _bare_formula(formula)
        if self._note and (said := without_author("".join(self._note).lstrip()[:LONGEST])):
            sheet.comments[sheet.number + 1, column] = said
            require_few(len(sheet.comments))
        self._merge(sheet, attributes, column)

    def _merge(self, sheet: _Sheet, attributes: Attributes, column: int) -> None:
        wide = _whole(attributes.get("number-columns-spanned"), 1)
        tall = _whole(attributes.get("number-rows-spanned"), 1)
        if wide > 1 or tall > 1:
            self._spend(1)
            row = sheet.number + 1
            bottom, right = min(row + tall - 1, LAST_ROW), min(column + wide - 1, LAST_COLUMN)
            sheet.merges.append(Merge(row, column, bottom, right))

    def _spend(self, cells: int) -> None:
        self._count += cells
        if self._count > self._options.max_cells:
            raise UnreadableError("too-many-cells", limit=f"{self._options.max_cells:,}")


def _plain(attributes: Attributes) -> Attributes:
    return {local(name): value for name, value in attributes.items()}


def _whole(text: str | None, default: int) -> int:
    if text is None:
        return default
    if not (text.isascii() and text.isdigit()) or len(text) > 9 or int(text) < 1:  # noqa: PLR2004 - beyond any sheet
        raise UnreadableError("file-damaged", reason=f"one of its counts is {text[:20]!r}")
    return int(text)


def _bare_formula(formula: str) -> str:
    """``of:=SUM([.B2:.B4])`` as people write it: ``SUM(B2:B4)``."""
    bare = formula.partition("=")[2] or formula
    return bare.replace("[.", "").replace(":.", ":").replace("]", "")[:500]


def _value(attributes: Attributes, text: str, *, shown: bool) -> Raw:  # noqa: PLR0911 - a return for each form a cell takes
    """What a cell says; it is ``shown`` where it holds a paragraph, if only an empty one for a result without text."""
    sort = attributes.get("value-type")
    is_number = sort in ("float", "percentage", "currency")
    lacks_number = is_number and "value" not in attributes
    if "formula" in attributes and (lacks_number or (sort is None and not shown)):
        return Uncached(_bare_formula(attributes["formula"])[:200])
    if sort == "error" or (text.startswith(("#", "Err:")) and "formula" in attributes and sort in ("string", None)):
        return Fault(text)
    if is_number and not lacks_number:
        return _number(attributes, str(sort), text, shown=shown)
    if sort == "date":
        return iso_day(attributes.get("date-value", ""))
    if sort == "time":
        return Moment(text or attributes.get("time-value", ""))
    if sort == "boolean":
        return attributes.get("boolean-value") == "true"
    return text or attributes.get("string-value") or None


def _number(attributes: Attributes, sort: str, text: str, *, shown: bool) -> Raw:
    try:
        value = float(attributes.get("value", ""))
    except ValueError:
        raise UnreadableError(
            "file-damaged", reason=f"a cell has the number {attributes.get('value', '')[:40]!r}"
        ) from None
    if not -1e308 < value < 1e308:  # noqa: PLR2004 - not infinite, and a number
        return Fault(attributes["value"])
    veil = _veil(text, value) if shown and value else ""
    if veil:
        return Shown(value, veil=veil)
    if sort == "percentage":
        return Shown(value, suffix="%")
    if sort == "currency":
        return Shown(value, prefix="£" if attributes.get("currency", "GBP") == "GBP" else attributes["currency"] + " ")
    return _shown(text, value)


def _unseen(value: Raw) -> Raw:
    """A number that is printed in the colour of what is behind it."""
    number = value.value if isinstance(value, Shown) else value
    if not isinstance(number, int | float) or isinstance(number, bool) or not number:
        return value
    return Shown(number, veil="it in the colour of its background")


def _veil(text: str, value: float) -> str:
    """What a cell shows in a number's place: nothing, or so many thousands without a word of them."""
    if not text.strip():
        return "nothing"
    if not any(letter.isalnum() for letter in text) and len(text) < _LONGEST_SHOWN:
        return f"{text.strip()!r}"
    scaled = abs(value) >= _LEAST_SCALED and _FIGURES.fullmatch(text.strip()) and _is_scaled(text, value)
    return "it in thousands" if scaled else ""


def _shown(text: str, value: float) -> Raw:
    """A number with the words that its format prints before and after it."""
    text = _EXPONENT.sub("", text)
    first = _LEADING.search(text)
    if first is None:  # no figure at all, as a dash for zero; words say something else than the number
        return Shown(value, prefix=text) if text[:1].isalpha() else value
    before = telling(text[: first.start()].strip(" -(+"))
    tail = "" if _FRACTION.fullmatch(text) else text[first.start() :].lstrip("-(0123456789., \u00a0").strip(") ")
    if _is_scaled(text, value):  # shown as 2k, the value being 2,000 already
        tail = _SCALE.sub("", tail)
    return Shown(value, prefix=before, suffix=tail) if (tail or before) and len(text) < _LONGEST_SHOWN else value


def _is_scaled(text: str, value: float) -> bool:
    """Whether a format shows a number in thousands or millions."""
    shown = _LEADING.search(text)
    return shown is not None and abs(float(shown[0].replace(",", ""))) * _LEAST_SCALE < abs(value)

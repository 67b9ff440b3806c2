"""Owns one worksheet of an xlsx file: its cells, and what hides or merges them."""

from collections import Counter
from collections.abc import Iterable
from html import unescape  # of XML's own entities, which are all that goes the short way
from itertools import pairwise

from msgspec import Struct, field

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.grid import (
    LAST_COLUMN,
    LAST_ROW,
    Fault,
    Grid,
    Merge,
    Raw,
    Row,
    Uncached,
    UnreadableError,
    iso_day,
    mark_gaps,
    trimmed,
)
from sv_cli.bids.sheets.markup import CELL, TRUE, Attributes, joined, walk
from sv_cli.bids.sheets.runs import Runs
from sv_cli.bids.sheets.shown import shown
from sv_cli.bids.sheets.styles import Style
from sv_cli.late import late
from sv_cli.model.addresses import column_number

_ESCAPE = late(r"_x([0-9A-Fa-f]{4})_")
_PLAIN = Style()
_LONGEST_KEPT, _MOST_KNOWN = 200, 10_000  # bound the memory, not the meaning
_MOST_HIDDEN = 500 * LAST_COLUMN


_CONTENT = late(
    r'(?: s="([0-9]{1,9}+)")?+(?: t="([a-zA-Z]++)"(?(1)|(?: s="([0-9]{1,9}+)")?+))?+'
    r"(?:>(<f(?: [^<>]*+)?+(?:/>|>[^<]*+</f>))?+"
    r'<(?:v>([^<]*+)</v>|is><t(?: xml:space="preserve")?+>([^<]*+)</t></is>)</c>| ?+/>)[ \n]*+'
)
_AROUND = (("<v>", "</v></c>"), ("<t>", "</t></is></c>"))  # a value, and a text that stands in its cell


HEEDED = frozenset(("c", "v", "t", "f", "row", "rPh", "r", "vertAlign", "strike", "col", "mergeCell"))


class OddMarkupError(Exception):
    """The sheet's markup needs a parser."""


class Surroundings(Struct, frozen=True):
    """What a worksheet shares with its workbook.

    ``recalculated`` says that results are worked out afresh whenever the file is opened, so that those
    in it need not be real. ``known`` are cells by their markup that say the same in every workbook of these styles.
    ``spent`` is what the sheets that are read so far took of the limits, which are the file's.
    """

    texts: list[str]
    styles: tuple[Style, ...]
    dates_1904: bool
    recalculated: bool
    options: ReadOptions
    known: dict[str, Raw] = field(default_factory=dict)
    spent: Counter[str] = field(default_factory=Counter)


class SheetReader:
    """Reads one worksheet; its methods are called back by the parser.

    ``known`` holds what cells say by their markup, in two parts: those that say it in every workbook of these styles,
    and those in which the texts and the date system of this one have a say; first the part that knows more cells.
    """

    def __init__(self, name: str, hidden: bool, surroundings: Surroundings) -> None:
        self._name = name
        self._hidden = hidden
        self._around = surroundings
        self._texts = surroundings.texts
        self._here: dict[str, Raw] = {}
        self._said: dict[int, Raw] = {}  # shared texts that say other letters than they have, once for all cells
        self._begun_so: dict[str, tuple[str, Style]] = {}  # cells without a formula, by their markup before the value
        everywhere = surroundings.known
        self.known = (self._here, everywhere) if surroundings.texts else (everywhere, self._here)
        self._styles = surroundings.styles
        self._rows: list[Row] = []
        self._cells: list[Raw] = []
        self._row = 0
        self._column = 0
        self._spent = surroundings.spent.copy()  # of which nothing is kept when another reader takes the sheet
        self._kind = ""
        self._style = _PLAIN
        self._value: list[str] = []
        self._formula: list[str] = []
        self._has_formula = False
        self._into: list[str] | None = None
        self._phonetic = False
        self._runs = Runs()
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._merges: list[Merge] = []
        self._formulas: dict[tuple[int, int], str] = {}
        self._struck: set[tuple[int, int]] = set()

    def read(self, chunks: Iterable[bytes], path: str) -> Grid:
        """The sheet whose markup is ``chunks``, from part ``path``; rows that were added before are part of it."""
        walk(chunks, self._start, self._end, self._text, path)
        return self.grid()

    def grid(self) -> Grid:
        """The sheet, which is read to its end."""
        rows = self._ordered_rows()
        self._around.spent.update(self._spent - self._around.spent)
        return Grid(
            name=self._name,
            rows=rows,
            hidden=self._hidden,
            hidden_rows=frozenset(self._hidden_rows),
            hidden_columns=frozenset(self._hidden_columns),
            merges=tuple(self._merges),
            formulas=self._formulas,
            struck=frozenset(self._struck),
        )

    def add_row(self, number: int, cells: list[Raw]) -> None:
        """Add a row with its cells from column A on."""
        while cells and cells[-1] in (None, ""):
            cells.pop()
        if not cells:
            return
        self._spend_cells("placed", len(cells), 4)
        self._rows.append(Row(number, cells))
        if len(self._rows) > self._around.options.max_rows:
            raise UnreadableError("too-many-rows", limit=f"{self._around.options.max_rows:,}")

    def read_content(self, row: int, column: int, content: str) -> Raw:
        """What a cell says whose markup goes on with ``content``; raises OddMarkupError where that takes a parser.

        Short ones without a formula come again, and are kept in ``known``.
        """
        if "]]>" in content:
            raise OddMarkupError
        self._row, self._column = row, column
        found = self._interpreted(self._begun(content))
        if found is not None and (self._has_formula or self._style.struck):
            self._mark()
        elif len(content) < _LONGEST_KEPT:
            alone = self._kind != "s" and not self._has_formula and type(found) in (str, float)
            known = self._around.known if alone else self._here
            if len(known) < _MOST_KNOWN:
                known[content] = found
        return found

    def _begun(self, content: str) -> str:
        """The text in a cell's markup; its style, kind and formula are noted. Raises OddMarkupError."""
        tag, end = _AROUND[content.endswith("</t></is></c>")]
        head, _, rest = content.partition(tag)
        said = rest.removesuffix(end)
        begun = self._begun_so.get(head)
        if begun is not None and len(said) < len(rest) and "<" not in said:
            self._kind, self._style = begun
            self._has_formula = False
        else:
            said = self._taken_apart(content)
            fits = rest and not self._has_formula and (self._kind == "inlineStr") == head.endswith("<is>")
            if fits and len(self._begun_so) < _MOST_KNOWN:
                self._begun_so[head] = self._kind, self._style
        return unescape(said) if "&" in said else said

    def _taken_apart(self, content: str) -> str:
        parts = _CONTENT.fullmatch(content)
        if parts is None:
            raise OddMarkupError
        before, kind, after, formula, value, text = parts.groups("")
        self._kind = kind or "n"
        style = before or after
        self._style = self._styles[int(style)] if style and int(style) < len(self._styles) else _PLAIN
        self._has_formula = bool(formula)
        if formula:
            self._formula = [unescape(formula[formula.index(">") + 1 :].removesuffix("</f>"))]
        return text if kind == "inlineStr" else value

    def _ordered_rows(self) -> list[Row]:
        rows = sorted(self._rows, key=lambda row: row.number)
        twice = next((row.number for row, after in pairwise(rows) if row.number == after.number), None)
        if twice is not None:
            raise self._damaged(f"row {twice} appears twice")
        mark_gaps(rows)
        return rows

    def _damaged(self, what: str) -> UnreadableError:
        return UnreadableError("file-damaged", reason=f"in sheet {self._name!r} {what}")

    def _start(self, name: str, attributes: Attributes) -> None:
        """Heed an element; those of other names than `HEEDED` say nothing."""
        if name == "c":
            self._start_cell(attributes)
        elif name == "v" or (name == "t" and self._kind == "inlineStr" and not self._phonetic):
            self._into = self._value
        elif name == "f":
            self._has_formula = True
            self._into = self._formula
        elif name == "row":
            self._start_row(attributes)
        elif name == "rPh":
            self._phonetic = True
        elif name in ("r", "vertAlign", "strike"):
            self._runs.start(name, attributes)
        elif name == "col":
            self._start_column(attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _end(self, name: str) -> None:
        if name in ("v", "t", "f"):
            self._into = None
        elif name == "c":
            self._end_cell(joined(self._value))
        elif name == "row":
            self.add_row(self._row, self._cells)
            self._cells = []
        elif name == "rPh":
            self._phonetic = False

    def _text(self, data: str) -> None:
        if self._into is not None:
            self._into.append(self._runs.shown(data) if self._kind == "inlineStr" else data)

    def _start_row(self, attributes: Attributes) -> None:
        number = attributes.get("r")
        self._row = self._whole(number, "a row's number") if number else self._row + 1
        if not 1 <= self._row <= LAST_ROW:
            raise self._damaged(f"a row has the number {self._row}")
        self._column = 0
        self._cells = []
        if is_hidden(attributes):
            self.hide_row(self._row)

    def hide_row(self, number: int) -> None:
        """Note that a row is hidden."""
        self._hidden_rows.add(number)

    def _start_cell(self, attributes: Attributes) -> None:
        self._place(attributes.get("r"))
        self._kind = attributes.get("t", "n")
        if self._kind == "inlineStr":
            self._runs.start("c", attributes)
        number = attributes.get("s")
        if number:
            index = self._whole(number, "a cell's style")
            self._style = self._styles[index] if 0 <= index < len(self._styles) else _PLAIN
        else:
            self._style = _PLAIN
        if self._value:
            self._value = []
        if self._has_formula:
            self._formula = []
            self._has_formula = False

    def _place(self, reference: str | None) -> None:
        column = self._column_of(reference) if reference else self._column + 1
        if not self._column < column <= LAST_COLUMN:
            raise self._damaged(f"the cells of row {self._row} are out of order at {reference}")
        self._column = column

    def _column_of(self, reference: str) -> int:
        match = CELL.fullmatch(reference)
        if match is None or int(match[2]) != self._row:
            raise self._damaged(f"row {self._row} has a cell with the address {reference[:20]!r}")
        return column_number(match[1])

    def _whole(self, text: str, what: str) -> int:
        if text.isascii() and text.isdigit() and len(text) <= 10:  # noqa: PLR2004 - no row or style is longer
            return int(text)
        raise self._damaged(f"{what} is {text[:20]!r}")

    def _end_cell(self, text: str) -> None:
        value = self._interpreted(text)
        if value is None:
            return
        self.spend_cells(1)
        cells = self._cells
        if len(cells) < self._column - 1:
            cells.extend([None] * (self._column - 1 - len(cells)))
        cells.append(value)
        self._mark()

    def _mark(self) -> None:
        if self._has_formula:
            self._formulas[self._row, self._column] = "".join(self._formula)
        if self._style.struck:
            self._struck.add((self._row, self._column))

    def spend_cells(self, count: int) -> None:
        """Count filled cells; raises UnreadableError when there are more than may be."""
        self._spend_cells("filled", count, 1)

    def _spend_cells(self, what: str, count: int, times: int) -> None:
        most = self._around.options.max_cells
        self._spent[what] += count
        if self._spent[what] > times * most:
            raise UnreadableError("too-many-cells", limit=f"{most:,}")

    def _interpreted(self, text: str) -> Raw:  # noqa: PLR0911 - a return for each form a cell takes
        kind = self._kind
        if self._has_formula and self._without_result(text):
            return Uncached("".join(self._formula)[:200])
        if kind == "s":
            return self._shared(text) if text else None
        if kind in ("inlineStr", "str"):
            return trimmed(_unescaped(text))
        if not text:
            return None
        if kind == "n":
            return self._as_number(text)
        if kind == "b":
            return text.strip() in TRUE
        if kind == "e":
            return Fault(text)
        if kind == "d":
            return iso_day(text)
        raise self._damaged(f"a cell in row {self._row} is of the unknown type {kind[:20]!r}")

    def _without_result(self, text: str) -> bool:
        if not text:
            return self._kind != "str"
        return self._around.recalculated and self._kind == "n" and text in ("0", "0.0")

    def _shared(self, text: str) -> Raw:
        index = self._whole(text.strip(), "a shared text's number")
        if index >= len(self._texts):
            raise self._damaged(f"a cell in row {self._row} refers to a shared text that does not exist")
        found = self._texts[index]
        if index in self._said:
            return self._said[index]
        said = trimmed(_unescaped(found))
        if said is not found:
            self._said[index] = said
        return said

    def _as_number(self, text: str) -> Raw:
        try:
            value = float(text if "_" not in text else "no number, though Python takes it for one")
        except ValueError:
            raise self._damaged(f"a cell in row {self._row} has the number {text[:40]!r}") from None
        if not -1e308 < value < 1e308:  # noqa: PLR2004 - not infinite, and a number
            return Fault(text.strip())
        style = self._style
        return value if style is _PLAIN else shown(value, style, dates_1904=self._around.dates_1904)

    def _start_column(self, attributes: Attributes) -> None:
        if attributes.get("hidden", "0") in TRUE or attributes.get("width", "8").startswith("0"):
            first = self._whole(attributes.get("min", "1"), "a column's number")
            last = self._whole(attributes.get("max", "1"), "a column's number")
            self._spent["hidden"] += max(min(last, LAST_COLUMN) - first, 0) + 1
            if self._spent["hidden"] > _MOST_HIDDEN:
                raise UnreadableError("file-hostile", reason="it hides more columns than its sheets can have")
            self._hidden_columns.update(range(first, min(last, LAST_COLUMN) + 1))

    def _merge(self, reference: str) -> None:
        start, _, end = reference.partition(":")
        first, last = CELL.fullmatch(start), CELL.fullmatch(end)
        if first and last:
            self._spend_cells("merged", 1, 1)
            self._merges.append(Merge(int(first[2]), column_number(first[1]), int(last[2]), column_number(last[1])))


def is_hidden(row: Attributes) -> bool:
    """Whether a row's attributes hide it: by saying so, or by a height of less than a point."""
    return row.get("hidden", "0") in TRUE or row.get("ht", "15").startswith("0")


def _unescaped(text: str) -> str:
    """The text with SpreadsheetML's escapes (``_x000D_``) undone."""
    if "_x" not in text:
        return text
    found = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)  # a pair of them is one letter, a half is none
    return found.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

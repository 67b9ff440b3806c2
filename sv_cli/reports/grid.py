"""Owns the drawing of tables of any length: columns of fixed width, laid out line by line and handed to rich.

rich's own tables measure and wrap every cell, at about a millisecond a row; this takes a tenth of that and draws the
same picture.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from msgspec import Struct
from rich.cells import cell_len, chop_cells
from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.style import Style

_PIECE = 1_000
_JOINTS = ".-/_"
Cell = tuple[tuple[str, str], ...]
"""Paragraphs, one below the other, each with its style ("" for none)."""


class Column(Struct, frozen=True):
    """A column: its heading, its width in characters, the side that it is aligned to, its cell in the footer."""

    heading: str
    width: int
    right: bool = True
    footer: Cell = ()


class _Piece(Struct, frozen=True):
    """Some of the lines of a table; a line is a list of texts with their styles."""

    lines: list[list[tuple[str, str]]]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """The lines as rich's segments; without colours one for each line."""
        styles: dict[str, Style] = {}
        for parts in self.lines:
            if console.color_system is None:
                yield Segment("".join(text for text, _ in parts) + "\n")
                continue
            for text, style in parts:
                if style not in styles:
                    styles[style] = Style.parse(style)
                yield Segment(text, styles[style])
            yield Segment.line()


class Grid:
    """A table that rich can print, with a line under its headings and a separate footer.

    ``rows`` gives the cells of every row, and the style of cells without one of their own; ``rule`` is the character
    that the line is drawn with.
    """

    def __init__(self, columns: Sequence[Column], rows: Iterable[tuple[Sequence[Cell], str]], rule: str) -> None:
        self._columns = columns
        self._rows = rows
        self._rule = rule

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """The table as rich's segments."""
        for piece in self.pieces():
            yield from piece.__rich_console__(console, options)

    def pieces(self) -> "Iterator[_Piece]":
        """The table in pieces to print one after the other, since rich holds all segments of what it prints."""
        lines = self._lines()
        while some := list(islice(lines, _PIECE)):
            yield _Piece(some)

    def _lines(self) -> Iterator[list[tuple[str, str]]]:
        columns = self._columns
        width = sum(column.width for column in columns) + 3 * len(columns) - 1
        yield []
        yield from self._row([((column.heading, ""),) for column in columns], "bold")
        yield [(f" {self._rule * width}", "")]
        for cells, style in self._rows:
            yield from self._row(cells, style)
        yield []
        if any(column.footer for column in columns):
            yield from self._row([column.footer for column in columns], "bold")
            yield []

    def _row(self, cells: Sequence[Cell], style: str) -> Iterator[list[tuple[str, str]]]:
        laid = [_laid(cell, column) for cell, column in zip(cells, self._columns, strict=True)]
        for n in range(max(map(len, laid))):
            parts = []
            for lines, column in zip(laid, self._columns, strict=True):
                text, own = lines[n] if n < len(lines) else (" " * column.width, "")
                parts += [("  ", ""), (text, own or style), (" ", "")]
            yield parts


def _laid(cell: Cell, column: Column) -> list[tuple[str, str]]:
    """The cell's lines, each as wide as the column."""
    lines = []
    for paragraph, style in cell:
        for text in wrapped(paragraph, column.width):
            gap = " " * (column.width - width_of(text))
            lines.append((gap + text if column.right else text + gap, style))
    return lines


def wrapped(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width``, broken between words; a longer word is broken by `_parts`."""
    if width_of(text) <= width:
        return [text]
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width_of(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _parts(word, width)
        lines += full
    return [*lines, line]


def _parts(word: str, width: int) -> Iterator[str]:
    """A word in pieces of at most ``width``, broken after a dot or hyphen: `waste.food-` and `surplus-tonne`."""
    while len(word) > width or width_of(word) > width:
        most = chop_cells(word[:width], width)[0] or word[0]
        part = most[: max(map(most.rfind, _JOINTS)) + 1] or most
        yield part
        word = word[len(part) :]
    yield word


def width_of(text: str) -> int:
    """How many columns ``text`` takes on a screen."""
    return len(text) if text.isascii() else cell_len(text)


def widths_of(headings: Iterable[str], rows: Iterable[Sequence[Cell]], *, most: int) -> list[int]:
    """The width of each column; that of the first, which holds units and can be wrapped, is ``most`` at most."""
    widths = [width_of(heading) for heading in headings]
    for cells in rows:
        for n, cell in enumerate(cells):
            for text, _ in cell:
                widths[n] = max(widths[n], width_of(text))
    return [min(widths[0], most), *widths[1:]]

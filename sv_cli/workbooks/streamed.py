"""Owns workbooks of any length, written with XlsxWriter from top to bottom with only one row in memory."""

import errno
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from msgspec import Struct
from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sv_cli.workbooks import style

Properties = Mapping[str, Any]
"""How a cell looks, in the words of XlsxWriter."""

_A4 = 9
_PIXELS_OF_POINT, _PIXELS_OF_CHARACTER = 4 / 3, 7
_FORMULA = ("=", "+", "-", "@")
_BOX = {"border": 1, "border_color": f"#{style.LINE}"}
_HEADING = {"align": "left", "valign": "vcenter", "text_wrap": True, "indent": 1, "bg_color": f"#{style.NAVY}"} | _BOX
BELOW: Properties = {"bottom": 1, "bottom_color": f"#{style.LINE}"}


def font(size: int = 11, *, bold: bool = False, colour: str = style.INK) -> dict[str, Any]:
    """The workbook's font."""
    return {"font_name": style.FONT, "font_size": size, "bold": bold, "font_color": f"#{colour}"}


_LOOKS: dict[str, Properties] = {
    "title": font(20, bold=True, colour=style.NAVY) | {"valign": "vcenter"},
    "below title": font(colour=style.MUTED),
    "heading": font(bold=True, colour=style.WHITE) | _HEADING,
    "heading of numbers": font(bold=True, colour=style.WHITE) | _HEADING | {"align": "right"},
}


class Look(Struct, frozen=True):
    """A cell's format, and the one for a text that begins like a formula: with the prefix that marks it as text."""

    plain: Format
    quoted: Format


class _Target:
    """The file that XlsxWriter writes to; once ``over`` is set, whatever it writes is dropped.

    After an error XlsxWriter leaves its zip file open, which is written to once more when it is garbage-collected.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.over = False

    def __getattr__(self, name: str) -> Any:
        return _nothing if self.over else getattr(self._file, name)


def _nothing(*_: object) -> int:
    return 0


@contextmanager
def streaming(file: BinaryIO, title: str = "", folder: Path | None = None) -> Iterator[Workbook]:
    """A context with a new workbook that is written to ``file``, by way of temporary files in ``folder``.

    Raises OSError, such as for a full disk.
    """
    target = _Target(file)
    with TemporaryDirectory(dir=folder, prefix=".sv-") as parts:
        options = {"constant_memory": True, "tmpdir": parts, "use_zip64": True}
        book = Workbook(target, options)
        book.set_properties({"title": title, "author": style.AUTHOR, "created": style.EPOCH})
        try:
            yield book
            book.close()
        except FileCreateError as error:  # it wraps the system's error
            raise error.args[0] from None
        finally:
            target.over = True
            _release(book)


def _release(book: Workbook) -> None:
    """Close the temporary files that are still open after an error; else they are flushed when garbage-collected."""
    for sheet in book.worksheets():
        for part in (sheet.row_data_fh, sheet.fh):
            with suppress(OSError):  # an earlier error is on its way already
                part.close()


def put(sheet: Worksheet, row: int, column: int, text: str, *look: Format) -> None:
    """Write ``text`` as a text, even if it looks like a number, a formula, a link or markup."""
    if text.startswith("<r>") and text.endswith("</r>"):  # such a text XlsxWriter takes for markup of its own
        pieces = (each for piece in (text[0], text[1], text[2:]) for each in (*look, piece))
        sheet.write_rich_string(row, column, *pieces, *look)
    else:
        sheet.write_string(row, column, text, *look)


def looks_of(book: Workbook, looks: Mapping[str, Properties]) -> dict[str, Look]:
    """The formats of ``looks`` and of titles and headings, added to ``book``, by name."""
    return {
        name: Look(book.add_format(look), book.add_format({**look, "quote_prefix": True}))
        for name, look in {**_LOOKS, **looks}.items()
    }


class Page:
    """A sheet whose rows have to be written from top to bottom. Rows and columns count from 0."""

    def __init__(self, book: Workbook, name: str, looks: Mapping[str, Look]) -> None:
        self.sheet: Worksheet = book.add_worksheet(name)
        self.sheet.hide_gridlines(2)
        self._looks = looks

    def text(self, row: int, column: int, text: str, look: str) -> None:
        """Write a text with the look called ``look``; one that begins like a formula is marked as text."""
        looks = self._looks[look]
        if text:
            put(self.sheet, row, column, text, looks.quoted if text.startswith(_FORMULA) else looks.plain)
        else:
            self.sheet.write_blank(row, column, None, looks.plain)

    def number(self, row: int, column: int, value: float | None, look: str) -> None:
        """Write a number, or a blank cell for None."""
        if value is None:
            self.sheet.write_blank(row, column, None, self._looks[look].plain)
        else:
            self.sheet.write_number(row, column, value, self._looks[look].plain)

    def across(self, row: int, first: int, last: int, text: str, look: str) -> None:
        """Write a text into the merged columns from ``first`` to ``last``."""
        self.sheet.merge_range(row, first, row, last, "", self._looks[look].plain)
        self.text(row, first, text, look)

    def height(self, row: int, points: float) -> None:
        """Set a row's height, before its cells are written; raises OSError when no worksheet holds so many rows."""
        if self.sheet.set_row_pixels(row, points * _PIXELS_OF_POINT):
            raise OSError(errno.EFBIG, "more rows than a worksheet holds")

    def widths(self, *columns: int) -> None:
        """Set the widths of the columns, in characters."""
        for column, width in enumerate(columns):
            self.sheet.set_column_pixels(column, column, width * _PIXELS_OF_CHARACTER)

    def title(self, text: str, below: str) -> None:
        """Write the sheet's title and the sentence below it."""
        self.height(0, style.TITLE_HEIGHT)
        self.text(0, 0, text, "title")
        self.text(1, 0, below, "below title")

    def header(self, row: int, names: Sequence[str], numbers: frozenset[int] = frozenset()) -> None:
        """Write a row of headings, white on navy; those of the columns in ``numbers`` are aligned to the right."""
        self.height(row, style.HEADER_HEIGHT)
        for column, name in enumerate(names):
            self.text(row, column, name, "heading of numbers" if column in numbers else "heading")

    def printed(self, *, repeated: bool = False, across: bool = True) -> None:
        """Set printing on A4, as wide as the page; ``repeated`` puts the first row on every page."""
        sheet = self.sheet
        (sheet.set_landscape if across else sheet.set_portrait)()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(**style.MARGINS)
        sheet.set_header("", {"margin": style.FOOTER_MARGIN})
        sheet.set_footer(f"&L{style.FOOT_LEFT}&R{style.FOOT_RIGHT}", {"margin": style.FOOTER_MARGIN})
        if repeated:
            sheet.repeat_rows(0)

"""Owns the tables as one xlsx workbook: a sheet a table, numbers as numbers, and the same bytes for the same rows."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sv_cli.batch.columns import Cells, Shape, Sort, Value
from sv_cli.batch.tables.cells import Write, as_numbers, by_column
from sv_cli.reports.csv import as_cell

LAST_ROW = 1_048_576
_LONGEST_CELL = 32_767
_TEXTS = frozenset((Sort.TEXT, Sort.SAID, Sort.DAY))
_A4 = 9
_LOOKS = {
    Sort.MONEY: {"num_format": "#,##0.00"},
    Sort.FLAG: {"num_format": '"TRUE";"TRUE";"FALSE"'},  # some programs show a flag as the number 1
}
_APART = {"align": "left", "indent": 1}  # for a text next to a number, which is aligned to the right
_BUTTON = 4  # characters that the filter's button takes beside a heading
_WIDE, _NARROW = 24, 12  # characters of a column of texts, and of one of amounts


class TooLongError(Exception):
    """A table has more rows than a worksheet holds; carries the table's name."""


@contextmanager
def workbook(path: Path, shapes: Sequence[Shape]) -> Iterator[dict[str, Write]]:
    """A new workbook at ``path`` with a sheet for each shape; gives for its name the function that writes rows.

    That raises TooLongError.
    """
    from sv_cli.workbooks.streamed import streaming  # noqa: PLC0415 - only where this format is asked for

    with path.open("wb") as file, streaming(file, folder=path.parent) as book, ExitStack() as stack:
        yield {shape.name: stack.enter_context(_sheet(book, shape)) for shape in shapes}


@contextmanager
def _sheet(book: Any, shape: Shape) -> Iterator[Write]:
    sheet = book.add_worksheet(shape.name)
    _lay_out(book, sheet, shape)
    values = as_numbers(shape, _said)
    puts = [_cell_writer(sheet, column.sort) for column in shape.columns]
    count = 1

    def write(rows: Sequence[Cells]) -> None:
        nonlocal count
        first, count = count, count + len(rows)
        if count > LAST_ROW:
            raise TooLongError(shape.name)
        for row, cells in enumerate(by_column(values, rows), start=first):
            for at, (put, cell) in enumerate(zip(puts, cells, strict=True)):
                if cell is not None and cell != "":
                    put(row, at, cell)

    yield write
    sheet.autofilter(0, 0, count - 1, len(shape.columns) - 1)


def _lay_out(book: Any, sheet: Any, shape: Shape) -> None:
    """Write the headings, keep them in sight, set widths and number formats, and print the sheet in landscape."""
    beside = False
    for at, column in enumerate(shape.columns):
        is_text = column.sort in _TEXTS
        look = _APART if is_text and beside else _LOOKS.get(column.sort, {})
        heading = {"bold": True} | (look if is_text else {"align": "right"})
        sheet.write_string(0, at, column.name, book.add_format(heading))
        width = max(len(column.name) + _BUTTON, _WIDE if is_text else _NARROW)
        sheet.set_column(at, at, width, book.add_format(look) if look else None)
        beside = not is_text
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _cell_writer(sheet: Any, sort: Sort) -> Callable[[int, int, Any], object]:
    """The function that writes a cell of a column of ``sort``; texts never become formulas or links."""
    from sv_cli.workbooks.streamed import put  # noqa: PLC0415 - as above

    if sort in _TEXTS:
        return partial(put, sheet)
    return sheet.write_boolean if sort is Sort.FLAG else sheet.write_number  # type: ignore[no-any-return]


def _said(value: Value) -> Value:
    return as_cell(value)[:_LONGEST_CELL] if isinstance(value, str) else value

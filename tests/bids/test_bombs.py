"""A small file may unpack into more than fits: each way to do so ends in a finding, in little time and memory."""

import struct
from io import BytesIO
from zipfile import ZipFile

import pytest
from xlwt.CompoundDoc import XlsDoc

from sv_cli.bids.containers import open_book
from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.biff import look_of
from tests.bids.test_hostile import HEAD, ROWS, SHEET, sheet, text
from tests.corpus.write.others import ods, xls, xlsb
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import replacing, xlsx

HIDDEN = '<col min="1" max="16384" hidden="1"/>'
PROMISE = f'<row r="2">{text("A2", "NT1")}<c r="B2"><v>3</v></c></row>'


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<a>" * 200_000, "are nested without end"),
        (f"<!--{'x' * 3_000_000}-->", "a tag or comment that never ends"),
        (f"<?x {'x' * 3_000_000}?>", "a tag or comment that never ends"),
        (f'<row r="{"1" * 3_000_000}"/>', "a tag or comment that never ends"),
        ("<row" + "".join(f' a{at}=""' for at in range(300_000)) + "/>", "a tag or comment that never ends"),
        (f'<row r="2">{text("A2", "&#128512;" + "x" * 2_000_000)}</row>', "a text of over 1,000,000 letters"),
    ],
)
def test_what_no_program_writes_is_refused_before_it_takes_time_or_memory(desk, body, told):
    assert told in desk.read(desk.file("bid.xlsx", sheet(HEAD + body))).finding("file-hostile").message


def test_remarks_and_elements_of_a_right_size_are_passed_over(desk):
    body = f"{HEAD}<!--{'x' * 300_000}-->{'<a>' * 900}{'</a>' * 900}{PROMISE}"
    assert desk.read(desk.file("bid.xlsx", sheet(body))).lines == [(2, "NT1", "3")]


def long_texts(rows: int) -> bytes:
    """A workbook that keeps one long text, with spaces around it, for the cells of many rows."""
    said = ["NT1", f" {'Jobs, ' * 1_000} ", 3]
    remark = {SHEET: replacing("</sheetData>", "<!-- --></sheetData>")}  # which sends it to the parser
    return xlsx([ROWS[0], *[said] * rows], edits=remark)()


def test_a_long_text_that_many_cells_share_counts_as_often_as_it_is_said(desk):
    assert desk.read(desk.file("bid.xlsx", long_texts(2)), max_letters=100_000).reading.bid is not None
    assert desk.read(desk.file("bid.xlsx", long_texts(20)), max_letters=100_000).names == ["file-too-large"]


@pytest.mark.parametrize(
    ("head", "body", "name"),
    [
        ("", "".join(f'<row r="{n}"><c r="C{n}"><v>1</v></c></row>' for n in range(4, 1_004)), "too-many-cells"),
        ("", "".join(f'<row r="{n}"><c r="GR{n}"><v>1</v></c></row>' for n in range(4, 34)), "too-many-cells"),
        ("", "<a/>" * 5_000, "too-many-cells"),
        (f"<cols>{HIDDEN * 300}</cols>", "", "file-hostile"),
    ],
    ids=["cells", "places", "tags", "hidden columns"],
)
def test_what_a_file_may_hold_is_the_same_on_one_sheet_and_on_several(desk, head, body, name):
    edit = replacing("<sheetData>", f"{head}<sheetData>"), replacing("</sheetData>", f"{body}</sheetData>")

    def book(count: int) -> bytes:
        parts = {SHEET.replace("1", f"{n + 1}"): lambda part: edit[1](edit[0](part)) for n in range(count)}
        return xlsx(*(Sheet(ROWS, name=f"Page {n}") for n in range(count)), edits=parts)()

    assert name not in desk.read(desk.file("bid.xlsx", book(1)), max_cells=2_000).names
    assert desk.read(desk.file("bid.xlsx", book(3)), max_cells=2_000).names == [name]


def test_a_text_that_many_cells_share_is_held_once(desk):
    first, second = open_book(long_texts(2), ReadOptions()).grids[0].rows[1:]
    assert first.cells[1] is second.cells[1]


def test_a_line_of_more_values_than_a_sheet_has_columns_is_damage(desk):
    read = desk.read(desk.file("bid.csv", b"Ref,Quantity\nNT1,3" + b"," * 20_000 + b"\n"))
    assert "more than 16,384 values" in read.finding("file-damaged").message


def test_a_binary_workbook_with_a_cell_far_beyond_the_last_column_is_damage(desk):
    file = BytesIO()
    with ZipFile(BytesIO(xlsb(Sheet(ROWS))())) as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            quantity = b"\x05\x10\x02\x00\x00\x00"  # the record of a number, in the third column
            new.writestr(name, old.read(name).replace(quantity, b"\x05\x10\x02\x00\x3c\x00"))
    assert desk.read(desk.file("bid.xlsb", file.getvalue())).names == ["file-damaged"]


@pytest.mark.parametrize("write", [xls, xlsb, ods, xlsx])
def test_filled_cells_are_counted_in_every_form(desk, write):
    book = desk.file("bid", write(Sheet(ROWS))())
    assert desk.read(book, max_cells=9).lines == [(2, "NT1", "3"), (3, "NT17", "4")]
    assert desk.read(book, max_cells=8).names == ["too-many-cells"]


def test_records_of_a_binary_workbook_are_counted_together(desk):
    """Beyond what a book of so many cells can have, only its values are read, by an engine that keeps to time."""

    def book(*parts: str) -> bytes:
        file = BytesIO()
        with ZipFile(BytesIO(xlsb(Sheet(ROWS))())) as old, ZipFile(file, "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name) + b"\xff\x07\x00" * 60 * (name in parts))
        return file.getvalue()

    one, both = ("xl/styles.bin",), ("xl/styles.bin", "xl/worksheets/sheet1.bin")
    assert "look-unknown" not in desk.read(desk.file("bid.xlsb", book(*one)), max_cells=30).names
    assert "look-unknown" in desk.read(desk.file("bid.xlsb", book(*both)), max_cells=30).names


def test_parts_in_parts_without_end_say_nothing_of_an_old_workbook():
    begins = struct.pack("<2H4HQ", 0x809, 16, 0x600, 5, 0, 0, 0)
    file = BytesIO()
    XlsDoc().save(file, begins * 100 + b"\x0a\x00\x00\x00" * 1000)
    assert look_of(file.getvalue()) is None

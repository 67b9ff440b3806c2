"""Binary workbooks whose engine leaves things out or guesses: errors, formats, texts in a code page, older formulas."""

import datetime as dt
import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
import xlwt
from xlwt.CompoundDoc import XlsDoc

from sv_cli.bids.containers import open_book
from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.grid import Fault, Grid, Raw, Remark, Shown, Uncached, UnreadableError
from tests.corpus.write import others
from tests.corpus.write.others import xlsb
from tests.corpus.write.values import Sheet, Wrong
from tests.corpus.write.xlsx import xlsx

START = 512  # where the stream of a workbook of xlwt begins
CODEPAGE, FORMAT, XF, FORMULA, NUMBER = 0x42, 0x41E, 0xE0, 0x06, 0x203
Change = Callable[[int, bytes], tuple[int, bytes]]


def xls(*rows: list[object], look: str = "general") -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Commitments")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value == "#REF!":
                sheet.row(number).set_cell_error(column, value)
            elif value is not None:
                sheet.write(number, column, value, xlwt.easyxf(num_format_str=look))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def changed(content: bytes, change: Change) -> bytes:
    """The workbook with records changed that keep their length."""
    data, at = bytearray(content), START
    while data[at : at + 4] != b"\0\0\0\0" and at + 4 <= len(data):
        kind, size = struct.unpack_from("<2H", data, at)
        kind, body = change(kind, bytes(data[at + 4 : at + 4 + size]))
        data[at : at + 4 + size] = struct.pack("<2H", kind, size) + body
        at += 4 + size
    return bytes(data)


def cells(content: bytes) -> dict[tuple[int, int], Raw]:
    (grid,) = open_book(content, ReadOptions()).grids
    return {(row.number, at): cell for row in grid.rows for at, cell in enumerate(row.cells, 1) if cell is not None}


def opened(content: bytes) -> tuple[tuple[Grid, ...], tuple[Remark, ...]]:
    book = open_book(content, ReadOptions())
    return book.grids, book.remarks


def test_a_row_of_nothing_but_an_error_is_there():
    content = xls(["Ref", "Quantity"], [None, "#REF!"], ["NT1", 3])
    assert cells(content)[2, 2] == Fault("#REF!")
    assert list(cells(content)) == [(1, 1), (1, 2), (2, 2), (3, 1), (3, 2)]


def test_an_error_in_an_xlsb_is_there():
    assert cells(xlsb(Sheet([["NT1", 3], [None, Wrong("#N/A")]]))()) == {
        (1, 1): "NT1",
        (1, 2): 3,
        (2, 2): Fault("#N/A"),
    }


def test_a_text_that_looks_like_an_error_is_a_text():
    assert cells(xls(["#NT17", "#VALUE!"])) == {(1, 1): "#NT17", (1, 2): "#VALUE!"}


@pytest.mark.parametrize("value", [14.06, 3, 0.1 + 0.2, -1e300])
def test_a_format_of_the_files_own_is_not_taken_for_the_date_whose_number_it_bears(value):
    def renumber(kind: int, body: bytes) -> tuple[int, bytes]:
        if kind == FORMAT:
            body = body.replace(b"\xa4\x00", b"\x32\x00", 1)
        return kind, body[:2] + body[2:4].replace(b"\xa4\x00", b"\x32\x00") + body[4:] if kind == XF else body

    assert cells(changed(xls(["Quantity", value], look="0.0"), renumber))[1, 2] == value


@pytest.mark.parametrize(
    ("look", "value", "expected"),
    [
        ("0%", 0.125, Shown(0.125, suffix="%")),
        ("£0", 1234567, Shown(1234567, "£")),
        ("0 \\h\\r\\s", 2.5, Shown(2.5, suffix="hrs")),
        ("d mmm yy", dt.date(2026, 4, 1), dt.date(2026, 4, 1)),
    ],
)
def test_a_number_is_shown_as_its_format_says(look, value, expected):
    assert cells(xls(["Quantity", value, value], look=look)) == {(1, 1): "Quantity", (1, 2): expected, (1, 3): expected}


def test_a_result_without_text_is_no_formula_without_result():
    content = xls(["Quantity", xlwt.Formula('IF(1,"","x")'), xlwt.Formula("2*6")])
    assert cells(content) == {(1, 1): "Quantity", (1, 2): Uncached("…"), (1, 3): Uncached("…")}

    def calculate_last(kind: int, body: bytes) -> tuple[int, bytes]:
        is_last = kind == FORMULA and body[2:4] == b"\2\0"
        return kind, body[:6] + struct.pack("<d", 12) + body[14:] if is_last else body

    assert cells(changed(content, calculate_last)) == {(1, 1): "Quantity", (1, 3): 12}


def test_a_formula_in_a_record_of_an_older_kind_has_its_result():
    def age(kind: int, body: bytes) -> tuple[int, bytes]:
        return (0x406, body[:6] + struct.pack("<d", 12) + body[14:]) if kind == FORMULA else (kind, body)

    assert cells(changed(xls(["Quantity", xlwt.Formula("2*6")]), age)) == {(1, 1): "Quantity", (1, 2): 12}


def test_texts_beside_another_code_page_are_whole():
    def western(kind: int, body: bytes) -> tuple[int, bytes]:
        return kind, struct.pack("<H", 1252) if kind == CODEPAGE else body

    content = changed(xls(["Café", "Łódź", 3]), western)
    assert cells(content) == {(1, 1): "Café", (1, 2): "Łódź", (1, 3): 3}


def test_the_name_of_the_stream_may_be_in_capitals():
    content = xls(["Quantity", 0.5], look="0%").replace("Workbook".encode("utf-16-le"), "WORKBOOK".encode("utf-16-le"))
    assert cells(content) == {(1, 1): "Quantity", (1, 2): Shown(0.5, suffix="%")}


def record(kind: int, form: str, *values: object) -> bytes:
    body = struct.pack(f"<{form}", *values)
    return struct.pack("<2H", kind, len(body)) + body


def label(row: int, column: int, text: bytes) -> bytes:
    return record(0x204, f"4H{len(text)}s", row, column, 0, len(text), text)


def excel_95(name: bytes, sheet: bytes, page: int = 1252) -> bytes:
    begin, end = record(0x809, "4H", 0x500, 5, 0, 0), record(0x0A, "")
    head = begin + record(CODEPAGE, "H", page) + record(0x31, "7H4B", 200, 0, 0, 400, 0, 0, 0, 0, 0, 0, 0)
    head += record(FORMAT, "HB2s", 50, 2, b"0%") + record(XF, "8H", 0, 0, *[0] * 6) + record(XF, "8H", 0, 50, *[0] * 6)
    length = len(head) + 4 + 7 + len(name) + len(end)
    book = head + record(0x85, f"IHB{len(name)}s", length, 0, len(name), name) + end
    file = BytesIO()
    XlsDoc().save(file, book + record(0x809, "4H", 0x500, 0x10, 0, 0) + sheet + end)
    return file.getvalue()


def excel_97(notes: bytes) -> bytes:
    """A workbook of one label with these records behind it."""
    book = xlwt.Workbook()
    book.add_sheet("Offer").write(0, 0, "Ref")
    whole, file = book.get_biff_data(), BytesIO()
    XlsDoc().save(file, (whole[:-4] + notes + whole[-4:]).ljust(0x1000, b"\0"))
    return file.getvalue()


def test_a_workbook_of_excel_95_is_read_with_its_look():
    sheet = record(0x208, "6HI", 2, 0, 2, 255, 0, 0, 0x20)  # row 3 is hidden
    sheet += label(0, 0, b"Caf\xe9") + record(NUMBER, "3Hd", 0, 1, 1, 0.5) + record(0x205, "3H2B", 1, 1, 0, 0x17, 1)
    sheet += record(FORMULA, "3H8sHIH", 2, 0, 0, b"\0\0\0\0\0\0\xff\xff", 0, 0, 0) + record(0x207, "H2s", 2, b"\xa3k")
    content = excel_95(b"Offer", sheet)
    book = open_book(content, ReadOptions())
    assert not book.remarks
    assert book.grids[0].hidden_rows == {3}
    assert cells(content) == {(1, 1): "Café", (1, 2): Shown(0.5, suffix="%"), (2, 2): Fault("#REF!"), (3, 1): "£k"}


def test_the_code_page_of_a_workbook_of_excel_95_counts():
    text = "漢字"
    content = excel_95(text.encode("cp932"), label(0, 0, text.encode("cp932")), 932)
    (grid,) = open_book(content, ReadOptions()).grids
    assert grid.name == text
    assert cells(content) == {(1, 1): text}


def test_a_result_without_a_formula_before_it_is_nothing():
    sheet = record(0x207, "H2s", 2, b"ab") + label(0, 0, b"Ref")
    assert cells(excel_95(b"Offer", sheet)) == {(1, 1): "Ref"}


def pinned(form: str) -> bytes:
    sheet = Sheet([["Ref", "Quantity"], ["NT17", 3]], comments={"B1": "Jo:\nper year", "B2": "x" * 5000})
    return {"xls": others.xls, "excel 95": others.excel_95, "xlsb": xlsb, "ods": others.ods}[form](sheet)()


@pytest.mark.parametrize("form", ["xls", "excel 95", "xlsb", "ods"])
def test_comments_are_kept_without_who_wrote_them_and_to_a_bound(form):
    (grid,) = open_book(pinned(form), ReadOptions()).grids
    assert grid.comments[2, 2] == "x" * 2000
    assert grid.comments[1, 2] == "per year"


def test_a_text_that_is_no_comments_or_of_none_says_nothing():
    of_a_button = record(0x5D, "4H", 0x15, 18, 7, 1) + record(0x1B6, "H8xHH4x", 0, 3, 16) + record(0x3C, "4s", b"\0xyz")
    of_no_object = record(0x1C, "4H", 0, 0, 0, 1)
    (grid,) = open_book(excel_97(of_a_button + of_no_object), ReadOptions()).grids
    assert grid.comments == {}


def test_a_comment_that_is_cut_off_is_told_with_the_rest_of_the_look():
    assert open_book(excel_97(record(0x1C, "H", 0)), ReadOptions()).remarks == (Remark("look-unknown"),)


@pytest.mark.parametrize("form", ["xls", "excel 95"])
def test_more_comments_than_memory_is_kept_for_are_refused(form, monkeypatch):
    monkeypatch.setattr("sv_cli.bids.sheets.comments._MOST", 1)
    with pytest.raises(UnreadableError, match="file-hostile"):
        open_book(pinned(form), ReadOptions())


@pytest.mark.parametrize("maker", [others.xls, others.ods, xlsx])
def test_more_sheets_than_the_limit_are_refused_in_every_form(maker):
    sheets = [Sheet([["Ref", "Quantity"], ["NT17", 3]], name=name) for name in ("One", "Two", "Three")]
    content = maker(*sheets)()
    assert len(open_book(content, ReadOptions(max_sheets=3)).grids) == 3
    with pytest.raises(UnreadableError, match="file-too-large"):
        open_book(content, ReadOptions(max_sheets=2))


@pytest.mark.parametrize("problem", ["memory", "locked", "broken"])
def test_each_way_in_which_the_engine_gives_up_is_told_apart(monkeypatch, problem):
    monkeypatch.setattr("sv_cli.bids.sheets.legacy._answer", lambda *_: {"problem": problem})
    wanted = {"memory": "file-hostile", "locked": "password-protected", "broken": "file-damaged"}[problem]
    with pytest.raises(UnreadableError, match=wanted):
        open_book(xls(["Ref"]), ReadOptions())


@pytest.mark.parametrize(("times", "seen"), [(6000, True), (7000, False)])
def test_columns_that_are_hidden_over_and_over_are_told_with_the_rest_of_the_look(times, seen):
    (*_, grid), remarks = opened(excel_97(record(0x7D, "5H", 0, 255, 0, 0, 1) * times))
    assert grid.hidden_columns == (frozenset(range(1, 257)) if seen else frozenset())
    assert remarks == (() if seen else (Remark("look-unknown"),))


def test_more_styled_cells_than_memory_is_kept_for_are_refused(monkeypatch):
    monkeypatch.setattr("sv_cli.bids.sheets.biff._MOST_KEPT", 2)
    with pytest.raises(UnreadableError, match="too-many-cells"):
        cells(xls([0.5] * 9, look="0%"))


def with_sheet(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with its first sheet's records changed."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part) if name == "xl/worksheets/sheet1.bin" else part)
    return file.getvalue()


def test_a_cell_without_a_column_among_short_ones_makes_the_file_damaged():
    content = xlsb(Sheet([["NT1", 3]]), short=True)()
    with pytest.raises(UnreadableError) as told:
        open_book(with_sheet(content, lambda part: part + b"\x01\x00"), ReadOptions())
    assert told.value.name == "file-damaged"


def test_short_cells_that_stay_short_are_given_their_columns_once_only(monkeypatch):
    monkeypatch.setattr("sv_cli.bids.sheets.xlsb.with_columns", lambda data, _: data)
    with pytest.raises(UnreadableError) as told:
        open_book(xlsb(Sheet([["NT1", 3]]), short=True)(), ReadOptions())
    assert told.value.name == "file-damaged"


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.bin", "xl/comments1.bin"])
def test_a_part_of_a_binary_workbook_is_held_against_its_sum(part):
    content = bytearray(pinned("xlsb"))
    content[content.rindex(b"PK\x01\x02", 0, content.rindex(part.encode())) + 16] ^= 1
    with pytest.raises(UnreadableError) as told:
        open_book(bytes(content), ReadOptions())
    assert told.value.name == "file-damaged"

"""Every file is an attack until read: it ends in a finding, in little time and memory, and never in an exception."""

import random
import zipfile
from io import BytesIO

import openpyxl
import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.read import read_data
from sv_cli.bids.sheets.biff import look_of
from tests.corpus.write.others import ods
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import xlsx, zipped
from tests.examples import examples

SHEET = "xl/worksheets/sheet1.xml"
ROWS = [["Ref", "Commitment", "Quantity"], ["NT1", "Jobs", 3], ["NT17", "Time", 4]]


def workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(part: str, content: bytes, extra: tuple[str, ...] = ()) -> bytes:
    """The workbook with one part replaced."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook())) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
        for name in extra:
            new.writestr(name, b"")
    return file.getvalue()


def worksheet(body: str, head: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'{head}<worksheet xmlns="{space}"><sheetData>{body}</sheetData></worksheet>'.encode()


def sheet(body: str, head: str = "") -> bytes:
    return with_part(SHEET, worksheet(body, head))


def text(cell: str, value: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t>{value}</t></is></c>'


HEAD = f'<row r="1">{text("A1", "Ref")}{text("B1", "Quantity")}</row>'


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (sheet("", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'), "file-hostile"),
        (sheet("", '<!DOCTYPE x SYSTEM "file:///etc/passwd">'), "file-hostile"),
        (sheet('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'), "file-damaged"),
        (sheet('<row r="99999999"/>'), "file-damaged"),
        (sheet('<row r="-1"/>'), "file-damaged"),
        (sheet('<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>'), "file-damaged"),
        (sheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'), "file-damaged"),
        (sheet(HEAD + HEAD), "file-damaged"),
        (sheet('<row r="1"><c r="A1"><v>one</v></c></row>'), "file-damaged"),
        (sheet('<row r="1"><c r="A1" t="zz"><v>1</v></c></row>'), "file-damaged"),
        (with_part(SHEET, b"<worksheet"), "file-damaged"),
        (with_part(SHEET, b"\xff\xfe\xfd"), "file-damaged"),
        (with_part("xl/workbook.xml", b"<workbook/>"), "no-table"),
        (workbook()[:-200], "file-damaged"),
        (workbook()[:1000], "file-damaged"),
        (b"PK\x03\x04" + b"\0" * 400, "file-damaged"),
    ],
)
def test_a_broken_or_hostile_workbook_is_refused(desk, content, name):
    read = desk.read(desk.file("bid.xlsx", content))
    assert read.reading.bid is None
    assert read.names == [name]


def directory_entry(data: bytes, part: str) -> int:
    """Where the archive's directory tells of a part."""
    return data.rindex(b"PK\x01\x02", 0, data.rindex(part.encode()))


def test_a_declared_delimiter_that_goes_on_for_long_is_read_once(vocabulary):
    """Read in each way that it can be split, as it was, a line of so many tabs would take minutes."""
    assert read_data(b"sep=" + b"\t" * 200_000 + b"x", "bid.csv", vocabulary).bid is None


def test_a_part_that_is_not_what_its_sum_says_is_damaged(desk):
    data = bytearray(workbook())
    checksum = directory_entry(data, SHEET) + 16
    data[checksum] ^= 1
    assert desk.read(desk.file("bid.xlsx", bytes(data))).names == ["file-damaged"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", [SHEET, "xl/worksheets/Sheet1.xml"])
def test_two_unlike_parts_of_one_name_are_damage_since_each_reader_takes_another(desk, name):
    file = BytesIO(workbook())
    with zipfile.ZipFile(file, "a") as both:
        both.writestr(name, worksheet(HEAD))
    assert (
        "it has two different parts called"
        in desk.read(desk.file("bid.xlsx", file.getvalue())).finding("file-damaged").message
    )


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_part_twice_is_one(desk):
    file = BytesIO(workbook())
    with zipfile.ZipFile(file, "a") as both:
        both.writestr(SHEET, both.read(SHEET))
    assert desk.read(desk.file("bid.xlsx", file.getvalue())).lines == [(2, "NT1", "3"), (3, "NT17", "4")]


def test_a_part_that_is_locked_has_a_password(desk):
    data = bytearray(workbook())
    data[directory_entry(data, SHEET) + 8] |= 1
    assert desk.read(desk.file("bid.xlsx", bytes(data))).names == ["password-protected"]


def test_what_a_file_says_of_its_size_is_not_believed(desk):
    body = f'{HEAD}<row r="2">{text("A2", "NT1")}<c r="B2"><v>3</v></c></row>'
    content = sheet(body).replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')
    assert desk.read(desk.file("bid.xlsx", content)).lines == [(2, "NT1", "3")]


@pytest.mark.parametrize(
    ("body", "options", "name"),
    [
        (" " * 5_000_000, {"max_unpacked": 1_000_000}, "file-too-large"),
        ("<row><c><v>1</v></c></row>" * 2_000, {"max_rows": 1_000}, "too-many-rows"),
        ('<row><c r="XFD1"><v>1</v></c></row>'.replace("XFD1", "A1"), {"max_cells": 0}, "too-many-cells"),
        (
            "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 50)),
            {"max_cells": 1_000},
            "too-many-cells",
        ),
    ],
)
def test_beyond_a_limit_nothing_is_read(desk, body, options, name):
    assert desk.read(desk.file("bid.xlsx", sheet(body)), **options).names == [name]


@pytest.mark.parametrize("write", [xlsx, ods])
def test_a_book_of_more_sheets_than_the_limit_is_not_read(desk, write):
    book = desk.file("bid.xlsx", write(*(Sheet(ROWS, name=f"Page {n}") for n in range(3)))())
    assert desk.read(book, max_sheets=2).names == ["file-too-large"]
    assert "file-too-large" not in desk.read(book, max_sheets=3).names


def test_far_cells_and_many_merges_cost_little(desk):
    merges = "".join(f'<mergeCell ref="A{n}:A1048576"/>' for n in range(2, 3_000))
    body = f'{HEAD}<row r="2">{text("A2", "NT1")}<c r="B2"><v>3</v></c></row>'
    body += '<row r="1048576"><c r="XFD1048576"><v>9</v></c></row>'
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(sheet(body))) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b"</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>".encode()))
    assert desk.read(desk.file("bid.xlsx", file.getvalue())).lines[0] == (2, "NT1", "3")


def test_a_password_and_paths_that_climb_are_harmless(desk):
    climbing = with_part(SHEET, b"<worksheet><sheetData/></worksheet>", ("../../etc/passwd", "/etc/shadow"))
    assert desk.read(desk.file("bid.xlsx", climbing)).names == ["no-table"]


def test_text_that_would_drive_a_terminal_is_kept_and_written_out_in_messages(desk):
    read = desk.csv("Ref,Commitment,Quantity\nNT1,\x1b[31mred,\x1b]0;title\x07\n")
    assert read.finding("not-a-number").message == (
        r"'\u001b]0;title\u0007' is not a number that can be read with certainty"
    )


def old_workbook(*rows: list[object]) -> bytes:
    book = xlwt.Workbook()
    page = book.add_sheet("Commitments")
    for number, row in enumerate([*ROWS, *rows]):
        for column, value in enumerate(row):
            page.write(number, column, value)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_a_number_that_is_none_in_an_old_workbook_is_an_error_cell(desk, value):
    read = desk.read(desk.file("bid.xls", old_workbook(["NT2", "Spend", value], [value, value, value])))
    assert read.lines[2] == (4, "NT2", None)
    assert "error-cell" in read.names


def test_a_workbook_that_holds_a_document_is_still_a_workbook(desk):
    content = old_workbook(["NT2", "WordDocument, EncryptedPackage \u2013 embedded", 5])
    assert "WordDocument".encode("utf-16-le") in content
    assert desk.read(desk.file("bid.xls", content)).lines[2] == (4, "NT2", "5")


def old_container(stream: str) -> bytes:
    """A file as programs of the nineties wrote them, whose one stream has this name."""
    content = old_workbook()
    at = content.index("Workbook".encode("utf-16-le"))
    name = stream.encode("utf-16-le")
    return content[:at] + name.ljust(64, b"\0") + (len(name) + 2).to_bytes(2, "little") + content[at + 66 :]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (old_container("WordDocument"), "it is a Word document"),
        (old_container("PowerPoint Document"), "it is a PowerPoint presentation"),
        (zipped({"Index/Document.iwa": b""}), "it is an Apple Numbers or Pages file"),
        (
            zipped({"a/": b"", "Our bid.xlsx": b""}),
            "such as 'our bid.xlsx'; unzip it and give the bid that is in it",
        ),
        (zipped({}), "it is an empty zip file"),
        (b"BZh91AY&SY", "it is a compressed file"),
    ],
)
def test_a_document_of_another_program_is_called_by_its_name(desk, content, what):
    read = desk.read(desk.file("bid.xls", content))
    assert what in read.finding("not-a-spreadsheet").message


def test_an_old_workbook_with_a_password_says_so(desk):
    plain = old_workbook()
    first = plain.index(b"\x09\x08\x10\x00\x00\x06") + 20  # the record after the workbook's first, made FILEPASS
    locked = plain[:first] + b"\x2f\x00" + plain[first + 2 :]
    assert desk.read(desk.file("bid.xls", locked)).names == ["password-protected"]


@pytest.mark.parametrize("start", ["0900040002000500", "090206000000100000", "0904060000001000"])
def test_a_workbook_of_excel_4_or_older_is_called_by_its_name(desk, start):
    read = desk.read(desk.file("bid.xls", bytes.fromhex(start) + b"\x42\x00\x02\x00\xe4\x04\x0a\x00\x00\x00"))
    assert "Excel 4 or older" in read.finding("not-a-spreadsheet").message


def test_a_sheet_without_a_part_is_a_module_and_passed_over(desk):
    with zipfile.ZipFile(BytesIO(workbook())) as old:
        book = old.read("xl/workbook.xml")
    module = book.replace(b"</sheets>", b'<sheet name="Module" sheetId="9"/></sheets>')
    read = desk.read(desk.file("bid.xlsx", with_part("xl/workbook.xml", module)))
    assert [line[1] for line in read.lines] == ["NT1", "NT17"]


def test_each_hidden_column_by_itself_is_no_attack(desk):
    columns = "".join(f'<col min="{n}" max="{n}" hidden="1"/>' for n in range(4, 10_500))
    body = f'{HEAD}<row r="2">{text("A2", "NT1")}<c r="B2"><v>3</v></c></row>'
    content = with_part(SHEET, worksheet(body).replace(b"<sheetData>", f"<cols>{columns}</cols><sheetData>".encode()))
    assert desk.read(desk.file("bid.xlsx", content)).lines == [(2, "NT1", "3")]


def test_half_a_letter_is_no_letter(desk):
    body = f'{HEAD}<row r="2">{text("A2", "NT_xD83D_1")}<c r="B2"><v>3</v></c></row>'
    body += f'<row r="3">{text("A3", "_xD83D__xDE00_")}<c r="B3"><v>4</v></c></row>'
    assert desk.read(desk.file("bid.xlsx", sheet(body))).lines == [(2, "NT\ufffd1", "3"), (3, "\U0001f600", "4")]


def test_a_looping_compound_file_ends(desk):
    loop = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + b"\0\0\0\0" * 128 + b"\0" * 512)
    loop[30:34] = b"\x09\x00\x06\x00"
    loop[76:80] = b"\0\0\0\0"
    assert look_of(bytes(loop)) is None
    assert desk.read(desk.file("bid.xls", bytes(loop))).reading.bid is None


SEEDS = (
    workbook(),
    b"Supplier,Acme\n\nRef,Commitment,Year 1,Year 2,Total,Unit\nNT1,Jobs,1.5,2,3.5,FTE\nNT2,Spend,\xa31.2k,TBC,,\xa3\n",
    "Ref;Commitment;Quantity;Start\nNT1;Jobs;1,5;03/04/26\nTotal;;1,5;\n".encode("utf-16"),
)
GRIT = (
    b"99999999999",
    b"-1",
    b"<",
    b'"',
    b"\0",
    b"1e999",
    b"NaN",
    b"e.g.",
    b"2026/27",
    b"Total",
    b"\xc2\xbd",
    b"\xe2\x80\x8b",
    b",,,,",
)


def mutated(data: bytes, seed: int) -> bytes:
    """The bytes with a few of them changed, dropped, doubled or joined by grit."""
    dice = random.Random(seed)  # noqa: S311 - dice, no secret
    out = bytearray(data)
    for _ in range(dice.choice((1, 2, 5, 20))):
        at = dice.randrange(len(out) or 1)
        what = dice.randrange(4)
        if what == 0:
            out[at : at + 1] = bytes([dice.randrange(256)])
        elif what == 1:
            del out[at : at + dice.randrange(1, 20)]
        elif what == 2:
            out[at:at] = out[at : at + dice.randrange(1, 60)]
        else:
            out[at:at] = dice.choice(GRIT)
    return bytes(out)


def rezipped(data: bytes, seed: int) -> bytes:
    """A workbook whose parts, not whose container, are mutated."""
    dice = random.Random(seed)  # noqa: S311 - dice, no secret
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, mutated(part, seed) if name == SHEET or dice.random() < 0.2 else part)
    return file.getvalue()


@examples(400)
@given(seed=st.integers(0, 2**32), which=st.integers(0, len(SEEDS) - 1), inside=st.booleans())
def test_no_damage_lets_an_exception_out(vocabulary, seed, which, inside):
    data = rezipped(SEEDS[0], seed) if inside and which == 0 else mutated(SEEDS[which], seed)
    reading = read_data(data, "bid", vocabulary, ReadOptions(max_unpacked=10_000_000, max_rows=5_000))
    assert (reading.bid is None) == any(found.fatal for found in reading.findings)
    for commitment in reading.bid.commitments if reading.bid else ():
        assert commitment.quantity is None or commitment.quantity == sum(part.quantity for part in commitment.tranches)


@examples(200)
@given(st.binary(max_size=400))
def test_no_bytes_let_an_exception_out(vocabulary, data):
    reading = read_data(data, "bid", vocabulary)
    assert (reading.bid is None) == any(found.fatal for found in reading.findings)


def test_a_lone_truth_where_references_stand_heads_a_section(desk):
    read = desk.xlsx([["Ref", "Commitment", "Quantity"], [True], ["NT17", "Talks", 5]])
    assert read.lines == [(3, "NT17", "5")]


def test_the_upper_row_of_a_heading_may_end_before_the_lower_one(desk):
    read = desk.xlsx([[None, "Contract value", "hours"], [None, "Our offer", None, None, "Commitment", "Year 1"]])
    assert read.commitments == ()


MERGED = b'<table:table-cell table:number-columns-spanned="2" '
LONG = [["Ref", "Commitment", "Quantity"], *(["NT17", ("Time given " * 50).strip(), 3] for _ in range(50))]


@pytest.mark.parametrize("content", [xlsx(LONG)(), ods(LONG)(), "\n".join(",".join(map(str, each)) for each in LONG)])
def test_long_texts_have_a_limit_that_counts_each_cell_which_shares_one(desk, content):
    data = content if isinstance(content, bytes) else content.encode()
    told = desk.read(desk.file("bid.csv", data), max_letters=25_000).finding("file-too-large").message
    assert "27,450 letters in its texts of more than 200, and the limit is 25,000" in told
    assert len(desk.read(desk.file("bid.csv", data), max_letters=27_450).lines) == 50


def test_of_very_long_texts_people_write_few(desk):
    file = desk.file("bid.csv", f"Ref,Commitment,Quantity\nNT17,{'Time given ' * 1_000},3\n".encode())
    told = desk.read(file, max_letters=50_000).finding("file-too-large").message
    assert (
        "10,999 letters in its texts of more than 1,000, and the limit is 10,000, a fifth of the 50,000 of all" in told
    )
    assert len(desk.read(file, max_letters=55_000).lines) == 1


def test_a_sheet_whose_name_goes_on_for_long_is_refused(desk):
    """Asked in how many ways it may be the name of an earlier version, it would take minutes."""
    name = " " * 30_000 + "v1"
    content = with_part(
        "xl/workbook.xml",
        zipfile.ZipFile(BytesIO(workbook()))
        .read("xl/workbook.xml")
        .replace(b'name="Sheet"', f'name="{name}"'.encode()),
    )
    assert desk.read(desk.file("bid.xlsx", content)).names == ["file-hostile"]


def test_merged_ranges_of_an_ods_count_as_cells(desk):
    merged = BytesIO()
    with zipfile.ZipFile(BytesIO(ods(ROWS)())) as old, zipfile.ZipFile(merged, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"<table:table-cell ", MERGED))
    file = desk.file("bid.ods", merged.getvalue())
    assert desk.read(file, max_cells=18).lines == [(2, "NT1", "3"), (3, "NT17", "4")]
    assert desk.read(file, max_cells=17).names == ["too-many-cells"]


def test_a_long_word_with_an_unseen_character_is_looked_through_once(desk):
    """Tried from each of its letters on for a code, it would take seconds, in every cell that has one."""
    read = desk.read(desk.file("bid.csv", f"Ref,Commitment,Quantity\nNT17,\u200b{'a' * 30_000},3\n".encode()))
    assert [line[1:] for line in read.lines] == [("NT17", "3")]


def test_a_note_of_many_digits_is_looked_through_once(desk):
    """Tried from each of its digits on for how often something comes, it would take a minute."""
    note = f"apart from 2 per {'7' * 30_000} x"
    read = desk.read(desk.file("bid.csv", f"Ref,Quantity,Evidence\nNT17,30,{note}\nNT17,40,register\n".encode()))
    assert [line[1:] for line in read.lines] == [("NT17", "30"), ("NT17", "40")]

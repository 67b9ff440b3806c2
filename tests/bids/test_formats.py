"""One bid in every form people save it in, and what each form hides."""

import datetime as dt
import zipfile
from io import BytesIO

import openpyxl
import pytest
import python_calamine
import xlwt
from hypothesis import given
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from sv_cli.bids.containers import open_book
from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.grid import LAST_COLUMN, Fault, Uncached, trimmed

ROWS = [["Ref", "Commitment", "Unit", "Quantity"], ["NT1", "Jobs", "FTE", 3], ["NT17", "Time, given", "hours", 1200.5]]
LINES = [(2, "NT1", "3"), (3, "NT17", "1200.5")]


def quoted(cell: object) -> str:
    return f'"{cell}"' if "," in str(cell) else str(cell)


def text_of(delimiter: str = ",", end: str = "\r\n") -> str:
    return "".join(delimiter.join(map(quoted, row)) + end for row in ROWS)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_delimiter_and_line_end(desk, delimiter, end):
    read = desk.csv(text_of(delimiter, end))
    assert read.lines == LINES
    assert read.names == ([] if delimiter == "," else ["delimiter-detected"])


@pytest.mark.parametrize(("line", "delimiter"), [("sep=;", ";"), ("SEP=;;;", ";"), ("sep=\t", "\t"), ("sep=~", "~")])
def test_a_line_that_declares_the_delimiter(desk, line, delimiter):
    assert desk.csv(f"{line}\n{text_of(delimiter)}").lines == [(3, "NT1", "3"), (4, "NT17", "1200.5")]


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("utf-16", []),
        ("utf-16-le", ["encoding-detected"]),
        ("utf-16-be", ["encoding-detected"]),
        ("cp1252", ["encoding-detected"]),
    ],
)
def test_any_usual_encoding(desk, encoding, told):
    read = desk.csv(text_of().replace("Jobs", "Jobs – £5 each, café".replace(",", "")).encode(encoding))
    assert read.commitments[0].description == "Jobs – £5 each café"
    assert read.lines == LINES
    assert read.names == told


def test_records_over_several_lines_keep_the_line_they_start_on(desk):
    read = desk.csv('Ref,Commitment,Quantity\nNT1,"Jobs\nfor\nall",3\n\nNT17,Time,4\n')
    assert read.lines == [(2, "NT1", "3"), (6, "NT17", "4")]
    assert read.commitments[0].description == "Jobs for all"


def test_a_comma_marks_decimals_only_where_the_file_settles_it(desk):
    settled = desk.csv("Ref;Commitment;Quantity\nNT1;Jobs;1,5\nNT2;Spend;1.200,50\n")
    assert settled.lines == [(2, "NT1", "1.5"), (3, "NT2", "1200.50")]
    assert "comma-decimals" in settled.names
    mixed = desk.csv("Ref;Commitment;Quantity\nNT1;Jobs;1,5\nNT2;Spend;1,200\n")
    assert mixed.lines == [(2, "NT1", None), (3, "NT2", None)]
    assert desk.csv('Ref,Commitment,Quantity\nNT1,Jobs,"1.200,50"\n').lines == [(2, "NT1", None)]


def test_an_unquoted_comma_is_noticed(desk):
    read = desk.csv("Ref,Commitment,Quantity\nNT1,Gifts,£1,200\nNT2,Jobs,3,,\n")
    assert read.lines == [(2, "NT1", None), (3, "NT2", "3")]
    assert read.finding("extra-cells").message == (
        "the record has more values than the 3 in the heading, such as '200'"
    )


@pytest.mark.parametrize(
    "text",
    [
        'Ref,Commitment,Unit,Quantity\nNT1,"Jobs,FTE,3\nNT17,Time,hours,4\n',
        'Ref,Commitment,Unit,Quantity\nNT1,"Jobs,FTE,3\nNT17,Time,hours,4\nNT18,More",hours,4\n',
        'Ref, Commitment, Unit, Quantity\nNT1, "Jobs, FTE, 3\nNT17, Time, hours, 4\nNT18, More", hours, 4\n',
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_stray_quotation_mark_may_not_swallow_rows(desk, text, end):
    read = desk.csv(text.replace("\n", end))
    assert read.reading.bid is None
    assert read.names == ["file-damaged"]


def test_a_sentence_with_commas_on_a_line_of_its_own_is_no_swallowed_row(desk):
    text = "In this order:\nschools, colleges, charities, and clubs"
    read = desk.csv(f'Ref,Commitment,Quantity\nNT17,"{text}",40\n')
    assert read.lines == [(2, "NT17", "40")]
    assert read.names == []


@pytest.mark.parametrize("text", ['ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"Ref"\r\n', 'TABLE\r\n0,1\r\n"EXCEL"\r\n'])
def test_old_forms_of_exchange_are_told_by_their_names(desk, text):
    read = desk.csv(text)
    assert "SYLK or DIF" in read.finding("not-a-spreadsheet").message
    assert desk.csv("ID;Promise;Quantity\nNT17;Parks;40\n").lines == [(2, "NT17", "40")]


def xls(**looks: object) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Commitments")
    for number, row in enumerate([*ROWS, ["NT2", "Share", "", 0.5], ["NT3", "Formula", "", xlwt.Formula("2*6")]]):
        for column, value in enumerate(row):
            style = xlwt.easyxf(num_format_str="0%") if value == 0.5 else xlwt.easyxf()
            sheet.write(number, column, value, style)
    sheet.row(2).hidden = True
    sheet.col(2).hidden = True
    old = book.add_sheet("Old")
    old.visibility = 1
    for number, row in enumerate(ROWS):
        for column, value in enumerate(row):
            old.write(number, column, value)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_an_old_excel_workbook_with_what_it_hides(desk):
    read = desk.read(desk.file("bid.xls", xls()))
    assert read.lines == [*LINES, (4, "NT2", "50"), (5, "NT3", None)]
    assert read.commitments[2].unit == "percent"
    assert read.told == [
        ("Old", "hidden-sheet-left-out"),
        ("Commitments!C1", "hidden-column-read"),
        ("Commitments!3", "hidden-row-read"),
        ("Commitments!D5", "formula-without-result"),
    ]


def ods() -> bytes:
    document = OpenDocumentSpreadsheet()
    table = Table(name="Commitments")
    for number, values in enumerate([*ROWS, ["NT2", "Share", None, 0.5]], 1):
        row = TableRow(visibility="collapse") if number == 3 else TableRow()
        for value in values:
            if isinstance(value, float) and value < 1:
                cell = TableCell(valuetype="percentage", value=value)
                cell.addElement(P(text="50%"))
            elif isinstance(value, int | float):
                cell = TableCell(valuetype="float", value=value)
                cell.addElement(P(text=f"{value}"))
            else:
                cell = TableCell(valuetype="string") if value else TableCell()
                if value:
                    cell.addElement(P(text=value))
            row.addElement(cell)
        table.addElement(row)
    last = TableRow()
    merged = TableCell(valuetype="string", numbercolumnsspanned="3", numberrowsspanned="1")
    merged.addElement(P(text="Theme 2"))
    last.addElement(merged)
    last.addElement(CoveredTableCell(numbercolumnsrepeated="2"))
    table.addElement(last)
    table.addElement(TableRow(numberrowsrepeated="1048000"))
    document.spreadsheet.addElement(table)
    file = BytesIO()
    document.write(file)
    return file.getvalue()


def test_an_open_document_spreadsheet(desk):
    read = desk.read(desk.file("bid.ods", ods()))
    assert read.lines == [*LINES, (4, "NT2", "50")]
    assert read.told == [("Commitments!3", "hidden-row-read")]


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def content_xml(cells: str, prolog: str = "") -> bytes:
    """An open document spreadsheet with a row of these cells below its heading."""
    spaces = "".join(f' xmlns:{name}="{OFFICE}{name}:1.0"' for name in ("office", "table", "text"))
    head = "".join(f"<table:table-cell><text:p>{name}</text:p></table:table-cell>" for name in ROWS[0])
    rows = f"<table:table-row>{head}</table:table-row><table:table-row>{cells}</table:table-row>"
    body = f'<office:body><office:spreadsheet><table:table table:name="T">{rows}</table:table></office:spreadsheet>'
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as new:
        document = f"<office:document-content{spaces}>{body}</office:body></office:document-content>"
        new.writestr("content.xml", f'<?xml version="1.0"?>{prolog}{document}')
    return file.getvalue()


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<table:table-cell table:formula="of:=IF(1;&quot;&quot;;2)"><text:p/></table:table-cell>', None),
        ('<table:table-cell table:formula="of:=2*6"/>', Uncached("2*6")),
        (
            '<table:table-cell table:formula="of:=2*6" office:value-type="float"><text:p/></table:table-cell>',
            Uncached("2*6"),
        ),
        (
            '<table:table-cell table:formula="of:=6/0" office:value-type="string" xmlns:calcext="urn:calcext"'
            ' calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
            Fault("#DIV/0!"),
        ),
    ],
)
def test_what_a_formula_of_an_open_document_results_in(cell, expected):
    (grid,) = open_book(
        content_xml(f"<table:table-cell><text:p>NT1</text:p></table:table-cell>{cell}"), ReadOptions()
    ).grids
    assert grid.rows[1].cells == ["NT1", *([] if expected is None else [expected])]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<text:p>Twelve<text:s/>weeks</text:p>", "Twelve weeks"),
        ('<text:p>Twelve<text:s text:c="3"/>weeks</text:p>', "Twelve   weeks"),
        ("<text:p>Twelve<text:tab/>weeks<text:line-break/>of work</text:p>", "Twelve\tweeks\nof work"),
        ("<text:p>Twelve weeks</text:p><text:p>of work</text:p>", "Twelve weeks\nof work"),
        ("<text:p><text:span>Twelve</text:span> weeks</text:p>", "Twelve weeks"),
    ],
)
def test_what_stands_between_the_letters_of_an_open_document(markup, expected):
    cell = f'<table:table-cell office:value-type="string">{markup}</table:table-cell>'
    (grid,) = open_book(content_xml(cell), ReadOptions()).grids
    assert grid.rows[1].cells == [expected]


def test_columns_are_no_more_than_a_sheet_has_whatever_is_said_of_them():
    hidden = '<table:table-column table:visibility="collapse" table:number-columns-repeated="16000"/>'
    content = content_xml(f"</table:table-row>{3 * hidden}<table:table-row>")
    (grid,) = open_book(content, ReadOptions()).grids
    assert grid.hidden_columns == frozenset(range(1, LAST_COLUMN + 1))


CELLS_OF_OLD = "".join(f"<table:table-cell><text:p>{value}</text:p></table:table-cell>" for value in ROWS[1])
OPENOFFICE = '<!DOCTYPE office:document-content PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "office.dtd"{}>'


def test_the_document_type_of_openoffice_is_known_but_may_define_nothing(desk):
    plain = content_xml(CELLS_OF_OLD, OPENOFFICE.format(""))
    assert desk.read(desk.file("bid.ods", plain)).lines == LINES[:1]
    defining = content_xml(CELLS_OF_OLD, OPENOFFICE.format(' [<!ENTITY jobs "Jobs">]'))
    assert desk.read(desk.file("bid.ods", defining)).names == ["file-hostile"]
    resting = content_xml(CELLS_OF_OLD.replace("Jobs", "&jobs;"), OPENOFFICE.format(""))
    assert desk.read(desk.file("bid.ods", resting)).names == ["file-hostile"]


@pytest.mark.parametrize("shape", ["custom-shape", "rect", "measure", "ellipse", "caption", "g"])
def test_the_text_of_a_shape_that_hangs_on_a_cell_is_not_the_cells(desk, shape):
    drawn = f'<draw:{shape} xmlns:draw="{OFFICE}drawing:1.0"><text:p>Draft</text:p></draw:{shape}>'
    bid = content_xml(CELLS_OF_OLD.replace("</table:table-cell>", f"{drawn}</table:table-cell>"))
    assert desk.read(desk.file("bid.ods", bid)).lines == LINES[:1]


def test_rows_that_a_sheet_shows_though_it_hides_the_others(desk):
    def hide_others(book: openpyxl.Workbook) -> None:
        book.active.sheet_format.zeroHeight = True
        book.active.row_dimensions[3].hidden = True

    read = desk.xlsx(ROWS, hide_others)
    assert read.lines == LINES
    assert read.told == [("Commitments!3", "hidden-row-read")]


def test_the_content_counts_and_not_the_name(desk):
    xlsx = desk.xlsx(ROWS)
    assert xlsx.lines == LINES
    assert desk.read(desk.file("bid.csv", (desk.folder / "bid.xlsx").read_bytes())).lines == LINES
    assert desk.read(desk.file("other.xlsx", text_of())).lines == LINES


def test_a_workbook_that_counts_days_from_1904(desk):
    def count_from_1904(book: openpyxl.Workbook) -> None:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904

    read = desk.xlsx(
        [["Ref", "Commitment", "Quantity", "Start"], ["NT1", "Jobs", 3, dt.date(2026, 4, 1)]], count_from_1904
    )
    assert read.commitments[0].start == dt.date(2026, 4, 1)


def test_results_that_wait_for_a_recalculation_are_not_believed(desk):
    """Programs that write workbooks put 0 as the result of every formula and ask for a recalculation."""
    desk.xlsx([["Ref", "Commitment", "Quantity"], ["NT1", "Jobs", "=2*6"]])
    path = desk.folder / "bid.xlsx"
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"<v />", b"<v>0</v>").replace(b"<v></v>", b"<v>0</v>")
    assert b"<v>0</v>" in parts[sheet].replace(b'<c r="A1" t="s"><v>0</v>', b"")
    with zipfile.ZipFile(path, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    read = desk.read(path)
    assert read.lines == [(2, "NT1", None)]
    assert read.names == ["formula-without-result"]


CELLS = st.one_of(
    st.none(),
    st.integers(-(10**9), 10**9),
    st.floats(-1e9, 1e9, allow_nan=False),
    st.booleans(),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1, max_size=12),
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=6))
def test_an_independent_engine_sees_the_same_cells(rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([f"'{cell}" if isinstance(cell, str) else cell for cell in row])
    file = BytesIO()
    book.save(file)
    (grid,) = open_book(file.getvalue(), ReadOptions()).grids
    theirs = (
        python_calamine.load_workbook(BytesIO(file.getvalue())).get_sheet_by_index(0).to_python(skip_empty_area=False)
    )
    wanted = {(r, c): trimmed(cell) for r, row in enumerate(theirs, 1) for c, cell in enumerate(row, 1) if cell != ""}
    assert {
        (row.number, c): cell for row in grid.rows for c, cell in enumerate(row.cells, 1) if cell is not None
    } == wanted


@pytest.mark.parametrize(
    ("amounts", "told"), [(("1.200", "7"), True), (("1.200", "7.5"), False), (("1.200", "1500.000"), False)]
)
def test_a_point_before_three_digits_is_told_of_unless_the_file_settles_what_it_marks(desk, amounts, told):
    read = desk.csv("Ref,Commitment,Quantity\n" + "".join(f"NT17,Help {each},{each}\n" for each in amounts))
    assert float(read.commitments[0].quantity) == 1.2
    assert ("points-in-doubt" in read.names) is told

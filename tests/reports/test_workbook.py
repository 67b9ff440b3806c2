"""The report as a workbook: numbers as numbers, texts as texts, the same bytes every time."""

import csv
import time
from io import BytesIO, StringIO

import openpyxl
import pytest
from msgspec.structs import replace

import sv_cli
from sv_cli.reports.screen import Screen
from sv_cli.reports.workbook import render
from tests.cli.door import SAMPLES, sv


def book_of(valuation):
    return openpyxl.load_workbook(BytesIO(render(valuation, Screen())))


def rows(page):
    head, *rest = page.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rest]


@pytest.fixture(scope="module")
def food_bank():
    return sv_cli.score(SAMPLES / "food-bank.xlsx")


def test_the_lines_have_the_amounts_of_the_table_of_lines(food_bank):
    *lines, total = rows(book_of(food_bank)["Lines"])
    expected = list(csv.DictReader(StringIO(sv("score", SAMPLES / "food-bank.xlsx", "--format", "csv").out)))
    for name, column in (("Gross", "gross"), ("Net", "net"), ("Present value", "present_value")):
        assert [line[name] for line in lines] == [float(each[column]) for each in expected]
        assert total[name] == float(getattr(food_bank.totals, column.partition("_")[0]))
    assert [line["Unit value"] for line in lines] == [float(each["unit_value"]) for each in expected]
    assert [line["Row"] for line in lines] == [int(each["row"]) for each in expected]


def test_the_summary_says_what_every_report_says(food_bank):
    said = [str(cell.value) for row in book_of(food_bank)["Summary"].iter_rows() for cell in row if cell.value]
    assert "£482,875 of social value (present value, 2025 prices) from 8 of 8 commitments" in said
    assert "170 % of the contract value of £284,000.00" in said
    assert "Findings: 8 notes" in said
    assert "Volunteering and civic life" in said


def test_what_is_not_valued_is_shown_as_such_with_its_finding():
    book = book_of(sv_cli.score(SAMPLES / "bad-bid.xlsx"))
    line = rows(book["Lines"])[1]
    assert (line["Commitment"], line["Valued"], line["Findings"]) == ("Team days in the park", "not valued", "SV302")
    assert (line["Unit value"], line["Gross"], line["Net"], line["Present value"]) == (None,) * 4
    assert [each["Severity"] for each in rows(book["Findings"])].count("error") == 14
    assert rows(book["Findings"])[1]["Where"] == "SV Commitments!A13"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", " =cmd|' /C calc'!A0", '=HYPERLINK("https://e.example")']
)
def test_no_text_is_run_as_a_formula(food_bank, text):
    first, *rest = food_bank.lines
    said = replace(first, commitment=replace(first.commitment, description=text, sheet=text))
    book = book_of(replace(food_bank, lines=(said, *rest)))
    for page in book:
        assert "f" not in {cell.data_type for row in page.iter_rows() for cell in row}
    cell = book["Lines"]["C2"]
    assert cell.value == text.strip()
    assert cell.quotePrefix


@pytest.mark.parametrize(
    "text",
    ["https://e.example", "mailto:a@e.example", "internal:Lines!A1", "{=1+1}", "00123", "1e5", "TRUE", "#REF!",
     "'quoted", "<r>", "<r></r>", "<r>a & b</r>", "<r><t>bold</t></r>", "a ]]> b", "nobody's character: \ufffe"],
)  # fmt: skip
def test_a_text_is_a_text_whatever_it_looks_like(food_bank, text):
    first, *rest = food_bank.lines
    said = replace(first, commitment=replace(first.commitment, description=text))
    cell = book_of(replace(food_bank, lines=(said, *rest)))["Lines"]["C2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text.replace("\ufffe", "_xFFFE_"), "s", None)
    assert not cell.quotePrefix


def test_what_reads_as_an_escape_is_escaped_itself(food_bank):
    first, *rest = food_bank.lines
    said = replace(first, commitment=replace(first.commitment, description="_x0041_"))
    cell = book_of(replace(food_bank, lines=(said, *rest)))["Lines"]["C2"]
    assert cell.value == "_x005F_x0041_", "a spreadsheet program shows the text, where openpyxl shows the escape"


def test_what_is_not_seen_is_written_out_and_what_is_huge_is_cut(food_bank):
    first, *rest = food_bank.lines
    said = replace(first, commitment=replace(first.commitment, description="a\0b\u202e\ud800" + "x" * 100_000))
    text = book_of(replace(food_bank, lines=(said, *rest)))["Lines"]["C2"].value
    assert text.startswith(r"a\u0000b\u202e\ud800xxx")
    assert len(text) == 2001


def test_the_same_valuation_gives_the_same_bytes(food_bank):
    assert render(food_bank, Screen()) == render(sv_cli.score(SAMPLES / "food-bank.xlsx"), Screen())


def test_the_time_zone_changes_no_byte(food_bank, monkeypatch):
    here = render(food_bank, Screen())
    try:
        with monkeypatch.context() as elsewhere:
            elsewhere.setenv("TZ", "Pacific/Apia")
            time.tzset()
            assert render(food_bank, Screen()) == here
    finally:
        time.tzset()


def test_more_lines_than_a_worksheet_has_rows_are_not_left_out_in_silence(food_bank, monkeypatch):
    monkeypatch.setattr("xlsxwriter.worksheet.Worksheet.set_row_pixels", lambda *_: -1)
    with pytest.raises(OSError, match="more rows than a worksheet holds"):
        render(food_bank, Screen())


def test_a_workbook_wants_a_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = sv("score", SAMPLES / "food-bank.xlsx", "--format", "xlsx")
    assert (told.code, told.out) == (2, "")
    assert "xlsx must be written to a file; give one with --output" in " ".join(told.err.replace("│", " ").split())
    assert sv("score", SAMPLES / "food-bank.xlsx", "-o", "report.xlsx").code == 0
    assert openpyxl.load_workbook("report.xlsx").sheetnames == ["Summary", "Lines", "Findings", "Sources"]


def test_rows_of_a_look_that_was_had_are_as_the_first(food_bank):
    first = food_bank.lines[0]
    texts = ("=1+1", "=2 & <3>", "plain", 'a "quoted" > £ 😀', "=4", "]]>", " ")
    lines = [replace(first, commitment=replace(first.commitment, description=text)) for text in texts]
    page = book_of(replace(food_bank, lines=tuple(lines)))["Lines"]
    assert [page.cell(row, 3).value for row in range(2, 9)] == [*texts[:-1], None]
    assert [page.cell(row, 3).quotePrefix for row in range(2, 9)] == [text.startswith("=") for text in texts]
    for row in range(3, 9):
        for column in (1, 2, *range(4, 13)):
            one, other = page.cell(2, column), page.cell(row, column)
            assert (one.value, one.data_type, one.style_id) == (other.value, other.data_type, other.style_id)
        assert page.row_dimensions[row].height == page.row_dimensions[2].height

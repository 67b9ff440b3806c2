"""The short way through a worksheet and the parser's way give the same sheet, or the short one is not taken."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets import xlsx
from sv_cli.bids.sheets.archive import Archive
from sv_cli.bids.sheets.grid import UnreadableError
from sv_cli.bids.sheets.xlsx_sheet import SheetReader, Surroundings
from sv_cli.bids.sheets.xlsx_tame import read_tame
from tests.corpus.cases import all_cases
from tests.examples import SEARCHING

PART = "xl/worksheets/sheet1.xml"
# Of neighbours, which one program wrote, one is enough for an ordinary run: others are read as they should be elsewhere
EVERY = 1 if SEARCHING else 4
WORKBOOKS = dict([each for each in all_cases() if each[0].endswith((".xlsx", ".xlsm"))][::EVERY])
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"


def archive(markup: bytes) -> Archive:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(PART, markup)
    return Archive.of(data.getvalue(), ReadOptions())


def reader() -> SheetReader:
    return SheetReader("Sheet", False, Surroundings(["Ref", "NT1 & more"], (), False, False, ReadOptions()))


def short_way(markup: bytes) -> object:
    try:
        return read_tame(reader(), archive(markup), PART)
    except UnreadableError as error:
        return error.name, error.fields


def long_way(markup: bytes) -> object:
    try:
        return reader().read((markup,), PART)
    except UnreadableError as error:
        return error.name, error.fields


def book(case) -> object:
    try:
        return xlsx.read_xlsx(Archive.of(case.data(), ReadOptions()), ReadOptions())
    except UnreadableError as error:
        return error.name, error.fields


def test_every_workbook_of_the_corpus_is_the_same_both_ways(monkeypatch):
    short = {name: book(case) for name, case in WORKBOOKS.items()}
    monkeypatch.setattr(xlsx, "read_tame", lambda *_: None)
    monkeypatch.setattr(xlsx, "tame_text", lambda _: None)
    assert [name for name, case in WORKBOOKS.items() if book(case) != short[name]] == []


ROW = '<row r="{0}"{1}>{2}</row>'
TEXT = st.text("aZ0 .-&;é_x0041\u200b", max_size=8).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
)
NUMBER = st.sampled_from(["1", "0", "-2.5", "1e3", "1E-7", "12345678901234567890", "1e999", "nan", "1_0", " 7", "x"])
VALUE = st.one_of(
    st.builds('<c r="{{0}}"><v>{}</v></c>'.format, NUMBER),
    st.builds('<c r="{{0}}" t="n"><v>{}</v></c>'.format, NUMBER),
    st.builds('<c r="{{0}}" t="s"><v>{}</v></c>'.format, st.sampled_from(["0", "1", "2", "-1", "01", ""])),
    st.builds('<c r="{{0}}" t="inlineStr"><is><t>{}</t></is></c>'.format, TEXT),
    st.builds('<c r="{{0}}" t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>'.format, TEXT),
    st.builds('<c r="{{0}}" t="str"><f>A1&amp;"b"</f><v>{}</v></c>'.format, TEXT),
    st.sampled_from(
        [
            '<c r="{0}"/>', '<c r="{0}" s="3" />', '<c r="{0}"><f>SUM(A1:A9)</f></c>',
            '<c r="{0}"><f t="shared" si="0"/><v>4</v></c>', '<c r="{0}" t="b"><v>1</v></c>',
            '<c r="{0}" t="e"><v>#REF!</v></c>', '<c r="{0}" t="d"><v>2026-04-01</v></c>',
            '<c r="{0}" t="s"><is><t>odd</t></is></c>', '<c r="{0}"><v/></c>', '<c r="{0}"><!-- 3 --><v>3</v></c>',
            "<c><v>5</v></c>", '<c t="n" r="{0}"><v>6</v></c>', '<c r="{0}"><v>&#55;</v></c>',
        ]
    ),
)  # fmt: skip


@st.composite
def sheets(draw: st.DrawFn) -> bytes:
    rows = []
    number = 0
    for _ in range(draw(st.integers(0, 4))):
        number += draw(st.sampled_from([1, 1, 1, 2, 0]))
        columns = sorted(draw(st.sets(st.sampled_from("ABCDEF"), max_size=5)))
        wrong = draw(st.sampled_from([0] * 9 + [1]))
        cells = "".join(draw(VALUE).format(f"{letter}{number + wrong}") for letter in columns)
        attributes = draw(
            st.sampled_from(
                ["", "", ' spans="1:5"', ' ht="15.5" customHeight="1"', ' hidden="1"', ' hidden="false"', " x"]
            )
        )
        rows.append(ROW.format(number, attributes, cells) if cells else f'<row r="{number}"{attributes}/>')
    markup = HEAD.decode() + draw(st.sampled_from(["", "\n"])).join(rows) + TAIL.decode()
    return markup.encode(draw(st.sampled_from(["utf-8"] * 5 + ["cp1252"])), "replace")


@given(sheets())
def test_any_sheet_is_the_same_both_ways(markup):
    short = short_way(markup)
    assert short is None or short == long_way(markup)


BITS = st.sampled_from(
    [
        *(
            b"<",
            b">",
            b'"',
            b"/",
            b" ",
            b"\n",
            b"\t",
            b"&",
            b"]]>",
            b"\x00",
            b"\xff",
            b"#",
            b"0",
            b"A",
            b"/>",
            b"</row>",
        ),
        *(b'<row r="3">', b'<c r="A3">', b"</c>", b"<v>1</v>", b"<f>x</f>", b"<is><t>x</t></is>", b"<!-- x -->"),
        *(b' s="1"', b' t="s"', b' r="B2"', b' hidden="1"', b' x:y="1"', b"<![CDATA[x]]>"),
    ]
)


@given(sheets(), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), BITS), min_size=1, max_size=3))
def test_a_damaged_sheet_is_refused_or_the_same_both_ways(markup, edits):
    for where, less, more in edits:
        at = len(HEAD) + int(where * (len(markup) - len(HEAD)))
        markup = markup[:at] + more + markup[at + less :]
    short, long = short_way(markup), long_way(markup)
    refused = isinstance(short, tuple) and isinstance(long, tuple)  # for the first fault that each of them meets
    assert short is None or refused or short == long


PLAIN = b'<row r="1" spans="1:2"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2.5</v></c></row><row r="3" ht="20"/>'


@pytest.mark.parametrize(
    "markup",
    [
        HEAD + PLAIN + TAIL,
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + HEAD + PLAIN + TAIL,
        HEAD.replace(b"<sheetData>", b'<sheetFormatPr zeroHeight="1"/><sheetData>') + PLAIN + TAIL,
        HEAD + b'<row r="1"><c r="A1" t="str" s="0"><v>Tea</v></c><c r="B1" s="0" t="str"><v>Tea</v></c></row>' + TAIL,
        HEAD
        + b'<row r="1"><c r="A1" t="str"><f>B1</f><v></v></c><c r="B1" t="inlineStr"><is><t></t></is></c></row>'
        + TAIL,
        HEAD + b'<row r="1"><c r="A1"><f>B1*2</f><v>5</v></c></row>' + TAIL,
        HEAD + b'<row r="1"><c r="A1" t="inlineStr"><is><t>Tea &amp; cake</t></is></c></row>' + TAIL,
        HEAD + b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 60_000)) + TAIL,
        HEAD + PLAIN.replace(b' spans="1:2"', b' hidden="false" collapsed="false"') + TAIL,
        HEAD + PLAIN.replace(b' spans="1:2"', b' hidden="1"').replace(b'ht="20"', b'ht="0"') + TAIL,
    ],
    ids=[
        "plain",
        "declared",
        "rows hidden by default",
        "type before style",
        "empty",
        "formula",
        "entity",
        "several blocks",
        "rows said not to be hidden",
        "hidden rows",
    ],
)
def test_what_programs_write_goes_the_short_way(markup):
    assert short_way(markup) == long_way(markup)


@pytest.mark.parametrize(
    "markup",
    [
        HEAD.replace(b"<worksheet", b"<!DOCTYPE x><worksheet") + PLAIN + TAIL.replace(b"</worksheet>", b"<worksheet>"),
        b'<?xml version="1.0" encoding="UTF-16"?>' + HEAD + PLAIN + TAIL,
        HEAD + PLAIN + b"<!-- " + PLAIN + b" -->" + TAIL,
        HEAD + PLAIN.replace(b"2.5", b"&own;") + TAIL,
        HEAD + PLAIN.replace(b"2.5", b"2\x00.5") + TAIL,
        HEAD + PLAIN.replace(b"2.5", b"\xff") + TAIL,
        HEAD + PLAIN.replace(b' r="B1"', b"") + TAIL,
        HEAD + PLAIN + b'<row r="4" spans="1:2">' + PLAIN.replace(b'r="1"', b'r="5"') + TAIL,
        HEAD + PLAIN.replace(b"</row>", b"</row></row>") + TAIL,
        HEAD + PLAIN.replace(b"<v>2.5</v>", b"<v>2.5</v><v>3</v>") + TAIL,
        HEAD + PLAIN.replace(b"<v>0</v></c>", b"<v>0</v></c>,<c/>") + TAIL,
        HEAD + PLAIN,
        PLAIN,
    ],
)
def test_what_a_parser_must_judge_is_left_to_it(markup):
    short = short_way(markup)
    assert short is None or short == long_way(markup)
    assert not hasattr(short, "rows")

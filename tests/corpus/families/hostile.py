"""Owns files that are broken or made to break: each ends in a finding, in little time and memory."""

import struct
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.corpus.case import Case
from tests.corpus.families.layouts import HEAD, ROWS, three
from tests.corpus.write.others import ods, text, xls
from tests.corpus.write.values import Formula, Sheet
from tests.corpus.write.xlsx import Edit, dated, one_sheet, replacing, xlsx, zipped

PAGE = Sheet([HEAD, *ROWS])
SHEET = "xl/worksheets/sheet1.xml"
BOMB_SIZE = 300 << 20
REFUSED = "file-hostile|file-damaged|file-too-large|too-many-rows|too-many-cells|not-a-spreadsheet"
BOMB_DOCTYPE = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">'
    '<!ENTITY lol2 "&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;">]>'
)
WORDS = "hours" + " hours" * 20_000
SIGNS = "%" * 20_000
FILE_DOCTYPE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'


def edited(part: str, edit: Edit) -> Callable[[], bytes]:
    """A plain workbook with one of its parts edited."""
    return xlsx(PAGE, edits={part: edit})


def cut(maker: Callable[[], bytes], keep: float) -> Callable[[], bytes]:
    """The first part of a file."""
    return lambda: (data := maker())[: int(len(data) * keep)]


def with_prolog(prolog: str) -> Edit:
    """An edit that puts a DOCTYPE before an XML part."""
    return lambda part: prolog.encode() + part[part.index(b"<", 2) if part.startswith(b"<?xml") else 0 :]


def flipped(maker: Callable[[], bytes], every: int) -> Callable[[], bytes]:
    """A file in which one byte in ``every`` is turned."""

    def make() -> bytes:
        data = bytearray(maker())
        for at in range(every, len(data), every):
            data[at] ^= 0x5A
        return bytes(data)

    return make


@cache
def bomb() -> bytes:
    """A sheet of 300 MB of spaces in a file of some 300 kB."""
    file = BytesIO()
    with ZipFile(BytesIO(xlsx(PAGE)())) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != SHEET:
                new.writestr(dated(name), old.read(name))
        with new.open(dated(SHEET), "w") as part:
            for _ in range(BOMB_SIZE >> 20):
                part.write(b" " * (1 << 20))
    return file.getvalue()


def lying_bomb() -> bytes:
    """The same with the archive's directory saying that the sheet is small."""
    data = bytearray(bomb())
    size = struct.pack("<I", BOMB_SIZE)
    at = data.find(size)
    while at != -1:
        data[at : at + 4] = struct.pack("<I", 2000)
        at = data.find(size, at + 4)
    return bytes(data)


def ole(directory: bytes, fat: bytes | None = None) -> bytes:
    """A compound file with one sector of directory; its allocation table may loop."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    head = head[:512].ljust(512, b"\xff")
    table = fat or struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * 504
    return head + table.ljust(512, b"\xff") + directory.ljust(512, b"\0")


def entry(name: str, kind: int) -> bytes:
    """One entry of a compound file's directory."""
    wide = name.encode("utf-16-le")
    return (
        wide.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(wide) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, 1)
        + b"\0" * 36
        + struct.pack("<IQ", 0xFFFFFFFE, 0)
    )


def encrypted() -> bytes:
    """A workbook with a password: a compound file with an EncryptedPackage."""
    return ole(entry("Root Entry", 5) + entry("EncryptedPackage", 2) + entry("EncryptionInfo", 2))


def merged(*columns: str, over: int) -> str:
    """The markup of ranges of each column that all begin in row 2, and lie over each other."""
    ranges = "".join(f'<mergeCell ref="{each}2:{each}{n}"/>' for each in columns for n in range(3, over))
    return f"<mergeCells>{ranges}</mergeCells>"


CASES = (
    Case("nothing.xlsx", text(""), fatal="file-empty"),
    Case("nothing.csv", text(""), fatal="file-empty"),
    Case("blank-lines.csv", text("\n\n  \n"), fatal="file-empty|no-table"),
    Case("noughts.csv", lambda: b"\0" * 5000, fatal="not-a-spreadsheet|file-damaged|no-table"),
    Case("a-picture.xlsx", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 200, fatal="not-a-spreadsheet"),
    Case("a-pdf.xlsx", text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"), fatal="not-a-spreadsheet"),
    Case(
        "a-word-document.docx",
        lambda: zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}),
        fatal="not-a-spreadsheet",
    ),
    Case("a-program.csv", lambda: b"\x7fELF" + bytes(range(256)) * 20, fatal="not-a-spreadsheet|no-table"),
    Case("an-archive-of-nothing.xlsx", lambda: zipped({}), fatal="not-a-spreadsheet|file-damaged"),
    Case("cut-short.xlsx", cut(xlsx(PAGE), 0.6), fatal="file-damaged|not-a-spreadsheet"),
    Case("cut-short.xls", cut(xls(PAGE), 0.5), fatal="file-damaged|not-a-spreadsheet"),
    Case("cut-short.ods", cut(ods(PAGE), 0.6), fatal="file-damaged|not-a-spreadsheet"),
    Case("turned-bytes.xlsx", flipped(xlsx(PAGE), 97), fatal="file-damaged|not-a-spreadsheet|file-hostile"),
    Case(
        "turned-bytes.xls",
        flipped(xls(PAGE), 61),
        fatal="file-damaged|not-a-spreadsheet|file-hostile|no-table|password-protected",
    ),
    Case("half-a-sheet.xlsx", edited(SHEET, lambda part: part[: len(part) // 2]), fatal="file-damaged"),
    Case("zip-bomb.xlsx", bomb, fatal=REFUSED),
    Case("zip-bomb-that-lies.xlsx", lying_bomb, fatal=REFUSED),
    Case("entities.xlsx", edited(SHEET, with_prolog(BOMB_DOCTYPE)), fatal=REFUSED),
    Case("entities-in-shared-strings.xlsx", edited("xl/sharedStrings.xml", with_prolog(BOMB_DOCTYPE)), fatal=REFUSED),
    Case("external-entity.xlsx", edited(SHEET, with_prolog(FILE_DOCTYPE)), fatal=REFUSED),
    Case(
        "absurd-dimension.xlsx",
        edited(SHEET, replacing('ref="A1:D4"', 'ref="A1:XFD1048576"')),
        three(2),
        why="what a file says of its size is not believed",
    ),
    Case("cell-far-outside.xlsx", edited(SHEET, replacing('r="D4"', 'r="ZZZZZZ4"')), fatal=REFUSED),
    Case("row-number-absurd.xlsx", edited(SHEET, replacing('<row r="4"', '<row r="4294967295"')), fatal=REFUSED),
    Case("row-number-negative.xlsx", edited(SHEET, replacing('<row r="4"', '<row r="-4"')), fatal=REFUSED),
    Case(
        "shared-strings-count-absurd.xlsx",
        edited("xl/sharedStrings.xml", replacing('uniqueCount="', 'uniqueCount="99999999999')),
        three(2),
        why="what a file says of its size is not believed",
    ),
    Case(
        "shared-string-missing.xlsx", edited(SHEET, replacing('t="s"><v>0</v>', 't="s"><v>4000000</v>')), fatal=REFUSED
    ),
    Case(
        "path-tricks.xlsx",
        lambda: zipped({"../../etc/passwd": b"x", "[Content_Types].xml": b"<Types/>"}),
        fatal="not-a-spreadsheet|file-damaged|file-hostile",
    ),
    Case("with-a-password.xlsx", encrypted, fatal="password-protected"),
    Case(
        "compound-file-that-loops.xls",
        lambda: ole(entry("Root Entry", 5) + entry("Workbook", 2), struct.pack("<IIII", 0xFFFFFFFD, 2, 1, 1)),
        fatal="file-damaged|not-a-spreadsheet|file-hostile",
    ),
    Case("one-endless-line.csv", text("Ref,Quantity\nNT1," + "9" * 3_000_000), fatal="file-damaged"),
    Case(
        "quote-never-closed.csv",
        text('Ref,Commitment,Unit,Quantity\nNT1,"Jobs,FTE,3\nNT17,Volunteering,hours,120\n'),
        fatal="file-damaged|no-table",
        why="all lines after the quote would vanish into one cell",
    ),
    Case(
        "noughts-within.csv",
        text("Ref,Commitment,Unit,Quantity\nNT1,Jo\0bs,FTE,3\nNT17,Volunteering,hours,120\n"),
        fatal="not-a-spreadsheet",
        why="no program writes a NUL into a text",
    ),
    Case(
        "terminal-escapes.csv",
        text("Ref,Commitment,Unit,Quantity\nNT1,\x1b[31mJobs\x1b]0;owned\x07,FTE,3\n"),
        ((2, "NT1", "3", "fte"),),
    ),
    Case("ten-thousand-columns.csv", text("Ref,Quantity" + ",x" * 10_000 + "\nNT1,3\n"), ((2, "NT1", "3", None),)),
    Case(
        "many-tables.csv",
        text("Ref,Quantity\nNT1,3\n\n" * 500),
        tuple((3 * n + 2, "NT1", "3", None) for n in range(500)),
    ),
    Case(
        "deep-markup.xlsx",
        edited(SHEET, replacing("<sheetData>", "<a>" * 20_000 + "</a>" * 20_000 + "<sheetData>")),
        three(2),
    ),
    Case(
        "an-amount-of-32k-commas.xlsx",
        one_sheet(HEAD, ["NT1", "Jobs", "FTE", ", " * 16_000 + ")"], ["NT2", "Hours", "hours", 40]),
        ((2, "NT1", None, "fte"), (3, "NT2", "40", "hour")),
        findings=("not-a-number",),
    ),
    Case(
        "a-description-of-32k-of-or-more.xlsx",
        one_sheet(HEAD, ["NT1", "or more " * 4_000 + "x", "FTE", 3], ["NT2", "Hours", "hours", 40]),
        ((2, "NT1", "3", "fte"), (3, "NT2", "40", "hour")),
    ),
    Case("a-cell-of-32k.xlsx", one_sheet(HEAD, ["NT1", "j" * 32_767, "FTE", 3]), ((2, "NT1", "3", "fte"),)),
    Case(
        "references-of-many-words-and-signs.csv",
        text(
            f"Ref,Commitment,Unit,Quantity\n{WORDS},Time,hours,3\n{SIGNS} (NT2),Time,hours,4\n"
            f"NT17,{' ' * 50_000},hours,5\n"
        ),
        ((2, WORDS, "3", "hour"), (3, f"{SIGNS} (NT2)", "4", "hour"), (4, "NT17", "5", "hour")),
        why="no text may be looked through again from each of its letters, which would take hours",
    ),
    Case("deflate-of-deflate.xlsx", lambda: zlib.compress(xlsx(PAGE)()), fatal="not-a-spreadsheet"),
    Case(
        "a-year-set-high.csv",
        text("Ref,Commitment,Unit,Quantity,Year\nNT17,Volunteering,hours,120,\u00b2\n"),
        ((2, "NT17", "120", "hour"),),
        ("not-a-year",),
        why="what is set high is a digit, and no number",
    ),
    Case(
        "letters-that-match-others.csv",
        text("Ref,Commitment,Unit,Quantity,Year f\u0131ve,F\u0131rst quarter\nNT17,Volunteering,hours,120,,\n"),
        ((2, "NT17", "120", "hour"),),
        why="a pattern takes an i without its dot for an i; no list of words does",
    ),
    Case(
        "a-label-beside-a-space.csv",
        text("Ref,NT17\nCommitment,Careers\nQuantity, \n\nRef,Commitment,Unit,Quantity\nNT1,Jobs,FTE,3\n"),
        ((6, "NT1", "3", "fte"),),
        why="a space beside a label is no amount, and nothing to look at",
    ),
    Case(
        "a-scale-in-letters-of-others.csv",
        text("Ref,Commitment,Unit,Quantity\nNT17,Volunteering,hours,120\nNT18,Spend,£,£5 m\u0131ll\u0131on\n"),
        ((2, "NT17", "120", "hour"), (3, "NT18", None, None)),
        ("not-a-number",),
        why="a pattern takes an i without its dot for an i; no table of scales does",
    ),
    Case(
        "a-contract-to-the-end-of-time.csv",
        text(
            "Contract start,1 January 9999\nContract end,December 9999\n\n"
            "Ref,Commitment,Unit,Quantity\nNT17,Volunteering,hours,120\n"
        ),
        ((5, "NT17", "120", "hour"),),
        why="no month comes after the last of the calendar",
    ),
    Case(
        "a-version-of-many-figures.csv",
        text(
            f"Ref,Commitment,Unit,Quantity,Version\nNT17,Volunteering,hours,120,{'9' * 5000}\n"
            "NT17,Volunteering,hours,140,2\n"
        ),
        ((2, "NT17", "120", "hour"),),
        ("earlier-version-of-line",),
        why="a number may have more figures than are read as one",
    ),
    Case(
        "a-sum-of-rows-beyond-any-sheet.xlsx",
        one_sheet(HEAD, *ROWS, ["NT17", "More", "hours", Formula(f"SUM(D{'9' * 5000}:D{'9' * 5000})", 7)]),
        (*three(2), (5, "NT17", "7", "hour")),
        why="a row's number may have more figures than are read as one",
    ),
    Case(
        "merged-over-each-other.xlsx",
        xlsx(
            [HEAD, *[["NT17", f"Time {n}", "hours", n] for n in range(1500)]],
            edits={SHEET: replacing("</sheetData>", "</sheetData>" + merged("A", "D", over=1500))},
        ),
        fatal=REFUSED,
        why="no program merges what is merged already; each row of each range would be looked at",
    ),
)

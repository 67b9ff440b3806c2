"""Owns one table in every format, encoding and dialect that programs save it in."""

import csv as csv_module
from datetime import date

from tests.corpus.case import Case
from tests.corpus.families.layouts import HEAD, ROWS, three
from tests.corpus.write.others import csv, excel_95, ods, text, xls, xlsb
from tests.corpus.write.values import Formatted, Formula, Sheet, Wrong
from tests.corpus.write.xlsx import macro_enabled, xlsx

TABLE = [HEAD, *ROWS]
PAGE = Sheet(TABLE)
MONEY = [
    ["Ref", "Commitment", "Amount"],
    ["NT28", "Gifts to caf\u00e9s", "£1,200"],
    ["NT24", "Safety fund \u2013 local", "£500"],
]
GIFTS = ((2, "NT28", "1200", "GBP"), (3, "NT24", "500", "GBP"))


def spoilt(rows: list[list[str]]) -> list[list[str]]:
    """The rows as they are saved by a program that read UTF-8 as Windows-1252."""
    return [[cell.encode().decode("cp1252") for cell in row] for row in rows]


TYPICAL = Sheet(
    [
        ["Social value offer"],
        ["Contract start", date(2026, 4, 1)],
        [],
        HEAD,
        *ROWS,
        ["NT8", "Careers talks", "hours", Wrong("#N/A")],
        [None, "Total", None, 127.5],
    ]
)
TYPICAL_READ = (*three(5), (8, "NT8", None, "hour"))

CASES = (
    Case("macros.xlsm", macro_enabled(xlsx(PAGE)), three(2)),
    Case("excel-97.xls", xls(PAGE), three(2)),
    Case("open-document.ods", ods(PAGE), three(2)),
    Case("excel-95.xls", excel_95(PAGE), three(2), quiet=True),
    Case("excel-95-in-cyrillic.xls", excel_95(PAGE, page=10007), three(2), findings=("look-unknown",)),
    Case("binary.xlsb", xlsb(PAGE), three(2), quiet=True),
    Case("binary-with-short-cells.xlsb", xlsb(PAGE, short=True), three(2), quiet=True),
    Case(
        "short-cells-between-others.xlsb",
        xlsb(
            Sheet(
                [HEAD, ["R1", "Carbon", "%", Formatted(0.1, "0%")], ["R2", None, "FTE", Wrong("#N/A")]],
                hidden_rows=(2,),
            ),
            short=True,
        ),
        ((2, "R1", "10", "percent"), (3, "R2", None, "FTE")),
        findings=("hidden-row-read", "error-cell"),
    ),
    Case(
        "hidden.xlsb",
        xlsb(PAGE._replace(hidden_rows=(3,), hidden_columns=("D",))),
        three(2),
        findings=("hidden-row-read", "hidden-column-read"),
    ),
    Case(
        "percent.xlsb", xlsb(Sheet([HEAD, ["R1", "Carbon", "%", Formatted(0.1, "0%")]])), ((2, "R1", "10", "percent"),)
    ),
    Case(
        "typical.xls",
        xls(TYPICAL),
        TYPICAL_READ,
        findings=("error-cell", "total-row-skipped"),
        facts={"start": "2026-04-01"},
    ),
    Case(
        "hidden-sheet.xls",
        xls(PAGE, Sheet([HEAD, ["NT1", "Old", "FTE", 99]], name="Old offer", state="hidden")),
        three(2),
        findings=("hidden-sheet-left-out",),
    ),
    Case(
        "hidden-sheet.ods",
        ods(PAGE, Sheet([HEAD, ["NT1", "Old", "FTE", 99]], name="Old offer", state="hidden")),
        three(2),
        findings=("hidden-sheet-left-out",),
    ),
    Case(
        "typical.ods",
        ods([*TYPICAL.rows[:7], TYPICAL.rows[8]]),
        three(5),
        findings=("total-row-skipped",),
        facts={"start": "2026-04-01"},
    ),
    Case(
        "formula-without-result.ods",
        ods([HEAD, ["NT1", "Jobs", "FTE", Formula("=2*6")], ["NT17", "Volunteering", "hours", Formula("=2*6", 12)]]),
        ((2, "NT1", None, "fte"), (3, "NT17", "12", "hour")),
        findings=("formula-without-result",),
    ),
    Case("percent.ods", ods([HEAD, ["R1", "Carbon", "%", Formatted(0.1, "0%")]]), ((2, "R1", "10", "percent"),)),
    Case(
        "percent.xls",
        xls([HEAD, ["R1", "Carbon", "%", Formatted(0.1, "0%")], ["R2", "Fund", "£", Formatted(1200, '"£"#,##0')]]),
        ((2, "R1", "10", "percent"), (3, "R2", "1200", "GBP")),
    ),
    Case("commas.csv", csv(*TABLE), three(2), quiet=True),
    Case("semicolons.csv", csv(*TABLE, delimiter=";"), three(2)),
    Case("carets.csv", csv(*TABLE, delimiter="^"), three(2), findings=("delimiter-detected",)),
    Case("tabs.tsv", csv(*TABLE, delimiter="\t"), three(2), quiet=True),
    Case("tabs.csv", csv(*TABLE, delimiter="\t"), three(2)),
    Case("pipes.csv", csv(*TABLE, delimiter="|"), three(2)),
    Case("all-quoted.csv", csv(*TABLE, quoting=csv_module.QUOTE_ALL), three(2)),
    Case("utf-8-with-bom.csv", csv(*MONEY, encoding="utf-8-sig"), GIFTS, quiet=True),
    Case("utf-16.csv", csv(*MONEY, delimiter="\t", encoding="utf-16"), GIFTS),
    Case(
        "utf-16-big-end-first.csv",
        text(
            "\ufeff" + "Ref\tCommitment\tAmount\r\nNT28\tGifts to caf\u00e9s\t£1,200\r\nNT24\tFund\t£500\r\n",
            "utf-16-be",
        ),
        GIFTS,
    ),
    Case("windows-1252.csv", csv(*MONEY, encoding="cp1252"), GIFTS, findings=("encoding-detected",)),
    Case(
        "latin-1.csv",
        text('Ref,Commitment,Amount\nNT28,Gifts to caf\u00e9s,"£1,200"\nNT24,Fund,£500\n', "latin-1"),
        GIFTS,
        findings=("encoding-detected",),
    ),
    Case(
        "sep-line.csv", text("sep=;\r\nRef;Commitment;Unit;Quantity\r\nNT1;Jobs;FTE;3\r\n"), ((3, "NT1", "3", "fte"),)
    ),
    Case(
        "records-over-several-lines.csv",
        text(
            'Ref,Commitment,Unit,Quantity\nNT1,"Local people,\nfrom the town",FTE,3\nNT17,"He said ""yes""",hours,120\n'
        ),
        ((2, "NT1", "3", "fte"), (4, "NT17", "120", "hour")),
        why="a row's number is the line that its record begins on",
    ),
    Case("old-mac-line-ends.csv", csv(*TABLE, line_end="\r"), three(2)),
    Case(
        "unix-line-ends-no-last-one.csv",
        text("Ref,Unit,Quantity\nNT1,FTE,3\nNT17,hours,120"),
        ((2, "NT1", "3", "fte"), (3, "NT17", "120", "hour")),
    ),
    Case(
        "ragged-rows.csv",
        text(
            "Anytown Council\n\nRef,Commitment,Unit,Quantity,Notes\nNT1,Jobs,FTE,3\n"
            "NT17,Volunteering,hours,120,by staff,,,\n\n"
        ),
        ((4, "NT1", "3", "fte"), (5, "NT17", "120", "hour")),
    ),
    Case(
        "commas-within-unquoted-money.csv",
        text("Ref,Commitment,Amount\nNT28,Gifts,£1,200\n"),
        ((2, "NT28", None, None),),
        findings=("extra-cells|cells-beyond-table|not-a-number",),
        why="£1 and 200 are one sum that lost its quotes; reading £1 would be wrong unseen",
    ),
    Case(
        "semicolons-and-plain-numbers.csv",
        text("Ref;Commitment;Unit;Quantity\nNT1;Jobs, and more jobs;FTE;3.5\nNT31;Carbon;tCO2e;1200\n"),
        ((2, "NT1", "3.5", "fte"), (3, "NT31", "1200", "tCO2e")),
    ),
    Case("upper-case-ending.CSV", csv(*TABLE), three(2)),
    Case("xlsx-called-csv.csv", xlsx(PAGE), three(2)),
    Case("csv-called-xlsx.xlsx", csv(*TABLE), three(2)),
    Case(
        "html-called-xls.xls",
        text("<html><body><table><tr><td>Ref</td><td>Quantity</td></tr></table></body></html>"),
        fatal="not-a-spreadsheet",
    ),
    Case("no-ending", csv(*TABLE), three(2)),
    Case("spaces and \u00fcnicode (v2) FINAL.csv", csv(*TABLE), three(2)),
    Case("-starts-with-a-dash.csv", csv(*TABLE), three(2)),
    Case(
        "quoted-formula-marks.csv",
        text('Ref,Commitment,Unit,Quantity\nNT1,=1+1,FTE,3\nNT17,"\'+44 tel",hours,4\n'),
        ((2, "NT1", "3", "fte"), (3, "NT17", "4", "hour")),
    ),
    Case(
        "formula-as-quantity.csv",
        text("Ref,Commitment,Unit,Quantity\nNT1,Jobs,FTE,=2*6\nNT17,Hours,hours,4\n"),
        ((2, "NT1", None, "fte"), (3, "NT17", "4", "hour")),
    ),
    Case("exported-by-a-website.xls", text("<table><tr><td>Ref</td></tr></table>"), fatal="not-a-spreadsheet"),
    Case("hints-in-angle-brackets.csv", csv(HEAD, ["<travel>", "<table>", "<number>", "<unit>"], *ROWS), three(3)),
    Case("utf-32-with-its-mark.csv", csv(*MONEY, encoding="utf-32"), GIFTS, quiet=True),
    Case("utf-32-without-a-mark.csv", csv(*MONEY, encoding="utf-32-be"), GIFTS, findings=("encoding-detected",)),
    Case("read-in-the-wrong-encoding-once.csv", csv(*spoilt(MONEY)), GIFTS, findings=("encoding-mended",)),
    Case("read-in-the-wrong-encoding-twice.csv", csv(*spoilt(spoilt(MONEY))), GIFTS, findings=("encoding-mended",)),
    *(
        Case(
            f"read-in-the-wrong-encoding-once.{form}", make(Sheet(spoilt(MONEY))), GIFTS, findings=("encoding-mended",)
        )
        for form, make in (("xlsx", xlsx), ("ods", ods), ("xls", xls), ("xlsb", xlsb))
    ),
    Case(
        "read-by-a-mac.csv",
        csv(MONEY[0], ["NT28", "Gifts", "\u00ac\u00a31,200"]),
        GIFTS[:1],
        findings=("encoding-mended",),
    ),
    Case(
        "letters-that-are-as-they-should-be.csv",
        csv([*HEAD[:2], "Quantity", "Unit"], ["NT17", "\u201cCAF\u00c9\u201d in t\u00e2n and S\u00c3O", 3, "hours"]),
        ((2, "NT17", "3", "hour"),),
        quiet=True,
    ),
)

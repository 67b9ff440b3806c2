"""Owns numbers that their cells do not show, or show as another amount, and formats that only look as if they did."""

from collections.abc import Callable
from typing import Any

from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook
from openpyxl.styles import Color, Font, PatternFill

from tests.corpus.case import Case
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS
from tests.corpus.write.marked import inked_ods
from tests.corpus.write.values import Formatted, Sheet
from tests.corpus.write.xlsx import saved, xlsx

ONE_OPEN = ((2, "NT17", None, "hour"), *THREE[1:])
VEILED = ("shown-otherwise",)


def name_of(number_format: str) -> str:
    return "-".join(f"{ord(letter):x}" for letter in number_format)


def formatted(number_format: str, *, veiled: bool, value: float = 40) -> Case:
    """Three lines, of which the first has a quantity in this format."""
    sheet = Sheet([HEAD, [*HOURS[:2], Formatted(value, number_format), HOURS[3]], WEEKS, JOBS])
    findings = VEILED if veiled else ()
    reads = ONE_OPEN if veiled else ((2, "NT17", f"{value:g}", "hour"), *THREE[1:])
    return Case(f"format-{name_of(number_format)}-{value:g}.xlsx", xlsx(sheet), reads, findings, quiet=not veiled)


def coloured(colour: Color, fill: PatternFill | None = None) -> Callable[[], bytes]:
    """A maker of the three lines, of which the quantity of the first is in this colour."""

    def make() -> bytes:
        book = Workbook()
        for row in (HEAD, HOURS, WEEKS, JOBS):
            book.active.append(row)
        book.active["C2"].font = Font(color=colour)
        if fill:
            book.active["C2"].fill = fill
        return saved(book.save)

    return make


def coloured_ods(**looks: Any) -> Callable[[], bytes]:
    """A maker of the three lines as a LibreOffice sheet, of which the quantity of the first looks so."""
    return lambda: inked_ods([HEAD, HOURS, WEEKS, JOBS], (1, 2), **looks)


def odf(text: str | None, *, veiled: bool) -> Case:
    """Three lines of an OpenDocument spreadsheet, of which the first has 2,000 shown as this; as nothing by None."""

    def make() -> bytes:
        book = OpenDocumentSpreadsheet()
        table = Table(name="Offer")
        for row in (HEAD, ["NT17", "Volunteering", 2000, "hours"], WEEKS, JOBS):
            line = TableRow()
            for value in row:
                number = isinstance(value, int)
                cell = TableCell(valuetype="float", value=value) if number else TableCell(valuetype="string")
                if value != 2000 or text is not None:
                    cell.addElement(P(text=text if value == 2000 else f"{value}"))
                line.addElement(cell)
            table.addElement(line)
        book.spreadsheet.addElement(table)
        return saved(book.write)

    name = "none" if text is None else name_of(text) or "empty"
    reads = ONE_OPEN if veiled else ((2, "NT17", "2000", "hour"), *THREE[1:])
    return Case(f"shown-as-{name}.ods", make, reads, VEILED if veiled else (), quiet=not veiled)


WHITE, THEME = Color("FFFFFFFF"), Color(theme=0)
BLUE = Color("FF1F3864")
ON_BLUE, ON_WHITE = PatternFill("solid", fgColor="FF1F3864"), PatternFill("solid", fgColor="FFFFFFFF")

CASES = (
    *(formatted(each, veiled=True) for each in (";;;", '""', '"-"', '"see note"', "0,", "#,##0,,", '0"00"', '"-";0')),
    *(
        formatted(each, veiled=False, value=1200)
        for each in (
            *("#,##0", "0;;;@", "General;;;", '#,##0,"k"', '0.0,,"m"', '[=0]"-";0', '#,##0;-#,##0;""', "@", "[Red]0"),
            *('_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "00000", '"No. "0', '0" hrs"', "0.0E+0"),
        )
    ),
    formatted(";;;", veiled=False, value=0),
    *(
        formatted(each, veiled=True)
        for each in ("[White]0", "[Color2]0", '[>100]0;"<100"', '[<100]"few";0', "[>1000]0;", '[>=1000]0,"k";0,')
    ),
    *(
        formatted(each, veiled=False, value=1200)
        for each in (
            *('[>100]0;"<100"', '[<100]"few";0', "[>1000]0;", '[>=1000000]0.0,,"m";[>=1000]0.0,"k";0', "[Blue]0"),
            *("[>=100]#,##0;[<0]-0;0.0", '[=1]0" hour";0" hours"', "[Red][<0]0;0", "[<=9]0;0"),
        )
    ),
    *(odf(text, veiled=True) for text in ("", "-", "2", "\u2014")),
    *(
        odf(text, veiled=False)
        for text in ("2000", "2,000.00", "2.000", "2k", "2 k", "2 000", "2000 hrs", "2.00E+03", None)
    ),
    *(
        Case(f"white-{name}.xlsx", coloured(*looks), ONE_OPEN, VEILED)
        for name, looks in (("as-such", (WHITE,)), ("of-the-theme", (THEME,)), ("on-white", (WHITE, ON_WHITE)))
    ),
    Case("blue-on-blue.xlsx", coloured(BLUE, ON_BLUE), ONE_OPEN, VEILED),
    *(
        Case(f"{name}.ods", coloured_ods(**looks), ONE_OPEN, VEILED)
        for name, looks in (
            ("white-as-such", {"ink": "#ffffff"}),
            ("white-on-white", {"ink": "#FFFFFF", "paper": "#ffffff"}),
            ("white-on-nothing", {"ink": "#ffffff", "paper": "transparent"}),
            ("blue-on-blue", {"ink": "#1f3864", "paper": "#1F3864"}),
            ("white-as-the-column", {"ink": "#ffffff", "of_column": True}),
        )
    ),
    *(
        Case(f"colour-{name}.ods", coloured_ods(**looks), THREE, quiet=True)
        for name, looks in (
            ("white-on-blue", {"ink": "#ffffff", "paper": "#1f3864"}),
            ("black", {"ink": "#000000"}),
            ("black-on-white", {"ink": "#000000", "paper": "#ffffff"}),
        )
    ),
    *(
        Case(f"colour-{name}.xlsx", coloured(*looks), THREE, quiet=True)
        for name, looks in (
            ("white-on-blue", (WHITE, ON_BLUE)),
            ("grey-of-the-theme", (Color(theme=0, tint=-0.5),)),
            ("black", (Color(theme=1),)),
            ("black-before-no-fill", (Color(theme=1), PatternFill("none", fgColor=Color(theme=1)))),
            ("black-on-dots", (Color(theme=1), PatternFill("gray0625", fgColor=Color(theme=1)))),
        )
    ),
)

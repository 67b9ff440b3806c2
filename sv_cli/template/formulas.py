"""Owns the formulas of the table and of the workings, which are on a hidden sheet, row for row.

Only functions that Excel 2010 and LibreOffice both have are used. The workings keep each formula short enough to be
read.
"""

from sv_cli.template.content import YEARS, Content
from sv_cli.template.lists import FIRST, LISTS, PROXIES, VALUES

SHEET, WORKINGS = "Commitments", "Workings"
HEAD = 16
VALUE, START, LENGTH, LOCATION = "$B$11", "$B$12", "$B$13", "$B$14"


class Formulas:
    """The formulas of one workbook."""

    def __init__(self, content: Content) -> None:
        self.first, self.last = HEAD + 1, HEAD + content.rows
        last = FIRST + len(content.offers) - 1
        self.references = f"{PROXIES}!$A${FIRST}:$A${last}"
        self.titles = f"{PROXIES}!$B${FIRST}:$B${last}"
        self.counted = f"{PROXIES}!$C${FIRST}:$C${last}"
        self.by_place = f"{LISTS}!$I$1:$I${len(content.offers)}"
        self.by_start = f"{LISTS}!$J$1:$J${len(content.offers)}"
        self.units = f"{LISTS}!$A$1:$A${len(content.units)}"
        self.dimensions = self.units.replace("$A", "$B")
        self.factors = self.units.replace("$A", "$C")
        self.places = f"{LISTS}!$E$1:$E${len(content.places)}"
        self.years = f"{LISTS}!$G$1:$G${YEARS}"
        self.keys = f"{VALUES}!$A$1:$A${len(content.values)}"
        self.values = f"{VALUES}!$B$1:$K${len(content.values)}"
        self._rounds = content.rounds_lines
        self._needs_year = content.needs_year

    def workings(self, row: int) -> tuple[str, ...]:
        """The formulas of one row of workings, from column A on; the comments say what each works out."""
        a, d, e, f, g = (f"{SHEET}!${letter}{row}" for letter in "ADEFG")
        start, place = f"{SHEET}!{START}", f"{SHEET}!{LOCATION}"
        needs_place = f"INDEX({self.by_place},A{row})=1"
        needs_start = f"INDEX({self.by_start},A{row})=1"
        year_key = f'YEAR({start})&IF(MONTH({start})<4," before April","")'
        dims = f"INDEX({self.dimensions},G{row})=INDEX({self.dimensions},F{row})"
        worth = f"ROUND({d}*H{row}*E{row},2)" if self._rounds else f"{d}*H{row}*E{row}"
        return (
            # A: which proxy (0: none of the list); B: the place; C: the start
            f'=IF({a}="",0,IFERROR(MATCH({a},{self.references},0),0))',
            f'=IF(A{row}=0,"",IF({needs_place},IF({g}="",{place}&"",{g}&""),""))',
            f'=IF(A{row}=0,"",IF({needs_start},IF(ISNUMBER({start}),{year_key},""),""))',
            # D: which row of the values; E: the value of one unit
            f'=IF(A{row}=0,0,IFERROR(MATCH({a}&"|"&B{row}&"|"&C{row},{self.keys},0),0))',
            f'=IF(D{row}=0,"",IF(IF({f}="",1,{f})>{YEARS},"",INDEX({self.values},D{row},IF({f}="",1,{f}))))',
            # F: the proxy's unit; G: the unit stated; H: how many of the former one of the latter is
            f"=IF(A{row}=0,0,IFERROR(MATCH(INDEX({self.counted},A{row}),{self.units},0),0))",
            f'=IF({e}="",F{row},IFERROR(MATCH({e},{self.units},0),0))',
            f'=IF(OR(F{row}=0,G{row}=0),"",IF({dims},INDEX({self.factors},G{row})/INDEX({self.factors},F{row}),""))',
            # I: the value of the line
            f'=IF(AND(ISNUMBER({d}),ISNUMBER(E{row}),ISNUMBER(H{row}){self._dated(f)}),IF({d}<0,"",{worth}),"")',
        )

    def title(self, row: int) -> str:
        """The title of the chosen reference's proxy."""
        return f'=IF($A{row}="","",IF({WORKINGS}!$A{row}=0,"Not in the list",INDEX({self.titles},{WORKINGS}!$A{row})))'

    def counted_in(self, row: int) -> str:
        """The unit that the chosen reference is counted in."""
        return f'=IF({WORKINGS}!$A{row}=0,"",INDEX({self.counted},{WORKINGS}!$A{row}))'

    def unit_value(self, row: int) -> str:
        """The value of one unit."""
        return f'=IF(ISNUMBER({WORKINGS}!$E{row}),{WORKINGS}!$E{row},"")'

    def line_value(self, row: int) -> str:
        """The value of the line."""
        return f"={WORKINGS}!$I{row}"

    def running(self, row: int) -> str:
        """The sum of the values from the first line to this one."""
        return f'=IF(ISNUMBER($K{row}),SUM($K${self.first}:$K{row}),"")'

    def check(self, row: int) -> str:
        """The first thing that is missing or wrong in the row, or “Complete”; nothing for an empty row."""
        w = f"{WORKINGS}!$"
        tests = [
            (f'AND($A{row}="",$C{row}="",$D{row}="")', '""'),
            (f'$A{row}=""', '"Choose a reference"'),
            (f"{w}A{row}=0", '"Choose a reference from the list"'),
            (f'$D{row}=""', '"Enter the quantity"'),
            (f"NOT(ISNUMBER($D{row}))", '"The quantity must be a number"'),
            (f"$D{row}<0", '"The quantity is below zero"'),
            (f"NOT(ISNUMBER({w}H{row}))", f'"Unit does not fit: use "&$I{row}'),
            (
                f"AND(NOT(ISNUMBER({w}E{row})),INDEX({self.by_start},MAX(1,{w}A{row}))=1,NOT(ISNUMBER({START})))",
                '"Give the contract\'s start above"',
            ),
            (f"NOT(ISNUMBER({w}E{row}))", '"No value for this place, start or year"'),
            *([(f'$F{row}=""', '"Choose the year"')] if self._needs_year else []),
            (f'AND(ISNUMBER({LENGTH}),$F{row}<>"",$F{row}>=MAX(1,{LENGTH})+1)', '"After the contract\'s last year"'),
            (f'$E{row}=""', '"Choose the unit"'),
        ]
        formula = '"Complete"'
        for test, said in reversed(tests):
            formula = f"IF({test},{said},{formula})"
        return f"={formula}"

    def total(self) -> str:
        """The value of the whole bid."""
        total = f"SUM($K${self.first}:$K${self.last})"
        return f"={total}" if self._rounds else f"=ROUND({total},2)"

    def share(self) -> str:
        """The value of the whole bid as a share of the contract's value."""
        return f'=IF(AND(ISNUMBER({VALUE}),N({VALUE})>0),$B$4/{VALUE},"")'

    def complete(self) -> str:
        """How many of the commitments are complete."""
        checks = f"$M${self.first}:$M${self.last}"
        begun = f"SUMPRODUCT(--(LEN({checks})>0))"
        return f'=COUNTIF({checks},"Complete")&" of "&{begun}'

    def _dated(self, year: str) -> str:
        return f",ISNUMBER({year})" if self._needs_year else ""

"""Owns the examples of SV2xx: tables, columns and cells that a careful clerk would query."""

from datetime import date

import openpyxl
from openpyxl.styles import Font

from tests.corpus.write.values import Formatted, Formula, Sheet, Wrong
from tests.corpus.write.xlsx import one_sheet, saved, xlsx
from tests.findings.example import HEAD, LINE, PLAIN, Example, beside, cell

CHOSEN = "Reference (sv match)"
HEADS = ["Ref", "Commitment", "Quantity", "Unit"]
ROW = ["volunteering.hour", "Time given", 10, "hours"]
GOOD = one_sheet(HEADS, ROW)


def book(*rows: list[object], **more: object) -> Example:
    """A workbook with these rows below the headings; the good one has a plain row."""
    return Example(xlsx(Sheet([HEADS, *rows], **more)), GOOD, ending=".xlsx")  # type: ignore[arg-type]


def quantity(value: object) -> Example:
    """A workbook with this quantity."""
    return book(["volunteering.hour", "Time given", value, "hours"])


def listed(quantity: int, last: int) -> str:
    """Lines of two dozen measures, each of this quantity but the last."""
    units = ("hours", "weeks", "FTE", "tonnes")
    lines = (f"NT{n},Measure {n},{quantity if n < 24 else last},{units[n % 4]}\n" for n in range(1, 25))
    return HEAD + "".join(lines)


def struck() -> bytes:
    """A workbook whose second line is struck through."""
    workbook = openpyxl.Workbook()
    for row in (HEADS, ROW, ["volunteering.hour", "More time", 5, "hours"]):
        workbook.active.append(row)
    for cells in workbook.active["A3:D3"]:
        for each in cells:
            each.font = Font(strike=True)
    return saved(workbook.save)


EXAMPLES = {
    "struck-out": Example(struck, GOOD, ending=".xlsx"),
    "no-table": Example("We are committed to social value.\nOur staff often volunteer.\n", PLAIN),
    "no-such-sheet": Example(GOOD, xlsx(Sheet([HEADS, ROW], name="Offer")), ("--sheet", "Offer"), ending=".xlsx"),
    "total-row-skipped": Example(f"{PLAIN},Total,10,\n", PLAIN),
    "ambiguous-column": Example("Ref,Unit,Target,Volume\nvolunteering.hour,hours,3,5\n", PLAIN),
    "attribution-unclear": Example(beside("Attribution", "20%"), beside("Attribution to others", "20%")),
    "no-such-column": Example(
        PLAIN, "Ref,Commitment,Target,Unit\nvolunteering.hour,Time given,10,hours\n", ("--column", "quantity=Target")
    ),
    "said-anew": Example(
        HEAD + "volunteering.hour,First 5 hours by month 6,5,hours\nvolunteering.hour,8 hours by month 12,8,hours\n",
        HEAD + "volunteering.hour,8 hours by month 12,8,hours\n",
    ),
    "cumulative-rows": Example(
        "Ref,Commitment,Year,Target (cumulative)\nvolunteering.hour,Time,1,5\nvolunteering.hour,Time,2,12\n",
        "Ref,Commitment,Year,Target\nvolunteering.hour,Time,1,5\nvolunteering.hour,Time,2,7\n",
    ),
    "no-such-field": Example(
        PLAIN, PLAIN, ("--column", "amount=Quantity"), good_arguments=("--column", "quantity=Quantity")
    ),
    "example-row-skipped": Example(f"{HEAD}e.g. NT17,Example: give time,5,hours\n{LINE}", PLAIN),
    "instruction-row-skipped": Example(f"{HEAD}Choose from list,Describe it,Enter a number,Select\n{LINE}", PLAIN),
    "hidden-sheet-left-out": Example(
        xlsx([HEADS, ROW], Sheet([HEADS, ROW], name="Old offer", state="hidden")), GOOD, ending=".xlsx"
    ),
    "guidance-sheet-left-out": Example(xlsx([HEADS, ROW], Sheet([HEADS, ROW], name="Guidance")), GOOD, ending=".xlsx"),
    "measures-left-out": Example(
        xlsx([HEADS, ROW], Sheet([HEADS, ["volunteering.hour", "Talks", 40, "hours"]], name="Team")),
        xlsx([HEADS, ROW], Sheet([HEADS, ROW], name="Team")),
        ending=".xlsx",
    ),
    "earlier-version-of-line": Example(
        f"Version,{HEAD}v1,{LINE}v2,{LINE}", f"Version,{HEAD}v1,{LINE}v2,crime.burglary-avoided,Fewer burglaries,1,\n"
    ),
    "multiplier-unclear": Example(beside("Number of sites", "12"), beside("Number of sites", "1")),
    "share-not-used": Example(beside("Additionality %", "80%"), beside("Deadweight", "20%")),
    "list-of-measures": Example(listed(1, 1), listed(1, 2)),
    "extension-not-added": Example(beside("Extension", "4"), beside("Extension", "")),
    "baseline-not-taken-off": Example(
        "Reference,Description,Baseline,Target,Unit\nvolunteering.hour,Talks at schools,10,40,hours\n",
        "Reference,Description,Baseline,Target,Unit\nvolunteering.hour,Talks at schools,0,40,hours\n",
    ),
    "amounts-not-promised": Example(beside("Achieved", "4"), beside("Achieved", "")),
    "chosen-instead": Example(beside(CHOSEN, "volunteering.professional-hour"), beside(CHOSEN, "")),
    "choice-not-read": Example(
        f"{HEAD.strip()},{CHOSEN}\n{LINE.strip()},\nTotal,,10,hours,volunteering.hour\n",
        f"{HEAD.strip()},{CHOSEN}\n{LINE.strip()},\nTotal,,10,hours,\n",
    ),
    "footnote-mark-left-out": Example(
        f"{HEAD}volunteering.hour*,Talks at schools,20,hours\n", f"{HEAD}volunteering.hour,Talks at schools,20,hours\n"
    ),
    "rate-in-description": Example(
        f"{HEAD}volunteering.hour,20 hours a month for 3 years,20,hours\n",
        f"{HEAD}volunteering.hour,20 hours a month for 3 years,720,hours\n",
    ),
    "amount-in-description": Example(
        f"{HEAD}volunteering.hour,15 hours of talks at schools,20,hours\n",
        f"{HEAD}volunteering.hour,20 hours of talks at schools,20,hours\n",
    ),
    "comment-disputes-line": book(ROW, comments={"C2": "Should be 8"}),
    "comment-on-line": book(ROW, comments={"C2": "From the plan"}),
    "total-row-disagrees": Example(f"{PLAIN}{LINE}Total,,25,\n", f"{PLAIN}{LINE}Total,,20,\n"),
    "part-of-another": Example(f"{PLAIN}volunteering.hour,of which mentoring,4,hours\n", PLAIN),
    "one-of-several": Example(f"{PLAIN}volunteering.hour,or talks at schools,4,hours\n", PLAIN),
    "form-read": Example("Ref,volunteering.hour\nCommitment,Time given\nQuantity,10\nUnit,hours\n", PLAIN),
    "form-left-out": Example(
        xlsx(
            Sheet([HEADS, ROW], name="Offer"),
            Sheet([["Ref", "NT17"], ["Commitment", "Talks"], ["Quantity", 8, 9], ["Unit", "hours"]], name="Form"),
        ),
        xlsx(Sheet([HEADS, ROW], name="Offer"), Sheet([["Contract length", 3]], name="Form")),
        ending=".xlsx",
    ),
    "bill-left-out": Example(
        f"{PLAIN}\nItem,Description,Qty,Unit,Unit price\n1,Trenches,40,m3,12.50\n",
        f"{PLAIN}\nRef,Description,Qty,Unit,Unit price\nvolunteering.hour,Talks,40,hours,12.50\n",
    ),
    "sheet-said-again": Example(
        xlsx(Sheet([HEADS, ROW], name="Offer"), Sheet([HEADS, [*ROW[:2], 12, *ROW[3:]]], name="2023")),
        xlsx(Sheet([HEADS, ROW], name="2026-27"), Sheet([HEADS, [*ROW[:2], 12, *ROW[3:]]], name="2027-28")),
        ending=".xlsx",
    ),
    "earlier-version-left-out": Example(
        xlsx(Sheet([HEADS, ROW], name="Offer v2"), Sheet([HEADS, ROW], name="Offer v1")),
        xlsx(Sheet([HEADS, ROW], name="Offer v2")),
        ending=".xlsx",
    ),
    "hidden-row-read": book(ROW, ["volunteering.hour", "More time", 5, "hours"], hidden_rows=(3,)),
    "hidden-column-read": book(ROW, hidden_columns=("D",)),
    "total-with-reference": book(
        ROW,
        ["volunteering.hour", "More", 5, "hours"],
        ["volunteering.hour", "Both", Formula("=SUM(C2:C3)", 15), "hours"],
    ),
    "merged-quantity": book(
        ROW, ["volunteering.hour", "One", 5, "hours"], ["volunteering.hour", "Two", None, "hours"], merged=("C3:C4",)
    ),
    "text-row": Example(f"{PLAIN},We will also paint the underpass,,\n{LINE.replace('given', 'spent')}", PLAIN),
    "sentence-not-understood": Example(f"{PLAIN}\nPlease double these\n", f"{PLAIN}\nWe hope that these please you\n"),
    "said-twice": Example(PLAIN + LINE, PLAIN),
    "said-in-parts": Example(
        f"{PLAIN}\nDays\n{HEAD}{LINE.replace('10', '4')}{LINE.replace('10', '6')}",
        f"{PLAIN}\nDays\n{HEAD}{LINE.replace('10', '4')}{LINE.replace('10', '5')}",
    ),
    "example-table-left-out": Example(f"Example\n{HEAD}{LINE}\n\nOur offer\n{HEAD}{LINE}", f"Our offer\n{PLAIN}"),
    "empty-table": Example(HEAD, PLAIN),
    "no-quantity-column": Example(f"Ref,Measure,Hours we think of\nvolunteering.hour,Time given,10\n\n{PLAIN}", PLAIN),
    "heading-guessed": Example(PLAIN.replace("Quantity", "Ammount"), PLAIN),
    "attribution-own": Example(beside("Our share", "80%"), beside("Attribution to others", "20%")),
    "comma-decimals": Example(
        "Ref;Commitment;Quantity;Unit\nvolunteering.hour;Time;1,5;hours\nvolunteering.hour;More;2,25;hours\n",
        "Ref;Commitment;Quantity;Unit\nvolunteering.hour;Time;1.5;hours\nvolunteering.hour;More;2.25;hours\n",
    ),
    "points-in-doubt": Example(cell("1.200"), cell("1200")),
    "not-a-number": Example(cell("2 x 6"), cell("12")),
    "no-quantity": Example(cell("TBC"), cell("12")),
    "negative-quantity": Example(cell("(500)"), cell("500")),
    "absurd-quantity": Example(cell("999999999999"), cell("9999")),
    "error-cell": quantity(Wrong("#N/A")),
    "formula-without-result": quantity(Formula("=2*6")),
    "date-for-number": quantity(date(2026, 4, 1)),
    "shown-otherwise": quantity(Formatted(1200, ";;;")),
    "not-a-date": Example(beside("Start date", "in the spring"), PLAIN),
    "ambiguous-date": Example(
        beside("Start date", "03/04/26", above="Contract start,1 March 2026\n"),
        beside("Start date", "3 April 2026", above="Contract start,1 March 2026\n"),
    ),
    "not-yet-stated": Example(beside("Start date", "TBC"), PLAIN),
    "zero-quantity": Example(cell("0"), cell("1")),
    "unit-conflict": Example(cell("3 days"), cell("3 hours")),
    "total-mismatch": Example(
        "Ref,Unit,Year 1,Year 2,Total\nvolunteering.hour,hours,3,4,8\n",
        "Ref,Unit,Year 1,Year 2,Total\nvolunteering.hour,hours,3,4,7\n",
    ),
    "total-unchecked": Example(
        "Ref,Unit,Year 1,Year 2,Total\nvolunteering.hour,hours,3,4,about 7\n",
        "Ref,Unit,Year 1,Year 2,Total\nvolunteering.hour,hours,3,4,7\n",
    ),
    "rate-without-length": Example(
        beside("Basis", "per year"), beside("Basis", "per year", above="Contract length (years),3\n")
    ),
    "length-without-extension": Example(
        f"Contract length,3 years + 1 + 1\n{PLAIN}", f"Contract length,3 years\n{PLAIN}"
    ),
    "per-year-spread": Example(beside("Basis", "per year", above="Contract length (years),3\n"), PLAIN),
    "some-years-said": Example(
        beside("Basis,Notes", "per year,from year 2 if need be", above="Contract length (years),3\n"),
        beside("Basis,Year", "per year,Years 2-3", above="Contract length (years),3\n"),
    ),
    "other-years-said": Example(
        HEAD.join(("Contract length (years),3\n", "volunteering.hour,Time given,10 a year for 5 years,hours\n")),
        HEAD.join(("Contract length (years),3\n", "volunteering.hour,Time given,10 a year for 3 years,hours\n")),
    ),
    "rate-not-count": Example(beside("Basis", "per £1m of contract value"), PLAIN),
    "unclear-basis": Example(beside("Basis", "sometimes"), beside("Basis", "whole contract")),
    "rate-conflict": Example(
        "Ref,Commitment,Quantity per year,Unit,Basis\nvolunteering.hour,Time given,10,hours,whole contract\n",
        "Ref,Commitment,Quantity,Unit,Basis\nvolunteering.hour,Time given,10,hours,whole contract\n",
    ),
    "quantity-undecided": Example("Ref,Unit,Target,Volume\nvolunteering.hour,hours,3,5\n", PLAIN),
    "hidden-character": Example(f"{HEAD}volunteer\u200bing.hour,Time given,10,hours\n", PLAIN),
    "hidden-edges": Example(f"{HEAD}volunteering.hour\u200b,Time given,10,hours\n", PLAIN),
    "not-a-share": Example(beside("Deadweight", "150%"), beside("Deadweight", "50%")),
    "ambiguous-share": Example(beside("Deadweight %", "1"), beside("Deadweight %", "1%")),
    "scaled-heading": Example(
        "Ref,Commitment,Quantity (000s),Unit\nvolunteering.hour,Time given,10,hours\n",
        "Ref,Commitment,Quantity,Unit\nvolunteering.hour,Time given,10000,hours\n",
    ),
    "not-a-duration": Example(beside("Duration (years)", "5 tonnes"), beside("Duration (years)", "1")),
    "cost-unread": Example(beside("Cost (£)", "lots"), beside("Cost (£)", "250")),
    "not-a-year": Example(beside("Year", "soon"), beside("Year", "1")),
    "lines-left-empty": Example(
        HEAD + LINE + "".join(f"volunteering.hour,Kind of help {n},,hours\n" for n in range(1, 7)),
        HEAD + LINE + "volunteering.hour,More time,5,hours\n",
    ),
    "rate-column-unclear": Example(
        "Ref,Commitment,No. of people,Hours each\nvolunteering.hour,Time given,10,4\n",
        "Ref,Commitment,Quantity,Unit\nvolunteering.hour,Time given,40,hours\n",
    ),
    "none-that-year": Example(
        "Ref,Commitment,Unit,Year 1,Year 2\nvolunteering.hour,Time given,hours,10,-\n",
        "Ref,Commitment,Unit,Year 1,Year 2\nvolunteering.hour,Time given,hours,10,5\n",
    ),
    "line-withdrawn": Example(beside("Status", "Withdrawn"), beside("Status", "Confirmed")),
    "lines-unsettled": Example(
        beside("Status", "Draft") + "volunteering.hour,Help at school,5,hours,Draft\n",
        beside("Status", "Draft") + "volunteering.hour,Help at school,5,hours,Confirmed\n",
    ),
    "more-of-the-same": Example(
        HEAD + LINE + "".join(f"volunteering.hour,Help {n},TBC,hours\n" for n in range(1_001)),
        PLAIN,
    ),
    "year-column-unclear": Example(
        "Ref,Unit,Year 1,Years 2-3\nvolunteering.hour,hours,3,4\n",
        "Ref,Unit,Year 1,Year 2\nvolunteering.hour,hours,3,4\n",
    ),
    "extra-cells": Example(
        "Ref,Commitment,Amount\nlocal.cash-given,Fund,£1,200\n", 'Ref,Amount\nlocal.cash-given,"£1,200"\n'
    ),
    "cut-number": Example(
        "Ref,Commitment,Amount,Notes\nlocal.cash-given,Fund,£1,200\n",
        'Ref,Commitment,Amount,Notes\nlocal.cash-given,Fund,"£1,200",\n',
    ),
    "fact-unread": Example(f"Contract value,a lot\n\n{PLAIN}", f"Contract value,£1m\n\n{PLAIN}"),
    "fact-disputed": Example(
        f"Contract value,£1m\nTotal contract value,£2m\n\n{PLAIN}", f"Contract value,£1m\n\n{PLAIN}"
    ),
}

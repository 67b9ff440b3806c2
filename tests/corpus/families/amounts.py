"""Owns amounts with their units, rates and marks as people set them: in headings, formats, rich texts and exports."""

from typing import Any

from tests.corpus.case import Case
from tests.corpus.write.others import csv, text
from tests.corpus.write.values import Formatted, Sheet, Wrong
from tests.corpus.write.xlsx import one_sheet, replacing, xlsx

HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
LENGTH = ["Contract length", "3 years"]


def headed(name: str, heading: str, quantity: str | None, unit: str | None = None, **more: Any) -> Case:
    """A contract of three years, and a table whose only amounts stand below ``heading``."""
    rows = [LENGTH, [], ["Ref", "Commitment", heading], ["NT17", "Volunteering", 100], ["NT8", "Careers talks", 20]]
    fifth = None if quantity is None else f"{int(quantity) // 5}"
    return Case(f"{name}.xlsx", xlsx(rows), ((4, "NT17", quantity, unit), (5, "NT8", fifth, unit)), **more)


def listed(name: str, *lines: tuple[Any, Any, str | None, str | None], **more: Any) -> Case:
    """A table of lines: what stands for quantity and unit, and what is to be read of them."""
    rows = [[f"R{n}", "Something promised", cell, unit] for n, (cell, unit, _, _) in enumerate(lines, start=1)]
    reads = tuple((n + 1, f"R{n}", quantity, unit) for n, (_, _, quantity, unit) in enumerate(lines, start=1))
    return Case(name, one_sheet(HEAD, *rows), reads, **more)


def rich(name: str, plain: str, runs: str, quantity: str | None, **more: Any) -> Case:
    """A quantity set in several runs."""
    edit = {"xl/sharedStrings.xml": replacing(f"<t>{plain}</t>", runs)}
    sheet = Sheet([HEAD, ["NT17", "Volunteering", plain, "hours"], ["NT8", "Careers talks", 20, "hours"]])
    reads = ((2, "NT17", quantity, "hour"), (3, "NT8", "20", "hour"))
    return Case(name, xlsx(sheet, edits=edit), reads, **more)


REMARKS = (
    listed(
        "remarks-in-brackets.xlsx",
        ("3 (all LLW)", "FTE", "3", "fte"),
        ("3 (all real Living Wage)", "FTE", "3", "fte"),
        ("3 FTE (all new and local)", "FTE", "3", "fte"),
        ("3 (at the London Living Wage)", "FTE", "3", "fte"),
        ("40 (all from Leeds)", "people", "40", "person"),
        ("10 (of which 2 local)", "FTE", "10", "fte"),
        ("10 FTE including 2 apprentices", "FTE", "10", "fte"),
        ("1,200 (local)", "people", "1200", "person"),
    ),
    listed(
        "brackets-that-change-the-number.xlsx",
        ("3 (all sites)", "FTE", None, None),
        ("3 (all optional)", "FTE", None, None),
        ("3 (all but one)", "FTE", None, None),
        ("3 (all 5 schools)", "FTE", None, None),
        ("3 (two in year 1)", "FTE", None, None),
        ("40 (all staff)", "hours", None, None),
        ("3 (all existing posts)", "FTE", None, None),
        ("10 (of which 2 existing posts)", "FTE", None, None),
        ("3 (local, TBC)", "FTE", None, None),
        findings=("not-a-number",),
    ),
    Case(
        "a-year-in-brackets.xlsx",
        one_sheet(LENGTH, [], HEAD, ["R1", "Jobs", "3 (per year)", "FTE"], ["R2", "Time", "10 hours (p.a.)", ""]),
        ((4, "R1", "9", "fte"), (5, "R2", "30", "hour")),
    ),
)

HEADINGS = (
    headed("hours-a-year", "Hours per year", "300", "hour"),
    headed("quantity-a-year-with-unit", "Quantity (per annum) hrs", "300", "hour"),
    headed("hours-a-month", "Hours per month", "3600", "hour"),
    headed("quantity-a-month", "Quantity (per month)", "3600"),
    headed("quantity-monthly", "Quantity (monthly)", "3600"),
    headed("quantity-a-quarter", "Quantity (hrs per quarter)", "1200", "hour"),
    headed("quantity-over-three-years", "Quantity over 3 years", "100"),
    headed("quantity-over-the-life", "Quantity over life of contract", "100", quiet=True),
    headed("hours-offered", "Hours offered", "100", "hour", quiet=True),
    headed("quantity-comma-hours", "Quantity, hrs", "100", "hour", quiet=True),
    headed("hours-of-volunteering", "Hours of volunteering", "100", "hour", quiet=True),
    headed("number-or-per-cent", "Target (no. or %)", "100", why="it may be either, so it says no unit"),
    headed("quantity-or-per-cent", "Quantity / %", "100", why="likewise"),
    *(
        headed(f"asked-{n}", heading, "100", quiet=True)
        for n, heading in enumerate(
            (
                "How many of each you will deliver",
                "Number that the supplier will provide",
                "Volume your organisation will deliver",
                "Total number of units to be provided over the term",
            )
        )
    ),
    headed("of-an-age", "Quantity for 16 year olds", "100", quiet=True),
    headed("hours-of-an-age", "Hours for 14-16 year olds", "100", "hour", quiet=True),
    headed("quantity-per-cent", "Quantity %", "100", "percent", why="a hundred per cent are not a hundred hours"),
    *(
        headed(name, heading, None, findings=("rate-column-unclear",), why="a rate is not what it comes to")
        for name, heading in (
            ("quantity-a-million", "Quantity per £1m"),
            ("hours-a-million", "Hours per £1m of contract value"),
            ("weekly-hours", "Weekly hours"),
            ("hours-pw", "Hrs pw"),
            ("quantity-a-site", "Quantity per site"),
        )
    ),
)

CASES = (
    *REMARKS,
    *HEADINGS,
    Case(
        "total-hours-beside-what-it-multiplies.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Quantity", "Hours each", "Total hours"],
            ["NT17", "Volunteering", 10, 8, 80],
            ["NT8", "Careers talks", 2, 6, 12],
        ),
        ((2, "NT17", "80", "hour"), (3, "NT8", "12", "hour")),
        quiet=True,
    ),
    Case(
        "people-times-hours-a-year-each-times-years.xlsx",
        one_sheet(
            ["Ref", "Commitment", "People", "Hours per year each", "Years", "Total"],
            ["NT17", "Volunteering", 10, 7.5, 4, 300],
            ["NT8", "Careers talks", 2, 6, 4, 48],
        ),
        ((2, "NT17", "300", "hour"), (3, "NT8", "48", "hour")),
        quiet=True,
    ),
    Case(
        "quantity-beside-hours-each.xlsx",
        one_sheet(["Ref", "Commitment", "Quantity", "Hours each"], ["NT17", "Volunteering", 10, 8]),
        ((2, "NT17", None, None),),
        findings=("rate-column-unclear",),
        why="ten of them, or ten hours, or eighty",
    ),
    Case(
        "quantity-in-weeks-beside-hours-a-week.xlsx",
        one_sheet([*HEAD, "Hours per week"], ["NT10", "Apprentice", 52, "weeks", 37]),
        ((2, "NT10", "52", "week"),),
        quiet=True,
    ),
    Case(
        "ticked-lines.xlsx",
        one_sheet(
            ["Offered?", *HEAD],
            ["\u2611", "NT17", "Volunteering", 120, "hours"],
            ["\u2610", "NT8", "Careers talks", 24, "hours"],
            ["\u2713", "NT29", "Community garden", 40, "hours"],
        ),
        ((2, "NT17", "120", "hour"), (3, "NT8", "24", "hour"), (4, "NT29", "40", "hour")),
        findings=("line-withdrawn",),
        why="a column of ticks is no quantity, and an empty box is no offer",
    ),
    Case(
        "checkboxes-of-an-export.csv",
        csv(["Offered", *HEAD], ["TRUE", "NT17", "Parks", "120", "hours"], ["FALSE", "NT8", "Talks", "24", "hours"]),
        ((2, "NT17", "120", "hour"), (3, "NT8", "24", "hour")),
        findings=("line-withdrawn",),
    ),
    listed(
        "units-as-people-write-them.xlsx",
        (10, "hours (total)", "10", "hour"),
        (10, "Total hours", "10", "hour"),
        (10, "# hours", "10", "hour"),
        (10, "no. staff expert hours", "10", "hour"),
        (10, "GBP (£)", "10", "GBP"),
        (10, "£ equivalent", "10", "GBP"),
        (10, "t CO\u2082e", "10", "tCO2e"),
        (10, "tonnes of CO2 equivalent", "10", "tCO2e"),
        (10, "m\u00b3", "10", "m3"),
        ("45 m\u00b3", "", "45", "m3"),
        ("1.5 m\u00b2", "", "1.5", "m2"),
        (10, "WTE", "10", "fte"),
        (10, "ppl", "10", "person"),
        quiet=True,
    ),
    listed(
        "units-with-words-in-brackets.xlsx",
        (10, "Hours (paid)", "10", "hour"),
        (10, "Days (of training)", "10", "day"),
        (10, "Staff time (hours)", "10", "hour"),
        quiet=True,
    ),
    listed(
        "units-that-are-no-texts.xlsx",
        (10, 12, "10", None),
        (10, Wrong("#N/A"), "10", None),
        (10, True, "10", None),
        why="each is a unit that nobody knows, so the line is not valued",
    ),
    listed(
        "units-per-pound.xlsx",
        (10, "hours per \u00a3m", None, None),
        (10, "per \u00a3100k", None, None),
        (10, "jobs/\u00a3m", None, None),
        (10, "per person", "10", "person"),
        findings=("rate-not-count",),
    ),
    listed(
        "units-that-only-count.xlsx",
        (10, "No.", "10", None),
        (10, "each", "10", None),
        (10, "units", "10", None),
        ("12 each", None, "12", None),
        quiet=True,
    ),
    listed(
        "money-with-words-after-it.xlsx",
        ("£1,000 exc VAT", "£", "1000", "GBP"),
        ("£1,000 (ex. VAT)", "£", "1000", "GBP"),
        ("£1,200 inc VAT", "£", None, None),
        ("£500 each", "£", None, None),
        ("500 USD", "£", None, None),
    ),
    listed(
        "what-a-format-prints-before-the-number.xlsx",
        (Formatted(500, "[$USD] #,##0"), "£", None, None),
        (Formatted(500, "[$GBP] #,##0"), "£", "500", "GBP"),
        (Formatted(50, '"approx. "0'), "hours", None, None),
        (Formatted(50, '"up to "0" hrs"'), "hours", None, None),
        (Formatted(50, '0"+"'), "hours", None, None),
        (Formatted(50, '"No. "0'), "hours", "50", "hour"),
        findings=("not-a-number",),
    ),
    rich(
        "footnote-on-a-number.xlsx",
        "241",
        '<r><t>24</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>',
        None,
        findings=("not-a-number",),
        why="24 with a footnote is not 241",
    ),
    rich(
        "old-number-struck-out.xlsx",
        "100500",
        "<r><rPr><strike/></rPr><t>100</t></r><r><t>500</t></r>",
        None,
        findings=("not-a-number",),
        why="100 crossed out and 500 written after it are not 100,500",
    ),
    rich("bold-half-of-a-number.xlsx", "1200", "<r><rPr><b/></rPr><t>1,</t></r><r><t>200</t></r>", "1200", quiet=True),
    Case(
        "texts-as-formulas.csv",
        text('Ref,Commitment,Quantity,Unit\r\n="NT17",Parks,="40",hours\r\nNT8,Talks,"=""1,200""",hours\r\n'),
        ((2, "NT17", "40", "hour"), (3, "NT8", "1200", "hour")),
        quiet=True,
    ),
    Case(
        "comma-that-cut-a-number.csv",
        text(
            "Ref,Commitment,Quantity,Unit,Notes\nNT17,Parks,120,hours,ok\nNT8,Talks,1,200,hours\n"
            "NT29,Garden,£2,500\nNT11,Club,12,hours,150\n"
        ),
        ((2, "NT17", "120", "hour"), (3, "NT8", None, None), (4, "NT29", None, None), (5, "NT11", "12", "hour")),
        findings=("cut-number",),
        why="an unquoted 1,200 that a spare column makes room for is still 1,200",
    ),
    Case(
        "comma-that-cut-a-number-before-notes.csv",
        text(
            "Ref,Commitment,Unit,Quantity,Notes\n"
            + "".join(f"NT17,Parks {n},hours,{n},as last year\n" for n in range(100, 104))
            + "NT17,Beaches,hours,1,200\n"
        ),
        (*((n - 98, "NT17", str(n), "hour") for n in range(100, 104)), (6, "NT17", None, None)),
        findings=("cut-number",),
    ),
    Case(
        "thousands-or-decimals-in-one-file.csv",
        text("Ref;Commitment;Quantity;Unit\nNT17;Parks;1,200;hours\nNT8;Talks;24,5;hours\nNT29;Garden;40;hours\n"),
        ((2, "NT17", None, None), (3, "NT8", None, None), (4, "NT29", "40", "hour")),
        findings=("not-a-number",),
        why="24,5 shows that 1,200 may be one and a fifth",
    ),
    Case(
        "point-beside-decimal-commas.xlsx",
        one_sheet(HEAD, ["NT17", "Parks", "1.250", "hours"], ["NT8", "Talks", "12,5", "hours"]),
        ((2, "NT17", None, None), (3, "NT8", None, None)),
        findings=("not-a-number",),
    ),
    Case(
        "day-as-one-number.xlsx",
        one_sheet(["Contract start date", 20260401], [], HEAD, ["NT17", "Parks", 120, "hours"]),
        ((4, "NT17", "120", "hour"),),
        facts={"start": "2026-04-01"},
        quiet=True,
    ),
)

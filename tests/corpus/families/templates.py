"""Owns councils' and frameworks' forms as bidders fill them in: what their columns are, and what stands around them."""

from datetime import date

from tests.corpus.case import Case
from tests.corpus.families.layouts import HEAD, HOURS, JOBS
from tests.corpus.write.others import csv, ods, text
from tests.corpus.write.values import Formatted, Formula, Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

TWO = ((2, "NT1", "3", "fte"), (3, "NT17", "120", "hour"))
TOMS = ["Themes", "Outcomes", "Ref", "Measures – minimum requirements", "Units", "Proxy Value",
        "Target / Units offered", "Total Social Value (£)"]  # fmt: skip

CASES = (
    Case(
        "toms-calculator-mostly-empty.xlsx",
        xlsx(
            Sheet(
                [
                    TOMS,
                    ["Jobs", "Local", "NT1", "Local employees", "no. people FTE", 100, 3, Formula("=F2*G2", 300)],
                    [None, None, "NT1a", "In the supply chain", "no. people FTE", 100, None, Formula("=F3*G3", 0)],
                    [None, "Sub-total Jobs", None, None, None, None, None, Formula("=SUM(H2:H3)", 300)],
                    ["Social", "Time", "NT17", "Voluntary hours", "no. hours", 10, 120, Formula("=F5*G5", 1200)],
                    ["TOTAL SOCIAL AND LOCAL ECONOMIC VALUE", *[None] * 6, Formula("=H4+H5", 1500)],
                ],
                merged=("A2:A3", "B2:B3"),
            )
        ),
        ((2, "NT1", "3", "fte"), (5, "NT17", "120", "hour")),
        findings=("lines-left-empty", "total-row-skipped"),
        why="the sheet works out that the empty line is worth nothing",
    ),
    Case(
        "prices-headed-proxy.xlsx",
        one_sheet(["Ref", "Measure", "Units", "Proxy", "Units offered"], ["NT1", "Jobs", "FTE", 100.5, 3]),
        ((2, "NT1", "3", "fte"),),
        quiet=True,
    ),
    Case(
        "prices-headed-proxy-pounds.csv",
        text(
            "Ref,Proxy (£),Measure,Units Offers\nECC1c,£100.00,Local people (FTE),2\nECC20,£9.50,Volunteer hours,48\n"
        ),
        ((2, "ECC1c", "2", "fte"), (3, "ECC20", "48", "hour")),
    ),
    Case(
        "proxies-headed-proxy.xlsx",
        one_sheet(["Proxy", "Measure", "Quantity", "Unit"], ["volunteering.hour", "Time", 60, "hours"]),
        ((2, "volunteering.hour", "60", "hour"),),
    ),
    Case(
        "codes-within-measures.xlsx",
        one_sheet(
            ["Measure", "Proxy", "Number", "Units"],
            ["NT17 – Number of voluntary hours", "£9.50", 60, "hours"],
            ["NT1: local jobs", "£100.00", 2, "FTE"],
            ["ECC 31a. Weeks of apprenticeships", "£50.00", 52, "weeks"],
            ["A bench for the park", None, 1, "items"],
        ),
        (
            (2, "NT17", "60", "hour"),
            (3, "NT1", "2", "fte"),
            (4, "ECC 31a", "52", "week"),
            (5, None, "1", "item"),
        ),
    ),
    Case(
        "texts-that-look-like-codes.xlsx",
        one_sheet(["Measure", "Quantity", "Unit"], ["CO2 saved", 5, "tCO2e"], ["Trees planted", 9, "items"]),
        ((2, None, "5", "tCO2e"), (3, None, "9", "item")),
    ),
    Case(
        "scottish-points.xlsx",
        one_sheet(
            ["Community Benefit Outcome", "Points per unit", "Number offered", "Total points"],
            ["Recruitment"],
            ["Modern apprentice", 15, 2, 30],
            ["School visit", 2, 4, 8],
            ["Work placement", 5, None, 0],
            ["Total", None, 6, 38],
        ),
        ((3, None, "2", None), (4, None, "4", None)),
        findings=("text-row", "total-row-skipped"),
    ),
    Case(
        "welsh-and-english.xlsx",
        one_sheet(
            ["Cyf. / Ref", "Mesur / Measure", "Uned / Unit", "Targed / Target"],
            ["NT17", "Oriau gwirfoddoli / Volunteering", "oriau / hours", 120],
            ["Cyfanswm / Total", None, None, 120],
        ),
        ((2, "NT17", "120", "hour"),),
        findings=("total-row-skipped",),
    ),
    Case(
        "northern-irish-points.xlsx",
        one_sheet(
            ["Initiative", "Description", "Unit of measure", "Points per unit", "Volume proposed"],
            ["1.1", "Paid employment", "Person week", 1.5, 78],
            ["2.1", "Mentoring", "Hour", 0.25, 40],
            [None, None, None, "Total points", 127],
        ),
        ((2, None, "78", "week"), (3, None, "40", "hour")),
        findings=("total-row-skipped",),
        why="a number in front of what is described is not what is promised",
    ),
    Case(
        "units-as-columns.xlsx",
        one_sheet(
            ["Ref", "Commitment", "FTE", "Weeks", "Hours", "£"],
            ["NT1", "Jobs", 3, None, None, None],
            ["NT10", "Apprentice", None, 52, None, None],
            ["NT17", "Volunteering", None, None, 120, None],
            ["NT28", "Gifts", None, None, None, 750],
        ),
        ((2, "NT1", "3", "fte"), (3, "NT10", "52", "week"), (4, "NT17", "120", "hour"), (5, "NT28", "750", "GBP")),
        quiet=True,
    ),
    Case(
        "units-as-columns-two-filled.xlsx",
        one_sheet(["Ref", "Commitment", "FTE", "Hours"], ["NT1", "Jobs", 3, None], ["NT8", "Both", 1, 20]),
        ((2, "NT1", None, None), (3, "NT8", None, None)),
        findings=("quantity-undecided",),
    ),
    Case(
        "hours-and-their-pounds.xlsx",
        one_sheet(["Ref", "Commitment", "Hours", "£"], ["NT17", "Time", 120, 1200], ["NT8", "Talks", 20, 200]),
        ((2, "NT17", "120", "hour"), (3, "NT8", "20", "hour")),
    ),
    Case(
        "three-tables-with-units-in-headings.xlsx",
        one_sheet(
            HEAD,
            JOBS,
            [],
            ["Ref", "Commitment", "Tonnes CO2e saved"],
            ["NT31", "Vans", 42],
            [],
            ["Measure", "Ref", "Hours donated"],
            ["Digging", "NT17", 160],
        ),
        ((2, "NT1", "3", "fte"), (5, "NT31", "42", "tCO2e"), (8, "NT17", "160", "hour")),
    ),
    Case(
        "commitment-in-figures.xlsx",
        one_sheet(["Ref", "Measure", "Our commitment"], ["NT17", "Time", "120 hours"], ["NT28", "Gifts", "£500"]),
        ((2, "NT17", "120", "hour"), (3, "NT28", "500", "GBP")),
    ),
    Case(
        "commitment-in-words.xlsx",
        one_sheet(["Ref", "Measure", "Our commitment"], ["NT17", "Time", "All our staff will help out, every year"]),
        fatal="no-table",
    ),
    Case(
        "target-of-the-council.xlsx",
        one_sheet(["Ref", "Measure", "Unit", "Council's target", "Bidder's commitment"], [*HOURS[:3], 100, 150]),
        ((2, "NT17", "150", "hour"),),
    ),
    Case(
        "headings-all-misspelt.csv",
        text("Refernce,Mesure,Quantitiy,Untis,Evidance\nNT17,Time,60,hours,log\nNT1,Jobs,2,FTE,payroll\n"),
        ((2, "NT17", "60", "hour"), (3, "NT1", "2", "fte")),
    ),
    Case(
        "headings-misspelt-beside-others.xlsx",
        one_sheet(["Ref", "Measure", "Quantity", "Untis"], ["NT17", "Time", 60, "hours"]),
        ((2, "NT17", "60", "hour"),),
    ),
    Case(
        "a-county-is-no-count.xlsx",
        one_sheet(["Ref", "Measure", "County"], ["NT17", "Time", "Kent"]),
        fatal="no-table",
    ),
    Case(
        "records-of-merged-rows.xlsx",
        xlsx(
            Sheet(
                [
                    [*HEAD, "Evidence"],
                    [*HOURS, "log"],
                    [None, None, None, None, "photographs"],
                    [*JOBS, "payroll"],
                ],
                merged=("A2:A3", "B2:B3", "C2:C3", "D2:D3"),
            )
        ),
        ((2, "NT17", "120", "hour"), (4, "NT1", "3", "fte")),
        quiet=True,
        why="one record, whatever its height",
    ),
    Case(
        "sections-with-numbers.xlsx",
        one_sheet(HEAD, ["1", "JOBS", None, None], JOBS, ["2", "COMMUNITY", None, None], HOURS),
        ((3, "NT1", "3", "fte"), (5, "NT17", "120", "hour")),
        quiet=True,
    ),
    Case(
        "notes-and-signature-below.xlsx",
        one_sheet(
            HEAD,
            JOBS,
            HOURS,
            [],
            ["Note 1", "All figures are for the whole contract"],
            ["Note 2", "Our baseline was", None, 45],
            ["Signed:", "J. Okafor", None, date(2026, 3, 2)],
        ),
        TWO,
        quiet=True,
    ),
    Case(
        "form-on-its-side.xlsx",
        one_sheet(
            ["Ref", "NT1", "NT17", "NT10"],
            ["Commitment", "Local jobs", "Volunteering", "Apprentice"],
            ["Quantity", 2, 120, 104],
            ["Unit", "FTE", "hours", "weeks"],
        ),
        ((1, "NT1", "2", "fte"), (1, "NT17", "120", "hour"), (1, "NT10", "104", "week")),
        findings=("form-read",),
        why="nothing of it may be read by the wrong heading",
    ),
    Case(
        "another-table-of-unknown-amounts.xlsx",
        one_sheet(HEAD, JOBS, [], ["Ref", "Commitment", "We reckon on", "Unit"], ["NT31", "Vans", 6, "tCO2e"]),
        ((2, "NT1", "3", "fte"), (5, "NT31", None, "tCO2e")),
        findings=("quantity-undecided",),
        why="the columns of one table are not those of the next",
    ),
    Case(
        "another-sheet-of-unknown-amounts.xlsx",
        xlsx([HEAD, JOBS], Sheet([["Ref", "Commitment", "We reckon on"], ["NT31", "Vans", 6]], name="Green")),
        ((2, "NT1", "3", "fte"),),
        findings=("no-quantity-column",),
    ),
    Case(
        "tick-boxes.xlsx",
        one_sheet(
            ["Agree?", "Ref", "Pledge", "How much", "Measured in"],
            [True, "NT17", "Time", 60, "hours"],
            [False, "NT10", "Apprentice", None, "weeks"],
        ),
        ((2, "NT17", "60", "hour"),),
        findings=("lines-left-empty",),
    ),
    Case(
        "locked-cells.ods",
        ods([HEAD, ["Do not edit", "Do not edit", "Do not edit", "Enter a number"], JOBS]),
        ((3, "NT1", "3", "fte"),),
        findings=("instruction-row-skipped",),
    ),
    Case(
        "weights-and-scores.xlsx",
        one_sheet(
            ["Q", "Ref", "Measure", "Weighting", "Unit", "Bidder offer", "Score (council use only)"],
            [1, "NT17", "Time", Formatted(0.4, "0%"), "hours", 60, None],
        ),
        ((2, "NT17", "60", "hour"),),
    ),
    Case("number-with-a-hidden-space.csv", csv(HEAD, [*JOBS[:3], "3\u200b"]), ((2, "NT1", "3", "fte"),)),
)

"""Owns bids as people in a hurry leave them: two tables abreast, promises in words, forms half filled in."""

from datetime import date

from tests.corpus.case import Case
from tests.corpus.write.others import csv, ods, text, xls
from tests.corpus.write.values import Formatted, Formula, Sheet, Wrong
from tests.corpus.write.xlsx import one_sheet, xlsx

HEAD = ["Ref", "Commitment", "Unit", "Quantity"]
JOBS = ["NT1", "Local people employed", "FTE", 3]
HOURS = ["NT17", "Volunteering by our staff", "hours", 120]
TWO = ((2, "NT1", "3", "fte"), (3, "NT17", "120", "hour"))

CASES = (
    Case("headings-in-capitals.xlsx", one_sheet(["REF.", "COMMITMENT", "UNIT OF MEASURE", "QTY."], JOBS, HOURS), TWO),
    Case("headings-with-asterisks.xlsx", one_sheet(["Ref*", "Commitment *", "Unit*", "Quantity *"], JOBS, HOURS), TWO),
    Case("headings-numbered.xlsx", one_sheet(["1. Ref", "2. Commitment", "3. Unit", "4. Quantity"], JOBS, HOURS), TWO),
    Case(
        "headings-lettered.xlsx",
        one_sheet(["(a) Ref", "(b) Commitment", "(c) Unit", "(d) Quantity"], JOBS, HOURS),
        TWO,
    ),
    Case(
        "headings-with-nbsp.xlsx",
        one_sheet(["TOMs\u00a0Ref", "Measure\u00a0description", "Units", "Units\u00a0offered"], JOBS, HOURS),
        TWO,
    ),
    Case("headings-misspelt.xlsx", one_sheet(["Ref", "Committment", "Unit", "Quantity"], JOBS, HOURS), TWO),
    Case("row-numbers-in-front.xlsx", one_sheet(["#", *HEAD], [1, *JOBS], [2, *HOURS]), TWO),
    Case(
        "line-numbers-headed-no.xlsx",
        one_sheet(["No.", *HEAD], [1, *JOBS], [2, *HOURS]),
        TWO,
        why="a running number is neither reference nor quantity",
    ),
    Case("item-numbers.xlsx", one_sheet(["Item", *HEAD], [1.1, *JOBS], [1.2, *HOURS]), TWO),
    Case(
        "a-column-of-comments.xlsx",
        one_sheet([*HEAD, "Buyer's comments"], [*JOBS, "Is 3 right?"], [*HOURS, None]),
        TWO,
    ),
    Case("a-column-of-scores.xlsx", one_sheet([*HEAD, "Max score", "Score"], [*JOBS, 10, 7], [*HOURS, 10, 5]), TWO),
    Case("a-column-of-weights.xlsx", one_sheet([*HEAD, "Weighting %"], [*JOBS, 0.4], [*HOURS, 0.6]), TWO),
    Case(
        "proxy-and-total-columns.xlsx",
        one_sheet([*HEAD, "Proxy value", "Total value"], [*JOBS, 28213, 84639], [*HOURS, 16.93, 2031.6]),
        TWO,
    ),
    Case(
        "quantity-worked-out.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Unit", "People", "Hours each", "Quantity"],
            ["NT17", "Volunteering", "hours", 12, 10, Formula("=D2*E2", 120)],
        ),
        ((2, "NT17", "120", "hour"),),
    ),
    Case(
        "target-and-stretch.xlsx",
        one_sheet(["Ref", "Commitment", "Unit", "Quantity", "Stretch target"], [*JOBS, 5], [*HOURS, 200]),
        TWO,
        why="a stretch is hoped for, not promised",
    ),
    Case(
        "minimum-and-offer.xlsx",
        one_sheet(["Ref", "Measure", "Unit", "Minimum requirement", "Your offer"], ["NT1", "Local jobs", "FTE", 2, 3]),
        ((2, "NT1", "3", "fte"),),
        why="the buyer's minimum is not the bidder's offer",
    ),
    Case(
        "last-year-and-this.xlsx",
        one_sheet(["Ref", "Commitment", "Unit", "Delivered last year", "Quantity"], ["NT1", "Local jobs", "FTE", 2, 3]),
        ((2, "NT1", "3", "fte"),),
    ),
    Case(
        "yes-and-no.xlsx",
        one_sheet(
            ["Ref", "Measure", "Will you commit?", "Unit", "Quantity"],
            ["NT1", "Jobs", "Yes", "FTE", 3],
            ["NT3", "Unemployed people", "No", "FTE", None],
        ),
        ((2, "NT1", "3", "fte"),),
        findings=("lines-left-empty",),
    ),
    Case(
        "noughts-for-no.xlsx",
        one_sheet(HEAD, JOBS, ["NT3", "Unemployed people", "FTE", 0], HOURS),
        ((2, "NT1", "3", "fte"), (3, "NT3", "0", "fte"), (4, "NT17", "120", "hour")),
        findings=("zero-quantity",),
    ),
    Case(
        "dashes-for-no.xlsx",
        one_sheet(HEAD, JOBS, ["NT3", "Unemployed people", "FTE", "-"], HOURS),
        ((2, "NT1", "3", "fte"), (3, "NT3", None, "fte"), (4, "NT17", "120", "hour")),
        findings=("no-quantity",),
    ),
    Case(
        "signature-block.xlsx",
        one_sheet(
            HEAD, JOBS, HOURS, [], ["Signed", None, None, None], ["Name", "J. Smith"], ["Date", date(2026, 10, 4)]
        ),
        TWO,
    ),
    Case(
        "terms-below.xlsx",
        one_sheet(
            HEAD,
            JOBS,
            HOURS,
            [],
            ["Terms: FTE means full-time equivalent, 37 hours a week for 52 weeks of the year."],
        ),
        TWO,
    ),
    Case("footnotes-below-at-once.xlsx", one_sheet(HEAD, JOBS, HOURS, ["* subject to planning permission"]), TWO),
    Case(
        "two-tables-abreast.xlsx",
        one_sheet([*HEAD, None, *HEAD], [*JOBS, None, *HOURS]),
        ((2, "NT1", "3", "fte"), (2, "NT17", "120", "hour")),
    ),
    Case(
        "summary-then-detail.xlsx",
        one_sheet(
            ["Summary"],
            ["Theme", "Value (£)"],
            ["Jobs", 84639],
            ["Social", 2031],
            ["Total", 86670],
            [],
            ["Detail"],
            HEAD,
            JOBS,
            HOURS,
        ),
        ((9, "NT1", "3", "fte"), (10, "NT17", "120", "hour")),
    ),
    Case(
        "themes-as-merged-bands.xlsx",
        xlsx(
            Sheet(
                [HEAD, ["THEME 1 – JOBS", None, None, None], JOBS, ["THEME 2 – SOCIAL", None, None, None], HOURS],
                merged=("A2:D2", "A4:D4"),
            )
        ),
        ((3, "NT1", "3", "fte"), (5, "NT17", "120", "hour")),
    ),
    Case(
        "words-over-several-rows.xlsx",
        one_sheet(HEAD, JOBS, [None, "(from within ten miles)", None, None], HOURS),
        ((2, "NT1", "3", "fte"), (4, "NT17", "120", "hour")),
        findings=("text-row",),
    ),
    Case(
        "references-merged-down.xlsx",
        xlsx(
            Sheet(
                [HEAD, ["NT17", "Volunteering in year 1", "hours", 40], [None, "Volunteering in year 2", "hours", 80]],
                merged=("A2:A3",),
            )
        ),
        ((2, "NT17", "40", "hour"), (3, "NT17", "80", "hour")),
    ),
    Case(
        "lots-on-sheets.xlsx",
        xlsx(
            Sheet([HEAD, JOBS], name="Lot 1"),
            Sheet([HEAD, HOURS], name="Lot 2"),
            Sheet([["Total"], [123]], name="Summary"),
        ),
        ((2, "NT1", "3", "fte"), (2, "NT17", "120", "hour")),
    ),
    Case(
        "percent-of-spend.xlsx",
        one_sheet(HEAD, ["NT18", "Spend with local firms", "% of spend", "25%"], HOURS),
        ((2, "NT18", "25", None), (3, "NT17", "120", "hour")),
    ),
    Case(
        "money-in-words.xlsx",
        one_sheet(
            HEAD,
            ["NT28", "Gifts", "£", "£5k"],
            ["NT24", "Fund", "£", "£1.5 million"],
            ["NT25", "Grants", "£", "£10,000.00"],
        ),
        ((2, "NT28", "5000", "GBP"), (3, "NT24", "1500000", "GBP"), (4, "NT25", "10000", "GBP")),
    ),
    Case(
        "hours-a-week.xlsx",
        one_sheet(HEAD, ["NT17", "Volunteering", "hours per week", 5]),
        ((2, "NT17", None, None),),
        findings=("unclear-basis",),
        why="nobody says for how many weeks",
    ),
    Case(
        "people-times-weeks.xlsx",
        one_sheet(HEAD, ["NT10", "Apprentices", "weeks", "2 apprentices x 52 weeks"]),
        ((2, "NT10", "104", "week"),),
        quiet=True,
    ),
    Case(
        "years-numbered-behind-a-colon.xlsx",
        one_sheet(["Ref", "Commitment", "Unit", "Contract year: 1:", "2:"], ["NT17", "Help", "hours", 40, 50]),
        ((2, "NT17", "90", "hour"),),
        quiet=True,
    ),
    Case(
        "years-numbered-below-quantities.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Quantity", None, "Unit"],
            [None, None, "Contract year: 1:", "2:", None],
            ["NT17", "Help", 40, 50, "hours"],
        ),
        ((3, "NT17", "90", "hour"),),
        quiet=True,
    ),
    Case(
        "unit-column-headed-measure.xlsx",
        one_sheet(["Ref", "Description", "Measured in", "Target"], JOBS, HOURS),
        TWO,
    ),
    Case(
        "formatted-with-units.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Quantity"],
            ["NT17", "Volunteering", Formatted(120, '0" hours"')],
            ["NT28", "Gifts", Formatted(500, '"£"#,##0.00')],
        ),
        ((2, "NT17", "120", "hour"), (3, "NT28", "500", "GBP")),
    ),
    Case(
        "errors-in-live-columns.xlsx",
        one_sheet([*HEAD, "Social value (£)"], [*JOBS, Wrong("#N/A")], [*HOURS, Wrong("#REF!")]),
        TWO,
        why="the sheet's own sums are not ours",
    ),
    Case(
        "filled-by-a-script.xlsx",
        one_sheet([*HEAD, "Social value (£)"], [*JOBS, Formula("=D2*28213")], [*HOURS, Formula("=D3*16.93")]),
        TWO,
        quiet=True,
    ),
    Case(
        "year-headings-as-dates.xlsx",
        one_sheet(["Ref", "Commitment", "Unit", "Year 1 (2026/27)", "Year 2 (2027/28)"], ["NT1", "Jobs", "FTE", 3, 4]),
        ((2, "NT1", "7", "fte"),),
    ),
    Case(
        "years-then-whole-contract.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Unit", "Yr1", "Yr2", "Yr3", "Contract total"],
            ["NT1", "Jobs", "FTE", 1, 1, 1, 3],
        ),
        ((2, "NT1", "3", "fte"),),
    ),
    Case(
        "quarters.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Unit", "Q1", "Q2", "Q3", "Q4", "Total"],
            ["NT17", "Volunteering", "hours", 10, 10, 10, 10, 40],
        ),
        ((2, "NT17", "40", "hour"),),
    ),
    Case("abbreviated.csv", text("Ref,Desc,UoM,Qty\nNT1,Jobs,FTE,3\nNT17,Volunteering,hrs,120\n"), TWO),
    Case(
        "exported-with-empty-columns.csv",
        text("Ref,,Commitment,,Unit,Quantity,,\nNT1,,Jobs,,FTE,3,,\nNT17,,Volunteering,,hours,120,,\n"),
        TWO,
    ),
    Case(
        "quoted-pounds.csv",
        text('Ref,Commitment,Amount (£)\nNT28,Gifts,"1,200.00"\nNT24,Fund,"£ 2,500"\n'),
        ((2, "NT28", "1200", "GBP"), (3, "NT24", "2500", "GBP")),
    ),
    Case(
        "title-lines.csv",
        text(
            "Anytown Council social value schedule,,,\nSupplier:,Acme Ltd,,\n,,,\n"
            "Ref,Commitment,Unit,Quantity\nNT1,Jobs,FTE,3\nNT17,Volunteering,hours,120\nTotal,,,123\n"
        ),
        ((5, "NT1", "3", "fte"), (6, "NT17", "120", "hour")),
        findings=("total-row-skipped",),
        facts={"supplier": "Acme Ltd"},
    ),
    Case(
        "toms-style.ods",
        ods([["Acme"], [], ["Themes", *HEAD], ["Jobs", *JOBS], [None, *HOURS], [None, "Total", None, None, 123]]),
        ((4, "NT1", "3", "fte"), (5, "NT17", "120", "hour")),
        findings=("total-row-skipped",),
    ),
    Case(
        "years.xls",
        xls([["Ref", "Commitment", "Unit", "Year 1", "Year 2"], ["NT1", "Jobs", "FTE", 3, 4]]),
        ((2, "NT1", "7", "fte"),),
    ),
    Case(
        "wide-export.csv",
        csv(
            [
                "Lot",
                "Ref",
                "Theme",
                "Outcome",
                "Commitment",
                "Unit",
                "Quantity",
                "Start",
                "End",
                "Owner",
                "Evidence",
            ],
            [
                "1",
                "NT1",
                "Jobs",
                "More jobs",
                "Local jobs",
                "FTE",
                "3",
                "01/04/2026",
                "31/03/2029",
                "HR",
                "Payroll",
            ],
        ),
        ((2, "NT1", "3", "fte"),),
    ),
)

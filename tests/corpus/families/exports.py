"""Owns files that programs wrote: portals for tenders, reports, pivot tables, outlines and lists of records."""

from datetime import date

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv, text
from tests.corpus.write.xlsx import one_sheet

HEAD = ["Ref", "Commitment", "Qty", "Unit"]
HOURS = ["NT17", "Volunteering", 120, "hours"]
TALKS = ["NT8", "Talks", 40, "hours"]
JOBS = ["NT1", "Local jobs", 3, "FTE"]


def hours(row: int, quantity: str | None = "120") -> Read:
    """The volunteers' row."""
    return row, "NT17", quantity, "hour"


def talks(row: int, quantity: str | None = "40") -> Read:
    """The row of talks."""
    return row, "NT8", quantity, "hour"


def jobs(row: int, quantity: str | None = "3") -> Read:
    """The row of jobs."""
    return row, "NT1", quantity, "fte"


PORTALS = (
    Case(
        "questions-with-codes.csv",
        csv(
            ["Supplier Name", "Lot No", "Question Number", "Question", "Max Score", "Answer", "Answer Type"],
            ["Brightside FM Ltd", "1", "NT17", "Volunteering hours over the contract", "5", "180", "Number"],
            ["Brightside FM Ltd", "1", "NT1", "FTE local employees on the contract", "10", "2", "Number"],
            encoding="utf-8-sig",
            quoting=1,
        ),
        ((2, "NT17", "180", None), (3, "NT1", "2", None)),
    ),
    Case(
        "questions-about-the-bidder.csv",
        csv(
            ["Question Number", "Question", "Answer"],
            ["SQ1", "How many people do you employ?", "240"],
            ["A2", "In what year were you founded?", "1998"],
        ),
        fatal="no-table",
        why="these answers promise nothing",
    ),
    Case(
        "answers-with-units.csv",
        csv(
            ["Lot", "Question ref", "Question", "Supplier answer"],
            ["1", "NT17", "How many hours of volunteering?", "120 hours"],
            ["1", "NT1", "How many FTE?", "3 FTE"],
            ["1", "NT18", "Local spend?", "£250k"],
        ),
        (hours(2), jobs(3), (4, "NT18", "250000", "GBP")),
        quiet=True,
    ),
    Case(
        "model-award-criteria.xlsx",
        one_sheet(
            ["Theme", "Policy Outcome", "MAC", "Model Award Criteria", "Reporting Metric", "Commitment", "Unit"],
            ["Theme 2", "New jobs and skills", "MAC 2.2", "Employment", "NT1", 3, "FTE"],
            ["Theme 4", "Equal opportunity", "MAC 6.1", "Volunteering", "NT17", 120, "hours"],
        ),
        (jobs(2), hours(3)),
        quiet=True,
    ),
    Case(
        "planned-units-and-points.xlsx",
        one_sheet(
            ["Buy Social: Social Value Delivery Plan"],
            [],
            ["Indicator", "Initiative", "Points per unit", "Unit", "Planned units", "Planned points"],
            ["NT9", "Accredited training weeks", 2, "weeks", 26, 52],
            ["NT17", "Volunteering", 1, "hours", 120, 120],
            ["Total", None, None, None, None, 172],
        ),
        ((4, "NT9", "26", "week"), hours(5)),
        quiet=True,
    ),
    Case(
        "term-in-years-beside-a-total.xlsx",
        one_sheet(
            ["Ref", "Resident benefit", "Qty p.a.", "Contract term (yrs)", "Total qty", "Unit"],
            ["NT17", "DIY days for residents", 24, 5, 120, "hours"],
        ),
        (hours(2),),
        quiet=True,
    ),
    Case(
        "call-off-bands.xlsx",
        one_sheet(
            ["Call-off value band", *HEAD],
            ["£0 - £99,999", "NT17", "Volunteering", 10, "hours"],
            ["£100,000 - £499,999", "NT17", "Volunteering", 40, "hours"],
            ["£500,000+", "NT17", "Volunteering", 120, "hours"],
        ),
        (hours(2, None), hours(3, None), hours(4, None)),
        findings=("rate-column-unclear",),
        why="how many call-offs there will be of each band is not stated",
    ),
    Case(
        "both-words-in-welsh.csv",
        text("Cyfeirnod | Reference;Ymrwymiad | Commitment;Swm | Amount\nNT17;Gwirfoddoli | Volunteering;120\n"),
        ((2, "NT17", "120", None),),
        quiet=True,
    ),
    Case(
        "pounds-and-share-of-spend.xlsx",
        one_sheet(
            ["Ref", "Measure", "£", "% of contract"],
            ["NT18", "Local supply chain", 250000, "25%"],
            ["local.cash-given", "Community fund", "5,000", "0.5%"],
        ),
        ((2, "NT18", "250000", "GBP"), (3, "local.cash-given", "5000", "GBP")),
        quiet=True,
    ),
    Case(
        "pounds-beside-what-they-are-worked-out-from.xlsx",
        one_sheet(["Ref", "Measure", "Hours given", "£"], ["NT17", "Volunteering", 120, 1140]),
        (hours(2),),
        quiet=True,
    ),
)

REGISTERS = (
    *(
        Case(
            name,
            one_sheet(["Ref", "Measure", *heading, "Quantity", "Unit"], *lines),
            (hours(2), hours(3, "80")),
            findings=("fact-disputed",),
            why="two bids must not be added up in silence",
        )
        for name, heading, lines in (
            (
                "several-bids-by-number.xlsx",
                ["Bid ID"],
                [["NT17", "Volunteering", "B-1", 120, "hours"], ["NT17", "Volunteering", "B-2", 80, "hours"]],
            ),
            (
                "several-bidders-within.xlsx",
                ["Bidder"],
                [["NT17", "Volunteering", "Ash Ltd", 120, "hours"], ["NT17", "Volunteering", "Elm Ltd", 80, "hours"]],
            ),
        )
    ),
    Case(
        "one-bid-by-number.xlsx",
        one_sheet(["Bid ID", *HEAD], ["B-1", *HOURS], ["B-1", *TALKS]),
        (hours(2), talks(3)),
        quiet=True,
    ),
    Case(
        "contract-beside-each-line.xlsx",
        one_sheet(
            ["Contract start", "Contract length", "Ref", "Description", "Quantity", "Unit"],
            ["2026-04-01", "1 years", "volunteering.hour", None, 1, "hours"],
            ["2026-04-01", "1 years", "skills.training-week", None, 7, "weeks"],
        ),
        ((2, "volunteering.hour", "1", "hour"), (3, "skills.training-week", "7", "week")),
        quiet=True,
        why="the 1 of the first line numbers no years",
    ),
)

CARBON = (
    Case(
        "baseline-target-and-reduction.xlsx",
        one_sheet(
            ["Ref", "Source", "Baseline 2024/25 (tCO2e)", "Target 2027/28 (tCO2e)", "Reduction (tCO2e)"],
            ["NT31", "Fleet", 120, 80, 40],
        ),
        ((2, "NT31", "40", "tCO2e"),),
        quiet=True,
    ),
    Case(
        "target-below-the-baseline.xlsx",
        one_sheet(
            ["Ref", "Measure", "Unit", "Baseline", "Target"],
            ["NT31", "Emissions of our fleet", "tCO2e", 120, 80],
            ["NT31", "Emissions of our sites", "tCO2e", 60, 45],
        ),
        ((2, "NT31", None, "tCO2e"), (3, "NT31", None, "tCO2e")),
        findings=("ambiguous-column",),
        why="80 tonnes are what is left, and not what is saved",
    ),
    Case(
        "baseline-less-the-target.xlsx",
        one_sheet(
            ["Ref", "Measure", "Baseline kWh", "Target kWh", "Saving kWh"],
            ["energy.electricity-saved", "LED lighting", 50000, 38000, 12000],
        ),
        ((2, "energy.electricity-saved", "12000", "kWh"),),
        quiet=True,
    ),
    Case(
        "a-measure-called-co2.xlsx",
        one_sheet(
            ["Ref", "Measure", "Unit", "Quantity", "Reduction"],
            ["NT31", "CO2", "tCO2e", 40, "20%"],
        ),
        ((2, "NT31", "40", "tCO2e"),),
        quiet=True,
    ),
    Case(
        "target-above-the-baseline.xlsx",
        one_sheet(
            ["Code", "Indicator", "UoM", "Baseline", "Target", "Actual YTD"],
            ["NT17", "Volunteering", "hrs", 0, 120, 45],
        ),
        (hours(2),),
        quiet=True,
    ),
    Case(
        "share-of-reduction-and-tonnes.xlsx",
        one_sheet(
            ["Code", "Action", "Baseline tCO2e", "% reduction", "tCO2e saved"],
            ["NT31", "EV fleet", 200, "20%", 40],
        ),
        ((2, "NT31", "40", "tCO2e"),),
        quiet=True,
    ),
)

REPORTS = (
    Case(
        "applied-filters.xlsx",
        one_sheet(
            ["Applied filters:\nContract is SV-0042\nStatus is not Withdrawn"],
            [],
            ["Measure Code", "Measure", "Unit", "Sum of Quantity", "Count of Evidence"],
            ["NT17", "Volunteering", "hours", 120, 2],
            ["NT1", "Local jobs", "FTE", 3, 1],
            ["Total", None, None, 123, 3],
        ),
        (hours(4), jobs(5)),
        quiet=True,
    ),
    Case(
        "total-with-a-count-of-records.xlsx",
        one_sheet(
            ["Commitment Name", "Commitment: ID", "Measure Ref", "Quantity", "Unit", "Created Date"],
            ["Volunteering", "a0B5g00000XyZ12", "NT17", 120, "hours", date(2026, 3, 1)],
            ["Local jobs", "a0B5g00000XyZ13", "NT1", 3, "FTE", date(2026, 3, 1)],
            ["Total", "Count", 2],
            [],
            ["Confidential Information - Do Not Distribute"],
        ),
        (hours(2), jobs(3)),
        findings=("total-row-skipped",),
    ),
    Case(
        "counts-of-a-subtotal.xlsx",
        one_sheet(
            ["Theme", "Measure Ref", "Commitment", "Quantity", "Unit"],
            ["Jobs", *JOBS],
            ["Jobs Count", 1],
            ["Social", *HOURS],
            ["Social", *TALKS],
            ["Social Count", 2],
            ["Grand Count", 3],
        ),
        (jobs(2), hours(4), talks(5)),
        findings=("total-row-skipped",),
    ),
    Case(
        "all-numbered-and-all-in-total.xlsx",
        one_sheet(
            ["Ref", "Description", "Quantity", "Unit", "Annual or total"],
            [1, "Volunteering", 120, "hours", "Total"],
            [2, "Jobs", 3, "FTE", "Total"],
        ),
        ((2, "1", "120", "hour"), (3, "2", "3", "fte")),
        why="Total says what the quantity is for",
    ),
    Case(
        "columns-of-a-named-table.csv",
        csv(
            ["Commitments[MeasureCode]", "Commitments[Description]", "Commitments[Unit]", "Commitments[Quantity]"],
            ["NT17", "Volunteering", "hours", "120"],
            ["NT1", "Jobs", "FTE", "3"],
        ),
        (hours(2), jobs(3)),
        quiet=True,
    ),
    *(
        Case(
            f"a-line-that-reads-like-headings-with-{name}.csv",
            csv(HEAD, ["VOL-9", "Time given", amount, "hours"], HOURS, TALKS),
            ((2, "VOL-9", read, "hour"), hours(3), talks(4)),
            (finding,) if finding else (),
            why="an amount heads no column",
        )
        for name, amount, read, finding in (
            ("decimals", "12.5", "12.5", ""),
            ("thousands", "1,250", "1250", ""),
            ("nothing", "n/a", None, "no-quantity"),
        )
    ),
    Case(
        "fields-of-a-record.csv",
        csv(
            ["id", "fields.Measure Ref", "fields.Measure", "fields.Quantity", "fields.Unit", "createdTime"],
            ["recA", "NT17", "Volunteering", "120", "hours", "2026-03-14T09:00:00.000Z"],
        ),
        (hours(2),),
    ),
    Case(
        "fields-of-an-object.xlsx",
        one_sheet(
            ["Commitment: Commitment Name", "Measure: Measure Code", "Commitment: Quantity", "Commitment: Unit"],
            ["Volunteering", "NT17", 120, "hours"],
            ["Jobs", "NT1", 3, "FTE"],
        ),
        (hours(2), jobs(3)),
    ),
    Case(
        "a-line-of-dashes-below-the-heading.csv",
        text("Code,Measure,Qty,Unit\r\n----,-------,---,----\r\nNT17,Volunteering,120,hours\r\n"),
        (hours(3),),
        quiet=True,
    ),
    Case(
        "marked-up-numbers.xlsx",
        one_sheet(
            HEAD,
            ["NT17", "<div><p>Volunteering</p></div>", "&nbsp;120&nbsp;", "hours"],
            ["NT1", "Jobs", "<div>3 FTE</div>", "FTE"],
            ["NT8", "Talks", "<p>120</p><p>400</p>", "hours"],
        ),
        (hours(2), jobs(3), talks(4, None)),
        findings=("not-a-number",),
    ),
    Case(
        "points-part-thousands.csv",
        text(
            "Service no.\tShort text\tQuantity\tNet Value\r\n"
            "NT17\tVolunteering\t1.200,000\t11.400,00\r\nNT1\tLocal jobs\t3,000\t300,00\r\n",
            "utf-16",
        ),
        ((2, "NT17", None, None), (3, "NT1", None, None)),
        findings=("not-a-number",),
        why="in a file with 1.200,000 the number 3,000 is three",
    ),
)

PIVOTS = (
    Case(
        "pivot-of-years.xlsx",
        one_sheet(
            ["Sum of Quantity", "Column Labels"],
            ["Row Labels", 2026, 2027, "Grand Total"],
            ["NT1", 1, 2, 3],
            ["NT17", 60, 60, 120],
            ["Grand Total", 61, 62, 123],
        ),
        ((3, "NT1", "3", None), (4, "NT17", "120", None)),
    ),
    Case(
        "pivot-in-compact-form.xlsx",
        one_sheet(
            ["Row Labels", "Sum of Quantity"],
            ["Jobs", 3],
            ["NT1", 3],
            ["Community", 160],
            ["NT17", 120],
            ["NT8", 40],
            ["Grand Total", 163],
        ),
        ((3, "NT1", "3", None), (5, "NT17", "120", None), (6, "NT8", "40", None)),
        findings=("total-row-skipped",),
    ),
    Case(
        "outline-with-sums.xlsx",
        one_sheet(
            ["Primary", "Measure code", "Amount", "Unit"],
            ["Community", None, 160, None],
            ["   Volunteering", "NT17", 120, "hours"],
            ["   Careers talks", "NT8", 40, "hours"],
            ["Jobs", None, 3, None],
            ["   Local jobs", "NT1", 3, "FTE"],
        ),
        (hours(3), talks(4), jobs(6)),
        findings=("total-row-skipped",),
    ),
    Case(
        "above-others-but-no-sum.xlsx",
        one_sheet(HEAD, [None, "Mentoring", 10, "hours"], HOURS, TALKS),
        ((2, None, "10", "hour"), hours(3), talks(4)),
        why="a promise whose reference was forgotten",
    ),
    Case(
        "totals-of-partners.xlsx",
        one_sheet(
            ["Partner", *HEAD],
            ["Northside", "NT17", "Volunteering", 80, "hours"],
            ["Rivers", "NT17", "Volunteering", 40, "hours"],
            ["Consortium total", *HOURS],
            ["Northside", "NT1", "Local jobs", 2, "FTE"],
            ["Rivers", "NT1", "Local jobs", 1, "FTE"],
            ["Consortium total", *JOBS],
        ),
        (hours(2, "80"), hours(3, "40"), jobs(5, "2"), jobs(6, "1")),
        findings=("total-row-skipped",),
        why="the total has a reference, and adds up what stands above it",
    ),
    Case(
        "all-lots-are-not-their-sum.xlsx",
        one_sheet(
            ["Lot", *HEAD],
            ["1", "NT17", "Volunteering", 80, "hours"],
            ["2", "NT17", "Volunteering", 30, "hours"],
            ["All lots", *HOURS],
            ["All lots", *TALKS],
        ),
        (hours(2, "80"), hours(3, "30"), hours(4, None), talks(5)),
        findings=("total-with-reference",),
        why="what is promised in each lot may be in the total; talks are promised for all of them only",
    ),
    Case(
        "all-lots-below-the-lots.xlsx",
        one_sheet(
            ["Lot", *HEAD],
            ["1", "NT17", "Volunteering", 80, "hours"],
            ["2", "NT17", "Volunteering", 40, "hours"],
            ["All lots", *HOURS],
        ),
        (hours(2, "80"), hours(3, "40")),
        findings=("total-row-skipped",),
    ),
)

STANDINGS = (
    *(
        Case(
            f"{heading.casefold().replace(' ', '-')}.xlsx",
            one_sheet([*HEAD, heading], [*HOURS, good], [*TALKS, bad]),
            (hours(2), talks(3)),
            findings=("line-withdrawn",),
        )
        for heading, good, bad in (
            ("Delivery Status", "On track", "Cancelled"),
            ("Approval Status", "Approved", "Rejected"),
            ("State", "Active", "Inactive"),
            ("Scenario", "Base", "Stretch"),
        )
    ),
    Case(
        "two-columns-of-standing.xlsx",
        one_sheet([*HEAD, "Status", "Workflow"], [*HOURS, "Offered", "Done"], [*TALKS, "Offered", "Withdrawn"]),
        (hours(2), talks(3)),
        findings=("line-withdrawn",),
    ),
)

PRODUCTS = (
    Case(
        "people-times-hours.xlsx",
        one_sheet(
            ["Ref", "Activity", "People", None, "Hours", None, "Total"],
            ["NT17", "Volunteering", 10, "x", 12, "=", 120],
            ["NT8", "Talks", 2, "x", 20, "=", 40],
        ),
        (hours(2), talks(3)),
        quiet=True,
    ),
    Case(
        "people-times-hours-are-not-the-total.xlsx",
        one_sheet(
            ["Ref", "Activity", "People", "Hours", "Total"],
            ["NT17", "Volunteering", 10, 12, 120],
            ["NT8", "Talks", 2, 6, 40],
        ),
        ((2, "NT17", None, None), (3, "NT8", None, None)),
        findings=("ambiguous-column",),
        why="what the total is of is proved in no way",
    ),
)

RECORDS = (
    Case(
        "records-known-by-their-keys.xlsx",
        one_sheet(
            ["(Do Not Modify) Commitment", "(Do Not Modify) Row Checksum", "Name", "Proxy Reference", "Quantity"],
            ["0f3a1b0e-9c1d-ec11-b6e6-000d3ad65f11", "aGVsbG8=", "Volunteering", "NT17", 120],
            ["1f3a1b0e-9c1d-ec11-b6e6-000d3ad65f12", "aGVsbH4=", "Talks", "NT8", 3],
        ),
        ((2, "NT17", "120", None), (3, "NT8", "3", None)),
        quiet=True,
        why="a key that begins with a figure is no amount",
    ),
)

CASES = (*RECORDS, *PORTALS, *REGISTERS, *CARBON, *REPORTS, *PIVOTS, *STANDINGS, *PRODUCTS)

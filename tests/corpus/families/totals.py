"""Owns rows that repeat others: totals, subtotals, and rows that only look like one."""

from tests.corpus.case import Case
from tests.corpus.families.layouts import HEAD, HOURS, JOBS, ROWS, TONNES, three
from tests.corpus.write.values import Formula, Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

VALUED = ["Ref", "Commitment", "Unit", "Quantity", "Social value (£)"]
MONEY = [["NT24", "Crime fund", "£", 500], ["NT28", "Gifts", "£", 700]]

DRAWN = [
    [Formula(f"=Detail!{letter}{row}", cell) for letter, cell in zip("ABCD", cells, strict=True)]
    for row, cells in enumerate(ROWS, 2)
]
IDLE = [
    Formula("=Detail!A9", "NT1"),
    Formula("=Detail!B9", "Jobs"),
    Formula("=Detail!C9", "FTE"),
    Formula("=Detail!D9", 0),
]

CODED = [["NT8", "Talks", "hours", 10], HOURS, ["NT17", "Clubs", "hours", 20]]
READ_CODED = ((2, "NT8", "10", "hour"), (3, "NT17", "120", "hour"), (4, "NT17", "20", "hour"))

CASES = (
    Case(
        "an-extra-promise-equal-to-the-sum.xlsx",
        one_sheet(HEAD, *CODED, ["Additional offer", "Mentoring of local firms", "hours", 150]),
        (*READ_CODED, (5, "Additional offer", "150", "hour")),
        why="it has a description of its own, and may be a promise",
    ),
    Case(
        "an-extra-promise-equal-to-a-sum-of-other-units.xlsx",
        one_sheet(HEAD, *CODED, ["Extra", None, "tonnes", 150]),
        (*READ_CODED, (5, "Extra", "150", "tonne")),
    ),
    Case(
        "a-sum-by-another-name.xlsx",
        one_sheet(HEAD, *CODED, ["All of it", None, "hours", 150]),
        READ_CODED,
        findings=("total-row-skipped",),
    ),
    Case(
        "a-total-as-large-as-the-count-of-lines.xlsx",
        one_sheet(HEAD, *CODED, [None, "Total carbon saved", "tonnes", 3]),
        (*READ_CODED, (5, None, "3", "tonne")),
    ),
    Case(
        "promises-drawn-by-formulas.xlsx",
        one_sheet(HEAD, *DRAWN, IDLE),
        three(2),
        why="a summary may be all that is visible; a line that draws nothing is none",
    ),
    Case(
        "promises-drawn-and-where-they-are-drawn-from.xlsx",
        xlsx(Sheet([HEAD, *DRAWN], name="Offer"), Sheet([HEAD, *ROWS], name="Detail")),
        (*three(2), *three(2)),
        findings=("said-twice|same-outcome-twice",),
    ),
    Case(
        "grand-total.xlsx",
        one_sheet(HEAD, *ROWS, ["Grand Total", None, None, 127.5]),
        three(2),
        findings=("total-row-skipped",),
    ),
    Case(
        "total-in-second-column.xlsx",
        one_sheet(HEAD, *ROWS, [None, "Total", None, 127.5]),
        three(2),
        findings=("total-row-skipped",),
    ),
    Case(
        "subtotals-by-theme.xlsx",
        one_sheet(
            HEAD,
            ["Jobs"],
            JOBS,
            ["Sub-total", None, None, 3],
            ["Social"],
            HOURS,
            ["Subtotal Social", None, None, 120],
            [None, "TOTAL:", None, 123],
        ),
        ((3, "NT1", "3", "fte"), (6, "NT17", "120", "hour")),
        findings=("total-row-skipped",),
    ),
    Case(
        "nameless-sum-formula.xlsx",
        one_sheet(HEAD, *MONEY, [None, None, None, Formula("=SUM(D2:D3)", 1200)]),
        ((2, "NT24", "500", "GBP"), (3, "NT28", "700", "GBP")),
        findings=("total-row-skipped",),
    ),
    Case(
        "nameless-sum-typed.xlsx",
        one_sheet(HEAD, *MONEY, [None, None, None, 1200]),
        ((2, "NT24", "500", "GBP"), (3, "NT28", "700", "GBP")),
        findings=("total-row-skipped",),
    ),
    Case(
        "total-in-unit-column.xlsx",
        one_sheet(HEAD, *MONEY, [None, None, "Total", 1200]),
        ((2, "NT24", "500", "GBP"), (3, "NT28", "700", "GBP")),
        findings=("total-row-skipped",),
    ),
    Case(
        "total-of-money-alone.xlsx",
        one_sheet(VALUED, [*JOBS, 84000], [*HOURS, 2000], ["Total social value", None, None, None, 86000]),
        ((2, "NT1", "3", "fte"), (3, "NT17", "120", "hour")),
        findings=("total-row-skipped",),
    ),
    Case(
        "total-carried-forward.xlsx",
        one_sheet(HEAD, JOBS, ["Carried forward", None, None, 3], ["Brought forward", None, None, 3], HOURS),
        ((2, "NT1", "3", "fte"), (5, "NT17", "120", "hour")),
        findings=("total-row-skipped",),
    ),
    Case(
        "a-promise-that-says-total.xlsx",
        one_sheet(HEAD, JOBS, ["NT17", "Total hours of volunteering given by staff", "hours", 120]),
        ((2, "NT1", "3", "fte"), (3, "NT17", "120", "hour")),
        why="a row with a reference of its own is a promise, whatever its words",
    ),
    Case(
        "a-promise-equal-to-the-sum.xlsx",
        one_sheet(
            HEAD,
            ["NT1", "Jobs", "FTE", 2],
            ["NT3", "Jobs for the unemployed", "FTE", 3],
            ["NT17", "Volunteering", "hours", 5],
        ),
        ((2, "NT1", "2", "fte"), (3, "NT3", "3", "fte"), (4, "NT17", "5", "hour")),
        why="that it equals the sum of the lines above is chance",
    ),
    Case(
        "total-community-hours-without-reference.xlsx",
        one_sheet(
            ["Commitment", "Unit", "Quantity"],
            ["Local jobs", "FTE", 3],
            ["Total community hours given", "hours", 120],
        ),
        ((2, None, "3", "fte"), (3, None, "120", "hour")),
        why="words that begin with total and no sum: a promise",
    ),
    Case(
        "total-row-on-top.xlsx",
        one_sheet(HEAD, ["Total", None, None, 127.5], *ROWS),
        three(3),
        findings=("total-row-skipped",),
    ),
    Case(
        "total-then-notes.xlsx",
        one_sheet(HEAD, JOBS, TONNES, ["Total", None, None, 7.5], [], ["Note: figures are estimates"]),
        ((2, "NT1", "3", "fte"), (3, "NT31", "4.5", "tCO2e")),
        findings=("total-row-skipped",),
    ),
    Case(
        "total-of-cells-not-worked-out.xlsx",
        one_sheet(HEAD, *ROWS, [None, "Total hours given", None, Formula("=D2+$D$3+D4", None)]),
        three(2),
        findings=("total-row-skipped",),
        why="it adds up the cells above one by one, and no program has worked it out",
    ),
    Case(
        "sum-of-other-cells-not-worked-out.xlsx",
        one_sheet(HEAD, *ROWS, [None, "Total hours at both sites", None, Formula("=G2+H2", None)]),
        (*three(2), (5, None, None, None)),
        findings=("formula-without-result",),
        why="it adds up cells of two columns elsewhere",
    ),
)

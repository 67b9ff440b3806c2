"""Owns bids that say one thing in two ways: a reference in other letters, a line on a page without its headings."""

from tests.corpus.case import Case
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
DETAILED = ["Ref", "Commitment", "Commitment detail", "Quantity", "Unit"]
YEARLY = [["Contract length", "3 years"], []]
TALKS = ["NT8", "Talks", 36, "hours"]


def totalled(name: str, rows: list[list[object]], *reads: int) -> Case:
    """Rows of which the third below the heading says what the two above come to."""
    lines = tuple((at, str(rows[at - 2][-4]), str(rows[at - 2][-2]), "hour") for at in reads)
    head = [None, *HEAD][-len(rows[0]) :]
    return Case(name, one_sheet(head, *rows), lines, ("total-row-skipped",))


def footnoted(name: str, row: list[object], note: str, *findings: str) -> Case:
    """A line whose detail bears a footnote's mark."""
    rows = [*YEARLY, DETAILED, row, ["NT8", "Talks", "In schools", 20, "hours"], [note]]
    quantity = "300" if "annum" in note else "100"
    reads = ((4, "NT17", quantity, "hour"), (5, "NT8", "20", "hour"))
    return Case(name, xlsx(rows), reads, findings)


def parted(name: str, head: list[str], first: list[object], *rest: list[object]) -> Case:
    """A table whose last lines stand on a second sheet without the headings."""
    data = xlsx(Sheet([head, first], "Page 1"), Sheet(list(rest), "Page 2"))
    return Case(name, data, ((2, "NT17", "150", "hour"),), ("no-quantity-column",))


def priced(name: str, *head: str) -> Case:
    """A bid with a sheet of what its measures are worth."""
    prices = Sheet([list(head), ["NT17 - Volunteering", 16.93], ["NT8 - Talks", 16.93]], "Measures")
    return Case(name, xlsx([HEAD, TALKS], prices), ((2, "NT8", "36", "hour"),), quiet=True)


CASES = (
    totalled(
        "small-letters-above-a-total.xlsx",
        [
            ["nt17", "Food bank", 200, "hours"],
            ["nt17", "Library", 280, "hours"],
            ["NT17", "Total NT17", 480, "hours"],
            TALKS,
        ],
        *(2, 3, 5),
    ),
    totalled(
        "references-with-gaps-above-a-total.xlsx",
        [
            ["NT 17", "Food bank", 200, "hours"],
            ["NT17", "Library", 280, "hours"],
            ["NT17", "Total NT17", 480, "hours"],
            TALKS,
        ],
        *(2, 3, 5),
    ),
    totalled(
        "capitals-above-a-total-of-the-sites.xlsx",
        [
            ["Leeds", "VOLUNTEERING.HOUR", "Volunteering", 30, "hours"],
            ["York", "Volunteering.Hour", "Volunteering", 20, "hours"],
            ["All sites", "volunteering.hour", "Volunteering", 50, "hours"],
        ],
        *(2, 3),
    ),
    Case(
        "small-letters-below-their-whole.xlsx",
        one_sheet(
            HEAD,
            ["NT17", "Volunteering", 480, "hours"],
            ["nt17", "Food bank", 200, "hours"],
            ["nt17", "Library", 280, "hours"],
        ),
        ((2, "NT17", "480", "hour"), (3, "nt17", "200", "hour"), (4, "nt17", "280", "hour")),
        ("said-in-parts",),
    ),
    footnoted("mark-in-the-detail.xlsx", ["NT17", "Volunteering", "In parks *", 100, "hours"], "* per annum"),
    footnoted("mark-alone-in-the-detail.xlsx", ["NT17", "Volunteering", "*", 100, "hours"], "* per annum"),
    footnoted(
        "mark-of-a-doubt-in-the-detail.xlsx",
        ["NT17", "Volunteering", "In parks *", 100, "hours"],
        "* subject to funding",
        "line-withdrawn",
    ),
    parted(
        "codes-with-titles-on-a-page-without-headings.xlsx",
        ["Commitment", "Target", "Unit"],
        ["NT17 - Volunteering", 150, "hours"],
        ["NT8 \u2013 Careers support in schools", 20, "hours"],
        ["Employability support (NT11)", 40, "hours"],
    ),
    parted(
        "numbers-in-words-on-a-page-without-headings.xlsx",
        HEAD,
        ["NT17", "Volunteering", 150, "hours"],
        ["NT9", "Training", "twelve", "weeks"],
        ["NT-8", "Talks", 20, "hours"],
    ),
    priced("what-measures-with-titles-are-worth.xlsx", "Measure", "Proxy value"),
    priced("what-measures-with-titles-score.xlsx", "Measure", "Weighting"),
    *(
        Case(
            f"outcome-beside-a-promise-headed-{heading.split()[0].lower()}.xlsx",
            one_sheet(
                ["Outcome", "Ref", heading, "Quantity", "Unit"],
                ["More jobs", "NT17", "Volunteering with charities (not offered)", 40, "hours"],
                ["Better skills", "NT8", "Talks in local schools", 12, "hours"],
                ["Better skills", "NT10", "Weeks of apprenticeships", 52, "weeks"],
            ),
            ((2, "NT17", "40", "hour"), (3, "NT8", "12", "hour"), (4, "NT10", "52", "week")),
            findings=("line-withdrawn",),
        )
        for heading in ("Item", "Description of activity", "Community benefit proposed")
    ),
    Case(
        "facts-whose-labels-end-in-colons.xlsx",
        one_sheet(
            ["Provider:", "Northgate Care"],
            ["Contract term:", "36 months"],
            ["Region:", "Yorkshire and The Humber"],
            [],
            HEAD,
            ["NT17", "Volunteering", 150, "hours"],
            ["NT9", "Training", 12, "weeks"],
        ),
        ((6, "NT17", "150", "hour"), (7, "NT9", "12", "week")),
    ),
)

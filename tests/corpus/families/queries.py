"""Owns what a clerk queries in a row that looks plain: marks behind a text, open boxes, versions, parts of others."""

from datetime import date
from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.silence import HEAD, HOURS, JOBS, OPEN, TWO, UNDECIDED, columns
from tests.corpus.write.others import csv
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

WITHDRAWN = ("line-withdrawn",)


def behind(name: str, text: str, *, reads: tuple[Read, ...] = TWO, findings: tuple[str, ...] = WITHDRAWN) -> Case:
    """A promise whose text ends with a mark, above one that is plain."""
    return Case(f"behind-{name}.csv", csv(HEAD, ["NT17", text, 100, "hours"], JOBS), reads, findings)


def boxes(name: str, heading: str, ticked: Any, other: Any) -> Case:
    """A box that is ticked beside a promise, and one that is not beside the next."""
    sheet = Sheet([[heading, *HEAD], [ticked, *HOURS], [other, *JOBS]])
    return Case(f"box-{name}.xlsx", xlsx(sheet), TWO, WITHDRAWN)


MARKS = (
    behind("deleted", "Volunteering by our staff (deleted)"),
    behind("withdrawn", "Volunteering by our staff \u2013 withdrawn"),
    behind("superseded", "Volunteering by our staff (superseded by row 3)"),
    behind("not-offered", "Volunteering by our staff [not offered]"),
    behind("in-stars", "Volunteering by our staff *WITHDRAWN*"),
    behind("example", "Volunteering by our staff (example)", reads=TWO[1:], findings=("example-row-skipped",)),
    behind("a-word-of-the-text", "Support for people who have withdrawn", findings=()),
    behind("a-unit", "Volunteering by our staff (hours offered)", findings=()),
    Case(
        "behind-a-text-that-is-said-again.csv",
        csv(HEAD, JOBS, *(["NT17", f"Talk {n}" + " (deleted)" * (n == 40), n, "hours"] for n in range(1, 50))),
        ((2, "NT1", "3", "fte"), *((n + 2, "NT17", str(n), "hour") for n in range(1, 50))),
        WITHDRAWN,
    ),
)
BOXES = (
    boxes("sign", "\u2713", "\u2713", None),
    boxes("offered", "Offered? \u2713", "x", None),
    boxes("tick", "Tick", True, False),
    boxes("figures", "Tick if offered", 1, 0),
    boxes("signs", "\u2610/\u2611", "\u2611", "\u2610"),
    boxes("yes-or-nothing", "Included (Y/N)", "Y", None),
    boxes("cross", "Included (Y/N)", "\u2713", "x"),
    columns("box-never-ticked", [*HEAD, "Tick"], [*HOURS, None], [*JOBS, None], reads=TWO, quiet=True),
)

APART = (
    Case(
        "versions.xlsx",
        one_sheet(["Version", *HEAD], ["v1", *HOURS], ["v1", *JOBS], ["v2", *HOURS[:2], 120, "hours"]),
        ((3, "NT1", "3", "fte"), (4, "NT17", "120", "hour")),
        ("earlier-version-of-line",),
    ),
    Case(
        "versions-of-another-text.csv",
        csv([*HEAD, "Rev"], [*HOURS, "A"], ["NT17", "Talks", 5, "hours", "B"]),
        ((2, "NT17", "100", "hour"), (3, "NT17", "5", "hour")),
        ("one-of-several",),
    ),
    columns("one-version", [*HEAD, "Version"], [*HOURS, "v2"], [*JOBS, "v2"], reads=TWO, quiet=True),
    columns("versions-elsewhere", [*HEAD, "Rev", "Place"], [*HOURS, 1, "Leeds"], [*JOBS, 2, "York"], reads=TWO),
    columns("of-which", HEAD, HOURS, ["NT1", " - of which: apprentices", 3, "FTE"], reads=TWO,
            findings=("part-of-another",)),
    columns("included-above", HEAD, HOURS, ["NT1", "Apprentices (included in NT17)", 3, "FTE"], reads=TWO,
            findings=("part-of-another",)),
    columns("included-in-a-plan", HEAD, HOURS, ["NT1", "Jobs included in our local plan", 3, "FTE"], reads=TWO,
            quiet=True),
    columns("counted-in-a-unit", HEAD, ["NT17", "Volunteering (counted in hours)", 100, "hours"],
            ["NT1", "Jobs, counted in posts", 3, "FTE"], reads=TWO, quiet=True),
    columns("either-or", HEAD, ["NT17", "Either volunteering", 100, "hours"], ["NT1", "or local jobs", 3, "FTE"],
            reads=TWO, findings=("one-of-several",)),
    columns("or-between", HEAD, HOURS, [None, "OR"], JOBS, reads=((2, "NT17", "100", "hour"), (4, "NT1", "3", "fte")),
            findings=("one-of-several",)),
    columns("options", HEAD, ["NT17", "Option A: talks", 100, "hours"], ["NT1", "Option B: jobs", 3, "FTE"],
            reads=TWO, findings=("one-of-several",)),
)  # fmt: skip

ONE_OPEN: tuple[Read, ...] = ((2, "NT17", None, None), TWO[1])
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
MULTIPLIED = (
    *(
        columns(f"times-{name}", [*HEAD, heading], [*HOURS, 12], [*JOBS, 1], reads=ONE_OPEN,
                findings=("multiplier-unclear",))
        for name, heading in (("sites", "Number of sites"), ("occurrences", "Occurrences"), ("months", "Months"),
                              ("events", "No. of events"), ("sessions", "Sessions per year"))
    ),
    columns("times-in-words", [*HEAD, "Sites"], [*HOURS, "Leeds and York"], [*JOBS, ""], reads=TWO, quiet=True),
    columns("times-beside-a-total", ["Ref", "Commitment", "Total quantity", "Unit", "Sites"], [*HOURS, 12], [*JOBS, 2],
            reads=TWO, quiet=True),
    columns("times-that-do-not-count", [*HEAD, "Sites", "Proxy value", "Value"], [*HOURS, 12, 16, 1600],
            [*JOBS, 2, 100, 300], reads=TWO),
    columns("quarters-that-come-to-less", [*HEAD, *QUARTERS], [*HOURS, 20, 20, 20, 20], [*JOBS, 1, 1, 1, 0],
            reads=ONE_OPEN, findings=("total-mismatch",)),
    columns("quarters-in-words", [*HEAD, *QUARTERS], [*HOURS, "x", "x", "", ""], [*JOBS, "", "start", "", ""],
            reads=TWO, quiet=True),
    columns("shares-of-quarters", [*HEAD, "Q1 %", "Q2 %"], [*HOURS, "50%", "50%"], [*JOBS, "30%", "70%"], reads=TWO),
    columns("a-larger-total", [*HEAD, "Overall target"], [*HOURS, 300], [*JOBS, 3], findings=UNDECIDED),
    columns("a-total-of-one-line", [*HEAD, "Total"], [*HOURS, 300], reads=OPEN[:1], findings=UNDECIDED),
    columns("a-total-that-may-be-in-pounds", [*HEAD, "Total"], [*HOURS, 1693], reads=TWO[:1],
            findings=("extension-not-added",)),
    columns("a-total-in-pounds", [*HEAD, "Total"], [*HOURS, "\u00a31693"], reads=TWO[:1], quiet=True),
    columns("a-total-of-a-rate", [*HEAD, "Cost of one", "Total"], [*HOURS, 17, 1700], reads=TWO[:1], quiet=True),
    columns("a-total-of-staff", [*HEAD, "Sites", "Total"], [*HOURS, 17, 1700], reads=OPEN[:1], findings=UNDECIDED),
    *(
        Case(f"quantities-in-words-{name}.csv",
             csv([*HEAD, "Quantity (words)"], ["NT17", "Volunteering", 24, "hours", "twenty-four"],
                  ["NT8", "Talks", 6, "hours", "six"], ["NT1", "Jobs", 3, "FTE", last]),
             ((2, "NT17", hours, "hour"), (3, "NT8", talks, "hour"), (4, "NT1", jobs, "fte")), findings)
        for name, last, (hours, talks, jobs), findings in (
            ("too", "three", ("24", "6", "3"), ()), ("that-differ", "four", ("24", "6", None), ("quantity-undecided",)),
        )
    ),
    columns("the-same-total", [*HEAD, "Total"], [*HOURS, 100], [*JOBS, 3], reads=TWO, quiet=True),
    *(
        columns(f"share-{name}", [*HEAD, heading], [*HOURS, "80%"], [*JOBS, "90%"], reads=TWO,
                findings=("share-not-used",))
        for name, heading in (("additional", "Additionality %"), ("leakage", "Leakage"), ("bias", "Optimism bias"))
    ),
    columns("confidence-in-words", [*HEAD, "Confidence"], [*HOURS, "High"], [*JOBS, "Low"], reads=TWO, quiet=True),
)  # fmt: skip

DISPUTED = ("fact-disputed",)
VALUES = ("\u00a31,000,000", "\u00a3500,000", "\u00a31,500,000")


def facts(name: str, *rows: list[Any], told: dict[str, str], findings: tuple[str, ...] = DISPUTED) -> Case:
    """Two promises below what is said of the contract."""
    at = len(rows) + 3
    reads = ((at, "NT17", "100", "hour"), (at + 1, "NT1", "3", "fte"))
    return Case(f"{name}.xlsx", one_sheet(*rows, [], HEAD, HOURS, JOBS), reads, findings, facts=told)


FACTS = (
    facts("values-of-three-terms", [None, "Initial", "Extension", "Total"], ["Contract value", *VALUES],
          told={"value": "None"}),
    facts("values-of-lots", ["Lot", "Contract value"], *(["Lot", value] for value in VALUES), told={"value": "None"}),
    facts("lengths-of-three-terms", ["Contract length (years)", 3, 2, 5], told={"years": "None"}),
    facts("starts-of-lots", ["Contract start", "1 April 2026", "1 June 2026"], told={"start": "None"}),
    facts("days-of-lots", ["Contract start", date(2026, 4, 1), None, date(2026, 6, 1)], told={"start": "None"}),
    facts("the-same-value-again", ["Contract value", "\u00a31,000,000", 1000000], told={"value": "1000000"},
          findings=()),
    facts("a-score-further-on", ["Contract value", "\u00a31,000,000", "Score", 5], told={"value": "1000000"},
          findings=()),
)  # fmt: skip

READ = (
    Case(
        "misspelt-facts.xlsx",
        one_sheet(["Contract lenght", 36, "months"], ["Contarct value (\u00a3)", 900000], [], HEAD,
                    ["NT17", "Volunteering", 10, "hours per year"]),
        ((5, "NT17", "30", "hour"),),
        ("heading-guessed",),
        facts={"years": "3", "value": "900000"},
    ),
    Case(
        "a-label-that-is-no-slip.xlsx",
        one_sheet(["Contact number", 36], ["Start data", 5], [], HEAD, HOURS),
        ((5, "NT17", "100", "hour"),),
        facts={"years": "None", "start": "None"},
        quiet=True,
    ),
    columns("once-so-many", HEAD, ["NT17", "Volunteering", "1 x 100 hours", "hours"], ["NT1", "Jobs", "3 x FTE", None],
            reads=TWO, quiet=True),
    columns("so-many-times", HEAD, ["NT17", "Volunteering", "11 x 5", "hours"], JOBS, reads=ONE_OPEN,
            findings=("not-a-number",)),
    columns("thousands-behind-the-name", ["Ref", "Commitment", "Quantity '000", "Unit"], HOURS, JOBS,
            findings=("scaled-heading",)),
    columns("financial-years-by-their-end", ["Ref", "Commitment", "FY26", "FY27", "Unit"],
            ["NT17", "Volunteering", 60, 40, "hours"], ["NT1", "Jobs", 1, 2, "FTE"], reads=TWO,
            findings=("heading-guessed",)),
    columns("financial-years-with-a-gap", ["Ref", "Commitment", "FY26", "FY28", "Unit"],
            ["NT17", "Volunteering", 60, 40, "hours"], ["NT1", "Jobs", 1, 2, "FTE"], findings=UNDECIDED),
    columns("hours-or-pounds", ["Ref", "Commitment", "How many hours / \u00a3", "Unit"], HOURS,
            ["NT28", "Gifts to schools", 500, "\u00a3"], reads=(TWO[0], (3, "NT28", "500", "GBP")), quiet=True),
    columns("outputs-of-so-many-people", ["Ref", "Commitment", "No. of people", "Output"],
            ["NT17", "Volunteering", 4, 40], ["NT1", "Jobs", 2, 20], findings=("ambiguous-column",)),
    Case(
        "lines-of-an-invoice.xlsx",
        one_sheet(["Invoice no", 2231], [], HEAD, HOURS),
        ((4, "NT17", "100", "hour"),),
        ("line-withdrawn",),
    ),
    columns("bounds", ["Ref", "Commitment", "Minimum", "Maximum", "Unit"], ["NT17", "Volunteering", 60, 90, "hours"],
            ["NT1", "Jobs", 2, 3, "FTE"], findings=("ambiguous-column",)),
    columns("bounds-beside-a-quantity", [*HEAD, "Min", "Max"], [*HOURS, 60, 190], [*JOBS, 2, 4], reads=TWO, quiet=True),
)  # fmt: skip

CASES = (*FACTS, *READ, *MARKS, *BOXES, *APART, *MULTIPLIED)

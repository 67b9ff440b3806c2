"""Owns returns and bids of clerks, caterers, guards and coders, with what stands in theirs beside the promises."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS, read_at
from tests.corpus.write.others import csv
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import xlsx

TWO = THREE[:2]


def returned(name: str, *rows: list[Any], reads: tuple[Read, ...] = TWO, **more: Any) -> Case:
    """These rows on one sheet."""
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"returned-{name}.xlsx", xlsx(Sheet(list(rows), merged=more.pop("merged", ()))), reads, **more)


def of_sites(name: str, *headings: str) -> Case:
    """Two lines whose amounts stand by site, with what they come to."""
    rows = [
        ["Measure", "Ref", "Unit", *headings],
        ["Helpers", "NT17", "hrs", 30, 50, 80],
        ["Work", "NT9", "wks", 4, 8, 12],
    ]
    return returned(f"by-{name}", *rows, reads=((2, "NT17", "80", "hour"), (3, "NT9", "12", "week")))


def often(name: str, said: str, quantity: str | None, **more: Any) -> Case:
    """A line of a contract of four years that falls so often."""
    rows = [["Contract length", "4 years"], [], [*HEAD, "Frequency"], [*HOURS, said]]
    return returned(f"falling-{name}", *rows, reads=((4, "NT17", quantity, "hour"),), **more)


YEARS = ["Ref", "Outcome", "Partner", "Yr1", "Yr2", "Unit"]
BY_YEAR = (
    ["NT17", "Volunteers", "Larder", 100, 120, "hours"],
    [None, None, "Age Well", 50, 60, "hours"],
    [None, None, "Subtotal", 150, 180, "hours"],
)
SCORED = ["7.2", "Do you have a carbon plan?", None, None, "Yes, attached"]

CASES = (
    of_sites("school", "St Anne's", "Hilltop", "All schools"),
    of_sites("partner", "Lead: Tern CIO", "Partner: Gull CIC", "Both"),
    returned("figures-of-the-council", ["Ref", "What the council counts", "Your figure", "Units"], HOURS, WEEKS),
    returned("body-and-period", ["Name of body", None, "Great Wenlow Parish Council"],
             ["Period of agreement", None, "1 April 2026 \u2013 31 March 2027"], [], HEAD, HOURS, WEEKS,
             reads=read_at(5, 6, 7)[:2],
             facts={"supplier": "Great Wenlow Parish Council", "start": "2026-04-01", "years": "1"}),
    returned("school-years", ["Contract length", "3 academic years"], HEAD, HOURS, WEEKS, reads=read_at(3, 4, 5)[:2],
             facts={"years": "3"}),
    returned("no-extension", ["Term", "4 years (no extension)"], HEAD, HOURS, WEEKS, reads=read_at(3, 4, 5)[:2],
             facts={"years": "4"}),
    often("once-a-year", "once a year", str(HOURS[2] * 4)),
    often("in-aggregate", "in aggregate", str(HOURS[2])),
    often("twice-a-year", "twice a year", None, findings=("unclear-basis",)),
    returned("subtotals-within-merged-references", YEARS, *BY_YEAR, merged=("A2:A4", "B2:B4"),
             reads=((2, "NT17", "220", "hour"), (3, "NT17", "110", "hour")),
             findings=("total-row-skipped",), quiet=True),
    returned("boxes-of-the-buyer", HEAD, HOURS, WEEKS, ["For Trust use only", None, "Score (0-5):"], [None, None, 4],
             findings=("example-table-left-out",)),
    returned("scores-of-the-buyer", HEAD, HOURS, WEEKS, [], ["Evaluator's comments"], ["Consensus score", None, 4],
             findings=("example-table-left-out",)),
    returned("boxes-above-promises", HEAD, HOURS, ["For council use only"], WEEKS, JOBS, reads=read_at(2, 4, 5)),
    returned("questions-without-amounts", [*HEAD, "Answer"], [*HOURS, "All staff"], SCORED, [*WEEKS, "At the depot"],
             reads=(THREE[0], (4, "NT9", str(WEEKS[2]), "week")), findings=("text-row",)),
    returned("contract-behind-years", ["Contract start", "1 April 2026"], [],
             ["Ref", "Measure", "Unit", "Year 1", "Year 2", "Contract"], ["NT17", "Talks", "hrs", 60, 80, 140],
             ["NT9", "Work", "wks", 4, 8, 12], reads=((4, "NT17", "140", "hour"), (5, "NT9", "12", "week"))),
    returned("start-at-a-level", ["Ref", "Key result", "Start", "Target", "Unit"], ["NT17", "Hours", 60, 80, "hours"],
             reads=((2, "NT17", "80", "hour"),), findings=("not-a-date",)),
    Case("returned-cards.csv", csv(["Card ID", "Card Name", "Labels", "Proxy", "Qty", "Unit"],
                                    ["#1", "Idea: soup run", "kind", "NT17", "8", "hours"],
                                    ["#2", "Coding club", "digital", "digital.tutor-hour", "60", "hours"]),
         ((2, "NT17", "8", "hour"), (3, "digital.tutor-hour", "60", "hour")), findings=("line-withdrawn",)),
    Case("returned-years-and-all-of-them.xlsx",
         xlsx(*(Sheet([HEAD, HOURS, WEEKS], f"Year {year}") for year in (1, 2)),
              Sheet([HEAD, [*HOURS[:2], HOURS[2] * 2, HOURS[3]], [*WEEKS[:2], WEEKS[2] * 2, WEEKS[3]]], "Years 1-2")),
         (*TWO, *TWO), findings=("example-table-left-out",)),
    returned("scaling-with-spend", ["Quantities assume an annual spend of £2m; they scale with spend."], HEAD, HOURS,
             reads=read_at(3, 4, 5)[:1], findings=("line-withdrawn",)),
    returned("share-of-the-lot", [*HEAD, "Apportionment to this Lot"], [*HOURS, "25%"], reads=THREE[:1],
             findings=("attribution-own",), quiet=True),
    returned("every-term", [*HEAD, "Term"], [*HOURS, "Autumn"], [*WEEKS, "Every term"],
             reads=(THREE[0], (3, "NT9", None, "week")), findings=("unclear-basis",)),
    returned("asb-reports", HEAD, ["crime.asb-report-avoided", "Patrols", 60, "ASB reports"],
             reads=((2, "crime.asb-report-avoided", "60", "incident"),)),
    returned("gigawatts", HEAD, ["energy.electricity-saved", "LEDs", "1.2 GWh", None],
             reads=((2, "energy.electricity-saved", "1.2", "GWh"),)),
)  # fmt: skip

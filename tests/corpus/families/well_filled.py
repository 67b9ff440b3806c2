"""Owns bids that are filled in as they should be, and look like others that leave a question open."""

from datetime import date
from typing import Any

from tests.corpus.case import Case
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS, beside, described, read_at
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

LINES = (HOURS, WEEKS, JOBS)


def raised(name: str, *headings: str, wrong: int = 0, **more: Any) -> Case:
    """What there is already, what it is to become, and by how much it rises, which in one line may be ``wrong``."""
    rows = [
        [*line[:2], before, before + line[2], line[2] + off, line[3]]
        for line, before, off in zip(LINES, (20, 0, 5), (wrong, 0, 0), strict=True)
    ]
    more.setdefault("quiet", not more.get("findings"))
    sheet = Sheet([["Ref", "Measure", *headings, "Unit"], *rows])
    return Case(f"raised-{name}.xlsx", xlsx(sheet), more.pop("reads", THREE), **more)


def looked_at(name: str, *columns: list[Any], **more: Any) -> Case:
    """Three lines with these columns behind them, each a heading and three cells."""
    rows = [[*line, *cells] for line, *cells in zip((HEAD, *LINES), *columns, strict=True)]
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"looked-at-{name}.xlsx", xlsx(rows), more.pop("reads", THREE), **more)


def started(name: str, *rows: list[Any], **more: Any) -> Case:
    """These rows below when the contract starts and how long it runs."""
    more.setdefault("quiet", not more.get("findings"))
    facts = [["Contract length:", "3 years"], ["Start date:", date(2026, 4, 1)]]
    return Case(f"{name}.xlsx", one_sheet(*facts, *rows), **more)


def spanning(name: str, first: str, second: str, third: str, **more: Any) -> Case:
    """Three lines that say in which months they are delivered."""
    rows = [[*line, span] for line, span in zip(LINES, (first, second, third), strict=True)]
    more.setdefault("reads", read_at(5, 6, 7))
    return started(f"spanning-{name}", [], [*HEAD, "Delivery period"], *rows, **more)


def pinned(name: str, *comments: str, **more: Any) -> Case:
    """Three lines to whose quantities these comments are pinned."""
    cells = dict(zip(("C2", "C3", "C4"), comments, strict=True))
    more.setdefault("quiet", not more.get("findings"))
    sheet = Sheet([HEAD, *LINES], comments=cells)
    return Case(f"pinned-{name}.xlsx", xlsx(sheet), more.pop("reads", THREE), **more)


OLD = ((2, "NT17", "60", "hour"), (3, "NT9", "12", "week"), (4, "NT1", "8", "fte"))
RISES = (
    raised("increase", "Baseline", "Target", "Increase"),
    raised("additional", "Baseline 2025", "Target", "Additional (our commitment)"),
    raised("proposed", "Current", "Proposed", "Additional commitment"),
    raised("of-a-year", "Baseline 2025", "Target 2026/27", "Additional"),
    raised("difference", "Current", "Target", "Difference"),
    raised("not-by-so-much", "Baseline", "Target", "Increase", wrong=1, reads=OLD, findings=("baseline-not-taken-off",),
           why="what rises is another thing"),
    Case(
        "target-on-top-of-a-greater-baseline.xlsx",
        one_sheet(["Ref", "Measure", "Baseline", "Target (additional)", "Unit"],
                    *([*line[:2], 100, *line[2:]] for line in LINES)),
        THREE,
        quiet=True,
    ),
)  # fmt: skip

PROOFS = ["How measured", "Timesheets", "Register", "Payroll"]
OFTEN = ["Frequency", "Monthly", "Quarterly", "Annually"]
ONE_CLEAR = ((2, "NT17", None, None), (3, "NT9", None, None), THREE[2])
REVIEWS = (
    looked_at("how-often", PROOFS, OFTEN),
    looked_at("how-often-it-is-reported", ["Reporting", "To board", "To HR", "To board"], ["How often?", *OFTEN[1:]]),
    looked_at("done-so-often", [*OFTEN[:3], "One-off"], reads=ONE_CLEAR, findings=("rate-without-length",)),
    beside("total-for-contract", "Basis", "Total for contract", "Whole contract total", "Contract total"),
    beside("double-checked", "Comments", "Double-checked by AK", "Double-checked", "Checked twice"),
    described("by-a-later-survey", "Helpers, 40 say a year on that it helped", "Training", "3 are kept a year on"),
)

QUESTIONS = ["What will you deliver?", "Reference", "How much?", "In what unit?", "When will it start?"]
HINT = ["Choose from list", "Be specific: who, what, where", "Number only", "e.g. hours"]
FORMS = (
    started("facts-right-above-questions", QUESTIONS, *([line[1], line[0], *line[2:], "May 2026"] for line in LINES),
            reads=read_at(4, 5, 6)),
    started("facts-right-above-two-rows-of-headings", ["Ref", "Measure", "Our offer", None, "Lead"],
            [None, None, "Quantity", "Unit", None], *([*line, "Jo"] for line in LINES), reads=read_at(5, 6, 7)),
    Case("hints-without-brackets.xlsx", one_sheet(HEAD, HINT, *LINES), read_at(3, 4, 5), quiet=True),
    spanning("months", "1 Apr 2026 \u2013 31 Mar 2027", "May to September 2026", "January to March 2027"),
    spanning("days", "01/04/2026 - 31/03/2027", "Summer 2026", "Nov 2026 - Feb 2027"),
    spanning("days-or-months", "03/04/2026 - 05/06/2026", "Summer 2026", "2026/27", findings=("not-a-year",),
             reads=read_at(5, 6, 7)),
    spanning("two-years", "April 2026 to June 2027", "Summer 2026", "2026/27", findings=("not-a-year",),
             reads=read_at(5, 6, 7)),
)  # fmt: skip

COMMENTS = (
    pinned("content", "Checked with HR", "Great idea!", "Jo Smith:\nagreed, thanks"),
    pinned("asking", "OK?", "Agreed with Jo?", "Thanks", findings=("comment-disputes-line",)),
    pinned(
        "on-how-it-is-done", "Logged monthly", "Each trainer is checked", "Drop-down", findings=("comment-on-line",)
    ),
    pinned("on-how-often", "Hours logged are per month", "OK", "OK", findings=("comment-disputes-line",)),
    pinned("agreed-otherwise", "Agreed with Jo to halve it", "OK", "OK", findings=("comment-on-line",)),
)

CASES = (*RISES, *REVIEWS, *FORMS, *COMMENTS)

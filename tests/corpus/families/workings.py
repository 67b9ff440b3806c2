"""Owns workings beside a quantity: notes that show how it comes about, and come to it or to another."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import HEAD, JOBS, THREE, WEEKS, beside
from tests.corpus.write.others import csv
from tests.corpus.write.xlsx import one_sheet

WITHDRAWN = ("line-withdrawn",)


def noted(*texts: str, heading: str = "Notes", **more: Any) -> tuple[Case, ...]:
    """Forty hours, each time with one of these notes beside them."""
    kind = "come-to-it" if not more else "come-to-another"
    name = f"workings-{heading.lower().replace(' ', '-')}-{kind}"
    return tuple(beside(f"{name}-{n}", heading, text, "", "", **more) for n, text in enumerate(texts))


OTHERWISE = noted(
    "5 staff x 8 hours x 3 years",
    "12 months x 5 hours",
    "8 hrs/month x 12",
    "5 x 7 hours",
    "5 x 8 x 3",
    "5 staff x 8 hours x 3 years = 120 hours",
    "20 hours + 30 hours",
    "6 days x 8 hours",
    findings=WITHDRAWN,
)
AGREEING = noted(
    "5 staff x 4 hours x 2 years",
    "4 people x 10 hrs = 40",
    "10 x 4",
    "5 days x 8 hours",
    "10 sessions of 2 hours",
    "25 hours + 15 hours",
    "4 staff x 5 hours",
    "2 x 1 hour sessions a month",
    "5 staff x 7 hours, plus 5 hours of planning",
    "Banners of 3 x 7 m",
    "Up to 3 x 7 hours",
    "2 teams x 7 hours each",
    "7 schools x 9 pupils",
    "3 hours in each of 7 x 2 schools",
)
HEADED = (
    *noted("5 staff x 8 hours x 3 years", heading="Calculation", findings=WITHDRAWN),
    *noted("5 staff x 8 hours x 3 years", heading="How calculated", findings=WITHDRAWN),
    *noted("5 staff x 8 hours x 3 years", heading="Basis", findings=WITHDRAWN),
    *noted("5 staff x 8 hours", heading="Workings"),
    *noted("5 staff x 8 hours", heading="Basis"),
    *noted("3 x 7 hours", heading="Opening times"),
    beside("workings-of-weeks", "Notes", "", "2 trainees x 8 weeks", "", findings=WITHDRAWN),
    beside("weeks-of-so-many-hours", "Notes", "", "12 weeks x 30 hours", "", why="they are still twelve weeks"),
    beside("posts-of-so-many-years", "Notes", "", "", "3 posts x 2 years", why="they are still three posts"),
)
DESCRIBED = Case(
    "workings-described-of-three-factors.xlsx",
    one_sheet(HEAD, ["NT17", "Talks: 5 staff x 8 hours x 3 years", 40, "hours"], WEEKS, JOBS),
    THREE,
    findings=("amount-in-description",),
)


def described(name: str, texts: tuple[str, ...], **more: Any) -> tuple[Case, ...]:
    """Fifty hours, each time with one of these descriptions."""
    return tuple(
        Case(
            f"{name}-{n}.xlsx",
            one_sheet(HEAD, ["NT17", text, 50, "hours"], WEEKS, JOBS),
            ((2, "NT17", "50", "hour"), *THREE[1:]),
            **more,
        )
        for n, text in enumerate(texts)
    )


PRODUCTS = (
    *described(
        "workings-of-two-factors-come-to-another",
        (
            "Volunteering: 4 x 5 hours",
            "4 people, 5 hours each",
            "4 volunteers giving 6 hours each at the library",
            "2 hours a week for 30 weeks",
            "2 hours of talks per week over 30 weeks",
            "5 hours a month for 12 months",
            "Between 20 and 60 hours of talks",
            "20 to 50 hours of talks",
            "Talks (40-60 hours)",
            "20 hours in Leeds and 40 hours in York",
            "Talks: 20 hours in Leeds, 40 in York",
            "30 hours by staff plus 10 hours by partners",
            "At least 60 hours",
            "A minimum of 60 hours of talks",
            "60 hours or more",
            "50 hours x 2",
            "2 hours x 30",
        ),
        findings=("amount-in-description",),
    ),
    *described(
        "workings-of-two-factors-come-to-it",
        (
            "Volunteering: 5 x 5 hours",
            "5 people, 10 hours each",
            "2 hours a week for 25 weeks",
            "Talks to 25 people for 2 years, 2 days a year",
            "Talks of 2 to 3 hours each",
            "50 to 60 hours of talks",
            "Talks in 40 to 60 schools",
            "Talks for people aged 16 to 60 years",
            "Weekly talks, 2 x 4 hours",
            "20 hours in Leeds and 30 hours in York",
            "3 hours of talks and 2 hours of questions",
            "Talks in phases 1 and 2",
            "50 hours of talks and 3 hours of questions",
            "2 days of talks and 1 day of visits",
            "At least 40 hours",
            "Talks to people out of work for at least 60 weeks",
            "Volunteering: 1 and 2 hours a time",
            "2 hours x 25",
            "50 hours maximise what we give",
        ),
    ),
)
OFTEN = (
    *noted("Two a year, twenty hours each", "4 talks a year of 10 hours", "20 hours, twice a year",
           "8 people, 5 hours each month", heading="Remarks", findings=("rate-in-description",)),
    *described(
        "workings-of-a-month",
        ("5 people giving 10 hours each month", "25 talks of two hours every year"),
        findings=("rate-in-description",),
        why="fifty hours are those of one month, or one year",
    ),
    *noted("2 hours a week over 20 weeks", "4 talks a year for ten years", heading="How often"),
    *noted("of which 20 hours are under NT29", "40 hours, of which 10 are counted in NT29", "10 hours count under NT29",
           "already 20 done",
           heading="Clarification", findings=WITHDRAWN),
)  # fmt: skip
MANY: tuple[Read, ...] = tuple((n + 1, "NT17", f"{8 * n}", "hour") for n in range(1, 7))
LINES = (
    Case(
        "workings-of-one-line-among-many.csv",
        csv(
            [*HEAD, "Notes"],
            *(["NT17", "Talks", 8 * n, "hours", f"{n if n != 5 else 3} staff x 8 hours"] for n in range(1, 7)),
        ),
        MANY,
        findings=WITHDRAWN,
        why="40 hours are not 3 times 8",
    ),
    Case(
        "the-same-workings-again.csv",
        csv(
            [*HEAD, "Calculation"],
            ["NT17", "Talks", 40, "hours", "5 x 8 hours"],
            ["NT17", "Walks", 50, "hours", "5 x 8 hours"],
        ),
        ((2, "NT17", "40", "hour"), (3, "NT17", "50", "hour")),
        findings=WITHDRAWN,
    ),
)

CASES = (*OTHERWISE, *AGREEING, *HEADED, DESCRIBED, *PRODUCTS, *OFTEN, *LINES)

"""Owns tables with several columns of sentences, in any of which a line may be taken back."""

from typing import Any

from tests.corpus.case import Case
from tests.corpus.families.innocent import HEAD, THREE, beside
from tests.corpus.write.xlsx import xlsx

PLAIN = ("Our staff help at the school", "Trainees learn on our own site", "Local people are told of every post")


def marked(text: str) -> tuple[str, str, str]:
    """The plain sentences, with a marked one first."""
    return (text, *PLAIN[1:])


def told(name: str, heading: str, text: str) -> Case:
    """A sentence beside the description that takes its line back."""
    return beside(f"spoken-{name}", heading, *marked(text), findings=("line-withdrawn",))


def both(name: str, heads: tuple[str, str], *, first: bool, **more: Any) -> Case:
    """Two columns of unknown names, one of them with the mark."""
    texts = (marked("Volunteering with charities (TBC)"), PLAIN)
    one, other = texts if first else texts[::-1]
    amounts = (("NT17", 40, "hours"), ("NT9", 12, "weeks"), ("NT1", 3, "FTE"))
    lines = [[ref, a, b, *amount] for (ref, *amount), a, b in zip(amounts, one, other, strict=True)]
    rows = [["Ref", *heads, *HEAD[2:]], *lines]
    return Case(f"spoken-in-{name}.xlsx", xlsx(rows), THREE, ("line-withdrawn",), **more)


CASES = (
    *(
        both(f"{name}-{'first' if first else 'second'}", heads, first=first)
        for name, heads in (
            ("how-and-item", ("How will you deliver this?", "Item")),
            ("offer-and-item", ("Offer", "Item")),
            ("activity-and-need", ("Activity", "Local need")),
        )
        for first in (True, False)
    ),
    told("approach", "Our approach", "Talks at the school (not offered)"),
    told("mark-before", "Delivery plan", "Withdrawn - talks at the school by our staff"),
    told("method", "Method statement", "Our staff help at the school, subject to funding"),
    told("lots", "How will you do it?", "Our staff help at the school if we win both lots"),
    told("extension", "Additional information", "Our staff help at the school if the contract is extended"),
    beside(
        "spoken-of-a-rate",
        "Our approach",
        *marked("Our staff give 40 hours a month"),
        findings=("rate-in-description",),
    ),
    beside("spoken-of-another-rate", "Our approach", *marked("Our staff give 20 hours a month")),
    beside("spoken-of-partners", "Delivery partner", *marked("The youth trust of the town (TBC)")),
    beside("spoken-of-evidence", "Evidence", *marked("Letters from the school (draft)")),
    beside("spoken-of-names", "Charity", "Leeds Youth Trust (provisional)", "York Care Trust", "Hull Youth Club"),
    beside("spoken-of-how", "How will you deliver this?", *marked("Groups of 12 pupils max, depending on need")),
    beside("spoken-of-guidance", "Guidance", *marked("Count the hours of all staff (estimate)")),
)

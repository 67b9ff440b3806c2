"""Owns lines that something beside their quantity speaks against: a comment pinned to a cell, an amount in the text."""

from typing import Any

from tests.corpus.case import Case
from tests.corpus.families.innocent import HEAD, JOBS, THREE, WEEKS
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import xlsx

OTHERS = THREE[1:]


def pinned(name: str, comment: str, **more: Any) -> Case:
    """The three lines, the first with a comment on its quantity of 40 hours."""
    rows = [HEAD, ["NT17", "Time given", 40, "hours"], WEEKS, JOBS]
    more.setdefault("reads", THREE)
    return Case(f"comment-{name}.xlsx", xlsx(Sheet(rows, comments={"C2": comment})), **more)


def said(text: str, quantity: int = 120, reference: str = "NT17", unit: str = "hours", **more: Any) -> Case:
    """One line with this description, below one that is read without a word."""
    name = f"said-{text[:50]}-{quantity}".lower().replace(" ", "-").replace("/", "-").replace(":", "")
    rows = [HEAD, [reference, "Time given", 7, unit], [reference, text, quantity, unit]]
    kind = {"hours": "hour", "weeks": "week", "£": "GBP"}[unit]
    reads = ((2, reference, "7", kind), (3, reference, str(quantity), kind))
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"{name}.xlsx", xlsx(Sheet(rows)), reads, **more)


DISPUTED = ("comment-disputes-line",)
TOLD = ("comment-on-line",)
COMMENTS = (
    pinned("corrects", "Jo Smith:\nshould be 30 not 40, please change", findings=DISPUTED),
    pinned("asks", "is this right?", findings=DISPUTED),
    pinned("of-a-year", "per annum", findings=DISPUTED, why="nothing says that 40 is the whole of it"),
    pinned("not-settled", "Not agreed with HR yet", findings=DISPUTED),
    pinned("withdraws", "Withdrawn at clarification", findings=DISPUTED),
    pinned("says-what-it-was", "was 60", findings=DISPUTED),
    pinned("says-how-it-came", "10 staff at 4 hours each", findings=TOLD),
    pinned("agrees", "Corrected to 40", findings=TOLD),
    pinned("of-a-source", "From the delivery plan, signed off 3 May", findings=TOLD),
    Case(
        "comment-on-a-heading.xlsx",
        xlsx(Sheet([HEAD, ["NT17", "Time given", 40, "hours"], WEEKS, JOBS], comments={"C1": "Annual figures"})),
        THREE,
        findings=TOLD,
    ),
    Case(
        "comment-on-a-heading-that-guides.xlsx",
        xlsx(Sheet([HEAD, ["NT17", "Time given", 40, "hours"], WEEKS, JOBS], comments={"C1": "Whole numbers only"})),
        THREE,
        quiet=True,
    ),
)

OTHER = ("amount-in-description",)
AMOUNTS = (
    said("200 hours of volunteering", findings=OTHER),
    said("We will give 200 hours of volunteering over the contract", findings=OTHER),
    said("Staff volunteering: 200 hrs", findings=OTHER),
    said("Donate £5,000 of furniture", 3000, "NT16", "£", findings=OTHER),
    said("Accredited training (52 weeks)", 60, "NT9", "weeks", findings=OTHER),
    said("10 hours of volunteering", why="twelve people may give as much"),
    said("60 staff x 2 hours"),
    said("Answers within 200 hours of a request"),
    said("Up to 200 hours of room hire for helpers", 120, why="a limit of something else"),
    said("Support for a £50,000 playground", 3000, "NT16", "£"),
    said("Training for people out of work 104 weeks", 60, "NT9", "weeks"),
    said("200 hour challenge"),
    said("Volunteering, 120 hours"),
)

CASES = (*COMMENTS, *AMOUNTS)

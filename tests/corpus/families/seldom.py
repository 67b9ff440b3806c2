"""Owns words that take a line out of what is promised and that few bids have: each is said of a plain line once."""

from tests.corpus.case import Case
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS, read_at
from tests.corpus.write.xlsx import xlsx

NOTED = (
    *("Billed to the council", "Counted in row 3", "Grant funded", "For all our contracts", "Parked for now"),
    *("Seems very high", "A requirement of the planning permission", "Already required by the specification"),
    *("Pro rata share to be confirmed", "Subject to client approval", "At the council's expense"),
    *("Pending board approval", "True figure is 30", "Group total", "Disregard this line", "No additionality"),
    *("Please strike this out", "Can we really commit to this?", "Part of day to day business", "Incorrect figure"),
    *("No longer deliverable", "Not going ahead any more", "Should be in days", "Wrong quantity", "Will not do it"),
    *("Figure needs correcting", "To be corrected", "A correction to 30", "See the correct figure above", "Now 30"),
    *("The figure is a typo", "Only if funding is secured", "Removed after interview", "Dropped following BAFO"),
    *("Old figure", "Has been cancelled", "Now cancelled", "Postponed to the next contract", "May not be possible"),
    *("We can't do this any more", "This was delivered last year", "At an additional cost", "Costs extra"),
    *("Half of this is for other contracts", "Includes 20 hours from another contract", "Already double counted"),
    *("Yet to be validated", "Not 40 hours", "Previously 60 hours"),
)
DESCRIBED = (
    *(", invoiced to the client", " of which 10 hours already delivered", " if the demand is high enough"),
    *(" for all our clients", " if the contract is worth more than £5m", " (our best guess)"),
    *(" (if the contract is extended)", " - if lot 2 is also awarded", " (excluded from evaluation)"),
    *(" (no longer offered)", " (only if required)", " (awaiting board approval)", " (target, not committed)"),
    *(" (existing BAU)", ", ballpark figure", " (already delivered)", " (not firmly committed)", " (to be finalised)"),
)
PARTS = (" (part of the line above)", " (included in line 4)")
PACES = (": 40 hours every office", ": 40 hours per project", " (per workshop)")
AROUND = (
    *("These figures are conditional on funding", "The targets come from our previous contract"),
    *("These figures do not form part of our offer", "All quantities are for illustrative purposes only"),
    *("Figures are for the whole company", "These should be read as aspirational", "These are actual results"),
    *("All quantities are subject to further negotiation", "The following is not part of our proposal"),
    "The quantities below are the minimum requirements set by the council",
)
ABOVE = ("Previous proposal", "Targets set by the customer")


def _noted(note: str) -> Case:
    rows = [[*HEAD, "Notes"], [*HOURS, note], [*WEEKS, ""], [*JOBS, ""]]
    return _case("noted", note, rows, "line-withdrawn")


def _described(behind: str, finding: str) -> Case:
    return _case("described", behind, [HEAD, [HOURS[0], HOURS[1] + behind, *HOURS[2:]], WEEKS, JOBS], finding)


def _above(text: str) -> Case:
    return _case("above", text, [[text], HEAD, HOURS, WEEKS, JOBS], "line-withdrawn", first=3)


def _below(text: str) -> Case:
    return _case("below", text, [HEAD, HOURS, WEEKS, JOBS, [], [text]], "line-withdrawn")


def _case(where: str, text: str, rows: list[list[object]], finding: str, first: int = 2) -> Case:
    name = "-".join("".join(each if each.isalnum() else " " for each in text.casefold()).split())
    reads = THREE if first == THREE[0][0] else read_at(first, first + 1, first + 2)
    return Case(f"{where}-{name}.xlsx", xlsx(rows), reads, findings=(finding,))


CASES = (
    *map(_noted, NOTED),
    *(_described(each, "line-withdrawn") for each in DESCRIBED),
    *(_described(each, "part-of-another") for each in PARTS),
    *(_described(each, "rate-in-description") for each in PACES),
    *map(_above, (*AROUND, *ABOVE)),
    *map(_below, AROUND),
)

"""Owns notes that say that the number beside them is wrong, and notes of such words that say it of nothing."""

from tests.corpus.case import Case
from tests.corpus.families.innocent import beside

WITHDRAWN = ("line-withdrawn",)


def noted(note: str, heading: str = "Notes", findings: tuple[str, ...] = ()) -> Case:
    """The three lines, of which the first bears a note."""
    name = "".join(letter if letter.isalnum() else "-" for letter in f"{heading}-{note}".lower())
    return beside(name, heading, note, "", "See method statement", findings=findings)


WRONG = (
    *("should be 8 not 80", "Typo, should read 12", "see corrected figure", "Wrong", "This figure is incorrect"),
    *("Error - should be 4", "Please read as 4", "corrected to 8", "Was 80, should be 8", "8 not 40", "now 4"),
    *("Sorry, typo: should be 12 weeks", "Should be \u00a38,000 not \u00a380,000", "Figure to be corrected"),
)
INNOCENT = (
    *("should be 40 not 80", "Amended to 40", "Was 80, corrected to 40 hours", "updated to 2026 prices"),
    *("Right to read programme", "Wrong side of the river", "Should be 16 or over", "Error logs reviewed monthly"),
    *("Sessions should be 2 hours", "Correct clothing provided", "now open", "To be corrected by pupils themselves"),
)

CASES = (
    *(noted(note, heading, WITHDRAWN) for note in WRONG for heading in ("Notes", "Comments", "Query")),
    *(noted(note, heading) for note in INNOCENT for heading in ("Notes", "Evidence")),
)

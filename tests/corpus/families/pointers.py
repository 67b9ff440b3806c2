"""Owns descriptions and notes that say no more than where the same stands, each beside innocent ones."""

from tests.corpus.case import Case
from tests.corpus.families.around import described_as
from tests.corpus.families.innocent import beside

WITHDRAWN = ("line-withdrawn",)


def each(kind: str, *texts: str) -> tuple[tuple[str, str], ...]:
    """The texts with names to tell them by."""
    return tuple((f"pointing-{kind}-{n}", text) for n, text in enumerate(texts))


ELSEWHERE = ("See NT8", "As NT8 above", "same as line 3", "Refer to NT8", "Included in line 3", "Covered by NT8.")
INNOCENT = (
    "See NT17",
    "As NT17 above",
    "As above",
    "See page 3",
    "As Lot 1",
    "See NT8 for how we recruit",
    "As NT8, in schools",
    "See our method statement",
)

CASES: tuple[Case, ...] = (
    *(described_as(name, text, ("part-of-another",)) for name, text in each("elsewhere", *ELSEWHERE)),
    *(described_as(name, text, ()) for name, text in each("nowhere", *INNOCENT)),
    *(
        beside(f"{name}-noted", "Notes", text, "", "", findings=WITHDRAWN)
        for name, text in each("elsewhere", *ELSEWHERE)
    ),
    *(beside(f"{name}-noted", "Notes", text, "", "") for name, text in each("nowhere", *INNOCENT)),
    beside("pointing-to-evidence", "Evidence", "As NT9", "See NT17", "As row 2", why="the evidence is the same"),
    beside("counted-beside-evidence", "Evidence", "Included in NT9", "", "", findings=WITHDRAWN),
)

"""Owns what is stamped below a table, and conditions of several lots above it, each beside innocent ones."""

from tests.corpus.case import Case
from tests.corpus.families.around import footed, said
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS
from tests.corpus.write.xlsx import one_sheet

STAMPED = tuple(
    footed(f"stamp-{n}", text)
    for n, text in enumerate(
        (
            "DRAFT \u2013 not for submission",
            "Superseded by v3",
            "Superseded by version 3 of 12 May",
            "Example only",
            "(For illustration purposes only)",
            "This table has been withdrawn",
            "Not part of our offer",
            "Specimen",
        )
    )
)
INNOCENT = tuple(
    footed(f"no-stamp-{n}", text, ())
    for n, text in enumerate(
        (
            "Draft 2",
            "Superseded by new legislation",
            "This sheet replaces our draft of May",
            "Version 3 supersedes version 2",
            "Not for profit",
            "Example evidence is attached",
            "Optional",
        )
    )
)
ADJOINING = Case(
    "stamp-that-adjoins.xlsx",
    one_sheet(HEAD, HOURS, WEEKS, JOBS, ["DRAFT - not for submission"]),
    THREE,
    findings=("line-withdrawn",),
)
LOTS = (
    *(
        said(f"lots-{n}", text)
        for n, text in enumerate(
            (
                "We expect to deliver these if we win both lots",
                "Subject to award of Lots 1 and 2",
                "All commitments are conditional on award of both lots.",
                "Offer assumes award of all lots",
                "The following applies only if both lots are awarded to us",
            )
        )
    ),
    *(
        said(f"no-lots-{n}", text, ())
        for n, text in enumerate(
            (
                "We offer these commitments for Lot 1 and Lot 2",
                "These commitments apply to both lots",
                "We will deliver the following if awarded the contract",
                "Bidders for all lots complete the table below",
                "One manager will run both sites if we are awarded Lots 1 and 2",
            )
        )
    ),
)

CASES = (*STAMPED, *INNOCENT, ADJOINING, *LOTS)

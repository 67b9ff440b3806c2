"""Owns columns of how far lines have come: what a clerk would query there, and what is said of any promise."""

from typing import Any

from tests.corpus.case import Case
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS, beside
from tests.corpus.write.xlsx import one_sheet

WITHDRAWN = ("line-withdrawn",)


def status(heading: str, *said: Any, **more: Any) -> Case:
    """The three lines with these words beside them."""
    name = "-".join((heading, *map(str, said))).lower().replace(" ", "-").replace("/", "-")
    return beside(name, heading, *said, **more)


QUERIED = (
    *(
        status(heading, said, "Offered", "Offered", findings=WITHDRAWN)
        for heading in ("Status", "Commitment status")
        for said in ("Pending", "Draft", "On hold", "Under review", "In negotiation", "Draft - to be confirmed")
    ),
    *(
        status(heading, "Approved", "Pending", "Approved", findings=WITHDRAWN)
        for heading in ("Approval status", "Row status", "Current status", "Status of offer")
    ),
    status("Approved", "Yes", "Pending", "Yes", findings=WITHDRAWN),
    status("Signed off", "Yes", "Awaiting board", "Yes", findings=WITHDRAWN),
    status("Status", "Stretch - not committed", "Offered", "Offered", findings=WITHDRAWN),
    status("Status", "Not firm yet", "Firm", "Firm", findings=WITHDRAWN),
    status("Status", "No commitment at this stage", "Firm", "Firm", findings=WITHDRAWN),
    status("Status", "To follow", "Confirmed", "Confirmed", findings=WITHDRAWN),
    status("Delivery status", "On hold", "Not started", "Not started", findings=WITHDRAWN),
    status("Status", "Delivered", "Offered", "Offered", findings=WITHDRAWN, why="it may be of the last contract"),
    status("Status", "Delivered", "Delivered", "Delivered", findings=WITHDRAWN),
    status("Status", "Completed", "Proposed", "Offered", findings=WITHDRAWN),
)

SETTLED = ("lines-unsettled",)  # which is told once, of the column
ALL_LINES = (
    *(status("Status", said, said, said, findings=SETTLED) for said in ("Draft", "Pending", "TBC", "Withdrawn")),
    status("Status", "Draft", "Pending", "TBC", findings=SETTLED),
    status("Firm?", "No", "No", "No", findings=SETTLED),
    status("Optional?", "Yes", "Yes", "Yes", findings=SETTLED),
    status("Status", "Draft", "Draft", None, findings=WITHDRAWN, why="of the third line nothing is said"),
)

SUMMED = Case(
    "status-draft-above-a-total.xlsx",
    one_sheet([*HEAD, "Status"], [*HOURS, "Draft"], [*WEEKS, "Draft"], [*JOBS, "Draft"], ["Total", None, 55]),
    THREE,
    findings=SETTLED,
)

ASKED = (
    *(
        status(heading, "Yes", "No", "No", findings=WITHDRAWN)
        for heading in ("Optional?", "Optional", "Is this optional?", "Conditional?", "Tentative", "Unconfirmed")
    ),
    *(
        status(heading, "No", "Yes", "Yes", findings=WITHDRAWN)
        for heading in (
            "Firm?",
            "Confirmed?",
            "Guaranteed?",
            "Contractually binding?",
            "Certain?",
            "Contractual?",
            "Applies?",
            "Relevant?",
            "Valid",
        )
    ),
    *(status(heading, 0, 1, 1, findings=WITHDRAWN) for heading in ("Offered?", "Included?", "Committed?")),
    *(
        status(heading, "Not applicable", "Yes", "Yes", findings=WITHDRAWN)
        for heading in ("Applies", "In scope?", "Can you deliver this?")
    ),
    *(status("Will you deliver this?", said, "Yes", "Yes", findings=WITHDRAWN) for said in ("N/A", "-", "None")),
    *(
        status(heading, "Yes", "No", "No", findings=WITHDRAWN, why="what the buyer pays for is no gift to him")
        for heading in ("Chargeable?", "Paid for by the client?", "Recharged to the council")
    ),
    status("MoSCoW", "Won't", "Must", "Should", findings=WITHDRAWN),
    status("Standing in law", "Non-contractual", "Contractual", "Contractual", findings=WITHDRAWN),
    *(
        status(heading, said, other, other, findings=("sentence-not-understood",), why="it may be kept open")
        for heading, said, other in (
            ("Core / optional", "Optional", "Core"),
            ("Category", "Optional extra", "Core"),
            ("MoSCoW", "Could", "Must"),
        )
    ),
    *(status(heading, "No", "N", "No") for heading in ("Optional?", "Is it conditional?", "Tentative")),
    *(status(heading, "Yes", "Y", "Yes") for heading in ("Firm?", "Confirmed?", "Guaranteed?")),
    status("Mandatory?", "No", "Yes", "No", why="a buyer asks for some measures of everybody"),
    status("Optional training?", "Yes", "No", "No"),
    status("Optional / mandatory", "Optional", "Mandatory", "Optional"),
    status("Binding method", "Yes", "Spiral", "Comb"),
)

INNOCENT = (
    status("Status", "Not started", "In progress", "On track"),
    status("Status", "Delivered", "In progress", "Not started", why="it tells how far the promises are kept"),
    status("Status", "Completed", "Completed", "Completed", why="the row may be filled in"),
    status("Status", "Pending award", "Awaiting contract start", "Pending mobilisation", why="all promises do"),
    status("Status", "Firm", "Binding", "Guaranteed"),
    status("Status", "New", "Submitted", "Live"),
    status("Status", "Red", "Amber", "Green"),
    status("Delivery status", "Pending", "Pending", "Not started", why="it is yet to be delivered"),
    status("Approved", "1 May 2026", "Board, 3 May", "Yes"),
    status("DBS status", "Pending", "On hold", "Pending", why="it is of people"),
    status("Evidence status", "Draft", "Pending", "Delivered"),
)

CASES = (*QUERIED, *ALL_LINES, SUMMED, *ASKED, *INNOCENT)

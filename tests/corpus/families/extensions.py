"""Owns what is offered for an extension or an option beside the firm term, with a total and without one."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.xlsx import one_sheet

TOLD = ("extension-not-added",)
FIRM: tuple[Read, ...] = ((2, "NT17", "100", "hour"), (3, "NT1", "2", "fte"))
WHOLE: tuple[Read, ...] = ((2, "NT17", "150", "hour"), (3, "NT1", "3", "fte"))
OPEN: tuple[Read, ...] = ((2, "NT17", None, None), (3, "NT1", None, None))


def beside(name: str, *headings: str, reads: tuple[Read, ...] = FIRM, **more: Any) -> Case:
    """What is offered for a term and for its extension, and what they come to where there is a third column."""
    amounts = [[100, 50, 150], [2, 1, 3]]
    rows = [["NT17", "Volunteering", *amounts[0][: len(headings)], "hours"],
            ["NT1", "Local people employed", *amounts[1][: len(headings)], "FTE"]]  # fmt: skip
    return Case(f"{name}.xlsx", one_sheet(["Ref", "Commitment", *headings, "Unit"], *rows), reads, **more)


CASES = (
    beside("quantity-and-extension", "Quantity", "Extension", findings=TOLD),
    beside("quantity-and-option-years", "Quantity", "Option years", findings=TOLD),
    beside("quantity-and-plus-one-plus-one", "Quantity", "+1+1", findings=TOLD),
    beside("quantity-and-optional-years", "Quantity", "Years 4-5 (optional)", findings=TOLD),
    beside("quantity-and-if-extended", "Quantity", "Additional (if extended)", findings=TOLD),
    beside("a-term-and-its-extension", "Core term", "Extension", reads=OPEN, findings=("year-column-unclear",)),
    beside("a-core-offer", "Core offer", "Extension offer", findings=TOLD),
    beside("an-offer-beside-a-target-and-an-extension", "Target", "Our offer", "Extension", findings=TOLD,
           reads=((2, "NT17", "50", "hour"), (3, "NT1", "1", "fte"))),
    beside("a-number-and-option-years", "No.", "Option years", findings=TOLD),
    beside("first-and-optional-years", "Initial 3 years", "Optional 2 years", reads=OPEN,
           findings=("year-column-unclear",)),
    beside("a-term-its-extension-and-their-total", "Core term", "Extension", "Total", reads=OPEN,
           findings=("year-column-unclear",)),
    beside("some-years-others-and-their-total", "Years 1-3", "Years 4-5", "Total", reads=WHOLE, quiet=True),
    Case(
        "some-years-others-and-another-total.xlsx",
        one_sheet(["Ref", "Commitment", "Years 1-3", "Years 4-5", "Total", "Unit"],
                    ["NT17", "Volunteering", 100, 50, 160, "hours"], ["NT1", "Jobs", 2, 1, 3, "FTE"]),
        OPEN,
        findings=("year-column-unclear",),
    ),
    beside("a-target-with-an-extension", "Target (incl. the 2 year extension)", findings=("line-withdrawn",)),
    beside("a-total-with-extensions", "Total over 5 years (including extensions)", findings=("line-withdrawn",)),
    beside("a-target-without-an-extension", "Target (excl. extension)", quiet=True),
    Case(
        "an-extension-of-nothing.xlsx",
        one_sheet(["Ref", "Commitment", "Quantity", "Extension", "Unit"],
                    ["NT17", "Volunteering", 100, None, "hours"], ["NT1", "Jobs", 2, 0, "FTE"]),
        FIRM,
        quiet=True,
    ),
)  # fmt: skip

"""Owns sheets beside the offer that may be earlier versions of it, years of it, or the bid for another contract."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import xlsx

HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
OFFER = Sheet([HEAD, ["NT17", "Volunteering", 120, "hours"], ["NT1", "Jobs", 3, "FTE"]])
FIRST: tuple[Read, ...] = ((2, "NT17", "120", "hour"), (3, "NT1", "3", "fte"))
SECOND: tuple[Read, ...] = ((2, "NT17", "100", "hour"), (3, "NT1", "2", "fte"))


def another(name: str) -> Sheet:
    """The same lines in other quantities, on a sheet of this name."""
    return Sheet([HEAD, ["NT17", "Volunteering", 100, "hours"], ["NT1", "Jobs", 2, "FTE"]], name=name)


def earlier(name: str, offer: Sheet = OFFER) -> Case:
    """A sheet that by its name is no offer any more."""
    return Case(f"{name}-beside-it.xlsx", xlsx(offer, another(name)), FIRST, ("earlier-version-left-out",))


def both(name: str, *sheets: Sheet, **more: Any) -> Case:
    """Sheets of the same lines that are both read."""
    return Case(f"{name}.xlsx", xlsx(*sheets), (*FIRST, *SECOND), **more)


def doubtful(name: str) -> Case:
    """A sheet that may be an offer, or not; the reader may not add the two without a word."""
    return both(f"{name}-with-its-lines", OFFER, another(name), findings=("sheet-said-again",))


def renamed(name: str) -> Sheet:
    """The offer on a sheet of this name."""
    return Sheet(OFFER.rows, name=name)


CASES = (
    *map(earlier, ("v1", "Version 1.0", "Original", "Initial offer", "Last bid", "Draft 1", "Pre-BAFO", "v1 offer")),
    earlier("Bid 2023", renamed("Bid 2026")),
    earlier("2023 bid", renamed("Bid")),
    *map(doubtful, ("2023 bid", "2023", "2022-23", "Year 1", "v2", "Copy", "Current contract", "Revised")),
    both("years-of-one-contract", renamed("2026-27"), another("2027-28"), quiet=True),
    both("numbered-years-of-one-contract", renamed("Year 1"), another("Year 2"), quiet=True),
    both("years-that-do-not-follow-each-other", renamed("2023"), another("2026"), findings=("sheet-said-again",)),
    both("lots-with-the-same-lines", renamed("Lot 1"), another("Lot 2"), quiet=True),
    both("partners-with-the-same-lines", renamed("Acme"), another("Brook"), quiet=True),
    Case(
        "a-form-beside-the-offer.xlsx",
        xlsx(
            OFFER, Sheet([["Measure", "NT8"], ["What we will do", "Talks"], ["Quantity", 4], ["Unit", "hours"]], "More")
        ),
        (*FIRST, (1, "NT8", "4", "hour")),
        findings=("form-read",),
    ),
    Case(
        "a-cover-beside-the-offer.xlsx",
        xlsx(OFFER, Sheet([["Title", "Street lights"], ["Reference", "T-12"], ["Total", 1_200_000]], name="Cover")),
        FIRST,
        quiet=True,
    ),
    Case(
        "a-year-with-other-lines.xlsx",
        xlsx(OFFER, Sheet([HEAD, ["NT8", "Talks", 4, "hours"]], name="2027-28")),
        (*FIRST, (2, "NT8", "4", "hour")),
        quiet=True,
    ),
)

"""Owns sheets beside the offer that may be earlier versions of it, years of it, or the bid for another contract."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
OFFER = Sheet([HEAD, ["NT17", "Volunteering", 120, "hours"], ["NT1", "Jobs", 3, "FTE"]])
FIRST: tuple[Read, ...] = ((2, "NT17", "120", "hour"), (3, "NT1", "3", "fte"))
SECOND: tuple[Read, ...] = ((2, "NT17", "100", "hour"), (3, "NT1", "2", "fte"))
THIRD: tuple[Read, ...] = (*SECOND, (4, "NT8", "4", "hour"))


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


def other(name: str) -> Sheet:
    """The lines with another quantity, with one of them changed and one added, on a sheet of this name."""
    return Sheet([*another("").rows, ["NT8", "Talks", 4, "hours"]], name=name)


def changed(name: str) -> Case:
    """A sheet of a year that has most lines of the offer, some of them changed."""
    return Case(
        f"{name}-with-changed-lines.xlsx",
        xlsx([*OFFER.rows, ["NT9", "Training", 6, "weeks"]], other(name)),
        (*FIRST, (4, "NT9", "6", "week"), *THIRD),
        findings=("sheet-said-again",),
    )


def alone(name: str, **more: Any) -> Case:
    """The offer on the only sheet, which has this name."""
    more.setdefault("reads", FIRST)
    return Case(f"alone-{name.lower().replace(' ', '-')}.xlsx", xlsx(renamed(name)), **more)


OPEN: tuple[Read, ...] = ((2, "NT17", None, None), (3, "NT1", None, None))
ALONE = (
    *(
        alone(name, findings=("line-withdrawn",))
        for name in ("Rejected", "Not used", "Out of scope", "Void", "Option B", "Stretch", "Delivered", "Ignore")
    ),
    *(alone(name, reads=OPEN, findings=("rate-without-length",)) for name in ("Annual commitments", "Per year")),
    alone("Commitments (weekly)", reads=OPEN, findings=("rate-column-unclear",)),
    *(
        alone(name, quiet=True)
        for name in ("Template", "Council requirements", "Notes", "Year 1", "Monthly sessions", "Void properties")
    ),
    Case(
        "alone-per-year-headed-in-all.xlsx",
        xlsx(Sheet([[*HEAD[:2], "Quantity over the contract", "Unit"], *OFFER.rows[1:]], name="Annual commitments")),
        FIRST,
        quiet=True,
    ),
)


CASES = (
    *ALONE,
    *map(earlier, ("v1", "Version 1.0", "Original", "Initial offer", "Last bid", "Draft 1", "Pre-BAFO", "v1 offer")),
    earlier("Bid 2023", renamed("Bid 2026")),
    earlier("2023 bid", renamed("Bid")),
    *map(doubtful, ("2023 bid", "2023", "2022-23", "Year 1", "v2", "Copy", "Current contract", "Revised")),
    both("years-of-one-contract", renamed("2026-27"), another("2027-28"), quiet=True),
    both("numbered-years-of-one-contract", renamed("Year 1"), another("Year 2"), quiet=True),
    both("years-that-do-not-follow-each-other", renamed("2023"), another("2026"), findings=("sheet-said-again",)),
    both("lots-with-the-same-lines", renamed("Lot 1"), another("Lot 2"), quiet=True),
    both("partners-with-the-same-lines", renamed("Acme"), another("Brook"), quiet=True),
    *(
        both(f"{first}-beside-{second}".lower().replace(" ", "-"), renamed(first), another(second), quiet=True)
        for first, second in (
            ("Leeds 2026", "York 2026"),
            ("Lot 1 2026", "Lot 2 2026"),
            ("Year 1 North", "Year 1 South"),
            ("Lot 1 (2026-27)", "Lot 2 (2026-27)"),
            ("2026 Schools", "2026 Homes"),
        )
    ),
    *(
        both(
            f"{first}-or-{second}".lower().replace(" ", "-"),
            renamed(first),
            another(second),
            findings=("sheet-said-again",),
        )
        for first, second in (
            ("2026 plan", "2026 figures"),
            ("Offer May 2026", "Offer June 2026"),
            ("Leeds 2026", "Leeds 2026 (2)"),
            ("SV 2026", "Social value 2026"),
        )
    ),
    *map(changed, ("2023", "FY23", "2022-23", "Year 1", "Prior year", "As at 2023", "2023 figures")),
    Case("years-with-changed-lines.xlsx", xlsx(renamed("FY26"), other("FY27")), (*FIRST, *THIRD), quiet=True),
    Case("months-with-changed-lines.xlsx", xlsx(renamed("May 26"), other("June 26")), (*FIRST, *THIRD), quiet=True),
    Case("quarters-with-changed-lines.xlsx", xlsx(renamed("Q1 2026"), other("Q2 2026")), (*FIRST, *THIRD), quiet=True),
    *(
        both(f"{name.lower().replace(' ', '-')}-and-peckham", renamed("Peckham"), another(name), quiet=True)
        for name in ("New Forest", "Current Close", "Old Kent Road", "New Cross", "First Avenue", "Old Street 2")
    ),
    Case(
        "a-street-above-a-table.xlsx",
        one_sheet(["Peckham"], *OFFER.rows, [], ["Old Kent Road"], *another("").rows),
        ((3, "NT17", "120", "hour"), (4, "NT1", "3", "fte"), (8, "NT17", "100", "hour"), (9, "NT1", "2", "fte")),
        quiet=True,
    ),
    doubtful("New version"),
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

"""Owns bids in which what stands beside, above or around a quantity changes it, or seems to."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.everyday import LINES, laid_out
from tests.corpus.families.innocent import HEAD, THREE, read_at
from tests.corpus.write.xlsx import one_sheet

OPEN: tuple[Read, ...] = tuple((row, reference, None, None) for row, reference, *_ in THREE)
ASKED = ("quantity-undecided",)


def with_less(name: str, headings: list[str], *less: int, net: bool = False, of: str = "Quantity", **more: Any) -> Case:
    """The lines with so much to be taken off each, and what is left of it where that stands there."""
    rows = [
        [*line[:2], line[2] + off, off, *([line[2]] if net else []), line[3]]
        for line, off in zip(LINES, less, strict=True)
    ]
    return laid_out(name, [*HEAD[:2], of, *headings, "Unit"], *rows, **more)


def with_net(name: str, heading: str, further: int = 10, **more: Any) -> Case:
    """The lines beside a net of them that is less by so much."""
    rows = [[*line[:2], line[2] + further, line[2], line[3]] for line in LINES]
    return laid_out(f"net-{name}", [*HEAD[:2], "Quantity", heading, "Unit"], *rows, **more)


NETS = (
    *(
        with_less(f"less-{at}", [heading, "Net"], 10, 0, 5, net=True, findings=("heading-guessed",))
        for at, heading in enumerate(("Less existing", "Deduct", "Baseline to deduct", "Already in place"))
    ),
    with_less("less-and-net-quantity", ["Deduction", "Net quantity"], 10, 0, 5, net=True, quiet=True),
    *(
        with_less(
            f"only-{at}",
            [heading],
            *(10, 0, 5),
            reads=(OPEN[0], THREE[1], OPEN[2]),
            findings=("multiplier-unclear",),
            why="whether the quantity is what is left is not said",
        )
        for at, heading in enumerate(("Less existing", "Deductions", "Baseline to deduct", "Existing to be deducted"))
    ),
    with_less("of-the-gross", ["Deduct", "Net"], 10, 0, 5, net=True, of="Gross", findings=("heading-guessed",)),
    Case(
        "a-net-that-is-not-left.xlsx",
        one_sheet([*HEAD[:2], "Gross", "Deduct", "Net", "Unit"], ["NT17", "Talks", 50, 10, 30, "hours"]),
        fatal="no-table",
        why="one of the three is wrong",
    ),
    with_less("nothing-deducted", ["Deduction"], 0, 0, 0),
    *(
        with_net(heading.casefold().replace(" ", "-"), heading, reads=OPEN, findings=ASKED)
        for heading in ("Net", "Net of existing", "Net additional", "Of which new", "Net quantity")
    ),
    with_net("that-is-all-of-it", "Net", further=0),
    laid_out("net-after-deadweight", [*HEAD[:2], "Quantity", "Deadweight", "Net", "Unit"],
             *([*line[:2], line[2], "50%", line[2] / 2, line[3]] for line in LINES)),
    laid_out("net-price", [*HEAD, "Unit cost (£)", "Net"], *([*line, 3, line[2] * 3] for line in LINES)),
)  # fmt: skip


def told_of(name: str, heading: str, *said: str, reads: tuple[Read, ...] = THREE, **more: Any) -> Case:
    """The lines with a column behind them that says this of each."""
    rows = [[*line, text] for line, text in zip(LINES, said, strict=True)]
    return laid_out(name, [*HEAD, heading], *rows, reads=reads, **more)


WITHDRAWN = ("line-withdrawn",)
NEWNESS = (
    *(
        told_of(f"new-{at}", heading, "Yes", "Yes", "No", findings=WITHDRAWN, why="the last is done in any case")
        for at, heading in enumerate(
            ("Additional? Yes/No", "New activity?", "Is this additional?", "Over and above BAU?", "Additionality (Y/N)")
        )
    ),
    told_of("new-with-a-reason", "Additional?", "Yes", "No - we do this today", "Yes", findings=WITHDRAWN),
    told_of("new-are-all", "Additional?", "Yes", "Y", "Yes"),
    told_of("new-is-none", "Additional?", "No", "No", "No", findings=("lines-unsettled",)),
    told_of("new-to-somebody", "New to the area?", "Yes", "Yes", "No"),
)


def noted(name: str, headings: list[str | None], *said: tuple[str, ...], **more: Any) -> Case:
    """The lines with columns behind them that say this of each."""
    more.setdefault("findings", WITHDRAWN)
    rows = [[*line, *texts] for line, texts in zip(LINES, said, strict=True)]
    return laid_out(name, [*HEAD, *headings], *rows, **more)


NOTES = (
    noted("notes-of-six-columns", ["Evidence", "Notes", "Comments", "Remarks", "Further notes", "Buyer comments"],
          ("Photos", "", "Not offered", "", "", ""), ("", "", "", "Not offered", "", ""),
          ("", "Withdrawn", "", "", "Not offered", "")),
    noted("notes-of-the-sixth-alone", ["Evidence", "Notes", "Comments", "Remarks", "Further notes", "Observations"],
          *((*("" for _ in range(5)), text) for text in ("", "Not for evaluation", ""))),
    noted("standings-of-three-columns", ["Status", "Approved?", "Additional?"], ("Withdrawn", "Yes", "Yes"),
          ("Firm", "No", "Yes"), ("Firm", "Yes", "No")),
    noted("remarks-in-two-columns-without-headings", ["Lead", None, None], ("CD", "", "Not offered"),
          ("CD", "Not for evaluation", "All good"), ("CD", "Fine", "")),
)  # fmt: skip


def valued(name: str, label: str, said: Any, value: str) -> Case:
    """The lines below a value of the contract, which is asked about where it is ``None``."""
    told: dict[str, Any] = {"findings": ("fact-unread",)} if value == "None" else {}
    facts = {"value": value}
    return laid_out(f"value-{name}", [label, said], [], HEAD, *LINES, reads=read_at(4, 5, 6), facts=facts, **told)


VALUES = (
    valued("in-full-below-thousands", "Contract value (\u00a3k)", 500_000, "None"),
    valued("in-full-below-thousands-as-text", "Contract value (\u00a3000s)", "500,000", "None"),
    valued("in-full-below-millions", "Contract value (\u00a3m)", 500_000, "None"),
    valued("in-thousands", "Contract value (\u00a3k)", 2500, "2500000"),
    valued("in-millions", "Contract value (\u00a3m)", 2, "2000000"),
    valued("of-a-financial-year", "Contract value (2026/27)", 500_000, "None"),
    valued("of-a-financial-year-by-its-end", "Contract value (FY27)", 500_000, "None"),
    valued("in-prices-of-a-year", "Contract value (2026/27 prices)", 500_000, "500000"),
    valued("of-several-years", "Contract value (2026-29)", 500_000, "500000"),
)


def spaced(name: str, first: str, second: Any, *reads: str | None, **more: Any) -> Case:
    """Two lines with these quantities, as somebody typed them."""
    lines = [[*LINES[0][:2], quantity, "hours"] for quantity in (first, second)]
    read = tuple((row, "NT17", quantity, "hour") for row, quantity in enumerate(reads, 2))
    return laid_out(f"spaced-{name}", HEAD, *lines, reads=read, **more)


UNREAD = ("not-a-number",)
SPACED = (
    spaced("that-may-be-two", "100 150", 5, None, "5", findings=UNREAD),
    spaced("that-may-be-two-with-a-unit", "100 150 hours", "1,200", None, "1200", findings=UNREAD),
    spaced("beside-another-so", "100 150", "12 500", "100150", "12500"),
    spaced("beside-a-round-one", "100 150", "100 000 hours", "100150", "100000"),
    spaced("by-a-program", "100\u00a0150", 5, "100150", "5"),
    spaced("by-habit", "1 200", 5, "1200", "5"),
)


def over_years(name: str, *headings: str, above: tuple[Any, ...] = (), told: bool = True) -> Case:
    """The lines in equal parts below these years; whether it is told that they are counted from the first of them."""
    rows = [[*line[:2], *(line[2] for _ in headings), line[3]] for line in LINES]
    at = 4 if above else 2
    many = tuple(
        (row, ref, f"{line[2] * len(headings)}", unit)
        for (row, ref, _, unit), line in zip(read_at(at, at + 1, at + 2), LINES, strict=True)
    )
    ending: dict[str, Any] = {"findings": ("heading-guessed",)} if told else {"quiet": True}
    head = [*HEAD[:2], *headings, "Unit"]
    return laid_out(f"over-{name}", *([[*above], []] if above else []), head, *rows, reads=many, **ending)


YEARS = (
    over_years("financial-years", "2026/27", "2027/28", "2028/29"),
    over_years("financial-years-by-their-ends", "FY27", "FY28", "FY29"),
    over_years("calendar-years", "2026", "2027"),
    over_years("years-that-are-placed", "2026/27", "2027/28", above=("Contract start", "1 April 2026"), told=False),
    over_years("years-with-a-gap", "2026/27", "2028/29", told=False),
    over_years("more-years-than-there-are", "2026/27", "2027/28", above=("Contract length", "1 year"), told=False),
    laid_out("title-of-a-year", ["Year 2 targets"], [], HEAD, *LINES, reads=read_at(4, 5, 6),
             findings=("heading-guessed",), why="the clerk is told that all lines fall in it"),
)  # fmt: skip


def below(name: str, *texts: str, quiet: bool = True) -> Case:
    """The lines with these texts alone in rows below the first two of them."""
    first, second, third = LINES
    rows = [HEAD, first, [None, texts[0]], second, [None, texts[-1]], third]
    return laid_out(f"below-{name}", *rows, reads=read_at(2, 4, 6), **({} if quiet else {"findings": ("text-row",)}))


BELOW = (
    below("their-evidence", "Evidence: sign-in sheets", "How this will be measured: payslips"),
    below("their-evidence-with-an-amount", "Evidence: 20 hours in the log", quiet=False),
    below("what-they-depend-on", "Evidence: only if agreed", quiet=False),
    laid_out(
        "bill-beside-the-offer", [*HEAD, None, "Item", "Description", "Qty", "Unit", "Rate (\u00a3)"],
        *([*line, None, at, text, 4, "no.", 4.5] for at, (line, text) in enumerate(zip(LINES, ("Mop", "Soap", "Bin"),
                                                                                     strict=True), 1)),
        findings=("bill-left-out",),
    ),
    laid_out(
        "titles-above-their-lines", HEAD, [None, "Community"], LINES[0], [None, "SKILLS AND TRAINING"], *LINES[1:],
        reads=read_at(3, 5, 6), quiet=True,
    ),
    laid_out(
        "a-title-above-one-line", HEAD, LINES[0], [None, "Tree planting"], *LINES[1:], reads=read_at(2, 4, 5),
        findings=("text-row",), why="it may be promised",
    ),
    laid_out(
        "descriptions-that-go-on", HEAD,
        ["NT17", "Volunteering at schools by", 40, "hours"], [None, "our staff and their"], [None, "families"],
        ["NT9", "Training on site for the"], [None, "long-term unemployed", 12, "weeks"],
        ["NT1", "Local jobs,", 3, "FTE"], [None, "all of them new"], reads=read_at(2, 5, 7),
    ),
    laid_out(
        "descriptions-that-end", HEAD, ["NT17", "Volunteering", 40, "hours"], [None, "and food for the bank"],
        *LINES[1:], reads=read_at(2, 4, 5), findings=("text-row",),
    ),
)  # fmt: skip

CASES = (*NETS, *NEWNESS, *NOTES, *VALUES, *SPACED, *YEARS, *BELOW)

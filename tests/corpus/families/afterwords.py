"""Owns what stands beside amounts and says what they mean: footnotes, own shares, initials, what is done already."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv
from tests.corpus.write.xlsx import one_sheet, xlsx

HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
HOURS: list[Any] = ["NT17", "Volunteering", 100, "hours"]
TALKS: list[Any] = ["NT8", "Talks", 10, "hours"]
BOTH: tuple[Read, ...] = ((4, "NT17", "100", "hour"), (5, "NT8", "10", "hour"))
OPEN = ("rate-without-length",)


def noted(name: str, *notes: str, first: tuple[Any, ...] = (), length: str = "", head: tuple[Any, ...] = (),
          reads: tuple[str | None, str | None] = ("100", "10"), **more: Any) -> Case:  # fmt: skip
    """Two promises of which the first may bear a mark, and footnotes below them."""
    line = [*first, *HOURS[len(first) :]]
    rows = [["Contract length", length] if length else [], [], [*HEAD[: 4 - len(head)], *head], line, TALKS, []]
    lines = tuple((row, ref, value, unit) for (row, ref, _, unit), value in zip(BOTH, reads, strict=True))
    return Case(f"footnote-{name}.xlsx", one_sheet(*rows, *([note] for note in notes)), lines, **more)


FOOTNOTES = (
    noted("of-a-year-in-a-description", "* per annum", first=("NT17", "Volunteering *"), reads=(None, "10"),
          findings=OPEN, why="a hundred hours of each year are not a hundred"),
    noted("of-a-year-whose-number-is-known", "* per annum", first=("NT17", "Volunteering *"), length="3 years",
          reads=("300", "10"), quiet=True),
    noted("of-a-year-behind-a-reference", "* per annum", first=("NT17*",), length="3 years", reads=("300", "10"),
          findings=("footnote-mark-left-out",)),
    noted("of-a-year-behind-a-unit", "*in Leeds", "**figures are per year", length="3 years", reads=("300", "10"),
          first=("NT17", "Volunteering*", 100, "hours**"), quiet=True, why="it is of one line, and not of the table"),
    noted("of-a-year-in-a-heading", "* per annum", head=("Quantity*", "Unit"), length="3 years", reads=("300", "30"),
          quiet=True),
    noted("of-another-rate", "\u2020 per month", first=("NT17", "Volunteering \u2020"), reads=(None, "10"),
          findings=("unclear-basis",)),
    noted("of-a-yearly-figure", "\u00b9 Annual figure", first=("NT17", "Volunteering\u00b9"), reads=(None, "10"),
          findings=OPEN),
    noted("of-a-condition", "* subject to funding", first=("NT17", "Volunteering * with a charity"),
          findings=("line-withdrawn",)),
    noted("of-a-remark", "* includes travel time", first=("NT17", "Volunteering *"), quiet=True),
    noted("of-nothing-marked", "* per annum", length="3 years", reads=("300", "30"), quiet=True,
          why="a note without its mark is of the table"),
    noted("of-a-product", "* per annum", first=("NT17", "Volunteering, 10 * 10"), length="3 years",
          reads=("300", "30"), quiet=True),
)  # fmt: skip


def shared(name: str, whole: str, share: str, first: Any, second: Any, *, read: bool, **more: Any) -> Case:
    """Two promises with the bidder's own share of them beside the whole."""
    rows = [["Ref", "Commitment", whole, share, "Unit"], [*HOURS[:3], first, "hours"], [*TALKS[:3], second, "hours"]]
    reads = tuple((row - 2, ref, value if read else None, unit) for row, ref, value, unit in BOTH)
    return Case(f"share-{name}.xlsx", xlsx(rows), reads, **more)


CLASH = ("ambiguous-column",)
SHARES = (
    shared("in-hours-of-a-joint-total", "JV total", "Our share (60%)", 60, 6, read=False, findings=CLASH,
           why="six of ten hours are no six per cent"),
    shared("in-hours-of-a-quantity", "Quantity", "Our share", 60, 6, read=False, findings=CLASH),
    shared("in-per-cent-by-its-heading", "Quantity", "Our share %", 60, 6, read=True, findings=("attribution-own",)),
    shared("in-per-cent-by-its-cells", "Quantity", "Our share", "60%", "6%", read=True, findings=("attribution-own",)),
    shared("above-the-whole", "Quantity", "Our share", 60, 50, read=True, findings=("attribution-own",),
           why="fifty of ten hours can only be per cent"),
)  # fmt: skip


def beside(name: str, head: str, first: str, *, read: bool, **more: Any) -> Case:
    """Two promises, and what a further column says of the first."""
    rows = [[*HEAD, head], [*HOURS, first], [*TALKS, "New" if "xisting" in head else ""]]
    reads = tuple((row - 2, *rest) for row, *rest in BOTH)
    end: dict[str, Any] = {"quiet": True} if read else {}
    return Case(f"beside-{name}.csv", csv(*rows), reads, **(end | more))  # type: ignore[arg-type]


NOTES = (
    beside("initials-behind-a-correction", "Comments", "Please reduce to 40 - AB", read=False,
           findings=("line-withdrawn",)),
    beside("initials-and-a-day-behind-it", "Comments", "Reduced to 40 - JP 12/03/26", read=False,
           findings=("line-withdrawn",)),
    beside("initials-behind-what-it-says", "Comments", "Reduced to 100 - AB", read=True),
    beside("what-is-done-in-any-case", "New or existing?", "Existing (BAU)", read=False, findings=("line-withdrawn",)),
    beside("what-is-new", "New or existing?", "New", read=True),
    beside("whose-clients", "Existing client?", "Existing", read=True),
)  # fmt: skip


def lone(name: str, *rows: list[Any], reads: tuple[Read, ...], **more: Any) -> Case:
    """A small table of its own."""
    return Case(f"{name}.xlsx", one_sheet(*rows), reads, **more)


FURTHER = (
    lone("amount-in-total-in-a-description", HEAD, ["NT17", "We will give 50 hours in total", 100, "hours"],
         reads=((2, "NT17", "100", "hour"),), findings=("amount-in-description",)),
    lone("amount-that-may-be-one-of-two", HEAD, ["NT17", "We will give 50 hours", 100, "hours"],
         reads=((2, "NT17", "100", "hour"),), quiet=True),
    lone("people-and-their-hours-and-the-hours", ["Ref", "Detail", "Volunteers", "Hours per volunteer", "Hours"],
         ["NT17", "At a hospice", 8, 8, 64], ["NT29", "Planting", 4, 5, 20],
         reads=((2, "NT17", "64", "hour"), (3, "NT29", "20", "hour")), quiet=True),
    lone("people-and-other-hours-than-theirs", ["Ref", "Detail", "Volunteers", "Hours per volunteer", "Hours"],
         ["NT17", "At a hospice", 8, 8, 60], reads=((2, "NT17", None, None),), findings=("rate-column-unclear",)),
    lone("sections-with-numbers-before-their-titles", ["No.", *HEAD], ["1", "Employment"], ["1.1", *TALKS],
         ["2", "Community"], ["2.1", *HOURS],
         reads=((3, "NT8", "10", "hour"), (5, "NT17", "100", "hour")), quiet=True),
    lone("values-with-their-units", ["Code", "Description", "Value"], ["NT16", "Switches", "\u00a32,400"],
         ["NT17", "Sessions", "60 hours"], reads=((2, "NT16", "2400", "GBP"), (3, "NT17", "60", "hour")),
         findings=("heading-guessed",), quiet=True),
    lone("value-of-what-is-donated", ["Ref", "Commitment", "Value donated (\u00a3)"], ["NT16", "Goods", 1234.56],
         reads=((2, "NT16", "1234.56", "GBP"),), findings=("heading-guessed",), quiet=True),
    *(
        lone(f"length-{at}", [f"Contract period: {said}"], ["Start", "1 July 2026"] if "award" in said else [], HEAD,
             HOURS, reads=((4, "NT17", "100", "hour"),), facts={"start": "2026-07-01", "years": years}, quiet=True)
        for at, said, years in (
            ("from-a-day", "5 years from 1 July 2026", "5"),
            ("that-begins-in-a-month", "36 months, starting July 2026", "3"),
            ("with-its-days", "5 years (1 July 2026 \u2013 30 June 2031)", "5"),
            ("from-a-day-to-another", "5 years from 1 July 2026 to 30 June 2031", "5"),
            ("from-award", "3 years from contract award", "3"),
        )
    ),
    *(
        lone(f"{name}-without-a-unit", HEAD[:3], ["NT17", text, 60], reads=((2, "NT17", "60", None),),
             findings=("amount-in-description",))
        for name, text in (("pieces", "Advice, noted in units of six minutes"), ("slots", "Advice in 15-minute slots"),
                           ("the-most", "Volunteering, up to 60 hours"))
    ),
    lone("length-with-an-option-from-award", ["Contract length", "3 years plus 2 from award"], [], HEAD, HOURS,
         reads=((4, "NT17", "100", "hour"),), findings=("length-without-extension",), facts={"years": "3"}),
)  # fmt: skip


def described(name: str, text: str, finding: str = "", quantity: int = 60) -> Case:
    """A promise of hours with this description, and another one below it."""
    end: dict[str, Any] = {"findings": (finding,)} if finding else {"quiet": True}
    reads = ((2, "NT17", f"{quantity}", "hour"), (3, "NT8", "10", "hour"))
    return Case(f"described-{name}.csv", csv(HEAD, ["NT17", text, quantity, "hours"], TALKS), reads, **end)


DESCRIBED = (
    described("if-both-lots-are-won", "60 hours volunteering if we win both lots", "line-withdrawn"),
    described("if-a-lot-is-awarded", "Volunteering, if awarded Lot 2", "line-withdrawn"),
    described("of-a-lot", "Volunteering in Lot 2"),
    described("as-a-wish", "We hope to give 60 hours", "line-withdrawn"),
    described("as-a-promise", "We will give 60 hours"),
    described("as-a-polite-wish", "Our staff would love to give 60 hours", "line-withdrawn"),
    described("as-a-wish-for-others", "We hope to inspire pupils with 60 hours of talks"),
    described("as-a-wish-for-a-number", "We hope to encourage 60 residents to help", "line-withdrawn"),
    described("as-a-prospect", "Explore volunteering in schools", "line-withdrawn"),
    described("as-our-prospect", "We will consider offering time off to volunteer", "line-withdrawn"),
    described("as-an-option", "Look into the possibility of time off to volunteer", "line-withdrawn"),
    described("as-potential", "Potential volunteering days", "line-withdrawn"),
    described("as-possible", "Volunteering (possible)", "line-withdrawn"),
    described("as-a-perhaps", "Possibly volunteering in parks", "line-withdrawn"),
    described("as-an-exploration", "Explore engineering careers with pupils"),
    described("as-an-exhibition", "Explorers' exhibition, staffed by volunteers"),
    described("as-potential-of-people", "Potential employers' talks"),
    described("as-what-we-like", "We like our parks tidy"),
    described("as-what-staff-love", "Our staff love to volunteer, and give 60 hours"),
    described("as-a-rough-amount", "Around 48 hours of volunteering", "amount-in-description"),
    described("as-a-rough-amount-short", "Volunteering, c. 100 hours", "amount-in-description"),
    described("as-nearly-so-much", "Approx. 64 hours of volunteering"),
    described("as-roughly-so-much", "About 60 hours of volunteering"),
    described("as-the-most", "Up to 60 hours of volunteering", "amount-in-description"),
    described("as-the-most-in-brackets", "Volunteering (max. 60 hours)", "amount-in-description"),
    described("as-a-maximum", "Volunteering a maximum of 60 hours", "amount-in-description"),
    described("as-the-most-in-words", "Volunteering, up to sixty hours", "amount-in-description"),
    described("as-the-least-in-words", "Volunteering, at least sixty hours"),
    described("as-so-much-from-each", "12 hours each from 6 staff", "amount-in-description"),
    described("as-that-of-each-of-several", "60 hours each from our staff", "rate-in-description"),
    described("as-so-much-from-each-in-all", "10 hours each from 6 staff"),
    described("as-hours-noted-in-pieces", "Advice, noted in units of six minutes"),
    described("as-the-most-of-others", "Up to 10 people helped at a time"),
    described("as-that-of-each-site", "Volunteering (per site, 4 sites)", "rate-in-description"),
    described("as-that-of-each-of-many", "Volunteering (each school)", "rate-in-description", 300),
    described("as-that-of-a-long-year", "Volunteering (per annum)", "rate-in-description", 300),
    described("with-a-place", "Helping at parks (Leeds)"),
    described("as-a-product-of-another-amount", "12 staff x 8 hours each at the farm", "amount-in-description", 196),
    described("as-a-product", "12 staff x 8 hours each at the farm", quantity=96),
    described("as-a-product-of-other-units", "12 staff x 2 days at the farm", quantity=180),
    described("as-a-sum-of-another-amount", "Volunteering (40 in Leeds + 30 in York)", "amount-in-description"),
    described("as-a-sum", "Volunteering (40 in Leeds + 20 in York)"),
    described("as-a-sum-of-hours", "Volunteering: 40 hours + 10 hours", "amount-in-description"),
    described("of-two-levels", "Help with level 2 + 3 courses"),
)
UNITS = Case(
    "units-by-what-is-counted.csv",
    csv(
        HEAD,
        ["youth.mentoring-hour", "Mentoring", 30, "mentoring hours"],
        ["work.injury-avoided", "Safety", 1, "injuries"],
        ["crime.burglary-avoided", "Alley gates", 2, "burglaries"],
        ["care.grab-rail-fitted", "Rails", 40, "grab rails"],
    ),
    (
        (2, "youth.mentoring-hour", "30", "hour"),
        (3, "work.injury-avoided", "1", "case"),
        (4, "crime.burglary-avoided", "2", "crime"),
        (5, "care.grab-rail-fitted", "40", "item"),
    ),
    quiet=True,
)
ANSWERED = Case(
    "quantities-if-the-answer-is-y.csv",
    csv(["Measure", "Description", "Committing? (Y/N)", "If Y, how many?", "Unit"],
         ["NT17", "Volunteering", "Y", 60, "hours"], ["NT5", "Jobs", "N", "", "people"],
         ["NT8", "Talks", "Y", 10, "hours"]),
    ((2, "NT17", "60", "hour"), (4, "NT8", "10", "hour")),
    findings=("lines-left-empty",),
)  # fmt: skip

CASES = (*FOOTNOTES, *SHARES, *NOTES, *FURTHER, *DESCRIBED, UNITS, ANSWERED)

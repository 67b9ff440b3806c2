"""Owns bids that leave nothing to ask, in the words and layouts that bidders love, beside those that still do."""

from datetime import date
from typing import Any

from tests.corpus.case import Case
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS, read_at
from tests.corpus.write.xlsx import one_sheet

LINES = (HOURS, WEEKS, JOBS)


def asking(name: str, *rows: list[Any], **more: Any) -> Case:
    """These rows, which leave nothing to ask unless ``findings`` say what."""
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"{name}.xlsx", one_sheet(*rows), more.pop("reads", THREE), **more)


def amounts(name: str, hours: str, weeks: str, jobs: str, **more: Any) -> Case:
    """Three lines whose quantities are typed so."""
    rows = [[*line[:2], typed, line[3]] for line, typed in zip(LINES, (hours, weeks, jobs), strict=True)]
    return asking(f"quantity-{name}", HEAD, *rows, **more)


def staged(name: str, *headings: str, wrong: int = 0, **more: Any) -> Case:
    """Three lines spread over stages, and what these come to, which in the first line may be ``wrong``."""
    rows = [
        [line[0], line[1], line[3], 1, 0, line[2] - 1, line[2] + off]
        for line, off in zip(LINES, (wrong, 0, 0), strict=True)
    ]
    return asking(f"stages-{name}", ["Ref", "Measure", "Unit", *headings], *rows, **more)


def yearly(name: str, heading: str, **more: Any) -> Case:
    """Three lines with this as the only heading of amounts, in a contract of three years."""
    rows = [[line[0], line[1], line[3], line[2]] for line in LINES]
    facts = [["Contract length:", "3 years"], []] if more.pop("long", True) else []
    return asking(f"yearly-{name}", *facts, ["Ref", "Measure", "Unit", heading], *rows, **more)


def delivered(name: str, heading: str, hours: str, weeks: str, jobs: str, **more: Any) -> Case:
    """Three lines with this column of no known name behind them, and another behind that."""
    rows = [[*line, said, "AK"] for line, said in zip(LINES, (hours, weeks, jobs), strict=True)]
    return asking(f"beside-{name}", [*HEAD, heading, "Signed off by"], *rows, **more)


def placed(name: str, heading: str, *times: str, **more: Any) -> Case:
    """Three lines with these times behind them."""
    rows = [[*line, time] for line, time in zip(LINES, times, strict=True)]
    return asking(f"timed-{name}", [*HEAD, heading], *rows, **more)


def units(name: str, said: list[str], unit: str | None, known: str | None = None) -> Case:
    """Three lines of ten whose units are said so; the first may be ``known`` where the others are not."""
    read = (known or unit, unit, unit)
    rows = [["NT17", f"Promise {at}", 10, text] for at, text in enumerate(said, 2)]
    reads = tuple((row, "NT17", "10", one) for row, one in enumerate(read, 2))
    return asking(f"units-of-{name}", HEAD, *rows, reads=reads, quiet=bool(unit))


def headed(name: str, heading: str, *quantities: int, **more: Any) -> Case:
    """Three lines whose quantities have this heading, the only one of amounts."""
    rows = [[*line[:2], amount, line[3]] for line, amount in zip(LINES, quantities, strict=True)]
    return asking(f"headed-{name}", ["Ref", "Measure", heading, "Unit"], *rows, **more)


def of_years(name: str, first: str, second: str) -> Case:
    """Three lines over two years with these headings, in a contract from April 2026."""
    rows = [[*line[:2], line[3], 1, line[2] - 1] for line in LINES]
    head = ["Ref", "Measure", "Unit", first, second]
    return asking(f"years-of-{name}", ["Contract start", date(2026, 4, 1)], [], head, *rows, reads=read_at(4, 5, 6))


UNREAD = ((2, "NT17", None, "hour"), *THREE[1:])
ASKED = ((2, "NT17", None, "hour"), (3, "NT9", None, "week"), (4, "NT1", None, "fte"))
SPREAD = ((4, "NT17", "120", "hour"), (5, "NT9", "36", "week"), (6, "NT1", "9", "fte"))
LEAST = (
    amounts("at-least", "At least 40", "at least 12 weeks", "at least three"),
    amounts("minimum", "Minimum 40", "A minimum of 12 weeks", "min. 3"),
    amounts("no-fewer", "no fewer than 40 hours", "Not less than 12", "no less than 3"),
    amounts("more-than", "More than 40 hours", "over 12", ">3"),
    amounts("or-more", "40+ hours", "12 weeks or more", "3+"),
    amounts("plus", "40 plus", "12 weeks+", "\u2265 3"),
    amounts("over-so-long", "over 40 days", "12", "3", reads=UNREAD, findings=("not-a-number",)),
    amounts("in-one-year", "40 hours in Year 1", "12 (Year 2)", "3 FTE, Year 1"),
    amounts("in-two-years", "30 in Year 1, 10 in Year 2", "12", "3"),
    amounts("as-minimum", "40 hours (minimum)", "12 minimum", "3 FTE (at least)"),
    amounts("at-most", "at most 40", "12", "3", reads=UNREAD, findings=("not-a-number",), why="it may be none"),
    amounts("from-to", "at least 40, up to 60", "12", "3", reads=UNREAD, findings=("not-a-number",)),
    amounts("minimum-and-maximum", "min 40 max 60", "12", "3", reads=UNREAD, findings=("not-a-number",)),
)
STAGES = (
    staged("of-delivery", "Mobilisation", "Delivery", "Exit", "Total"),
    staged("of-main-delivery", "Set-up", "Delivery phase", "Exit", "Total quantity"),
    staged("that-disagree", "Mobilisation", "Delivery", "Exit", "Total", wrong=5, reads=ASKED,
           findings=("year-column-unclear",)),
)  # fmt: skip
YEARLY = (
    yearly("each", "Each year", reads=SPREAD),
    yearly("every", "Every year", reads=SPREAD),
    yearly("hours-every", "Quantity every year", reads=SPREAD),
    yearly("annual", "Annual", reads=SPREAD),
    yearly("without-a-length", "Each year", long=False, reads=ASKED, findings=("rate-without-length",)),
)
DATES = (
    delivered("end-of-contract", "Delivery date", "31 March 2027", "End of contract", "30 September 2026"),
    delivered("start-of-contract", "To be done by", "Start of contract", "Year 1", "Contract start"),
)
TIMES = (
    placed("starts", "Start", "Contract start", "Month 2", "On award"),
    placed("ends", "Finish", "End of contract", "By end of year 1", "Ongoing"),
    placed("start-in-year-two", "Start", "Contract start", "Month 14", "Immediately", findings=("not-a-date",)),
    placed("deadline-in-year-two", "Deadline", "End of contract", "End of year 2", "Q4", findings=("not-yet-stated",)),
    placed(
        "whole-contract",
        "Duration",
        "Whole contract",
        "1 year",
        "Ongoing",
        findings=("not-yet-stated",),
        why="it may be that of the work or of its effect",
    ),
    placed("some-weeks", "Duration", "6 weeks", "1 year", "1 year", findings=("not-a-duration",)),
)
UNITS = (
    units("time", ["hours volunteering", "employee hours", "community hours"], "hour"),
    units("money", ["£ cash", "£ contribution", "£ (excl. VAT)"], "GBP"),
    units("people", ["people helped", "residents into work", "clients seen"], "person"),
    units("weights", ["tonnes food", "tonnes (food)", "food tonnes"], "tonne"),
    units("rates", ["hours termly", "termly hours", "weekly hours"], None),
    units("others", ["working weeks", "tonnes carbon", "hours saved weekly"], None, known="working-week"),
)
GIVEN = (
    amounts("of-gifts", "40 hours pledged", "12 weeks (guaranteed)", "3 FTE (whole contract)"),
    amounts("of-all", "40 hours, in total", "12 weeks per contract", "3 (in total)"),
    asking(
        "quantity-of-money",
        HEAD,
        ["NT28", "Fund", "£5,000 cash", "£"],
        ["NT28", "Prizes", "£250 donation", "£"],
        ["NT28", "Kit", "£90 one-off", "£"],
        reads=((2, "NT28", "5000", "GBP"), (3, "NT28", "250", "GBP"), (4, "NT28", "90", "GBP")),
    ),
    amounts("of-rates", "40 hours termly", "12", "3", reads=UNREAD, findings=("not-a-number",)),
    amounts("of-doubts", "40 hours provisional", "12", "3", reads=UNREAD, findings=("not-a-number",)),
)
HEADINGS = (
    headed("minimum-commitment", "Minimum commitment", 40, 12, 3),
    headed("total-of-a-consortium", "Total for consortium", 40, 12, 3),
    asking("total-of-named-years", ["Contract start", date(2026, 4, 1)], [],
           ["Ref", "Measure", "Unit", "2026/27", "2027/28", "2028/29", "Total 2026-29"],
           *([*line[:2], line[3], 1, 0, line[2] - 1, line[2]] for line in LINES), reads=read_at(4, 5, 6)),
    asking("total-of-named-years-that-disagrees", ["Contract start", date(2026, 4, 1)], [],
           ["Ref", "Measure", "Unit", "2026/27", "2027/28", "2028/29", "Total 2026-29"],
           *([*line[:2], line[3], 1, 0, line[2] - 1, line[2] + 5] for line in LINES),
           reads=((4, "NT17", None, "hour"), (5, "NT9", None, "week"), (6, "NT1", None, "fte")),
           findings=("year-column-unclear",)),
    asking("units-said-in-more-words", ["Ref", "Measure", "Quantity", "Counted in"],
           *([*line[:3], text] for line, text in zip(LINES, ("community hours", "wks", "FTE"), strict=True))),
    of_years("offers", "Year 1 offer", "Year 2 offer"),
    of_years("commitments", "Year 1 commitment", "Year 2 commitment"),
    of_years("within", "In year 1", "No. in year 2"),
    of_years("ending", "Year ending 31 March 2027", "Year ending 31 March 2028"),
    asking("commitments-in-words-by-year", ["Ref", "Year 1 commitment", "Year 2 commitment", "Quantity", "Unit"],
           *([line[0], f"Start of {line[1]}", "More of it", *line[2:]] for line in LINES)),
    asking("costs-in-words", [*HEAD, "Cost (£)"], *([*line, cost] for line, cost in zip(LINES,
           (200, "Within tender price", "No additional cost"), strict=True))),
    asking("commitment-numbers-that-are-codes", ["Commitment no.", "Commitment", "Unit", "Year 1", "Year 2", "UN SDG"],
           *([*line[:2], line[3], 0, line[2], f"SDG {4 + at}"] for at, line in enumerate(LINES))),
)  # fmt: skip
TOTALS = (
    asking("total-hours-among-others", HEAD, *LINES, ["NT8", "Talks", 20, "hours"], [None, "Total hours", 60, "hours"],
           reads=(*THREE, (5, "NT8", "20", "hour"))),
    asking("total-hours-of-others", HEAD, *LINES, [None, "Total hours", 70, "hours"],
           reads=(*THREE, (5, None, "70", "hour")), quiet=False, why="it may be a line of its own"),
    asking("sections-with-numbers-left-of-texts", ["Item", "Measure", "Ref", "Quantity", "Unit"], [1, "Community"],
           ["1.1", "Volunteering", "NT17", 40, "hours"], [2, "Jobs"], ["2.1", "Training on site", "NT9", 12, "weeks"],
           ["2.2", "Local jobs", "NT1", 3, "FTE"], reads=read_at(3, 5, 6)),
    asking("numbered-lines-without-amounts", ["Item", "Measure", "Ref", "Quantity", "Unit"],
           [1, "Volunteering", "NT17", 40, "hours"], [2, "Training on site", "NT9", 12, "weeks"], [3, "Talks"],
           [4, "Local jobs", "NT1", 3, "FTE"], reads=read_at(2, 3, 5), findings=("text-row",)),
)  # fmt: skip

CASES = (*LEAST, *STAGES, *YEARLY, *DATES, *TIMES, *UNITS, *GIVEN, *HEADINGS, *TOTALS)

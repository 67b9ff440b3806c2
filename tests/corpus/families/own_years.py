"""Owns bids that say in years how much falls when, in ways that a sum of the cells or the contract's length misses."""

from datetime import date
from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import ods
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

FACTS = [["Contract start", date(2026, 4, 1)], ["Contract length", "4 years"], []]
BASE = ["Ref", "Commitment", "Unit"]
HOURS = ["R1", "Volunteering", "hours"]
PEOPLE = ["R2", "People helped", "people"]


def read(*quantities: str | None, at: int = 5) -> tuple[Read, ...]:
    """Hours and then people, in rows below each other."""
    return tuple(
        (row, f"R{2 - row_of % 2}", quantity, "hour" if row_of % 2 else "person")
        for row_of, (row, quantity) in enumerate(enumerate(quantities, at), 1)
    )


def lined(name: str, columns: list[Any], *cells: list[Any], make: Any = xlsx, **more: Any) -> Case:
    """Lines below the facts of a contract of four years, with these columns and cells behind them."""
    rows = [[*(PEOPLE if at % 2 else HOURS), *own] for at, own in enumerate(cells)]
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"{name}.{make.__name__}", make(Sheet([*FACTS, [*BASE, *columns], *rows])), **more)


def noted(name: str, note: str, *quantities: str | None, **more: Any) -> Case:
    """Three years below a note on them."""
    rows = [*FACTS, [note], [*BASE, "Year 1", "Year 2", "Year 3"], [*HOURS, 10, 20, 35], [*PEOPLE, 20, 25, 25]]
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"noted-{name}.xlsx", xlsx(rows), read(*quantities, at=6), **more)


DAYS = ["Quantity per year", "Start date", "End date"]

CASES = (
    lined(
        "own-days-of-a-rate", DAYS, [10, "1 April 2027", "31 March 2028"], [20, date(2027, 4, 1), date(2030, 3, 31)],
        reads=read("10", "60"), findings=("per-year-spread",), quiet=True,
        why="so much falls in each of the line's own years",
    ),
    lined(
        "own-days-of-the-contract", DAYS, [10, "1 May 2026", "31 March 2030"], [20, None, "31 December 2029"],
        reads=read("40", "80"), quiet=True, why="work that begins a month late is the contract's all the same",
    ),
    lined(
        "own-days-that-part-a-year", DAYS, [10, "1 June 2027", "30 September 2028"], [20, "1 April 2028", "March 2029"],
        reads=read(None, "20"), findings=("not-a-duration",), why="how much falls in the part of a year?",
    ),
    lined(
        "own-days-without-a-rate", ["Quantity", "Start date", "End date"], [10, "1 June 2027", "30 September 2028"],
        reads=read("10"),
    ),
    lined(
        "a-rate-in-years-of-its-own", ["Annual target", "Years applicable"], [10, "2, 3"], [20, "1-4"],
        reads=read("20", "80"), findings=("per-year-spread",), quiet=True, why="so much falls in the years it names",
    ),
    lined(
        "a-rate-in-one-year", ["Annual target", "Year"], [10, "Year 2"], [20, "Year 3 only"], reads=read("10", "20"),
    ),
    lined(
        "a-rate-in-years-from-when", ["Annual target", "When"], [10, "Years 2 to 3"], [20, "All year"],
        reads=read("20", "80"),
    ),
    lined(
        "a-rate-in-all-the-contract", ["Annual target", "Period"], [10, "April 2026 to March 2030"], [20, "48 months"],
        reads=read("40", "80"),
    ),
    lined(
        "a-rate-in-a-part-of-it", ["Annual target", "Period"], [10, "Quarterly"], [20, "12 months"],
        reads=read(None, None), findings=("not-a-year",),
    ),
    lined(
        "a-rate-in-so-many-years", ["Annual target", "Years applicable"], [10, "3"], [20, "All"],
        reads=read(None, "80"), findings=("not-a-year",), why="three years, or the third?",
    ),
    lined(
        "a-rate-in-a-season", ["Annual target", "Year"], [10, "Spring"], [20, "Throughout"],
        reads=read(None, "80"), findings=("not-a-year",),
    ),
    lined(
        "a-rate-beside-years", ["Annual target", "Years"], [10, "2, 3"], [20, "All"],
        reads=read("20", "80"), why="to be multiplied by two, or to fall in them: both are twenty",
    ),
    noted("cumulative", "All figures are cumulative", "35", "25"),
    noted("running", "Year columns show the running total", "35", "25"),
    noted("cumulative-in-brackets", "Targets by year (cumulative)", "35", "25"),
    noted("not-cumulative", "Figures are not cumulative", "65", "70"),
    noted("cumulative-effects", "Cumulative effects on traffic are set out elsewhere", "65", "70"),
    Case(
        "noted-cumulative-and-falling.xlsx",
        one_sheet(["Cumulative targets"], [*BASE, "Year 1", "Year 2"], [*HOURS, 10, 20], [*PEOPLE, 30, 20]),
        read("20", None, at=3),
        findings=("quantity-undecided",),
        why="what has come together does not become less",
    ),
    *(
        lined(f"annual-{name}-that-differs", list(headings), [10, 47], [20, 80], reads=read("47", "80"),
              findings=("total-mismatch",), why="ten a year are forty")
        for name, headings in (
            ("total", ("Annual", "Total")),
            ("whole-term", ("Yearly", "Whole term")), ("in-all", ("Each year", "In all")),
        )
    ),
    lined("annual-and-in-all", ["Each year", "In all"], [10, 40], [20, 80], reads=read("40", "80")),
    lined("years-that-say-each", ["Quantity", "Years"], [10, "Each year"], [20, "Annually"], reads=read("40", "80")),
    lined("years-and-later-ones", ["Year 1", "Year 2+"], [10, 5], reads=read(None), findings=("year-column-unclear",),
          why="so much in year 2, or in each year from then on?"),
    lined("years-and-later-ones-a-year", ["Year 1", "Years 2 onwards (per year)"], [10, 5], make=ods, reads=read(None),
          findings=("year-column-unclear",)),
    *(
        lined(f"{name}-without-a-heading", list(headings), [10, 10, 20, 5], [20, 2, 3, 4], reads=reads, findings=told)
        for name, headings, reads, told in (
            ("a-quarter", ("Q1", "Q2", None, "Q4"), read(None, None), ("year-column-unclear",)),
            ("a-first-year", (None, "Year 2", "Year 3", "Year 4"), read(None, None), ("year-column-unclear",)),
            ("a-last-year", ("Year 1", "Year 2", "Year 3", None), read(None, None), ("year-column-unclear",)),
        )
    ),
    lined("a-sum-of-quarters-without-a-heading", ["Q1", "Q2", None, "Q3"], [10, 10, 20, 5], [20, 2, 22, 4],
          reads=read("25", "26"), quiet=True),
    lined("rates-without-a-heading", ["Quantity", None], [10, "per school"], [20, "in York"], reads=read(None, "20"),
          findings=("unclear-basis",)),
    lined("workings-without-a-heading", ["Quantity", None], [10, "5 x 8 hours"], [20, "in York"],
          reads=read("10", "20"), findings=("line-withdrawn",)),
    lined("years-by-their-end", ["Year 1 ending 31 March 2027", "Year 2 ending 31 March 2028"], [10, 5],
          reads=read("15")),
    Case(
        "sections-of-short-years.xlsx",
        one_sheet(
            *FACTS, [*BASE, "Quantity"], ["Yr 1"], [*HOURS, 10], [*PEOPLE, 20],
                 ["Yr 2"], [*HOURS, 11], [*PEOPLE, 21]
        ),
        (*read("10", "20", at=6), *read("11", "21", at=9)),
        quiet=True,
        why="“Yr 2” heads a year, and is no code of a line",
    ),
    Case(
        "subtotals-above-their-lines.xlsx",
        one_sheet(

                    [*BASE, "Quantity"],
                    ["Community"],
                    [None, "Subtotal Community", None, 30],
                    [*HOURS, 10],
                    [*PEOPLE, 20],
                    ["Care"],
                    [None, "Sub-total: Care", None, 12],
                    [*HOURS, 12],

        ),
        (*read("10", "20", at=4), (8, "R1", "12", "hour")),
        findings=("total-row-skipped",),
        quiet=True,
        why="nobody promises a subtotal",
    ),
    Case(
        "days-written-out.xlsx",
        one_sheet(

                    ["Contract start", "the 1st of April 2026"],
                    ["Contract end", "Sunday the 31st of March 2030"],
                    [],
                    [*BASE, "Quantity per year"],
                    [*HOURS, 10],

        ),
        read("40"),
        facts={"start": "2026-04-01", "years": "4"},
        quiet=True,
    ),
    lined(
        "a-deadline",
        ["Quantity per year", "Deadline"],
        *([10, date(2027, 6, 30)], [20, date(2028, 3, 31)]),
        reads=read("40", "80"),
        why="a deadline says by when, and not for how long",
    ),
)  # fmt: skip

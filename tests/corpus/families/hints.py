"""Owns rows that say in brackets what belongs into their cells, wherever a template left them, and rows like them."""

from typing import Any

from tests.corpus.case import Case
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS, read_at
from tests.corpus.write.xlsx import one_sheet

HINTS: tuple[list[Any], ...] = (
    ["[insert ref]", "[insert measure]", "[insert quantity]", "[insert unit]"],
    ["[TOMs ref]", "[what you will do]", "[quantity]", "[hours/days]"],
    ["<ref>", "<measure>", "<quantity>", "<unit>"],
    ["{Ref}", "{Text}", "{Number}", "{Unit}"],
    ["(select)", "(free text)", "(number)", "(select)"],
    [None, None, "[insert quantity]", None],
)


def book(name: str, *rows: list[Any], **more: Any) -> Case:
    """A workbook with these rows below the heading."""
    more.setdefault("reads", THREE)
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"{name}.xlsx", one_sheet(HEAD, *rows), **more)


CASES = (
    *(
        case
        for at, hint in enumerate(HINTS)
        for case in (
            book(f"below-the-heading-{at}", hint, HOURS, WEEKS, JOBS, reads=read_at(3, 4, 5)),
            book(f"below-a-gap-{at}", [], hint, HOURS, WEEKS, JOBS, reads=read_at(4, 5, 6)),
            book(f"above-a-gap-{at}", hint, [], HOURS, WEEKS, JOBS, reads=read_at(4, 5, 6)),
            book(f"below-the-lines-{at}", HOURS, WEEKS, JOBS, hint, hint),
            book(f"among-the-lines-{at}", HOURS, hint, WEEKS, JOBS, reads=read_at(2, 4, 5)),
        )
    ),
    book("codes-in-brackets", *([f"[{line[0]}]", f"({line[1]})", *line[2:]] for line in (HOURS, WEEKS, JOBS)),
         reads=((2, "NT17", "40", "hour"), (3, "NT9", "12", "week"), (4, "NT1", "3", "fte"))),
    book("a-quantity-in-brackets", HOURS, WEEKS, [*JOBS[:2], "[number]", "FTE"],
         reads=(*THREE[:2], (4, "NT1", None, None)), findings=("not-a-number",)),
    book("a-section-in-brackets", ["[Social]"], HOURS, WEEKS, ["(Economic)"], JOBS, reads=read_at(3, 4, 6)),
)  # fmt: skip

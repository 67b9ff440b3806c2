"""Owns references as people write them, and those that only look like one."""

from typing import Any

from tests.corpus.case import Case
from tests.corpus.write.values import Formula, Sheet, Wrong
from tests.corpus.write.xlsx import one_sheet, xlsx

HEAD = ["Ref", "Commitment", "Unit", "Quantity"]


def written(name: str, *references: tuple[Any, str | None], **more: Any) -> Case:
    """A table whose reference cells are ``references``, each with what is to be read."""
    rows = [[cell, f"Promise {n}", "hours", n] for n, (cell, _) in enumerate(references, start=1)]
    reads = tuple((n + 1, read, str(n), "hour") for n, (_, read) in enumerate(references, start=1))
    return Case(name, one_sheet(HEAD, *rows), reads, **more)


CASES = (
    Case(
        "codes-under-a-heading-nobody-knows.xlsx",
        one_sheet(
            ["Theme", "TOMs Ref / our code", "What we will do", "How many", "Units"],
            ["Jobs", "jobs.jobseeker-into-work", "Hire people", 4, "people"],
            [None, None, "Subtotal Jobs", 4, None],
            ["Community", "NT17", "Volunteering in parks", 60, "hours"],
        ),
        ((2, "jobs.jobseeker-into-work", "4", "person"), (4, "NT17", "60", "hour")),
    ),
    written(
        "marks-of-what-is-no-code.xlsx",
        ("Tea*", "Tea*"),
        ("NT17*", "NT17"),
        ("Trees #", "Trees #"),
        ("(*) NT5", "(*) NT5"),
    ),
    written(
        "formulas-and-errors.xlsx",
        (Formula("=Codes!A2"), None),
        (Formula("=Codes!A3", "NT17"), "NT17"),
        (Wrong("#REF!"), None),
        findings=("formula-without-result",),
    ),
    Case(
        "lines-drawn-from-another-sheet.xlsx",
        xlsx(
            Sheet([HEAD, *([Formula(f"=Draft!{column}{row}") for column in "ABCD"] for row in (2, 3))], "Offer"),
            Sheet([HEAD, ["NT17", "Volunteering", "hours", 50], ["NT8", "Talks", "hours", 5]], "Draft", state="hidden"),
        ),
        ((2, None, None, None), (3, None, None, None)),
        ("formula-without-result", "hidden-sheet-left-out"),
        why="a spreadsheet program shows two lines",
    ),
    written("spaced-and-lower-case.xlsx", ("NT 1", "NT 1"), ("nt1", "nt1"), (" NT17 ", "NT17"), ("NT17\n", "NT17")),
    written(
        "codes-behind-their-titles.xlsx",
        ("Donations (NT28)", "NT28"),
        ("Volunteering hours [NT17]", "NT17"),
        ("Volunteering hours (TOMs ref NT17)", "NT17"),
        ("Local jobs (NT1) and volunteering (NT17)", "Local jobs (NT1) and volunteering (NT17)"),
        ("Not offered (NT17)", "Not offered (NT17)"),
        ("Pupils (KS2)", "Pupils (KS2)"),
        ("Gifts - NT28", "NT28"),
        ("Excl: NT28", "Excl: NT28"),
    ),
    written(
        "codes-said-to-be-codes.xlsx",
        ("TOMs NT17", "NT17"),
        ("National TOMs 2022: NT17", "NT17"),
        ("Measure ref NT17", "NT17"),
        ("#NT17", "NT17"),
        ("NT17 (TOMs 2022)", "NT17"),
        ("NT17 (2022)", "NT17"),
        ("NT17 / TOMs", "NT17"),
        ("NT17 (a)", "NT17 (a)"),
        ("Alternative to NT17", "Alternative to NT17"),
        ("NT17*", "NT17"),
    ),
    written(
        "letters-after-the-number.xlsx",
        ("ECC1", "ECC1"),
        ("ECC1c", "ECC1c"),
        ("ECC31a", "ECC31a"),
        ("E&E10.0.1", "E&E10.0.1"),
    ),
    written(
        "three-codes-in-one.xlsx",
        ("NT1 RE1 FM1", "NT1 RE1 FM1"),
        why="kept as written; the valuation says that it is no proxy",
    ),
    written("numbers-as-references.xlsx", (1, "1"), (2.0, "2"), (1.1, "1.1"), ("03", "03")),
    written("ids.xlsx", ("volunteering.hour", "volunteering.hour"), ("space.room-hour", "space.room-hour"), quiet=True),
    Case(
        "zero-width-character.xlsx",
        one_sheet(
            HEAD,
            ["volunteering\u200b.hour", "Volunteering", "hours", 5],
            ["space.room-hour", "Rooms", "hours", 2],
        ),
        ((2, "volunteering\u200b.hour", "5", "hour"), (3, "space.room-hour", "2", "hour")),
        findings=("hidden-character",),
        why="a reference that only looks like another is a finding",
    ),
    Case(
        "cyrillic-lookalike.xlsx",
        one_sheet(HEAD, ["v\u043elunteering.hour", "Volunteering", "hours", 5]),
        ((2, "v\u043elunteering.hour", "5", "hour"),),
        findings=("hidden-character",),
    ),
    Case(
        "right-to-left-override.xlsx",
        one_sheet(HEAD, ["\u202eruoh.gnireetnulov", "Volunteering", "hours", 5]),
        ((2, "\u202eruoh.gnireetnulov", "5", "hour"),),
        findings=("hidden-character",),
    ),
    Case(
        "same-line-twice.xlsx",
        one_sheet(
            HEAD,
            ["NT17", "Volunteering by our staff", "hours", 120],
            ["NT1", "Jobs", "FTE", 3],
            ["NT17", "Volunteering by our staff", "hours", 120],
        ),
        ((2, "NT17", "120", "hour"), (3, "NT1", "3", "fte"), (4, "NT17", "120", "hour")),
        findings=("said-twice",),
    ),
    Case(
        "same-promise-in-two-sheets.xlsx",
        xlsx(
            Sheet([HEAD, ["NT17", "Volunteering by our staff", "hours", 120]], name="Lot 1"),
            Sheet([HEAD, ["NT17", "Volunteering by our staff", "hours", 120]], name="Lot 1 again"),
        ),
        ((2, "NT17", "120", "hour"), (2, "NT17", "120", "hour")),
        findings=("said-twice",),
    ),
    Case(
        "blank-reference.xlsx",
        one_sheet(HEAD, ["NT1", "Jobs", "FTE", 3], [None, "A mural on the underpass", "hours", 40]),
        ((2, "NT1", "3", "fte"), (3, None, "40", "hour")),
    ),
    Case(
        "words-without-number.xlsx",
        one_sheet(
            HEAD,
            ["NT1", "Jobs", "FTE", 3],
            [None, "We will also paint the underpass", None, None],
            ["NT17", "Volunteering", "hours", 4],
        ),
        ((2, "NT1", "3", "fte"), (4, "NT17", "4", "hour")),
        findings=("text-row",),
        why="a promise without a number is not passed over in silence",
    ),
    Case(
        "markup-and-escapes-in-text.xlsx",
        one_sheet(HEAD, ["NT1", "[bold red]Jobs[/] \u2066hidden\u2069 <script>alert(1)</script>", "FTE", 3]),
        ((2, "NT1", "3", "fte"),),
    ),
    Case(
        "formula-injection-in-text.xlsx",
        one_sheet(
            HEAD,
            ["NT1", '=HYPERLINK("http://x","y")', "FTE", 3],
            ["NT17", "@SUM(1+1)", "hours", 4],
            ["NT31", "+44 20 7946 0000", "tCO2e", 5],
        ),
        ((2, "NT1", "3", "fte"), (3, "NT17", "4", "hour"), (4, "NT31", "5", "tCO2e")),
    ),
)

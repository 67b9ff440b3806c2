"""Owns the guidance sheet: how to fill the workbook in, and what its figures are."""

from openpyxl.worksheet.worksheet import Worksheet

from sv_cli.template.content import YEARS, Asks, Content
from sv_cli.workbooks.looks import WRAPPED, font, printed, protect, put, title, widths, written
from sv_cli.workbooks.style import NAVY

_STEPS = (
    (
        "Fill in the contract first: who you are, the contract's value, start, length and location. "
        "Some values depend on the start or the place."
    ),
    (
        "Choose a reference for each commitment from the drop-down list. The sheet “Proxies” says what each "
        "one counts, what it is worth and what evidence will be asked for."
    ),
    "Describe the commitment in your own words, so that it can be put into the contract and checked later.",
    (
        "State the quantity for the whole commitment, and the unit that it is counted in. "
        "A quantity in days where hours are counted is converted."
    ),
    "If a commitment runs over several years, give each year a row of its own and choose the year.",
    "Say what evidence you will keep. Look at the column “Check”: it says what is missing, or “Complete”.",
)
_RULES = (
    "Promise only what happens because of this contract. What you would do anyway is not social value of the contract.",
    "Count each person, hour or pound once. Two references for the same thing count it twice.",
    "Leave rows empty that you do not need. Do not add columns or move cells; rows may be left blank in between.",
)


def draw_guidance(page: Worksheet, content: Content) -> None:
    """Draw the sheet."""
    title(
        page,
        "How to fill in this workbook",
        "Everything that you fill in is on the sheet “Commitments”, in the pale yellow cells.",
    )
    widths(page, 5, 105)
    row = _headed(page, 4, "Six steps")
    for number, text in enumerate(_STEPS, start=1):
        row = _line(page, row, str(number), text)
    row = _headed(page, row + 1, "Three rules")
    for text in _RULES:
        row = _line(page, row, "•", text)
    if content.asks is not None:
        row = _asked(page, row + 1, content.asks)
    row = _headed(page, row + 1, "What the figures are")
    for text in _figures(content):
        row = _line(page, row, "•", text)
    printed(page, across=False)
    protect(page)


def _asked(page: Worksheet, row: int, asks: Asks) -> int:
    """Write what the framework asks, and what people will look at; gives the next free row."""
    row = _headed(page, row, f"What is asked: {asks.title}")
    for text in asks.rules:
        row = _line(page, row, "•", text)
    if asks.unchecked:
        row = _line(page, row, "", "What no program can check, and people will look at:")
    for text in asks.unchecked:
        row = _line(page, row, "•", text)
    return row


def _figures(content: Content) -> tuple[str, ...]:
    kept = (
        "Each line is rounded to pence and the total adds the rounded lines."
        if content.rounds_lines
        else "Only the total is rounded."
    )
    return (
        (
            f"A commitment is worth its quantity × the value of one unit: pounds in {content.price_year} prices, "
            "after deductions for what would have happened anyway, as the library states them."
        ),
        f"Method: {content.method}. {content.timing}",
        f"{kept} The first {YEARS} years of a contract can be chosen.",
        f"Library: {content.library}{content.narrowed}. The values stand in this file; nothing is fetched.",
        (
            f"`sv score{content.options} FILE` arrives at the same total, to the penny, "
            "when every commitment is complete; `sv explain` shows every step."
        ),
        "The sheets are protected against slips, without a password: Review, Unprotect Sheet opens them.",
    )


def _headed(page: Worksheet, row: int, text: str) -> int:
    written(page, f"A{row}", text, font=font(14, bold=True, colour=NAVY))
    page.row_dimensions[row].height = 24
    return row + 1


def _line(page: Worksheet, row: int, mark: str, text: str) -> int:
    written(page, f"A{row}", mark, font=font(11, bold=True, colour=NAVY), alignment=WRAPPED)
    put(page, row, 2, text)
    page[f"B{row}"].font, page[f"B{row}"].alignment = font(), WRAPPED
    page.row_dimensions[row].height = 15.5 * (1 + len(text) // 122) + 5
    return row + 1

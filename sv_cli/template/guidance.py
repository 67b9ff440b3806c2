"""Owns the guidance sheet: how to fill the workbook in, and what its figures are."""

from openpyxl.worksheet.worksheet import Worksheet

from sv_cli.template.content import YEARS, Asks, Content
from sv_cli.workbooks.looks import WRAPPED, font, printed, protect, put, title, widths, written
from sv_cli.workbooks.style import NAVY

_STEPS = (
    (
        "First fill in the contract: your organisation, the contract's value, start, length and location. "
        "Some values depend on the start or the place."
    ),
    (
        "Choose a reference for each commitment from the drop-down list. The sheet “Proxies” shows what "
        "each one counts, what it is worth and what evidence you will be asked for."
    ),
    "Describe the commitment in your own words, so that it can go in the contract and be checked later.",
    (
        "Enter the quantity for the whole commitment, and its unit. "
        "A quantity in days is converted if the reference counts hours."
    ),
    "If a commitment runs over several years, give each year its own row and choose the year.",
    "Say what evidence you will keep. The column “Check” shows what is missing, or “Complete”.",
)
_RULES = (
    "Promise only what will happen because of this contract. What you would do anyway does not count.",
    "Count each person, hour or pound once. Two references for the same thing count it twice.",
    "Leave rows that you do not need empty, including rows in between. Do not add columns or move cells.",
)


def draw_guidance(page: Worksheet, content: Content) -> None:
    """Draw the sheet."""
    title(
        page,
        "How to fill in this workbook",
        "Fill in only the pale yellow cells on the sheet “Commitments”.",
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
    row = _headed(page, row, f"What the buyer asks for: {asks.title}")
    for text in asks.rules:
        row = _line(page, row, "•", text)
    if asks.unchecked:
        row = _line(page, row, "", "What people will check, because software cannot:")
    for text in asks.unchecked:
        row = _line(page, row, "•", text)
    return row


def _figures(content: Content) -> tuple[str, ...]:
    kept = (
        "Each line is rounded to the penny, and the total adds up the rounded lines."
        if content.rounds_lines
        else "Only the total is rounded."
    )
    return (
        (
            f"A commitment is worth its quantity × the value of one unit, in pounds in {content.price_year} prices, "
            "after the library's deductions for what would have happened anyway."
        ),
        f"Method: {content.method}. {content.timing}",
        f"{kept} You can choose the first {YEARS} years of a contract.",
        f"Library: {content.library}{content.narrowed}. The values are in this file; nothing is downloaded.",
        (
            f"`sv score{content.options} FILE` gives the same total, to the penny, "
            "when every commitment is complete; `sv explain` shows every step."
        ),
        "The sheets are protected against accidental changes, with no password: Review, Unprotect Sheet unlocks them.",
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

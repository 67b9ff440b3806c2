"""Owns the sheet that people fill in: the bid's total, the contract's facts, the table of commitments."""

from typing import Any

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from sv_cli.template.content import Content
from sv_cli.template.formulas import HEAD, Formulas
from sv_cli.workbooks.looks import (
    BOX,
    CENTRED,
    NUMBERED,
    UNLOCKED,
    fill,
    font,
    header,
    printed,
    protect,
    title,
    widths,
    written,
)
from sv_cli.workbooks.style import AMBER, GREEN, MUTED, NAVY, PALE, POUNDS, YELLOW

HEADINGS = [
    "Reference",
    "What one unit is",
    "Commitment",
    "Quantity",
    "Unit",
    "Year",
    "Place",
    "Evidence",
    "Counted in",
    "Value of one unit (£)",
    "Social value (£)",
    "So far (£)",
    "Check",
]
FACTS = (
    ("Supplier", "Your organisation's name.", "General"),
    ("Contract title", "As in the invitation to tender.", "General"),
    ("Contract value (£)", "For the whole contract, without VAT.", POUNDS),
    ("Start date", "The first day of the contract.", "d mmmm yyyy"),
    ("Contract length (years)", "For half a year enter 0.5.", "General"),
    ("Location", "The region or country where the work is done.", "General"),
)
_LIVE = {9: "General", 10: POUNDS, 11: POUNDS, 12: POUNDS}
_TEXT = (
    {"type": "textLength", "operator": "between", "formula1": "0", "formula2": "200"},
    "Use at most 200 characters.",
)
_FACT_RULES = {
    "Contract value (£)": (
        {"type": "decimal", "operator": "greaterThan", "formula1": "0"},
        "Enter an amount in pounds, above 0.",
    ),
    "Start date": (
        {"type": "date", "operator": "between", "formula1": "DATE(2015,1,1)", "formula2": "DATE(2099,12,31)"},
        "Enter a date such as 1/4/2027.",
    ),
    "Contract length (years)": (
        {"type": "decimal", "operator": "between", "formula1": "0.01", "formula2": "100"},
        "Enter a number of years, up to 100.",
    ),
}
_LEFT = Alignment(horizontal="left", vertical="center", indent=1)
_NUMBERS = frozenset({4, 6, 10, 11, 12})
_FIRST_FACT = 9


def draw_commitments(page: Worksheet, content: Content) -> None:
    """Draw the sheet."""
    formulas = Formulas(content)
    title(
        page,
        "Social value commitments",
        "Fill in the pale yellow cells; the other cells calculate themselves. The sheet “Guidance” shows how.",
    )
    widths(page, 36, 38, 38, 14, 20, 8, 22, 30, 20, 16, 17, 17, 32)
    _headline(page, formulas)
    _facts(page)
    header(page, HEAD, HEADINGS, _NUMBERS)
    for row in range(formulas.first, formulas.last + 1):
        _line(page, row, formulas)
    _drop_downs(page, formulas)
    _colour_checks(page, formulas)
    page.freeze_panes = f"B{HEAD + 1}"
    page.print_area = f"A1:M{formulas.last}"
    printed(page, HEAD)
    protect(page)


def _headline(page: Worksheet, formulas: Formulas) -> None:
    rows = (
        ("Social value of this bid (£)", formulas.total(), POUNDS),
        ("As a share of the contract's value", formulas.share(), "0.0%"),
        ("Complete commitments", formulas.complete(), "General"),
    )
    for number, (label, formula, shown) in enumerate(rows, start=4):
        written(page, f"A{number}", label, font=font(12, bold=True), fill=fill(PALE), border=BOX, alignment=_LEFT)
        cell = written(page, f"B{number}", formula, font=font(18 if number == 4 else 12, bold=True, colour=NAVY))  # noqa: PLR2004 - the first
        cell.fill, cell.border, cell.number_format = fill(PALE), BOX, shown
        cell.alignment = _LEFT
        page.row_dimensions[number].height = 28 if number == 4 else 21  # noqa: PLR2004 - the first


def _facts(page: Worksheet) -> None:
    written(page, f"A{_FIRST_FACT - 1}", "The contract", font=font(14, bold=True, colour=NAVY))
    for number, (label, _, shown) in enumerate(FACTS, start=_FIRST_FACT):
        written(page, f"A{number}", label, font=font(11, bold=True), border=BOX, alignment=_LEFT)
        page.row_dimensions[number].height = 19
        written(page, f"B{number}", None, fill=fill(YELLOW), border=BOX, protection=UNLOCKED, number_format=shown,
                alignment=_LEFT)  # fmt: skip
    written(page, f"A{HEAD - 1}", "The commitments", font=font(14, bold=True, colour=NAVY))
    page.row_dimensions[HEAD - 1].height = 30
    page.row_dimensions[_FIRST_FACT - 1].height = 30


def _line(page: Worksheet, row: int, formulas: Formulas) -> None:
    live = {
        2: formulas.title(row),
        9: formulas.counted_in(row),
        10: formulas.unit_value(row),
        11: formulas.line_value(row),
        12: formulas.running(row),
        13: formulas.check(row),
    }
    for column in range(1, len(HEADINGS) + 1):
        cell = page.cell(row, column)
        cell.border, cell.font = BOX, font()
        cell.alignment = NUMBERED if column in _NUMBERS else CENTRED
        if column in live:
            cell.value, cell.font = live[column], font(colour=MUTED)
            cell.fill, cell.number_format = fill(PALE), _LIVE.get(column, "General")
        else:
            cell.fill, cell.protection = fill(YELLOW), UNLOCKED
    page.cell(row, 4).number_format = "#,##0.###"
    page.cell(row, 11).font = font(bold=True)
    page.row_dimensions[row].height = 31


def _drop_downs(page: Worksheet, formulas: Formulas) -> None:
    first, last = formulas.first, formulas.last
    lists = (
        ("A", formulas.references, "Reference", "Choose one from the list; the sheet “Proxies” explains them."),
        ("E", formulas.units, "Unit", "The unit of the quantity. It is converted if possible."),
        (
            "F",
            formulas.years,
            "Year",
            "The year of the contract; 1 is the first. Leave it empty if it does not matter.",
        ),
        ("G", formulas.places, "Place", "Only if it differs from the contract's location."),
    )
    for letter, source, name, said in lists:
        rule = DataValidation(type="list", formula1=f"={source}", allow_blank=True)
        _add(page, rule, f"{letter}{first}:{letter}{last}", name, said, "Choose one from the list.")
    number = DataValidation(type="decimal", operator="between", formula1="0", formula2="9999999999")
    _add(
        page,
        number,
        f"D{first}:D{last}",
        "Quantity",
        "A number, for the whole of this row.",
        "Enter a number, 0 or more.",
    )
    _fact_rules(page, formulas)


def _fact_rules(page: Worksheet, formulas: Formulas) -> None:
    location = ({"type": "list", "formula1": f"={formulas.places}"}, "Choose one from the list.")
    for number, (label, said, _) in enumerate(FACTS, start=_FIRST_FACT):
        rule, wrong = location if label == "Location" else _FACT_RULES.get(label, _TEXT)
        _add(page, DataValidation(**rule, allow_blank=True), f"B{number}", label, said, wrong)


def _add(page: Worksheet, rule: Any, cells: str, name: str, said: str, wrong: str) -> None:
    rule.promptTitle, rule.prompt, rule.showInputMessage = name[:32], said, True
    rule.errorTitle, rule.error, rule.showErrorMessage, rule.errorStyle = name[:32], wrong, True, "stop"
    page.add_data_validation(rule)
    rule.add(cells)


def _colour_checks(page: Worksheet, formulas: Formulas) -> None:
    """Colour the texts of the column “Check”, which can be understood without the colour too."""
    cells = f"M{formulas.first}:M{formulas.last}"
    cell = f"$M{formulas.first}"
    page.conditional_formatting.add(cells, FormulaRule([f'{cell}="Complete"'], font=Font(bold=True, color=GREEN)))
    page.conditional_formatting.add(
        cells, FormulaRule([f'AND({cell}<>"",{cell}<>"Complete")'], font=Font(bold=True, color=AMBER))
    )

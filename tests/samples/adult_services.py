"""Owns samples/adult-services.xlsx: an adult-services transformation whose outcomes were agreed in advance."""

from datetime import datetime
from typing import Any

from openpyxl import Workbook

from tests.samples.look import Look, laid_out, merged, saved, tall

LOOK = Look(dark="1B3A63", pale="DCE6F2", font="Arial")

GOOD = [
    ("People live at home for longer", "Weeks in residential care, people of 65 and over", "11,900 a year",
     "11,180 a year", "Client record system, quarterly"),
    ("People live at home for longer", "Hours of home care that a reablement period makes unnecessary", "none recorded",
     "9,000 in year 3", "Reviews at week 6"),
    ("Fewer crises", "A&E attendances of people with a care package", "2,310 a year", "2,130 a year",
     "Hospital data, matched monthly"),
    ("Fewer crises", "Hospital admissions after a fall", "412 a year", "380 a year", "Hospital data, matched monthly"),
    ("People have company", "Clients who say that they are often lonely", "31 %", "26 %", "Annual user survey"),
    ("Carers can carry on", "Hours of rest that carers were given", "14,200 a year", "18,000 a year",
     "Provider invoices"),
    ("People have work", "Adults with a learning disability in paid work", "44", "60", "Payslips, at a year"),
]  # fmt: skip
PROMISES = [
    ("At home for longer", "care.residential-week-delayed", "Weeks in a residential home put off", "weeks", 120, 380, 720),
    ("At home for longer", "care.grab-rail-fitted", "Grab rails fitted on the day of the first visit", "items", 150, 150,
     100),
    ("Fewer crises", "health.ae-attendance-avoided", "A&E attendances avoided", "attendances", 40, 120, 180),
    ("Fewer crises", "health.fall-admission-avoided", "Admissions after a fall avoided", "admissions", 8, 20, 32),
    ("Company and rest", "loneliness.severe-ended", "People who were often lonely and a year on are not", "people", 15,
     45, 60),
    ("Company and rest", "care.respite-hour", "Hours of rest for unpaid carers, above today’s", "hours", 800, 2_400,
     3_800),
    ("Work", "jobs.disabled-person-into-work", "Adults into paid work and still in it a year on", "people", 2, 6, 8),
    ("Work", "volunteering.community-project-hour", "Our staff’s hours on community projects", "hours", 600, 600, 600),
]  # fmt: skip
COSTS = (186_000, 24_000, 58_000, 77_000, 142_000, 121_000, 83_000, 9_000)


def build() -> bytes:
    """The workbook."""
    book = Workbook()
    _good(book.active)
    _promises(book.create_sheet("Schedule of outcomes"))
    totals = {f"H{row}": sum(each[4:7]) for row, each in enumerate(PROMISES, start=13)}
    totals["I21"] = sum(COSTS)
    return saved(book, "Ifeoma Castleton", {"Schedule of outcomes": totals})


def _good(sheet: Any) -> None:
    sheet.title = "What good would look like"
    LOOK.banner(sheet, "Hartsmoor Council · Adult Services", "Transformation partner 2026–29, Schedule 4", 5)
    LOOK.title(sheet, 4, "What good would look like by March 2029")
    LOOK.notes(
        sheet,
        5,
        ["Agreed with the people who use the services, in four workshops, before the tender went out."],
        5,
    )
    LOOK.heading(
        sheet, 7, ("Aim", "What we would see", "Today (2025/26)", "Good, by March 2029", "Where we would see it")
    )
    LOOK.rows(sheet, 8, GOOD)
    merged(sheet, 8, 9)
    merged(sheet, 10, 11)
    tall(sheet, range(8, 15), 24)
    laid_out(sheet, (32, 62, 20, 22, 34), "A8")


def _promises(sheet: Any) -> None:
    LOOK.banner(sheet, "Hartsmoor Council · Adult Services", "Schedule 4: outcomes that payment depends on", 9)
    LOOK.facts(
        sheet,
        4,
        [
            ("Provider:", "Northgate Care Partnership LLP"),
            ("Contract:", "Adult services transformation partner"),
            ("Contract value:", "£2.4m"),
            ("Start date:", datetime(2026, 4, 1)),  # noqa: DTZ001 - a day has no zone
            ("Contract term:", "36 months"),
            ("Region:", "Yorkshire and The Humber"),
        ],
    )
    sheet.merge_cells("E11:H11")
    LOOK.heading(sheet, 11, (None, None, None, None, "Outcomes to be delivered in", None, None, None, None))
    LOOK.heading(
        sheet,
        12,
        (
            "Theme",
            "Ref",
            "What we will deliver",
            "Unit",
            "Year 1\n2026/27",
            "Year 2\n2027/28",
            "Year 3\n2028/29",
            "Total",
            "Cost to deliver (£)",
        ),
    )
    totals = [f"=SUM(E{row}:G{row})" for row in range(13, 21)]
    LOOK.rows(sheet, 13, [(*each, *more) for each, *more in zip(PROMISES, totals, COSTS, strict=True)])
    for first in (13, 15, 17, 19):
        merged(sheet, first, first + 1)
    tall(sheet, range(13, 21), 24)
    LOOK.band(sheet, 21, ("Total", None, "8 outcomes", None, None, None, None, None, "=SUM(I13:I20)"))
    LOOK.notes(
        sheet,
        23,
        [
            "Counted only above the baseline on the first sheet, and never twice for one person: a week put off is not "
            "also a package reduced.",
        ],
        9,
    )
    laid_out(sheet, (22, 36, 48, 16, 12, 12, 12, 12, 15), "C13")

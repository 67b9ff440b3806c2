"""Owns samples/food-bank.xlsx: a food-bank contract, staffed by retired volunteers."""

from datetime import datetime
from typing import Any

from openpyxl import Workbook

from tests.samples.look import Look, laid_out, saved, tall

LOOK = Look(dark="1F5C3A", pale="E3EFDA")

FACTS = [
    ("Contract:", "Emergency food and welfare advice, Larkmere district"),
    ("Tender reference:", "LDC/2026/0147"),
    ("Bidder:", "Larkmere Community Larder CIO"),
    ("Contract value (ex VAT):", 284_000),
    ("Start date:", datetime(2026, 4, 1)),  # noqa: DTZ001 - a day has no zone
    ("Contract length:", "3 years"),
    ("Region:", "East Midlands"),
]
TIME = [
    ("volunteering.hour", "Retired volunteers run the food bank: 42 people, each a four-hour session a week, "
     "48 weeks a year", "8,064 hrs a year", "Sign-in sheet, countersigned by the session lead", "Maureen Oddy"),
    ("volunteering.administrative-hour", "Rota, bookkeeping and grant returns, done by two retired bookkeepers",
     "360 hrs a year", "Timesheets", "Derek Fennimore"),
    ("volunteering.professional-hour", "Free benefits and tenancy surgery by a retired solicitor, 2 hrs a fortnight",
     "52 hrs a year", "Surgery diary (no names)", "Anthea Quill"),
]  # fmt: skip
FOOD = [
    ("waste.food-surplus-tonne-eaten", "Surplus collected from four supermarkets and two growers, sorted and handed out",
     "22 tonnes a year", "Weighbridge slips and the collection app’s monthly export", "Colin Thrupp"),
    ("local.goods-given", "Chiller trailer on free loan from our landlord for the whole contract", "£4,500 in total",
     "Loan agreement; hire quotation for the same trailer", "Colin Thrupp"),
]  # fmt: skip
PEOPLE = [
    ("money.debt-advice-client", "Clients seen face to face by an accredited debt adviser until the case is closed",
     "50 people a year", "Adviser’s case list (numbers only)", "Anthea Quill"),
    ("loneliness.one-step-less", "Soup Table: older people who come alone and, a year on, say they are less lonely",
     "8 people a year", "ONS loneliness questions at joining and after 12 months", "Maureen Oddy"),
    ("jobs.jobseeker-into-work", "Kitchen trainees who go into paid work and are still in it a year later",
     "1 person a year", "Payslip or employer’s letter at 12 months", "Priya Vadgama"),
]  # fmt: skip


def build() -> bytes:
    """The workbook."""
    book = Workbook()
    _cover(book.active)
    _offer(book.create_sheet("Social value offer"))
    _rota(book.create_sheet("Volunteers"))
    return saved(book, "Maureen Oddy", {})


def _cover(sheet: Any) -> None:
    sheet.title = "Cover"
    LOOK.banner(sheet, "Larkmere Community Larder", "Good food, good company, since 2011", 4)
    LOOK.title(sheet, 4, "Appendix F – Social value response")
    LOOK.facts(sheet, 6, FACTS)
    LOOK.title(sheet, 14, "About us")
    LOOK.notes(
        sheet,
        15,
        [
            "Forty-two of our forty-five regular volunteers are retired. Between them they bring a career each: a "
            "solicitor, two bookkeepers, four nurses, a head cook and most of the old bus depot.",
            "What we promise on the next sheet we promise for each of the three years. We have left out everything that we "
            "would do anyway without this contract.",
        ],
        4,
    )
    laid_out(sheet, (26, 52, 18, 18))


def _offer(sheet: Any) -> None:
    LOOK.banner(sheet, "Larkmere Community Larder", "Appendix F – Social value response", 6)
    LOOK.title(sheet, 4, "What we promise over the three years")
    LOOK.notes(
        sheet,
        5,
        [
            "References are those of the open library. Every figure says whether it is for a year or for the whole contract."
        ],
        6,
    )
    LOOK.heading(sheet, 7, ("No.", "Ref", "Our commitment", "Quantity", "Evidence", "Lead"))
    row, number = 8, 1
    for name, rows in (("Time given", TIME), ("Food", FOOD), ("People", PEOPLE)):
        LOOK.band(sheet, row, (name, None, None, None, None, None))
        numbered = [(number + n, *each) for n, each in enumerate(rows)]
        LOOK.rows(sheet, row + 1, numbered)
        tall(sheet, range(row + 1, row + 1 + len(rows)), 34)
        row, number = row + 1 + len(rows), number + len(rows)
    LOOK.band(sheet, row, ("Total", None, "8 commitments", None, None, None))
    LOOK.notes(
        sheet,
        row + 2,
        [
            "Notes: (1) Hours are hours actually given, not opening hours. (2) The four weeks without sessions are "
            "Christmas, Easter and the August fortnight.",
        ],
        6,
    )
    laid_out(sheet, (7, 33, 60, 19, 42, 20), "A8")


def _rota(sheet: Any) -> None:
    LOOK.title(sheet, 1, "How the sessions are staffed (for information)")
    LOOK.heading(sheet, 3, ("Session", "Volunteers on rota", "Before they retired"))
    LOOK.rows(
        sheet,
        4,
        [
            ("Tuesday 10–2", 15, "bus depot, district nursing, post office"),
            ("Thursday 4–8", 13, "school kitchen, hosiery works, civil service"),
            ("Saturday 9–1", 14, "retail, farming, probation, teaching"),
        ],
    )
    LOOK.band(sheet, 7, ("Total", 42, None))
    laid_out(sheet, (20, 20, 48))

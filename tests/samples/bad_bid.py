"""Owns samples/bad-bid.xlsx: a bid with the mistakes that people make, to show what is told of each."""

from datetime import datetime

from openpyxl import Workbook

from tests.samples.look import Look, laid_out, saved, tall

LOOK = Look(dark="5B3A7A", pale="EAE2F2", font="Verdana")

PROMISES = [
    ("volunteering.hour", "Staff volunteering days with local charities", 320, "hours", None),
    ("volunteering.hours", "Team days in the park", 90, "hours", "five teams of six, 3 hrs each"),
    ("NT999", "Support for the local economy", 5, "each", "to be discussed with the client"),
    (None, "Mentoring of young people at the academy", 40, "hours", "Canal Street Academy"),
    ("skills.apprenticeship-level-2", "Apprentices on site", "TBC", "people", None),
    ("jobs.jobseeker-into-work", "Unemployed people taken on", "about 4 or 5", "people", None),
    ("waste.landfill-tonne-prevented", "Waste kept out of landfill", "(12)", "tonnes", "reduction"),
    ("climate.tonne-avoided", "Carbon saved by the new fleet", 25_000_000_000, "tCO2e", "25 t by 2028"),
    ("youth.mentoring-hour", "Mentors for school leavers", 12, "people", "one hour a fortnight"),
    ("care.respite-hour", "Respite for carers", 60, "sittings", "Saturday mornings"),
    ("loneliness.befriending-hour", "Befriending calls", None, "hours", "as last year"),
    ("space.room-hour", "Meeting room for the tenants’ group", datetime(2026, 9, 12), "hours", "see calendar"),  # noqa: DTZ001
    ("crime.burglary-avoided", "Locks for 30 homes", "=D99*2", "crimes", "from the tender model"),
    ("volunteering.hour", "Staff volunteering days with local charities", 320, "hours", "Canal Street and Mill Road"),
    ("health.ae-attendance-avoided", "Falls clinic", "1.200,5", "attendances", "figure from our Lisbon office"),
]


def build() -> bytes:
    """The workbook."""
    book = Workbook()
    sheet = book.active
    sheet.title = "SV Commitments"
    LOOK.banner(sheet, "BRIGHTWELL & DAUGHTERS LTD", "Building tomorrow, today", 5)
    LOOK.facts(
        sheet,
        4,
        [
            ("Bidder name:", "Brightwell & Daughters Ltd"),
            ("Project:", "Refurbishment of Canal Street flats"),
            ("Contract value:", "£3,750,000"),
            ("Start date:", "soon"),
            ("Contract length:", "18 months"),
            ("Region:", "West Midlands"),
        ],
    )
    LOOK.heading(sheet, 11, ("TOMs Ref", "Commitment", "Target", "Unit", "Comments"))
    LOOK.rows(sheet, 12, PROMISES)
    tall(sheet, range(12, 12 + len(PROMISES)), 22)
    sheet["C23"].number_format = "dd/mm/yyyy"
    LOOK.band(sheet, 27, ("Grand total", None, None, None, None))
    LOOK.notes(sheet, 29, ["Figures to be firmed up after award."], 5)
    laid_out(sheet, (36, 50, 18, 14, 34), "A12")
    return saved(book, "B. Brightwell", {})

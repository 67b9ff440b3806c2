"""Owns samples/speed-watch.xlsx: a village Community Speed Watch, with the survey that shows what it did."""

from typing import Any

from openpyxl import Workbook

from tests.samples.look import Look, laid_out, saved, tall

LOOK = Look(dark="7A1E2C", pale="F6E3D7", font="Georgia")

SURVEY = [
    ("Vehicles counted", 21_460, 20_985, "=(C7-B7)/B7", "7 whole days each, automatic counter"),
    ("Vehicles over 30 mph", 9_657, 5_794, "=(C8-B8)/B8", "the number we set out to lower"),
    ("Mean speed (mph)", 31.4, 28.6, "=C9-B9", "same tubes, same lamp post (no. 14)"),
    ("85th percentile speed (mph)", 37.2, 33.1, "=C10-B10", None),
    ("Mean speed, Mill Lane (mph)", 29.9, 29.9, "=C11-B11", "comparison road without sessions"),
]
PROMISES = [
    ("CSW-1", "roads.speed-reduced", "Keep the mean speed on The Street 2.8 mph below the 2025 survey for a year. The "
     "road had 4 injury collisions in five years, 0.8 a year: 2.8 × 0.8", 2.24, "mph x collisions",
     "Counter survey in May 2027; police collision data"),
    ("CSW-2", "volunteering.hour", "Roadside sessions by trained volunteers: 96 sessions, 3 people, 1 hr 15 min", 360,
     "hours", "Session log, countersigned by the constable"),
    ("CSW-3", "volunteering.administrative-hour", "Entering the sightings, writing to the police, keeping the rota", 130,
     "hours", "Coordinator’s diary"),
    ("CSW-4", "civic.neighbours-trusted", "Households new to the watch who come to trust their neighbours more", 6,
     "residents", "Two questions in the parish survey, before and after"),
]  # fmt: skip


def build() -> bytes:
    """The workbook."""
    book = Workbook()
    _promises(book.active)
    _survey(book.create_sheet("The survey"))
    changes = {"D7": (20985 - 21460) / 21460, "D8": (5794 - 9657) / 9657, "D9": -2.8, "D10": -4.1, "D11": 0}
    return saved(book, "Hugh Pargeter", {"The survey": changes})


def _promises(sheet: Any) -> None:
    sheet.title = "What we offer"
    LOOK.banner(sheet, "Wexcombe St Mary Community Speed Watch", "Twenty’s plenty, thirty’s the law", 6)
    LOOK.facts(
        sheet,
        4,
        [
            ("Organisation", "Wexcombe St Mary Parish Council"),
            ("Project", "Community Speed Watch, The Street"),
            ("Grant applied for", "£6,200"),
            ("Start date", "1 June 2026"),
            ("Duration", "1 year"),
            ("Region", "South West"),
        ],
    )
    LOOK.heading(sheet, 11, ("No.", "Proxy ref", "What we will do", "Quantity", "Unit", "Evidence\n(how you can tell)"))
    LOOK.rows(sheet, 12, PROMISES)
    tall(sheet, range(12, 16), 52)
    LOOK.notes(
        sheet,
        17,
        [
            "We started in June 2025 with a borrowed radar gun and six of us. After a year of sessions, vehicles over the "
            "limit are down 40 % (see “The survey”). The grant buys our own device, four more vests and a winter’s "
            "worth of hand warmers.",
            "Only the measured fall in speed is promised here, not the letters sent: letters are what we do, slower "
            "cars are what it is for.",
        ],
        6,
    )
    laid_out(sheet, (20, 32, 60, 12, 20, 42), "A12")


def _survey(sheet: Any) -> None:
    LOOK.title(sheet, 1, "Speeds on The Street, before and after")
    LOOK.notes(
        sheet,
        2,
        [
            "Surveyed by the county’s traffic team, 12–18 May 2025 and 11–17 May 2026, from the war memorial to the "
            "school gates (30 mph limit).",
        ],
        5,
    )
    sheet.merge_cells("B5:C5")
    LOOK.heading(sheet, 5, (None, "Seven days in May", None, None, None))
    LOOK.heading(sheet, 6, ("Measured", "2025, before", "2026, after", "Change", "Remarks"))
    LOOK.rows(sheet, 7, SURVEY)
    for cell in ("D7", "D8"):
        sheet[cell].number_format = "+0 %;−0 %"
    for cell in ("D9", "D10", "D11"):
        sheet[cell].number_format = "+0.0;−0.0;0.0"
    LOOK.title(sheet, 13, "Injury collisions on The Street")
    LOOK.heading(sheet, 14, ("Between", "Slight", "Serious", "Fatal", "Where from"))
    LOOK.rows(sheet, 15, [("2021 to 2025, five years", 3, 1, 0, "police open data")])
    LOOK.notes(sheet, 17, ["Four in five years is 0.8 a year. Mill Lane stayed as it was, so the fall is ours."], 5)
    tall(sheet, range(7, 12), 19)
    tall(sheet, range(15, 16), 19)
    laid_out(sheet, (32, 16, 16, 12, 46))

"""Owns samples/after-hours.csv: a council opens schools and day centres after hours for community use."""

import csv
from io import StringIO

ROWS: list[tuple[str, ...]] = [
    ("Fenwick Borough Council – Property and Place",),
    ("Community use of schools and day centres after hours: social value schedule (exported 9 March 2026)",),
    (),
    ("Supplier", "", "Fenwick Facilities Trust Ltd"),
    ("Contract title", "", "After-hours opening of council buildings 2026–28"),
    ("Total contract value", "", "£1,150,000"),
    ("Contract start date", "", "1 September 2026"),
    ("Contract term", "", "2 years"),
    ("Location", "", "North East"),
    (),
    ("Measure ref", "Building", "Commitment", "Units offered", "Unit of measure", "Notes"),
    ("SCHOOLS", "", "", "", "", ""),
    ("space.hall-hour", "Ashgrove Primary", "Main hall for the community choir and the over-60s dance class", '"2,016"',
     "hours", "6 hrs a week × 42 weeks × 2 years × 4 bookings"),
    ("space.hall-hour", "St Bede’s High School", "Sports hall for clubs without a home of their own", '"3,360"', "hours",
     "20 hrs a week × 42 weeks × 2 years × 2 courts"),
    ("youth.after-school-club-week", "Ashgrove Primary", "Free places at the after-school club", "960", "weeks",
     "12 children × 40 weeks × 2 years"),
    ("digital.tutor-hour", "St Bede’s High School", "“Get online” evenings in the computer room", "336", "hrs",
     "2 tutors × 2 hrs × 42 weeks × 2 years"),
    ("Sub-total schools", "", "", "", "", ""),
    ("DAY CENTRES", "", "", "", "", ""),
    ("care.respite-hour", "Tolley House", "Saturday sitting service so that carers can go out", "1,664", "hours",
     "8 places × 4 hrs × 26 Saturdays × 2 years"),
    ("loneliness.befriending-hour", "Tolley House", "Film club and befriending on Sunday afternoons", "1,250", "hours",
     "25 members × 25 Sundays × 1 hr × 2 years"),
    ("sport.weekly-activity", "Marlow Road Centre", "Chair-based exercise, people new to weekly activity", "36", "people",
     "18 a year"),
    ("volunteering.hour", "All buildings", "Caretaking and opening up by the users’ own volunteers", "2,200", "hours",
     "hours actually given; key-holder log"),
    ("Sub-total day centres", "", "", "", "", ""),
    ("Total", "", "8 commitments", "", "", ""),
    (),
    ("Hours count only when a group was in the room; empty bookings are taken out each quarter.",),
    ("Contact: Josephine Arkwright, Community Use Manager",),
]  # fmt: skip


def build() -> bytes:
    """The file as a spreadsheet program exports it: UTF-8 with a byte order mark, CRLF line ends."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in ROWS:
        cells = [cell.strip('"') for cell in row]
        writer.writerow([*cells, *[""] * (6 - len(cells))])
    return b"\xef\xbb\xbf" + text.getvalue().encode()

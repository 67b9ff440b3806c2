"""Owns bids of Welsh bidders, and of firms that write numbers and days as they do in Germany."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv, text
from tests.corpus.write.xlsx import one_sheet

HEAD = ["Ref", "Commitment", "Quantity", "Unit"]


def in_units(name: str, *units: str, head: list[str] | None = None) -> Case:
    """Hours, weeks, people, tonnes and miles, with their units in these words."""
    rows = [
        ["NT17", "Gwirfoddoli", 240],
        ["NT10", "Prentisiaethau", 104],
        ["NT3", "Pobl ddi-waith", 3],
        ["NT88", "Gwastraff", 12],
        ["NT32", "Teithio", 500],
    ]
    lines = [[*row, unit] for row, unit in zip(rows, units, strict=True)]
    reads: tuple[Read, ...] = (
        (2, "NT17", "240", "hour"),
        (3, "NT10", "104", "week"),
        (4, "NT3", "3", "person"),
        (5, "NT88", "12", "tonne"),
        (6, "NT32", "500", "mile"),
    )
    return Case(f"tongues-{name}.xlsx", one_sheet(head or HEAD, *lines), reads, quiet=True)


UNITS = (
    in_units("welsh-units", "oriau", "wythnosau", "pobl", "tunnell", "milltir"),
    in_units("units-in-two-languages", "oriau / hours", "wythnosau/weeks", "pobl / people", "tunnell / tonnes",
             "milltiroedd / miles", head=["Cyf / Ref", "Ymrwymiad / Commitment", "Nifer / Number", "Uned / Unit"]),
    in_units("units-below-each-other", "oriau\nhours", "wythnosau\nweeks", "pobl\npeople", "tunelli\ntonnes",
             "milltir\nmiles"),
    in_units("german-units", "Std.", "Wochen", "Personen", "Tonnen", "miles"),
    Case(
        "tongues-two-columns-of-units.xlsx",
        one_sheet(

                    ["Cyf", "Disgrifiad", "Description", "Nifer", "Uned", "Unit"],
                    ["NT17", "Gwirfoddoli", "Volunteering", 180, "oriau", "hours"],
                    ["NT9", "Hyfforddiant", "Training", 40, "wythnosau", "weeks"],
                    [None, "Cyfanswm yr oriau", "Total hours", 180, None, None],

        ),
        ((2, "NT17", "180", "hour"), (3, "NT9", "40", "week")),
        quiet=True,
    ),
    Case(
        "tongues-two-columns-of-units-that-differ.xlsx",
        one_sheet(

                    ["Cyf", "Disgrifiad", "Description", "Nifer", "Uned", "Unit"],
                    ["NT17", "Gwirfoddoli", "Volunteering", 180, "oriau", "days"],
                    ["NT9", "Hyfforddiant", "Training", 40, "wythnosau", "weeks"],

        ),
        ((2, "NT17", "180", None), (3, "NT9", "40", None)),
        findings=("ambiguous-column",),
    ),
)  # fmt: skip

WELSH = (
    Case(
        "tongues-welsh-facts.xlsx",
        one_sheet(
            ["Hyd y contract / Contract length", "4 blynedd / 4 years"],
            ["Dyddiad dechrau / Start date", "1 Ebrill 2026"],
            [],
            HEAD,
            ["NT17", "Gwirfoddoli", "40 awr y flwyddyn", ""],
            ["NT8", "Ysgolion", "dim", "oriau"],
            ["NT16", "Rhodd", 750, "punt"],
        ),
        ((5, "NT17", "160", "hour"), (7, "NT16", "750", "GBP")),
        facts={"years": "4", "start": "2026-04-01"},
    ),
    Case(
        "tongues-none-in-a-year.csv",
        csv(
            ["Cyf", "Ymrwymiad", "Uned", "Blwyddyn 1", "Blwyddyn 2", "Cyfanswm"],
            ["NT17", "Gwirfoddoli", "oriau", 60, "dim", 60],
        ),
        ((2, "NT17", "60", "hour"),),
        quiet=True,
    ),
)


def german(name: str, *quantities: Any, reads: tuple[str | None, ...], **more: Any) -> Case:
    """Hours, hours and pounds, in numbers as typed."""
    lines = (("NT17", "hours", "hour"), ("NT8", "hours", "hour"), ("NT16", "\u00a3", "GBP"))
    told = zip(lines, quantities, strict=True)
    rows = [[ref, f"Promise of {unit}", quantity, unit] for (ref, unit, _), quantity in told]
    read = tuple((n, ref, said, of) for n, ((ref, _, of), said) in enumerate(zip(lines, reads, strict=True), 2))
    return Case(f"tongues-{name}.xlsx", one_sheet(HEAD, *rows), read, **more)


ALL: tuple[str | None, ...] = ("1234.5", "12.5", "1500")
GERMAN = (
    german("points-and-commas", "1.234,5", "12,5", "1.500", reads=ALL, quiet=True, findings=("comma-decimals",)),
    german("with-units-behind", "1.234,5 hours", "12,5 hours", "\u00a3 1.500,-", reads=(None, None, None),
           why="no bare number shows what the marks mean"),
    german("one-number-alone", "1.234,5", "12.5 hours", "40", reads=(None, "12.5", "40"),
           why="one number shows a habit as little as it shows a slip"),
    german("beside-a-decimal-point", "1.234,5", "12.5", "1.500", reads=(None, "12.5", None),
           why="both marks are used, and each line is asked about"),
    german("commas-alone", 1234.5, "12,5", "1.500", reads=("1234.5", None, None), why="12,5 may be a slip for 125"),
    Case(
        "tongues-german-facts.xlsx",
        one_sheet(

                    ["Contract value", "1.850.000,00 \u00a3"],
                    ["Start date", "01.07.2026"],
                    ["Contract length", "24 Monate / months"],
                    [],
                    HEAD,
                    ["NT17", "Volunteering", "1.234,5", "hours"],
                    ["NT29", "Garden", "1,5 Tage", ""],
                    ["NT16", "Goods", "\u00a3 2.500,-", ""],
                    ["NT88", "Waste", "0,8", "t"],

        ),
        ((6, "NT17", "1234.5", "hour"), (7, "NT29", "1.5", "day"), (8, "NT16", "2500", "GBP"),
         (9, "NT88", "0.8", "tonne")),
        facts={"value": "1850000.00", "start": "2026-07-01", "years": "2"},
        quiet=True,
    ),
    Case(
        "tongues-german-cut-by-semicolons.csv",
        text("Ref;Commitment;Quantity;Unit\nNT17;Help;37,5 hours;\nNT16;Goods;\u00a3 2.500,-;\nNT8;Talks;1,5;hours\n"),
        ((2, "NT17", "37.5", "hour"), (3, "NT16", "2500", "GBP"), (4, "NT8", "1.5", "hour")),
        quiet=True,
    ),
)  # fmt: skip

SUMS = (
    Case(
        "tongues-a-total-of-what-was-pledged.xlsx",
        one_sheet(
            HEAD,
            ["NT17", "Youth club", 20, "hours"],
            ["NT16", "Minibus", 180, "\u00a3"],
            ["NT8", "Bakery visits", 3, "hours"],
            [None, "Total hours pledged", 23, None],
        ),
        ((2, "NT17", "20", "hour"), (3, "NT16", "180", "GBP"), (4, "NT8", "3", "hour")),
        quiet=True,
    ),
    Case(
        "tongues-a-supply-chain-in-a-total.xlsx",
        one_sheet(
            ["Measure code", "KPI", "Benchmark", "Own staff", "Supply chain", "Total offered", "Unit"],
            ["NT17", "Volunteering", 8, 6, 6, 12, "hours"],
            ["NT8", "Talks", 30, 24, 16, 40, "hours"],
        ),
        ((2, "NT17", "12", "hour"), (3, "NT8", "40", "hour")),
        quiet=True,
        why="the total counts what the supply chain gives",
    ),
)

CASES = (*UNITS, *WELSH, *GERMAN, *SUMS)

"""Ordinary bids with one or two oddities: what stands around the table, in a heading or in a single cell."""

from tests.corpus.case import Case
from tests.corpus.write.others import csv, ods, text
from tests.corpus.write.values import Formatted, Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

_HOUR, _JOB, _CASH = "volunteering.hour", "jobs.jobseeker-into-work", "local.cash-given"
_HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
_ROWS = [[_HOUR, "Help at the youth club", 120, "hours"], [_JOB, "Unemployed residents into work", 4, "people"]]
_OFFER = ["Ref", "Commitment", "Target and offer"]
_READ = ((2, _HOUR, "120", "hour"), (3, _JOB, "4", "person"))

CASES = (
    Case(
        "an-export-with-errors-as-text.csv",
        csv(_HEAD, [_HOUR, "Schools", "#REF!", "hours"], [_HOUR, "Parks", "#N/A", "hours"], _ROWS[1]),
        ((2, _HOUR, None, None), (3, _HOUR, None, None), (4, _JOB, "4", "person")),
        ("error-cell",),
        why="#REF! and hours head no table, though ref and hours do",
    ),
    Case(
        "thousands-of-pounds-alone.xlsx",
        one_sheet(["Ref", "Commitment", "£000"], [_CASH, "Hardship fund", 12], ["NT16", "In kind", 3.5]),
        ((2, _CASH, "12", "GBPk"), (3, "NT16", "3.5", "GBPk")),
        why="a heading that is nothing but a unit says in what the only amounts are",
    ),
    Case(
        "pounds-alone.csv",
        csv(["Ref", "Commitment", "£"], [_CASH, "Hardship fund", 1200], [_CASH, "Hospice", 300]),
        ((2, _CASH, "1200", "GBP"), (3, _CASH, "300", "GBP")),
    ),
    Case(
        "kilograms-alone.ods",
        ods([["Ref", "What", "kg"], ["waste.landfill-tonne-prevented", "Offcuts kept from landfill", 2500]]),
        ((2, "waste.landfill-tonne-prevented", "2500", "kg"),),
    ),
    Case(
        "a-promise-below-the-table.csv",
        csv(_HEAD, *_ROWS, [], ["We also commit to a further 50 hours of mentoring."], ["We pay the Living Wage."]),
        _READ,
        ("text-row",),
        why="a sentence that promises an amount is not dropped in silence",
    ),
    Case(
        "notes-below-the-table.csv",
        csv(_HEAD, *_ROWS, [], ["We will confirm this within 30 days of award."], ["Prepared on 3 May 2026"]),
        _READ,
        quiet=True,
    ),
    Case(
        "an-export-of-rows-left-empty.csv",
        csv(_HEAD, *_ROWS, ["", "", 0, ""], ["", "", "0.00", "hours"], ["", "", 0, ""]),
        _READ,
        quiet=True,
        why="formulas of a form come out as noughts",
    ),
    Case(
        "days-of-eight-hours.xlsx",
        one_sheet(["Ref", "Commitment", "Days (8 hours each)"], [_HOUR, "Team days", 10]),
        ((2, _HOUR, None, None),),
        ("unit-conflict",),
        why="a working day is taken as 7.5 hours, and the bid says otherwise",
    ),
    Case(
        "days-of-seven-and-a-half-hours.csv",
        csv(_HEAD, [_HOUR, "Team days", 10, "days (7.5 hours)"], [_CASH, "Fund", 500, "Pounds (£)"]),
        ((2, _HOUR, "10", "day"), (3, _CASH, "500", "GBP")),
    ),
    Case(
        "a-duration-of-twelve.csv",
        csv([*_HEAD, "Duration"], [*_ROWS[0], "6 months"], [*_ROWS[1], "12"]),
        _READ,
        ("not-a-duration",),
        why="twelve of what: months beside it, and years by default",
    ),
    Case(
        "our-share-of-it.xlsx",
        one_sheet([*_HEAD, "Attribution (our share)"], *([*row, Formatted(0.8, "0%")] for row in _ROWS)),
        _READ,
        ("attribution-own",),
        why="the heading says whose share it is",
    ),
    Case(
        "a-draft-beside-the-offer.xlsx",
        xlsx(
            Sheet([_HEAD, *_ROWS], "Final offer"),
            Sheet([_HEAD, [_HOUR, "Help at the youth club", 90, "hours"]], "Draft"),
        ),
        _READ,
        ("earlier-version-left-out",),
        why="what was drafted first is promised no longer",
    ),
    Case(
        "a-draft-alone.xlsx",
        xlsx(Sheet([_HEAD, _ROWS[0]], "Draft - hours"), Sheet([_HEAD, [_JOB, "Jobs", 4, "people"]], "Draft - jobs")),
        ((2, _HOUR, "120", "hour"), (2, _JOB, "4", "person")),
        quiet=True,
        why="where all sheets are called drafts, they are what is offered",
    ),
    Case(
        "two-versions.xlsx",
        xlsx(Sheet([_HEAD, _ROWS[1]], "SV offer v1.0"), Sheet([_HEAD, *_ROWS], "SV offer v1.1")),
        _READ,
        ("earlier-version-left-out",),
    ),
    Case(
        "first-and-second-year.csv",
        csv(["Ref", "Commitment", "Unit", "1st year", "Second year"], [_HOUR, "Schools", "hours", 10, 20]),
        ((2, _HOUR, "30", "hour"),),
        quiet=True,
    ),
    Case(
        "years-in-brackets.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Unit", "Target (Year 1)", "Target (Year 2)"],
            [_HOUR, "Schools", "hours", 10, 20],
            [_JOB, "Jobs", "people", 1, 2],
        ),
        ((2, _HOUR, "30", "hour"), (3, _JOB, "3", "person")),
        quiet=True,
        why="what stands in brackets says for which year the quantity is",
    ),
    Case(
        "years-after-a-dash.csv",
        csv(
            ["Ref", "Commitment", "Unit", "Quantity - 2026/27", "Quantity - 2027/28"],
            ["NT17", "Schools", "hrs", 10, 20],
        ),
        ((2, "NT17", "30", "hour"),),
        quiet=True,
    ),
    Case(
        "april-to-march.csv",
        text("Ref,Commitment,Unit,Apr 26 - Mar 27,Apr 27 - Mar 28\nNT17,Schools,hours,10,20\n"),
        ((2, "NT17", "30", "hour"),),
        quiet=True,
    ),
    Case(
        "shares-beside-what-is-saved.csv",
        csv(["Ref", "What", "% reduction", "tCO2e saved"], ["NT31", "Heat", 10, 25], ["NT31", "Fleet", None, 5]),
        ((2, "NT31", "25", "tCO2e"), (3, "NT31", "5", "tCO2e")),
        quiet=True,
    ),
    Case(
        "targets-as-shares-and-in-units.csv",
        csv(["Ref", "What", "Target %", "Target (tCO2e)"], ["NT31", "Heat", 10, 25], ["NT31", "Fleet", 5, 5]),
        ((2, "NT31", "25", "tCO2e"), (3, "NT31", "5", "tCO2e")),
        quiet=True,
    ),
    Case(
        "targets-as-shares-or-in-units.csv",
        csv(["Ref", "What", "Target %", "Target (tCO2e)"], ["NT31", "Heat", 10, ""], ["NT31", "Fleet", "", 5]),
        ((2, "NT31", "10", "percent"), (3, "NT31", "5", "tCO2e")),
        quiet=True,
    ),
    Case(
        "a-share-alone-in-its-row.csv",
        csv(["Ref", "What", "% reduction", "tCO2e saved"], ["NT31", "Heat", 10, 25], ["NT31", "Fleet", 5, None]),
        ((2, "NT31", "25", "tCO2e"), (3, "NT31", None, None)),
        findings=("no-quantity",),
    ),
    Case(
        "what-is-promised-said-twice.csv",
        csv(["Ref", "What", "Quantity", "Amount offered"], ["NT17", "Talks", 10, 10], ["NT18", "Clubs", 20, 20]),
        ((2, "NT17", "10", None), (3, "NT18", "20", None)),
        quiet=True,
    ),
    Case(
        "years-of-two-calendars.csv",
        csv(["Ref", "Commitment", "Year 1", "2027/28"], ["NT17", "Talks", 10, 20]),
        ((2, "NT17", None, None),),
        findings=("ambiguous-column",),
    ),
    Case(
        "quarters-over-their-months.csv",
        csv(["Ref", "Commitment", "Q1 April", "Q1 May", "Q1 June", "Q2 July"], ["NT17", "Talks", 1, 2, 3, 4]),
        ((2, "NT17", "10", None),),
        quiet=True,
    ),
    Case(
        "optional-above-years.csv",
        csv(["Ref", "Commitment", "Year 1", "Year 2"], ["Optional", "", "", ""], ["NT17", "Talks", 10, 20]),
        ((3, "NT17", "30", None),),
        findings=("line-withdrawn",),
    ),
    Case(
        "lines-that-differ-in-a-year.csv",
        csv(
            ["Ref", "Commitment", "Year 1", "Year 2", "Total"],
            ["NT17", "Talks", 10, 20, 30],
            ["NT17", "Talks", 10, "", 10],
            ["NT17", "Talks", 10, 30, 50],
            ["NT17", "Talks", "", 40, 40],
        ),
        ((2, "NT17", "30", None), (3, "NT17", "10", None), (4, "NT17", None, None), (5, "NT17", "40", None)),
        findings=("total-mismatch",),
    ),
    Case(
        "a-heading-again-on-the-last-page.csv",
        csv(_OFFER, ["NT17", "Talks", 10], ["NT18", "Clubs", 20], _OFFER),
        ((2, "NT17", "10", None), (3, "NT18", "20", None)),
        findings=("empty-table",),
    ),
    Case(
        "outcomes-and-commitments.csv",
        csv(["Ref", "Outcome & commitment", "Quantity"], ["NT17", "Pupils know of our work: talks", 10]),
        ((2, "NT17", "10", None),),
        quiet=True,
    ),
    Case(
        "a-track-record-alone.csv",
        csv(["Our track record"], [], _HEAD, *_ROWS),
        fatal="no-table",
        why="what was done for others is not promised",
    ),
    Case(
        "a-note-between-tables.csv",
        csv(
            [*_HEAD[:3], "", *_HEAD[:3]],
            ["NT17", "Talks", 1, "", "NT18", "Clubs", 5],
            ["NT19", "Tours", 2, "see note", "NT20", "Trees", 6],
        ),
        ((2, "NT17", "1", None), (3, "NT19", "2", None), (2, "NT18", "5", None), (3, "NT20", "6", None)),
    ),
    Case(
        "an-example-without-an-amount.csv",
        csv(_HEAD, _ROWS[0], ["", "e.g. a careers talk", "", "hours"], _ROWS[1]),
        (_READ[0], (4, *_READ[1][1:])),
        findings=("example-row-skipped",),
    ),
)

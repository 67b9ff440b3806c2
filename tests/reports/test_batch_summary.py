"""What is said at the end of a run over many bids."""

from sv_cli.model.summaries import Failure, Summary
from sv_cli.reports.batch import render
from sv_cli.reports.screen import Screen

FAILURE = Failure("bids/kitchens.xlsx", "SV107", "the workbook is protected with a password")


def below(heading: str, summary: Summary) -> list[str]:
    """The lines under ``heading``, up to the next empty one."""
    lines = render(summary, Screen(width=64, colour=False)).splitlines()
    start = lines.index(heading) + 1
    return lines[start : lines.index("", start)]


def test_findings_are_named_and_what_has_to_be_acted_on_comes_first():
    summary = Summary(bids=3, scored=3, codes={"SV115": 1200, "SV240": 1, "SV302": 2, "SV204": 2})
    assert below(" Findings:", summary) == [
        "   error    SV204 no-quantity             2",
        "   error    SV302 unknown-reference       2",
        "   warning  SV240 said-twice              1",
        "   note     SV115 delimiter-detected  1,200",
        "   `sv explain CODE` explains a code",
    ]


def test_codes_beyond_the_first_are_counted():
    codes = ["SV101", "SV102", "SV105", "SV107", "SV108", "SV201", "SV203", "SV204", "SV207", "SV229", "SV240", "SV302"]
    summary = Summary(bids=1, scored=1, codes=dict.fromkeys([*codes, "SV306"], 1))
    assert below(" Findings:", summary)[-2:] == [
        "   and 1 more code, in the table of findings; `sv explain CODE`",
        "   explains a code",
    ]


def test_what_goes_over_the_line_stands_further_in_than_the_next_bid():
    summary = Summary(bids=5, failures=[FAILURE])
    assert below(" 5 bids not scored:", summary) == [
        "   - bids/kitchens.xlsx: SV107: the workbook is protected with a",
        "     password",
        "   and 4 more, in the table of findings",
    ]

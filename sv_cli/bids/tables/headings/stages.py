"""Owns headings that stand for a time, and for which cannot be told: stages, extensions, several years."""

import re

from sv_cli.bids.cells.parts import MONTH_STEM, SLICE, Part
from sv_cli.bids.cells.periods import find_period
from sv_cli.bids.cells.text import folded
from sv_cli.bids.tables.headings.heading import ODD_YEAR, Heading
from sv_cli.bids.terms.forms import unbracketed
from sv_cli.bids.terms.names import EXTENDED
from sv_cli.late import late, rare

EXTENDING = "because it refers to years that may not happen"
_ODD_YEAR = late(
    r"(?:(?:contract |financial )?(?:years?|yrs?|fye?|y) ?[0-9]|20[0-9]{2})[0-9 /&+,\-\u2010-\u2015]*"
    r"(?:to|and|onwards?)?[0-9 /\-\u2010-\u2015]*",
    re.IGNORECASE,
)
_STAGE = late(
    r"(?:(?:(?:pre|de)[ \-]?)?mobili[sz]ation|transition|implementation|set[ \-]?up|exit)(?: year)?"
    r"|(?:phase|stage) [0-9]",
    re.IGNORECASE,
)
_UNSURE_YEAR = rare(
    r"\b(?:cumulative|cumul|cum|running|optional|option|opt|extension|extn|ext"
    rf"|(?:if|when|where|subject to being) (?:the contract (?:is )?)?(?:{EXTENDED}|awarded|taken up))\b",
    ("cum", "running", "opt", "ext", "exercised", "renewed", "awarded", "taken up"),
    re.IGNORECASE,
)
_EXTENSION = rare(
    r"(?:optional )?(?:contract )?extensions?(?: (?:years?|term|period|total|quantity|qty|offer|target|amount|[1-9]))?"
    r"|option(?:al)? (?:years?|term|period)(?: [1-9])?|optional [1-9] years?|\+ ?[1-9](?: ?\+ ?[1-9])+(?: years?)?"
    r"|(?:subsequent|following|remaining|later|future|further) years?"
    r"|(?:(?:annual(?:ly)?|yearly|each year|every year) )?(?:thereafter|afterwards)"
    r"(?: \(?(?:p\.?a\.?|per (?:year|annum)|each year|annually|a year)\)?)?",
    ("ext", "opt", "+", "subsequent", "following", "remaining", "later", "future", "further", "after"),
    re.IGNORECASE,
)
# What stands behind a year of how much of it the contract has, or of which stage it is
_HOW_MUCH = (
    r"(?:(?:part|half|full)(?:[ \-]year)?|[0-9]{1,2} ?(?:months?|mths?|weeks?|wks?))(?: only)?"
    r"|(?:from|to|until|ending|starting)(?: [0-9]{1,2}(?:st|nd|rd|th)?)?"
    rf" {MONTH_STEM}[a-z]*(?: (?:20)?[0-9]{{2}})?"
)
_STAGE_OF = (
    r"(?:(?:pre|de)[ \-]?)?mobili[sz]ation|transition|implementation|(?:set|start)[ \-]?up|exit|handover|close[ \-]?out"
    r"|inc(?:l|luding)?\.? mobili[sz]ation|mobili[sz]e|steady[ \-]state|offer(?:ed)?|commitment|committed|y ?[0-9]"
    r"|all (?:sites|lots|areas|regions)"
    r"|(?:first|initial|final|last|core|ramp[ \-]up|bedding[ \-]in|full (?:delivery|service)|delivery)"
    r"(?: (?:contract )?(?:year|term))?"
)
_BEHIND_YEAR = rf"(?:{_HOW_MUCH}|(?:{_STAGE_OF})(?: (?:year|period|phase|stage))?)"
_OF_THE_YEAR = rare(
    rf"\s*(?:[(\[]{_BEHIND_YEAR}[)\]]|(?<=year [1-9] )(?=ending |to |until )(?:{_HOW_MUCH})"
    rf"|(?:[:,]|[\-\u2010-\u2015])\s*{_BEHIND_YEAR})\s*$",
    (
        *("part", "half", "full", "month", "mth", "week", "wk", "from ", "to ", "until ", "ending ", "starting "),
        *("mobili", "transition", "implementation", "up", "exit", "handover", "close", "steady", "offer", "commit"),
        *("all ", "first", "initial", "final", "last", "core", "bedding", "delivery"),
        *(f"y{space}{digit}" for space in ("", " ") for digit in "0123456789"),
    ),
    re.IGNORECASE,
)
_SEVERAL_YEARS = late(
    r"\b(?:contract )?(?:years?|yrs?|y) ?(?P<first>[1-9]) ?(?:[\-\u2010-\u2015&]|to|and) ?"
    r"(?:(?:years?|yrs?|y) ?)?[2-9]\b"
    r"|\b20[0-9]{2}(?:/[0-9]{2})? ?(?:[\-\u2010-\u2015/]|to) ?(?:20)?[0-9]{2}(?:/[0-9]{2})?\b",
    re.IGNORECASE,
)


def several_years(text: str) -> tuple[Heading, str] | None:
    """The years of ``Target Yr 1-3``, and the words beside them; a guess for the whole where year 1 is the first."""
    line = folded(text)
    match = _SEVERAL_YEARS.search(line)
    if match is None:
        return None
    heading = Heading(ODD_YEAR, "for all years, from the first", guessed=match["first"] in ("1", None))
    return heading, f"{line[: match.start()]} {line[match.end() :]}"


def without_its_stage(text: str) -> str:
    """The heading of a year without what is said of its stage or length: ``2028/29 (part)``, ``Year 3 (exit)``."""
    return _OF_THE_YEAR.sub("", text)


def odd_year(text: str) -> Heading | None:
    """``Years 3-5``, ``FY27``, ``Mobilisation``: it stands for a time, and for which cannot be told."""
    line = re.sub(r" (?:period|phase|stage)$", "", folded(unbracketed(text)), flags=re.IGNORECASE)
    if _STAGE.fullmatch(line):
        return Heading(ODD_YEAR, "because it names a stage of the contract", part=Part(SLICE, 0, label=line.casefold()))
    if _EXTENSION.fullmatch(line):
        return Heading(ODD_YEAR, EXTENDING)
    unsure = _UNSURE_YEAR.search(text) and (_ODD_YEAR.fullmatch(line) or find_period(text))
    return (
        Heading(ODD_YEAR, "because it refers to years")
        if unsure or any(map(_ODD_YEAR.fullmatch, (folded(text), line)))
        else None
    )

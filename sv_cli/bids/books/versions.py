"""Owns sheets that others replace or say again: earlier versions by their names, and other ones by their lines too."""

import re
import sys
from collections.abc import Iterable, Mapping
from itertools import combinations

from sv_cli.bids.cells.parts import MONTH_STEM, find_part, find_slice
from sv_cli.bids.cells.periods import find_period
from sv_cli.bids.cells.text import normal
from sv_cli.bids.tell import Teller
from sv_cli.bids.terms.codes import looked_up
from sv_cli.bids.terms.names import BID
from sv_cli.bids.terms.titles import is_street, names_no_bid
from sv_cli.late import late
from sv_cli.model.bids import Commitment

_NUMBERED, _NUMBER = r"(?:v|ver|version|rev|revision)[\s._]*", r"[0-9]{1,3}(?:\.[0-9]{1,3})?"
_VERSION = late(
    rf"(?P<stem>.*?)[\s_\-(]*\b(?:{_NUMBERED}(?P<number>{_NUMBER})|(?:rev|revision|issue)[\s._]*(?P<letter>[a-h]))\)?[\s_\-]*(?:final|clean|signed)?"
    rf"|{_NUMBERED}(?P<first>{_NUMBER})[\s_\-]+(?P<of>.+)",
    re.IGNORECASE,
)
_COPY = late(r"copy of (?P<of>.+)|(?P<stem>.+?)[\s_\-]*\(?\bcopy\)?", re.IGNORECASE)
_BID = f"(?:social value )?{BID}"
# The bid of a year; a year alone is one of the contract
_DATED = late(
    rf"(?:our |the )?(?:(?P<year>20[0-9]{{2}}) (?P<bid>{_BID})|(?P<of>{_BID}) [(]?(?P<in>20[0-9]{{2}})[)]?)",
    re.IGNORECASE,
)
# What was there first, or was given to somebody else
_FIRST = late(
    rf"(?:(?:our|the) )?(?:original|(?:original|initial|first|last) {_BID}|pre bafo)"
    rf"|(?:v|version) ?[01](?: 0)?(?: {_BID})?"
)
# What a spreadsheet program calls a copy, or a sheet that nobody named
_COPIED = late(r".+\([2-9]\)")
_UNNAMED = late(r"(?:sheet|table|tab) ?[0-9]+", re.IGNORECASE)
# What a sheet may be called that stands in another one's place
_INSTEAD = frozenset(
    (
        *("copy", "current", "existing", "initial", "bafo", "itt", "revised", "updated", "new", "newest", "latest"),
        *("final", "first", "second", "round", "amended", "clean"),
    )
)
# What the sheet of the promises is called where others beside it hold something else
_PROMISES = late(
    r"(?:(?:our|the|your|bidder|tenderer|supplier)(?: s)? )?(?:(?:social value|sv) )?"
    rf"(?:commitments?|promises|pledges|offers|{BID})"
)
# What is called after a year or a day, and after nothing else: of several such sheets each may be of one contract
_OF_YEAR = late(
    r"f ?y ?(?:20)?(?P<year>[0-9]{2})(?: (?:20)?[0-9]{2})?"
    r"|(?:(?:as at|as of|up to|from|for) )?(?:[0-9a-z]{1,9} )?20[0-9]{2}(?: (?:20)?[0-9]{2})?"
    r"(?: (?:figures|numbers|data|lines|version|plan))?"
    r"|(?:prior|previous|current|this|next) (?:(?:financial|contract) )?year"
)
_MONTH = late(
    rf"(?:{MONTH_STEM}[a-z]*|(?:q|qtr|quarter) ?[1-4])"
    r" (?:20)?[0-9]{2}(?: [0-9]{2})?"
)
# What a sheet may be called beside its year that is called after no place, lot or what else there are several of
_OF_ANY_BID = _INSTEAD | frozenset(
    (
        *("figures", "numbers", "data", "lines", "version", "plan", "plans", "draft", "old", "previous", "prior"),
        *("commitment", "commitments", "promises", "pledges", "offer", "offers", "bid", "tender", "submission"),
        *("response", "proposal", "social", "value", "sv", "toms", "measures", "targets", "year", "update", "rev"),
        *("forecast", "actual", "actuals", "baseline", "summary", "total", "all", "as", "at", "of", "to", "sheet"),
        *("stretch", "review", "reviewed", "agreed", "corrected", "master", "main", "backup", "edit", "edited"),
        *("q1", "q2", "q3", "q4", "h1", "h2", "v1", "v2", "v3"),
    )
)
_FEWEST = 2


def earlier_versions(sheets: Iterable[str]) -> frozenset[str]:
    """The sheets that others replace by their names: ``Offer v1`` beside ``Offer v2``, a draft beside the offer."""
    names = list(sheets)
    if len(names) == 1:
        return frozenset()
    versions = {name: _version(name) for name in names}
    newest: dict[str, list[int]] = {}
    for stem, number in versions.values():
        newest[stem] = max(number, newest.get(stem, []))
    drafts = {name for name in names if _is_first(name)}
    earlier = {name for name, (stem, number) in versions.items() if number < newest[stem]}
    return frozenset(earlier | (drafts if len(drafts) < len(names) else set()))


def _version(sheet: str) -> tuple[str, list[int]]:
    """What a sheet is a version of, and which.

    One without a number comes after a copy, the bids of named years and the first version, and before the others.
    """
    name = sheet.strip()
    dated = _DATED.fullmatch(name)
    if dated:
        return normal(dated["bid"] or dated["of"]), [0, int(dated["year"] or dated["in"])]
    copied = _COPY.fullmatch(name)
    if copied:
        return normal(copied["of"] or copied["stem"]), []
    match = _VERSION.fullmatch(name)
    if match and match["letter"]:
        return normal(match["stem"]), [ord(match["letter"].casefold())]
    if match:
        return normal(match["stem"] or match["of"] or ""), [*map(int, (match["number"] or match["first"]).split("."))]
    return normal(name), [1, sys.maxsize]


def _is_first(sheet: str) -> bool:
    words = normal(sheet)
    drafted = "draft" in words.split(" ") and not names_no_bid(words)
    return drafted or _FIRST.fullmatch(words) is not None


def is_of_promises(sheet: str) -> bool:
    """Whether a sheet is called after the promises and nothing else: ``Commitments``, ``Our offer``."""
    return _PROMISES.fullmatch(normal(sheet)) is not None


def may_promise_more(sheet: str) -> bool:
    """Whether a sheet may by its name hold further promises: those of a lot, a partner, or ``Further commitments``."""
    return find_slice(sheet) is not None or _PROMISES.search(normal(sheet)) is not None


def tell_sheets_again(commitments: Iterable[Commitment], tell: Teller) -> None:
    """Warn of each sheet that may be a version or a year of another one whose lines it has, or guide who promises."""
    lines: dict[str, set[str]] = {}
    for each in commitments:
        if reference := looked_up(each.reference):
            lines.setdefault(each.sheet, set()).add(reference)
    doubtful = {sheet for sheet in lines if _may_be_another(sheet) or _is_beside_promises(sheet, lines)}
    years = {sheet: year for sheet in doubtful if (year := _year(sheet)) is not None}
    told: set[str] = set()
    for first, second in combinations(lines, 2) if doubtful else ():
        again, other = (first, second) if second not in doubtful else (second, first)
        if again not in doubtful or again in told or _are_years(again, other, years) or _are_named(again, other):
            continue
        if _are_alike(lines, again, other):
            told.add(again)
            Teller(tell.file, again, tell.found, tell.counts).say("sheet-said-again", other=other)


def _is_beside_promises(sheet: str, lines: Mapping[str, set[str]]) -> bool:
    """Whether a sheet has several lines of one called ``Commitments``, and is called after no lot or partner."""
    promises = next(filter(is_of_promises, lines), None)
    if promises is None or sheet == promises or len(lines[sheet]) < _FEWEST:
        return False
    return not may_promise_more(sheet)


def _are_alike(lines: Mapping[str, set[str]], one: str, other: str) -> bool:
    """Whether one sheet has all lines of the other; of a version or a year most are enough: some may be others."""
    if _UNNAMED.fullmatch(one.strip()):
        return len(lines[one]) > 1 and lines[one] == lines[other]  # it may as well go on where the other ends
    if lines[one] <= lines[other] or lines[other] <= lines[one]:
        return True
    shared = len(lines[one] & lines[other])
    changed = _is_version(one) or find_period(one) is not None or _OF_YEAR.fullmatch(normal(one)) is not None
    return changed and shared > 1 and shared * 2 > min(len(lines[one]), len(lines[other]))


def _is_version(sheet: str) -> bool:
    """Whether a name says that the sheet is one of several bids: ``Bid v1``, ``2023 bid``, ``Offer (2)``."""
    name = sheet.strip()
    return bool(_VERSION.fullmatch(name) or _DATED.fullmatch(name) or _COPIED.fullmatch(name))


def _may_be_another(sheet: str) -> bool:
    if find_period(sheet) or _is_version(sheet) or _UNNAMED.fullmatch(sheet.strip()):
        return True
    if _OF_YEAR.fullmatch(normal(sheet)):
        return True
    return not _INSTEAD.isdisjoint(normal(sheet).split(" ")) and not is_street(sheet)


def _are_years(one: str, other: str, years: Mapping[str, int]) -> bool:
    """Whether two sheets are parts of one contract: months, quarters, or years that follow each other with no gap."""
    if _MONTH.fullmatch(normal(one)) and _MONTH.fullmatch(normal(other)):
        return True
    if one not in years or other not in years or years[one] == years[other]:
        return False
    low, high = sorted((years[one], years[other]))
    known = set(years.values())
    return all(year in known for year in range(low, high))


def _are_named(one: str, other: str) -> bool:
    """Whether two sheets of a year are called after different things: ``Leeds 2026``, ``York 2026``."""
    left = [found[1].split(" ") for each in (one, other) if not _is_version(each) and (found := find_period(each))]
    words = [{word for word in rest if word and find_part(word) is None} for rest in left]
    return len(words) > 1 and words[0] != words[1] and all(each and each.isdisjoint(_OF_ANY_BID) for each in words)


def _year(sheet: str) -> int | None:
    named = _OF_YEAR.fullmatch(normal(sheet))
    if named is not None and named["year"]:
        return 2000 + int(named["year"])
    found = find_period(sheet)
    if found is None or _DATED.fullmatch(sheet.strip()):
        return None
    return found[0].number if found[0].number is not None else found[0].calendar

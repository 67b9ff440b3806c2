"""Owns the check `calendar`: more time than a calendar has, in rates ("30 hours a day") and between two dates."""

import re
from collections.abc import Iterator
from decimal import Decimal

from sv_cli.checks.case import Case, Violation
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import counted, number
from sv_cli.model.valuations import Line

KINDS = ("beyond-the-calendar",)
_RATE = re.compile(
    r"(?<![\w.,])(?P<number>\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d{1,4})?)\s?(?P<what>hours?|hrs?|days?|weeks?|months?)\s?"
    r"(?:a|an|per|each|every|/)\s?(?P<per>day|week|month|year)\b",
    re.IGNORECASE,
)
_MOST = {
    ("hour", "day"): 24,
    ("hour", "week"): 168,
    ("hour", "month"): 744,
    ("hour", "year"): 8784,
    ("day", "week"): 7,
    ("day", "month"): 31,
    ("day", "year"): 366,
    ("week", "month"): 5,
    ("week", "year"): 53,
    ("month", "year"): 12,
}
_LONGEST = 2000


class Settings(Base, frozen=True):
    """``people``: how many work at the same time on one commitment, which bounds its hours between two dates."""

    people: Decimal | None = None


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """One violation for each rate in a description, and each dated commitment, that the calendar has no room for."""
    for line in case.valuation.lines:
        yield from _written(line)
        if settings.people is not None:
            yield from _dated(line, settings.people, case)


def _written(line: Line) -> Iterator[Violation]:
    for match in _RATE.finditer(line.commitment.description[:_LONGEST]):
        what = match["what"].lower().replace("hr", "hour").rstrip("s")
        per = match["per"].lower()
        most = _MOST.get((what, per))
        if most is not None and Decimal(match["number"].replace(",", "")) > most:
            fields = {"found": f"{' '.join(match[0].split())!r} is", "wanted": f"{counted(most, what)} in a {per}"}
            yield Violation("beyond-the-calendar", fields, line.commitment, "description")


def _dated(line: Line, people: Decimal, case: Case) -> Iterator[Violation]:
    commitment = line.commitment
    if commitment.start is None or commitment.end is None or not line.quantity or line.proxy is None:
        return
    if not case.alike(line.proxy.unit, "hour"):
        return
    days = (commitment.end - commitment.start).days + 1
    hours, most = case.converted(line.quantity, line.proxy.unit, "hour"), people * days * 24
    if hours > most:
        crowd = "" if people == 1 else f" for {number(people)} people"
        between = f"{commitment.start.isoformat()} and {commitment.end.isoformat()}"
        wanted = f"{case.said(most, 'hour')}{crowd} between {between}"
        fields = {"found": f"{case.said(hours, 'hour')} are", "wanted": wanted}
        yield Violation("beyond-the-calendar", fields, commitment, "quantity")

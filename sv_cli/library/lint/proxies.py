"""Owns the rules about one proxy: deductions, duration, shares, day of review, confidence, geography."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding
from sv_cli.library.lint.subject import Subject
from sv_cli.model.figures import ADJUSTMENTS, Proxy

_FARTHEST_YEARS = 3
_ALWAYS = tuple(name for name in ADJUSTMENTS if name != "drop_off")


def unadjusted(subject: Subject) -> Iterator[Finding]:
    """Every deduction is stated; drop-off only has to be where the effect lasts longer than a year."""
    for placed, proxy in subject.proxies():
        wanted = ADJUSTMENTS if proxy.duration_years > 1 else _ALWAYS
        missing = [name.replace("_", "-") for name in wanted if name not in proxy.adjustments]
        if missing:
            yield finding("adjustment-missing", placed.place, proxy=proxy.id, missing=", ".join(missing))


def unexplained_duration(subject: Subject) -> Iterator[Finding]:
    """An effect that lasts longer or shorter than a year says why."""
    for placed, proxy in subject.proxies():
        if proxy.duration_years != 1 and proxy.duration_why is None:
            yield finding("duration-unexplained", placed.place, proxy=proxy.id, years=f"{proxy.duration_years:f}")


def agencies(subject: Subject) -> Iterator[Finding]:
    """The shares of the agencies add up to 1, and there is a fiscal part to share."""
    for placed, proxy in subject.proxies():
        total = sum(proxy.agency.values(), Decimal(0))
        if proxy.agency and total != 1:
            yield finding("agency-shares", placed.place, proxy=proxy.id, problem=f"add up to {total:f}, not 1")
        if proxy.agency and "fiscal" not in (*proxy.parts, *proxy.shares):
            yield finding("agency-shares", placed.place, proxy=proxy.id, problem="have no fiscal part to share")


def overdue(subject: Subject) -> Iterator[Finding]:
    """The day of review has not passed."""
    for placed, proxy in subject.proxies():
        if date.fromisoformat(proxy.review_by) < subject.today:
            yield finding("review-overdue", placed.place, proxy=proxy.id, day=proxy.review_by)


def far_off(subject: Subject) -> Iterator[Finding]:
    """The day of review is within three years."""
    today = subject.today
    for placed, proxy in subject.proxies():
        day = date.fromisoformat(proxy.review_by)
        if (day.year - _FARTHEST_YEARS, day.month, day.day) > (today.year, today.month, today.day):
            yield finding("review-far-off", placed.place, proxy=proxy.id, day=proxy.review_by)


def overconfident(subject: Subject) -> Iterator[Finding]:
    """High confidence does not rest on a figure that was seen at second hand only."""
    for placed, proxy in subject.proxies():
        figures = [each for each in proxy.figures if subject.library.figures[each].source.read == "secondary"]
        if proxy.confidence.level == "high" and figures:
            yield finding("overconfident", placed.place, proxy=proxy.id, figures=", ".join(figures))


def unknown_level(subject: Subject) -> Iterator[Finding]:
    """Confidence is high, medium or low."""
    for placed, proxy in subject.proxies():
        if proxy.confidence.level not in ("high", "medium", "low"):
            yield finding("confidence-unknown", placed.place, proxy=proxy.id, level=proxy.confidence.level)


def geography(subject: Subject) -> Iterator[Finding]:
    """A proxy for the whole country does not rest on figures of one nation only."""
    for placed, proxy in subject.proxies():
        narrower = _nations(proxy, subject)
        if proxy.geography in ("UK", "United Kingdom", "GB", "Great Britain") and len(narrower) == 1:
            narrow = narrower.pop()
            yield finding("geography-widened", placed.place, proxy=proxy.id, wide=proxy.geography, narrow=narrow)


def _nations(proxy: Proxy, subject: Subject) -> set[str]:
    return {subject.library.figures[figure].geography for figure in proxy.figures} - {"UK", "GB", "Great Britain"}

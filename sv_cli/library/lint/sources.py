"""Owns the rules about sources: complete, honest about what was read, and free to be passed on."""

import re
from collections.abc import Iterator
from datetime import date

from sv_cli.findings.catalogue import finding
from sv_cli.findings.finding import Finding
from sv_cli.library.lint.subject import Subject
from sv_cli.model.sources import Source

LICENCES = frozenset(
    {
        "CC-BY-3.0",
        "CC-BY-4.0",
        "CC-BY-NC-ND-4.0",
        "CC0-1.0",
        "OGL-UK-3.0",
        "private",
        "publisher-copyright",
        "unstated-open",
    }
)
_URL = re.compile(r"https?://[^\s/]+\.[^\s/]+(/\S*)?")
_PUBLISHED = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?|/[0-9]{2})?")


def incomplete(subject: Subject) -> Iterator[Finding]:
    """Everything that it takes to find the page again is stated, in the form that it should have."""
    for placed, source in subject.sources():
        for problem in _problems(source, subject.today):
            yield finding("source-incomplete", placed.place, title=source.title, problem=problem)


def _problems(source: Source, today: date) -> Iterator[str]:
    for name in ("publisher", "title", "published", "licence"):
        if not str(getattr(source, name)).strip():
            yield f"its {name} is empty"
    if not _URL.fullmatch(source.url):
        yield f"its url {source.url!r} is not an address that starts with http"
    if not _PUBLISHED.fullmatch(source.published) and not _undated(source):
        yield f"published {source.published!r} is not a year, month or day such as 2026, 2026-05 or 2026-05-27"
    if source.read not in ("primary", "secondary"):
        yield f"read {source.read!r} is neither primary nor secondary"
    try:
        accessed = date.fromisoformat(source.accessed)
    except ValueError:
        yield f"accessed {source.accessed!r} is not a day such as 2026-11-23"
    else:
        if accessed > today:
            yield f"accessed {source.accessed} is in the future"


def _undated(source: Source) -> bool:
    return source.published.startswith(("undated", "no date"))


def undated(subject: Subject) -> Iterator[Finding]:
    """A source has a date of publication."""
    for placed, source in subject.sources():
        if _undated(source):
            yield finding("source-undated", placed.place, title=source.title, published=source.published)


def unknown_licence(subject: Subject) -> Iterator[Finding]:
    """The licence is one of LICENCES, so that it is known what may be published."""
    for placed, source in subject.sources():
        if source.licence not in LICENCES:
            known = ", ".join(sorted(LICENCES))
            yield finding("licence-unknown", placed.place, title=source.title, licence=source.licence, known=known)


def forbidden(subject: Subject) -> Iterator[Finding]:
    """A library that is published holds no amount whose licence forbids that; in an overlay it is only noted."""
    for placed, source in subject.sources():
        if not source.redistributable:
            name = "licence-private" if placed.file in subject.private else "licence-forbids"
            yield finding(name, placed.place, title=source.title, licence=source.licence)


def second_hand(subject: Subject) -> Iterator[Finding]:
    """A source that was not read itself says in which other publication it was read."""
    for placed, source in subject.sources():
        if source.read == "secondary" and source.read_via is None:
            yield finding("second-hand-unplaced", placed.place, title=source.title)


def superseded(subject: Subject) -> Iterator[Finding]:
    """No proxy uses a figure that has been replaced, or one of an edition that has been."""
    for placed, proxy in subject.proxies():
        for figure in map(subject.library.figures.__getitem__, proxy.figures):
            by = figure.superseded_by or figure.source.superseded_by
            if by is not None:
                yield finding("figure-superseded", placed.place, proxy=proxy.id, figure=figure.id, by=by)

"""Owns what is left out of a judgement: findings that are not asked for, and findings that are waived."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from fnmatch import fnmatchcase
from pathlib import PurePath

from msgspec.structs import replace

from sv_cli.findings.catalogue import BY_CODE, BY_NAME, finding
from sv_cli.findings.finding import Finding, Place, Severity
from sv_cli.library.nearest import nearest_text
from sv_cli.library.waivers import Waiver
from sv_cli.model.frameworks import Framework
from sv_cli.model.judgements import Breach, Judged, Waived


def unknown_names(names: Iterable[str], framework: Framework | None) -> Iterator[tuple[str, str]]:
    """Those of ``names`` that are no code or its beginning, no finding's name and no rule; each with near names."""
    rules = [] if framework is None else [rule.id for rule in framework.rules]
    for name in names:
        beginning = len(name) > len("SV") and any(code.startswith(name.upper()) for code in BY_CODE)
        if not (beginning or name in BY_NAME or name in rules):
            yield name, nearest_text(name, [*rules, *BY_NAME])


def named(breach: Breach, names: Collection[str]) -> bool:
    """Whether one of ``names`` is the finding's code or its beginning, the finding's name, or the rule's id."""
    return any(_named(breach, name) for name in names)


def _named(breach: Breach, name: str) -> bool:
    found = breach.finding
    beginning = len(name) > len("SV") and found.code.startswith(name.upper())
    return beginning or name == found.name or (breach.rule is not None and name == breach.rule.id)


def narrowed(judged: Judged, select: Sequence[str], ignore: Sequence[str]) -> Judged:
    """``judged`` with the findings of ``select``, or all, but without those of ``ignore``; fatal ones always stay."""
    kept = [
        each
        for each in judged.breaches
        if each.finding.fatal or ((not select or named(each, select)) and not named(each, ignore))
    ]
    return restated(judged, kept)


def waived(judged: Judged, waivers: Sequence[Waiver], today: date) -> tuple[Judged, set[Waiver]]:
    """``judged`` without what is waived, and the waivers that matched.

    A waiver that has run out waives nothing, and is a finding.
    """
    kept: list[Breach] = []
    left: list[Waived] = []
    used: set[Waiver] = set()
    for breach in judged.breaches:
        mine = [each for each in waivers if _waives(each, breach, judged)]
        used.update(mine)
        valid = next((each for each in mine if each.until >= today), None)
        if valid is not None:
            left.append(Waived(breach, valid.by, valid.reason, valid.until))
            continue
        kept.append(breach)
        expired = (Breach(_finding("waiver-expired", each, until=each.until.isoformat())) for each in mine)
        kept += (each for each in expired if each not in kept)
    return replace(restated(judged, kept), waived=tuple(left)), used


def unused(waivers: Iterable[Waiver], used: Collection[Waiver]) -> list[Finding]:
    """A note for each waiver that matched no finding of any bid."""
    return [_finding("waiver-unused", each) for each in waivers if each not in used]


def restated(judged: Judged, breaches: Sequence[Breach]) -> Judged:
    """``judged`` with these breaches alone, and the status that follows from them."""
    status = judged.status
    if status != "out of scope":
        status = status_of([each.finding for each in breaches])
    return replace(judged, breaches=tuple(breaches), status=status)


def status_of(findings: Sequence[Finding]) -> str:
    """The status of a bid with these findings: "not judged", "broken" or "met"."""
    if any(each.fatal for each in findings):
        return "not judged"
    return "broken" if any(each.severity is Severity.ERROR for each in findings) else "met"


def _waives(waiver: Waiver, breach: Breach, judged: Judged) -> bool:
    found = breach.finding
    if found.fatal or not _named(breach, waiver.rule) or waiver.row not in (None, found.place.row):
        return False
    return any(fnmatchcase(name, waiver.bid) for name in (judged.file, PurePath(judged.file).name))


def _finding(name: str, waiver: Waiver, **fields: object) -> Finding:
    return finding(name, Place(file=waiver.file, row=waiver.line), rule=waiver.rule, by=waiver.by, **fields)

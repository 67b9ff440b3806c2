"""Owns the check as SARIF 2.1.0 (OASIS), the format of code-scanning services.

A result's rule is the catalogue's code, with the framework's rule after a stroke: ``SV615/at-most-six-measures``.
A finding about no file is a notification of the run and no result: GitHub refuses a log with a result without a place.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from sv_cli import __version__
from sv_cli.findings.catalogue import BY_CODE
from sv_cli.findings.finding import Finding, Kind, Place
from sv_cli.model.judgements import Breach, Checked, Waived
from sv_cli.reports.checking.words import of_rule, summary
from sv_cli.reports.json import as_text
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import shown

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(checked: Checked, _screen: Screen) -> str:
    """The log as JSON text, with no time in it: the same check gives the same bytes."""
    found = [*(each for bid in checked.bids for each in bid.breaches), *(Breach(each) for each in checked.findings)]
    left = [each for bid in checked.bids for each in bid.waived]
    seen: Counter[str] = Counter()
    results = [(each.finding, _of_check(each, seen)) for each in found]
    results += [(each.breach.finding, _of_check(each.breach, seen) | _waived(each)) for each in left]
    judged = all(bid.status != "not judged" for bid in checked.bids)
    about = {"summary": summary(checked), "asOf": checked.today.isoformat()} | _framework(checked)
    return log_of(results, {"properties": about}, successful=judged)


def log_of(
    found: Iterable[tuple[Finding, dict[str, Any]]],
    about: Mapping[str, Any] | None = None,
    *,
    successful: bool,
) -> str:
    """The log of one run as JSON text: every finding, with the further keys of its result.

    ``about`` are further keys of the run, ``successful`` says whether it could do its work.
    """
    placed, unplaced = [], []
    for finding, more in found:
        if _is_placed(finding.place):
            placed.append((finding, more))
        else:
            unplaced.append(finding)
    codes = sorted({finding.code for finding, _ in placed})
    run = {
        "tool": _tool(codes, unplaced),
        "invocations": [_invocation(unplaced, successful=successful)],
        "columnKind": "unicodeCodePoints",
        **(about or {}),
        "results": [_result(finding, codes) | more for finding, more in placed],
    }
    return as_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _tool(codes: Iterable[str], unplaced: Iterable[Finding]) -> dict[str, Any]:
    """The program, with the meaning of each of the ``codes`` of results, and of those of ``unplaced`` findings."""
    rules = [_descriptor(BY_CODE[code]) for code in codes]
    driver: dict[str, Any] = {"name": "sv", "semanticVersion": __version__, "version": __version__, "rules": rules}
    if notifications := [_descriptor(BY_CODE[code]) for code in sorted({each.code for each in unplaced})]:
        driver["notifications"] = notifications
    return {"driver": driver}


def _invocation(unplaced: Iterable[Finding], *, successful: bool) -> dict[str, Any]:
    """How the run went, with the findings that are about no file as notifications."""
    notifications = [
        {"descriptor": {"id": each.code}, "level": each.severity.value, "message": {"text": _text(each)}}
        for each in unplaced
    ]
    return {"executionSuccessful": successful} | (
        {"toolExecutionNotifications": notifications} if notifications else {}
    )


def _is_placed(place: Place) -> bool:
    """Whether ``place`` is in a file, and not an option such as ``--place``."""
    return bool(place.file) and not place.file.startswith("--")


def _framework(checked: Checked) -> dict[str, str]:
    framework = checked.framework
    return {} if framework is None else {"framework": framework.id, "frameworkVersion": framework.version}


def _descriptor(kind: Kind) -> dict[str, Any]:
    return {
        "id": kind.code,
        "name": "".join(part.capitalize() for part in kind.name.split("-")),
        "shortDescription": {"text": kind.title},
        "fullDescription": {"text": kind.why},
        "help": {"text": kind.help},
        "defaultConfiguration": {"level": kind.severity.value},
    }


def _result(finding: Finding, codes: Sequence[str]) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.severity.value,
        "message": {"text": _text(finding)},
        "locations": [_location(finding.place)],
    }


def _of_check(breach: Breach, seen: Counter[str]) -> dict[str, Any]:
    """Further keys of a result: its rule, and its fingerprint, by which services know it again in later runs.

    The second finding of one fingerprint gets ``:2``: two empty cells are two things to mend.
    """
    finding, rule = breach.finding, breach.rule
    fingerprint = _fingerprint(finding, rule.id if rule else "")
    seen[fingerprint] += 1
    times = f":{seen[fingerprint]}" if seen[fingerprint] > 1 else ""
    more = {"partialFingerprints": {"sv/1": f"{fingerprint}{times}"}}
    if rule is None:
        return more
    message = {"text": f"{_text(finding)} Rule: {of_rule(rule)}."}
    return {"ruleId": f"{finding.code}/{rule.id}", "message": message} | more


def _waived(waived: Waived) -> dict[str, Any]:
    why = f"{shown(waived.reason)} (by {shown(waived.by)}, until {waived.until.isoformat()})"
    return {"suppressions": [{"kind": "external", "justification": why}]}


def _text(finding: Finding) -> str:
    return f"{shown(finding.message)}. {shown(finding.help)}."


def _location(place: Place) -> dict[str, Any]:
    """The row as a line number, for services that only know text files; the cell as a logical location."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(place.file)}}
    physical["region"] = {"startLine": place.row or 1}
    location: dict[str, Any] = {"physicalLocation": physical}
    inside = "!".join(part for part in (place.sheet, place.cell or "") if part)
    if inside:
        location["logicalLocations"] = [{"fullyQualifiedName": inside, "kind": "cell" if place.cell else "sheet"}]
    return location


def uri(file: str) -> str:
    """A relative path as a relative reference, an absolute one as an address of this machine."""
    path = PurePath(file)
    encoded = quote(path.as_posix().encode("utf-8", "surrogateescape"), safe="/-._~")
    return f"file://{encoded}" if path.is_absolute() else encoded


def _fingerprint(finding: Finding, rule: str) -> str:
    """A hash that stays the same from run to run: of the rule, the place and the words, not of the row number alone."""
    parts = (finding.code, rule, finding.place.file, finding.place.sheet, finding.message)
    return sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]

"""Owns the check as data for scripts: `sv.check/1`, as `check.schema.json` beside this file describes it."""

from collections import Counter
from typing import Any

from sv_cli import __version__
from sv_cli.model.judgements import Breach, Checked, Judged, Reached, Waived
from sv_cli.reports.json import as_text, finding_data, plain
from sv_cli.reports.screen import Screen

SCHEMA = "sv.check/1"


def render(checked: Checked, _screen: Screen) -> str:
    """The check as JSON text, indented, ending in a line break. The same check gives the same bytes."""
    return as_text(as_data(checked))


def as_data(checked: Checked) -> dict[str, Any]:
    """The check as plain data: what the schema describes."""
    return {
        "schema": SCHEMA,
        "sv_version": __version__,
        "framework": _framework(checked),
        "as_of": checked.today.isoformat(),
        "fail_on": checked.fails.value if checked.fails else "never",
        "summary": _summary(checked),
        "bids": [_bid(bid) for bid in checked.bids],
        "findings": [finding_data(each) for each in checked.findings],
    }


def _framework(checked: Checked) -> dict[str, Any] | None:
    framework = checked.framework
    if framework is None:
        return None
    return {
        "id": framework.id,
        "title": framework.title,
        "authority": framework.authority,
        "version": framework.version,
        "published": framework.published,
        "rules": [rule.id for rule in framework.rules],
        "not_checked": list(framework.not_checked),
    }


def _summary(checked: Checked) -> dict[str, int]:
    statuses = Counter(bid.status for bid in checked.bids)
    severities = Counter(each.finding.severity.value for bid in checked.bids for each in bid.breaches)
    return {
        "bids": len(checked.bids),
        "met": statuses["met"],
        "broken": statuses["broken"],
        "out_of_scope": statuses["out of scope"],
        "not_judged": statuses["not judged"],
        "errors": severities["error"],
        "warnings": severities["warning"],
        "notes": severities["note"],
        "waived": sum(len(bid.waived) for bid in checked.bids),
    }


def _bid(bid: Judged) -> dict[str, Any]:
    return {
        "file": bid.file,
        "status": bid.status,
        "commitments": bid.commitments,
        "valued": bid.valued,
        "passed": list(bid.passed),
        "not_applied": list(bid.not_applied),
        "findings": [_breach(each) for each in bid.breaches],
        "waived": [_waived(each) for each in bid.waived],
        "targets": [_reached(each) for each in bid.reached],
    }


def _breach(breach: Breach) -> dict[str, Any]:
    rule = breach.rule
    about = {
        "rule": rule.id if rule else None,
        "target": breach.target,
        "clause": rule.clause if rule else None,
        "reason": rule.reason if rule else None,
        "contact": rule.contact if rule else None,
    }
    return finding_data(breach.finding) | about


def _waived(waived: Waived) -> dict[str, Any]:
    return _breach(waived.breach) | {
        "waived_by": waived.by,
        "waived_because": waived.reason,
        "waived_until": waived.until.isoformat(),
    }


def _reached(reached: Reached) -> dict[str, Any]:
    return {
        "id": reached.id,
        "title": reached.title,
        "status": reached.status,
        "unit": reached.unit,
        "wanted": plain(reached.wanted),
        "promised": plain(reached.promised),
        "gap": plain(reached.gap),
        "wanted_value": plain(reached.wanted_value),
        "promised_value": plain(reached.promised_value),
        "gap_value": plain(reached.gap_value),
        "rows": list(reached.rows),
    }

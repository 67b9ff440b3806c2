"""Owns the sentences that all reports of a check share: a bid's status, the rule behind a finding, the summary."""

from collections import Counter

from sv_cli.findings.finding import Severity
from sv_cli.model.frameworks import Rule
from sv_cli.model.judgements import Checked, Judged
from sv_cli.reports.words import counted, shown

STATUS = {"met": "met", "broken": "broken", "out of scope": "the framework does not apply", "not judged": "not judged"}


def status_words(bid: Judged) -> str:
    """``broken: 2 errors, 1 warning; 9 rules met``."""
    counts = Counter(each.finding.severity for each in bid.breaches)
    severities = (Severity.ERROR, Severity.WARNING)
    found = ", ".join(counted(counts[each], each.value) for each in severities if counts[each])
    met = f"{counted(len(bid.passed), 'rule')} met" if bid.passed else ""
    after = "; ".join(part for part in (found, met) if part)
    return f"{STATUS[bid.status]}: {after}" if after else STATUS[bid.status]


def of_rule(rule: Rule) -> str:
    """The rule's name, the policy's clause, the reason, and whom to ask."""
    text = rule.id + (f" ({shown(rule.clause, 200)})" if rule.clause else "")
    for part in (rule.reason, f"Ask {rule.contact}" if rule.contact else None):
        text += f". {shown(part, 400).rstrip('.')}" if part else ""
    return text


def summary(checked: Checked) -> str:
    """One line: how many bids were checked, against what, and how many met it."""
    counts = Counter(bid.status for bid in checked.bids)
    against = _against(checked)
    bids = counted(len(checked.bids), "bid")
    if set(counts) == {"met"}:
        commitments = sum(bid.commitments for bid in checked.bids)
        verb = "meets" if len(checked.bids) == 1 else "meet"
        what = f"{counted(commitments, 'commitment')}{_reached(checked)}"
        return f"{bids} {verb} {against}: {what}, as on {checked.today.isoformat()}"
    fared = ", ".join(f"{counts[status]:,} {status}" for status in STATUS if counts[status])
    return f"{bids} checked against {against} as on {checked.today.isoformat()}: {fared}"


def _against(checked: Checked) -> str:
    framework = checked.framework
    if framework is None:
        return "the targets"
    return f"{framework.id} ({shown(framework.title, 100)}, {counted(len(framework.rules), 'rule')})"


def _reached(checked: Checked) -> str:
    reached = sum(len(bid.reached) for bid in checked.bids)
    return f", {counted(reached, 'target')}" if reached else ""

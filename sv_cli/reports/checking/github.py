"""Owns the check as annotations of GitHub Actions: a workflow command a finding, and the summary as plain text."""

from sv_cli.findings.finding import Finding
from sv_cli.model.judgements import Breach, Checked
from sv_cli.reports.checking.annotations import annotation, as_data
from sv_cli.reports.checking.words import of_rule, summary
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import shown


def render(checked: Checked, screen: Screen) -> str:
    """One line a finding; notes only where they are asked for."""
    found = [*(each for bid in checked.bids for each in bid.breaches), *(Breach(each) for each in checked.findings)]
    lines = [_line(each) for each in found if screen.shows(each.finding)]
    return "\n".join([*lines, as_data(summary(checked))]) + "\n"


def _line(breach: Breach) -> str:
    finding = breach.finding
    message = f"{_address(finding)}{shown(finding.message)}\nhelp: {shown(finding.help)}"
    if breach.rule is not None:
        message += f"\nrule: {of_rule(breach.rule)}"
    return annotation(finding, message)


def _address(finding: Finding) -> str:
    """The finding's sheet and cell, for the message: GitHub has no property for these."""
    place = finding.place
    inside = "!".join(part for part in (place.sheet, place.cell or "") if part)
    return f"{shown(inside, 100)}: " if inside else ""

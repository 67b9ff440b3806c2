"""Owns the check as JUnit XML, from which pipelines show test results: a test suite a bid, a test case a rule.

It keeps to the schema of the Jenkins xUnit plugin (junit-10.xsd). Warnings that do not fail are system-out.
"""

import re
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from sv_cli import __version__
from sv_cli.model.frameworks import Rule
from sv_cli.model.judgements import Breach, Checked, Judged, Waived
from sv_cli.reports.checking.words import of_rule, summary
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import shown

_READING = "reading-and-valuing"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(checked: Checked, _screen: Screen) -> str:
    """The document, with no time in it: the same check gives the same bytes."""
    root = ET.Element("testsuites", {"name": summary(checked)})
    for bid in checked.bids:
        root.append(_suite(bid, checked))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(bid: Judged, checked: Checked) -> ET.Element:
    suite = ET.Element("testsuite", {"name": _text(bid.file)})
    suite.append(_properties(bid, checked))
    reading = [each for each in bid.breaches if each.rule is None and each.target is None]
    suite.append(_case(_READING, reading, _waived(bid, None), checked))
    for rule in checked.framework.rules if checked.framework else ():
        mine = [each for each in bid.breaches if each.rule is not None and each.rule.id == rule.id]
        left = _waived(bid, rule)
        if not (mine or left or rule.id in bid.passed or rule.id in bid.not_applied):
            continue  # it was not asked for, or the bid could not be read
        case = _case(rule.id, mine, left, checked)
        if rule.id in bid.not_applied:
            ET.SubElement(case, "skipped", {"message": "the contract is outside the scope of this rule"})
        suite.append(case)
    for target in bid.reached:
        mine = [each for each in bid.breaches if each.target == target.id]
        case = _case(target.id, mine, _waived(bid, None, target.id), checked)
        case.set("classname", "targets")
        ET.SubElement(case, "system-out").text = _text(f"{shown(target.title)}: {target.status}")
        suite.append(case)
    cases = suite.findall("testcase")
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(sum(case.find(tag) is not None for case in cases)))
    suite.set("tests", str(len(cases)))
    return suite


def _properties(bid: Judged, checked: Checked) -> ET.Element:
    properties = ET.Element("properties")
    facts = {"sv_version": __version__, "as_of": checked.today.isoformat(), "status": bid.status}
    if checked.framework is not None:
        facts |= {"framework": checked.framework.id, "framework_version": checked.framework.version}
    for name, value in facts.items():
        ET.SubElement(properties, "property", {"name": name, "value": _text(shown(value))})
    return properties


def _case(name: str, breaches: Sequence[Breach], waived: Iterable[Waived], checked: Checked) -> ET.Element:
    framework = checked.framework.id if checked.framework else "targets"
    case = ET.Element("testcase", {"classname": framework, "name": _text(name)})
    for breach in breaches:
        finding = breach.finding
        if finding.fatal or checked.failing(breach):
            attributes = {"type": f"{finding.code} {finding.name}", "message": _text(shown(finding.message))}
            ET.SubElement(case, "error" if finding.fatal else "failure", attributes).text = _told(breach)
    for each in waived:
        message = f"waived by {each.by} until {each.until.isoformat()}: {each.reason}"
        ET.SubElement(case, "skipped", {"message": _text(shown(message))}).text = _told(each.breach)
    quiet = [each for each in breaches if not (each.finding.fatal or checked.failing(each))]
    if quiet:
        ET.SubElement(case, "system-out").text = "\n".join(_told(each) for each in quiet)
    return case


def _waived(bid: Judged, rule: Rule | None, target: str | None = None) -> list[Waived]:
    return [each for each in bid.waived if (each.breach.rule, each.breach.target) == (rule, target)]


def _told(breach: Breach) -> str:
    finding = breach.finding
    lines = [
        f"{finding.severity.value}: {shown(str(finding.place), 400)}: {shown(finding.message)}",
        f"help: {shown(finding.help)}",
    ]
    if breach.rule is not None:
        lines.append(f"rule: {of_rule(breach.rule)}")
    return _text("\n".join(lines))


def _text(text: str) -> str:
    """``text`` without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)

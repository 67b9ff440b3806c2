"""Owns the lint report: text for people, JSON for scripts, annotations for GitHub, SARIF for code scanning."""

from itertools import zip_longest

from sv_cli import __version__
from sv_cli.findings.finding import Severity
from sv_cli.library.lint.run import Linting
from sv_cli.reports.checking.annotations import annotation, as_data
from sv_cli.reports.checking.sarif import log_of
from sv_cli.reports.json import as_text, finding_data
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import counted, shown

SCHEMA = "sv.lint/1"


def render_text(linting: Linting, screen: Screen) -> str:
    """A finding a paragraph, and a summary; of neighbours with the same help only one shows it."""
    lines: list[str] = []
    told = [each for each in linting.findings if screen.shows(each)]
    for each, after in zip_longest(told, told[1:]):
        lines.append(
            f"{shown(str(each.place), 400)}: {each.severity.value} {each.code} {each.name}: {shown(each.message)}"
        )
        if after is None or after.help != each.help:
            lines.append(f"  help: {shown(each.help)}")
    return "\n".join([*lines, _summary(linting, screen)]) + "\n"


def render_json(linting: Linting, _screen: Screen) -> str:
    """The findings as data, with the counts."""
    return as_text(
        {
            "schema": SCHEMA,
            "sv_version": __version__,
            "loads": linting.library is not None,
            "summary": {"files": len(linting.files), "proxies": len(linting.proxies), **_counts(linting)},
            "findings": [finding_data(each) for each in linting.findings],
        }
    )


def render_github(linting: Linting, screen: Screen) -> str:
    """A workflow command a finding, so that GitHub shows it beside the line; notes only where they are asked for."""
    told = [each for each in linting.findings if screen.shows(each)]
    lines = [annotation(each, f"{shown(each.message)}. {shown(each.help)}") for each in told]
    return "\n".join([*lines, as_data(_summary(linting, screen))]) + "\n"


def render_sarif(linting: Linting, _screen: Screen) -> str:
    """SARIF 2.1.0, with no time in it."""
    return log_of(((each, {}) for each in linting.findings), successful=linting.library is not None)


def _counts(linting: Linting) -> dict[str, int]:
    severities = [each.severity for each in linting.findings]
    return {f"{severity.value}s": severities.count(severity) for severity in reversed(Severity)}


def _summary(linting: Linting, screen: Screen) -> str:
    counts = _counts(linting)
    found = ", ".join(counted(n, name.removesuffix("s")) for name, n in counts.items())
    if linting.library is None:
        return f"the library does not load: {found}"
    quiet = " (--verbose shows the notes)" if counts["notes"] and not screen.verbose else ""
    proxies = counted(len(linting.proxies), "proxy", "proxies")
    return f"{proxies} in {counted(len(linting.files), 'file')}: {found}{quiet}"

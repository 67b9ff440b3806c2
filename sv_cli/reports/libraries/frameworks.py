"""Owns frameworks on the screen: the list, and one with its scope, rules, sources and what no machine can check."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sv_cli.model.frameworks import Framework, Rule, Scope
from sv_cli.reports.drawing import STYLES, printed, ruled
from sv_cli.reports.explaining.words import cited
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import money, shown


def render_list(frameworks: Sequence[Framework], screen: Screen) -> str:
    """Every framework: its name, its authority, the contracts that it is for, the number of its rules."""
    table = ruled(screen)
    table.add_column("Framework", no_wrap=True)
    table.add_column("What it is", overflow="fold", ratio=1)
    table.add_column("Rules", justify="right")
    for framework in sorted(frameworks, key=lambda each: each.id):
        about = Text(shown(framework.title, 200), style="bold")
        about.append(f"\n{shown(framework.authority, 120)}, {shown(framework.published, 40)}", style="not bold")
        scope = _scope(framework.scope)
        about.append(f"\n{scope[0].upper()}{scope[1:]}", style="not bold dim")
        if framework.superseded_by:
            about.append(f"\nSuperseded by {framework.superseded_by}", style="not bold yellow")
        table.add_row(framework.id, about, str(len(framework.rules)))
    return printed(table, screen)


def render_framework(framework: Framework, screen: Screen) -> str:
    """One framework in full."""
    parts: list[RenderableType] = [_about(framework), _rules(framework.rules, screen)]
    if framework.not_checked:
        text = Text("What it asks that software cannot check", style="bold")
        for each in framework.not_checked:
            text.append(f"\n• {shown(each)}" if screen.unicode else f"\n- {shown(each)}", style="not bold")
        parts.append(Padding(text, (0, 0, 1, 1)))
    for source in framework.sources:
        said = [
            cited(source),
            source.url,
            *([] if source.read == "primary" else [f"read second-hand: {source.read_via}"]),
        ]
        parts.append(Padding(Text("\n".join(map(shown, said)), style="dim"), (0, 0, 1, 1)))
    return printed(Group(*parts), screen)


def _about(framework: Framework) -> RenderableType:
    text = Text(shown(framework.title, 200), style="bold")
    text.append(f"\n{framework.id}, version {shown(framework.version, 60)}\n\n", style="not bold dim")
    for label, words in _facts(framework):
        text.append(f"{label}: ", style="bold")
        text.append(f"{shown(words)}\n", style="not bold")
    return Padding(text, (1, 0, 0, 1))


def _facts(framework: Framework) -> Iterator[tuple[str, str]]:
    yield "What it is", framework.summary
    yield "Authority", f"{framework.authority}, {framework.published}"
    yield "It is for", _scope(framework.scope)
    if framework.contact:
        yield "Ask", framework.contact
    if framework.superseded_by:
        yield "Superseded by", framework.superseded_by


def _rules(rules: Sequence[Rule], screen: Screen) -> Table:
    table = ruled(screen)
    table.add_column("Rule", overflow="fold", ratio=1)
    table.add_column("Check")
    table.add_column("Severity")
    for rule in rules:
        about = Text(rule.id, style="bold")
        about.append(f"\n{_settings(rule)}", style="not bold")
        for label, words in (("clause", rule.clause), ("because", rule.reason), ("ask", rule.contact)):
            if words:
                about.append(f"\n{label}: {shown(words)}", style="not bold dim")
        if rule.scope != Scope():
            about.append(f"\nonly for {_scope(rule.scope)}", style="not bold dim")
        table.add_row(about, rule.check, Text(rule.severity.value, style=STYLES[rule.severity]))
    return table


def _settings(rule: Rule) -> str:
    return "; ".join(f"{key}: {_plain(value)}" for key, value in rule.settings.items()) or "as the library says"


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_plain(each)}" for key, each in value.items())
    return ", ".join(_plain(each) for each in value) if isinstance(value, list) else shown(str(value), 300)


def _scope(scope: Scope) -> str:
    """The contracts that ``scope`` covers, in words."""
    parts = [
        *([f"of at least {money(scope.from_value)}"] if scope.from_value is not None else []),
        *([f"above {money(scope.above_value)}"] if scope.above_value is not None else []),
        *([f"below {money(scope.below_value)}"] if scope.below_value is not None else []),
        *([f"that start on or after {scope.from_start.isoformat()}"] if scope.from_start else []),
        *([f"that start before {scope.before_start.isoformat()}"] if scope.before_start else []),
    ]
    return f"contracts {' and '.join(parts)}" if parts else "contracts of any value"

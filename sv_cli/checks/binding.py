"""Owns the binding of a framework's rules to their checks and to a library; whatever they name has to exist."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from sv_cli.checks.case import Ground
from sv_cli.checks.families import CHECKS, module_of
from sv_cli.checks.selecting import Selecting
from sv_cli.checks.words import listed
from sv_cli.findings.catalogue import BY_NAME, finding
from sv_cli.findings.finding import Finding, Place
from sv_cli.library.complaints import converted
from sv_cli.library.framework_shapes import RuleEntry, Selection
from sv_cli.library.nearest import nearest_text
from sv_cli.library.yaml_text import Marked
from sv_cli.model.figures import Library
from sv_cli.model.frameworks import Framework, Rule

FIELD = re.compile(r"\{([a-z_]+)\}")


class BoundRule(Struct, frozen=True):
    """A rule, the module of its check, and its settings as the module's ``Settings``."""

    rule: Rule
    module: Any
    settings: Any


class Ready(Struct, frozen=True):
    """A framework that bids can be judged by: every rule is bound to its check."""

    framework: Framework
    rules: tuple[BoundRule, ...]
    selecting: Selecting


def bound(framework: Framework, library: Library) -> tuple[Ready | None, list[Finding]]:
    """``framework`` bound to its checks and to ``library``; None, with findings, where something does not fit."""
    findings: list[Finding] = []
    selecting = Selecting(library)
    rules = [each for rule in framework.rules if (each := _bound(rule, Ground(selecting), findings))]
    return (None if findings else Ready(framework, tuple(rules), selecting)), findings


def _bound(rule: Rule, ground: Ground, findings: list[Finding]) -> BoundRule | None:
    if rule.check not in CHECKS:
        place = _place(rule, ".check")
        nearest, known = nearest_text(rule.check, CHECKS), ", ".join(CHECKS)
        findings.append(finding("no-such-check", place, rule=rule.id, check=rule.check, nearest=nearest, known=known))
        return None
    module = module_of(rule.check)
    lines = {f"${key}": line for key, line in rule.lines.items()} | {"$": rule.line}
    marked = Marked(rule.settings, lines, rule.file)
    known_keys = [*module.Settings.__struct_fields__, *Selection.__struct_fields__, *RuleEntry.__struct_fields__]
    settings = converted(rule.settings, module.Settings, "$", marked, findings, known_keys, rule.id)
    if settings is None:
        return None
    findings += _faults(rule, module, settings, ground)
    return BoundRule(rule, module, settings)


def _faults(rule: Rule, module: Any, settings: Any, ground: Ground) -> Iterator[Finding]:
    selection = getattr(settings, "of", None)
    problems: list[tuple[str, str]] = []
    if isinstance(selection, Selection):
        faults = list(ground.selecting.faults(selection))
        named = [fault for fault in faults if fault[0]] or faults  # what is misspelt explains an empty selection
        problems += ((f"of.{key}".rstrip("."), problem) for key, problem in named)
    if not problems:
        problems += _faults_of_settings(module, settings, ground)
    problems += (("message", problem) for problem in _message_faults(rule, module.KINDS))
    for key, problem in problems:
        yield finding("bad-rule", _place(rule, f".{key}"), rule=rule.id, problem=problem)


def _faults_of_settings(module: Any, settings: Any, ground: Ground) -> Iterator[tuple[str, str]]:
    limits = getattr(module, "LIMITS", ())
    if limits and all(getattr(settings, limit) is None for limit in limits):
        yield "check", f"it needs {listed(limits, 'or')}"
    if hasattr(module, "faults"):
        yield from module.faults(settings, ground)


def _message_faults(rule: Rule, kinds: Iterable[str]) -> Iterator[str]:
    """Problems with a rule's own message: it may only name fields that all findings of its check have."""
    known = set.intersection(*(set(FIELD.findall(BY_NAME[kind].message)) for kind in kinds))
    for field in FIELD.findall(rule.message or ""):
        if field not in known:
            yield f"its message names {{{field}}}; it may name {', '.join(f'{{{each}}}' for each in sorted(known))}"


def _place(rule: Rule, key: str) -> Place:
    """The line of a key of the rule, or the rule's own for a key that is not in it."""
    return Place(file=rule.file, row=rule.lines.get(key, rule.line))

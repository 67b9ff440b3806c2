"""Owns the rules that a bid is checked against: a framework, its scope, and its rules as they were written."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct, field

from sv_cli.findings.finding import Severity
from sv_cli.model.sources import Source


class Scope(Struct, frozen=True, omit_defaults=True):
    """The contracts that a framework, or one of its rules, is for; what is None does not narrow.

    Money in pounds: ``from_value`` is within the scope itself, ``above_value`` and ``below_value`` are not.
    ``from_start`` and ``before_start`` are about the day on which the contract starts.
    """

    from_value: Decimal | None = None
    above_value: Decimal | None = None
    below_value: Decimal | None = None
    from_start: date | None = None
    before_start: date | None = None


class Rule(Struct, frozen=True, omit_defaults=True):
    """One rule as its author wrote it.

    ``check`` names the family of rules, and ``settings`` are the family's own keys, as text. ``message``
    takes the place of the family's; ``clause`` is where the policy says so, ``contact`` whom to ask.
    ``lines`` gives the line of each key below the rule, by its path within the rule.
    """

    id: str
    check: str
    severity: Severity
    settings: Mapping[str, Any]
    scope: Scope = field(default_factory=Scope)
    message: str | None = None
    reason: str | None = None
    clause: str | None = None
    contact: str | None = None
    file: str = ""
    line: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)


class Framework(Struct, frozen=True, omit_defaults=True):
    """A policy as rules: who made it, where it can be read, which contracts it is for, what was left out.

    ``not_checked`` are the policy's demands that no machine can check; they are shown, so that nobody takes
    a clean result for more than it is.
    """

    id: str
    title: str
    authority: str
    version: str
    published: str
    summary: str
    rules: tuple[Rule, ...]
    scope: Scope = field(default_factory=Scope)
    sources: tuple[Source, ...] = ()
    not_checked: tuple[str, ...] = ()
    contact: str | None = None
    superseded_by: str | None = None
    file: str = ""

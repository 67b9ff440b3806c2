"""Owns the list of checks: the name that a framework's rule uses, and the module.

A check's module has ``KINDS`` (the names of its findings), ``Settings`` (the keys of its rules) and
``judge(settings, case)``, which yields violations and may raise FactNeeded. It may have ``LIMITS`` (keys of which a
rule needs at least one), ``faults(settings, case)``, which yields each key of the settings that does not fit the
library with the problem in words, and ``takes_over(settings, finding, case)``: whether the rule judges what a finding
of reading or valuing is about, so that the finding itself becomes a mere note.
"""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

CHECKS: Mapping[str, str] = MappingProxyType(
    {
        "allowed": "sv_cli.checks.allowed",
        "forbidden": "sv_cli.checks.forbidden",
        "required": "sv_cli.checks.required",
        "number": "sv_cli.checks.number",
        "value": "sv_cli.checks.worth",
        "share": "sv_cli.checks.share",
        "quantity": "sv_cli.checks.quantity",
        "stated": "sv_cli.checks.stated",
        "period": "sv_cli.checks.period",
        "area": "sv_cli.checks.area",
        "adjustments": "sv_cli.checks.adjusting",
        "double-count": "sv_cli.checks.double_count",
        "exclusive": "sv_cli.checks.exclusive",
        "duplicates": "sv_cli.checks.duplicates",
        "work-capacity": "sv_cli.checks.work_capacity",
        "volunteer-hours": "sv_cli.checks.volunteer_hours",
        "calendar": "sv_cli.checks.calendar",
        "population": "sv_cli.checks.population",
        "current-proxies": "sv_cli.checks.current_proxies",
        "unvalued": "sv_cli.checks.unvalued",
        "conventions": "sv_cli.checks.conventions",
        "contract-facts": "sv_cli.checks.contract_facts",
    }
)


def module_of(check: str) -> Any:
    """The module of the check called ``check``; KeyError when there is none."""
    return import_module(CHECKS[check])

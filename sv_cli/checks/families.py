"""Owns the list of checks: the word that a framework's rule names one by, and the module that holds it.

A module of checks has ``KINDS`` (the names of what it may tell), ``Settings`` (the keys of its rules) and
``judge(settings, case)``. It may have ``LIMITS`` (keys of which a rule without any would check nothing),
``faults(settings, case)``, which says what in the settings does not fit the library, and
``takes_over(settings, finding, case)``, which says which findings of reading and valuing the rule judges
in their place.
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

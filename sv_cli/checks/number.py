"""Owns the check `number`: how many different measures, outcomes or themes a bid has to have, and may have."""

from collections.abc import Iterator
from typing import Literal

from sv_cli.checks.case import Case, Violation
from sv_cli.checks.settings import Settings as Base
from sv_cli.checks.words import counted
from sv_cli.library.framework_shapes import Selection
from sv_cli.model.valuations import Line

KINDS = ("too-few-measures", "too-many-measures")
LIMITS = ("least", "most")
_NAMES = {"measure": "different measure", "outcome": "different outcome", "theme": "different theme"}


class Settings(Base, frozen=True):
    """``least`` and ``most`` of what ``count`` says, among the valued lines of the measures ``of``."""

    least: int | None = None
    most: int | None = None
    count: Literal["measure", "outcome", "theme", "commitment"] = "measure"
    of: Selection = Selection()


def judge(settings: Settings, case: Case) -> Iterator[Violation]:
    """At most two violations: too few, for the bid as a whole; too many, at the first line above the limit."""
    first = _first_of_each(settings, case)
    under = "" if settings.of.everything else f" under {case.selecting.words(settings.of)}"
    fields = {"found": counted(len(first), _NAMES.get(settings.count, settings.count)), "under": under}
    if settings.least is not None and len(first) < settings.least:
        yield Violation("too-few-measures", fields | {"wanted": settings.least})
    if settings.most is not None and len(first) > settings.most:
        yield Violation("too-many-measures", fields | {"wanted": settings.most}, first[settings.most].commitment)


def _first_of_each(settings: Settings, case: Case) -> list[Line]:
    lines = case.valued(settings.of)
    if settings.count == "commitment":
        return lines
    first: dict[str, Line] = {}
    for line in lines:
        if line.proxy is not None:
            name = {"measure": line.proxy.id, "outcome": line.proxy.outcome, "theme": line.proxy.theme}[settings.count]
            first.setdefault(name, line)
    return list(first.values())
